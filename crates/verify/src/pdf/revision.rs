//! The revisions of a file: as it was first written, and each incremental update (ISO 32000-1:2008, 7.5.6).

use std::ops::Range;

use memchr::memmem;

use super::budget::Budget;
use super::cross_reference::Section;
use super::fault::{Faults, Place};
use super::lexer::Lexer;
use crate::error::PdfError;

/// The most revisions of a file, inclusive.
const MAX_REVISIONS: usize = 64;

/// A revision.
pub(super) struct Revision {
    /// Its bytes.
    pub(super) region: Range<usize>,
    /// Its cross-reference sections, the one that is read first in front. A linearized file has two.
    pub(super) sections: Vec<Section>,
    /// The bytes of its last lines, from `startxref` on.
    pub(super) tail: Range<usize>,
}

/// The last lines of a revision: where its cross-reference section is, and which bytes they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    section: usize,
    span: Range<usize>,
}

/// The revisions of a file, the first in front.
///
/// # Errors
/// - [`PdfError::Malformed`] if it has no end or no cross-reference section.
pub(super) fn revisions(
    bytes: &[u8],
    tails: &[Tail],
    faults: &Faults,
    budget: &Budget,
) -> Result<Vec<Revision>, PdfError> {
    let malformed = |message: &str| PdfError::Malformed { message: message.into() };
    let within = tails.iter().take_while(|tail| tail.span.end <= bytes.len()).count();
    let mut tails = tails.get(..within).unwrap_or_default();
    let Some((mut tail, earlier)) = tails.split_last() else {
        return Err(malformed("it has no end-of-file marker"));
    };
    tails = earlier;
    let mut revisions = Vec::new();
    loop {
        let section = Section::read(bytes, tail.section, budget)
            .map_err(|error| malformed(&format!("{} (byte {})", error.message, error.offset)))?;
        let prev = section.trailer.get("Prev").as_count();
        let before = prev.and_then(|prev| {
            tails.iter().rposition(|tail| tail.section == prev && tail.span.end <= section.span.start)
        });
        let start = before.and_then(|index| tails.get(index)).map_or(0, |before| before.span.end);
        let mut sections = vec![section];
        if let (Some(prev), None) = (prev, before) {
            match Section::read(bytes, prev, budget) {
                Ok(main) if main.trailer.contains(b"Prev") => {
                    faults.push(Place::Byte(prev), "a third cross-reference section");
                }
                Ok(main) => sections.push(main),
                Err(error) => faults.push(Place::Byte(error.offset), error.message),
            }
        }
        revisions.push(Revision { region: start..tail.span.end, sections, tail: tail.span.clone() });
        let Some((earlier, rest)) = before.and_then(|index| tails.get(..=index)?.split_last()) else { break };
        if revisions.len() == MAX_REVISIONS {
            faults.push(Place::Byte(tail.section), "more updates than are read");
            break;
        }
        (tail, tails) = (earlier, rest);
    }
    revisions.reverse();
    Ok(revisions)
}

/// Every place that reads as the last lines of a revision: each on a line of its own, as every program writes them.
pub(super) fn tails(bytes: &[u8]) -> Vec<Tail> {
    let keyword = b"startxref";
    memmem::find_iter(bytes, keyword)
        .filter_map(|start| {
            let mut lexer = Lexer::new(bytes, start + keyword.len());
            let section = lexer.take_line_end().then(|| lexer.digits())??;
            let ended = lexer.take_line_end() && lexer.take(b"%%EOF");
            lexer.take_line_end();
            ended.then(|| Tail { section, span: start..lexer.position() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_are_found_wherever_they_are_on_lines_of_their_own() {
        let found =
            tails(b"startxref\n7\n%%EOF\nstartxref\r\n12\r\n%%EOF\r\nstartxref x %%EOF startxref 7\n%%EOF");
        let found: Vec<_> = found.into_iter().map(|tail| (tail.section, tail.span)).collect();
        assert_eq!(found, [(7, 0..18), (12, 18..40)]);
    }
}
