//! Changes to files, collected and then written together.

use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;
use toml_edit::DocumentMut;

/// Why a rule could not be added.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no such family of rules.
    #[error("{file} does not exist; the part of the code before the first hyphen must be a family of rules")]
    Family { file: String },
    /// The file exists already.
    #[error("{file} exists already; a code is never used again")]
    Exists { file: String },
    /// A file could not be read or written.
    #[error("{file}: {error}")]
    Io { file: String, error: io::Error },
    /// A file does not have the form in which it can be changed.
    #[error("{file}: {expected}")]
    Form { file: String, expected: String },
}

impl Error {
    /// A file that does not have the expected form.
    pub fn form(file: &str, expected: impl Into<String>) -> Self {
        Self::Form { file: file.to_owned(), expected: expected.into() }
    }
}

/// Changes to files below a root.
pub struct Edits<'a> {
    root: &'a Path,
    files: Vec<(String, String)>,
}

impl<'a> Edits<'a> {
    /// No changes yet.
    pub const fn new(root: &'a Path) -> Self {
        Self { root, files: Vec::new() }
    }

    /// Whether a file exists.
    pub fn exists(&self, file: &str) -> bool {
        self.root.join(file).exists()
    }

    /// The content of a file as it is on disk.
    pub fn read(&self, file: &str) -> Result<String, Error> {
        fs::read_to_string(self.root.join(file)).map_err(|error| Error::Io { file: file.to_owned(), error })
    }

    /// A TOML file as it is on disk.
    pub fn toml(&self, file: &str) -> Result<DocumentMut, Error> {
        self.read(file)?.parse().map_err(|error| Error::form(file, format!("{error}")))
    }

    /// Creates a file, which must not exist.
    pub fn create(&mut self, file: &str, text: String) -> Result<(), Error> {
        if self.exists(file) {
            return Err(Error::Exists { file: file.to_owned() });
        }
        self.files.push((file.to_owned(), text));
        Ok(())
    }

    /// Changes a file; the change reports which form it expected where the file does not have it.
    pub fn change(
        &mut self,
        file: &str,
        change: impl FnOnce(&str) -> Result<String, String>,
    ) -> Result<(), Error> {
        let text = change(&self.read(file)?).map_err(|expected| Error::form(file, expected))?;
        self.files.push((file.to_owned(), text));
        Ok(())
    }

    /// Writes all changes.
    pub fn write(self) -> Result<Vec<PathBuf>, Error> {
        for (file, text) in &self.files {
            fs::write(self.root.join(file), text).map_err(|error| Error::Io { file: file.clone(), error })?;
        }
        Ok(self.files.into_iter().map(|(file, _)| file.into()).collect())
    }
}
