//! CODE-HIGH: high scores without evidence.

use governance_model::AssuranceLevel;

use crate::case::CodeCase;
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};

/// CODE-HIGH.
pub const RULE: Rule = Rule {
    code: "CODE-HIGH",
    name: "high-scores-without-evidence",
    asks: "A high score rests on evidence.",
    checks: "Every row whose score lies in the upper quarter of its scale has evidence that says something.",
    why: "A score nobody can follow is an opinion.",
    cannot_tell: "Whether the evidence there is bears the score out.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    cites: super::UP_TO_DATE,
    binds: Binds::ALWAYS,
    check: Check::LocalCode(check),
};

/// The height on its scale, in hundredths, from which a score is high; ours, and in no instrument.
const HIGH: u32 = 75;

fn check(case: &CodeCase<'_>) -> Outcome {
    let mut judged = false;
    let mut findings = Vec::new();
    for row in case.rows() {
        let Some(assessment) = super::latest(row.arrangement) else {
            continue;
        };
        judged = true;
        let high = super::height(case.code, assessment).is_some_and(|height| height >= HIGH)
            || assessment.level == Some(AssuranceLevel::Substantial);
        let evidence =
            row.arrangement.evidence.iter().filter(|one| !one.says.is_blank() && !super::is_half(one));
        if high && evidence.count() == 0 && assessment.evidence.is_empty() {
            let score = super::score(case.code, assessment);
            let score = score.map_or_else(|| "The judgement".into(), |score| format!("The score of {score}"));
            findings.push(row.finding(
                format!("{score} is high, and no evidence stands behind it."),
                "Say what the score rests on.",
            ));
        }
    }
    if !judged {
        return Outcome::not_applicable("The code scores nothing.");
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn scored(value: u8, says: &str) -> usize {
        let rest = format!(
            r#"assessments = [{{ score = {{ scale = "ten", value = {value} }} }}],
            evidence = [{{ id = "E-1", says = "{says}", kind = "document", shown = "in-writing" }}]"#
        );
        sample::findings(&RULE, &sample::row("", &rest)).len()
    }

    #[test]
    fn eight_of_ten_is_high_and_seven_is_not() {
        assert_eq!((scored(8, ""), scored(7, "")), (1, 0));
    }

    #[test]
    fn evidence_that_breaks_off_is_none() {
        assert_eq!(scored(9, "The following documents:"), 1);
        assert_eq!(scored(9, "Constitution"), 0);
    }
}
