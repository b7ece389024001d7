//! Headings of columns, and how closely a printed one matches.

use serde::{Deserialize, Deserializer};

use crate::normalise::plain;

/// A heading as a layout names it, normalised.
#[derive(Clone, Debug)]
pub(crate) struct Heading(String);

impl Heading {
    /// How closely a printed heading matches, in per cent; the printed heading is normalised already.
    pub(crate) fn likeness(&self, printed: &str) -> u8 {
        likeness(printed, &self.0)
    }
}

impl<'de> Deserialize<'de> for Heading {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|words| Self(plain(&words)))
    }
}

/// How closely a printed heading matches a named one, in per cent: the same words, words that contain or are contained
/// in them, or words with a misprint.
fn likeness(printed: &str, named: &str) -> u8 {
    if printed == named {
        return 100;
    }
    let two_words = |words: &str| words.contains(' ');
    let begins = printed.strip_prefix(named).is_some_and(|rest| rest.starts_with(' '));
    if begins
        || (two_words(named) && contains_words(printed, named))
        || (two_words(printed) && contains_words(named, printed))
    {
        return 90;
    }
    let (short, long) = (printed.len().min(named.len()), printed.len().max(named.len()));
    if short > 4 && long <= 80 && short * 5 >= long * 4 {
        return if strsim::normalized_damerau_levenshtein(printed, named) >= 0.84 { 80 } else { 0 };
    }
    0
}

/// Whether a text contains another as whole words.
fn contains_words(whole: &str, part: &str) -> bool {
    whole.match_indices(part).any(|(at, _)| {
        let before = whole.get(..at).is_some_and(|text| text.is_empty() || text.ends_with(' '));
        let after = whole.get(at + part.len()..).is_some_and(|text| text.is_empty() || text.starts_with(' '));
        before && after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_recognised_in_part_and_with_a_misprint_but_not_by_one_common_word() {
        assert_eq!(likeness("source documents", "source documents"), 100);
        assert_eq!(likeness("demonstrating competence", "source documents demonstrating competence"), 90);
        assert_eq!(likeness("surce documents", "source documents"), 80);
        assert_eq!(likeness("documents", "source documents"), 0);
    }
}
