//! AGS-REF: Reference without a target.

use std::collections::BTreeSet;

use governance_model::Violation;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::fw16::citations;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::SignOff;

/// AGS-REF.
pub const RULE: Rule = Rule {
    code: "AGS-REF",
    name: "reference-without-a-target",
    title: "Reference without a target",
    requirement: "Identifiers are unique and references have targets.",
    method: "Every identifier is used once, and every reference has a target: actions to gaps, issues to \
        gaps, assessments to evidence, scores to their scale, and everything to a part of its framework; \
        and the review is of the authority whose local code it uses. Where the record of the sign-off names \
        an authority, the statement is of that authority.",
    rationale: "The Framework asks for an agreed action plan for the issues and an assessment of the \
        arrangements. Readers cannot follow an action that refers to a gap or to evidence that is not in \
        the statement. The Framework does not mention references; that they must have targets is our \
        reading.",
    limitations: "Whether a reference has the right target.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: citations::CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let statement = context.statement;
    let code = statement.local_code.violations().into_iter().map(|fault| finding("/local_code", fault));
    let review = statement.review.violations(&statement.local_code);
    let review = review.into_iter().map(|fault| finding("/review", fault));
    Outcome::of(code.chain(review).chain(unknown_authorities(context)).collect())
}

/// The steps of the sign-off that were taken for an authority of which the statement is not.
fn unknown_authorities(context: &StatementContext<'_>) -> Vec<Finding> {
    let known: BTreeSet<&str> = context.authorities().map(|authority| authority.name.as_str()).collect();
    let SignOff { considerations, approvals, signatories, signatures, .. } = &context.statement.sign_off;
    let named = considerations
        .iter()
        .enumerate()
        .map(|(index, one)| ("considerations", index, &one.for_authority))
        .chain(approvals.iter().enumerate().map(|(index, one)| ("approvals", index, &one.for_authority)))
        .chain(signatories.iter().enumerate().map(|(index, one)| ("signatories", index, &one.for_authority)))
        .chain(signatures.iter().enumerate().map(|(index, one)| ("signatures", index, &one.for_authority)));
    let unknown = named.filter_map(|(list, index, name)| {
        let name = name.as_ref().filter(|name| !known.contains(name.as_str()))?;
        Some(Finding::new(
            Pointer::root().key("sign_off").key(list).index(index).key("for_authority"),
            format!("The statement is not of {name}."),
            "Give the name as the statement gives it, or list that authority among those with which the \
             statement is made.",
        ))
    });
    unknown.collect()
}

/// A fault reads "place: what is wrong; what to write", with places in its own document.
fn finding(document: &str, mut fault: Violation) -> Finding {
    let at = fault.at().to_owned();
    if let Violation::DuplicateId { first, .. } = &mut fault
        && first.starts_with('/')
    {
        first.insert_str(0, document);
    }
    let whole = fault.to_string();
    let words = whole.strip_prefix(&format!("{at}: ")).unwrap_or(&whole);
    let (says, fix) = words.rsplit_once("; ").unwrap_or((words, "correct it"));
    Finding::new(format!("{document}{at}"), sentence(says), sentence(fix))
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::{Finding, Outcome};

    #[test]
    fn an_action_that_mends_a_gap_nobody_listed_is_found_where_it_stands() {
        let mut statement = sample::statement();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.actions[0].addresses.push("GAP-9".parse().unwrap());
        assert_eq!(
            sample::check(&RULE, &statement),
            Outcome::not_met(
                "/review/actions/0/addresses/1",
                "There is no gap GAP-9.",
                "Write the identifier of one that is listed, or list it.",
            )
        );
    }

    #[test]
    fn evidence_listed_twice_is_found_with_both_its_places() {
        let mut statement = sample::statement();
        let arrangement = &mut statement.local_code.principles[0].arrangements[0];
        arrangement.evidence.push(arrangement.evidence[0].clone());
        assert_eq!(
            sample::check(&RULE, &statement),
            Outcome::NotMet {
                findings: vec![Finding::new(
                    "/local_code/principles/0/arrangements/0/evidence/1/id",
                    "The evidence E-A1 is at /local_code/principles/0/arrangements/0/evidence/0 already.",
                    "Give each its own identifier.",
                )]
            }
        );
    }

    #[test]
    fn a_step_for_an_authority_of_which_the_statement_is_not_is_found() {
        let mut statement = sample::statement();
        let own = statement.local_code.authority.name.clone();
        statement.sign_off.approvals[0].for_authority = Some(own);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.signatures[1].for_authority = "Another Council".parse().ok();
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings[0].pointer, "/sign_off/signatures/1/for_authority");
        assert_eq!(findings[0].message, "The statement is not of Another Council.");
    }

    #[test]
    fn faults_of_the_code_and_of_the_review_are_reported_together() {
        let mut statement = sample::statement();
        statement.local_code.principles[0].covers = vec!["H".parse().unwrap()];
        statement.review.authority = "Another Council".parse().unwrap();
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        let places: Vec<&str> = findings.iter().map(|finding| finding.pointer.as_str()).collect();
        assert_eq!(places, ["/local_code/principles/0/covers/0", "/review/authority"]);
    }
}
