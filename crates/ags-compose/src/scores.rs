//! The scores that the local code gives: how they are spread over the principles, and one by one.

use governance_model::{Arrangement, Assessment, FinancialYear, LocalCode, Scale, ScaleId};

use super::arrangement::{all_under, name};
use super::prose::{cell, sentence};
use crate::phrases::scores as phrases;
use ags_document::{Block, Cell, Table};

/// The scores that can be compared: those of one year on one scale.
pub(super) type Series<'a> = (Option<FinancialYear>, &'a ScaleId);

/// How many arrangements under each principle have each score, a table for each year and scale.
pub(super) fn spread(code: &LocalCode) -> Vec<Block> {
    let under = |principle| (principle, all_under(principle));
    let principles: Vec<(&Arrangement, Vec<&Arrangement>)> = code.principles.iter().map(under).collect();
    let mut tables = Vec::new();
    for series in series(principles.iter().flat_map(|(_, all)| all).copied()) {
        let Some(scale) = code.scales.get(series.1) else { continue };
        let given = |all: &[&Arrangement]| all.iter().flat_map(|one| values(one, series)).collect();
        let by_principle: Vec<(&Arrangement, Vec<u8>)> =
            principles.iter().map(|(principle, all)| (*principle, given(all))).collect();
        tables.push(counted(series, scale, &by_principle));
    }
    tables
}

/// One row for each principle that has scores, and one for all of them.
fn counted(series: Series<'_>, scale: &Scale, by_principle: &[(&Arrangement, Vec<u8>)]) -> Block {
    let all: Vec<u8> = by_principle.iter().flat_map(|(_, values)| values).copied().collect();
    let mut columns = all.clone();
    columns.sort_unstable();
    columns.dedup();
    if scale.best > scale.worst {
        columns.reverse();
    }
    let row = |name: String, values: &[u8]| -> Vec<Cell> {
        let count = |column: &u8| values.iter().copied().filter(|value| value == column).count();
        let counts = columns.iter().map(count).chain([values.len()]);
        [name]
            .into_iter()
            .chain(counts.map(|count| count.to_string()))
            .map(|words| cell(Some(words)))
            .collect()
    };
    let scored = by_principle.iter().filter(|(_, values)| !values.is_empty());
    let mut rows: Vec<_> = scored.map(|(principle, values)| row(name(principle), values)).collect();
    rows.push(row(phrases::ALL.into(), &all));
    let headings = columns.iter().map(|value| phrases::score(*value));
    Block::Table(Table {
        caption: phrases::spread(series.0, scale),
        columns: [phrases::PRINCIPLE.into()]
            .into_iter()
            .chain(headings)
            .chain([phrases::SCORED.into()])
            .collect(),
        row_headers: true,
        rows,
    })
}

/// The scores of a principle's arrangements one by one, a table for each year and scale; nothing for an
/// arrangement that is not a principle of the code.
pub(super) fn of(code: &LocalCode, principle: &Arrangement) -> Vec<Block> {
    if !code.principles.iter().any(|one| std::ptr::eq(one, principle)) {
        return Vec::new();
    }
    let all = all_under(principle);
    let mut tables = Vec::new();
    for series in series(all.iter().copied()) {
        let rows = all.iter().flat_map(|one| scored(one, series).map(|it| row(one, it))).collect();
        let columns = [phrases::ARRANGEMENT, phrases::SCORE, phrases::CHANGE];
        let caption = phrases::one_by_one(series.0, code.scales.get(series.1), &name(principle));
        tables.extend(super::prose::table(&caption, columns, rows));
    }
    tables
}

/// Whether an assessment is shown in a table of scores, or has nothing to show.
pub(super) fn is_tabulated(assessment: &Assessment) -> bool {
    let Assessment { level, score, prior, direction, reason, .. } = assessment;
    let has_no_text = prior.is_none() && direction.is_none() && reason.is_none();
    level.is_none() && assessment.framework_ref.is_none() && (score.is_some() || has_no_text)
}

fn row(arrangement: &Arrangement, assessment: &Assessment) -> [Cell; 3] {
    let change = [
        assessment.direction.map(|direction| phrases::direction(direction).to_owned()),
        assessment.prior.as_ref().map(|prior| crate::phrases::principles::prior(prior.value)),
        assessment.reason.as_ref().map(|reason| sentence(reason)),
    ];
    let change: Vec<String> = change.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    let change = if change.is_empty() { phrases::NO_CHANGE.into() } else { change.join(" ") };
    let score = assessment.score.as_ref().map(|score| score.value.to_string());
    [cell(Some(name(arrangement))), cell(score), cell(Some(change))]
}

/// The years and scales that scores were given for, in the order in which they come.
pub(super) fn series<'a>(arrangements: impl Iterator<Item = &'a Arrangement>) -> Vec<Series<'a>> {
    let mut series = Vec::new();
    for assessment in arrangements.flat_map(|one| &one.assessments).filter(|one| is_tabulated(one)) {
        if let Some(score) = &assessment.score {
            let one = (assessment.year, &score.scale);
            if !series.contains(&one) {
                series.push(one);
            }
        }
    }
    series
}

pub(super) fn scored<'a>(
    arrangement: &'a Arrangement,
    series: Series<'a>,
) -> impl Iterator<Item = &'a Assessment> {
    arrangement.assessments.iter().filter(move |one| {
        is_tabulated(one) && one.score.as_ref().is_some_and(|score| (one.year, &score.scale) == series)
    })
}

pub(super) fn values<'a>(arrangement: &'a Arrangement, series: Series<'a>) -> impl Iterator<Item = u8> {
    scored(arrangement, series).filter_map(|one| one.score.as_ref()).map(|score| score.value)
}

#[cfg(test)]
mod tests {
    use super::super::tests::tabled;
    use super::*;

    fn code(assessments: &str) -> LocalCode {
        let text = format!(
            "framework = \"cipfa-solace-2007\"\n[authority]\nname = \"Example\"\nkind = \"county\"\nnation = \"england\"\n\
             [document]\nid = \"code\"\ntitle = \"Code\"\n[scales.ten]\nworst = 1\nbest = 10\n\
             [[principles]]\nid = \"1\"\nlevel = \"principle\"\ntitle = \"Purpose\"\ncovers = [\"1\"]\n\
             [[principles.arrangements]]\nid = \"1-1\"\nlevel = \"requirement\"\ntitle = \"Vision\"\n\
             covers = [\"1.1.1\"]\nassessments = [{assessments}]\n"
        );
        governance_model::read::toml(text.as_bytes(), "code.toml").unwrap()
    }

    #[test]
    fn scores_of_two_years_are_not_counted_together() {
        let code = code(
            "{ year = \"2009/10\", score = { scale = \"ten\", value = 7 } }, \
             { year = \"2010/11\", score = { scale = \"ten\", value = 8 }, direction = \"improved\" }",
        );
        assert_eq!(
            tabled(&spread(&code)),
            [
                "Scores for 2009/10, from 1 (worst) to 10 (best)",
                "Principle | Score 7 | All scores",
                "1: Purpose | 1 | 1",
                "All principles | 1 | 1",
                "Scores for 2010/11, from 1 (worst) to 10 (best)",
                "Principle | Score 8 | All scores",
                "1: Purpose | 1 | 1",
                "All principles | 1 | 1",
            ]
        );
        let rows = tabled(&of(&code, &code.principles[0]));
        assert_eq!(rows[2], "1.1.1: Vision | 7 | No change is stated");
        assert_eq!(rows[5], "1.1.1: Vision | 8 | Better than before.");
    }

    #[test]
    fn a_year_without_a_score_has_no_table() {
        let code = code("{ year = \"2010/11\" }");
        assert_eq!(spread(&code), []);
        assert_eq!(of(&code, &code.principles[0]), []);
    }

    #[test]
    fn an_assessment_with_a_level_is_shown_as_text() {
        let code = code("{ level = \"limited\", score = { scale = \"ten\", value = 3 } }");
        assert_eq!(spread(&code), []);
        assert!(!is_tabulated(&code.principles[0].arrangements[0].assessments[0]));
    }
}
