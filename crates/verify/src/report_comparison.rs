//! Compares the report on a return with a new check of it.

use ags::report::SuppressionStatus;
use ags::rules;
use ags::{Agar, Outcome, Report, RuleResult, Status, Subject};
use serde_json::{Map, Value};

use crate::attachments::{self, EmbeddedFile};
use crate::difference::{Difference, Note};
use crate::verification::Verification;

/// The most characters of an outcome that are shown, inclusive.
const MAX_SHOWN: usize = 160;

/// Checks the return again against the rules of the report, as at its day, and compares.
pub(crate) fn compare(agar: &Agar, report: &Report, files: &[EmbeddedFile], out: &mut Verification) {
    let rules = report.results.iter().filter_map(|result| rules::find(&result.code));
    let again = ags::check_agar_with(agar, report.as_at, rules);
    let embedded = attachments::find(files, ags::working_papers::REPORT_FILE);
    let embedded = embedded.and_then(|file| serde_json::from_slice(&file.content).ok()).unwrap_or_default();
    compare_fields(&embedded, report, &again, out);

    let embedded_results = embedded.get("results").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut checked = again.results.iter().peekable();
    for (index, given) in report.results.iter().enumerate() {
        let Some(rule) = rules::find(&given.code) else {
            let unknown = "this version has no rule with this code; use the version that made the report";
            differs(given, unknown.into(), out);
            continue;
        };
        let Some(again) = checked.next_if(|again| again.code == rule.code) else {
            // A rule of another subject was not checked again.
            differs(given, "the rule does not apply to this subject".into(), out);
            continue;
        };
        if without_waivers(&given.outcome) != without_waivers(&again.outcome) {
            differs(given, summary(&again.outcome), out);
            continue;
        }
        // A waiver cannot be made again; all else that the rule says must be what it says today.
        let expected = RuleResult { outcome: given.outcome.clone(), ..again.clone() };
        if !has_valid_waivers(&expected, report) {
            differs(given, format!("{}, and the waiver is not valid", summary(&again.outcome)), out);
        } else if serde_json::to_value(&expected).ok().as_ref() != embedded_results.get(index) {
            differs(given, "the text of the rule differs".into(), out);
        }
    }
    let skipped = rules::of(Subject::Agar)
        .filter(|rule| {
            rule.status == Status::Stable && report.results.iter().all(|one| one.code != rule.code)
        })
        .map(|rule| rule.code.to_owned());
    let skipped: Vec<String> = skipped.collect();
    if !skipped.is_empty() {
        out.notes.push(Note::RulesSkipped { rules: skipped });
    }
    let findings =
        report.results.iter().flat_map(findings).filter(|finding| finding.suppression.is_some()).count();
    if findings > 0 {
        out.notes.push(Note::Waivers { findings });
    }
}

/// Compares the report apart from its outcomes: its counts with its own outcomes, everything else with the new check.
fn compare_fields(embedded: &Value, report: &Report, again: &Report, out: &mut Verification) {
    let json = |report: &Report| match serde_json::to_value(report) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let (mut again, own) = (json(again), json(report));
    if let Some(counts) = own.get("counts") {
        again.insert("counts".into(), counts.clone());
    }
    let none = Map::new();
    let embedded = embedded.as_object().unwrap_or(&none);
    let mut keys: Vec<&String> =
        embedded.keys().chain(again.keys()).filter(|key| *key != "results").collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let (embedded, again) = (embedded.get(key), again.get(key));
        if embedded != again {
            let shown = |value: Option<&Value>| {
                value.map_or_else(|| "nothing".into(), |value| shortened(&value.to_string()))
            };
            let (embedded, recomputed) = (shown(embedded), shown(again));
            out.push(Difference::Report { pointer: format!("/{key}"), embedded, recomputed });
        }
    }
}

fn differs(given: &RuleResult, recomputed: String, out: &mut Verification) {
    let (rule, embedded) = (given.code.to_string(), summary(&given.outcome));
    out.push(Difference::Outcome { rule, embedded, recomputed });
}

/// Whether every waiver has the effect that waivers have on such a rule, and has not expired.
fn has_valid_waivers(result: &RuleResult, report: &Report) -> bool {
    let waived = findings(result).iter().filter_map(|finding| finding.suppression.as_ref());
    waived
        .into_iter()
        .all(|waived| waived.status == SuppressionStatus::on(result.severity) && report.as_at <= waived.until)
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
            finding.suppression = None;
        }
    }
    outcome
}

/// An outcome in one line.
fn summary(outcome: &Outcome) -> String {
    let more = match outcome {
        Outcome::Met => return outcome.name().into(),
        Outcome::NotMet { findings } => {
            findings.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>().join(" ")
        }
        Outcome::NotDueYet { due, action: needs } => format!("{needs} By {due}."),
        Outcome::NotApplicable { reason: because } => because.clone(),
        Outcome::NeedsReview { question, .. } => question.clone(),
        Outcome::Indeterminate { missing, .. } => missing.clone(),
    };
    shortened(&format!("{}: {more}", outcome.name()))
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or(words)),
        None => words.into(),
    }
}
