//! Assessments and the scales of their scores.

use governance_model::{Arrangement, Assessment, LocalCode, Scale};

use crate::context::{LocalCodeContext, PlacedArrangement};
use ags_report::{Finding, Outcome};

/// The height on its scale, in hundredths, from which a score is high and below which it is low; ours, and in
/// no instrument.
pub(in crate::rules) const HIGH: u32 = 75;

/// What a rule finds in the rows that are assessed, given the assessment of each that counts and what to call
/// it, as in "The score of 7 on a scale of 1 to 10".
pub(in crate::rules) fn of_judged(
    context: &LocalCodeContext<'_>,
    find: impl Fn(&PlacedArrangement<'_>, &Assessment, &str) -> Option<Finding>,
) -> Outcome {
    let judged = context.rows().iter().filter_map(|row| Some((row, latest(row.arrangement)?)));
    let judged: Vec<(&PlacedArrangement<'_>, &Assessment)> = judged.collect();
    if judged.is_empty() {
        return Outcome::not_applicable("The code gives no scores.");
    }
    let findings = judged.into_iter().filter_map(|(row, one)| find(row, one, &judgement(context.code, one)));
    Outcome::of(findings.collect())
}

/// The assessment of a row that counts: of several the one for the latest year, of one year the last.
pub(in crate::rules) fn latest(row: &Arrangement) -> Option<&Assessment> {
    row.assessments.iter().max_by_key(|one| one.year)
}

/// How far up its scale a score is, in hundredths from 0, the worst, to 100, the best; none off the scale.
pub(in crate::rules) fn height(code: &LocalCode, assessment: &Assessment) -> Option<u32> {
    let score = assessment.score.as_ref()?;
    let scale: &Scale = code.scales.get(&score.scale)?;
    let whole = u32::from(scale.best.abs_diff(scale.worst));
    if whole == 0 || !scale.holds(score.value) {
        return None;
    }
    Some(u32::from(score.value.abs_diff(scale.worst)) * 100 / whole)
}

/// What to call an assessment: a score with its scale, where it is one.
pub(in crate::rules) fn judgement(code: &LocalCode, assessment: &Assessment) -> String {
    let score = assessment.score.as_ref();
    let scored = score.and_then(|score| Some((score.value, code.scales.get(&score.scale)?)));
    scored.map_or_else(
        || "The assessment".into(),
        |(value, scale)| format!("The score of {value} on a scale of {} to {}", scale.worst, scale.best),
    )
}
