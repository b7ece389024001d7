//! CODE-DENY: Evidence that contradicts the requirement.

use crate::context::{LocalCodeContext, WordingKind};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-DENY.
pub const RULE: Rule = Rule {
    code: "CODE-DENY",
    name: "evidence-that-contradicts-the-requirement",
    title: "Evidence that contradicts the requirement",
    requirement: "No evidence says that its requirement is not met.",
    method: "No item of evidence contains words such as \"not yet\", \"no longer\" or \"has not\".",
    rationale: "Evidence that a requirement is not met is a gap, and belongs in the action plan.",
    limitations: "A contradiction that depends on meaning, and words that deny something other than the \
        requirement.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// Words that deny, in the order in which they are looked for.
const DENIALS: [&str; 16] = [
    "not yet",
    "no longer",
    "yet to be",
    "has not",
    "have not",
    "had not",
    "hasnt",
    "havent",
    "is not in place",
    "are not in place",
    "does not fully",
    "do not fully",
    "does not comply",
    "do not comply",
    "has lapsed",
    "have lapsed",
];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut findings = Vec::new();
    for wording in context.wordings().iter().filter(|wording| wording.part == WordingKind::Evidence) {
        for sentence in prose::sentences(wording.words) {
            if let Some(denial) = prose::find_phrase(sentence, &DENIALS) {
                findings.push(wording.finding(
                    sentence,
                    format!(
                        "The evidence says \"{denial}\", which suggests that the requirement is not \
                        met."
                    ),
                    "Record an action if the requirement is not met; otherwise reword the evidence.",
                ));
            }
        }
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    #[test]
    fn what_is_not_yet_done_is_no_evidence_and_what_is_done_is() {
        let of = |says: &str| sample::findings(&RULE, &sample::says("", says)).len();
        assert_eq!(of("The protocol is agreed. It has not been published."), 1);
        assert_eq!(of("The protocol is agreed and published."), 0);
        assert_eq!(of("Members need not attend."), 0);
    }
}
