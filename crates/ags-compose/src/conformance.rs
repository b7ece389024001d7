//! How far the authority conforms to professional codes and statements.

use governance_model::{Conformance, Degree};

use super::prose::{Body, cell, declared, filled, heading, some_line, sourced, table};
use crate::phrases::conformance as phrases;
use ags_document::{Block, Cell};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let rows: Vec<_> = statement.review.conformances.iter().map(row).collect();
    let columns = [phrases::STANDARD, phrases::DEGREE, phrases::EXPLANATION];
    if let Some(table) = table(phrases::CAPTION, columns, rows) {
        body.extend([heading(2, phrases::HEADING), table]);
    }
}

fn row(conformance: &Conformance) -> [Cell; 3] {
    let mut standard = vec![sourced(phrases::standard(conformance.standard), &conformance.source)];
    let edition = some_line(conformance.edition.as_ref()).map(|edition| phrases::edition(&edition));
    let assessed = conformance.assessed.map(phrases::assessed);
    standard.extend([edition, assessed].into_iter().flatten().map(Block::plain));
    let mut explanation = declared(conformance.text.as_ref());
    if !conformance.actions.is_empty() {
        explanation.push(Block::plain(phrases::ACTIONS));
    }
    if explanation.is_empty() && conformance.degree == Some(Degree::Full) {
        explanation.push(Block::plain(phrases::NOTHING_TO_EXPLAIN));
    }
    [standard, cell(Some(phrases::degree(conformance.degree).into())), filled(explanation)]
}
