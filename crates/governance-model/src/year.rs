//! Financial years, and the dates and periods that evidence relates to.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A financial year of a UK authority: 1 April to 31 March, printed as in 2021/22.
///
/// It never begins before 1990 or after 2098. Reading `2021/22` gives the year that begins on 1 April 2021;
/// `2021-22` and `2021/2022` are read too and printed as `2021/22`.
///
/// ```
/// use governance_model::FinancialYear;
/// let year: FinancialYear = "2021/22".parse()?;
/// assert_eq!(year.begins().to_string(), "2021-04-01");
/// assert_eq!(year.ends().to_string(), "2022-03-31");
/// assert!("2021/23".parse::<FinancialYear>().is_err());
/// # Ok::<(), governance_model::YearError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = format!("^({})$", Self::forms("[/-]"))))]
pub struct FinancialYear(i32);

/// The calendar years in which the first and the last supported year begin.
const BEGINS: (i32, i32) = (1990, 2098);

/// Why a text is not a financial year, a date or a period.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum YearError {
    /// Not of the form 2021/22.
    #[error("{raw:?} is not a financial year; write it as 2021/22")]
    Form {
        /// What was read, at most its first 40 characters.
        raw: String,
    },
    /// The two halves are not one year apart.
    #[error("{raw:?} does not name two consecutive years; write it as {begins}/{ends:02}")]
    Halves {
        /// What was read.
        raw: String,
        /// The year in which it begins.
        begins: i32,
        /// The last two digits of the year in which it should end.
        ends: i32,
    },
    /// Before 1990/91 or after 2098/99.
    #[error("{begins} is out of range; write a year from 1990/91 to 2098/99")]
    Range {
        /// The year in which it would begin.
        begins: i32,
    },
    /// Not a date, month, year, financial year or "recently".
    #[error("{raw:?} is not a date or period; write it as 2022-01-31, 2022-01, 2022, 2021/22 or recently")]
    When {
        /// What was read, at most its first 40 characters.
        raw: String,
    },
}

impl FinancialYear {
    /// The year that begins on 1 April of `begins`.
    ///
    /// # Errors
    /// - [`YearError::Range`] before 1990 or after 2098.
    pub const fn beginning(begins: i32) -> Result<Self, YearError> {
        if begins < BEGINS.0 || begins > BEGINS.1 {
            return Err(YearError::Range { begins });
        }
        Ok(Self(begins))
    }

    /// A year known to be in range.
    pub(crate) const fn known(begins: i32) -> Self {
        Self(begins)
    }

    /// The calendar year it begins in.
    #[must_use]
    pub const fn first(self) -> i32 {
        self.0
    }

    /// 1 April, its first day.
    #[must_use]
    pub fn begins(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 4, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 31 March, its last day.
    #[must_use]
    pub fn ends(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0 + 1, 3, 31).unwrap_or(NaiveDate::MAX)
    }

    /// The financial year that contains a day.
    ///
    /// # Errors
    /// - [`YearError::Range`] before 1 April 1990 or after 31 March 2099.
    pub fn of(day: NaiveDate) -> Result<Self, YearError> {
        let begins = if day.month() < 4 { day.year() - 1 } else { day.year() };
        Self::beginning(begins)
    }

    /// The year before.
    ///
    /// # Errors
    /// - [`YearError::Range`] for the year before 1990/91.
    pub const fn previous(self) -> Result<Self, YearError> {
        Self::beginning(self.0 - 1)
    }

    /// The year after.
    ///
    /// # Errors
    /// - [`YearError::Range`] for the year after 2098/99.
    pub const fn next(self) -> Result<Self, YearError> {
        Self::beginning(self.0 + 1)
    }

    /// Whether it contains a day, first and last day included.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.begins() <= day && day <= self.ends()
    }

    /// Every accepted form, year by year, with one of the separators; a regular expression cannot count.
    fn forms(separators: &str) -> String {
        let year = |begins| {
            let ends = begins + 1;
            format!("{begins}{separators}({})?{:02}", ends / 100, ends % 100)
        };
        (BEGINS.0..=BEGINS.1).map(year).collect::<Vec<_>>().join("|")
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl FromStr for FinancialYear {
    type Err = YearError;
    fn from_str(raw: &str) -> Result<Self, YearError> {
        let form = || YearError::Form { raw: beginning_of(raw) };
        let (first, second) = raw.split_once(['/', '-']).ok_or_else(form)?;
        let begins = digits(first, &[4]).ok_or_else(form)?;
        let ends = digits(second, &[2, 4]).ok_or_else(form)?;
        let expected = if second.len() == 4 { begins + 1 } else { (begins + 1) % 100 };
        if ends != expected {
            return Err(YearError::Halves { raw: beginning_of(raw), begins, ends: (begins + 1) % 100 });
        }
        Self::beginning(begins)
    }
}

impl TryFrom<String> for FinancialYear {
    type Error = YearError;
    fn try_from(raw: String) -> Result<Self, YearError> {
        raw.parse()
    }
}

impl From<FinancialYear> for String {
    fn from(year: FinancialYear) -> Self {
        year.to_string()
    }
}

/// The date or period that a piece of evidence, a document or an action relates to, as precisely as its
/// source gives it.
///
/// ```
/// use governance_model::{FinancialYear, When};
/// let when: When = "2022-01".parse()?;
/// assert_eq!(when.to_string(), "2022-01");
/// assert_eq!(when.touches("2021/22".parse()?), Some(true));
/// assert_eq!("recently".parse::<When>()?.touches("2021/22".parse()?), None);
/// # Ok::<(), governance_model::YearError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = format!("^({DAY}|[0-9]{{4}}|{}|recently)$", FinancialYear::forms("/"))))]
#[non_exhaustive]
pub enum When {
    /// One day, as in `2022-01-31`.
    Day(NaiveDate),
    /// A month of a year, as in `2022-01`; stored as its first day.
    Month(NaiveDate),
    /// A calendar year, as in `2022`; stored as its first day.
    Year(NaiveDate),
    /// A financial year, as in `2021/22`.
    FinancialYear(FinancialYear),
    /// The source says only that it was recent.
    Recently,
}

/// A valid month or day of the calendar.
const DAY: &str = "[0-9]{4}-((0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)\
    |([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

impl When {
    /// The first and the last day it can mean, both inclusive; none for "recently".
    #[must_use]
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let last = |first: NaiveDate, months| {
            let next = first.checked_add_months(chrono::Months::new(months))?;
            next.checked_sub_days(Days::new(1))
        };
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Month(first) => Some((first, last(first, 1)?)),
            Self::Year(first) => Some((first, last(first, 12)?)),
            Self::FinancialYear(year) => Some((year.begins(), year.ends())),
            Self::Recently => None,
        }
    }

    /// Whether any of its days is in the year; none for "recently".
    #[must_use]
    pub fn touches(self, year: FinancialYear) -> Option<bool> {
        let (first, last) = self.days()?;
        Some(first <= year.ends() && year.begins() <= last)
    }
}

impl fmt::Display for When {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(to, "{day}"),
            Self::Month(first) => write!(to, "{}", first.format("%Y-%m")),
            Self::Year(first) => write!(to, "{}", first.year()),
            Self::FinancialYear(year) => write!(to, "{year}"),
            Self::Recently => to.write_str("recently"),
        }
    }
}

impl FromStr for When {
    type Err = YearError;
    fn from_str(raw: &str) -> Result<Self, YearError> {
        let error = || YearError::When { raw: beginning_of(raw) };
        if raw == "recently" {
            return Ok(Self::Recently);
        }
        if raw.contains('/') {
            return raw.parse().map(Self::FinancialYear);
        }
        let parts: Vec<&str> = raw.split('-').collect();
        let first_of = |year: &str, month: &str| {
            let month = u32::try_from(digits(month, &[2])?).ok()?;
            NaiveDate::from_ymd_opt(digits(year, &[4])?, month, 1)
        };
        match parts[..] {
            [year] => first_of(year, "01").map(Self::Year),
            [year, month] => first_of(year, month).map(Self::Month),
            [year, month, day] => first_of(year, month)
                .and_then(|first| first.with_day(u32::try_from(digits(day, &[2])?).ok()?))
                .map(Self::Day),
            _ => None,
        }
        .ok_or_else(error)
    }
}

impl TryFrom<String> for When {
    type Error = YearError;
    fn try_from(raw: String) -> Result<Self, YearError> {
        raw.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.to_string()
    }
}

fn digits(raw: &str, lengths: &[usize]) -> Option<i32> {
    let plain = lengths.contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_digit());
    if plain { raw.parse().ok() } else { None }
}

fn beginning_of(raw: &str) -> String {
    raw.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn march_ends_the_year_and_april_begins_the_next() {
        assert_eq!(FinancialYear::of(day(2022, 3, 31)).unwrap().to_string(), "2021/22");
        assert_eq!(FinancialYear::of(day(2022, 4, 1)).unwrap().to_string(), "2022/23");
    }

    #[test]
    fn the_turn_of_the_century_prints_two_noughts() {
        assert_eq!(FinancialYear::beginning(1999).unwrap().to_string(), "1999/00");
        assert_eq!("1999/2000".parse(), FinancialYear::beginning(1999));
    }

    #[test]
    fn halves_that_do_not_follow_each_other_say_what_to_write() {
        let error = "2021/23".parse::<FinancialYear>().unwrap_err();
        assert_eq!(error.to_string(), "\"2021/23\" does not name two consecutive years; write it as 2021/22");
    }

    #[test]
    fn a_date_that_is_no_date_is_refused() {
        assert!("2022-02-28".parse::<When>().is_ok());
        assert!("2022-02-30".parse::<When>().is_err());
        assert!("2022-13".parse::<When>().is_err());
        assert!("last spring".parse::<When>().is_err());
    }

    #[test]
    fn every_form_prints_as_it_was_read() {
        for raw in ["2022-01-31", "2022-02", "2022", "2021/22", "recently"] {
            assert_eq!(raw.parse::<When>().unwrap().to_string(), raw);
        }
    }

    #[test]
    fn a_calendar_year_touches_both_financial_years_it_overlaps() {
        let when: When = "2022".parse().unwrap();
        assert_eq!(when.touches("2021/22".parse().unwrap()), Some(true));
        assert_eq!(when.touches("2022/23".parse().unwrap()), Some(true));
        assert_eq!(when.touches("2023/24".parse().unwrap()), Some(false));
    }
}
