//! CODE-LABEL: Duplicate labels.

use std::collections::BTreeMap;

use governance_model::{Provenance, Violation};

use crate::context::LocalCodeContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Places, Pointer, Severity};
use ags_statement::english;

/// CODE-LABEL.
pub const RULE: Rule = Rule {
    code: "CODE-LABEL",
    name: "duplicate-labels",
    title: "Duplicate labels",
    requirement: "A number, identifier, office or defined term refers to one thing.",
    method: "No identifier is used twice, no term is defined twice, no name belongs to two roles, and no \
        two parts have the same number, such as Appendix 1, in their titles.",
    rationale: "A reference to a duplicate label is ambiguous.",
    limitations: "Labels in parts of the document that were not read.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// A label as it is compared, with what kind of label it is.
type Label = (&'static str, String);

/// A place inside a sentence: "principle 1, arrangement 2".
fn place(pointer: &str) -> String {
    english::uncapitalised(&Places::default().words(pointer))
}

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut findings = Vec::new();
    for fault in context.code.violations() {
        if let Violation::DuplicateId { at, kind, id, first } = fault {
            let says = format!("The {kind} {id} is already used in {}.", place(&first));
            findings.push(Finding::new(at, says, "Give each a different identifier."));
        }
    }
    let mut first: BTreeMap<Label, Pointer> = BTreeMap::new();
    let mut note = |kind, name: &str, at: Pointer, from: &Provenance| {
        let before = first.get(&(kind, prose::words_of(name).join(" ")));
        if let Some(before) = before.filter(|before| **before != at) {
            let says =
                format!("The {kind} \"{}\" is already used in {}.", name.trim(), place(before.as_str()));
            findings.push(Finding::new(&at, says, "Give each a different name.").quoting(name, from));
        }
        first.entry((kind, prose::words_of(name).join(" "))).or_insert(at);
    };
    for (index, one) in context.code.definitions.iter().enumerate() {
        note("definition", &one.term, Pointer::root().key("definitions").index(index), &one.source);
    }
    for (index, role) in context.code.roles.iter().enumerate() {
        for name in role.aliases.iter().chain([&role.title]) {
            note("role", name, Pointer::root().key("roles").index(index), &role.source);
        }
    }
    for row in context.rows() {
        let title = row.arrangement.title.as_str();
        if let Some(label) = appendix(title) {
            note("part", &label, row.pointer.clone(), &row.arrangement.source);
        }
    }
    Outcome::of(findings)
}

/// The number of an appendix or annex that a title begins with.
fn appendix(title: &str) -> Option<String> {
    let mut words = title.split_whitespace();
    let word = words.next().filter(|word| matches!(word.to_lowercase().as_str(), "appendix" | "annex"))?;
    let number = words.next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    Some(format!("{word} {number}"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn found(rest: &str) -> usize {
        sample::findings(&RULE, &sample::code("", rest)).len()
    }

    #[test]
    fn one_identifier_is_for_one_arrangement() {
        let rows = |second: &str| {
            format!(
                r#"principles = [{{ id = "A", level = "clause", title = "One" }},
                {{ id = "{second}", level = "clause", title = "Two" }}]"#
            )
        };
        assert_eq!((found(&rows("A")), found(&rows("B"))), (1, 0));
    }

    #[test]
    fn a_word_is_defined_once() {
        let terms = |second: &str| {
            format!(
                r#"definitions = [
                    {{ term = "Officer", means = "One." }},
                    {{ term = "{second}", means = "Two." }},
                ]"#
            )
        };
        assert_eq!((found(&terms("officer")), found(&terms("Chief Officer"))), (1, 0));
    }

    #[test]
    fn a_role_may_repeat_its_own_name_and_not_that_of_another() {
        let roles = |second: &str| {
            format!(
                r#"roles = [{{ id = "one", title = "Cabinet", aliases = ["cabinet"], kind = "executive" }},
                {{ id = "two", title = "{second}", kind = "other" }}]"#
            )
        };
        assert_eq!((found(&roles("Cabinet")), found(&roles("Council"))), (1, 0));
    }

    #[test]
    fn two_parts_may_not_both_be_appendix_1() {
        let parts = |second: &str| {
            format!(
                r#"principles = [{{ id = "A", level = "clause", title = "Appendix 1 - Protocol" }},
                {{ id = "B", level = "clause", title = "{second}" }}]"#
            )
        };
        assert_eq!((found(&parts("Appendix 1: Principles")), found(&parts("Appendix 2"))), (1, 0));
    }
}
