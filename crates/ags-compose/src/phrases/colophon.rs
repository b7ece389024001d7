//! What a PDF of the statement carries, and how anyone can verify it.

pub(crate) const STATEMENT_HOLDS: &str = "The statement that the pages were made from, as canonical JSON";
pub(crate) const PRESENTATION_HOLDS: &str = "The day, the annexes and the house style of the pages";
pub(crate) const VERIFY_AT: &str = " Verify it at ";
pub(crate) const QR_CODE: &str = "Verify this statement";

pub(crate) fn carries(digest: &str) -> String {
    format!("This file carries the statement as data. Check code: {digest}.")
}

pub(crate) fn qr_code(address: &str) -> String {
    format!("QR code for {address}")
}
