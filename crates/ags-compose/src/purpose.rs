//! The purpose of the governance framework, and that it was in place.

use ags_document::Block;
use governance_model::InPlace;

use super::composition::Composition;
use super::prose::{Body, lines, passage, sentence, sourced};
use crate::phrases::purpose as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let review = &of.statement.review;
    let mut section = passage(review.purpose.as_ref());
    section.extend(passage(review.reasonable_assurance.as_ref()));
    match &review.in_place {
        Some(in_place) => section.extend(declared(of, in_place)),
        None => section.extend(of.prompt(phrases::MISSING)),
    }
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

fn declared(of: &Composition<'_>, in_place: &InPlace) -> Body {
    let year_ends: Vec<_> = of.years().iter().map(|year| year.ends()).collect();
    let exceptions = lines(&in_place.exceptions);
    let mut blocks = vec![sourced(phrases::in_place(&year_ends, !exceptions.is_empty()), &in_place.source)];
    blocks.extend(Block::bullets(exceptions.iter().map(|one| sourced(sentence(one), &in_place.source))));
    blocks
}
