//! Drafts a local code on the 2016 edition of the framework from one on the 2007 edition, and tells its gaps
//! and what became of everything in the old code.
//!
//! ```text
//! cargo run --example migrate -- FILE [--summary]
//! ```
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use governance_model::migrate::{Entry, Fate, MigrateError, Migration, Reason, What, migrate};
use governance_model::{LocalCode, ReadError, read};
use thiserror::Error;

/// Drafts a local code on the 2016 edition of the framework from one on the 2007 edition.
#[derive(Parser)]
struct Options {
    /// The local code: TOML where the name ends in .toml, JSON otherwise.
    file: PathBuf,
    /// Tells the gaps and what was left behind in words, instead of the draft and the whole account as JSON.
    #[arg(long)]
    summary: bool,
}

#[derive(Debug, Error)]
enum Error {
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error("the output: {0}")]
    Output(#[from] io::Error),
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

fn run(options: &Options) -> Result<(), Error> {
    let migration = migrate(&load(&options.file)?)?;
    let text =
        if options.summary { summary(&migration) } else { serde_json::to_string_pretty(&migration)? + "\n" };
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads it, such as head, has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn load(path: &Path) -> Result<LocalCode, Error> {
    let bytes = fs::read(path).map_err(|error| Error::File { path: path.into(), error })?;
    let name = path.display().to_string();
    let toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    Ok(if toml { read::toml(&bytes, &name)? } else { read::json(&bytes, &name)? })
}

fn summary(migration: &Migration) -> String {
    let mut text = String::new();
    let document = &migration.drafted_from;
    let _ =
        writeln!(text, "{}: {}, drafted on the 2016 edition", migration.code.authority.name, document.title);
    for what in What::ALL {
        let tally = migration.tally(what);
        let _ = writeln!(text, "  {what}: {} moved, {} left behind", tally.moved, tally.left);
    }
    let _ = writeln!(text, "{} sub-principles have nothing behind them:", migration.gaps.len());
    for gap in &migration.gaps {
        let _ = writeln!(text, "  {}", gap.says);
    }
    let left: Vec<_> = migration.account.iter().filter_map(by_hand).collect();
    let _ = writeln!(text, "{} things are for a person to place:", left.len());
    for (entry, reason) in left {
        let _ = writeln!(text, "  {} {}: {reason}", entry.at, entry.id.as_deref().unwrap_or_default());
    }
    text
}

/// What was left and has to be placed: not headings, which 2016 replaces, nor judgements, which are made anew.
fn by_hand(entry: &Entry) -> Option<(&Entry, &Reason)> {
    match &entry.fate {
        Fate::Moved { .. } | Fate::Left(Reason::Heading | Reason::Judgement) => None,
        Fate::Left(reason) => Some((entry, reason)),
    }
}
