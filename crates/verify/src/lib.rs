//! Reads back what a published PDF carries, judges it again and says what differs.
//!
//! A statement printed by this library carries the data it was made from and the report of its check, and prints the
//! digest of the data on its last page. [`verify()`] needs nothing else: it reads the data back, computes the digest,
//! puts the data to the same rules as at the same day, prints them again and compares the file with that, down to
//! the bytes. What differs is told by page, by rule or by part: see [`Difference`].
//!
//! # What it proves, and what not
//! It proves that the pages, the data and the answers of one file agree: nobody has changed one of them and left the
//! others. It is no signature. Whoever changes the data can print new pages from them, and that file is as sound as the
//! first. Who made a file must be known from where it was published, or from the printed digest, compared with the
//! one that the authority gives elsewhere, such as in its minutes. Nor does it prove that what a statement says is true.
//!
//! A file that names another version of the library as its producer is compared by its words, its digest and its
//! answers; a [`Note`] says that how the words are drawn could not be compared.
//!
//! # Bounds
//! A file is read up to 64 MiB, 256 MiB unpacked, two million objects and 4,000 pages. Bytes of any kind give a
//! [`ReadError`] or a [`Verification`], and never a panic.

mod answers;
mod difference;
mod error;
mod file;
mod letters;
mod page;
mod pages;
mod parts;
mod reading;
mod tags;
mod verification;
mod words;

pub use difference::{Difference, Note, Words};
pub use error::ReadError;
pub use file::MOST_BYTES;
pub use reading::{Carried, Reading};
pub use verification::{Verification, verify};
