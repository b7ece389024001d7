//! FW16-PLAN: Significant issues without an action plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use governance_model::{Action, ActionStatus, Issue, When};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// FW16-PLAN.
pub const RULE: Rule = Rule {
    code: "FW16-PLAN",
    name: "significant-issues-without-an-action-plan",
    title: "Significant issues without an action plan",
    requirement: "Each significant issue has an action with an owner and a due date that has not passed.",
    method: "Each significant issue has an action with an owner and a due date that addresses one of the \
        issue's gaps. Every action of the plan addresses a gap, and no open action was due before the date \
        of approval, or before the date of the check while the statement is a draft. An action that was \
        due within the year and is still open is always overdue. A revised due date replaces the first \
        one.",
    rationale: "The Framework asks for an agreed plan of actions taken or proposed. Without an owner and a \
        date nobody can be asked for progress, and a date that has passed must be revised. Where the \
        review found no significant issue, no plan is required.",
    limitations: "Whether an action will resolve the gap that it addresses.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

pub(in crate::rules) fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let mut by_gap: BTreeMap<&str, Vec<&Action>> = BTreeMap::new();
    for action in review.actions.iter().filter(|action| action.status != ActionStatus::Withdrawn) {
        for gap in &action.addresses {
            by_gap.entry(gap.as_str()).or_default().push(action);
        }
    }
    let issues = review.issues.iter().enumerate().filter_map(|(index, issue)| {
        let actions = issue.gaps.iter().filter_map(|gap| by_gap.get(gap.as_str())).flatten().copied();
        unplanned(index, issue, &actions.collect::<Vec<_>>())
    });
    let actions =
        review.actions.iter().enumerate().flat_map(|(index, action)| astray(context, index, action));
    let findings: Vec<Finding> = issues.chain(actions).collect();
    if findings.is_empty() && review.issues.is_empty() {
        return Outcome::not_applicable(
            "The review reports no significant issue, so no action plan is required.",
        );
    }
    Outcome::of(findings)
}

/// An issue for which no action has an owner and a date.
fn unplanned(index: usize, issue: &Issue, actions: &[&Action]) -> Option<Finding> {
    if actions.iter().any(|action| owned(action) && day(action).is_some()) {
        return None;
    }
    let Some(first) = actions.first() else {
        return Some(Finding::new(
            Pointer::root().key("review").key("issues").index(index),
            format!("No action addresses the issue {} ({}).", issue.title, issue.id),
            "Add an action, with an owner and a due date, that addresses one of the issue's gaps.",
        ));
    };
    let lacks = match (owned(first), day(first).is_some()) {
        (false, false) => "neither an owner nor a due date",
        (false, true) => "no owner",
        _ => "no due date",
    };
    Some(Finding::new(
        Pointer::root().key("review").key("issues").index(index),
        format!(
            "The issue {} ({}) is addressed only by {}, which has \
            {lacks}.",
            issue.title, issue.id, first.id
        ),
        "Give the action an owner and a due date.",
    ))
}

fn owned(action: &Action) -> bool {
    action.owners.iter().any(|owner| !owner.is_blank())
}

/// The last day the due date may mean, the revised one where there is one; none where it is no date.
fn day(action: &Action) -> Option<NaiveDate> {
    action.due_now().and_then(When::days).map(|(_, last)| last)
}

fn astray(context: &StatementContext<'_>, index: usize, action: &Action) -> Vec<Finding> {
    let mends_nothing = action.addresses.is_empty().then(|| {
        Finding::new(
            Pointer::root().key("review").key("actions").index(index),
            format!("The action {} does not address a gap.", action.id),
            "Name the gap that the action addresses, or remove the action from the plan.",
        )
    });
    mends_nothing.into_iter().chain(overdue(context, index, action)).collect()
}

fn overdue(context: &StatementContext<'_>, index: usize, action: &Action) -> Option<Finding> {
    let today = context.speaks_for();
    let step = if context.approval().is_some() { "when the statement was approved on" } else { "as at" };
    let due = action.due_now()?;
    let last = day(action).filter(|_| action.status.is_open())?;
    let says = if last <= context.year.ends() {
        format!(
            "The action {} was due by {}, within {}, but is still open.",
            action.id,
            english::when(due),
            context.year
        )
    } else if last < today {
        format!(
            "The action {} was due by {} but was still open {step} {}.",
            action.id,
            english::when(due),
            english::date(today)
        )
    } else {
        return None;
    };
    let fix = "Report the progress of the action, and agree a revised due date.";
    let at = Pointer::root().key("review").key("actions").index(index);
    let at = if action.revised.is_some() { at.key("revised") } else { at };
    Some(Finding::new(at.key("due"), says, fix))
}

#[cfg(test)]
mod tests {
    use governance_model::{Action, ActionStatus};

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::Statement;

    /// The sample, approved on 28 November 2022, with its one action changed.
    fn with(change: impl FnOnce(&mut Action)) -> Statement {
        let mut statement = sample::statement();
        change(&mut statement.review.actions[0]);
        statement
    }

    #[test]
    fn an_owner_and_a_date_are_both_asked_for() {
        let nobody = sample::only_finding(&RULE, &with(|action| action.owners.clear()));
        assert_eq!(
            nobody.message,
            "The issue Partnership risk (ISS-2022-1) is addressed only by ACT-2022-1, which has no owner."
        );
        let blank = sample::only_finding(&RULE, &with(|action| action.owners = vec![" ".parse().unwrap()]));
        assert_eq!(blank.message, nobody.message);
        let never = sample::only_finding(&RULE, &with(|action| action.due = None));
        assert!(never.message.ends_with("which has no due date."), "{}", never.message);
        let soon =
            sample::only_finding(&RULE, &with(|action| action.due = Some("recently".parse().unwrap())));
        assert_eq!(soon.message, never.message);
    }

    #[test]
    fn one_action_with_both_is_enough_for_an_issue() {
        let mut statement = with(|action| action.owners.clear());
        let mut second = sample::statement().review.actions.remove(0);
        second.id = "ACT-2022-2".parse().unwrap();
        statement.review.actions.push(second);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn an_issue_without_an_action_or_with_one_given_up_is_named() {
        let finding = sample::only_finding(&RULE, &with(|action| action.status = ActionStatus::Withdrawn));
        assert_eq!(finding.message, "No action addresses the issue Partnership risk (ISS-2022-1).");
        assert_eq!(finding.pointer, "/review/issues/0");
    }

    #[test]
    fn an_action_may_be_due_on_the_day_of_approval_and_not_the_day_before() {
        let due = |when: &str| with(|action| action.due = Some(when.parse().unwrap()));
        assert_eq!(sample::check(&RULE, &due("2022-11-28")), Outcome::Met);
        assert_eq!(sample::check(&RULE, &due("2022-11")), Outcome::Met, "the month may mean its last day");
        let late = sample::only_finding(&RULE, &due("2022-11-27"));
        assert_eq!(late.pointer, "/review/actions/0/due");
        assert_eq!(
            late.message,
            "The action ACT-2022-1 was due by 27 November 2022 but was still open when the statement was \
                approved on 28 November 2022."
        );
    }

    #[test]
    fn a_plan_approved_long_ago_is_not_overdue_because_it_is_read_late() {
        let outcome = sample::check_on(&RULE, &sample::statement(), day(2026, 1, 1));
        assert_eq!(outcome, Outcome::Met);
        let mut draft = sample::statement();
        draft.sign_off.approvals.clear();
        let outcome = sample::check_on(&RULE, &draft, day(2023, 4, 1));
        assert!(matches!(outcome, Outcome::NotMet { .. }), "{outcome:?}");
    }

    #[test]
    fn an_action_of_the_year_itself_is_done_or_overdue() {
        let due_within = |status| {
            with(|action| (action.due, action.status) = (Some("2022-03-31".parse().unwrap()), status))
        };
        assert_eq!(sample::check(&RULE, &due_within(ActionStatus::Completed)), Outcome::Met);
        assert!(
            sample::only_finding(&RULE, &due_within(ActionStatus::Open)).message.contains("within 2021/22")
        );
    }

    #[test]
    fn an_action_that_mends_nothing_is_astray() {
        let mut statement = sample::statement();
        let mut second = statement.review.actions[0].clone();
        (second.id, second.addresses) = ("ACT-2022-2".parse().unwrap(), Vec::new());
        statement.review.actions.push(second);
        assert_eq!(
            sample::only_finding(&RULE, &statement).message,
            "The action ACT-2022-2 does not \
            address a gap."
        );
    }

    #[test]
    fn without_an_issue_no_plan_is_asked_for_but_one_that_is_given_must_hold() {
        let mut statement = sample::statement();
        statement.review.issues.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotApplicable { .. }));
        statement.review.actions[0].addresses.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
