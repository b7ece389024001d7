//! The draft as it grows: what stands where, what stayed behind, and the account of both.

use std::collections::{BTreeMap, BTreeSet};

use crate::action::Action;
use crate::framework::FrameworkEdition;
use crate::id::{ArrangementId, FrameworkRef};
use crate::local_code::{Arrangement, Level, LocalCode};
use crate::migrate::LongNote;
use crate::migrate::account::{Entry, Fate, Reason, What};
use crate::migrate::road::Road;
use crate::provenance::Provenance;
use crate::text::Text;

/// What was moved, by the principle or sub-principle of 2016 it stands under.
pub(super) type Placed = BTreeMap<&'static str, Vec<Arrangement>>;

pub(super) struct Draft {
    pub(super) placed: Placed,
    /// Those of the document as a whole, the old code's own first.
    pub(super) actions: Vec<Action>,
    pub(super) account: Vec<Entry>,
    pub(super) left: Vec<Arrangement>,
    pub(super) long_notes: Vec<LongNote>,
}

impl Draft {
    pub(super) fn of(code: &LocalCode) -> Self {
        let mut draft = Self {
            placed: BTreeMap::new(),
            actions: code.actions.clone(),
            account: Vec::new(),
            left: Vec::new(),
            long_notes: Vec::new(),
        };
        for (index, principle) in code.principles.iter().enumerate() {
            draft.place(&format!("/principles/{index}"), principle);
        }
        for (index, action) in code.actions.iter().enumerate() {
            draft.keep(format!("/actions/{index}"), What::Action, Some(action.id.to_string()));
        }
        for (index, _) in code.nothing_planned.iter().enumerate() {
            draft.keep(format!("/nothing_planned/{index}"), What::NothingPlanned, None);
        }
        draft
    }

    /// Accounts for what belongs to the document as a whole and stands in the draft where it stood.
    fn keep(&mut self, at: String, what: What, id: Option<String>) {
        let fate = as_a_whole(at.clone(), Vec::new());
        self.account.push(Entry { at, what, id, answers: Vec::new(), fate });
    }

    /// Sends an arrangement where the places it names lead.
    fn place(&mut self, at: &str, from: &Arrangement) {
        let road = Road::of(from);
        let Ok(end) = &road.end else {
            self.leave(at, from, &road);
            self.under(at, from, &road, "");
            return;
        };
        let siblings = self.placed.get(end.home).map_or(0, Vec::len);
        let to = pointer(end.home, siblings);
        let moved = Arrangement { covers: end.covers(), ..self.take(at, from, &road, &to) };
        self.placed.entry(end.home).or_default().push(moved);
        let under = self.under(at, from, &road, &to);
        if let Some(moved) = self.placed.get_mut(end.home).and_then(|there| there.get_mut(siblings)) {
            moved.arrangements = under;
        }
    }

    /// What lies under an arrangement: what names its own place goes there, the rest goes the same road and is
    /// given back if that leads anywhere.
    fn under(&mut self, at: &str, from: &Arrangement, road: &Road, to: &str) -> Vec<Arrangement> {
        let mut staying = Vec::new();
        for (index, child) in from.arrangements.iter().enumerate() {
            let at = format!("{at}/arrangements/{index}");
            if !child.covers.is_empty() {
                self.place(&at, child);
            } else if road.end.is_ok() {
                let to = format!("{to}/arrangements/{}", staying.len());
                let moved = self.take(&at, child, road, &to);
                let arrangements = self.under(&at, child, road, &to);
                staying.push(Arrangement { arrangements, ..moved });
            } else {
                self.leave(&at, child, road);
                self.under(&at, child, road, "");
            }
        }
        staying
    }

    /// The arrangement as it stands in the draft, without what lies under it. Its judgements stay behind.
    fn take(&mut self, at: &str, from: &Arrangement, road: &Road, to: &str) -> Arrangement {
        self.tell(at, from, road, to);
        if !from.assessments.is_empty() {
            let assessments = from.assessments.clone();
            self.left.push(Arrangement { covers: from.covers.clone(), assessments, ..bare(from) });
        }
        let note = drafted_from(from.note.as_ref(), &road.answers);
        if note.is_none() {
            self.long_notes.push(LongNote { at: format!("{at}/note") });
        }
        Arrangement {
            rationale: from.rationale.clone(),
            evidence: from.evidence.clone(),
            actions: from.actions.clone(),
            nothing_planned: from.nothing_planned.clone(),
            note,
            ..bare(from)
        }
    }

    /// Keeps an arrangement among what stayed behind; its actions go to those of the document as a whole.
    fn leave(&mut self, at: &str, from: &Arrangement, road: &Road) {
        self.tell(at, from, road, "");
        self.actions.extend_from_slice(&from.actions);
        self.left.push(Arrangement {
            covers: from.covers.clone(),
            rationale: from.rationale.clone(),
            evidence: from.evidence.clone(),
            assessments: from.assessments.clone(),
            nothing_planned: from.nothing_planned.clone(),
            note: from.note.clone(),
            ..bare(from)
        });
    }

    /// Accounts for an arrangement and for each thing in it, but not for what lies under it.
    fn tell(&mut self, at: &str, from: &Arrangement, road: &Road, to: &str) {
        let fate = |within: String| match &road.end {
            Ok(end) => end.fate(format!("{to}{within}")),
            Err(reason) => Fate::Left(reason.clone()),
        };
        let first_action = self.actions.len();
        let account = &mut self.account;
        let mut entry = |within: &str, what, id: Option<String>, fate| {
            account.push(Entry {
                at: format!("{at}{within}"),
                what,
                id,
                answers: road.answers.clone(),
                fate,
            });
        };
        entry("", What::Arrangement, Some(from.id.to_string()), fate(String::new()));
        for (index, one) in from.evidence.iter().enumerate() {
            let within = format!("/evidence/{index}");
            entry(&within, What::Evidence, Some(one.id.to_string()), fate(within.clone()));
        }
        for (index, _) in from.assessments.iter().enumerate() {
            entry(&format!("/assessments/{index}"), What::Assessment, None, Fate::Left(Reason::Judgement));
        }
        for (index, one) in from.actions.iter().enumerate() {
            let within = format!("/actions/{index}");
            let fate = match &road.end {
                Ok(_) => fate(within.clone()),
                Err(reason) => as_a_whole(format!("/actions/{}", first_action + index), reason.over()),
            };
            entry(&within, What::Action, Some(one.id.to_string()), fate);
        }
        for (index, _) in from.nothing_planned.iter().enumerate() {
            let within = format!("/nothing_planned/{index}");
            entry(&within, What::NothingPlanned, None, fate(within.clone()));
        }
    }
}

/// The fate of what stands in the draft for the document as a whole.
fn as_a_whole(to: String, suggested: Vec<&'static str>) -> Fate {
    Fate::Moved { to, covers: Vec::new(), suggested, because: Vec::new() }
}

/// What an arrangement is called and where it comes from, and nothing of what it holds.
fn bare(from: &Arrangement) -> Arrangement {
    Arrangement { title: from.title.clone(), from: from.from.clone(), ..empty(from.id.clone(), from.level) }
}

fn empty(id: ArrangementId, level: Level) -> Arrangement {
    Arrangement {
        id,
        level,
        covers: Vec::new(),
        title: Text::default(),
        rationale: Vec::new(),
        evidence: Vec::new(),
        assessments: Vec::new(),
        actions: Vec::new(),
        nothing_planned: Vec::new(),
        arrangements: Vec::new(),
        note: None,
        from: Provenance::Declared,
    }
}

/// The note with a last line that says which places of the 2007 edition it answers; none if that is too long.
fn drafted_from(note: Option<&Text>, answers: &[FrameworkRef]) -> Option<Text> {
    let places = answers.iter().map(FrameworkRef::as_str).collect::<Vec<_>>().join(", ");
    let says = format!("Drafted from {places} of the 2007 framework.");
    Text::new(note.map_or(says.clone(), |note| format!("{note}\n{says}"))).ok()
}

/// The place in the draft of what is moved under a principle or sub-principle as its `nth`, from 0: a
/// principle holds its sub-principles first.
fn pointer(home: &str, nth: usize) -> String {
    let principles = FrameworkEdition::CipfaSolace2016.framework().principles;
    for (index, principle) in principles.iter().enumerate() {
        if principle.id == home {
            return format!("/principles/{index}/arrangements/{}", principle.sub_principles.len() + nth);
        }
        if let Some(sub) = principle.sub_principles.iter().position(|sub| sub.id == home) {
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
            title: Text::new(title).ok()?,
            arrangements,
            ..empty(free(id, &taken)?, level)
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
