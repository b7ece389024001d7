//! How far the authority conforms to professional codes and statements.

use ags_document::{Block, Cell};
use governance_model::{Conformance, Degree};

use super::composition::Composition;
use super::prose::{Body, cell, filled, some_line, sourced, stated, table};
use crate::phrases::conformance as phrases;

pub(super) fn compose(of: &Composition<'_>) -> Body {
    let rows = of.statement.review.conformances.iter().map(|one| row(of, one)).collect();
    let columns = [phrases::STANDARD, phrases::DEGREE, phrases::EXPLANATION];
    table(phrases::CAPTION, columns, rows).into_iter().collect()
}

fn row(of: &Composition<'_>, conformance: &Conformance) -> [Cell; 3] {
    let edition = some_line(conformance.edition.as_ref());
    let name = phrases::named(conformance.standard, edition.as_deref());
    let standard = vec![sourced(name, &conformance.source)];
    let mut explanation = stated(conformance.text.as_ref(), &conformance.source);
    let numbers = of.action_numbers();
    let actions: Vec<usize> = conformance.actions.iter().filter_map(|id| numbers.get(id).copied()).collect();
    explanation.extend(phrases::actions(&actions).map(Block::plain));
    if explanation.is_empty() && conformance.degree == Some(Degree::Full) {
        explanation.push(Block::plain(phrases::FULLY_COMPLIANT));
    }
    explanation.extend(conformance.assessed.map(phrases::assessed).map(Block::plain));
    let degree = conformance.degree.map(|degree| phrases::degree(degree).to_owned());
    [standard, cell(degree), filled(explanation)]
}
