//! The bodies through which the authority acts.

use ags_statement::english;
use governance_model::{AnnualReview, GroupBody};

use super::prose::{Body, cell, declared, filled, heading, line, some_line, sourced, table};
use crate::phrases::group as phrases;
use ags_document::{Block, Cell};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let Some(group) = &statement.review.group else { return };
    body.push(heading(2, phrases::HEADING));
    let rows: Vec<_> = group.iter().map(|one| row(one, &statement.review)).collect();
    let columns = [phrases::BODY, phrases::KIND, phrases::REVIEW];
    let none = || Block::plain(phrases::none(&english::authority(&statement.local_code.authority)));
    body.push(table(phrases::CAPTION, columns, rows).unwrap_or_else(none));
}

fn row(one: &GroupBody, review: &AnnualReview) -> [Cell; 3] {
    let name = line(&one.name);
    let name = sourced(if name.is_empty() { english::NOT_STATED.into() } else { name }, &one.source);
    let mut how = declared(one.text.as_ref());
    let assurance = review.assurances.iter().find(|assurance| Some(&assurance.id) == one.assurance.as_ref());
    let source = assurance.and_then(|assurance| some_line(Some(&assurance.title)));
    how.extend(source.map(|source| Block::plain(phrases::assurance(&source))));
    [vec![name], cell(Some(phrases::kind(one.kind).into())), filled(how)]
}
