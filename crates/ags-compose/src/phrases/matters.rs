//! Matters that others raised.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{FinancialYear, MatterKind, When};

/// What it is, who raised it and when, on which year, and its reference.
pub(crate) fn heading(
    kind: MatterKind,
    title: &str,
    by: Option<&str>,
    (when, on): (Option<When>, Option<FinancialYear>),
    reference: Option<&str>,
) -> String {
    let name = if title.is_empty() { self::kind(kind) } else { title };
    let when = when.filter(|when| *when != When::Recently).map(english::when);
    let on = on.filter(|year| !name.contains(&year.to_string())).map(|year| format!("for {year}"));
    let by = by.filter(|by| !name.contains(by));
    let about = [by.map(Into::into), when, on, reference.map(|reference| format!("reference {reference}"))];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    format!("{}{about}.", name.trim_end_matches('.'))
}

pub(crate) fn response(authority: &str) -> String {
    format!("{} response: ", english::capital(&english::possessive(authority)))
}

pub(crate) fn considered(on: NaiveDate) -> String {
    format!("Members considered this at a public meeting on {}.", english::date(on))
}

pub(crate) fn reported(issues: &[usize]) -> String {
    let issue = if issues.len() == 1 { "issue" } else { "issues" };
    let numbers: Vec<String> = issues.iter().map(ToString::to_string).collect();
    format!("See {issue} {}.", english::list(&numbers))
}

pub(crate) fn excused(reason: &str) -> String {
    format!("We do not report this as a significant issue. {}", english::capital(reason))
}

const fn kind(kind: MatterKind) -> &'static str {
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
