//! Reads a file.

use std::fs;
use std::path::Path;

use ags::report::{FileError, Problem};
use ags_facade::{Error, Source};
use governance_model::read::MOST_BYTES;

use crate::failure::Failure;
use crate::terminal;

/// Reads a file of JSON or TOML, unless it is too large.
///
/// # Errors
/// - [`FileError`] for a file that is neither JSON nor TOML by its name, is too large or cannot be read.
pub fn read(path: &Path) -> Result<Source<'static>, FileError> {
    let name = terminal::name(path);
    // The name decides the format, so a wrong one is reported before the file is opened.
    let source = Source::by_name(name, Vec::new()).map_err(Error::into_file_error)?;
    let bytes = bytes(path, MOST_BYTES, |bytes| {
        format!("{bytes} bytes are too many; {MOST_BYTES} (32 MiB) are the most we read")
    })?;
    Ok(Source { bytes: bytes.into(), ..source })
}

/// Reads the bytes of a file, unless there are more than `most`.
///
/// # Errors
/// - [`FileError`] for a file that is too large or cannot be read.
pub fn bytes(path: &Path, most: usize, too_many: impl Fn(usize) -> String) -> Result<Vec<u8>, FileError> {
    let name = terminal::name(path);
    let unreadable = |error: std::io::Error| whole(&name, &error.to_string());
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(whole(&name, "it is a folder"));
    }
    let length = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    if length > most {
        return Err(whole(&name, &too_many(length)));
    }
    fs::read(path).map_err(unreadable)
}

/// Reads last year's statement, and makes sure that it is a statement.
///
/// # Errors
/// - [`Failure::Work`] for a file that cannot be read or does not hold a statement.
pub fn prior(path: &Path) -> Result<Source<'static>, Failure> {
    let source = read(path).map_err(|error| Failure::Work(terminal::lines(&error)))?;
    source.statement().map_err(|error| failure(&error))?;
    Ok(source)
}

/// An error that stops the command.
pub fn failure(error: &Error) -> Failure {
    Failure::Work(error.to_string())
}

/// One problem of a file as a whole.
pub fn whole(name: &str, message: &str) -> FileError {
    let message = terminal::plain(message).replace('\n', " ");
    FileError {
        file: name.into(),
        problems: vec![Problem { pointer: String::new(), position: None, message }],
    }
}
