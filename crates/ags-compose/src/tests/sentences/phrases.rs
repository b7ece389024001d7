//! The phrases of the composer, read from its source.

use std::path::Path;

/// Parts of phrases that have no words of their own, or that only a case of another phrase can show.
pub const PARTS: [&str; 3] = ["sign_off::all", "sign_off::to_sign", "responsibility::USUAL_NAME"];

/// Phrases about the file and its pages, which depend on how the statement is presented and not on its data.
pub const OF_THE_FILE: [&str; 12] = [
    "colophon::STATEMENT_HOLDS",
    "colophon::PRESENTATION_HOLDS",
    "colophon::VERIFY_AT",
    "colophon::QR_CODE",
    "colophon::carries",
    "colophon::qr_code",
    "cover::CONTENTS",
    "cover::CONTINUED",
    "cover::FOOTER",
    "cover::SKIP",
    "cover::crest",
    "sign_off::signature_of",
];

/// A phrase: its module and name, and the words of its own that are between its data.
#[derive(Debug)]
pub struct Phrase {
    pub name: String,
    pub fragments: Vec<String>,
}

impl Phrase {
    /// Whether words have some of the phrase's own.
    pub fn is_in(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.fragments.is_empty() || self.fragments.iter().any(|part| words.contains(&part.to_lowercase()))
    }
}

/// Every phrase.
#[expect(clippy::disallowed_methods, reason = "the test reads the phrases of this crate")]
pub fn all() -> Vec<Phrase> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/phrases");
    let mut phrases = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let module = path.file_stem().unwrap().to_string_lossy().into_owned();
        phrases.extend(read(&module, &std::fs::read_to_string(&path).unwrap()));
    }
    assert!(phrases.len() > 180, "{}", phrases.len());
    phrases
}

/// The phrases of one file.
pub fn read(module: &str, source: &str) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for item in source.split("\npub(crate) ").map(|part| part.strip_prefix("pub(crate) ").unwrap_or(part)) {
        let item =
            item.trim_start_matches("const fn ").trim_start_matches("const ").trim_start_matches("fn ");
        let name: String = item.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        if !name.is_empty() {
            phrases.push(Phrase { name: format!("{module}::{name}"), fragments: fragments(item) });
        }
    }
    phrases
}

/// The words of the string literals of an item that are not data, at least three letters each.
fn fragments(item: &str) -> Vec<String> {
    // What a phrase looks for in the data is none of its words.
    let mut item = item.to_owned();
    while let Some(begin) = item.find("contains(\"") {
        let end = begin + item[begin..].find(')').unwrap();
        item.replace_range(begin..end, "");
    }
    let code: Vec<&str> = item.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("\\u{2019}", "\u{2019}").replace("\\u{2013}", "\u{2013}");
    let literals = code.split('"').skip(1).step_by(2);
    let mut fragments = Vec::new();
    for literal in literals {
        for part in literal.split(['{', '}']).step_by(2).flat_map(|part| part.split("\\\n")) {
            let part = part.trim();
            if part.chars().filter(|c| c.is_alphabetic()).count() > 1 {
                fragments.push(part.to_owned());
            }
        }
    }
    fragments
}
