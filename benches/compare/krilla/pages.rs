//! Strips laid on pages, one below the other: title page, contents, body, and what is on every page.

use std::collections::VecDeque;
use std::mem::take;
use std::rc::Rc;

use ::krilla::geom::Rect;
use ::krilla::tagging::ArtifactType;
use ags::Document;
use ags::document::Accent;

use super::sheet::{Draw, HEIGHT, Ink, LEFT, Owner, RIGHT, area};
use super::strips::{Column, Cut, Cutter, Drawn, Goal, Heading, Kid, Leaf, Line, PADDING, Role, Row, Strip};
use super::words::{Look, Run, Weight};

const TOP: f32 = 80.0;
const BOTTOM: f32 = HEIGHT - 75.0;
const TEXT: Column = Column { x: LEFT, width: RIGHT - LEFT };
const QUIET: Look = Look { size: 12.0, leading: 16.0, colour: [0x3F, 0x47, 0x50] };
const RULE: [u8; 3] = [0xB4, 0xC0, 0xCB];

/// A document on its pages, with what they mean.
pub struct Laid {
    pub pages: Vec<Page>,
    pub tree: Vec<Kid>,
    pub leaves: Vec<Leaf>,
    pub headings: Vec<Heading>,
    /// Where each leaf begins; none for one that is nowhere.
    pub places: Vec<Option<Place>>,
}

#[derive(Default)]
pub struct Page {
    pub draws: Vec<Draw>,
    pub links: Vec<Link>,
}

pub struct Link {
    pub leaf: usize,
    pub area: Rect,
    pub words: String,
}

#[derive(Clone, Copy)]
pub struct Place {
    /// From 0.
    pub page: usize,
    /// From the upper edge of the page.
    pub top: f32,
}

pub fn lay_out(document: &Document) -> Laid {
    let mut cutter = Cutter::new(document.accent.rgb());
    let mut body = Cut::default();
    cutter.blocks(&document.body, TEXT, &mut body);
    let (mut cover, mut contents) = (cover(document, &mut cutter), Cut::default());
    let numbers = cut_contents(document, &mut cutter, &mut contents);

    let mut flow = Flow { pages: vec![], y: TOP, leaves: &cutter.leaves, places: vec![] };
    flow.places.resize(cutter.leaves.len(), None);
    for strips in [take(&mut cover.strips), contents.strips, body.strips] {
        flow.turn();
        flow.strips(strips);
    }
    let Flow { mut pages, places, .. } = flow;
    number(&mut cutter, &numbers, &places, &mut pages);
    furnish(document, &mut cutter, &mut pages);
    let mut tree = cover.kids;
    tree.append(&mut contents.kids);
    tree.append(&mut body.kids);
    Laid { pages, tree, leaves: cutter.leaves, headings: cutter.headings, places }
}

fn cover(document: &Document, cutter: &mut Cutter) -> Cut {
    let mut cut = Cut::default();
    let accent = document.accent.rgb();
    let crest = document.crest.iter().map(|words| (words, 14.0, 40.0));
    let first = [(&document.title, 34.0, 120.0), (&document.author, 17.0, 18.0)];
    let status = document.status.iter().map(|words| (words, 14.0, 22.0));
    for (words, size, above) in crest.chain(first).chain(status) {
        let look = Look { size, leading: size * 1.3, colour: accent };
        let (leaf, lines) = cutter.bold(words, look, above, TEXT);
        cut.strips.extend(lines.into_iter().map(Strip::Line));
        cut.kids.push(Kid::Group(Role::Paragraph, vec![Kid::Leaf(leaf)]));
    }
    cutter.blocks(&document.cover, TEXT, &mut cut);
    cut
}

/// A line of the contents: the leaf of its number, of its words, and of the heading it leads to.
struct Entry {
    number: usize,
    words: usize,
    heading: usize,
}

fn cut_contents(document: &Document, cutter: &mut Cutter, cut: &mut Cut) -> Vec<Entry> {
    let look = Look { size: 22.0, leading: 28.0, colour: document.accent.rgb() };
    let title = document.furniture.contents.as_deref().unwrap_or_default();
    let (over, lines) = cutter.bold(title, look, 0.0, TEXT);
    cut.strips.extend(lines.into_iter().map(Strip::Line));
    cut.kids.push(Kid::Group(Role::Paragraph, vec![Kid::Leaf(over)]));
    let headings = take(&mut cutter.headings);
    let (mut entries, mut kids) = (Vec::new(), Vec::new());
    for heading in headings.iter().filter(|heading| heading.level <= 2) {
        let words = cutter.leaf(Some(Goal::Leaf(heading.leaf)));
        let number = cutter.leaf(None);
        let indent = f32::from(heading.level - 1) * 18.0;
        let column = Column { x: LEFT + indent, width: TEXT.width - indent - 44.0 };
        let runs = [Run { leaf: words, weight: Weight::Regular, text: &heading.text }];
        cut.strips.extend(cutter.lines(&runs, QUIET, 4.0, column).into_iter().map(Strip::Line));
        let link = Kid::Group(Role::Link, vec![Kid::Leaf(words)]);
        kids.push(Kid::Group(Role::Entry, vec![link, Kid::Leaf(number)]));
        entries.push(Entry { number, words, heading: heading.leaf });
    }
    cutter.headings = headings;
    cut.kids.push(Kid::Group(Role::Contents, kids));
    entries
}

/// Writes the number of each heading's page at the end of its line in the contents.
fn number(cutter: &mut Cutter, entries: &[Entry], places: &[Option<Place>], pages: &mut [Page]) {
    for entry in entries {
        let (Some(line), Some(heading)) = (places[entry.words], places[entry.heading]) else { continue };
        let text = (heading.page + 1).to_string();
        let runs = [Run { leaf: entry.number, weight: Weight::Regular, text: &text }];
        for mut line_of in cutter.lines(&runs, QUIET, 0.0, TEXT) {
            for piece in &mut line_of.pieces {
                piece.x = RIGHT - piece.width;
            }
            draw_line(&line_of, line.top, None, &mut pages[line.page].draws);
        }
    }
}

/// Header and footer of every page, the header not on the first.
fn furnish(document: &Document, cutter: &mut Cutter, pages: &mut [Page]) {
    let header: Vec<&str> = [Some(&document.furniture.header), document.status.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let header = header.join(" – ");
    let count = pages.len().to_string();
    for (at, page) in pages.iter_mut().enumerate() {
        let number = (at + 1).to_string();
        let footer = document.furniture.footer.replace("{page}", &number).replace("{pages}", &count);
        let mut furniture = vec![(footer, HEIGHT - 50.0, ArtifactType::Footer)];
        if at > 0 {
            furniture.push((header.clone(), 34.0, ArtifactType::Header));
        }
        for (text, mut y, kind) in furniture {
            let runs = [Run { leaf: 0, weight: Weight::Regular, text: &text }];
            for line in cutter.lines(&runs, QUIET, 0.0, TEXT) {
                draw_line(&line, y, Some(kind), &mut page.draws);
                y += line.height;
            }
        }
    }
}

fn draw_line(line: &Line, top: f32, meaningless: Option<ArtifactType>, to: &mut Vec<Draw>) {
    for piece in &line.pieces {
        let owner = meaningless.map_or(Owner::Leaf(piece.leaf), Owner::Nobody);
        let at = (piece.x, top + line.height * 0.76);
        to.push(Draw { owner, colour: piece.colour, ink: Ink::Words { at, piece: piece.clone() } });
    }
}

struct Flow<'a> {
    pages: Vec<Page>,
    y: f32,
    leaves: &'a [Leaf],
    places: Vec<Option<Place>>,
}

impl Flow<'_> {
    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn need(&mut self, height: f32) {
        if self.y > TOP && self.y + height > BOTTOM {
            self.turn();
        }
    }

    fn area(&mut self, colour: [u8; 3], area: Rect) {
        let owner = Owner::Nobody(ArtifactType::Layout);
        if let Some(page) = self.pages.last_mut() {
            page.draws.push(Draw { owner, colour, ink: Ink::Area(area) });
        }
    }

    fn strips(&mut self, strips: Vec<Strip>) {
        for strip in strips {
            match strip {
                Strip::Line(line) => self.line(&line),
                Strip::Row(row) => self.row(row),
                Strip::Figure(drawn) => self.figure(drawn),
                Strip::Together(strips) => {
                    self.need(strips.iter().map(height).sum());
                    self.strips(strips);
                }
            }
        }
    }

    fn line(&mut self, line: &Line) {
        self.need(line.above + line.height + line.keep);
        if self.y > TOP || self.pages.len() == 1 {
            self.y += line.above;
        }
        if let Some(x) = line.edge {
            self.area(RULE, area(x, self.y - line.above, 2.0, line.above + line.height));
        }
        self.place(line, self.y);
        self.y += line.height;
    }

    /// Draws a line, and notes where its leaves are and what of them is a link.
    fn place(&mut self, line: &Line, top: f32) {
        let at = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { return };
        for piece in &line.pieces {
            self.places[piece.leaf].get_or_insert(Place { page: at, top });
            if self.leaves[piece.leaf].goal.is_some() {
                let area = area(piece.x, top, piece.width, line.height);
                page.links.push(Link { leaf: piece.leaf, area, words: piece.text.clone() });
            }
        }
        draw_line(line, top, None, &mut page.draws);
    }

    /// A row, cut between its lines where it does not fit on a page; the head is repeated after each turn.
    fn row(&mut self, row: Row) {
        let height = row_height(&row.cells);
        if self.y + height > BOTTOM && self.y > TOP {
            self.turn_table(row.head.as_ref());
        }
        if row.head.is_none() {
            self.area(Accent::TINT, area(LEFT, self.y, TEXT.width, height));
        }
        let mut cells: Vec<VecDeque<Line>> = row.cells.into_iter().map(VecDeque::from).collect();
        loop {
            let top = self.y + PADDING;
            self.y = cells.iter_mut().map(|cell| self.cell(cell, top)).fold(top, f32::max) + PADDING;
            self.area(RULE, area(LEFT, self.y, TEXT.width, 0.5));
            if cells.iter().all(VecDeque::is_empty) {
                break;
            }
            self.turn_table(row.head.as_ref());
        }
    }

    /// As many lines of a cell as fit on the page; where they end.
    fn cell(&mut self, lines: &mut VecDeque<Line>, top: f32) -> f32 {
        let mut y = top;
        while let Some(line) = lines.front() {
            let from = if y > top { y + line.above } else { y };
            if from + line.height > BOTTOM - PADDING {
                break;
            }
            self.place(line, from);
            y = from + line.height;
            lines.pop_front();
        }
        y
    }

    fn turn_table(&mut self, head: Option<&Rc<Vec<Vec<Line>>>>) {
        self.turn();
        let Some(head) = head else { return };
        let height = row_height(head);
        self.area(Accent::TINT, area(LEFT, self.y, TEXT.width, height));
        for cell in head.iter() {
            let mut y = self.y + PADDING;
            for line in cell {
                if let Some(page) = self.pages.last_mut() {
                    draw_line(line, y, Some(ArtifactType::PaginationOther), &mut page.draws);
                }
                y += line.height;
            }
        }
        self.y += height;
    }

    fn figure(&mut self, drawn: Drawn) {
        self.need(drawn.height + 16.0);
        let top = self.y + 8.0;
        if let Some(page) = self.pages.last_mut() {
            page.draws.extend(drawn.draws.into_iter().map(|draw| lowered(draw, top)));
        }
        self.y = top + drawn.height + 8.0;
    }
}

fn lowered(mut draw: Draw, by: f32) -> Draw {
    match &mut draw.ink {
        Ink::Words { at, .. } => at.1 += by,
        Ink::Area(of) => *of = area(of.left(), of.top() + by, of.width(), of.height()),
    }
    draw
}

fn height(strip: &Strip) -> f32 {
    match strip {
        Strip::Line(line) => line.above + line.height,
        Strip::Row(row) => row_height(&row.cells),
        Strip::Figure(drawn) => drawn.height + 16.0,
        Strip::Together(strips) => strips.iter().map(height).sum(),
    }
}

fn row_height(cells: &[Vec<Line>]) -> f32 {
    let tall = |cell: &Vec<Line>| -> f32 {
        let above: f32 = cell.iter().skip(1).map(|line| line.above).sum();
        above + cell.iter().map(|line| line.height).sum::<f32>()
    };
    cells.iter().map(tall).fold(0.0, f32::max) + 2.0 * PADDING
}
