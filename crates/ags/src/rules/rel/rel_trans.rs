//! REL-TRANS: transparency code unmentioned.

use governance_model::Standard;

use super::comply_or_explain;
use crate::case::Case;
use crate::law;
use crate::rule::{Binds, Check, Outcome, Rule, Severity, Status};

/// REL-TRANS.
pub const RULE: Rule = Rule {
    code: "REL-TRANS",
    name: "transparency-code-unmentioned",
    asks: "The statement says how far the authority keeps to the Local Government Transparency Code.",
    checks: "England only. The statement says how far the authority keeps to the Local Government Transparency Code 2015; where it does so in part or not at all, it says why.",
    why: "What the code has published, spending and contracts, pay and land, is how residents can check an authority by themselves.",
    cannot_tell: "Whether everything the code asks for is published; and parish councils above its threshold, which the code binds too and whose statement is another.",
    severity: Severity::Advice,
    status: Status::Stable,
    cites: &[law::TRANSPARENCY_2015.part("information which must be published")],
    binds: Binds::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(case: &Case<'_>) -> Outcome {
    comply_or_explain(case, Standard::TransparencyCode, "the Local Government Transparency Code 2015")
}
