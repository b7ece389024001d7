//! QA-TRACK: Recommendations that cannot be traced.

use governance_model::{Matter, MatterKind, Text};

use super::citations::SPELTHORNE;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// QA-TRACK.
pub const RULE: Rule = Rule {
    code: "QA-TRACK",
    name: "recommendations-that-cannot-be-traced",
    title: "Recommendations that cannot be traced",
    requirement: "An issue that responds to a recommendation refers to it.",
    method: "Each matter that an auditor, inspector, ombudsman or peer challenge raised, and that a \
        significant issue reports, gives its author and the author's reference. Matters that no issue \
        reports are checked by QA-OMIT.",
    rationale: "Members asked for one register of all recommendations. An issue can be traced to its \
        recommendation only by a reference.",
    limitations: "Whether the reference is the author's own.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[SPELTHORNE],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// Whether a matter of a kind comes as a numbered recommendation or finding.
const fn recommends(kind: MatterKind) -> bool {
    matches!(
        kind,
        MatterKind::PublicInterestReport
            | MatterKind::StatutoryRecommendation
            | MatterKind::SignificantWeakness
            | MatterKind::AdverseInspection
            | MatterKind::OmbudsmanReport
            | MatterKind::PeerChallenge
    )
}

fn check(context: &StatementContext<'_>) -> Outcome {
    let matters = context.statement.review.matters.iter().flatten().enumerate();
    let reported: Vec<_> =
        matters.filter(|(_, one)| recommends(one.kind) && !one.issues.is_empty()).collect();
    if reported.is_empty() {
        return Outcome::not_applicable("No significant issue responds to a recommendation.");
    }
    Outcome::of(reported.into_iter().filter_map(|(index, one)| untraced(index, one)).collect())
}

fn untraced(index: usize, matter: &Matter) -> Option<Finding> {
    let blank = |words: &Option<Text>| words.as_ref().is_none_or(Text::is_blank);
    let lacks = match (blank(&matter.by), blank(&matter.reference)) {
        (false, false) => return None,
        (true, true) => "its author or the author's reference",
        (true, false) => "its author",
        (false, true) => "the author's reference",
    };
    Some(Finding::new(
        Pointer::root().key("review").key("matters").index(index),
        format!("The matter {} ({}) does not give {lacks}.", matter.title, matter.id),
        "Give the author of the recommendation, and the author's reference.",
    ))
}
