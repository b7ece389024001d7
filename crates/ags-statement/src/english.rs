//! How days, sums, numbers and bodies are written for a reader, in English.

mod typography;

use chrono::{Datelike, NaiveDate};
use governance_model::{AssuranceLevel, Authority, AuthorityKind, FinancialYear, When};

use crate::sign_off::{Office, PublishedWith};
pub use typography::typeset;

/// The words of a cell that would otherwise be empty.
pub const NOT_STATED: &str = "Not stated";

/// The words in place of the name of an authority that is not given.
pub const NO_AUTHORITY: &str = "Authority not named";

/// What follows something that is made up to show what belongs there.
pub const ILLUSTRATIVE: &str = "[illustrative]";

/// A day as a reader writes it.
///
/// ```
/// use chrono::NaiveDate;
/// let day = NaiveDate::from_ymd_opt(2022, 5, 31).expect("a day");
/// assert_eq!(ags_statement::english::date(day), "31 May 2022");
/// ```
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B %Y"))
}

/// A date or period as a reader writes it.
///
/// ```
/// assert_eq!(ags_statement::english::when("2022-01".parse()?), "January 2022");
/// assert_eq!(ags_statement::english::when("2021/22".parse()?), "2021/22");
/// # Ok::<(), governance_model::YearError>(())
/// ```
#[must_use]
pub fn when(when: When) -> String {
    match when {
        When::Day(day) => date(day),
        When::Month(first) => first.format("%B %Y").to_string(),
        other => other.to_string(),
    }
}

/// A date or period as it follows a verb: "on 31 May 2022", "in January 2022".
#[must_use]
pub fn at(when: When) -> String {
    match when {
        When::Day(_) => format!("on {}", self::when(when)),
        When::Recently => "recently".into(),
        _ => format!("in {}", self::when(when)),
    }
}

/// The last day of a date or period, as a deadline: "by 31 May 2022" is "31 May 2022".
#[must_use]
pub fn deadline(due: When) -> String {
    match due {
        When::Recently => NOT_STATED.into(),
        _ => when(due),
    }
}

/// The year, or words for one that is not given.
#[must_use]
pub fn year(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "the year".into(), |year| year.to_string())
}

/// What the authority calls itself inside a sentence: "the Council".
#[must_use]
pub fn authority(authority: &Authority) -> String {
    let own = authority.short_name.as_ref().filter(|name| !name.is_blank());
    if let Some(own) = own {
        return own.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    match authority.kind {
        AuthorityKind::GreaterLondonAuthority
        | AuthorityKind::CombinedAuthority
        | AuthorityKind::FireAuthority
        | AuthorityKind::PoliceBody
        | AuthorityKind::NationalPark
        | AuthorityKind::JointBody => "the Authority".into(),
        _ => "the Council".into(),
    }
}

/// Words with a capital at their beginning.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Whose something is: "the Council's".
#[must_use]
pub fn possessive(words: &str) -> String {
    format!("{words}\u{2019}{}", if words.ends_with('s') { "" } else { "s" })
}

/// Words with a small letter at their beginning, unless they begin with an abbreviation.
///
/// ```
/// use ags_statement::english::uncapitalised;
/// assert_eq!(uncapitalised("Reasonable"), "reasonable");
/// assert_eq!(uncapitalised("CIPFA level"), "CIPFA level");
/// ```
#[must_use]
pub fn uncapitalised(words: &str) -> String {
    let mut characters = words.chars();
    let (first, second) = (characters.next(), characters.clone().next());
    match (first, second.is_some_and(char::is_uppercase)) {
        (Some(first), false) => first.to_lowercase().chain(characters).collect(),
        _ => words.into(),
    }
}

/// A number in words up to nine, in figures from ten: "two", "4,393".
#[must_use]
pub fn number(count: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(count).map_or_else(|| grouped(&count.to_string()), |word| (*word).to_owned())
}

/// A count of something: "one issue", "two issues".
#[must_use]
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// An amount of money: "£25,000".
#[must_use]
pub fn pounds(amount: u64) -> String {
    format!("£{}", grouped(&amount.to_string()))
}

/// Figures with a comma before each three from the end.
fn grouped(figures: &str) -> String {
    let first = figures.len() % 3;
    let mut grouped = String::new();
    for (index, figure) in figures.chars().enumerate() {
        if index > 0 && index % 3 == first {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    grouped
}

/// Several names in a sentence: "A, B and C".
#[must_use]
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// A level of assurance at the beginning of a sentence or a cell.
#[must_use]
pub fn level(level: AssuranceLevel) -> String {
    capital(&level.to_string())
}

/// An office, as a heading or a cell names it.
#[must_use]
pub const fn office(office: Office) -> &'static str {
    match office {
        Office::LeadingMember => "Leading member",
        Office::ChiefExecutive => "Chief executive",
        Office::ChiefFinancialOfficer => "Chief financial officer",
        Office::MonitoringOfficer => "Monitoring officer",
        Office::Other => NOT_STATED,
    }
}

/// What was published with a statement, inside a sentence.
#[must_use]
pub const fn published_with(with: PublishedWith) -> &'static str {
    match with {
        PublishedWith::Accounts => "the statement of accounts",
        PublishedWith::UnauditedDeclaration => "a declaration that the accounts are unaudited and may change",
        PublishedWith::NarrativeStatement => "the narrative statement",
        PublishedWith::RightsStatement => "a statement of the public's rights",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_is_a_word_and_ten_a_figure() {
        assert_eq!(count(0, "issue", "issues"), "no issues");
        assert_eq!(count(1, "issue", "issues"), "one issue");
        assert_eq!(count(9, "issue", "issues"), "nine issues");
        assert_eq!(count(10, "issue", "issues"), "10 issues");
    }

    #[test]
    fn thousands_are_separated_by_commas() {
        let written = [0, 999, 1_000, 25_000, 6_500_000].map(pounds);
        assert_eq!(written, ["£0", "£999", "£1,000", "£25,000", "£6,500,000"]);
        assert_eq!(number(4_393), "4,393");
    }

    #[test]
    fn the_last_of_several_names_follows_an_and() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["A".into()]), "A");
        assert_eq!(list(&["A".into(), "B".into()]), "A and B");
        assert_eq!(list(&["A".into(), "B".into(), "C".into()]), "A, B and C");
    }

    #[test]
    fn a_day_is_on_and_a_month_is_in() {
        assert_eq!(at("2022-05-31".parse().unwrap()), "on 31 May 2022");
        assert_eq!(at("2022-05".parse().unwrap()), "in May 2022");
        assert_eq!(at("recently".parse().unwrap()), "recently");
    }
}
