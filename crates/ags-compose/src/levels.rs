//! The level of assurance of each principle, and which way it moved.

use std::collections::{BTreeMap, BTreeSet};

use ags_document::{Block, Cell};
use governance_model::{Arrangement, Assessment, Direction, FrameworkRef, Level};

use super::arrangement::short_title;
use super::averages::{self, Averages};
use super::composition::Composition;
use super::prose::{cell, sourced};
use crate::phrases::{levels as phrases, principles::covering};

/// The table of the principles with their levels; or with their average scores, where the local code scores them and
/// nothing gives levels; or a prompt.
pub(super) fn compose(of: &Composition<'_>) -> Vec<Block> {
    let principles = principles(of);
    if principles.iter().any(|principle| levelled(of, principle).is_some()) {
        let row = |principle| levelled(of, principle).or_else(|| to_be_assessed(of, principle));
        return tabled(principles.iter().copied().filter_map(row).collect()).into_iter().collect();
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
    let of_the_year = |assessment: &&Assessment| is_of_the_year(of, assessment);
    let reviewed = of.statement.review.assessments.iter().filter(covered).filter(of_the_year);
    let reviewed: Vec<&Assessment> = reviewed.collect();
    if reviewed.is_empty() {
        principle.assessments.iter().filter(|one| one.score.is_none()).filter(of_the_year).collect()
    } else {
        reviewed
    }
}

/// Whether an assessment is of a year that the statement is for; one without a year is.
pub(super) fn is_of_the_year(of: &Composition<'_>, assessment: &Assessment) -> bool {
    let years = of.years();
    assessment.year.is_none_or(|year| years.is_empty() || years.contains(&year))
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
        return Block::table(phrases::CAPTION, [phrases::PRINCIPLE, phrases::LEVEL], rows);
    }
    let change = |direction: Option<Direction>| cell(direction.map(|it| phrases::direction(it).into()));
    let rows = rows.into_iter().map(|(name, level, direction)| [name, level, change(direction)]).collect();
    Block::table(phrases::CAPTION, [phrases::PRINCIPLE, phrases::LEVEL, phrases::CHANGE], rows)
}

/// A principle with its level; or with the level of each of its parts, where they differ.
fn levelled(of: &Composition<'_>, principle: &Arrangement) -> Option<Levelled> {
    let assessments = assessments(of, principle);
    let levels: Vec<_> =
        assessments.into_iter().filter_map(|one| of.assessed(one).map(|level| (one, level))).collect();
    let (first, level) = levels.first()?;
    let same = levels.iter().all(|(_, other)| other == level);
    let same_way = levels.iter().all(|(one, _)| one.direction == first.direction);
    let shown = if same { levels.get(..1)? } else { &levels[..] };
    let cell = shown.iter().map(|(one, level)| match &one.framework_ref {
        Some(part) if !same => sourced(covering(part.as_str(), level), &one.source),
        _ => sourced(level.as_str(), &one.source),
    });
    Some((name(of, principle), cell.collect(), first.direction.filter(|_| same_way)))
}

/// A principle that a draft does not assess yet.
fn to_be_assessed(of: &Composition<'_>, principle: &Arrangement) -> Option<Levelled> {
    of.prompt(phrases::LEVEL_MISSING).map(|prompt| (name(of, principle), vec![prompt], None))
}

fn name(of: &Composition<'_>, principle: &Arrangement) -> Cell {
    cell(Some(short_title(principle, of.statement.local_code.framework)))
}

fn scores(of: &Composition<'_>, principles: &[&Arrangement], averages: &Averages<'_>) -> Option<Block> {
    let rows = principles.iter().filter_map(|principle| {
        let (now, before) = averages.of(principle)?;
        let [now, before] = [Some(now), before].map(|score| cell(score.map(phrases::tenths)));
        Some([name(of, principle), now, before])
    });
    let caption = phrases::averages(averages.year, averages.scale);
    Block::table(&caption, [phrases::PRINCIPLE, phrases::AVERAGE, phrases::BEFORE], rows.collect())
}
