//! Each principle: why it matters, how it was assessed and what is in place.

use ags_statement::english;
use std::collections::BTreeMap;

use governance_model::{
    Arrangement, Assessment, AssuranceLevel, Coverage, Evidence, EvidenceId, FrameworkEdition, FrameworkRef,
    Level, Scale, State,
};
use indexmap::IndexMap;

use super::arrangement::{all_under, own_title, short_name};
use super::chart::{Bar, Chart, Row};
use super::prose::{Body, bullets, cell, heading, marked, paragraphs, sentence, some_line, table};
use super::{averages, coverage, local_plan, plan, scores};
use crate::phrases::principles as phrases;
use ags_document::{Block, Cell, Inline};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    let principles = &statement.local_code.principles;
    if principles.is_empty() {
        body.push(Block::plain(phrases::NO_PRINCIPLES));
    } else {
        body.push(Block::plain(phrases::INTRODUCTION));
    }
    let mut assessed = Assessed::of(statement);
    let covered = statement.local_code.coverage();
    let (principles, others): (Vec<_>, Vec<_>) =
        principles.iter().partition(|arrangement| arrangement.level != Level::Clause);
    body.extend(assessed.levels(&principles));
    let rows = principles.iter().map(|principle| assessed.glance(principle, &covered)).collect();
    let columns = [phrases::PRINCIPLE, phrases::LEVEL, phrases::EVIDENCE];
    body.extend(table(phrases::CAPTION, columns, rows));
    body.extend(averages::compose(&statement.local_code));
    body.extend(scores::spread(&statement.local_code));
    body.extend(coverage::compose(statement.local_code.framework, &covered));
    assessed.arrangements(&principles, body);
    let mut clauses = Body::new();
    assessed.arrangements(&others, &mut clauses);
    assessed.rest(body);
    if !clauses.is_empty() {
        body.extend([heading(1, phrases::CLAUSES), Block::plain(phrases::CLAUSES_INTRODUCTION)]);
        body.append(&mut clauses);
    }
}

/// The review's assessments and evidence, each shown once: with the arrangement it assesses, or at the end.
struct Assessed<'a> {
    statement: &'a Statement,
    assessments: BTreeMap<&'a FrameworkRef, Vec<&'a Assessment>>,
    evidence: BTreeMap<&'a EvidenceId, &'a Evidence>,
}

impl<'a> Assessed<'a> {
    fn of(statement: &'a Statement) -> Self {
        let mut assessments: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for assessment in &statement.review.assessments {
            if let Some(of) = &assessment.framework_ref {
                assessments.entry(of).or_default().push(assessment);
            }
        }
        let evidence = statement.review.evidence.iter().map(|evidence| (&evidence.id, evidence)).collect();
        Self { statement, assessments, evidence }
    }

    /// The row of a principle in the table of all.
    fn glance(&self, principle: &Arrangement, coverage: &IndexMap<&str, Coverage>) -> [Cell; 3] {
        let framework = self.statement.local_code.framework;
        let covered = principle.covers.iter().find_map(|of| coverage.get(of.as_str())).copied();
        let covered = covered.unwrap_or_default();
        let evidence =
            if covered.total() == 0 { phrases::NO_EVIDENCE.into() } else { phrases::coverage(covered) };
        [
            cell(Some(title(principle, framework))),
            cell(Some(self.level_in_words(principle))),
            cell(Some(evidence)),
        ]
    }

    /// The level that the review gives a principle, or else the local code.
    fn level(&self, principle: &Arrangement) -> Option<AssuranceLevel> {
        let reviewed = principle.covers.iter().filter_map(|of| self.assessments.get(of)).flatten().copied();
        reviewed.chain(&principle.assessments).find_map(|assessment| assessment.level)
    }

    fn level_in_words(&self, principle: &Arrangement) -> String {
        let scores = scores::series(all_under(principle).into_iter());
        let unlevelled = if scores.is_empty() { phrases::NOT_ASSESSED } else { phrases::BY_SCORES };
        self.level(principle).map_or_else(|| unlevelled.into(), english::level)
    }

    /// The levels of the principles, drawn; the table of all principles has them too.
    fn levels(&self, principles: &[&Arrangement]) -> Option<Block> {
        let rows = principles.iter().map(|principle| Row {
            name: own_title(principle),
            label: short_name(principle),
            bars: vec![Bar {
                length: self.level(principle).map_or(0, |level| 1 + level as usize),
                label: self.level_in_words(principle),
            }],
        });
        let levels: Vec<_> = principles.iter().map(|one| (short_name(one), self.level(one))).collect();
        let chart = Chart {
            of: phrases::PRINCIPLE,
            series: vec![phrases::LEVEL.into()],
            rows: rows.collect(),
            alt: phrases::levels_alt(&levels),
            full: 1 + AssuranceLevel::Substantial as usize,
        };
        chart.figure(phrases::LEVELS)
    }

    /// Arrangements and all those nested in them, a parent before its children.
    fn arrangements(&mut self, arrangements: &[&'a Arrangement], body: &mut Body) {
        let mut open: Vec<(u8, &Arrangement)> = arrangements.iter().rev().map(|one| (2, *one)).collect();
        while let Some((level, arrangement)) = open.pop() {
            self.arrangement(level, arrangement, body);
            let under = &arrangement.arrangements;
            if under.iter().all(|inner| self.has_only_a_title(inner)) {
                body.extend(bullets(under.iter().map(|inner| Block::plain(sentence(&own_title(inner))))));
                continue;
            }
            // There is no heading below level 6: what is nested deeper has level 6 too.
            open.extend(under.iter().rev().map(|inner| ((level + 1).min(6), inner)));
        }
    }

    fn has_only_a_title(&self, arrangement: &Arrangement) -> bool {
        let Arrangement { rationale, evidence, assessments, actions, no_actions_planned, note, .. } =
            arrangement;
        let reviewed = arrangement.covers.iter().any(|of| self.assessments.contains_key(of));
        !reviewed
            && note.is_none()
            && rationale.is_empty()
            && evidence.is_empty()
            && assessments.is_empty()
            && actions.is_empty()
            && no_actions_planned.is_empty()
            && arrangement.arrangements.is_empty()
    }

    fn arrangement(&mut self, level: u8, arrangement: &'a Arrangement, body: &mut Body) {
        let title = title(arrangement, self.statement.local_code.framework);
        let names_principle = level == 2 && !arrangement.covers.is_empty();
        body.push(heading(level, if names_principle { phrases::principle(&title) } else { title }));
        let before = body.len();
        for rationale in &arrangement.rationale {
            body.extend(paragraphs(rationale, &arrangement.source));
        }
        let reviewed = arrangement.covers.iter().filter_map(|of| self.assessments.remove(of)).flatten();
        let assessments: Vec<&Assessment> = reviewed.chain(&arrangement.assessments).collect();
        let scored = scores::of(&self.statement.local_code, arrangement);
        if assessments.is_empty() && scored.is_empty() && level == 2 && arrangement.level != Level::Clause {
            body.push(Block::plain(phrases::NO_ASSESSMENT));
        }
        body.extend(scored);
        for assessment in assessments.into_iter().filter(|assessment| !scores::is_tabulated(assessment)) {
            body.push(assessment_paragraph(assessment, &self.statement.local_code.scales));
            self.of_the_year(assessment, body);
        }
        let evidence: Vec<_> = arrangement.evidence.iter().filter_map(point).collect();
        body.extend((!evidence.is_empty()).then_some(Block::Bullets(evidence)));
        if let Some(note) = &arrangement.note {
            body.extend(paragraphs(note, &arrangement.source));
        }
        if !local_plan::is_followed_up(&self.statement.local_code) {
            improvements(arrangement, body);
        }
        if body.len() == before && arrangement.arrangements.is_empty() {
            body.push(Block::plain(phrases::NOTHING_HERE));
        }
    }

    /// The review's own evidence that an assessment rests on.
    fn of_the_year(&mut self, assessment: &Assessment, body: &mut Body) {
        let rested = assessment.evidence.iter().filter_map(|id| self.evidence.remove(id));
        let points: Vec<_> = rested.filter_map(point).collect();
        if !points.is_empty() {
            body.push(Block::plain(phrases::OF_THE_YEAR));
            body.push(Block::Bullets(points));
        }
    }

    /// The evidence of the local code that an assessment rests on, for one that is not shown with an arrangement.
    fn of_the_code(&self, assessment: &Assessment, body: &mut Body) {
        let code = &self.statement.local_code;
        let rested = assessment
            .evidence
            .iter()
            .filter_map(|id| code.evidence().find(|(_, evidence)| evidence.id == *id))
            .filter_map(|(_, evidence)| point(evidence));
        let points: Vec<_> = rested.collect();
        if !points.is_empty() {
            body.push(Block::plain(phrases::OF_THE_CODE));
            body.push(Block::Bullets(points));
        }
    }

    /// Assessments of nothing in the local code, and evidence that no assessment rests on.
    fn rest(mut self, body: &mut Body) {
        let review = &self.statement.review;
        let unassigned = |assessment: &&Assessment| {
            assessment.framework_ref.as_ref().is_none_or(|of| self.assessments.contains_key(of))
        };
        let rest: Vec<&Assessment> = review.assessments.iter().filter(unassigned).collect();
        if !rest.is_empty() {
            body.push(heading(2, phrases::OTHER));
        }
        for assessment in rest {
            if let Some(of) = &assessment.framework_ref {
                let place = review.framework.framework().find(of);
                let on = phrases::assessed(
                    of.as_str(),
                    place.map(governance_model::framework::FrameworkNode::title),
                );
                body.push(Block::Paragraph(vec![Inline::Strong(on)]));
            }
            body.push(assessment_paragraph(assessment, &self.statement.local_code.scales));
            self.of_the_code(assessment, body);
            self.of_the_year(assessment, body);
        }
        let points: Vec<_> = review
            .evidence
            .iter()
            .filter(|it| self.evidence.contains_key(&it.id))
            .filter_map(point)
            .collect();
        if !points.is_empty() {
            body.push(heading(2, phrases::FURTHER));
            body.push(Block::Bullets(points));
        }
    }
}

/// The title of an arrangement after the parts of the framework that it covers: the framework's own title where
/// it covers one part, the local code's where it covers several or none.
fn title(arrangement: &Arrangement, framework: FrameworkEdition) -> String {
    let official = match &arrangement.covers[..] {
        [only] => framework.framework().find(only).map(|place| place.title().to_owned()),
        _ => None,
    };
    match (official, &arrangement.covers[..]) {
        (Some(title), [only]) if !title.is_empty() => phrases::covering(only.as_str(), &title),
        _ => own_title(arrangement),
    }
}

/// An assessment: its level and score, which way it moved and why.
fn assessment_paragraph(
    assessment: &Assessment,
    scales: &IndexMap<governance_model::ScaleId, Scale>,
) -> Block {
    let level = assessment.level.map(|level: AssuranceLevel| level.to_string());
    let details = [
        assessment.reason.as_ref().map(|reason| sentence(reason)),
        assessment.score.as_ref().map(|score| phrases::score(score.value, scales.get(&score.scale))),
        assessment.prior.as_ref().map(|prior| phrases::prior(prior.value)),
        assessment.direction.map(|direction| phrases::direction(direction).into()),
    ];
    let details: Vec<String> = details.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    let mut inlines = vec![Inline::Strong(phrases::assessment(assessment.year, level.as_deref()))];
    if !details.is_empty() {
        inlines.push(Inline::Text(format!(" {}", details.join(" "))));
    }
    Block::Paragraph(marked(inlines, &assessment.source))
}

/// A piece of evidence as an item of a list; nothing where it has no words.
fn point(evidence: &Evidence) -> Option<Vec<Block>> {
    let text = some_line(Some(&evidence.text)).or_else(|| some_line(evidence.name.as_ref()));
    let lead_in = some_line(evidence.lead_in.as_ref());
    let parts = bullets(evidence.parts.iter().filter_map(|part| some_line(Some(part))).map(Block::plain));
    if text.is_none() && lead_in.is_none() && parts.is_none() {
        return None;
    }
    let text = text.unwrap_or_else(|| phrases::UNTITLED.into());
    let text = match evidence.when.and_then(|when| phrases::dated(when, &text)) {
        Some(dated) => sentence(&format!("{} {dated}", text.trim_end_matches('.'))),
        None => sentence(&text),
    };
    let mut inlines: Vec<Inline> = match evidence.state {
        State::InPlace => None,
        State::InDevelopment => Some(Inline::Strong(phrases::IN_DEVELOPMENT.into())),
        State::Planned => Some(Inline::Strong(phrases::PLANNED.into())),
    }
    .into_iter()
    .collect();
    inlines.push(Inline::Text(text));
    if let Some(url) = &evidence.url {
        let name = some_line(evidence.name.as_ref()).unwrap_or_else(|| phrases::READ.into());
        inlines.push(Inline::Text(" ".into()));
        inlines.push(Inline::Link { text: name, target: url.to_string() });
    }
    inlines.extend(lead_in.map(|lead_in| Inline::Text(format!(" {lead_in}"))));
    Some([Block::Paragraph(marked(inlines, &evidence.source))].into_iter().chain(parts).collect())
}

/// The improvements that the local code itself plans for an arrangement.
fn improvements(arrangement: &Arrangement, body: &mut Body) {
    let actions = arrangement.actions.iter().filter_map(plan::in_a_sentence);
    let none = arrangement.no_actions_planned.iter().map(local_plan::in_place_of_action);
    if let Some(list) = bullets(actions.chain(none)) {
        body.push(Block::plain(phrases::ACTIONS));
        body.push(list);
    }
}
