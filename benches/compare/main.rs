//! One side of the comparison with other renderers: `compare render FILE` makes the whole statement, from TOML to
//! PDF, in one process; `compare words DIR` writes the same words as typst markup and as HTML for the others.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, reason = "a measuring tool may stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ags::Document;
use ags::document::{Block, Inline, Table};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["render", file] => {
            let pdf = render_pdf::render(&document()).expect("it draws");
            fs::write(file, pdf).expect("it can be written");
        }
        ["words", folder] => {
            let document = document();
            let folder = Path::new(folder);
            fs::create_dir_all(folder).expect("the folder can be made");
            fs::write(folder.join("statement.typ"), typst(&document)).expect("it can be written");
            fs::write(folder.join("statement.html"), html(&document)).expect("it can be written");
        }
        _ => {
            eprintln!("usage: compare render FILE | compare words DIR");
            std::process::exit(2);
        }
    }
}

fn document() -> Document {
    let statement = benches::statement(1);
    ags::compose(&statement, &ags::check(&statement, benches::as_at()))
}

/// The document as typst markup, with the settings that make it a tagged PDF/UA-1 and PDF/A-2a file too.
fn typst(document: &Document) -> String {
    let mut to = format!(
        "#set document(title: {:?}, author: {:?}, date: datetime(year: 2022, month: 11, day: 30))\n\
         #set text(lang: \"en\", region: \"gb\", font: \"Liberation Sans\", size: 12pt)\n\
         #set page(paper: \"a4\", numbering: \"1 of 1\", header: [{}])\n#set par(justify: false)\n\
         #show figure: set block(breakable: true)\n#title()\n",
        document.title,
        document.author,
        typst_text(&document.furniture.header)
    );
    typst_blocks(&document.cover, &mut to);
    let _ = writeln!(to, "#outline(title: [{}])\n", typst_text(&document.furniture.contents));
    typst_blocks(&document.body, &mut to);
    to
}

fn typst_blocks(blocks: &[Block], to: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                let _ = writeln!(to, "{} {}\n", "=".repeat((*level).into()), typst_text(text));
            }
            Block::Paragraph(inlines) => {
                for inline in inlines {
                    let words = typst_text(inline.words());
                    let _ = match inline {
                        Inline::Link { target, .. } => write!(to, "#link({target:?})[{words}]"),
                        Inline::Strong(_) | Inline::Mark(_) => write!(to, "#strong[{words}]"),
                        _ => write!(to, "{words}"),
                    };
                }
                to.push_str("\n\n");
            }
            Block::Bullets(items) | Block::Numbered(items) => {
                let call = if matches!(block, Block::Bullets(_)) { "list" } else { "enum" };
                let _ = writeln!(to, "#{call}(");
                for item in items {
                    to.push('[');
                    typst_blocks(item, to);
                    to.push_str("],\n");
                }
                to.push_str(")\n\n");
            }
            Block::Table(table) => typst_table(table, to),
            Block::Note { label, blocks } => {
                let _ = writeln!(to, "#block(stroke: 1pt, inset: 8pt)[#strong[{}]\n", typst_text(label));
                typst_blocks(blocks, to);
                to.push_str("]\n\n");
            }
            Block::Together(blocks) => {
                to.push_str("#block(breakable: false)[");
                typst_blocks(blocks, to);
                to.push_str("]\n\n");
            }
            other => panic!("a block the comparison does not know: {other:?}"),
        }
    }
}

fn typst_table(table: &Table, to: &mut String) {
    let weights = vec!["1fr"; table.columns.len()];
    let _ = writeln!(
        to,
        "#figure(caption: [{}], kind: table, table(columns: ({},), align: left, table.header(",
        typst_text(&table.caption),
        weights.join(", ")
    );
    for column in &table.columns {
        let _ = writeln!(to, "[{}],", typst_text(&column));
    }
    to.push_str("),\n");
    for cell in table.rows.iter().flatten() {
        to.push('[');
        typst_blocks(cell, to);
        to.push_str("],\n");
    }
    to.push_str("))\n\n");
}

fn typst_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\#*_`$<>@=-+/[]~'\"".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn html(document: &Document) -> String {
    let mut to = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title><meta name=\"author\" \
         content=\"{}\"><style>@page {{ size: A4; margin: 2.5cm; @top-left {{ content: \"{}\" }} @bottom-left \
         {{ content: \"Page \" counter(page) \" of \" counter(pages) }} }} body {{ font: 12pt \"Liberation Sans\" }} \
         table {{ border-collapse: collapse; width: 100% }} td, th {{ border-bottom: 1pt solid; text-align: left; \
         vertical-align: top }} h1, h2, h3 {{ break-after: avoid }} .together {{ break-inside: avoid }} \
         </style></head><body><h1>{}</h1>",
        document.language,
        html_text(&document.title),
        html_text(&document.author),
        html_text(&document.furniture.header),
        html_text(&document.title)
    );
    html_blocks(&document.cover, &mut to);
    let _ = write!(to, "<h2>{}</h2><ul>", html_text(&document.furniture.contents));
    for block in &document.body {
        if let Block::Heading { text, .. } = block {
            let _ = write!(to, "<li>{}</li>", html_text(text));
        }
    }
    to.push_str("</ul>");
    html_blocks(&document.body, &mut to);
    to.push_str("</body></html>");
    to
}

fn html_blocks(blocks: &[Block], to: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                let _ = write!(to, "<h{level}>{}</h{level}>", html_text(text));
            }
            Block::Paragraph(inlines) => {
                to.push_str("<p>");
                for inline in inlines {
                    let words = html_text(inline.words());
                    let _ = match inline {
                        Inline::Link { target, .. } => {
                            write!(to, "<a href=\"{}\">{words}</a>", html_text(target))
                        }
                        Inline::Strong(_) | Inline::Mark(_) => write!(to, "<strong>{words}</strong>"),
                        _ => write!(to, "{words}"),
                    };
                }
                to.push_str("</p>");
            }
            Block::Bullets(items) | Block::Numbered(items) => {
                let tag = if matches!(block, Block::Bullets(_)) { "ul" } else { "ol" };
                let _ = write!(to, "<{tag}>");
                for item in items {
                    to.push_str("<li>");
                    html_blocks(item, to);
                    to.push_str("</li>");
                }
                let _ = write!(to, "</{tag}>");
            }
            Block::Table(table) => html_table(table, to),
            Block::Note { label, blocks } => {
                let _ = write!(to, "<div><strong>{}</strong>", html_text(label));
                html_blocks(blocks, to);
                to.push_str("</div>");
            }
            Block::Together(blocks) => {
                to.push_str("<div class=\"together\">");
                html_blocks(blocks, to);
                to.push_str("</div>");
            }
            other => panic!("a block the comparison does not know: {other:?}"),
        }
    }
}

fn html_table(table: &Table, to: &mut String) {
    let _ = write!(to, "<table><caption>{}</caption><thead><tr>", html_text(&table.caption));
    for column in &table.columns {
        let _ = write!(to, "<th scope=\"col\">{}</th>", html_text(&column));
    }
    to.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        to.push_str("<tr>");
        for cell in row {
            to.push_str("<td>");
            html_blocks(cell, to);
            to.push_str("</td>");
        }
        to.push_str("</tr>");
    }
    to.push_str("</tbody></table>");
}

fn html_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
