//! The conclusion, the levels by principle and the significant issues by name.

use ags_document::{Block, Inline};
use governance_model::Opinion;

use super::composition::Composition;
use super::issues;
use super::levels;
use super::prose::{self, Body, marked, paragraphs, sourced};
use crate::phrases::summary as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let mut section = Body::new();
    let conclusion = conclusion(of);
    if !conclusion.is_empty() {
        section.push(Block::Note { label: phrases::CONCLUSION.into(), blocks: conclusion });
    }
    section.extend(prose::passage(of.statement.review.summary.as_ref()));
    section.extend(levels::compose(of));
    named(of, &mut section);
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

/// The opinion, or every opinion where there are several.
fn conclusion(of: &Composition<'_>) -> Vec<Block> {
    let opinions = &of.statement.review.opinions;
    let blocks: Vec<Block> = opinions.iter().flat_map(|opinion| stated(of, opinion)).collect();
    if blocks.is_empty() { of.prompt(phrases::OPINION_MISSING).into_iter().collect() } else { blocks }
}

fn stated(of: &Composition<'_>, opinion: &Opinion) -> Vec<Block> {
    let text = paragraphs(&opinion.text, &opinion.source);
    let level = of.level(opinion.level, opinion.own_level.as_ref());
    let level = level.map(|level| vec![Inline::Strong(phrases::overall(&level))]);
    let level = level.map(|level| if text.is_empty() { marked(level, &opinion.source) } else { level });
    level.map(Block::Paragraph).into_iter().chain(text).collect()
}

/// The significant issues by name.
fn named(of: &Composition<'_>, body: &mut Body) {
    let issues = &of.statement.review.issues;
    if issues.is_empty() {
        body.extend(of.is_concluded().then(|| Block::plain(phrases::no_issues(of.years()))));
        return;
    }
    body.push(Block::plain(phrases::issues(issues.len())));
    let titles =
        issues.iter().zip(1..).map(|(issue, number)| sourced(issues::title(issue, number), &issue.source));
    body.extend(Block::bullets(titles));
}
