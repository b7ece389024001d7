//! REL-FRAUD: Response to fraud not assessed.

use governance_model::Standard;

use super::conformances::conformances;
use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// REL-FRAUD.
pub const RULE: Rule = Rule {
    code: "REL-FRAUD",
    name: "response-to-fraud-not-assessed",
    title: "Response to fraud not assessed",
    requirement: "The statement says whether the authority's response is appropriate for its fraud and \
        corruption risks.",
    method: "The statement names CIPFA's code of practice on managing the risk of fraud and corruption and \
        has a text in which the authority's leaders say whether its response is appropriate for its \
        risks.",
    rationale: "The code asks leaders to make that statement because only they can commit the resources \
        that a response needs.",
    limitations: "Whether the text is right, and whether it covers each of the code's five principles.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::FRAUD_CODE_2014.part("the statement in an annual governance report")],
    scope: Scope { from: 2014, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let compared = conformances(context, Standard::FraudAndCorruption);
    if compared.is_empty() {
        return Outcome::indeterminate(
            "/review/conformances",
            "Say whether the authority's response is appropriate for its fraud and corruption risks, under \
                CIPFA's code.",
        );
    }
    let silent = compared.iter().filter(|(_, one)| is_blank(one.text.as_ref()));
    Outcome::of(
        silent
            .map(|(at, _)| {
                Finding::new(
                    at.key("text"),
                    "The statement names CIPFA's code on fraud and corruption but does not say whether the \
                        response is appropriate for the risks.",
                    "Say whether the response to fraud and corruption risks is appropriate and, if not, \
                 what is being done.",
                )
            })
            .collect(),
    )
}
