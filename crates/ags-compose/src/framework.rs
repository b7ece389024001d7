//! The governance framework, the local code and who keeps them.

use ags_statement::english;
use governance_model::{Role, StatementArrangements};

use super::prose::{Body, bullets, cell, filled, heading, line, lines, marked, paragraphs, some_line, table};
use crate::phrases::framework as phrases;
use ags_document::{Block, Cell, Inline};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    body.push(Block::plain(phrases::GOVERNANCE));
    let authority = &statement.local_code.authority;
    let dissolved = authority.dissolves.map(|day| phrases::dissolved(&english::authority(authority), day));
    body.extend(dissolved.map(Block::plain));
    standard(statement, body);
    code(statement, body);
    if let Some(arrangements) = &statement.local_code.statement {
        keepers(arrangements, body);
    }
    body.push(heading(2, phrases::ROLES));
    let rows: Vec<_> = statement.local_code.roles.iter().map(role).collect();
    let roles = table(phrases::ROLES_CAPTION, [phrases::ROLE, phrases::PART], rows);
    body.push(roles.unwrap_or_else(|| Block::plain(phrases::NO_ROLES)));
    definitions(statement, body);
}

fn standard(statement: &Statement, body: &mut Body) {
    let edition = statement.local_code.framework;
    let authority = english::authority(&statement.local_code.authority);
    let mut text = phrases::standard(&authority, edition.framework());
    if statement.review.framework != edition {
        text = format!("{text} {}", phrases::other_standard(statement.review.framework.framework()));
    }
    body.push(Block::plain(text));
}

fn code(statement: &Statement, body: &mut Body) {
    let document = &statement.local_code.document;
    let title = line(&document.title);
    if title.is_empty() {
        return;
    }
    let authority = english::authority(&statement.local_code.authority);
    let sentences = [
        Some(phrases::code(&authority, &title, document.dated)),
        some_line(document.lead_officer.as_ref()).map(|lead| phrases::lead_officer(&lead)),
        some_line(document.review_cycle.as_ref()).map(|cycle| phrases::review_cycle(&cycle)),
        document.reviewed.map(phrases::reviewed),
    ];
    let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut inlines = vec![Inline::Text(text)];
    if let Some(url) = &document.url {
        inlines.push(Inline::Text(format!(" {}", phrases::SEE_CODE)));
        inlines.push(Inline::Link { text: title, target: url.to_string() });
        inlines.push(Inline::Text(".".into()));
    }
    body.push(Block::Paragraph(marked(inlines, &document.source)));
    let after = document
        .dated
        .zip(statement.year())
        .filter(|(dated, year)| dated.days().is_some_and(|(first, _)| first > year.ends()));
    body.extend(after.map(|(dated, year)| Block::plain(phrases::after_year_end(dated, year))));
}

fn keepers(arrangements: &StatementArrangements, body: &mut Body) {
    let prepared = lines(&arrangements.prepared_by);
    if !prepared.is_empty() {
        body.push(Block::plain(phrases::PREPARED));
        body.extend(bullets(prepared.into_iter().map(Block::plain)));
    }
    let shall = lines(&arrangements.shall);
    if !shall.is_empty() {
        body.push(Block::plain(phrases::SHALL));
        body.extend(bullets(shall.into_iter().map(Block::plain)));
    }
    let certifiers = lines(&arrangements.certified_by);
    let sentences = [
        some_line(arrangements.approved_by.as_ref()).map(|body| phrases::approver(&body)),
        (!certifiers.is_empty()).then(|| phrases::certifiers(&english::list(&certifiers))),
    ];
    let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        body.push(Block::Paragraph(marked(vec![Inline::Text(text)], &arrangements.source)));
    }
}

fn role(role: &Role) -> [Cell; 2] {
    let mut name = cell(Some(line(&role.title)));
    name.extend(some_line(role.held_by.as_ref()).map(|post| Block::plain(phrases::held_by(&post))));
    let part = role.text.as_ref().map_or_else(Vec::new, |text| paragraphs(text, &role.source));
    [name, filled(part)]
}

fn definitions(statement: &Statement, body: &mut Body) {
    let defined = statement.local_code.definitions.iter().filter_map(|definition| {
        let (term, means) = (line(&definition.term), line(&definition.means));
        let means = if means.is_empty() { english::NOT_STATED.into() } else { means };
        let inlines = vec![Inline::Strong(format!("{term}: ")), Inline::Text(means)];
        (!term.is_empty()).then(|| Block::Paragraph(marked(inlines, &definition.source)))
    });
    if let Some(list) = bullets(defined) {
        body.push(heading(2, phrases::DEFINITIONS));
        body.push(list);
    }
}
