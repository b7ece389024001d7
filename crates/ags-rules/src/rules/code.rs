//! What a reviewer would find in a local code of governance.
//!
//! The Framework asks that a code be kept up to date and effective. Most rules here compare the code with
//! itself; they read through [`CodeCase`], which knows every wording and its place.

pub mod code_bare;
pub mod code_cite;
pub mod code_deny;
pub mod code_done;
pub mod code_echo;
pub mod code_edition;
pub mod code_future;
pub mod code_gaps;
pub mod code_half;
pub mod code_high;
pub mod code_idle;
pub mod code_label;
pub mod code_law;
pub mod code_low;
pub mod code_merge;
pub mod code_names;
pub mod code_number;
pub mod code_order;
pub mod code_plan;
pub mod code_recent;
pub mod code_review;
pub mod code_stale;
pub mod code_target;
pub mod code_title;
pub mod code_twice;
pub mod code_xref;

use std::collections::{BTreeMap, BTreeSet};

use governance_model::{Action, Arrangement, Assessment, Evidence, Level, LocalCode, Provenance, Scale};

use crate::context::{LocalCodeContext, Row};
use crate::prose;
use crate::rule::Rule;
use ags_law::Citation;
use ags_law::misnomer::{self, Misnomer};
use ags_report::{Finding, Outcome};

/// The rules of the family, in the order reports list them: what the code stands on, how it answers the
/// framework, its evidence, its scores, its actions, its words.
pub static RULES: &[Rule] = &[
    code_edition::RULE,
    code_law::RULE,
    code_cite::RULE,
    code_review::RULE,
    code_gaps::RULE,
    code_merge::RULE,
    code_order::RULE,
    code_number::RULE,
    code_title::RULE,
    code_bare::RULE,
    code_half::RULE,
    code_deny::RULE,
    code_recent::RULE,
    code_stale::RULE,
    code_future::RULE,
    code_low::RULE,
    code_high::RULE,
    code_plan::RULE,
    code_idle::RULE,
    code_target::RULE,
    code_done::RULE,
    code_echo::RULE,
    code_twice::RULE,
    code_names::RULE,
    code_xref::RULE,
    code_label::RULE,
];

/// The Framework's demand that a local code be kept.
const FRAMEWORK: Citation = Citation {
    instrument: "CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework (2016 Edition)",
    provision: "the local code: kept up to date, with arrangements for its ongoing effectiveness",
    url: None,
};

/// What the rules cite that compare a code with itself.
const UP_TO_DATE: &[Citation] = &[FRAMEWORK];

/// What the rules on actions cite.
const PLANNED_CHANGES: &[Citation] = &[Citation {
    provision: "the local code: compliance reported every year, with planned changes",
    ..FRAMEWORK
}];

/// What the rules on cited law cite.
const LAW: &[Citation] = &[
    FRAMEWORK,
    ags_law::AAR_2015
        .at("reg. 6(1), in England", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
];

/// Every citation and wording in which a misnomer stands, each once for each line of the document.
fn cited_as(context: &LocalCodeContext<'_>, misnomers: &[&Misnomer]) -> Vec<Finding> {
    let nation = context.code.authority.nation;
    let mut texts = Vec::new();
    for (index, one) in context.code.citations.iter().enumerate() {
        let provision = one.provision.as_ref().map_or_else(String::new, |provision| format!(" {provision}"));
        let quote = format!("{}{provision}", one.instrument);
        let of = one.purpose.as_deref().unwrap_or_default();
        texts.push((
            format!("/citations/{index}"),
            misnomer::normalised(&format!("{quote} {of}")),
            quote,
            &one.source,
        ));
    }
    for wording in context.wordings() {
        texts.extend(prose::sentences(wording.words).map(|words| {
            (wording.pointer.clone(), misnomer::normalised(words), words.to_owned(), wording.source)
        }));
    }
    let mut said = BTreeSet::new();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, plain, words, from) in texts {
        for (index, one) in misnomers.iter().enumerate().filter(|(_, one)| one.is_in(&plain, nation)) {
            let finding =
                Finding::new(at.as_str(), one.message.as_str(), one.fix.as_str()).quoting(&words, from);
            let lines: Vec<(usize, u32)> = lines(from).map(|line| (index, line)).collect();
            if !lines.iter().any(|line| said.contains(line)) {
                findings.push(finding);
            }
            said.extend(lines);
        }
    }
    findings
}

/// The lines of the document that something comes from.
fn lines(from: &Provenance) -> impl Iterator<Item = u32> + use<> {
    let lines = match from {
        Provenance::Document(place) => place.line.map(|line| line..=place.to_line.unwrap_or(line)),
        Provenance::Declared | Provenance::Illustrative(_) => None,
    };
    lines.into_iter().flatten().take(MOST_LINES)
}

/// The most lines of one cell that are looked at; no page has more.
const MOST_LINES: usize = 100;

/// The height on its scale, in hundredths, from which a score is high and below which it is low; ours, and in no
/// instrument.
const HIGH: u32 = 75;

/// What a rule finds in the rows that are judged, given the judgement of each that counts and what to call it, as
/// in "The score of 7 on a scale of 1 to 10".
fn of_judged(
    context: &LocalCodeContext<'_>,
    find: impl Fn(&Row<'_>, &Assessment, &str) -> Option<Finding>,
) -> Outcome {
    let judged = context.rows().iter().filter_map(|row| Some((row, latest(row.arrangement)?)));
    let judged: Vec<(&Row<'_>, &Assessment)> = judged.collect();
    if judged.is_empty() {
        return Outcome::not_applicable("The code scores nothing.");
    }
    let findings = judged.into_iter().filter_map(|(row, one)| find(row, one, &judgement(context.code, one)));
    Outcome::of(findings.collect())
}

/// An arrangement and all that lies under it.
fn with_parts(top: &Arrangement) -> impl Iterator<Item = &Arrangement> {
    let mut open = vec![top];
    std::iter::from_fn(move || {
        let next = open.pop()?;
        open.extend(&next.arrangements);
        Some(next)
    })
}

/// Whether a piece of evidence says anything, by itself or in its parts.
fn says_something(evidence: &Evidence) -> bool {
    !evidence.text.is_blank() || !evidence.parts.is_empty()
}

/// A piece of evidence whose words stop short of what they lead up to.
fn is_half(evidence: &Evidence) -> bool {
    const DANGLING: [&str; 9] = ["and", "or", "the", "of", "to", "with", "for", "by", "a"];
    let says = evidence.text.trim_end();
    let last = says.rsplit(' ').next().unwrap_or_default();
    evidence.parts.is_empty() && (says.ends_with(':') || (says.contains(' ') && DANGLING.contains(&last)))
}

/// The judgement of a row that counts: of several the one for the latest year, of one year the last.
fn latest(row: &Arrangement) -> Option<&Assessment> {
    row.assessments.iter().max_by_key(|one| one.year)
}

/// How far up its scale a score is, in hundredths from 0, the worst, to 100, the best; none off the scale.
fn height(code: &LocalCode, assessment: &Assessment) -> Option<u32> {
    let score = assessment.score.as_ref()?;
    let scale: &Scale = code.scales.get(&score.scale)?;
    let whole = u32::from(scale.best.abs_diff(scale.worst));
    if whole == 0 || !scale.holds(score.value) {
        return None;
    }
    Some(u32::from(score.value.abs_diff(scale.worst)) * 100 / whole)
}

/// What to call a judgement: a score with its scale, where it is one.
fn judgement(code: &LocalCode, assessment: &Assessment) -> String {
    let score = assessment.score.as_ref();
    let scored = score.and_then(|score| Some((score.value, code.scales.get(&score.scale)?)));
    scored.map_or_else(
        || "The judgement".into(),
        |(value, scale)| format!("The score of {value} on a scale of {} to {}", scale.worst, scale.best),
    )
}

/// Whether an action belongs to the plan the code makes now, not to that of a year it reports on.
fn is_planned(code: &LocalCode, action: &Action) -> bool {
    action.status.is_open()
        && match (action.year, code.document.planned_year) {
            (Some(year), Some(planned)) => year >= planned,
            _ => true,
        }
}

/// Whether words name no action, as in "No specific actions but current standards to be maintained".
fn names_no_action(words: &str) -> bool {
    let words = misnomer::normalised(words);
    words.trim().is_empty()
        || ["no specific action", "no action", "none", "not applicable", "n/a"]
            .iter()
            .any(|none| words.starts_with(none))
}

/// The number of a clause without what the reading put before it: `7.1.6` for `P-7.1.6`; none where it bears no
/// number of its own.
fn clause_number<'a>(row: &Row<'a>) -> Option<&'a str> {
    let arrangement = row.arrangement;
    let number = arrangement.id.as_str().trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    let printed = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (arrangement.level == Level::Clause && printed && !number.is_empty()).then_some(number)
}

/// The place of every reference of the framework edition in the printed order, with its depth: 1 for a
/// principle, 2 for a sub-principle or aim, 3 for a requirement.
fn framework_places(code: &LocalCode) -> BTreeMap<&'static str, (usize, usize)> {
    let mut places = BTreeMap::new();
    for principle in code.framework.framework().principles {
        places.insert(principle.id, (places.len(), 1));
        for sub in principle.sub_principles {
            places.insert(sub.id, (places.len(), 2));
            for requirement in sub.requirements {
                places.insert(requirement.id, (places.len(), 3));
            }
        }
    }
    places
}

#[cfg(test)]
mod sample {
    use governance_model::{LocalCode, read};

    use crate::rule::Rule;
    use crate::sample::day;
    use ags_report::{Finding, Outcome};

    /// A local code on the edition of 2016, with particulars of its document and the rest as TOML.
    pub fn code(document: &str, rest: &str) -> LocalCode {
        let comma = if document.is_empty() { "" } else { ", " };
        let none = if rest.contains("principles = [") { "" } else { "principles = []" };
        let toml = format!(
            r#"
            framework = "cipfa-solace-2016"
            authority = {{ name = "Example Council", kind = "district", nation = "england", category = 1 }}
            document = {{ id = "code", title = "Local Code"{comma}{document} }}
            {none}
            {rest}"#
        );
        read::toml(toml.as_bytes(), "code.toml").unwrap()
    }

    /// A local code with one sub-principle that holds what is given.
    pub fn row(document: &str, holds: &str) -> LocalCode {
        code(
            document,
            &format!(
                r#"
                scales.ten = {{ worst = 1, best = 10 }}
                principles = [{{ id = "A-1", level = "sub-principle", covers = ["A1"], title = "Integrity",
                    source.document = {{ id = "code", line = 7 }}, {holds} }}]"#
            ),
        )
    }

    /// A local code with one sub-principle and one piece of evidence that says what is given.
    pub fn says(document: &str, says: &str) -> LocalCode {
        row(
            document,
            &format!(
                r#"evidence = [{{ id = "E-1", text = "{says}", kind = "document", basis = "operating" }}]"#
            ),
        )
    }

    /// A rule's answer on 30 November 2022.
    pub fn judge(rule: &Rule, code: &LocalCode) -> Outcome {
        crate::check::check_code_with(code, day(2022, 11, 30), [rule]).results.remove(0).outcome
    }

    /// What a rule finds on 30 November 2022; nothing where it is met.
    pub fn findings(rule: &Rule, code: &LocalCode) -> Vec<Finding> {
        match judge(rule, code) {
            Outcome::NotMet { findings } => findings,
            Outcome::Met => Vec::new(),
            other => panic!("{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use governance_model::{LocalCode, read};

    use super::RULES;
    use crate::sample::day;
    use ags_report::{Finding, Outcome};

    /// A local code with the fault of every rule in it.
    fn spoilt() -> LocalCode {
        read::toml(include_bytes!("code/spoilt-code.toml"), "spoilt.toml").unwrap()
    }

    fn found(code: &LocalCode) -> Vec<(String, Vec<Finding>)> {
        let report = crate::check_code(code, day(2022, 11, 30));
        let not_met = report.results.into_iter().filter_map(|result| match result.outcome {
            Outcome::NotMet { findings } => Some((result.code.into_owned(), findings)),
            _ => None,
        });
        not_met.collect()
    }

    #[test]
    fn a_code_spoilt_in_every_way_meets_no_rule() {
        let found: BTreeSet<String> = found(&spoilt()).into_iter().map(|(code, _)| code).collect();
        let all: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
        assert_eq!(found, all);
    }

    #[test]
    fn every_finding_names_a_place_that_is_there_and_speaks_in_sentences() {
        let code = spoilt();
        let value = serde_json::to_value(&code).unwrap();
        for (rule, findings) in found(&code) {
            for Finding { pointer: at, message: says, fix: mend, .. } in findings {
                assert!(value.pointer(&at).is_some(), "{rule}: {at}");
                assert!(says.ends_with('.') && mend.ends_with('.'), "{rule}: {says} {mend}");
            }
        }
    }

    #[test]
    fn words_are_quoted_with_the_line_they_stand_on() {
        let quotes: Vec<_> = found(&spoilt())
            .into_iter()
            .flat_map(|(_, findings)| findings)
            .filter_map(|finding| finding.quote)
            .collect();
        assert!(
            quotes.iter().any(|quote| quote.line == Some(12) && quote.document.as_deref() == Some("code"))
        );
        assert!(quotes.iter().all(|quote| !quote.words.is_empty()));
    }

    #[test]
    fn a_code_without_a_date_cannot_be_told_where_the_year_counts_and_is_judged_elsewhere() {
        let mut code = spoilt();
        (code.document.dated, code.document.year, code.document.planned_year) = (None, None, None);
        let report = crate::check_code(&code, day(2022, 11, 30));
        let untold = report.results.iter().filter(|one| matches!(one.outcome, Outcome::Indeterminate { .. }));
        let untold: Vec<&str> = untold.map(|one| &*one.code).collect();
        assert_eq!(
            untold,
            ["CODE-EDITION", "CODE-LAW", "CODE-REVIEW", "CODE-STALE", "CODE-FUTURE", "CODE-TARGET"]
        );
        assert_eq!((report.year, report.stage), (None, None));
    }

    #[test]
    fn every_rule_answers_an_empty_code_and_finds_nothing_in_the_sample() {
        let mut code = crate::sample::statement().local_code;
        assert_eq!(found(&code), []);
        code.principles.clear();
        code.roles.clear();
        assert!(found(&code).is_empty());
        assert_eq!(crate::check_code(&code, day(2022, 11, 30)).results.len(), RULES.len());
    }
}
