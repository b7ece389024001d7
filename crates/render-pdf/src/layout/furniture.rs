//! What repeats on pages and is not part of the text: running header, status, number of the page.

use ags_document::Document;

use super::flow::Flow;
use super::line::{Line, Passage, Voice};
use super::{Area, Draw, Mark, Page, Piece, Spot, TooMuch};
use crate::style::{self, Colour, FURNITURE, FURNITURE_STATUS, Look};

/// The words of header and footer, and the room they take.
pub(super) struct Furniture<'a> {
    document: &'a Document,
    header: f32,
    footer: f32,
    /// The width kept for the number of the page, at the right of the footer.
    number: f32,
}

/// Between the status and the number of the page.
const GUTTER: f32 = 16.0;

impl<'a> Furniture<'a> {
    pub(super) fn measure(document: &'a Document, flow: &mut Flow<'_>) -> Result<Self, TooMuch> {
        let widest = numbered(&document.furniture.footer, 8888, 8888);
        let number = flow.width(&widest, FURNITURE).min(style::TEXT_WIDTH * 0.6);
        let mut furniture = Self { document, header: 0.0, footer: 0.0, number };
        furniture.header = height(&furniture.header(flow));
        let (status, number) =
            (furniture.status(flow), lines(flow, &widest, number, FURNITURE, Mark::Footer));
        furniture.footer = height(&status).max(height(&number));
        if furniture.header + furniture.footer > style::MOST_FURNITURE {
            return Err(TooMuch::Furniture);
        }
        Ok(furniture)
    }

    /// Where the text stands on every page.
    pub(super) fn text_area(&self) -> Area {
        let beside = style::FURNITURE_MARGIN + style::FURNITURE_GAP;
        let y = beside + self.header.max(FURNITURE.leading);
        let height = style::PAGE_HEIGHT - y - beside - self.footer;
        Area { x: style::MARGIN, y, width: style::TEXT_WIDTH, height }
    }

    /// Prints header and footer on pages: the header from the second on, the footer on all.
    pub(super) fn print(&self, pages: &mut [Page], flow: &mut Flow<'_>) {
        let count = pages.len();
        let (header, status) = (self.header(flow), self.status(flow));
        for (index, page) in pages.iter_mut().enumerate() {
            let mut pieces = Vec::new();
            if index > 0 {
                pieces.extend(placed(&header, style::MARGIN, style::FURNITURE_MARGIN));
                pieces.push(self.header_rule());
            }
            page.pieces.splice(0..0, pieces);
            let top = style::PAGE_HEIGHT - style::FURNITURE_MARGIN - self.footer;
            page.pieces.extend(placed(&status, style::MARGIN, top));
            let words = numbered(&self.document.furniture.footer, index + 1, count);
            let number = lines(flow, &words, self.number, FURNITURE, Mark::Footer);
            let width = number.iter().map(|line| line.width).fold(0.0, f32::max);
            page.pieces.extend(placed(&number, style::MARGIN + style::TEXT_WIDTH - width, top));
        }
    }

    fn header(&self, flow: &mut Flow<'_>) -> Vec<Line> {
        lines(flow, &self.document.furniture.header, style::TEXT_WIDTH, FURNITURE, Mark::Header)
    }

    fn header_rule(&self) -> Piece {
        let y = style::FURNITURE_MARGIN + self.header + 4.0;
        let area = Area { x: style::MARGIN, y, width: style::TEXT_WIDTH, height: style::HAIRLINE };
        Piece { mark: Mark::Header, draws: vec![Draw::Fill(area, Colour::Rule)] }
    }

    fn status(&self, flow: &mut Flow<'_>) -> Vec<Line> {
        let status = self.document.status.as_deref().unwrap_or_default();
        lines(flow, status, style::TEXT_WIDTH - self.number - GUTTER, FURNITURE_STATUS, Mark::Footer)
    }
}

/// The footer of one page.
fn numbered(footer: &str, page: usize, pages: usize) -> String {
    footer.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string())
}

fn lines(flow: &mut Flow<'_>, words: &str, width: f32, look: Look, mark: Mark) -> Vec<Line> {
    let mut passage = Passage::new(look);
    passage.push(flow.shaper, words, Voice::beside(look, mark));
    passage.lines(width)
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|_| FURNITURE.leading).sum()
}

/// The pieces of lines, the first with its upper left corner at a place.
fn placed(lines: &[Line], x: f32, top: f32) -> Vec<Piece> {
    let tops = std::iter::successors(Some(top), |top| Some(top + FURNITURE.leading));
    let moved = |(line, y): (&Line, f32)| {
        let mut pieces = line.pieces.clone();
        pieces.iter_mut().flat_map(|piece| &mut piece.draws).for_each(|draw| draw.moved(Spot { x, y }));
        pieces
    };
    lines.iter().zip(tops).flat_map(moved).collect()
}
