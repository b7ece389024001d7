//! A document as plain text, block by block.

use ags_document::{Block, Document, Inline, Signature, SignaturePlace, Table};

/// The title page and the body. A line begins with what it is: `#` a heading, `-` or `1.` an item, `|` a row of a
/// table, `>` a note; a paragraph has no sign.
pub fn document(document: &Document) -> String {
    let status = document.status.as_deref().unwrap_or("none");
    let attached: Vec<&str> = document.attachments.iter().map(|file| file.name.as_str()).collect();
    let (cover, body, colophon) = (text(&document.cover), text(&document.body), text(&document.colophon));
    format!(
        "title: {}\nauthor: {}\nstatus: {status}\nattached: {}\n\n{cover}\n{body}\n{colophon}",
        document.title,
        document.author,
        attached.join(", ")
    )
}

/// Blocks, each on lines of its own.
pub fn text(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => format!("\n{} {text}\n", "#".repeat(usize::from(*level))),
        Block::Paragraph(inlines) => inlines.iter().map(inline).collect::<String>() + "\n",
        Block::Bullets(items) => items.iter().map(|item| led_by("- ", &text(item))).collect(),
        Block::Numbered(items) => {
            (1..).zip(items).map(|(number, item)| led_by(&format!("{number}. "), &text(item))).collect()
        }
        Block::Table(table) => rows(table),
        Block::Figure(figure) => format!("figure: {}\n  {}\n", figure.caption, figure.alt),
        Block::Note { label, blocks } => led_by("> ", &format!("{label}\n{}", text(blocks))),
        Block::Together(blocks) => text(blocks),
        Block::Signatures(signatures) => signatures.places.iter().map(place).collect(),
        other => panic!("a block these tests do not know: {other:?}"),
    }
}

/// A place for a signature on one line.
fn place(place: &SignaturePlace) -> String {
    let signature = match &place.signature {
        Signature::Made(words) | Signature::Field(words) => words.as_str(),
        Signature::Room => "room",
    };
    let parts = [
        place.body.as_deref(),
        Some(&place.office),
        Some(signature),
        place.name.as_deref(),
        place.date.as_deref(),
    ];
    format!("sign: {}\n", parts.into_iter().flatten().collect::<Vec<_>>().join(" | "))
}

/// Lines of which the first begins with a sign and the others are indented as far.
fn led_by(sign: &str, lines: &str) -> String {
    let indent = format!("\n{}", " ".repeat(sign.len()));
    format!("{sign}{}\n", lines.trim_end().replace('\n', &indent))
}

fn rows(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {}\n", cells.join(" | "));
    let cell = |blocks: &Vec<Block>| text(blocks).trim_end().replace('\n', " / ");
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(cell).collect()));
    format!("table: {}\n{}{}", table.caption, row(table.columns.clone()), rows.collect::<String>())
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Strong(words) => format!("**{words}**"),
        Inline::Link { text, target } => format!("{text} <{target}>"),
        Inline::Foreign { language, text } => format!("{text} ({language})"),
        other => other.words().to_owned(),
    }
}
