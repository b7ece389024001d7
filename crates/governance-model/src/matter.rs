//! Matters that others brought to the authority's notice, formally or in public.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{IssueId, MatterId};
use crate::provenance::Provenance;
use crate::text::Text;
use crate::year::{FinancialYear, When};

/// A matter brought to the authority's notice in the year or after it: a report that an officer or auditor must
/// make by law, an inspection, a judgment, an intervention.
///
/// Recording them all shows that nothing known was left out: each matter is reported as an issue, or the
/// statement says why it is not one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Unchanged for as long as the matter is open.
    pub id: MatterId,
    /// What kind of matter it is.
    pub kind: MatterKind,
    /// Its short name, as in "Report under section 114 on the budget for 2023/24".
    pub title: Text,
    /// The post or body that raised it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// The reference its author gave it, as in a recommendation's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// When it was raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The year of the accounts or arrangements it concerns, where that is not the year of the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// What was found, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// What the authority answered, in words for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Text>,
    /// The day members considered it in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub considered: Option<NaiveDate>,
    /// The significant issues that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<IssueId>,
    /// Why it is not a significant issue, where it is not one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excused: Option<Text>,
    /// Its source.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The kinds of matter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MatterKind {
    /// The chief financial officer's report of unlawful expenditure or an unbalanced budget, Local Government
    /// Finance Act 1988 s. 114 and 114A.
    Section114Report,
    /// The monitoring officer's report of unlawfulness or maladministration, Local Government and Housing Act
    /// 1989 s. 5 and 5A.
    MonitoringOfficerReport,
    /// The local auditor's report in the public interest, Local Audit and Accountability Act 2014 Sch. 7 para. 1.
    PublicInterestReport,
    /// A written recommendation of the local auditor, Local Audit and Accountability Act 2014 Sch. 7 para. 2.
    StatutoryRecommendation,
    /// A significant weakness in arrangements for value for money that the local auditor reports.
    SignificantWeakness,
    /// The local auditor's opinion on accounts was disclaimed.
    DisclaimedOpinion,
    /// The local auditor's opinion on accounts was qualified or adverse.
    QualifiedOpinion,
    /// A best value notice.
    BestValueNotice,
    /// Directions or commissioners under the Local Government Act 1999 s. 15, or another intervention of
    /// government.
    Intervention,
    /// An adverse finding of an inspectorate or regulator.
    AdverseInspection,
    /// An ombudsman's public report.
    OmbudsmanReport,
    /// A judgment of a court or tribunal.
    Judgment,
    /// A finding of a peer challenge.
    PeerChallenge,
    /// Another matter that readers would expect to see.
    Other,
}

impl MatterKind {
    /// Whether a matter of this kind is a significant issue whatever the authority thinks of it, because it is a
    /// formal act under statute.
    #[must_use]
    pub const fn is_formal(self) -> bool {
        matches!(
            self,
            Self::Section114Report
                | Self::MonitoringOfficerReport
                | Self::PublicInterestReport
                | Self::StatutoryRecommendation
                | Self::BestValueNotice
                | Self::Intervention
        )
    }
}
