//! Words and phrases by their function in a local code, from the lists under `phrases/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use governance_model::{
    ActionStatus, AssuranceKind, Direction, EvidenceBasis, EvidenceKind, RoleKind, State,
};
use serde::Deserialize;

use crate::normalise::{bare, plain};

/// A set of words, written as one text with spaces between them.
#[derive(Deserialize)]
#[serde(from = "String")]
struct WordSet(BTreeSet<String>);

impl From<String> for WordSet {
    fn from(list: String) -> Self {
        Self(list.split_whitespace().map(str::to_owned).collect())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct English {
    goes_on: WordSet,
    short: WordSet,
    opens: WordSet,
    ends: WordSet,
    may_end: WordSet,
    never_opens: WordSet,
    adjective_endings: WordSet,
    nouns: WordSet,
    carries_on: WordSet,
    refers_back: WordSet,
    score_improved: Vec<String>,
    score_lowered: Vec<String>,
    completed: Vec<String>,
    delayed: Vec<String>,
    under_way: Vec<String>,
    not_started: Vec<String>,
    in_development: Vec<String>,
    planned: Vec<String>,
}

#[allow(clippy::expect_used, reason = "an embedded list, which a test reads")]
static ENGLISH: LazyLock<English> =
    LazyLock::new(|| toml::from_str(include_str!("../phrases/english.toml")).expect("a valid list"));

pub(crate) fn goes_on(word: &str) -> bool {
    ENGLISH.goes_on.0.contains(&bare(word))
}

pub(crate) fn opens(word: &str) -> bool {
    ENGLISH.opens.0.contains(&bare(word))
}

pub(crate) fn never_opens(word: &str) -> bool {
    ENGLISH.never_opens.0.contains(&bare(word))
}

/// Whether a capitalised noun ends the name of an item.
pub(crate) fn ends(word: &str) -> bool {
    ENGLISH.ends.0.contains(&bare(word))
}

/// Whether a capitalised noun may end the name of an item: a plural, or one of a list.
pub(crate) fn may_end(word: &str) -> bool {
    let bare = bare(word);
    let plural = bare.len() > 4 && bare.ends_with('s') && !bare.ends_with("ss") && !bare.ends_with("'s");
    plural || ENGLISH.may_end.0.contains(&bare)
}

pub(crate) fn is_adjective(word: &str) -> bool {
    let bare = bare(word);
    bare.len() > 4
        && !ENGLISH.nouns.0.contains(&bare)
        && ENGLISH.adjective_endings.0.iter().any(|ending| bare.ends_with(ending.as_str()))
}

pub(crate) fn carries_on(word: &str) -> bool {
    ENGLISH.carries_on.0.contains(&bare(word))
}

pub(crate) fn refers_back(word: &str) -> bool {
    ENGLISH.refers_back.0.contains(word)
}

/// Whether a word of one or two letters in mixed case is a fragment, not an English word.
pub(crate) fn is_stray(word: &str) -> bool {
    let bare = word.trim_matches(|one: char| !one.is_alphanumeric());
    let letters = bare.chars().count();
    let alphabetic = bare.chars().all(char::is_alphabetic);
    let acronym = letters == 2 && bare.chars().all(char::is_uppercase);
    let capital_alone = letters == 1 && bare != "A" && bare != "a";
    let piece = letters == 2 && !acronym && !ENGLISH.short.0.contains(&bare.to_lowercase());
    alphabetic
        && (capital_alone || piece)
        && !bare.is_empty()
        && !word.contains(['\'', '\u{2019}', '.', '/', '&'])
}

fn contains_any_phrase(words: &str, list: &[String]) -> bool {
    list.iter().any(|one| words.contains(one.as_str()))
}

/// How a score changed, by the words next to it.
pub(crate) fn direction(says: &str) -> Option<Direction> {
    let says = says.to_lowercase();
    if contains_any_phrase(&says, &ENGLISH.score_improved) {
        return Some(Direction::Improved);
    }
    contains_any_phrase(&says, &ENGLISH.score_lowered).then_some(Direction::Lowered)
}

/// The status of an action, by the words on its progress or in its status cell.
pub(crate) fn status(says: &str) -> ActionStatus {
    let says = says.trim().trim_end_matches('.').to_lowercase();
    if ENGLISH.completed.contains(&says) {
        return ActionStatus::Completed;
    }
    if contains_any_phrase(&says, &ENGLISH.delayed) {
        return ActionStatus::Delayed;
    }
    if ENGLISH.not_started.contains(&says) {
        return ActionStatus::NotStarted;
    }
    if ENGLISH.under_way.contains(&says) {
        return ActionStatus::Open;
    }
    ActionStatus::NotStated
}

/// Whether evidence is in place yet, by its own words.
pub(crate) fn state(says: &str) -> State {
    let says = says.to_lowercase();
    if contains_any_phrase(&says, &ENGLISH.in_development) {
        return State::InDevelopment;
    }
    if contains_any_phrase(&says, &ENGLISH.planned) { State::Planned } else { State::InPlace }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Offices {
    role: Vec<Office<RoleKind>>,
    assurance: Vec<Office<AssuranceKind>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office<K> {
    kind: K,
    words: Vec<String>,
}

#[allow(clippy::expect_used, reason = "an embedded list, which a test reads")]
static OFFICES: LazyLock<Offices> =
    LazyLock::new(|| toml::from_str(include_str!("../phrases/offices.toml")).expect("a valid list"));

fn office<K: Copy>(list: &[Office<K>], name: &str) -> Option<K> {
    let name = name.to_lowercase().replace('\u{2019}', "'");
    list.iter().find(|office| contains_any_phrase(&name, &office.words)).map(|office| office.kind)
}

/// The kind of a role, by its name.
pub(crate) fn role(name: &str) -> RoleKind {
    office(&OFFICES.role, name).unwrap_or(RoleKind::Other)
}

/// The kind of an assurance, by its name; management where no phrase matches.
pub(crate) fn assurance(name: &str) -> AssuranceKind {
    office(&OFFICES.assurance, name).unwrap_or(AssuranceKind::Management)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kind: Vec<Kind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    #[serde(rename = "kind")]
    is: EvidenceKind,
    practice: bool,
    words: Vec<String>,
}

#[allow(clippy::expect_used, reason = "an embedded list, which a test reads")]
static KINDS: LazyLock<Kinds> =
    LazyLock::new(|| toml::from_str(include_str!("../phrases/kinds.toml")).expect("a valid list"));

/// The kind of a piece of evidence, by its words; a process where no phrase matches.
pub(crate) fn kind(says: &str) -> (EvidenceKind, EvidenceBasis) {
    let padded = format!(" {} ", plain(says));
    let found = KINDS
        .kind
        .iter()
        .find(|kind| kind.words.iter().any(|word| padded.contains(&format!(" {} ", word.replace('-', " ")))));
    match found {
        Some(kind) if kind.practice => (kind.is, EvidenceBasis::Operating),
        Some(kind) => (kind.is, EvidenceBasis::Documented),
        None => (EvidenceKind::Process, EvidenceBasis::Documented),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_distinguished_from_short_words_and_acronyms() {
        for stray in ["La", "Co", "O", "I", "B"] {
            assert!(is_stray(stray), "{stray}");
        }
        for word in ["A", "of", "HR", "IT", "So", "1:1s", "JD/PS", "10"] {
            assert!(!is_stray(word), "{word}");
        }
    }

    #[test]
    fn the_first_list_that_matches_decides_the_kind_of_evidence() {
        assert_eq!(
            kind("Training on the code of conduct"),
            (EvidenceKind::Training, EvidenceBasis::Operating)
        );
        assert_eq!(kind("Code of Conduct"), (EvidenceKind::Document, EvidenceBasis::Documented));
        assert_eq!(kind("Weekly talks"), (EvidenceKind::Process, EvidenceBasis::Documented));
    }
}
