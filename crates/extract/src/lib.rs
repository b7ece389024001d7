//! Text of a council's local code of governance, read into a [`LocalCode`].
//!
//! One way for every paper: lines and cells, rows put together again, columns known by their headings, items,
//! the local code. What differs between councils is a [`Layout`], which is data. Every line of the input has a
//! fate in the [`ExtractReport`], every leaf of the local code its place, its raw words and how sure the
//! reading is.
//!
//! ```
//! let paper = "Local Code 2021/22\n\n\
//!     Principle A: Behaving with integrity\n\n\
//!     Sub-principle\tEvidence\n\
//!     Behaving with integrity\t\u{2022} A code of conduct. \u{2022} A register of gifts.\n";
//! let read = extract::local_code(paper.as_bytes(), "paper.txt")?;
//! assert_eq!(read.code.evidence().count(), 2);
//! assert_eq!(read.report.fates.values().sum::<usize>(), read.report.lines);
//! # Ok::<(), extract::ExtractError>(())
//! ```

mod account;
mod authority;
mod cell;
mod cells;
mod citations;
mod code;
mod columns;
mod dates;
mod error;
mod items;
mod layout;
mod noise;
mod requirements;
mod rows;
mod summary;
mod words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use governance_model::{DocumentId, FrameworkEdition, LocalCode};

pub use account::{ExtractReport, Fate, Noise};
pub use columns::Meaning;
pub use error::{ExtractError, Unrecognised};
pub use layout::Layout;
pub use summary::Summary;

use account::{Account, printable};
use cells::{Line, Part};
use code::Code;
use items::Openings;
use rows::Reader;

/// A local code read from text, and the account of the reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Extraction {
    /// The local code.
    pub code: LocalCode,
    /// What became of every line.
    pub report: ExtractReport,
}

/// Reads the text of a local code by the layouts inside the crate. `name` is what errors and provenance call
/// the document, such as its file name.
///
/// # Errors
/// - [`ExtractError::Empty`], [`ExtractError::TooLarge`] (64 MiB), [`ExtractError::LongLine`] (1 MiB),
///   [`ExtractError::Binary`] and [`ExtractError::Encoding`] for bytes that are no text of a document;
/// - [`ExtractError::LongCell`] for a cell of more than 20,000 characters with its continuations;
/// - [`ExtractError::NotRecognised`] where no table of it is one that a layout knows.
pub fn local_code(bytes: &[u8], name: &str) -> Result<Extraction, ExtractError> {
    local_code_with(bytes, name, &[])
}

/// Reads the text of a local code by layouts of the caller's own, and those inside the crate after them.
///
/// # Errors
/// - as [`local_code`].
pub fn local_code_with(bytes: &[u8], name: &str, own: &[Layout]) -> Result<Extraction, ExtractError> {
    let lines = cells::lines(bytes, name)?;
    let layouts: Vec<&Layout> = own.iter().chain(Layout::shipped()).collect();
    let mut account = Account::of(lines.len());
    let read = cells::read(&lines, &layouts, &mut account);
    let layout = chosen(&read, &layouts)
        .ok_or_else(|| ExtractError::NotRecognised { name: name.into(), seen: possible_headings(&read) })?;
    let framework = layout.framework.unwrap_or_else(|| framework_of(&read, layout));
    let document = document_id(name);
    let mut code = Code::new(layout, framework, document.clone(), openings(&read));
    Reader::new(layout, &mut code, &mut account).read(read);
    if let Some((line, column, length)) = account.long_cell {
        let name = name.into();
        return Err(ExtractError::LongCell {
            name,
            line,
            column,
            length,
            most: governance_model::Text::MOST,
        });
    }
    let authority = authority::of(&lines, code.printed_authority(), &document);
    let citations = citations::of(&lines, &document);
    Ok(Extraction { code: code.finish(authority, citations), report: account.close(&layout.name, &lines) })
}

/// The layout that knows most columns of the document's heading rows; of those that know as many, one that knows
/// the headings of its principles, else the first.
fn chosen<'l>(read: &[(u32, Line<'_>)], layouts: &[&'l Layout]) -> Option<&'l Layout> {
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
    columns::recognise(cells, layout)
        .map_or(0, |heads| heads.iter().filter(|head| head.column.is_some()).count())
}

/// The rows that could be heading rows: short cells, each row once, at most eight.
fn possible_headings(read: &[(u32, Line<'_>)]) -> Vec<Unrecognised> {
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

/// The framework edition by the numbering: letters are of 2016, numbers of 2007. Ambiguous papers are of 2016,
/// which is in force.
fn framework_of(read: &[(u32, Line<'_>)], layout: &Layout) -> FrameworkEdition {
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

/// What begins an item somewhere for certain: a cell, or a sentence in it.
fn openings(read: &[(u32, Line<'_>)]) -> Openings {
    let mut openings = Openings::default();
    for (_, line) in read {
        let Line::Row(cells) = line else { continue };
        for cell in cells {
            openings.learn(&cell.text, true);
        }
    }
    openings
}

/// What provenance calls the document: its name without folder and ending, as far as an identifier may hold it.
fn document_id(name: &str) -> DocumentId {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let kept: String =
        stem.chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '-' }).take(64).collect();
    DocumentId::new(kept).unwrap_or_else(|_| PAPER.clone())
}

#[allow(clippy::expect_used, reason = "an identifier of our own, used by a test")]
static PAPER: LazyLock<DocumentId> = LazyLock::new(|| DocumentId::new("paper").expect("an identifier"));
