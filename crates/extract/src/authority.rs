//! The authority of a document: by its full name where that is printed, else by the place mentioned most often.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use governance_model::{Authority, AuthorityKind, DocumentId, Nation, Place, Provenance};
use regex::Regex;
use serde::Deserialize;

use crate::printable::printable;

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

#[allow(clippy::expect_used, reason = "an embedded list, which a test reads")]
static PLACES: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
    let register: Register =
        toml::from_str(include_str!("../phrases/authorities.toml")).expect("a valid list");
    let mut places = BTreeMap::new();
    for list in register.list {
        for name in list.names.split(',').map(str::trim) {
            let full = format!("{name} {}", list.council);
            places.insert(name.to_lowercase(), Known { full, kind: list.kind });
        }
    }
    places
});

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    let places: Vec<String> = PLACES.keys().map(|name| regex::escape(name)).collect();
    let mut longest = places;
    longest.sort_by_key(|name| std::cmp::Reverse(name.len()));
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{})(?-u:\b)", longest.join("|"))).expect("a valid pattern")
});

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?<place>\p{Lu}[\p{L}'-]*(?:[ -](?:\p{Lu}[\p{L}'-]*|on|upon|of|and|under|le))*?) (?<kind>(?i:county|city|district|borough|metropolitan borough|town|parish)) (?i:council)(?-u:\b)",
    )
    .expect("a valid pattern")
});

/// A quick test of whether a line can hold a full name.
#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:county|city|district|borough|town|parish) council").expect("a valid pattern")
});

/// How often a place is mentioned, its first line, and where its council's full name is first printed.
#[derive(Default)]
struct Mentions {
    weight: usize,
    line: u32,
    printed: Option<(u32, String)>,
}

/// The weight of a full name, compared with one mention of the place.
const FULL_NAME: usize = 4;
/// A place mentioned less often than this identifies no authority.
const FEWEST: usize = 3;

/// The authority of the document: the name printed on a line of its own, else the place mentioned most often, where a
/// full name counts four times.
pub(crate) fn of(lines: &[&str], alone: Option<&str>, document: &DocumentId) -> Authority {
    let mut mentions: BTreeMap<String, Mentions> = BTreeMap::new();
    for (line, number) in lines.iter().zip(1_u32..) {
        for place in PLACE.find_iter(line) {
            // A word in lower case is not a place.
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
        let from = place_of(1, 0, Some("the document names no known authority; state which one it is"));
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
            authority(name, kind, place_of(*line, 100, known.map(|_| "the type is not from the document")))
        }
        (None, Some(known)) => {
            let note = "the document does not print the full name; it is inferred from the place mentioned most often";
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
        source: from,
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

/// A name in title case, whatever its case was: "SOUTH HAM ON SEA" is "South Ham on Sea".
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
        let authority = of(lines, alone, &DocumentId::new("code").unwrap());
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
    fn the_place_mentioned_most_identifies_the_authority_and_a_neighbours_full_name_does_not() {
        let lines = [
            "Stroud library, Stroud hub, Stroud fair; Essex County Council",
            "Stroud talks, Stroud teas, Stroud songs",
        ];
        assert_eq!(named(&lines, None), ("Stroud District Council".into(), AuthorityKind::District));
    }

    #[test]
    fn a_document_that_names_no_authority_has_none_stated() {
        assert_eq!(named(&["A code of governance"], None).1, AuthorityKind::NotStated);
    }
}
