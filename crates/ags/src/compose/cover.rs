//! The title page.

use governance_model::Authority;

use super::prose::line;
use crate::document::{Block, Inline};
use crate::report::Report;
use crate::statement::Approval;
use crate::words::cover as words;

/// The name of the authority, or words that say it is not given.
pub(super) fn author(authority: &Authority) -> String {
    let name = line(&authority.name);
    if name.is_empty() { words::NO_AUTHORITY.into() } else { name }
}

pub(super) fn compose(
    author: &str,
    approval: Option<&Approval>,
    report: &Report,
    marks: usize,
) -> Vec<Block> {
    let status = match approval {
        None => words::draft(report.as_at),
        Some(approval) => words::approved(&super::sign_off::body(&approval.body), approval.on, report.as_at),
    };
    let mut blocks = vec![Block::plain(status)];
    if marks > 0 {
        let [before, mark, after] = words::legend(author, marks);
        let legend = Block::Paragraph(vec![Inline::Text(before), Inline::Mark(mark), Inline::Text(after)]);
        blocks.push(Block::Note { label: words::ILLUSTRATION.into(), blocks: vec![legend] });
    }
    blocks
}
