//! REG-6-4-A: Accounts approved before the statement.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::english;
use ags_statement::{Approval, ApprovalDecision};

/// REG-6-4-A.
pub const RULE: Rule = Rule {
    code: "REG-6-4-A",
    name: "accounts-approved-before-the-statement",
    title: "Accounts approved before the statement",
    requirement: "The statement is approved in advance of the accounts.",
    method: "Members approved the statement before they approved the accounts that it accompanies. Of \
        several approvals the last counts, unless it approved the same version as one before the accounts. \
        A question is asked where it is not recorded whether a later approval changed the statement, and \
        where it was amended under a delegated power after the accounts were approved.",
    rationale: "The accounts are read together with the statement, so the statement must already be \
        approved.",
    limitations: "The order of two approvals on one day where the items are not numbered or were not taken \
        at one meeting; the minutes show it.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(4)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let approvals = approvals(context);
    match (approvals.split_last(), context.accounts_approval()) {
        (Some((last, earlier)), Some(accounts)) => in_force_before(context, last, earlier, accounts),
        (Some(_), None) => Outcome::Met,
        (None, Some(accounts)) => Outcome::not_met(
            "/sign_off/approvals",
            format!(
                "The accounts were approved on {}, but the statement has not been approved.",
                english::date(accounts.on)
            ),
            "Approve the statement, and then submit the accounts to members again.",
        ),
        (None, None) => neither(context),
    }
}

/// The approvals of the authority whose accounts they are, in their order, each with its place.
fn approvals<'a>(context: &StatementContext<'a>) -> Vec<(Pointer, &'a Approval)> {
    let own = &context.statement.local_code.authority.name;
    let is_own = |approval: &Approval| approval.for_authority.as_ref().is_none_or(|name| name == own);
    context.approvals().filter(|(_, approval)| is_own(approval)).collect()
}

/// Whether the statement, as it is in force, was approved before the accounts: by the last approval, or by
/// an earlier one that no later approval changed.
fn in_force_before(
    context: &StatementContext<'_>,
    (at, last): &(Pointer, &Approval),
    earlier: &[(Pointer, &Approval)],
    accounts: &Approval,
) -> Outcome {
    let outcome = in_order(last, at, accounts);
    if outcome == Outcome::Met {
        return amended_after(context, last, at, accounts);
    }
    let before = |(at, approval): &&(Pointer, &Approval)| in_order(approval, at, accounts) == Outcome::Met;
    let Some((_, stood)) = earlier.iter().rev().find(before) else { return outcome };
    if stood.version.is_some() && stood.version == last.version {
        return Outcome::Met;
    }
    if last.decision == ApprovalDecision::WithAmendments {
        return outcome;
    }
    let (first, on) = (english::date(stood.on), english::date(accounts.on));
    let says = format!("The statement was approved on {first}, before the accounts were approved on {on}");
    let question = if last.on == accounts.on {
        "and again on that day. Was it approved again before the accounts, or without a change?".into()
    } else {
        format!("and again on {}. Did the later approval leave it unchanged?", english::date(last.on))
    };
    Outcome::needs_review(at.key("on"), format!("{says}, {question}"))
}

/// A question where the statement was amended under a delegated power after the accounts were approved.
fn amended_after(
    context: &StatementContext<'_>,
    ours: &Approval,
    at: &Pointer,
    accounts: &Approval,
) -> Outcome {
    let exercised = ours.delegated.as_ref().and_then(|delegated| delegated.exercised);
    let after = exercised.filter(|exercised| accounts.on < *exercised && *exercised <= context.as_at);
    let Some(exercised) = after else { return Outcome::Met };
    Outcome::needs_review(
        at.key("delegated").key("exercised"),
        format!(
            "The accounts were approved on {}, and the statement was amended on {} under a delegated \
             power. Was the statement approved in substance before the accounts?",
            english::date(accounts.on),
            english::date(exercised)
        ),
    )
}

fn in_order(ours: &Approval, at: &Pointer, accounts: &Approval) -> Outcome {
    if ours.on < accounts.on {
        return Outcome::Met;
    }
    let on = english::date(accounts.on);
    let fix = "Submit both to members again, the statement first.";
    if accounts.on < ours.on {
        let says = format!(
            "The accounts were approved on {on}, before the statement on {}.",
            english::date(ours.on)
        );
        return Outcome::not_met(at.key("on"), says, fix);
    }
    // Item numbers tell an order only within one meeting.
    match (ours.item, accounts.item) {
        (Some(first), Some(second)) if ours.body == accounts.body && first < second => Outcome::Met,
        (Some(first), Some(second)) if ours.body == accounts.body && second < first => {
            let says = format!(
                "On {on} the accounts were approved as item {second}, before the statement as item {first}."
            );
            Outcome::not_met(at.key("item"), says, fix)
        }
        _ => Outcome::needs_review(
            at.key("item"),
            format!("Both were approved on {on}. Was the statement approved first?"),
        ),
    }
}

/// No order is broken while neither is approved, so lateness is the business of the rules on approval.
fn neither(context: &StatementContext<'_>) -> Outcome {
    let undone = PendingDuty {
        pointer: Pointer::fixed("/sign_off/approvals"),
        message: "The statement has not been approved",
        action: "Approve the statement before the accounts.",
    };
    match undone.before_sign_off_ends(context) {
        Outcome::NotMet { .. } => {
            Outcome::not_applicable("Neither the statement nor the accounts have been approved.")
        }
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Approval, ApprovalDecision, Delegation, Statement};

    /// The statement approved on a day as an item, the accounts on 29 November 2022 as item 5.
    fn approved(on: chrono::NaiveDate, item: Option<u16>) -> Statement {
        let mut statement = sample::statement();
        let approval = &mut statement.sign_off.approvals[0];
        (approval.on, approval.item) = (on, item);
        let accounts = statement.sign_off.accounts.as_mut().unwrap().approval.as_mut().unwrap();
        (accounts.on, accounts.item) = (day(2022, 11, 29), Some(5));
        statement
    }

    #[test]
    fn a_day_early_is_enough_and_a_day_late_is_not() {
        assert_eq!(sample::check(&RULE, &approved(day(2022, 11, 28), None)), Outcome::Met);
        let late = sample::check(&RULE, &approved(day(2022, 11, 30), Some(1)));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    /// The history of Halton's statement for 2018/19: approved, and approved again twice.
    fn approved_thrice(accounts: chrono::NaiveDate) -> Statement {
        let mut statement = approved(day(2022, 7, 20), None);
        let first = statement.sign_off.approvals[0].clone();
        for on in [day(2022, 9, 24), day(2022, 11, 18)] {
            let decision = ApprovalDecision::Again;
            statement.sign_off.approvals.push(Approval { on, decision, ..first.clone() });
        }
        statement.sign_off.accounts.as_mut().unwrap().approval.as_mut().unwrap().on = accounts;
        statement
    }

    #[test]
    fn of_several_approvals_the_last_counts_unless_it_changed_nothing() {
        assert_eq!(sample::check(&RULE, &approved_thrice(day(2022, 11, 19))), Outcome::Met);
        let between = approved_thrice(day(2022, 11, 1));
        let Outcome::NeedsReview { question, pointer } = sample::check(&RULE, &between) else {
            panic!("asked")
        };
        assert_eq!(pointer, "/sign_off/approvals/2/on");
        assert!(
            question.starts_with("The statement was approved on 24 September 2022, before"),
            "{question}"
        );
        let mut same = between.clone();
        same.sign_off.approvals[1].version = Some(same.version());
        same.sign_off.approvals[2].version = Some(same.version());
        assert_eq!(sample::check(&RULE, &same), Outcome::Met);
        let mut amended = between;
        amended.sign_off.approvals[2].decision = ApprovalDecision::WithAmendments;
        assert!(matches!(sample::check(&RULE, &amended), Outcome::NotMet { .. }));
        let before_all = approved_thrice(day(2022, 7, 1));
        assert!(matches!(sample::check(&RULE, &before_all), Outcome::NotMet { .. }));
    }

    #[test]
    fn an_amendment_under_a_delegated_power_after_the_accounts_is_a_question() {
        let mut statement = approved(day(2022, 11, 28), None);
        let of = |exercised| Delegation { to: "Clerk".parse().unwrap(), until: None, exercised };
        statement.sign_off.approvals[0].delegated = Some(of(Some(day(2022, 11, 29))));
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.sign_off.approvals[0].delegated = Some(of(Some(day(2022, 11, 30))));
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn on_one_day_the_items_tell_and_without_them_a_person_must() {
        assert_eq!(sample::check(&RULE, &approved(day(2022, 11, 29), Some(4))), Outcome::Met);
        let after = sample::check(&RULE, &approved(day(2022, 11, 29), Some(6)));
        assert!(matches!(after, Outcome::NotMet { .. }), "{after:?}");
        let one_item = sample::check(&RULE, &approved(day(2022, 11, 29), Some(5)));
        assert!(matches!(one_item, Outcome::NeedsReview { .. }), "{one_item:?}");
        let unnumbered = sample::check(&RULE, &approved(day(2022, 11, 29), None));
        assert!(matches!(unnumbered, Outcome::NeedsReview { .. }), "{unnumbered:?}");
    }

    #[test]
    fn a_statement_nobody_approved_does_not_stand_before_approved_accounts() {
        let mut statement = sample::statement();
        statement.sign_off.approvals.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn items_of_two_meetings_on_one_day_tell_no_order() {
        let mut statement = approved(day(2022, 11, 29), Some(4));
        statement.sign_off.approvals[0].body = "Council".parse().unwrap();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn with_neither_approved_it_is_due_until_the_day_of_publication_and_no_order_is_broken_after() {
        let mut statement = sample::statement();
        statement.sign_off = ags_statement::SignOff::default();
        let last = sample::check_on(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let after = sample::check_on(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(after, Outcome::NotApplicable { .. }), "{after:?}");
    }

    #[test]
    fn without_a_category_nobody_knows_when_it_is_due() {
        let mut statement = sample::statement();
        statement.sign_off = ags_statement::SignOff::default();
        statement.local_code.authority.category = None;
        statement.local_code.authority.kind = governance_model::AuthorityKind::NotStated;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
    }
}
