//! Whose paper it is: by the full name where it is printed, else by the place it speaks of most.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use governance_model::{Authority, AuthorityKind, DocumentId, Nation, Place, Provenance};
use regex::Regex;
use serde::Deserialize;

use crate::account::printable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    kind: AuthorityKind,
    council: String,
    names: String,
}

struct Known {
    full: String,
    kind: AuthorityKind,
}

#[allow(clippy::expect_used, reason = "a list of our own, read by a test")]
static PLACES: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
    let register: Register =
        toml::from_str(include_str!("../words/authorities.toml")).expect("a list of our own");
    let mut places = BTreeMap::new();
    for list in register.list {
        for name in list.names.split(',').map(str::trim) {
            let full = format!("{name} {}", list.council);
            places.insert(name.to_lowercase(), Known { full, kind: list.kind });
        }
    }
    places
});

#[allow(clippy::expect_used, reason = "a pattern of our own, used by a test")]
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    let places: Vec<String> = PLACES.keys().map(|name| regex::escape(name)).collect();
    let mut longest = places;
    longest.sort_by_key(|name| std::cmp::Reverse(name.len()));
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{})(?-u:\b)", longest.join("|"))).expect("a pattern of our own")
});

#[allow(clippy::expect_used, reason = "a pattern of our own, used by a test")]
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?<place>\p{Lu}[\p{L}'-]*(?:[ -](?:\p{Lu}[\p{L}'-]*|on|upon|of|and|under|le))*?) (?<kind>(?i:county|city|district|borough|metropolitan borough|town|parish)) (?i:council)(?-u:\b)",
    )
    .expect("a pattern of our own")
});

/// Tells quickly whether a line can hold a full name.
#[allow(clippy::expect_used, reason = "a pattern of our own, used by a test")]
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:county|city|district|borough|town|parish) council").expect("a pattern of our own")
});

/// How often a place is spoken of, where it is first, and where its council's full name is first printed.
#[derive(Default)]
struct Mentions {
    weight: usize,
    line: u32,
    printed: Option<(u32, String)>,
}

/// A mention of a council by its full name counts as much as so many of its place.
const FULL_NAME: usize = 4;
/// A place spoken of less often than this names no authority.
const FEWEST: usize = 3;

/// The authority whose paper it is. A name that the paper prints on a line of its own decides; else the place
/// spoken of most, a full name counting four times.
pub(crate) fn of(lines: &[&str], alone: Option<&str>, document: &DocumentId) -> Authority {
    let mut mentions: BTreeMap<String, Mentions> = BTreeMap::new();
    for (line, number) in lines.iter().zip(1_u32..) {
        for place in PLACE.find_iter(line) {
            // An ordinary word in lower case is no place.
            if place.as_str().starts_with(char::is_uppercase) {
                note(&mut mentions, place.as_str(), number).weight += 1;
            }
        }
        if !NAMED.is_match(line) {
            continue;
        }
        for found in FULL.captures_iter(line) {
            let (Some(place), Some(kind)) = (found.name("place"), found.name("kind")) else { continue };
            let one = note(&mut mentions, place.as_str(), number);
            one.weight += FULL_NAME;
            one.printed.get_or_insert_with(|| {
                (number, capitals(&format!("{} {} council", place.as_str(), kind.as_str())))
            });
        }
    }
    let own = alone
        .and_then(|name| FULL.captures(name))
        .and_then(|found| found.name("place").map(|one| one.as_str().to_lowercase()));
    let most = mentions.values().map(|one| one.weight).max().unwrap_or(0);
    let best = own
        .and_then(|own| mentions.get_key_value(&own))
        .or_else(|| mentions.iter().find(|(_, one)| one.weight == most && most >= FEWEST));
    let place_of = |line, confidence, note: Option<&str>| {
        Provenance::Document(Place {
            id: document.clone(),
            line: Some(line),
            to_line: None,
            column: None,
            point: None,
            raw: None,
            cell: None,
            confidence: Some(confidence),
            note: note.map(printable),
        })
    };
    let Some((place, one)) = best else {
        let from = place_of(1, 0, Some("the paper names no authority that we know; say whose it is"));
        return authority("Authority not named", AuthorityKind::NotStated, from);
    };
    let known = PLACES.get(place);
    match (&one.printed, known) {
        (Some((line, name)), known) => {
            let kind = known.map_or_else(|| kind(name), |known| known.kind);
            let name = known
                .map(|known| known.full.as_str())
                .filter(|full| full.eq_ignore_ascii_case(name))
                .unwrap_or(name);
            authority(name, kind, place_of(*line, 100, known.map(|_| "the type is outside knowledge")))
        }
        (None, Some(known)) => {
            let note = "the paper does not print the full name; it is outside knowledge, by the place spoken of most";
            authority(&known.full, known.kind, place_of(one.line, 60, Some(note)))
        }
        (None, None) => authority(&capitals(place), AuthorityKind::NotStated, place_of(one.line, 40, None)),
    }
}

fn note<'m>(mentions: &'m mut BTreeMap<String, Mentions>, place: &str, line: u32) -> &'m mut Mentions {
    let one = mentions.entry(place.to_lowercase()).or_default();
    if one.line == 0 {
        one.line = line;
    }
    one
}

fn authority(name: &str, kind: AuthorityKind, from: Provenance) -> Authority {
    Authority {
        name: printable(name),
        short_name: None,
        kind,
        nation: Nation::England,
        category: kind.category(),
        governance: None,
        dissolves: None,
        code: None,
        gss_code: None,
        from,
    }
}

fn kind(name: &str) -> AuthorityKind {
    let name = name.to_lowercase();
    let ends = |with: &str| name.ends_with(with);
    if ends("county council") {
        AuthorityKind::County
    } else if ends("metropolitan borough council") {
        AuthorityKind::MetropolitanDistrict
    } else if ends("district council") {
        AuthorityKind::District
    } else if ends("town council") || ends("parish council") {
        AuthorityKind::LocalCouncil
    } else {
        AuthorityKind::NotStated
    }
}

/// A name with a capital at the beginning of each word but the small ones: "SOUTH HAM ON SEA" too.
fn capitals(name: &str) -> String {
    let small = ["on", "upon", "of", "and", "under", "le"];
    let word = |word: &str| {
        let lower = word.to_lowercase();
        if small.contains(&lower.as_str()) {
            return lower;
        }
        let mut letters = lower.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    };
    let words = name.split(' ').map(|one| one.split('-').map(word).collect::<Vec<_>>().join("-"));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(lines: &[&str], alone: Option<&str>) -> (String, AuthorityKind) {
        let authority = of(lines, alone, &DocumentId::new("paper").unwrap());
        (authority.name.to_string(), authority.kind)
    }

    #[test]
    fn a_full_name_is_read_as_printed_whatever_its_case() {
        let lines = ["NORTHBY-ON-SEA BOROUGH COUNCIL", "Kent Kent"];
        assert_eq!(
            named(&lines, Some(lines[0])),
            ("Northby-on-Sea Borough Council".into(), AuthorityKind::NotStated)
        );
    }

    #[test]
    fn the_place_spoken_of_most_names_the_authority_and_a_neighbours_full_name_does_not() {
        let lines = [
            "Stroud library, Stroud hub, Stroud fair; Essex County Council",
            "Stroud talks, Stroud teas, Stroud songs",
        ];
        assert_eq!(named(&lines, None), ("Stroud District Council".into(), AuthorityKind::District));
    }

    #[test]
    fn a_paper_that_names_nobody_says_so() {
        assert_eq!(named(&["A code of governance"], None).1, AuthorityKind::NotStated);
    }
}
