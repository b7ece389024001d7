//! How the review was made and what each source of assurance gave.

use ags_statement::english;
use std::collections::BTreeSet;

use governance_model::{Assurance, ReviewProcess};

use super::prose::{
    Body, bullets, cell, filled, heading, line, lines, paragraphs, some_line, sourced, table,
};
use crate::phrases::review as phrases;
use ags_document::{Block, Cell};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    body.push(heading(2, phrases::MADE));
    match &statement.review.process {
        Some(process) => made(process, body),
        None => body.push(Block::plain(phrases::NO_PROCESS)),
    }
    body.push(heading(2, phrases::SOURCES));
    let rows: Vec<_> = statement.review.assurances.iter().map(source).collect();
    let columns = [phrases::SOURCE, phrases::GIVEN_BY, phrases::FOUND, phrases::LEVEL];
    let sources = table(phrases::CAPTION, columns, rows);
    body.push(sources.unwrap_or_else(|| Block::plain(phrases::NO_SOURCES)));
    missing(statement, body);
}

fn made(process: &ReviewProcess, body: &mut Body) {
    body.push(sourced(
        match (process.completed, process.covers) {
            (Some(day), covers) => phrases::completed(day, covers),
            (None, Some(covers)) => phrases::not_completed(covers),
            (None, None) => phrases::NOT_COMPLETED.into(),
        },
        &process.source,
    ));
    let led_by = lines(&process.led_by);
    if !led_by.is_empty() {
        body.push(Block::plain(phrases::LED_BY));
        body.extend(bullets(led_by.into_iter().map(|who| sourced(who, &process.source))));
    }
    let steps: Vec<_> = process.steps.iter().map(|step| paragraphs(step, &process.source)).collect();
    let steps: Vec<_> = steps.into_iter().filter(|step| !step.is_empty()).collect();
    if !steps.is_empty() {
        body.push(Block::plain(phrases::STEPS));
        body.push(Block::Numbered(steps));
    }
}

fn source(assurance: &Assurance) -> [Cell; 4] {
    let title = line(&assurance.title);
    let title = if title.is_empty() { english::NOT_STATED.into() } else { title };
    let text = assurance.text.as_ref();
    let mut found = text.map_or_else(Vec::new, |text| paragraphs(text, &assurance.source));
    // The mark follows what was found, or the title where nothing is stated.
    let title = if found.is_empty() { sourced(title, &assurance.source) } else { Block::plain(title) };
    let mut source = vec![title];
    source.extend(phrases::given(assurance.given, assurance.year).map(Block::plain));
    let giver =
        some_line(assurance.provider.as_ref()).unwrap_or_else(|| phrases::giver(assurance.kind).into());
    let standard = some_line(assurance.standard.as_ref());
    found.extend(standard.map(|standard| Block::plain(phrases::standard(&standard))));
    let level = assurance.level.map_or_else(|| phrases::NO_LEVEL.into(), english::level);
    [source, cell(Some(giver)), filled(found), cell(Some(level))]
}

/// The sources that the local code names and the review does not mention.
fn missing(statement: &Statement, body: &mut Body) {
    let covered: BTreeSet<_> = statement.review.assurances.iter().map(|assurance| &assurance.id).collect();
    let missing = statement.local_code.assurances.iter().filter(|assurance| !covered.contains(&assurance.id));
    let named = missing.filter_map(|assurance| some_line(Some(&assurance.title)));
    if let Some(list) = bullets(named.map(Block::plain)) {
        body.push(Block::plain(phrases::MISSING));
        body.push(list);
    }
}
