//! Last year's significant issues and what became of them.

use std::collections::BTreeMap;

use governance_model::{IssueId, PriorIssue};

use super::Body;
use super::prose::{declared, filled, heading, line, some_line, table, told};
use crate::document::{Block, Cell};
use crate::statement::Statement;
use crate::words::{self as say, prior_issues as words};

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, words::HEADING));
    let year = statement.year();
    match statement.review.prior_issues.as_deref() {
        None => body.push(Block::plain(words::NOT_STATED)),
        Some([]) => body.push(Block::plain(words::none(year))),
        Some(issues) => {
            let now = statement.review.issues.iter();
            let now = now.filter_map(|issue| Some((&issue.id, some_line(Some(&issue.title))?))).collect();
            body.push(Block::plain(words::introduction(issues.len(), year)));
            let rows = issues.iter().map(|issue| row(issue, &now)).collect();
            let columns = [words::ISSUE, words::OUTCOME, words::HOW];
            body.extend(table(words::CAPTION, columns, rows));
        }
    }
}

fn row(issue: &PriorIssue, now: &BTreeMap<&IssueId, String>) -> [Cell; 3] {
    let title = line(&issue.title);
    let mut what = vec![told(if title.is_empty() { say::NOT_STATED.into() } else { title }, &issue.from)];
    what.extend(issue.year.map(|year| Block::plain(words::reported(year))));
    let mut how = declared(issue.says.as_ref());
    let carried = issue.carried_to.as_ref().and_then(|id| now.get(id));
    how.extend(carried.map(|title| Block::plain(words::carried_to(title))));
    [what, vec![Block::plain(words::outcome(issue.outcome))], filled(how)]
}
