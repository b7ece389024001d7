//! Working days, nation by nation, as the regulations on accounts and audit count them.
//!
//! England: no Saturday, Sunday, Christmas Day, Good Friday or bank holiday (SI 2015/234 reg. 2(1)). Scotland
//! leaves out Christmas Eve as well (SSI 2014/200 reg. 3). Wales has England's bank holidays.
//!
//! Every function covers the calendar years whose bank holidays are listed, and returns none for any other.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use governance_model::Nation;
use serde::Deserialize;

use crate::embedded::LawFile;

/// How many working days lie between two days, both inclusive; zero where the last comes before the first.
///
/// ```
/// use ags_law::working_days;
/// use governance_model::Nation;
/// let day = |raw: &str| raw.parse().expect("a day");
/// let rights = |last| working_days(Nation::England, day("2022-06-01"), day(last));
/// assert_eq!(rights("2022-07-14"), Some(30), "the Jubilee took two days");
/// assert_eq!(rights("2031-07-14"), None, "no bank holidays are listed for 2031");
/// ```
#[must_use]
pub fn working_days(nation: Nation, first: NaiveDate, last: NaiveDate) -> Option<usize> {
    let holidays = holidays(nation, [first, last])?;
    Some(first.iter_days().take_while(|day| *day <= last).filter(|day| holidays.leave(*day)).count())
}

/// The working days of the month a day lies in, in order.
#[must_use]
pub fn working_days_of_month(nation: Nation, day: NaiveDate) -> Option<Vec<NaiveDate>> {
    let holidays = holidays(nation, [day, day])?;
    let month = day.with_day(1)?.iter_days().take_while(|other| other.month() == day.month());
    Some(month.filter(|day| holidays.leave(*day)).collect())
}

/// The first `n` working days of the month a day lies in, in order; none where the month has fewer.
#[must_use]
pub fn first_working_days(nation: Nation, day: NaiveDate, n: usize) -> Option<Vec<NaiveDate>> {
    let mut days = working_days_of_month(nation, day)?;
    (n <= days.len()).then(|| {
        days.truncate(n);
        days
    })
}

/// The `n`th working day after a day, which is not counted itself: the first after a Friday is most often a
/// Monday. None for `n` of zero.
#[must_use]
pub fn nth_working_day_after(nation: Nation, day: NaiveDate, n: usize) -> Option<NaiveDate> {
    let holidays = holidays(nation, [day, day])?;
    let later = day.iter_days().skip(1).take_while(|day| known(*day));
    later.filter(|day| holidays.leave(*day)).nth(n.checked_sub(1)?)
}

/// The days of one nation that are no working days although they fall on a weekday.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    days: BTreeSet<NaiveDate>,
}

impl Holidays {
    /// Whether they leave a day a working day.
    fn leave(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.days.contains(&day)
    }
}

/// The calendar years listed, and the days of each nation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct BankHolidays {
    first: i32,
    last: i32,
    england_and_wales: Holidays,
    scotland: Holidays,
    northern_ireland: Holidays,
}

impl LawFile for BankHolidays {
    const NAME: &str = "bank-holidays.toml";
    const TEXT: &str = include_str!("../law/bank-holidays.toml");
}

static BANK_HOLIDAYS: LazyLock<BankHolidays> = LazyLock::new(BankHolidays::load);

/// Whether the bank holidays of a day's calendar year are listed.
fn known(day: NaiveDate) -> bool {
    (BANK_HOLIDAYS.first..=BANK_HOLIDAYS.last).contains(&day.year())
}

/// A nation's days, if those of the calendar years of two days are listed, and so of all between.
fn holidays(nation: Nation, ends: [NaiveDate; 2]) -> Option<&'static Holidays> {
    ends.into_iter().all(known).then(|| match nation {
        Nation::England | Nation::Wales => &BANK_HOLIDAYS.england_and_wales,
        Nation::Scotland => &BANK_HOLIDAYS.scotland,
        Nation::NorthernIreland => &BANK_HOLIDAYS.northern_ireland,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::{Datelike, Days, NaiveDate, Weekday};
    use governance_model::Nation;

    use super::{
        BANK_HOLIDAYS, first_working_days, holidays, nth_working_day_after, working_days,
        working_days_of_month,
    };

    const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    fn day(raw: &str) -> NaiveDate {
        raw.parse().unwrap()
    }

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn weekend(day: NaiveDate) -> bool {
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }

    fn first_monday(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1).unwrap()
    }

    fn last_monday(year: i32, month: u32) -> NaiveDate {
        let monday = |nth| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth);
        monday(5).or_else(|| monday(4)).unwrap()
    }

    /// What the Act, and the proclamations made alike every year, give for a nation and a year.
    fn regular(nation: Nation, year: i32) -> BTreeSet<NaiveDate> {
        let easter = computus::gregorian(year).unwrap();
        let easter = on(easter.year, easter.month, easter.day);
        let mut days: BTreeSet<_> =
            [easter - Days::new(2), first_monday(year, 5), last_monday(year, 5)].into_iter().collect();
        let mut fixed = vec![on(year, 1, 1)];
        match nation {
            Nation::Scotland => {
                days.insert(first_monday(year, 8));
                fixed.extend([on(year, 1, 2), on(year, 11, 30)]);
            }
            Nation::NorthernIreland => fixed.extend([on(year, 3, 17), on(year, 7, 12)]),
            Nation::England | Nation::Wales => {}
        }
        if nation != Nation::Scotland {
            days.extend([easter + Days::new(1), last_monday(year, 8)]);
        }
        fixed.extend([on(year, 12, 25), on(year, 12, 26)]);
        days.extend(fixed.iter().filter(|day| !weekend(**day)));
        for moved in fixed.into_iter().filter(|day| weekend(*day)) {
            let free = |day: &NaiveDate| !weekend(*day) && !days.contains(day);
            days.insert(moved.iter_days().find(free).unwrap());
        }
        let eve = on(year, 12, 24);
        if nation == Nation::Scotland && !weekend(eve) {
            days.insert(eve);
        }
        days
    }

    #[test]
    fn every_listed_day_is_that_of_the_rule_or_of_a_proclamation() {
        for nation in NATIONS {
            let mut expected: BTreeSet<_> = (2015..=2029).flat_map(|year| regular(nation, year)).collect();
            for moved in ["2020-05-04", "2022-05-30"] {
                assert!(expected.remove(&day(moved)), "{nation:?} {moved}");
            }
            expected.extend(["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"].map(day));
            if nation == Nation::Scotland {
                expected.insert(day("2026-06-15"));
            }
            let listed = &holidays(nation, [day("2015-01-01"), day("2029-12-31")]).unwrap().days;
            let differ: Vec<_> = listed.symmetric_difference(&expected).collect();
            assert!(differ.is_empty(), "{nation:?}: {differ:?}");
        }
    }

    #[test]
    fn the_years_2015_to_2029_are_listed() {
        assert_eq!((BANK_HOLIDAYS.first, BANK_HOLIDAYS.last), (2015, 2029));
    }

    #[test]
    fn each_nation_keeps_its_own_days() {
        let works = |nation, on: &str| working_days(nation, day(on), day(on)) == Some(1);
        for (on, keep) in [
            ("2024-01-02", vec![Nation::Scotland]),
            ("2025-03-17", vec![Nation::NorthernIreland]),
            ("2024-04-01", vec![Nation::England, Nation::Wales, Nation::NorthernIreland]),
            ("2024-07-12", vec![Nation::NorthernIreland]),
            ("2024-08-05", vec![Nation::Scotland]),
            ("2024-08-26", vec![Nation::England, Nation::Wales, Nation::NorthernIreland]),
            ("2024-12-02", vec![Nation::Scotland]),
            ("2024-12-24", vec![Nation::Scotland]),
            ("2023-05-08", NATIONS.to_vec()),
            ("2026-06-15", vec![Nation::Scotland]),
        ] {
            for nation in NATIONS {
                assert_eq!(works(nation, on), !keep.contains(&nation), "{on} {nation:?}");
            }
        }
    }

    #[test]
    fn a_month_begins_on_its_first_day_that_is_no_weekend_and_no_bank_holiday() {
        let first = |nation, month: &str| working_days_of_month(nation, day(month)).unwrap()[0].to_string();
        assert_eq!(first(Nation::England, "2022-08-31"), "2022-08-01");
        assert_eq!(first(Nation::Scotland, "2022-08-31"), "2022-08-02");
        assert_eq!(first(Nation::England, "2020-09-01"), "2020-09-01");
        assert_eq!(first(Nation::England, "2019-06-01"), "2019-06-03");
        assert_eq!(first(Nation::England, "2022-01-01"), "2022-01-04");
        assert_eq!(first(Nation::Scotland, "2022-01-01"), "2022-01-05");
    }

    #[test]
    fn the_jubilee_and_the_funeral_are_no_working_days() {
        let days = |month: &str| working_days_of_month(Nation::England, day(month)).unwrap();
        assert_eq!(days("2022-06-01")[1].to_string(), "2022-06-06");
        assert_eq!(days("2022-09-01").len(), 21);
        assert_eq!(days("2023-05-01").len(), 20);
        assert_eq!(days("2020-05-01").len(), 19);
    }

    #[test]
    fn the_first_ten_working_days_of_june_end_a_day_later_for_each_jubilee_day() {
        let tenth = |month: &str| {
            first_working_days(Nation::England, day(month), 10).unwrap().last().unwrap().to_string()
        };
        assert_eq!(tenth("2021-06-01"), "2021-06-14");
        assert_eq!(tenth("2022-06-01"), "2022-06-16");
        assert_eq!(tenth("2022-07-01"), "2022-07-14");
    }

    #[test]
    fn a_month_has_the_working_days_it_has_and_no_more() {
        let february = |n| first_working_days(Nation::England, day("2022-02-01"), n);
        assert_eq!(february(20).unwrap().len(), 20);
        assert_eq!(february(21), None);
        assert_eq!(february(0), Some(Vec::new()));
    }

    #[test]
    fn thirty_working_days_are_counted_with_both_ends() {
        let count = |first: &str, last: &str| working_days(Nation::England, day(first), day(last)).unwrap();
        assert_eq!(count("2025-06-30", "2025-08-08"), 30);
        assert_eq!(count("2025-06-30", "2025-08-07"), 29);
        assert_eq!(count("2025-08-08", "2025-08-08"), 1);
        assert_eq!(count("2025-08-09", "2025-08-10"), 0, "a weekend");
        assert_eq!(count("2025-08-08", "2025-08-07"), 0, "the last before the first");
    }

    #[test]
    fn the_working_day_after_skips_weekends_and_bank_holidays() {
        let after = |nation, on: &str, n| nth_working_day_after(nation, day(on), n).map(|on| on.to_string());
        assert_eq!(after(Nation::England, "2024-03-28", 1), Some("2024-04-02".into()), "Easter");
        assert_eq!(after(Nation::Scotland, "2024-03-28", 1), Some("2024-04-01".into()));
        assert_eq!(after(Nation::England, "2025-06-29", 30), Some("2025-08-08".into()));
        assert_eq!(after(Nation::England, "2025-06-29", 0), None);
        assert_eq!(after(Nation::England, "2029-12-31", 1), None);
    }

    #[test]
    fn a_year_whose_bank_holidays_are_not_listed_has_no_known_working_days() {
        let month = |on: &str| working_days_of_month(Nation::England, day(on));
        assert!(month("2029-12-31").is_some() && month("2030-01-01").is_none());
        assert!(month("2015-01-01").is_some() && month("2014-12-31").is_none());
        assert_eq!(working_days(Nation::England, day("2029-12-31"), day("2030-01-01")), None);
        assert_eq!(working_days(Nation::England, NaiveDate::MIN, day("2020-01-01")), None);
        assert_eq!(nth_working_day_after(Nation::England, NaiveDate::MAX, 1), None);
    }
}
