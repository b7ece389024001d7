//! Small documents that meet every rule, to start from: in documentation, and as the base of test cases.
//!
//! Neither Example Borough Council nor Example Parish Council exists.

use chrono::NaiveDate;
use governance_model::{LocalCode, Provenance, ReadError, Schema, Versioned, read};
use serde::de::DeserializeOwned;

use crate::agar::{Agar, Exemption, Form};
use crate::statement::Statement;

const LOCAL_CODE: &[u8] = include_bytes!("example/local-code.toml");
const REVIEW: &[u8] = include_bytes!("example/review.toml");
const AGAR: &[u8] = include_bytes!("example/agar.toml");
const SIGN_OFF: &[u8] = include_bytes!("example/sign-off.toml");

/// The statement of Example Borough Council for 2021/22, published on 30 November 2022.
///
/// # Errors
/// None with the files as they are; they are read like any others.
///
/// ```
/// let statement = ags_statement::example::statement()?;
/// assert_eq!(statement.stage(), ags_statement::Stage::Published);
/// # Ok::<(), governance_model::ReadError>(())
/// ```
pub fn statement() -> Result<Statement, ReadError> {
    let local_code = local_code()?;
    let found = governance_model::gap::find(&local_code);
    let (review, sign_off) = (part(REVIEW, "review.toml")?, part(SIGN_OFF, "sign-off.toml")?);
    let sample = "An example that meets every rule; no such council exists.".parse().ok();
    Ok(Statement {
        schema: Schema::default(),
        local_code,
        review,
        found,
        sign_off,
        sample,
        answers: Vec::new(),
        notes: Vec::new(),
    })
}

/// The local code of Example Borough Council, on the framework of 2016.
///
/// # Errors
/// None with the files as they are; they are read like any others.
pub fn local_code() -> Result<LocalCode, ReadError> {
    part(LOCAL_CODE, "local-code.toml")
}

/// The return of Example Parish Council for 2023/24, on form 3, published as reviewed on 24 September 2024.
///
/// # Errors
/// None with the files as they are; they are read like any others.
///
/// ```
/// let agar = ags_statement::example::agar()?;
/// assert_eq!(agar.stage(), ags_statement::Stage::Published);
/// # Ok::<(), governance_model::ReadError>(())
/// ```
pub fn agar() -> Result<Agar, ReadError> {
    part(AGAR, "agar.toml")
}

/// The return of Example Parish Council for 2023/24 if it were exempt, on form 2.
///
/// # Errors
/// None with the files as they are; they are read like any others.
pub fn exempt_agar() -> Result<Agar, ReadError> {
    let mut agar = agar()?;
    (agar.form, agar.gross_income, agar.gross_expenditure) = (Some(Form::Two), Some(9_000), Some(25_000));
    agar.publication.as_approved = None;
    agar.exemption = Some(Exemption {
        certified: NaiveDate::from_ymd_opt(2024, 5, 14).unwrap_or_default(),
        minute: "24/053".parse().ok(),
        sent: NaiveDate::from_ymd_opt(2024, 5, 15),
        published: NaiveDate::from_ymd_opt(2024, 5, 31),
        bars: Vec::new(),
        source: Provenance::Declared,
    });
    Ok(agar)
}

fn part<T: Versioned + DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T, ReadError> {
    read::toml(bytes, name)
}
