//! `ags test`: runs test cases.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ags::report::{FileError, Junit, ReportWriter as _, Tap};
use ags::{Severity, Verdict};
use governance_model::read::MOST_BYTES;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{Test, TestFormat};
use crate::output::Output;
use crate::summary::Summary;
use crate::walk::{Found, Walk};
use crate::{source, terminal};

/// Writes the results in one of the formats.
enum VerdictWriter<W> {
    Text(W),
    Tap(Tap<W>),
    Junit(Junit<W>),
}

/// Runs the test cases that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] if there are no cases, or the result cannot be written.
pub fn test(options: &Test, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of(&options.files);
    let files = walk.files.iter().filter(|found| found.named || ends_in_toml(&found.path));
    let Console { out, err, today, .. } = console;
    let mut output = Output::to(None, &mut **out)?;
    let mut writer = VerdictWriter::new(options.format, &mut output, *today)?;
    let mut summary = Summary::new(&mut **err, walk.skipped);
    let mut errors = walk.errors.clone();
    for found in files {
        match verdicts(found) {
            Ok(None) => summary.skipped(None),
            Ok(Some((name, verdicts))) => {
                for verdict in &verdicts {
                    summary.done(!verdict.is_as_expected());
                }
                writer.verdicts(&name, &verdicts)?;
            }
            Err(error) => errors.push(error),
        }
    }
    for error in &errors {
        summary.unreadable(&terminal::lines(error));
        writer.file_error(error)?;
    }
    if summary.is_empty() {
        return Err(Failure::Work("there are no test cases to run".into()));
    }
    writer.finish(summary.done, summary.failing)?;
    let code = summary.exit_code();
    output.done()?;
    Ok(code)
}

fn ends_in_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The results of the cases in a file; the documents they name are read from its folder. `None` for a document found
/// in a folder, which is there for cases to start from.
fn verdicts(found: &Found) -> Result<Option<(String, Vec<Verdict>)>, FileError> {
    let path = &found.path;
    let source = source::read(path)?;
    if !found.named && source.input().is_ok() {
        return Ok(None);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let files = |name: &str| {
        let path: PathBuf = folder.join(name);
        let too_many =
            |bytes| format!("{bytes} bytes are too many; {MOST_BYTES} (32 MiB) are the most we read");
        source::bytes(&path, MOST_BYTES, too_many).map_err(|error| terminal::lines(&error))
    };
    let verdicts =
        ags_facade::test(&source, &files).map_err(|error| terminal::file_error(error.into_file_error()))?;
    Ok(Some((source.name.into(), verdicts)))
}

impl<W: Write> VerdictWriter<W> {
    fn new(format: TestFormat, to: W, today: chrono::NaiveDate) -> io::Result<Self> {
        Ok(match format {
            TestFormat::Text => Self::Text(to),
            TestFormat::Tap => Self::Tap(Tap::new(to, Severity::Advisory)?),
            TestFormat::Junit => Self::Junit(Junit::new(to, today, Severity::Advisory)?),
        })
    }

    fn verdicts(&mut self, file: &str, verdicts: &[Verdict]) -> io::Result<()> {
        match self {
            Self::Text(to) => verdicts
                .iter()
                .filter(|verdict| !verdict.is_as_expected())
                .try_for_each(|verdict| writeln!(to, "{file}: {}", terminal::plain(&verdict.to_string()))),
            Self::Tap(tap) => tap.verdicts(file, verdicts),
            Self::Junit(junit) => junit.verdicts(file, verdicts),
        }
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        match self {
            Self::Text(_) => Ok(()),
            Self::Tap(tap) => tap.file_error(error),
            Self::Junit(junit) => junit.file_error(error),
        }
    }

    fn finish(&mut self, cases: usize, failures: usize) -> io::Result<()> {
        match self {
            Self::Text(to) => writeln!(to, "{cases} cases, {failures} not as expected"),
            Self::Tap(tap) => tap.plan(),
            Self::Junit(junit) => junit.close(),
        }
    }
}
