//! The category of an authority in England.

use governance_model::Category;

use crate::context::StatementContext;
use ags_report::Outcome;

/// The authority's category, or the answer where it is not given.
pub(in crate::rules) fn of(context: &StatementContext<'_>) -> Result<Category, Outcome> {
    let authority = &context.statement.local_code.authority;
    authority.size().ok_or_else(|| Outcome::without_category("/local_code/authority/category"))
}
