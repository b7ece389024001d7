//! CODE-HIGH: High scores without evidence.

use governance_model::AssuranceLevel;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-HIGH.
pub const RULE: Rule = Rule {
    code: "CODE-HIGH",
    name: "high-scores-without-evidence",
    title: "High scores without evidence",
    requirement: "A high score is supported by evidence.",
    method: "Every row whose score is in the upper quarter of its scale has evidence with text, of its own \
        or of its parts.",
    rationale: "Readers cannot verify a score without evidence.",
    limitations: "Whether the evidence supports the score.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    super::scores::of_judged(context, |row, assessment, judgement| {
        let high = super::scores::height(context.code, assessment)
            .is_some_and(|height| height >= super::scores::HIGH)
            || assessment.level == Some(AssuranceLevel::Substantial);
        let mut evidence = super::arrangements::with_parts(row.arrangement).flat_map(|part| &part.evidence);
        let rests = evidence
            .any(|one| super::evidence::says_something(one) && !super::evidence::is_half(one))
            || !assessment.evidence.is_empty();
        (high && !rests).then(|| {
            row.finding(
                format!("{judgement} is high but has no evidence."),
                "Add the evidence for the score.",
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn scored(value: u8, says: &str) -> usize {
        let rest = format!(
            r#"assessments = [{{ score = {{ scale = "ten", value = {value} }} }}],
            evidence = [{{ id = "E-1", text = "{says}", kind = "document", basis = "documented" }}]"#
        );
        sample::findings(&RULE, &sample::row("", &rest)).len()
    }

    #[test]
    fn eight_of_ten_is_high_and_seven_is_not() {
        assert_eq!((scored(8, ""), scored(7, "")), (1, 0));
    }

    #[test]
    fn evidence_for_a_part_stands_behind_the_score_of_the_whole() {
        let whole = |holds: &str| {
            let rest = r#"assessments = [{ score = { scale = "ten", value = 8 } }],
                arrangements = [{ id = "A-1-1", level = "requirement", title = "Conduct" HOLDS }]"#;
            sample::findings(&RULE, &sample::row("", &rest.replace("HOLDS", holds))).len()
        };
        let evidence = r#", evidence = [
            { id = "E-1", text = "Constitution", kind = "document", basis = "documented" },
        ]"#;
        assert_eq!((whole(""), whole(evidence)), (1, 0));
    }

    #[test]
    fn evidence_that_breaks_off_is_none() {
        assert_eq!(scored(9, "The following documents:"), 1);
        assert_eq!(scored(9, "Constitution"), 0);
    }
}
