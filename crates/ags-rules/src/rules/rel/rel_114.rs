//! REL-114: Section 114 report not reported as an issue.

use governance_model::{AssuranceKind, MatterKind, Nation};

use super::assurances::assurances;
use super::matters::{matters, unlisted, unreported};
use super::wording::affirming;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-114.
pub const RULE: Rule = Rule {
    code: "REL-114",
    name: "section-114-report-not-reported-as-an-issue",
    title: "Section 114 report not reported as an issue",
    requirement: "A report of the chief financial officer under section 114 is reported as a significant \
        issue.",
    method: "England and Wales. Each report under section 114 or 114A among the matters is reported as a \
        significant issue; a reason for leaving it out is not accepted. A question is asked where an \
        assurance speaks of section 114 and the statement lists no such report. A statement that reports \
        no issue at all is also checked by SIG-2, and reports of the local auditor by REL-REC.",
    rationale: "The report says that expenditure is or will be unlawful, and it stops new spending from \
        the day it is made. No issue can be more significant.",
    limitations: "Reports that the statement neither lists nor mentions.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::LGFA_1988.at("s. 114", "https://www.legislation.gov.uk/ukpga/1988/41/section/114"),
        ags_law::LGFA_1988.at("s. 114A", "https://www.legislation.gov.uk/ukpga/1988/41/section/114A"),
    ],
    scope: Scope { nations: &[Nation::England, Nation::Wales], ..crate::rules::scope::EVERY_STATEMENT },
    check: Check::Statement(check),
};

/// The words by which publications speak of the section.
const NAMES: [&str; 4] = ["section 114", "section 114a", "s114", "s 114"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(reports) = matters(context, &[MatterKind::Section114Report]) else {
        return unlisted();
    };
    let findings: Vec<Finding> =
        reports.iter().filter_map(|(at, matter)| unreported(context, at, matter)).collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if reports.is_empty() {
        return spoken_of(context).unwrap_or(Outcome::Met);
    }
    Outcome::Met
}

/// A question on an assurance that speaks of section 114 where no report is listed.
fn spoken_of(context: &StatementContext<'_>) -> Option<Outcome> {
    let kinds = [
        AssuranceKind::ChiefFinancialOfficer,
        AssuranceKind::StatutoryOfficers,
        AssuranceKind::MonitoringOfficer,
        AssuranceKind::ExternalAudit,
        AssuranceKind::HeadOfInternalAudit,
    ];
    let given = kinds.into_iter().flat_map(|kind| assurances(context, kind));
    given.into_iter().find_map(|(at, one)| {
        let says = one.text.as_ref()?;
        let sentence = affirming(says, &NAMES)?;
        let question = format!(
            "{} says \"{sentence}\", but the statement lists no report under section 114. Was one made?",
            one.title
        );
        Some(Outcome::needs_review(at.key("text"), question))
    })
}
