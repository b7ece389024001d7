//! Drafts a local code on the 2016 edition of the framework from one on the 2007 edition, and reports its gaps
//! and what became of everything in the old code.
//!
//! ```text
//! cargo run --example migrate -- FILE [--summary]
//! ```

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use governance_model::migrate::{Disposition, ItemKind, LedgerEntry, Migration, Reason, migrate};

/// Drafts a local code on the 2016 edition of the framework from one on the 2007 edition.
#[derive(Parser)]
struct Options {
    /// The local code: TOML where the name ends in .toml, JSON otherwise.
    file: PathBuf,
    /// Prints the gaps and what was left behind in words, instead of the draft and the whole ledger as JSON.
    #[arg(long)]
    summary: bool,
}

fn main() -> ExitCode {
    run::end(draft(&run::options()))
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
    for kind in ItemKind::ALL {
        let summary = migration.summary(kind);
        let _ = writeln!(text, "  {kind}: {} moved, {} left behind", summary.moved, summary.left);
    }
    let _ = writeln!(text, "{} sub-principles have no evidence:", migration.gaps.len());
    for gap in &migration.gaps {
        let _ = writeln!(text, "  {}", gap.text);
    }
    let left: Vec<_> = migration.ledger.iter().filter_map(by_hand).collect();
    let _ = writeln!(text, "{} items have to be placed by hand:", left.len());
    for (entry, reason) in left {
        let _ = writeln!(text, "  {} {}: {reason}", entry.at, entry.id.as_deref().unwrap_or_default());
    }
    text
}

/// An item that was left and has to be placed by hand: not a heading, which 2016 replaces, nor an assessment, which is
/// made again.
fn by_hand(entry: &LedgerEntry) -> Option<(&LedgerEntry, &Reason)> {
    match &entry.disposition {
        Disposition::Moved { .. } | Disposition::Left(Reason::Heading | Reason::Assessment) => None,
        Disposition::Left(reason) => Some((entry, reason)),
    }
}
