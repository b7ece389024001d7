//! Renders a document.

use ags::{Document, Input, Presentation};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::{CheckOptions, check_input};
use crate::error::{Error, ErrorKind};
use crate::source::Source;

/// A format in which a document is rendered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum RenderFormat {
    /// PDF/UA-1 and PDF/A-3a, with the data that it is made from attached.
    Pdf,
    /// One HTML file without anything to fetch.
    Html,
    /// Word.
    Docx,
    /// Markdown.
    Markdown,
}

impl RenderFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Html, Self::Docx, Self::Markdown];

    /// The extensions of each format, in lower case, the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Html => &["html", "htm"],
            Self::Docx => &["docx"],
            Self::Markdown => &["md", "markdown"],
        }
    }

    /// The usual extension of its files.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
        }
    }

    /// The format with an extension, in upper or lower case.
    ///
    /// ```
    /// use ags_facade::RenderFormat;
    /// assert_eq!(RenderFormat::by_extension("HTM"), Some(RenderFormat::Html));
    /// assert_eq!(RenderFormat::by_extension("odt"), None);
    /// ```
    #[must_use]
    pub fn by_extension(extension: &str) -> Option<Self> {
        let has = |format: &Self| format.extensions().iter().any(|one| one.eq_ignore_ascii_case(extension));
        Self::ALL.into_iter().find(has)
    }
}

/// How a statement or a return is rendered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenderOptions<'a> {
    /// How a statement is presented. Of a return it gives the day of the check and the house style of the worksheet.
    pub presentation: Presentation,
    /// Waivers to apply to the check of a return. A statement is rendered without a check.
    #[serde(default)]
    pub waivers: Option<Source<'a>>,
}

impl RenderOptions<'_> {
    /// As at a day: in the usual order and our own style, without annexes and waivers.
    ///
    /// ```
    /// let options = ags_facade::RenderOptions::new("2022-11-30".parse()?);
    /// assert!(options.presentation.annexes.is_empty() && options.waivers.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(as_at: NaiveDate) -> Self {
        Self { presentation: Presentation::new(as_at), waivers: None }
    }
}

/// Composes the document of a statement, or checks a return and composes the worksheet for its form.
///
/// # Errors
/// - as [`check`](crate::check::check), and [`ErrorKind::WrongDocument`] for a local code.
///
/// ```
/// use ags_facade::{RenderOptions, Source, compose, to_json};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let document = compose(&source, &RenderOptions::new("2022-11-30".parse()?))?;
/// assert_eq!(document.author, "Example Borough Council");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compose(source: &Source<'_>, options: &RenderOptions<'_>) -> Result<Document, Error> {
    let presentation = &options.presentation;
    let input = source.input()?;
    match &input {
        Input::Statement(statement) => Ok(ags::compose_with(statement, presentation)),
        Input::Agar(agar) => {
            let check =
                CheckOptions { waivers: options.waivers.clone(), ..CheckOptions::new(presentation.as_at) };
            let report = check_input(source, &input, &check)?.document.report;
            Ok(ags::worksheet(agar, &report, &presentation.house))
        }
        _ => {
            let message = "this is neither a statement nor a return; only these are rendered";
            Err(Error::whole(ErrorKind::WrongDocument, &source.name, message))
        }
    }
}

/// Renders a statement, or the worksheet for a return.
///
/// # Errors
/// - as [`compose`] and [`render_document`].
///
/// ```
/// use ags_facade::{RenderFormat, RenderOptions, Source, render, to_json};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let html = render(&source, &RenderOptions::new("2022-11-30".parse()?), RenderFormat::Html)?;
/// assert!(html.starts_with(b"<!DOCTYPE html>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn render(
    source: &Source<'_>,
    options: &RenderOptions<'_>,
    format: RenderFormat,
) -> Result<Vec<u8>, Error> {
    render_document(&compose(source, options)?, &source.name, format)
}

/// Renders a document that [`compose`] gave, for several formats of one document.
///
/// # Errors
/// - [`ErrorKind::NotRenderable`] with every reason.
///
/// ```
/// use ags_facade::{RenderFormat, RenderOptions, Source, compose, render_document, to_json};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let document = compose(&source, &RenderOptions::new("2022-11-30".parse()?))?;
/// let markdown = render_document(&document, "statement.json", RenderFormat::Markdown)?;
/// assert!(String::from_utf8(markdown)?.contains("Example Borough Council"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn render_document(document: &Document, name: &str, format: RenderFormat) -> Result<Vec<u8>, Error> {
    let rendered = match format {
        RenderFormat::Pdf => render_pdf::render(document).map_err(|error| match error {
            render_pdf::RenderError::Invalid(violations) => messages(&violations),
            other => messages(&[other]),
        }),
        RenderFormat::Html => {
            render_html::render(document).map(String::into_bytes).map_err(|error| messages(&error.0))
        }
        RenderFormat::Docx => render_docx::render(document).map_err(|error| match error {
            render_docx::RenderError::Invalid(violations) => messages(&violations),
            other => messages(&[other]),
        }),
        RenderFormat::Markdown => {
            render_markdown::render(document).map(String::into_bytes).map_err(|error| messages(&error.0))
        }
    };
    rendered.map_err(|messages| {
        let problem = |message: String| ags::report::Problem {
            pointer: String::new(),
            position: None,
            message: format!("not rendered as .{}: {message}", format.extension()),
        };
        Error::new(ErrorKind::NotRenderable, name, messages.into_iter().map(problem).collect())
    })
}

fn messages(violations: &[impl ToString]) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::to_json;

    fn options() -> RenderOptions<'static> {
        RenderOptions::new("2022-11-30".parse().unwrap())
    }

    #[test]
    fn every_format_has_its_own_extensions() {
        for format in RenderFormat::ALL {
            assert_eq!(format.extensions()[0], format.extension());
            for extension in format.extensions() {
                assert_eq!(RenderFormat::by_extension(extension), Some(format));
            }
        }
        assert_eq!(RenderFormat::by_extension(""), None);
    }

    #[test]
    fn a_local_code_is_not_rendered() {
        let code = to_json(&ags::example::local_code().unwrap()).unwrap();
        let source = Source::by_name("code.json", code).unwrap();
        let error = compose(&source, &options()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WrongDocument);
    }

    #[test]
    fn what_a_format_cannot_show_is_reported_with_every_reason() {
        let mut statement = ags::example::statement().unwrap();
        statement.local_code.authority.name = governance_model::Text::new("Cyngor \u{4e2d}").unwrap();
        let source = Source::by_name("s.json", to_json(&statement).unwrap()).unwrap();
        let error = render(&source, &options(), RenderFormat::Pdf).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotRenderable);
        assert!(error.to_string().starts_with("s.json: not rendered as .pdf: "), "{error}");
        assert!(render(&source, &options(), RenderFormat::Html).is_ok());
    }
    #[test]
    fn the_worksheet_for_a_return_shows_no_finding_that_is_waived() {
        let mut agar = ags::example::agar().unwrap();
        agar.section_1.signatures.clear();
        let source = Source::by_name("return.json", to_json(&agar).unwrap()).unwrap();
        let options = RenderOptions::new("2024-09-30".parse().unwrap());
        let report = |options: &RenderOptions<'_>| {
            let document = compose(&source, options).unwrap();
            let file = document.attachments.iter().find(|file| file.name == ags::working_papers::REPORT_FILE);
            file.unwrap().content.clone()
        };
        let without = report(&options);
        let waivers = "[[waiver]]\nrule = \"AGAR-SIGN\"\nreason = \"They meet again in June.\"\n\
                       accepted_by = \"Minute 7\"\nuntil = \"2025-01-31\"\n";
        let waivers = Source::by_name("waivers.toml", waivers.as_bytes()).unwrap();
        assert_ne!(report(&RenderOptions { waivers: Some(waivers), ..options }), without);
    }
}
