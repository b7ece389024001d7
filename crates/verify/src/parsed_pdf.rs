//! A PDF as any reader sees it: its text in reading order and in drawing order, its attached files and its metadata.

use crate::attachments::{self, EmbeddedFile, attachments};
use crate::error::PdfError;
use crate::page_text::{MarkedText, TextKind, TextReader};
use crate::pdf::PdfFile;
use crate::tagged_text::{self, TaggedText};

/// A parsed PDF: its text, its attachments and its objects.
///
/// A page whose content stream cannot be parsed has the text before the place where it cannot.
pub struct ParsedPdf<'a> {
    pub(crate) file: PdfFile<'a>,
    pub(crate) marked: Vec<Vec<MarkedText>>,
    pub(crate) tagged_texts: Vec<TaggedText>,
    attachments: Vec<EmbeddedFile>,
}

impl<'a> ParsedPdf<'a> {
    /// Parses a file.
    ///
    /// # Errors
    /// - [`PdfError::Malformed`], [`PdfError::NoPage`] and [`PdfError::Encrypted`] for bytes that are not a
    ///   readable PDF;
    /// - [`PdfError::TooLarge`] and [`PdfError::LimitExceeded`] for a file beyond the limits.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, PdfError> {
        let pdf = Self::of(PdfFile::open(bytes)?)?;
        if pdf.marked.is_empty() { Err(PdfError::NoPage) } else { Ok(pdf) }
    }

    /// Parses a file that is open, which may have no pages.
    ///
    /// # Errors
    /// - [`PdfError::LimitExceeded`] for a file beyond its budget.
    pub(crate) fn of(file: PdfFile<'a>) -> Result<Self, PdfError> {
        let mut reader = TextReader::new(&file);
        let marked: Vec<_> = file.pages().iter().map(|page| reader.page(*page)).collect();
        let tagged_texts = tagged_text::tagged_texts(&file, &marked);
        let attachments = attachments(&file);
        file.budget().check()?;
        Ok(Self { file, marked, tagged_texts, attachments })
    }

    /// The number of pages; at least one.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.marked.len()
    }

    /// The embedded files, in the order of their list.
    #[must_use]
    pub fn attachments(&self) -> &[EmbeddedFile] {
        &self.attachments
    }

    /// The text in reading order, as assistive technology presents it: figures by their alternative text.
    pub fn reading_order(&self) -> impl Iterator<Item = &str> {
        self.tagged_texts
            .iter()
            .map(|tagged| tagged.actual_text.as_str())
            .filter(|actual_text| !actual_text.trim().is_empty())
    }

    /// The text of the document on a page, from 0, in the order in which it is drawn.
    #[must_use]
    pub fn text(&self, page: usize) -> String {
        self.page_text(page, |kind| matches!(kind, TextKind::Content(_)))
    }

    /// The artifacts on a page, from 0: header, footer and repeated text.
    #[must_use]
    pub fn artifact_text(&self, page: usize) -> String {
        self.page_text(page, |kind| *kind == TextKind::Artifact)
    }

    /// The unmarked text on a page, from 0; a tagged file has none.
    #[must_use]
    pub fn unmarked_text(&self, page: usize) -> String {
        self.page_text(page, |kind| *kind == TextKind::Unmarked)
    }

    fn page_text(&self, page: usize, wanted: fn(&TextKind) -> bool) -> String {
        let marked = self.marked.get(page).into_iter().flatten().filter(|text| wanted(&text.kind));
        marked.map(|text| text.glyph_text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// An entry of the information dictionary, as in `Title` or `Producer`.
    #[must_use]
    pub fn information(&self, key: &str) -> Option<String> {
        let information = self.file.dictionary(self.file.trailer(), "Info")?;
        self.file.text(information, key)
    }

    pub(crate) fn attachment(&self, name: &str) -> Option<&EmbeddedFile> {
        attachments::find(&self.attachments, name)
    }
}
