//! Runs test cases.

use ags_report::OutcomeKind;
use ags_rules::{Earlier, Format, Input, InputError, Rule, Waivers, rules};
use ags_statement::{Statement, example};
use governance_model::ReadError;
use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use crate::json_pointer;
use crate::test_cases::{Expected, OtherDocument, TestCase, TestCases};
use crate::verdict::{RuleOutcome, Verdict};

/// Gives the bytes of a file that a case names, or the reason why not.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + Sync + 'a;

impl TestCases {
    /// Runs every case, in order, against all rules, preview rules included. `files` gives the documents that cases
    /// name; it is called again for each case.
    #[must_use]
    pub fn run(&self, files: &Files<'_>) -> Vec<Verdict> {
        self.cases.iter().map(|case| self.verdict(case, files)).collect()
    }

    fn verdict(&self, case: &TestCase, files: &Files<'_>) -> Verdict {
        let outcomes = self.expected(case).and_then(|expected| self.outcomes(case, &expected, files));
        let failures = match &outcomes {
            Err(error) => vec![error.clone()],
            Ok(outcomes) => {
                // The pointer and the message of a case are those of the first rule it names.
                let numbered = outcomes.iter().enumerate();
                numbered.flat_map(|(index, one)| one.failures((index == 0).then_some(case))).collect()
            }
        };
        let as_at = case.as_at.or(self.as_at);
        Verdict { name: case.name.clone(), as_at, outcomes: outcomes.unwrap_or_default(), failures }
    }

    /// The rules a case names, each with the expected outcome.
    fn expected(&self, case: &TestCase) -> Result<Vec<(&'static Rule, OutcomeKind)>, String> {
        let rule = |code: &str| rules::find(code).ok_or_else(|| format!("There is no rule {code}."));
        match (&case.expect, &self.rule) {
            (Expected::OfEach(each), _) => {
                each.iter().map(|(code, outcome)| Ok((rule(code)?, *outcome))).collect()
            }
            (Expected::OfTheRule(outcome), Some(code)) => Ok(vec![(rule(code)?, *outcome)]),
            (Expected::OfTheRule(_), None) => {
                Err("It names no rule: write `rule` at the head of the file, or the codes in `expect`."
                    .into())
            }
        }
    }

    fn outcomes(
        &self,
        case: &TestCase,
        expected: &[(&'static Rule, OutcomeKind)],
        files: &Files<'_>,
    ) -> Result<Vec<RuleOutcome>, String> {
        let base =
            case.base.as_ref().or(self.base.as_ref()).ok_or("It names no `base`, nor does the file.")?;
        let as_at = case.as_at.or(self.as_at).ok_or("It gives no date in `as_at`, nor does the file.")?;
        let document = changed(base, &case.remove, &case.change, files)?;
        let report = if let Some(waived) = &case.waives {
            let waivers: Waivers =
                serde_json::from_value(document).map_err(|error| format!("{base}: {error}"))?;
            let mut session = waivers.session();
            let report = input(&waived.document(files)?, &waived.base)?.check(None, as_at, rules::all());
            let _ = session.apply(report);
            session.report(as_at)
        } else {
            let other = |other: &Option<OtherDocument>| {
                other.as_ref().map(|other| statement(other, files)).transpose()
            };
            let (prior, approved) = (other(&case.prior)?, other(&case.approved)?);
            let earlier = Earlier { prior: prior.as_ref(), approved: approved.as_ref() };
            input(&document, base)?.check(earlier, as_at, expected.iter().map(|(rule, _)| *rule))
        };
        let outcomes = expected.iter().map(|(rule, expected)| {
            let result = report.results.iter().find(|result| result.code == rule.code);
            let result =
                result.ok_or_else(|| format!("{} does not check documents like {base}.", rule.code))?;
            Ok(RuleOutcome::new(result, *expected))
        });
        outcomes.collect()
    }
}

impl OtherDocument {
    fn document(&self, files: &Files<'_>) -> Result<Value, String> {
        changed(&self.base, &self.remove, &self.change, files)
    }
}

fn statement(prior: &OtherDocument, files: &Files<'_>) -> Result<Statement, String> {
    match input(&prior.document(files)?, &prior.base)? {
        Input::Statement(statement) => Ok(*statement),
        _ => Err(format!("{} is not a statement.", prior.base)),
    }
}

fn input(document: &Value, base: &str) -> Result<Input, String> {
    let bytes = serde_json::to_vec(document).map_err(|error| error.to_string())?;
    Input::read(&bytes, Format::Json, base).map_err(|error| match error {
        // No file holds the document with these changes, so only the JSON pointers mean something.
        InputError::Read(ReadError::Content { problems, .. }) => {
            let problems = problems.iter().map(|one| format!("{}: {}", one.pointer, one.message));
            format!("With its changes it cannot be read: {}", problems.collect::<Vec<_>>().join("; "))
        }
        error => error.to_string(),
    })
}

/// A document, without what is removed and with what is changed.
fn changed(
    base: &str,
    remove: &[String],
    change: &IndexMap<String, Value>,
    files: &Files<'_>,
) -> Result<Value, String> {
    let mut document = match base {
        "example" => value(example::statement()),
        "example-code" => value(example::local_code()),
        "example-agar" => value(example::agar()),
        "example-waivers" => value(ags_rules::waiver::example()),
        file => parsed(file, files),
    }?;
    for pointer in remove {
        json_pointer::remove(&mut document, pointer)
            .ok_or_else(|| format!("There is nothing at {pointer} to remove."))?;
    }
    for (pointer, new) in change {
        json_pointer::set(&mut document, pointer, new.clone())
            .ok_or_else(|| format!("There is no {pointer} to change."))?;
    }
    Ok(document)
}

fn value(document: Result<impl Serialize, ReadError>) -> Result<Value, String> {
    let document = document.map_err(|error| error.to_string())?;
    serde_json::to_value(document).map_err(|error| error.to_string())
}

fn parsed(file: &str, files: &Files<'_>) -> Result<Value, String> {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    let format =
        Format::of(extension).ok_or_else(|| format!("{file} is neither .json nor .toml, nor `example`."))?;
    format.parse(&files(file)?).ok_or_else(|| format!("{file} is malformed."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(cases: &str) -> Vec<Verdict> {
        let head = "base = 'example'\nas_at = '2022-11-30'\n";
        let cases = TestCases::read(format!("{head}{cases}").as_bytes(), "cases.toml").unwrap();
        cases.run(&|name| Err(format!("There is no file {name}.")))
    }

    fn failures(case: &str) -> Vec<String> {
        run(&format!("rule = 'REG-6-2-B'\n[[case]]\nname = 'It is so.'\n{case}")).remove(0).failures
    }

    #[test]
    fn a_case_that_is_as_expected_has_no_failures() {
        assert!(failures("expect = 'met'").is_empty());
        let officer = "change = { '/sign_off/approvals/0/kind' = 'officer' }\n";
        assert!(
            failures(&format!("{officer}expect = 'not-met'\npointer = '/sign_off/approvals/0/kind'"))
                .is_empty()
        );
        assert!(
            failures("as_at = '2022-11-27'\nexpect = { REG-6-2-B = 'not-due-yet', REG-9-2 = 'not-due-yet' }")
                .is_empty()
        );
    }

    #[test]
    fn another_outcome_another_pointer_and_other_text_are_each_reported() {
        assert_eq!(failures("expect = 'not-met'"), ["REG-6-2-B is met, but not-met is expected"]);
        let officer = "change = { '/sign_off/approvals/0/kind' = 'officer' }\nexpect = 'not-met'\n";
        let reported = failures(&format!("{officer}pointer = '/sign_off'\nmessage = 'by the Mayor'"));
        assert_eq!(
            reported[0],
            "REG-6-2-B points to \"/sign_off/approvals/0/kind\", but \"/sign_off\" is expected."
        );
        assert!(reported[1].ends_with("which does not contain \"by the Mayor\"."), "{}", reported[1]);
    }

    #[test]
    fn what_is_removed_and_changed_must_be_there() {
        assert!(
            failures("remove = ['/sign_off/approvals']\nas_at = '2022-12-01'\nexpect = 'not-met'").is_empty()
        );
        assert_eq!(
            failures("remove = ['/nowhere']\nexpect = 'met'"),
            ["There is nothing at /nowhere to remove."]
        );
        let added = "change = { '/review/issues/-' = { id = 'ISS-2' } }\nexpect = 'met'";
        assert!(
            failures(added)[0]
                .starts_with("With its changes it cannot be read: /review/issues/1: missing field")
        );
        assert_eq!(
            failures("change = { '/review/issues/7/id' = 'ISS-7' }\nexpect = 'met'"),
            ["There is no /review/issues/7/id to change."]
        );
    }

    #[test]
    fn a_case_without_what_it_needs_says_what_it_lacks() {
        assert_eq!(failures("expect = { REG-0 = 'met' }"), ["There is no rule REG-0."]);
        assert_eq!(
            failures("expect = { CODE-BARE = 'met' }"),
            ["CODE-BARE does not check documents like example."]
        );
        assert_eq!(failures("base = 'it.toml'\nexpect = 'met'"), ["There is no file it.toml."]);
        assert_eq!(
            failures("base = 'it.pdf'\nexpect = 'met'"),
            ["it.pdf is neither .json nor .toml, nor `example`."]
        );
        assert!(run("[[case]]\nname = 'It.'\nexpect = 'met'")[0].failures[0].starts_with("It names no rule"));
    }

    #[test]
    fn an_unknown_outcome_is_reported_with_its_position() {
        let read = TestCases::read(b"[[case]]\nname = 'It.'\nexpect = 'perhaps'\n", "cases.toml");
        let error = read.unwrap_err().to_string();
        assert!(
            error.starts_with("cases.toml:3:10: /case/0/expect: \"perhaps\" is not an outcome; write met,"),
            "{error}"
        );
    }
}
