//! Text of several styles, shaped into glyphs and broken into lines.

use std::ops::Range;
use std::rc::Rc;

use ags_document::white_space::is_space;
use unicode_linebreak::linebreaks;

use super::display_list::{Annotation, ContentTag, Control, ControlKind, DrawOp, Fragment, Point, Rect, Run};
use crate::font::{self, Face, Glyph, Shaper};
use crate::structure::{ContentId, ElementId};
use crate::style::{self, Colour, TextStyle};

/// The text of one paragraph, shaped but not yet broken into lines.
pub(super) struct ShapedText {
    style: TextStyle,
    text: String,
    glyphs: Vec<Glyph>,
    spans: Vec<StyledSpan>,
}

/// The style of a run of text, and what it belongs to.
#[derive(Clone)]
pub(super) struct RunStyle {
    pub(super) face: Face,
    pub(super) colour: Colour,
    pub(super) tag: ContentTag,
    pub(super) link: Option<(ElementId, Rc<Control>)>,
}

impl RunStyle {
    /// Text under a tag.
    pub(super) fn new(style: TextStyle, tag: ContentTag) -> Self {
        Self { face: style.face, colour: style.colour, tag, link: None }
    }

    /// Text of the document.
    pub(super) fn for_content(style: TextStyle, content: ContentId) -> Self {
        Self::new(style, ContentTag::Content(content))
    }
}

struct StyledSpan {
    /// The index of the glyph after its last.
    end: usize,
    run_style: RunStyle,
}

/// One line, positioned as if its upper left corner were that of the page.
pub(super) struct Line {
    pub(super) fragments: Vec<Fragment>,
    pub(super) annotations: Vec<Annotation>,
    /// Without trailing space.
    pub(super) width: f32,
}

impl ShapedText {
    pub(super) fn new(style: TextStyle) -> Self {
        Self { style, text: String::new(), glyphs: Vec::new(), spans: Vec::new() }
    }

    /// Adds text. Each run of white space becomes one space, and none at the beginning; a no-break space stays.
    pub(super) fn push(&mut self, shaper: &mut Shaper, words: &str, run_style: RunStyle) {
        let mut rest = words;
        while let Some(first) = rest.chars().next() {
            let spaces = is_space(first);
            let length = rest.find(|letter| is_space(letter) != spaces).unwrap_or(rest.len());
            let (chunk, after) = rest.split_at(length);
            if !spaces {
                self.word(shaper, run_style.face, chunk);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.word(shaper, run_style.face, " ");
            }
            rest = after;
        }
        self.spans.push(StyledSpan { end: self.glyphs.len(), run_style });
    }

    fn word(&mut self, shaper: &mut Shaper, face: Face, word: &str) {
        let start = self.text.len();
        self.text.push_str(word);
        let glyphs = shaper.word(face, word);
        self.glyphs.extend(glyphs.iter().map(|glyph| Glyph { start: start + glyph.start, ..*glyph }));
    }

    /// The width of the widest unbreakable part: a word, or a section of a word wider than `long`.
    pub(super) fn widest_word(&self, long: f32) -> f32 {
        let long = self.thousandths(long);
        let least = |word: Range<usize>| match self.trimmed_width(word.clone()) {
            trimmed if trimmed <= long => trimmed,
            _ => self.sections(word).map(|section| self.trimmed_width(section)).max().unwrap_or(0),
        };
        self.points(self.words().map(least).max().unwrap_or(0))
    }

    /// The width of all the text on one line.
    pub(super) fn length(&self) -> f32 {
        self.points(self.trimmed_width(0..self.glyphs.len()))
    }

    /// Breaks the text into lines no wider than `width`, at the left of a page.
    ///
    /// A word wider than a line is broken after the punctuation of an address and, where that is not enough, between
    /// letters, with nothing added.
    pub(super) fn lines(&self, width: f32) -> Vec<Line> {
        self.breaks(width).into_iter().map(|range| self.line(range)).collect()
    }

    /// The glyphs of each line.
    fn breaks(&self, width: f32) -> Vec<Range<usize>> {
        let most = self.thousandths(width);
        let mut lines = Vec::new();
        let mut line = LineBuilder::default();
        for word in self.words() {
            let (trimmed, all) = (self.trimmed_width(word.clone()), self.width(word.clone()));
            if line.width + trimmed > most && line.start < word.start {
                lines.push(line.end_at(word.start));
            }
            if trimmed <= most {
                line.width += all;
                continue;
            }
            for part in self.parts(word, most) {
                let (trimmed, all) = (self.trimmed_width(part.clone()), self.width(part.clone()));
                if line.width + trimmed > most && line.start < part.start {
                    lines.push(line.end_at(part.start));
                }
                line.width += all;
            }
        }
        if line.start < self.glyphs.len() {
            lines.push(line.end_at(self.glyphs.len()));
        }
        lines
    }

    /// The glyphs of each word, with the space after it.
    fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        linebreaks(&self.text).filter_map(move |(at, _)| {
            let length = self.glyphs.get(start..)?.iter().take_while(|glyph| glyph.start < at).count();
            let word = start..start + length;
            start = word.end;
            (length > 0).then_some(word)
        })
    }

    /// The glyphs of each part of a word wider than a line: its sections, or the clusters of a section that is still
    /// too wide.
    fn parts(&self, word: Range<usize>, most: i64) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        for section in self.sections(word) {
            if self.trimmed_width(section.clone()) <= most {
                parts.push(section);
            } else {
                parts.extend(self.clusters(section));
            }
        }
        parts
    }

    /// The glyphs of each section of a word, as in an address: each ends with its punctuation.
    fn sections(&self, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut next = word.start;
        std::iter::from_fn(move || {
            let start = next;
            let rest = self.glyphs.get(start..word.end).filter(|rest| !rest.is_empty())?;
            let mut pairs = rest.iter().zip(rest.iter().skip(1));
            let last = pairs.position(|(one, after)| self.breaks_after(one) && !self.breaks_after(after));
            next += last.map_or(rest.len(), |last| last + 1);
            Some(start..next)
        })
    }

    fn breaks_after(&self, glyph: &Glyph) -> bool {
        self.text.as_bytes().get(glyph.start).is_some_and(|letter| b"/.-_?&=".contains(letter))
    }

    /// The glyphs of each cluster of a word.
    fn clusters(&self, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut next = word.start;
        std::iter::from_fn(move || {
            let start = next;
            let cluster = self.glyphs.get(start..word.end)?;
            let first = cluster.first()?;
            next += cluster.iter().take_while(|glyph| glyph.start == first.start).count();
            Some(start..next)
        })
    }

    fn width(&self, range: Range<usize>) -> i64 {
        self.glyphs.get(range).unwrap_or_default().iter().map(|glyph| i64::from(glyph.advance)).sum()
    }

    /// The width without trailing space.
    fn trimmed_width(&self, range: Range<usize>) -> i64 {
        let glyphs = self.glyphs.get(range).unwrap_or_default();
        let spaces = glyphs.iter().rev().take_while(|glyph| self.is_space_at(glyph.start)).count();
        let trimmed = glyphs.get(..glyphs.len() - spaces).unwrap_or_default();
        trimmed.iter().map(|glyph| i64::from(glyph.advance)).sum()
    }

    fn is_space_at(&self, start: usize) -> bool {
        self.text.as_bytes().get(start) == Some(&b' ')
    }

    fn line(&self, range: Range<usize>) -> Line {
        let width = self.points(self.trimmed_width(range.clone()));
        let mut line = Line { fragments: Vec::new(), annotations: Vec::new(), width };
        let baseline = self.baseline();
        let mut start = range.start;
        let mut x = 0.0;
        let first = self.spans.partition_point(|span| span.end <= range.start);
        for span in self.spans.get(first..).unwrap_or_default() {
            let end = span.end.min(range.end);
            if start < end {
                let run = self.run(start..end, &span.run_style, Point { x, y: baseline });
                self.add(&mut line, run, &span.run_style, self.points(self.trimmed_width(start..end)));
                x += self.points(self.width(start..end));
                start = end;
            }
            if span.end >= range.end {
                break;
            }
        }
        line
    }

    /// Adds a run to a line, with the underline and the annotation of a link.
    fn add(&self, line: &mut Line, run: Run, run_style: &RunStyle, width: f32) {
        let at = run.at;
        let mut ops = vec![DrawOp::Text(run)];
        if let Some((element, link)) = &run_style.link {
            match line.annotations.last_mut() {
                Some(last) if last.element == *element => last.rect.width = at.x + width - last.rect.x,
                _ => {
                    let rect = Rect { x: at.x, y: 0.0, width, height: self.style.leading };
                    line.annotations.push(Annotation { element: *element, rect, control: Rc::clone(link) });
                }
            }
            if matches!(link.kind, ControlKind::Uri(_)) {
                let underline = Rect { x: at.x, y: at.y + 1.6, width, height: style::HAIRLINE };
                ops.push(DrawOp::Fill(underline, run_style.colour));
            }
        }
        match line.fragments.last_mut() {
            Some(last) if last.tag == run_style.tag => last.ops.append(&mut ops),
            _ => line.fragments.push(Fragment { tag: run_style.tag, ops }),
        }
    }

    fn run(&self, range: Range<usize>, run_style: &RunStyle, at: Point) -> Run {
        let glyphs = self.glyphs.get(range.clone()).unwrap_or_default();
        let start = glyphs.first().map_or(0, |glyph| glyph.start);
        let end = self.glyphs.get(range.end).map_or(self.text.len(), |glyph| glyph.start);
        Run {
            face: run_style.face,
            size: self.style.size,
            colour: run_style.colour,
            at,
            text: self.text.get(start..end).unwrap_or_default().into(),
            glyphs: glyphs.iter().map(|glyph| Glyph { start: glyph.start - start, ..*glyph }).collect(),
        }
    }

    /// From the top of a line to its baseline; the extra leading is divided equally between above and below.
    pub(super) fn baseline(&self) -> f32 {
        let TextStyle { size, leading, .. } = self.style;
        (leading - (font::ASCENT + font::DESCENT) * size) / 2.0 + font::ASCENT * size
    }

    fn points(&self, thousandths: i64) -> f32 {
        font::points(thousandths, self.style.size)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a cast from float to integer saturates")]
    fn thousandths(&self, points: f32) -> i64 {
        (points * 1000.0 / self.style.size) as i64
    }
}

/// The line that is being filled.
#[derive(Default)]
struct LineBuilder {
    start: usize,
    width: i64,
}

impl LineBuilder {
    /// Ends the line and begins the next.
    fn end_at(&mut self, end: usize) -> Range<usize> {
        let line = self.start..end;
        *self = Self { start: end, width: 0 };
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::fonts;
    use crate::style::BODY;

    fn shaped(words: &str) -> ShapedText {
        let mut text = ShapedText::new(BODY);
        let mut shaper = Shaper::new(fonts().unwrap());
        text.push(&mut shaper, words, RunStyle::for_content(BODY, ContentId(0)));
        text
    }

    fn texts(shaped: &ShapedText, width: f32) -> Vec<String> {
        let text = |op: &DrawOp| match op {
            DrawOp::Text(run) => run.text.to_string(),
            _ => String::new(),
        };
        let lines = shaped.lines(width);
        lines
            .iter()
            .map(|line| line.fragments.iter().flat_map(|fragment| fragment.ops.iter().map(text)).collect())
            .collect()
    }

    #[test]
    fn a_line_ends_after_a_space_and_keeps_it() {
        assert_eq!(texts(&shaped("one two"), 30.0), ["one ", "two"]);
        assert_eq!(texts(&shaped("one two"), 60.0), ["one two"]);
    }

    #[test]
    fn text_fits_a_line_of_its_own_width_and_not_one_a_thousandth_narrower() {
        let shaped = shaped("one two");
        let width = shaped.points(shaped.width(0..7));
        assert_eq!(texts(&shaped, width + 0.02).len(), 1);
        assert_eq!(texts(&shaped, width - 0.02).len(), 2);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_added() {
        let address = "https://www.example.gov.uk/a-very-long-path/abcdefghijklmnopqrstuvwxyz0123456789";
        let lines = texts(&shaped(address), 100.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), address);
        assert!(shaped(address).lines(100.0).iter().all(|line| line.width <= 100.0));
    }

    #[test]
    fn an_address_is_broken_after_punctuation_and_between_letters_only_where_a_section_is_too_wide() {
        let lines = texts(&shaped("see https://www.example.gov.uk/local_code?year=2021&part=a-b"), 80.0);
        let wanted = ["see https://", "www.example.", "gov.uk/", "local_code?", "year=2021&", "part=a-b"];
        assert_eq!(lines, wanted);
        let lines = texts(&shaped("a_abcdefghijklmnopqrstuvwxyz_b"), 60.0);
        assert!(
            lines[0].starts_with("a_a") && lines.concat() == "a_abcdefghijklmnopqrstuvwxyz_b",
            "{lines:?}"
        );
    }

    #[test]
    fn a_word_that_fits_is_not_broken_at_its_punctuation() {
        assert_eq!(texts(&shaped("one e.g.two"), 60.0), ["one ", "e.g.two"]);
    }

    #[test]
    fn the_widest_part_is_a_word_up_to_a_width_and_a_section_beyond_it() {
        let address = shaped("www.example.gov.uk");
        assert!((address.widest_word(200.0) - address.length()).abs() < 0.01);
        assert!((address.widest_word(90.0) - shaped("example.").length()).abs() < 0.01);
    }

    #[test]
    fn white_space_becomes_one_space_and_a_no_break_space_stays() {
        assert_eq!(texts(&shaped(" one\n\t two "), 100.0), ["one two "]);
        assert_eq!(texts(&shaped("£5\u{a0}million"), 30.0).concat(), "£5\u{a0}million");
    }

    #[test]
    fn a_letter_is_never_separated_from_its_combining_mark() {
        for line in texts(&shaped(&"w\u{302}".repeat(20)), 25.0) {
            assert!(line.starts_with('w') && line.ends_with('\u{302}'), "{line:?}");
        }
    }
}
