//! Errors: why a file cannot be read.

use thiserror::Error;

use crate::limits::{MAX_BYTES, MAX_DECOMPRESSED, MAX_OBJECTS, MAX_PAGES};

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
    /// Its streams are larger than the limit when decompressed.
    #[error(
        "the streams of the file have more than {MAX_DECOMPRESSED} bytes (256 MiB) when decompressed, the limit"
    )]
    DecompressedTooLarge,
    /// It is not a PDF, or is so damaged that its objects cannot be found.
    #[error("this is not a PDF that can be read: {message}; give the file as it was published")]
    Malformed {
        /// What is wrong.
        message: String,
    },
    /// It is encrypted or needs a password.
    #[error("the file is encrypted; give it as it was published, without a password")]
    Encrypted,
    /// It has more objects or pages than the limit.
    #[error("the file has more than {MAX_OBJECTS} objects or {MAX_PAGES} pages, the limit")]
    LimitExceeded,
    /// It has no pages.
    #[error("the file has no pages; give the file as it was published")]
    NoPage,
}
