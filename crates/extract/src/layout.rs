//! Layouts: what differs between the papers of councils, declared as data.
//!
//! A layout says which heading means what, how identifiers look, how cells hold items, which lines open a
//! section and what stands in it, and which words mean that nothing is planned. It is found by the headings of
//! the document's own tables. The shipped layouts are the files under `layouts/`; a caller may add more.

use std::sync::LazyLock;

use governance_model::{FrameworkEdition, NothingKind};
use regex::Regex;
use serde::{Deserialize, Deserializer, de};

use crate::columns::{Meaning, heading, likeness};
use crate::error::ExtractError;
use crate::items::Split;

/// A declared layout of a local code.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Layout {
    /// What the report calls it.
    pub(crate) name: String,
    /// The framework edition of documents in this layout; found by the numbering where it is not given.
    pub(crate) framework: Option<FrameworkEdition>,
    #[serde(default)]
    pub(crate) rows: Rows,
    #[serde(default, rename = "column")]
    pub(crate) columns: Vec<Column>,
    #[serde(default, rename = "section")]
    pub(crate) sections: Vec<Section>,
    #[serde(default, rename = "line")]
    pub(crate) lines: Vec<Line>,
    #[serde(default, rename = "fact")]
    pub(crate) facts: Vec<Fact>,
    #[serde(default, rename = "noise")]
    pub(crate) noise: Vec<NoiseLine>,
    /// Labels of particulars in rows of two cells, and what each is of.
    #[serde(default)]
    pub(crate) particulars: Vec<Particular>,
    #[serde(default)]
    pub(crate) nothing: Vec<NothingWords>,
    /// The scale of scores where no heading gives it: the worst and the best, inclusive.
    #[serde(default)]
    pub(crate) scale: Option<(u8, u8)>,
}

/// How the rows of the layout's tables are told apart.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Rows {
    #[serde(default)]
    pub(crate) begins: Begins,
    /// How identifiers look at the beginning of a key cell; `id` is captured.
    #[serde(default)]
    pub(crate) id: Option<Pattern>,
    /// A column that has exactly one cell in each row, so that a part without it is a piece of a row.
    #[serde(default)]
    pub(crate) once: Option<Meaning>,
    /// A key cell that marks the rest of a row broken over pages; `id` is captured.
    #[serde(default)]
    pub(crate) continued: Option<Pattern>,
    /// What divides the title of a principle from its aims in one cell.
    #[serde(default)]
    pub(crate) title_ends: Option<char>,
    /// How aims begin that are run together in a principle's cell.
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

/// A column, by the headings it may have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Column {
    pub(crate) means: Meaning,
    #[serde(default)]
    headings: Vec<Heading>,
    /// A pattern for headings that carry a number, with `id` captured.
    #[serde(default)]
    pub(crate) pattern: Option<Pattern>,
    #[serde(default)]
    pub(crate) split: Split,
    /// How all cells of the column look, where that tells them from the cells of others.
    #[serde(default)]
    pub(crate) shape: Option<Pattern>,
}

#[derive(Clone, Debug)]
struct Heading(String);

impl<'de> Deserialize<'de> for Heading {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|words| Self(heading(&words)))
    }
}

/// A part of the document, from the line that opens it to the line that opens the next.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Section {
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// The line that opens it; none for the section the document begins with.
    #[serde(default)]
    pub(crate) opens: Option<Pattern>,
    /// What the opening line itself means.
    #[serde(default = "as_heading")]
    pub(crate) means: Meaning,
    /// What the columns of its tables mean where no heading row says it.
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
    /// Why the whole section is left out, where it is.
    #[serde(default)]
    pub(crate) noise: Option<String>,
}

const fn as_heading() -> Meaning {
    Meaning::Heading
}

/// A line that means something by its own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Line {
    pub(crate) matches: Pattern,
    pub(crate) means: Meaning,
    /// The sections in which it does; everywhere where none is named.
    #[serde(default, rename = "in")]
    sections: Vec<String>,
}

/// Words inside a paragraph that tell a fact of the document; `is` is captured, once or several times.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Fact {
    pub(crate) finds: Pattern,
    pub(crate) tells: Tells,
}

/// What a fact or a particular is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Tells {
    PreparedBy,
    ApprovedBy,
    CertifiedBy,
    ReviewCycle,
    LeadOfficer,
    Department,
    Dated,
    Contact,
}

/// A line that is left out, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NoiseLine {
    pub(crate) matches: Pattern,
    pub(crate) because: String,
}

/// A label in the first of two cells, and what the second is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Particular {
    pub(crate) label: String,
    pub(crate) tells: Tells,
}

/// Words that say that nothing is planned, and which kind of nothing they mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NothingWords {
    pub(crate) kind: NothingKind,
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

#[allow(clippy::expect_used, reason = "layouts of our own, read by a test")]
static SHIPPED: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    [
        include_str!("../layouts/requirements-with-further-work.toml"),
        include_str!("../layouts/scored-requirements.toml"),
        include_str!("../layouts/sub-principles-with-evidence.toml"),
        include_str!("../layouts/how-and-policies.toml"),
        include_str!("../layouts/protocol-with-action-plan.toml"),
        include_str!("../layouts/general.toml"),
    ]
    .into_iter()
    .map(|file| toml::from_str(file).expect("a layout of our own"))
    .collect()
});

impl Layout {
    /// The layouts inside the crate, the one that fits any table last.
    pub(crate) fn shipped() -> &'static [Self] {
        &SHIPPED
    }

    /// Reads a layout, written in TOML like the files under `layouts/`.
    ///
    /// # Errors
    /// - [`ExtractError::Layout`] where it is no TOML, has a field we do not know, or a pattern that is no regular
    ///   expression.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, ExtractError> {
        let refuse = |says: String| ExtractError::Layout { name: name.into(), says };
        let text = std::str::from_utf8(bytes).map_err(|error| refuse(format!("it is not UTF-8: {error}")))?;
        toml::from_str(text).map_err(|error| refuse(error.to_string().trim_end().to_owned()))
    }

    /// The column whose headings a printed heading fits best.
    pub(crate) fn column(&self, printed: &str) -> Option<&Column> {
        let plain = heading(printed);
        if plain.is_empty() {
            return None;
        }
        let fits = |column: &Column| {
            let matched = column.pattern.as_ref().is_some_and(|pattern| pattern.0.is_match(printed.trim()));
            let named = column.headings.iter().map(|named| likeness(&plain, &named.0)).max().unwrap_or(0);
            named.max(if matched { 100 } else { 0 })
        };
        let mut best: Option<(u8, &Column)> = None;
        for column in &self.columns {
            let fit = fits(column);
            if fit > best.map_or(0, |(fit, _)| fit) {
                best = Some((fit, column));
            }
        }
        best.map(|(_, column)| column)
    }

    /// The section a line opens.
    pub(crate) fn opened_by(&self, line: &str) -> Option<(&Section, regex::Regex)> {
        let section = self
            .sections
            .iter()
            .find(|section| section.opens.as_ref().is_some_and(|pattern| pattern.0.is_match(line)))?;
        section.opens.as_ref().map(|pattern| (section, pattern.0.clone()))
    }

    /// The section a document begins with.
    pub(crate) fn first(&self) -> Option<&Section> {
        self.sections.iter().find(|section| section.opens.is_none())
    }

    /// What a line means by its own words in a section.
    pub(crate) fn line(&self, words: &str, section: Option<&str>) -> Option<&Line> {
        self.lines.iter().find(|line| {
            let here = line.sections.is_empty()
                || section.is_some_and(|name| line.sections.iter().any(|one| one == name));
            here && line.matches.0.is_match(words)
        })
    }

    /// Which kind of nothing the words of a cell mean.
    pub(crate) fn nothing(&self, words: &str) -> Option<NothingKind> {
        let words = words.trim().to_lowercase();
        let begins = |one: &NothingWords| one.begins.iter().any(|start| words.starts_with(start.as_str()));
        self.nothing.iter().find(|one| begins(one)).map(|one| one.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_layout_reads_and_has_its_own_name() {
        let names: std::collections::BTreeSet<&str> =
            Layout::shipped().iter().map(|layout| layout.name.as_str()).collect();
        assert_eq!(names.len(), Layout::shipped().len());
    }

    #[test]
    fn a_layout_with_a_field_we_do_not_know_is_refused_with_its_line() {
        let error = Layout::read(b"name = \"x\"\nheadins = 3\n", "mine.toml").unwrap_err().to_string();
        assert!(
            error.contains("mine.toml") && error.contains("line 2") && error.contains("headins"),
            "{error}"
        );
    }
}
