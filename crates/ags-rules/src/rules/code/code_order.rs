//! CODE-ORDER: Rows out of sequence.

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-ORDER.
pub const RULE: Rule = Rule {
    code: "CODE-ORDER",
    name: "rows-out-of-sequence",
    title: "Rows out of sequence",
    requirement: "The rows follow the order of the framework.",
    method: "At each level, the parts that the rows cover are in the framework's order.",
    rationale: "A row that is out of order is read against the wrong requirement, and is missed when the \
        code is compared with another.",
    limitations: "Whether the authority chose another order deliberately.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let places = super::arrangements::framework_places(context.code);
    let mut furthest: [Option<(usize, &str)>; 4] = [None; 4];
    let mut findings = Vec::new();
    for row in context.rows() {
        let Some(first) = row.arrangement.covers.first() else {
            continue;
        };
        let Some((place, depth)) = places.get(first.as_str()) else {
            continue;
        };
        let Some(before) = furthest.get_mut(*depth) else {
            continue;
        };
        match before {
            Some((furthest, id)) if place < furthest => findings.push(row.finding(
                format!("The row covers {first} but follows the row that covers {id}."),
                "Put the rows in the order of the framework.",
            )),
            _ => *before = Some((*place, first.as_str())),
        }
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use crate::sample as statement;

    #[test]
    fn the_order_of_the_framework_is_kept_and_two_rows_changed_break_it() {
        let mut code = statement::statement().local_code;
        assert!(sample::findings(&RULE, &code).is_empty());
        code.principles[0].arrangements.swap(0, 1);
        let found = sample::findings(&RULE, &code);
        assert_eq!((found.len(), found[0].pointer.as_str()), (1, "/principles/0/arrangements/1"));
    }
}
