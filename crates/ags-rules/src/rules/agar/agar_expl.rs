//! AGAR-EXPL: Negative answer without an explanation.

use governance_model::Text;

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::citations;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::agar::Answer;

/// AGAR-EXPL.
pub const RULE: Rule = Rule {
    code: "AGAR-EXPL",
    name: "negative-answer-without-an-explanation",
    title: "Negative answer without an explanation",
    requirement: "Every answer of no is explained, with how the weakness will be addressed.",
    method: "Each assertion answered no has an explanation and the action to be taken.",
    rationale: "The explanation and the action are useful to the auditor and to the public.",
    limitations: "Whether the explanation is adequate, whether the action works, and whether both were \
        published.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide(
        "section 1: an answer of no is explained, with how the weakness will be addressed",
    )],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    let mut noes =
        context.agar.assertions.iter().enumerate().filter(|(_, one)| one.answer == Answer::No).peekable();
    if noes.peek().is_none() {
        return Outcome::not_applicable("No assertion is answered no.");
    }
    let mut findings = Vec::new();
    for (index, assertion) in noes {
        let number = assertion.number;
        let mut want = |field: &str, words: Option<&Text>, says: &str, fix: &str| {
            if words.is_none_or(Text::is_blank) {
                let says = format!(
                    "Assertion {number} is answered no, but the return does not say \
                    {says}."
                );
                findings.push(Finding::new(
                    Pointer::root().key("assertions").index(index).key(field),
                    says,
                    fix,
                ));
            }
        };
        want(
            "explanation",
            assertion.explanation.as_ref(),
            "why",
            "Explain the answer to the auditor and \
            in public.",
        );
        want(
            "remedy",
            assertion.remedy.as_ref(),
            "what will be done about it",
            "Say how the weakness will be addressed.",
        );
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::agar::Answer;

    #[test]
    fn a_no_needs_a_reason_and_a_remedy_and_blank_words_are_neither() {
        let mut agar = sample::agar();
        assert_eq!(sample::check_agar(&RULE, &agar), Outcome::Met);
        agar.assertions[5].remedy = None;
        assert_eq!(sample::agar_places(&RULE, &agar), ["/assertions/5/remedy"]);
        agar.assertions[5].explanation = Some(" ".parse().unwrap());
        assert_eq!(sample::agar_places(&RULE, &agar), ["/assertions/5/explanation", "/assertions/5/remedy"]);
    }

    #[test]
    fn where_nothing_is_answered_no_there_is_nothing_to_explain() {
        let mut agar = sample::agar();
        agar.assertions[5].answer = Answer::Yes;
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::NotApplicable { .. }));
    }
}
