//! The law as data: instruments, deadlines by year, and working days.
//!
//! The days are in `law/deadlines.toml` and `law/bank-holidays.toml`, each with its source.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use governance_model::{Category, FinancialYear};
use serde::Deserialize;

use crate::rule::Cite;

/// An instrument that rules cite.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instrument {
    /// Its name and number, as in "Accounts and Audit Regulations 2015 (SI 2015/234)".
    pub name: &'static str,
}

impl Instrument {
    /// A provision of it.
    #[must_use]
    pub const fn at(self, provision: &'static str, url: &'static str) -> Cite {
        Cite { instrument: self.name, provision, url: Some(url) }
    }
}

/// Accounts and Audit Regulations 2015, for England, years from 2015/16.
pub const AAR_2015: Instrument = Instrument { name: "Accounts and Audit Regulations 2015 (SI 2015/234)" };
/// The amendment for 2019/20, in force 30 April 2020.
pub const AMENDMENT_2020: Instrument =
    Instrument { name: "Accounts and Audit (Coronavirus) (Amendment) Regulations 2020 (SI 2020/404)" };
/// The amendment for 2020/21 and 2021/22, in force 31 March 2021.
pub const AMENDMENT_2021: Instrument =
    Instrument { name: "Accounts and Audit (Amendment) Regulations 2021 (SI 2021/263)" };
/// The amendment that limits the one before to category 1, in force 3 June 2021.
pub const AMENDMENT_2021_2: Instrument =
    Instrument { name: "Accounts and Audit (Amendment No. 2) Regulations 2021 (SI 2021/565)" };
/// The amendment for 2021/22 to 2027/28, in force 22 July 2022.
pub const AMENDMENT_2022: Instrument =
    Instrument { name: "Accounts and Audit (Amendment) Regulations 2022 (SI 2022/708)" };
/// The amendment that set the backstop dates for 2015/16 to 2027/28, in force 30 September 2024.
pub const AMENDMENT_2024: Instrument =
    Instrument { name: "Accounts and Audit (Amendment) Regulations 2024 (SI 2024/907)" };

/// What an authority must do by a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Publish the statement with the unaudited accounts, reg. 15.
    Draft,
    /// Publish the approved statement with the accounts, reg. 10(1), in category 2 reg. 13(1).
    Publish,
    /// Publish them at the very latest, reg. 9A; category 1.
    Backstop,
}

/// The last day for a duty in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// The day, inclusive.
    pub day: NaiveDate,
    /// The provision that sets it, as in "SI 2022/708 reg. 2(2)(d)".
    pub by: &'static str,
    /// Where that provision can be read.
    pub url: &'static str,
    /// Whether the day was found in its source.
    pub source: Source,
    /// What the public rights period must do in the month after the day; only for [`Duty::Draft`].
    pub rights: Option<Rights>,
}

/// Whether a value was found in its source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Its text was read or is well known.
    Confirmed,
    /// Nobody read it: no rule judges by it.
    Unconfirmed,
}

/// What the period for the exercise of public rights must do in a month, reg. 15.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rights {
    /// Hold the first ten working days of the month, reg. 15(1).
    HoldFirstTenWorkingDays,
    /// Begin on or before the first working day of the month, reg. 15(5) and 15(6).
    BeginByFirstWorkingDay,
}

/// The last day for a duty in a year, by the law in force on a day; none where the category has no such duty
/// in that year, or did not have it yet.
///
/// ```
/// use ags::law::{Duty, deadline};
/// use governance_model::Category;
/// let publish = |as_at: &str| {
///     let year = "2021/22".parse().expect("a year");
///     let as_at = as_at.parse().expect("a day");
///     deadline(Duty::Publish, year, Category::One, as_at).map(|deadline| deadline.day.to_string())
/// };
/// assert_eq!(publish("2022-05-31"), Some("2022-09-30".into()));
/// assert_eq!(publish("2022-07-22"), Some("2022-11-30".into()), "SI 2022/708 came into force");
/// ```
#[must_use]
pub fn deadline(duty: Duty, year: FinancialYear, category: Category, as_at: NaiveDate) -> Option<Deadline> {
    let fits = |value: &&Value| {
        value.duties.contains(&duty)
            && value.category == category
            && value.years.holds(year)
            && value.in_force <= as_at
    };
    let value = DEADLINES.iter().rev().find(fits)?;
    Some(Deadline {
        day: value.day_in(year)?,
        by: &value.by,
        url: &value.url,
        source: value.status,
        rights: value.rights,
    })
}

/// The first working days of the month a day lies in, in order; none where the bank holidays of its year are
/// not listed.
#[must_use]
pub fn working_days_of_month(day: NaiveDate) -> Option<Vec<NaiveDate>> {
    let holidays = BANK_HOLIDAYS.as_ref()?;
    if !(holidays.first..=holidays.last).contains(&day.year()) {
        return None;
    }
    let working = |day: &NaiveDate| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.days.contains(day)
    };
    let month = day.with_day(1)?.iter_days().take_while(|other| other.month() == day.month());
    Some(month.filter(working).collect())
}

static DEADLINES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    toml::from_str::<Deadlines>(include_str!("../law/deadlines.toml"))
        .map_or_else(|_| Vec::new(), |table| table.value)
});

static BANK_HOLIDAYS: LazyLock<Option<BankHolidays>> =
    LazyLock::new(|| toml::from_str(include_str!("../law/bank-holidays.toml")).ok());

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Deadlines {
    value: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    duties: Vec<Duty>,
    category: Category,
    years: Years,
    day: String,
    #[serde(default)]
    rights: Option<Rights>,
    by: String,
    in_force: NaiveDate,
    url: String,
    status: Source,
}

impl Value {
    fn day_in(&self, year: FinancialYear) -> Option<NaiveDate> {
        let read = |raw: &str| NaiveDate::parse_from_str(raw, "%d %B %Y").ok();
        read(&self.day).or_else(|| read(&format!("{} {}", self.day, year.ends().year())))
    }
}

/// The calendar years in which the first and the last financial year begin, both inclusive.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Years(i32, i32);

impl Years {
    const fn holds(&self, year: FinancialYear) -> bool {
        self.0 <= year.first() && year.first() <= self.1
    }
}

impl TryFrom<String> for Years {
    type Error = std::num::ParseIntError;
    fn try_from(raw: String) -> Result<Self, Self::Error> {
        match raw.split_once('-') {
            None => raw.parse().map(|only| Self(only, only)),
            Some((first, "")) => first.parse().map(|first| Self(first, i32::MAX)),
            Some((first, last)) => Ok(Self(first.parse()?, last.parse()?)),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BankHolidays {
    first: i32,
    last: i32,
    days: BTreeSet<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(duty: Duty, year: &str, category: Category) -> Option<String> {
        as_at("2090-01-01", duty, year, category)
    }

    fn as_at(day: &str, duty: Duty, year: &str, category: Category) -> Option<String> {
        let deadline = deadline(duty, year.parse().unwrap(), category, day.parse().unwrap());
        deadline.map(|deadline| deadline.day.to_string())
    }

    fn one(duty: Duty, year: &str) -> String {
        day(duty, year, Category::One).unwrap()
    }

    fn two(duty: Duty, year: &str) -> String {
        day(duty, year, Category::Two).unwrap()
    }

    #[test]
    fn both_files_are_read_whole() {
        let read = toml::from_str::<Deadlines>(include_str!("../law/deadlines.toml"));
        assert_eq!(read.map(|table| table.value.len()).unwrap(), DEADLINES.len());
        let read = toml::from_str::<BankHolidays>(include_str!("../law/bank-holidays.toml"));
        assert_eq!(read.map(|read| (read.first, read.last)).unwrap(), (2015, 2029));
    }

    #[test]
    fn every_year_has_a_draft_and_a_publication_day_and_the_draft_comes_first() {
        for year in (2015..=2098).map(|begins| FinancialYear::beginning(begins).unwrap()) {
            for category in [Category::One, Category::Two] {
                let draft = deadline(Duty::Draft, year, category, year.ends()).unwrap();
                let publish = deadline(Duty::Publish, year, category, year.ends()).unwrap();
                assert!(year.ends() < draft.day && draft.day < publish.day, "{year}");
                assert!(draft.rights.is_some() && publish.rights.is_none(), "{year}");
            }
        }
    }

    #[test]
    fn every_value_says_where_it_can_be_read() {
        for value in DEADLINES.iter() {
            assert!(value.by.starts_with("SI ") && value.by.contains(" reg. "), "{}", value.by);
            let number = value.by.split(' ').nth(1).unwrap();
            assert!(
                value.url.starts_with(&format!("https://www.legislation.gov.uk/uksi/{number}/")),
                "{}",
                value.url
            );
        }
    }

    #[test]
    fn category_1_publishes_by_the_day_of_the_last_amendment() {
        assert_eq!(one(Duty::Publish, "2018/19"), "2019-07-31");
        assert_eq!(one(Duty::Publish, "2019/20"), "2020-11-30");
        assert_eq!(one(Duty::Publish, "2020/21"), "2021-09-30");
        assert_eq!(one(Duty::Publish, "2021/22"), "2022-11-30");
        assert_eq!(one(Duty::Publish, "2022/23"), "2023-09-30");
        assert_eq!(one(Duty::Publish, "2023/24"), "2025-02-28");
        assert_eq!(one(Duty::Publish, "2024/25"), "2026-02-27");
        assert_eq!(one(Duty::Publish, "2025/26"), "2027-01-31");
        assert_eq!(one(Duty::Publish, "2026/27"), "2027-11-30");
        assert_eq!(one(Duty::Publish, "2027/28"), "2028-11-30");
        assert_eq!(one(Duty::Publish, "2028/29"), "2029-07-31");
    }

    #[test]
    fn category_1_drafts_by_the_day_of_the_last_amendment() {
        assert_eq!(one(Duty::Draft, "2018/19"), "2019-05-31");
        assert_eq!(one(Duty::Draft, "2019/20"), "2020-08-31");
        assert_eq!(one(Duty::Draft, "2020/21"), "2021-07-31");
        assert_eq!(one(Duty::Draft, "2021/22"), "2022-07-31");
        assert_eq!(one(Duty::Draft, "2022/23"), "2023-05-31");
        assert_eq!(one(Duty::Draft, "2023/24"), "2024-05-31");
        assert_eq!(one(Duty::Draft, "2024/25"), "2025-06-30");
        assert_eq!(one(Duty::Draft, "2027/28"), "2028-06-30");
        assert_eq!(one(Duty::Draft, "2028/29"), "2029-05-31");
    }

    #[test]
    fn an_amendment_is_unknown_before_the_day_it_came_into_force() {
        let publish = |day| as_at(day, Duty::Publish, "2021/22", Category::One).unwrap();
        assert_eq!(publish("2021-03-30"), "2022-07-31");
        assert_eq!(publish("2021-03-31"), "2022-09-30");
        assert_eq!(publish("2022-07-21"), "2022-09-30");
        assert_eq!(publish("2022-07-22"), "2022-11-30");
        let backstop = |day| as_at(day, Duty::Backstop, "2021/22", Category::One);
        assert_eq!(backstop("2024-09-29"), None);
        assert_eq!(backstop("2024-09-30").unwrap(), "2024-12-13");
        let smaller = |day| as_at(day, Duty::Draft, "2020/21", Category::Two).unwrap();
        assert_eq!(smaller("2021-06-02"), "2021-07-31", "the first amendment of 2021 moved both categories");
        assert_eq!(smaller("2021-06-03"), "2021-06-30", "the second took category 2 out again");
    }

    #[test]
    fn category_2_has_summer_days_but_for_2019_20() {
        assert_eq!(two(Duty::Draft, "2018/19"), "2019-06-30");
        assert_eq!(two(Duty::Draft, "2019/20"), "2020-08-31");
        assert_eq!(two(Duty::Draft, "2020/21"), "2021-06-30");
        assert_eq!(two(Duty::Publish, "2018/19"), "2019-09-30");
        assert_eq!(two(Duty::Publish, "2019/20"), "2020-11-30");
        assert_eq!(two(Duty::Publish, "2020/21"), "2021-09-30");
    }

    #[test]
    fn the_backstop_binds_category_1_from_2015_16_to_2027_28() {
        assert_eq!(one(Duty::Backstop, "2015/16"), "2024-12-13");
        assert_eq!(one(Duty::Backstop, "2022/23"), "2024-12-13");
        assert_eq!(one(Duty::Backstop, "2023/24"), "2025-02-28");
        assert_eq!(one(Duty::Backstop, "2027/28"), "2028-11-30");
        assert_eq!(day(Duty::Backstop, "2028/29", Category::One), None);
        assert_eq!(day(Duty::Backstop, "2021/22", Category::Two), None);
    }

    #[test]
    fn only_the_transitory_days_are_unconfirmed() {
        let unconfirmed = |year: &str| {
            let deadline = {
                let year: FinancialYear = year.parse().unwrap();
                deadline(Duty::Publish, year, Category::One, year.ends()).unwrap()
            };
            deadline.source == Source::Unconfirmed
        };
        assert!(unconfirmed("2016/17") && !unconfirmed("2017/18"));
    }

    #[test]
    fn a_month_begins_on_its_first_day_that_is_no_weekend_and_no_bank_holiday() {
        let first = |month: &str| working_days_of_month(month.parse().unwrap()).unwrap()[0].to_string();
        assert_eq!(first("2022-08-31"), "2022-08-01");
        assert_eq!(first("2020-09-01"), "2020-09-01");
        assert_eq!(first("2019-06-01"), "2019-06-03");
        assert_eq!(first("2022-01-01"), "2022-01-04");
    }

    #[test]
    fn the_jubilee_and_the_funeral_are_no_working_days() {
        let days = |month: &str| working_days_of_month(month.parse().unwrap()).unwrap();
        assert_eq!(days("2022-06-01")[1].to_string(), "2022-06-06");
        assert_eq!(days("2022-09-01").len(), 21);
        assert_eq!(days("2023-05-01").len(), 20);
        assert_eq!(days("2020-05-01").len(), 19);
    }

    #[test]
    fn a_year_whose_bank_holidays_are_not_listed_has_no_known_working_days() {
        assert!(working_days_of_month("2029-12-31".parse().unwrap()).is_some());
        assert!(working_days_of_month("2030-01-01".parse().unwrap()).is_none());
        assert!(working_days_of_month("2014-12-31".parse().unwrap()).is_none());
    }
}
