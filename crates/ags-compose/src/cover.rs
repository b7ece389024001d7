//! The title page.

use super::names;
use crate::phrases::cover as phrases;
use ags_document::{Block, Inline};
use ags_report::Report;
use ags_statement::Approval;

pub(super) fn compose(
    author: &str,
    approval: Option<&Approval>,
    report: &Report,
    marks: usize,
) -> Vec<Block> {
    let status = match approval {
        None => phrases::draft(report.as_at),
        Some(approval) => phrases::approved(&names::body(&approval.body), approval.on, report.as_at),
    };
    let mut blocks = vec![Block::plain(status)];
    if marks > 0 {
        let [before, mark, after] = phrases::legend(author, marks);
        let legend = Block::Paragraph(vec![Inline::Text(before), Inline::Mark(mark), Inline::Text(after)]);
        blocks.push(Block::Note { label: phrases::ILLUSTRATION.into(), blocks: vec![legend] });
    }
    blocks
}
