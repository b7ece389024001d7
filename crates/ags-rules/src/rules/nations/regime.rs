//! Who may act for an authority, in the law of its nation.

use crate::context::StatementContext;
use ags_law::Regime;
use ags_report::Outcome;

/// What the law of the nation asks for the year; the answer where no such law is known here.
pub(super) fn of(context: &StatementContext<'_>) -> Result<Regime, Outcome> {
    let authority = &context.statement.local_code.authority;
    ags_law::regime(authority.nation, authority.size(), context.year).ok_or_else(|| {
        Outcome::not_applicable(format!("The law of {} on this point is not known.", context.year))
    })
}
