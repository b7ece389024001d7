//! REL-TRANS: Transparency Code unmentioned.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-TRANS.
pub const RULE: Rule = Rule {
    code: "REL-TRANS",
    name: "transparency-code-unmentioned",
    title: "Transparency Code unmentioned",
    requirement: "The statement says how far the authority keeps to the Local Government Transparency Code.",
    method: "England only. The statement says how far the authority keeps to the Local Government \
        Transparency Code 2015; where it does so in part or not at all, it says why.",
    rationale: "What the code has published, spending and contracts, pay and land, is how residents can \
        check an authority by themselves.",
    limitations: "Whether everything the code asks for is published; and parish councils above its \
        threshold, which the code binds too and whose statement is another.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::TRANSPARENCY_2015.part("information which must be published")],
    scope: Scope::ENGLAND_CATEGORY_1,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(context, Standard::TransparencyCode, "the Local Government Transparency Code 2015")
}
