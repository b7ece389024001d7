//! One run: a council's files are read, and its statement with the report of its check is written to a folder.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ags::statement::{AssembleError, SignOff, SignOffError};
use ags::{Outcome, Report, Severity, Statement, words};
use chrono::NaiveDate;
use governance_model::{AnnualReview, LocalCode, ReadError, read};
use render_pdf::RenderError;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Assemble(#[from] AssembleError),
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    SignOff(Vec<SignOffError>),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Ends the program: what went wrong on standard error, and 3 for it.
pub fn end(run: Result<(), Error>) -> ExitCode {
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

/// The statement that `local-code.toml`, `review.toml` and a sign-off make, all in one folder.
pub fn statement(fixture: &Path, sign_off: &str) -> Result<Statement, Error> {
    let code: LocalCode = load(fixture, "local-code.toml")?;
    let review: AnnualReview = load(fixture, "review.toml")?;
    let sign_off: SignOff = load(fixture, sign_off)?;
    Statement::assemble(&code, &review)?.sign_off(sign_off).map_err(Error::SignOff)
}

/// Checks the statement as on a day, writes it and its report to a folder, and says what came of it.
pub fn publish(statement: &Statement, as_at: NaiveDate, folder: &Path) -> Result<String, Error> {
    let report = ags::check(statement, as_at);
    let pdf = render_pdf::render(&ags::compose(statement, &report))?;
    write(folder, "statement.pdf", &pdf)?;
    write(folder, "statement.json", &serde_json::to_vec_pretty(statement)?)?;
    write(folder, "report.json", &serde_json::to_vec_pretty(&report)?)?;
    write(folder, "report.txt", report.to_string().as_bytes())?;
    Ok(summary(folder, &report))
}

fn load<T: governance_model::Versioned + serde::de::DeserializeOwned>(fixture: &Path, name: &str) -> Result<T, Error> {
    let path = fixture.join(name);
    let bytes = fs::read(&path).map_err(|error| Error::File { path: path.clone(), error })?;
    Ok(read::toml(&bytes, &path.display().to_string())?)
}

/// Writes beside the file and renames, so that nobody ever sees half of it.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
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
    let _ = writeln!(text, "  wrote statement.pdf statement.json report.json report.txt");
    let _ = writeln!(
        text,
        "  checked as at {}: {} rules met, {} not met, {} not due yet, {} not applicable, {} for a person, {} cannot tell",
        words::date(report.as_at),
        counts.met,
        counts.not_met,
        counts.not_due_yet,
        counts.not_applicable,
        counts.ask_a_person,
        counts.cannot_tell
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
    let mut law = report.results.iter().filter(|result| result.severity == Severity::Statute);
    if law.clone().any(|result| matches!(result.outcome, Outcome::CannotTell { .. })) {
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
    for result in report.results.iter().filter(|result| result.severity == Severity::Statute) {
        let provisions: Vec<&str> = result.cites.iter().map(|cite| cite.provision).collect();
        let cited = format!("{}, {}", result.code, provisions.join(", "));
        match &result.outcome {
            Outcome::NotDueYet { due, needs } => {
                lines.push((*due, format!("by {}: {needs} [{cited}]", words::date(*due))));
            }
            Outcome::NotMet { findings } => lines.extend(
                findings
                    .iter()
                    .map(|one| (NaiveDate::MIN, format!("now: {} {} [{cited}]", one.says, one.mend))),
            ),
            _ => {}
        }
    }
    lines.sort_by_key(|(due, _)| *due);
    lines.into_iter().map(|(_, line)| line).collect()
}
