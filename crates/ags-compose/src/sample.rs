//! The examples, for tests that change one thing in them.

use ags_statement::{Statement, example};
use chrono::NaiveDate;

pub fn statement() -> Statement {
    example::statement().unwrap()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
