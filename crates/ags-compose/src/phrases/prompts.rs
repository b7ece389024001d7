//! Words that several sections use.

use governance_model::{AssuranceLevel, Rag};

/// What a prompt begins with.
pub(crate) const TO_BE_COMPLETED: &str = "[To be completed";

/// A prompt to complete a draft.
pub(crate) fn to_be_completed(what: &str) -> String {
    let what = if what.is_empty() { String::new() } else { format!(": {what}") };
    format!("{TO_BE_COMPLETED}{what}]")
}

/// A level of assurance as a word of a table.
pub(crate) const fn level(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::No => "no assurance",
        AssuranceLevel::Limited => "limited",
        AssuranceLevel::Reasonable => "reasonable",
        AssuranceLevel::Substantial => "substantial",
    }
}

pub(crate) fn with_rag(word: &str, rag: Rag) -> String {
    format!("{word} ({})", self::rag(rag).to_lowercase())
}

pub(crate) const fn rag(rag: Rag) -> &'static str {
    match rag {
        Rag::Red => "Red",
        Rag::Amber => "Amber",
        Rag::Green => "Green",
    }
}
