//! The evidence that is printed with each principle.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ptr::from_ref;

use ags_statement::Statement;
use governance_model::{
    Arrangement, Assessment, Evidence, EvidenceBasis, EvidenceId, EvidenceKind, KEY_POINTS, State,
};

use super::arrangement::all_under;
use super::composition::Composition;
use super::levels;

/// A principle with what is printed of it.
pub(super) struct Principle<'a> {
    pub(super) arrangement: &'a Arrangement,
    pub(super) assessments: Vec<&'a Assessment>,
    pub(super) key_points: Vec<&'a Evidence>,
}

/// The principles with their key points, at most [`KEY_POINTS`] each: those that the assessments choose, or else the
/// strongest of what the assessments rest on and what the local code gives under the principle.
///
/// The strongest are in place and show the arrangements at work; then those that others looked at, a report or a
/// review; then the latest. What is equal keeps the order of the documents. What is printed with another principle,
/// because it is chosen there or comes before, gives way to the next. An assessment of several principles has the same
/// key points with each.
pub(super) fn principles<'a>(of: &Composition<'a>) -> Vec<Principle<'a>> {
    let all = by_id(of.statement);
    let found = |ids: &'a [EvidenceId]| ids.iter().filter_map(|id| all.get(id).copied());
    let mut given: BTreeMap<*const Assessment, Vec<&'a Evidence>> = BTreeMap::new();
    let mut printed: Vec<&'a Evidence> = Vec::new();
    let mut principles: Vec<Principle<'a>> = levels::principles(of)
        .into_iter()
        .map(|arrangement| {
            let assessments = levels::assessments(of, arrangement);
            Principle { arrangement, assessments, key_points: Vec::new() }
        })
        .collect();
    for principle in &mut principles {
        let chosen = principle.assessments.iter().flat_map(|one| match given.get(&from_ref(*one)) {
            Some(points) => points.clone(),
            None => found(&one.key_points).collect(),
        });
        principle.key_points = distinct(chosen, &[]);
        if !principle.key_points.is_empty() {
            principle.give(&mut given);
            printed.extend(&principle.key_points);
        }
    }
    for principle in principles.iter_mut().filter(|principle| principle.key_points.is_empty()) {
        let mut known = principle.assessments.iter().filter_map(|one| given.get(&from_ref(*one)));
        let shared = known.find(|points| !points.is_empty()).cloned();
        principle.key_points = shared.unwrap_or_else(|| {
            let rested_on = principle.assessments.iter().flat_map(|one| found(&one.evidence));
            let under = all_under(principle.arrangement).into_iter().flat_map(|one| &one.evidence);
            let in_place = rested_on.chain(under).filter(|one| one.state == State::InPlace);
            let mut strongest: Vec<&Evidence> = in_place.collect();
            strongest.sort_by_key(|evidence| Reverse(strength(evidence)));
            distinct(strongest, &printed)
        });
        principle.give(&mut given);
        printed.extend(&principle.key_points);
    }
    principles
}

impl<'a> Principle<'a> {
    /// Gives the key points to the assessments that have none from a principle before.
    fn give(&self, given: &mut BTreeMap<*const Assessment, Vec<&'a Evidence>>) {
        for assessment in &self.assessments {
            given.entry(from_ref(*assessment)).or_insert_with(|| self.key_points.clone());
        }
    }
}

/// The first pieces that differ from each other and from others.
fn distinct<'a>(pieces: impl IntoIterator<Item = &'a Evidence>, others: &[&Evidence]) -> Vec<&'a Evidence> {
    let same = |one: &Evidence, other: &Evidence| {
        one.id == other.id || (one.text == other.text && !one.text.is_blank())
    };
    let mut distinct: Vec<&Evidence> = Vec::new();
    for piece in pieces {
        if distinct.len() == KEY_POINTS {
            break;
        }
        if !distinct.iter().chain(others).any(|known| same(known, piece)) {
            distinct.push(piece);
        }
    }
    distinct
}

/// The pieces of evidence of a statement by their identifiers: those of the review, and those of the local code.
fn by_id(statement: &Statement) -> BTreeMap<&EvidenceId, &Evidence> {
    let of_the_code = statement.local_code.evidence().map(|(_, evidence)| evidence);
    of_the_code.chain(&statement.review.evidence).map(|evidence| (&evidence.id, evidence)).collect()
}

fn strength(evidence: &Evidence) -> (bool, bool, Option<chrono::NaiveDate>) {
    let examined = matches!(evidence.kind, EvidenceKind::Report | EvidenceKind::Review);
    let latest = evidence.when.and_then(governance_model::When::days).map(|(_, last)| last);
    (evidence.basis == EvidenceBasis::Operating, examined, latest)
}
