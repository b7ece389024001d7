//! Scores and plans: assessments, planned actions and their progress, next actions and their owners.

use governance_model::action::NoAction;
use governance_model::{
    Action, ActionStatus, Assessment, Direction, FinancialYear, NoActionKind, Progress, ScaleId, Score, Text,
};

use super::row::{ColumnCell, filled};
use super::{Code, SCALE, text};
use crate::cell::Leaf;
use crate::dates;
use crate::meaning::Meaning;
use crate::phrases;
use crate::report::ReportBuilder;

impl Code<'_> {
    /// Ongoing work: an open action without owner or date.
    pub(super) fn further_work(&mut self, path: &[usize], leaf: &Leaf, report: &mut ReportBuilder) {
        let Some((owner, place)) = self.at(path).map(|node| (node.id.to_string(), node.actions.len() + 1))
        else {
            return;
        };
        let Some(action) = self.action(&format!("{owner}-W{place:02}"), leaf) else { return };
        if let Some(node) = self.at(path) {
            node.actions.push(Action { status: ActionStatus::Open, ..action });
            report.count(Meaning::FurtherWork, 1);
        }
    }

    fn action(&mut self, wanted: &str, leaf: &Leaf) -> Option<Action> {
        Some(Action {
            id: self.action_id(wanted)?,
            text: text(&leaf.text),
            owners: Vec::new(),
            due: None,
            revised: None,
            year: None,
            status: ActionStatus::NotStated,
            progress: None,
            rag: None,
            addresses: Vec::new(),
            carried_from: None,
            family: None,
            outcome: None,
            source: leaf.from.clone(),
        })
    }

    /// The score, plan, progress, action and owner of a row, for the current arrangement.
    pub(super) fn assessed(&mut self, columns: &[ColumnCell<'_, '_, '_>], report: &mut ReportBuilder) {
        let Some(owner) = self.here().map(|node| node.id.to_string()) else { return };
        let owners =
            filled(columns, Meaning::Owner).map(|column| Self::owners(&column.cell.text)).unwrap_or_default();
        let could_name = columns.iter().any(|column| column.head.means() == Some(Meaning::Owner));
        if could_name && owners.is_empty() {
            report.rows_without_owner += 1;
        }
        let progress = filled(columns, Meaning::Progress).map(|column| column.cell.whole(&self.document));
        let moved = progress.as_ref().and_then(|progress| phrases::direction(&progress.text));
        self.score(columns, progress.as_ref().filter(|_| moved.is_some()), moved, report);

        let (planned, nothing) = self.planned(columns, Meaning::Plan, &owner, report);
        let kept = planned.is_some();
        let reported = self.progress(columns, progress.as_ref());
        let planned = planned.map(|action| Action {
            owners: owners.clone(),
            status: progress.as_ref().map(|one| phrases::status(&one.text)).unwrap_or_default(),
            progress: reported,
            ..action
        });
        if !kept
            && moved.is_none()
            && let Some(progress) = &progress
        {
            self.keep_progress(progress);
        }
        let (next, no_next) = self.planned(columns, Meaning::Action, &owner, report);
        let next = next.map(|action| Action {
            owners: owners.clone(),
            due: filled(columns, Meaning::Due).and_then(|column| dates::due(&column.cell.text)),
            status: filled(columns, Meaning::Status)
                .map(|column| phrases::status(&column.cell.text))
                .unwrap_or_default(),
            carried_from: planned.as_ref().map(|planned| planned.id.clone()),
            ..action
        });
        let no_next = no_next.map(|one| NoAction { owners: owners.clone(), ..one });
        if let Some(node) = self.here() {
            node.actions.extend(planned);
            node.actions.extend(next);
            node.no_actions_planned.extend(nothing.into_iter().chain(no_next));
        }
    }

    /// The action of a column, or the reason why there is none.
    fn planned(
        &mut self,
        columns: &[ColumnCell<'_, '_, '_>],
        meaning: Meaning,
        owner: &str,
        report: &mut ReportBuilder,
    ) -> (Option<Action>, Option<NoAction>) {
        let Some(column) = columns.iter().find(|column| column.head.means() == Some(meaning)) else {
            return (None, None);
        };
        let year = column.head.year;
        let leaf = column.cell.whole(&self.document);
        let words = leaf.text.trim();
        if words.is_empty() {
            let first = columns.iter().find(|column| !column.cell.is_blank());
            let from = first.map(|column| column.cell.whole(&self.document).from).unwrap_or_default();
            return (None, Some(nothing(NoActionKind::Empty, None, year, from)));
        }
        if let Some(kind) = self.layout.nothing(words) {
            return (None, Some(nothing(kind, Some(text(words)), year, leaf.from)));
        }
        let letter = if meaning == Meaning::Plan { "P" } else { "A" };
        let when = year.map(|year| format!("-{}", year.first())).unwrap_or_default();
        let action =
            self.action(&format!("{owner}-{letter}{when}"), &leaf).map(|action| Action { year, ..action });
        if action.is_some() {
            report.count(meaning, 1);
        }
        (action, None)
    }

    fn progress(&self, columns: &[ColumnCell<'_, '_, '_>], said: Option<&Leaf>) -> Option<Progress> {
        let column = columns.iter().find(|column| column.head.means() == Some(Meaning::Progress))?;
        let Some(said) = said else {
            let from = columns
                .iter()
                .find(|column| !column.cell.is_blank())
                .map(|column| column.cell.whole(&self.document).from)
                .unwrap_or_default();
            let empty = nothing(NoActionKind::Empty, None, column.head.year, from);
            return Some(Progress { text: None, no_progress: Some(empty), when: None });
        };
        if let Some(kind) = self.layout.nothing(&said.text) {
            let nothing = nothing(kind, Some(text(&said.text)), column.head.year, said.from.clone());
            return Some(Progress { text: None, no_progress: Some(nothing), when: None });
        }
        Some(Progress { text: Some(text(&said.text)), no_progress: None, when: None })
    }

    /// Keeps progress that has no planned action.
    fn keep_progress(&mut self, progress: &Leaf) {
        if let Some(kind) = self.layout.nothing(&progress.text) {
            let kept = nothing(kind, Some(text(&progress.text)), None, progress.from.clone());
            if let Some(node) = self.here() {
                node.no_actions_planned.push(kept);
            }
            return;
        }
        let said = text(&format!("Progress: {}", progress.text));
        if let Some(node) = self.here() {
            node.note = Some(match &node.note {
                Some(note) => crate::printable::printable(&format!("{note}\n{said}")),
                None => said,
            });
        }
    }

    fn score(
        &mut self,
        columns: &[ColumnCell<'_, '_, '_>],
        reason: Option<&Leaf>,
        direction: Option<Direction>,
        report: &mut ReportBuilder,
    ) {
        let Some(column) = filled(columns, Meaning::Score) else { return };
        let leaf = column.cell.whole(&self.document);
        let value =
            leaf.text.trim().split(|one: char| !one.is_ascii_digit()).find_map(|word| word.parse().ok());
        let (Some(value), Ok(scale)) = (value, ScaleId::new(SCALE)) else {
            self.keep_progress(&Leaf { text: format!("score {}", leaf.text), ..leaf });
            return;
        };
        self.scored = true;
        if self.scale.is_none() {
            self.scale = Some((1, 10));
        }
        report.count(Meaning::Score, 1);
        let assessment = Assessment {
            framework_ref: None,
            year: self.year,
            level: None,
            own_level: None,
            score: Some(Score { scale, value }),
            prior: None,
            direction,
            reason: reason.map(|reason| text(&reason.text)),
            evidence: Vec::new(),
            key_points: Vec::new(),
            changed: None,
            source: leaf.from,
        };
        if let Some(node) = self.here() {
            node.assessments.push(assessment);
        }
    }

    /// A row of an action plan by family and outcome.
    pub(super) fn recommendations(&mut self, columns: &[ColumnCell<'_, '_, '_>], report: &mut ReportBuilder) {
        if let Some(column) = filled(columns, Meaning::Family) {
            report.count(Meaning::Family, 1);
            self.family = Some(text(&column.cell.text));
        }
        let outcome = filled(columns, Meaning::Outcome).map(|column| column.cell.whole(&self.document));
        report.count(Meaning::Outcome, usize::from(outcome.is_some()));
        let served = outcome.as_ref().map(|leaf| text(&leaf.text));
        let Some(column) = filled(columns, Meaning::Recommendation) else {
            if let Some(leaf) = outcome {
                let empty = nothing(NoActionKind::Empty, None, None, leaf.from);
                self.nothing_planned.push(NoAction { family: self.family.clone(), outcome: served, ..empty });
            }
            return;
        };
        let split = column.head.column.map(|column| column.split).unwrap_or_default();
        let (leaves, least) = column.cell.leaves(split, &self.openings, &self.document);
        if let Some(least) = least {
            report.split(least);
        }
        for leaf in &leaves {
            let place = self.actions.len() + 1;
            let Some(action) = self.action(&format!("R-{place:02}"), leaf) else { continue };
            report.count(Meaning::Recommendation, 1);
            self.actions.push(Action { family: self.family.clone(), outcome: served.clone(), ..action });
        }
    }
}

fn nothing(
    kind: NoActionKind,
    words: Option<Text>,
    year: Option<FinancialYear>,
    from: governance_model::Provenance,
) -> NoAction {
    NoAction { kind, wording: words, year, owners: Vec::new(), family: None, outcome: None, source: from }
}
