//! Cases: what the rules must answer, written in TOML by whoever knows the law.
//!
//! A file holds cases about one rule or several. Each takes a paper that is at hand, changes it, and says what
//! the rules shall answer about it on a day:
//!
//! ```
//! let cases = r#"
//!     rule = "REG-6-2-B"
//!     base = "example"
//!     as_at = "2022-11-30"
//!
//!     [[case]]
//!     name = "An officer cannot approve a statement"
//!     change = { "/sign_off/approval/kind" = "officer" }
//!     expect = "not-met"
//!     at = "/sign_off/approval/kind"
//! "#;
//! let cases = ags_formats::TestCases::read(cases.as_bytes(), "REG-6-2-B.toml")?;
//! let no_files = |name: &str| Err(format!("there is no {name}"));
//! for verdict in cases.run(&no_files) {
//!     assert!(verdict.is_as_expected(), "{verdict}");
//! }
//! # Ok::<(), governance_model::ReadError>(())
//! ```

use std::fmt::{self, Formatter};

use chrono::NaiveDate;
use governance_model::{ReadError, Schema, Versioned, read};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use ags_report::Outcome;
use ags_report::RuleResult;
use ags_rules::rule::Rule;
use ags_rules::rules;
use ags_rules::waiver::Waivers;
use ags_rules::{Format, Input, InputError};
use ags_statement::Statement;
use ags_statement::example;

/// A file of cases.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestCases {
    /// `test-cases/1`.
    #[serde(default)]
    pub schema: Schema<TestCases>,
    /// The rule that a case is about that names only one answer.
    #[serde(default)]
    pub rule: Option<String>,
    /// The paper of those cases that name none.
    #[serde(default)]
    pub base: Option<String>,
    /// The day of judging of those cases that name none.
    #[serde(default)]
    pub as_at: Option<NaiveDate>,
    /// The cases, in order.
    #[serde(rename = "case", default)]
    pub cases: Vec<TestCase>,
}

impl Versioned for TestCases {
    const NAME: &'static str = "test-cases";
    const VERSION: u32 = 1;
}

/// One case.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestCase {
    /// What it shows, as a sentence.
    pub name: String,
    /// The paper it begins with: `example`, `example-code`, `example-agar`, `example-waivers`, or the name of a file.
    #[serde(default)]
    pub base: Option<String>,
    /// What is taken out of the paper, as JSON pointers, before it is changed.
    #[serde(default)]
    pub remove: Vec<String>,
    /// What is changed in it: JSON pointer to value. The last part of a pointer may be new; `-` adds to a list.
    #[serde(default)]
    pub change: IndexMap<String, Value>,
    /// Last year's statement beside it.
    #[serde(default)]
    pub prior: Option<OtherDocument>,
    /// The paper that waivers are brought to bear on, where the case is about waivers.
    #[serde(default)]
    pub waives: Option<OtherDocument>,
    /// The day of judging.
    #[serde(default)]
    pub as_at: Option<NaiveDate>,
    /// The answers expected.
    pub expect: Expected,
    /// The place the answer names, as a JSON pointer: of the first finding, the question or what is missing.
    #[serde(default)]
    pub pointer: Option<String>,
    /// Words the answer holds.
    #[serde(default)]
    pub message: Option<String>,
}

/// Another paper beside that of a case.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDocument {
    /// The paper it begins with, as in a case.
    pub base: String,
    /// What is taken out of it.
    #[serde(default)]
    pub remove: Vec<String>,
    /// What is changed in it.
    #[serde(default)]
    pub change: IndexMap<String, Value>,
}

/// The answers a case expects.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "Value")]
pub enum Expected {
    /// Of the rule the file is about.
    OfTheRule(OutcomeKind),
    /// Of each rule named.
    OfEach(IndexMap<String, OutcomeKind>),
}

/// One of the six answers, without what goes with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// [`Outcome::Met`].
    Met,
    /// [`Outcome::NotMet`].
    NotMet,
    /// [`Outcome::NotDueYet`].
    NotDueYet,
    /// [`Outcome::NotApplicable`].
    NotApplicable,
    /// [`Outcome::NeedsReview`].
    NeedsReview,
    /// [`Outcome::Indeterminate`].
    Indeterminate,
}

/// What came of one case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The case's name.
    pub name: String,
    /// The day of judging; none where it names none.
    pub as_at: Option<NaiveDate>,
    /// What each rule it names answered, in its order; empty where it could not be run.
    pub outcomes: Vec<RuleOutcome>,
    /// Every way in which it is not as expected, as sentences; empty where it is.
    pub failures: Vec<String>,
}

/// What one rule answered in a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleOutcome {
    /// The rule's code.
    pub rule: String,
    /// The answer expected of it.
    pub expected: OutcomeKind,
    /// Its answer.
    pub actual: OutcomeKind,
    /// The first place it names, as a JSON pointer; empty where it names none.
    pub pointer: String,
    /// All its words; empty where it has none.
    pub message: String,
}

/// Gives the bytes of a file that a case names, or says in words why not.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + Sync + 'a;

impl TestCases {
    /// Reads a file of cases from TOML.
    ///
    /// # Errors
    /// - [`ReadError`], as [`read::toml()`] gives it.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, ReadError> {
        read::toml(bytes, name)
    }

    /// Runs every case, in order, by all rules there are, preview rules included. `files` gives the papers that
    /// cases name; it is asked again for each case.
    #[must_use]
    pub fn run(&self, files: &Files<'_>) -> Vec<Verdict> {
        self.cases.iter().map(|case| self.verdict(case, files)).collect()
    }

    fn verdict(&self, case: &TestCase, files: &Files<'_>) -> Verdict {
        let answered = self.answers(case).and_then(|expected| self.answered(case, &expected, files));
        let wrong = match &answered {
            Err(error) => vec![error.clone()],
            Ok(answered) => {
                // What a case says of place and words it says of the first rule it names.
                let listed = answered.iter().enumerate();
                listed.flat_map(|(index, one)| one.faults((index == 0).then_some(case))).collect()
            }
        };
        let as_at = case.as_at.or(self.as_at);
        Verdict { name: case.name.clone(), as_at, outcomes: answered.unwrap_or_default(), failures: wrong }
    }

    /// The rules a case names, with the answers it expects of them.
    fn answers(&self, case: &TestCase) -> Result<Vec<(&'static Rule, OutcomeKind)>, String> {
        let rule = |code: &str| rules::find(code).ok_or_else(|| format!("There is no rule {code}."));
        match (&case.expect, &self.rule) {
            (Expected::OfEach(each), _) => {
                each.iter().map(|(code, answer)| Ok((rule(code)?, *answer))).collect()
            }
            (Expected::OfTheRule(answer), Some(code)) => Ok(vec![(rule(code)?, *answer)]),
            (Expected::OfTheRule(_), None) => {
                Err("It names no rule: write `rule` at the head of the file, or the codes in `expect`."
                    .into())
            }
        }
    }

    fn answered(
        &self,
        case: &TestCase,
        expected: &[(&'static Rule, OutcomeKind)],
        files: &Files<'_>,
    ) -> Result<Vec<RuleOutcome>, String> {
        let base =
            case.base.as_ref().or(self.base.as_ref()).ok_or("It names no `base`, nor does the file.")?;
        let as_at = case.as_at.or(self.as_at).ok_or("It names no day in `as_at`, nor does the file.")?;
        let made = changed(base, &case.remove, &case.change, files)?;
        let report = if let Some(waived) = &case.waives {
            let waivers: Waivers =
                serde_json::from_value(made).map_err(|error| format!("{base}: {error}"))?;
            let mut desk = waivers.session();
            let waived = paper(&waived.made(files)?, &waived.base)?.check(None, as_at, rules::all());
            let _ = desk.apply(waived);
            desk.report(as_at)
        } else {
            let prior = case.prior.as_ref().map(|prior| statement(prior, files)).transpose()?;
            paper(&made, base)?.check(prior.as_ref(), as_at, expected.iter().map(|(rule, _)| *rule))
        };
        let answers = expected.iter().map(|(rule, expected)| {
            let result = report.results.iter().find(|result| result.code == rule.code);
            let result = result.ok_or_else(|| format!("{} does not judge papers like {base}.", rule.code))?;
            Ok(RuleOutcome::of(result, *expected))
        });
        answers.collect()
    }
}

impl OtherDocument {
    fn made(&self, files: &Files<'_>) -> Result<Value, String> {
        changed(&self.base, &self.remove, &self.change, files)
    }
}

fn statement(prior: &OtherDocument, files: &Files<'_>) -> Result<Statement, String> {
    match paper(&prior.made(files)?, &prior.base)? {
        Input::Statement(statement) => Ok(*statement),
        _ => Err(format!("{} is no statement.", prior.base)),
    }
}

fn paper(value: &Value, base: &str) -> Result<Input, String> {
    let bytes = serde_json::to_vec(value).map_err(|error| error.to_string())?;
    Input::read(&bytes, Format::Json, base).map_err(|error| match error {
        // The paper stands in no file with these changes, so only the places in it mean something.
        InputError::Read(ReadError::Content { problems, .. }) => {
            let problems = problems.iter().map(|one| format!("{}: {}", one.pointer, one.message));
            format!("With its changes it cannot be read: {}", problems.collect::<Vec<_>>().join("; "))
        }
        error => error.to_string(),
    })
}

/// A paper at hand, without what is taken out and with what is changed.
fn changed(
    base: &str,
    remove: &[String],
    change: &IndexMap<String, Value>,
    files: &Files<'_>,
) -> Result<Value, String> {
    let mut paper = match base {
        "example" => value(example::statement()),
        "example-code" => value(example::local_code()),
        "example-agar" => value(example::agar()),
        "example-waivers" => value(ags_rules::waiver::example()),
        file => named(file, files),
    }?;
    for at in remove {
        take_out(&mut paper, at).ok_or_else(|| format!("There is nothing at {at} to take out."))?;
    }
    for (at, new) in change {
        put(&mut paper, at, new.clone()).ok_or_else(|| format!("There is no place {at} to change."))?;
    }
    Ok(paper)
}

fn value(paper: Result<impl Serialize, ReadError>) -> Result<Value, String> {
    let paper = paper.map_err(|error| error.to_string())?;
    serde_json::to_value(paper).map_err(|error| error.to_string())
}

fn named(file: &str, files: &Files<'_>) -> Result<Value, String> {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    let notation =
        Format::of(extension).ok_or_else(|| format!("{file} is neither .json nor .toml, nor `example`."))?;
    notation.parse(&files(file)?).ok_or_else(|| format!("{file} is malformed."))
}

/// A pointer's parent and its last part, unescaped.
fn parted(at: &str) -> Option<(&str, String)> {
    let (parent, last) = at.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

fn take_out(paper: &mut Value, at: &str) -> Option<Value> {
    let (parent, last) = parted(at)?;
    match paper.pointer_mut(parent)? {
        Value::Object(fields) => fields.shift_remove(&last),
        Value::Array(items) => {
            let index = last.parse().ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        }
        _ => None,
    }
}

fn put(paper: &mut Value, at: &str, new: Value) -> Option<()> {
    let (parent, last) = parted(at)?;
    match paper.pointer_mut(parent)? {
        Value::Object(fields) => {
            fields.insert(last, new);
        }
        Value::Array(items) if last == "-" => items.push(new),
        Value::Array(items) => *items.get_mut(last.parse::<usize>().ok()?)? = new,
        _ => return None,
    }
    Some(())
}

impl RuleOutcome {
    fn of(result: &RuleResult, expected: OutcomeKind) -> Self {
        let (at, says) = told(&result.outcome);
        Self {
            rule: result.code.to_string(),
            expected,
            actual: OutcomeKind::of(&result.outcome),
            pointer: at.into(),
            message: says,
        }
    }

    /// Every way in which it is not as expected; `case` says more of it than the answer.
    fn faults(&self, case: Option<&TestCase>) -> Vec<String> {
        let Self { rule, expected, actual: answer, pointer: at, message: says } = self;
        if answer != expected {
            let because = if says.is_empty() { String::new() } else { format!(": {says}") };
            return vec![format!("{rule} answers {answer} where {expected} is expected{because}")];
        }
        let mut wrong = Vec::new();
        if let Some(want) = case.and_then(|case| case.pointer.as_ref()).filter(|want| *want != at) {
            wrong.push(format!("{rule} names the place {at:?} where {want:?} is expected."));
        }
        if let Some(want) = case.and_then(|case| case.message.as_ref()).filter(|want| !says.contains(*want)) {
            wrong.push(format!("{rule} says {says:?}, which does not hold {want:?}."));
        }
        wrong
    }
}

/// The first place an answer names, and all its words.
fn told(outcome: &Outcome) -> (&str, String) {
    match outcome {
        Outcome::Met => ("", String::new()),
        Outcome::NotMet { findings } => {
            let words = findings.iter().flat_map(|finding| [finding.message.as_str(), finding.fix.as_str()]);
            (findings.first().map_or("", |first| &first.pointer), words.collect::<Vec<_>>().join(" "))
        }
        Outcome::NotDueYet { due, action: needs } => ("", format!("{due}: {needs}")),
        Outcome::NotApplicable { reason: because } => ("", because.clone()),
        Outcome::NeedsReview { question, pointer: at } => (at, question.clone()),
        Outcome::Indeterminate { missing, pointer: at } => (at, missing.clone()),
    }
}

impl Verdict {
    /// Whether every answer was the one expected.
    #[must_use]
    pub const fn is_as_expected(&self) -> bool {
        self.failures.is_empty()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(&self.name)?;
        self.failures.iter().try_for_each(|one| write!(to, "\n  {one}"))
    }
}

impl OutcomeKind {
    /// The answer an outcome gives.
    #[must_use]
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Met => Self::Met,
            Outcome::NotMet { .. } => Self::NotMet,
            Outcome::NotDueYet { .. } => Self::NotDueYet,
            Outcome::NotApplicable { .. } => Self::NotApplicable,
            Outcome::NeedsReview { .. } => Self::NeedsReview,
            Outcome::Indeterminate { .. } => Self::Indeterminate,
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotDueYet => "not-due-yet",
            Self::NotApplicable => "not-applicable",
            Self::NeedsReview => "needs-review",
            Self::Indeterminate => "indeterminate",
        })
    }
}

impl TryFrom<Value> for Expected {
    type Error = String;
    fn try_from(value: Value) -> Result<Self, String> {
        let answer = |value: &Value| {
            OutcomeKind::deserialize(value).map_err(|_| {
                format!(
                    "{value} is no answer; write met, not-met, not-due-yet, not-applicable, needs-review or indeterminate"
                )
            })
        };
        match &value {
            Value::Object(each) if each.is_empty() => Err("no rule is named; write CODE = \"answer\"".into()),
            Value::Object(each) => {
                let each = each.iter().map(|(code, value)| Ok((code.clone(), answer(value)?)));
                each.collect::<Result<_, String>>().map(Self::OfEach)
            }
            value => answer(value).map(Self::OfTheRule),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(cases: &str) -> Vec<Verdict> {
        let head = "base = 'example'\nas_at = '2022-11-30'\n";
        let cases = TestCases::read(format!("{head}{cases}").as_bytes(), "cases.toml").unwrap();
        cases.run(&|name| Err(format!("There is no file {name}.")))
    }

    fn wrong(case: &str) -> Vec<String> {
        run(&format!("rule = 'REG-6-2-B'\n[[case]]\nname = 'It is so.'\n{case}")).remove(0).failures
    }

    #[test]
    fn a_case_that_is_as_expected_has_nothing_wrong() {
        assert!(wrong("expect = 'met'").is_empty());
        let officer = "change = { '/sign_off/approval/kind' = 'officer' }\n";
        assert!(
            wrong(&format!("{officer}expect = 'not-met'\npointer = '/sign_off/approval/kind'")).is_empty()
        );
        assert!(
            wrong("as_at = '2022-11-27'\nexpect = { REG-6-2-B = 'not-due-yet', REG-9-2 = 'not-due-yet' }")
                .is_empty()
        );
    }

    #[test]
    fn another_answer_another_place_and_other_words_are_each_told() {
        assert_eq!(wrong("expect = 'not-met'"), ["REG-6-2-B answers met where not-met is expected"]);
        let officer = "change = { '/sign_off/approval/kind' = 'officer' }\nexpect = 'not-met'\n";
        let told = wrong(&format!("{officer}pointer = '/sign_off'\nmessage = 'by the Mayor'"));
        assert_eq!(
            told[0],
            "REG-6-2-B names the place \"/sign_off/approval/kind\" where \"/sign_off\" is expected."
        );
        assert!(told[1].ends_with("which does not hold \"by the Mayor\"."), "{}", told[1]);
    }

    #[test]
    fn what_is_taken_out_and_changed_must_be_there() {
        assert!(
            wrong("remove = ['/sign_off/approval']\nas_at = '2022-12-01'\nexpect = 'not-met'").is_empty()
        );
        assert_eq!(
            wrong("remove = ['/nowhere']\nexpect = 'met'"),
            ["There is nothing at /nowhere to take out."]
        );
        let added = "change = { '/review/issues/-' = { id = 'ISS-2' } }\nexpect = 'met'";
        assert!(
            wrong(added)[0]
                .starts_with("With its changes it cannot be read: /review/issues/1: missing field")
        );
        assert_eq!(
            wrong("change = { '/review/issues/7/id' = 'ISS-7' }\nexpect = 'met'"),
            ["There is no place /review/issues/7/id to change."]
        );
    }

    #[test]
    fn a_case_without_what_it_needs_says_what_it_lacks() {
        assert_eq!(wrong("expect = { REG-0 = 'met' }"), ["There is no rule REG-0."]);
        assert_eq!(
            wrong("expect = { CODE-BARE = 'met' }"),
            ["CODE-BARE does not judge papers like example."]
        );
        assert_eq!(wrong("base = 'it.toml'\nexpect = 'met'"), ["There is no file it.toml."]);
        assert_eq!(
            wrong("base = 'it.pdf'\nexpect = 'met'"),
            ["it.pdf is neither .json nor .toml, nor `example`."]
        );
        assert!(run("[[case]]\nname = 'It.'\nexpect = 'met'")[0].failures[0].starts_with("It names no rule"));
    }

    #[test]
    fn an_answer_there_is_not_is_told_where_it_stands() {
        let read = TestCases::read(b"[[case]]\nname = 'It.'\nexpect = 'perhaps'\n", "cases.toml");
        let error = read.unwrap_err().to_string();
        assert!(
            error.starts_with("cases.toml:3:10: /case/0/expect: \"perhaps\" is no answer; write met,"),
            "{error}"
        );
    }
}
