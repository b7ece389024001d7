//! REL-STAT: Statutory officer not named.

use governance_model::{Nation, RoleKind};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-STAT.
pub const RULE: Rule = Rule {
    code: "REL-STAT",
    name: "statutory-officer-not-named",
    title: "Statutory officer not named",
    requirement: "The statement names the head of paid service, the monitoring officer and the chief \
        financial officer.",
    method: "England only. The roles in the statement include the three statutory officers by post: the \
        head of paid service, the monitoring officer and the officer responsible for financial \
        administration. A statement that names no roles is checked by FW16-ROLES.",
    rationale: "These three officers have statutory duties to report concerns. Readers must be able to \
        tell who they are.",
    limitations: "Whether they work together, and whether one person holds two posts that the law keeps \
        separate.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::LGHA_1989
            .at("s. 4, head of paid service", "https://www.legislation.gov.uk/ukpga/1989/42/section/4"),
        ags_law::LGHA_1989
            .at("s. 5, monitoring officer", "https://www.legislation.gov.uk/ukpga/1989/42/section/5"),
        ags_law::LGA_1972
            .at("s. 151, financial affairs", "https://www.legislation.gov.uk/ukpga/1972/70/section/151"),
    ],
    scope: Scope { nations: &[Nation::England], ..crate::rules::scope::EVERY_STATEMENT },
    check: Check::Statement(check),
};

const OFFICERS: [(RoleKind, &str); 3] = [
    (RoleKind::HeadOfPaidService, "the head of paid service"),
    (RoleKind::MonitoringOfficer, "the monitoring officer"),
    (RoleKind::ChiefFinancialOfficer, "the chief financial officer"),
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let roles = &context.statement.local_code.roles;
    if roles.is_empty() {
        return Outcome::indeterminate(
            "/local_code/roles",
            "List the roles in governance, including the three statutory officers.",
        );
    }
    let unnamed = OFFICERS
        .iter()
        .filter(|(kind, _)| !roles.iter().any(|role| role.kind == *kind && !role.title.is_blank()));
    Outcome::of(
        unnamed
            .map(|(_, name)| {
                Finding::new(
                    "/local_code/roles",
                    format!("The statement does not name {name}."),
                    "Name the post that holds the office, and describe its role in governance.",
                )
            })
            .collect(),
    )
}
