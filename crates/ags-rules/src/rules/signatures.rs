//! The signatures of the leading member and the chief executive.

use chrono::NaiveDate;
use governance_model::GovernanceModel;

use crate::context::StatementContext;
use ags_report::{Finding, Outcome, Pointer};
use ags_statement::english;
use ags_statement::{Approval, Office, Signature};

const PAIR: [(Office, &str); 2] =
    [(Office::LeadingMember, "the leading member"), (Office::ChiefExecutive, "the chief executive")];

/// Whether both signed the statement, on the day it was approved or later; until a day, inclusive, they need
/// not have yet.
pub(super) fn pair(context: &StatementContext<'_>, due: Option<NaiveDate>) -> Outcome {
    let due = due.filter(|due| context.as_at <= *due);
    let Some(approval) = context.approval() else {
        return unapproved(context, due);
    };
    let mut findings = early(context, approval);
    let signed = |office| dated(context).any(|(_, signature)| signature.office == office);
    let absent: Vec<&str> =
        PAIR.iter().filter(|(office, _)| !signed(*office)).map(|(_, name)| *name).collect();
    if findings.is_empty() && !absent.is_empty() {
        if context.statement.local_code.authority.governance == Some(GovernanceModel::CorporationSole) {
            let question = format!("Who signs for the authority in place of {}?", absent.join(" and "));
            return Outcome::needs_review("/sign_off/signatures", question);
        }
        if let Some(due) = due.filter(|_| context.as_approved().is_none()) {
            let needs = format!("Obtain the signatures of {}.", absent.join(" and "));
            return Outcome::NotDueYet { due, action: needs };
        }
    }
    findings.extend(absent.iter().map(|name| {
        Finding::new(
            "/sign_off/signatures",
            format!(
                "The statement was approved on {}, but {name} has not signed it.",
                english::date(approval.on)
            ),
            format!("Obtain the dated signature of {name}, or of the holder of the equivalent office."),
        )
    }));
    Outcome::of(findings)
}

fn unapproved(context: &StatementContext<'_>, due: Option<NaiveDate>) -> Outcome {
    if let Some((index, first)) = dated(context).next() {
        return Outcome::not_met(
            Pointer::root().key("sign_off").key("signatures").index(index),
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

/// The signatures dated before the approval.
fn early(context: &StatementContext<'_>, approval: &Approval) -> Vec<Finding> {
    dated(context)
        .filter(|(_, signature)| signature.on < approval.on)
        .map(|(index, signature)| {
            Finding::new(
                Pointer::root().key("sign_off").key("signatures").index(index).key("on"),
                format!(
                    "{} signed on {}, before the statement was approved on {}.",
                    signature.title,
                    english::date(signature.on),
                    english::date(approval.on)
                ),
                "Obtain the signature again, on the approved statement.",
            )
        })
        .collect()
}
