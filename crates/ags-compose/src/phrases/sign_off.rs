//! Approval, certification and signatures.

use ags_statement::{ApprovalDecision, ConsiderationOutcome, Office, english};
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "Approval and signatures";
pub(crate) const NOT_APPROVED: &str = "This is a draft. It has not yet been approved.";
pub(crate) const APPROVED_IN_PART: &str = "This is a draft. It has not yet been approved by every authority.";
pub(crate) const AUTHORITY_MISSING: &str = "the authority for which each body approved this statement";
pub(crate) const CERTIFICATION: &str = "Certification";
pub(crate) const TO_BE_CERTIFIED: &str = "Certification, to be signed after approval";
pub(crate) const CERTIFICATION_MISSING: &str = "the certification to be signed";
pub(crate) const SIGNATORIES_MISSING: &str =
    "the offices of those who sign, usually the leading member and the chief executive";
pub(crate) const SIGNED: &str = "Signature";
pub(crate) const NAME: &str = "Name";
pub(crate) const DATE: &str = "Date";
pub(crate) const CHANGES: &str = "Changes since the published draft";
pub(crate) const UNNAMED_BODY: &str = "a body to be named";

/// A body or an office inside a sentence: "the Audit Committee".
pub(crate) fn body(name: &str) -> String {
    let lower = name.to_lowercase();
    let has_article = lower.starts_with("the ") || lower.starts_with("a ") || lower.starts_with('[');
    if has_article { name.into() } else { format!("the {name}") }
}

/// Several of them: "the Leader and the Chief Executive".
pub(crate) fn all(names: &[String]) -> String {
    english::list(&names.iter().map(|name| body(name)).collect::<Vec<_>>())
}

pub(crate) fn acting_for(body: &str, authority: &str) -> String {
    format!("{body}, on behalf of {authority},")
}

pub(crate) fn considered(
    body: &str,
    outcome: ConsiderationOutcome,
    on: NaiveDate,
    minute: Option<&str>,
) -> String {
    let (on, minute) = (english::date(on), bracketed(minute));
    match outcome {
        ConsiderationOutcome::Endorsed => format!("{body} endorsed this statement on {on}{minute}."),
        ConsiderationOutcome::Noted => format!("{body} noted this statement on {on}{minute}."),
        ConsiderationOutcome::ReferredBack => {
            format!("{body} considered this statement on {on} and referred it back for amendment{minute}.")
        }
        _ => format!("{body} considered the findings of the review on {on}{minute}."),
    }
}

pub(crate) const AMENDMENTS: &str = "These amendments were made:";

pub(crate) fn approved(
    body: &str,
    decision: ApprovalDecision,
    on: NaiveDate,
    minute: Option<&str>,
) -> String {
    let (on, minute) = (english::date(on), bracketed(minute));
    match decision {
        ApprovalDecision::WithAmendments => {
            format!("{body} approved this statement with amendments on {on}{minute}.")
        }
        ApprovalDecision::InPrinciple => {
            format!("{body} approved this statement in principle on {on}{minute}.")
        }
        ApprovalDecision::Again => format!("{body} approved the revised statement on {on}{minute}."),
        _ => format!("{body} approved this statement on {on}{minute}."),
    }
}

pub(crate) fn delegated(to: &str, until: Option<NaiveDate>, exercised: Option<NaiveDate>) -> String {
    let until = until.map_or_else(String::new, |day| format!(" until {}", english::date(day)));
    let used = exercised.map_or_else(String::new, |day| {
        format!(" The statement was amended under that authority on {}.", english::date(day))
    });
    format!("Authority to make further amendments was delegated to {}{until}.{used}", body(to))
}

fn bracketed(minute: Option<&str>) -> String {
    minute.map_or_else(String::new, |minute| format!(" (minute {minute})"))
}

/// An office whose title is not given.
pub(crate) const fn office(office: Office) -> &'static str {
    match office {
        Office::Other => "Signatory",
        _ => english::office(office),
    }
}

pub(crate) fn signature_of(office: &str) -> String {
    format!("Signature of {}", body(office))
}

/// In the place of a signature that was made, below the office of the person who made it.
pub(crate) fn signed(on: NaiveDate, illustrative: bool) -> String {
    to_sign(&format!("Signed on {}", english::date(on)), illustrative)
}

/// Words of a place for a signature, with the mark of what is illustrative.
pub(crate) fn to_sign(words: &str, illustrative: bool) -> String {
    let mark = if illustrative { format!(" {}", english::ILLUSTRATIVE) } else { String::new() };
    format!("{words}{mark}")
}

pub(crate) fn accounts(body: &str, on: NaiveDate) -> String {
    format!("{body} approved the related Statement of Accounts on {}.", english::date(on))
}
