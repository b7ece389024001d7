//! Instruments that papers are known to cite wrongly; the list is `law/citations.toml`.

use std::sync::LazyLock;

use governance_model::{FinancialYear, Nation};
use serde::Deserialize;

/// A way in which papers cite an instrument wrongly.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misnomer {
    /// Words of which the citation holds one, in lower case.
    words: Vec<String>,
    /// Words of which it holds one too; no matter which where the list is empty.
    #[serde(default)]
    beside: Vec<String>,
    /// Words of which it holds none.
    #[serde(default)]
    unless: Vec<String>,
    /// The nation in which it is wrong; every one where none is given.
    #[serde(default)]
    nation: Option<Nation>,
    /// The calendar year in which the first financial year begins for which it is superseded; none where it was
    /// never right.
    #[serde(default)]
    from: Option<i32>,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to write instead, as a sentence.
    pub fix: String,
    /// Where the right one can be read.
    #[cfg_attr(not(test), expect(dead_code, reason = "the source of the entry, for whoever keeps the list"))]
    source: String,
}

impl Misnomer {
    /// Whether a text, made normalised by [`normalised`], cites the instrument in this way.
    #[must_use]
    pub fn is_in(&self, text: &str, nation: Nation) -> bool {
        let holds = |words: &[String]| words.iter().any(|words| text.contains(words.as_str()));
        self.nation.is_none_or(|one| one == nation)
            && holds(&self.words)
            && (self.beside.is_empty() || holds(&self.beside))
            && !holds(&self.unless)
    }

    /// Whether it is superseded for a year.
    #[must_use]
    pub fn dead_in(&self, year: FinancialYear) -> bool {
        self.from.is_some_and(|from| from <= year.first())
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
    TABLE.iter().filter(|one| one.from.is_none())
}

/// Instruments that another took the place of, in the order of the list.
pub fn superseded() -> impl Iterator<Item = &'static Misnomer> {
    TABLE.iter().filter(|one| one.from.is_some())
}

static TABLE: LazyLock<Vec<Misnomer>> = LazyLock::new(|| {
    toml::from_str::<Table>(include_str!("../law/citations.toml"))
        .map_or_else(|_| Vec::new(), |table| table.citation)
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    citation: Vec<Misnomer>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_whole_and_every_entry_is_plain_and_has_its_source() {
        let read = toml::from_str::<Table>(include_str!("../law/citations.toml"));
        assert_eq!(read.map(|table| table.citation.len()).unwrap(), TABLE.len());
        for one in TABLE.iter() {
            assert!(one.message.ends_with('.') && one.fix.ends_with('.'), "{}", one.message);
            assert!(one.source.len() > 20, "{}", one.message);
            for words in one.words.iter().chain(&one.beside).chain(&one.unless) {
                assert_eq!(&normalised(words), words);
            }
        }
    }
}
