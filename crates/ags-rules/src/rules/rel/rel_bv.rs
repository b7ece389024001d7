//! REL-BV: Best value duty not mentioned.

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
    name: "best-value-duty-not-mentioned",
    title: "Best value duty not mentioned",
    requirement: "The statement mentions the duty of best value, and reports any notice or intervention as \
        a significant issue.",
    method: "England only. The statement has a text on the duty of best value. Each best value notice and \
        each intervention among the matters is reported as a significant issue, and no reason for \
        leaving it out is accepted; the text does not say that there was none. A statement that \
        reports no issue at all is also checked by SIG-2.",
    rationale: "The statutory guidance of May 2024 sets out seven themes of good practice, most of which \
        concern governance. A best value notice is a formal step before an inspection.",
    limitations: "Whether the text covers all seven themes, and notices that the statement does not list.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::LGA_1999.at("s. 3", "https://www.legislation.gov.uk/ukpga/1999/27/section/3"),
        ags_law::BEST_VALUE_2024.part("the seven themes; notices and interventions"),
    ],
    scope: Scope { from: 2024, ..Scope::ENGLAND_CATEGORY_1 },
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
        return unlisted();
    };
    let best_value = context.statement.review.best_value.as_ref().map(|passage| &passage.text);
    let mut findings: Vec<Finding> =
        notices.iter().filter_map(|(at, matter)| unreported(context, at, matter)).collect();
    if let Some(words) = best_value
        && words.is_blank()
    {
        findings.push(Finding::new(
            "/review/best_value",
            "The statement does not mention the duty of best value.",
            "Say how the authority meets the duty of best value.",
        ));
    }
    let denied = best_value.and_then(|words| {
        let denies = |sentence: &&str| prose::find_phrase(sentence, &DENIALS).is_some();
        prose::sentences(words).find(denies).zip(notices.first())
    });
    findings.extend(denied.map(|(sentence, (_, matter))| {
        let says = format!("The statement says \"{sentence}\" but lists {}.", named(matter));
        quoting(Finding::new("/review/best_value", says, "Correct the text or the list."), matter)
    }));
    if findings.is_empty() && best_value.is_none() {
        return Outcome::indeterminate(
            "/review/best_value",
            "Say how the authority meets the duty of best value.",
        );
    }
    Outcome::of(findings)
}
