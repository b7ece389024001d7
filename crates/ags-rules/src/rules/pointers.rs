//! Where in the sign-off something is or belongs.

use crate::context::StatementContext;
use ags_report::Pointer;

/// A place in the publication; the publication itself where nothing was published and so none stands there.
pub(in crate::rules) fn publication(context: &StatementContext<'_>, place: &str) -> Pointer {
    if context.statement.sign_off.publication.is_empty() {
        return Pointer::fixed("/sign_off/publication");
    }
    Pointer::root().key("sign_off").key("publication").key(place)
}

/// The place of the accounts' approval; the accounts themselves where none are recorded.
pub(in crate::rules) fn accounts_place(context: &StatementContext<'_>, place: &str) -> Pointer {
    if context.statement.sign_off.accounts.is_none() {
        return Pointer::fixed("/sign_off/accounts");
    }
    Pointer::root().key("sign_off").key("accounts").key(place)
}
