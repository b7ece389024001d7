//! The average score of each principle, compared with the average of the time before.

use governance_model::{Arrangement, Assessment, FinancialYear, LocalCode, Scale, ScaleId};

use super::arrangement::all_under;

/// The average scores of one year on one scale.
pub(super) struct Averages<'a> {
    pub(super) year: Option<FinancialYear>,
    pub(super) scale: &'a Scale,
    id: &'a ScaleId,
}

/// The scores that can be compared: those of one year on one scale.
type Series<'a> = (Option<FinancialYear>, &'a ScaleId);

/// The averages of the last year on each scale, in the order in which the scales are used.
pub(super) fn of(code: &LocalCode) -> Vec<Averages<'_>> {
    let mut all: Vec<Series<'_>> = Vec::new();
    for assessment in code.principles.iter().flat_map(all_under).flat_map(|one| &one.assessments) {
        if let Some(score) = &assessment.score
            && !all.contains(&(assessment.year, &score.scale))
        {
            all.push((assessment.year, &score.scale));
        }
    }
    let last = |one: &&Series<'_>| all.iter().all(|other| other.1 != one.1 || other.0 <= one.0);
    let series: Vec<Series<'_>> = all.iter().filter(last).copied().collect();
    let averages = |(year, id)| Some(Averages { year, scale: code.scales.get(id)?, id });
    series.into_iter().filter_map(averages).collect()
}

impl Averages<'_> {
    /// The average under a principle now and the time before, in tenths; none where it has no score now.
    pub(super) fn of(&self, principle: &Arrangement) -> Option<(usize, Option<usize>)> {
        let all = all_under(principle);
        let now: Vec<u8> = all.iter().flat_map(|one| self.values(one, self.year)).collect();
        let before: Vec<u8> = all.iter().flat_map(|one| self.before(one)).collect();
        Some((average(&now)?, average(&before)))
    }

    fn values(&self, arrangement: &Arrangement, year: Option<FinancialYear>) -> Vec<u8> {
        let scores = of_year(arrangement, year).filter_map(|assessment| assessment.score.as_ref());
        scores.filter(|score| score.scale == *self.id).map(|score| score.value).collect()
    }

    /// The scores before those of the year: the prior scores stated with them, or else those of the year before.
    fn before(&self, arrangement: &Arrangement) -> Vec<u8> {
        let prior = of_year(arrangement, self.year).filter_map(|assessment| assessment.prior.as_ref());
        let stated: Vec<u8> =
            prior.filter(|prior| prior.scale == *self.id).map(|prior| prior.value).collect();
        match self.year.and_then(|year| year.previous().ok()) {
            Some(last) if stated.is_empty() => self.values(arrangement, Some(last)),
            _ => stated,
        }
    }
}

fn of_year(arrangement: &Arrangement, year: Option<FinancialYear>) -> impl Iterator<Item = &Assessment> {
    arrangement.assessments.iter().filter(move |assessment| assessment.year == year)
}

/// The average in tenths, rounded; none where there are no values.
fn average(values: &[u8]) -> Option<usize> {
    let sum: usize = values.iter().map(|value| usize::from(*value)).sum();
    (sum * 10 + values.len() / 2).checked_div(values.len())
}
