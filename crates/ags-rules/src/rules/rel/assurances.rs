//! The assurances a statement relies on.

use ags_report::Pointer;
use governance_model::{Assurance, AssuranceKind};

use crate::context::StatementContext;

/// The head of internal audit's opinions on the year, with their places.
pub(in crate::rules) fn internal_audit<'a>(context: &StatementContext<'a>) -> Vec<(Pointer, &'a Assurance)> {
    let given = assurances(context, AssuranceKind::HeadOfInternalAudit);
    given.into_iter().filter(|(_, one)| one.year.is_none_or(|year| year == context.year)).collect()
}

/// The assurances of a kind, for whatever year, with their places.
pub(in crate::rules) fn assurances<'a>(
    context: &StatementContext<'a>,
    kind: AssuranceKind,
) -> Vec<(Pointer, &'a Assurance)> {
    let given = context.statement.review.assurances.iter().enumerate();
    given
        .filter(|(_, one)| one.kind == kind)
        .map(|(index, one)| (Pointer::root().key("review").key("assurances").index(index), one))
        .collect()
}
