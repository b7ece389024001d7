//! What the authority is responsible for.

pub(crate) const HEADING: &str = "Scope of responsibility";
pub(crate) const NOT_STATED: &str =
    "The statement does not say that the authority is responsible for a sound system of governance.";
pub(crate) const INTERNAL_CONTROL: &str =
    "Internal control means the rules, checks and habits of work that keep an organisation on course.";
pub(crate) const ALL_LIMBS: &str =
    "The responsibility takes in all three purposes that the law gives to internal control (";
pub(crate) const SOME_LIMBS: &str =
    "The law gives it three purposes. Of these the statement takes in only the following:";
pub(crate) const CITED: &str = "The law cited for the review and the statement is:";

pub(crate) const LIMBS: [&str; 3] = [
    "carrying out functions and reaching aims and objectives",
    "managing finances and operations effectively",
    "managing risk effectively",
];
