//! How far the authority conforms to a standard.

use governance_model::{Conformance, Degree, Standard};

use super::wording::is_blank;
use crate::context::StatementContext;
use ags_report::{Finding, Outcome, Pointer};

/// The answer on a standard: the authority conforms, or the statement says why it does not. Where it says
/// nothing of the standard, that is indeterminate.
pub(in crate::rules) fn comply_or_explain(
    context: &StatementContext<'_>,
    with: Standard,
    name: &str,
) -> Outcome {
    let compared = conformances(context, with);
    if compared.is_empty() {
        return uncompared(name);
    }
    Outcome::of(compared.iter().filter_map(|(at, one)| unexplained(at, one, name)).collect())
}

/// The answer where a statement does not say how the authority compares with a standard.
pub(in crate::rules) fn uncompared(name: &str) -> Outcome {
    Outcome::indeterminate(
        "/review/conformances",
        format!("Say how far the authority conforms to {name} and, where it does not, why."),
    )
}

/// The comparisons with a standard, with their places.
pub(in crate::rules) fn conformances<'a>(
    context: &StatementContext<'a>,
    with: Standard,
) -> Vec<(Pointer, &'a Conformance)> {
    let listed = context.statement.review.conformances.iter().enumerate();
    let of = listed.filter(|(_, one)| one.standard == with);
    of.map(|(index, one)| (Pointer::root().key("review").key("conformances").index(index), one)).collect()
}

/// A comparison that comes to no result, or to a poor one without a word on it.
pub(in crate::rules) fn unexplained(at: &Pointer, one: &Conformance, name: &str) -> Option<Finding> {
    let degree = match one.degree {
        None => {
            return Some(Finding::new(
                at.key("degree"),
                format!(
                    "The statement names {name} but does not say whether the authority conforms to \
                    it."
                ),
                "Say whether the authority conforms in full, in part or not at all.",
            ));
        }
        Some(Degree::Full) => return None,
        Some(Degree::Partial) => "conforms in part",
        Some(Degree::None) => "does not conform",
    };
    is_blank(one.text.as_ref()).then(|| {
        Finding::new(
            at.key("text"),
            format!("The authority {degree} to {name}, but the statement does not say why."),
            "Explain what is done instead, why, and how the same result is achieved.",
        )
    })
}
