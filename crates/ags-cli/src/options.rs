//! The command line.

use std::path::PathBuf;

use ags::document::Accent;
use ags::{HouseStyle, Severity};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use governance_model::{FinancialYear, Text};

use crate::form::Form;

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
  1  something is not met at or above the threshold; a case is not as expected; a PDF is not sound
  2  the command line is wrong; nothing was done
  3  something could not be done, such as a file that cannot be read; the rest was done
     3 outweighs 1

Environment:
  NO_COLOR            set to anything: no colours in errors on a terminal
  RAYON_NUM_THREADS   how many files are judged or printed at once; as many as there are processors when not set

Examples:
  ags check statement.json --as-at 2026-05-31
  ags check statements/ --format junit --out report.xml --min-severity statute
  ags explain REG-6-2-B
  ags new --authority \"Example District Council\" --year 2025/26 --out statement.toml
  ags render statement.toml --out statement.pdf --out statement.html
  ags verify statement.pdf";

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
    Verify(Verify),
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
    /// Departure from proper practices, and everything more severe
    ProperPractice,
    /// Everything
    Advice,
}

impl From<Threshold> for Severity {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::Statute => Self::Statutory,
            Threshold::ProperPractice => Self::ProperPractice,
            Threshold::Advice => Self::Advisory,
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

/// Print statements and returns, as PDF, HTML, Word or Markdown.
///
/// A FILE is printed to each --out, in the form that its name asks for by its extension: .pdf, .html, .docx or .md.
/// The files appear all together or, where one of them cannot be drawn, not at all.
///
/// Folders and several files are printed into the folder that --out names, which is made where it is not there. Each
/// paper keeps its place below the folder it was found in, and its name. What is neither a statement nor a return is
/// passed over and counted; a paper that cannot be printed is told, and the others are printed.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_RENDER)]
pub struct Render {
    /// Statements, returns of smaller authorities, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// The file to write, once for each form; or the folder to print into
    #[arg(long, required = true, value_name = "FILE|DIR")]
    pub out: Vec<PathBuf>,
    /// The forms to print into a folder, divided by commas; pdf when not given
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMS")]
    pub to: Vec<Form>,
    /// The day of judging, as 2026-05-31; today when not given. A draft says what is still to do by then
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
    /// How the council presents its papers
    #[command(flatten)]
    pub house: House,
}

/// How the council presents its papers.
#[derive(Debug, Args)]
pub struct House {
    /// The council's name as its papers print it; as the statement has it when not given
    #[arg(long, value_name = "NAME")]
    pub name: Option<Text>,
    /// The colour of titles, headings and figures, as '#5C0E2E': a dark one, for it must be read on white
    #[arg(long, value_name = "COLOUR", default_value_t)]
    pub accent: Accent,
    /// Keep a place for the crest on the title page
    #[arg(long)]
    pub crest: bool,
}

impl From<&House> for HouseStyle {
    fn from(house: &House) -> Self {
        Self { name: house.name.clone(), accent: house.accent, crest: house.crest, ..Self::default() }
    }
}

const AFTER_RENDER: &str = "\
Exit codes:
  0  everything was printed
  2  the command line is wrong; nothing was read
  3  a paper could not be printed, or there was none to print; the others were printed

Examples:
  ags render statement.toml --out statement.pdf
  ags render statement.json --out a.pdf --out a.html --out a.docx --out a.md --as-at 2026-05-31
  ags render statement.json --out a.pdf --name 'Cyngor Sir Gâr' --accent '#5C0E2E' --crest
  ags render statements/ --out printed/ --to pdf,html";

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

/// Verify published PDFs by nothing but themselves.
///
/// A PDF that `ags render` printed carries the data it was made from and the report of its check, and prints the SHA-256
/// of the data. The data are read back, judged again by the rules and for the day of the report, and printed again; what
/// differs from the file is told by page, rule or part.
///
/// This proves that the pages, the data and the answers of a file agree. It is no signature: who made the file must be
/// known from where it was published, or by comparing the SHA-256 with the one that the authority gives elsewhere.
///
/// A folder is walked to the bottom for files that end in .pdf. At most 64 MiB are read of a file.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_VERIFY)]
pub struct Verify {
    /// PDFs, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// Last year's statement, where the check was made beside it; goes with one FILE
    #[arg(long, value_name = "FILE")]
    pub prior: Option<PathBuf>,
    /// The form of the result
    #[arg(long, value_enum, default_value_t = VerifyFormat::Text)]
    pub format: VerifyFormat,
    /// The file to write; it appears whole or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

const AFTER_VERIFY: &str = "\
Exit codes:
  0  every file is sound: pages, data and answers agree
  1  a file is not
  2  the command line is wrong; nothing was read
  3  a file could not be read, or there was none; the others were verified
     3 outweighs 1

Examples:
  ags verify statement.pdf
  ags verify published/ --format json --out verified.json";

/// The form of what came of verifying.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum VerifyFormat {
    /// For people
    Text,
    /// One JSON object: verifications, errors, totals
    Json,
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
    use clap::{CommandFactory, Parser};

    use super::{Ask, HouseStyle, Options};

    #[test]
    fn the_command_line_hangs_together() {
        Options::command().debug_assert();
    }

    fn house(args: &[&str]) -> HouseStyle {
        let args = [&["ags", "render", "s.json", "--out", "s.pdf"], args].concat();
        match Options::try_parse_from(args).unwrap().ask {
            Ask::Render(render) => HouseStyle::from(&render.house),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_house_style_is_as_asked_and_ours_where_nothing_is() {
        assert_eq!(house(&[]), HouseStyle::default());
        let asked = house(&["--name", "Cyngor Sir Gâr", "--accent", "#5c0e2e", "--crest"]);
        assert_eq!(asked.name.unwrap().to_string(), "Cyngor Sir Gâr");
        assert_eq!((asked.accent.to_string().as_str(), asked.crest), ("#5C0E2E", true));
    }
}
