//! Words, shaped in Liberation Sans and broken into lines.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use ::krilla::text::{Font as DrawnFont, GlyphId, KrillaGlyph};
use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};
use unicode_linebreak::{BreakOpportunity, linebreaks};

const PROGRAMS: [&[u8]; 2] = [
    include_bytes!("../../../crates/render-pdf/fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../../crates/render-pdf/fonts/LiberationSans-Bold.ttf"),
];

/// The fonts, read once for the process, by [`Weight`].
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts {
    shaped: PROGRAMS.map(|program| Font::new(program, 0).expect("a font")),
    drawn: PROGRAMS.map(|program| DrawnFont::new(program.into(), 0).expect("a font")),
});

pub struct Fonts {
    shaped: [Font; 2],
    pub drawn: [DrawnFont; 2],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A size of text with the distance between its lines, in points.
#[derive(Clone, Copy)]
pub struct Look {
    pub size: f32,
    pub leading: f32,
    pub colour: [u8; 3],
}

/// Words of one weight that belong to one leaf of the tree.
pub struct Run<'a> {
    pub leaf: usize,
    pub weight: Weight,
    pub text: &'a str,
}

/// The part of one run that is on one line.
#[derive(Clone)]
pub struct Piece {
    pub leaf: usize,
    pub weight: Weight,
    pub size: f32,
    pub colour: [u8; 3],
    /// From the left edge of the page.
    pub x: f32,
    pub width: f32,
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
}

/// Remembers the glyphs of each word of one document.
pub struct Shaper {
    typefaces: [Typeface; 2],
    buffer: Buffer,
}

struct Typeface {
    font: ShaperFont<'static, 'static>,
    plan: ShapePlan,
    known: HashMap<Box<str>, Rc<[KrillaGlyph]>>,
}

impl Shaper {
    pub fn new() -> Self {
        let typeface = |font| {
            let font = ShaperFont::new(font);
            let plan = ShapePlan::new(&font, Direction::LeftToRight, Some(Script::LATIN), None, &[]);
            Typeface { font, plan, known: HashMap::new() }
        };
        Self { typefaces: FONTS.shaped.each_ref().map(typeface), buffer: Buffer::new() }
    }

    fn glyphs(&mut self, weight: Weight, word: &str) -> Rc<[KrillaGlyph]> {
        let typeface = &mut self.typefaces[weight as usize];
        if let Some(known) = typeface.known.get(word) {
            return Rc::clone(known);
        }
        let glyphs = typeface.shape(&mut self.buffer, word);
        typeface.known.insert(word.into(), Rc::clone(&glyphs));
        glyphs
    }

    /// The runs broken into lines of the width, each line as pieces from `x` on.
    pub fn lines(&mut self, runs: &[Run<'_>], look: Look, x: f32, width: f32) -> Vec<Vec<Piece>> {
        let (text, ends) = joined(runs);
        let mut lines = Lines { look, left: x, right: x + width, pen: x, done: vec![vec![]] };
        let (mut from, mut run) = (0, 0);
        for (to, opportunity) in linebreaks(&text) {
            lines.make_room(self.width(&text, from..to, &ends, run, runs, look.size));
            while from < to {
                let end = to.min(ends[run]);
                let glyphs = self.glyphs(runs[run].weight, &text[from..end]);
                lines.add(&runs[run], &text[from..end], &glyphs);
                from = end;
                run += usize::from(end == ends[run] && run + 1 < ends.len());
            }
            if opportunity == BreakOpportunity::Mandatory && to < text.len() {
                lines.turn();
            }
        }
        lines.done
    }

    /// The width between two opportunities to break, without the space at its end.
    fn width(
        &mut self,
        text: &str,
        of: Range<usize>,
        ends: &[usize],
        mut run: usize,
        runs: &[Run<'_>],
        size: f32,
    ) -> f32 {
        let (mut from, to) = (of.start, of.start + text[of].trim_end_matches(' ').len());
        let mut width = 0.0;
        while from < to {
            let end = to.min(ends[run]);
            let word = &text[from..end];
            width += advance(&self.glyphs(runs[run].weight, word)) * size;
            from = end;
            run += usize::from(end == ends[run] && run + 1 < ends.len());
        }
        width
    }
}

impl Typeface {
    fn shape(&self, buffer: &mut Buffer, word: &str) -> Rc<[KrillaGlyph]> {
        buffer.reset();
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        harfrust::shape(&self.font, buffer, ShapeOptions::new().plan(Some(&self.plan))).expect("it shapes");
        let (infos, moves) = (buffer.glyph_infos(), buffer.glyph_positions());
        let em = |units: i32| units as f32 / f32::from(self.font.units_per_em());
        let glyph = |(at, (info, moved)): (usize, (&harfrust::GlyphInfo, &harfrust::GlyphPosition))| {
            let start = info.cluster as usize;
            let next = infos[at..].iter().map(|later| later.cluster as usize).find(|later| *later > start);
            let range = start..next.unwrap_or(word.len());
            let (x, y) = (em(moved.x_offset), em(moved.y_offset));
            KrillaGlyph::new(GlyphId::new(info.glyph_id), em(moved.x_advance), x, y, 0.0, range, None)
        };
        infos.iter().zip(moves).enumerate().map(glyph).collect()
    }
}

fn advance(glyphs: &[KrillaGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.x_advance).sum()
}

/// The words of all runs in one text, white space as spaces, with the end of each run.
fn joined(runs: &[Run<'_>]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(runs.len());
    for run in runs {
        text.extend(run.text.chars().map(|letter| if letter.is_ascii_whitespace() { ' ' } else { letter }));
        ends.push(text.len());
    }
    (text, ends)
}

struct Lines {
    look: Look,
    left: f32,
    right: f32,
    pen: f32,
    done: Vec<Vec<Piece>>,
}

impl Lines {
    fn turn(&mut self) {
        self.done.push(Vec::new());
        self.pen = self.left;
    }

    fn make_room(&mut self, width: f32) {
        if self.pen > self.left && self.pen + width > self.right {
            self.turn();
        }
    }

    /// A word, letter by letter over several lines where it is wider than one.
    fn add(&mut self, run: &Run<'_>, word: &str, glyphs: &[KrillaGlyph]) {
        let seen = word.trim_end_matches(' ').len();
        let wide: f32 =
            glyphs.iter().filter(|glyph| glyph.text_range.start < seen).map(|g| g.x_advance).sum();
        if self.pen + wide * self.look.size <= self.right {
            return self.append(run, word, glyphs);
        }
        for cluster in glyphs.chunk_by(|one, next| one.text_range.start == next.text_range.start) {
            let Some(range) = cluster.first().map(|glyph| glyph.text_range.clone()) else { continue };
            if range.start < seen {
                self.make_room(advance(cluster) * self.look.size);
            }
            self.append(run, &word[range], cluster);
        }
    }

    fn append(&mut self, run: &Run<'_>, text: &str, glyphs: &[KrillaGlyph]) {
        let Some(line) = self.done.last_mut() else { return };
        if !line.last().is_some_and(|last| last.leaf == run.leaf && last.weight == run.weight) {
            line.push(Piece {
                leaf: run.leaf,
                weight: run.weight,
                size: self.look.size,
                colour: self.look.colour,
                x: self.pen,
                width: 0.0,
                text: String::new(),
                glyphs: Vec::new(),
            });
        }
        let Some(piece) = line.last_mut() else { return };
        let (to, from) = (piece.text.len(), glyphs.first().map_or(0, |glyph| glyph.text_range.start));
        piece.text.push_str(text);
        piece.glyphs.extend(glyphs.iter().map(|glyph| {
            let range = glyph.text_range.start - from + to..glyph.text_range.end - from + to;
            KrillaGlyph { text_range: range, ..glyph.clone() }
        }));
        let width = advance(glyphs) * self.look.size;
        piece.width += width;
        self.pen += width;
    }
}
