//! REL-NOLAN: Wrong principles of public life.

use governance_model::FrameworkEdition;

use crate::context::{StatementContext, Wording};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// REL-NOLAN.
pub const RULE: Rule = Rule {
    code: "REL-NOLAN",
    name: "wrong-principles-of-public-life",
    title: "Wrong principles of public life",
    requirement: "Where the Seven Principles of Public Life are listed, they are the seven.",
    method: "Words of the local code or the review that speak of Nolan or of public life and name four or \
        more of the seven principles name all seven, and none of those that the ten general principles of \
        2001 had beside them. Where nothing lists them, the rule does not apply.",
    rationale: "The seven are known by heart. A list of six, or one with stewardship in it, tells a reader \
        that the code was copied and not read.",
    limitations: "Lists that do not say whose principles they are, and lists of one principle a line.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::NOLAN.part("the seven principles"),
        ags_law::LOCALISM_2011
            .at("s. 28(1), in England", "https://www.legislation.gov.uk/ukpga/2011/20/section/28"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// The fewest of the seven that make a list of them. Ours.
const LEAST_NAMED: usize = 4;
/// Words by which a text says whose principles it lists.
const NAMES: [&str; 3] = ["nolan", "public life", "seven principles"];
/// What the Relevant Authorities (General Principles) Order 2001 had beside the seven.
const OTHERS: [&str; 4] =
    ["personal judgement", "respect for others", "duty to uphold the law", "stewardship"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let wordings = context.code_wordings().into_iter().chain(context.wordings());
    let lists: Vec<Wording<'_>> = wordings.filter(|one| is_list(one.words)).collect();
    if lists.is_empty() {
        return Outcome::not_applicable(
            "Nothing in the statement lists the Seven Principles of Public Life.",
        );
    }
    Outcome::of(lists.iter().flat_map(faults).collect())
}

/// The names of the seven, in lower case.
fn seven() -> Vec<String> {
    let principles = FrameworkEdition::Nolan.framework().principles.iter();
    principles.map(|principle| principle.title.to_lowercase()).collect()
}

fn names(words: &str, name: &str) -> bool {
    prose::find_phrase(words, &[name]).is_some()
}

fn is_list(words: &str) -> bool {
    // Few wordings speak of the principles at all; the seven are looked for in those alone.
    prose::find_phrase(words, &NAMES).is_some()
        && seven().iter().filter(|name| names(words, name)).count() >= LEAST_NAMED
}

fn faults(one: &Wording<'_>) -> Vec<Finding> {
    let absent: Vec<String> = seven().into_iter().filter(|name| !names(one.words, name)).collect();
    let absent = (!absent.is_empty()).then(|| {
        let says =
            format!("The list of the Seven Principles of Public Life leaves out {}.", english::list(&absent));
        one.finding(one.words, says, "Name all seven, or do not list them.")
    });
    let other = prose::find_phrase(one.words, &OTHERS).map(|other| {
        let says = format!(
            "The list of the Seven Principles of Public Life has {other} in it, which is none of them."
        );
        one.finding(one.words, says, "Take it out, or say that it is the authority's own.")
    });
    absent.into_iter().chain(other).collect()
}
