//! REG-5-1: No internal audit for the year.

use governance_model::{Assurance, AssuranceKind, RoleKind};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};

/// REG-5-1.
pub const RULE: Rule = Rule {
    code: "REG-5-1",
    name: "no-internal-audit-for-the-year",
    title: "No internal audit for the year",
    requirement: "An effective internal audit of risk management, control and governance was undertaken for \
        the year.",
    method: "The statement lists an assurance of internal audit for its year. One without a year is taken \
        to be for this year; one for another year does not count.",
    rationale: "Internal audit is the authority's own independent check that its controls work, and the \
        law requires it.",
    limitations: "Whether the audit was effective. The standard that it followed, which regulation 5(1) \
        requires the authority to take into account, is checked by REL-IASTD.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 5(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/5")
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

const AT: Pointer = Pointer::fixed("/review/assurances");

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let is_internal_audit = |one: &&Assurance| one.kind == AssuranceKind::HeadOfInternalAudit;
    let ours = || review.assurances.iter().filter(is_internal_audit);
    if ours().any(|assurance| assurance.year.is_none_or(|year| year == context.year)) {
        return Outcome::Met;
    }
    let year = context.year;
    let other = ours().find_map(|assurance| assurance.year);
    let roles = &context.statement.local_code.roles;
    if other.is_none() && roles.iter().any(|role| role.kind == RoleKind::InternalAudit) {
        let missing = format!("Report internal audit's findings for {year}.");
        return Outcome::indeterminate(AT, missing);
    }
    let says = other.map_or_else(
        || format!("The statement reports no internal audit for {year}"),
        |other| format!("Internal audit gave its assurance for {other} but none for {year}"),
    );
    let needs = format!(
        "Obtain internal audit's report on {year}, and report its findings in the \
        statement."
    );
    if context.approval().is_some() {
        return Outcome::not_met(AT, format!("{says}."), needs);
    }
    PendingDuty { pointer: AT, message: &says, action: &needs }.before_sign_off_ends(context)
}
