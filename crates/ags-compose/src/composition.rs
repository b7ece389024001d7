//! A statement that is being composed, as at a day.

use std::collections::BTreeMap;

use ags_document::{Block, Inline};
use ags_statement::{Approval, Consideration, Signature, Statement, english};
use chrono::NaiveDate;
use governance_model::{Action, ActionId, Assessment, AssuranceLevel, GapId, IssueId, Matter, Text};

use crate::phrases::prompts;
use crate::presentation::Presentation;
use crate::prose::some_line;

/// A statement that is being composed, as at a day.
pub(super) struct Composition<'a> {
    pub(super) statement: &'a Statement,
    pub(super) presentation: &'a Presentation,
}

impl<'a> Composition<'a> {
    pub(super) const fn as_at(&self) -> NaiveDate {
        self.presentation.as_at
    }

    /// The approval in force on the day.
    pub(super) fn approval(&self) -> Option<&'a Approval> {
        self.approvals().last()
    }

    /// The approvals that were given by the day.
    pub(super) fn approvals(&self) -> impl Iterator<Item = &'a Approval> + use<'a> {
        let as_at = self.as_at();
        self.statement.sign_off.approvals.iter().filter(move |approval| approval.on <= as_at)
    }

    /// The meetings that considered it by the day.
    pub(super) fn considerations(&self) -> impl Iterator<Item = &'a Consideration> + use<'a> {
        let as_at = self.as_at();
        self.statement.sign_off.considerations.iter().filter(move |considered| considered.on <= as_at)
    }

    /// The signatures that were made by the day.
    pub(super) fn signatures(&self) -> impl Iterator<Item = &'a Signature> + use<'a> {
        let as_at = self.as_at();
        self.statement.sign_off.signatures.iter().filter(move |signature| signature.on <= as_at)
    }

    /// Whether it is not approved yet.
    pub(super) fn is_draft(&self) -> bool {
        self.approval().is_none()
    }

    /// A prompt to complete a draft; none in an approved statement, which says what was approved.
    pub(super) fn prompt(&self, what: &str) -> Option<Block> {
        let prompt = || Block::Paragraph(vec![Inline::Strong(prompts::to_be_completed(what))]);
        self.is_draft().then(prompt)
    }

    /// What the authority calls itself within a sentence.
    pub(super) fn authority(&self) -> String {
        english::authority(&self.statement.local_code.authority)
    }

    /// The number of each action: its place in the review, from 1. The check report has the same numbers.
    pub(super) fn action_numbers(&self) -> BTreeMap<&'a ActionId, usize> {
        self.statement.review.actions.iter().map(|action| &action.id).zip(1..).collect()
    }

    /// The number of each significant issue: its place in the review, from 1.
    pub(super) fn issue_numbers(&self) -> BTreeMap<&'a IssueId, usize> {
        self.statement.review.issues.iter().map(|issue| &issue.id).zip(1..).collect()
    }

    /// The first issue that each gap belongs to, by its place in the review, from 0.
    pub(super) fn issues_of_gaps(&self) -> BTreeMap<&'a GapId, usize> {
        let mut places = BTreeMap::new();
        for (place, issue) in self.statement.review.issues.iter().enumerate() {
            for gap in &issue.gaps {
                places.entry(gap).or_insert(place);
            }
        }
        places
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
        let mut words = self.statement.review.scale.iter().filter(|one| one.level == level);
        match (words.next(), words.next()) {
            (Some(only), None) => some_line(Some(&only.name)).map(|word| self.with_rag(&word)),
            _ => Some(english::capital(prompts::level(level))),
        }
    }

    /// A word of the scale with the colour that it is reported in, in words.
    fn with_rag(&self, word: &str) -> String {
        let scale = self.statement.review.scale.iter();
        let rag = scale.filter(|one| *one.name == *word).find_map(|one| one.rag);
        rag.map_or_else(|| word.to_owned(), |rag| prompts::with_rag(word, rag))
    }

    /// The level of an assessment; none where it gives none.
    pub(super) fn assessed(&self, assessment: &Assessment) -> Option<String> {
        self.level(assessment.level, assessment.own_level.as_ref())
    }
}
