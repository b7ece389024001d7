//! Words by the part they play in a local code, from the lists under `words/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use governance_model::{ActionStatus, AssuranceKind, Direction, EvidenceKind, RoleKind, Shown, State};
use serde::Deserialize;

/// Words of one list, which stand in one text with spaces between.
#[derive(Deserialize)]
#[serde(from = "String")]
struct OneOf(BTreeSet<String>);

impl From<String> for OneOf {
    fn from(list: String) -> Self {
        Self(list.split_whitespace().map(str::to_owned).collect())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    goes_on: OneOf,
    short: OneOf,
    opens: OneOf,
    ends: OneOf,
    may_end: OneOf,
    never_opens: OneOf,
    adjective_endings: OneOf,
    nouns: OneOf,
    carries_on: OneOf,
    refers_back: OneOf,
    score_improved: Vec<String>,
    score_lowered: Vec<String>,
    completed: Vec<String>,
    delayed: Vec<String>,
    under_way: Vec<String>,
    not_started: Vec<String>,
    in_development: Vec<String>,
    planned: Vec<String>,
}

#[allow(clippy::expect_used, reason = "a list of our own, read by a test")]
static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("../words/words.toml")).expect("a list of our own"));

/// A word without the marks around it, in lower case, apostrophes straight.
pub(crate) fn bare(word: &str) -> String {
    word.trim_matches(|one: char| !one.is_alphanumeric()).replace('\u{2019}', "'").to_lowercase()
}

/// Words to compare headings and titles by: lower case, one space between, no punctuation.
pub(crate) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split(|one: char| !(one.is_alphanumeric() || one == '\'' || one == '\u{2019}')) {
        if word.is_empty() {
            continue;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&word.replace('\u{2019}', "'").to_lowercase());
    }
    plain
}

pub(crate) fn goes_on(word: &str) -> bool {
    WORDS.goes_on.0.contains(&bare(word))
}

pub(crate) fn opens(word: &str) -> bool {
    WORDS.opens.0.contains(&bare(word))
}

pub(crate) fn never_opens(word: &str) -> bool {
    WORDS.never_opens.0.contains(&bare(word))
}

/// Whether a capitalised noun ends the name of an item.
pub(crate) fn ends(word: &str) -> bool {
    WORDS.ends.0.contains(&bare(word))
}

/// Whether a capitalised noun may end the name of an item: a plural, or one of a list.
pub(crate) fn may_end(word: &str) -> bool {
    let bare = bare(word);
    let plural = bare.len() > 4 && bare.ends_with('s') && !bare.ends_with("ss") && !bare.ends_with("'s");
    plural || WORDS.may_end.0.contains(&bare)
}

pub(crate) fn is_adjective(word: &str) -> bool {
    let bare = bare(word);
    bare.len() > 4
        && !WORDS.nouns.0.contains(&bare)
        && WORDS.adjective_endings.0.iter().any(|ending| bare.ends_with(ending.as_str()))
}

pub(crate) fn carries_on(word: &str) -> bool {
    WORDS.carries_on.0.contains(&bare(word))
}

pub(crate) fn refers_back(word: &str) -> bool {
    WORDS.refers_back.0.contains(word)
}

/// Whether a word of one or two letters in mixed case is no English word: a piece of one.
pub(crate) fn is_stray(word: &str) -> bool {
    let bare = word.trim_matches(|one: char| !one.is_alphanumeric());
    let letters = bare.chars().count();
    let alphabetic = bare.chars().all(char::is_alphabetic);
    let acronym = letters == 2 && bare.chars().all(char::is_uppercase);
    let capital_alone = letters == 1 && bare != "A" && bare != "a";
    let piece = letters == 2 && !acronym && !WORDS.short.0.contains(&bare.to_lowercase());
    alphabetic
        && (capital_alone || piece)
        && !bare.is_empty()
        && !word.contains(['\'', '\u{2019}', '.', '/', '&'])
}

fn says_one_of(words: &str, list: &[String]) -> bool {
    list.iter().any(|one| words.contains(one.as_str()))
}

/// Which way a score moved, by what stands beside it.
pub(crate) fn direction(says: &str) -> Option<Direction> {
    let says = says.to_lowercase();
    if says_one_of(&says, &WORDS.score_improved) {
        return Some(Direction::Improved);
    }
    says_one_of(&says, &WORDS.score_lowered).then_some(Direction::Lowered)
}

/// How an action stands, by the words on its progress or in its status cell.
pub(crate) fn status(says: &str) -> ActionStatus {
    let says = says.trim().trim_end_matches('.').to_lowercase();
    if WORDS.completed.contains(&says) {
        return ActionStatus::Completed;
    }
    if says_one_of(&says, &WORDS.delayed) {
        return ActionStatus::Delayed;
    }
    if WORDS.not_started.contains(&says) {
        return ActionStatus::NotStarted;
    }
    if WORDS.under_way.contains(&says) {
        return ActionStatus::Open;
    }
    ActionStatus::NotStated
}

/// Whether evidence is in place yet, by its own words.
pub(crate) fn state(says: &str) -> State {
    let says = says.to_lowercase();
    if says_one_of(&says, &WORDS.in_development) {
        return State::InDevelopment;
    }
    if says_one_of(&says, &WORDS.planned) { State::Planned } else { State::InPlace }
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

#[allow(clippy::expect_used, reason = "a list of our own, read by a test")]
static OFFICES: LazyLock<Offices> =
    LazyLock::new(|| toml::from_str(include_str!("../words/offices.toml")).expect("a list of our own"));

fn office<K: Copy>(list: &[Office<K>], name: &str) -> Option<K> {
    let name = name.to_lowercase().replace('\u{2019}', "'");
    list.iter().find(|office| says_one_of(&name, &office.words)).map(|office| office.kind)
}

/// What part a role plays, by its name.
pub(crate) fn role(name: &str) -> RoleKind {
    office(&OFFICES.role, name).unwrap_or(RoleKind::Other)
}

/// Who gives an assurance, by its name; departments and managers where no word tells.
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

#[allow(clippy::expect_used, reason = "a list of our own, read by a test")]
static KINDS: LazyLock<Kinds> =
    LazyLock::new(|| toml::from_str(include_str!("../words/kinds.toml")).expect("a list of our own"));

/// What sort of thing a piece of evidence is, by its words; a way of working where none of them tells.
pub(crate) fn kind(says: &str) -> (EvidenceKind, Shown) {
    let padded = format!(" {} ", plain(says));
    let found = KINDS
        .kind
        .iter()
        .find(|kind| kind.words.iter().any(|word| padded.contains(&format!(" {} ", word.replace('-', " ")))));
    match found {
        Some(kind) if kind.practice => (kind.is, Shown::InPractice),
        Some(kind) => (kind.is, Shown::InWriting),
        None => (EvidenceKind::Process, Shown::InWriting),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_compared_without_case_and_punctuation() {
        assert_eq!(plain("  Source documents/Processes: "), "source documents processes");
        assert_eq!(plain("Council\u{2019}s"), "council's");
    }

    #[test]
    fn pieces_of_words_are_told_from_short_words_and_acronyms() {
        for stray in ["La", "Co", "O", "I", "B"] {
            assert!(is_stray(stray), "{stray}");
        }
        for word in ["A", "of", "HR", "IT", "So", "1:1s", "JD/PS", "10"] {
            assert!(!is_stray(word), "{word}");
        }
    }

    #[test]
    fn evidence_is_sorted_by_the_words_that_tell_most() {
        assert_eq!(kind("Training on the code of conduct"), (EvidenceKind::Training, Shown::InPractice));
        assert_eq!(kind("Code of Conduct"), (EvidenceKind::Document, Shown::InWriting));
        assert_eq!(kind("Weekly talks"), (EvidenceKind::Process, Shown::InWriting));
    }
}
