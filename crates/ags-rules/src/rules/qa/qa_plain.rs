//! QA-PLAIN: No summary for residents.

use governance_model::Text;

use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// QA-PLAIN.
pub const RULE: Rule = Rule {
    code: "QA-PLAIN",
    name: "no-summary-for-residents",
    title: "No summary for residents",
    requirement: "A summary tells residents in a few sentences what the statement comes to.",
    method: "The review has a summary, of no more than 250 words, which is our number. A person is asked \
        where the summary does not name the level of assurance, or where the statement reports a \
        significant issue and the summary speaks of none.",
    rationale: "Members praise a statement that is easy to read and short enough to quote. Most readers read \
        no further than its first page, so the conclusion and the issues belong there.",
    limitations: "Whether the words are plain, and whether the summary leaves out what matters most.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Barnsley Metropolitan Borough Council: the annual governance statement: easy to read",
            "https://barnsleymbc.moderngov.co.uk/mgAi.aspx?ID=55515",
        ),
        ags_law::QUALITY.at(
            "Surrey County Council: the annual governance statement: short enough to quote",
            "https://mycouncil.surreycc.gov.uk/ieIssueDetails.aspx?IId=26683&Opt=3&PlanId=0",
        ),
    ],
    scope: Scope::ALWAYS,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// The most words of a summary, inclusive. Ours: half a page.
const MOST_WORDS: usize = 250;

/// Words that speak of a significant issue.
const OF_ISSUES: [&str; 8] =
    ["issue", "issues", "weakness", "weaknesses", "concern", "concerns", "improve", "improvements"];

fn check(context: &StatementContext<'_>) -> Outcome {
    const AT: &str = "/review/summary";
    let review = &context.statement.review;
    let summary = review.summary.as_ref().map(|passage| &passage.text);
    let Some(summary) = summary.filter(|summary| !summary.is_blank()) else {
        return Outcome::not_met(
            AT,
            "The statement has no summary.",
            "Say in a few sentences what the review came to and which issues are significant.",
        );
    };
    let words = summary.split_whitespace().count();
    if words > MOST_WORDS {
        return Outcome::not_met(
            AT,
            format!("The summary has {words} words, which is more than {MOST_WORDS}."),
            "Keep the conclusion and the significant issues, and leave the rest to the statement.",
        );
    }
    let level = review.opinions.iter().find_map(|opinion| opinion.level);
    if let Some(level) = level.filter(|level| !holds(summary, &level.to_string())) {
        return Outcome::needs_review(
            AT,
            format!("The opinion is {level}: do these words of the summary tell the reader so?"),
        );
    }
    let told = |summary: &Text| prose::find_phrase(summary, &OF_ISSUES).is_some();
    let titled = review.issues.iter().any(|issue| holds(summary, &issue.title));
    if let Some(first) = review.issues.first().filter(|_| !told(summary) && !titled) {
        let question =
            format!("The statement reports {} ({}): does the summary speak of it?", first.title, first.id);
        return Outcome::needs_review(AT, question);
    }
    Outcome::Met
}

/// Whether a text holds the words of another, however they are written.
fn holds(text: &str, words: &str) -> bool {
    let words = prose::words_of(words).join(" ");
    prose::find_phrase(text, &[words.as_str()]).is_some()
}
