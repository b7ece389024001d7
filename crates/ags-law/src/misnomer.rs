//! Instruments that published documents are known to cite wrongly; the list is `law/citations.toml`.

use std::sync::LazyLock;

use governance_model::{FinancialYear, Nation};
use serde::Deserialize;

use crate::embedded::LawFile;

/// A wrong way of citing an instrument.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misnomer {
    /// Phrases in lower case; the citation contains at least one.
    any_of: Vec<String>,
    /// Further phrases of which it contains at least one; not asked for where the list is empty.
    #[serde(default)]
    and_any_of: Vec<String>,
    /// Phrases of which it contains none.
    #[serde(default)]
    none_of: Vec<String>,
    /// The nation in which it is wrong; every nation where none is given.
    #[serde(default)]
    nation: Option<Nation>,
    /// The calendar year in which the first financial year begins for which it is superseded; none where it was
    /// never right.
    #[serde(default)]
    superseded_from: Option<i32>,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to write instead, as a sentence.
    pub fix: String,
    /// Where the right one can be read.
    #[cfg_attr(not(test), expect(dead_code, reason = "the source of the entry, for whoever keeps the list"))]
    source: String,
}

impl Misnomer {
    /// Whether a text, prepared with [`normalised`], cites the instrument in this way.
    #[must_use]
    pub fn is_in(&self, text: &str, nation: Nation) -> bool {
        let contains_any = |phrases: &[String]| phrases.iter().any(|phrase| text.contains(phrase.as_str()));
        self.nation.is_none_or(|one| one == nation)
            && contains_any(&self.any_of)
            && (self.and_any_of.is_empty() || contains_any(&self.and_any_of))
            && !contains_any(&self.none_of)
    }

    /// Whether the instrument it cites is superseded in a year.
    #[must_use]
    pub fn is_superseded_in(&self, year: FinancialYear) -> bool {
        self.superseded_from.is_some_and(|from| from <= year.first())
    }
}

/// A text in lower case with single spaces, and with none inside a provision: `6 (1) (a)` is `6(1)(a)`.
#[must_use]
pub fn normalised(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    joined.replace(" (1)", "(1)").replace(" (a)", "(a)").replace(" (b)", "(b)").replace('’', "'")
}

/// Names and provisions that were never right, in the order of the list.
pub fn misnomers() -> impl Iterator<Item = &'static Misnomer> {
    MISNOMERS.citation.iter().filter(|one| one.superseded_from.is_none())
}

/// Instruments that another has replaced, in the order of the list.
pub fn superseded() -> impl Iterator<Item = &'static Misnomer> {
    MISNOMERS.citation.iter().filter(|one| one.superseded_from.is_some())
}

static MISNOMERS: LazyLock<Misnomers> = LazyLock::new(Misnomers::load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Misnomers {
    citation: Vec<Misnomer>,
}

impl LawFile for Misnomers {
    const NAME: &str = "citations.toml";
    const TEXT: &str = include_str!("../law/citations.toml");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_normalised_and_has_its_source() {
        for one in &MISNOMERS.citation {
            assert!(one.message.ends_with('.') && one.fix.ends_with('.'), "{}", one.message);
            assert!(one.source.len() > 20, "{}", one.message);
            for phrase in one.any_of.iter().chain(&one.and_any_of).chain(&one.none_of) {
                assert_eq!(&normalised(phrase), phrase);
            }
        }
    }
}
