//! REL-INSP: Adverse inspection unreported.

use governance_model::{AssuranceKind, AssuranceLevel, MatterKind};

use super::assurances::assurances;
use super::matters::{matters, unlisted, unreported};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};

/// REL-INSP.
pub const RULE: Rule = Rule {
    code: "REL-INSP",
    name: "adverse-inspection-unreported",
    title: "Adverse inspection unreported",
    requirement: "What inspectors, regulators, the ombudsman and peers found wanting is an issue, or the \
        statement says why not.",
    method: "Each adverse inspection, ombudsman's public report and peer challenge among the matters is \
        reported by a significant issue, or the statement says why it is none. A regulator or a peer \
        challenge that gives limited assurance or none has a matter on the list.",
    rationale: "Inspectors' reports are public. A statement that is silent on them is read as one that did \
        not notice.",
    limitations: "Reports that the statement does not list, and whether an excuse is a good one.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.part("what inspectors and regulators found is an issue")],
    scope: crate::rules::scope::EVERY_STATEMENT,
    uses_prior_year: false,
    check: Check::Statement(check),
};

const KINDS: [MatterKind; 3] =
    [MatterKind::AdverseInspection, MatterKind::OmbudsmanReport, MatterKind::PeerChallenge];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(found) = matters(context, &KINDS) else {
        return unlisted("what inspectors, regulators, the ombudsman and peers found wanting");
    };
    let unreported = found.iter().filter_map(|(at, matter)| unreported(context, at, matter));
    let given = [AssuranceKind::Regulators, AssuranceKind::PeerChallenge];
    let given = given.into_iter().flat_map(|kind| assurances(context, kind));
    let low = given.filter_map(|(at, one)| {
        let level = one.level.filter(|level| *level <= AssuranceLevel::Limited && found.is_empty())?;
        let finding = Finding::new(
            at.key("level"),
            format!("{} gives {level}, and the statement lists no matter that was found wanting.", one.title),
            "List what was found wanting among the matters, with the issue that reports it or why it is \
             none.",
        );
        Some(match &one.text {
            Some(says) => finding.quoting(says, &one.source),
            None => finding,
        })
    });
    Outcome::of(unreported.chain(low).collect())
}
