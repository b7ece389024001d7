//! The signatures of the leading member and the chief executive.

use chrono::NaiveDate;
use governance_model::{Authority, GovernanceModel};

use crate::context::StatementContext;
use crate::rules::bodies;
use ags_report::{Finding, Outcome, Pointer};
use ags_statement::english;
use ags_statement::{Approval, Office, Signature};

const PAIR: [(Office, &str); 2] =
    [(Office::LeadingMember, "the leading member"), (Office::ChiefExecutive, "the chief executive")];

/// Whether both signed the statement for each authority that it is of, on the day it was approved or later;
/// until a day, inclusive, they need not have yet. Nobody need sign for an authority that has not approved
/// it.
pub(super) fn pair(context: &StatementContext<'_>, due: Option<NaiveDate>) -> Outcome {
    let due = due.filter(|due| context.as_at <= *due);
    if context.approvals().next().is_none() {
        return unapproved(dated(context), due);
    }
    Outcome::all(context.authorities().map(|authority| pair_for(context, authority, due)))
}

fn pair_for<'a>(context: &StatementContext<'a>, authority: &'a Authority, due: Option<NaiveDate>) -> Outcome {
    let of_joint = context.is_joint();
    let is_for = |signature: &Signature| {
        !of_joint || signature.for_authority.as_ref().is_some_and(|name| *name == authority.name)
    };
    let approvals: Vec<&Approval> = context.approvals_for(authority).map(|(_, approval)| approval).collect();
    let Some(approval) = approvals.last().copied() else {
        return bodies::unnamed_authority(context)
            .unwrap_or_else(|| unapproved(dated(context).filter(|(_, one)| is_for(one)), due));
    };
    let mut findings: Vec<Finding> = early(context, standing_since(&approvals).unwrap_or(approval))
        .filter(|(signature, _)| is_for(signature))
        .map(|(_, finding)| finding)
        .collect();
    let signed = |office| dated(context).any(|(_, one)| one.office == office && is_for(one));
    let absent: Vec<(Office, &str)> = PAIR.into_iter().filter(|(office, _)| !signed(*office)).collect();
    let names: Vec<&str> = absent.iter().map(|(_, name)| *name).collect();
    let of = bodies::on_behalf_of(context, authority);
    if findings.is_empty() && !absent.is_empty() {
        let unassigned = dated(context).find(|(_, one)| {
            of_joint && one.for_authority.is_none() && absent.iter().any(|(office, _)| *office == one.office)
        });
        if let Some((index, one)) = unassigned {
            let missing = format!("Name the authority for which {} signed.", one.title);
            return Outcome::indeterminate(place(index).key("for_authority"), missing);
        }
        if authority.governance == Some(GovernanceModel::CorporationSole) {
            let whom = if of_joint { authority.name.as_str() } else { "the authority" };
            let question = format!("Who signs for {whom} in place of {}?", names.join(" and "));
            return Outcome::needs_review("/sign_off/signatures", question);
        }
        if let Some(due) = due.filter(|_| context.as_approved().is_none()) {
            let needs = format!("Obtain the signatures of {}{of}.", names.join(" and "));
            return Outcome::NotDueYet { due, action: needs };
        }
    }
    findings.extend(names.iter().map(|name| {
        Finding::new(
            "/sign_off/signatures",
            format!(
                "The statement was approved on {}, but {name} has not signed it{of}.",
                english::date(approval.on)
            ),
            format!("Obtain the dated signature of {name}, or of the holder of the equivalent office."),
        )
    }));
    Outcome::of(findings)
}

/// The approval since which the version in force has stood: a later approval of the same version asks for
/// no new signature.
fn standing_since<'a>(approvals: &[&'a Approval]) -> Option<&'a Approval> {
    let last = approvals.last()?;
    let same = |approval: &&&'a Approval| last.version.is_some() && approval.version == last.version;
    approvals.iter().rev().take_while(same).last().or(Some(last)).copied()
}

/// The outcome where the statement is not approved, with the signatures under it.
fn unapproved<'a>(
    mut signed: impl Iterator<Item = (usize, &'a Signature)>,
    due: Option<NaiveDate>,
) -> Outcome {
    if let Some((index, first)) = signed.next() {
        return Outcome::not_met(
            place(index),
            format!(
                "{} signed on {}, but the statement has not been approved.",
                first.title,
                english::date(first.on)
            ),
            "Approve the statement before it is signed.",
        );
    }
    match due {
        Some(due) => Outcome::NotDueYet {
            due,
            action: "Obtain the signatures of the leading member and the chief executive on the approved \
                statement."
                .into(),
        },
        None => Outcome::not_applicable("The statement has not been approved yet."),
    }
}

/// The signatures whose day has come, each with its place in the list.
pub(super) fn dated<'a>(
    context: &StatementContext<'a>,
) -> impl Iterator<Item = (usize, &'a Signature)> + use<'a> {
    let as_at = context.as_at;
    context.statement.sign_off.signatures.iter().enumerate().filter(move |(_, one)| one.on <= as_at)
}

/// The signatures dated before the approval, each with what is wrong.
fn early<'a>(
    context: &StatementContext<'a>,
    approval: &Approval,
) -> impl Iterator<Item = (&'a Signature, Finding)> {
    let approved = approval.on;
    dated(context).filter(move |(_, signature)| signature.on < approved).map(move |(index, signature)| {
        let says = format!(
            "{} signed on {}, before the statement was approved on {}.",
            signature.title,
            english::date(signature.on),
            english::date(approved)
        );
        let fix = "Obtain the signature again, on the approved statement.";
        (signature, Finding::new(place(index).key("on"), says, fix))
    })
}

fn place(index: usize) -> Pointer {
    Pointer::root().key("sign_off").key("signatures").index(index)
}

#[cfg(test)]
mod tests {
    use super::pair;
    use crate::context::StatementContext;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Approval, ApprovalDecision, Statement};

    fn outcome(statement: &Statement) -> Outcome {
        let year = statement.year().unwrap();
        let as_at = day(2022, 12, 31);
        pair(&StatementContext { statement, prior: None, approved: None, year, as_at }, None)
    }

    /// The sample approved again on 5 December 2022, after it was signed.
    fn approved_again(same_version: bool) -> Statement {
        let mut statement = sample::statement();
        let version = statement.version();
        let first = &mut statement.sign_off.approvals[0];
        first.version = Some(version);
        let mut again = Approval { on: day(2022, 12, 5), decision: ApprovalDecision::Again, ..first.clone() };
        again.version = same_version.then_some(version);
        statement.sign_off.approvals.push(again);
        statement
    }

    #[test]
    fn a_signature_follows_the_approval_in_force_unless_the_same_version_was_approved_again() {
        assert!(
            matches!(outcome(&approved_again(false)), Outcome::NotMet { findings } if findings.len() == 2)
        );
        assert_eq!(outcome(&approved_again(true)), Outcome::Met);
    }

    #[test]
    fn each_authority_of_a_joint_statement_has_its_own_signatures() {
        let mut statement = sample::statement();
        let own = statement.local_code.authority.name.clone();
        let other = sample::make_joint(&mut statement);
        let unnamed = outcome(&statement);
        assert!(matches!(unnamed, Outcome::Indeterminate { pointer, .. }
            if pointer == "/sign_off/approvals/0/for_authority"));
        let approval = &mut statement.sign_off.approvals[0];
        approval.for_authority = Some(own.clone());
        let theirs = Approval { for_authority: Some(other.name.clone()), ..approval.clone() };
        statement.sign_off.approvals.push(theirs);
        let unassigned = outcome(&statement);
        assert!(matches!(unassigned, Outcome::Indeterminate { .. }), "{unassigned:?}");
        let mut theirs = statement.sign_off.signatures.clone();
        for signature in &mut statement.sign_off.signatures {
            signature.for_authority = Some(own.clone());
        }
        for signature in &mut theirs {
            signature.for_authority = Some(other.name.clone());
        }
        theirs.truncate(1);
        statement.sign_off.signatures.extend(theirs.clone());
        let Outcome::NotMet { findings } = outcome(&statement) else { panic!("one of four is not there") };
        assert!(findings[0].message.ends_with("has not signed it for Other Borough Council."));
        theirs[0].office = ags_statement::Office::ChiefExecutive;
        statement.sign_off.signatures.extend(theirs.clone());
        assert_eq!(outcome(&statement), Outcome::Met);
        // Nobody need sign for an authority that has not approved the statement, or may.
        statement.sign_off.approvals.truncate(1);
        assert!(matches!(outcome(&statement), Outcome::NotMet { findings }
            if findings[0].message.contains("signed") && findings[0].pointer == "/sign_off/signatures/2"));
        statement.sign_off.signatures.truncate(2);
        assert!(matches!(outcome(&statement), Outcome::NotApplicable { .. }));
    }
}
