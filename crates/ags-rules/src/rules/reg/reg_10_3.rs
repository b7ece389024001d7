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
    requirement: "What was published stays available to the public for at least five years.",
    method: "The approved statement has an address of its own. Beside last year's statement, and within \
        five years of its publication: this year's does not stand at the address of the very same file. An \
        address that does not end in the name of a file may be a page that lists both.",
    rationale: "Who wants to know whether a promise was kept must be able to read the statement that made \
        it.",
    limitations: "Whether the address still works, and whether copies are kept for sale at a reasonable \
        sum.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 10(3)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/10")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    uses_prior_year: true,
    check: Check::Statement(check),
};

const AT: &str = "/sign_off/publication/as_approved/url";

/// How long what was published stays available, from the day of its publication.
const AVAILABLE: Months = Months::new(60);

/// How the address of a file ends, in small letters.
const FILES: [&str; 5] = [".pdf", ".docx", ".doc", ".odt", ".rtf"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(published) = context.as_approved() else {
        return Outcome::not_applicable("The approved statement is not published yet.");
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
                "This year's statement stands at {url}, the very file that was last year's, published on \
                    {}, which must stay available until {}.",
                english::date(last_year.on),
                english::date(until)
            ),
            "Publish each year's statement at an address of its own, and put last year's back.",
        ),
        _ => Outcome::Met,
    }
}

fn is_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url).to_lowercase();
    FILES.iter().any(|end| path.ends_with(end))
}
