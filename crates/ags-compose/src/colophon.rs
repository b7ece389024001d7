//! What is attached to this copy, its digest, and how anyone can check it.

use super::prose::{Body, heading};
use crate::phrases::colophon as phrases;
use ags_document::HouseStyle;
use ags_document::{Attachment, Block, Relationship};
use ags_report::Report;
use ags_statement::Agar;
use ags_statement::Statement;
use ags_statement::canonical::{self, Digest};

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
        Self { what: phrases::STATEMENT, file: STATEMENT_FILE, json: statement.canonical_json() }
    }
}

impl From<&Agar> for Source {
    fn from(agar: &Agar) -> Self {
        Self { what: phrases::RETURN, file: RETURN_FILE, json: agar.canonical_json() }
    }
}

/// Adds the section on this copy, and returns the files to attach.
pub(super) fn compose(
    source: impl Into<Source>,
    report: &Report,
    house: &HouseStyle,
    body: &mut Body,
) -> Vec<Attachment> {
    let Source { what, file, json } = source.into();
    let styled = *house != HouseStyle::default();
    let digest = Digest::of(&json);
    body.push(heading(1, phrases::HEADING));
    body.extend([
        Block::plain(phrases::carries(what, file, REPORT_FILE, styled.then_some(HOUSE_STYLE_FILE))),
        Block::plain(phrases::checked(report.results.len(), report.as_at, REPORT_FILE)),
        Block::Together(vec![Block::plain(phrases::digest(file)), Block::plain(digest.grouped())]),
        Block::plain(phrases::verify(what)),
    ]);
    let attached = |name: &str, description: String, relationship, content| Attachment {
        name: name.into(),
        media_type: JSON,
        description,
        relationship,
        content,
    };
    let mut files = vec![
        attached(file, phrases::holds(what), Relationship::Source, json),
        attached(REPORT_FILE, phrases::REPORT_HOLDS.into(), Relationship::Data, report.to_json()),
    ];
    if styled {
        let json = canonical::json(house).unwrap_or_default();
        let holds = phrases::HOUSE_STYLE_HOLDS.into();
        files.push(attached(HOUSE_STYLE_FILE, holds, Relationship::Supplement, json));
    }
    files
}
