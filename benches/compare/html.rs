//! The document as HTML for print.

use std::fmt::Write as _;

use ags::Document;
use ags::document::{Align, Block, Figure, Fill, Inline, Shape, Table};

const STYLE: &str = "@page { size: A4; margin: 2.5cm; @bottom-left { content: \"Page \" counter(page) \" of \" counter(pages) } } \
    body { font: 12pt \"Liberation Sans\" } table { border-collapse: collapse; width: 100% } \
    td, th { border-bottom: 1pt solid; text-align: left; vertical-align: top } h1, h2, h3 { break-after: avoid } \
    .together, figure { break-inside: avoid } .contents a::after { content: \" \" target-counter(attr(href), page) } \
    svg { font: 12px \"Liberation Sans\" }";

/// The whole document, with the words on every page, and a list of contents with page numbers.
pub fn markup(document: &Document) -> String {
    let mut to = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>\
         <meta name=\"author\" content=\"{}\"><style>{STYLE} @page {{ @top-left {{ content: \"{}\" }} }}</style></head>\
         <body><h1>{}</h1>",
        document.language,
        escaped(&document.title),
        escaped(&document.author),
        escaped(&document.furniture.header),
        escaped(&document.title)
    );
    let outside = [document.crest.as_deref(), Some(&document.author), document.status.as_deref()];
    for words in outside.into_iter().flatten() {
        let _ = write!(to, "<p><strong>{}</strong></p>", escaped(words));
    }
    let mut page = Page { to, headings: 0 };
    page.blocks(&document.cover);
    page.contents(document);
    page.blocks(&document.body);
    page.to.push_str("</body></html>");
    page.to
}

struct Page {
    to: String,
    /// How many headings have been written; each is called by its number.
    headings: usize,
}

impl Page {
    fn contents(&mut self, document: &Document) {
        let _ = write!(
            self.to,
            "<h2>{}</h2><ul class=\"contents\">",
            escaped(document.furniture.contents.as_deref().unwrap_or_default())
        );
        let mut headings = Vec::new();
        collect(&document.body, &mut headings);
        for (at, (_, text)) in headings.iter().enumerate().filter(|(_, (level, _))| *level <= 2) {
            let _ = write!(self.to, "<li><a href=\"#h{at}\">{}</a></li>", escaped(text));
        }
        self.to.push_str("</ul>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                let at = self.headings;
                let _ = write!(self.to, "<h{level} id=\"h{at}\">{}</h{level}>", escaped(text));
                self.headings += 1;
            }
            Block::Paragraph(inlines) => self.paragraph(inlines),
            Block::Bullets(items) => self.list("ul", items),
            Block::Numbered(items) => self.list("ol", items),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note { label, blocks } => {
                let _ = write!(self.to, "<div><strong>{}</strong>", escaped(label));
                self.blocks(blocks);
                self.to.push_str("</div>");
            }
            Block::Together(blocks) => {
                self.to.push_str("<div class=\"together\">");
                self.blocks(blocks);
                self.to.push_str("</div>");
            }
            other => panic!("a block the comparison does not know: {other:?}"),
        }
    }

    fn paragraph(&mut self, inlines: &[Inline]) {
        self.to.push_str("<p>");
        for inline in inlines {
            let words = escaped(inline.words());
            let _ = match inline {
                Inline::Link { target, .. } => {
                    write!(self.to, "<a href=\"{}\">{words}</a>", escaped(target))
                }
                Inline::Strong(_) | Inline::Mark(_) => write!(self.to, "<strong>{words}</strong>"),
                Inline::Foreign { language, .. } => {
                    write!(self.to, "<span lang=\"{language}\">{words}</span>")
                }
                Inline::Text(_) => write!(self.to, "{words}"),
                other => panic!("words the comparison does not know: {other:?}"),
            };
        }
        self.to.push_str("</p>");
    }

    fn list(&mut self, tag: &str, items: &[Vec<Block>]) {
        let _ = write!(self.to, "<{tag}>");
        for item in items {
            self.to.push_str("<li>");
            self.blocks(item);
            self.to.push_str("</li>");
        }
        let _ = write!(self.to, "</{tag}>");
    }

    fn table(&mut self, table: &Table) {
        let _ = write!(self.to, "<table><caption>{}</caption><thead><tr>", escaped(&table.caption));
        for column in &table.columns {
            let _ = write!(self.to, "<th scope=\"col\">{}</th>", escaped(column));
        }
        self.to.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            self.to.push_str("<tr>");
            for cell in row {
                self.to.push_str("<td>");
                self.blocks(cell);
                self.to.push_str("</td>");
            }
            self.to.push_str("</tr>");
        }
        self.to.push_str("</tbody></table>");
    }

    fn figure(&mut self, figure: &Figure) {
        let (width, height) = (figure.drawing.width, figure.drawing.height);
        let _ = write!(
            self.to,
            "<figure><svg width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-label=\"{}\">",
            escaped(&figure.alt)
        );
        figure.drawing.shapes.iter().for_each(|shape| self.shape(shape));
        let _ = write!(self.to, "</svg><figcaption>{}</figcaption></figure>", escaped(&figure.caption));
    }

    fn shape(&mut self, shape: &Shape) {
        let _ = match shape {
            Shape::Area { x, y, width, height, fill } => {
                let fill = match fill {
                    Fill::Full => "navy",
                    Fill::Light => "lavender",
                    Fill::Empty => "none",
                };
                write!(
                    self.to,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" \
                     stroke=\"navy\" stroke-width=\"0.5\"/>"
                )
            }
            Shape::Rule { x, y, across, down } => {
                let (to_x, to_y) = (x + across, y + down);
                write!(
                    self.to,
                    "<line x1=\"{x}\" y1=\"{y}\" x2=\"{to_x}\" y2=\"{to_y}\" stroke=\"navy\" stroke-width=\"0.5\"/>"
                )
            }
            Shape::Words { x, y, align, strong, text } => {
                let anchor = match align {
                    Align::Start => "start",
                    Align::Middle => "middle",
                    Align::End => "end",
                };
                let weight = if *strong { "bold" } else { "normal" };
                write!(
                    self.to,
                    "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\">{}</text>",
                    escaped(text)
                )
            }
            other => panic!("a shape the comparison does not know: {other:?}"),
        };
    }
}

/// Each heading with its level, in reading order.
fn collect<'a>(blocks: &'a [Block], to: &mut Vec<(u8, &'a str)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => to.push((*level, text)),
            Block::Together(blocks) => collect(blocks, to),
            _ => {}
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
