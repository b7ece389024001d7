//! Whom to ask about the statement.

use super::sign_off::body as the;

pub(crate) const HEADING: &str = "Contact and other formats";
pub(crate) const MISSING: &str =
    "who to contact about this statement, and the other formats it is available in";
/// Whom to ask where no office is named.
const UNNAMED_OFFICE: &str = "us";
pub(crate) const BY_EMAIL: &str = ", email ";
pub(crate) const SEE: &str = ", or see ";

pub(crate) fn ask(office: &str) -> String {
    let office = if office.is_empty() { UNNAMED_OFFICE.into() } else { the(office) };
    format!("For questions about this statement, contact {office}")
}

pub(crate) fn telephone(number: &str) -> String {
    format!(", telephone {number}")
}
