//! Why a file cannot be read at all.

use thiserror::Error;

use crate::file::{MOST_BYTES, MOST_OBJECTS, MOST_PAGES, MOST_UNPACKED};

/// Why nothing can be said of a file; what differs in one that can be read is a
/// [`Difference`](crate::Difference).
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It is larger than we take.
    #[error("{bytes} bytes are too many; {MOST_BYTES} (64 MiB) are the most we read")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// What is packed in it is more than we unpack.
    #[error("unpacked it is more than {MOST_UNPACKED} bytes (256 MiB), the most we unpack")]
    Unpacked,
    /// It is no PDF, or is cut off or broken so that its parts cannot be found.
    #[error("this is no PDF that can be read: {says}; give the file as it was published")]
    Malformed {
        /// What is wrong.
        says: String,
    },
    /// It is locked with a password or encrypted.
    #[error("the file is encrypted; give it as it was published, without a password")]
    Encrypted,
    /// It has more objects or pages than we take.
    #[error("it has more than {MOST_OBJECTS} objects or {MOST_PAGES} pages, the most we read")]
    TooMuch,
    /// It has no page.
    #[error("the file has no page; give the file as it was published")]
    NoPage,
}
