//! AGAR-9: Incorrect answer on trust funds.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::agar::{Answer, AssertionNumber, Form};

/// AGAR-9.
pub const RULE: Rule = Rule {
    code: "AGAR-9",
    name: "incorrect-answer-on-trust-funds",
    title: "Incorrect answer on trust funds",
    requirement: "Assertion 9, on trust funds, is answered yes or no by a sole managing trustee, and as not \
        applicable by all others.",
    method: "The assertion is answered once: with yes or no where the authority is sole managing trustee \
        of a trust fund, and as not applicable where it is not. The forms for parish meetings do not \
        include it.",
    rationale: "Trust money does not belong to the authority, and is accounted for separately.",
    limitations: "Whether the answer is true, and whether the authority is trustee of a fund that it does \
        not mention.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("assertion 9")],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    if context.agar.form.is_some_and(Form::is_for_parish_meetings) {
        return Outcome::not_applicable("The forms for parish meetings do not include assertion 9.");
    }
    let (index, assertion) = match assertion::answered(context, AssertionNumber::TRUST_FUNDS) {
        Ok(answered) => answered,
        Err(outcome) => return outcome,
    };
    let at = Pointer::root().key("assertions").index(index).key("answer");
    match (context.agar.sole_trustee, assertion.answer) {
        (None, _) => Outcome::indeterminate(
            "/sole_trustee",
            "Say whether the authority is sole managing trustee of a trust fund.",
        ),
        (Some(true), Answer::NotApplicable) => Outcome::not_met(
            at,
            "Assertion 9 is answered as not applicable, but the authority is sole managing trustee of a \
             trust fund.",
            "Answer yes or no to assertion 9, for the trust fund.",
        ),
        (Some(false), Answer::Yes | Answer::No) => Outcome::not_met(
            at,
            "Assertion 9 is answered yes or no, but the authority is not sole managing trustee of a trust \
                fund.",
            "Answer assertion 9 as not applicable, or say that the authority is a trustee.",
        ),
        (Some(true), Answer::Yes | Answer::No) | (Some(false), Answer::NotApplicable) => Outcome::Met,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::agar::{Agar, Answer, Form};

    fn answering(sole_trustee: Option<bool>, answer: Answer) -> Agar {
        let mut agar = Agar { sole_trustee, ..sample::agar() };
        agar.assertions[8].answer = answer;
        agar
    }

    #[test]
    fn a_trustee_says_yes_or_no_and_all_others_not_applicable() {
        for answer in [Answer::Yes, Answer::No] {
            assert_eq!(sample::check_agar(&RULE, &answering(Some(true), answer)), Outcome::Met);
            let other = answering(Some(false), answer);
            assert_eq!(sample::agar_places(&RULE, &other), ["/assertions/8/answer"]);
        }
        let not_applicable = |trustee| answering(Some(trustee), Answer::NotApplicable);
        assert_eq!(sample::check_agar(&RULE, &not_applicable(false)), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &not_applicable(true)), ["/assertions/8/answer"]);
    }

    #[test]
    fn who_does_not_say_whether_it_is_a_trustee_cannot_be_told() {
        let unsaid = sample::check_agar(&RULE, &answering(None, Answer::NotApplicable));
        assert!(matches!(unsaid, Outcome::Indeterminate { pointer: at, .. } if at == "/sole_trustee"));
    }

    #[test]
    fn a_parish_meeting_is_not_asked() {
        let meeting = Agar { form: Some(Form::ThreePm), ..answering(Some(true), Answer::NotApplicable) };
        assert!(matches!(sample::check_agar(&RULE, &meeting), Outcome::NotApplicable { .. }));
    }
}
