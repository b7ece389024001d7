//! REL-TRANS: Transparency Code not mentioned.

use governance_model::Standard;

use super::conformances::comply_or_explain;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// REL-TRANS.
pub const RULE: Rule = Rule {
    code: "REL-TRANS",
    name: "transparency-code-not-mentioned",
    title: "Transparency Code not mentioned",
    requirement: "The statement says how far the authority conforms to the Local Government Transparency \
        Code.",
    method: "England only. The statement says how far the authority conforms to the Local Government \
        Transparency Code 2015 and, where it conforms in part or not at all, gives the reason.",
    rationale: "The data that the code requires on spending, contracts, pay and land allow residents to \
        hold the authority to account.",
    limitations: "Whether everything that the code requires is published; and parish councils above its \
        threshold, to which the code also applies and which make a different statement.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::TRANSPARENCY_2015.part("information which must be published")],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    comply_or_explain(context, Standard::TransparencyCode, "the Local Government Transparency Code 2015")
}
