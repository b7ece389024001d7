//! How the statement was checked, and what is still wrong with it.

use ags_report::OutcomeKind;
use ags_statement::english;
use chrono::NaiveDate;

pub(crate) const HEADING: &str = "How this statement was checked";
pub(crate) const CAPTION: &str = "Answers to the checks";
pub(crate) const ANSWER: &str = "Answer";
pub(crate) const RULES: &str = "Number of checks";
pub(crate) const MET: &str = OutcomeKind::Met.label();
pub(crate) const NOT_MET: &str = OutcomeKind::NotMet.label();
pub(crate) const WAIVED: &str = "Not met, and waived";
pub(crate) const NOT_DUE_YET: &str = OutcomeKind::NotDueYet.label();
pub(crate) const NOT_APPLICABLE: &str = "Does not apply";
pub(crate) const NEEDS_REVIEW: &str = "For a person to judge";
pub(crate) const INDETERMINATE: &str = "Cannot be told from the statement";

pub(crate) const TO_DO: &str = "What the law still requires before publication";
pub(crate) const TO_DO_INTRODUCTION: &str =
    "This draft cannot be published as the approved statement until these things are done:";
pub(crate) const NOTHING_TO_DO: &str = "The checks found nothing that the law still requires.";
pub(crate) const NOT_KNOWN: &str =
    "The checks cannot tell what the law still requires. What they would have to know is listed below.";
pub(crate) const NOTHING_BINDS: &str = "None of the law behind the checks binds a statement for this year.";
pub(crate) const TO_DO_CAPTION: &str = "Still to be done before lawful publication";
pub(crate) const WHAT: &str = "What must be done";
pub(crate) const BY: &str = "By when";
pub(crate) const LAW: &str = "Where it is required";
pub(crate) const NOW: &str = "Now";

pub(crate) const UNMET: &str = "Requirements that are not met";
pub(crate) const UNMET_CAPTION: &str = "Requirements not met, and how to mend it";
pub(crate) const WRONG: &str = "What is wrong";
pub(crate) const FIX: &str = "How to mend it";
pub(crate) const WAIVED_HEADING: &str = "Requirements that are waived";
pub(crate) const WAIVED_CAPTION: &str = "Requirements not met that somebody answers for";
pub(crate) const ACCEPTED: &str = "Why it is accepted, by whom and until when";
pub(crate) const REJECTED_WAIVER: &str = "A waiver was given, but nobody can waive the law:";
const NO_REASON: &str = "The reason is not stated.";
const NOBODY_NAMED: &str = "Who accepted it is not stated";
pub(crate) const UNSETTLED: &str = "What the checks could not settle";
pub(crate) const ALL_MET: &str = "Nothing that was checked is left unmet.";

pub(crate) fn introduction(rules: usize, as_at: NaiveDate) -> String {
    let checks = english::count(rules, "check", "checks");
    format!(
        "Before it was printed, this statement was put to {checks}, as at {}. Each is drawn from the law, \
         from the proper practices that the law makes binding, or from good practice. A check of this kind \
         reads what the statement says. It cannot tell whether what it says is true.",
        english::date(as_at)
    )
}

/// Why a waiver was given, who accepted it and until when it is valid.
pub(crate) fn accepted(reason: &str, by: Option<&str>, until: NaiveDate) -> String {
    let reason = if reason.is_empty() { NO_REASON } else { reason };
    let accepted = by.map_or_else(|| NOBODY_NAMED.into(), |by| format!("Accepted by {by}"));
    format!("{reason} {accepted}; holds until {}.", english::date(until))
}
