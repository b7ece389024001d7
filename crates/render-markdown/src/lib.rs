//! Draws a [`Document`] as Markdown.

use ags::Document;
use ags::document::Unfit;

/// The Markdown that shows the document.
///
/// # Errors
/// - [`Unfit`] with every fault, where the document cannot be drawn as an accessible one.
pub fn render(document: &Document) -> Result<String, Unfit> {
    document.fit()?;
    Ok(document.title.clone())
}
