//! Which returns the rules are for.

use crate::context::AgarContext;
use ags_law::Scope;
use ags_report::Outcome;
use ags_statement::agar::Form;

/// Smaller authorities in England, from the first year of the return; before it there was an annual return.
pub(in crate::rules) const RETURN: Scope = Scope { from: 2017, ..Scope::ENGLAND_CATEGORY_2 };

/// The answer for a return that is a declaration of no accounts, where a rule asks for what that has not.
pub(in crate::rules) fn declaration(context: &AgarContext<'_>) -> Option<Outcome> {
    let declares = context.agar.form.is_some_and(Form::is_declaration);
    declares.then(|| {
        Outcome::not_applicable("The return is a declaration of no accounts, which has no Section 1 or 2.")
    })
}
