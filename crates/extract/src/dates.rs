//! Dates as councils print them.

use std::sync::LazyLock;

use governance_model::{FinancialYear, When};
use regex::Regex;

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?-u:\b)(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?<month>january|february|march|april|may|june|july|august|september|october|november|december),?\s+(?<year>(?:19|20)\d\d)(?-u:\b)|(?-u:\b)(?<iso>(?:19|20)\d\d-\d\d-\d\d)(?-u:\b)|(?-u:\b)(?<british>\d{1,2}/\d{1,2}/(?:19|20)\d\d)(?-u:\b)",
    )
    .expect("a valid pattern")
});

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first date in a text: a day, or a month of a year.
pub(crate) fn first(text: &str) -> Option<When> {
    let found = DATE.captures(text)?;
    if let Some(iso) = found.name("iso") {
        return iso.as_str().parse().ok();
    }
    if let Some(british) = found.name("british") {
        let mut parts = british.as_str().split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        return format!("{year}-{month:0>2}-{day:0>2}").parse().ok();
    }
    let year = found.name("year")?.as_str();
    let name = found.name("month")?.as_str().to_lowercase();
    let month = MONTHS.iter().position(|month| name.starts_with(month))? + 1;
    match found.name("day") {
        Some(day) => format!("{year}-{month:02}-{:0>2}", day.as_str()).parse().ok(),
        None => format!("{year}-{month:02}").parse().ok(),
    }
}

/// The date or period that a piece of evidence relates to, by its words.
pub(crate) fn of_evidence(text: &str) -> Option<When> {
    first(text).or_else(|| text.split_whitespace().any(|word| word == "recently").then_some(When::Recently))
}

/// A cell of due dates: a date, a month, a year or a financial year.
pub(crate) fn due(text: &str) -> Option<When> {
    first(text).or_else(|| text.trim().parse().ok())
}

/// The financial year that a heading or title names, as in "Improvement plans for 2009/10".
pub(crate) fn financial_year(words: &str) -> Option<FinancialYear> {
    words
        .split(|one: char| !(one.is_ascii_digit() || "/-\u{2013}".contains(one)))
        .filter(|word| word.len() >= 7)
        .find_map(|word| word.replace('\u{2013}', "-").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_a_month_and_a_financial_year_are_read_as_printed() {
        let read = |text: &str| due(text).map(|when| when.to_string());
        assert_eq!(read("Wednesday, 11th November, 2020").as_deref(), Some("2020-11-11"));
        assert_eq!(read("by April 2022").as_deref(), Some("2022-04"));
        assert_eq!(read("31/3/2021").as_deref(), Some("2021-03-31"));
        assert_eq!(read("2021/22").as_deref(), Some("2021/22"));
        assert_eq!(read("soon"), None);
        assert_eq!(read("31 February 2021"), None);
    }

    #[test]
    fn a_year_is_read_from_a_heading() {
        assert_eq!(
            financial_year("Plans For 2009/10 assessment").map(|year| year.to_string()),
            Some("2009/10".into())
        );
        assert_eq!(financial_year("Strategic Plan 2018-21"), None);
    }
}
