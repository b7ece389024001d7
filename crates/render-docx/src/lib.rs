//! Draws a [`Document`] as a Word document.

use std::io::{Cursor, Write};

use ags::Document;
use ags::document::Unfit;
use thiserror::Error;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Why there is no Word document.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The document cannot be drawn as an accessible one.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The parts could not be put into a file.
    #[error("the parts could not be written as a Word document: {0}")]
    Write(String),
}

/// The bytes of a DOCX file that shows the document.
///
/// # Errors
/// - [`RenderError::Unfit`] with every fault, where the document cannot be drawn as an accessible one;
/// - [`RenderError::Write`] for a bug of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    document.fit()?;
    let failed = |error: &dyn std::error::Error| RenderError::Write(error.to_string());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    file.start_file("word/document.xml", SimpleFileOptions::default()).map_err(|error| failed(&error))?;
    let title = quick_xml::escape::escape(document.title.as_str());
    file.write_all(title.as_bytes()).map_err(|error| failed(&error))?;
    Ok(file.finish().map_err(|error| failed(&error))?.into_inner())
}
