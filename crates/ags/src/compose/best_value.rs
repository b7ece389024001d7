//! The duty of best value.

use super::Body;
use super::prose::{heading, passage};
use crate::statement::Statement;
use crate::words::best_value as words;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let says = passage(statement.review.best_value.as_ref());
    if !says.is_empty() {
        body.push(heading(2, words::HEADING));
        body.extend(says);
    }
}
