//! What the wording of a document can be searched for: dates, and phrases and names as whole words.

mod dates;
mod phrases;

pub(crate) use dates::{Mention, mentions, sentences};
pub(crate) use phrases::{find_phrase, name_of, near_duplicates, words_of};
