//! Who considered, approved, signed and published a statement, and when.

use chrono::NaiveDate;
use governance_model::{EventsAfter, Passage, Provenance, Schema, Text, Versioned, WebAddress};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;

/// Who considered, approved, signed and published a statement, and the accounts it goes with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<SignOff>,
    /// The meetings that considered the findings of the review or the statement, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub considerations: Vec<Consideration>,
    /// The meetings that approved the statement, in their order; the last one is in force, or the last for each of
    /// several authorities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
    /// What those who sign certify, in the first person and in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certification: Option<Passage>,
    /// Who is to sign it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<Signatory>,
    /// Who signed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
    /// The statement of accounts it goes with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Accounts>,
    /// Where and when it was published.
    #[serde(default, skip_serializing_if = "Publication::is_empty")]
    pub publication: Publication,
    /// What happened after the year's end, up to the approval; replaces the review's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events_after: Option<EventsAfter>,
    /// What changed between the published draft and the approved statement; an empty list means that nothing
    /// did, no list that it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<Passage>>,
    /// The published statement that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaced>,
}

impl SignOff {
    /// The meeting that first considered the findings of the review.
    #[must_use]
    pub fn considered(&self) -> Option<&Consideration> {
        self.considerations.first()
    }
}

impl Versioned for SignOff {
    const NAME: &'static str = "sign-off";
    const VERSION: u32 = 1;
}

/// A meeting that considered the findings of the review, reg. 6(2)(a) and 6(3)(a), or the statement itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// The body, by name.
    pub body: Text,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// The day it met.
    pub on: NaiveDate,
    /// What it did with what it considered.
    #[serde(default, skip_serializing_if = "ConsiderationOutcome::is_considered")]
    pub outcome: ConsiderationOutcome,
    /// Why, as where it referred the statement back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The minute that records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Text>,
    /// The version of the statement that it had before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Digest>,
    /// The authority it acted for, where the statement is of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_authority: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What a meeting did with what it considered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ConsiderationOutcome {
    /// It considered it, and no more is recorded.
    #[default]
    Considered,
    /// It endorsed the statement, for another body to approve or for its draft to be published.
    Endorsed,
    /// It noted it.
    Noted,
    /// It referred it back to be changed.
    ReferredBack,
}

impl ConsiderationOutcome {
    /// Whether no more is recorded than that it was considered.
    #[must_use]
    pub const fn is_considered(&self) -> bool {
        matches!(self, Self::Considered)
    }
}

/// A meeting that approved a statement or accounts, reg. 6(2)(b), 6(3)(b) and 9(2).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The body, by name.
    pub body: Text,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// The day it met.
    pub on: NaiveDate,
    /// Whether it resolved, and did not only note or endorse.
    pub by_resolution: bool,
    /// How it approved.
    #[serde(default, skip_serializing_if = "ApprovalDecision::is_approved")]
    pub decision: ApprovalDecision,
    /// The amendments with which it approved, one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Text>,
    /// To whom it delegated further amendments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegated: Option<Delegation>,
    /// Why it approved again, or otherwise than as it stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The minute that records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Text>,
    /// Which item of the meeting it was, from 1; gives the order of two approvals on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// The version of the statement that it approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Digest>,
    /// The authority it acted for, where the statement is of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_authority: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// How a meeting approved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ApprovalDecision {
    /// As it stood.
    #[default]
    Approved,
    /// With amendments that it made itself.
    WithAmendments,
    /// In principle, with further amendments delegated.
    InPrinciple,
    /// Again, because time passed or facts changed after an earlier approval.
    Again,
}

impl ApprovalDecision {
    /// Whether it was approved as it stood.
    #[must_use]
    pub const fn is_approved(&self) -> bool {
        matches!(self, Self::Approved)
    }
}

/// The power to amend after approval.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// The offices or bodies it was given to.
    pub to: Text,
    /// The last day on which it may be used, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The day on which it was last used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercised: Option<NaiveDate>,
}

/// The kinds of body that may take a decision on a statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// The members of the authority meeting as a whole.
    Members,
    /// A committee of the authority.
    Committee,
    /// The executive: a cabinet, a leader or a mayor.
    Executive,
    /// An officer.
    Officer,
}

/// A person who is to sign.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// In which capacity.
    pub office: Office,
    /// The office by name, as in "Leader of the Council".
    pub title: Text,
    /// The person, where it is known who will sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The authority signed for, where the statement is of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_authority: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

impl Signatory {
    /// Whether a signature is this person's: of the same title or named office, for the same authority.
    #[must_use]
    pub fn has_signed(&self, signature: &Signature) -> bool {
        let office = signature.office == self.office && self.office != Office::Other;
        let same = signature.title == self.title || office;
        same && signature.for_authority == self.for_authority
    }
}

/// A signature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// In which capacity.
    pub office: Office,
    /// The office by name, as in "Leader of the Council".
    pub title: Text,
    /// The person; a template or an illustration names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The day of signing.
    pub on: NaiveDate,
    /// The authority signed for, where the statement is of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_authority: Option<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The capacity in which somebody signs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Office {
    /// The leading member or equivalent: a leader, a mayor, a chair.
    LeadingMember,
    /// The chief executive or equivalent: the head of paid service, a clerk.
    ChiefExecutive,
    /// The chief financial officer.
    ChiefFinancialOfficer,
    /// The monitoring officer.
    MonitoringOfficer,
    /// Another office.
    Other,
}

/// A published statement that a later one corrects.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    /// The day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Digest>,
    /// Why it is replaced.
    pub reason: Text,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The statement of accounts a statement goes with, as far as the order of steps depends on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// The day the responsible financial officer signed the draft accounts, reg. 9(1)(a).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafted: Option<NaiveDate>,
    /// The period for the exercise of public rights, reg. 14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<RightsPeriod>,
    /// The day the responsible financial officer confirmed them again before approval, reg. 9(3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<NaiveDate>,
    /// The meeting that approved them, reg. 9(2)(b).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// The day the person presiding at that meeting signed them, reg. 9(2)(c).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<NaiveDate>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// The period for the exercise of public rights, both days inclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RightsPeriod {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// What was published of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The publication with the unaudited accounts, reg. 15(2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Published>,
    /// The publication of the approved statement, reg. 10(1) and 13(1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_approved: Option<Published>,
    /// Notice that the public rights period did not start in time, reg. 15(1A).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_rights_notice: Option<Notice>,
    /// Notice that the audit is not finished, reg. 10(2), or that the backstop date is missed, reg. 9A.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_accounts_notice: Option<Notice>,
}

impl Publication {
    /// Whether nothing was published.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.draft.is_none()
            && self.as_approved.is_none()
            && self.late_rights_notice.is_none()
            && self.late_accounts_notice.is_none()
    }
}

/// One publication of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The day.
    pub on: NaiveDate,
    /// What was published with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<PublishedWith>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What may be published with a statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PublishedWith {
    /// The statement of accounts, with any certificate or opinion of the auditor.
    Accounts,
    /// A signed declaration that the accounts are unaudited and may change, reg. 15(2)(a)(i).
    UnauditedDeclaration,
    /// The narrative statement, reg. 8.
    NarrativeStatement,
    /// A statement of the public's rights and how to use them, reg. 15(2)(b).
    RightsStatement,
}

/// A notice that something is late, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The day it was published.
    pub on: NaiveDate,
    /// The reason it gives.
    pub reason: Text,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}
