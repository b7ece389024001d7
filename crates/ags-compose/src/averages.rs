//! The average score of each principle, compared with the average of the time before.

use governance_model::{Arrangement, LocalCode, Scale};

use super::arrangement::{all_under, name, short_name};
use super::chart::{Bar, Chart, Row};
use super::scores::{self, Series};
use crate::phrases::scores as phrases;
use ags_document::Block;

/// The averages of the last year on each scale; nothing where there are not two principles to
/// compare.
pub(super) fn compose(code: &LocalCode) -> Vec<Block> {
    let all: Vec<&Arrangement> = code.principles.iter().flat_map(all_under).collect();
    let series = scores::series(all.into_iter());
    let last = |one: &&Series<'_>| series.iter().all(|other| other.1 != one.1 || other.0 <= one.0);
    let averages = |one: &Series<'_>| Some(drawn(code, *one, code.scales.get(one.1)?));
    series.iter().filter(last).filter_map(averages).flatten().collect()
}

fn drawn(code: &LocalCode, series: Series<'_>, scale: &Scale) -> Vec<Block> {
    let scored: Vec<Scored<'_>> = code.principles.iter().map(|one| Scored::of(one, series)).collect();
    let before: usize = scored.iter().map(|one| one.before.len()).sum();
    let now = scored.iter().map(|one| one.now.len()).sum();
    let mut columns = vec![series.0.map_or_else(|| phrases::AVERAGE.into(), |year| year.to_string())];
    columns.extend((before > 0).then(|| phrases::BEFORE.into()));
    let rows = scored.iter().filter_map(|one| {
        let (label, now, before) = one.averages()?;
        let bars = [Some(now), before].into_iter().take(columns.len()).map(bar).collect();
        Some(Row { name: name(one.principle), label, bars })
    });
    let chart = Chart {
        of: phrases::PRINCIPLE,
        rows: rows.collect(),
        series: columns,
        alt: phrases::averages_alt(&scored.iter().filter_map(Scored::averages).collect::<Vec<_>>()),
        full: usize::from(scale.worst.max(scale.best)) * 10,
    };
    let mut blocks =
        chart.figure_and_table(&phrases::averages_drawn(series.0), &phrases::averages(series.0, scale));
    if !blocks.is_empty() {
        blocks.extend(phrases::compared(before, now).map(Block::plain));
    }
    blocks
}

fn bar(tenths: Option<usize>) -> Bar {
    let label = tenths.map_or_else(|| phrases::NOT_SCORED.into(), phrases::tenths);
    Bar { length: tenths.unwrap_or_default(), label }
}

/// The scores under a principle, and those of the time before.
struct Scored<'a> {
    principle: &'a Arrangement,
    now: Vec<u8>,
    before: Vec<u8>,
}

impl<'a> Scored<'a> {
    fn of(principle: &'a Arrangement, series: Series<'_>) -> Self {
        let all = all_under(principle);
        let now = all.iter().flat_map(|one| scores::values(one, series)).collect();
        Self { principle, now, before: all.iter().flat_map(|one| before(one, series)).collect() }
    }

    /// The averages by the number of the principle; none where it has no score now.
    fn averages(&self) -> Option<phrases::Averages> {
        Some((short_name(self.principle), average(&self.now)?, average(&self.before)))
    }
}

/// The scores before those of a year: the prior scores stated with them, or else those of the year before.
fn before(arrangement: &Arrangement, series: Series<'_>) -> Vec<u8> {
    let (year, scale) = series;
    let prior = scores::scored(arrangement, series).filter_map(|one| one.prior.as_ref());
    let stated: Vec<u8> = prior.filter(|prior| prior.scale == *scale).map(|prior| prior.value).collect();
    match year.and_then(|year| year.previous().ok()) {
        Some(last) if stated.is_empty() => scores::values(arrangement, (Some(last), scale)).collect(),
        _ => stated,
    }
}

/// The average in tenths, rounded; none where there are no values.
fn average(values: &[u8]) -> Option<usize> {
    let sum: usize = values.iter().map(|value| usize::from(*value)).sum();
    (sum * 10 + values.len() / 2).checked_div(values.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::tabled;
    use super::*;

    /// A code with a principle for each list of assessments.
    fn code(principles: &[&str]) -> LocalCode {
        let principles = principles.iter().zip(1..).map(|(assessments, number)| {
            format!(
                "[[principles]]\nid = \"{number}\"\nlevel = \"principle\"\ntitle = \"One\"\ncovers = [\"{number}\"]\n\
                 assessments = [{assessments}]\n"
            )
        });
        let text = format!(
            "framework = \"cipfa-solace-2007\"\n[authority]\nname = \"Example\"\nkind = \"county\"\nnation = \"england\"\n\
             [document]\nid = \"code\"\ntitle = \"Code\"\n[scales.ten]\nworst = 1\nbest = 10\n{}",
            principles.collect::<String>()
        );
        governance_model::read::toml(text.as_bytes(), "code.toml").unwrap()
    }

    fn score(year: &str, value: u8, more: &str) -> String {
        format!("{{ year = \"{year}\", score = {{ scale = \"ten\", value = {value} }}{more} }}, ")
    }

    fn composed(principles: &[&str]) -> Vec<String> {
        tabled(&compose(&code(principles)))
    }

    #[test]
    fn each_principle_has_the_average_of_its_scores() {
        let two = score("2009/10", 7, "") + &score("2009/10", 8, "");
        assert_eq!(
            composed(&[&two, &score("2009/10", 10, "")]),
            [
                "Average scores for 2009/10, from 1 (worst) to 10 (best)",
                "Principle | 2009/10",
                "1: One | 7.5",
                "2: One | 10.0",
            ]
        );
    }

    #[test]
    fn the_time_before_is_shown_as_stated_or_as_scored_a_year_before() {
        let stated = score("2010/11", 7, ", prior = { scale = \"ten\", value = 5 }");
        let scored = score("2009/10", 6, "") + &score("2010/11", 6, "");
        let blocks = compose(&code(&[&stated, &scored, &score("2010/11", 9, "")]));
        assert_eq!(
            tabled(&blocks)[1..],
            [
                "Principle | 2010/11 | The time before",
                "1: One | 7.0 | 5.0",
                "2: One | 6.0 | 6.0",
                "3: One | 9.0 | None given",
            ]
        );
        assert_eq!(
            blocks.last(),
            Some(&Block::plain(
                "The averages of the time before rest on two scores; those of this time rest on three scores."
            ))
        );
        let Block::Figure(figure) = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(
            figure.alt,
            "The highest average is 9.0, for principle 3. The lowest average is 6.0, for principle 2. It is higher \
             than the time before for principle 1. It is the same as the time before for principle 2."
        );
    }

    #[test]
    fn scores_of_a_year_that_is_not_the_one_before_are_left_out() {
        let gap = score("2007/08", 6, "") + &score("2009/10", 7, "");
        assert_eq!(composed(&[&gap, &score("2009/10", 7, "")])[1], "Principle | 2009/10");
    }

    #[test]
    fn an_average_is_rounded_to_the_nearest_tenth() {
        for (values, rounded) in [(&[8, 8, 7][..], 77), (&[7, 7, 8], 73), (&[255; 300], 2550)] {
            assert_eq!(average(values), Some(rounded), "{values:?}");
        }
        assert_eq!(average(&[]), None);
    }

    #[test]
    fn scores_of_one_principle_are_not_compared() {
        assert_eq!(composed(&[&score("2009/10", 7, ""), ""]), [""; 0]);
        assert_eq!(composed(&["", ""]), [""; 0]);
    }
}
