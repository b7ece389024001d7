//! The governance framework.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::{Framework, FrameworkEdition, When};

use super::sign_off::{all, body as the};

pub(crate) const HEADING: &str = "Our governance framework";
pub(crate) const SEE_CODE: &str = "Read the ";
pub(crate) const ROLES: &str = "Roles and responsibilities";
pub(crate) const ROLES_MISSING: &str = "who is responsible for governance";
pub(crate) const ROLES_CAPTION: &str = "Key roles in governance";
pub(crate) const ROLE: &str = "Role";
pub(crate) const PART: &str = "Responsibilities";

pub(crate) fn dissolved(authority: &str, on: NaiveDate, past: bool) -> String {
    let is = if past { "was" } else { "will be" };
    format!("{} {is} dissolved by order on {}.", english::capital(authority), english::date(on))
}

pub(crate) fn standard(authority: &str, framework: &Framework) -> String {
    let (by, year) = (publisher(framework), in_year(framework));
    if framework.edition == FrameworkEdition::Nolan {
        return format!(
            "{authority} follows the Seven Principles of Public Life (the Nolan principles). {by} published \
             them{year}."
        );
    }
    let title = framework.title;
    format!(
        "{authority} follows the {} principles of \u{201c}{title}\u{201d}. {by} published it{year}.",
        english::number(framework.principles.len())
    )
}

/// When a framework was published, unless its title says so.
fn in_year(framework: &Framework) -> String {
    let year = framework.published.to_string();
    if framework.title.contains(&year) { String::new() } else { format!(" in {year}") }
}

const fn publisher(framework: &Framework) -> &'static str {
    match framework.edition {
        FrameworkEdition::CipfaSolace2007 | FrameworkEdition::CipfaSolace2016 => {
            "The Chartered Institute of Public Finance and Accountancy (CIPFA) and the Society of Local \
             Authority Chief Executives and Senior Managers (SOLACE)"
        }
        FrameworkEdition::Nolan => "The Committee on Standards in Public Life",
        _ => framework.publisher,
    }
}

pub(crate) fn other_standard(framework: &Framework) -> String {
    let (publisher, year) = (publisher(framework), in_year(framework));
    format!(
        "The annual review was carried out against \u{201c}{}\u{201d}, which {} published{year}.",
        framework.title,
        english::uncapitalised(publisher)
    )
}

pub(crate) fn code(authority: &str, title: &str, dated: Option<When>) -> String {
    let dated = dated.map_or_else(String::new, |when| format!(" of {}", english::when(when)));
    format!(
        "Our code of governance, the \u{201c}{title}\u{201d}{dated}, sets out how {authority} applies them."
    )
}

pub(crate) fn lead_officer(lead: &str) -> String {
    format!("{} is responsible for it.", english::capital(&the(lead)))
}

pub(crate) fn review_cycle(cycle: &str) -> String {
    format!("It is reviewed {cycle}.")
}

pub(crate) fn reviewed(when: When) -> String {
    format!("It was last reviewed {}.", english::at(when))
}

pub(crate) fn prepared(offices: &[String]) -> String {
    format!("The annual review and this statement are prepared by {}.", all(offices))
}

pub(crate) fn approver(body: &str) -> String {
    format!("{} approves the statement.", english::capital(&the(body)))
}

pub(crate) fn signatories(offices: &[String]) -> String {
    format!("This statement is signed by {}.", all(offices))
}

pub(crate) fn held_by(title: &str, post: &str) -> String {
    format!("{title} ({post})")
}
