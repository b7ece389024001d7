//! The draft under construction: what is placed where, what is left behind, and the ledger of both.

use std::collections::{BTreeMap, BTreeSet};

use super::error::LongNote;
use super::ledger::{Disposition, ItemKind, LedgerEntry, Reason};
use super::mapping_path::MappingPath;
use crate::action::Action;
use crate::framework::FrameworkEdition;
use crate::id::{ArrangementId, FrameworkRef};
use crate::local_code::{Arrangement, Level, LocalCode};
use crate::text::Text;

/// What was moved, by the principle or sub-principle of 2016 it is placed under.
pub(super) type Placed = BTreeMap<&'static str, Vec<Arrangement>>;

pub(super) struct Draft {
    pub(super) placed: Placed,
    /// The actions of the document as a whole, those of the old code first.
    pub(super) actions: Vec<Action>,
    pub(super) ledger: Vec<LedgerEntry>,
    pub(super) left: Vec<Arrangement>,
    pub(super) long_notes: Vec<LongNote>,
}

impl Draft {
    pub(super) fn of(code: &LocalCode) -> Self {
        let mut draft = Self {
            placed: BTreeMap::new(),
            actions: code.actions.clone(),
            ledger: Vec::new(),
            left: Vec::new(),
            long_notes: Vec::new(),
        };
        for (index, principle) in code.principles.iter().enumerate() {
            draft.place(&format!("/principles/{index}"), principle);
        }
        for (index, action) in code.actions.iter().enumerate() {
            draft.keep(format!("/actions/{index}"), ItemKind::Action, Some(action.id.to_string()));
        }
        for (index, _) in code.no_actions_planned.iter().enumerate() {
            draft.keep(format!("/no_actions_planned/{index}"), ItemKind::NothingPlanned, None);
        }
        draft
    }

    /// Records an item of the document as a whole, which keeps its pointer in the draft.
    fn keep(&mut self, at: String, kind: ItemKind, id: Option<String>) {
        let disposition = as_a_whole(at.clone(), Vec::new());
        self.ledger.push(LedgerEntry { at, kind, id, answers: Vec::new(), disposition });
    }

    /// Places an arrangement where its references lead.
    fn place(&mut self, at: &str, from: &Arrangement) {
        let path = MappingPath::of(from);
        let Ok(target) = &path.target else {
            self.leave(at, from, &path);
            self.under(at, from, &path, "");
            return;
        };
        let siblings = self.placed.get(target.heading).map_or(0, Vec::len);
        let to = pointer(target.heading, siblings);
        let moved = Arrangement { covers: target.covers(), ..self.take(at, from, &path, &to) };
        self.placed.entry(target.heading).or_default().push(moved);
        let under = self.under(at, from, &path, &to);
        if let Some(moved) = self.placed.get_mut(target.heading).and_then(|there| there.get_mut(siblings)) {
            moved.arrangements = under;
        }
    }

    /// Places the children of an arrangement: those with references of their own where these lead; the others go
    /// with their parent, and are returned if it has a target.
    fn under(&mut self, at: &str, from: &Arrangement, path: &MappingPath, to: &str) -> Vec<Arrangement> {
        let mut staying = Vec::new();
        for (index, child) in from.arrangements.iter().enumerate() {
            let at = format!("{at}/arrangements/{index}");
            if !child.covers.is_empty() {
                self.place(&at, child);
            } else if path.target.is_ok() {
                let to = format!("{to}/arrangements/{}", staying.len());
                let moved = self.take(&at, child, path, &to);
                let arrangements = self.under(&at, child, path, &to);
                staying.push(Arrangement { arrangements, ..moved });
            } else {
                self.leave(&at, child, path);
                self.under(&at, child, path, "");
            }
        }
        staying
    }

    /// The arrangement as it is in the draft, without its children. Its assessments are left behind.
    fn take(&mut self, at: &str, from: &Arrangement, path: &MappingPath, to: &str) -> Arrangement {
        self.record(at, from, path, to);
        if !from.assessments.is_empty() {
            let assessments = from.assessments.clone();
            self.left.push(Arrangement { covers: from.covers.clone(), assessments, ..bare(from) });
        }
        let note = drafted_from(from.note.as_ref(), &path.answers);
        if note.is_none() {
            self.long_notes.push(LongNote { at: format!("{at}/note") });
        }
        Arrangement {
            rationale: from.rationale.clone(),
            evidence: from.evidence.clone(),
            actions: from.actions.clone(),
            no_actions_planned: from.no_actions_planned.clone(),
            note,
            ..bare(from)
        }
    }

    /// Leaves an arrangement behind; its actions join those of the document as a whole.
    fn leave(&mut self, at: &str, from: &Arrangement, path: &MappingPath) {
        self.record(at, from, path, "");
        self.actions.extend_from_slice(&from.actions);
        self.left.push(Arrangement {
            covers: from.covers.clone(),
            rationale: from.rationale.clone(),
            evidence: from.evidence.clone(),
            assessments: from.assessments.clone(),
            no_actions_planned: from.no_actions_planned.clone(),
            note: from.note.clone(),
            ..bare(from)
        });
    }

    /// Records an arrangement and each item in it, but not its children.
    fn record(&mut self, at: &str, from: &Arrangement, path: &MappingPath, to: &str) {
        let disposition = |within: String| match &path.target {
            Ok(target) => target.disposition(format!("{to}{within}")),
            Err(reason) => Disposition::Left(reason.clone()),
        };
        let first_action = self.actions.len();
        let ledger = &mut self.ledger;
        let mut entry = |within: &str, kind, id: Option<String>, disposition| {
            ledger.push(LedgerEntry {
                at: format!("{at}{within}"),
                kind,
                id,
                answers: path.answers.clone(),
                disposition,
            });
        };
        entry("", ItemKind::Arrangement, Some(from.id.to_string()), disposition(String::new()));
        for (index, one) in from.evidence.iter().enumerate() {
            let within = format!("/evidence/{index}");
            entry(&within, ItemKind::Evidence, Some(one.id.to_string()), disposition(within.clone()));
        }
        for (index, _) in from.assessments.iter().enumerate() {
            entry(
                &format!("/assessments/{index}"),
                ItemKind::Assessment,
                None,
                Disposition::Left(Reason::Assessment),
            );
        }
        for (index, one) in from.actions.iter().enumerate() {
            let within = format!("/actions/{index}");
            let disposition = match &path.target {
                Ok(_) => disposition(within.clone()),
                Err(reason) => as_a_whole(format!("/actions/{}", first_action + index), reason.over()),
            };
            entry(&within, ItemKind::Action, Some(one.id.to_string()), disposition);
        }
        for (index, _) in from.no_actions_planned.iter().enumerate() {
            let within = format!("/no_actions_planned/{index}");
            entry(&within, ItemKind::NothingPlanned, None, disposition(within.clone()));
        }
    }
}

/// The disposition of an item that the draft has for the document as a whole.
fn as_a_whole(to: String, suggested: Vec<&'static str>) -> Disposition {
    Disposition::Moved { to, covers: Vec::new(), suggested, because: Vec::new() }
}

/// The identifier, level, title and source of an arrangement, without its contents.
fn bare(from: &Arrangement) -> Arrangement {
    Arrangement {
        source: from.source.clone(),
        ..Arrangement::new(from.id.clone(), from.level, from.title.clone())
    }
}

/// The note with a last line that names the references of the 2007 edition; none if that is too long.
fn drafted_from(note: Option<&Text>, answers: &[FrameworkRef]) -> Option<Text> {
    let places = answers.iter().map(FrameworkRef::as_str).collect::<Vec<_>>().join(", ");
    let says = format!("Drafted from {places} of the 2007 framework.");
    Text::new(note.map_or(says.clone(), |note| format!("{note}\n{says}"))).ok()
}

/// JSON pointer into the draft for the `nth` arrangement, from 0, that is moved under a principle or
/// sub-principle: the sub-principles of a principle come first.
fn pointer(heading: &str, nth: usize) -> String {
    let principles = FrameworkEdition::CipfaSolace2016.framework().principles;
    for (index, principle) in principles.iter().enumerate() {
        if principle.id == heading {
            return format!("/principles/{index}/arrangements/{}", principle.sub_principles.len() + nth);
        }
        if let Some(sub) = principle.sub_principles.iter().position(|sub| sub.id == heading) {
            return format!("/principles/{index}/arrangements/{sub}/arrangements/{nth}");
        }
    }
    String::new()
}

/// The principles and sub-principles of 2016 with what was moved under them.
pub(super) fn headings(code: &LocalCode, mut placed: Placed) -> Vec<Arrangement> {
    let taken: BTreeSet<&str> = code.arrangements().map(|(_, one)| one.id.as_str()).collect();
    let mut heading = |level, id, title, mut arrangements: Vec<Arrangement>| {
        arrangements.extend(placed.remove(id).into_iter().flatten());
        Some(Arrangement {
            covers: vec![FrameworkRef::new(id).ok()?],
            arrangements,
            ..Arrangement::new(free(id, &taken)?, level, Text::new(title).ok()?)
        })
    };
    let principles = FrameworkEdition::CipfaSolace2016.framework().principles.iter();
    principles
        .filter_map(|principle| {
            let subs = principle.sub_principles.iter();
            let subs = subs.filter_map(|sub| heading(Level::SubPrinciple, sub.id, sub.title, Vec::new()));
            let subs = subs.collect();
            heading(Level::Principle, principle.id, principle.title, subs)
        })
        .collect()
}

/// An identifier that no arrangement of the old code has: `F4`, or else `F4-2`, `F4-3` and so on.
fn free(id: &str, taken: &BTreeSet<&str>) -> Option<ArrangementId> {
    let numbered = (2_usize..).map(|number| format!("{id}-{number}"));
    let free = std::iter::once(id.to_owned()).chain(numbered).find(|one| !taken.contains(one.as_str()))?;
    ArrangementId::new(free).ok()
}
