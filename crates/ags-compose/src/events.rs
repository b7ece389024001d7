//! Events after the end of the year.

use ags_document::{Block, Inline};
use ags_statement::english;
use governance_model::EventsAfter;

use super::composition::Composition;
use super::prose::{Body, bullets, heading, marked, sentence, sourced};
use crate::phrases::events as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let after = of.statement.sign_off.events_after.as_ref().or(of.statement.review.events_after.as_ref());
    let section: Body = match after {
        None => of.prompt(phrases::MISSING).into_iter().collect(),
        Some(after) => listed(of, after),
    };
    if !section.is_empty() {
        body.push(heading(1, phrases::HEADING));
        body.extend(section);
    }
}

fn listed(of: &Composition<'_>, after: &EventsAfter) -> Body {
    let until = after.until.min(of.as_at());
    let events = after.events.iter().filter_map(|event| {
        let text = sentence(&event.text);
        let when = event.when.map(english::when).filter(|when| !text.contains(when));
        let when = when.map(|when| Inline::Strong(format!("{}: ", english::capital(&when))));
        let inlines = when.into_iter().chain([Inline::Text(text.clone())]).collect();
        (!text.is_empty()).then(|| Block::Paragraph(marked(inlines, &event.source)))
    });
    match bullets(events) {
        Some(list) => vec![Block::plain(phrases::some(until)), list],
        None => vec![sourced(phrases::none(until), &after.source)],
    }
}
