//! What the statement is, and its conclusion.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{AssuranceLevel, FinancialYear};

pub(crate) const HEADING: &str = "What this statement says";
pub(crate) const CONCLUSION: &str = "Our conclusion";
pub(crate) const NO_OPINION: &str = "The statement does not say how much assurance the \
     arrangements give, or whether they are fit for purpose.";
pub(crate) const NO_LEVEL: &str = "Overall opinion, without a level of assurance.";
pub(crate) const PLAN: &str = "\"Significant issues and action plan\" below says what each issue is and \
                               what will be done about it, by whom and by when.";
pub(crate) const SIGNIFICANT: &str = "A governance issue is significant when it is serious enough for the \
                                      public to be told of it and of what is done about it.";
pub(crate) const NO_WORD_ON_ISSUES: &str = "The statement does not say whether the review found significant \
                                            governance issues.";
pub(crate) const ABOUT: &str = "About this statement";
pub(crate) const LAW: &str = "The law requires both the review and the statement: ";
/// The title that councils give the statement in every nation, in lower case.
pub(crate) const USUAL_NAME: &str = "annual governance statement";
pub(crate) const NO_LAW: &str = "The law requires both the review and the statement.";
pub(crate) const DRAFT: &str =
    "This is a draft. Members have yet to approve it, and until then it may change.";
pub(crate) const LEVELS: &str = "How sure we are: the levels of assurance";
pub(crate) const ASSURANCE: &str = "Assurance is the confidence, based on evidence, that \
     arrangements exist and work. This statement uses four levels:";

pub(crate) fn level(level: AssuranceLevel) -> String {
    format!("Overall opinion: {level}.")
}

pub(crate) fn named(legal_name: &str) -> String {
    format!(". It calls the statement a {legal_name}; we publish it as our {USUAL_NAME}.")
}

pub(crate) fn several_opinions(count: usize) -> String {
    format!("The statement gives {} opinions where there should be one:", english::number(count))
}

pub(crate) fn no_issues(year: Option<FinancialYear>) -> String {
    format!("The review of {} reports no significant governance issue.", english::year(year))
}

pub(crate) fn issues(count: usize, year: Option<FinancialYear>) -> String {
    let issues = english::count(count, "significant governance issue", "significant governance issues");
    format!("The review of {} reports {issues}:", english::year(year))
}

pub(crate) fn about(authority: &str, year: Option<FinancialYear>) -> String {
    let period = year.map_or_else(
        || "The statement does not say which financial year it is for.".into(),
        |year| {
            format!(
                "This statement tells residents and everyone else concerned what the review found for the \
                 financial year {year}, from {} to {}.",
                english::date(year.begins()),
                english::date(year.ends())
            )
        },
    );
    format!(
        "Every year {authority} must review how well it governs itself: how it makes decisions, looks \
         after public money, manages risk and answers to the public for what it does. {period}"
    )
}

pub(crate) fn approved(body: &str, on: NaiveDate) -> String {
    format!("It was approved by {body} on {}.", english::date(on))
}

pub(crate) const fn meaning(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Substantial => "arrangements are sound and applied consistently.",
        AssuranceLevel::Reasonable => "arrangements are generally sound, with some matters to improve.",
        AssuranceLevel::Limited => "there are significant gaps or weaknesses.",
        AssuranceLevel::No => "arrangements do not exist or do not work, and action is needed at once.",
    }
}
