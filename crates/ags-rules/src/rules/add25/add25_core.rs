//! ADD25-CORE: Conformance of core arrangements not stated.

use governance_model::{Degree, Standard};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-CORE.
pub const RULE: Rule = Rule {
    code: "ADD25-CORE",
    name: "conformance-of-core-arrangements-not-stated",
    title: "Conformance of core arrangements not stated",
    requirement: "The statement says for each core arrangement whether it conforms and, where it does not, \
        gives the reason or the action.",
    method: "The review reports conformance with the internal audit standards, the code for the governance \
        of internal audit, the statements on the roles of the head of internal audit and of the chief \
        financial officer, the Financial Management Code, the fraud code and the position statement on \
        audit committees; where it conforms in part or not at all, it gives the reason or names an action. \
        Each standard is also checked by its own REL rule; this rule checks that none is left out.",
    rationale: "Reporting by exception is reliable only when readers can see that nothing was left out.",
    limitations: "Whether the authority conforms as it says. The text of the addendum was not available; \
        the rule follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    check: Check::Statement(check),
};

/// The core arrangements, in the order in which they are asked for.
const CORE: [(Standard, &str); 7] = [
    (Standard::InternalAuditStandards, "the internal audit standards"),
    (Standard::InternalAuditGovernance, "the code for the governance of internal audit"),
    (Standard::RoleOfHeadOfInternalAudit, "the statement on the role of the head of internal audit"),
    (Standard::RoleOfChiefFinancialOfficer, "the statement on the role of the chief financial officer"),
    (Standard::FinancialManagementCode, "the Financial Management Code"),
    (Standard::FraudAndCorruption, "the code on managing the risk of fraud and corruption"),
    (Standard::AuditCommittees, "the position statement on audit committees"),
];

const CONFORMANCES: Pointer = Pointer::fixed("/review/conformances");

fn check(context: &StatementContext<'_>) -> Outcome {
    let compared = &context.statement.review.conformances;
    let findings = CORE.iter().filter_map(|(standard, name)| {
        let own = compared.iter().enumerate().find(|(_, one)| one.standard == *standard);
        let Some((index, one)) = own.filter(|(_, one)| one.degree.is_some()) else {
            let at = own.map_or_else(|| CONFORMANCES, |(index, _)| CONFORMANCES.index(index));
            let says = format!("The statement does not say how far the authority conforms to {name}.");
            return Some(Finding::new(
                at,
                says,
                "Say whether the authority conforms in full, in part or not \
                at all.",
            ));
        };
        let explained = one.text.as_ref().is_some_and(|says| !says.is_blank()) || !one.actions.is_empty();
        (one.degree != Some(Degree::Full) && !explained).then(|| {
            let says = format!(
                "The authority does not conform in full to {name}, but the statement does not say why."
            );
            let fix = "Give the reason and how the same result is achieved, or name the action.";
            Finding::new(Pointer::root().key("review").key("conformances").index(index), says, fix)
        })
    });
    Outcome::of(findings.collect())
}
