//! Words that several sections use.

use ags_statement::english;
use governance_model::{AssuranceLevel, FinancialYear, Rag, When};

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

/// Significant issues by their numbers: "issue 1", "issues 1 and 2"; none without numbers.
pub(crate) fn issues(numbers: &[usize]) -> Option<String> {
    numbered(["issue", "issues"], numbers)
}

/// Actions by their numbers: "action 1", "actions 1 and 2"; none without numbers.
pub(crate) fn actions(numbers: &[usize]) -> Option<String> {
    numbered(["action", "actions"], numbers)
}

fn numbered([one, many]: [&str; 2], numbers: &[usize]) -> Option<String> {
    let name = if numbers.len() == 1 { one } else { many };
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    (!numbers.is_empty()).then(|| format!("{name} {}", english::list(&numbers)))
}

/// A date or period; none for one that is not known.
pub(crate) fn date(when: When) -> Option<String> {
    (when != When::Recently).then(|| english::when(when))
}

/// A source or a matter by its name; in brackets who it is from, when, for which year and its reference, as far as the
/// name does not say so.
pub(crate) fn named(
    name: &str,
    by: Option<&str>,
    (when, year): (Option<When>, Option<FinancialYear>),
    reference: Option<&str>,
) -> String {
    let by = by.filter(|by| !name.contains(by)).map(Into::into);
    let year = year.filter(|year| !name.contains(&year.to_string())).map(|year| format!("for {year}"));
    let reference = reference.map(|reference| format!("reference {reference}"));
    let about: Vec<String> = [by, when.and_then(date), year, reference].into_iter().flatten().collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    format!("{}{about}.", name.trim_end_matches('.'))
}
