//! What the examples share: reading and writing files, errors, and one run from a council's documents to its statement
//! with the report of its check.
#![allow(clippy::print_stderr, reason = "a command talks to its user")]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ags::statement::{AssembleError, SignOffError};
use ags::{Format, HouseStyle, Outcome, Report, Severity, Statement, english};
use ags_facade::RenderFormat;
use chrono::NaiveDate;
use clap::Parser;
use extract::ExtractError;
use governance_model::migrate::MigrateError;
use governance_model::read::MOST_BYTES;
use governance_model::{ReadError, Text, TextError, Versioned, printable, printable_name};
use serde::de::DeserializeOwned;
use thiserror::Error;

/// Why an example could not do its work.
#[derive(Debug, Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("{}: {error}", printable_name(path))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file would be written over that is read.
    #[error(
        "{}: this is the input {}, which is never overwritten; write to another folder",
        printable_name(out),
        printable_name(input)
    )]
    Input {
        /// The file to write.
        out: PathBuf,
        /// The file that is read.
        input: PathBuf,
    },
    /// Standard input could not be read, or standard output not written.
    #[error("standard input or output: {0}")]
    Stream(#[from] io::Error),
    /// The content of a document is invalid.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A text does not contain a local code.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// A local code cannot be drafted on the framework of 2016.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// A local code and a review contradict each other.
    #[error(transparent)]
    Assemble(#[from] AssembleError),
    /// Steps of a sign-off are out of order; all of them.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    SignOff(Vec<SignOffError>),
    /// Words of an example cannot be printed.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A document cannot be read, checked or rendered.
    #[error(transparent)]
    Facade(#[from] ags_facade::Error),
    /// A value cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The options of the command line. What is wrong with them is printed as everything else is.
#[must_use]
pub fn options<O: Parser>() -> O {
    O::try_parse().unwrap_or_else(|error| {
        if !error.use_stderr() {
            error.exit();
        }
        eprint!("{}", printable(&error.render().to_string()));
        std::process::exit(error.exit_code())
    })
}

/// Ends the program: an error goes to standard error, with exit code 3.
#[must_use]
pub fn end(run: Result<(), Error>) -> ExitCode {
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", printable(&error.to_string()));
            ExitCode::from(3)
        }
    }
}

/// The bytes of a regular file, within the limit of the library.
///
/// # Errors
/// - [`Error::File`] if it cannot be read or is no regular file.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = || {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("this is no regular file"));
        }
        read_within(&mut File::open(path)?)
    };
    bytes().map_err(|error| Error::File { path: path.into(), error })
}

/// Reads to the end, within the limit of the library.
///
/// # Errors
/// - an error for more than [`MOST_BYTES`].
pub fn read_within(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MOST_BYTES {
        return Err(io::Error::other(format!("there are more than {MOST_BYTES} bytes, the most we read")));
    }
    Ok(bytes)
}

/// Refuses to write over the file that is read.
///
/// # Errors
/// - [`Error::Input`] if both paths lead to one file.
pub fn refuse_input(out: &Path, input: Option<&Path>) -> Result<(), Error> {
    match (out.canonicalize(), input.map(Path::canonicalize)) {
        (Ok(one), Some(Ok(other))) if one == other => {
            Err(Error::Input { out: out.into(), input: input.unwrap_or(out).into() })
        }
        _ => Ok(()),
    }
}

/// A document: TOML if the name of its file ends in `.toml`, JSON otherwise.
///
/// # Errors
/// - [`Error::File`] if the file cannot be read;
/// - [`Error::Read`] if it does not hold the document.
pub fn load<T: Versioned + DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let format = path.extension().and_then(|extension| Format::of(&extension.to_string_lossy()));
    Ok(format.unwrap_or(Format::Json).read(&read(path)?, &printable_name(path))?)
}

/// Prints to standard output without what controls a terminal, and stops quietly if its reader, such as `head`, has closed it.
///
/// # Errors
/// - [`Error::Stream`] if the text cannot be written.
pub fn print(text: &str) -> Result<(), Error> {
    match io::stdout().lock().write_all(printable(text).as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// The sample statement that `local-code.toml`, a review and a sign-off make, all in one folder; `shows` says what it
/// is a sample of.
///
/// # Errors
/// - [`Error::File`] and [`Error::Read`], as [`load`] gives them;
/// - [`Error::Assemble`] and [`Error::SignOff`] if the documents contradict each other;
/// - [`Error::Text`] if `shows` cannot be printed.
pub fn sample(fixture: &Path, review: &str, sign_off: &str, shows: &str) -> Result<Statement, Error> {
    let code = load(&fixture.join("local-code.toml"))?;
    let review = load(&fixture.join(review))?;
    let sign_off = load(&fixture.join(sign_off))?;
    let mut statement = Statement::assemble(&code, &review)?.sign_off(sign_off).map_err(Error::SignOff)?;
    statement.sample = Some(Text::new(shows)?);
    Ok(statement)
}

/// Checks the statement as at a date, writes it and the report of its check to a folder, and summarises the report.
///
/// # Errors
/// - [`Error::Facade`] if it cannot be rendered;
/// - [`Error::File`] if it cannot be written.
pub fn publish(statement: &Statement, as_at: NaiveDate, folder: &Path) -> Result<String, Error> {
    let report = ags::check(statement, as_at);
    let statement_pages = ags::compose(statement, as_at);
    let report_pages = ags::check_report(&report, &HouseStyle::default());
    for format in RenderFormat::ALL {
        for (name, document) in [("statement", &statement_pages), ("check-report", &report_pages)] {
            let bytes = ags_facade::render_document(document, name, format)?;
            write(folder, &format!("{name}.{}", format.extension()), &bytes)?;
        }
    }
    write(folder, "statement.json", &serde_json::to_vec_pretty(statement)?)?;
    write(folder, "report.json", &serde_json::to_vec_pretty(&report)?)?;
    write(folder, "report.txt", report.to_string().as_bytes())?;
    Ok(summary(folder, &report))
}

/// Writes a temporary file and renames it, so that nobody ever sees half of it.
///
/// # Errors
/// - [`Error::File`] if the file or its folder cannot be written.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let (path, temporary) = (folder.join(name), folder.join(format!(".{name}.part")));
    let written = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&temporary, bytes))
        .and_then(|()| fs::rename(&temporary, &path));
    written.map_err(|error| {
        // The first error is the one to report.
        let _ = fs::remove_file(&temporary);
        Error::File { path, error }
    })
}

fn summary(folder: &Path, report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", printable_name(folder));
    for written in [
        "statement.pdf statement.html statement.docx statement.md statement.json",
        "check-report.pdf check-report.html check-report.docx check-report.md report.json report.txt",
    ] {
        let _ = writeln!(text, "  wrote {written}");
    }
    let outcomes = report.counts().named().map(|(count, outcome)| format!("{count} {outcome}")).join(", ");
    let _ = writeln!(text, "  checked as at {}: {outcomes}", english::date(report.as_at));
    let required = required(report);
    if required.is_empty() {
        let _ = writeln!(text, "  {}", nothing_required(report));
    } else {
        let _ = writeln!(text, "  required by law before publication:");
        for line in required {
            let _ = writeln!(text, "    {line}");
        }
    }
    text.push('\n');
    text
}

/// Why nothing is listed: the regulations are met, or it is indeterminate, or none of them applies.
fn nothing_required(report: &Report) -> &'static str {
    let mut law = report.results.iter().filter(|result| result.severity == Severity::Statutory);
    if law.clone().any(|result| matches!(result.outcome, Outcome::Indeterminate { .. })) {
        "what the law requires before publication is indeterminate"
    } else if law.all(|result| matches!(result.outcome, Outcome::NotApplicable { .. })) {
        "no regulation that was checked applies to a statement for this year"
    } else {
        "nothing more is required by law before publication"
    }
}

/// What regulations require: first what is not met, then what is not due yet, the earliest date first.
fn required(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for result in report.results.iter().filter(|result| result.severity == Severity::Statutory) {
        let provisions: Vec<&str> = result.citations.iter().map(|cite| &*cite.provision).collect();
        let cited = format!("{}, {}", result.code, provisions.join(", "));
        match &result.outcome {
            Outcome::NotDueYet { due, action } => {
                lines.push((*due, format!("by {}: {action} [{cited}]", english::date(*due))));
            }
            Outcome::NotMet { findings } => lines.extend(
                findings
                    .iter()
                    .map(|one| (NaiveDate::MIN, format!("now: {} {} [{cited}]", one.message, one.fix))),
            ),
            _ => {}
        }
    }
    lines.sort_by_key(|(due, _)| *due);
    lines.into_iter().map(|(_, line)| line).collect()
}
