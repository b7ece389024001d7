//! Words of several looks, broken into lines.

use std::ops::Range;
use std::rc::Rc;

use unicode_linebreak::linebreaks;

use super::{Area, Draw, Link, LinkArea, Mark, Piece, Run, Spot};
use crate::font::{self, Face, Glyph, Shaper};
use crate::structure::{ContentId, ElementId};
use crate::style::{self, Colour, Look, is_space};

/// The words of one paragraph, shaped and not yet broken.
pub(super) struct Passage {
    look: Look,
    text: String,
    glyphs: Vec<Glyph>,
    spans: Vec<Span>,
}

/// How a stretch of words looks and what it belongs to.
#[derive(Clone)]
pub(super) struct Voice {
    pub(super) face: Face,
    pub(super) colour: Colour,
    pub(super) mark: Mark,
    pub(super) link: Option<(ElementId, Rc<Link>)>,
}

impl Voice {
    /// The voice of words that are not part of the text.
    pub(super) fn beside(look: Look, mark: Mark) -> Self {
        Self { face: look.face, colour: look.colour, mark, link: None }
    }

    /// The plain voice of a look.
    pub(super) fn of(look: Look, content: ContentId) -> Self {
        Self::beside(look, Mark::Content(content))
    }
}

struct Span {
    /// The number of the glyph after its last.
    end: usize,
    voice: Voice,
}

/// One line of a passage, placed as if its upper left corner were that of the page.
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) links: Vec<LinkArea>,
    /// Without the space at its end.
    pub(super) width: f32,
}

impl Passage {
    pub(super) fn new(look: Look) -> Self {
        Self { look, text: String::new(), glyphs: Vec::new(), spans: Vec::new() }
    }

    /// Adds words. White space becomes one space, and none at the beginning; a no-break space stays.
    pub(super) fn push(&mut self, shaper: &mut Shaper, words: &str, voice: Voice) {
        let mut rest = words;
        while let Some(first) = rest.chars().next() {
            let spaces = is_space(first);
            let length = rest.find(|letter| is_space(letter) != spaces).unwrap_or(rest.len());
            let (chunk, after) = rest.split_at(length);
            if !spaces {
                self.word(shaper, voice.face, chunk);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.word(shaper, voice.face, " ");
            }
            rest = after;
        }
        self.spans.push(Span { end: self.glyphs.len(), voice });
    }

    fn word(&mut self, shaper: &mut Shaper, face: Face, word: &str) {
        let start = self.text.len();
        self.text.push_str(word);
        let glyphs = shaper.word(face, word);
        self.glyphs.extend(glyphs.iter().map(|glyph| Glyph { start: start + glyph.start, ..*glyph }));
    }

    /// The width of the widest stretch that should not be broken: a word, or a section of one wider than `long`.
    pub(super) fn widest_word(&self, long: f32) -> f32 {
        let long = self.thousandths(long);
        let least = |word: Range<usize>| match self.seen_width(word.clone()) {
            seen if seen <= long => seen,
            _ => self.sections(word).map(|section| self.seen_width(section)).max().unwrap_or(0),
        };
        self.points(self.words().map(least).max().unwrap_or(0))
    }

    /// The width of all words on one line.
    pub(super) fn length(&self) -> f32 {
        self.points(self.seen_width(0..self.glyphs.len()))
    }

    /// Breaks the passage into lines no wider than `width`, at the left of a page.
    ///
    /// A word wider than a line is broken after the marks that part an address, and where that is not enough
    /// between letters, with nothing added.
    pub(super) fn lines(&self, width: f32) -> Vec<Line> {
        self.breaks(width).into_iter().map(|range| self.line(range)).collect()
    }

    /// The glyphs of each line.
    fn breaks(&self, width: f32) -> Vec<Range<usize>> {
        let most = self.thousandths(width);
        let mut lines = Vec::new();
        let mut line = Building::default();
        for word in self.words() {
            let (seen, all) = (self.seen_width(word.clone()), self.width(word.clone()));
            if line.width + seen > most && line.start < word.start {
                lines.push(line.end_at(word.start));
            }
            if seen <= most {
                line.width += all;
                continue;
            }
            for part in self.parts(word, most) {
                let (seen, all) = (self.seen_width(part.clone()), self.width(part.clone()));
                if line.width + seen > most && line.start < part.start {
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

    /// The glyphs of each stretch that should not be broken, with the space after it.
    fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        linebreaks(&self.text).filter_map(move |(at, _)| {
            let length = self.glyphs.get(start..)?.iter().take_while(|glyph| glyph.start < at).count();
            let word = start..start + length;
            start = word.end;
            (length > 0).then_some(word)
        })
    }

    /// The glyphs of each part of a word wider than a line: its sections, and the clusters of those that are
    /// still too wide.
    fn parts(&self, word: Range<usize>, most: i64) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        for section in self.sections(word) {
            if self.seen_width(section.clone()) <= most {
                parts.push(section);
            } else {
                parts.extend(self.clusters(section));
            }
        }
        parts
    }

    /// The glyphs of each section of a word, as an address has them: each ends with the marks that part them.
    fn sections(&self, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut next = word.start;
        std::iter::from_fn(move || {
            let start = next;
            let rest = self.glyphs.get(start..word.end).filter(|rest| !rest.is_empty())?;
            let mut pairs = rest.iter().zip(rest.iter().skip(1));
            let last = pairs.position(|(one, after)| self.parts_after(one) && !self.parts_after(after));
            next += last.map_or(rest.len(), |last| last + 1);
            Some(start..next)
        })
    }

    fn parts_after(&self, glyph: &Glyph) -> bool {
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

    /// The width without the space at the end.
    fn seen_width(&self, range: Range<usize>) -> i64 {
        let glyphs = self.glyphs.get(range).unwrap_or_default();
        let spaces = glyphs.iter().rev().take_while(|glyph| self.is_space_at(glyph.start)).count();
        let seen = glyphs.get(..glyphs.len() - spaces).unwrap_or_default();
        seen.iter().map(|glyph| i64::from(glyph.advance)).sum()
    }

    fn is_space_at(&self, start: usize) -> bool {
        self.text.as_bytes().get(start) == Some(&b' ')
    }

    fn line(&self, range: Range<usize>) -> Line {
        let width = self.points(self.seen_width(range.clone()));
        let mut line = Line { pieces: Vec::new(), links: Vec::new(), width };
        let baseline = self.baseline();
        let mut start = range.start;
        let mut x = 0.0;
        let first = self.spans.partition_point(|span| span.end <= range.start);
        for span in self.spans.get(first..).unwrap_or_default() {
            let end = span.end.min(range.end);
            if start < end {
                let run = self.run(start..end, &span.voice, Spot { x, y: baseline });
                self.add(&mut line, run, &span.voice, self.points(self.seen_width(start..end)));
                x += self.points(self.width(start..end));
                start = end;
            }
            if span.end >= range.end {
                break;
            }
        }
        line
    }

    /// Adds a run to a line, with what shows that it is a link.
    fn add(&self, line: &mut Line, run: Run, voice: &Voice, width: f32) {
        let at = run.at;
        let mut draws = vec![Draw::Text(run)];
        if let Some((element, link)) = &voice.link {
            match line.links.last_mut() {
                Some(last) if last.element == *element => last.area.width = at.x + width - last.area.x,
                _ => {
                    let area = Area { x: at.x, y: 0.0, width, height: self.look.leading };
                    line.links.push(LinkArea { element: *element, area, link: Rc::clone(link) });
                }
            }
            if matches!(link.target, super::Target::Address(_)) {
                let underline = Area { x: at.x, y: at.y + 1.6, width, height: style::HAIRLINE };
                draws.push(Draw::Fill(underline, voice.colour));
            }
        }
        match line.pieces.last_mut() {
            Some(last) if last.mark == voice.mark => last.draws.append(&mut draws),
            _ => line.pieces.push(Piece { mark: voice.mark, draws }),
        }
    }

    fn run(&self, range: Range<usize>, voice: &Voice, at: Spot) -> Run {
        let glyphs = self.glyphs.get(range.clone()).unwrap_or_default();
        let start = glyphs.first().map_or(0, |glyph| glyph.start);
        let end = self.glyphs.get(range.end).map_or(self.text.len(), |glyph| glyph.start);
        Run {
            face: voice.face,
            size: self.look.size,
            colour: voice.colour,
            at,
            text: self.text.get(start..end).unwrap_or_default().into(),
            glyphs: glyphs.iter().map(|glyph| Glyph { start: glyph.start - start, ..*glyph }).collect(),
        }
    }

    /// From the top of a line to where the letters stand; what the leading adds to the letters is shared
    /// between above and below.
    pub(super) fn baseline(&self) -> f32 {
        let Look { size, leading, .. } = self.look;
        (leading - (font::RISE + font::FALL) * size) / 2.0 + font::RISE * size
    }

    fn points(&self, thousandths: i64) -> f32 {
        font::points(thousandths, self.look.size)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a float turned integer stops at its bounds")]
    fn thousandths(&self, points: f32) -> i64 {
        (points * 1000.0 / self.look.size) as i64
    }
}

/// The line that is being filled.
#[derive(Default)]
struct Building {
    start: usize,
    width: i64,
}

impl Building {
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

    fn passage(words: &str) -> Passage {
        let mut passage = Passage::new(BODY);
        let mut shaper = Shaper::new(fonts().unwrap());
        passage.push(&mut shaper, words, Voice::of(BODY, ContentId(0)));
        passage
    }

    fn texts(passage: &Passage, width: f32) -> Vec<String> {
        let text = |draw: &Draw| match draw {
            Draw::Text(run) => run.text.to_string(),
            _ => String::new(),
        };
        let lines = passage.lines(width);
        lines
            .iter()
            .map(|line| line.pieces.iter().flat_map(|piece| piece.draws.iter().map(text)).collect())
            .collect()
    }

    #[test]
    fn a_line_ends_after_a_space_and_keeps_it() {
        assert_eq!(texts(&passage("one two"), 30.0), ["one ", "two"]);
        assert_eq!(texts(&passage("one two"), 60.0), ["one two"]);
    }

    #[test]
    fn a_line_as_wide_as_the_words_holds_them_and_a_thousandth_less_does_not() {
        let passage = passage("one two");
        let width = passage.points(passage.width(0..7));
        assert_eq!(texts(&passage, width + 0.02).len(), 1);
        assert_eq!(texts(&passage, width - 0.02).len(), 2);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_added() {
        let address = "https://www.example.gov.uk/a-very-long-path/abcdefghijklmnopqrstuvwxyz0123456789";
        let lines = texts(&passage(address), 100.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), address);
        assert!(passage(address).lines(100.0).iter().all(|line| line.width <= 100.0));
    }

    #[test]
    fn an_address_is_broken_after_its_marks_and_between_letters_only_where_a_section_is_too_wide() {
        let lines = texts(&passage("see https://www.example.gov.uk/local_code?year=2021&part=a-b"), 80.0);
        let wanted = ["see https://", "www.example.", "gov.uk/", "local_code?", "year=2021&", "part=a-b"];
        assert_eq!(lines, wanted);
        let lines = texts(&passage("a_abcdefghijklmnopqrstuvwxyz_b"), 60.0);
        assert!(
            lines[0].starts_with("a_a") && lines.concat() == "a_abcdefghijklmnopqrstuvwxyz_b",
            "{lines:?}"
        );
    }

    #[test]
    fn a_word_that_fits_is_not_broken_at_its_marks() {
        assert_eq!(texts(&passage("one e.g.two"), 60.0), ["one ", "e.g.two"]);
    }

    #[test]
    fn the_widest_word_is_whole_up_to_a_width_and_a_section_beyond_it() {
        let address = passage("www.example.gov.uk");
        assert!((address.widest_word(200.0) - address.length()).abs() < 0.01);
        assert!((address.widest_word(90.0) - passage("example.").length()).abs() < 0.01);
    }

    #[test]
    fn white_space_becomes_one_space_and_a_no_break_space_stays() {
        assert_eq!(texts(&passage(" one\n\t two "), 100.0), ["one two "]);
        assert_eq!(texts(&passage("£5\u{a0}million"), 30.0).concat(), "£5\u{a0}million");
    }

    #[test]
    fn a_letter_with_its_mark_is_never_torn_apart() {
        for line in texts(&passage(&"w\u{302}".repeat(20)), 25.0) {
            assert!(line.starts_with('w') && line.ends_with('\u{302}'), "{line:?}");
        }
    }
}
