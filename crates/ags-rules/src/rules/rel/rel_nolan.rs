//! REL-NOLAN: Incorrect list of the Seven Principles of Public Life.

use governance_model::FrameworkEdition;

use crate::context::{StatementContext, Wording};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// REL-NOLAN.
pub const RULE: Rule = Rule {
    code: "REL-NOLAN",
    name: "incorrect-list-of-the-seven-principles-of-public-life",
    title: "Incorrect list of the Seven Principles of Public Life",
    requirement: "Where the Seven Principles of Public Life are listed, the list is correct.",
    method: "A text of the local code or the review that mentions Nolan or public life and names four or \
        more of the seven principles names all seven, and none of the others in the ten general principles \
        of 2001. Where no text lists them, the rule does not apply.",
    rationale: "The seven principles are well known. An incorrect list suggests that the text was copied \
        from an older document.",
    limitations: "Lists that do not say whose principles they are, and lists with one principle a line.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::NOLAN.part("the seven principles"),
        ags_law::LOCALISM_2011
            .at("s. 28(1), in England", "https://www.legislation.gov.uk/ukpga/2011/20/section/28"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
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
        return Outcome::not_applicable("The statement does not list the Seven Principles of Public Life.");
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
            format!("The list of the Seven Principles of Public Life omits {}.", english::list(&absent));
        one.finding(one.words, says, "List all seven principles, or none.")
    });
    let other = prose::find_phrase(one.words, &OTHERS).map(|other| {
        let says = format!(
            "The list of the Seven Principles of Public Life includes {other}, which is not one of them."
        );
        let fix = format!("Remove {other} from the list, or say that it is the authority's own principle.");
        one.finding(one.words, says, fix)
    });
    absent.into_iter().chain(other).collect()
}
