//! Small papers that meet every rule, to start from: in documentation, and as the base of
//! [cases](crate::test_case).
//!
//! Neither Example Borough Council nor Example Parish Council exists.

use governance_model::{LocalCode, ReadError, Schema, Versioned, read};
use serde::de::DeserializeOwned;

use crate::agar::Agar;
use crate::statement::Statement;
use crate::waiver::Waivers;

const LOCAL_CODE: &[u8] = include_bytes!("example/local-code.toml");
const REVIEW: &[u8] = include_bytes!("example/review.toml");
const WAIVERS: &[u8] = include_bytes!("example/waivers.toml");
const AGAR: &[u8] = include_bytes!("example/agar.toml");
const SIGN_OFF: &[u8] = include_bytes!("example/sign-off.toml");

/// The statement of Example Borough Council for 2021/22, published on 30 November 2022.
///
/// # Errors
/// None with the papers as they stand; they are read like any others.
///
/// ```
/// let statement = ags::example::statement()?;
/// let report = ags::check(&statement, "2022-11-30".parse().expect("a day"));
/// assert_eq!(report.counts().not_met, 0);
/// # Ok::<(), governance_model::ReadError>(())
/// ```
pub fn statement() -> Result<Statement, ReadError> {
    let local_code = local_code()?;
    let found = governance_model::gap::find(&local_code);
    let (review, sign_off) = (part(REVIEW, "review.toml")?, part(SIGN_OFF, "sign-off.toml")?);
    Ok(Statement { schema: Schema::default(), local_code, review, found, sign_off })
}

/// The local code of Example Borough Council, on the framework of 2016.
///
/// # Errors
/// None with the papers as they stand; they are read like any others.
pub fn local_code() -> Result<LocalCode, ReadError> {
    part(LOCAL_CODE, "local-code.toml")
}

/// The return of Example Parish Council for 2023/24, on form 3, published as reviewed on 24 September 2024.
///
/// # Errors
/// None with the papers as they stand; they are read like any others.
///
/// ```
/// let agar = ags::example::agar()?;
/// let report = ags::check_agar(&agar, "2024-09-30".parse().expect("a day"));
/// assert_eq!(report.counts().not_met, 0);
/// # Ok::<(), governance_model::ReadError>(())
/// ```
pub fn agar() -> Result<Agar, ReadError> {
    part(AGAR, "agar.toml")
}

/// A waiver of FW16-PLAN for the statement of Example Borough Council, until 31 March 2023.
///
/// # Errors
/// None with the papers as they stand; they are read like any others.
pub fn waivers() -> Result<Waivers, ReadError> {
    part(WAIVERS, "waivers.toml")
}

fn part<T: Versioned + DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T, ReadError> {
    read::toml(bytes, name)
}
