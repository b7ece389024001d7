//! What both papers have in common.

use ags_document::{Attachment, Block, Document, Furniture, HouseStyle, white_space};
use ags_statement::english;
use chrono::NaiveDate;

use crate::phrases;

/// What makes one paper different from another.
pub(crate) struct Paper<'a> {
    pub(crate) title: String,
    /// The title on every page but the first.
    pub(crate) header: String,
    pub(crate) authority: &'a str,
    pub(crate) subject: &'static str,
    pub(crate) as_at: NaiveDate,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) opening: Vec<Block>,
    pub(crate) body: Vec<Block>,
}

impl Paper<'_> {
    /// The paper in a house style; it is short, and so has no list of contents.
    pub(crate) fn document(self, house: &HouseStyle) -> Document {
        let Self { title, header, authority, subject, as_at, attachments, opening, body } = self;
        let stated = || white_space::collapse(authority);
        let author = Some(house.name(stated)).filter(|name| !name.is_empty());
        let author = author.unwrap_or_else(|| english::NO_AUTHORITY.into());
        let mut document = Document {
            subject: subject.into(),
            language: phrases::LANGUAGE.into(),
            date: as_at,
            status: None,
            accent: house.accent,
            crest: None,
            attachments,
            furniture: Furniture {
                header: phrases::header(&author, &header),
                footer: phrases::FOOTER.into(),
                contents: None,
                skip: phrases::SKIP.into(),
                continued: phrases::CONTINUED.into(),
            },
            cover: opening,
            title,
            author,
            body,
            colophon: Vec::new(),
        };
        document.map_words(&mut |words| english::typeset(words));
        document
    }
}
