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
    requirement: "The statement has a summary for residents of a few sentences.",
    method: "The review has a summary of no more than 250 words; we chose the number. A question is asked \
        where the summary does not name the level of assurance, or where the statement reports a \
        significant issue that the summary does not mention.",
    rationale: "Members praise a statement that is easy to read and short enough to quote. Most readers \
        read only the first page, so the conclusion and the issues belong there.",
    limitations: "Whether the text is plain, and whether the summary omits something important.",
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
            "Add a summary of a few sentences with the conclusion and the significant issues.",
        );
    };
    let words = summary.split_whitespace().count();
    if words > MOST_WORDS {
        return Outcome::not_met(
            AT,
            format!("The summary has {words} words, which is more than {MOST_WORDS}."),
            "Keep the conclusion and the significant issues, and shorten the rest.",
        );
    }
    let level = review.opinions.iter().find_map(|opinion| opinion.level);
    if let Some(level) = level.filter(|level| !holds(summary, &level.to_string())) {
        return Outcome::needs_review(AT, format!("The opinion is {level}. Does the summary say so?"));
    }
    let told = |summary: &Text| prose::find_phrase(summary, &OF_ISSUES).is_some();
    let titled = review.issues.iter().any(|issue| holds(summary, &issue.title));
    if let Some(first) = review.issues.first().filter(|_| !told(summary) && !titled) {
        let question =
            format!("The statement reports {} ({}). Does the summary mention it?", first.title, first.id);
        return Outcome::needs_review(AT, question);
    }
    Outcome::Met
}

/// Whether a text holds the words of another, however they are written.
fn holds(text: &str, words: &str) -> bool {
    let words = prose::words_of(words).join(" ");
    prose::find_phrase(text, &[words.as_str()]).is_some()
}
