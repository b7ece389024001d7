//! CODE-PLAN: Actions without owner, date or status.

use crate::prose;
use governance_model::{Action, ActionStatus, Text};

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-PLAN.
pub const RULE: Rule = Rule {
    code: "CODE-PLAN",
    name: "actions-without-owner-date-or-status",
    title: "Actions without owner, date or status",
    requirement: "Every action gives its owner, due date and status.",
    method: "Every open action of the code's plan has an owner and a due date, and a status unless it is \
        planned for a later year. Every action of a plan on which the code reports has a status or \
        progress.",
    rationale: "Without an owner and a date nobody can be asked about an action when the code is next \
        reviewed.",
    limitations: "Owners and dates that are in other documents of the authority. A date in the text of the \
        action counts.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    if context.actions().is_empty() {
        return Outcome::not_applicable("The code lists no action.");
    }
    let mut findings = Vec::new();
    for placed in
        context.actions().iter().filter(|placed| !super::actions::names_no_action(&placed.action.text))
    {
        let lacks = lacks(context, placed.action);
        if !lacks.is_empty() {
            let says = format!("The action has {}.", ags_statement::english::list(&lacks));
            findings.push(placed.finding(
                says,
                "Give the owner, the due date and the status of the \
                action.",
            ));
        }
    }
    Outcome::of(findings)
}

/// What an action lacks, as in "no owner".
fn lacks(context: &LocalCodeContext<'_>, action: &Action) -> Vec<String> {
    let stated = action.status != ActionStatus::NotStated || action.progress.is_some();
    let document = &context.code.document;
    let past = matches!((action.year, document.planned_year), (Some(year), Some(planned)) if year < planned);
    let coming = document.planned_year.is_some() && !past;
    let mut lacks = Vec::new();
    if !past && action.status.is_open() {
        if action.owners.iter().all(Text::is_blank) {
            lacks.push("no owner".into());
        }
        if action.due.is_none() && action.revised.is_none() && prose::mentions(&action.text).is_empty() {
            lacks.push("no due date".into());
        }
    }
    if !stated && !coming {
        lacks.push("no status".into());
    }
    lacks
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn says(document: &str, action: &str) -> Vec<String> {
        let code =
            sample::row(document, &format!("actions = [{{ id = \"B\", text = \"Review it.\"{action} }}]"));
        sample::findings(&RULE, &code).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn owner_date_and_status_together_are_enough_and_each_is_asked_for() {
        let all = r#", owners = ["Solicitor"], due = "2023-03", status = "open""#;
        assert!(says("", all).is_empty());
        assert_eq!(says("", ""), ["The action has no owner, no due date and no status."]);
        assert_eq!(says("", &all.replace("owners = [\"Solicitor\"], ", "")), ["The action has no owner."]);
    }

    #[test]
    fn what_is_done_needs_no_owner_and_what_is_to_come_no_status() {
        assert!(says("", r#", status = "completed""#).is_empty());
        let planned = "year = \"2009/10\", planned_year = \"2010/11\"";
        let next = r#", owners = ["Solicitor"], due = "2010-06", year = "2010/11""#;
        assert!(says(planned, next).is_empty());
        assert_eq!(says(planned, r#", year = "2009/10""#), ["The action has no status."]);
    }

    #[test]
    fn a_code_without_actions_is_not_judged() {
        assert!(matches!(sample::check(&RULE, &sample::row("", "")), Outcome::NotApplicable { .. }));
    }
}
