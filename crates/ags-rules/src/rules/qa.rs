//! What auditors, members and reviewers ask of a statement beyond the rules it must keep.
//!
//! Each rule answers a fault that they named in a report or a minute, which it cites. All of it is advice,
//! for statements of every nation and year.
//!
//! Some of what they asked for is no rule here:
//! - a framework or regulation that is out of date: FW16-YEAR and REG-CITE check it;
//! - too many words: FW16-STRAT counts them;
//! - colours for how an action stands, with a legend: [`ActionStatus`](governance_model::ActionStatus) is a
//!   closed list, so no value outside it can be read, and the composed statement prints each in words, so
//!   there is no colour to explain; QA-OWNER asks that one is given;
//! - the conclusion at the beginning: the composed statement always begins with it.

pub mod qa_blank;
pub mod qa_carry;
pub mod qa_copy;
pub mod qa_date;
pub mod qa_desc;
pub mod qa_endorse;
pub mod qa_freq;
pub mod qa_ground;
pub mod qa_illus;
pub mod qa_later;
pub mod qa_len;
pub mod qa_nosig;
pub mod qa_omit;
pub mod qa_owner;
pub mod qa_plain;
pub mod qa_stale;
pub mod qa_track;

mod citations;
mod prior_statement;

use crate::rule::Rule;

/// The rules of the family, in the order in which a reader meets what they ask about: the whole, what was
/// known, what it comes to, the action plan, the approval.
pub static RULES: &[Rule] = &[
    qa_plain::RULE,
    qa_len::RULE,
    qa_copy::RULE,
    qa_desc::RULE,
    qa_blank::RULE,
    qa_illus::RULE,
    qa_stale::RULE,
    qa_later::RULE,
    qa_omit::RULE,
    qa_track::RULE,
    qa_ground::RULE,
    qa_nosig::RULE,
    qa_owner::RULE,
    qa_date::RULE,
    qa_freq::RULE,
    qa_carry::RULE,
    qa_endorse::RULE,
];
