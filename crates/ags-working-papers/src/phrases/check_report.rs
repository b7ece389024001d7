//! The report of a check.

use ags_report::{OutcomeKind, Severity, SuppressionStatus};
use ags_statement::{Decision, english};
use chrono::NaiveDate;

pub(crate) const SUBJECT: &str =
    "What the law and proper practice still require, by when and under which provision.";

pub(crate) const SUMMARY: &str = "Summary";
pub(crate) const COUNTS_CAPTION: &str = "Number of checks by outcome";
pub(crate) const OUTCOME: &str = "Outcome";
pub(crate) const ALL: &str = "All";

pub(crate) const TO_DO: &str = "What must be done";
pub(crate) const NOTHING_TO_DO: &str = "No check found anything that must be done.";
pub(crate) const UNKNOWN: &str = "What must be done depends on the information below, which is missing.";
pub(crate) const WHAT: &str = "What to do";
pub(crate) const BY: &str = "By when";
pub(crate) const NOW: &str = "Now";
pub(crate) const PROVISION: &str = "Provision";

pub(crate) const MISSING: &str = "Information to add";
pub(crate) const MISSING_INTRODUCTION: &str =
    "Some checks cannot be completed until this information is added.";
pub(crate) const MISSING_CAPTION: &str = "Information that is missing";
pub(crate) const ADD: &str = "What to add";
pub(crate) const PLACE: &str = "Where it belongs";
pub(crate) const NEEDED: &str = "Needed for";

pub(crate) const QUESTIONS: &str = "Questions to answer";
pub(crate) const QUESTIONS_CAPTION: &str = "Questions that need an officer's judgement";
pub(crate) const QUESTION: &str = "Question";
pub(crate) const ABOUT: &str = "About";

pub(crate) const ANSWERED: &str = "Questions that were answered";
pub(crate) const ANSWERED_CAPTION: &str = "Questions and the answers given";
pub(crate) const ANSWER: &str = "Answer";
pub(crate) const WAIVED: &str = "Findings that are waived";
pub(crate) const WAIVED_CAPTION: &str = "Findings accepted, with the reasons";
pub(crate) const FINDING: &str = "Finding";
pub(crate) const WAIVER: &str = "Waiver";

pub(crate) const ANNEX: &str = "Annex: the checks by outcome";
pub(crate) const ANNEX_CAPTION: &str = "Codes of the checks by outcome";
pub(crate) const CODES: &str = "Codes";
pub(crate) const EXPLAIN: &str =
    "To see what a check requires and why, run \u{201c}ags explain\u{201d} followed by its code.";

pub(crate) const KEY: &str = "Instruments cited";
pub(crate) const KEY_CAPTION: &str = "Short and full titles of instruments";
pub(crate) const SHORT: &str = "Short title";
pub(crate) const FULL: &str = "Full title";

pub(crate) const VERIFY: &str = "The PDF of this report includes the outcome of every check as report.json. The command ags \
     verify shows whether the pages agree with it.";

pub(crate) fn title(document: &str) -> String {
    format!("Check report: {document}")
}

pub(crate) fn checked(as_at: NaiveDate, checks: usize, stage: Option<&str>) -> String {
    let stage = stage.map_or_else(String::new, |stage| format!(" Stage reached: {stage}."));
    let verb = if checks == 1 { "was" } else { "were" };
    let checks = english::capital(&english::count(checks, "check", "checks"));
    format!("{checks} {verb} made as at {}.{stage}", english::date(as_at))
}

pub(crate) const AUDIENCE: &str = "This report is for officers and for the committee that oversees governance. It is separate from \
     the document that was checked, and is not meant to be published with it. The checks test what the document says, not \
     whether it is true.";

/// How many checks need action, and by when next.
pub(crate) fn need_action(now: usize, later: usize, next: Option<NaiveDate>) -> String {
    if now + later == 0 {
        return "No check needs action.".into();
    }
    let verb = if now + later == 1 { "needs" } else { "need" };
    let all = english::capital(&english::count(now + later, "check", "checks"));
    let next = next.map_or_else(String::new, |day| format!(" The next deadline is {}.", english::date(day)));
    let now = match (now, later) {
        (0, _) => "none of them now".into(),
        (_, 0) => return format!("{all} {verb} action now.{next}"),
        (now, later) => format!("{} now and {} later", english::number(now), english::number(later)),
    };
    format!("{all} {verb} action, {now}.{next}")
}

pub(crate) fn cannot_be_decided(checks: usize, places: usize) -> String {
    let checks = english::capital(&english::count(checks, "check", "checks"));
    format!(
        "{checks} cannot be completed until information is added in {}.",
        english::count(places, "place", "places")
    )
}

pub(crate) fn questions(questions: usize) -> String {
    let verb = if questions == 1 { "is" } else { "are" };
    format!("There {verb} {} to answer.", english::count(questions, "question", "questions"))
}

pub(crate) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Statutory => "The law",
        Severity::ProperPractice => "Proper practice",
        Severity::Advisory => "Good practice",
    }
}

pub(crate) const fn to_do_caption(severity: Severity) -> &'static str {
    match severity {
        Severity::Statutory => "What the law requires",
        Severity::ProperPractice => "What proper practice requires",
        Severity::Advisory => "What good practice suggests",
    }
}

pub(crate) const fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Met => "Met",
        OutcomeKind::NotMet => "Not met",
        OutcomeKind::NotDueYet => "Not due yet",
        OutcomeKind::NotApplicable => "Does not apply",
        OutcomeKind::NeedsReview => "Question to answer",
        OutcomeKind::Indeterminate => "Information missing",
    }
}

pub(crate) const OUTCOME_WAIVED: &str = "Not met, and waived";

/// What has to be put right with something else.
pub(crate) fn also(ask: &str) -> String {
    format!("Also: {ask}")
}

/// A place after what is found in it.
pub(crate) fn at(place: &str) -> String {
    format!(" ({place})")
}

pub(crate) fn needed_for(checks: usize) -> String {
    format!("{checks} checks")
}

pub(crate) fn waiver(status: SuppressionStatus, reason: &str, by: &str, until: NaiveDate) -> String {
    let until = english::date(until);
    match status {
        SuppressionStatus::Accepted => format!("Accepted by {by} until {until}: {reason}"),
        SuppressionStatus::Rejected => {
            format!("The law cannot be waived. A waiver was given by {by} until {until}: {reason}")
        }
    }
}

/// The answer to a question: the decision, the reasons, who gave it and when.
pub(crate) fn answer(decision: Decision, reasons: &str, by: &str, on: NaiveDate) -> String {
    let decision = match decision {
        Decision::Met => "Met",
        Decision::NotMet => "Not met",
    };
    format!("{decision}: {} ({by}, {})", reasons.trim_end_matches('.'), english::date(on))
}
