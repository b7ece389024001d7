//! The content of a Word document, from its styles, its tables and its block of contents.

use std::io::Cursor;

use docx_rs::{
    DocumentChild, Paragraph, ParagraphChild, Run, RunChild, StructuredDataTagChild, Table, TableCellContent,
    TableChild, TableRowChild,
};
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::content::{ContentCollector, DocumentContent};

pub fn read(bytes: &[u8]) -> DocumentContent {
    let file = docx_rs::read_docx(bytes).unwrap();
    let mut visitor =
        DocxVisitor { collector: ContentCollector::default(), drawings: drawings(bytes).into_iter() };
    for child in &file.document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => visitor.paragraph(paragraph),
            DocumentChild::Table(table) => visitor.table(table),
            DocumentChild::StructuredDataTag(block) => visitor.contents(&block.children),
            other => unreachable!("{other:?} is not in our documents"),
        }
    }
    assert!(visitor.drawings.next().is_none(), "every drawing is in a paragraph");
    visitor.collector.end()
}

struct DocxVisitor {
    collector: ContentCollector,
    /// The drawings still to come.
    drawings: std::vec::IntoIter<Drawing>,
}

impl DocxVisitor {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        if let Some(level) = style(paragraph).strip_prefix("Heading") {
            return self.collector.heading(level.parse().unwrap(), &words(paragraph));
        }
        self.collector.alone(&words(paragraph));
        for _ in runs(paragraph)
            .flat_map(|run| &run.children)
            .filter(|child| matches!(child, RunChild::Drawing(_)))
        {
            let drawing = self.drawings.next().unwrap();
            self.collector.alone(&drawing.alt);
            drawing.words.iter().for_each(|words| self.collector.drawing_text(words));
        }
    }

    fn table(&mut self, table: &Table) {
        let rows = table.rows.iter().map(|TableChild::TableRow(row)| row);
        let rows: Vec<_> =
            rows.map(|row| row.cells.iter().map(|TableRowChild::TableCell(cell)| cell)).collect();
        let shape = rows.iter().map(ExactSizeIterator::len).collect();
        for content in rows.into_iter().flatten().flat_map(|cell| &cell.children) {
            match content {
                TableCellContent::Paragraph(paragraph) => self.paragraph(paragraph),
                other => unreachable!("{other:?} is not in our tables"),
            }
        }
        self.collector.table(shape);
    }

    fn contents(&mut self, block: &[StructuredDataTagChild]) {
        for child in block {
            match child {
                StructuredDataTagChild::Paragraph(line) => self.collector.contents(&words(line)),
                other => unreachable!("{other:?} is not in the contents"),
            }
        }
    }
}

fn style(paragraph: &Paragraph) -> &str {
    paragraph.property.style.as_ref().map_or("", |style| style.val.as_str())
}

fn runs(paragraph: &Paragraph) -> impl Iterator<Item = &Run> {
    paragraph.children.iter().flat_map(runs_of)
}

fn runs_of(child: &ParagraphChild) -> Vec<&Run> {
    match child {
        ParagraphChild::Run(run) => vec![run],
        ParagraphChild::Hyperlink(link) => link.children.iter().flat_map(runs_of).collect(),
        _ => vec![],
    }
}

fn words(paragraph: &Paragraph) -> String {
    let children = runs(paragraph).flat_map(|run| &run.children);
    let words = children.map(|child| match child {
        RunChild::Text(words) => words.text.as_str(),
        RunChild::Tab(_) | RunChild::Break(_) => " ",
        _ => "",
    });
    words.collect()
}

/// A drawing; `docx-rs` does not parse its content.
#[derive(Default)]
struct Drawing {
    alt: String,
    words: Vec<String>,
}

/// Every drawing of the text, in its order.
fn drawings(bytes: &[u8]) -> Vec<Drawing> {
    let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let text = std::io::read_to_string(file.by_name("word/document.xml").unwrap()).unwrap();
    let mut reader = Reader::from_str(&text);
    let (mut found, mut inside) = (Vec::<Drawing>::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) if tag.name() == QName("wp:docPr") => {
                let alt = tag.try_get_attribute("descr").unwrap().unwrap();
                found.last_mut().unwrap().alt = alt.normalized_value(XmlVersion::Implicit1_0).unwrap().into();
            }
            Event::Start(tag) if tag.name() == QName("w:drawing") => {
                found.push(Drawing::default());
                inside = true;
            }
            Event::End(tag) if tag.name() == QName("w:drawing") => inside = false,
            Event::Start(tag) if tag.name() == QName("w:t") && inside => {
                let words = reader.read_text(tag.name()).unwrap();
                found.last_mut().unwrap().words.push(unescape(&words).unwrap().into());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
