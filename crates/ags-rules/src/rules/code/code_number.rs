//! CODE-NUMBER: Gaps in clause numbering.

use std::collections::BTreeMap;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-NUMBER.
pub const RULE: Rule = Rule {
    code: "CODE-NUMBER",
    name: "gaps-in-clause-numbering",
    title: "Gaps in clause numbering",
    requirement: "The clauses are numbered without gaps.",
    method: "The numbers of clauses, such as 7.1.6, are consecutive within the number above them.",
    rationale: "A number that is skipped or mistyped breaks references to it.",
    limitations: "Whether a clause was deleted and its number deliberately kept free.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut last: BTreeMap<&str, u32> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in context.rows() {
        let Some(id) = super::arrangements::clause_number(row) else {
            continue;
        };
        let Some((above, number)) = id.rsplit_once('.') else {
            continue;
        };
        let Ok(number) = number.parse::<u32>() else {
            continue;
        };
        let before = last.insert(above, number).unwrap_or_default();
        if number > before.saturating_add(1) {
            let says = if before == 0 {
                format!("{id} is the first number under {above}.")
            } else {
                format!("{id} follows {above}.{before}.")
            };
            findings.push(row.finding(says, "Number the clauses consecutively."));
        }
    }
    if last.is_empty() {
        return Outcome::not_applicable("The code has no numbered clauses.");
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn clauses(ids: &[&str]) -> Outcome {
        let clause = |id: &&str| format!("{{ id = \"{id}\", level = \"clause\", title = \"Words.\" }}");
        let list: Vec<String> = ids.iter().map(clause).collect();
        sample::check(&RULE, &sample::code("", &format!("principles = [{}]", list.join(", "))))
    }

    #[test]
    fn one_after_the_other_is_right_and_a_skipped_number_is_not() {
        assert_eq!(
            clauses(&["P-8.1", "P-8.1-1", "P-8.2"]),
            Outcome::Met,
            "points of a clause are not numbered"
        );
        assert_eq!(clauses(&["8.1", "8.1.1", "8.1.2", "8.2", "8.2.1"]), Outcome::Met);
        let skipped = clauses(&["8.3.1", "8.3.2", "8.3.4"]);
        let Outcome::NotMet { findings } = skipped else { panic!("{skipped:?}") };
        assert_eq!(findings[0].message, "8.3.4 follows 8.3.2.");
    }

    #[test]
    fn a_stop_left_out_shows_as_a_leap() {
        let Outcome::NotMet { findings } = clauses(&["7.1", "7.1.1", "7.12"]) else { panic!("met") };
        assert_eq!(findings[0].message, "7.12 follows 7.1.");
    }

    #[test]
    fn a_code_without_clauses_has_no_numbers_to_judge() {
        assert!(matches!(clauses(&[]), Outcome::NotApplicable { .. }));
    }
}
