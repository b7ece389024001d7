//! What the examples share: files read and written, what can go wrong, and one run from a council's papers to its
//! statement with the report of its check.
#![allow(clippy::print_stderr, reason = "a command talks to its user")]

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ags::document::InvalidDocument;
use ags::statement::{AssembleError, SignOffError};
use ags::{Format, Outcome, Report, Severity, Statement, english};
use chrono::NaiveDate;
use extract::ExtractError;
use governance_model::migrate::MigrateError;
use governance_model::{ReadError, Versioned};
use serde::de::DeserializeOwned;
use thiserror::Error;

/// Why an example could not do its work.
#[derive(Debug, Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Standard input could not be read, or standard output not written.
    #[error("standard input or output: {0}")]
    Stream(#[from] io::Error),
    /// A document does not hold what it should.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A text gives no local code.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// A local code cannot be drafted on the framework of 2016.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// A local code and a review do not hang together.
    #[error(transparent)]
    Assemble(#[from] AssembleError),
    /// The steps of a sign-off are out of order; all that are.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    SignOff(Vec<SignOffError>),
    /// A statement cannot be drawn as PDF.
    #[error(transparent)]
    Pdf(#[from] render_pdf::RenderError),
    /// A statement cannot be drawn as Word.
    #[error(transparent)]
    Word(#[from] render_docx::RenderError),
    /// A statement cannot be drawn as HTML or Markdown.
    #[error(transparent)]
    InvalidDocument(#[from] InvalidDocument),
    /// A value cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Ends the program: what went wrong on standard error, and 3 for it.
#[must_use]
pub fn end(run: Result<(), Error>) -> ExitCode {
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

/// The bytes of a file.
///
/// # Errors
/// - [`Error::File`] where the system gives none.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::File { path: path.into(), error })
}

/// A document: TOML where the name of its file ends in `.toml`, JSON otherwise.
///
/// # Errors
/// - [`Error::File`] where there are no bytes to be had;
/// - [`Error::Read`] where they do not hold the document.
pub fn load<T: Versioned + DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let notation = path.extension().and_then(|extension| Format::of(&extension.to_string_lossy()));
    Ok(notation.unwrap_or(Format::Json).read(&read(path)?, &path.display().to_string())?)
}

/// Prints to standard output, and stops quietly where whoever reads it, such as `head`, has had enough.
///
/// # Errors
/// - [`Error::Stream`] where the words cannot be written.
pub fn print(words: &str) -> Result<(), Error> {
    match io::stdout().lock().write_all(words.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// The statement that `local-code.toml`, `review.toml` and a sign-off make, all in one folder.
///
/// # Errors
/// - [`Error::File`] and [`Error::Read`], as [`load`] gives them;
/// - [`Error::Assemble`] and [`Error::SignOff`] where the papers contradict each other.
pub fn statement(fixture: &Path, sign_off: &str) -> Result<Statement, Error> {
    let code = load(&fixture.join("local-code.toml"))?;
    let review = load(&fixture.join("review.toml"))?;
    let sign_off = load(&fixture.join(sign_off))?;
    Statement::assemble(&code, &review)?.sign_off(sign_off).map_err(Error::SignOff)
}

/// Checks the statement as on a day, writes it and its report to a folder, and says what came of it.
///
/// # Errors
/// - [`Error::Pdf`], [`Error::Word`] and [`Error::InvalidDocument`] where it cannot be drawn;
/// - [`Error::File`] where it cannot be written.
pub fn publish(statement: &Statement, as_at: NaiveDate, folder: &Path) -> Result<String, Error> {
    let report = ags::check(statement, as_at);
    let document = ags::compose(statement, &report);
    write(folder, "statement.pdf", &render_pdf::render(&document)?)?;
    write(folder, "statement.html", render_html::render(&document)?.as_bytes())?;
    write(folder, "statement.docx", &render_docx::render(&document)?)?;
    write(folder, "statement.md", render_markdown::render(&document)?.as_bytes())?;
    write(folder, "statement.json", &serde_json::to_vec_pretty(statement)?)?;
    write(folder, "report.json", &serde_json::to_vec_pretty(&report)?)?;
    write(folder, "report.txt", report.to_string().as_bytes())?;
    Ok(summary(folder, &report))
}

/// Writes beside the file and renames, so that nobody ever sees half of it.
///
/// # Errors
/// - [`Error::File`] where the file or its folder cannot be written.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let (path, beside) = (folder.join(name), folder.join(format!(".{name}.part")));
    let written = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&beside, bytes))
        .and_then(|()| fs::rename(&beside, &path));
    written.map_err(|error| {
        // What was begun is no use to anybody; the error that counts is the one at hand.
        let _ = fs::remove_file(&beside);
        Error::File { path, error }
    })
}

fn summary(folder: &Path, report: &Report) -> String {
    let mut text = String::new();
    let counts = report.counts();
    let _ = writeln!(text, "{}", folder.display());
    let written =
        "statement.pdf statement.html statement.docx statement.md statement.json report.json report.txt";
    let _ = writeln!(text, "  wrote {written}");
    let _ = writeln!(
        text,
        "  checked as at {}: {} rules met, {} not met, {} not due yet, {} not applicable, {} for a person, {} cannot tell",
        english::date(report.as_at),
        counts.met,
        counts.not_met,
        counts.not_due_yet,
        counts.not_applicable,
        counts.needs_review,
        counts.indeterminate
    );
    let standing = standing(report);
    if standing.is_empty() {
        let _ = writeln!(text, "  {}", nothing_stands(report));
    } else {
        let _ = writeln!(text, "  between it and lawful publication stand:");
        for line in standing {
            let _ = writeln!(text, "    {line}");
        }
    }
    text.push('\n');
    text
}

/// Why nothing is listed: the regulations are met, or nobody can tell, or none of them binds.
fn nothing_stands(report: &Report) -> &'static str {
    let mut law = report.results.iter().filter(|result| result.severity == Severity::Statutory);
    if law.clone().any(|result| matches!(result.outcome, Outcome::Indeterminate { .. })) {
        "what stands between it and lawful publication cannot be told"
    } else if law.all(|result| matches!(result.outcome, Outcome::NotApplicable { .. })) {
        "no regulation that was checked binds a statement for this year"
    } else {
        "nothing stands between it and lawful publication"
    }
}

/// What a regulation still asks, the earliest day first, and what it asked in vain before that.
fn standing(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for result in report.results.iter().filter(|result| result.severity == Severity::Statutory) {
        let provisions: Vec<&str> = result.citations.iter().map(|cite| &*cite.provision).collect();
        let cited = format!("{}, {}", result.code, provisions.join(", "));
        match &result.outcome {
            Outcome::NotDueYet { due, action: needs } => {
                lines.push((*due, format!("by {}: {needs} [{cited}]", english::date(*due))));
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
