//! The review of effectiveness.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{FinancialYear, When};

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

pub(crate) fn completed(on: NaiveDate, covers: &[FinancialYear]) -> String {
    let covers =
        if covers.is_empty() { String::new() } else { format!(" for {}", super::cover::years(covers)) };
    format!("The review{covers} was completed on {}.", english::date(on))
}

pub(crate) fn led_by(offices: &[String]) -> String {
    format!("The review was led by {}.", all(offices))
}

pub(crate) fn level(level: &str) -> String {
    format!("Assurance: {}.", english::uncapitalised(level))
}

/// When a source gave its assurance and for which year, as a line of its own.
pub(crate) fn given(given: Option<When>, year: Option<FinancialYear>) -> Option<String> {
    let year = year.map(|year| format!("for {year}"));
    let given = given.filter(|given| *given != When::Recently).map(english::when);
    Some(english::capital(&given.into_iter().chain(year).collect::<Vec<_>>().join(", ")))
        .filter(|it| !it.is_empty())
}

/// A source by its name, with who gave it where the name does not say, when and for which year.
pub(crate) fn named(
    title: &str,
    by: Option<&str>,
    given: Option<When>,
    year: Option<FinancialYear>,
) -> String {
    let year = year.filter(|year| !title.contains(&year.to_string())).map(|year| format!("for {year}"));
    let given = given.filter(|given| *given != When::Recently).map(english::when);
    let about: Vec<String> = by.map(Into::into).into_iter().chain(given).chain(year).collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    format!("{title}{about}.")
}

pub(crate) fn given_by(title: &str, provider: &str) -> String {
    format!("{title}, {provider}")
}

pub(crate) fn standard(standard: &str) -> String {
    format!("The work was carried out in accordance with {}", the(standard))
}
