//! QA-COPY: Text repeated from last year.

use crate::prose;
use std::collections::BTreeSet;

use super::prior_statement::last_year;
use crate::context::{StatementContext, WordingKind};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// QA-COPY.
pub const RULE: Rule = Rule {
    code: "QA-COPY",
    name: "text-repeated-from-last-year",
    title: "Text repeated from last year",
    requirement: "The statement is written for its year and not copied from last year's.",
    method: "No more than 80 per cent of the sentences of the review and of the local code's arrangements \
        are word for word in last year's statement. Titles, and sentences of fewer than four words, are \
        not counted, and a repeated sentence counts once. We chose both numbers.",
    rationale: "CIPFA's review of the statements for 2016/17 says that statements should differ because \
        authorities do. A statement with little new text is unlikely to reflect the year.",
    limitations: "A sentence in which only a year or a figure was changed, and text that is rightly \
        unchanged.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.at(
        "CIPFA, Delivering good governance in local government: annual governance statements: \
         statements should differ, since authorities do",
        "https://cms.cipfa.org/cipfa-thinks/articles/\
         delivering-good-governance-in-local-government,-c,-annual-governance-statements",
    )],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// The most sentences in a hundred that may stand in last year's statement too, inclusive. Ours.
const MOST_IN_100: usize = 80;

/// The fewest words of a sentence that is counted. Ours: fewer are a label.
const LEAST_WORDS: usize = 4;

fn check(context: &StatementContext<'_>) -> Outcome {
    let prior = match last_year(context) {
        Ok(prior) => prior,
        Err(answer) => return answer,
    };
    let (ours, theirs) =
        (said(context), said(&StatementContext { statement: prior, prior: None, ..*context }));
    if ours.is_empty() {
        return Outcome::not_applicable("The statement has no sentences to compare.");
    }
    let again = ours.intersection(&theirs).count();
    if again * 100 <= MOST_IN_100 * ours.len() {
        return Outcome::Met;
    }
    Outcome::not_met(
        "/review",
        format!(
            "Of {} sentences, {again} are word for word in last year's statement, which is more than \
                {MOST_IN_100} per cent.",
            ours.len()
        ),
        "Report how each arrangement worked this year, and leave out what does not change.",
    )
}

/// Every sentence that is counted, in lower case and without punctuation.
fn said(context: &StatementContext<'_>) -> BTreeSet<String> {
    let all = context.wordings().into_iter().chain(context.code_wordings());
    let told = all.filter(|wording| wording.part != WordingKind::Title);
    told.flat_map(|wording| prose::sentences(wording.words))
        .map(prose::words_of)
        .filter(|words| words.len() >= LEAST_WORDS)
        .map(|words| words.join(" "))
        .collect()
}
