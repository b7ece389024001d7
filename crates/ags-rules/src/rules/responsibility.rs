//! Acknowledging responsibility for a sound system of internal control.

use governance_model::ControlLimb;

use crate::context::StatementContext;
use ags_report::{Finding, Outcome};

/// The three limbs in the regulations of Wales, Scotland and Northern Ireland.
pub(super) const FUNCTIONS_FINANCE_AND_RISK: [&str; 3] = [
    "the effective exercise of the authority's functions",
    "adequate and effective financial management",
    "arrangements for managing risk",
];

/// Whether the statement acknowledges responsibility for internal control with every limb that the law names,
/// in the order of [`ControlLimb::ALL`] and in the words of that law.
pub(super) fn acknowledged(context: &StatementContext<'_>, limbs: [&str; 3]) -> Outcome {
    let at = "/review/responsibility";
    let responsibility = context.statement.review.responsibility.as_ref();
    let Some(responsibility) = responsibility.filter(|one| !one.text.trim().is_empty()) else {
        return Outcome::not_met(
            at,
            "The statement does not acknowledge who is responsible for a sound system of internal control.",
            "Say that the authority is responsible for it.",
        );
    };
    let at = format!("{at}/limbs");
    if responsibility.limbs.is_empty() {
        return Outcome::indeterminate(
            at,
            "List which of the three limbs that the regulations name the acknowledgement takes in.",
        );
    }
    let named = ControlLimb::ALL.into_iter().zip(limbs);
    let left_out = named.filter(|(limb, _)| !responsibility.limbs.contains(limb)).map(|(_, limb)| {
        Finding::new(
            at.as_str(),
            format!("The acknowledgement of responsibility leaves out {limb}."),
            format!("Say that the system of internal control serves {limb}."),
        )
    });
    Outcome::of(left_out.collect())
}
