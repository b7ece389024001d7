//! The coverage matrix: every duty of every instrument once, and what covers it.
//!
//! The duties are in `law/duties.toml`.

use std::sync::LazyLock;

use governance_model::{Category, Nation};
use serde::Deserialize;

use crate::deadline::SourceStatus;
use crate::embedded::LawFile;
use crate::scope::Scope;

/// One duty, and what covers it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Duty {
    /// Its identifier in the matrix, as in `aar-2015-6-2-b`.
    pub id: String,
    /// The instrument, by the name it has in [`INSTRUMENTS`](crate::INSTRUMENTS).
    pub instrument: String,
    /// The provision of it, as in "reg. 6(2)(b)".
    pub provision: String,
    /// What it requires, in our words, as one sentence.
    pub requirement: String,
    /// The calendar year in which the first financial year it binds begins.
    pub from: i32,
    /// The calendar year in which the last one begins, inclusive; none while it still binds.
    pub until: Option<i32>,
    /// The nations.
    pub nations: Vec<Nation>,
    /// The categories of authority; all where the list is empty.
    pub categories: Vec<Category>,
    /// Where it can be read; none where it is not published freely.
    pub url: Option<String>,
    /// Whether it was verified in its source.
    pub source_status: SourceStatus,
    /// What covers it.
    pub owner: DutyOwner,
}

/// What covers a duty: what finds a breach, or who has to.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub enum DutyOwner {
    /// Rules, by their codes; at least one.
    #[serde(rename = "rule")]
    Rules(Vec<String>),
    /// A type that cannot represent a breach: which, and how, as in "FinancialYear: ...".
    #[serde(rename = "type")]
    Type(String),
    /// Only a person can decide: who, and why, as in "Responsible financial officer: ...".
    #[serde(rename = "person")]
    Person(String),
    /// Not covered yet: why.
    #[serde(rename = "not_yet")]
    NotYet(String),
}

/// Every duty, in the order of the matrix: the regulations of each nation, Acts, proper practices, good practice.
///
/// ```
/// use ags_law::{DutyOwner, duties};
/// let approve = duties().iter().find(|duty| duty.id == "aar-2015-6-2-b").expect("a duty");
/// assert_eq!(approve.owner, DutyOwner::Rules(vec!["REG-6-2-B".into(), "REG-AMEND".into()]));
/// ```
#[must_use]
pub fn duties() -> &'static [Duty] {
    &DUTIES
}

static DUTIES: LazyLock<Vec<Duty>> = LazyLock::new(|| Matrix::load().duties());

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Matrix {
    instrument: Vec<Chapter>,
}

impl LawFile for Matrix {
    const NAME: &str = "duties.toml";
    const TEXT: &str = include_str!("../law/duties.toml");
}

/// The duties of one instrument, with what they have in common; a duty may differ from it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chapter {
    name: String,
    #[serde(default = "always")]
    from: i32,
    until: Option<i32>,
    nations: Vec<Nation>,
    #[serde(default)]
    categories: Vec<Category>,
    url: Option<String>,
    status: SourceStatus,
    duty: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    provision: String,
    requirement: String,
    from: Option<i32>,
    until: Option<i32>,
    categories: Option<Vec<Category>>,
    url: Option<String>,
    status: Option<SourceStatus>,
    owner: DutyOwner,
}

const fn always() -> i32 {
    Scope::ALWAYS.from
}

impl Matrix {
    fn duties(self) -> Vec<Duty> {
        self.instrument.into_iter().flat_map(Chapter::duties).collect()
    }
}

impl Chapter {
    fn duties(mut self) -> Vec<Duty> {
        let entries = std::mem::take(&mut self.duty);
        entries.into_iter().map(|entry| self.duty(entry)).collect()
    }

    fn duty(&self, entry: Entry) -> Duty {
        Duty {
            id: entry.id,
            instrument: self.name.clone(),
            provision: entry.provision,
            requirement: entry.requirement,
            from: entry.from.unwrap_or(self.from),
            until: entry.until.or(self.until),
            nations: self.nations.clone(),
            categories: entry.categories.unwrap_or_else(|| self.categories.clone()),
            url: entry.url.or_else(|| self.url.clone()),
            source_status: entry.status.unwrap_or(self.status),
            owner: entry.owner,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DutyOwner, duties};
    use crate::INSTRUMENTS;

    #[test]
    fn the_matrix_has_every_instrument_that_the_library_cites_once() {
        let known: BTreeSet<&str> = INSTRUMENTS.iter().map(|instrument| instrument.name).collect();
        let mut chapters: Vec<&str> = duties().iter().map(|duty| duty.instrument.as_str()).collect();
        chapters.dedup();
        let chapters_once: BTreeSet<&str> = chapters.iter().copied().collect();
        assert_eq!(chapters.len(), chapters_once.len(), "an instrument is listed twice");
        assert_eq!(chapters_once, known);
    }

    #[test]
    fn every_duty_has_its_own_identifier_a_sentence_and_years_in_order() {
        let ids: BTreeSet<&str> = duties().iter().map(|duty| duty.id.as_str()).collect();
        assert_eq!(ids.len(), duties().len());
        for duty in duties() {
            let begins = duty.requirement.starts_with(|first: char| first.is_ascii_uppercase());
            assert!(
                begins && duty.requirement.ends_with('.') && !duty.requirement.contains("  "),
                "{}",
                duty.requirement
            );
            assert_eq!(duty.requirement.matches(". ").count(), 0, "one sentence: {}", duty.requirement);
            assert!(duty.until.is_none_or(|until| duty.from <= until), "{}", duty.id);
            assert!(!duty.provision.is_empty() && !duty.nations.is_empty(), "{}", duty.id);
            assert!(duty.url.as_ref().is_none_or(|url| url.starts_with("https://www.")), "{}", duty.id);
        }
    }

    #[test]
    fn what_no_rule_covers_says_who_or_what_and_why() {
        for duty in duties() {
            match &duty.owner {
                DutyOwner::Rules(codes) => assert!(!codes.is_empty(), "{}", duty.id),
                DutyOwner::Type(words) | DutyOwner::Person(words) => {
                    let (who, why) = words.split_once(": ").unwrap_or_default();
                    assert!(!who.is_empty() && why.ends_with('.'), "{}: {words}", duty.id);
                }
                DutyOwner::NotYet(why) => assert!(why.ends_with('.'), "{}: {why}", duty.id),
            }
        }
    }
}
