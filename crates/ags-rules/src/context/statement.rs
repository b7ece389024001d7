//! A statement to be checked, as at a day.

use chrono::NaiveDate;
use governance_model::{Authority, FinancialYear};

use ags_report::Pointer;
use ags_statement::{Approval, Consideration, Notice, Published, Statement};

/// The earlier statements that a statement is compared with, as far as they are available.
#[derive(Clone, Copy, Debug, Default)]
pub struct Earlier<'a> {
    /// The statement of the year before.
    pub prior: Option<&'a Statement>,
    /// The version of this statement that was approved.
    pub approved: Option<&'a Statement>,
}

impl<'a> From<Option<&'a Statement>> for Earlier<'a> {
    /// The statement of the year before alone.
    fn from(prior: Option<&'a Statement>) -> Self {
        Self { prior, approved: None }
    }
}

/// A statement to be checked, with its year and the day of the check.
///
/// Its methods give what has been done by that day: a step that is recorded for a later day is a plan.
#[derive(Clone, Copy, Debug)]
pub struct StatementContext<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The statement of the year before, where it is available.
    pub prior: Option<&'a Statement>,
    /// The version of this statement that was approved, where it is available.
    pub approved: Option<&'a Statement>,
    /// The year it is for.
    pub year: FinancialYear,
    /// The day of the check.
    pub as_at: NaiveDate,
}

impl<'a> StatementContext<'a> {
    /// The meeting that first considered the findings of the review.
    #[must_use]
    pub fn considered(&self) -> Option<&'a Consideration> {
        self.statement.sign_off.considerations.iter().find(|considered| considered.on <= self.as_at)
    }

    /// The approval in force: the last one, once each authority that the statement is of has approved it.
    #[must_use]
    pub fn approval(&self) -> Option<&'a Approval> {
        self.statement.approval(self.as_at)
    }

    /// The place of the last approval in the statement; that of the list where there is none.
    #[must_use]
    pub fn approval_pointer(&self) -> Pointer {
        let mut all = self.statement.sign_off.approvals.iter();
        place("approvals", all.rposition(|approval| approval.on <= self.as_at))
    }

    /// The authorities that the statement is of: its own first, then those it is made jointly with.
    pub fn authorities(&self) -> impl Iterator<Item = &'a Authority> + use<'a> {
        self.statement.authorities()
    }

    /// Whether the statement is of several authorities.
    #[must_use]
    pub const fn is_joint(&self) -> bool {
        self.statement.is_joint()
    }

    /// The meetings that considered the findings or the statement, in their order, each with its place.
    pub fn considerations(&self) -> impl Iterator<Item = (Pointer, &'a Consideration)> + use<'a> {
        let as_at = self.as_at;
        let all = self.statement.sign_off.considerations.iter().enumerate();
        let held = all.filter(move |(_, consideration)| consideration.on <= as_at);
        held.map(|(index, consideration)| (place("considerations", Some(index)), consideration))
    }

    /// The meetings that approved the statement, in their order, each with its place.
    pub fn approvals(&self) -> impl Iterator<Item = (Pointer, &'a Approval)> + use<'a> {
        let as_at = self.as_at;
        let all = self.statement.sign_off.approvals.iter().enumerate();
        let held = all.filter(move |(_, approval)| approval.on <= as_at);
        held.map(|(index, approval)| (place("approvals", Some(index)), approval))
    }

    /// The approvals for one of the authorities, in their order, each with its place. Where the statement is
    /// of that authority alone, these are all approvals; of several, those that name it.
    pub fn approvals_for(
        &self,
        authority: &'a Authority,
    ) -> impl Iterator<Item = (Pointer, &'a Approval)> + use<'a> {
        let statement = self.statement;
        self.approvals().filter(move |(_, approval)| statement.is_approval_of(authority, approval))
    }

    /// The day its words speak for: that of its approval, or the day of the check while it is a draft.
    #[must_use]
    pub fn speaks_for(&self) -> NaiveDate {
        self.approval().map_or(self.as_at, |approval| approval.on)
    }

    /// The meeting that approved the accounts.
    #[must_use]
    pub fn accounts_approval(&self) -> Option<&'a Approval> {
        let accounts = self.statement.sign_off.accounts.as_ref()?;
        accounts.approval.as_ref().filter(|approval| approval.on <= self.as_at)
    }

    /// The publication with the unaudited accounts.
    #[must_use]
    pub fn draft(&self) -> Option<&'a Published> {
        self.statement.sign_off.publication.draft.as_ref().filter(|draft| draft.on <= self.as_at)
    }

    /// The publication of the approved statement.
    #[must_use]
    pub fn as_approved(&self) -> Option<&'a Published> {
        let published = self.statement.sign_off.publication.as_approved.as_ref();
        published.filter(|published| published.on <= self.as_at)
    }

    /// The notice that the public rights period did not start in time.
    #[must_use]
    pub fn late_rights_notice(&self) -> Option<&'a Notice> {
        let notice = self.statement.sign_off.publication.late_rights_notice.as_ref();
        notice.filter(|notice| notice.on <= self.as_at)
    }

    /// The notice that the accounts are late.
    #[must_use]
    pub fn late_accounts_notice(&self) -> Option<&'a Notice> {
        let notice = self.statement.sign_off.publication.late_accounts_notice.as_ref();
        notice.filter(|notice| notice.on <= self.as_at)
    }
}

fn place(list: &'static str, index: Option<usize>) -> Pointer {
    let list = Pointer::root().key("sign_off").key(list);
    match index {
        Some(index) => list.index(index),
        None => list,
    }
}
