//! Errors: why a file cannot be read.

use std::fmt;

use thiserror::Error;

use crate::limits::{MAX_BYTES, MAX_DECOMPRESSED, MAX_PAGES, MAX_STEPS, MAX_TEXT, MAX_VALUES};

/// Why a file cannot be read. What differs in a file that can be read is a [`Difference`](crate::Difference).
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum PdfError {
    /// It is larger than the limit.
    #[error("the file has {bytes} bytes, but at most {MAX_BYTES} (64 MiB) are read")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It is not a PDF, or is so damaged that its objects cannot be found.
    #[error("this is not a PDF that can be read: {message}; give the file as it was published")]
    Malformed {
        /// What is wrong.
        message: String,
    },
    /// It is encrypted or needs a password.
    #[error("the file is encrypted; give it as it was published, without a password")]
    Encrypted,
    /// Reading it exceeds a limit.
    #[error("the file has more than {limit}, the limit; no statement needs as much")]
    LimitExceeded {
        /// The limit.
        limit: Limit,
    },
    /// It has no pages.
    #[error("the file has no pages; give the file as it was published")]
    NoPage,
}

/// A limit on what is read of a file, whatever its size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Limit {
    /// The bytes of its streams, decompressed.
    Decompressed,
    /// Its values.
    Values,
    /// The steps of work on it.
    Steps,
    /// Its pages.
    Pages,
    /// The text of the document that its data make.
    Text,
}

impl fmt::Display for Limit {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decompressed => {
                write!(to, "{MAX_DECOMPRESSED} bytes (32 MiB) in its streams when decompressed")
            }
            Self::Values => write!(to, "{MAX_VALUES} values"),
            Self::Steps => write!(to, "{MAX_STEPS} steps of reading"),
            Self::Pages => write!(to, "{MAX_PAGES} pages"),
            Self::Text => write!(to, "{MAX_TEXT} bytes of text in its data"),
        }
    }
}
