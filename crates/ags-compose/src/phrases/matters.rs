//! Matters that others raised.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::MatterKind;

use super::prompts;

pub(crate) fn response(authority: &str) -> String {
    format!("{} response: ", english::capital(&english::possessive(authority)))
}

pub(crate) fn considered(on: NaiveDate) -> String {
    format!("Members considered this at a public meeting on {}.", english::date(on))
}

pub(crate) fn reported(issues: &[usize]) -> Option<String> {
    prompts::issues(issues).map(|issues| format!("See {issues}."))
}

pub(crate) fn excused(reason: &str) -> String {
    format!("We do not report this as a significant issue. {}", english::capital(reason))
}

pub(crate) const fn kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Section114Report => "Report under section 114",
        MatterKind::MonitoringOfficerReport => "Report of the monitoring officer",
        MatterKind::PublicInterestReport => "Public interest report",
        MatterKind::StatutoryRecommendation => "Statutory recommendation",
        MatterKind::SignificantWeakness => "Significant weakness in value for money arrangements",
        MatterKind::DisclaimedOpinion => "Disclaimer of opinion on the accounts",
        MatterKind::QualifiedOpinion => "Modified opinion on the accounts",
        MatterKind::BestValueNotice => "Best value notice",
        MatterKind::Intervention => "Government intervention",
        MatterKind::AdverseInspection => "Inspection judgement",
        MatterKind::OmbudsmanReport => "Ombudsman\u{2019}s public report",
        MatterKind::Judgment => "Judgment of a court or tribunal",
        MatterKind::PeerChallenge => "Peer challenge",
        _ => "Other matter",
    }
}
