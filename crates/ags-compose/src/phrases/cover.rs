//! Title, title page and the words on every page.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::FinancialYear;

pub(crate) const YEAR_MISSING: &str = "the financial year that this statement is for";
pub(crate) const NOT_APPROVED: &str = "Draft: not approved";
pub(crate) const APPROVED_IN_PART: &str = "Draft: not approved by every authority";
pub(crate) const SAMPLE: &str = "This is a sample";
pub(crate) const FOOTER: &str = "Page {page} of {pages}";
pub(crate) const CONTENTS: &str = "Contents";
pub(crate) const SKIP: &str = "Skip to main content";
pub(crate) const CONTINUED: &str = "(continued)";
pub(crate) const ILLUSTRATION: &str = "Parts of this statement are illustrative";

/// The years of a statement: "2018/19 and 2019/20"; words for none.
pub(crate) fn years(years: &[FinancialYear]) -> String {
    if years.is_empty() {
        return english::year(None);
    }
    english::list(&years.iter().map(ToString::to_string).collect::<Vec<_>>())
}

/// The title; `legal_name` is the name in law, where councils usually use another.
pub(crate) fn title(years: &[FinancialYear], legal_name: Option<&str>) -> String {
    let year = if years.is_empty() { String::new() } else { format!(" {}", self::years(years)) };
    let legal_name = legal_name.map_or_else(String::new, |name| format!(" ({name})"));
    format!("Annual Governance Statement{year}{legal_name}")
}

pub(crate) fn subject(authority: &str, years: &[FinancialYear]) -> String {
    let year = if years.is_empty() { String::new() } else { format!(" for {}", self::years(years)) };
    format!("The governance of {authority}{year}: what the review found and what will be improved.")
}

pub(crate) fn header(authority: &str, title: &str) -> String {
    format!("{authority}: {title}")
}

/// The words in place of the crest.
pub(crate) fn crest(authority: &str) -> String {
    format!("Crest of {authority}")
}

pub(crate) fn draft(as_at: NaiveDate) -> String {
    format!("Draft as at {}. It has not yet been approved and may change.", english::date(as_at))
}

pub(crate) fn draft_in_part(as_at: NaiveDate) -> String {
    format!(
        "Draft as at {}. It has not yet been approved by every authority and may change.",
        english::date(as_at)
    )
}

pub(crate) fn approved(body: &str, on: NaiveDate, in_principle: bool) -> String {
    let in_principle = if in_principle { " in principle" } else { "" };
    format!("Approved{in_principle} by {body} on {}.", english::date(on))
}

pub(crate) fn replaces(published: Option<NaiveDate>, reason: &str) -> String {
    let published = published.map_or_else(
        || "an earlier one".into(),
        |day| format!("the one published on {}", english::date(day)),
    );
    format!("This statement replaces {published}. {reason}")
}

pub(crate) fn legend(authority: &str) -> [String; 3] {
    let after = format!(
        " is an example of what belongs in its place. It is not a statement or a decision of {authority}."
    );
    ["Text marked ".into(), english::ILLUSTRATIVE.into(), after]
}
