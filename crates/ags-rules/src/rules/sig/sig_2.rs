//! SIG-2: Empty list of issues against the facts.

use governance_model::AssuranceLevel;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::rel::assurances::internal_audit;
use crate::rules::rel::matters::{self, named};
use crate::rules::scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// SIG-2.
pub const RULE: Rule = Rule {
    code: "SIG-2",
    name: "empty-list-of-issues-against-the-facts",
    title: "Empty list of issues against the facts",
    requirement: "A statement without a significant issue has nothing in it that makes one.",
    method: "Where the statement reports no significant issue, nothing stands in it that makes one whatever \
        the authority thinks of it: no report under section 114, no report of the monitoring officer, no \
        public interest report, no statutory recommendation, no best value notice, no intervention, and no \
        opinion of internal audit for the year that is limited assurance or none. Where issues are reported, \
        whether they report the matter is REL-114, REL-REC and REL-BV, and words that deny them are \
        QA-NOSIG.",
    rationale: "A clean statement beside a formal warning is what readers, auditors and inspectors look for \
        first.",
    limitations: "Matters that the statement does not list.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("the annual governance statement, significant governance issues"),
        ags_law::QUALITY.part("no clean statement beside a formal warning"),
    ],
    scope: scope::EVERY_STATEMENT,
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if !review.issues.is_empty() {
        return Outcome::Met;
    }
    let formal = review.matters.iter().flatten().filter(|matter| matter.kind.is_formal());
    let audit = internal_audit(context);
    let low = audit.iter().filter_map(|(_, one)| {
        let level = one.level.filter(|level| *level <= AssuranceLevel::Limited)?;
        Some(format!("{}, which gives {level}", one.title))
    });
    let facts: Vec<String> = formal.map(named).chain(low).collect();
    if !facts.is_empty() {
        return Outcome::NotMet { findings: vec![against(&facts)] };
    }
    if review.matters.is_none() {
        return matters::unlisted(
            "formal matters, such as a report under section 114 or a public interest report,",
        );
    }
    if audit.iter().all(|(_, one)| one.level.is_none()) {
        return Outcome::indeterminate(
            "/review/assurances",
            "Give the head of internal audit's opinion on the year, with its level.",
        );
    }
    Outcome::Met
}

fn against(facts: &[String]) -> Finding {
    Finding::new(
        "/review/issues",
        format!("The statement reports no significant issue; against that stand {}.", english::list(facts)),
        "Report each of them as a significant issue, with the action that answers it.",
    )
}
