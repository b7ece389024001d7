//! The archive of the parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::error::RenderError;

/// Parts in the order they are added, all with the same time, so that the same parts give the same bytes.
pub(crate) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    pub(crate) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    pub(crate) fn add(&mut self, name: &str, part: &[u8]) -> Result<(), RenderError> {
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        self.0.start_file(name, options)?;
        Ok(self.0.write_all(part)?)
    }

    pub(crate) fn finish(self) -> Result<Vec<u8>, RenderError> {
        Ok(self.0.finish()?.into_inner())
    }
}
