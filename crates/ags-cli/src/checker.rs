//! Reads and checks one of many files.

use ags::report::{CheckedFile, FileError};
use ags_facade::{CheckOptions, Checked, Error, ErrorKind, Source};

use crate::priors::{Prior, Priors};
use crate::walk::Found;
use crate::{source, terminal};

/// How many of the files that hold last year's statement a note names; it counts the others.
const MOST_NAMED: usize = 3;

/// The result of one file.
pub enum FileOutcome {
    /// It was checked; the notes are about how.
    Checked(Box<CheckedFile>, Option<String>),
    /// It could not be, and the error is shown like this.
    Error(FileError, String),
    /// It holds something else; a note if that may surprise.
    Skipped(Option<String>),
}

/// Checks files, each with last year's statement if another file holds it.
pub struct Checker<'a> {
    /// How each is checked.
    pub options: CheckOptions<'static>,
    /// The statements among the files, by authority and year.
    pub priors: Priors,
    /// The files.
    pub files: &'a [Found],
    /// What was read from standard input, if that is the one file.
    pub standard_input: Option<Result<Source<'static>, FileError>>,
    /// Whether errors are shown in their file, and if so whether in colour.
    pub label: Option<bool>,
}

impl Checker<'_> {
    /// Reads a file and checks it.
    pub fn check(&self, index: usize) -> FileOutcome {
        let Some(found) = self.files.get(index) else { return FileOutcome::Skipped(None) };
        let read = self.standard_input.clone().unwrap_or_else(|| source::read(&found.path));
        let source = match read {
            Ok(source) => source,
            Err(error) => {
                let lines = terminal::lines(&error);
                return FileOutcome::Error(error, lines);
            }
        };
        let (prior, note) = self.prior(index, &source.name);
        match self.check_with(&source, prior) {
            Ok(checked) => FileOutcome::Checked(Box::new(checked.document), note),
            Err(error) if !found.named && error.kind() == ErrorKind::WrongDocument => {
                FileOutcome::Skipped(None)
            }
            Err(error) if !found.named && error.kind() == ErrorKind::UnknownDocument => {
                FileOutcome::Skipped(Some(skipped(&source.name)))
            }
            Err(error) => self.error(error, &source),
        }
    }

    fn check_with(&self, source: &Source<'_>, prior: Option<Source<'static>>) -> Result<Checked, Error> {
        let Some(prior) = prior else { return ags_facade::check(source, &self.options) };
        let name = prior.name.clone();
        let options = CheckOptions { prior: Some(prior), ..self.options.clone() };
        match ags_facade::check(source, &options) {
            // A broken file is reported when it is checked itself; it does not spoil the next year's.
            Err(error) if error.file() == name => ags_facade::check(source, &self.options),
            checked => checked,
        }
    }

    fn error(&self, error: Error, source: &Source<'_>) -> FileOutcome {
        let error = terminal::file_error(error.into_file_error());
        let lines = match self.label {
            Some(colour) => terminal::labelled(&error, &source.text(), colour),
            None => terminal::lines(&error),
        };
        FileOutcome::Error(error, lines)
    }

    /// Last year's statement among the files, or a note if several files hold it.
    fn prior(&self, index: usize, name: &str) -> (Option<Source<'static>>, Option<String>) {
        let path = |index: &usize| self.files.get(*index).map(|found| found.path.as_path());
        match self.priors.of(index) {
            Prior::None => (None, None),
            Prior::File(index) => (path(&index).and_then(|path| source::read(path).ok()), None),
            Prior::Several(several) => {
                let named = several.iter().take(MOST_NAMED).filter_map(path).map(terminal::name);
                let named = named.collect::<Vec<_>>().join(", ");
                let more = match several.len().saturating_sub(MOST_NAMED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                let note = format!(
                    "{name}: not compared with last year's statement, because several files hold it: {named}{more}"
                );
                (None, Some(note))
            }
        }
    }
}

/// The note about a file that is not a document of this library.
pub fn skipped(name: &str) -> String {
    format!("{name}: skipped, because it is not a known document")
}
