//! Why the message of a seal cannot be read.

use const_oid::ObjectIdentifier;
use der::ErrorKind;
use serde::Serialize;
use thiserror::Error;

use crate::limits::MAX_CONTENTS;

/// Why the message of a seal cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize)]
#[serde(tag = "error", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CmsError {
    /// It is larger than the limit.
    #[error("the message of the seal has {bytes} bytes, but at most {MAX_CONTENTS} (1 MiB) are read")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It has a length that is not definite, which BER allows and DER does not.
    #[error("the message of the seal is BER of indefinite length and not DER, as PDF requires")]
    NotDer,
    /// Something other than zeros follows the message.
    #[error("the message of the seal is followed by bytes other than the zeros that fill its room")]
    BytesAfter,
    /// A part of it is not as its standard requires.
    #[error("{part} of the seal cannot be read: {message}")]
    Malformed {
        /// Which part.
        part: &'static str,
        /// What is wrong.
        message: String,
    },
    /// Its content is of another type than its kind of seal has.
    #[error("the seal has content of the type {found}; its kind has {expected}")]
    ContentType {
        /// The object identifier that its kind of seal has.
        expected: String,
        /// The object identifier that was found.
        found: String,
    },
    /// It has no signer, or more than one.
    #[error("the seal has {found} signers; PDF allows exactly one")]
    SignerCount {
        /// How many it has.
        found: usize,
    },
}

impl CmsError {
    pub(super) fn malformed(part: &'static str, message: &impl ToString) -> Self {
        Self::Malformed { part, message: message.to_string() }
    }

    pub(super) fn of_der(part: &'static str) -> impl FnOnce(der::Error) -> Self {
        move |error| match error.kind() {
            ErrorKind::IndefiniteLength => Self::NotDer,
            _ => Self::malformed(part, &error),
        }
    }

    pub(super) fn of_type(expected: ObjectIdentifier, found: ObjectIdentifier) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::ContentType { expected: expected.to_string(), found: found.to_string() })
    }
}
