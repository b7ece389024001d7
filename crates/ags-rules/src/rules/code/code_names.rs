//! CODE-NAMES: Inconsistent names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use governance_model::{EvidenceKind, Provenance};

use crate::context::LocalCodeContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// CODE-NAMES.
pub const RULE: Rule = Rule {
    code: "CODE-NAMES",
    name: "inconsistent-names",
    title: "Inconsistent names",
    requirement: "A post, body or document has one name throughout.",
    method: "No two names of posts and bodies, and no two names of documents, differ only in the order of \
        their words, a minor word, a plural or one letter. The names that a role lists as its own are \
        treated as one.",
    rationale: "Readers cannot tell whether two posts are meant, and a search for one name misses the \
        other.",
    limitations: "Whether two things have similar names, and names that differ by a whole word.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// How many words the title of a document has that is compared, both ends included: "Report template" is no
/// title of its own, and a sentence is none.
const TITLE_WORDS: RangeInclusive<usize> = 3..=9;

/// A name where it first stands.
struct Named<'a> {
    name: &'a str,
    at: Pointer,
    from: &'a Provenance,
}

/// Different names in the order in which they first stand.
#[derive(Default)]
struct Names<'a> {
    seen: BTreeSet<Vec<String>>,
    list: Vec<Named<'a>>,
}

impl<'a> Names<'a> {
    fn note(&mut self, name: &'a str, at: Pointer, from: &'a Provenance) {
        if self.seen.insert(prose::name_of(name)) {
            self.list.push(Named { name, at, from });
        }
    }

    fn findings(&self, same: &BTreeMap<Vec<String>, usize>) -> Vec<Finding> {
        let names: Vec<&str> = self.list.iter().map(|one| one.name).collect();
        let groups = prose::near_duplicates(&names);
        let findings = groups.into_iter().filter_map(|group| {
            let group: Vec<&Named<'a>> = group.into_iter().filter_map(|index| self.list.get(index)).collect();
            let roles: BTreeSet<Option<&usize>> =
                group.iter().map(|one| same.get(&prose::name_of(one.name))).collect();
            let last = group.last().filter(|_| roles.len() > 1 || roles.contains(&None))?;
            let names: Vec<String> = group.iter().map(|one| format!("\"{}\"", one.name.trim())).collect();
            let says = format!(
                "{} appear to be names of the same \
                thing.",
                ags_statement::english::list(&names)
            );
            let finding = Finding::new(last.at.as_str(), says, "Use one name, or explain the difference.");
            Some(finding.quoting(last.name, last.from))
        });
        findings.collect()
    }
}

/// Whether words are the title of one document, not of several.
fn is_title(words: &str) -> bool {
    TITLE_WORDS.contains(&prose::name_of(words).len()) && !words.contains([',', '/', ':'])
}

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut offices = Names::default();
    let mut documents = Names::default();
    let mut same: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (index, role) in context.code.roles.iter().enumerate() {
        for name in role.aliases.iter().chain([&role.title]) {
            same.insert(prose::name_of(name), index);
            offices.note(name, Pointer::root().key("roles").index(index).key("title"), &role.source);
        }
    }
    for placed in context.actions() {
        for (index, owner) in placed.action.owners.iter().enumerate() {
            offices.note(owner, placed.pointer.key("owners").index(index), placed.source);
        }
    }
    for row in context.rows() {
        for (index, one) in row.arrangement.evidence.iter().enumerate() {
            let at = row.pointer.key("evidence").index(index);
            let from = if one.source.is_declared() { &row.arrangement.source } else { &one.source };
            let is_office = matches!(one.kind, EvidenceKind::Body | EvidenceKind::Role);
            let names = if is_office { &mut offices } else { &mut documents };
            if let Some(name) = &one.name {
                if is_office || is_title(name) {
                    names.note(name, at.key("name"), from);
                }
            } else if one.kind == EvidenceKind::Document && is_title(&one.text) {
                names.note(&one.text, at.key("text"), from);
            }
            if let Some(owner) = &one.owner {
                offices.note(owner, at.key("owner"), from);
            }
        }
    }
    let mut findings = offices.findings(&same);
    findings.extend(documents.findings(&same));
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn owners(one: &str, other: &str, roles: &str) -> Vec<ags_report::Finding> {
        let actions = format!(
            r#"actions = [
                {{ id = "B", text = "Do.", owners = ["{one}"] }},
                {{ id = "C", text = "Go.", owners = ["{other}"] }},
            ]"#
        );
        let mut code = sample::row("", &actions);
        code.roles = sample::code("", roles).roles;
        sample::findings(&RULE, &code)
    }

    const ONE: &str = "Partnerships and Communications Manager";
    const OTHER: &str = "Communications and Partnerships Manager";

    #[test]
    fn the_same_words_in_another_order_are_one_post() {
        let found = owners(ONE, OTHER, "");
        assert_eq!(found[0].pointer, "/principles/0/actions/1/owners/0");
        assert!(owners(ONE, "Partnerships Officer", "").is_empty());
        assert!(owners(ONE, ONE, "").is_empty());
    }

    #[test]
    fn names_that_a_role_owns_are_one() {
        let role =
            format!(r#"roles = [{{ id = "r", title = "{ONE}", aliases = ["{OTHER}"], kind = "other" }}]"#);
        assert!(owners(ONE, OTHER, &role).is_empty());
    }

    #[test]
    fn a_document_is_not_compared_with_a_post() {
        let mut code = sample::says("", "Manager of Partnership Communications");
        code.principles[0].actions =
            sample::row("", &format!(r#"actions = [{{ id = "B", text = "Do.", owners = ["{ONE}"] }}]"#))
                .principles[0]
                .actions
                .clone();
        assert!(sample::findings(&RULE, &code).is_empty());
    }
}
