//! Principle by principle: what is in place and how it was assessed.

use ags_statement::english;
use governance_model::{AssuranceLevel, Coverage, Direction, FinancialYear, Scale, When};

pub(crate) const HEADING: &str = "How we meet each principle";
pub(crate) const INTRODUCTION: &str = "For each principle this section says why it matters, how the review \
                                       assessed it, and what is in place. Work that is not finished is \
                                       told as \"In development\" or \"Planned\".";
pub(crate) const NO_PRINCIPLES: &str = "The local code sets out no arrangements for any principle.";
pub(crate) const CAPTION: &str = "The principles at a glance";
pub(crate) const LEVELS: &str = "How sure we are that each principle is met";
pub(crate) const PRINCIPLE: &str = "Principle";
pub(crate) const LEVEL: &str = "Level of assurance";
pub(crate) const EVIDENCE: &str = "Evidence in the local code";
pub(crate) const NOT_ASSESSED: &str = "Not assessed";
pub(crate) const BY_SCORES: &str = "By scores, see below";
pub(crate) const NO_EVIDENCE: &str = "None given";
pub(crate) const NO_ASSESSMENT: &str = "The statement does not say how well this principle was met.";
pub(crate) const NOTHING_HERE: &str = "The local code gives no evidence here.";
pub(crate) const IN_DEVELOPMENT: &str = "In development: ";
pub(crate) const PLANNED: &str = "Planned: ";
pub(crate) const UNTITLED: &str = "Untitled";
pub(crate) const OF_THE_YEAR: &str = "What happened in the year:";
pub(crate) const ACTIONS: &str = "The local code plans these improvements:";
pub(crate) const OF_THE_CODE: &str = "The local code shows:";
pub(crate) const CLAUSES: &str = "What else the local code sets out";
pub(crate) const CLAUSES_INTRODUCTION: &str =
    "These parts of the local code answer no principle by themselves.";
pub(crate) const OTHER: &str = "Other assessments";
pub(crate) const FURTHER: &str = "Further evidence from the year";
pub(crate) const READ: &str = "Read more";

/// Which principles have which level of assurance, the best first, and which have none.
pub(crate) fn levels_alt(levels: &[(String, Option<AssuranceLevel>)]) -> String {
    let best_first = [
        Some(AssuranceLevel::Substantial),
        Some(AssuranceLevel::Reasonable),
        Some(AssuranceLevel::Limited),
        Some(AssuranceLevel::No),
        None,
    ];
    let sentences = best_first.into_iter().filter_map(|level| {
        let of_level = levels.iter().filter(|(_, given)| *given == level);
        let names: Vec<String> = of_level.map(|(name, _)| name.clone()).collect();
        let level = level.map_or_else(|| "no level".into(), |level| level.to_string());
        let have = if names.len() == 1 { "has" } else { "have" };
        let count = english::capital(&english::count(names.len(), "principle", "principles"));
        (!names.is_empty()).then(|| format!("{count} {have} {level}: {}.", english::list(&names)))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

pub(crate) fn principle(title: &str) -> String {
    format!("Principle {title}")
}

pub(crate) fn assessed(id: &str, title: Option<&str>) -> String {
    title.map_or_else(
        || format!("On {id} of the framework"),
        |title| format!("On {id} of the framework: {title}"),
    )
}

/// The date of a piece of evidence in brackets, unless its text has the date already. "The year" in
/// evidence is the year that the statement is for.
pub(crate) fn dated(when: When, text: &str) -> Option<String> {
    let date = english::when(when);
    let dated = match when {
        When::Recently => true,
        When::FinancialYear(_) => text.contains(&date) || text.contains("the year"),
        _ => text.contains(&date),
    };
    (!dated).then(|| format!("({date})"))
}

pub(crate) fn covering(ids: &str, title: &str) -> String {
    format!("{ids}: {title}")
}

pub(crate) fn coverage(coverage: Coverage) -> String {
    let pieces = english::count(coverage.total(), "piece", "pieces");
    match coverage.in_practice {
        0 => english::capital(&format!("{pieces}, all on paper only")),
        practice => english::capital(&format!(
            "{pieces}, {} showing the arrangements at work",
            english::number(practice)
        )),
    }
}

pub(crate) fn assessment(year: Option<FinancialYear>, level: Option<&str>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" for {year}"));
    let level = level.map_or_else(|| "no level of assurance given".into(), ToString::to_string);
    format!("Assessment{year}: {level}.")
}

pub(crate) fn score(value: u8, scale: Option<&Scale>) -> String {
    scale.map_or_else(
        || format!("Score: {value}."),
        |scale| format!("Score: {value} on a scale from {} (worst) to {} (best).", scale.worst, scale.best),
    )
}

pub(crate) fn prior(value: u8) -> String {
    format!("The score before was {value}.")
}

pub(crate) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Improved => "This is better than before.",
        Direction::Unchanged => "This is as before.",
        Direction::Lowered => "This is worse than before.",
    }
}
