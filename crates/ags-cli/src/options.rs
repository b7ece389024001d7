//! The command line.

use std::path::PathBuf;

use ags::Severity;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use governance_model::FinancialYear;

/// Checks Annual Governance Statements of UK authorities against the law, citing it.
///
/// A statement, a local code of governance or a smaller authority's return is a file of JSON or TOML. `ags check` judges it by every rule as at a
/// day, and says of each rule whether it is met, not met, not due yet, not applicable, for a person to judge, or
/// cannot be told.
#[derive(Debug, Parser)]
#[command(name = "ags", version, max_term_width = 100, after_long_help = AFTER)]
pub struct Options {
    /// What to do.
    #[command(subcommand)]
    pub ask: Ask,
}

const AFTER: &str = "\
Exit codes:
  0  nothing is not met at or above the threshold; what was asked for was done
  1  something is not met at or above the threshold; a case is not as expected
  2  the command line is wrong; nothing was done
  3  something could not be done, such as a file that cannot be read; the rest was done
     3 outweighs 1

Environment:
  NO_COLOR            set to anything: no colours in errors on a terminal
  RAYON_NUM_THREADS   how many files are judged at once; as many as there are processors when not set

Examples:
  ags check statement.json --as-at 2026-05-31
  ags check statements/ --format junit --out report.xml --min-severity statute
  ags explain REG-6-2-B
  ags new --authority \"Example District Council\" --year 2025/26 --out statement.toml
  ags render statement.toml --out statement.pdf";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Ask {
    Check(Check),
    /// Say what a rule asks, why, and where it is written
    Explain {
        /// The rule's code, as in REG-6-2-B; letters may be small
        rule: String,
    },
    Rules(Rules),
    New(New),
    Render(Render),
    Test(Test),
    /// Print the JSON Schema of a document, or the names of all documents
    Schema {
        /// The document, as `statement` or `statement/1`
        name: Option<String>,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, of `ags` or of one of its commands
    Man {
        /// The command, as in `check`
        command: Option<String>,
    },
}

/// Judge statements, local codes and returns by the rules.
///
/// A file is JSON or TOML by its name. What it holds its field `schema` says, or its shape. A folder is walked to the
/// bottom in the order of names; hidden files and links are left out, and what is none of the three is
/// passed over and counted. A FILE that is named must hold one. At most 32 MiB are read of a file.
///
/// Where statements of one authority for two years that follow each other are among the files, the earlier is held
/// beside the later, as with --prior.
///
/// One file is reported in full, several in a few lines each. Only what is not met counts as a finding; what a person
/// must judge or nobody can tell does not.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_CHECK)]
pub struct Check {
    /// Statements, local codes, returns of smaller authorities, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// The day of judging, as 2026-05-31; today when not given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// The least grave rule whose breach is a finding: it decides the exit code, and what fails in junit and tap
    #[arg(long, value_enum, default_value_t = Threshold::Advice, value_name = "SEVERITY")]
    pub min_severity: Threshold,
    /// Ask the rules too whose source nobody has read yet
    #[arg(long)]
    pub preview: bool,
    /// Waivers: findings that somebody answers for. They lift proper practice and advice, and only annotate the law; a
    /// waiver that has run out or that nothing needs is a finding itself
    #[arg(long, value_name = "FILE")]
    pub waivers: Option<PathBuf>,
    /// Last year's statement, to be held beside the one FILE
    #[arg(long, value_name = "FILE")]
    pub prior: Option<PathBuf>,
    /// The file to write; it appears whole or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

const AFTER_CHECK: &str = "\
Exit codes:
  0  nothing is not met at or above the threshold
  1  something is
  2  the command line is wrong; nothing was read
  3  a file could not be read, or nothing was there to check; the others were judged
     3 outweighs 1

Examples:
  ags check statement.json
  ags check 2025/ 2026/ --as-at 2026-05-31 --format sarif --out ags.sarif
  ags check statement.toml --prior last-year.json --min-severity statute";

/// The form of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// One JSON object: reports, errors, totals
    Json,
    /// JUnit XML: a suite for each file, a case for each rule
    Junit,
    /// SARIF 2.1.0: a result for each answer
    Sarif,
    /// Test Anything Protocol, version 14
    Tap,
    /// A row for each finding and for each other answer
    Csv,
}

/// How grave a breach must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Threshold {
    /// Breach of a regulation
    Statute,
    /// Departure from proper practices, and everything graver
    ProperPractice,
    /// Everything
    Advice,
}

impl From<Threshold> for Severity {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::Statute => Self::Statute,
            Threshold::ProperPractice => Self::ProperPractice,
            Threshold::Advice => Self::Advice,
        }
    }
}

/// List the rules.
#[derive(Debug, Args)]
pub struct Rules {
    /// The form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
    /// Only the rules that judge this
    #[arg(long, value_parser = subject, value_name = "SUBJECT")]
    pub subject: Option<ags::Subject>,
}

/// The form of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ListFormat {
    /// For people: code, severity, status, fault
    Text,
    /// A JSON list of objects
    Json,
    /// A row for each rule
    Csv,
}

/// Start a statement for an authority and a year.
///
/// The file is TOML. It holds what is known: the authority, the framework in force for the year with its principles, the law to
/// cite, and as remarks the days by which the law wants things done. What only the council knows stands there as a
/// remark to be filled in; `ags check` says what is still to do.
#[derive(Debug, Args)]
pub struct New {
    /// The authority's name, or its code in the register
    #[arg(long, value_name = "NAME")]
    pub authority: String,
    /// The financial year, as 2025/26
    #[arg(long, value_name = "YEAR")]
    pub year: FinancialYear,
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Print a statement or a return, as PDF/UA-1 and PDF/A-3a.
#[derive(Debug, Args)]
pub struct Render {
    /// The statement or return
    pub file: PathBuf,
    /// The file to write; its name says in which form: pdf
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// The day of judging, as 2026-05-31; today when not given. A draft says what is still to do by then
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
}

/// Run cases: papers, changes to them, and the answers expected of the rules.
///
/// A file of cases is TOML. Papers that a case names are looked for beside its file. The exit code is 1 where a case
/// is not as expected.
#[derive(Debug, Args)]
pub struct Test {
    /// Files of cases, and folders of them
    #[arg(required = true, value_name = "CASES")]
    pub files: Vec<PathBuf>,
    /// The form of the result
    #[arg(long, value_enum, default_value_t = TestFormat::Text)]
    pub format: TestFormat,
}

/// The form of the result of cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TestFormat {
    /// For people: what is not as expected, and how many cases there are
    Text,
    /// Test Anything Protocol, version 14
    Tap,
    /// JUnit XML: a suite for each file
    Junit,
}

fn day(raw: &str) -> Result<NaiveDate, String> {
    raw.parse().map_err(|_| "this is no day; write it as 2026-05-31".to_owned())
}

fn subject(raw: &str) -> Result<ags::Subject, String> {
    let subjects = ags::Subject::ALL;
    subjects.into_iter().find(|subject| subject.name() == raw).ok_or_else(|| {
        let names: Vec<&str> = subjects.iter().map(|subject| subject.name()).collect();
        format!("write one of {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_hangs_together() {
        super::Options::command().debug_assert();
    }
}
