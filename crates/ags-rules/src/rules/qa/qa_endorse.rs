//! QA-ENDORSE: Draft approved as final.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::{Approval, ApprovalDecision, Published, english};
use chrono::NaiveDate;

/// QA-ENDORSE.
pub const RULE: Rule = Rule {
    code: "QA-ENDORSE",
    name: "draft-approved-as-final",
    title: "Draft approved as final",
    requirement: "Members note the draft and approve the final statement.",
    method: "The statement was approved after its draft was published with the unaudited accounts. An \
        approval on that day or earlier is an approval of the draft; an approval in principle counts from \
        the day on which the statement was settled. Whether the meeting approved or only \
        noted the statement is checked by FW16-APPR.",
    rationale: "Councils note or endorse the draft and approve the final statement. An approved draft is \
        out of date when the accounts are published, and members have not approved what is published \
        then.",
    limitations: "The wording of the minute, and whether the statement changed after its approval, which \
        the list of changes shows.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Arun District Council: the draft annual governance statement noted, the final one approved",
            "https://democracy.arun.gov.uk/mgAi.aspx?ID=8045",
        ),
        super::citations::SPELTHORNE,
    ],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    if context.approval().is_none() {
        return Outcome::not_applicable("The statement has not been approved yet.");
    }
    let Some(draft) = context.draft() else {
        return Outcome::not_applicable("No draft was published.");
    };
    // Of a joint statement, FW16-APPR finds that an authority has not approved it.
    let approvals = context.authorities().filter_map(|authority| {
        context.approvals_for(authority).last().or_else(|| context.unassigned_approval())
    });
    Outcome::all(approvals.map(|(at, approval)| of_approval(approval, &at, draft, context.as_at)))
}

/// Whether the draft came before the approval, or before an approval in principle was settled.
fn of_approval(approval: &Approval, at: &Pointer, draft: &Published, as_at: NaiveDate) -> Outcome {
    let delegated = approval.delegated.as_ref().and_then(|delegated| delegated.exercised);
    let settled =
        delegated.filter(|settled| approval.decision == ApprovalDecision::InPrinciple && *settled <= as_at);
    if draft.on < settled.unwrap_or(approval.on) {
        return Outcome::Met;
    }
    Outcome::not_met(
        at.key("on"),
        format!(
            "{} approved the statement on {}, but its draft was published on {}.",
            approval.body,
            english::date(approval.on),
            english::date(draft.on)
        ),
        "Submit the final statement to members for approval.",
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::{ApprovalDecision, Delegation, Statement};

    /// A statement whose draft was published on the day of its approval.
    fn approved_as_a_draft() -> Statement {
        let mut statement = sample::statement();
        let on = statement.sign_off.approvals[0].on;
        statement.sign_off.publication.draft.as_mut().unwrap().on = on;
        statement
    }

    #[test]
    fn the_final_statement_is_approved_and_not_the_draft() {
        assert_eq!(sample::check(&RULE, &sample::statement()), Outcome::Met);
        assert!(matches!(sample::check(&RULE, &approved_as_a_draft()), Outcome::NotMet { .. }));
    }

    #[test]
    fn an_approval_in_principle_counts_from_the_day_on_which_the_statement_was_settled() {
        let mut statement = approved_as_a_draft();
        let approval = &mut statement.sign_off.approvals[0];
        approval.decision = ApprovalDecision::InPrinciple;
        let exercised = approval.on.succ_opt();
        approval.delegated = Some(Delegation { to: "Chair".parse().unwrap(), until: None, exercised });
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn each_authority_of_a_joint_statement_approves_the_final_statement() {
        let mut statement = approved_as_a_draft();
        let mut other = statement.local_code.authority.clone();
        other.name = "Other Borough Council".parse().unwrap();
        let mut later = statement.sign_off.approvals[0].clone();
        later.on = later.on.succ_opt().unwrap();
        later.for_authority = Some(other.name.clone());
        statement.review.jointly_with = vec![other];
        statement.sign_off.approvals[0].for_authority = Some(statement.local_code.authority.name.clone());
        statement.sign_off.approvals.push(later);
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!() };
        assert_eq!(findings[0].pointer, "/sign_off/approvals/0/on");
    }
}
