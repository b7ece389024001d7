//! ADD25-BV: Best value not addressed.

use governance_model::{Matter, MatterKind, Nation};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-BV.
pub const RULE: Rule = Rule {
    code: "ADD25-BV",
    name: "best-value-not-addressed",
    title: "Best value not addressed",
    requirement: "The statement mentions the duty of best value, and responds to any notice or \
        intervention.",
    method: "The review says how the duty of best value is met, and each best value notice and \
        intervention among the matters has a response or a significant issue. The rule applies in England, \
        under the Local Government Act 1999, and in Scotland, under the Local Government in Scotland Act \
        2003; the duties in Wales and Northern Ireland have other names.",
    rationale: "Interventions are based on the duty of best value, so readers expect the statement to \
        address it.",
    limitations: "A notice that is not listed, and whether the addendum asks this in every nation. The \
        text of the addendum was not available; the rule follows published papers about it.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: Scope { nations: &[Nation::England, Nation::Scotland], ..BINDS },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let duty = review.best_value.as_ref().is_none_or(|passage| passage.text.is_blank()).then(|| {
        Finding::new(
            "/review/best_value",
            "The statement does not mention the duty of best value.",
            "Say how the authority meets the duty of best value.",
        )
    });
    let acts = review.matters.iter().flatten().enumerate();
    let unanswered = acts.filter_map(|(index, one)| unanswered(index, one));
    Outcome::of(duty.into_iter().chain(unanswered).collect())
}

fn unanswered(index: usize, matter: &Matter) -> Option<Finding> {
    let act = matches!(matter.kind, MatterKind::BestValueNotice | MatterKind::Intervention);
    let answered = matter.response.as_ref().is_some_and(|response| !response.is_blank());
    (act && !answered && matter.issues.is_empty()).then(|| {
        Finding::new(
            Pointer::root().key("review").key("matters").index(index),
            format!(
                "The statement does not give the authority's response to {} \
                ({}).",
                matter.title, matter.id
            ),
            "Give the authority's response, and report the matter as a significant issue.",
        )
    })
}
