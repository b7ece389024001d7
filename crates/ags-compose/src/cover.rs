//! The title page.

use ags_document::{Block, Inline};
use ags_statement::{Approval, ApprovalDecision, Statement};

use super::composition::Composition;
use super::names;
use super::prose::{sentence, some_line, sourced};
use crate::phrases::cover as phrases;

pub(super) fn compose(of: &Composition<'_>, author: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = in_force(of.statement).map(approved).collect();
    if of.years().is_empty() {
        blocks.extend(of.prompt(phrases::YEAR_MISSING));
    }
    if of.is_draft() {
        let draft = if of.is_approved_in_part() { phrases::draft_in_part } else { phrases::draft };
        blocks.push(Block::plain(draft(of.as_at())));
    }
    if let Some(replaced) = &of.statement.sign_off.replaces {
        let replaces = phrases::replaces(replaced.published, &sentence(&replaced.reason));
        blocks.push(sourced(replaces.trim_end(), &replaced.source));
    }
    let illustrative = of.statement.is_illustrative();
    let sample = some_line(of.statement.sample.as_ref()).map(|sample| sentence(&sample));
    let label = if sample.is_some() { phrases::SAMPLE } else { phrases::ILLUSTRATION };
    let mut note: Vec<Inline> = sample.into_iter().map(Inline::Text).collect();
    if illustrative {
        let [before, mark, after] = phrases::legend(author);
        let space = if note.is_empty() { "" } else { " " };
        note.extend([Inline::Text(format!("{space}{before}")), Inline::Mark(mark), Inline::Text(after)]);
    }
    if !note.is_empty() {
        blocks.push(Block::Note { label: label.into(), blocks: vec![Block::Paragraph(note)] });
    }
    blocks
}

/// What stands on every page of a statement that is not approved.
pub(super) fn status(of: &Composition<'_>) -> Option<String> {
    let status = if of.is_approved_in_part() { phrases::APPROVED_IN_PART } else { phrases::NOT_APPROVED };
    of.is_draft().then(|| status.into())
}

/// The last approval for each authority that the statement is of.
fn in_force(statement: &Statement) -> impl Iterator<Item = &Approval> {
    let approvals = &statement.sign_off.approvals;
    statement.authorities().filter_map(|authority| {
        approvals.iter().rfind(|approval| statement.is_approval_of(authority, approval))
    })
}

fn approved(approval: &Approval) -> Block {
    let body = names::body_for(&approval.body, approval.for_authority.as_ref());
    let in_principle = approval.decision == ApprovalDecision::InPrinciple;
    sourced(phrases::approved(&body, approval.on, in_principle), &approval.source)
}
