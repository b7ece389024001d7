//! Recognition of the layout and the framework edition of a document.

use std::collections::BTreeMap;

use governance_model::FrameworkEdition;

use crate::columns::recognise;
use crate::error::Unrecognised;
use crate::layout::Layout;
use crate::meaning::Meaning;
use crate::part::{Line, Part};
use crate::printable::printable;

/// The layout that names most columns of the document's heading rows; among equals, one that knows the headings of its
/// principles, else the first.
pub(crate) fn layout_for<'l>(read: &[(u32, Line<'_>)], layouts: &[&'l Layout]) -> Option<&'l Layout> {
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut columns = vec![0; layouts.len()];
    let mut sections = vec![false; layouts.len()];
    for (_, line) in read {
        match line {
            Line::Row(cells) if cells.iter().all(|cell| cell.text.len() <= 160) => {
                let row = cells.iter().map(|cell| cell.text.trim()).collect::<Vec<_>>().join("\t");
                let counts =
                    known.entry(row).or_insert_with(|| layouts.iter().map(|one| heads(cells, one)).collect());
                for (sum, count) in columns.iter_mut().zip(counts) {
                    *sum += *count;
                }
            }
            Line::Prose(_, part) if part.text.len() <= 400 => {
                for (opened, layout) in sections.iter_mut().zip(layouts).filter(|(opened, _)| !**opened) {
                    let principle = layout.opened_by(part.text.trim());
                    *opened = principle.is_some_and(|(section, _)| section.means == Meaning::Principle);
                }
            }
            _ => {}
        }
    }
    let score = |index: usize| {
        let columns = columns.get(index).copied().unwrap_or(0);
        if columns == 0 {
            0
        } else {
            columns * 2 + usize::from(sections.get(index).is_some_and(|opened| *opened))
        }
    };
    let best = (0..layouts.len()).map(score).max().filter(|best| *best > 0)?;
    let first = (0..layouts.len()).find(|index| score(*index) == best)?;
    layouts.get(first).copied()
}

fn heads(cells: &[Part<'_>], layout: &Layout) -> usize {
    recognise(cells, layout).map_or(0, |heads| heads.iter().filter(|head| head.column.is_some()).count())
}

/// The rows that could be heading rows: short cells, each row once, at most eight.
pub(crate) fn possible_headings(read: &[(u32, Line<'_>)]) -> Vec<Unrecognised> {
    let mut seen: Vec<Unrecognised> = Vec::new();
    for (line, found) in read {
        let Line::Row(cells) = found else { continue };
        let short = cells.iter().all(|cell| cell.text.len() <= 80);
        let words = cells.iter().map(|cell| cell.text.trim()).collect::<Vec<_>>().join(" | ");
        if short && seen.len() < 8 && !seen.iter().any(|one| one.words == words) {
            seen.push(Unrecognised { line: *line, column: None, words: printable(&words).to_string() });
        }
    }
    seen
}

/// The framework edition by the numbering: letters for 2016, numbers for 2007; where that is ambiguous, 2016, which is
/// in force.
pub(crate) fn framework_of(read: &[(u32, Line<'_>)], layout: &Layout) -> FrameworkEdition {
    let (mut letters, mut numbers) = (0, 0);
    let mut count = |id: &str| {
        if id.starts_with(|one: char| ('A'..='G').contains(&one)) && id.len() <= 4 {
            letters += 1;
        } else {
            numbers += 1;
        }
    };
    for (_, line) in read {
        let words = match line {
            Line::Row(cells) => cells.first().map(|cell| cell.text.as_str()),
            Line::Prose(_, part) => {
                if let Some((_, pattern)) = layout.opened_by(part.text.trim())
                    && let Some(id) = pattern.captures(part.text.trim()).and_then(|found| found.name("id"))
                {
                    count(id.as_str());
                }
                None
            }
            Line::Blank => None,
        };
        let id = words.zip(layout.rows.id.as_ref()).and_then(|(words, id)| id.0.captures(words)?.name("id"));
        if let Some(id) = id.filter(|id| id.as_str().len() > 1) {
            count(id.as_str());
        }
    }
    if numbers > letters { FrameworkEdition::CipfaSolace2007 } else { FrameworkEdition::CipfaSolace2016 }
}
