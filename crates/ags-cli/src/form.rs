//! The forms in which a paper is printed.

use std::path::Path;

use ags::Document;
use ags::document::InvalidDocument;
use clap::ValueEnum;
use thiserror::Error;

/// A form in which a paper is printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, ValueEnum)]
pub enum Form {
    /// PDF/UA-1 and PDF/A: to publish, and to keep
    Pdf,
    /// One file for any browser: for a web site
    Html,
    /// Word: to go on editing
    Docx,
    /// Markdown: for a committee system
    Md,
}

/// Why a document is not drawn in a form.
#[derive(Debug, Error)]
pub enum Undrawn {
    /// As PDF.
    #[error(transparent)]
    Pdf(#[from] render_pdf::RenderError),
    /// As Word.
    #[error(transparent)]
    Word(#[from] render_docx::RenderError),
    /// As HTML or Markdown.
    #[error(transparent)]
    InvalidDocument(#[from] InvalidDocument),
}

/// The extensions of the forms, in small letters.
const EXTENSIONS: [(&str, Form); 6] = [
    ("pdf", Form::Pdf),
    ("html", Form::Html),
    ("htm", Form::Html),
    ("docx", Form::Docx),
    ("md", Form::Md),
    ("markdown", Form::Md),
];

impl Form {
    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Md => "md",
        }
    }

    /// The form that a file's name asks for by its extension, in any letters.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy();
        EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(&extension)).map(|(_, form)| *form)
    }

    /// Every extension that [`Form::of`] knows, as in `.pdf, .html`.
    pub fn extensions() -> String {
        EXTENSIONS.map(|(extension, _)| format!(".{extension}")).join(", ")
    }

    /// The bytes of a file that shows the document.
    ///
    /// # Errors
    /// - [`Undrawn`] as the renderer of the form gives it.
    pub fn draw(self, document: &Document) -> Result<Vec<u8>, Undrawn> {
        Ok(match self {
            Self::Pdf => render_pdf::render(document)?,
            Self::Html => render_html::render(document)?.into_bytes(),
            Self::Docx => render_docx::render(document)?,
            Self::Md => render_markdown::render(document)?.into_bytes(),
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::Form;

    fn of(path: &str) -> Option<Form> {
        Form::of(path.as_ref())
    }

    #[test]
    fn a_form_goes_by_the_extension_in_any_letters() {
        assert_eq!(
            (of("a.pdf"), of("a.PDF"), of("a.b.docx")),
            (Some(Form::Pdf), Some(Form::Pdf), Some(Form::Docx))
        );
        assert_eq!((of("a.htm"), of("a.html")), (Some(Form::Html), Some(Form::Html)));
        assert_eq!((of("a.md"), of("a.markdown")), (Some(Form::Md), Some(Form::Md)));
        assert_eq!((of("a.odt"), of("pdf"), of(".pdf")), (None, None, None));
    }

    #[test]
    fn every_form_has_its_own_extension() {
        for form in Form::value_variants() {
            assert_eq!(of(&format!("a.{}", form.extension())), Some(*form));
        }
    }
}
