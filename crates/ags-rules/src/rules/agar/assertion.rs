//! What the rules on the ten assertions have in common.

use super::applicability::declaration;
use super::public_rights::last_day;
use crate::context::AgarContext;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Outcome, Pointer};
use ags_statement::agar::{Answer, Assertion, AssertionNumber};

/// What the check of an assertion looks at, unless its own rule says more.
pub(in crate::rules) const METHOD: &str = "The assertion is answered once, with yes or no. A no is an \
    answer: its explanation is checked by AGAR-EXPL.";

/// What no check of an assertion can see.
pub(in crate::rules) const LIMITATIONS: &str = "Whether the answer is true.";

/// The one answer to an assertion, with its place in the list; the rule's answer where there is not one.
pub(in crate::rules) fn answered<'a>(
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
            Err(PendingDuty { pointer: Pointer::fixed("/assertions"), message: &says, action: &needs }
                .due_on(context.year, context.as_at, last_day(context)))
        }
        (Some(_), Some((second, _))) => Err(Outcome::not_met(
            Pointer::root().key("assertions").index(second),
            format!("Assertion {number} is answered twice."),
            "Keep one answer.",
        )),
    }
}

/// The check of an assertion that every authority answers with yes or no, and against which nothing else in
/// the return may speak: `against` gives what speaks against a yes, as the end of a sentence.
pub(in crate::rules) fn yes_or_no(
    context: &AgarContext<'_>,
    number: AssertionNumber,
    against: impl FnOnce() -> Option<String>,
) -> Outcome {
    let (index, assertion) = match answered(context, number) {
        Ok(answered) => answered,
        Err(outcome) => return outcome,
    };
    let at = Pointer::root().key("assertions").index(index).key("answer");
    match assertion.answer {
        Answer::No => Outcome::Met,
        Answer::Yes => against().map_or(Outcome::Met, |fact| {
            let says = format!("Assertion {number} is answered yes, but {fact}.");
            Outcome::not_met(at, says, "Answer no, with the reason and the action.")
        }),
        Answer::NotApplicable => {
            let title = number.asked().title;
            let says = format!(
                "Assertion {number} is answered as not applicable, but it applies to every \
                    authority."
            );
            Outcome::not_met(at, says, format!("Answer yes or no to assertion {number}: {title}."))
        }
    }
}

/// Nothing else in the return speaks against a yes.
pub(in crate::rules) const fn nothing() -> Option<String> {
    None
}
