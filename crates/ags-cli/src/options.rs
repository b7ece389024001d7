//! The command line.

use std::path::{Path, PathBuf};

use ags::document::Accent;
use ags::{Annex, HouseStyle, Presentation, Section, Severity, Subject};
use ags_facade::{RenderFormat, Verdict};
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use governance_model::{FinancialYear, Text, WebAddress, WebAddressError};

/// Checks Annual Governance Statements of UK authorities against the law, citing it.
///
/// A statement, a local code of governance or a smaller authority's return is a file in JSON or TOML. `ags check` checks
/// it against every rule as at a date, and gives each rule one of six outcomes: met, not met, not due yet, not
/// applicable, needs review, or indeterminate.
#[derive(Debug, Parser)]
#[command(name = "ags", version, max_term_width = 100, after_long_help = AFTER)]
pub struct Options {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str = "\
Exit codes:
  0  no findings at or above the threshold; the command did its work
  1  findings at or above the threshold; a test case is not as expected; a PDF is not sound
  2  the command line is wrong; nothing was done
  3  something could not be done, such as a file that cannot be read; the rest was done
     3 outweighs 1

Environment:
  NO_COLOR            set to anything: no colours in errors on a terminal
  RAYON_NUM_THREADS   how many files are processed at once; by default, one per processor

Examples:
  ags check statement.json --as-at 2026-05-31
  ags check statements/ --format junit --out report.xml --min-severity statutory
  ags explain REG-6-2-B
  ags new --authority \"Example District Council\" --year 2025/26 --out statement.toml
  ags render statement.toml --out statement.pdf --out statement.html
  ags verify statement.pdf";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Check),
    /// Explain a rule: what it requires, why, and where it is written
    Explain {
        /// The rule's code, as in REG-6-2-B, in upper or lower case
        rule: String,
    },
    Rules(Rules),
    New(New),
    Render(Render),
    Test(Test),
    Verify(Verify),
    /// Print the JSON Schema of a document, or the names of all schemas
    Schema {
        /// The document, as in `statement` or `statement/1`
        name: Option<String>,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page of `ags` or of one of its commands
    Man {
        /// The command, as in `check`
        command: Option<String>,
    },
}

/// Check statements, local codes and returns against the rules.
///
/// The extension of a file, .json or .toml, is its format; its field `schema`, or its content, is what it holds. Folders
/// are searched recursively in the order of names, without hidden files and links. In a folder, files that hold none of
/// the three are skipped and counted; a FILE that is named must hold one of them. A file may have at most 32 MiB, and
/// devices and named pipes are not read. FILE can be '-', standard input, alone: JSON if its first character is a brace,
/// else TOML.
///
/// If the files include statements of one authority for two consecutive years, the later is compared with the earlier,
/// as with --prior.
///
/// One file is reported in full, several in a few lines each. Only "not met" counts as a finding; "needs review" and
/// "indeterminate" do not.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_CHECK)]
pub struct Check {
    /// Statements, local codes, returns of smaller authorities, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// The date of the check, as in 2026-05-31; today by default
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
    /// The format of the report
    #[arg(long, value_parser = check_format(), default_value = "text", value_name = "FORMAT")]
    pub format: CheckFormat,
    /// The least severe breach that counts as a finding: it decides the exit code, and what fails in junit and tap
    #[arg(long, value_parser = severity(), default_value = Severity::Advisory.name(), value_name = "SEVERITY")]
    pub min_severity: Severity,
    /// Run preview rules too, whose source is unverified
    #[arg(long)]
    pub preview: bool,
    /// A file of waivers: findings that somebody has accepted. They apply to proper practice and advice, and only
    /// annotate breaches of the law; a waiver that has expired or that nothing needs is itself a finding
    #[arg(long, value_name = "FILE")]
    pub waivers: Option<PathBuf>,
    /// Last year's statement, to compare the one FILE with
    #[arg(long, value_name = "FILE")]
    pub prior: Option<PathBuf>,
    /// The version of the one FILE that was approved: changes of substance since then are findings unless the record
    /// of the sign-off gives authority for them
    #[arg(long, value_name = "FILE")]
    pub approved: Option<PathBuf>,
    /// The file to write; it appears complete or not at all. For papers on several files, the folder to write them into
    #[arg(long, value_name = "FILE|DIR")]
    pub out: Option<PathBuf>,
    /// The council's branding, for papers
    #[command(flatten)]
    pub branding: BrandingArgs,
}

const AFTER_CHECK: &str = "\
Exit codes:
  0  no findings at or above the threshold
  1  at least one
  2  the command line is wrong; nothing was read
  3  a file could not be read, or there was nothing to check; the others were checked
     3 outweighs 1

Examples:
  ags check statement.json
  ags check 2025/ 2026/ --as-at 2026-05-31 --format sarif --out ags.sarif
  ags check statement.toml --prior last-year.json --min-severity statutory
  ags check statement.toml --format pdf --out check-report.pdf";

/// The format of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckFormat {
    /// For people, as text.
    Text,
    /// One JSON object.
    Json,
    /// JUnit XML.
    Junit,
    /// SARIF.
    Sarif,
    /// Test Anything Protocol.
    Tap,
    /// A table.
    Csv,
    /// A paper for officers and a committee, one for each file.
    Paper(RenderFormat),
}

fn check_format() -> impl TypedValueParser<Value = CheckFormat> {
    one_of([
        (CheckFormat::Text, "text", "For people"),
        (CheckFormat::Json, "json", "One JSON object: reports, errors, totals"),
        (CheckFormat::Junit, "junit", "JUnit XML: a suite for each file, a case for each rule"),
        (CheckFormat::Sarif, "sarif", "SARIF 2.1.0: a result for each message"),
        (CheckFormat::Tap, "tap", "Test Anything Protocol, version 14"),
        (CheckFormat::Csv, "csv", "A row for each finding and for each other outcome"),
        (
            CheckFormat::Paper(RenderFormat::Pdf),
            "pdf",
            "A paper for officers and a committee; one for each file",
        ),
        (CheckFormat::Paper(RenderFormat::Html), "html", "The same as one HTML file"),
        (CheckFormat::Paper(RenderFormat::Docx), "docx", "The same for Word"),
        (CheckFormat::Paper(RenderFormat::Markdown), "md", "The same as Markdown"),
    ])
}

/// List the rules.
#[derive(Debug, Args)]
pub struct Rules {
    /// The format of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
    /// Only the rules that check this
    #[arg(long, value_parser = subject(), value_name = "SUBJECT")]
    pub subject: Option<Subject>,
}

/// The format of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ListFormat {
    /// For people: code, severity, fault, status
    Text,
    /// A JSON list of objects
    Json,
    /// A row for each rule
    Csv,
}

/// Start a statement for an authority and a year.
///
/// The file is TOML. It holds what is known: the authority, the framework in force for the year with its principles, the
/// law to cite and, as comments, the dates that the law sets. What only the council knows is there as a comment to fill
/// in; `ags check` says what is still to do.
#[derive(Debug, Args)]
pub struct New {
    /// The authority's name, or its code in the register
    #[arg(long, value_name = "NAME")]
    pub authority: String,
    /// The financial year, as in 2025/26
    #[arg(long, value_name = "YEAR")]
    pub year: FinancialYear,
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Render statements and returns as PDF, HTML, Word or Markdown.
///
/// A FILE is rendered to each --out, in the format of its extension: .pdf, .html, .docx or .md. Either all files appear
/// or, if one of them cannot be rendered, none does. FILE can be '-', standard input: JSON if its first character is a
/// brace, else TOML.
///
/// A statement is rendered as the council's own document, without a check: --report writes the check report beside it,
/// and only that report uses --prior and --waivers. Of a return the worksheet for its form is rendered, with the
/// findings of its check, to which --waivers apply.
///
/// Folders and several files are rendered into the folder that --out names, which is created if need be. Each file keeps
/// its name and its place below the folder it was found in. Files that hold neither a statement nor a return are skipped
/// and counted; a file that cannot be rendered is reported, and the others are rendered. Links in the output folder are
/// not followed.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_RENDER)]
pub struct Render {
    /// Statements, returns of smaller authorities, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// The file to write, once for each format; or the folder to render into
    #[arg(long, required = true, value_name = "FILE|DIR")]
    pub out: Vec<PathBuf>,
    /// The formats to render into a folder, separated by commas; pdf by default
    #[arg(long, value_parser = render_format(), value_delimiter = ',', value_name = "FORMATS")]
    pub to: Vec<RenderFormat>,
    /// The day on which a statement is presented, as in 2026-05-31; today by default. A step of the sign-off that is
    /// recorded for a later day is left out. For a return and for --report it is the day of the check
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_at: Option<NaiveDate>,
    /// How statements are presented
    #[command(flatten)]
    pub presentation: PresentationArgs,
    /// The file to write the check report on the one FILE to, in the format of its extension
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Last year's statement, for --report to compare the one FILE with
    #[arg(long, value_name = "FILE")]
    pub prior: Option<PathBuf>,
    /// A file of waivers, for --report and for the worksheet of a return
    #[arg(long, value_name = "FILE")]
    pub waivers: Option<PathBuf>,
    /// The council's branding
    #[command(flatten)]
    pub branding: BrandingArgs,
}

/// How statements are presented.
#[derive(Debug, Args)]
pub struct PresentationArgs {
    /// An annex to print after a statement; give it once for each
    #[arg(long, value_parser = annex(), value_name = "ANNEX")]
    pub annex: Vec<Annex>,
    /// The sections of a statement that come first, in this order, separated by commas; the others follow in their
    /// usual order
    #[arg(long, value_parser = section(), value_delimiter = ',', value_name = "SECTIONS")]
    pub order: Vec<Section>,
    /// Give a PDF of a statement a field for the electronic signature of each person who is to sign
    #[arg(long)]
    pub signature_fields: bool,
    /// The web address at which a published statement can be verified; a PDF prints it with a QR code
    #[arg(long, value_parser = address, value_name = "URL")]
    pub verify_at: Option<WebAddress>,
}

impl PresentationArgs {
    /// Whether anything is asked for.
    pub fn is_given(&self) -> bool {
        let Self { annex, order, signature_fields, verify_at } = self;
        !annex.is_empty() || !order.is_empty() || *signature_fields || verify_at.is_some()
    }
}

impl Render {
    /// How statements are presented, as at the day given or, if there is none, today.
    pub fn presentation(&self, today: NaiveDate) -> Presentation {
        let PresentationArgs { annex, order, signature_fields, verify_at } = &self.presentation;
        let house = HouseStyle { verify_at: verify_at.clone(), ..HouseStyle::from(&self.branding) };
        Presentation {
            annexes: annex.clone(),
            sections: order.clone(),
            signature_fields: *signature_fields,
            house,
            ..Presentation::new(self.as_at.unwrap_or(today))
        }
    }
}

/// The council's branding.
#[derive(Debug, Args)]
pub struct BrandingArgs {
    /// The council's name as it is rendered; by default, as in the statement
    #[arg(long, value_name = "NAME")]
    pub name: Option<Text>,
    /// The colour of titles, headings and figures, as in '#5C0E2E'; it must be dark enough to read on white
    #[arg(long, value_name = "COLOUR", default_value_t)]
    pub accent: Accent,
    /// Leave space for the crest on the title page
    #[arg(long)]
    pub crest: bool,
}

impl From<&BrandingArgs> for HouseStyle {
    fn from(BrandingArgs { name, accent, crest }: &BrandingArgs) -> Self {
        Self { name: name.clone(), accent: *accent, crest: *crest, ..Self::default() }
    }
}

const AFTER_RENDER: &str = "\
Exit codes:
  0  everything was rendered
  2  the command line is wrong; nothing was read
  3  a file could not be rendered, or there was nothing to render; the others were rendered

Examples:
  ags render statement.toml --out statement.pdf
  ags render statement.json --out a.pdf --out a.html --out a.docx --out a.md --as-at 2026-05-31
  ags render statement.json --out a.pdf --name 'Cyngor Sir Gâr' --accent '#5C0E2E' --crest
  ags render statement.json --out a.pdf --order approval,summary --annex evidence --signature-fields
  ags render statement.json --out a.pdf --report check-report.docx --prior last-year.json
  ags render statements/ --out pages/ --to pdf,html";

/// Run test cases: documents, changes to them, and the expected outcomes of rules.
///
/// Test cases are written in TOML. The documents that a case names are read from the folder of its file. The exit code
/// is 1 if a case is not as expected.
#[derive(Debug, Args)]
pub struct Test {
    /// Files of test cases, and folders of them
    #[arg(required = true, value_name = "CASES")]
    pub files: Vec<PathBuf>,
    /// The format of the result
    #[arg(long, value_enum, default_value_t = TestFormat::Text)]
    pub format: TestFormat,
}

/// The format of the results of test cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TestFormat {
    /// For people: what is not as expected, and how many cases there are
    Text,
    /// Test Anything Protocol, version 14
    Tap,
    /// JUnit XML: a suite for each file
    Junit,
}

/// Verify published PDFs, which are self-contained.
///
/// A PDF of a statement that `ags render` wrote contains what is published of the statement and how it is presented; the
/// worksheet for a return contains the return and the report of its check. The data are read, composed and rendered
/// again; a return is checked again too. Data that are not published, such as working notes, make the file not sound.
/// The verdict on each file is one of four:
///
/// as issued: the file is, byte for byte, what its data make; seals may follow, and are listed.
///
/// saved again: another program saved it, and every object in it is equal.
///
/// words agree: another version of ags made it, so only its words could be compared.
///
/// not sound: something differs, and is reported by page, rule or part.
///
/// No verdict says who made a file: that must be known from where it was published, or by comparing the SHA-256 of its
/// data with the one that the authority gives elsewhere. The signature of a seal is not verified.
///
/// Folders are searched recursively for files that end in .pdf. A file may have at most 64 MiB.
#[derive(Debug, Args)]
#[command(after_long_help = AFTER_VERIFY)]
pub struct Verify {
    /// PDFs, and folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// Verdicts to accept as good, beside "as issued", separated by commas
    #[arg(long, value_parser = accepted(), value_delimiter = ',', value_name = "VERDICTS")]
    pub accept: Vec<Verdict>,
    /// The format of the result
    #[arg(long, value_enum, default_value_t = VerifyFormat::Text)]
    pub format: VerifyFormat,
    /// The file to write; it appears complete or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

const AFTER_VERIFY: &str = "\
Exit codes:
  0  every file is as issued, or has a verdict that --accept names
  1  a file is not sound
  2  the command line is wrong; nothing was read
  3  a file could not be read, or there was none; the others were verified
  4  a file was saved again
  5  of a file only the words could be compared, and they agree
     the order of weight is 3, 1, 5, 4

Examples:
  ags verify statement.pdf
  ags verify statement.pdf --accept saved-again
  ags verify published/ --format json --out verified.json";

/// The format of the results of verifying.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum VerifyFormat {
    /// For people
    Text,
    /// One JSON object: verifications, errors, totals
    Json,
}

fn day(raw: &str) -> Result<NaiveDate, String> {
    raw.parse().map_err(|_| "this is not a date; write it as in 2026-05-31".to_owned())
}

fn address(raw: &str) -> Result<WebAddress, WebAddressError> {
    raw.to_owned().try_into()
}

fn subject() -> impl TypedValueParser<Value = Subject> {
    one_of(Subject::ALL.map(|subject| (subject, subject.name(), "")))
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    let help = |severity| match severity {
        Severity::Statutory => "Breaches of a regulation",
        Severity::ProperPractice => "Departures from proper practices, and everything more severe",
        Severity::Advisory => "Everything",
    };
    one_of(Severity::ALL.map(|severity| (severity, severity.name(), help(severity))))
}

fn accepted() -> impl TypedValueParser<Value = Verdict> {
    let help = |verdict| match verdict {
        Verdict::SavedAgain => "Another program saved the file, and every object in it is equal",
        _ => "Another version of ags made the file, and its words agree",
    };
    one_of([Verdict::SavedAgain, Verdict::WordsAgree].map(|verdict| (verdict, verdict.name(), help(verdict))))
}

fn render_format() -> impl TypedValueParser<Value = RenderFormat> {
    let help = |format| match format {
        RenderFormat::Pdf => "PDF/UA-1 and PDF/A: to publish, and to keep",
        RenderFormat::Html => "One file for any browser: for a web site",
        RenderFormat::Docx => "Word: to go on editing",
        _ => "Markdown: for a committee system",
    };
    one_of(RenderFormat::ALL.map(|format| (format, format.extension(), help(format))))
}

fn annex() -> impl TypedValueParser<Value = Annex> {
    one_of([(Annex::Evidence, "evidence", "The evidence of the local code, whole")])
}

/// The sections of a statement, each with its name and its help, in their usual order.
const SECTIONS: [(Section, &str, &str); Section::ALL.len()] = [
    (
        Section::Summary,
        "summary",
        "The conclusion, the levels by principle and the significant issues by name",
    ),
    (Section::Issues, "issues", "The significant issues and the action plan"),
    (Section::Progress, "progress", "What became of last year's issues and actions"),
    (Section::Responsibility, "responsibility", "Scope of responsibility"),
    (Section::Purpose, "purpose", "The purpose of the governance framework"),
    (Section::Framework, "framework", "The governance framework: the local code and the roles"),
    (Section::Principles, "principles", "How each principle is met"),
    (Section::Review, "review", "The review of effectiveness and its sources of assurance"),
    (Section::Improvements, "improvements", "Areas for improvement that are not significant"),
    (Section::Events, "events", "Events after the end of the year"),
    (Section::Conclusion, "conclusion", "The conclusion and the commitment"),
    (Section::Approval, "approval", "Approval, certification and signatures"),
    (Section::Contact, "contact", "Whom to ask, and other formats"),
];

fn section() -> impl TypedValueParser<Value = Section> {
    one_of(SECTIONS)
}

/// Takes one of some values, each with its name and its help.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    values: [(T, &'static str, &'static str); N],
) -> impl TypedValueParser<Value = T> {
    let possible = values.map(|(_, name, help)| match help {
        "" => PossibleValue::new(name),
        help => PossibleValue::new(name).help(help),
    });
    PossibleValuesParser::new(possible).try_map(move |raw| {
        let found = values.iter().find(|(_, name, _)| *name == raw).map(|(value, ..)| *value);
        found.ok_or("this is not one of the possible values")
    })
}

/// The format that the extension of a file asks for.
pub fn format_of(path: &Path) -> Option<RenderFormat> {
    RenderFormat::by_extension(&path.extension()?.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Command, HouseStyle, Options, Presentation, RenderFormat, SECTIONS, Section, format_of};

    #[test]
    fn the_command_line_is_consistent() {
        Options::command().debug_assert();
    }

    fn presentation(args: &[&str]) -> Presentation {
        let args = [&["ags", "render", "s.json", "--out", "s.pdf"], args].concat();
        match Options::try_parse_from(args).unwrap().command {
            Command::Render(render) => render.presentation("2022-11-30".parse().unwrap()),
            other => panic!("{other:?}"),
        }
    }

    fn style(args: &[&str]) -> HouseStyle {
        presentation(args).house
    }

    #[test]
    fn every_section_can_be_named_as_in_a_file() {
        assert_eq!(SECTIONS.map(|(section, ..)| section), Section::ALL);
        for (section, name, _) in SECTIONS {
            assert_eq!(serde_json::to_value(section).unwrap(), name);
        }
        let given =
            presentation(&["--order", "approval,contact", "--annex", "evidence", "--signature-fields"]);
        assert_eq!(given.sections, [Section::Approval, Section::Contact]);
        assert!(given.annexes.len() == 1 && given.signature_fields && given.house.verify_at.is_none());
        let given = presentation(&["--verify-at", "https://example.gov.uk/ags", "--as-at", "2023-01-31"]);
        assert_eq!(given.house.verify_at.unwrap().to_string(), "https://example.gov.uk/ags");
        assert_eq!(given.as_at.to_string(), "2023-01-31");
    }

    #[test]
    fn the_branding_is_as_given_and_has_defaults() {
        assert_eq!(style(&[]), HouseStyle::default());
        let given = style(&["--name", "Cyngor Sir Gâr", "--accent", "#5c0e2e", "--crest"]);
        assert_eq!(given.name.unwrap().to_string(), "Cyngor Sir Gâr");
        assert_eq!((given.accent.to_string().as_str(), given.crest), ("#5C0E2E", true));
    }

    #[test]
    fn the_format_is_that_of_the_extension() {
        let of = |path: &str| format_of(path.as_ref());
        assert_eq!((of("a.PDF"), of("a.b.docx")), (Some(RenderFormat::Pdf), Some(RenderFormat::Docx)));
        assert_eq!((of("a.odt"), of("pdf"), of(".pdf")), (None, None, None));
    }
}
