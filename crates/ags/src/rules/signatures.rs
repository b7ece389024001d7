//! The signatures of the leading member and the chief executive.

use chrono::NaiveDate;
use governance_model::GovernanceModel;

use crate::case::Case;
use crate::rule::{Finding, Outcome};
use crate::statement::{Approval, Office, Signature};
use crate::words;

const PAIR: [(Office, &str); 2] =
    [(Office::LeadingMember, "the leading member"), (Office::ChiefExecutive, "the chief executive")];

/// Whether both signed the statement, on the day it was approved or later; until a day, inclusive, they need not
/// have yet.
pub(super) fn pair(case: &Case<'_>, due: Option<NaiveDate>) -> Outcome {
    let due = due.filter(|due| case.as_at <= *due);
    let Some(approval) = case.approval() else {
        return unapproved(case, due);
    };
    let mut findings = early(case, approval);
    let signed = |office| dated(case).any(|(_, signature)| signature.office == office);
    let absent: Vec<&str> =
        PAIR.iter().filter(|(office, _)| !signed(*office)).map(|(_, name)| *name).collect();
    if findings.is_empty() && !absent.is_empty() {
        if case.statement.local_code.authority.governance == Some(GovernanceModel::CorporationSole) {
            let question = format!("Who signs for the authority in the place of {}?", absent.join(" and "));
            return Outcome::ask("/sign_off/signatures", question);
        }
        if let Some(due) = due.filter(|_| case.as_approved().is_none()) {
            let needs = format!("Have the statement signed by {}.", absent.join(" and "));
            return Outcome::NotDueYet { due, needs };
        }
    }
    findings.extend(absent.iter().map(|name| {
        Finding::new(
            "/sign_off/signatures",
            format!(
                "The statement was approved on {}, and {name} has not signed it.",
                words::date(approval.on)
            ),
            format!("Have {name}, or whoever holds the like office, sign and date it."),
        )
    }));
    Outcome::of(findings)
}

fn unapproved(case: &Case<'_>, due: Option<NaiveDate>) -> Outcome {
    if let Some((index, first)) = dated(case).next() {
        return Outcome::not_met(
            format!("/sign_off/signatures/{index}"),
            format!(
                "{} signed on {}, and the statement is not approved.",
                first.title,
                words::date(first.on)
            ),
            "Have the statement approved, and sign it then.",
        );
    }
    match due {
        Some(due) => Outcome::NotDueYet {
            due,
            needs: "Have the approved statement signed by the leading member and the chief executive.".into(),
        },
        None => Outcome::not_applicable("The statement is not approved yet, so there is nothing to sign."),
    }
}

/// The signatures whose day has come, each with its place in the list.
pub(super) fn dated<'a>(case: &Case<'a>) -> impl Iterator<Item = (usize, &'a Signature)> + use<'a> {
    let as_at = case.as_at;
    case.statement.sign_off.signatures.iter().enumerate().filter(move |(_, one)| one.on <= as_at)
}

/// The signatures dated before the approval.
fn early(case: &Case<'_>, approval: &Approval) -> Vec<Finding> {
    dated(case)
        .filter(|(_, signature)| signature.on < approval.on)
        .map(|(index, signature)| {
            Finding::new(
                format!("/sign_off/signatures/{index}/on"),
                format!(
                    "{} signed on {}, before the statement was approved on {}.",
                    signature.title,
                    words::date(signature.on),
                    words::date(approval.on)
                ),
                "Have the statement signed again as it was approved.",
            )
        })
        .collect()
}
