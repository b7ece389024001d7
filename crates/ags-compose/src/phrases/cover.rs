//! Title, title page and the words on every page.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::FinancialYear;

pub(crate) const NO_AUTHORITY: &str = "Authority not named";
pub(crate) const NOT_APPROVED: &str = "Draft: not approved";
pub(crate) const FOOTER: &str = "Page {page} of {pages}";
pub(crate) const CONTENTS: &str = "Contents";
pub(crate) const SKIP: &str = "Skip to main content";
pub(crate) const CONTINUED: &str = "(continued)";
pub(crate) const ILLUSTRATION: &str = "This is an illustration";

/// The title; `legal_name` is the name in law, where councils usually use another.
pub(crate) fn title(year: Option<FinancialYear>, legal_name: Option<&str>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    let legal_name = legal_name.map_or_else(String::new, |name| format!(" ({name})"));
    format!("Annual Governance Statement{year}{legal_name}")
}

pub(crate) fn subject(authority: &str, year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" in {year}"));
    format!("How well {authority} governed itself{year}, what its review found and what it will improve.")
}

pub(crate) fn header(authority: &str, title: &str) -> String {
    format!("{authority}: {title}")
}

/// The words in place of the crest.
pub(crate) fn crest(authority: &str) -> String {
    format!("Crest of {authority}")
}

pub(crate) fn draft(as_at: NaiveDate) -> String {
    format!("Draft as at {}. Members have not approved it, and it may change.", english::date(as_at))
}

pub(crate) fn approved(body: &str, on: NaiveDate, as_at: NaiveDate) -> String {
    let (on, as_at) = (english::date(on), english::date(as_at));
    format!("Approved by {body} on {on}. This copy shows the position as at {as_at}.")
}

pub(crate) fn legend(authority: &str, passages: usize) -> [String; 3] {
    [
        "The mark ".into(),
        english::ILLUSTRATIVE.into(),
        format!(
            " follows what was made up to show what belongs in its place. It is not what {authority} has \
             said or decided. There {} marked in this way.",
            if passages == 1 {
                "is one passage".into()
            } else {
                format!("are {} passages", english::number(passages))
            }
        ),
    ]
}
