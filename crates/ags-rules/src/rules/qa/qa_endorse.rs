//! QA-ENDORSE: Draft approved as final.

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::bodies;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::{ApprovalDecision, Published, english};
use governance_model::Authority;

/// QA-ENDORSE.
pub const RULE: Rule = Rule {
    code: "QA-ENDORSE",
    name: "draft-approved-as-final",
    title: "Draft approved as final",
    requirement: "Members note the draft and approve the final statement.",
    method: "The statement was approved after its draft was published with the unaudited accounts. An \
        approval on that day or earlier is an approval of the draft. Of a statement of several authorities, \
        the last approval for each counts; an approval in principle counts from the day on which the \
        delegated power to amend was used. Whether the meeting approved or only \
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
    let Some(draft) = context.draft() else {
        return Outcome::not_applicable("No draft was published.");
    };
    Outcome::all(context.authorities().map(|authority| for_authority(context, authority, draft)))
}

fn for_authority<'a>(context: &StatementContext<'a>, authority: &'a Authority, draft: &Published) -> Outcome {
    let Some((at, approval)) = context.approvals_for(authority).last() else {
        let of = bodies::on_behalf_of(context, authority);
        return bodies::unnamed_authority(context).unwrap_or_else(|| {
            Outcome::not_applicable(format!("The statement has not been approved{of} yet."))
        });
    };
    let power = approval.delegated.as_ref().filter(|_| approval.decision == ApprovalDecision::InPrinciple);
    let used = power.and_then(|power| power.exercised).filter(|used| *used <= context.as_at);
    let is_final = approval.decision != ApprovalDecision::InPrinciple || used.is_some();
    if !is_final {
        return Outcome::not_applicable(format!(
            "{} approved the statement in principle; the final one is still to be settled.",
            approval.body
        ));
    }
    if draft.on < used.unwrap_or(approval.on) {
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
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Approval, ApprovalDecision, Delegation};

    #[test]
    fn each_authority_of_a_joint_statement_approves_the_final_one() {
        let mut statement = sample::statement();
        let other = sample::make_joint(&mut statement);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
        let own = statement.local_code.authority.name.clone();
        statement.sign_off.approvals[0].for_authority = Some(own);
        let alone = sample::check(&RULE, &statement);
        assert!(matches!(&alone, Outcome::NotApplicable { reason }
            if reason == "The statement has not been approved for Other Borough Council yet."));
        let draft = statement.sign_off.publication.draft.as_ref().unwrap().on;
        let theirs = Approval {
            on: draft,
            for_authority: Some(other.name),
            ..statement.sign_off.approvals[0].clone()
        };
        statement.sign_off.approvals.push(theirs);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { findings }
            if findings[0].pointer == "/sign_off/approvals/1/on"));
        statement.sign_off.approvals[1].on = draft.succ_opt().unwrap();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn an_approval_in_principle_is_that_of_the_final_statement_once_the_power_was_used() {
        let with = |draft, exercised| {
            let mut statement = sample::statement();
            statement.sign_off.publication.draft.as_mut().unwrap().on = draft;
            let approval = &mut statement.sign_off.approvals[0];
            approval.decision = ApprovalDecision::InPrinciple;
            let to = "Chief Executive".parse().unwrap();
            approval.delegated = Some(Delegation { to, until: None, exercised });
            sample::check(&RULE, &statement)
        };
        let approved = day(2022, 11, 28);
        let used = Some(day(2022, 11, 29));
        assert!(matches!(with(approved, None), Outcome::NotApplicable { .. }));
        assert_eq!(with(approved, used), Outcome::Met);
        assert!(matches!(with(day(2022, 11, 29), used), Outcome::NotMet { .. }));
    }
}
