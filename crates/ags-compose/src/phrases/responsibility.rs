//! The scope of responsibility.

pub(crate) const HEADING: &str = "Scope of responsibility";
pub(crate) const MISSING: &str = "what the authority is responsible for";
pub(crate) const UNDER: &str = "We prepare this statement under:";
pub(crate) const UNDER_ONE: &str = "We prepare this statement under the ";
/// The title that councils give the statement in every nation, in lower case.
pub(crate) const USUAL_NAME: &str = "annual governance statement";
pub(crate) const FIGURES: &str = "Key figures";
pub(crate) const FIGURE: &str = "Figure";
pub(crate) const VALUE: &str = "Value";

pub(crate) fn regulation(instrument: &str, number: &str) -> String {
    format!("{instrument}, regulation {number}")
}

pub(crate) fn provision(provision: &str) -> String {
    format!("regulation {provision}")
}

pub(crate) fn in_figures(authority: &str) -> String {
    format!("{authority} in figures")
}
