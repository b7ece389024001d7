//! The governance framework: the standard, the local code and the roles.

use ags_document::{Block, Cell, Inline};
use ags_statement::english;
use governance_model::{Role, StatementArrangements};

use super::composition::Composition;
use super::prose::{Body, filled, line, lines, marked, some_line, sourced, stated};
use crate::phrases::framework as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    body.push(Block::heading(1, phrases::HEADING));
    let code = &of.statement.local_code;
    if let Some(day) = code.authority.dissolves {
        body.push(Block::plain(phrases::dissolved(&of.authority(), day, day <= of.as_at())));
    }
    body.push(Block::plain(standard(of)));
    body.extend(local_code(of));
    body.extend(code.statement.as_ref().and_then(who_signs));
    let rows: Vec<_> = code.roles.iter().map(role).collect();
    match Block::table(phrases::ROLES_CAPTION, [phrases::ROLE, phrases::PART], rows) {
        Some(roles) => body.extend([Block::heading(2, phrases::ROLES), roles]),
        None => body.extend(of.prompt(phrases::ROLES_MISSING)),
    }
}

fn standard(of: &Composition<'_>) -> String {
    let edition = of.statement.local_code.framework;
    let text = phrases::standard(&english::capital(&of.authority()), edition.framework());
    if of.statement.review.framework == edition {
        return text;
    }
    format!("{text} {}", phrases::other_standard(of.statement.review.framework.framework()))
}

fn local_code(of: &Composition<'_>) -> Option<Block> {
    let document = &of.statement.local_code.document;
    let title = line(&document.title);
    if title.is_empty() {
        return None;
    }
    let sentences = [
        Some(phrases::code(&of.authority(), &title, document.dated)),
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
    Some(Block::Paragraph(marked(inlines, &document.source)))
}

/// Who prepares, approves and signs the statement, as the local code has it.
fn who_signs(arrangements: &StatementArrangements) -> Option<Block> {
    let named = |offices: &[_]| Some(lines(offices)).filter(|offices| !offices.is_empty());
    let sentences = [
        named(&arrangements.prepared_by).map(|offices| phrases::prepared(&offices)),
        some_line(arrangements.approved_by.as_ref()).map(|body| phrases::approver(&body)),
        named(&arrangements.certified_by).map(|offices| phrases::signatories(&offices)),
    ];
    let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let inlines = || marked(vec![Inline::Text(text.clone())], &arrangements.source);
    (!text.is_empty()).then(|| Block::Paragraph(inlines()))
}

fn role(role: &Role) -> [Cell; 2] {
    let title = line(&role.title);
    let post = some_line(role.held_by.as_ref()).filter(|post| *post != title);
    let name = match (post, title.is_empty()) {
        (Some(post), true) => post,
        (Some(post), false) => phrases::held_by(&title, &post),
        (None, true) => role.id.to_string(),
        (None, false) => title,
    };
    let part = stated(role.text.as_ref(), &role.source);
    let name = if part.is_empty() { sourced(name, &role.source) } else { Block::plain(name) };
    [vec![name], filled(part)]
}
