//! Running headers and footers, which hold the status and the page number.

use ags_document::Document;

use super::builder::FlowBuilder;
use super::display_list::{ContentTag, DrawOp, Fragment, Page, Point, Rect};
use super::page::LimitExceeded;
use super::shaped_text::{Line, RunStyle, ShapedText};
use crate::style::{self, Colour, FOOTER_STATUS, HEADER_FOOTER, TextStyle};

/// The text of header and footer, and the space they take.
pub(super) struct HeaderFooter<'a> {
    document: &'a Document,
    header: f32,
    footer: f32,
    /// The width reserved for the page number, at the right of the footer.
    number: f32,
}

/// Between the status and the page number.
const GUTTER: f32 = 16.0;

impl<'a> HeaderFooter<'a> {
    pub(super) fn measure(
        document: &'a Document,
        builder: &mut FlowBuilder<'_>,
    ) -> Result<Self, LimitExceeded> {
        let widest = numbered(&document.furniture.footer, 8888, 8888);
        let number = builder.width(&widest, HEADER_FOOTER).min(style::TEXT_WIDTH * 0.6);
        let mut header_footer = Self { document, header: 0.0, footer: 0.0, number };
        header_footer.header = height(&header_footer.header(builder));
        let (status, number) = (
            header_footer.status(builder),
            lines(builder, &widest, number, HEADER_FOOTER, ContentTag::Footer),
        );
        header_footer.footer = height(&status).max(height(&number));
        if header_footer.header + header_footer.footer > style::MAX_HEADER_FOOTER {
            return Err(LimitExceeded::HeaderFooter);
        }
        Ok(header_footer)
    }

    /// The area of the text on every page.
    pub(super) fn text_rect(&self) -> Rect {
        let beside = style::HEADER_FOOTER_MARGIN + style::HEADER_FOOTER_GAP;
        let y = beside + self.header.max(HEADER_FOOTER.leading);
        let height = style::PAGE_HEIGHT - y - beside - self.footer;
        Rect { x: style::MARGIN, y, width: style::TEXT_WIDTH, height }
    }

    /// Draws header and footer: the header from the second page on, the footer on every page.
    pub(super) fn draw(&self, pages: &mut [Page], builder: &mut FlowBuilder<'_>) {
        let count = pages.len();
        let (header, status) = (self.header(builder), self.status(builder));
        for (index, page) in pages.iter_mut().enumerate() {
            let mut fragments = Vec::new();
            if index > 0 {
                fragments.extend(positioned(&header, style::MARGIN, style::HEADER_FOOTER_MARGIN));
                fragments.push(self.header_rule());
            }
            page.fragments.splice(0..0, fragments);
            let top = style::PAGE_HEIGHT - style::HEADER_FOOTER_MARGIN - self.footer;
            page.fragments.extend(positioned(&status, style::MARGIN, top));
            let words = numbered(&self.document.furniture.footer, index + 1, count);
            let number = lines(builder, &words, self.number, HEADER_FOOTER, ContentTag::Footer);
            let width = number.iter().map(|line| line.width).fold(0.0, f32::max);
            page.fragments.extend(positioned(&number, style::MARGIN + style::TEXT_WIDTH - width, top));
        }
    }

    fn header(&self, builder: &mut FlowBuilder<'_>) -> Vec<Line> {
        lines(builder, &self.document.furniture.header, style::TEXT_WIDTH, HEADER_FOOTER, ContentTag::Header)
    }

    fn header_rule(&self) -> Fragment {
        let y = style::HEADER_FOOTER_MARGIN + self.header + 4.0;
        let rect = Rect { x: style::MARGIN, y, width: style::TEXT_WIDTH, height: style::HAIRLINE };
        Fragment { tag: ContentTag::Header, ops: vec![DrawOp::Fill(rect, Colour::Rule)] }
    }

    fn status(&self, builder: &mut FlowBuilder<'_>) -> Vec<Line> {
        let status = self.document.status.as_deref().unwrap_or_default();
        lines(builder, status, style::TEXT_WIDTH - self.number - GUTTER, FOOTER_STATUS, ContentTag::Footer)
    }
}

/// The footer of one page.
fn numbered(footer: &str, page: usize, pages: usize) -> String {
    footer.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string())
}

fn lines(
    builder: &mut FlowBuilder<'_>,
    words: &str,
    width: f32,
    style: TextStyle,
    tag: ContentTag,
) -> Vec<Line> {
    let mut shaped = ShapedText::new(style);
    shaped.push(builder.shaper, words, RunStyle::new(style, tag));
    shaped.lines(width)
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|_| HEADER_FOOTER.leading).sum()
}

/// The fragments of lines, the first with its upper left corner at a position.
fn positioned(lines: &[Line], x: f32, top: f32) -> Vec<Fragment> {
    let tops = std::iter::successors(Some(top), |top| Some(top + HEADER_FOOTER.leading));
    let moved = |(line, y): (&Line, f32)| {
        let mut fragments = line.fragments.clone();
        fragments
            .iter_mut()
            .flat_map(|fragment| &mut fragment.ops)
            .for_each(|op| op.translate(Point { x, y }));
        fragments
    };
    lines.iter().zip(tops).flat_map(moved).collect()
}
