//! Renders the report of a check.

use ags::HouseStyle;
use ags::report::CheckedFile;

use crate::error::Error;
use crate::render::{RenderFormat, render_document};

/// Renders the report on a document that [`check`](crate::check()) gave, as a paper for officers and a committee.
///
/// # Errors
/// - [`NotRenderable`](crate::error::ErrorKind::NotRenderable) with every reason.
///
/// ```
/// use ags_facade::{CheckOptions, RenderFormat, Source, check, render_report, to_json};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let checked = check(&source, &CheckOptions::new("2022-11-30".parse()?))?.document;
/// let paper = render_report(&checked, &ags::HouseStyle::default(), RenderFormat::Markdown)?;
/// assert!(String::from_utf8(paper)?.starts_with("**Check report: Annual Governance Statement 2021/22**"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn render_report(
    checked: &CheckedFile,
    style: &HouseStyle,
    format: RenderFormat,
) -> Result<Vec<u8>, Error> {
    render_document(&ags::check_report(&checked.report, style), &checked.file, format)
}
