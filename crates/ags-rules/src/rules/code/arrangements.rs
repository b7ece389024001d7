//! Arrangements, their parts, their numbers and their order.

use std::collections::BTreeMap;

use governance_model::{Arrangement, Level, LocalCode};

use crate::context::PlacedArrangement;

/// An arrangement and all that lies under it.
pub(in crate::rules) fn with_parts(top: &Arrangement) -> impl Iterator<Item = &Arrangement> {
    let mut open = vec![top];
    std::iter::from_fn(move || {
        let next = open.pop()?;
        open.extend(&next.arrangements);
        Some(next)
    })
}

/// The number of a clause without what the reading put before it: `7.1.6` for `P-7.1.6`; none where it bears
/// no number of its own.
pub(in crate::rules) fn clause_number<'a>(row: &PlacedArrangement<'a>) -> Option<&'a str> {
    let arrangement = row.arrangement;
    let number = arrangement.id.as_str().trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    let printed = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (arrangement.level == Level::Clause && printed && !number.is_empty()).then_some(number)
}

/// The place of every reference of the framework edition in the printed order, with its depth: 1 for a
/// principle, 2 for a sub-principle or aim, 3 for a requirement.
pub(in crate::rules) fn framework_places(code: &LocalCode) -> BTreeMap<&'static str, (usize, usize)> {
    let mut places = BTreeMap::new();
    for principle in code.framework.framework().principles {
        places.insert(principle.id, (places.len(), 1));
        for sub in principle.sub_principles {
            places.insert(sub.id, (places.len(), 2));
            for requirement in sub.requirements {
                places.insert(requirement.id, (places.len(), 3));
            }
        }
    }
    places
}
