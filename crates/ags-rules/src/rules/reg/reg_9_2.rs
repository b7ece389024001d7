//! REG-9-2: Accounts not properly approved.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::bodies;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;
use ags_statement::{Accounts, Approval};

/// REG-9-2.
pub const RULE: Rule = Rule {
    code: "REG-9-2",
    name: "accounts-not-properly-approved",
    title: "Accounts not properly approved",
    requirement: "The accounts are confirmed, approved by resolution after the public rights period, and \
        signed.",
    method: "The accounts were approved by resolution of a committee or of the members as a whole, after \
        the end of the period for the exercise of public rights; the responsible financial officer \
        confirmed them again beforehand, and the person presiding signed them on that day or later.",
    rationale: "The statement is published with approved accounts, and the public must have had the \
        opportunity to object first.",
    limitations: "Whether the public could exercise their rights during the period.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 9(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/9"),
        ags_law::AAR_2015.at("reg. 9(3)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/9"),
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let (Some(accounts), Some(approval)) =
        (&context.statement.sign_off.accounts, context.accounts_approval())
    else {
        return PendingDuty {
            pointer: pointers::accounts_place(context, "approval"),
            message: "The accounts have not been approved",
            action: "Submit the accounts to a committee or the members as a whole for approval by \
                resolution, after the public rights period and after the statement.",
        }
        .before_publication(context, Category::One);
    };
    let at = Pointer::fixed("/sign_off/accounts/approval");
    let authority = &context.statement.local_code.authority;
    let resolved =
        bodies::resolution(authority, approval, &at, "statement of accounts", bodies::ANY_COMMITTEE);
    let open = missing(accounts).unwrap_or(Outcome::Met);
    resolved.and(Outcome::of(out_of_order(accounts, approval))).and(open)
}

fn out_of_order(accounts: &Accounts, approval: &Approval) -> Vec<Finding> {
    let approved = english::date(approval.on);
    let mut findings = Vec::new();
    if let Some(rights) = accounts.rights.filter(|rights| approval.on <= rights.last) {
        let says = format!(
            "The accounts were approved on {approved}, but the public rights period ended on {}.",
            english::date(rights.last)
        );
        let fix = "Approve the accounts again, after the public rights period.";
        findings.push(Finding::new("/sign_off/accounts/approval/on", says, fix));
    }
    if let Some(confirmed) = accounts.confirmed.filter(|confirmed| approval.on < *confirmed) {
        let says = format!(
            "The responsible financial officer confirmed the accounts again on {}, after their approval on \
             {approved}.",
            english::date(confirmed)
        );
        let fix = "Obtain the officer's confirmation of the accounts, and then approve them again.";
        findings.push(Finding::new("/sign_off/accounts/confirmed", says, fix));
    }
    if let Some(signed) = accounts.signed.filter(|signed| *signed < approval.on) {
        let says = format!(
            "The accounts were signed on {} on behalf of the meeting that approved them on {approved}.",
            english::date(signed)
        );
        let fix = "Obtain the dated signature of the person presiding at the meeting after the approval of \
            the accounts.";
        findings.push(Finding::new("/sign_off/accounts/signed", says, fix));
    }
    findings
}

fn missing(accounts: &Accounts) -> Option<Outcome> {
    let cannot_tell = |place: &str, missing: &str| {
        Some(Outcome::indeterminate(Pointer::root().key("sign_off").key("accounts").key(place), missing))
    };
    if accounts.rights.is_none() {
        return cannot_tell("rights", "Give the first and the last day of the public rights period.");
    }
    if accounts.confirmed.is_none() {
        return cannot_tell(
            "confirmed",
            "Give the date on which the responsible financial officer confirmed the accounts again.",
        );
    }
    if accounts.signed.is_none() {
        return cannot_tell(
            "signed",
            "Give the date on which the person presiding at the meeting signed the accounts.",
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Accounts, BodyKind, Statement};

    fn spoilt(spoil: impl FnOnce(&mut Accounts)) -> Statement {
        let mut statement = sample::statement();
        spoil(statement.sign_off.accounts.as_mut().unwrap());
        statement
    }

    fn not_met(spoil: impl FnOnce(&mut Accounts)) -> bool {
        matches!(sample::check(&RULE, &spoilt(spoil)), Outcome::NotMet { .. })
    }

    #[test]
    fn the_day_after_the_public_rights_is_late_enough_and_their_last_day_is_not() {
        let last = |on| move |accounts: &mut Accounts| accounts.rights.as_mut().unwrap().last = on;
        assert_eq!(sample::check(&RULE, &spoilt(last(day(2022, 11, 28)))), Outcome::Met);
        assert!(not_met(last(day(2022, 11, 29))));
    }

    #[test]
    fn the_officer_confirms_on_the_day_at_the_latest() {
        let confirmed = |on| move |accounts: &mut Accounts| accounts.confirmed = Some(on);
        assert_eq!(sample::check(&RULE, &spoilt(confirmed(day(2022, 11, 29)))), Outcome::Met);
        assert!(not_met(confirmed(day(2022, 11, 30))));
    }

    #[test]
    fn the_person_presiding_signs_on_the_day_at_the_earliest() {
        let signed = |on| move |accounts: &mut Accounts| accounts.signed = Some(on);
        assert_eq!(sample::check(&RULE, &spoilt(signed(day(2022, 11, 29)))), Outcome::Met);
        assert!(not_met(signed(day(2022, 11, 28))));
    }

    #[test]
    fn it_takes_a_resolution_of_the_right_body() {
        assert!(not_met(|accounts| accounts.approval.as_mut().unwrap().by_resolution = false));
        assert!(not_met(|accounts| accounts.approval.as_mut().unwrap().kind = BodyKind::Officer));
        let executive = spoilt(|accounts| accounts.approval.as_mut().unwrap().kind = BodyKind::Executive);
        assert!(matches!(sample::check(&RULE, &executive), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn each_missing_day_is_a_doubt_with_its_place() {
        let at = |spoil: fn(&mut Accounts)| match sample::check(&RULE, &spoilt(spoil)) {
            Outcome::Indeterminate { pointer: at, .. } => at,
            other => panic!("{other:?}"),
        };
        assert_eq!(at(|accounts| accounts.rights = None), "/sign_off/accounts/rights");
        assert_eq!(at(|accounts| accounts.confirmed = None), "/sign_off/accounts/confirmed");
        assert_eq!(at(|accounts| accounts.signed = None), "/sign_off/accounts/signed");
    }

    #[test]
    fn unapproved_accounts_are_due_until_the_day_of_publication_and_late_after() {
        let statement = spoilt(|accounts| accounts.approval = None);
        let last = sample::check_on(&RULE, &statement, day(2022, 11, 30));
        assert!(matches!(last, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{last:?}");
        let late = sample::check_on(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }
}
