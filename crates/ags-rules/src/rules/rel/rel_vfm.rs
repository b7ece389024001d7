//! REL-VFM: Significant weakness not reported.

use governance_model::{AssuranceKind, MatterKind};

use super::assurances::assurances;
use super::matters::{matters, unlisted, unreported};
use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-VFM.
pub const RULE: Rule = Rule {
    code: "REL-VFM",
    name: "significant-weakness-not-reported",
    title: "Significant weakness not reported",
    requirement: "The statement reports the auditor's findings on value for money, and each significant \
        weakness is an issue.",
    method: "England only. The statement reports the local auditor's latest commentary on value for money, \
        of this year or an earlier one. Each significant weakness among the matters is reported as a \
        significant issue, or the statement explains why it is not significant. Statutory recommendations \
        are checked by REL-REC.",
    rationale: "The auditor's findings on financial sustainability, governance and efficiency are the \
        strongest external view. Readers will compare the statement with the auditor's own report.",
    limitations: "Whether the auditor reported weaknesses that the statement does not list, and whether an \
        explanation is adequate.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::CODE_OF_AUDIT_PRACTICE_2020.part("commentary on value for money; significant weaknesses"),
        ags_law::LAAA_2014.at("s. 20 and 21", "https://www.legislation.gov.uk/ukpga/2014/2/section/20"),
    ],
    scope: Scope { from: 2020, ..Scope::ENGLAND_CATEGORY_1 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(weaknesses) = matters(context, &[MatterKind::SignificantWeakness]) else {
        return unlisted();
    };
    let auditor = assurances(context, AssuranceKind::ExternalAudit);
    let silent = auditor.iter().filter(|(_, one)| is_blank(one.text.as_ref())).map(|(at, one)| {
        Finding::new(
            at.key("text"),
            format!("The statement names {} but does not report its findings.", one.title),
            "Report the auditor's findings on value for money, and any significant weaknesses.",
        )
    });
    let unreported = weaknesses.iter().filter_map(|(at, matter)| unreported(context, at, matter));
    let findings: Vec<Finding> = silent.chain(unreported).collect();
    if findings.is_empty() && weaknesses.is_empty() && auditor.is_empty() {
        return Outcome::indeterminate(
            "/review/assurances",
            "Report the findings of the local auditor's latest commentary on value for money.",
        );
    }
    Outcome::of(findings)
}
