//! The duty of best value.

use super::prose::{Body, heading, passage};
use crate::phrases::best_value as phrases;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let says = passage(statement.review.best_value.as_ref());
    if !says.is_empty() {
        body.push(heading(2, phrases::HEADING));
        body.extend(says);
    }
}
