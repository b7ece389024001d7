//! Last year's significant issues and what became of them.

use ags_statement::english;
use std::collections::BTreeMap;

use governance_model::{IssueId, PriorIssue};

use super::prose::{Body, declared, filled, heading, line, some_line, sourced, table};
use crate::phrases::prior_issues as phrases;
use ags_document::{Block, Cell};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    let year = statement.year();
    match statement.review.prior_issues.as_deref() {
        None => body.push(Block::plain(phrases::NOT_STATED)),
        Some([]) => body.push(Block::plain(phrases::none(year))),
        Some(issues) => {
            let now = statement.review.issues.iter();
            let now = now.filter_map(|issue| Some((&issue.id, some_line(Some(&issue.title))?))).collect();
            body.push(Block::plain(phrases::introduction(issues.len(), year)));
            let rows = issues.iter().map(|issue| row(issue, &now)).collect();
            let columns = [phrases::ISSUE, phrases::OUTCOME, phrases::HOW];
            body.extend(table(phrases::CAPTION, columns, rows));
        }
    }
}

fn row(issue: &PriorIssue, now: &BTreeMap<&IssueId, String>) -> [Cell; 3] {
    let title = line(&issue.title);
    let mut what =
        vec![sourced(if title.is_empty() { english::NOT_STATED.into() } else { title }, &issue.source)];
    what.extend(issue.year.map(|year| Block::plain(phrases::reported(year))));
    let mut how = declared(issue.text.as_ref());
    let carried = issue.carried_to.as_ref().and_then(|id| now.get(id));
    how.extend(carried.map(|title| Block::plain(phrases::carried_to(title))));
    [what, vec![Block::plain(phrases::outcome(issue.outcome))], filled(how)]
}
