//! REL-INSP: Adverse inspection not reported.

use governance_model::{AssuranceKind, AssuranceLevel, MatterKind};

use super::assurances::assurances;
use super::matters::{matters, unlisted, unreported};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};

/// REL-INSP.
pub const RULE: Rule = Rule {
    code: "REL-INSP",
    name: "adverse-inspection-not-reported",
    title: "Adverse inspection not reported",
    requirement: "Adverse findings of inspectors, regulators, the ombudsman and peer reviewers are \
        reported as issues, or the statement explains why not.",
    method: "Each adverse inspection, public report of the ombudsman and peer challenge among the matters \
        is reported as a significant issue, or the statement explains why it is not significant. A \
        regulator or a peer challenge that gives limited assurance or none is matched by a listed matter.",
    rationale: "Inspectors' reports are public, so readers expect the statement to mention them.",
    limitations: "Reports that the statement does not list, and whether an explanation is adequate.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("what inspectors and regulators found is an issue")],
    scope: crate::rules::scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

const KINDS: [MatterKind; 3] =
    [MatterKind::AdverseInspection, MatterKind::OmbudsmanReport, MatterKind::PeerChallenge];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(found) = matters(context, &KINDS) else {
        return unlisted();
    };
    let unreported = found.iter().filter_map(|(at, matter)| unreported(context, at, matter));
    let given = [AssuranceKind::Regulators, AssuranceKind::PeerChallenge];
    let given = given.into_iter().flat_map(|kind| assurances(context, kind));
    let low = given.filter_map(|(at, one)| {
        let level = one.level.filter(|level| *level <= AssuranceLevel::Limited && found.is_empty())?;
        let finding = Finding::new(
            at.key("level"),
            format!(
                "\"{}\" gives {level}, but the statement lists no adverse finding among its \
                matters.",
                one.title
            ),
            "List the adverse findings among the matters, with the issue that reports them or the reason \
                why they are not significant.",
        );
        Some(match &one.text {
            Some(says) => finding.quoting(says, &one.source),
            None => finding,
        })
    });
    Outcome::of(unreported.chain(low).collect())
}
