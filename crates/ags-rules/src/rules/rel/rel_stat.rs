//! REL-STAT: Statutory officer unnamed.

use governance_model::{Nation, RoleKind};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-STAT.
pub const RULE: Rule = Rule {
    code: "REL-STAT",
    name: "statutory-officer-unnamed",
    title: "Statutory officer unnamed",
    requirement: "The statement names the head of paid service, the monitoring officer and the chief \
        financial officer.",
    method: "England only. Among those who keep governance the statement names the three statutory officers: \
        the head of paid service, the monitoring officer and the officer responsible for financial affairs, \
        by post. Where it names nobody at all, that is FW16-ROLES.",
    rationale: "The law gives these three the duty to speak up. A reader must be able to tell who they are.",
    limitations: "Whether they work together, and whether one person holds two of the posts that the law \
        keeps apart.",
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
    uses_prior_year: false,
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
            "List who keeps governance, the three statutory officers among them.",
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
                    "Name the post that holds the office, and say what it does for governance.",
                )
            })
            .collect(),
    )
}
