//! The bodies through which the authority acts.

use ags_document::{Block, Cell};
use governance_model::{AnnualReview, GroupBody};

use super::composition::Composition;
use super::prose::{Body, filled, line, some_line, sourced, stated};
use crate::phrases::group as phrases;

pub(super) fn compose(of: &Composition<'_>) -> Body {
    let review = &of.statement.review;
    let rows = review.group.iter().flatten().filter(|one| !one.name.is_blank()).map(|one| row(one, review));
    Block::table(phrases::CAPTION, [phrases::BODY, phrases::REVIEW], rows.collect()).into_iter().collect()
}

fn row(one: &GroupBody, review: &AnnualReview) -> [Cell; 2] {
    let name = vec![sourced(line(&one.name), &one.source), Block::plain(phrases::kind(one.kind))];
    let mut how = stated(one.text.as_ref(), &one.source);
    let assurance = review.assurances.iter().find(|assurance| Some(&assurance.id) == one.assurance.as_ref());
    let source = assurance.and_then(|assurance| some_line(Some(&assurance.title)));
    how.extend(source.map(|source| Block::plain(phrases::assurance(&source))));
    [name, filled(how)]
}
