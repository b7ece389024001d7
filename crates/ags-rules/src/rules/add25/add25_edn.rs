//! ADD25-EDN: Addendum of 2025 not cited.

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::misnomer;
use ags_report::{Outcome, Pointer, Severity};

/// ADD25-EDN.
pub const RULE: Rule = Rule {
    code: "ADD25-EDN",
    name: "addendum-of-2025-not-cited",
    title: "Addendum of 2025 not cited",
    requirement: "The statement says that it follows the Framework and its addendum of May 2025.",
    method: "The citations of the review include the addendum of May 2025. The addendum of December 2012 \
        belongs to the Framework of 2007. The edition of the Framework is checked by FW16-YEAR.",
    rationale: "From 2025/26 the addendum replaces the chapter of 2016 on the annual review and its \
        report, so readers must know which of the two a statement follows.",
    limitations: "Whether the statement follows the addendum. The text of the addendum was not available; \
        the rule follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: BINDS,
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
