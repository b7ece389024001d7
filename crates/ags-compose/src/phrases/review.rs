//! The review of effectiveness.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{FinancialYear, When};

use super::prompts;
use super::sign_off::{all, body as the};

pub(crate) const HEADING: &str = "Review of effectiveness";
pub(crate) const PROCESS: &str = "How we carried out the review";
pub(crate) const PROCESS_MISSING: &str =
    "who led the review, how it was carried out and when it was completed";
pub(crate) const LEADER_AND_DAY_MISSING: &str = "who led the review, and when it was completed";
pub(crate) const LEADER_MISSING: &str = "who led the review";
pub(crate) const DAY_MISSING: &str = "when the review was completed";
pub(crate) const STEPS: &str = "The review consisted of the following steps:";
pub(crate) const HEAD_OF_INTERNAL_AUDIT: &str = "Head of Internal Audit\u{2019}s annual opinion";
pub(crate) const OPINION_MISSING: &str =
    "the annual opinion of the head of internal audit, its basis and any limits";
pub(crate) const EXTERNAL_AUDIT: &str = "External audit";
pub(crate) const INSPECTION: &str = "Inspections and other external reviews";
pub(crate) const SOURCES: &str = "Other sources of assurance";
pub(crate) const STANDARDS: &str = "Professional standards and codes";
pub(crate) const GROUP: &str = "Partnerships, companies and other bodies";
pub(crate) const CAPTION: &str = "Findings of the other sources";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const FOUND: &str = "Findings";
pub(crate) const LEVEL: &str = "Assurance";

/// Who led the review of some years and when it was completed; nothing where neither is given.
pub(crate) fn made(
    covers: &[FinancialYear],
    led_by: &[String],
    completed: Option<NaiveDate>,
) -> Option<String> {
    let covers =
        if covers.is_empty() { String::new() } else { format!(" for {}", super::cover::years(covers)) };
    let completed = completed.map(|day| format!("completed on {}", english::date(day)));
    let led_by = (!led_by.is_empty()).then(|| format!("led by {}", all(led_by)));
    let was: Vec<String> = completed.into_iter().chain(led_by).collect();
    (!was.is_empty()).then(|| format!("The review{covers} was {}.", was.join(", ")))
}

pub(crate) fn level(level: &str) -> String {
    format!("Assurance: {}.", english::uncapitalised(level))
}

/// When a source gave its assurance and for which year, as a line of its own.
pub(crate) fn given(given: Option<When>, year: Option<FinancialYear>) -> Option<String> {
    let year = year.map(|year| format!("for {year}"));
    Some(english::capital(
        &given.and_then(prompts::date).into_iter().chain(year).collect::<Vec<_>>().join(", "),
    ))
    .filter(|it| !it.is_empty())
}

pub(crate) fn given_by(title: &str, provider: &str) -> String {
    format!("{title}, {provider}")
}

pub(crate) fn standard(standard: &str) -> String {
    format!("The work was carried out in accordance with {}", the(standard))
}
