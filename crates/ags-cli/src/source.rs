//! A file, read and understood.

use std::fs;
use std::path::Path;

use ags::InputError;
use ags::report::{FileError, Position, Problem};
use ags::{Format, Input};
use governance_model::ReadError;
use governance_model::read::MOST_BYTES;

use crate::{place, shown};

/// A file of JSON or TOML.
pub struct Source {
    /// Its name, as a terminal may see it.
    pub name: String,
    /// How it is written.
    pub notation: Format,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file gives no paper.
pub enum Refused {
    /// It is well formed and something else: what its `schema` says, or none where it says nothing.
    Other(Option<String>, FileError),
    /// It cannot be read, or does not hold what it should.
    Broken(FileError),
}

impl Source {
    /// Reads a file, unless it is larger than what is taken.
    ///
    /// # Errors
    /// - [`FileError`] for a file that is neither JSON nor TOML by its name, is too large or cannot be read.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let name = shown::name(path);
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let Some(notation) = Format::of(&extension) else {
            return Err(whole(
                &name,
                "its name ends in neither .json nor .toml; give a file of one of these",
            ));
        };
        let unreadable = |error: std::io::Error| whole(&name, &error.to_string());
        let metadata = fs::metadata(path).map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(whole(&name, "it is a folder"));
        }
        if usize::try_from(metadata.len()).is_ok_and(|length| length > MOST_BYTES) {
            let says =
                format!("{} bytes are too many; {MOST_BYTES} (32 MiB) are the most we read", metadata.len());
            return Err(whole(&name, &says));
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        Ok(Self { name, notation, bytes })
    }

    /// The paper in it.
    ///
    /// # Errors
    /// - [`Refused`] for one that is something else, or is broken.
    pub fn paper(&self) -> Result<Input, Refused> {
        Input::read(&self.bytes, self.notation, &self.name).map_err(|error| match error {
            InputError::NotCheckable { document, .. } => {
                let says = error_without_name(
                    &self.name,
                    &InputError::NotCheckable { name: self.name.clone(), document: document.clone() },
                );
                Refused::Other(document, whole(&self.name, &says))
            }
            InputError::Read(error) if self.is_no_object(&error) => Refused::Other(None, self.unread(&error)),
            InputError::Read(error) => Refused::Broken(self.unread(&error)),
            other => Refused::Broken(whole(&self.name, &error_without_name(&self.name, &other))),
        })
    }

    /// Whether the document is a bare list, number or string, as no document of ours is.
    fn is_no_object(&self, error: &ReadError) -> bool {
        let well_formed = matches!(error, ReadError::Content { .. });
        well_formed && self.notation == Format::Json && !self.text().trim_start().starts_with('{')
    }

    /// Why it cannot be read, with the position of every problem.
    pub fn unread(&self, error: &ReadError) -> FileError {
        let text = self.text();
        let problem = match error {
            ReadError::Content { problems, .. } => {
                let places =
                    place::positions(&text, self.notation, problems.iter().map(|one| one.pointer.as_str()));
                let problems = problems.iter().map(|one| Problem {
                    pointer: shown::plain(&one.pointer),
                    position: places
                        .get(&one.pointer)
                        .copied()
                        .or_else(|| self.told(&text, one.line, one.column)),
                    message: shown::plain(&one.message).replace('\n', " "),
                });
                return FileError { file: self.name.clone(), problems: problems.collect() };
            }
            ReadError::Malformed { line, column, says, .. } => Problem {
                pointer: String::new(),
                position: self.told(&text, Some(*line), Some(*column)),
                message: shown::plain(says).replace('\n', " "),
            },
            ReadError::NotUtf8 { line, column, byte, .. } => Problem {
                pointer: String::new(),
                position: Some(Position { line: *line, column: *column }),
                message: format!("byte {byte:#04x} is not UTF-8; save the file as UTF-8"),
            },
            other => return whole(&self.name, &error_without_name(&self.name, other)),
        };
        FileError { file: self.name.clone(), problems: vec![problem] }
    }

    /// The text; what is no UTF-8 in it is replaced.
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
    }

    /// A place as the reader tells it; in JSON its column is in bytes.
    fn told(&self, text: &str, line: Option<usize>, column: Option<usize>) -> Option<Position> {
        let (line, column) = (line?.max(1), column?.max(1));
        let bytes = |line: &str| line.char_indices().take_while(|(at, _)| at + 1 < column).count() + 1;
        match self.notation {
            Format::Json => {
                Some(Position { line, column: text.split('\n').nth(line - 1).map_or(column, bytes) })
            }
            Format::Toml => Some(Position { line, column }),
        }
    }
}

/// One problem of a file as a whole.
pub fn whole(name: &str, says: &str) -> FileError {
    let problem =
        Problem { pointer: String::new(), position: None, message: shown::plain(says).replace('\n', " ") };
    FileError { file: name.into(), problems: vec![problem] }
}

/// What an error says after the name of the file.
fn error_without_name(name: &str, error: &impl ToString) -> String {
    let says = error.to_string();
    says.strip_prefix(name).map_or(says.as_str(), |rest| rest.trim_start_matches([':', ' '])).to_owned()
}
