//! REL-BV: Best value unmentioned.

use governance_model::MatterKind;

use super::matters::{matters, named, quoting, unlisted, unreported};
use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-BV.
pub const RULE: Rule = Rule {
    code: "REL-BV",
    name: "best-value-unmentioned",
    title: "Best value unmentioned",
    requirement: "The statement speaks of the duty of best value, and a notice or an intervention is a \
        significant issue.",
    method: "England only. The statement has a sentence on the duty of best value. Each best value notice \
        and each intervention among the matters is reported by a significant issue, which no excuse \
        replaces, and the sentence does not say that there was none. A statement that reports no issue at \
        all is SIG-2 too.",
    rationale: "The statutory guidance of May 2024 has government look at seven themes of good government, \
        most of which are governance. A notice is the last step before an inspection.",
    limitations: "Whether the sentence covers all seven themes, and notices that the statement does not \
        list.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::LGA_1999.at("s. 3", "https://www.legislation.gov.uk/ukpga/1999/27/section/3"),
        ags_law::BEST_VALUE_2024.part("the seven themes; notices and interventions"),
    ],
    scope: Scope { from: 2024, ..Scope::ENGLAND_CATEGORY_1 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// Words that say there was no notice and no intervention.
const DENIALS: [&str; 8] = [
    "no best value notice",
    "no best value notices",
    "no notice",
    "no notices",
    "not received a best value notice",
    "not had a best value notice",
    "no intervention",
    "no interventions",
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(notices) = matters(context, &[MatterKind::BestValueNotice, MatterKind::Intervention]) else {
        return unlisted("best value notices and interventions");
    };
    let best_value = context.statement.review.best_value.as_ref().map(|passage| &passage.text);
    let mut findings: Vec<Finding> =
        notices.iter().filter_map(|(at, matter)| unreported(context, at, matter)).collect();
    if let Some(words) = best_value
        && words.is_blank()
    {
        findings.push(Finding::new(
            "/review/best_value",
            "The statement says nothing of the duty of best value.",
            "Say how the authority secures continuous improvement, and whether there was a notice.",
        ));
    }
    let denied = best_value.and_then(|words| {
        let denies = |sentence: &&str| prose::find_phrase(sentence, &DENIALS).is_some();
        prose::sentences(words).find(denies).zip(notices.first())
    });
    findings.extend(denied.map(|(sentence, (_, matter))| {
        let says = format!("The statement says \"{sentence}\", and lists {}.", named(matter));
        quoting(Finding::new("/review/best_value", says, "Correct the one or the other."), matter)
    }));
    if findings.is_empty() && best_value.is_none() {
        return Outcome::indeterminate(
            "/review/best_value",
            "Say in a sentence how the authority meets the duty of best value.",
        );
    }
    Outcome::of(findings)
}
