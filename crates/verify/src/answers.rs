//! The answers that a file carries, beside those that the rules give again.

use ags::report::Effect;
use ags::rules;
use ags::{Input, Outcome, Report, RuleResult, Statement, Status};
use serde_json::{Map, Value};

use crate::difference::{Difference, Note};
use crate::reading::Reading;
use crate::verification::Verification;

/// The most characters of an answer that are shown, inclusive.
const SHOWN: usize = 160;

/// Judges the paper again by the rules of the report and for its day, and compares.
pub(crate) fn compare(
    paper: &Input,
    prior: Option<&Statement>,
    report: &Report,
    reading: &Reading,
    out: &mut Verification,
) {
    let asked = report.results.iter().filter_map(|result| rules::find(&result.code));
    let prior = prior.filter(|_| report.prior.is_some());
    let again = paper.check(prior, report.as_at, asked);
    let carried = reading.carried(ags::compose::REPORT_FILE);
    let carried = carried.and_then(|file| serde_json::from_slice(&file.content).ok()).unwrap_or_default();
    let missing = report.prior.filter(|_| prior.is_none());
    fields(&carried, report, &Report { prior: again.prior.or(missing), ..again.clone() }, out);

    let mut not_compared = Vec::new();
    let mut checked = again.results.iter().peekable();
    for given in &report.results {
        let Some(rule) = rules::find(&given.code) else {
            tell(
                given,
                "no rule of this version has this code; use the version that made the report".into(),
                out,
            );
            continue;
        };
        let Some(again) = checked.next_if(|again| again.code == rule.code) else {
            // A rule that judges something else does not answer again.
            tell(given, "the rule does not judge this".into(), out);
            continue;
        };
        if without_waivers(&given.outcome) != without_waivers(&again.outcome) {
            if missing.is_some() && rule.uses_prior_year {
                not_compared.push(given.code.to_string());
            } else {
                tell(given, said(&again.outcome), out);
            }
        } else if !waived_rightly(given, report) {
            tell(given, format!("{} and no such waiver can be", said(&again.outcome)), out);
        } else if (RuleResult { outcome: again.outcome.clone(), ..given.clone() }) != *again {
            tell(given, "the rule says otherwise of itself".into(), out);
        }
    }
    if let Some(year) = missing {
        out.notes.push(Note::PriorMissing { year, rules: not_compared });
    }
    let left_out = rules::of(paper.subject())
        .filter(|rule| {
            rule.status == Status::Stable && report.results.iter().all(|one| one.code != rule.code)
        })
        .map(|rule| rule.code.to_owned());
    let left_out: Vec<String> = left_out.collect();
    if !left_out.is_empty() {
        out.notes.push(Note::RulesLeftOut { rules: left_out });
    }
    let findings =
        report.results.iter().flat_map(findings).filter(|finding| finding.waived.is_some()).count();
    if findings > 0 {
        out.notes.push(Note::Waivers { findings });
    }
}

/// Compares what a report says outside the answers: its counts with its own answers, all else with the check.
fn fields(carried: &Value, report: &Report, again: &Report, out: &mut Verification) {
    let face = |report: &Report| match serde_json::to_value(report) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let (mut again, own) = (face(again), face(report));
    if let Some(counts) = own.get("counts") {
        again.insert("counts".into(), counts.clone());
    }
    let none = Map::new();
    let carried = carried.as_object().unwrap_or(&none);
    let mut keys: Vec<&String> = carried.keys().chain(again.keys()).filter(|key| *key != "results").collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let (carried, again) = (carried.get(key), again.get(key));
        if carried != again {
            let shown = |value: Option<&Value>| {
                value.map_or_else(|| "nothing".into(), |value| cut(&value.to_string()))
            };
            let (carried, again) = (shown(carried), shown(again));
            out.differs(Difference::Report { at: format!("/{key}"), carried, again });
        }
    }
}

fn tell(given: &RuleResult, again: String, out: &mut Verification) {
    out.differs(Difference::Answer { rule: given.code.to_string(), carried: said(&given.outcome), again });
}

/// Whether every waiver does what waivers do to findings of such a rule, and holds on the day.
fn waived_rightly(result: &RuleResult, report: &Report) -> bool {
    let waived = findings(result).iter().filter_map(|finding| finding.waived.as_ref());
    waived
        .into_iter()
        .all(|waived| waived.effect == Effect::on(result.severity) && report.as_at <= waived.until)
}

fn findings(result: &RuleResult) -> &[ags::Finding] {
    match &result.outcome {
        Outcome::NotMet { findings } => findings,
        _ => &[],
    }
}

fn without_waivers(outcome: &Outcome) -> Outcome {
    let mut outcome = outcome.clone();
    if let Outcome::NotMet { findings } = &mut outcome {
        for finding in findings {
            finding.waived = None;
        }
    }
    outcome
}

/// An answer in a line.
fn said(outcome: &Outcome) -> String {
    let more = match outcome {
        Outcome::Met => return outcome.name().into(),
        Outcome::NotMet { findings } => {
            findings.iter().map(|finding| finding.says.as_str()).collect::<Vec<_>>().join(" ")
        }
        Outcome::NotDueYet { due, needs } => format!("{needs} By {due}."),
        Outcome::NotApplicable { because } => because.clone(),
        Outcome::AskAPerson { question, .. } => question.clone(),
        Outcome::CannotTell { missing, .. } => missing.clone(),
    };
    cut(&format!("{}: {more}", outcome.name()))
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or(words)),
        None => words.into(),
    }
}
