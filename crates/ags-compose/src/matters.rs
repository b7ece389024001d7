//! What others brought to the authority's notice, and what it answered.

use ags_statement::english;
use std::collections::BTreeMap;

use governance_model::{IssueId, Matter, Text};

use super::action_plan;
use super::prose::{Body, declared, heading, line, sentence, some_line, sourced};
use crate::phrases::matters as phrases;
use ags_document::{Block, Inline};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let Some(matters) = &statement.review.matters else { return };
    body.push(heading(2, phrases::HEADING));
    if matters.is_empty() {
        body.push(Block::plain(phrases::none(&english::authority(&statement.local_code.authority))));
    }
    let issues = statement.review.issues.iter().zip(1..);
    let issues = issues.map(|(issue, place)| (&issue.id, action_plan::title(issue, place))).collect();
    for matter in matters {
        raised(matter, &issues, body);
    }
}

fn raised(matter: &Matter, issues: &BTreeMap<&IssueId, String>, body: &mut Body) {
    let title = line(&matter.title);
    body.push(heading(3, if title.is_empty() { phrases::kind(matter.kind).into() } else { title }));
    let (by, reference) = (some_line(matter.by.as_ref()), some_line(matter.reference.as_ref()));
    let brought =
        phrases::brought(matter.kind, by.as_deref(), matter.when, matter.year, reference.as_deref());
    body.push(sourced(brought, &matter.source));
    body.extend(declared(matter.text.as_ref()));
    body.extend(matter.response.as_ref().and_then(answer));
    body.extend(matter.considered.map(|day| Block::plain(phrases::considered(day))));
    body.extend(reported(matter, issues).map(Block::plain));
}

fn answer(response: &Text) -> Option<Block> {
    let text = sentence(response);
    let answered = Inline::Strong(phrases::ANSWERED.into());
    (!text.is_empty()).then(|| Block::Paragraph(vec![answered, Inline::Text(text)]))
}

/// The issues that report the matter, and why it is not significant; or that the statement gives neither.
fn reported(matter: &Matter, issues: &BTreeMap<&IssueId, String>) -> impl Iterator<Item = String> + use<> {
    let named: Vec<String> = matter.issues.iter().filter_map(|id| issues.get(id).cloned()).collect();
    let excused = matter.excused.as_ref().map(|excused| sentence(excused)).filter(|it| !it.is_empty());
    let unreported = named.is_empty() && excused.is_none();
    let sentences = [
        (!named.is_empty()).then(|| phrases::reported(&named)),
        excused.map(|excused| phrases::excused(&excused)),
        unreported.then(|| phrases::NOT_REPORTED.into()),
    ];
    sentences.into_iter().flatten()
}
