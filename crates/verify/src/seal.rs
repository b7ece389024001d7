//! Seals: electronic signatures that were added to a file after it was issued.

use serde::Serialize;

/// A seal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Seal {}

pub(crate) fn seals(_bytes: &[u8], _ends: &[usize]) -> Result<Vec<Seal>, String> {
    Err("no seal".into())
}
