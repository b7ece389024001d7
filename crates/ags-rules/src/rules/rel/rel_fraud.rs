//! REL-FRAUD: Fraud response unjudged.

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
    name: "fraud-response-unjudged",
    title: "Fraud response unjudged",
    requirement: "The statement says whether the response to fraud suits the risk of fraud.",
    method: "Beside CIPFA's code of practice on fraud and corruption the statement has a sentence of its \
        leaders' own on whether the authority's response suits its risk of fraud.",
    rationale: "The code asks leaders to say so in the governance statement, because only they can commit \
        the people and the money that a response needs.",
    limitations: "Whether the sentence is right, and whether it speaks of each of the code's five \
        principles.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::FRAUD_CODE_2014.part("the statement in an annual governance report")],
    scope: Scope { from: 2014, ..Scope::FRAMEWORK_2016 },
    uses_prior_year: false,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let compared = conformances(context, Standard::FraudAndCorruption);
    if compared.is_empty() {
        return Outcome::indeterminate(
            "/review/conformances",
            "Say whether the response to fraud suits the risk of fraud, under CIPFA's code on fraud and \
             corruption.",
        );
    }
    let silent = compared.iter().filter(|(_, one)| is_blank(one.text.as_ref()));
    Outcome::of(
        silent
            .map(|(at, _)| {
                Finding::new(
                    at.key("text"),
                    "The statement names CIPFA's code on fraud and corruption and does not say whether the \
                     response to fraud suits the risk.",
                    "Say whether it does; where it does not, what is done about it.",
                )
            })
            .collect(),
    )
}
