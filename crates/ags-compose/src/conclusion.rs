//! How the statement ends, and what the authority commits itself to.

use ags_document::Block;
use governance_model::Conclusion;

use super::composition::Composition;
use super::prose::{Body, line, paragraphs, sentence, sourced};
use crate::phrases::conclusion as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let mut section = Body::new();
    if let Some(conclusion) = &of.statement.review.conclusion {
        section.extend(paragraphs(&conclusion.text, &conclusion.source));
        let monitoring = conclusion.monitoring.as_ref().map(|it| phrases::monitoring(&sentence(it)));
        let sentences = [
            monitoring.filter(|monitoring| !monitoring.is_empty()),
            reported(conclusion),
            conclusion.next_review.map(phrases::next_review),
        ];
        let follow_up = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
        section.extend((!follow_up.is_empty()).then(|| sourced(follow_up, &conclusion.source)));
    }
    if section.is_empty() {
        section.extend(of.prompt(phrases::MISSING));
    }
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

/// How often the action plan is reported to members, unless the text on monitoring has that already.
fn reported(conclusion: &Conclusion) -> Option<String> {
    let monitoring = conclusion.monitoring.as_ref().map_or_else(String::new, |text| line(text));
    let how_often = conclusion.reported.map(phrases::how_often)?;
    (!monitoring.contains(how_often)).then(|| phrases::reported(how_often))
}
