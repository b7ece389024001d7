//! The way an arrangement takes from the 2007 edition to the 2016 edition.

use crate::framework::{FrameworkEdition, Place, crosswalk};
use crate::id::FrameworkRef;
use crate::local_code::Arrangement;
use crate::migrate::account::{Fate, Reason};

/// What an arrangement answers, and where that leads. Those under it that name no place go the same way.
pub(super) struct Road {
    /// The places of the 2007 edition, each once.
    pub(super) answers: Vec<FrameworkRef>,
    pub(super) end: Result<End, Reason>,
}

/// Where a road ends in the 2016 edition.
pub(super) struct End {
    /// The principle or sub-principle to stand under: the first it covers.
    pub(super) home: &'static str,
    covers: Vec<&'static str>,
    suggested: Vec<&'static str>,
    because: Vec<&'static str>,
}

impl Road {
    /// The way of an arrangement by the places it names itself.
    pub(super) fn of(arrangement: &Arrangement) -> Self {
        let mut answers = Vec::new();
        add(&mut answers, arrangement.covers.iter().cloned());
        let end = if is_heading(arrangement) { Err(Reason::Heading) } else { end(&answers) };
        Self { answers, end }
    }
}

impl End {
    /// The places of the 2016 edition it now answers.
    pub(super) fn covers(&self) -> Vec<FrameworkRef> {
        self.covers.iter().filter_map(|id| FrameworkRef::new(*id).ok()).collect()
    }

    /// The fate of what comes to a place in the draft by this road.
    pub(super) fn fate(&self, to: String) -> Fate {
        Fate::Moved {
            to,
            covers: self.covers.clone(),
            suggested: self.suggested.clone(),
            because: self.because.clone(),
        }
    }
}

fn end(answers: &[FrameworkRef]) -> Result<End, Reason> {
    let (mut covers, mut suggested, mut because) = (Vec::new(), Vec::new(), Vec::new());
    let mut over = Vec::new();
    let mut spread = false;
    for successors in answers.iter().filter_map(crosswalk::successors) {
        spread |= successors.common.is_none();
        add(&mut covers, successors.common);
        add(&mut suggested, successors.primary.iter().chain(&successors.secondary).copied());
        add(&mut because, successors.mappings.iter().flat_map(|one| [Some(one.reason), one.weak]).flatten());
        add(&mut over, successors.primary);
    }
    if spread {
        return Err(Reason::Spread { over });
    }
    let home = *covers.first().ok_or(Reason::NoReference)?;
    suggested.retain(|id| !covers.contains(id));
    Ok(End { home, covers, suggested, because })
}

/// Adds what is not there yet; no list here grows beyond the places of an edition.
fn add<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

/// Whether an arrangement only holds others together, each of which names its own place.
fn is_heading(arrangement: &Arrangement) -> bool {
    let framework = FrameworkEdition::CipfaSolace2007.framework();
    let requirement = |at: &FrameworkRef| matches!(framework.find(at), Some(Place::Requirement(..)));
    arrangement.rationale.is_empty()
        && arrangement.evidence.is_empty()
        && arrangement.actions.is_empty()
        && arrangement.nothing_planned.is_empty()
        && arrangement.note.is_none()
        && !arrangement.covers.iter().any(requirement)
        && arrangement.arrangements.iter().all(|under| !under.covers.is_empty())
}
