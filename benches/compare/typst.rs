//! The document as typst markup.

use std::fmt::Write as _;

use ags::Document;
use ags::document::{Align, Attachment, Block, Figure, Fill, Inline, Relationship, Shape, Table};
use chrono::Datelike;

/// `words` places words of a drawing so that a part of their width is left of their position.
const PREAMBLE: &str = "#set text(lang: \"en\", region: \"gb\", font: \"Liberation Sans\", size: 12pt)\n\
    #set par(justify: false)\n\
    #show figure: set block(breakable: true)\n\
    #let words(x, y, part, body) = {\n\
      set text(top-edge: \"baseline\", bottom-edge: \"baseline\")\n\
      context place(top + left, dx: x - measure(body).width * part, dy: y, body)\n\
    }\n";

/// The whole document, with all that PDF/A-3a and PDF/UA-1 require.
pub fn markup(document: &Document) -> String {
    let mut to = PREAMBLE.to_owned();
    let (year, month, day) = (document.date.year(), document.date.month(), document.date.day());
    let _ = writeln!(
        to,
        "#set document(title: {:?}, author: {:?}, date: datetime(year: {year}, month: {month}, day: {day}))\n\
         #set page(paper: \"a4\", numbering: \"1 of 1\", header: [{}])",
        document.title,
        document.author,
        escaped(&document.furniture.header)
    );
    document.attachments.iter().for_each(|attachment| self::attachment(attachment, &mut to));
    let outside = [document.crest.as_deref(), Some(&document.author), document.status.as_deref()];
    to.push_str("#title()\n\n");
    for words in outside.into_iter().flatten() {
        let _ = writeln!(to, "#strong[{}]\n", escaped(words));
    }
    blocks(&document.cover, &mut to);
    let _ = writeln!(
        to,
        "#outline(title: [{}], depth: 2)\n",
        escaped(document.furniture.contents.as_deref().unwrap_or_default())
    );
    blocks(&document.body, &mut to);
    to
}

fn attachment(attachment: &Attachment, to: &mut String) {
    let relationship = match attachment.relationship {
        Relationship::Source => "source",
        Relationship::Data => "data",
        Relationship::Supplement => "supplement",
    };
    let _ = writeln!(
        to,
        "#pdf.attach({:?}, relationship: {relationship:?}, mime-type: {:?}, description: {:?})",
        attachment.name, attachment.media_type, attachment.description
    );
}

fn blocks(blocks: &[Block], to: &mut String) {
    for block in blocks {
        self::block(block, to);
    }
}

fn block(block: &Block, to: &mut String) {
    match block {
        Block::Heading { level, text } => {
            let _ = writeln!(to, "{} {}\n", "=".repeat((*level).into()), escaped(text));
        }
        Block::Paragraph(inlines) => paragraph(inlines, to),
        Block::Bullets(items) => list("list", items, to),
        Block::Numbered(items) => list("enum", items, to),
        Block::Table(table) => self::table(table, to),
        Block::Figure(figure) => self::figure(figure, to),
        Block::Note { label, blocks } => {
            let _ = writeln!(to, "#block(stroke: 1pt, inset: 8pt)[#strong[{}]\n", escaped(label));
            self::blocks(blocks, to);
            to.push_str("]\n\n");
        }
        Block::Together(blocks) => {
            to.push_str("#block(breakable: false)[");
            self::blocks(blocks, to);
            to.push_str("]\n\n");
        }
        other => panic!("a block the comparison does not know: {other:?}"),
    }
}

fn paragraph(inlines: &[Inline], to: &mut String) {
    for inline in inlines {
        let words = escaped(inline.words());
        let _ = match inline {
            Inline::Link { target, .. } => write!(to, "#link({target:?})[{words}]"),
            Inline::Strong(_) | Inline::Mark(_) => write!(to, "#strong[{words}]"),
            Inline::Foreign { language, .. } => write!(to, "#text(lang: {language:?})[{words}]"),
            Inline::Text(_) => write!(to, "{words}"),
            other => panic!("words the comparison does not know: {other:?}"),
        };
    }
    to.push_str("\n\n");
}

fn list(call: &str, items: &[Vec<Block>], to: &mut String) {
    let _ = writeln!(to, "#{call}(");
    for item in items {
        to.push('[');
        blocks(item, to);
        to.push_str("],\n");
    }
    to.push_str(")\n\n");
}

fn table(table: &Table, to: &mut String) {
    let weights = vec!["1fr"; table.columns.len()];
    let _ = writeln!(
        to,
        "#figure(caption: [{}], kind: table, supplement: none, numbering: none, table(columns: ({},), align: left, \
         table.header(",
        escaped(&table.caption),
        weights.join(", ")
    );
    for column in &table.columns {
        let _ = writeln!(to, "[{}],", escaped(column));
    }
    to.push_str("),\n");
    for cell in table.rows.iter().flatten() {
        to.push('[');
        blocks(cell, to);
        to.push_str("],\n");
    }
    to.push_str("))\n\n");
}

fn figure(figure: &Figure, to: &mut String) {
    let (width, height) = (figure.drawing.width, figure.drawing.height);
    let _ = writeln!(
        to,
        "#figure(caption: [{}], alt: {:?}, kind: image, supplement: none, numbering: none, \
         box(width: {width}pt, height: {height}pt, align(left)[",
        escaped(&figure.caption),
        figure.alt
    );
    figure.drawing.shapes.iter().for_each(|shape| self::shape(shape, to));
    to.push_str("]))\n\n");
}

fn shape(shape: &Shape, to: &mut String) {
    let _ = match shape {
        Shape::Area { x, y, width, height, fill } => {
            let fill = match fill {
                Fill::Full => "navy",
                Fill::Light => "luma(90%)",
                Fill::Empty => "none",
            };
            writeln!(
                to,
                "#place(top + left, dx: {x}pt, dy: {y}pt, \
                 rect(width: {width}pt, height: {height}pt, fill: {fill}, stroke: 0.5pt + navy))"
            )
        }
        Shape::Rule { x, y, across, down } => {
            writeln!(
                to,
                "#place(top + left, dx: {x}pt, dy: {y}pt, line(end: ({across}pt, {down}pt), stroke: 0.5pt))"
            )
        }
        Shape::Words { x, y, align, strong, text } => {
            let part = match align {
                Align::Start => "0%",
                Align::Middle => "50%",
                Align::End => "100%",
            };
            let weight = if *strong { "bold" } else { "regular" };
            writeln!(to, "#words({x}pt, {y}pt, {part}, text(weight: {weight:?})[{}])", escaped(text))
        }
        other => panic!("a shape the comparison does not know: {other:?}"),
    };
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\#*_`$<>@=-+/[]~'\"".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
