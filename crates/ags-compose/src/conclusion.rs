//! How the statement ends, and what the authority commits itself to.

use governance_model::Conclusion;

use super::prose::{Body, heading, line, paragraphs, sentence, sourced};
use crate::phrases::conclusion as phrases;
use ags_document::Block;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    let before = body.len();
    if let Some(conclusion) = &statement.review.conclusion {
        body.extend(paragraphs(&conclusion.text, &conclusion.source));
        let monitoring = conclusion.monitoring.as_ref().map(|monitoring| sentence(monitoring));
        let monitoring = monitoring.filter(|monitoring| !monitoring.is_empty());
        let sentences = [
            monitoring.map(|monitoring| format!("{}{monitoring}", phrases::MONITORING)),
            reported(conclusion),
            conclusion.next_review.map(phrases::next_review),
        ];
        let follow_up = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
        body.extend((!follow_up.is_empty()).then(|| sourced(follow_up, &conclusion.source)));
    }
    if body.len() == before {
        body.push(Block::plain(phrases::NOT_STATED));
    }
}

/// How often the action plan is reported to members, unless the text on monitoring has that already.
fn reported(conclusion: &Conclusion) -> Option<String> {
    let monitoring = conclusion.monitoring.as_ref().map_or_else(String::new, |text| line(text));
    let how_often = conclusion.reported.map(phrases::how_often)?;
    (!monitoring.contains(how_often)).then(|| phrases::reported(how_often))
}
