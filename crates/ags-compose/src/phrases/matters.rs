//! What others brought to the authority's notice.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{FinancialYear, MatterKind, When};

pub(crate) const HEADING: &str = "Matters raised by others";
pub(crate) const ANSWERED: &str = "What we answered: ";
pub(crate) const NOT_REPORTED: &str =
    "The statement does not say whether this is a significant issue, or why it is none.";

pub(crate) fn none(authority: &str) -> String {
    format!(
        "No auditor, inspector, ombudsman, court or statutory officer brought a matter to {authority}'s notice \
         that this statement must tell of."
    )
}

/// What it is, who brought it and when, on which year, and its reference.
pub(crate) fn brought(
    kind: MatterKind,
    by: Option<&str>,
    when: Option<When>,
    on: Option<FinancialYear>,
    reference: Option<&str>,
) -> String {
    let noticed = when.map(|_| "brought to our notice".to_owned());
    let brought = by.map(|by| format!("brought by {by}")).or(noticed);
    let about = [brought, when.map(english::at), on.map(|year| format!("on the year {year}"))];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let about = if about.is_empty() { String::new() } else { format!(", {about}") };
    let reference = reference.map_or_else(String::new, |reference| format!(" (reference {reference})"));
    format!("{}{about}{reference}.", self::kind(kind))
}

pub(crate) fn considered(on: NaiveDate) -> String {
    format!("Members considered it in public on {}.", english::date(on))
}

pub(crate) fn reported(issues: &[String]) -> String {
    let issues: Vec<String> = issues.iter().map(|issue| format!("\"{issue}\"")).collect();
    format!("It is reported below, under {}.", english::list(&issues))
}

pub(crate) fn excused(reason: &str) -> String {
    format!("It is not a significant issue. The reason given: {reason}")
}

pub(crate) const fn kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Section114Report => "Report of the chief financial officer under section 114",
        MatterKind::MonitoringOfficerReport => "Report of the monitoring officer on a breach of law",
        MatterKind::PublicInterestReport => "Auditor's report in the public interest",
        MatterKind::StatutoryRecommendation => "Auditor's written recommendation under statute",
        MatterKind::SignificantWeakness => "Significant weakness in value for money, found by the auditor",
        MatterKind::DisclaimedOpinion => "Auditor's opinion on the accounts disclaimed",
        MatterKind::QualifiedOpinion => "Auditor's opinion on the accounts qualified or adverse",
        MatterKind::BestValueNotice => "Best value notice",
        MatterKind::Intervention => "Intervention of government",
        MatterKind::AdverseInspection => "Inspection that found arrangements wanting",
        MatterKind::OmbudsmanReport => "Public report of an ombudsman",
        MatterKind::Judgment => "Judgment of a court or tribunal",
        MatterKind::PeerChallenge => "Finding of a peer challenge",
        _ => "Another matter",
    }
}
