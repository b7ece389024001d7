//! A smaller authority's return to be checked, as at a day.

use chrono::NaiveDate;
use governance_model::{Category, FinancialYear};

use ags_law::{Deadline, Milestone};
use ags_statement::agar::{Agar, Exemption, Section1, Section2};
use ags_statement::{Approval, Notice, Office, Published, RightsPeriod, Signature};

/// A return to be checked, with its year and the day of the check.
///
/// Its methods give what has been done by that day: a step that is recorded for a later day is a plan.
#[derive(Clone, Copy, Debug)]
pub struct AgarContext<'a> {
    /// The return.
    pub agar: &'a Agar,
    /// The year it is for.
    pub year: FinancialYear,
    /// The day of the check.
    pub as_at: NaiveDate,
}

impl<'a> AgarContext<'a> {
    /// The meeting that approved Section 1.
    #[must_use]
    pub fn section_1_approval(&self) -> Option<&'a Approval> {
        self.agar.section_1.approval.as_ref().filter(|approval| approval.on <= self.as_at)
    }

    /// The meeting that approved Section 2.
    #[must_use]
    pub fn section_2_approval(&self) -> Option<&'a Approval> {
        self.agar.section_2.approval.as_ref().filter(|approval| approval.on <= self.as_at)
    }

    /// The day the responsible financial officer signed Section 2.
    #[must_use]
    pub fn rfo_signed(&self) -> Option<NaiveDate> {
        let Section2 { rfo_signed, .. } = &self.agar.section_2;
        rfo_signed.filter(|on| *on <= self.as_at)
    }

    /// A signature under Section 1, with its place in the list.
    #[must_use]
    pub fn section_1_signature(&self, office: Office) -> Option<(usize, &'a Signature)> {
        let Section1 { signatures, .. } = &self.agar.section_1;
        self.signature(signatures, office)
    }

    /// A signature under Section 2, with its place in the list.
    #[must_use]
    pub fn section_2_signature(&self, office: Office) -> Option<(usize, &'a Signature)> {
        let Section2 { signatures, .. } = &self.agar.section_2;
        self.signature(signatures, office)
    }

    fn signature(&self, signatures: &'a [Signature], office: Office) -> Option<(usize, &'a Signature)> {
        let mut signed = signatures.iter().enumerate();
        signed.find(|(_, signature)| signature.office == office && signature.on <= self.as_at)
    }

    /// The period for the exercise of public rights, once it has begun.
    #[must_use]
    pub fn rights(&self) -> Option<RightsPeriod> {
        self.agar.rights.filter(|rights| rights.first <= self.as_at)
    }

    /// The publication before the public rights begin.
    #[must_use]
    pub fn draft(&self) -> Option<&'a Published> {
        self.agar.publication.draft.as_ref().filter(|draft| draft.on <= self.as_at)
    }

    /// The publication at the end.
    #[must_use]
    pub fn as_approved(&self) -> Option<&'a Published> {
        self.agar.publication.as_approved.as_ref().filter(|published| published.on <= self.as_at)
    }

    /// The notice that the public rights period did not start in time.
    #[must_use]
    pub fn late_rights_notice(&self) -> Option<&'a Notice> {
        self.agar.publication.late_rights_notice.as_ref().filter(|notice| notice.on <= self.as_at)
    }

    /// The notice that the accounts are late.
    #[must_use]
    pub fn late_accounts_notice(&self) -> Option<&'a Notice> {
        self.agar.publication.late_accounts_notice.as_ref().filter(|notice| notice.on <= self.as_at)
    }

    /// The certificate of exemption.
    #[must_use]
    pub fn exemption(&self) -> Option<&'a Exemption> {
        self.agar.exemption.as_ref().filter(|exemption| exemption.certified <= self.as_at)
    }

    /// The last day for a duty, as a category 2 authority has it.
    #[must_use]
    pub fn deadline(&self, duty: Milestone) -> Option<Deadline> {
        ags_law::deadline(duty, self.year, Category::Two, self.as_at)
    }
}
