//! Drafts a local code on the 2016 edition of the framework from one on the 2007 edition, and tells its gaps
//! and what became of everything in the old code.
//!
//! ```text
//! cargo run --example migrate -- FILE [--summary]
//! ```

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use governance_model::migrate::{Entry, Fate, Migration, Reason, What, migrate};

/// Drafts a local code on the 2016 edition of the framework from one on the 2007 edition.
#[derive(Parser)]
struct Options {
    /// The local code: TOML where the name ends in .toml, JSON otherwise.
    file: PathBuf,
    /// Tells the gaps and what was left behind in words, instead of the draft and the whole account as JSON.
    #[arg(long)]
    summary: bool,
}

fn main() -> ExitCode {
    run::end(draft(&Options::parse()))
}

fn draft(options: &Options) -> Result<(), run::Error> {
    let migration = migrate(&run::load(&options.file)?)?;
    let text =
        if options.summary { summary(&migration) } else { serde_json::to_string_pretty(&migration)? + "\n" };
    run::print(&text)
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
