//! Blocks cut into strips, one below the other, with the tree of what they mean.

use std::rc::Rc;

use ags::document::{Align, Block, Drawing, Figure, Fill, Inline, Shape, Table};

use super::sheet::{Draw, Ink, Owner, RIGHT, area};
use super::words::{Look, Piece, Run, Shaper, Weight};

const INK: [u8; 3] = [0x1C, 0x1F, 0x23];
const BODY: Look = Look { size: 12.0, leading: 17.0, colour: INK };
/// Between the edge of a cell and its words.
pub const PADDING: f32 = 5.0;
const INDENT: f32 = 22.0;

/// What a run of the tree's leaves leads to.
pub enum Goal {
    Address(String),
    /// The place of another leaf.
    Leaf(usize),
}

/// The end of a branch of the tree: words or a drawing.
#[derive(Default)]
pub struct Leaf {
    pub goal: Option<Goal>,
}

pub enum Kid {
    Leaf(usize),
    Group(Role, Vec<Kid>),
}

pub enum Role {
    Heading(u8, String),
    Paragraph,
    Link,
    Foreign(String),
    Bullets,
    Numbered,
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    Figure(String),
    Note,
    Contents,
    Entry,
}

pub struct Heading {
    pub level: u8,
    pub text: String,
    pub leaf: usize,
}

/// What is not cut across two pages, or only between its lines.
pub enum Strip {
    Line(Line),
    Row(Row),
    Figure(Drawn),
    Together(Vec<Strip>),
}

#[derive(Clone, Default)]
pub struct Line {
    pub above: f32,
    pub height: f32,
    /// What must fit below it on the page.
    pub keep: f32,
    pub pieces: Vec<Piece>,
    /// Where the edge of a note is drawn.
    pub edge: Option<f32>,
}

pub struct Row {
    pub cells: Vec<Vec<Line>>,
    /// The head of the table, for further pages; none in the head itself.
    pub head: Option<Rc<Vec<Vec<Line>>>>,
}

pub struct Drawn {
    pub height: f32,
    /// From the upper edge of the drawing on.
    pub draws: Vec<Draw>,
}

/// From the left edge of the page to where words begin, and how wide they may run.
#[derive(Clone, Copy)]
pub struct Column {
    pub x: f32,
    pub width: f32,
}

impl Column {
    fn indented(self, by: f32) -> Self {
        Self { x: self.x + by, width: self.width - by }
    }
}

/// Strips and branches, as they are made.
#[derive(Default)]
pub struct Cut {
    pub strips: Vec<Strip>,
    pub kids: Vec<Kid>,
}

pub struct Cutter {
    shaper: Shaper,
    accent: [u8; 3],
    pub leaves: Vec<Leaf>,
    pub headings: Vec<Heading>,
}

impl Cutter {
    pub fn new(accent: [u8; 3]) -> Self {
        Self { shaper: Shaper::new(), accent, leaves: Vec::new(), headings: Vec::new() }
    }

    pub fn leaf(&mut self, goal: Option<Goal>) -> usize {
        self.leaves.push(Leaf { goal });
        self.leaves.len() - 1
    }

    fn look(&self, size: f32, leading: f32) -> Look {
        Look { size, leading, colour: self.accent }
    }

    pub fn blocks(&mut self, blocks: &[Block], column: Column, to: &mut Cut) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.heading(*level, text, column, to),
                Block::Paragraph(inlines) => self.paragraph(inlines, column, to),
                Block::Bullets(items) => self.list(Role::Bullets, items, column, to),
                Block::Numbered(items) => self.list(Role::Numbered, items, column, to),
                Block::Table(table) => self.table(table, column, to),
                Block::Figure(figure) => self.figure(figure, column, to),
                Block::Note { label, blocks } => self.note(label, blocks, column, to),
                Block::Together(blocks) => {
                    let mut inner = Cut::default();
                    self.blocks(blocks, column, &mut inner);
                    to.kids.append(&mut inner.kids);
                    to.strips.push(Strip::Together(inner.strips));
                }
                other => panic!("a block the comparison does not know: {other:?}"),
            }
        }
    }

    /// Words in bold of one leaf, as lines of their own.
    pub fn bold(&mut self, text: &str, look: Look, above: f32, column: Column) -> (usize, Vec<Line>) {
        let leaf = self.leaf(None);
        let runs = [Run { leaf, weight: Weight::Bold, text }];
        (leaf, self.lines(&runs, look, above, column))
    }

    pub fn lines(&mut self, runs: &[Run<'_>], look: Look, above: f32, column: Column) -> Vec<Line> {
        let lines = self.shaper.lines(runs, look, column.x, column.width).into_iter().enumerate();
        let above = |at| if at == 0 { above } else { 0.0 };
        let height = look.leading;
        lines.map(|(at, pieces)| Line { above: above(at), height, pieces, ..Line::default() }).collect()
    }

    fn heading(&mut self, level: u8, text: &str, column: Column, to: &mut Cut) {
        let (size, leading) = [(22.0, 28.0), (16.0, 22.0), (13.5, 19.0)]
            .get(usize::from(level).saturating_sub(1))
            .copied()
            .unwrap_or((12.0, 17.0));
        let (leaf, mut lines) = self.bold(text, self.look(size, leading), leading, column);
        for (below, line) in lines.iter_mut().rev().enumerate() {
            line.keep = 50.0 + below as f32 * leading;
        }
        self.headings.push(Heading { level, text: text.into(), leaf });
        to.strips.extend(lines.into_iter().map(Strip::Line));
        to.kids.push(Kid::Group(Role::Heading(level, text.into()), vec![Kid::Leaf(leaf)]));
    }

    fn paragraph(&mut self, inlines: &[Inline], column: Column, to: &mut Cut) {
        let (mut runs, mut kids) = (Vec::new(), Vec::new());
        for inline in inlines {
            let (leaf, kid) = self.inline(inline);
            kids.push(kid);
            let weight = match inline {
                Inline::Strong(_) | Inline::Mark(_) => Weight::Bold,
                _ => Weight::Regular,
            };
            runs.push(Run { leaf, weight, text: inline.words() });
        }
        let lines = self.lines(&runs, BODY, 8.0, column);
        to.strips.extend(lines.into_iter().map(Strip::Line));
        to.kids.push(Kid::Group(Role::Paragraph, kids));
    }

    fn inline(&mut self, inline: &Inline) -> (usize, Kid) {
        match inline {
            Inline::Link { target, .. } => {
                let leaf = self.leaf(Some(Goal::Address(target.clone())));
                (leaf, Kid::Group(Role::Link, vec![Kid::Leaf(leaf)]))
            }
            Inline::Foreign { language, .. } => {
                let leaf = self.leaf(None);
                (leaf, Kid::Group(Role::Foreign(language.clone()), vec![Kid::Leaf(leaf)]))
            }
            _ => {
                let leaf = self.leaf(None);
                (leaf, Kid::Leaf(leaf))
            }
        }
    }

    fn list(&mut self, role: Role, items: &[Vec<Block>], column: Column, to: &mut Cut) {
        let mut kids = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let label = if matches!(role, Role::Bullets) { "•".into() } else { format!("{}.", at + 1) };
            let leaf = self.leaf(None);
            let runs = [Run { leaf, weight: Weight::Regular, text: &label }];
            let label = self.shaper.lines(&runs, BODY, column.x, INDENT).into_iter().flatten();
            let mut inner = Cut::default();
            self.blocks(item, column.indented(INDENT), &mut inner);
            if let Some(Strip::Line(first)) = inner.strips.first_mut() {
                first.pieces.splice(0..0, label);
                first.above = 4.0;
            }
            to.strips.append(&mut inner.strips);
            let label = Kid::Group(Role::Label, vec![Kid::Leaf(leaf)]);
            kids.push(Kid::Group(Role::Item, vec![label, Kid::Group(Role::Body, inner.kids)]));
        }
        to.kids.push(Kid::Group(role, kids));
    }

    fn note(&mut self, label: &str, blocks: &[Block], column: Column, to: &mut Cut) {
        let mut inner = Cut::default();
        let column = column.indented(16.0);
        let (leaf, lines) = self.bold(label, self.look(12.0, 17.0), 10.0, column);
        inner.strips.extend(lines.into_iter().map(Strip::Line));
        inner.kids.push(Kid::Group(Role::Paragraph, vec![Kid::Leaf(leaf)]));
        self.blocks(blocks, column, &mut inner);
        for strip in &mut inner.strips {
            if let Strip::Line(line) = strip {
                line.edge = Some(column.x - 12.0);
            }
        }
        to.strips.append(&mut inner.strips);
        to.kids.push(Kid::Group(Role::Note, inner.kids));
    }

    fn table(&mut self, table: &Table, column: Column, to: &mut Cut) {
        let (leaf, mut caption) = self.bold(&table.caption, self.look(12.0, 17.0), 14.0, column);
        for line in &mut caption {
            line.keep = 90.0;
        }
        to.strips.extend(caption.into_iter().map(Strip::Line));
        let columns = columns(table, column);
        let (head, row) = self.head(table, &columns);
        let head = Rc::new(head);
        to.strips.push(Strip::Row(Row { cells: head.to_vec(), head: None }));
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let (cells, kids) = self.row(table, row, &columns);
            to.strips.push(Strip::Row(Row { cells, head: Some(Rc::clone(&head)) }));
            rows.push(Kid::Group(Role::Row, kids));
        }
        let caption = Kid::Group(Role::Caption, vec![Kid::Leaf(leaf)]);
        let head = Kid::Group(Role::Head, vec![Kid::Group(Role::Row, row)]);
        to.kids.push(Kid::Group(Role::Table, vec![caption, head, Kid::Group(Role::Rows, rows)]));
    }

    fn head(&mut self, table: &Table, columns: &[Column]) -> (Vec<Vec<Line>>, Vec<Kid>) {
        let look = self.look(12.0, 17.0);
        let cells = table.columns.iter().zip(columns).map(|(text, column)| {
            let (leaf, lines) = self.bold(text, look, 0.0, *column);
            (lines, Kid::Group(Role::ColumnHeader, vec![Kid::Leaf(leaf)]))
        });
        cells.unzip()
    }

    fn row(&mut self, table: &Table, row: &[Vec<Block>], columns: &[Column]) -> (Vec<Vec<Line>>, Vec<Kid>) {
        let cells = row.iter().zip(columns).enumerate().map(|(at, (cell, column))| {
            let mut inner = Cut::default();
            self.blocks(cell, *column, &mut inner);
            let role = if at == 0 && table.row_headers { Role::RowHeader } else { Role::Cell };
            let lines = inner.strips.into_iter().filter_map(|strip| match strip {
                Strip::Line(line) => Some(line),
                _ => None,
            });
            (lines.collect(), Kid::Group(role, inner.kids))
        });
        cells.unzip()
    }

    fn figure(&mut self, figure: &Figure, column: Column, to: &mut Cut) {
        let (caption, mut lines) = self.bold(&figure.caption, self.look(12.0, 17.0), 14.0, column);
        for line in &mut lines {
            line.keep = f32::from(figure.drawing.height) + 20.0;
        }
        to.strips.extend(lines.into_iter().map(Strip::Line));
        to.kids.push(Kid::Group(Role::Paragraph, vec![Kid::Leaf(caption)]));
        let leaf = self.leaf(None);
        let shapes = figure.drawing.shapes.iter();
        let draws = shapes.flat_map(|shape| self.shape(shape, leaf, column.x)).collect();
        to.strips.push(Strip::Figure(Drawn { height: height(&figure.drawing), draws }));
        to.kids.push(Kid::Group(Role::Figure(figure.alt.clone()), vec![Kid::Leaf(leaf)]));
    }

    fn shape(&mut self, shape: &Shape, leaf: usize, left: f32) -> Vec<Draw> {
        let (owner, accent) = (Owner::Leaf(leaf), self.accent);
        let filled = |x, y, width, height, colour| {
            let area = area(left + f32::from(x), f32::from(y), width, height);
            Draw { owner, colour, ink: Ink::Area(area) }
        };
        match *shape {
            Shape::Area { x, y, width, height, fill } => {
                let outer = filled(x, y, width.into(), height.into(), accent);
                let ground = match fill {
                    Fill::Full => return vec![outer],
                    Fill::Light => ags::document::Accent::TINT,
                    Fill::Empty => [0xFF; 3],
                };
                let (inner_width, inner_height) = (f32::from(width) - 2.0, f32::from(height) - 2.0);
                vec![outer, filled(x + 1, y + 1, inner_width, inner_height, ground)]
            }
            Shape::Rule { x, y, across, down } => {
                vec![filled(x, y, f32::from(across).max(0.5), f32::from(down).max(0.5), accent)]
            }
            Shape::Words { x, y, align, strong, ref text } => {
                let weight = if strong { Weight::Bold } else { Weight::Regular };
                let run = [Run { leaf, weight, text }];
                let pieces = self.shaper.lines(&run, BODY, left + f32::from(x), RIGHT * 2.0);
                pieces.into_iter().flatten().map(|piece| aligned(piece, align, f32::from(y))).collect()
            }
            ref other => panic!("a shape the comparison does not know: {other:?}"),
        }
    }
}

fn aligned(mut piece: Piece, align: Align, y: f32) -> Draw {
    piece.x -= match align {
        Align::Start => 0.0,
        Align::Middle => piece.width / 2.0,
        Align::End => piece.width,
    };
    let (owner, colour) = (Owner::Leaf(piece.leaf), piece.colour);
    Draw { owner, colour, ink: Ink::Words { at: (piece.x, y), piece } }
}

fn height(drawing: &Drawing) -> f32 {
    f32::from(drawing.height)
}

/// The columns of a table inside their padding, wider where their longest cell is longer.
fn columns(table: &Table, column: Column) -> Vec<Column> {
    let mut longest: Vec<usize> = table.columns.iter().map(String::len).collect();
    for row in &table.rows {
        for (most, cell) in longest.iter_mut().zip(row) {
            *most = (*most).max(cell.iter().map(length).sum());
        }
    }
    let shares: Vec<f32> = longest.iter().map(|letters| (*letters).clamp(14, 60) as f32).collect();
    let all: f32 = shares.iter().sum();
    let mut x = column.x;
    let mut columns = Vec::with_capacity(shares.len());
    for share in shares {
        let width = column.width * share / all;
        columns.push(Column { x: x + PADDING, width: width - 2.0 * PADDING });
        x += width;
    }
    columns
}

/// About how many letters a block of a cell has.
fn length(block: &Block) -> usize {
    match block {
        Block::Paragraph(inlines) => inlines.iter().map(|inline| inline.words().len()).sum(),
        Block::Bullets(items) | Block::Numbered(items) => items.iter().flatten().map(length).sum(),
        _ => 0,
    }
}
