//! The examples, for tests that change one thing in them.

use chrono::NaiveDate;

use crate::{Agar, Statement, example};

/// The statement of Example Borough Council for 2021/22, assembled and signed off.
pub fn statement() -> Statement {
    let Statement { local_code, review, sign_off, .. } = example::statement().unwrap();
    Statement::assemble(&local_code, &review).unwrap().sign_off(sign_off).unwrap()
}

/// The return of Example Parish Council for 2023/24, on form 3.
pub fn agar() -> Agar {
    example::agar().unwrap()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
