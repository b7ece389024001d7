//! Events after the end of the year.

use ags_document::{Block, Inline};
use ags_statement::english;
use governance_model::EventsAfter;

use super::composition::Composition;
use super::prose::{Body, marked, sentence, sourced};
use crate::phrases::events as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let after = of.statement.sign_off.events_after.as_ref().or(of.statement.review.events_after.as_ref());
    let mut section = after.map_or_else(Body::new, listed);
    if section.is_empty() {
        section.extend(of.prompt(phrases::MISSING));
    }
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.extend(section);
    }
}

fn listed(after: &EventsAfter) -> Body {
    let events = after.events.iter().filter_map(|event| {
        let text = sentence(&event.text);
        let when = event.when.map(english::when).filter(|when| !text.contains(when));
        let when = when.map(|when| Inline::Strong(format!("{}: ", english::capital(&when))));
        let inlines = when.into_iter().chain([Inline::Text(text.clone())]).collect();
        (!text.is_empty()).then(|| Block::Paragraph(marked(inlines, &event.source)))
    });
    match Block::bullets(events) {
        Some(list) => vec![introduction(after), list],
        None if after.events.is_empty() => vec![sourced(phrases::none(after.until), &after.source)],
        None => Body::new(),
    }
}

/// What the list holds, with a mark where the events have none of their own.
fn introduction(after: &EventsAfter) -> Block {
    let words = phrases::some(after.until);
    let marked = after.events.iter().all(|event| event.source.is_illustrative());
    if marked { Block::plain(words) } else { sourced(words, &after.source) }
}
