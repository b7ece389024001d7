//! The description of a seal.

use std::fmt;

use serde::Serialize;

use super::cms::{DigestState, SealMessage};

/// One update that was added to a file after it was issued: a seal, or what goes with one.
///
/// What it says is as it says it. Only the digest has been checked; who sealed the file has not.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Seal {
    /// What the update adds.
    pub kind: SealKind,
    /// The name that the seal gives, beside that of its certificate.
    pub name: Option<String>,
    /// The reason that it gives.
    pub reason: Option<String>,
    /// The place that it gives.
    pub location: Option<String>,
    /// When it claims to have been made, as in `D:20221130120000Z`.
    pub claimed_time: Option<String>,
    /// Its signer and its digest; `None` for an update without a signature.
    pub message: Option<SealMessage>,
    /// Where it shows itself on the pages. What it shows there is not verified.
    pub shown: Vec<Stamp>,
}

/// What an update adds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SealKind {
    /// A signature.
    Signature,
    /// A time stamp of the whole document.
    TimeStamp,
    /// A field for a signature that has not been made.
    EmptyField,
    /// Certificates and lists of revocation, by which a seal can be validated in later years.
    ValidationData,
}

/// Where a seal shows itself: a rectangle on a page, in points of 1/72 inch from the lower left corner.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Stamp {
    /// The page, from 1.
    pub page: usize,
    /// Its left, lower, right and upper side.
    pub rectangle: [f64; 4],
}

impl fmt::Display for Seal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(message) = &self.message else {
            return to.write_str(match self.kind {
                SealKind::EmptyField => "a field for a signature that has not been made",
                _ => "data for the validation of a seal",
            });
        };
        let kind = if self.kind == SealKind::TimeStamp { "a time stamp" } else { "a seal" };
        match &message.signer {
            Some(signer) => write!(to, "{kind} by {signer}")?,
            None => write!(to, "{kind} without its certificate")?,
        }
        if let Some(time) = &self.claimed_time {
            write!(to, ", made by its own account at {time}")?;
        }
        match &message.digest {
            DigestState::Holds => write!(to, "; its digest is that of the file before it")?,
            DigestState::Fails => write!(to, "; its digest is not that of the file before it")?,
            DigestState::NotChecked { why } => write!(to, "; {why}")?,
        }
        for Stamp { page, .. } in &self.shown {
            write!(to, "; shown on page {page}")?;
        }
        write!(to, ". Neither its signature nor its certificate was verified")
    }
}
