//! How much evidence there is for each part of the framework.

use ags_statement::english;
use governance_model::{Coverage, FrameworkEdition};

pub(crate) const DRAWN: &str = "How much evidence the local code gives, in writing and in practice";
pub(crate) const CAPTION: &str = "Pieces of evidence in the local code";
pub(crate) const IN_WRITING: &str = "In writing";
pub(crate) const IN_PRACTICE: &str = "In practice";
pub(crate) const INTRODUCTION: &str = "Evidence in writing says what shall be done, such as a policy. Evidence in practice shows that it was done, \
     such as a report. A piece that is given for several parts of the framework is counted for each of them.";

/// What the edition calls its parts below the principle.
pub(crate) const fn part(edition: FrameworkEdition) -> &'static str {
    match edition {
        FrameworkEdition::CipfaSolace2007 => "Aim",
        FrameworkEdition::Nolan => "Principle",
        _ => "Sub-principle",
    }
}

/// Which parts have the most evidence and the least, and which have none of one kind.
pub(crate) fn alt(parts: &[(&str, Coverage)]) -> String {
    let totals = || parts.iter().map(|(_, coverage)| coverage.total());
    let (most, least) = (totals().max().unwrap_or_default(), totals().min().unwrap_or_default());
    let pieces = |count| english::count(count, "piece", "pieces");
    let for_names = |is: &dyn Fn(&Coverage) -> bool| {
        let names = parts.iter().filter(|(_, coverage)| is(coverage)).map(|(id, _)| (*id).to_owned());
        english::list(&names.collect::<Vec<_>>())
    };
    let with = |count: usize| for_names(&|coverage| coverage.total() == count);
    let none = |kind: &str, is: fn(&Coverage) -> bool| match parts.iter().filter(|(_, one)| is(one)).count() {
        0 => String::new(),
        all if all == parts.len() => format!(" None of them has evidence {kind}."),
        _ => format!(" There is no evidence {kind} for {}.", for_names(&is)),
    };
    let extremes = if most == least {
        format!("Each of them has {} of evidence.", pieces(most))
    } else {
        let (most, least) = ((pieces(most), with(most)), (pieces(least), with(least)));
        format!(
            "The most evidence, {}, is for {}; the least, {}, is for {}.",
            most.0, most.1, least.0, least.1
        )
    };
    let in_writing = none("in writing", |coverage| coverage.in_writing == 0);
    let in_practice = none("in practice", |coverage| coverage.in_practice == 0);
    format!("{extremes}{in_writing}{in_practice}")
}
