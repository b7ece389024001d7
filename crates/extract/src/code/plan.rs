//! Scores and plans: what was judged, what was planned, what became of it, what comes next and who leads.

use governance_model::action::Nothing;
use governance_model::{
    Action, ActionStatus, Assessment, Direction, FinancialYear, NothingKind, Progress, ScaleId, Score, Text,
};

use super::row::{Column, of};
use super::{Code, SCALE, text};
use crate::account::Account;
use crate::cell::Leaf;
use crate::columns::Meaning;
use crate::dates;
use crate::words;

impl Code<'_> {
    /// Work that goes on: an open action that names neither owner nor date.
    pub(super) fn further_work(&mut self, path: &[usize], leaf: &Leaf, account: &mut Account) {
        let Some((owner, place)) = self.at(path).map(|node| (node.id.to_string(), node.actions.len() + 1))
        else {
            return;
        };
        let Some(action) = self.action(&format!("{owner}-W{place:02}"), leaf) else { return };
        if let Some(node) = self.at(path) {
            node.actions.push(Action { status: ActionStatus::Open, ..action });
            account.count(Meaning::FurtherWork, 1);
        }
    }

    fn action(&mut self, wanted: &str, leaf: &Leaf) -> Option<Action> {
        Some(Action {
            id: self.action_id(wanted)?,
            says: text(&leaf.text),
            owners: Vec::new(),
            due: None,
            revised: None,
            year: None,
            status: ActionStatus::NotStated,
            progress: None,
            mends: Vec::new(),
            carried_from: None,
            family: None,
            outcome: None,
            from: leaf.from.clone(),
        })
    }

    /// The score, plan, progress, action and owner of a row, under the arrangement that stands open.
    pub(super) fn assessed(&mut self, columns: &[Column<'_, '_, '_>], account: &mut Account) {
        let Some(owner) = self.here().map(|node| node.id.to_string()) else { return };
        let owners =
            of(columns, Meaning::Owner).map(|column| Self::owners(&column.cell.text)).unwrap_or_default();
        let could_name = columns.iter().any(|column| column.head.means() == Some(Meaning::Owner));
        if could_name && owners.is_empty() {
            account.rows_without_owner += 1;
        }
        let progress = of(columns, Meaning::Progress).map(|column| column.cell.whole(&self.document));
        let moved = progress.as_ref().and_then(|progress| words::direction(&progress.text));
        self.score(columns, progress.as_ref().filter(|_| moved.is_some()), moved, account);

        let (planned, nothing) = self.planned(columns, Meaning::Plan, &owner, account);
        let kept = planned.is_some();
        let reported = self.progress(columns, progress.as_ref());
        let planned = planned.map(|action| Action {
            owners: owners.clone(),
            status: progress.as_ref().map(|one| words::status(&one.text)).unwrap_or_default(),
            progress: reported,
            ..action
        });
        if !kept
            && moved.is_none()
            && let Some(progress) = &progress
        {
            self.keep_progress(progress);
        }
        let (next, no_next) = self.planned(columns, Meaning::Action, &owner, account);
        let next = next.map(|action| Action {
            owners: owners.clone(),
            due: of(columns, Meaning::Due).and_then(|column| dates::due(&column.cell.text)),
            status: of(columns, Meaning::Status)
                .map(|column| words::status(&column.cell.text))
                .unwrap_or_default(),
            carried_from: planned.as_ref().map(|planned| planned.id.clone()),
            ..action
        });
        let no_next = no_next.map(|one| Nothing { owners: owners.clone(), ..one });
        if let Some(node) = self.here() {
            node.actions.extend(planned);
            node.actions.extend(next);
            node.nothing_planned.extend(nothing.into_iter().chain(no_next));
        }
    }

    /// The action of a column, or the kind of nothing that stands there instead.
    fn planned(
        &mut self,
        columns: &[Column<'_, '_, '_>],
        meaning: Meaning,
        owner: &str,
        account: &mut Account,
    ) -> (Option<Action>, Option<Nothing>) {
        let Some(column) = columns.iter().find(|column| column.head.means() == Some(meaning)) else {
            return (None, None);
        };
        let year = column.head.year;
        let leaf = column.cell.whole(&self.document);
        let words = leaf.text.trim();
        if words.is_empty() {
            let beside = columns.iter().find(|column| !column.cell.is_blank());
            let from = beside.map(|column| column.cell.whole(&self.document).from).unwrap_or_default();
            return (None, Some(nothing(NothingKind::Empty, None, year, from)));
        }
        if let Some(kind) = self.layout.nothing(words) {
            return (None, Some(nothing(kind, Some(text(words)), year, leaf.from)));
        }
        let letter = if meaning == Meaning::Plan { "P" } else { "A" };
        let when = year.map(|year| format!("-{}", year.first())).unwrap_or_default();
        let action =
            self.action(&format!("{owner}-{letter}{when}"), &leaf).map(|action| Action { year, ..action });
        if action.is_some() {
            account.count(meaning, 1);
        }
        (action, None)
    }

    fn progress(&self, columns: &[Column<'_, '_, '_>], said: Option<&Leaf>) -> Option<Progress> {
        let column = columns.iter().find(|column| column.head.means() == Some(Meaning::Progress))?;
        let Some(said) = said else {
            let from = columns
                .iter()
                .find(|column| !column.cell.is_blank())
                .map(|column| column.cell.whole(&self.document).from)
                .unwrap_or_default();
            let empty = nothing(NothingKind::Empty, None, column.head.year, from);
            return Some(Progress { says: None, nothing: Some(empty), when: None });
        };
        if let Some(kind) = self.layout.nothing(&said.text) {
            let nothing = nothing(kind, Some(text(&said.text)), column.head.year, said.from.clone());
            return Some(Progress { says: None, nothing: Some(nothing), when: None });
        }
        Some(Progress { says: Some(text(&said.text)), nothing: None, when: None })
    }

    /// Keeps progress that stands beside no plan.
    fn keep_progress(&mut self, progress: &Leaf) {
        if let Some(kind) = self.layout.nothing(&progress.text) {
            let kept = nothing(kind, Some(text(&progress.text)), None, progress.from.clone());
            if let Some(node) = self.here() {
                node.nothing_planned.push(kept);
            }
            return;
        }
        let said = text(&format!("Progress: {}", progress.text));
        if let Some(node) = self.here() {
            node.note = Some(match &node.note {
                Some(note) => crate::account::printable(&format!("{note}\n{said}")),
                None => said,
            });
        }
    }

    fn score(
        &mut self,
        columns: &[Column<'_, '_, '_>],
        reason: Option<&Leaf>,
        direction: Option<Direction>,
        account: &mut Account,
    ) {
        let Some(column) = of(columns, Meaning::Score) else { return };
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
        account.count(Meaning::Score, 1);
        let assessment = Assessment {
            of: None,
            year: self.year,
            level: None,
            score: Some(Score { scale, value }),
            prior: None,
            direction,
            reason: reason.map(|reason| text(&reason.text)),
            evidence: Vec::new(),
            from: leaf.from,
        };
        if let Some(node) = self.here() {
            node.assessments.push(assessment);
        }
    }

    /// A row of an action plan by family and outcome.
    pub(super) fn recommendations(&mut self, columns: &[Column<'_, '_, '_>], account: &mut Account) {
        if let Some(column) = of(columns, Meaning::Family) {
            account.count(Meaning::Family, 1);
            self.family = Some(text(&column.cell.text));
        }
        let outcome = of(columns, Meaning::Outcome).map(|column| column.cell.whole(&self.document));
        account.count(Meaning::Outcome, usize::from(outcome.is_some()));
        let served = outcome.as_ref().map(|leaf| text(&leaf.text));
        let Some(column) = of(columns, Meaning::Recommendation) else {
            if let Some(leaf) = outcome {
                let empty = nothing(NothingKind::Empty, None, None, leaf.from);
                self.nothing_planned.push(Nothing { family: self.family.clone(), outcome: served, ..empty });
            }
            return;
        };
        let split = column.head.column.map(|column| column.split).unwrap_or_default();
        let (leaves, least) = column.cell.leaves(split, &self.openings, &self.document);
        if let Some(least) = least {
            account.split(least);
        }
        for leaf in &leaves {
            let place = self.actions.len() + 1;
            let Some(action) = self.action(&format!("R-{place:02}"), leaf) else { continue };
            account.count(Meaning::Recommendation, 1);
            self.actions.push(Action { family: self.family.clone(), outcome: served.clone(), ..action });
        }
    }
}

fn nothing(
    kind: NothingKind,
    words: Option<Text>,
    year: Option<FinancialYear>,
    from: governance_model::Provenance,
) -> Nothing {
    Nothing { kind, words, year, owners: Vec::new(), family: None, outcome: None, from }
}
