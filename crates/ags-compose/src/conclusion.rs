//! How the statement ends, and what the authority commits itself to.

use governance_model::Conclusion;

use super::prose::{Body, heading, line, paragraphs, sentence, told};
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
        let told_how = [
            monitoring.map(|monitoring| format!("{}{monitoring}", phrases::MONITORING)),
            reported(conclusion),
            conclusion.next_review.map(phrases::next_review),
        ];
        let follow_up = told_how.into_iter().flatten().collect::<Vec<_>>().join(" ");
        body.extend((!follow_up.is_empty()).then(|| told(follow_up, &conclusion.source)));
    }
    if body.len() == before {
        body.push(Block::plain(phrases::NOT_STATED));
    }
}

/// How often members hear of the action plan, unless the words on the follow-up say so already.
fn reported(conclusion: &Conclusion) -> Option<String> {
    let says = conclusion.monitoring.as_ref().map_or_else(String::new, |says| line(says));
    let how_often = conclusion.reported.map(phrases::how_often)?;
    (!says.contains(how_often)).then(|| phrases::reported(how_often))
}
