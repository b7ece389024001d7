//! The annex with the evidence of the local code, whole.

use ags_document::{Block, Inline};
use ags_statement::Statement;
use governance_model::{Arrangement, Assessment, Evidence};

use super::arrangement::title;
use super::principles::point;
use super::prose::{Body, line, marked, paragraphs, sentence};
use crate::phrases::annex as phrases;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let code = &statement.local_code;
    let mut annex = Body::new();
    // There is no heading below level 6: what is nested deeper has level 6 too.
    let mut open: Vec<(u8, &Arrangement)> = code.principles.iter().rev().map(|one| (2, one)).collect();
    while let Some((level, arrangement)) = open.pop() {
        annex.push(Block::heading(level, title(arrangement, code.framework)));
        arranged(statement, arrangement, &mut annex);
        open.extend(arrangement.arrangements.iter().rev().map(|inner| ((level + 1).min(6), inner)));
    }
    if let Some(points) = points(&statement.review.evidence) {
        annex.extend([Block::heading(2, phrases::OF_THE_YEAR), points]);
    }
    let defined = code.definitions.iter().filter_map(|definition| {
        let (term, means) = (line(&definition.term), sentence(&definition.means));
        let inlines = vec![Inline::Strong(format!("{term}: ")), Inline::Text(means.clone())];
        (!term.is_empty() && !means.is_empty()).then(|| Block::Paragraph(marked(inlines, &definition.source)))
    });
    if let Some(list) = Block::bullets(defined) {
        annex.extend([Block::heading(2, phrases::DEFINITIONS), list]);
    }
    if !annex.is_empty() {
        body.push(Block::heading(1, phrases::EVIDENCE));
        body.append(&mut annex);
    }
}

fn arranged(statement: &Statement, arrangement: &Arrangement, annex: &mut Body) {
    for rationale in &arrangement.rationale {
        annex.extend(paragraphs(rationale, &arrangement.source));
    }
    annex.extend(arrangement.assessments.iter().filter_map(|one| scored(statement, one)));
    annex.extend(points(&arrangement.evidence));
    if let Some(note) = &arrangement.note {
        annex.extend(paragraphs(note, &arrangement.source));
    }
}

/// A score with its reason; nothing where an assessment gives no score.
fn scored(statement: &Statement, assessment: &Assessment) -> Option<Block> {
    let score = assessment.score.as_ref()?;
    let scale = statement.local_code.scales.get(&score.scale);
    let reason = assessment.reason.as_ref().map_or_else(String::new, |reason| sentence(reason));
    let inlines = vec![
        Inline::Strong(phrases::score(score.value, scale, assessment.year)),
        Inline::Text(if reason.is_empty() { String::new() } else { format!(" {reason}") }),
    ];
    let inlines = inlines.into_iter().filter(|inline| !inline.words().is_empty()).collect();
    Some(Block::Paragraph(marked(inlines, &assessment.source)))
}

fn points(evidence: &[Evidence]) -> Option<Block> {
    let points: Vec<_> = evidence.iter().filter_map(point).collect();
    (!points.is_empty()).then_some(Block::Bullets(points))
}
