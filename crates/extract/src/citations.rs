//! Acts, regulations and guidance that a document cites, as printed.

use std::sync::LazyLock;

use governance_model::{CitedInstrument, DocumentId, Place, Provenance};
use regex::Regex;

use crate::noise;
use crate::printable::printable;

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static INSTRUMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        (?: (?<provision> (?i:regulation|section|schedule|article|reg\.?|s\.?) \s* \d+[A-Z]? (?:\([0-9A-Za-z]+\))* )
            ,? \s+ (?: (?:of|to) \s+ )? (?: the \s+ )? )?
        (?<instrument>
            (?: \p{Lu}[\p{L}'’-]* | \(\p{Lu}[\p{L}\ ]*\) )
            (?: \s (?: \p{Lu}[\p{L}'’-]* | \(\p{Lu}[\p{L}\ ]*\) | and | of | for | to | the | in ) )*?
            \s (?i:act|regulations|order) \s+ \(? (?:19|20)\d\d \)? )",
    )
    .expect("a valid pattern")
});

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static GUIDANCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        Delivering \s Good \s Governance \s in \s Local \s (?: Government | Authorities )
            (?: [;:,]? \s Framework )? ['’]? (?: \s \(? (?:CIPFA/SOLACE\s)? (?:20)\d\d \)? )?
        | International \s Framework: \s Good \s Governance \s in \s the \s Public \s Sector
        | Public \s Sector \s Internal \s Audit \s Standards
        | CIPFA \s Financial \s Management \s Code (?: \s (?:20)\d\d )?
        | (?: LGA \s )? Model \s (?: LGA \s )? (?: Member \s )? Code (?: \s of \s Conduct )?
        | Local \s Government \s Transparency \s Code (?: \s \(?(?:20)\d\d\)? )?",
    )
    .expect("a valid pattern")
});

/// A quick test of whether a line can cite anything.
#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static CITES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i:act|regulations|order)\s+\(?(?:19|20)\d\d|Delivering Good|Good Governance|Audit Standards|Code",
    )
    .expect("a valid pattern")
});

/// Every citation of an instrument or of known guidance, in document order.
pub(crate) fn of(lines: &[&str], document: &DocumentId) -> Vec<CitedInstrument> {
    let mut citations = Vec::new();
    for (line, number) in lines.iter().zip(1_u32..) {
        if !CITES.is_match(line) {
            continue;
        }
        let (words, _) = noise::clean(line);
        for found in INSTRUMENT.captures_iter(&words) {
            let Some(instrument) = found.name("instrument") else { continue };
            let provision = found.name("provision").map(|one| one.as_str());
            citations.push(cited(instrument.as_str(), provision, number, document));
        }
        for found in GUIDANCE.find_iter(&words) {
            citations.push(cited(found.as_str().trim_end_matches(['\'', '’']), None, number, document));
        }
    }
    citations
}

fn cited(instrument: &str, provision: Option<&str>, line: u32, document: &DocumentId) -> CitedInstrument {
    let instrument = instrument.trim_start_matches("The ").trim_start_matches("Under ");
    CitedInstrument {
        instrument: printable(instrument),
        provision: provision.map(printable),
        purpose: None,
        source: Provenance::Document(Place {
            id: document.clone(),
            line: Some(line),
            to_line: None,
            column: None,
            point: None,
            raw: Some(printable(instrument)),
            cell: None,
            confidence: Some(80),
            note: None,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(String, Option<String>)> {
        let found = of(&[line], &DocumentId::new("code").unwrap());
        found
            .into_iter()
            .map(|one| (one.instrument.to_string(), one.provision.map(|one| one.to_string())))
            .collect()
    }

    #[test]
    fn an_act_is_cited_with_its_provision_and_without_the_words_before() {
        assert_eq!(
            read("as Section 100(A)(4) of the Local Government Act 1972 asks, and the Localism Act 2011"),
            [
                ("Local Government Act 1972".into(), Some("Section 100(A)(4)".into())),
                ("Localism Act 2011".into(), None)
            ]
        );
        assert_eq!(
            read("under Regulation 4(2) of the Accounts and Audit (Amendment) (England) Regulations 2011."),
            [(
                "Accounts and Audit (Amendment) (England) Regulations 2011".into(),
                Some("Regulation 4(2)".into())
            )]
        );
    }

    #[test]
    fn an_act_without_a_year_is_not_guessed_at() {
        assert_eq!(read("to act within the regulations of 2011"), []);
    }
}
