//! The Annual Governance and Accountability Return: how a smaller authority in England states its governance.
//!
//! Section 1 is its annual governance statement, a list of assertions answered yes or no; Section 2 is its
//! accounting statements. The Practitioners' Guide, the proper practices for smaller authorities, sets both.

mod assertion;
mod form;

use chrono::NaiveDate;
use governance_model::{Authority, FinancialYear, Provenance, Schema, Text, Versioned, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use assertion::{Answer, Asked, Assertion, AssertionNumber, AssertionNumberError};
pub use form::{Form, FormError};

use crate::sign_off::{Approval, Office, Publication, RightsPeriod, Signature};
use crate::statement::Stage;

/// The most pounds of gross income or expenditure, inclusive, with which an authority may certify itself exempt
/// from a limited assurance review: Local Audit (Smaller Authorities) Regulations 2015 (SI 2015/184), reg. 9.
pub const EXEMPT_MOST: u64 = 25_000;

/// The most pounds of gross income or expenditure, inclusive, of a smaller authority: Local Audit and
/// Accountability Act 2014, s. 6. An authority that is above it in one year only may still be one.
pub const SMALLER_MOST: u64 = 6_500_000;

/// An Annual Governance and Accountability Return (AGAR) of one authority for one year.
///
/// One that is read from a file may contain any mistake an authority can make:
/// the rules report it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agar {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<Agar>,
    /// The smaller authority: a parish or town council, a parish meeting, a joint body, charter trustees.
    pub authority: Authority,
    /// The year it is for; none where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The form it is made on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// The gross income of the year, in whole pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gross_income: Option<u64>,
    /// The gross expenditure of the year, in whole pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gross_expenditure: Option<u64>,
    /// Whether the authority is sole managing trustee of a trust fund, on which assertion 9 depends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sole_trustee: Option<bool>,
    /// The answers to the assertions of Section 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<Assertion>,
    /// The annual internal audit report that goes with the return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_audit: Option<InternalAuditReport>,
    /// Who approved and signed Section 1, the annual governance statement.
    #[serde(default)]
    pub section_1: Section1,
    /// Who approved and signed Section 2, the accounting statements.
    #[serde(default)]
    pub section_2: Section2,
    /// The period for the exercise of public rights, reg. 14 of the Accounts and Audit Regulations 2015.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<RightsPeriod>,
    /// The same period for the accounts of the year before, which fell in this year: assertion 4 is about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_rights: Option<RightsPeriod>,
    /// What was published: the draft before the public rights begin, reg. 15(2); the rest at the end, reg. 13(1).
    /// Section 2 is recorded as the accounts.
    #[serde(default)]
    pub publication: Publication,
    /// The certificate of exemption, on forms 1 and 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<Exemption>,
    /// Where the year, the form, the amounts and the trust fund come from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

impl Versioned for Agar {
    const NAME: &'static str = "agar";
    const VERSION: u32 = 1;
}

/// The annual internal audit report, a page of the return which the internal auditor fills in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InternalAuditReport {
    /// The day the authority received it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<NaiveDate>,
    /// The day a meeting noted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<NaiveDate>,
    /// The minute that records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Text>,
    /// Which item of the meeting it was, from 1; gives the order on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// Section 1 as approved, reg. 6(3)(b), and signed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section1 {
    /// The meeting that approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Who signed it: the person who chaired the meeting as leading member, the clerk as chief executive.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

/// Section 2 as prepared, approved and signed, reg. 12.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section2 {
    /// The day the responsible financial officer signed it, before it went to the meeting, reg. 12(1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfo_signed: Option<NaiveDate>,
    /// The meeting that approved it, reg. 12(2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Who signed it then: the person who chaired the meeting as leading member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

/// The certificate by which an authority exempts itself from a limited assurance review, SI 2015/184 reg. 9.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The day of the meeting that certified it.
    pub certified: NaiveDate,
    /// The minute that records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<Text>,
    /// The day it was sent to the external auditor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<NaiveDate>,
    /// The day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// What bars the authority from exemption; nothing where the certificate is right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bars: Vec<ExemptionBar>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// What bars an authority of any size from exemption, as the certificate lists it: all but the first are acts
/// of the external auditor on the year before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExemptionBar {
    /// The year is one of the first three years of the authority's existence.
    FirstThreeYears,
    /// A public interest report.
    PublicInterestReport,
    /// A statutory recommendation.
    StatutoryRecommendation,
    /// An advisory notice.
    AdvisoryNotice,
    /// An application for judicial review.
    JudicialReview,
    /// An application to the court for a declaration that an item of account is unlawful.
    UnlawfulItem,
}

impl Agar {
    /// The answers to one assertion, each with its index in the list; none or one in a return without
    /// [violations](Self::violations).
    pub fn answers(&self, number: AssertionNumber) -> impl Iterator<Item = (usize, &Assertion)> {
        self.assertions.iter().enumerate().filter(move |(_, assertion)| assertion.number == number)
    }

    /// The higher of gross income and gross expenditure, in pounds, by which the law classifies authorities; none
    /// unless both are given.
    #[must_use]
    pub fn turnover(&self) -> Option<u64> {
        Some(self.gross_income?.max(self.gross_expenditure?))
    }

    /// How far Section 1 has come; the findings of a review are not considered separately, so never
    /// [`Stage::Considered`]. An exempt authority publishes once, before the public rights begin.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let Section1 { approval, signatures } = &self.section_1;
        let signed = |office| signatures.iter().any(|signature| signature.office == office);
        let alone = self.form.is_some_and(Form::is_for_parish_meetings);
        let Publication { draft, as_approved, .. } = &self.publication;
        let published = as_approved.is_some() || (self.form.is_some_and(Form::is_exempt) && draft.is_some());
        let steps = [
            (approval.is_some(), Stage::Approved),
            (signed(Office::LeadingMember) && (alone || signed(Office::ChiefExecutive)), Stage::Signed),
            (published, Stage::Published),
        ];
        steps.iter().take_while(|(done, _)| *done).last().map_or(Stage::Draft, |(_, stage)| *stage)
    }

    /// Everything in it that is not consistent: assertions answered twice, in the order of the list.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        let twice = self.assertions.iter().enumerate().filter_map(|(index, assertion)| {
            let (first, _) = self.answers(assertion.number).next().filter(|(first, _)| *first < index)?;
            Some(Violation::DuplicateId {
                at: format!("/assertions/{index}/number"),
                kind: "answer to assertion",
                id: assertion.number.to_string(),
                first: format!("/assertions/{first}"),
            })
        });
        twice.collect()
    }
}

#[cfg(test)]
mod tests {
    use governance_model::{ReadError, Violation, read};

    use super::Agar;
    use crate::sample;
    use crate::statement::Stage::{Approved, Draft, Published, Signed};

    #[test]
    fn an_assertion_answered_twice_is_reported_with_both_pointers() {
        let mut agar = sample::agar();
        assert_eq!(agar.violations(), []);
        agar.assertions.push(agar.assertions[2].clone());
        assert_eq!(
            agar.violations().iter().map(Violation::to_string).collect::<Vec<_>>(),
            [
                "/assertions/9/number: the answer to assertion 3 is at /assertions/2 already; give each its own \
              identifier"
            ]
        );
    }

    #[test]
    fn a_return_is_unchanged_by_json_and_toml() {
        let agar = sample::agar();
        let json = serde_json::to_vec(&agar).unwrap();
        assert_eq!(read::json::<Agar>(&json, "agar.json").unwrap(), agar);
        let toml = toml::to_string(&agar).unwrap();
        assert_eq!(read::toml::<Agar>(toml.as_bytes(), "agar.toml").unwrap(), agar);
    }

    #[test]
    fn every_invalid_value_of_a_return_is_reported_with_its_pointer() {
        let toml = "form = \"4\"\n[authority]\nname = \"Example\"\nkind = \"local-council\"\nnation = \"england\"\n\
                    [[assertions]]\nnumber = 11\nanswer = \"perhaps\"\n";
        let Err(ReadError::Content { problems, .. }) = read::toml::<Agar>(toml.as_bytes(), "agar.toml")
        else {
            panic!("three problems")
        };
        let pointers: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(pointers, ["/form", "/assertions/0/number", "/assertions/0/answer"]);
        assert!(
            problems[1].message.contains("11 is not the number of an assertion"),
            "{}",
            problems[1].message
        );
    }

    #[test]
    fn a_return_goes_from_draft_to_published_step_by_step() {
        let mut agar = sample::agar();
        let mut stages = vec![agar.stage()];
        agar.publication.as_approved = None;
        stages.push(agar.stage());
        agar.section_1.signatures.pop();
        stages.push(agar.stage());
        agar.form = Some("3PM".parse().unwrap());
        stages.push(agar.stage());
        agar.section_1.approval = None;
        stages.push(agar.stage());
        assert_eq!(stages, [Published, Signed, Approved, Signed, Draft]);
    }

    #[test]
    fn the_turnover_is_the_higher_of_income_and_expenditure() {
        let mut agar = sample::agar();
        (agar.gross_income, agar.gross_expenditure) = (Some(20), Some(30));
        assert_eq!(agar.turnover(), Some(30));
        agar.gross_income = None;
        assert_eq!(agar.turnover(), None);
    }
}
