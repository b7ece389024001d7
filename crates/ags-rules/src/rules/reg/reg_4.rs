//! REG-4: Financial controls not reported.

use governance_model::{AssuranceKind, Degree, FinancialYear, RoleKind, Standard};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REG-4.
pub const RULE: Rule = Rule {
    code: "REG-4",
    name: "financial-controls-not-reported",
    title: "Financial controls not reported",
    requirement: "The statement names the responsible financial officer and reports how the financial \
        controls worked.",
    method: "The statement names the chief financial officer among those responsible for governance, and \
        reports how financial control worked in the year: in the officer's own assurance, in the \
        assessment of strong public financial management or of the principle that includes it, or in the \
        conformance with the Financial Management Code.",
    rationale: "The regulations require one officer to determine the accounting records and the financial \
        controls and to ensure that they are observed. Readers need to know who that is and whether they \
        were.",
    limitations: "Whether the records and the controls meet regulation 4, which is a question for the \
        audit.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::AAR_2015.at(
        "reg. \
        4",
        "https://www.legislation.gov.uk/uksi/2015/234/regulation/4",
    )],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

/// The principle that holds financial management in the Framework of 2016, and the sub-principle of that
/// name.
const FINANCIAL_MANAGEMENT: [&str; 2] = ["F", "F5"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let roles = &context.statement.local_code.roles;
    let named = |title: &str| !title.trim().is_empty();
    let mut findings = Vec::new();
    if !roles.iter().any(|role| role.kind == RoleKind::ChiefFinancialOfficer && named(&role.title)) {
        findings.push(Finding::new(
            "/local_code/roles",
            "The statement does not name the chief financial officer among those responsible for \
                governance.",
            "List the chief financial officer by post, and describe the role in governance.",
        ));
    }
    if !says_how_they_worked(context) {
        findings.push(Finding::new(
            "/review",
            format!("The statement does not report how the financial controls worked in {}.", context.year),
            "Report how the financial controls worked, in the chief financial officer's assurance or in the \
                assessment of financial management.",
        ));
    }
    Outcome::of(findings)
}

fn says_how_they_worked(context: &StatementContext<'_>) -> bool {
    let review = &context.statement.review;
    let of_the_year = |year: Option<FinancialYear>| year.is_none_or(|year| year == context.year);
    let by_the_officer = review.assurances.iter().any(|assurance| {
        assurance.kind == AssuranceKind::ChiefFinancialOfficer
            && of_the_year(assurance.year)
            && (assurance.level.is_some() || assurance.text.as_ref().is_some_and(|says| !says.is_blank()))
    });
    let assessed = review.assessments.iter().any(|assessment| {
        let financial = |of: &str| FINANCIAL_MANAGEMENT.contains(&of);
        assessment.framework_ref.as_ref().is_some_and(|of| financial(of.as_str()))
            && of_the_year(assessment.year)
            && assessment.reason.as_ref().is_some_and(|reason| !reason.is_blank())
    });
    let followed = review.conformances.iter().any(|conformance| {
        conformance.standard == Standard::FinancialManagementCode
            && conformance.degree.is_some_and(|degree| degree != Degree::None)
    });
    by_the_officer || assessed || followed
}
