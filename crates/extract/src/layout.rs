//! Layouts: what differs between the documents of councils, declared as data.
//!
//! A layout says which heading means what, how identifiers look, how cells hold items, which lines open a
//! section and what the section contains, and which words mean that no action is planned. The layout of a document
//! is recognised by the headings of its tables. The built-in layouts are the files under `layouts/`; a caller can add
//! more.

use std::sync::LazyLock;

use governance_model::{FrameworkEdition, NoActionKind};
use regex::Regex;
use serde::{Deserialize, Deserializer, de};

use crate::error::ExtractError;
use crate::heading::Heading;
use crate::items::Split;
use crate::meaning::Meaning;
use crate::normalise::plain;

/// A declared layout of a local code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Layout {
    /// Its name in the report.
    pub(crate) name: String,
    /// The framework edition of documents in this layout; recognised by the numbering where it is not given.
    pub(crate) framework: Option<FrameworkEdition>,
    #[serde(default)]
    pub(crate) rows: Rows,
    #[serde(default, rename = "column")]
    pub(crate) columns: Vec<ColumnRule>,
    #[serde(default, rename = "section")]
    pub(crate) sections: Vec<SectionRule>,
    #[serde(default, rename = "line")]
    pub(crate) lines: Vec<LineRule>,
    #[serde(default, rename = "fact")]
    pub(crate) facts: Vec<Fact>,
    #[serde(default, rename = "noise")]
    pub(crate) noise: Vec<NoiseRule>,
    /// Labels of particulars in rows of two cells, and the field of each.
    #[serde(default)]
    pub(crate) particulars: Vec<Particular>,
    #[serde(default)]
    pub(crate) nothing: Vec<NothingWords>,
    /// The scale of scores where no heading gives it: the worst and the best, inclusive.
    #[serde(default)]
    pub(crate) scale: Option<(u8, u8)>,
}

/// How the rows of the layout's tables are distinguished.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Rows {
    #[serde(default)]
    pub(crate) begins: Begins,
    /// How identifiers look at the beginning of a key cell; `id` is captured.
    #[serde(default)]
    pub(crate) id: Option<Pattern>,
    /// A column that has exactly one cell in each row, so that a part without it continues a row.
    #[serde(default)]
    pub(crate) once: Option<Meaning>,
    /// A key cell that marks the continuation of a row on the next page; `id` is captured.
    #[serde(default)]
    pub(crate) continued: Option<Pattern>,
    /// The character between the title of a principle and its aims in one cell.
    #[serde(default)]
    pub(crate) title_ends: Option<char>,
    /// How aims begin where they are run together in the cell of a principle.
    #[serde(default)]
    pub(crate) aims_begin: Option<Pattern>,
}

/// What begins a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Begins {
    /// A first cell that is not blank.
    #[default]
    Text,
    /// An identifier in the first cell.
    Id,
    /// The heading row: all rows under it are one.
    Heading,
}

/// A column, by its possible headings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ColumnRule {
    pub(crate) means: Meaning,
    #[serde(default)]
    headings: Vec<Heading>,
    /// A pattern for headings that carry a number, with `id` captured.
    #[serde(default)]
    pub(crate) pattern: Option<Pattern>,
    #[serde(default)]
    pub(crate) split: Split,
    /// The pattern of all cells of the column, where it distinguishes them from the cells of other columns.
    #[serde(default)]
    pub(crate) shape: Option<Pattern>,
}

/// A part of the document, from the line that opens it to the line that opens the next.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct SectionRule {
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// The line that opens it; none for the section the document begins with.
    #[serde(default)]
    pub(crate) opens: Option<Pattern>,
    /// What the opening line itself means.
    #[serde(default = "as_heading")]
    pub(crate) means: Meaning,
    /// The meanings of the columns of its tables where there is no heading row.
    #[serde(default)]
    pub(crate) rows: Vec<Meaning>,
    /// What its paragraphs mean before its first table.
    #[serde(default)]
    pub(crate) before_table: Option<Meaning>,
    /// What its paragraphs mean.
    #[serde(default)]
    pub(crate) paragraphs: Meaning,
    /// What the items of its lists mean.
    #[serde(default)]
    pub(crate) lists: Meaning,
    /// Why the whole section is skipped, where it is.
    #[serde(default)]
    pub(crate) noise: Option<String>,
}

const fn as_heading() -> Meaning {
    Meaning::Heading
}

/// A line that is recognised by its own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LineRule {
    pub(crate) matches: Pattern,
    pub(crate) means: Meaning,
    /// The sections in which it is recognised; all sections where none is named.
    #[serde(default, rename = "in")]
    sections: Vec<String>,
}

/// Words in a paragraph that give a particular of the document; the values are captured as `is`, `is2` and `is3`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Fact {
    pub(crate) matches: Pattern,
    pub(crate) field: Field,
}

/// The field of the document that a fact or a particular fills.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Field {
    PreparedBy,
    ApprovedBy,
    CertifiedBy,
    ReviewCycle,
    LeadOfficer,
    Department,
    Dated,
    Contact,
}

/// A line that is skipped, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NoiseRule {
    pub(crate) matches: Pattern,
    pub(crate) reason: String,
}

/// The label in the first of two cells, and the field that the second fills.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Particular {
    pub(crate) label: String,
    pub(crate) field: Field,
}

/// Words that say that no action is planned, and the reason they give.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NothingWords {
    pub(crate) kind: NoActionKind,
    /// The words a cell begins with.
    pub(crate) begins: Vec<String>,
}

/// A regular expression of a layout.
#[derive(Clone, Debug)]
pub(crate) struct Pattern(pub(crate) Regex);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let words = String::deserialize(from)?;
        Regex::new(&words).map(Self).map_err(de::Error::custom)
    }
}

#[allow(clippy::expect_used, reason = "embedded layouts, which a test reads")]
static BUILT_IN: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    [
        include_str!("../layouts/requirements-with-further-work.toml"),
        include_str!("../layouts/scored-requirements.toml"),
        include_str!("../layouts/sub-principles-with-evidence.toml"),
        include_str!("../layouts/how-and-policies.toml"),
        include_str!("../layouts/protocol-with-action-plan.toml"),
        include_str!("../layouts/general.toml"),
    ]
    .into_iter()
    .map(|file| toml::from_str(file).expect("a valid layout"))
    .collect()
});

impl Layout {
    /// The built-in layouts, the most general last.
    pub(crate) fn built_in() -> &'static [Self] {
        &BUILT_IN
    }

    /// Reads a layout, written in TOML like the files under `layouts/`.
    ///
    /// # Errors
    /// - [`ExtractError::Layout`] where it is not TOML, has an unknown field, or a pattern that is not a regular
    ///   expression.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, ExtractError> {
        let refuse = |says: String| ExtractError::Layout { name: name.into(), says };
        let text = std::str::from_utf8(bytes).map_err(|error| refuse(format!("it is not UTF-8: {error}")))?;
        toml::from_str(text).map_err(|error| refuse(error.to_string().trim_end().to_owned()))
    }

    /// The column whose headings match a printed heading best.
    pub(crate) fn column(&self, printed: &str) -> Option<&ColumnRule> {
        let plain = plain(printed);
        if plain.is_empty() {
            return None;
        }
        let fits = |column: &ColumnRule| {
            let matched = column.pattern.as_ref().is_some_and(|pattern| pattern.0.is_match(printed.trim()));
            let named = column.headings.iter().map(|named| named.likeness(&plain)).max().unwrap_or(0);
            named.max(if matched { 100 } else { 0 })
        };
        let mut best: Option<(u8, &ColumnRule)> = None;
        for column in &self.columns {
            let fit = fits(column);
            if fit > best.map_or(0, |(fit, _)| fit) {
                best = Some((fit, column));
            }
        }
        best.map(|(_, column)| column)
    }

    /// The section a line opens.
    pub(crate) fn opened_by(&self, line: &str) -> Option<(&SectionRule, regex::Regex)> {
        let section = self
            .sections
            .iter()
            .find(|section| section.opens.as_ref().is_some_and(|pattern| pattern.0.is_match(line)))?;
        section.opens.as_ref().map(|pattern| (section, pattern.0.clone()))
    }

    /// The section a document begins with.
    pub(crate) fn first(&self) -> Option<&SectionRule> {
        self.sections.iter().find(|section| section.opens.is_none())
    }

    /// What a line means by its own words in a section.
    pub(crate) fn line(&self, words: &str, section: Option<&str>) -> Option<&LineRule> {
        self.lines.iter().find(|line| {
            let here = line.sections.is_empty()
                || section.is_some_and(|name| line.sections.iter().any(|one| one == name));
            here && line.matches.0.is_match(words)
        })
    }

    /// Which kind of nothing the words of a cell mean.
    pub(crate) fn nothing(&self, words: &str) -> Option<NoActionKind> {
        let words = words.trim().to_lowercase();
        let begins = |one: &NothingWords| one.begins.iter().any(|start| words.starts_with(start.as_str()));
        self.nothing.iter().find(|one| begins(one)).map(|one| one.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_layout_is_valid_and_has_its_own_name() {
        let names: std::collections::BTreeSet<&str> =
            Layout::built_in().iter().map(|layout| layout.name.as_str()).collect();
        assert_eq!(names.len(), Layout::built_in().len());
    }

    #[test]
    fn an_unknown_field_of_a_layout_is_reported_with_its_line() {
        let error = Layout::read(b"name = \"x\"\nheadins = 3\n", "mine.toml").unwrap_err().to_string();
        assert!(
            error.contains("mine.toml") && error.contains("line 2") && error.contains("headins"),
            "{error}"
        );
    }
}
