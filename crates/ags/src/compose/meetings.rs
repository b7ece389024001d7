//! Meetings that the local code is a paper of, with what they minuted and resolved.

use governance_model::{Meeting, Minute};

use super::Body;
use super::prose::{bullets, cell, filled, heading, line, paragraphs, some_line, table};
use crate::document::{Block, Cell};
use crate::statement::Statement;
use crate::words::{self as say, meetings as words};

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let meetings = &statement.local_code.meetings;
    if meetings.is_empty() {
        return;
    }
    body.extend([heading(1, words::HEADING), Block::plain(words::INTRODUCTION)]);
    for (meeting, place) in meetings.iter().zip(1..) {
        let title = title(meeting, place);
        body.push(heading(2, title.clone()));
        body.push(Block::plain(words::about(some_line(meeting.venue.as_ref()), meeting.present)));
        let rows = meeting.minutes.iter().map(minute).collect();
        let columns = [words::ITEM, words::RESOLVED];
        let minuted = table(&words::caption(&title), columns, rows);
        body.push(minuted.unwrap_or_else(|| Block::plain(words::NO_MINUTES)));
    }
}

fn title(meeting: &Meeting, place: usize) -> String {
    let body = line(&meeting.body);
    let body = if body.is_empty() { words::unnamed(place) } else { body };
    meeting.when.map_or_else(|| body.clone(), |when| format!("{body}, {}", say::when(when)))
}

fn minute(minute: &Minute) -> [Cell; 2] {
    let item = [some_line(minute.number.as_ref()), some_line(Some(&minute.title))];
    let item: Vec<String> = item.into_iter().flatten().collect();
    let resolved: Vec<Block> =
        minute.resolved.iter().flat_map(|resolved| paragraphs(resolved, &minute.from)).collect();
    let resolved = match resolved.len() {
        0 => cell(Some(words::NOTHING_RESOLVED.into())),
        1 => resolved,
        _ => filled(bullets(resolved).into_iter().collect()),
    };
    [cell(Some(item.join(": "))), resolved]
}
