//! Draws a [`Document`] as one HTML file that needs nothing else.

use ags::Document;
use ags::document::Unfit;

/// The HTML file that shows the document.
///
/// # Errors
/// - [`Unfit`] with every fault, where the document cannot be drawn as an accessible one.
pub fn render(document: &Document) -> Result<String, Unfit> {
    document.fit()?;
    Ok(maud::html! { title { (document.title) } }.into_string())
}
