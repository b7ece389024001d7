//! How far the authority conforms to professional codes and statements.

use std::collections::BTreeSet;

use ags_document::{Block, Cell};
use governance_model::{Conformance, Degree};

use super::composition::Composition;
use super::prose::{Body, cell, filled, some_line, sourced, stated};
use crate::phrases::conformance as phrases;

pub(super) fn compose(of: &Composition<'_>) -> Body {
    let rows = of.statement.review.conformances.iter().map(|one| row(of, one)).collect();
    let columns = [phrases::STANDARD, phrases::DEGREE, phrases::EXPLANATION];
    Block::table(phrases::CAPTION, columns, rows).into_iter().collect()
}

fn row(of: &Composition<'_>, conformance: &Conformance) -> [Cell; 3] {
    let (name, edition) = names(conformance);
    let mut standard = vec![sourced(name, &conformance.source)];
    let assessed = conformance.assessed.map(phrases::assessed);
    standard.extend([edition, assessed].into_iter().flatten().map(Block::plain));
    let mut explanation = stated(conformance.text.as_ref(), &conformance.source);
    let numbers = of.action_numbers();
    let actions: Vec<usize> = conformance.actions.iter().filter_map(|id| numbers.get(id).copied()).collect();
    explanation.extend(phrases::actions(&actions).map(Block::plain));
    if explanation.is_empty() && conformance.degree == Some(Degree::Full) {
        explanation.push(Block::plain(phrases::FULLY_COMPLIANT));
    }
    let degree = conformance.degree.map(|degree| phrases::degree(degree).to_owned());
    [standard, cell(degree), filled(explanation)]
}

/// The name of a standard, and its edition where that is another name or a year.
fn names(conformance: &Conformance) -> (String, Option<String>) {
    let name = phrases::standard(conformance.standard);
    match some_line(conformance.edition.as_ref()) {
        Some(own) if means(&own, name) => (own, None),
        Some(year) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            (name.into(), Some(phrases::edition(&year)))
        }
        edition => (name.into(), edition),
    }
}

/// Whether the authority's own name of a standard has all words of the usual one, or the most of them and no other.
fn means(own: &str, usual: &str) -> bool {
    let (own, usual) = (telling(own), telling(usual));
    usual.is_subset(&own) || (own.len() > 2 && own.is_subset(&usual))
}

/// The words that tell one standard from another, in lower case.
fn telling(name: &str) -> BTreeSet<String> {
    let words = name.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !COMMON.contains(&word.as_str())).collect()
}

/// Words that a name of a standard may have or leave out.
const COMMON: [&str; 11] = ["a", "and", "cipfa", "edition", "for", "in", "of", "on", "s", "the", "uk"];

#[cfg(test)]
mod tests {
    use governance_model::Standard;

    use super::*;

    fn printed(standard: Standard, edition: &str) -> (String, Option<String>) {
        let conformance = serde_json::json!({ "standard": standard, "edition": edition });
        names(&serde_json::from_value(conformance).unwrap())
    }

    #[test]
    fn an_edition_that_is_a_year_says_so() {
        let (name, edition) = printed(Standard::FinancialManagementCode, "2019");
        assert_eq!((name.as_str(), edition.as_deref()), ("Financial Management Code", Some("2019 edition")));
        let (_, edition) = printed(Standard::FinancialManagementCode, "October 2019");
        assert_eq!(edition.as_deref(), Some("October 2019"));
        assert_eq!(printed(Standard::FinancialManagementCode, " ").1, None);
    }

    #[test]
    fn one_standard_under_two_names_is_printed_once_in_the_authoritys_own_words() {
        for (standard, own) in [
            (Standard::InternalAuditStandards, "Public Sector Internal Audit Standards"),
            (Standard::InternalAuditStandards, "Global Internal Audit Standards in the UK Public Sector"),
            (Standard::FinancialManagementCode, "CIPFA\u{2019}s Financial Management Code 2019"),
            (
                Standard::RoleOfChiefFinancialOfficer,
                "CIPFA Statement on the Role of the Chief Financial Officer",
            ),
        ] {
            assert_eq!(printed(standard, own), (own.to_owned(), None));
        }
        for (standard, other) in [
            (Standard::InternalAuditStandards, "Government Internal Audit Standards"),
            (Standard::AuditCommittees, "Practical Guidance for Local Authorities"),
            (Standard::FinancialManagementCode, "Code"),
        ] {
            assert_eq!(printed(standard, other), (phrases::standard(standard).into(), Some(other.into())));
        }
    }
}
