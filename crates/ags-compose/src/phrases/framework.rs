//! The framework, the local code and who keeps them.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{FinancialYear, Framework, FrameworkEdition, When};

pub(crate) const HEADING: &str = "How we are governed";
pub(crate) const GOVERNANCE: &str = "Governance is the way an organisation sets its direction, makes its \
                                     decisions, keeps to the law and accounts for the results. The \
                                     governance framework is all of the rules, roles and ways of working \
                                     that serve this.";
pub(crate) const SEE_CODE: &str = "Read it here: ";
pub(crate) const PREPARED: &str = "These officers keep the code and prepare the review:";
pub(crate) const SHALL: &str = "The code says that the statement must:";
pub(crate) const ROLES: &str = "Who does what";
pub(crate) const NO_ROLES: &str = "The statement does not say who keeps the governance arrangements.";
pub(crate) const ROLES_CAPTION: &str = "Key roles in governance";
pub(crate) const ROLE: &str = "Role";
pub(crate) const PART: &str = "What it does for good governance";
pub(crate) const DEFINITIONS: &str = "Words used in the code";

pub(crate) fn dissolved(authority: &str, on: NaiveDate) -> String {
    format!("An order dissolves {authority} on {}.", english::date(on))
}

pub(crate) fn standard(authority: &str, framework: &Framework) -> String {
    format!(
        "{} measures itself against \"{}\", published by {}. It sets out {} principles, and the \
         next section takes them one by one.",
        english::capital(authority),
        framework.title,
        publisher(framework),
        english::number(framework.principles.len()),
    )
}

const fn publisher(framework: &Framework) -> &'static str {
    match framework.edition {
        FrameworkEdition::CipfaSolace2007 | FrameworkEdition::CipfaSolace2016 => {
            "the Chartered Institute of Public Finance and Accountancy (CIPFA) and the Society of Local \
             Authority Chief Executives and Senior Managers (SOLACE)"
        }
        _ => framework.publisher,
    }
}

pub(crate) fn other_standard(framework: &Framework) -> String {
    format!("The review itself was made against the edition of {}.", framework.published)
}

pub(crate) fn code(authority: &str, title: &str, dated: Option<When>) -> String {
    let dated = dated.map_or_else(String::new, |when| format!(" of {}", english::when(when)));
    format!("How {authority} meets them is set out in its own code, the \"{title}\"{dated}.")
}

pub(crate) fn lead_officer(lead: &str) -> String {
    format!("The {lead} answers for it.")
}

pub(crate) fn review_cycle(cycle: &str) -> String {
    format!("It is reviewed {cycle}.")
}

pub(crate) fn reviewed(when: When) -> String {
    format!("It was last reviewed {}.", english::at(when))
}

pub(crate) fn after_year_end(dated: When, year: FinancialYear) -> String {
    format!(
        "The code is dated after {}, when the financial year ended. What this statement says is in place \
         is therefore the position as at {}; not all of it need have been in place all year.",
        english::date(year.ends()),
        english::when(dated)
    )
}

pub(crate) fn approver(body: &str) -> String {
    format!("The body that approves the statement is the {body}.")
}

pub(crate) fn certifiers(offices: &str) -> String {
    format!("The statement is then certified by: {offices}.")
}

pub(crate) fn held_by(post: &str) -> String {
    format!("Held by: {post}")
}
