//! The columns of a table, recognised by their headings, whatever their order.

use governance_model::FinancialYear;
use serde::{Deserialize, Serialize};

use crate::cells::Part;
use crate::layout::{Column, Layout};
use crate::words::plain;

/// What the cells of a column, the items of a list or a line of its own mean.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Meaning {
    /// A principle of the framework, with its number and title.
    Principle,
    /// The title of a principle whose number was printed before.
    PrincipleTitle,
    /// A sub-principle (2016) or an aim (2007).
    SubPrinciple,
    /// A requirement.
    Requirement,
    /// The number of a principle, sub-principle or requirement in a column of its own.
    Reference,
    /// Why a principle matters.
    Rationale,
    /// What shows that an arrangement exists and works.
    Evidence,
    /// Work that goes on, without owner or date.
    FurtherWork,
    /// A score.
    Score,
    /// What an earlier plan said would be done.
    Plan,
    /// What was done of it.
    Progress,
    /// What shall be done.
    Action,
    /// Who answers for it.
    Owner,
    /// By when.
    Due,
    /// How it stands.
    Status,
    /// A post or body.
    Role,
    /// What a post or body does.
    Duty,
    /// A source of assurance.
    Assurance,
    /// What the annual governance statement shall do.
    StatementShall,
    /// A clause of a protocol.
    Clause,
    /// A word and what it means.
    Definition,
    /// A family of recommendations.
    Family,
    /// An outcome.
    Outcome,
    /// A recommendation.
    Recommendation,
    /// A meeting, by the body that met.
    Meeting,
    /// The day of a meeting.
    MeetingDate,
    /// The place of a meeting.
    Venue,
    /// Who was present.
    Present,
    /// A minute or an item of an agenda.
    Minute,
    /// The word that leads into resolutions.
    Resolved,
    /// What was resolved.
    Resolution,
    /// A document or guide that is named for reference.
    Guidance,
    /// The date of the document.
    Dated,
    /// Where the document stands in a larger paper.
    Position,
    /// The authority's name, on a line of its own.
    Authority,
    /// The title of the document.
    Title,
    /// A particular of the document, after its label.
    Particular,
    /// Prose that belongs to no arrangement.
    #[default]
    Passage,
    /// A heading that says what follows and nothing else.
    Heading,
}

/// A recognised column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Head<'l> {
    /// What its cells mean; none where no layout names its heading.
    pub(crate) column: Option<&'l Column>,
    /// What its cells mean where no heading says it.
    meant: Option<Meaning>,
    /// The heading as printed.
    pub(crate) words: String,
    /// The financial year the heading names.
    pub(crate) year: Option<FinancialYear>,
}

impl<'l> Head<'l> {
    /// Columns without a printed heading, whose meaning a section declares.
    pub(crate) fn meant(meanings: &'l [Meaning]) -> Vec<Self> {
        meanings
            .iter()
            .map(|means| Head { column: None, meant: Some(*means), words: String::new(), year: None })
            .collect()
    }

    pub(crate) fn means(&self) -> Option<Meaning> {
        self.meant.or_else(|| self.column.map(|column| column.means))
    }

    /// Whether all cells of the column have a shape of their own.
    pub(crate) fn is_shaped(&self) -> bool {
        self.column.is_some_and(|column| column.shape.is_some())
    }

    pub(crate) fn has_shape(&self, words: &str) -> bool {
        self.column.and_then(|column| column.shape.as_ref()).is_some_and(|shape| shape.0.is_match(words))
    }
}

/// The columns of a heading row, or none where the row is none: at least two of its cells, and more than half
/// of those that are not blank, must be headings that the layout names.
pub(crate) fn recognise<'l>(cells: &[Part<'_>], layout: &'l Layout) -> Option<Vec<Head<'l>>> {
    if cells.len() < 2 || cells.iter().any(|cell| cell.text.len() > 160) {
        return None;
    }
    let heads: Vec<Head<'l>> = cells
        .iter()
        .map(|cell| Head {
            column: layout.column(&cell.text),
            meant: None,
            words: cell.text.trim().to_owned(),
            year: year_in(&cell.text),
        })
        .collect();
    let known = heads.iter().filter(|head| head.column.is_some()).count();
    let filled = heads.iter().filter(|head| !head.words.is_empty()).count();
    (known >= 2 && known * 2 > filled).then_some(heads)
}

/// How well a printed heading fits one that a layout names, in per cent: the same words, words that hold or are
/// held by them, or words that differ by a slip.
pub(crate) fn likeness(printed: &str, named: &str) -> u8 {
    if printed == named {
        return 100;
    }
    let two_words = |words: &str| words.contains(' ');
    let begins = printed.strip_prefix(named).is_some_and(|rest| rest.starts_with(' '));
    if begins || (two_words(named) && holds(printed, named)) || (two_words(printed) && holds(named, printed))
    {
        return 90;
    }
    let (short, long) = (printed.len().min(named.len()), printed.len().max(named.len()));
    if short > 4 && long <= 80 && short * 5 >= long * 4 {
        return if strsim::normalized_damerau_levenshtein(printed, named) >= 0.84 { 80 } else { 0 };
    }
    0
}

/// Whether whole words of one text stand in another.
fn holds(whole: &str, part: &str) -> bool {
    whole.match_indices(part).any(|(at, _)| {
        let before = whole.get(..at).is_some_and(|text| text.is_empty() || text.ends_with(' '));
        let after = whole.get(at + part.len()..).is_some_and(|text| text.is_empty() || text.starts_with(' '));
        before && after
    })
}

pub(crate) fn heading(words: &str) -> String {
    plain(words)
}

/// The financial year that a heading or title names, as in "Improvement plans for 2009/10".
pub(crate) fn year_in(words: &str) -> Option<FinancialYear> {
    words
        .split(|one: char| !(one.is_ascii_digit() || "/-\u{2013}".contains(one)))
        .filter(|word| word.len() >= 7)
        .find_map(|word| word.replace('\u{2013}', "-").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_in_part_and_with_a_slip_and_not_by_one_common_word() {
        assert_eq!(likeness("source documents", "source documents"), 100);
        assert_eq!(likeness("demonstrating competence", "source documents demonstrating competence"), 90);
        assert_eq!(likeness("surce documents", "source documents"), 80);
        assert_eq!(likeness("documents", "source documents"), 0);
    }

    #[test]
    fn a_year_is_read_from_a_heading() {
        assert_eq!(
            year_in("Plans For 2009/10 assessment").map(|year| year.to_string()),
            Some("2009/10".into())
        );
        assert_eq!(year_in("Strategic Plan 2018-21"), None);
    }
}
