//! How an arrangement is mapped from the 2007 edition to the 2016 edition.

use super::ledger::{Disposition, Reason};
use crate::framework::{FrameworkEdition, FrameworkNode, crosswalk};
use crate::id::FrameworkRef;
use crate::local_code::Arrangement;

/// The references of an arrangement, and where they lead. Descendants without references of their own share the path.
pub(super) struct MappingPath {
    /// The references of the 2007 edition, each once.
    pub(super) answers: Vec<FrameworkRef>,
    pub(super) target: Result<Target, Reason>,
}

/// Where a path leads in the 2016 edition.
pub(super) struct Target {
    /// The principle or sub-principle to be placed under: the first it covers.
    pub(super) heading: &'static str,
    covers: Vec<&'static str>,
    suggested: Vec<&'static str>,
    because: Vec<&'static str>,
}

impl MappingPath {
    /// The path of an arrangement by its own references.
    pub(super) fn of(arrangement: &Arrangement) -> Self {
        let mut answers = Vec::new();
        add(&mut answers, arrangement.covers.iter().cloned());
        let target = if is_heading(arrangement) { Err(Reason::Heading) } else { target(&answers) };
        Self { answers, target }
    }
}

impl Target {
    /// The references of the 2016 edition it now covers.
    pub(super) fn covers(&self) -> Vec<FrameworkRef> {
        self.covers.iter().filter_map(|id| FrameworkRef::new(*id).ok()).collect()
    }

    /// The disposition of an item that is placed at a pointer into the draft.
    pub(super) fn disposition(&self, to: String) -> Disposition {
        Disposition::Moved {
            to,
            covers: self.covers.clone(),
            suggested: self.suggested.clone(),
            because: self.because.clone(),
        }
    }
}

fn target(answers: &[FrameworkRef]) -> Result<Target, Reason> {
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
    let heading = *covers.first().ok_or(Reason::NoReference)?;
    suggested.retain(|id| !covers.contains(id));
    Ok(Target { heading, covers, suggested, because })
}

/// Adds what is not in the list yet; no list here is longer than the references of an edition.
fn add<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

/// Whether an arrangement has no content of its own and each of its children has its own references.
fn is_heading(arrangement: &Arrangement) -> bool {
    let framework = FrameworkEdition::CipfaSolace2007.framework();
    let requirement = |at: &FrameworkRef| matches!(framework.find(at), Some(FrameworkNode::Requirement(..)));
    arrangement.rationale.is_empty()
        && arrangement.evidence.is_empty()
        && arrangement.actions.is_empty()
        && arrangement.no_actions_planned.is_empty()
        && arrangement.note.is_none()
        && !arrangement.covers.iter().any(requirement)
        && arrangement.arrangements.iter().all(|under| !under.covers.is_empty())
}
