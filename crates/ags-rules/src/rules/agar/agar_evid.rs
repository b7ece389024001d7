//! AGAR-EVID: Positive answer without evidence.

use governance_model::Text;

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::citations;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::agar::Answer;

/// AGAR-EVID.
pub const RULE: Rule = Rule {
    code: "AGAR-EVID",
    name: "positive-answer-without-evidence",
    title: "Positive answer without evidence",
    requirement: "Every answer of yes is supported by evidence, such as a minute.",
    method: "Each assertion answered yes names its evidence.",
    rationale: "Members should be able to show why they answered yes; the minute records their decision.",
    limitations: "Whether the evidence supports the answer. The form has no space for evidence, so it is \
        kept separately.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[citations::guide(
        "section 1: an answer of yes is supported by evidence, such as a \
        minute",
    )],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    let mut yeses =
        context.agar.assertions.iter().enumerate().filter(|(_, one)| one.answer == Answer::Yes).peekable();
    if yeses.peek().is_none() {
        return Outcome::not_applicable("No assertion is answered yes.");
    }
    let bare = yeses.filter(|(_, assertion)| assertion.evidence.iter().all(Text::is_blank));
    Outcome::of(
        bare.map(|(index, assertion)| {
            let says = format!("Assertion {} is answered yes without evidence.", assertion.number);
            let fix = "Name the minute or document that supports the answer.";
            Finding::new(Pointer::root().key("assertions").index(index).key("evidence"), says, fix)
        })
        .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::agar::Answer;

    #[test]
    fn one_minute_is_enough_and_a_blank_one_is_none() {
        let mut agar = sample::agar();
        assert_eq!(sample::check_agar(&RULE, &agar), Outcome::Met);
        agar.assertions[0].evidence = vec![" ".parse().unwrap()];
        assert_eq!(sample::agar_places(&RULE, &agar), ["/assertions/0/evidence"]);
    }

    #[test]
    fn where_nothing_is_answered_yes_nothing_needs_evidence() {
        let mut agar = sample::agar();
        agar.assertions.iter_mut().for_each(|assertion| assertion.answer = Answer::No);
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::NotApplicable { .. }));
    }
}
