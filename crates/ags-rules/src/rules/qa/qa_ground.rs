//! QA-GROUND: Grounds of significance without a record.

use governance_model::{AssuranceKind, MatterKind, Significance};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::BodyKind;

/// QA-GROUND.
pub const RULE: Rule = Rule {
    code: "QA-GROUND",
    name: "grounds-of-significance-without-a-record",
    title: "Grounds of significance without a record",
    requirement: "The reason why an issue is significant agrees with what the statement reports.",
    method: "A question is asked where an issue is significant because of formal action by the chief \
        financial officer or the monitoring officer and the statement reports no matter of that kind; \
        because of formal action by a regulator, an inspectorate or government and the statement reports \
        no such matter; because the audit committee considered it significant and no committee or meeting \
        of members has given assurance or considered or approved the statement; or because the head of \
        internal audit reported it and the statement lists no assurance from the head of internal audit. \
        Other grounds are matters of opinion and are not checked.",
    rationale: "The reason is printed as a fact about an officer or a committee. Members and internal audit \
        have found statements that did not agree with the reports they were based on.",
    limitations: "Whether the officer's report or the assurance says what the issue claims. The rule asks \
        a question and never reports a fault, because a record that is not in the statement may exist.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Winchester City Council: the annual governance statement 2021/22: checked against the annual \
             financial report",
            "https://democracy.winchester.gov.uk/ieIssueDetails.aspx?IId=10508&Opt=3&PlanId=0",
        ),
        ags_law::QUALITY.part(
            "Maidstone Borough Council: the annual governance statement 2009/10: checked against internal \
             audit's annual report",
        ),
    ],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if review.issues.iter().all(|issue| issue.grounds.is_empty()) {
        return Outcome::not_applicable("No significant issue gives the reason why it is significant.");
    }
    for (index, issue) in review.issues.iter().enumerate() {
        for (place, ground) in issue.grounds.iter().enumerate() {
            if let Some(question) = question(context, *ground) {
                let at = Pointer::root().key("review").key("issues").index(index).key("grounds").index(place);
                return Outcome::needs_review(
                    at,
                    format!("The issue {} ({}) {question}", issue.title, issue.id),
                );
            }
        }
    }
    Outcome::Met
}

/// The end of the question about a reason that nothing in the review supports.
fn question(context: &StatementContext<'_>, ground: Significance) -> Option<&'static str> {
    let review = &context.statement.review;
    let matter = |kinds: &[MatterKind]| review.matters.iter().flatten().any(|one| kinds.contains(&one.kind));
    let assurance = |kind| review.assurances.iter().any(|one| one.kind == kind);
    match ground {
        Significance::FormalAction => {
            let formal = matter(&[MatterKind::Section114Report, MatterKind::MonitoringOfficerReport]);
            (!formal).then_some(
                "is listed as significant because of formal action by the chief financial officer or the \
                 monitoring officer, but the statement reports no such action. Which report is meant?",
            )
        }
        Significance::RegulatoryAction => {
            let regulatory = matter(&[
                MatterKind::PublicInterestReport,
                MatterKind::StatutoryRecommendation,
                MatterKind::BestValueNotice,
                MatterKind::Intervention,
                MatterKind::AdverseInspection,
                MatterKind::OmbudsmanReport,
            ]);
            (!regulatory).then_some(
                "is listed as significant because of formal action by a regulator, an inspectorate or \
                 government, but the statement reports no such action. Which action is meant?",
            )
        }
        Significance::AuditCommittee => {
            let approved = context.approvals().last().map(|(_, one)| one.kind);
            let bodies = [context.considered().map(|one| one.kind), approved];
            let of_members = |kind| matches!(kind, BodyKind::Committee | BodyKind::Members);
            let met =
                bodies.into_iter().flatten().any(of_members) || assurance(AssuranceKind::AuditCommittee);
            (!met).then_some(
                "is listed as significant because the audit committee considered it significant, but the \
                 statement records no meeting or assurance of that committee. When did the committee \
                 consider it?",
            )
        }
        Significance::HeadOfInternalAudit => (!assurance(AssuranceKind::HeadOfInternalAudit)).then_some(
            "is listed as significant because the head of internal audit reported it, but the statement \
             lists no assurance from the head of internal audit. Which report is meant?",
        ),
        _ => None,
    }
}
