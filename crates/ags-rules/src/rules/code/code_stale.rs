//! CODE-STALE: Evidence older than five years.

use crate::prose;
use chrono::{Months, NaiveDate};
use governance_model::{Evidence, When};

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// CODE-STALE.
pub const RULE: Rule = Rule {
    code: "CODE-STALE",
    name: "evidence-older-than-five-years",
    title: "Evidence older than five years",
    requirement: "Evidence of something done is no older than five years.",
    method: "The latest date in a piece of evidence is no more than five years before the code was \
        written. We chose five years; internal audit is assessed externally at least as often.",
    rationale: "What was reviewed long ago may no longer describe current practice.",
    limitations: "Whether the old item is still the latest of its kind, and evidence without a date. Dates \
        in the titles of law and guidance are not counted.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// The greatest age of evidence in years, inclusive; ours, and in no instrument.
const MOST_YEARS: u32 = 5;

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let Some(written) = context.written_by() else {
        return context.without_year();
    };
    let Some(oldest) = written.checked_sub_months(Months::new(12 * MOST_YEARS)) else {
        return Outcome::Met;
    };
    let mut findings = Vec::new();
    for row in context.rows() {
        for (index, one) in row.arrangement.evidence.iter().enumerate() {
            let Some((when, last)) = latest(one).filter(|(_, last)| *last < oldest) else {
                continue;
            };
            let age = written.years_since(last).unwrap_or(MOST_YEARS);
            let from = if one.source.is_declared() { &row.arrangement.source } else { &one.source };
            findings.push(
                Finding::new(
                    row.pointer.key("evidence").index(index),
                    format!(
                        "The evidence is dated {}, more than {age} years before the code.",
                        english::when(when)
                    ),
                    "Give more recent evidence, or explain why this still applies.",
                )
                .quoting(&one.text, from),
            );
        }
    }
    Outcome::of(findings)
}

/// The latest date a piece of evidence gives, with its last day.
fn latest(evidence: &Evidence) -> Option<(When, NaiveDate)> {
    const LAW: [&str; 8] = [
        "act",
        "acts",
        "regulations",
        "transparency code",
        "code of practice",
        "guidance",
        "since",
        "established in",
    ];
    let texts = evidence.parts.iter().chain([&evidence.text]);
    let mentioned = texts.flat_map(|text| prose::sentences(text)).flat_map(|sentence| {
        let of_law = prose::find_phrase(sentence, &LAW).is_some();
        let dated = prose::mentions(sentence).into_iter().filter(move |mention| !of_law && is_date(mention));
        dated.map(|mention| mention.when)
    });
    let all = evidence.when.into_iter().chain(mentioned);
    all.filter_map(|when| Some((when, when.days()?.1))).max_by_key(|(_, last)| *last)
}

/// Whether a mention dates something: a bare year does where the word before it says so.
fn is_date(mention: &prose::Mention<'_>) -> bool {
    !matches!(mention.when, When::Year(_))
        || ["in", "during", "revised", "reviewed", "updated", "dated", "until", "to"]
            .contains(&mention.after.as_str())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    const DATED: &str = "dated = \"2022-04-30\"";

    fn found(says: &str) -> usize {
        sample::findings(&RULE, &sample::says(DATED, says)).len()
    }

    #[test]
    fn five_years_are_not_too_old_and_a_month_more_is() {
        assert_eq!(found("The charter was revised in April 2017."), 0);
        assert_eq!(found("The charter was revised in March 2017."), 1);
    }

    #[test]
    fn the_latest_date_counts() {
        assert_eq!(found("Adopted in May 2010 and reviewed in May 2021."), 0);
        let mut code = sample::says(DATED, "The charter.");
        code.principles[0].evidence[0].when = Some("2016-11".parse().unwrap());
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
    }

    #[test]
    fn an_old_act_is_no_old_evidence() {
        assert_eq!(found("Plans under the Civil Contingencies Act 2004 as amended in 2012."), 0);
        assert_eq!(found("The Vision for 2010"), 0);
    }

    #[test]
    fn nobody_knows_how_old_evidence_is_in_an_undated_code() {
        assert!(matches!(
            sample::check(&RULE, &sample::says("", "In May 2001.")),
            Outcome::Indeterminate { .. }
        ));
    }
}
