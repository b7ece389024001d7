//! What auditors, members and reviewers ask of a statement beyond the rules it must keep.
//!
//! Each rule answers a fault that they named in a report or a minute, which it cites. All of it is advice, for
//! statements of every nation and year.
//!
//! Some of what they asked for is no rule here:
//! - a framework or regulation that is out of date: FW16-YEAR and REG-CITE judge it;
//! - too many words: FW16-STRAT counts them;
//! - colours for how an action stands, with a legend: [`ActionStatus`](governance_model::ActionStatus) is a closed
//!   list, so no value outside it can be read, and the composed statement prints each in words, so there is no
//!   colour to explain; QA-OWNER asks that one is given;
//! - the conclusion at the beginning: the composed statement always begins with it.

pub mod qa_carry;
pub mod qa_copy;
pub mod qa_date;
pub mod qa_desc;
pub mod qa_endorse;
pub mod qa_freq;
pub mod qa_len;
pub mod qa_nosig;
pub mod qa_omit;
pub mod qa_owner;
pub mod qa_plain;
pub mod qa_stale;
pub mod qa_track;

use crate::context::StatementContext;
use crate::rule::Rule;
use ags_law::Citation;
use ags_report::Outcome;
use ags_statement::Statement;

/// The rules of the family, in the order in which a reader meets what they ask about: the whole, what was known,
/// what it comes to, the action plan, the approval.
pub static RULES: &[Rule] = &[
    qa_plain::RULE,
    qa_len::RULE,
    qa_copy::RULE,
    qa_desc::RULE,
    qa_stale::RULE,
    qa_omit::RULE,
    qa_track::RULE,
    qa_nosig::RULE,
    qa_owner::RULE,
    qa_date::RULE,
    qa_freq::RULE,
    qa_carry::RULE,
    qa_endorse::RULE,
];

/// What Barnsley's members asked of the action plan.
const BARNSLEY: Citation = ags_law::QUALITY.at(
    "Barnsley Metropolitan Borough Council: what members asked of the action plan",
    "https://barnsleymbc.moderngov.co.uk/mgAi.aspx?ID=58728",
);

/// What Epsom & Ewell's auditor said of its statement.
const EPSOM_AND_EWELL: Citation = ags_law::QUALITY.at(
    "Epsom & Ewell Borough Council: the annual governance statement 2024/25",
    "https://democracy.epsom-ewell.gov.uk/mgAi.aspx?ID=11685",
);

/// What Spelthorne's members and commissioners asked for.
const SPELTHORNE: Citation =
    ags_law::QUALITY.part("Spelthorne Borough Council: the annual governance statement 2023/24 and 2024/25");

/// Last year's statement, for a rule that compares the two; the answer where it is not at hand or is another.
fn last_year<'a>(context: &StatementContext<'a>) -> Result<&'a Statement, Outcome> {
    let Some(prior) = context.prior else {
        return Err(Outcome::not_applicable(
            "The rule compares two statements; give last year's beside this one to have it asked.",
        ));
    };
    let (ours, theirs) = (&context.statement.local_code.authority.name, &prior.local_code.authority.name);
    if ours != theirs {
        return Err(Outcome::indeterminate(
            "/local_code/authority/name",
            format!("The statement given as last year's is of {theirs}; give that of {ours}."),
        ));
    }
    let Ok(before) = context.year.previous() else {
        return Err(Outcome::not_applicable("No earlier year has a statement."));
    };
    match prior.year() {
        Some(year) if year == before => Ok(prior),
        Some(year) => Err(Outcome::indeterminate(
            "/review/year",
            format!("The statement given as last year's is for {year}; give that for {before}."),
        )),
        None => Err(Outcome::indeterminate(
            "/review/year",
            format!("The statement given as last year's names no year; give that for {before}."),
        )),
    }
}
