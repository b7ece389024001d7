//! Leicestershire's statement for benches, also with its evidence many times over, and its document; and many
//! statements that differ.
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a bench without its fixture is no bench")]

mod documents;
mod leicestershire;
pub mod memory;
pub mod statements;

pub use documents::{document, eight_thousand_words, with_its_data};
pub use leicestershire::{as_at, leicestershire, statement};
