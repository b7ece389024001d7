//! Blocks of a document as a strip of slabs, still without pages.

use std::collections::VecDeque;
use std::rc::Rc;

use ags_document::{Block, Document, Inline};

use super::contents;
use super::figure;
use super::line::{Line, Passage, Voice};
use super::page::Found;
use super::table::{self, Row};
use super::{Bookmark, Link, LinkArea, Piece, Spot, Target};
use crate::font::{Face, Shaper};
use crate::structure::{ContentId, ElementId, Role, Tree};
use crate::style::{self, BODY, CLOSE, Colour, Look};

/// A part of the strip that a page holds whole, or a row of a table, which may be split.
pub(super) struct Slab {
    /// Left free above, but not at the top of a page.
    pub(super) above: f32,
    /// Left free below, but not at the bottom of a page.
    pub(super) below: f32,
    /// How it is joined to the slab after it.
    pub(super) join: Join,
    /// The note it belongs to.
    pub(super) note: Option<ElementId>,
    /// The bookmark that leads to it.
    pub(super) bookmark: Option<usize>,
    pub(super) holds: Holds,
}

pub(super) enum Holds {
    /// Lines and drawings, placed as if the slab began at the upper left corner of a page.
    Drawn {
        height: f32,
        pieces: Vec<Piece>,
        links: Vec<LinkArea>,
    },
    Row(Row),
}

/// How strongly a slab is joined to the next: joins give way in this order where a page is too short.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Join {
    Free,
    /// Blocks that stay together.
    Together,
    /// The first two and the last two lines of a paragraph, what leads up to a list or a table and its beginning.
    Lines,
    /// A heading and what follows.
    Heading,
}

impl Join {
    /// The next stronger.
    pub(super) fn stronger(self) -> Option<Self> {
        match self {
            Self::Free => Some(Self::Together),
            Self::Together => Some(Self::Lines),
            Self::Lines => Some(Self::Heading),
            Self::Heading => None,
        }
    }
}

/// A strip of slabs.
pub(super) type Strip = VecDeque<Slab>;

impl Slab {
    pub(super) fn drawn(height: f32, pieces: Vec<Piece>, links: Vec<LinkArea>) -> Self {
        let holds = Holds::Drawn { height, pieces, links };
        Self { above: 0.0, below: 0.0, join: Join::Free, note: None, bookmark: None, holds }
    }

    pub(super) fn height(&self) -> f32 {
        match &self.holds {
            Holds::Drawn { height, .. } => *height,
            Holds::Row(row) => row.height(),
        }
    }

    /// The least height that must be free for it to begin on a page.
    pub(super) fn least(&self) -> f32 {
        match &self.holds {
            Holds::Drawn { height, .. } => *height,
            Holds::Row(row) => row.least(),
        }
    }
}

/// The column that blocks are laid in.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    /// The look of its paragraphs.
    pub(super) look: Look,
}

impl Column {
    /// The whole width of the text.
    pub(super) const PAGE: Self = Self { x: style::MARGIN, width: style::TEXT_WIDTH, look: BODY };

    /// The column to the right of bullets or numbers; `None` if it would be too narrow.
    fn indented(self, by: f32) -> Option<Self> {
        let width = self.width - by;
        (width >= style::NARROWEST_TEXT).then_some(Self { x: self.x + by, width, look: CLOSE })
    }

    /// The column inside the box of a note.
    fn boxed(self) -> Self {
        let by = style::NOTE_INSET;
        Self { x: self.x + by, width: self.width - 2.0 * by, ..self }
    }
}

/// What is needed to turn words into slabs.
pub(super) struct Flow<'a> {
    pub(super) shaper: &'a mut Shaper,
    pub(super) tree: Tree,
    pub(super) bookmarks: Vec<Bookmark>,
    /// What follows the caption of a table that goes on.
    pub(super) continued: &'a str,
}

impl<'a> Flow<'a> {
    pub(super) fn new(shaper: &'a mut Shaper, document: &'a Document) -> Self {
        let bookmarks = vec![contents::bookmark(document)];
        Self { shaper, tree: Tree::new(), bookmarks, continued: &document.furniture.continued }
    }

    /// Notes where bookmarks came to stand, on pages counted from `first_page`.
    pub(super) fn bookmarked(&mut self, found: &[Found], first_page: usize) {
        for found in found {
            if let Some(bookmark) = self.bookmarks.get_mut(found.bookmark) {
                bookmark.page = first_page + found.page;
                bookmark.y = found.y;
            }
        }
    }

    /// The blocks of an element, in a column.
    pub(super) fn blocks(&mut self, parent: ElementId, blocks: &[Block], column: Column) -> Strip {
        let mut strip = Strip::new();
        let mut before: Option<&Block> = None;
        for (block, next) in blocks.iter().zip(blocks.iter().skip(1).map(Some).chain([None])) {
            let mut slabs = self.block(parent, block, column);
            let lone_line = slabs.len() == 1 && matches!(before, Some(Block::Heading { .. }));
            if introduces(block, next) || (lone_line && goes_on(next)) {
                join_last(&mut slabs);
            }
            strip.append(&mut slabs);
            before = Some(block);
        }
        strip
    }

    fn block(&mut self, parent: ElementId, block: &Block, column: Column) -> Strip {
        match block {
            Block::Heading { level, text } => self.heading(parent, *level, text, column),
            Block::Paragraph(inlines) => self.paragraph(parent, inlines, column),
            Block::Bullets(items) => self.list(parent, &Role::BulletedList, items, column),
            Block::Numbered(items) => self.list(parent, &Role::NumberedList, items, column),
            Block::Table(table) => table::slabs(self, parent, table, column),
            Block::Figure(figure) => figure::slabs(self, parent, figure, column),
            Block::Note { label, blocks } => self.note(parent, label, blocks, column),
            Block::Together(blocks) => {
                let mut strip = self.blocks(parent, blocks, column);
                let inner = strip.len().saturating_sub(1);
                for slab in strip.iter_mut().take(inner) {
                    slab.join = slab.join.max(Join::Together);
                }
                if let Some(Slab { holds: Holds::Row(row), .. }) = strip.back_mut() {
                    row.stays_whole = true;
                }
                strip
            }
            _ => Strip::new(),
        }
    }

    /// A heading, with a bookmark that leads to it.
    pub(super) fn heading(&mut self, parent: ElementId, level: u8, text: &str, column: Column) -> Strip {
        let look = style::heading(level);
        let element = self.tree.add(parent, Role::Heading(level));
        let mut strip = self.words(element, text, Column { look, ..column });
        for slab in &mut strip {
            slab.join = Join::Heading;
        }
        if let Some(first) = strip.front_mut() {
            first.bookmark = Some(self.bookmarks.len());
        }
        let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.bookmarks.push(Bookmark { level, title, page: 0, y: 0.0 });
        strip
    }

    /// Plain words of an element, in the look of the column.
    pub(super) fn words(&mut self, element: ElementId, words: &str, column: Column) -> Strip {
        let content = self.tree.content(element);
        let mut passage = Passage::new(column.look);
        passage.push(self.shaper, words, Voice::of(column.look, content));
        set(&passage, column)
    }

    fn paragraph(&mut self, parent: ElementId, inlines: &[Inline], column: Column) -> Strip {
        if inlines.iter().all(|inline| inline.words().trim().is_empty()) {
            return Strip::new();
        }
        let element = self.tree.add(parent, Role::Paragraph);
        let passage = self.passage(element, inlines, column.look);
        set(&passage, column)
    }

    /// The words of a paragraph, with the elements inside it.
    fn passage(&mut self, paragraph: ElementId, inlines: &[Inline], look: Look) -> Passage {
        let mut passage = Passage::new(look);
        let mut own = None;
        for inline in inlines {
            let voice = match inline {
                Inline::Link { text, target } => self.link(paragraph, text, target, look),
                Inline::Foreign { language, .. } => {
                    let element = self.tree.add(paragraph, Role::Foreign(language.clone()));
                    Voice::of(look, self.tree.content(element))
                }
                _ => {
                    let content = *own.get_or_insert_with(|| self.tree.content(paragraph));
                    own_voice(inline, look, content)
                }
            };
            if matches!(inline, Inline::Link { .. } | Inline::Foreign { .. }) {
                own = None;
            }
            passage.push(self.shaper, inline.words(), voice);
        }
        passage
    }

    fn link(&mut self, paragraph: ElementId, text: &str, target: &str, look: Look) -> Voice {
        let element = self.tree.add(paragraph, Role::Link);
        let content = self.tree.content(element);
        let link = Link { words: text.trim().into(), target: Target::Address(target.into()) };
        Voice { colour: Colour::Link, link: Some((element, Rc::new(link))), ..Voice::of(look, content) }
    }

    fn list(&mut self, parent: ElementId, role: &Role, items: &[Vec<Block>], column: Column) -> Strip {
        let label = |number: usize| match role {
            Role::NumberedList => format!("{number}. "),
            _ => "• ".into(),
        };
        let indent = style::LIST_INDENT.max(self.width(&label(items.len()), column.look) + 8.0);
        let list = self.tree.add(parent, role.clone());
        let mut strip = Strip::new();
        for (index, item) in items.iter().enumerate() {
            let mut slabs = self.item(list, &label(index + 1), item, column, indent);
            if (index == 1 && strip.len() == 1) || (index + 1 == items.len() && slabs.len() == 1) {
                join_last(&mut strip);
            }
            strip.append(&mut slabs);
        }
        if let Some(last) = strip.back_mut() {
            last.below = last.below.max(column.look.above);
        }
        strip
    }

    /// The width of words on one line.
    pub(super) fn width(&mut self, words: &str, look: Look) -> f32 {
        let mut passage = Passage::new(look);
        passage.push(self.shaper, words, Voice::of(look, ContentId(0)));
        passage.lines(f32::MAX).first().map_or(0.0, |line| line.width)
    }

    fn item(&mut self, list: ElementId, label: &str, blocks: &[Block], column: Column, indent: f32) -> Strip {
        let item = self.tree.add(list, Role::Item);
        let element = self.tree.add(item, Role::ItemLabel);
        let label = self.words(element, label, Column { look: CLOSE, ..column });
        let body = self.tree.add(item, Role::ItemBody);
        if let Some(beside) = column.indented(indent) {
            return labelled(label, self.blocks(body, blocks, beside));
        }
        let mut strip: Strip = label.into_iter().map(|slab| Slab { join: Join::Lines, ..slab }).collect();
        strip.append(&mut self.blocks(body, blocks, Column { look: CLOSE, ..column }));
        strip
    }

    fn note(&mut self, parent: ElementId, label: &str, blocks: &[Block], column: Column) -> Strip {
        let element = self.tree.add(parent, Role::Note);
        let column = column.boxed();
        let heading = self.tree.add(element, Role::Paragraph);
        let mut strip = self.words(heading, label, Column { look: style::NOTE_LABEL, ..column });
        join_last(&mut strip);
        strip.append(&mut self.blocks(element, blocks, Column { look: CLOSE, ..column }));
        for slab in &mut strip {
            slab.note = Some(element);
        }
        if let Some(last) = strip.back_mut() {
            last.below = style::BESIDE_NOTE;
        }
        strip
    }
}

/// A strip with a label to the left of its first line.
fn labelled(label: Strip, mut strip: Strip) -> Strip {
    let Some(Slab { holds: Holds::Drawn { pieces, .. }, .. }) = strip.front_mut() else { return label };
    for slab in label.into_iter().rev() {
        if let Holds::Drawn { pieces: words, .. } = slab.holds {
            pieces.splice(0..0, words);
        }
    }
    strip
}

/// The voice of words that belong to the paragraph itself.
fn own_voice(inline: &Inline, look: Look, content: ContentId) -> Voice {
    let plain = Voice::of(look, content);
    match inline {
        Inline::Strong(_) => Voice { face: Face::Bold, ..plain },
        Inline::Mark(_) => Voice { face: Face::Bold, colour: Colour::Mark, ..plain },
        _ => plain,
    }
}

/// Whether a block leads up to the next, as a paragraph does to a list or a table.
fn introduces(block: &Block, next: Option<&Block>) -> bool {
    matches!(block, Block::Paragraph(_))
        && matches!(next, Some(Block::Bullets(_) | Block::Numbered(_) | Block::Table(_) | Block::Figure(_)))
}

/// Whether a block goes on with what stands under the same heading.
fn goes_on(next: Option<&Block>) -> bool {
    !matches!(next, None | Some(Block::Heading { .. }))
}

fn join_last(strip: &mut Strip) {
    if let Some(last) = strip.back_mut() {
        last.join = Join::Lines;
    }
}

/// The lines of a passage as slabs; neither the first nor the last line is left alone on a page.
pub(super) fn set(passage: &Passage, column: Column) -> Strip {
    let lines = passage.lines(column.width);
    let count = lines.len();
    let slab = |(index, line): (usize, Line)| {
        let mut slab = lay(line, column);
        slab.above = if index == 0 { column.look.above } else { 0.0 };
        let (from_first, from_last) = (index, count - index - 1);
        if from_last > 0 && (from_first == 0 || from_last == 1) {
            slab.join = Join::Lines;
        }
        slab
    };
    lines.into_iter().enumerate().map(slab).collect()
}

/// A line as a slab, at the left of a column.
pub(super) fn lay(line: Line, column: Column) -> Slab {
    let Line { mut pieces, mut links, .. } = line;
    move_all(&mut pieces, &mut links, Spot { x: column.x, y: 0.0 });
    Slab::drawn(column.look.leading, pieces, links)
}

pub(super) fn move_all(pieces: &mut [Piece], links: &mut [LinkArea], by: Spot) {
    for draw in pieces.iter_mut().flat_map(|piece| &mut piece.draws) {
        draw.moved(by);
    }
    for link in links {
        link.area.moved(by);
    }
}
