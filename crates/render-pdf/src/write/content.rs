//! What is drawn on a page, as the operations of printpdf.

use printpdf::{
    Color, DictItem, Line, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, Rgb, WindingOrder,
};

use super::letters::{self, Cluster, Letters};
use crate::font::{Face, Glyph};
use crate::layout::{Area, Draw, Layout, Mark, Page, Piece, Run, Spot};
use crate::style::{self, Colour, Palette};
use crate::tag;

/// The operations that draw a page; the pieces with words of the document are numbered from 0.
pub(super) fn operations(page: &Page, layout: &Layout, letters: &Letters) -> Vec<Op> {
    let tree = &layout.tree;
    let operations = Vec::with_capacity(8 * page.pieces.len());
    let mut pen = Pen { letters, palette: layout.palette, operations, colour: None, font: None };
    let mut number = 0;
    for Piece { mark, draws } in &page.pieces {
        pen.operations.push(match mark {
            Mark::Content(content) => {
                number += 1;
                begin(tag::name(tree.role(tree.owner(*content))), [("MCID", DictItem::Int(number - 1))])
            }
            Mark::Header => begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Header"))]),
            Mark::Footer => begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Footer"))]),
            Mark::Repeat => begin("Artifact", [("Type", name("Pagination"))]),
            Mark::Decoration => begin("Artifact", [("Type", name("Layout"))]),
        });
        for draw in draws {
            pen.draw(draw);
        }
        pen.operations.push(Op::EndMarkedContent);
    }
    pen.operations
}

fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map } }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.into())
}

struct Pen<'a> {
    letters: &'a Letters,
    palette: Palette,
    operations: Vec<Op>,
    /// The colour that fills.
    colour: Option<Colour>,
    /// The face and the size of the letters.
    font: Option<(Face, f32)>,
}

impl Pen<'_> {
    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Text(run) => self.text(run),
            Draw::Fill(area, colour) => self.fill(*area, *colour),
            Draw::Dots(from, length, colour) => self.dots(*from, *length, *colour),
        }
    }

    fn dip(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.operations.push(Op::SetFillColor { col: rgb(self.palette.rgb(colour)) });
            self.colour = Some(colour);
        }
    }

    fn fill(&mut self, area: Area, colour: Colour) {
        self.dip(colour);
        let Area { x, y, width, height } = area;
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        let points = corners.map(|(x, y)| LinePoint { p: point(Spot { x, y }), bezier: false }).to_vec();
        let rings = vec![PolygonRing { points }];
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    fn dots(&mut self, from: Spot, length: f32, colour: Colour) {
        let ends = [from, Spot { x: from.x + length, y: from.y }];
        let points = ends.map(|spot| LinePoint { p: point(spot), bezier: false }).to_vec();
        self.operations.extend([
            Op::SetOutlineColor { col: rgb(self.palette.rgb(colour)) },
            Op::SetOutlineThickness { pt: Pt(1.1) },
            Op::SetLineCapStyle { cap: LineCapStyle::Round },
            Op::SetLineDashPattern { dash: LineDashPattern { pattern: vec![0.0, 4.0].into(), offset: 0.0 } },
            Op::DrawLine { line: Line { points, is_closed: false } },
        ]);
    }

    /// Draws a run in as few strokes as its glyphs allow.
    fn text(&mut self, run: &Run) {
        self.dip(run.colour);
        let mut stroke = Stroke::at(0);
        for cluster in letters::clusters(run) {
            let plain = self.is_plain(run, &cluster);
            if !plain {
                stroke = self.finish(run, stroke);
                self.odd(run, &cluster, stroke.end);
                stroke = Stroke::at(stroke.end + advance(cluster.glyphs));
                continue;
            }
            for glyph in cluster.glyphs {
                stroke.add(glyph, self.letters.number(run.face, glyph.id));
            }
        }
        self.finish(run, stroke);
    }

    /// Whether a cluster is one glyph on the line that is heard as its letter.
    fn is_plain(&self, run: &Run, cluster: &Cluster<'_>) -> bool {
        let Cluster { glyphs: [glyph], letters } = cluster else { return false };
        glyph.offset.1 == 0
            && letters::alone(letters).is_some()
            && self.letters.heard(run.face, glyph.id) == *letters
    }

    fn finish(&mut self, run: &Run, stroke: Stroke) -> Stroke {
        let next = Stroke::at(stroke.end);
        let (begin, items) = stroke.items();
        if !items.is_empty() {
            self.show(run, (begin, 0), items);
        }
        next
    }

    /// Draws a cluster glyph by glyph, and says its letters where the glyphs alone would say others.
    fn odd(&mut self, run: &Run, cluster: &Cluster<'_>, mut x: i32) {
        let heard: String =
            cluster.glyphs.iter().map(|glyph| self.letters.heard(run.face, glyph.id)).collect();
        let differs = heard != cluster.letters;
        if differs {
            let data = std::iter::once(0xFEFF).chain(cluster.letters.encode_utf16());
            let data = data.flat_map(u16::to_be_bytes).collect();
            self.operations.push(begin("Span", [("ActualText", DictItem::String { data, literal: false })]));
        }
        for glyph in cluster.glyphs {
            let number = self.letters.number(run.face, glyph.id).to_be_bytes();
            self.show(run, (x + glyph.offset.0, glyph.offset.1), vec![codes(number.to_vec())]);
            x += glyph.advance;
        }
        if differs {
            self.operations.push(Op::EndMarkedContent);
        }
    }

    /// Shows text from a place on the line of a run, given in thousandths of the size.
    fn show(&mut self, run: &Run, (x, y): (i32, i32), items: Vec<DictItem>) {
        let from = Spot { x: run.at.x + points(x, run.size), y: run.at.y - points(y, run.size) };
        self.operations.push(Op::StartTextSection);
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(letters::id(run.face));
            self.operations.push(Op::SetFont { font, size: Pt(run.size) });
            self.font = Some((run.face, run.size));
        }
        self.operations.extend([
            Op::SetTextCursor { pos: point(from) },
            Op::Unknown { key: "TJ".into(), value: vec![DictItem::Array(items)] },
            Op::EndTextSection,
        ]);
    }
}

/// Glyphs that one operation shows.
struct Stroke {
    begin: i32,
    /// Where the pen stands after them.
    end: i32,
    /// How far the pen has yet to move before the next.
    due: i32,
    items: Vec<DictItem>,
    /// The numbers of the glyphs since the last move, two bytes each.
    numbers: Vec<u8>,
}

impl Stroke {
    fn at(begin: i32) -> Self {
        Self { begin, end: begin, due: 0, items: Vec::new(), numbers: Vec::new() }
    }

    fn add(&mut self, glyph: &Glyph, number: u16) {
        let (right, _) = glyph.offset;
        let move_first = self.due + right;
        if move_first != 0 {
            self.end_numbers();
            self.items.push(DictItem::Int(-i64::from(move_first)));
        }
        self.numbers.extend(number.to_be_bytes());
        self.due = glyph.advance - glyph.width - right;
        self.end += glyph.advance;
    }

    fn end_numbers(&mut self) {
        if !self.numbers.is_empty() {
            self.items.push(codes(std::mem::take(&mut self.numbers)));
        }
    }

    fn items(mut self) -> (i32, Vec<DictItem>) {
        self.end_numbers();
        (self.begin, self.items)
    }
}

/// The numbers of glyphs as a string.
fn codes(data: Vec<u8>) -> DictItem {
    DictItem::String { data, literal: true }
}

fn advance(glyphs: &[Glyph]) -> i32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

fn points(thousandths: i32, size: f32) -> f32 {
    real(thousandths) * size / 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "no line is so long that a thousandth is lost")]
fn real(number: i32) -> f32 {
    number as f32
}

/// A place on the page, counted from below, to a hundredth of a point.
fn point(spot: Spot) -> Point {
    let hundredth = |length: f32| Pt((length * 100.0).round() / 100.0);
    Point { x: hundredth(spot.x), y: hundredth(style::PAGE_HEIGHT - spot.y) }
}

fn rgb([red, green, blue]: [u8; 3]) -> Color {
    let part = |byte: u8| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}
