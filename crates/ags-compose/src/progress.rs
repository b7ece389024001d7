//! What became of the significant issues and the actions of the last statement.

use ags_document::{Block, Cell};
use governance_model::{FinancialYear, PriorAction, PriorIssue};

use super::composition::Composition;
use super::prose::{Body, cell, filled, line, lines, sourced, stated};
use crate::phrases::progress as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let review = &of.statement.review;
    let before = before(of);
    let mut section = Body::new();
    match review.prior_issues.as_deref() {
        None => section.extend(of.prompt(&phrases::missing(before))),
        Some([]) => section.push(Block::plain(phrases::none(before))),
        Some(issues) => {
            let rows = issues.iter().map(|issue| row(of, issue)).collect();
            let columns = [phrases::ISSUE, phrases::OUTCOME, phrases::PROGRESS];
            section.extend(Block::table(&phrases::issues(before), columns, rows));
        }
    }
    let actions = review.prior_actions.iter().flatten().map(|action| action_row(of, action)).collect();
    let columns = [phrases::ACTION, phrases::OWNER, phrases::OUTCOME, phrases::PROGRESS];
    section.extend(Block::table(&phrases::actions(before), columns, actions));
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::heading(before)));
        body.append(&mut section);
    }
}

/// The year before those that the statement is for.
fn before(of: &Composition<'_>) -> Option<FinancialYear> {
    of.years().first()?.previous().ok()
}

fn row(of: &Composition<'_>, issue: &PriorIssue) -> [Cell; 3] {
    let title = line(&issue.title);
    let title = if title.is_empty() { issue.id.to_string() } else { title };
    let mut what = vec![sourced(title, &issue.source)];
    let earlier = issue.year.filter(|year| before(of) != Some(*year));
    what.extend(earlier.map(|year| Block::plain(phrases::reported(year))));
    let mut how = stated(issue.text.as_ref(), &issue.source);
    let carried = issue.carried_to.as_ref().and_then(|id| of.issue_numbers().get(id).copied());
    how.extend(carried.map(|number| Block::plain(phrases::carried_to_issue(number))));
    [what, outcome(of, issue.outcome.map(phrases::outcome)), filled(how)]
}

fn action_row(of: &Composition<'_>, action: &PriorAction) -> [Cell; 4] {
    let text = line(&action.text);
    let what = vec![sourced(if text.is_empty() { action.id.to_string() } else { text }, &action.source)];
    let owners = lines(&action.owners);
    let owners = (!owners.is_empty()).then(|| owners.join("; "));
    let mut how = stated(action.progress.as_ref(), &action.source);
    let carried = action.carried_to.as_ref().and_then(|id| of.action_numbers().get(id).copied());
    how.extend(carried.map(|number| Block::plain(phrases::carried_to_action(number))));
    [what, cell(owners), outcome(of, action.outcome.map(phrases::action_outcome)), filled(how)]
}

fn outcome(of: &Composition<'_>, outcome: Option<&str>) -> Cell {
    match outcome {
        Some(outcome) => cell(Some(outcome.into())),
        None => of.prompt(phrases::OUTCOME_MISSING).map_or_else(|| cell(None), |prompt| vec![prompt]),
    }
}
