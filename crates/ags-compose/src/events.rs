//! What happened after the end of the year.

use ags_statement::english;
use governance_model::EventsAfter;

use super::prose::{Body, bullets, heading, marked, sentence, sourced};
use crate::phrases::events as phrases;
use ags_document::{Block, Inline};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    let after = statement.sign_off.events_after.as_ref().or(statement.review.events_after.as_ref());
    match after {
        None => body.push(Block::plain(phrases::NOT_STATED)),
        Some(after) => listed(after, body),
    }
}

fn listed(after: &EventsAfter, body: &mut Body) {
    let events = after.events.iter().filter_map(|event| {
        let text = sentence(&event.text);
        let when = event.when.map(english::when).filter(|when| !text.contains(when));
        let when = when.map(|when| Inline::Strong(format!("{}: ", english::capital(&when))));
        let inlines = when.into_iter().chain([Inline::Text(text.clone())]).collect();
        (!text.is_empty()).then(|| Block::Paragraph(marked(inlines, &event.source)))
    });
    match bullets(events) {
        Some(list) => {
            body.push(Block::plain(phrases::some(after.until)));
            body.push(list);
        }
        None => body.push(sourced(phrases::none(after.until), &after.source)),
    }
}
