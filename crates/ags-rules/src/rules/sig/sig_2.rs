//! SIG-2: Reported matters and no significant issue.

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
    name: "reported-matters-and-no-significant-issue",
    title: "Reported matters and no significant issue",
    requirement: "A statement that reports no significant issue reports no matter that is significant in \
        itself.",
    method: "Where the statement reports no significant issue, it lists nothing that is significant in \
        itself: no report under section 114, no report of the monitoring officer, no public interest \
        report, no statutory recommendation, no best value notice, no intervention, and no internal audit \
        opinion for the year of limited assurance or none. Where issues are reported, whether they cover \
        the matter is checked by REL-114, REL-REC and REL-BV; a text that denies issues is checked by \
        QA-NOSIG.",
    rationale: "Readers, auditors and inspectors compare the list of significant issues with formal \
        reports about the authority.",
    limitations: "Matters that the statement does not list.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("the annual governance statement, significant governance issues"),
        ags_law::QUALITY.part("no clean statement beside a formal warning"),
    ],
    scope: scope::EVERY_STATEMENT,
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
        return matters::unlisted();
    }
    if audit.iter().all(|(_, one)| one.level.is_none()) {
        return Outcome::indeterminate(
            "/review/assurances",
            "Give the head of internal audit's annual opinion for the year, with its level.",
        );
    }
    Outcome::Met
}

fn against(facts: &[String]) -> Finding {
    Finding::new(
        "/review/issues",
        format!("The statement reports no significant issue but lists {}.", english::list(facts)),
        "Report each of these matters as a significant issue, with an action.",
    )
}
