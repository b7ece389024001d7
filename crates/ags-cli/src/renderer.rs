//! Renders a document in one or more formats.

use std::path::PathBuf;

use ags::Document;
use ags_facade::RenderFormat;

use crate::failure::Failure;
use crate::source;

/// The files of a document, one for each format.
///
/// # Errors
/// - [`Failure::Work`] if it cannot be rendered in one of them.
pub fn render(
    name: &str,
    document: &Document,
    files: Vec<(RenderFormat, PathBuf)>,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let render = |(format, path): (RenderFormat, PathBuf)| {
        let bytes =
            ags_facade::render_document(document, name, format).map_err(|error| source::failure(&error))?;
        Ok((path, bytes))
    };
    files.into_iter().map(render).collect()
}
