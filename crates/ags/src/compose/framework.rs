//! The governance framework, the local code and who keeps them.

use governance_model::{Role, StatementArrangements};

use super::Body;
use super::prose::{bullets, cell, filled, heading, line, lines, marked, paragraphs, some_line, table};
use crate::document::{Block, Cell, Inline};
use crate::statement::Statement;
use crate::words::framework as words;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, words::HEADING));
    body.push(Block::plain(words::GOVERNANCE));
    let authority = &statement.local_code.authority;
    let dissolved = authority.dissolves.map(|day| words::dissolved(&crate::words::authority(authority), day));
    body.extend(dissolved.map(Block::plain));
    standard(statement, body);
    code(statement, body);
    if let Some(arrangements) = &statement.local_code.statement {
        keepers(arrangements, body);
    }
    body.push(heading(2, words::ROLES));
    let rows: Vec<_> = statement.local_code.roles.iter().map(role).collect();
    let roles = table(words::ROLES_CAPTION, [words::ROLE, words::PART], rows);
    body.push(roles.unwrap_or_else(|| Block::plain(words::NO_ROLES)));
    definitions(statement, body);
}

fn standard(statement: &Statement, body: &mut Body) {
    let edition = statement.local_code.framework;
    let authority = crate::words::authority(&statement.local_code.authority);
    let mut text = words::standard(&authority, edition.framework());
    if statement.review.framework != edition {
        text = format!("{text} {}", words::other_standard(statement.review.framework.framework()));
    }
    body.push(Block::plain(text));
}

fn code(statement: &Statement, body: &mut Body) {
    let document = &statement.local_code.document;
    let title = line(&document.title);
    if title.is_empty() {
        return;
    }
    let authority = crate::words::authority(&statement.local_code.authority);
    let told = [
        Some(words::code(&authority, &title, document.dated)),
        some_line(document.lead_officer.as_ref()).map(|lead| words::lead_officer(&lead)),
        some_line(document.review_cycle.as_ref()).map(|cycle| words::review_cycle(&cycle)),
        document.reviewed.map(words::reviewed),
    ];
    let text = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut inlines = vec![Inline::Text(text)];
    if let Some(url) = &document.url {
        inlines.push(Inline::Text(format!(" {}", words::SEE_CODE)));
        inlines.push(Inline::Link { text: title, target: url.to_string() });
        inlines.push(Inline::Text(".".into()));
    }
    body.push(Block::Paragraph(marked(inlines, &document.from)));
    let after = document
        .dated
        .zip(statement.year())
        .filter(|(dated, year)| dated.days().is_some_and(|(first, _)| first > year.ends()));
    body.extend(after.map(|(dated, year)| Block::plain(words::after_year_end(dated, year))));
}

fn keepers(arrangements: &StatementArrangements, body: &mut Body) {
    let prepared = lines(&arrangements.prepared_by);
    if !prepared.is_empty() {
        body.push(Block::plain(words::PREPARED));
        body.extend(bullets(prepared.into_iter().map(Block::plain)));
    }
    let shall = lines(&arrangements.shall);
    if !shall.is_empty() {
        body.push(Block::plain(words::SHALL));
        body.extend(bullets(shall.into_iter().map(Block::plain)));
    }
    let certifiers = lines(&arrangements.certified_by);
    let told = [
        some_line(arrangements.approved_by.as_ref()).map(|body| words::approver(&body)),
        (!certifiers.is_empty()).then(|| words::certifiers(&crate::words::list(&certifiers))),
    ];
    let text = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        body.push(Block::Paragraph(marked(vec![Inline::Text(text)], &arrangements.from)));
    }
}

fn role(role: &Role) -> [Cell; 2] {
    let mut name = cell(Some(line(&role.title)));
    name.extend(some_line(role.held_by.as_ref()).map(|post| Block::plain(words::held_by(&post))));
    let says = role.says.as_ref().map_or_else(Vec::new, |says| paragraphs(says, &role.from));
    [name, filled(says)]
}

fn definitions(statement: &Statement, body: &mut Body) {
    let defined = statement.local_code.definitions.iter().filter_map(|definition| {
        let (term, means) = (line(&definition.term), line(&definition.means));
        let means = if means.is_empty() { crate::words::NOT_STATED.into() } else { means };
        let inlines = vec![Inline::Strong(format!("{term}: ")), Inline::Text(means)];
        (!term.is_empty()).then(|| Block::Paragraph(marked(inlines, &definition.from)))
    });
    if let Some(list) = bullets(defined) {
        body.push(heading(2, words::DEFINITIONS));
        body.push(list);
    }
}
