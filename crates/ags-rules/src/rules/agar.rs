//! The return of a smaller authority in England: the assertions of Section 1, and how both sections came about.
//!
//! What has been done is read through [`AgarCase`], which knows what day it is.

pub mod agar_1;
pub mod agar_10;
pub mod agar_2;
pub mod agar_3;
pub mod agar_4;
pub mod agar_5;
pub mod agar_6;
pub mod agar_7;
pub mod agar_8;
pub mod agar_9;
pub mod agar_appr;
pub mod agar_evid;
pub mod agar_exempt;
pub mod agar_expl;
pub mod agar_form;
pub mod agar_ia;
pub mod agar_order;
pub mod agar_pub;
pub mod agar_rights;
pub mod agar_sign;

use chrono::NaiveDate;
use governance_model::{Category, FinancialYear, Nation};

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use ags_law::{Citation, Scope};
use ags_law::{Deadline, Milestone, RIGHTS_PERIOD, Rights};
use ags_report::{Outcome, Severity};
use ags_statement::RightsPeriod;
use ags_statement::agar::{Answer, Assertion, AssertionNumber, Form};
use ags_statement::english;

/// The rules of the return, in the order reports list them: the form, the assertions, the answers, then the
/// steps from the internal audit report to publication.
pub static RULES: &[Rule] = &[
    agar_form::RULE,
    agar_1::RULE,
    agar_2::RULE,
    agar_3::RULE,
    agar_4::RULE,
    agar_5::RULE,
    agar_6::RULE,
    agar_7::RULE,
    agar_8::RULE,
    agar_9::RULE,
    agar_10::RULE,
    agar_expl::RULE,
    agar_evid::RULE,
    agar_ia::RULE,
    agar_appr::RULE,
    agar_order::RULE,
    agar_sign::RULE,
    agar_rights::RULE,
    agar_pub::RULE,
    agar_exempt::RULE,
];

/// Smaller authorities in England, from the first year of the return; before it there was an annual return.
const RETURN: Scope = Scope { from: 2017, ..Scope::ENGLAND_CATEGORY_2 };

/// A part of the Practitioners' Guide.
const fn guide(part: &'static str) -> Citation {
    ags_law::PRACTITIONERS_GUIDE.part(part)
}

/// What the rules on the ten assertions have in common.
const ASSERTION: Rule = Rule {
    code: "",
    name: "",
    requirement: "",
    method: "The assertion is answered once, with yes or no. A no is an answer: why, and what will be done \
        about it, is the business of AGAR-EXPL.",
    rationale: "",
    limitations: "Whether the answer is true.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[],
    scope: RETURN,
    uses_prior_year: false,
    check: Check::Agar(|_| Outcome::Met),
};

/// The answer for a return that is a declaration of no accounts, where a rule asks for what that has not.
fn declaration(context: &AgarContext<'_>) -> Option<Outcome> {
    let declares = context.agar.form.is_some_and(Form::is_declaration);
    declares.then(|| {
        Outcome::not_applicable("The return is a declaration of no accounts, which has no Section 1 or 2.")
    })
}

/// The answer on something that is not done: not due while there is time, not met after.
fn undone(context: &AgarContext<'_>, at: &str, says: &str, needs: &str, last: Option<NaiveDate>) -> Outcome {
    let Some(last) = last else {
        return no_last_day(context.year, at);
    };
    if context.as_at <= last {
        return Outcome::NotDueYet { due: last, action: needs.into() };
    }
    Outcome::not_met(at, format!("{says}; the last day was {}.", english::date(last)), needs)
}

fn no_last_day(year: FinancialYear, at: &str) -> Outcome {
    Outcome::indeterminate(at, format!("The last day for {year} is not known here."))
}

/// The answer of a rule that asks several things: all that is wrong, or else the first that is open.
fn all(answers: impl IntoIterator<Item = Outcome>) -> Outcome {
    let (mut findings, mut open) = (Vec::new(), None);
    for answer in answers {
        match answer {
            Outcome::Met => {}
            Outcome::NotMet { findings: faults } => findings.extend(faults),
            other => open = open.or(Some(other)),
        }
    }
    if findings.is_empty() { open.unwrap_or(Outcome::Met) } else { Outcome::of(findings) }
}

/// The last day to have both sections approved, signed and published, so that the public rights begin in time.
fn last_day(context: &AgarContext<'_>) -> Option<NaiveDate> {
    context.deadline(Milestone::Draft).map(|deadline| deadline.day)
}

/// The one answer to an assertion, with its place in the list; the rule's answer where there is not one.
fn answered<'a>(
    context: &AgarContext<'a>,
    number: AssertionNumber,
) -> Result<(usize, &'a Assertion), Outcome> {
    if let Some(outcome) = declaration(context) {
        return Err(outcome);
    }
    let mut answers = context.agar.answers(number);
    match (answers.next(), answers.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => {
            let says = format!("Assertion {number} is not answered");
            let needs = format!("Answer assertion {number}: {}.", number.asked().title);
            Err(undone(context, "/assertions", &says, &needs, last_day(context)))
        }
        (Some(_), Some((second, _))) => Err(Outcome::not_met(
            format!("/assertions/{second}"),
            format!("Assertion {number} is answered twice."),
            "Leave one answer standing.",
        )),
    }
}

/// The check of an assertion that every authority answers with yes or no, and against which nothing else in the
/// return may speak: `against` gives what speaks against a yes, as the end of a sentence.
fn yes_or_no(
    context: &AgarContext<'_>,
    number: AssertionNumber,
    against: impl FnOnce() -> Option<String>,
) -> Outcome {
    let (index, assertion) = match answered(context, number) {
        Ok(answered) => answered,
        Err(outcome) => return outcome,
    };
    let at = format!("/assertions/{index}/answer");
    match assertion.answer {
        Answer::No => Outcome::Met,
        Answer::Yes => against().map_or(Outcome::Met, |fact| {
            let says = format!("Assertion {number} is answered yes, but {fact}.");
            Outcome::not_met(at, says, "Answer it no, and say why and what will be done.")
        }),
        Answer::NotApplicable => {
            let title = number.asked().title;
            let says =
                format!("Assertion {number} is answered as not applicable, and it concerns everybody.");
            Outcome::not_met(at, says, format!("Answer it yes or no: {title}."))
        }
    }
}

/// Nothing else in the return speaks against a yes.
const fn nothing() -> Option<String> {
    None
}

/// Something that is wrong with a period for the exercise of public rights.
struct PeriodFault {
    /// Which of its two days is wrong: `first` or `last`.
    day: &'static str,
    /// What is wrong, read after "the period for the exercise of public rights".
    says: String,
    /// How to mend it, as a sentence.
    mend: &'static str,
}

/// The last day to begin the period for a year, and the last working day it must hold; none where they are
/// not known.
fn period_bounds(year: FinancialYear, as_at: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let Deadline { day, rights, .. } = ags_law::deadline(Milestone::Draft, year, Category::Two, as_at)?;
    let days = ags_law::working_days_of_month(Nation::England, day.succ_opt()?)?;
    let tenth = (rights == Some(Rights::HoldFirstTenWorkingDays)).then(|| days.get(9).copied()).flatten();
    Some((*days.first()?, tenth))
}

/// What is wrong with the period for a year; none where the days it must hold are not known.
fn period_faults(rights: RightsPeriod, year: FinancialYear, as_at: NaiveDate) -> Option<Vec<PeriodFault>> {
    let (begin, tenth) = period_bounds(year, as_at)?;
    let days = ags_law::working_days(Nation::England, rights.first, rights.last)?;
    let (first, last) = (english::date(rights.first), english::date(rights.last));
    let mut faults = Vec::new();
    if rights.first > begin {
        let says = format!("began on {first}; the last day to begin it was {}", english::date(begin));
        let mend = "Publish a notice that it began late, with the reason.";
        faults.push(PeriodFault { day: "first", says, mend });
    }
    if days != RIGHTS_PERIOD {
        let days = english::count(days, "working day", "working days");
        let says = format!("ran from {first} to {last}, which is {days} and not {RIGHTS_PERIOD}");
        faults.push(PeriodFault { day: "last", says, mend: "Set one period of 30 working days." });
    }
    if let Some(tenth) = tenth.filter(|tenth| rights.last < *tenth) {
        let says =
            format!("ended on {last}, before {}, the tenth working day it must hold", english::date(tenth));
        let mend = "Hold a period that takes in the first ten working days of the month.";
        faults.push(PeriodFault { day: "last", says, mend });
    }
    Some(faults)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::RULES;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::Publication;
    use ags_statement::agar::{Agar, Answer, Form};

    /// The return with one assertion answered otherwise.
    fn answering(number: u8, answer: Option<Answer>) -> Agar {
        let mut agar = sample::agar();
        match answer {
            Some(answer) => agar.assertions[usize::from(number) - 1].answer = answer,
            None => agar.assertions.retain(|assertion| u8::from(assertion.number) != number),
        }
        agar
    }

    #[test]
    fn yes_and_no_answer_an_assertion_and_nothing_else_does() {
        for number in 1..=8 {
            let rule = crate::rules::find(&format!("AGAR-{number}")).unwrap();
            let judge = |answer| sample::judge_agar(rule, &answering(number, answer));
            assert_eq!(judge(Some(Answer::Yes)), Outcome::Met, "{number}");
            assert_eq!(judge(Some(Answer::No)), Outcome::Met, "{number}");
            for wrong in [Some(Answer::NotApplicable), None] {
                assert!(matches!(judge(wrong), Outcome::NotMet { .. }), "{number}: {wrong:?}");
            }
        }
    }

    #[test]
    fn an_answer_is_due_until_the_end_of_june_and_late_after() {
        let rule = crate::rules::find("AGAR-2").unwrap();
        let unanswered = answering(2, None);
        let judge = |on| sample::judge_agar_at(rule, &unanswered, on);
        assert!(matches!(judge(day(2024, 6, 30)), Outcome::NotDueYet { .. }));
        assert!(matches!(judge(day(2024, 7, 1)), Outcome::NotMet { .. }));
    }

    #[test]
    fn two_answers_to_one_assertion_are_none() {
        let mut agar = sample::agar();
        agar.assertions.push(agar.assertions[1].clone());
        let twice = sample::judge_agar(crate::rules::find("AGAR-2").unwrap(), &agar);
        assert!(
            matches!(&twice, Outcome::NotMet { findings } if findings[0].pointer == "/assertions/9"),
            "{twice:?}"
        );
    }

    #[test]
    fn a_declaration_of_no_accounts_has_no_assertions() {
        let mut agar = sample::exempt_agar();
        (agar.form, agar.gross_income, agar.gross_expenditure) = (Some(Form::One), Some(0), Some(0));
        agar.assertions.clear();
        let report = crate::check_agar(&agar, day(2024, 9, 30));
        let asked = report.results.iter().filter(|result| result.outcome == Outcome::Met);
        assert_eq!(asked.map(|result| &*result.code).collect::<Vec<_>>(), ["AGAR-FORM", "AGAR-EXEMPT"]);
        assert_eq!(report.counts().not_met, 0);
    }

    /// Returns with something missing or wrong, each spoilt in one place.
    fn spoilt() -> Vec<Agar> {
        let spoils: [fn(&mut Agar); 20] = [
            |_| {},
            |agar| agar.form = None,
            |agar| agar.form = Some(Form::Two),
            |agar| agar.form = Some(Form::OnePm),
            |agar| agar.form = Some(Form::ThreePm),
            |agar| agar.gross_income = None,
            |agar| agar.gross_expenditure = Some(7_000_000),
            |agar| agar.sole_trustee = None,
            |agar| agar.assertions.clear(),
            |agar| agar.assertions.iter_mut().for_each(|one| one.answer = Answer::No),
            |agar| agar.assertions.iter_mut().for_each(|one| one.evidence.clear()),
            |agar| agar.assertions.iter_mut().for_each(|one| one.answer = Answer::NotApplicable),
            |agar| agar.internal_audit = None,
            |agar| agar.section_1 = ags_statement::agar::Section1::default(),
            |agar| agar.section_2 = ags_statement::agar::Section2::default(),
            |agar| agar.rights = None,
            |agar| agar.publication = Publication::default(),
            |agar| agar.section_1.signatures.clear(),
            |agar| agar.section_2.signatures.clear(),
            |agar| agar.authority.category = None,
        ];
        let years = ["2017/18", "2019/20", "2023/24", "2025/26", "2040/41"];
        let mut returns = Vec::new();
        for year in years {
            for spoil in spoils {
                for mut agar in [sample::agar(), sample::exempt_agar()] {
                    agar.year = Some(year.parse().unwrap());
                    spoil(&mut agar);
                    returns.push(agar);
                }
            }
        }
        returns
    }

    #[test]
    fn every_place_stands_in_the_return_or_is_missing_from_one_that_does() {
        let mut seen = 0;
        for agar in spoilt() {
            let value: Value = serde_json::to_value(&agar).unwrap();
            for as_at in [day(2017, 1, 1), day(2024, 5, 31), day(2024, 12, 31), day(2050, 1, 1)] {
                let report = crate::check_agar_with(&agar, as_at, RULES);
                assert_eq!(report.results.len(), RULES.len());
                for result in report.results {
                    let places = match &result.outcome {
                        Outcome::NotMet { findings } => {
                            findings.iter().map(|one| one.pointer.as_str()).collect()
                        }
                        Outcome::NeedsReview { pointer: at, .. }
                        | Outcome::Indeterminate { pointer: at, .. } => vec![at.as_str()],
                        _ => Vec::new(),
                    };
                    for at in places {
                        let parent = at.rsplit_once('/').unwrap().0;
                        let there = value.pointer(at).or_else(|| value.pointer(parent)).is_some();
                        assert!(there, "{}: {at}: {:?}", result.code, result.outcome);
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 1_000, "{seen}");
    }

    #[test]
    fn every_finding_is_said_in_sentences() {
        for agar in spoilt() {
            for result in crate::check_agar_with(&agar, day(2050, 1, 1), RULES).results {
                let Outcome::NotMet { findings } = result.outcome else { continue };
                for text in findings.iter().flat_map(|finding| [&finding.message, &finding.fix]) {
                    let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
                    assert!(capital && text.ends_with('.') && !text.contains("  "), "{text:?}");
                }
            }
        }
    }
}
