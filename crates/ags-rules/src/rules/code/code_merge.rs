//! CODE-MERGE: Rows that cover two parts of the framework.

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-MERGE.
pub const RULE: Rule = Rule {
    code: "CODE-MERGE",
    name: "rows-that-cover-two-parts-of-the-framework",
    title: "Rows that cover two parts of the framework",
    requirement: "Each row covers one part of the framework.",
    method: "No arrangement covers two or more parts of the framework at one level.",
    rationale: "The evidence, scores and actions of such a row cannot be told apart, and are lost when the \
        framework changes.",
    limitations: "Whether the evidence of the row applies to each of the parts.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let places = super::arrangements::framework_places(context.code);
    let merged = context.rows().iter().filter_map(|row| {
        let covers = row.arrangement.covers.iter().filter_map(|one| {
            let (_, depth) = places.get(one.as_str())?;
            Some((*depth, one.to_string()))
        });
        let covers: Vec<(usize, String)> = covers.collect();
        let deepest = covers.iter().map(|(depth, _)| *depth).max()?;
        let ids: Vec<String> =
            covers.into_iter().filter(|(depth, _)| *depth == deepest).map(|(_, id)| id).collect();
        if ids.len() < 2 {
            return None;
        }
        let ids = ags_statement::english::list(&ids);
        Some(row.finding(
            format!("One row covers {ids} together."),
            format!("Give each of {ids} a row of its own."),
        ))
    });
    Outcome::of(merged.collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    #[test]
    fn two_sub_principles_are_merged_and_one_with_its_principle_is_not() {
        let mut code = sample::row("", "");
        for (covers, faults) in [(&["A1"][..], 0), (&["A", "A1"], 0), (&["A1", "A2"], 1)] {
            code.principles[0].covers = covers.iter().map(|id| id.parse().unwrap()).collect();
            assert_eq!(sample::findings(&RULE, &code).len(), faults, "{covers:?}");
        }
    }
}
