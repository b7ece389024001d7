//! Where in the sign-off something is or belongs.

use crate::context::StatementContext;

/// A place in the publication; the publication itself where nothing was published and so none stands there.
pub(in crate::rules) fn publication(context: &StatementContext<'_>, place: &str) -> String {
    if context.statement.sign_off.publication.is_empty() {
        return "/sign_off/publication".into();
    }
    format!("/sign_off/publication/{place}")
}

/// The place of the accounts' approval; the accounts themselves where none are recorded.
pub(in crate::rules) fn accounts_place(context: &StatementContext<'_>, place: &str) -> String {
    if context.statement.sign_off.accounts.is_none() {
        return "/sign_off/accounts".into();
    }
    format!("/sign_off/accounts/{place}")
}
