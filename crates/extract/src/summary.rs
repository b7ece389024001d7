//! The figures of an extraction, for a person to compare with the document.

use governance_model::{FrameworkEdition, Level, LocalCode};
use indexmap::IndexMap;
use serde::Serialize;

use crate::extraction::Extraction;
use crate::meaning::Meaning;

/// The figures of one extraction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Summary {
    /// The name of the authority.
    pub authority: String,
    /// The framework edition.
    pub framework: FrameworkEdition,
    /// Principles of the framework that the code has arrangements for.
    pub principles: usize,
    /// Sub-principles (2016) or aims (2007).
    pub aims: usize,
    /// Requirements, counted by row; a row may cover several.
    pub requirements: usize,
    /// Pieces of evidence at all levels.
    pub evidence_items: usize,
    /// The same by principle, at whatever level, by its id in the code.
    pub evidence_per_principle: IndexMap<String, usize>,
    /// Items of columns on ongoing work.
    pub further_work_items: usize,
    /// The scores under each principle, in document order; principles without scores are omitted.
    pub scores_per_principle: IndexMap<String, Vec<u8>>,
    /// All actions of the code: ongoing work, last year's plan, the next actions, recommendations.
    pub actions: usize,
    /// Rows without an owner in tables with a column for owners.
    pub rows_without_owner: usize,
    /// Key roles.
    pub roles: usize,
    /// How many lines of the input have each disposition.
    pub lines: IndexMap<&'static str, usize>,
}

impl Summary {
    /// Counts an extraction.
    #[must_use]
    pub fn of(extraction: &Extraction) -> Self {
        let code = &extraction.code;
        let at = |level: Level| code.arrangements().filter(|(_, one)| one.level == level).count();
        let (evidence_per_principle, scores_per_principle) = per_principle(code);
        let in_arrangements: usize = code.arrangements().map(|(_, one)| one.actions.len()).sum();
        Self {
            authority: code.authority.name.to_string(),
            framework: code.framework,
            principles: at(Level::Principle),
            aims: at(Level::SubPrinciple),
            requirements: at(Level::Requirement),
            evidence_items: code.evidence().count(),
            evidence_per_principle,
            further_work_items: extraction.report.items.get(&Meaning::FurtherWork).copied().unwrap_or(0),
            scores_per_principle,
            actions: in_arrangements + code.actions.len(),
            rows_without_owner: extraction.report.rows_without_owner,
            roles: code.roles.len(),
            lines: extraction.report.dispositions.clone(),
        }
    }
}

fn per_principle(code: &LocalCode) -> (IndexMap<String, usize>, IndexMap<String, Vec<u8>>) {
    let mut evidence = IndexMap::new();
    let mut scores: IndexMap<String, Vec<u8>> = IndexMap::new();
    let mut principle = String::new();
    for (at, arrangement) in code.arrangements() {
        if at.matches('/').count() == 2 {
            principle = arrangement.id.to_string();
        }
        if arrangement.level == Level::Principle {
            evidence.entry(principle.clone()).or_default();
        }
        if !arrangement.evidence.is_empty() {
            *evidence.entry(principle.clone()).or_default() += arrangement.evidence.len();
        }
        for score in arrangement.assessments.iter().filter_map(|one| one.score.as_ref()) {
            scores.entry(principle.clone()).or_default().push(score.value);
        }
    }
    (evidence, scores)
}
