//! How each principle is met: the assessment and its reason, key points, what changed and what is to be improved.

use std::collections::BTreeSet;

use ags_document::{Block, Inline};
use governance_model::{Arrangement, Assessment, Evidence, FrameworkRef, GapId, State};

use super::arrangement::title;
use super::composition::Composition;
use super::key_points::{self, Principle};
use super::levels;
use super::prose::{Body, marked, sentence, some_line};
use crate::phrases::principles as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let mut section = Body::new();
    for Principle { arrangement: principle, assessments, key_points } in key_points::principles(of) {
        let mut blocks: Body = assessments.iter().flat_map(|one| assessment(of, one)).collect();
        let points: Vec<_> = key_points.into_iter().filter_map(point).collect();
        if !points.is_empty() {
            blocks.extend([Block::plain(phrases::KEY_POINTS), Block::Bullets(points)]);
        }
        blocks.extend(improvements(of, principle).map(Block::plain));
        if !blocks.is_empty() {
            blocks.extend(local_code(of));
            let name = phrases::principle(&title(principle, of.statement.local_code.framework));
            section.push(Block::heading(2, name));
            section.append(&mut blocks);
        }
    }
    others(of, &mut section);
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

/// An assessment: its level, which way it moved and why, and what changed in the year.
fn assessment(of: &Composition<'_>, assessment: &Assessment) -> Body {
    let level = of.assessed(assessment).map(|level| phrases::assessment(&level, assessment.direction));
    let reason =
        assessment.reason.as_ref().map(|reason| sentence(reason)).filter(|reason| !reason.is_empty());
    let mut inlines: Vec<Inline> = level.into_iter().map(Inline::Strong).collect();
    if let Some(reason) = reason {
        let space = if inlines.is_empty() { "" } else { " " };
        inlines.push(Inline::Text(format!("{space}{reason}")));
    }
    let mut blocks = Body::new();
    if !inlines.is_empty() {
        blocks.push(Block::Paragraph(marked(inlines, &assessment.source)));
    }
    if let Some(changed) = assessment.changed.as_ref().map(|text| sentence(text)).filter(|it| !it.is_empty())
    {
        let inlines = vec![Inline::Strong(phrases::CHANGED.into()), Inline::Text(format!(" {changed}"))];
        blocks.push(Block::Paragraph(marked(inlines, &assessment.source)));
    }
    blocks
}

/// A piece of evidence as an item of a list; nothing where it has no words.
pub(super) fn point(evidence: &Evidence) -> Option<Vec<Block>> {
    let text = some_line(Some(&evidence.text)).or_else(|| some_line(evidence.name.as_ref()));
    let lead_in = some_line(evidence.lead_in.as_ref());
    let parts =
        Block::bullets(evidence.parts.iter().filter_map(|part| some_line(Some(part))).map(Block::plain));
    if text.is_none() && lead_in.is_none() && parts.is_none() {
        return None;
    }
    let text = text.map(|text| match evidence.when.and_then(|when| phrases::dated(when, &text)) {
        Some(dated) => sentence(&format!("{} {dated}", text.trim_end_matches('.'))),
        None => sentence(&text),
    });
    let mut inlines: Vec<Inline> = match evidence.state {
        State::InPlace => None,
        State::InDevelopment => Some(Inline::Strong(phrases::IN_DEVELOPMENT.into())),
        State::Planned => Some(Inline::Strong(phrases::PLANNED.into())),
    }
    .into_iter()
    .collect();
    inlines.extend(text.map(Inline::Text));
    if let Some(url) = &evidence.url {
        let name = some_line(evidence.name.as_ref()).unwrap_or_else(|| phrases::READ.into());
        inlines.push(Inline::Text(" ".into()));
        inlines.push(Inline::Link { text: name, target: url.to_string() });
    }
    if let Some(lead_in) = lead_in {
        let space = if inlines.is_empty() { "" } else { " " };
        inlines.push(Inline::Text(format!("{space}{lead_in}")));
    }
    let words = (!inlines.is_empty()).then(|| Block::Paragraph(marked(inlines, &evidence.source)));
    Some(words.into_iter().chain(parts).collect())
}

/// The issues and actions that improve a principle, by their numbers; none where no gap is in it.
fn improvements(of: &Composition<'_>, principle: &Arrangement) -> Option<String> {
    let review = &of.statement.review;
    let covered: BTreeSet<&str> = principle.covers.iter().map(FrameworkRef::as_str).collect();
    let within = |place: &FrameworkRef| {
        let place = place.as_str();
        (1..=place.len()).any(|end| place.get(..end).is_some_and(|begin| covered.contains(begin)))
    };
    let gaps: BTreeSet<&GapId> =
        review.gaps.iter().filter(|gap| gap.framework_refs.iter().any(within)).map(|gap| &gap.id).collect();
    let issues =
        review.issues.iter().zip(1..).filter(|(issue, _)| issue.gaps.iter().any(|gap| gaps.contains(gap)));
    let actions = review
        .actions
        .iter()
        .zip(1..)
        .filter(|(action, _)| action.addresses.iter().any(|gap| gaps.contains(gap)));
    let issues: Vec<usize> = issues.map(|(_, number)| number).collect();
    let actions: Vec<usize> = actions.map(|(_, number)| number).collect();
    phrases::improvements(&issues, &actions)
}

/// Where the whole code can be read.
fn local_code(of: &Composition<'_>) -> Option<Block> {
    let document = &of.statement.local_code.document;
    let url = document.url.as_ref()?;
    let title = some_line(Some(&document.title)).unwrap_or_else(|| phrases::LOCAL_CODE.into());
    let link = Inline::Link { text: title, target: url.to_string() };
    Some(Block::Paragraph(vec![Inline::Text(phrases::MORE.into()), link, Inline::Text(".".into())]))
}

/// The assessments of nothing that the local code has.
fn others(of: &Composition<'_>, section: &mut Body) {
    let covered = levels::covered(of);
    let review = &of.statement.review;
    let others = review
        .assessments
        .iter()
        .filter(|one| levels::is_of_the_year(of, one))
        .filter(|one| one.framework_ref.as_ref().is_none_or(|place| !covered.contains_key(place)));
    for other in others {
        let blocks = assessment(of, other);
        if blocks.is_empty() {
            continue;
        }
        let place = other.framework_ref.as_ref();
        let node = place.and_then(|place| review.framework.framework().find(place));
        let name = place.map(|place| {
            phrases::place(place.as_str(), node.map(governance_model::framework::FrameworkNode::title))
        });
        section.push(Block::heading(2, name.unwrap_or_else(|| phrases::OTHER.into())));
        section.extend(blocks);
    }
}
