//! REG-10-3: Earlier statement overwritten.

use chrono::Months;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// REG-10-3.
pub const RULE: Rule = Rule {
    code: "REG-10-3",
    name: "earlier-statement-overwritten",
    title: "Earlier statement overwritten",
    requirement: "Published statements remain available to the public for at least five years.",
    method: "The approved statement has its own address. Where last year's statement is available and was \
        published less than five years ago, this year's is not at the address of the same file. An address \
        that does not end in the name of a file may be a page that lists both.",
    rationale: "Readers who want to know whether last year's commitments were met need last year's \
        statement.",
    limitations: "Whether the address still works, and whether copies are available for a reasonable sum.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 10(3)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/10")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

const AT: &str = "/sign_off/publication/as_approved/url";

/// How long what was published stays available, from the day of its publication.
const AVAILABLE: Months = Months::new(60);

/// How the address of a file ends, in small letters.
const FILES: [&str; 5] = [".pdf", ".docx", ".doc", ".odt", ".rtf"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(published) = context.as_approved() else {
        return Outcome::not_applicable("The approved statement has not been published yet.");
    };
    let Some(url) = &published.url else {
        return Outcome::indeterminate(AT, "Give the address on the authority's website.");
    };
    let last_year = context.prior.and_then(|prior| prior.sign_off.publication.as_approved.as_ref());
    let Some(last_year) = last_year.filter(|last| last.url.as_ref() == Some(url) && is_file(url.as_str()))
    else {
        return Outcome::Met;
    };
    let until = last_year.on.checked_add_months(AVAILABLE);
    match until {
        Some(until) if published.on < until => Outcome::not_met(
            AT,
            format!(
                "This year's statement is at {url}, the same file as last year's, published on {}, which \
                    must remain available until {}.",
                english::date(last_year.on),
                english::date(until)
            ),
            "Publish each year's statement at its own address, and restore last year's.",
        ),
        _ => Outcome::Met,
    }
}

fn is_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url).to_lowercase();
    FILES.iter().any(|end| path.ends_with(end))
}
