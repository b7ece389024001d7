//! QA-FREQ: Infrequent reporting of the action plan.

use governance_model::Frequency;

use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// QA-FREQ.
pub const RULE: Rule = Rule {
    code: "QA-FREQ",
    name: "infrequent-reporting-of-the-action-plan",
    title: "Infrequent reporting of the action plan",
    requirement: "The statement says how often progress on the action plan is reported to members, and \
        that is more often than once a year.",
    method: "The conclusion says, in its field or in its text, how often the action plan is reported to \
        members: every month, every quarter or twice a year.",
    rationale: "Councils that carry out their plans report on them twice a year or every quarter. An \
        annual report comes too late to act on.",
    limitations: "Whether the reports are made.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Cotswold District Council: the action plan: reported every six months",
            "https://meetings.cotswold.gov.uk/mgAi.aspx?ID=5827",
        ),
        ags_law::QUALITY.at(
            "Colchester City Council, annual governance statements: the action plan: reported in June and \
             December",
            "https://www.colchester.gov.uk/annual-governance-statements/",
        ),
    ],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// Words for more often than once a year.
const OFTEN: [&str; 16] = [
    "bi annually",
    "biannually",
    "each meeting",
    "each month",
    "each quarter",
    "every meeting",
    "every month",
    "every quarter",
    "every six months",
    "half yearly",
    "monthly",
    "quarterly",
    "six monthly",
    "three times a year",
    "twice a year",
    "twice yearly",
];

/// Words for once a year.
const YEARLY: [&str; 6] = ["annually", "each year", "every year", "once a year", "yearly", "annual basis"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    if review.actions.is_empty() {
        return Outcome::not_applicable("The review lists no action.");
    }
    let Some(conclusion) = &review.conclusion else {
        return not_met(
            "/review/conclusion",
            "The statement does not say how often progress on the action plan is reported to members.",
        );
    };
    let words = || conclusion.monitoring.iter().chain([&conclusion.text]);
    let said = |list: &[&'static str]| words().any(|text| prose::find_phrase(text, list).is_some());
    match conclusion.reported {
        Some(Frequency::Monthly | Frequency::Quarterly | Frequency::SixMonthly) => Outcome::Met,
        Some(Frequency::Yearly) => not_met(
            "/review/conclusion/reported",
            "Progress on the action plan is reported to members \
                only once a year.",
        ),
        None if said(&OFTEN) => Outcome::Met,
        None if said(&YEARLY) => not_met(
            "/review/conclusion/monitoring",
            "Progress on the action plan is reported to members \
                only once a year.",
        ),
        None => not_met(
            "/review/conclusion/reported",
            "The statement does not say how often progress on the action plan is reported to members.",
        ),
    }
}

fn not_met(at: &str, says: &str) -> Outcome {
    Outcome::not_met(at, says, "Report progress to members at least twice a year, and say so.")
}
