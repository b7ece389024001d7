//! Renders a file in one or more formats.

use std::path::PathBuf;

use ags::{Document, HouseStyle};
use ags_facade::{CheckOptions, Error, RenderFormat, Source};

use crate::failure::Failure;
use crate::output::Output;
use crate::source;

/// How every file is rendered.
pub struct Renderer {
    /// How it is checked, for the report in it.
    pub options: CheckOptions<'static>,
    /// The council's branding.
    pub style: HouseStyle,
}

impl Renderer {
    /// The document of a statement or a return.
    ///
    /// # Errors
    /// - [`Error`] for any other file.
    pub fn compose(&self, source: &Source<'_>) -> Result<Document, Error> {
        ags_facade::compose(source, &self.options, &self.style)
    }
}

/// Renders a document in every format, then writes the files.
///
/// # Errors
/// - [`Failure::Work`] if it cannot be rendered in one of them, or a file cannot be written; then none is.
pub fn write(name: &str, document: &Document, files: Vec<(RenderFormat, PathBuf)>) -> Result<(), Failure> {
    let render = |(format, path): (RenderFormat, PathBuf)| {
        let bytes =
            ags_facade::render_document(document, name, format).map_err(|error| source::failure(&error))?;
        Ok((path, bytes))
    };
    let files: Vec<(PathBuf, Vec<u8>)> = files.into_iter().map(render).collect::<Result<_, Failure>>()?;
    Output::write_all_files(&files)
}
