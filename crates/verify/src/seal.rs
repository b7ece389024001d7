//! Seals: electronic signatures that were added to a file after it was issued, as PAdES (ETSI EN 319 142-1) and
//! ISO 32000-1:2008, 12.8, have them.
//!
//! A seal comes in an incremental update, which leaves every byte before it as it was. What such an update may hold is
//! known, and whatever else it holds is reported. Neither the signature nor the certificate is verified.

mod byte_range;
mod cms;
mod description;
mod update;

pub use cms::{DigestState, NotChecked, SealMessage, Signer};
pub use description::{Seal, SealKind, Stamp};
pub(crate) use update::seals;
