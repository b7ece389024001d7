//! The pages of a file, beside those that its data make.

use std::collections::BTreeSet;

use crate::difference::{Difference, Note, Words};
use crate::parts::{self, Part};
use crate::reading::Reading;
use crate::tags::Passage;
use crate::verification::Verification;
use crate::words::partings;

/// How words that differ are told.
type Tell = fn(Words) -> Difference;
/// Words on a page, from 0.
type OfPage = fn(&Reading, usize) -> String;
/// Words of a passage.
type OfPassage = fn(&Passage) -> &str;

/// The most places are listed in which words differ.
const MOST_PLACES: usize = 50;

/// Compares pages and everything else in two files.
pub(crate) fn compare(ours: &Reading, read: &Reading, out: &mut Verification) {
    let producer = |reading: &Reading| reading.information("Producer").unwrap_or_default();
    let (ours_by, read_by) = (producer(ours), producer(read));
    let mut told = Told::default();
    if ours_by != read_by {
        out.notes.push(Note::OtherProducer { read: read_by, ours: ours_by });
        text(ours, read, &mut told);
        return told.into(out);
    }
    if ours.pages() == read.pages() {
        (0..ours.pages()).for_each(|page| told.page(page, ours, read));
    } else {
        out.differs(Difference::Pages { expected: ours.pages(), read: read.pages() });
        text(ours, read, &mut told);
    }
    let pages: BTreeSet<usize> = told.words.iter().map(|(page, _)| *page).collect();
    let heard = told.words.iter().any(|(_, difference)| matches!(difference, Difference::WordsHeard(_)));
    told.into(out);
    let carried = out.differences.iter().any(|one| one.name().starts_with("attachment"));
    for (part, at) in parts::differing(&ours.file, &read.file) {
        out.differences.extend(match part {
            Part::Drawing(page) => (!pages.contains(&page)).then_some(Difference::Drawing { page, at }),
            Part::Annotations(page) => Some(Difference::Annotations { page, at }),
            Part::Tags => (!heard).then_some(Difference::Tags { at }),
            Part::Bookmarks => Some(Difference::Bookmarks { at }),
            Part::Metadata => Some(Difference::Metadata { at }),
            Part::Attachments => (!carried).then_some(Difference::Part { at }),
            Part::Other => Some(Difference::Part { at }),
        });
    }
    let more = parts::hidden(&read.file).saturating_sub(parts::hidden(&ours.file));
    if more > 0 {
        out.differs(Difference::HiddenObjects { more });
    }
}

/// Where words differ, with the pages.
#[derive(Default)]
struct Told {
    words: Vec<(usize, Difference)>,
}

impl Told {
    fn page(&mut self, page: usize, ours: &Reading, read: &Reading) {
        let kinds: [(OfPage, Tell); 3] = [
            (Reading::text, Difference::Words),
            (Reading::beside, Difference::WordsBeside),
            (Reading::unmarked, Difference::WordsUnmarked),
        ];
        let before = self.words.len();
        for (of, told) in kinds {
            self.differing(&of(ours, page), &of(read, page), |_| page + 1, told);
        }
        if self.words.len() == before {
            let heard = |reading: &Reading| {
                let here = reading.passages.iter().filter(|passage| passage.page == page + 1);
                here.map(|passage| passage.heard.as_str()).collect::<Vec<_>>().join(" ")
            };
            self.differing(&heard(ours), &heard(read), |_| page + 1, Difference::WordsHeard);
        }
    }

    fn differing(&mut self, expected: &str, read: &str, page: impl Fn(usize) -> usize, told: Tell) {
        if expected == read {
            return;
        }
        let expected: Vec<&str> = expected.split_whitespace().collect();
        let read: Vec<&str> = read.split_whitespace().collect();
        for parting in partings(&expected, &read) {
            let page = page(parting.at);
            let words =
                Words { page, before: parting.before, expected: parting.expected, read: parting.read };
            self.words.push((page, told(words)));
        }
    }

    /// Lists them, up to a number.
    fn into(self, out: &mut Verification) {
        let more = self.words.len().saturating_sub(MOST_PLACES);
        out.differences.extend(self.words.into_iter().take(MOST_PLACES).map(|(_, difference)| difference));
        if more > 0 {
            out.differs(Difference::MoreWords { more });
        }
    }
}

/// Compares the text of two files in the order of their tags, as one run: what is drawn and what is heard. The list
/// of contents is left out, since its numbers follow the layout.
fn text(ours: &Reading, read: &Reading, told: &mut Told) {
    let run = |reading: &Reading, of: OfPassage| -> Vec<(String, usize)> {
        let passages = reading.passages.iter().filter(|passage| !passage.in_contents);
        passages
            .flat_map(|passage| of(passage).split_whitespace().map(|word| (word.to_owned(), passage.page)))
            .collect()
    };
    let layers: [(OfPassage, Tell); 2] =
        [(|passage| &passage.seen, Difference::Words), (|passage| &passage.heard, Difference::WordsHeard)];
    for (of, kind) in layers {
        let (expected, found) = (run(ours, of), run(read, of));
        let joined =
            |run: &[(String, usize)]| run.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
        let last = found.last().map_or(1, |(_, page)| *page);
        let page = |at: usize| found.get(at).map_or(last, |(_, page)| *page);
        let before = told.words.len();
        told.differing(&joined(&expected), &joined(&found), page, kind);
        if told.words.len() > before {
            return;
        }
    }
}
