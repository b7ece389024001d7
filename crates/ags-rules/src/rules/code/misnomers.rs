//! Law and guidance that a local code cites by a wrong name.

use std::collections::BTreeSet;

use governance_model::Provenance;

use crate::context::LocalCodeContext;
use crate::prose;
use ags_law::misnomer::{self, Misnomer};
use ags_report::{Finding, Pointer};

/// Every citation and wording in which a misnomer stands, each once for each line of the document.
pub(in crate::rules) fn cited_as(context: &LocalCodeContext<'_>, misnomers: &[&Misnomer]) -> Vec<Finding> {
    let nation = context.code.authority.nation;
    let mut texts = Vec::new();
    for (index, one) in context.code.citations.iter().enumerate() {
        let provision = one.provision.as_ref().map_or_else(String::new, |provision| format!(" {provision}"));
        let quote = format!("{}{provision}", one.instrument);
        let of = one.purpose.as_deref().unwrap_or_default();
        texts.push((
            Pointer::root().key("citations").index(index),
            misnomer::normalised(&format!("{quote} {of}")),
            quote,
            &one.source,
        ));
    }
    for wording in context.wordings() {
        texts.extend(prose::sentences(wording.words).map(|words| {
            (wording.pointer.clone(), misnomer::normalised(words), words.to_owned(), wording.source)
        }));
    }
    let mut said = BTreeSet::new();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, plain, words, from) in texts {
        for (index, one) in misnomers.iter().enumerate().filter(|(_, one)| one.is_in(&plain, nation)) {
            let finding =
                Finding::new(at.as_str(), one.message.as_str(), one.fix.as_str()).quoting(&words, from);
            let lines: Vec<(usize, u32)> = lines(from).map(|line| (index, line)).collect();
            if !lines.iter().any(|line| said.contains(line)) {
                findings.push(finding);
            }
            said.extend(lines);
        }
    }
    findings
}

/// The lines of the document that something comes from.
pub(in crate::rules) fn lines(from: &Provenance) -> impl Iterator<Item = u32> + use<> {
    let lines = match from {
        Provenance::Document(place) => place.line.map(|line| line..=place.to_line.unwrap_or(line)),
        Provenance::Declared | Provenance::Illustrative(_) => None,
    };
    lines.into_iter().flatten().take(MOST_LINES)
}

/// The most lines of one cell that are looked at; no page has more.
pub(in crate::rules) const MOST_LINES: usize = 100;
