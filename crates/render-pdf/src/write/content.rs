//! Content streams, as operations of printpdf.

use printpdf::{
    Color, DictItem, Line, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Polygon,
    PolygonRing, Pt, Rgb, WindingOrder,
};

use super::font_map::{self, Cluster, FontMap};
use super::object::utf16;
use super::tags;
use crate::font::{self, Face, Glyph};
use crate::layout::{ContentTag, DrawOp, Fragment, Layout, Page, Point, Rect, Run};
use crate::style::{self, Colour, Palette};

/// The operations that draw a page; fragments with content of the document are numbered from 0.
pub(super) fn operations(page: &Page, layout: &Layout, fonts: &FontMap) -> Vec<Op> {
    let tree = &layout.tree;
    let operations = Vec::with_capacity(8 * page.fragments.len());
    let mut writer = ContentWriter { fonts, palette: layout.palette, operations, colour: None, font: None };
    let mut number = 0;
    for Fragment { tag, ops } in &page.fragments {
        writer.operations.push(match tag {
            ContentTag::Content(content) => {
                number += 1;
                begin(tags::name(tree.role(tree.owner(*content))), [("MCID", DictItem::Int(number - 1))])
            }
            ContentTag::Header => {
                begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Header"))])
            }
            ContentTag::Footer => {
                begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Footer"))])
            }
            ContentTag::Repeat => begin("Artifact", [("Type", name("Pagination"))]),
            ContentTag::Decoration => begin("Artifact", [("Type", name("Layout"))]),
        });
        for op in ops {
            writer.draw(op);
        }
        writer.operations.push(Op::EndMarkedContent);
    }
    writer.operations
}

fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map } }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.into())
}

struct ContentWriter<'a> {
    fonts: &'a FontMap,
    palette: Palette,
    operations: Vec<Op>,
    /// The current fill colour.
    colour: Option<Colour>,
    /// The current font and its size.
    font: Option<(Face, f32)>,
}

impl ContentWriter<'_> {
    fn draw(&mut self, op: &DrawOp) {
        match op {
            DrawOp::Text(run) => self.text(run),
            DrawOp::Fill(rect, colour) => self.fill(*rect, *colour),
            DrawOp::Dots(from, length, colour) => self.dots(*from, *length, *colour),
        }
    }

    fn set_fill(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.operations.push(Op::SetFillColor { col: rgb(self.palette.rgb(colour)) });
            self.colour = Some(colour);
        }
    }

    fn fill(&mut self, rect: Rect, colour: Colour) {
        self.set_fill(colour);
        let Rect { x, y, width, height } = rect;
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        let points = corners.map(|(x, y)| LinePoint { p: to_page(Point { x, y }), bezier: false }).to_vec();
        let rings = vec![PolygonRing { points }];
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    fn dots(&mut self, from: Point, length: f32, colour: Colour) {
        let ends = [from, Point { x: from.x + length, y: from.y }];
        let points = ends.map(|point| LinePoint { p: to_page(point), bezier: false }).to_vec();
        self.operations.extend([
            Op::SetOutlineColor { col: rgb(self.palette.rgb(colour)) },
            Op::SetOutlineThickness { pt: Pt(1.1) },
            Op::SetLineCapStyle { cap: LineCapStyle::Round },
            Op::SetLineDashPattern { dash: LineDashPattern { pattern: vec![0.0, 4.0].into(), offset: 0.0 } },
            Op::DrawLine { line: Line { points, is_closed: false } },
        ]);
    }

    /// Shows a run with as few operations as its glyphs allow.
    fn text(&mut self, run: &Run) {
        self.set_fill(run.colour);
        let mut show = ShowText::at(0);
        for cluster in font_map::clusters(run) {
            if !self.is_simple(run, &cluster) {
                show = self.flush(run, show);
                self.cluster(run, &cluster, show.end);
                show = ShowText::at(show.end + advance(cluster.glyphs));
                continue;
            }
            for glyph in cluster.glyphs {
                show.add(glyph, self.fonts.cid(run.face, glyph.id));
            }
        }
        self.flush(run, show);
    }

    /// Whether a cluster is one glyph on the baseline that maps to its only character.
    fn is_simple(&self, run: &Run, cluster: &Cluster<'_>) -> bool {
        let Cluster { glyphs: [glyph], text } = cluster else { return false };
        glyph.offset.1 == 0
            && font_map::single_character(text).is_some()
            && self.fonts.to_unicode(run.face, glyph.id) == *text
    }

    fn flush(&mut self, run: &Run, show: ShowText) -> ShowText {
        let next = ShowText::at(show.end);
        let (begin, items) = show.items();
        if !items.is_empty() {
            self.show(run, (begin, 0), items);
        }
        next
    }

    /// Shows a cluster glyph by glyph, with its text as `ActualText` where the glyphs map to other text.
    fn cluster(&mut self, run: &Run, cluster: &Cluster<'_>, mut x: i32) {
        let mapped: String =
            cluster.glyphs.iter().map(|glyph| self.fonts.to_unicode(run.face, glyph.id)).collect();
        let differs = mapped != cluster.text;
        if differs {
            let data = utf16(cluster.text);
            self.operations.push(begin("Span", [("ActualText", DictItem::String { data, literal: false })]));
        }
        for glyph in cluster.glyphs {
            let cid = self.fonts.cid(run.face, glyph.id).to_be_bytes();
            self.show(run, (x + glyph.offset.0, glyph.offset.1), vec![codes(cid.to_vec())]);
            x += glyph.advance;
        }
        if differs {
            self.operations.push(Op::EndMarkedContent);
        }
    }

    /// Shows text from a point on the baseline of a run, given in thousandths of the font size.
    fn show(&mut self, run: &Run, (x, y): (i32, i32), items: Vec<DictItem>) {
        let from = Point {
            x: run.at.x + font::points(x.into(), run.size),
            y: run.at.y - font::points(y.into(), run.size),
        };
        self.operations.push(Op::StartTextSection);
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(font_map::id(run.face));
            self.operations.push(Op::SetFont { font, size: Pt(run.size) });
            self.font = Some((run.face, run.size));
        }
        self.operations.extend([
            Op::SetTextCursor { pos: to_page(from) },
            Op::Unknown { key: "TJ".into(), value: vec![DictItem::Array(items)] },
            Op::EndTextSection,
        ]);
    }
}

/// Glyphs shown by one operation.
struct ShowText {
    begin: i32,
    /// The text position after them.
    end: i32,
    /// How far to move before the next glyph.
    pending: i32,
    items: Vec<DictItem>,
    /// The numbers of the glyphs since the last move, two bytes each.
    cids: Vec<u8>,
}

impl ShowText {
    fn at(begin: i32) -> Self {
        Self { begin, end: begin, pending: 0, items: Vec::new(), cids: Vec::new() }
    }

    fn add(&mut self, glyph: &Glyph, cid: u16) {
        let (right, _) = glyph.offset;
        let move_first = self.pending + right;
        if move_first != 0 {
            self.end_string();
            self.items.push(DictItem::Int(-i64::from(move_first)));
        }
        self.cids.extend(cid.to_be_bytes());
        self.pending = glyph.advance - glyph.width - right;
        self.end += glyph.advance;
    }

    fn end_string(&mut self) {
        if !self.cids.is_empty() {
            self.items.push(codes(std::mem::take(&mut self.cids)));
        }
    }

    fn items(mut self) -> (i32, Vec<DictItem>) {
        self.end_string();
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

/// A point in PDF coordinates, which begin at the bottom of the page, to a hundredth of a point.
fn to_page(point: Point) -> printpdf::Point {
    let hundredth = |length: f32| Pt((length * 100.0).round() / 100.0);
    printpdf::Point { x: hundredth(point.x), y: hundredth(style::PAGE_HEIGHT - point.y) }
}

fn rgb([red, green, blue]: [u8; 3]) -> Color {
    let part = |byte: u8| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}
