//! ADD25-EDN: No addendum cited.

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::misnomer;
use ags_report::{Outcome, Pointer, Severity};

/// ADD25-EDN.
pub const RULE: Rule = Rule {
    code: "ADD25-EDN",
    name: "no-addendum-cited",
    title: "No addendum cited",
    requirement: "The statement says that it follows the Framework and its addendum of May 2025.",
    method: "The citations of the review name the addendum. That of December 2012 belongs to the Framework \
        of 2007 and is another one; the edition of the Framework itself is FW16-YEAR's question.",
    rationale: "The addendum takes the place of the chapter of 2016 on the annual review and its report from \
        2025/26, so a reader must know which of the two a statement follows.",
    limitations: "Whether the statement does as the addendum asks. Nobody here has read the addendum: what \
        is asked is what papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    const FIX: &str = "Cite the addendum of May 2025 to the Framework of 2016, which applies from 2025/26.";
    let citations = &context.statement.review.citations;
    let cited = citations.iter().map(|one| {
        let of = one.purpose.as_deref().unwrap_or_default();
        misnomer::normalised(&format!(
            "{} {} {of}",
            one.instrument,
            one.provision.as_deref().unwrap_or_default()
        ))
    });
    let addenda = cited.enumerate().filter(|(_, words)| words.contains("addendum"));
    let (old, new): (Vec<_>, Vec<_>) = addenda.partition(|(_, words)| words.contains("2012"));
    match (old.first(), new.is_empty()) {
        (_, false) => Outcome::Met,
        (Some((index, _)), true) => Outcome::not_met(
            Pointer::root().key("review").key("citations").index(*index),
            "The statement cites the addendum of 2012, which belongs to the Framework of 2007.",
            FIX,
        ),
        (None, true) => Outcome::not_met(
            "/review/citations",
            "The statement does not cite the addendum of May 2025.",
            FIX,
        ),
    }
}
