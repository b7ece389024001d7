//! ADD25-BV: Best value left out.

use governance_model::{Matter, MatterKind, Nation};

use super::addendum::{BINDS, CITES};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// ADD25-BV.
pub const RULE: Rule = Rule {
    code: "ADD25-BV",
    name: "best-value-left-out",
    title: "Best value left out",
    requirement: "The statement speaks of the duty of best value, and answers any notice or intervention.",
    method: "The review says how the duty of best value is met, and each best value notice and intervention \
        in the register of matters has a response or a significant issue. Asked in England, where the \
        duty is in the Local Government Act 1999, and in Scotland, where it is in the Local Government \
        in Scotland Act 2003; the duties of Wales and Northern Ireland bear other names.",
    rationale: "Best value is what intervention turns on. A statement that passes it over leaves out the law \
        by which the authority is judged.",
    limitations: "A notice that is not in the register. Whether the addendum asks this in every nation. \
        Nobody here has read the addendum: what is asked is what papers about it say.",
    severity: Severity::ProperPractice,
    status: Status::Preview,
    citations: CITES,
    scope: Scope { nations: &[Nation::England, Nation::Scotland], ..BINDS },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let duty = review.best_value.as_ref().is_none_or(|passage| passage.text.is_blank()).then(|| {
        Finding::new(
            "/review/best_value",
            "The statement does not speak of the duty of best value.",
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
            format!("The statement does not answer {} ({}).", matter.title, matter.id),
            "Say what the authority did, and report it as a significant issue.",
        )
    })
}
