//! The evidence that is printed with a principle.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ags_statement::Statement;
use governance_model::{
    Arrangement, Assessment, Evidence, EvidenceBasis, EvidenceId, EvidenceKind, KEY_POINTS, State,
};

use super::arrangement::all_under;

/// The pieces of evidence of a statement by their identifiers: those of the review, and those of the local code.
pub(super) fn by_id(statement: &Statement) -> BTreeMap<&EvidenceId, &Evidence> {
    let of_the_code = statement.local_code.evidence().map(|(_, evidence)| evidence);
    of_the_code.chain(&statement.review.evidence).map(|evidence| (&evidence.id, evidence)).collect()
}

/// The evidence that is printed with a principle, at most [`KEY_POINTS`] pieces: those that its assessments choose, or
/// else the strongest of what the assessments rest on and what the local code gives under the principle.
///
/// The strongest are in place and show the arrangements at work; then those that others looked at, a report or a
/// review; then the latest. What is equal keeps the order of the documents. What is printed with an earlier principle is
/// not printed again, unless it is chosen; `printed` has the texts of what is, and receives these.
pub(super) fn of<'a>(
    all: &BTreeMap<&'a EvidenceId, &'a Evidence>,
    principle: &'a Arrangement,
    assessments: &[&'a Assessment],
    printed: &mut BTreeSet<&'a str>,
) -> Vec<&'a Evidence> {
    let found = |ids: &'a [EvidenceId]| ids.iter().filter_map(|id| all.get(id).copied());
    let mut chosen: Vec<&Evidence> = assessments.iter().flat_map(|one| found(&one.key_points)).collect();
    if chosen.is_empty() {
        let rested_on = assessments.iter().flat_map(|one| found(&one.evidence));
        chosen = rested_on.chain(all_under(principle).into_iter().flat_map(|one| &one.evidence)).collect();
        chosen.retain(|evidence| evidence.state == State::InPlace && !printed.contains(words(evidence)));
        chosen.sort_by_key(|evidence| Reverse(strength(evidence)));
    }
    let mut distinct: Vec<&Evidence> = Vec::new();
    for evidence in chosen {
        if distinct.len() == KEY_POINTS {
            break;
        }
        if !distinct.iter().any(|known| known.id == evidence.id || words(known) == words(evidence)) {
            distinct.push(evidence);
        }
    }
    printed.extend(distinct.iter().map(|evidence| words(evidence)));
    distinct
}

/// What is printed of it, where that is only a name.
fn words(evidence: &Evidence) -> &str {
    let name = || evidence.name.as_ref().map_or("", |name| name.as_str());
    if evidence.text.is_blank() { name() } else { evidence.text.as_str() }
}

fn strength(evidence: &Evidence) -> (bool, bool, Option<chrono::NaiveDate>) {
    let examined = matches!(evidence.kind, EvidenceKind::Report | EvidenceKind::Review);
    let latest = evidence.when.and_then(governance_model::When::days).map(|(_, last)| last);
    (evidence.basis == EvidenceBasis::Operating, examined, latest)
}
