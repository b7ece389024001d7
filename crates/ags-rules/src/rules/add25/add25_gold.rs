//! ADD25-GOLD: Joint working of statutory officers not stated.

use governance_model::{Role, RoleKind};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};

/// ADD25-GOLD.
pub const RULE: Rule = Rule {
    code: "ADD25-GOLD",
    name: "joint-working-of-statutory-officers-not-stated",
    title: "Joint working of statutory officers not stated",
    requirement: "The statement describes the roles of the head of paid service, the chief financial \
        officer and the monitoring officer, and how they work together.",
    method: "Each of the three is among the roles, with a description. A question is asked where no text \
        of the statement says that the statutory officers, or two of them by title, meet or work \
        together.",
    rationale: "The three officers have statutory duties to report concerns. Reports on failed councils \
        found that they had not worked together.",
    limitations: "Whether they do work together. The text of the addendum was not available; the rule \
        follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

const OFFICERS: [(RoleKind, &str); 3] = [
    (RoleKind::HeadOfPaidService, "the head of paid service"),
    (RoleKind::ChiefFinancialOfficer, "the chief financial officer"),
    (RoleKind::MonitoringOfficer, "the monitoring officer"),
];

/// Words for the three.
const THE_THREE: [&str; 3] = ["statutory officers", "golden triangle", "three officers"];

/// Words for working together.
const TOGETHER: [&str; 7] = ["together", "jointly", "meet", "meets", "met", "meetings", "meeting"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let roles = &context.statement.local_code.roles;
    let said = |role: &Role| role.text.as_ref().is_some_and(|says| !says.is_blank());
    let findings: Vec<Finding> = OFFICERS
        .iter()
        .filter(|(kind, _)| !roles.iter().any(|role| role.kind == *kind && said(role)))
        .map(|(_, name)| {
            let says = format!("The statement does not describe the role of {name} in governance.");
            Finding::new(
                "/local_code/roles",
                says,
                format!(
                    "List {name} among the roles, and describe the \
                role in governance."
                ),
            )
        })
        .collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    let titles: Vec<&Role> =
        roles.iter().filter(|role| OFFICERS.iter().any(|(kind, _)| role.kind == *kind)).collect();
    let all = context.wordings().into_iter().chain(context.code_wordings());
    let mut sentences = all.flat_map(|wording| prose::sentences(wording.words));
    if sentences.any(|sentence| brings_together(sentence, &titles)) {
        return Outcome::Met;
    }
    Outcome::needs_review(
        "/local_code/roles",
        "Does the statement say how its three statutory officers work together?",
    )
}

/// Whether a sentence speaks of the officers, or of two of them, as working together.
fn brings_together(sentence: &str, officers: &[&Role]) -> bool {
    let named = |role: &&&Role| {
        let title = prose::words_of(&role.title).join(" ");
        prose::find_phrase(sentence, &[title.as_str()]).is_some()
    };
    let of_them =
        prose::find_phrase(sentence, &THE_THREE).is_some() || officers.iter().filter(named).count() > 1;
    of_them && prose::find_phrase(sentence, &TOGETHER).is_some()
}
