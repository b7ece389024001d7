//! Compares a file, page by page and part by part, with what its own data produce.

use std::collections::BTreeSet;

use crate::difference::{Difference, Note, TextDifference};
use crate::object_comparison::{self, Part};
use crate::other_version;
use crate::parsed_pdf::ParsedPdf;
use crate::tagged_text::TaggedText;
use crate::verdict::Verdict;
use crate::verification::Verification;
use crate::word_diff::word_differences;

/// The kind of difference to report.
type ToDifference = fn(TextDifference) -> Difference;
/// A text of a page, which is counted from 0.
type PageText = fn(&ParsedPdf<'_>, usize) -> String;
/// A text of a structure element.
type ElementText = fn(&TaggedText) -> &str;

/// The most text differences that are listed, inclusive.
const MAX_LISTED: usize = 50;
/// The most text differences that are looked for, inclusive: after them a text that differs counts as one.
const MAX_FOUND: usize = 500;

/// Compares two files, and gives the verdict if nothing differs.
pub(crate) fn compare(expected: &ParsedPdf<'_>, found: &ParsedPdf<'_>, out: &mut Verification) -> Verdict {
    let producer = |pdf: &ParsedPdf<'_>| pdf.information("Producer").unwrap_or_default();
    let (expected_producer, found_producer) = (producer(expected), producer(found));
    if let (Some(ours), Some(theirs)) = (version(&expected_producer), version(&found_producer))
        && ours != theirs
    {
        out.notes.push(Note::OtherVersion { found: theirs.into(), expected: ours.into() });
        other_version::compare(expected, found, out);
        let mut texts = TextDifferences::default();
        texts.compare_whole(expected, found);
        texts.report(out);
        return Verdict::WordsAgree;
    }
    let before = out.differences.len();
    compare_drawing(expected, found, out);
    if found_producer != expected_producer {
        if out.differences.len() > before && !found_producer.starts_with(&expected_producer) {
            let (found, expected) = (found_producer, expected_producer);
            out.differences.insert(before, Difference::Producer { found, expected });
        } else if out.differences.len() == before {
            out.notes.push(Note::SavedBy { producer: found_producer });
        }
    }
    Verdict::SavedAgain
}

/// The version of this library that a producer names; `None` if it names another program.
fn version(producer: &str) -> Option<&str> {
    let version = producer.strip_prefix("render-pdf ")?;
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '+');
    (version.len() <= 40
        && version.starts_with(|first: char| first.is_ascii_digit())
        && version.chars().all(plain))
    .then_some(version)
}

/// Compares what two files hold, page by page and part by part.
fn compare_drawing(expected: &ParsedPdf<'_>, found: &ParsedPdf<'_>, out: &mut Verification) {
    let mut texts = TextDifferences::default();
    if expected.page_count() == found.page_count() {
        (0..expected.page_count()).for_each(|page| texts.compare_page(page, expected, found));
    } else {
        out.push(Difference::PageCount { expected: expected.page_count(), found: found.page_count() });
        texts.compare_whole(expected, found);
    }
    let pages: BTreeSet<usize> = texts.0.iter().map(|(page, _)| *page).collect();
    let accessible = texts.0.iter().any(|(_, one)| matches!(one, Difference::AccessibleText(_)));
    texts.report(out);
    let attachments = out.differences.iter().any(|one| one.name().starts_with("attachment"));
    for (part, path) in object_comparison::differing(&expected.file, &found.file) {
        out.differences.extend(match part {
            Part::Drawing(page) => (!pages.contains(&page)).then_some(Difference::Drawing { page, path }),
            Part::Annotations(page) => Some(Difference::Annotations { page, path }),
            Part::Tags => (!accessible).then_some(Difference::Tags { path }),
            Part::Bookmarks => Some(Difference::Bookmarks { path }),
            Part::Metadata => Some(Difference::Metadata { path }),
            Part::Attachments => (!attachments).then_some(Difference::Part { path }),
            Part::Other => Some(Difference::Part { path }),
        });
    }
}

/// The differences of text so far, each with its page.
#[derive(Default)]
struct TextDifferences(Vec<(usize, Difference)>);

impl TextDifferences {
    fn compare_page(&mut self, page: usize, expected: &ParsedPdf<'_>, found: &ParsedPdf<'_>) {
        let kinds: [(PageText, ToDifference); 3] = [
            (|pdf, page| pdf.text(page), Difference::Text),
            (|pdf, page| pdf.artifact_text(page), Difference::ArtifactText),
            (|pdf, page| pdf.unmarked_text(page), Difference::UnmarkedText),
        ];
        let before = self.0.len();
        for (text, to_difference) in kinds {
            self.compare(&text(expected, page), &text(found, page), |_| page + 1, to_difference);
        }
        if self.0.len() == before {
            let accessible = |pdf: &ParsedPdf<'_>| {
                let here = pdf.tagged_texts.iter().filter(|tagged| tagged.page == page + 1);
                here.map(|tagged| tagged.actual_text.as_str()).collect::<Vec<_>>().join(" ")
            };
            self.compare(&accessible(expected), &accessible(found), |_| page + 1, Difference::AccessibleText);
        }
    }

    /// Compares all the text of two files in reading order: first that of the glyphs, then the accessible text. The
    /// list of contents is left out, since its page numbers depend on the layout.
    fn compare_whole(&mut self, expected: &ParsedPdf<'_>, found: &ParsedPdf<'_>) {
        let words = |pdf: &ParsedPdf<'_>, text: ElementText| -> Vec<(String, usize)> {
            let tagged_texts = pdf.tagged_texts.iter().filter(|tagged| !tagged.in_contents);
            tagged_texts
                .flat_map(|tagged| text(tagged).split_whitespace().map(|word| (word.to_owned(), tagged.page)))
                .collect()
        };
        let kinds: [(ElementText, ToDifference); 2] = [
            (|tagged| &tagged.glyph_text, Difference::Text),
            (|tagged| &tagged.actual_text, Difference::AccessibleText),
        ];
        for (text, to_difference) in kinds {
            let (expected, found) = (words(expected, text), words(found, text));
            let joined = |words: &[(String, usize)]| {
                words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
            };
            let last = found.last().map_or(1, |(_, page)| *page);
            let page = |at: usize| found.get(at).map_or(last, |(_, page)| *page);
            let before = self.0.len();
            self.compare(&joined(&expected), &joined(&found), page, to_difference);
            if self.0.len() > before {
                return;
            }
        }
    }

    fn compare(
        &mut self,
        expected: &str,
        found: &str,
        page: impl Fn(usize) -> usize,
        to_difference: ToDifference,
    ) {
        if expected == found {
            return;
        }
        let expected: Vec<&str> = expected.split_whitespace().collect();
        let found: Vec<&str> = found.split_whitespace().collect();
        let differences = word_differences(&expected, &found, MAX_FOUND.saturating_sub(self.0.len()).max(1));
        for one in differences {
            let page = page(one.at);
            let text = TextDifference { page, before: one.before, expected: one.expected, found: one.found };
            self.0.push((page, to_difference(text)));
        }
    }

    /// Reports them, up to the limit.
    fn report(self, out: &mut Verification) {
        let more = self.0.len().saturating_sub(MAX_LISTED);
        out.differences.extend(self.0.into_iter().take(MAX_LISTED).map(|(_, difference)| difference));
        if more > 0 {
            out.push(Difference::MoreText { more });
        }
    }
}
