//! How far the authority does as the profession's codes and statements ask.

use governance_model::{Conformance, Degree};

use super::Body;
use super::prose::{cell, declared, filled, heading, some_line, table, told};
use crate::document::{Block, Cell};
use crate::statement::Statement;
use crate::words::conformance as words;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let rows: Vec<_> = statement.review.conformances.iter().map(row).collect();
    let columns = [words::STANDARD, words::DEGREE, words::SAYS];
    if let Some(table) = table(words::CAPTION, columns, rows) {
        body.extend([heading(2, words::HEADING), table]);
    }
}

fn row(conformance: &Conformance) -> [Cell; 3] {
    let mut standard = vec![told(words::standard(conformance.with), &conformance.from)];
    let edition = some_line(conformance.edition.as_ref()).map(|edition| words::edition(&edition));
    let assessed = conformance.assessed.map(words::assessed);
    standard.extend([edition, assessed].into_iter().flatten().map(Block::plain));
    let mut says = declared(conformance.says.as_ref());
    if !conformance.actions.is_empty() {
        says.push(Block::plain(words::ACTIONS));
    }
    if says.is_empty() && conformance.degree == Some(Degree::Full) {
        says.push(Block::plain(words::NOTHING_TO_EXPLAIN));
    }
    [standard, cell(Some(words::degree(conformance.degree).into())), filled(says)]
}
