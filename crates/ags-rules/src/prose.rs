//! What the wording of a document can be searched for: dates and what is promised for them, placeholders, and
//! phrases and names as whole words.

mod dates;
mod phrases;
mod placeholders;
mod promises;

pub(crate) use dates::{Mention, mentions, sentences};
pub(crate) use phrases::{find_phrase, name_of, near_duplicates, words_of};
pub(crate) use placeholders::{Placeholder, placeholder};
pub(crate) use promises::{Promise, overdue};
