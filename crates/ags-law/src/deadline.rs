//! The last days the law sets, by nation, year and category, each with the provision that sets it.
//!
//! The days are in `law/deadlines.toml`.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use governance_model::{Category, FinancialYear, Nation};
use serde::Deserialize;

use crate::embedded::LawFile;

/// How many working days the period for the exercise of public rights has in England, exactly: Accounts and Audit
/// Regulations 2015, reg. 14(1).
pub const RIGHTS_PERIOD: usize = 30;

/// What an authority must do by a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Milestone {
    /// Publish the statement with the unaudited accounts, reg. 15; England.
    Draft,
    /// Publish the approved statement with the accounts; in England reg. 10(1), in category 2 reg. 13(1).
    Publish,
    /// Publish them at the very latest, reg. 9A; category 1.
    Backstop,
    /// The chief financial officer signs and certifies the accounts; Wales and Northern Ireland.
    SignAccounts,
    /// Approve the accounts, in Scotland for signature; outside England.
    Approve,
}

/// The last day for a milestone in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// The day, inclusive.
    pub day: NaiveDate,
    /// The provision that sets it, as in "SI 2022/708 reg. 2(2)(d)".
    pub by: &'static str,
    /// Where that provision can be read.
    pub url: &'static str,
    /// Whether the day was verified in its source.
    pub source_status: SourceStatus,
    /// What the public rights period must do in the month after the day; only for [`Milestone::Draft`].
    pub rights: Option<Rights>,
}

/// Whether a value was verified in its source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceStatus {
    /// Its text was read or is well known.
    Confirmed,
    /// Unverified source: no rule decides by it.
    Unconfirmed,
}

/// What the period for the exercise of public rights must do in a month, reg. 15.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rights {
    /// Include the first ten working days of the month, reg. 15(1).
    HoldFirstTenWorkingDays,
    /// Begin on or before the first working day of the month, reg. 15(5) and 15(6).
    BeginByFirstWorkingDay,
}

/// The last day for a milestone in a year in England, by the law in force on a day; none where the category has no
/// such milestone in that year, or did not have it yet. [`deadline_in`] covers every nation.
///
/// ```
/// use ags_law::{Milestone, deadline};
/// use governance_model::Category;
/// let publish = |as_at: &str| {
///     let year = "2021/22".parse().expect("a year");
///     let as_at = as_at.parse().expect("a day");
///     deadline(Milestone::Publish, year, Category::One, as_at).map(|deadline| deadline.day.to_string())
/// };
/// assert_eq!(publish("2022-05-31"), Some("2022-09-30".into()));
/// assert_eq!(publish("2022-07-22"), Some("2022-11-30".into()), "SI 2022/708 came into force");
/// ```
#[must_use]
pub fn deadline(
    milestone: Milestone,
    year: FinancialYear,
    category: Category,
    as_at: NaiveDate,
) -> Option<Deadline> {
    deadline_in(Nation::England, milestone, year, Some(category), as_at)
}

/// As [`deadline`], in any nation. The smaller bodies of Wales are of category 2, its others of category 1;
/// Scotland and Northern Ireland have one day for all.
///
/// Outside England a body whose category is not given counts as a larger one.
///
/// ```
/// use ags_law::{Milestone, deadline_in};
/// use governance_model::Nation;
/// let (year, as_at) = ("2023/24".parse().expect("a year"), "2024-09-01".parse().expect("a day"));
/// let publish = deadline_in(Nation::Scotland, Milestone::Publish, year, None, as_at);
/// assert_eq!(publish.map(|deadline| deadline.day.to_string()), Some("2024-10-31".into()));
/// ```
#[must_use]
pub fn deadline_in(
    nation: Nation,
    milestone: Milestone,
    year: FinancialYear,
    category: Option<Category>,
    as_at: NaiveDate,
) -> Option<Deadline> {
    let category = match nation {
        Nation::England => category?,
        Nation::Wales | Nation::Scotland | Nation::NorthernIreland => category.unwrap_or(Category::One),
    };
    let fits = |value: &&Value| {
        value.nation == nation
            && value.milestones.contains(&milestone)
            && value.category.is_none_or(|only| only == category)
            && value.years.contains(year)
            && value.in_force <= as_at
    };
    let value = DEADLINES.value.iter().rev().find(fits)?;
    Some(Deadline {
        day: value.day.in_year(year)?,
        by: &value.by,
        url: &value.url,
        source_status: value.status,
        rights: value.rights,
    })
}

static DEADLINES: LazyLock<Deadlines> = LazyLock::new(Deadlines::load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deadlines {
    value: Vec<Value>,
}

impl LawFile for Deadlines {
    const NAME: &str = "deadlines.toml";
    const TEXT: &str = include_str!("../law/deadlines.toml");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    milestones: Vec<Milestone>,
    #[serde(default = "england")]
    nation: Nation,
    category: Option<Category>,
    years: Years,
    day: Day,
    #[serde(default)]
    rights: Option<Rights>,
    by: String,
    in_force: NaiveDate,
    url: String,
    status: SourceStatus,
}

const fn england() -> Nation {
    Nation::England
}

/// A last day, as in "30 September" or "28 February 2025".
#[derive(Deserialize)]
#[serde(try_from = "String")]
enum Day {
    /// On this date, whatever the financial year.
    On(NaiveDate),
    /// On this day of the calendar year in which the financial year ends; the year of the date is of no meaning.
    InYear(NaiveDate),
}

impl Day {
    fn in_year(&self, year: FinancialYear) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(*day),
            Self::InYear(day) => day.with_year(year.ends().year()),
        }
    }
}

impl TryFrom<String> for Day {
    type Error = String;
    fn try_from(raw: String) -> Result<Self, Self::Error> {
        let parse = |raw: &str| NaiveDate::parse_from_str(raw, "%d %B %Y").ok();
        // 2001 has no 29 February, which not every year has.
        let in_year = || parse(&format!("{raw} 2001")).map(Self::InYear);
        // "30 June 20" is of the year 20.
        let on = parse(&raw).filter(|day| day.year() >= 2000).map(Self::On);
        let day = on.or_else(in_year);
        day.ok_or_else(|| format!("{raw:?} is not a day; write one like 30 September or 28 February 2025"))
    }
}

/// The calendar years in which the first and the last financial year begin, both inclusive.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Years(i32, i32);

impl Years {
    const fn contains(&self, year: FinancialYear) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// As a lawyer would set them out: every last day there is, by the law as amended by every amendment listed.
    /// A day from an unverified source is marked (?).
    const TABLE: &str = include_str!("../law/deadlines.txt");

    const BODIES: [(&str, Nation, Option<Category>); 6] = [
        ("England, category 1", Nation::England, Some(Category::One)),
        ("England, category 2", Nation::England, Some(Category::Two)),
        ("Wales, larger bodies", Nation::Wales, Some(Category::One)),
        ("Wales, smaller bodies", Nation::Wales, Some(Category::Two)),
        ("Scotland", Nation::Scotland, None),
        ("Northern Ireland", Nation::NorthernIreland, None),
    ];

    const MILESTONES: [(&str, Milestone); 5] = [
        ("draft", Milestone::Draft),
        ("sign accounts", Milestone::SignAccounts),
        ("approve accounts", Milestone::Approve),
        ("publish", Milestone::Publish),
        ("backstop", Milestone::Backstop),
    ];

    fn years() -> impl Iterator<Item = FinancialYear> {
        (2015..=2028).map(|begins| FinancialYear::beginning(begins).unwrap())
    }

    /// A line of the table: its head, and a column for each milestone.
    fn line(head: &str, columns: impl Iterator<Item = String>) -> String {
        let columns: String = columns.fold(String::new(), |line, column| line + &format!("  {column:<19}"));
        format!("{head:<7}{columns}").trim_end().to_owned()
    }

    fn table() -> Vec<String> {
        let as_at = "2090-01-01".parse().unwrap();
        let mut table = Vec::new();
        for (name, nation, category) in BODIES {
            let find = |milestone, year| deadline_in(nation, milestone, year, category, as_at);
            let due = |milestone| years().any(|year| find(milestone, year).is_some());
            let milestones: Vec<_> =
                MILESTONES.into_iter().filter(|(_, milestone)| due(*milestone)).collect();
            table.push(name.to_owned());
            table.push(line("", milestones.iter().map(|(name, _)| (*name).to_owned())));
            for year in years() {
                let days = milestones
                    .iter()
                    .map(|(_, milestone)| find(*milestone, year).map_or("-".to_owned(), words));
                table.push(line(&year.to_string(), days));
            }
            table.push(String::new());
        }
        table
    }

    fn words(deadline: Deadline) -> String {
        let doubt = if deadline.source_status == SourceStatus::Unconfirmed { " (?)" } else { "" };
        format!("{}{doubt}", deadline.day.format("%-d %b %Y"))
    }

    #[test]
    fn every_last_day_of_every_nation_from_2015_16_to_2028_29() {
        let table = table();
        for (number, (ours, lawyers)) in table.iter().zip(TABLE.lines()).enumerate() {
            assert_eq!(ours, lawyers, "line {}", number + 1);
        }
        assert_eq!(table.len(), TABLE.lines().count());
    }

    fn as_at(day: &str, milestone: Milestone, year: &str, category: Category) -> Option<String> {
        let deadline = deadline(milestone, year.parse().unwrap(), category, day.parse().unwrap());
        deadline.map(|deadline| deadline.day.to_string())
    }

    #[test]
    fn a_day_that_is_none_is_refused_with_its_line() {
        for wrong in ["31 Septembr", "31 September", "29 February", "30 June 20"] {
            let text = Deadlines::TEXT.replacen("day = \"31 May\"", &format!("day = {wrong:?}"), 1);
            let line = text.lines().position(|line| line.contains(wrong)).unwrap() + 1;
            let error = Deadlines::parse(&text).err().unwrap_or_default();
            assert!(error.contains(&format!("line {line},")) && error.contains("is not a day"), "{error}");
        }
    }

    #[test]
    fn every_year_has_a_draft_and_a_publication_day_and_the_draft_comes_first() {
        for year in (2015..=2098).map(|begins| FinancialYear::beginning(begins).unwrap()) {
            for category in [Category::One, Category::Two] {
                let draft = deadline(Milestone::Draft, year, category, year.ends()).unwrap();
                let publish = deadline(Milestone::Publish, year, category, year.ends()).unwrap();
                assert!(year.ends() < draft.day && draft.day < publish.day, "{year}");
                assert!(draft.rights.is_some() && publish.rights.is_none(), "{year}");
            }
        }
    }

    #[test]
    fn every_value_says_where_it_can_be_read() {
        for value in &DEADLINES.value {
            let (kind, series) = match value.nation {
                Nation::England => ("SI", "uksi"),
                Nation::Wales => ("SI", "wsi"),
                Nation::Scotland => ("SSI", "ssi"),
                Nation::NorthernIreland => ("SR", "nisr"),
            };
            let mut words = value.by.split(' ');
            assert_eq!(words.next(), Some(kind), "{}", value.by);
            let number = words.next().unwrap();
            assert!(value.by.contains(" reg. "), "{}", value.by);
            let series = format!("https://www.legislation.gov.uk/{series}/{number}/");
            assert!(value.url.starts_with(&series), "{}", value.url);
        }
    }

    #[test]
    fn an_amendment_is_unknown_before_the_day_it_came_into_force() {
        let publish = |day| as_at(day, Milestone::Publish, "2021/22", Category::One).unwrap();
        assert_eq!(publish("2021-03-30"), "2022-07-31");
        assert_eq!(publish("2021-03-31"), "2022-09-30");
        assert_eq!(publish("2022-07-21"), "2022-09-30");
        assert_eq!(publish("2022-07-22"), "2022-11-30");
        let backstop = |day| as_at(day, Milestone::Backstop, "2021/22", Category::One);
        assert_eq!(backstop("2024-09-29"), None);
        assert_eq!(backstop("2024-09-30").unwrap(), "2024-12-13");
        let smaller = |day| as_at(day, Milestone::Draft, "2020/21", Category::Two).unwrap();
        assert_eq!(smaller("2021-06-02"), "2021-07-31", "the first amendment of 2021 moved both categories");
        assert_eq!(smaller("2021-06-03"), "2021-06-30", "the second took category 2 out again");
    }

    #[test]
    fn only_england_asks_for_a_category() {
        let year: FinancialYear = "2023/24".parse().unwrap();
        let publish = |nation, category| {
            let found =
                deadline_in(nation, Milestone::Publish, year, category, "2090-01-01".parse().unwrap());
            found.map(|found| found.day.to_string())
        };
        assert_eq!(publish(Nation::England, None), None);
        assert_eq!(publish(Nation::Wales, None), publish(Nation::Wales, Some(Category::One)));
        assert_ne!(publish(Nation::Wales, None), publish(Nation::Wales, Some(Category::Two)));
        for nation in [Nation::Scotland, Nation::NorthernIreland] {
            assert!(publish(nation, None).is_some());
            assert_eq!(publish(nation, None), publish(nation, Some(Category::Two)));
        }
    }
}
