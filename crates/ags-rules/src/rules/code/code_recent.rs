//! CODE-RECENT: Evidence without a specific date.

use governance_model::When;

use crate::context::{LocalCodeContext, WordingKind};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-RECENT.
pub const RULE: Rule = Rule {
    code: "CODE-RECENT",
    name: "evidence-without-a-specific-date",
    title: "Evidence without a specific date",
    requirement: "Evidence gives its date and does not only say that it was recent.",
    method: "No item of evidence is dated only by a word such as \"recently\", in its date or in a \
        sentence without another date.",
    rationale: "Text that was recent when it was written is copied from year to year.",
    limitations: "The actual date.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

const RECENT: [&str; 4] = ["recently", "lately", "in recent months", "in recent weeks"];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let fix = "Give the month and year.";
    let mut findings = Vec::new();
    for row in context.rows() {
        for (index, one) in row.arrangement.evidence.iter().enumerate() {
            if one.when == Some(When::Recently) && prose::find_phrase(&one.text, &RECENT).is_none() {
                let at = row.pointer.key("evidence").index(index).key("when");
                let finding = ags_report::Finding::new(at, "The evidence is dated \"recently\".", fix);
                findings.push(finding.quoting(&one.text, &one.source));
            }
        }
    }
    for wording in context.wordings().iter().filter(|wording| wording.part == WordingKind::Evidence) {
        for sentence in prose::sentences(wording.words) {
            if let Some(recent) = prose::find_phrase(sentence, &RECENT)
                && prose::mentions(sentence).is_empty()
            {
                let says = format!("The evidence says \"{recent}\" but gives no date.");
                findings.push(wording.finding(sentence, says, fix));
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
    fn recently_is_no_date_unless_one_stands_beside_it() {
        let of = |says: &str| sample::findings(&RULE, &sample::says("", says)).len();
        assert_eq!(of("The strategy was recently adopted."), 1);
        assert_eq!(of("The strategy was recently adopted, in May 2021."), 0);
        assert_eq!(of("The strategy was adopted in May 2021."), 0);
    }

    #[test]
    fn one_piece_is_reported_once_for_its_date_and_its_words() {
        let mut code = sample::says("", "Adopted recently.");
        code.principles[0].evidence[0].when = Some(governance_model::When::Recently);
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
        code.principles[0].evidence[0].text = "Adopted.".parse().unwrap();
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
    }
}
