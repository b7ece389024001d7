//! The extraction of one document, from its bytes to its local code and report.

use std::sync::LazyLock;

use governance_model::{DocumentId, LocalCode, Text};

use crate::code::Code;
use crate::error::ExtractError;
use crate::items::Openings;
use crate::layout::Layout;
use crate::part::Line;
use crate::report::{ExtractReport, ReportBuilder};
use crate::rows::Reader;
use crate::{authority, cells, citations, lines, recognition};

/// A local code read from text, and the report on the reading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Extraction {
    /// The local code.
    pub code: LocalCode,
    /// What became of every line.
    pub report: ExtractReport,
}

/// Reads the text of a local code by the given layouts and, after them, the built-in ones.
pub(crate) fn extract(bytes: &[u8], name: &str, layouts: &[Layout]) -> Result<Extraction, ExtractError> {
    let lines = lines::lines(bytes, name)?;
    let layouts: Vec<&Layout> = layouts.iter().chain(Layout::built_in()).collect();
    let mut report = ReportBuilder::new(lines.len());
    let read = cells::read(&lines, &layouts, &mut report);
    let layout = recognition::layout_for(&read, &layouts).ok_or_else(|| ExtractError::NotRecognised {
        name: name.into(),
        seen: recognition::possible_headings(&read),
    })?;
    let framework = layout.framework.unwrap_or_else(|| recognition::framework_of(&read, layout));
    let document = document_id(name);
    let mut code = Code::new(layout, framework, document.clone(), openings(&read));
    Reader::new(layout, &mut code, &mut report).read(read);
    if let Some((line, column, length)) = report.long_cell {
        let name = name.into();
        return Err(ExtractError::LongCell { name, line, column, length, most: Text::MOST });
    }
    let authority = authority::of(&lines, code.printed_authority(), &document);
    let citations = citations::of(&lines, &document);
    Ok(Extraction { code: code.finish(authority, citations), report: report.finish(&layout.name, &lines) })
}

/// The certain beginnings of items: those of cells, and of sentences in them.
fn openings(read: &[(u32, Line<'_>)]) -> Openings {
    let mut openings = Openings::default();
    for (_, line) in read {
        let Line::Row(cells) = line else { continue };
        for cell in cells {
            openings.learn(&cell.text, true);
        }
    }
    openings
}

/// The identifier of the document in provenance: its name without folder and extension, as far as an identifier
/// allows.
fn document_id(name: &str) -> DocumentId {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let kept: String =
        stem.chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '-' }).take(64).collect();
    DocumentId::new(kept).unwrap_or_else(|_| DEFAULT_ID.clone())
}

#[allow(clippy::expect_used, reason = "a constant identifier")]
static DEFAULT_ID: LazyLock<DocumentId> =
    LazyLock::new(|| DocumentId::new("document").expect("an identifier"));
