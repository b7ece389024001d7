//! The level of assurance of each principle, and which way it moved.

use std::collections::{BTreeMap, BTreeSet};

use ags_document::{Block, Cell};
use governance_model::{Arrangement, Assessment, Direction, FrameworkRef, Level};

use super::arrangement::short_title;
use super::averages::{self, Averages};
use super::composition::Composition;
use super::prose::{cell, sourced, table};
use crate::phrases::levels as phrases;

/// The table of the principles with their levels; or with their average scores, where the local code scores them and
/// nothing gives levels; or a prompt.
pub(super) fn compose(of: &Composition<'_>) -> Vec<Block> {
    let principles = principles(of);
    let rows: Vec<Levelled> = principles.iter().filter_map(|principle| levelled(of, principle)).collect();
    if !rows.is_empty() {
        return tabled(rows).into_iter().collect();
    }
    let scored: Vec<Block> = averages::of(&of.statement.local_code)
        .into_iter()
        .filter_map(|averages| scores(of, &principles, &averages))
        .collect();
    if !scored.is_empty() || principles.is_empty() {
        return scored;
    }
    of.prompt(phrases::MISSING).into_iter().collect()
}

/// The principles of the local code.
pub(super) fn principles<'a>(of: &Composition<'a>) -> Vec<&'a Arrangement> {
    of.statement.local_code.principles.iter().filter(|one| one.level != Level::Clause).collect()
}

/// The review's assessments of a principle, or else those of the local code.
pub(super) fn assessments<'a>(of: &Composition<'a>, principle: &'a Arrangement) -> Vec<&'a Assessment> {
    let places: BTreeSet<&FrameworkRef> = principle.covers.iter().collect();
    let covered = |assessment: &&Assessment| {
        assessment.framework_ref.as_ref().is_some_and(|place| places.contains(place))
    };
    let reviewed: Vec<&Assessment> = of.statement.review.assessments.iter().filter(covered).collect();
    if reviewed.is_empty() {
        principle.assessments.iter().filter(|one| one.score.is_none()).collect()
    } else {
        reviewed
    }
}

/// The places of the framework that the local code covers with a principle.
pub(super) fn covered<'a>(of: &Composition<'a>) -> BTreeMap<&'a FrameworkRef, &'a Arrangement> {
    let places = principles(of).into_iter().flat_map(|one| one.covers.iter().map(move |place| (place, one)));
    places.collect()
}

/// A principle by name, its level, and which way it moved.
type Levelled = (Cell, Cell, Option<Direction>);

/// The table of the levels, with a column for the change where one is stated.
fn tabled(rows: Vec<Levelled>) -> Option<Block> {
    if rows.iter().all(|(_, _, direction)| direction.is_none()) {
        let rows = rows.into_iter().map(|(name, level, _)| [name, level]).collect();
        return table(phrases::CAPTION, [phrases::PRINCIPLE, phrases::LEVEL], rows);
    }
    let change = |direction: Option<Direction>| cell(direction.map(|it| phrases::direction(it).into()));
    let rows = rows.into_iter().map(|(name, level, direction)| [name, level, change(direction)]).collect();
    table(phrases::CAPTION, [phrases::PRINCIPLE, phrases::LEVEL, phrases::CHANGE], rows)
}

fn levelled(of: &Composition<'_>, principle: &Arrangement) -> Option<Levelled> {
    let assessments = assessments(of, principle);
    let assessment = assessments.iter().find(|assessment| of.assessed(assessment).is_some())?;
    let level = of.assessed(assessment)?;
    let name = short_title(principle, of.statement.local_code.framework);
    Some((cell(Some(name)), vec![sourced(level, &assessment.source)], assessment.direction))
}

fn scores(of: &Composition<'_>, principles: &[&Arrangement], averages: &Averages<'_>) -> Option<Block> {
    let framework = of.statement.local_code.framework;
    let rows = principles.iter().filter_map(|principle| {
        let (now, before) = averages.of(principle)?;
        let before = before.map_or_else(|| phrases::NOT_SCORED.into(), phrases::tenths);
        let name = short_title(principle, framework);
        Some([cell(Some(name)), cell(Some(phrases::tenths(now))), cell(Some(before))])
    });
    let caption = phrases::averages(averages.year, averages.scale);
    table(&caption, [phrases::PRINCIPLE, phrases::AVERAGE, phrases::BEFORE], rows.collect())
}
