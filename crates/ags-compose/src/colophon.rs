//! What a PDF of the statement carries, and how anyone can verify it.

use ags_document::{Attachment, Block, Drawing, Figure, Inline, Relationship};
use ags_statement::Statement;
use ags_statement::canonical::{self, Digest};

use crate::phrases::colophon as phrases;
use crate::presentation::Presentation;

/// The name of the file that holds the statement.
pub const STATEMENT_FILE: &str = "statement.json";
/// The name of the file that holds how it is presented.
pub const PRESENTATION_FILE: &str = "presentation.json";

const JSON: &str = "application/json";

/// The files that a PDF of the statement carries.
pub(super) fn attachments(statement: &Statement, presentation: &Presentation) -> Vec<Attachment> {
    let attached = |name: &str, description: &str, relationship, content| Attachment {
        name: name.into(),
        media_type: JSON,
        description: description.into(),
        relationship,
        content,
    };
    let presented = canonical::json(presentation).unwrap_or_default();
    vec![
        attached(STATEMENT_FILE, phrases::STATEMENT_HOLDS, Relationship::Source, statement.canonical_json()),
        attached(PRESENTATION_FILE, phrases::PRESENTATION_HOLDS, Relationship::Supplement, presented),
    ]
}

/// The last lines of a file that carries the data: a short digest, and where to verify it.
pub(super) fn compose(statement: &Statement, presentation: &Presentation) -> Vec<Block> {
    let digest = Digest::of(&statement.canonical_json());
    let mut inlines = vec![Inline::Text(phrases::carries(&digest.short()))];
    let Some(address) = presentation.house.verify_at.as_ref().map(ToString::to_string) else {
        return vec![Block::Paragraph(inlines)];
    };
    inlines.push(Inline::Text(phrases::VERIFY_AT.into()));
    inlines.push(Inline::Link { text: address.clone(), target: address.clone() });
    inlines.push(Inline::Text(".".into()));
    let code = Drawing::qr_code(&address).ok().map(|drawing| {
        let (caption, alt) = (phrases::QR_CODE.into(), phrases::qr_code(&address));
        Block::Figure(Figure { caption, alt, drawing })
    });
    [Block::Paragraph(inlines)].into_iter().chain(code).collect()
}
