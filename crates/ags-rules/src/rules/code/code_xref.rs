//! CODE-XREF: Broken references.

use crate::prose;
use std::collections::BTreeSet;

use governance_model::{LocalCode, Violation};

use crate::context::{LocalCodeContext, WordingKind};
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// CODE-XREF.
pub const RULE: Rule = Rule {
    code: "CODE-XREF",
    name: "broken-references",
    title: "Broken references",
    requirement: "Everything that the code refers to exists.",
    method: "References to the framework, scales, earlier actions and evidence have a target, and so do \
        references to a section or clause by number in a code with numbered clauses.",
    rationale: "A broken reference was right in an earlier version, or refers to another document without \
        saying so.",
    limitations: "References to other documents, and to parts that were not read.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut findings = structural(context.code);
    findings.extend(carried(context));
    findings.extend(numbered(context));
    Outcome::of(findings)
}

/// References into the framework and to scales.
fn structural(code: &LocalCode) -> Vec<Finding> {
    let faults =
        code.violations().into_iter().filter(|fault| !matches!(fault, Violation::DuplicateId { .. }));
    let findings = faults.map(|fault| {
        let at = fault.at().to_owned();
        let says = fault.to_string();
        let says = says.strip_prefix(&format!("{at}: ")).unwrap_or(&says);
        let (says, fix) = says.split_once("; ").unwrap_or((says, "correct the reference"));
        let sentence =
            |words: &str| format!("{}.", ags_statement::english::capital(words.trim_end_matches('.')));
        Finding::new(at, sentence(says), sentence(fix))
    });
    findings.collect()
}

/// References to actions and evidence of the code.
fn carried(context: &LocalCodeContext<'_>) -> Vec<Finding> {
    let actions: BTreeSet<&str> = context.actions().iter().map(|placed| placed.action.id.as_str()).collect();
    let evidence: BTreeSet<&str> = context.code.evidence().map(|(_, one)| one.id.as_str()).collect();
    let mut findings = Vec::new();
    for placed in context.actions() {
        if let Some(id) = placed.action.carried_from.as_ref().filter(|id| !actions.contains(id.as_str())) {
            let says = format!(
                "The action is given as carried forward from {id}, which the code does not \
                list."
            );
            findings.push(placed.finding(says, "List that action, or correct the reference."));
        }
    }
    for row in context.rows() {
        for (index, one) in row.arrangement.assessments.iter().enumerate() {
            for id in one.evidence.iter().filter(|id| !evidence.contains(id.as_str())) {
                let at = row.pointer.key("assessments").index(index).key("evidence");
                let says = format!("The assessment refers to {id}, which the code does not list.");
                findings.push(Finding::new(at, says, "List that evidence, or correct the reference."));
            }
        }
    }
    findings
}

/// References to a numbered section or clause in words.
fn numbered(context: &LocalCodeContext<'_>) -> Vec<Finding> {
    let mut numbers: BTreeSet<&str> = BTreeSet::new();
    for mut id in context.rows().iter().filter_map(super::arrangements::clause_number) {
        while numbers.insert(id) {
            match id.rsplit_once('.') {
                Some((above, _)) => id = above,
                None => break,
            }
        }
    }
    if numbers.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let own = |part| matches!(part, WordingKind::Title | WordingKind::Rationale);
    for wording in context.wordings().iter().filter(|wording| own(wording.part)) {
        for sentence in prose::sentences(wording.words) {
            for number in referred(sentence).filter(|number| !numbers.contains(number)) {
                findings.push(wording.finding(
                    sentence,
                    format!("The text refers to {number}, which the document does not contain."),
                    "Correct the number, or name the document that contains it.",
                ));
            }
        }
    }
    findings
}

/// The numbers a sentence refers to within its own document: "see section 9.4" and "section 9.4 of this
/// protocol", not "section 9 of the Petitions Scheme".
fn referred(sentence: &str) -> impl Iterator<Item = &str> {
    let elsewhere =
        ["act", "regulations", "constitution", "code", "framework", "rules", "appendix", "schedule"];
    let within = prose::find_phrase(sentence, &elsewhere).is_none();
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let numbers: Vec<&str> = words
        .windows(2)
        .enumerate()
        .filter_map(|(index, pair)| {
            let [word, number] = pair else { return None };
            let of = words.get(index + 2).is_some_and(|word| *word == "of");
            let within = within && (!of || words.get(index + 3).is_some_and(|word| *word == "this"));
            let word = word.trim_start_matches('(').to_lowercase();
            let number = number.trim_matches(|c: char| !c.is_ascii_digit());
            let is_number =
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            let named = ["section", "sections", "clause", "clauses", "paragraph", "paragraphs"];
            (within && is_number && named.contains(&word.as_str())).then_some(number)
        })
        .collect();
    numbers.into_iter()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn clauses(second: &str) -> usize {
        let rest = format!(
            r#"principles = [{{ id = "1.1", level = "clause", title = "First." }},
            {{ id = "1.2", level = "clause", title = "{second}" }}]"#
        );
        sample::findings(&RULE, &sample::code("", &rest)).len()
    }

    #[test]
    fn a_section_that_is_there_is_found_and_one_of_an_act_is_not_ours() {
        assert_eq!(clauses("See section 1.1 and section 1."), 0);
        assert_eq!(clauses("See section 7.2."), 1);
        assert_eq!(clauses("See section 7.2 of this protocol."), 1);
        assert_eq!(clauses("See section 28 of the Localism Act 2011."), 0);
        assert_eq!(clauses("See section 7.2 of the Petitions Scheme."), 0);
    }

    #[test]
    fn an_action_carries_on_from_one_that_is_listed() {
        let mut code = sample::row("", r#"actions = [{ id = "B", text = "Do.", carried_from = "A" }]"#);
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
        code.principles[0].actions[0].carried_from = Some("B".parse().unwrap());
        assert!(sample::findings(&RULE, &code).is_empty());
    }

    #[test]
    fn a_place_the_framework_lacks_is_named_with_what_it_has() {
        let mut code = sample::row("", "");
        code.principles[0].covers = vec!["H1".parse().unwrap()];
        let found = sample::findings(&RULE, &code);
        assert!(found[0].message.starts_with("The 2016 framework has no H1"), "{}", found[0].message);
    }
}
