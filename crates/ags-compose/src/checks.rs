//! How the statement was checked, and what is still wrong with it.

use std::borrow::Cow;

use ags_statement::english;
use chrono::NaiveDate;

use super::prose::{Body, bullets, cell, cited, filled, heading, sentence, some_line, table};
use crate::phrases::checks as phrases;
use ags_document::{Block, Cell, Inline};
use ags_law::Citation;
use ags_report::Suppression;
use ags_report::{Finding, Outcome, Severity};
use ags_report::{Report, RuleResult};
use ags_statement::Approval;

pub(super) fn compose(approval: Option<&Approval>, report: &Report, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    body.push(Block::plain(phrases::introduction(report.results.len(), report.as_at)));
    body.extend(counts(report));
    let waived = waived(report);
    let (unmet, met) = if approval.is_none() {
        to_do(report, body);
        (unmet(report.results.iter().filter(|result| result.severity != Severity::Statutory)), None)
    } else {
        (unmet(report.results.iter()), waived.is_none().then(|| Block::plain(phrases::ALL_MET)))
    };
    match unmet {
        Some(table) => body.extend([heading(2, phrases::UNMET), table]),
        None => body.extend(met),
    }
    if let Some(table) = waived {
        body.extend([heading(2, phrases::WAIVED_HEADING), table]);
    }
    if let Some(list) = unsettled(report) {
        body.extend([heading(2, phrases::UNSETTLED), list]);
    }
}

/// How many rules had each outcome; outcomes that no rule had are left out.
fn counts(report: &Report) -> Option<Block> {
    let counts = report.counts();
    let outcomes = [
        (phrases::MET, counts.met),
        (phrases::NOT_MET, counts.not_met),
        (phrases::WAIVED, counts.waived),
        (phrases::NOT_DUE_YET, counts.not_due_yet),
        (phrases::NEEDS_REVIEW, counts.needs_review),
        (phrases::INDETERMINATE, counts.indeterminate),
        (phrases::NOT_APPLICABLE, counts.not_applicable),
    ];
    let rows = outcomes.into_iter().filter(|(_, count)| *count > 0);
    let rows = rows.map(|(answer, count)| [cell(Some(answer.into())), cell(Some(count.to_string()))]);
    table(phrases::CAPTION, [phrases::ANSWER, phrases::RULES], rows.collect())
}

/// What the law still requires of a draft: what is overdue first, then by the day it falls due.
fn to_do(report: &Report, body: &mut Body) {
    body.push(heading(2, phrases::TO_DO));
    let statutory = report.results.iter().filter(|result| result.severity == Severity::Statutory);
    let mut needs: Vec<_> = statutory.flat_map(needs).collect();
    needs.sort_by_key(|(due, _)| *due);
    let rows = needs.into_iter().map(|(_, row)| row).collect();
    let columns = [phrases::WHAT, phrases::BY, phrases::LAW];
    match table(phrases::TO_DO_CAPTION, columns, rows) {
        Some(table) => body.extend([Block::plain(phrases::TO_DO_INTRODUCTION), table]),
        None => body.push(Block::plain(nothing_to_do(report))),
    }
}

/// Why there is nothing to list: the law is met, the data do not say enough, or no law applies.
fn nothing_to_do(report: &Report) -> &'static str {
    let any = |is: fn(&Outcome) -> bool| {
        report.results.iter().any(|result| result.severity == Severity::Statutory && is(&result.outcome))
    };
    if any(|outcome| matches!(outcome, Outcome::Indeterminate { .. })) {
        phrases::NOT_KNOWN
    } else if any(|outcome| !matches!(outcome, Outcome::NotApplicable { .. })) {
        phrases::NOTHING_TO_DO
    } else {
        phrases::NOTHING_BINDS
    }
}

/// What a rule still requires, each with the last day for it; no day where it is due now.
fn needs(result: &RuleResult) -> Vec<(Option<NaiveDate>, [Cell; 3])> {
    let row = |what: Cell, due: Option<NaiveDate>| {
        let by = due.map_or_else(|| phrases::NOW.into(), english::date);
        (due, [what, cell(Some(by)), law(result)])
    };
    match &result.outcome {
        Outcome::NotMet { findings } => active(findings).map(|finding| row(fix(finding), None)).collect(),
        Outcome::NotDueYet { due, action } => vec![row(cell(Some(sentence(action))), Some(*due))],
        _ => Vec::new(),
    }
}

/// The requirements that are not met; nothing where there is none.
fn unmet<'a>(results: impl Iterator<Item = &'a RuleResult>) -> Option<Block> {
    let mut rows = Vec::new();
    for result in results {
        if let Outcome::NotMet { findings } = &result.outcome {
            let active = active(findings);
            rows.extend(active.map(|it| [cell(Some(sentence(&it.message))), fix(it), law(result)]));
        }
    }
    table(phrases::UNMET_CAPTION, [phrases::WRONG, phrases::FIX, phrases::LAW], rows)
}

/// The findings that no waiver accepts.
fn active(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.is_active())
}

/// How to fix a finding; and, where a waiver for it was rejected because it is a breach of the law, that waiver.
fn fix(finding: &Finding) -> Cell {
    let mut fix = cell(Some(sentence(&finding.fix)));
    let waived =
        finding.suppression.as_ref().map(|waived| [Block::plain(phrases::REJECTED_WAIVER), accepted(waived)]);
    fix.extend(waived.into_iter().flatten());
    fix
}

/// The findings that a waiver accepts; nothing where there is none.
fn waived(report: &Report) -> Option<Block> {
    let mut rows = Vec::new();
    for result in &report.results {
        if let Outcome::NotMet { findings } = &result.outcome {
            rows.extend(findings.iter().filter(|finding| !finding.is_active()).filter_map(|finding| {
                let accepted = vec![accepted(finding.suppression.as_ref()?)];
                Some([cell(Some(sentence(&finding.message))), accepted, law(result)])
            }));
        }
    }
    table(phrases::WAIVED_CAPTION, [phrases::WRONG, phrases::ACCEPTED, phrases::LAW], rows)
}

/// Why a waiver was given, who accepted it and until when it is valid.
fn accepted(waived: &Suppression) -> Block {
    let by = some_line(Some(&waived.accepted_by));
    Block::plain(phrases::accepted(&sentence(&waived.reason), by.as_deref(), waived.until))
}

/// What the checks could not decide: what a person must review, and what the statement does not say.
fn unsettled(report: &Report) -> Option<Block> {
    bullets(report.results.iter().filter_map(|result| {
        let (Outcome::NeedsReview { question: open, .. } | Outcome::Indeterminate { missing: open, .. }) =
            &result.outcome
        else {
            return None;
        };
        let text = Inline::Text(sentence(open));
        let law = result.citations.first().into_iter();
        let law = law.flat_map(|cite| [Inline::Text(" (".into()), cited(cite), Inline::Text(")".into())]);
        Some(Block::Paragraph([text].into_iter().chain(law).collect()))
    }))
}

/// Where a rule is written, one paragraph each.
fn law(result: &RuleResult) -> Cell {
    filled(provisions(result).map(|cite| Block::Paragraph(vec![cited(cite)])).collect())
}

/// The provisions of the instrument that sets the rule; those that amended it are in the report.
fn provisions(result: &RuleResult) -> impl Iterator<Item = &Citation<Cow<'static, str>>> {
    let first = result.citations.first().map(|cite| &cite.instrument);
    result.citations.iter().filter(move |cite| Some(&cite.instrument) == first)
}
