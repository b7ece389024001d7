//! A statement that is being composed, as at a day.

use std::collections::BTreeMap;

use ags_document::{Block, Inline};
use ags_statement::{Statement, english};
use chrono::NaiveDate;
use governance_model::{
    Action, ActionId, Assessment, AssuranceLevel, Authority, FinancialYear, GapId, IssueId, Matter, Opinion,
    Rag, Text,
};

use crate::phrases::prompts;
use crate::presentation::Presentation;
use crate::prose::{is_placeholder, some_line};

/// A statement that is being composed as it stood on the day, with what its sections look up in it.
pub(super) struct Composition<'a> {
    pub(super) statement: &'a Statement,
    pub(super) presentation: &'a Presentation,
    years: Vec<FinancialYear>,
    action_numbers: BTreeMap<&'a ActionId, usize>,
    issue_numbers: BTreeMap<&'a IssueId, usize>,
    issues_of_gaps: BTreeMap<&'a GapId, usize>,
    matters_of_issues: BTreeMap<&'a IssueId, Vec<&'a Matter>>,
    /// For each level the word of the council's scale; none where several mean it.
    words: Vec<(AssuranceLevel, Option<&'a Text>)>,
    /// The colours of the words.
    rags: BTreeMap<&'a str, Rag>,
}

impl<'a> Composition<'a> {
    pub(super) fn new(statement: &'a Statement, presentation: &'a Presentation) -> Self {
        let review = &statement.review;
        let mut issues_of_gaps = BTreeMap::new();
        for (place, issue) in review.issues.iter().enumerate() {
            for gap in &issue.gaps {
                issues_of_gaps.entry(gap).or_insert(place);
            }
        }
        let mut matters_of_issues = BTreeMap::<_, Vec<_>>::new();
        for matter in review.matters.iter().flatten() {
            for issue in &matter.issues {
                matters_of_issues.entry(issue).or_default().push(matter);
            }
        }
        let mut words: Vec<(AssuranceLevel, Option<&Text>)> = Vec::new();
        let mut rags = BTreeMap::new();
        for one in &review.scale {
            match words.iter_mut().find(|(level, _)| *level == one.level) {
                Some((_, word)) => *word = None,
                None => words.push((one.level, Some(&one.name))),
            }
            if let Some(rag) = one.rag {
                rags.entry(&*one.name).or_insert(rag);
            }
        }
        Self {
            statement,
            presentation,
            years: statement.years(),
            action_numbers: review.actions.iter().map(|action| &action.id).zip(1..).collect(),
            issue_numbers: review.issues.iter().map(|issue| &issue.id).zip(1..).collect(),
            issues_of_gaps,
            matters_of_issues,
            words,
            rags,
        }
    }

    pub(super) const fn as_at(&self) -> NaiveDate {
        self.presentation.as_at
    }

    /// Whether it is not approved yet, by each authority that it is of.
    pub(super) fn is_draft(&self) -> bool {
        self.statement.approval(self.as_at()).is_none()
    }

    /// Whether some of several authorities have approved it and others have not.
    pub(super) fn is_approved_in_part(&self) -> bool {
        self.is_draft() && !self.statement.sign_off.approvals.is_empty()
    }

    /// Whether the review gives its conclusion, so that a list without issues says that there are none.
    pub(super) fn is_concluded(&self) -> bool {
        let given = |opinion: &Opinion| {
            let worded = !opinion.text.is_blank() && !is_placeholder(&opinion.text);
            worded || self.level(opinion.level, opinion.own_level.as_ref()).is_some()
        };
        self.statement.review.opinions.iter().any(given)
    }

    /// A prompt to complete a draft; none in an approved statement, which says what was approved.
    pub(super) fn prompt(&self, what: &str) -> Option<Block> {
        let prompt = || Block::Paragraph(vec![Inline::Strong(prompts::to_be_completed(what))]);
        self.is_draft().then(prompt)
    }

    /// What the authority calls itself within a sentence.
    pub(super) fn authority(&self) -> String {
        let authority = &self.statement.local_code.authority;
        let named = authority.short_name.as_ref().is_none_or(|name| !is_placeholder(name));
        if named {
            return english::authority(authority);
        }
        english::authority(&Authority { short_name: None, ..authority.clone() })
    }

    /// The years that the statement is for, in their order.
    pub(super) fn years(&self) -> &[FinancialYear] {
        &self.years
    }

    /// The number of each action: its place in the review, from 1. The check report has the same numbers.
    pub(super) const fn action_numbers(&self) -> &BTreeMap<&'a ActionId, usize> {
        &self.action_numbers
    }

    /// The number of each significant issue: its place in the review, from 1.
    pub(super) const fn issue_numbers(&self) -> &BTreeMap<&'a IssueId, usize> {
        &self.issue_numbers
    }

    /// The first issue that each gap belongs to, by its place in the review, from 0.
    pub(super) const fn issues_of_gaps(&self) -> &BTreeMap<&'a GapId, usize> {
        &self.issues_of_gaps
    }

    /// The matters that an issue is about.
    pub(super) fn matters_of(&self, issue: &IssueId) -> &[&'a Matter] {
        self.matters_of_issues.get(issue).map_or(&[][..], Vec::as_slice)
    }

    /// The actions that address a gap of a significant issue.
    pub(super) fn actions_for_issues(&self) -> Vec<&'a Action> {
        let issues = self.issues_of_gaps();
        let significant = |action: &&Action| action.addresses.iter().any(|gap| issues.contains_key(gap));
        self.statement.review.actions.iter().filter(significant).collect()
    }

    /// The matters, where the review speaks of them.
    pub(super) fn matters(&self) -> impl Iterator<Item = &'a Matter> + use<'a> {
        self.statement.review.matters.iter().flatten()
    }

    /// A level in the council's own words: those given beside it, or the only word of the scale for it.
    pub(super) fn level(&self, level: Option<AssuranceLevel>, own: Option<&Text>) -> Option<String> {
        if let Some(own) = some_line(own) {
            return Some(self.with_rag(&own));
        }
        let level = level?;
        match self.words.iter().find(|(one, _)| *one == level) {
            Some((_, Some(only))) => some_line(Some(only)).map(|word| self.with_rag(&word)),
            _ => Some(english::capital(prompts::level(level))),
        }
    }

    /// A word of the scale with the colour that it is reported in, in words.
    fn with_rag(&self, word: &str) -> String {
        let rag = self.rags.get(word).copied();
        rag.map_or_else(|| word.to_owned(), |rag| prompts::with_rag(word, rag))
    }

    /// The level of an assessment; none where it gives none.
    pub(super) fn assessed(&self, assessment: &Assessment) -> Option<String> {
        self.level(assessment.level, assessment.own_level.as_ref())
    }
}
