//! The duty of best value.

use super::prose::{self, Body, heading};
use crate::phrases::best_value as phrases;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let passage = prose::passage(statement.review.best_value.as_ref());
    if !passage.is_empty() {
        body.push(heading(2, phrases::HEADING));
        body.extend(passage);
    }
}
