//! `docs/rules.md` matches the rules, the list of duties and the cases. `AGS_RENEW=1` regenerates it.

use std::fmt::Write as _;
use std::path::Path;

use ags::law::{self, Duty};
use ags::test_case::{RuleOutcome, TestCase};
use ags::{Citation, OutcomeKind, Rule, Scope, Severity, Status, Subject, TestCases, english, rules};
use chrono::NaiveDate;

use crate::run::{RUNS, Run};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rules.md");

#[test]
fn the_page_of_rules_is_up_to_date() {
    let page = page();
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::create_dir_all(Path::new(PAGE).parent().unwrap()).unwrap();
        std::fs::write(PAGE, &page).unwrap();
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        written == page,
        "docs/rules.md is out of date; regenerate it with AGS_RENEW=1 cargo test -p tests"
    );
}

fn page() -> String {
    let cases = &*RUNS;
    let mut page = String::from(
        "# The rules\n\nGenerated from the rules, the list of duties and the cases in `fixtures/cases`; do not edit.\n\
         Dates in links to legislation are the end of the first year to which a rule applies.\n",
    );
    for (subject, title) in [
        (Subject::Statement, "Rules for statements"),
        (Subject::LocalCode, "Rules for local codes"),
        (Subject::Agar, "Rules for the returns of smaller authorities"),
        (Subject::Waivers, "Rules for waivers"),
    ] {
        let _ =
            writeln!(page, "\n## {title}\n\n| code | fault | name | a breach is | |\n|---|---|---|---|---|");
        for rule in rules::of(subject) {
            let Rule { code, name, title, severity, .. } = rule;
            let anchor = code.to_lowercase();
            let preview = if rule.status == Status::Preview { "preview" } else { "" };
            let breach = breach(*severity);
            let _ = writeln!(page, "| [{code}](#{anchor}) | {title} | `{name}` | {breach} | {preview} |");
        }
        for rule in rules::of(subject) {
            section(&mut page, rule, cases);
        }
    }
    unruled(&mut page);
    page
}

fn section(page: &mut String, rule: &Rule, cases: &[Run]) {
    let Rule {
        code, title, requirement: asks, method: checks, rationale: why, limitations: cannot_tell, ..
    } = rule;
    let _ = write!(page, "\n### {code}\n\n**{title}.** {asks} *A breach is {}.", breach(rule.severity));
    let _ = writeln!(page, " {}.*", rule.scope);
    if rule.status == Status::Preview {
        let _ =
            write!(page, "\n**Preview:** its source has not been verified; it is checked only on request.\n");
    }
    let _ = writeln!(page, "\n**What it checks.** {checks}\n\n**Why.** {why}\n\n**Source.**");
    for cite in rule.citations {
        let _ = writeln!(page, "- {}", source(cite, &rule.scope));
    }
    let _ = writeln!(page, "\n**Duty.**");
    for duty in law::duties().iter().filter(|duty| covers(duty, code)) {
        let _ = writeln!(page, "- {} (`{}`)", duty.requirement, duty.id);
    }
    for (title, answer) in [("Passes", OutcomeKind::Met), ("Fails", OutcomeKind::NotMet)] {
        if let Some((file, case, answered)) = example(cases, code, answer) {
            let _ = write!(page, "\n**{title}.** {}", case_words(file, case));
            if !answered.message.is_empty() {
                let _ = write!(page, "\n> {}", answered.message);
            }
            page.push('\n');
        }
    }
    let _ = writeln!(page, "\n**What it cannot tell.** {cannot_tell}");
}

/// The duties that no rule covers, and who is responsible for them.
fn unruled(page: &mut String) {
    page.push_str("\n## Duties without a rule\n\n| duty | source | covered by |\n|---|---|---|\n");
    for duty in law::duties() {
        let by = match &duty.owner {
            law::DutyOwner::Rules(_) => continue,
            law::DutyOwner::Type(how) => format!("a type: {how}"),
            law::DutyOwner::Person(who) => format!("a person: {who}"),
            law::DutyOwner::NotYet(why) => format!("not covered yet: {why}"),
        };
        let _ = writeln!(page, "| {} | {}, {} | {by} |", duty.requirement, duty.instrument, duty.provision);
    }
}

fn covers(duty: &Duty, code: &str) -> bool {
    matches!(&duty.owner, law::DutyOwner::Rules(codes) if codes.iter().any(|one| one == code))
}

const fn breach(severity: Severity) -> &'static str {
    match severity {
        Severity::Statutory => "of the law",
        Severity::ProperPractice => "of proper practice",
        Severity::Advisory => "of good practice",
    }
}

fn source(cite: &Citation, binds: &Scope) -> String {
    let Citation { instrument, provision, url } = cite;
    let said = format!("{instrument}, {provision}");
    let day = NaiveDate::from_ymd_opt(binds.from + 1, 3, 31).unwrap();
    match (url, cite.as_on(day)) {
        (Some(url), Some(then)) if *url != then => {
            format!("{said}: [current text]({url}), [as on {}]({then})", english::date(day))
        }
        (Some(url), _) => format!("{said}: [text]({url})"),
        (None, _) => said,
    }
}

/// The first case in which a rule gives an answer.
fn example<'a>(
    cases: &'a [Run],
    code: &str,
    answer: OutcomeKind,
) -> Option<(&'a TestCases, &'a TestCase, &'a RuleOutcome)> {
    cases.iter().find_map(|run| {
        run.cases.cases.iter().zip(&run.verdicts).find_map(|(case, verdict)| {
            let answered = verdict.outcomes.iter().find(|one| one.rule == code && one.actual == answer)?;
            Some((&run.cases, case, answered))
        })
    })
}

/// The name of a case, followed by its base, date and changes.
fn case_words(file: &TestCases, case: &TestCase) -> String {
    let base = case.base.as_ref().or(file.base.as_ref()).unwrap();
    let as_at = case.as_at.or(file.as_at).unwrap();
    let mut words = format!("{}. (`{base}`, as at {}", case.name, english::date(as_at));
    for at in &case.remove {
        let _ = write!(words, "; without `{at}`");
    }
    for (at, value) in &case.change {
        let value: String = value.to_string().chars().take(120).collect();
        let _ = write!(words, "; `{at}` = `{value}`");
    }
    for (name, beside) in
        [("last year", &case.prior), ("as approved", &case.approved), ("applied to", &case.waives)]
    {
        if let Some(beside) = beside {
            let _ = write!(words, "; {name}: `{}`", beside.base);
        }
    }
    words + ")"
}
