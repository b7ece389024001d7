//! The significant issues and the action plan.

use std::collections::BTreeSet;

use ags_document::Block;
use ags_statement::english;
use governance_model::{Issue, IssueId, MatterKind, RoleKind, Significance};

use super::actions;
use super::composition::Composition;
use super::prose::{Body, line, paragraphs, passage, some_line};
use crate::phrases::issues as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let issues = &of.statement.review.issues;
    if issues.is_empty() {
        // That there are none is in the summary.
        let prompt = (!of.is_concluded()).then(|| of.prompt(phrases::MISSING)).flatten();
        body.extend(prompt.into_iter().flat_map(|prompt| [Block::heading(1, phrases::HEADING), prompt]));
        return;
    }
    body.push(Block::heading(1, phrases::HEADING));
    body.extend(passage(of.statement.review.significance.as_ref()));
    let prior = of.statement.review.prior_issues.iter().flatten();
    let followed_up: BTreeSet<&IssueId> = prior.filter_map(|issue| issue.carried_to.as_ref()).collect();
    for (issue, number) in issues.iter().zip(1..) {
        body.push(Block::heading(2, title(issue, number)));
        let text = paragraphs(&issue.text, &issue.source);
        if text.is_empty() {
            body.extend(of.prompt(&phrases::description(number)));
        }
        body.extend(text);
        if issue.carried_from.is_some() && !followed_up.contains(&issue.id) {
            body.push(Block::plain(phrases::CARRIED));
        }
        body.extend(grounds(of, issue).map(Block::plain));
    }
    plan(of, body);
}

/// The issue by its number and its name.
pub(super) fn title(issue: &Issue, number: usize) -> String {
    let title = line(&issue.title);
    if title.is_empty() { phrases::number(number) } else { phrases::title(number, &title) }
}

/// The actions for the issues, and a prompt for each issue that has none.
fn plan(of: &Composition<'_>, body: &mut Body) {
    let planned = of.actions_for_issues();
    let issues = of.issues_of_gaps();
    let addressed: BTreeSet<usize> = planned
        .iter()
        .flat_map(|action| &action.addresses)
        .filter_map(|gap| issues.get(gap).copied())
        .collect();
    let table = actions::table(of, phrases::CAPTION, &planned);
    let missing = (0..of.statement.review.issues.len()).filter(|place| !addressed.contains(place));
    let missing: Vec<Block> = missing.filter_map(|place| of.prompt(&phrases::action(place + 1))).collect();
    if table.is_some() || !missing.is_empty() {
        body.push(Block::heading(2, phrases::PLAN));
        body.extend(table);
        body.extend(missing);
    }
}

/// Why the issue is significant; none where no reason is given.
fn grounds(of: &Composition<'_>, issue: &Issue) -> Option<String> {
    let effects: Vec<String> =
        issue.grounds.iter().filter_map(|ground| phrases::effect(*ground)).map(Into::into).collect();
    let effects = (!effects.is_empty()).then(|| phrases::because(&english::list(&effects)));
    let judged = issue.grounds.iter().filter_map(|ground| declared(of, issue, *ground));
    let sentences: Vec<String> = effects.into_iter().chain(judged).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A judgement or an act that makes the issue significant, by whose it is.
fn declared(of: &Composition<'_>, issue: &Issue, ground: Significance) -> Option<String> {
    let acted = |is: fn(MatterKind) -> bool| of.matters_of(&issue.id).iter().find(|matter| is(matter.kind));
    match ground {
        Significance::AuditCommittee => Some(phrases::considered_by(&audit_committee(of))),
        Significance::HeadOfInternalAudit => Some(phrases::REPORTED_BY_INTERNAL_AUDIT.into()),
        Significance::FormalAction => {
            let report = acted(is_of_an_officer);
            let by = report.and_then(|report| some_line(report.by.as_ref()));
            Some(phrases::formal_action(by.as_deref(), phrases::officer(report.map(|report| report.kind))))
        }
        Significance::RegulatoryAction => {
            let by = acted(is_of_a_regulator).and_then(|action| some_line(action.by.as_ref()));
            Some(phrases::formal_action(by.as_deref(), phrases::A_REGULATOR))
        }
        _ => None,
    }
}

/// Whether a statutory officer takes formal action of a kind.
const fn is_of_an_officer(kind: MatterKind) -> bool {
    matches!(kind, MatterKind::Section114Report | MatterKind::MonitoringOfficerReport)
}

/// Whether a regulator, an inspectorate or a government takes formal action of a kind.
const fn is_of_a_regulator(kind: MatterKind) -> bool {
    matches!(kind, MatterKind::BestValueNotice | MatterKind::Intervention | MatterKind::AdverseInspection)
}

/// The audit committee, by the name that the roles give it.
fn audit_committee(of: &Composition<'_>) -> String {
    let mut roles = of.statement.local_code.roles.iter();
    let role = roles.find(|role| role.kind == RoleKind::AuditCommittee);
    role.and_then(|role| some_line(Some(&role.title))).unwrap_or_else(|| phrases::AUDIT_COMMITTEE.into())
}
