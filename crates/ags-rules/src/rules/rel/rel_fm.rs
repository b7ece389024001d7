//! REL-FM: Conformance with the Financial Management Code not stated.

use governance_model::{Conformance, Degree, Standard, When};

use super::conformances::{conformances, uncompared, unexplained};
use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REL-FM.
pub const RULE: Rule = Rule {
    code: "REL-FM",
    name: "conformance-with-the-financial-management-code-not-stated",
    title: "Conformance with the Financial Management Code not stated",
    requirement: "The statement reports the year's self-assessment against the Financial Management Code, \
        and the action plan includes the improvements needed.",
    method: "The statement says how far the authority conforms to CIPFA's Financial Management Code and \
        when it was last assessed: in the year or after it, or it explains why not and names the action \
        that will put it right. Where it conforms in part or not at all, it explains why and names the \
        actions of the plan that will improve it. No date is required for 2020/21, the shadow year.",
    rationale: "The code sets standards for sustainable financial management and asks the authority to \
        assess itself every year. A standard that is not met needs an action.",
    limitations: "Whether each of the seventeen standards was assessed, and whether the actions are \
        sufficient. A named action that is not listed is reported by AGS-REF.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::FM_CODE_2019.part("the seventeen standards, in full from 1 April 2021")],
    scope: Scope { from: 2020, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

const NAME: &str = "CIPFA's Financial Management Code";
/// The calendar year in which the first financial year of full compliance begins.
const IN_FULL_FROM: i32 = 2021;

fn check(context: &StatementContext<'_>) -> Outcome {
    let compared = conformances(context, Standard::FinancialManagementCode);
    if compared.is_empty() {
        return uncompared(NAME);
    }
    let findings = compared.iter().flat_map(|(at, one)| {
        unexplained(at, one, NAME)
            .into_iter()
            .chain(assessed_long_ago(context, at, one))
            .chain(unplanned(at, one))
    });
    Outcome::of(findings.collect())
}

fn assessed_long_ago(context: &StatementContext<'_>, at: &Pointer, one: &Conformance) -> Option<Finding> {
    if context.year.first() < IN_FULL_FROM {
        return None;
    }
    let at = at.key("assessed");
    let fix = "Assess the authority against the Financial Management Code and give the date, or explain \
        why it was not assessed and name the action to do so.";
    let Some((_, last)) = one.assessed.and_then(When::days) else {
        return Some(Finding::new(
            at,
            "The statement does not say when the authority was last assessed against the Financial \
             Management Code.",
            fix,
        ));
    };
    let explained = !is_blank(one.text.as_ref()) && !one.actions.is_empty();
    (last < context.year.begins() && !explained).then(|| {
        let says = format!(
            "The authority was last assessed against the Financial Management Code as at {}, before {} \
             began.",
            english::date(last),
            context.year
        );
        Finding::new(at, says, fix)
    })
}

fn unplanned(at: &Pointer, one: &Conformance) -> Option<Finding> {
    let short = matches!(one.degree, Some(Degree::Partial | Degree::None));
    (short && one.actions.is_empty()).then(|| {
        Finding::new(
            at.key("actions"),
            "The authority does not conform to the Financial Management Code in full, but no action to \
                improve that is named.",
            "Add the improvements to the action plan, and name the actions here.",
        )
    })
}
