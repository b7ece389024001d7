//! The review of effectiveness and what each source of assurance gave.

use ags_document::{Block, Cell, Inline};
use governance_model::{Assurance, AssuranceKind, MatterKind};

use super::composition::Composition;
use super::prose::{
    Body, cell, filled, line, lines, marked, paragraphs, sentence, some_line, sourced, stated, table,
};
use super::{conformance, group, matters};
use crate::phrases::{prompts, review as phrases};

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let mut section = Body::new();
    part(phrases::PROCESS, made(of), &mut section);
    part(phrases::HEAD_OF_INTERNAL_AUDIT, head_of_internal_audit(of), &mut section);
    part(phrases::EXTERNAL_AUDIT, external_audit(of), &mut section);
    part(phrases::INSPECTION, inspection(of), &mut section);
    part(phrases::SOURCES, others(of), &mut section);
    part(phrases::STANDARDS, conformance::compose(of), &mut section);
    part(phrases::GROUP, group::compose(of), &mut section);
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

fn part(title: &str, mut blocks: Body, section: &mut Body) {
    if !blocks.is_empty() {
        section.push(Block::heading(2, title));
        section.append(&mut blocks);
    }
}

fn made(of: &Composition<'_>) -> Body {
    let Some(process) = &of.statement.review.process else {
        return of.prompt(phrases::PROCESS_MISSING).into_iter().collect();
    };
    let mut blocks = Body::new();
    let led_by = lines(&process.led_by);
    let completed = process.completed;
    let covers = process.covers.map_or_else(|| of.years().to_vec(), |year| vec![year]);
    let text = phrases::made(&covers, &led_by, completed);
    blocks.extend(text.map(|text| sourced(text, &process.source)));
    let steps: Vec<_> = process.steps.iter().map(|step| paragraphs(step, &process.source)).collect();
    let steps: Vec<_> = steps.into_iter().filter(|step| !step.is_empty()).collect();
    if !steps.is_empty() {
        blocks.extend([Block::plain(phrases::STEPS), Block::Numbered(steps)]);
    }
    let missing = match (completed.is_none(), led_by.is_empty()) {
        (true, true) => Some(phrases::LEADER_AND_DAY_MISSING),
        (true, false) => Some(phrases::DAY_MISSING),
        (false, true) => Some(phrases::LEADER_MISSING),
        (false, false) => None,
    };
    blocks.extend(missing.and_then(|missing| of.prompt(missing)));
    blocks
}

fn given<'a>(of: &Composition<'a>, is: fn(AssuranceKind) -> bool) -> impl Iterator<Item = &'a Assurance> {
    of.statement.review.assurances.iter().filter(move |assurance| is(assurance.kind))
}

/// The annual opinion of the head of internal audit, with its basis and its limits.
fn head_of_internal_audit(of: &Composition<'_>) -> Body {
    let is = |kind| kind == AssuranceKind::HeadOfInternalAudit;
    let opinions: Body = given(of, is).flat_map(|opinion| narrated(of, opinion)).collect();
    if opinions.is_empty() { of.prompt(phrases::OPINION_MISSING).into_iter().collect() } else { opinions }
}

fn external_audit(of: &Composition<'_>) -> Body {
    let is = |kind| kind == AssuranceKind::ExternalAudit;
    let mut blocks: Body = given(of, is).flat_map(|report| narrated(of, report)).collect();
    blocks.extend(matters::compose(of, is_of_audit));
    blocks
}

fn inspection(of: &Composition<'_>) -> Body {
    let is = |kind| matches!(kind, AssuranceKind::Regulators | AssuranceKind::PeerChallenge);
    let mut blocks: Body = given(of, is).flat_map(|report| narrated(of, report)).collect();
    blocks.extend(matters::compose(of, |kind| !is_of_audit(kind)));
    blocks
}

/// Whether the external auditor raises matters of a kind.
const fn is_of_audit(kind: MatterKind) -> bool {
    matches!(
        kind,
        MatterKind::PublicInterestReport
            | MatterKind::StatutoryRecommendation
            | MatterKind::SignificantWeakness
            | MatterKind::DisclaimedOpinion
            | MatterKind::QualifiedOpinion
    )
}

/// A source of assurance as paragraphs: its name and date, its level, what it found, its basis and its limits.
fn narrated(of: &Composition<'_>, assurance: &Assurance) -> Body {
    let level = of.level(assurance.level, assurance.own_level.as_ref());
    let title = line(&assurance.title);
    let provider = some_line(assurance.provider.as_ref());
    let dates = (assurance.given, assurance.year);
    let name = match (provider, title.is_empty()) {
        (Some(provider), true) => prompts::named(&provider, None, dates, None),
        (provider, false) => prompts::named(&title, provider.as_deref(), dates, None),
        (None, true) => assurance.id.to_string(),
    };
    let mut inlines = vec![Inline::Strong(name)];
    inlines.extend(level.map(|level| Inline::Text(format!(" {}", phrases::level(&level)))));
    let found = stated(assurance.text.as_ref(), &assurance.source);
    if found.is_empty() {
        inlines = marked(inlines, &assurance.source);
    }
    let mut blocks = vec![Block::Paragraph(inlines)];
    blocks.extend(found);
    blocks.extend(stated(assurance.basis.as_ref(), &assurance.source));
    blocks.extend(stated(assurance.limits.as_ref(), &assurance.source));
    let standard = some_line(assurance.standard.as_ref()).map(|standard| phrases::standard(&standard));
    blocks.extend(standard.map(|standard| sourced(sentence(&standard), &assurance.source)));
    blocks
}

/// The name of a source, with who gave it where the name does not say.
fn title(assurance: &Assurance) -> String {
    let title = line(&assurance.title);
    match (some_line(assurance.provider.as_ref()), title.is_empty()) {
        (Some(provider), true) => provider,
        (Some(provider), false) if !title.contains(&provider) => phrases::given_by(&title, &provider),
        (_, false) => title,
        (None, true) => assurance.id.to_string(),
    }
}

/// The other sources, in a table.
fn others(of: &Composition<'_>) -> Body {
    let is = |kind| {
        !matches!(
            kind,
            AssuranceKind::HeadOfInternalAudit
                | AssuranceKind::ExternalAudit
                | AssuranceKind::Regulators
                | AssuranceKind::PeerChallenge
        )
    };
    let rows = given(of, is).map(|assurance| row(of, assurance)).collect();
    table(phrases::CAPTION, [phrases::SOURCE, phrases::FOUND, phrases::LEVEL], rows).into_iter().collect()
}

fn row(of: &Composition<'_>, assurance: &Assurance) -> [Cell; 3] {
    let worded = assurance.text.as_ref().is_some_and(|text| !text.is_blank());
    // The mark follows the findings, or the name where there are none.
    let mut source = vec![if worded {
        Block::plain(title(assurance))
    } else {
        sourced(title(assurance), &assurance.source)
    }];
    source.extend(phrases::given(assurance.given, assurance.year).map(Block::plain));
    let mut found = stated(assurance.text.as_ref(), &assurance.source);
    found.extend(stated(assurance.basis.as_ref(), &assurance.source));
    found.extend(stated(assurance.limits.as_ref(), &assurance.source));
    let standard = some_line(assurance.standard.as_ref()).map(|standard| phrases::standard(&standard));
    found.extend(standard.map(|standard| sourced(sentence(&standard), &assurance.source)));
    [source, filled(found), cell(of.level(assurance.level, assurance.own_level.as_ref()))]
}
