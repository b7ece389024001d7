//! What the copy at hand carries, by which digest it is known, and how anyone can check it.

use super::Body;
use super::prose::heading;
use crate::agar::Agar;
use crate::canonical::{self, Digest};
use crate::document::{Attachment, Block, Relationship};
use crate::house_style::HouseStyle;
use crate::report::Report;
use crate::statement::Statement;
use crate::words::colophon as words;

/// The name of the file that holds the statement.
pub const STATEMENT_FILE: &str = "statement.json";
/// The name of the file that holds the return of a smaller authority.
pub const RETURN_FILE: &str = "return.json";
/// The name of the file that holds the report of the check.
pub const REPORT_FILE: &str = "report.json";
/// The name of the file that holds the house style; there is none where the style is the default.
pub const HOUSE_STYLE_FILE: &str = "house-style.json";

const JSON: &str = "application/json";

/// What a document is composed from.
pub(super) struct Source {
    what: &'static str,
    file: &'static str,
    json: String,
}

impl From<&Statement> for Source {
    fn from(statement: &Statement) -> Self {
        Self { what: words::STATEMENT, file: STATEMENT_FILE, json: statement.canonical_json() }
    }
}

impl From<&Agar> for Source {
    fn from(agar: &Agar) -> Self {
        Self { what: words::RETURN, file: RETURN_FILE, json: agar.canonical_json() }
    }
}

/// Says what the copy carries, and gives the files.
pub(super) fn compose(
    source: impl Into<Source>,
    report: &Report,
    house: &HouseStyle,
    body: &mut Body,
) -> Vec<Attachment> {
    let Source { what, file, json } = source.into();
    let dressed = *house != HouseStyle::default();
    let digest = Digest::of(&json);
    body.push(heading(1, words::HEADING));
    body.extend([
        Block::plain(words::carries(what, file, REPORT_FILE, dressed.then_some(HOUSE_STYLE_FILE))),
        Block::plain(words::checked(report.results.len(), report.as_at, REPORT_FILE)),
        Block::Together(vec![Block::plain(words::digest(file)), Block::plain(digest.grouped())]),
        Block::plain(words::verify(what)),
    ]);
    let attached = |name: &str, description: String, relationship, content| Attachment {
        name: name.into(),
        media_type: JSON,
        description,
        relationship,
        content,
    };
    let mut files = vec![
        attached(file, words::holds(what), Relationship::Source, json),
        attached(REPORT_FILE, words::REPORT_HOLDS.into(), Relationship::Data, report.to_json()),
    ];
    if dressed {
        let json = canonical::json(house).unwrap_or_default();
        let holds = words::HOUSE_STYLE_HOLDS.into();
        files.push(attached(HOUSE_STYLE_FILE, holds, Relationship::Supplement, json));
    }
    files
}
