//! The duties that the law of several nations has in common: a duty a file, with a rule for each nation.
//!
//! What is the same in every nation is written once, in the function that makes the rule; what a nation has
//! of its own is written with its rule. A family lists the rules of its own regulations.

pub mod acknowledgement;
pub mod amendment;
pub mod approval;
pub mod consideration;
pub mod review;
pub mod signatures;

pub(super) mod legislation;
mod regime;
