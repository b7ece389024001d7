//! A statement that was changed after it was approved.
//!
//! - REG-AMEND: Changed after approval.
//! - WAL-AMEND: Changed after approval in Wales.
//! - SCO-AMEND: Changed after approval in Scotland.
//! - NI-AMEND: Changed after approval in Northern Ireland.

use ags_law::{Citation, Scope};
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::changes::{Change, compare};
use ags_statement::{Approval, Statement, english};

use super::legislation;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::delegation;

/// REG-AMEND.
pub const REG_AMEND: Rule = Rule {
    code: "REG-AMEND",
    name: "changed-after-approval",
    title: "Changed after approval",
    requirement: "The statement has not been changed in substance since it was approved, except with \
        authority.",
    method: "The statement is compared with the version that was approved, where that is available; of a \
        statement of several authorities, for the last approval of each. Authority for a change is a \
        later approval, or a delegated power to amend that still runs or was used in time. A question \
        is asked where the record lists amendments or changes, because it cannot be told whether they \
        are those that were made. Changes of spaces, quotation marks, dashes and capital letters, of \
        the order of a list and of the record of the sign-off are not of substance. Where only the \
        digest of the approved version is recorded and that of the statement is another, a question is \
        asked.",
    rationale: "Members approve the statement that they have before them. One that was changed \
        afterwards without authority is not the one that they approved.",
    limitations: "Whether the version given is the one that members had before them, and whether a \
        change is within the delegated power.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        legislation::england("reg. 6(2)(b)"),
        legislation::england("reg. 6(3)(b)"),
        legislation::england("reg. 6(4)(a)"),
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

/// WAL-AMEND.
pub const WAL_AMEND: Rule = Rule {
    code: "WAL-AMEND",
    name: "changed-after-approval-in-wales",
    title: "Changed after approval in Wales",
    severity: Severity::ProperPractice,
    citations: &[legislation::wales("reg. 5(4)"), FRAMEWORK],
    scope: Scope::WALES,
    ..REG_AMEND
};

/// SCO-AMEND.
pub const SCO_AMEND: Rule = Rule {
    code: "SCO-AMEND",
    name: "changed-after-approval-in-scotland",
    title: "Changed after approval in Scotland",
    severity: Severity::ProperPractice,
    citations: &[legislation::scotland("reg. 5(4)"), FRAMEWORK],
    scope: Scope::SCOTLAND,
    ..REG_AMEND
};

/// NI-AMEND.
pub const NI_AMEND: Rule = Rule {
    code: "NI-AMEND",
    name: "changed-after-approval-in-northern-ireland",
    title: "Changed after approval in Northern Ireland",
    severity: Severity::ProperPractice,
    citations: &[legislation::northern_ireland("reg. 4(4)"), FRAMEWORK],
    scope: Scope::NORTHERN_IRELAND,
    ..REG_AMEND
};

const FRAMEWORK: Citation = ags_law::FRAMEWORK_2016.part("the annual governance statement");

fn check(context: &StatementContext<'_>) -> Outcome {
    let last = context.authorities().filter_map(|authority| context.approvals_for(authority).last());
    let mut last: Vec<(Pointer, &Approval)> = last.collect();
    if last.is_empty() {
        last.extend(context.approvals().last());
    }
    if last.is_empty() {
        return Outcome::not_applicable("The statement has not been approved yet.");
    }
    // Of two approvals that say the same, one tells all.
    last.dedup_by(|(_, one), (_, other)| {
        (one.on, one.version, &one.delegated, &one.amendments)
            == (other.on, other.version, &other.delegated, &other.amendments)
    });
    Outcome::all(last.iter().map(|(at, approval)| since_approval(context, at, approval)))
}

fn since_approval(context: &StatementContext<'_>, at: &Pointer, approval: &Approval) -> Outcome {
    match (context.approved, approval.version) {
        (Some(approved), _) => since(context, at, approval, approved),
        (None, Some(version)) if version == context.statement.version() => Outcome::Met,
        (None, Some(_)) if delegation::gives_authority(approval, context.as_at) => Outcome::Met,
        (None, Some(version)) => Outcome::needs_review(
            at.key("version"),
            format!(
                "The version approved on {} begins {}, and that of the statement begins {}. Was every \
                 change of substance approved?",
                english::date(approval.on),
                version.short(),
                context.statement.version().short()
            ),
        ),
        (None, None) => Outcome::not_applicable(
            "The version that was approved is not available, and its digest is not recorded.",
        ),
    }
}

/// Whether every change of substance since the approved version has authority.
fn since(context: &StatementContext<'_>, at: &Pointer, approval: &Approval, approved: &Statement) -> Outcome {
    if let Some(other) = another_statement(context, approved) {
        return other;
    }
    let changes: Vec<Change> = compare(approved, context.statement);
    let changes: Vec<&Change> = changes.iter().filter(|change| change.is_of_substance).collect();
    if changes.is_empty() || delegation::gives_authority(approval, context.as_at) {
        return Outcome::Met;
    }
    let version = approved.version();
    if approval.version.is_some_and(|recorded| recorded != version) {
        // A version that an earlier meeting approved: the last meeting approved what changed since.
        let of_same = |earlier: &Approval| earlier.for_authority == approval.for_authority;
        if context.approvals().any(|(_, earlier)| earlier.version == Some(version) && of_same(earlier)) {
            return Outcome::Met;
        }
        return Outcome::indeterminate(
            at.key("version"),
            "Give the version that was approved; the one given has another digest than the record of the \
             approval.",
        );
    }
    let declared = context.statement.sign_off.changes.iter().flatten().map(|passage| &passage.text);
    let listed: Vec<String> =
        approval.amendments.iter().chain(declared).map(|text| format!("\"{}\"", text.trim())).collect();
    if listed.is_empty() {
        let findings = changes.into_iter().map(|change| finding(approval, change));
        return Outcome::of(findings.collect());
    }
    let made: Vec<String> = changes.iter().map(ToString::to_string).collect();
    Outcome::needs_review(
        at.key("amendments"),
        format!(
            "Changed since the approved version: {}. The record of the sign-off lists {}. Do they include \
             every change?",
            made.join("; "),
            listed.join("; ")
        ),
    )
}

/// The outcome where the version given as approved is of another authority or year.
fn another_statement(context: &StatementContext<'_>, approved: &Statement) -> Option<Outcome> {
    let (ours, theirs) = (&context.statement.local_code.authority.name, &approved.local_code.authority.name);
    if ours != theirs {
        let missing =
            format!("Give the approved version of the statement of {ours}; the one given is of {theirs}.");
        return Some(Outcome::indeterminate("/local_code/authority/name", missing));
    }
    if approved.year() == Some(context.year) {
        return None;
    }
    let missing = format!(
        "Give the approved version of the statement for {}; the one given is for another year.",
        context.year
    );
    Some(Outcome::indeterminate("/review/year", missing))
}

fn finding(approval: &Approval, change: &Change) -> Finding {
    let place = change.pointer.clone().or_else(|| {
        // What was removed is named by the list or the item it was removed from.
        let (parent, _) = change.pointer_before.as_deref()?.rsplit_once('/')?;
        Some(parent.to_owned())
    });
    Finding::new(
        place.unwrap_or_default(),
        format!("After the approval on {}, {change}.", english::date(approval.on)),
        "Submit the statement for approval again, or record the authority for the change.",
    )
}

#[cfg(test)]
mod tests {
    use super::REG_AMEND;
    use crate::check::check_with;
    use crate::context::Earlier;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Approval, ApprovalDecision, Delegation, Statement};

    /// The sample, compared with itself as it was before it was changed.
    fn outcome(change: impl FnOnce(&mut Statement)) -> Outcome {
        let approved = sample::statement();
        let mut statement = approved.clone();
        change(&mut statement);
        of(&statement, Some(&approved))
    }

    fn of(statement: &Statement, approved: Option<&Statement>) -> Outcome {
        let earlier = Earlier { prior: None, approved };
        check_with(statement, earlier, day(2022, 11, 30), [&REG_AMEND]).results.remove(0).outcome
    }

    fn reword(statement: &mut Statement) {
        statement.review.issues[0].text = "The council found this later.".parse().unwrap();
    }

    #[test]
    fn a_change_of_substance_is_a_finding_where_it_stands_and_typography_is_none() {
        let Outcome::NotMet { findings } = outcome(reword) else { panic!("changed") };
        assert_eq!(findings[0].pointer, "/review/issues/0/text");
        assert!(
            findings[0].message.starts_with("After the approval on 28 November 2022, issue "),
            "{findings:?}"
        );
        let respelt = outcome(|statement| {
            let text = &mut statement.review.issues[0].text;
            *text = text.replace(' ', "  ").parse().unwrap();
        });
        assert_eq!(respelt, Outcome::Met);
        let Outcome::NotMet { findings } = outcome(|statement| statement.review.actions.clear()) else {
            panic!("removed")
        };
        assert_eq!(findings[0].pointer, "/review/actions");
    }

    fn delegated(until: Option<chrono::NaiveDate>, exercised: Option<chrono::NaiveDate>) -> Outcome {
        outcome(|statement| {
            reword(statement);
            let to = "Chief Executive".parse().unwrap();
            statement.sign_off.approvals[0].delegated = Some(Delegation { to, until, exercised });
        })
    }

    #[test]
    fn a_delegated_power_gives_authority_to_its_last_day_and_no_longer() {
        let (before, on) = (Some(day(2022, 11, 29)), Some(day(2022, 11, 30)));
        assert_eq!((delegated(None, None), delegated(on, None)), (Outcome::Met, Outcome::Met));
        assert!(matches!(delegated(before, None), Outcome::NotMet { .. }));
        assert_eq!(delegated(before, before), Outcome::Met);
        assert!(matches!(delegated(before, on), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_later_approval_gives_authority_for_what_changed_before_it() {
        let again = |version| {
            outcome(|statement| {
                let seen = statement.version();
                statement.sign_off.approvals[0].version = Some(seen);
                reword(statement);
                let later = Approval {
                    on: day(2022, 11, 30),
                    decision: ApprovalDecision::Again,
                    version: if version { Some(statement.version()) } else { None },
                    ..statement.sign_off.approvals[0].clone()
                };
                statement.sign_off.approvals.push(later);
            })
        };
        assert_eq!(again(true), Outcome::Met);
    }

    #[test]
    fn each_authority_of_a_joint_statement_approves_what_changed() {
        let mut approved = sample::statement();
        let other = sample::make_joint(&mut approved);
        let seen = approved.version();
        let own = approved.local_code.authority.name.clone();
        let first = &mut approved.sign_off.approvals[0];
        (first.version, first.for_authority) = (Some(seen), Some(own));
        let mut statement = approved.clone();
        reword(&mut statement);
        let changed = statement.version();
        let first = statement.sign_off.approvals[0].clone();
        let theirs = Approval { version: Some(changed), for_authority: Some(other.name), ..first.clone() };
        statement.sign_off.approvals.push(theirs.clone());
        let Outcome::NotMet { findings } = of(&statement, Some(&approved)) else { panic!("approved by one") };
        assert_eq!((findings.len(), findings[0].pointer.as_str()), (1, "/review/issues/0/text"));
        assert!(matches!(of(&statement, None), Outcome::NeedsReview { pointer, .. }
            if pointer == "/sign_off/approvals/0/version"));
        // Both saw the same version: what changed since is reported once.
        statement.sign_off.approvals[1].version = Some(seen);
        let Outcome::NotMet { findings } = of(&statement, Some(&approved)) else {
            panic!("approved by none")
        };
        assert_eq!(findings.len(), 1);
        let again = Approval { version: Some(changed), decision: ApprovalDecision::Again, ..first };
        statement.sign_off.approvals[1] = theirs;
        statement.sign_off.approvals.push(again);
        assert_eq!(of(&statement, None), Outcome::Met);
    }

    #[test]
    fn listed_amendments_are_put_to_a_person_with_what_changed() {
        let listed = outcome(|statement| {
            reword(statement);
            statement.sign_off.approvals[0].amendments = vec!["Reword the issue".parse().unwrap()];
        });
        let Outcome::NeedsReview { question, .. } = listed else { panic!("{listed:?}") };
        assert!(question.contains("lists \"Reword the issue\". Do they include every change?"), "{question}");
    }

    #[test]
    fn a_digest_tells_that_something_changed_and_not_what() {
        let mut statement = sample::statement();
        assert!(matches!(of(&statement, None), Outcome::NotApplicable { .. }));
        statement.sign_off.approvals[0].version = Some(statement.version());
        assert_eq!(of(&statement, None), Outcome::Met);
        reword(&mut statement);
        assert!(matches!(of(&statement, None), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn another_version_or_another_statement_than_the_one_approved_tells_nothing() {
        let mut approved = sample::statement();
        let mut statement = approved.clone();
        statement.sign_off.approvals[0].version = Some(statement.version());
        reword(&mut approved);
        assert!(matches!(of(&statement, Some(&approved)), Outcome::Indeterminate { .. }));
        approved.review.year = approved.review.year.and_then(|year| year.previous().ok());
        assert!(matches!(of(&statement, Some(&approved)), Outcome::Indeterminate { pointer, .. }
            if pointer == "/review/year"));
    }
}
