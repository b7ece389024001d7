//! Meetings whose papers include the local code, with what they minuted and resolved.

use ags_statement::english;
use governance_model::{Meeting, Minute};

use super::prose::{Body, bullets, cell, filled, heading, line, paragraphs, some_line, table};
use crate::phrases::meetings as phrases;
use ags_document::{Block, Cell};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let meetings = &statement.local_code.meetings;
    if meetings.is_empty() {
        return;
    }
    body.extend([heading(1, phrases::HEADING), Block::plain(phrases::INTRODUCTION)]);
    for (meeting, place) in meetings.iter().zip(1..) {
        let title = title(meeting, place);
        body.push(heading(2, title.clone()));
        body.push(Block::plain(phrases::about(some_line(meeting.venue.as_ref()), meeting.present)));
        let rows = meeting.minutes.iter().map(minute).collect();
        let columns = [phrases::ITEM, phrases::RESOLVED];
        let minuted = table(&phrases::caption(&title), columns, rows);
        body.push(minuted.unwrap_or_else(|| Block::plain(phrases::NO_MINUTES)));
    }
}

fn title(meeting: &Meeting, place: usize) -> String {
    let body = line(&meeting.body);
    let body = if body.is_empty() { phrases::unnamed(place) } else { body };
    meeting.when.map_or_else(|| body.clone(), |when| format!("{body}, {}", english::when(when)))
}

fn minute(minute: &Minute) -> [Cell; 2] {
    let item = [some_line(minute.number.as_ref()), some_line(Some(&minute.title))];
    let item: Vec<String> = item.into_iter().flatten().collect();
    let resolved: Vec<Block> =
        minute.resolved.iter().flat_map(|resolved| paragraphs(resolved, &minute.source)).collect();
    let resolved = match resolved.len() {
        0 => cell(Some(phrases::NOTHING_RESOLVED.into())),
        1 => resolved,
        _ => filled(bullets(resolved).into_iter().collect()),
    };
    [cell(Some(item.join(": "))), resolved]
}
