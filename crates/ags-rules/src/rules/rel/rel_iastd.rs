//! REL-IASTD: Incorrect internal audit standard.

use crate::prose;
use governance_model::{Provenance, Standard};

use super::assurances::internal_audit;
use super::conformances::{conformances, uncompared, unexplained};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REL-IASTD.
pub const RULE: Rule = Rule {
    code: "REL-IASTD",
    name: "incorrect-internal-audit-standard",
    title: "Incorrect internal audit standard",
    requirement: "The statement names the internal audit standard of its year and says how far internal \
        audit conforms to it.",
    method: "Internal audit's opinion and the statement name the standard of the year: the Public Sector \
        Internal Audit Standards up to 2024/25, and the Global Internal Audit Standards in the UK Public \
        Sector from 2025/26. The statement says how far internal audit conforms to it and, where it does \
        not, why. Whether any standard is named is checked by REG-5-1 in England.",
    rationale: "An opinion is as reliable as the work behind it. The standards govern that work and its \
        external assessment.",
    limitations: "Whether internal audit conforms; an external assessment is made every five years.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[ags_law::PSIAS.part("conformance"), ags_law::GIAS_UK.part("conformance")],
    scope: Scope { from: 2013, ..Scope::FRAMEWORK_2016 },
    check: Check::Statement(check),
};

/// The calendar year in which the first financial year of the Global Internal Audit Standards begins.
const GLOBAL_FROM: i32 = 2025;
/// A set of standards, and the words by which publications name it.
#[derive(Clone, Copy)]
struct Standards {
    name: &'static str,
    words: [&'static str; 3],
}
const PUBLIC_SECTOR: Standards = Standards {
    name: "the Public Sector Internal Audit Standards",
    words: ["public sector internal audit standards", "public sector internal audit standard", "psias"],
};
const GLOBAL: Standards = Standards {
    name: "the Global Internal Audit Standards in the UK Public Sector",
    words: ["global internal audit standards", "global internal audit standard", "gias"],
};

impl Standards {
    fn is_named_in(self, words: &str) -> bool {
        prose::find_phrase(words, &self.words).is_some()
    }
}

fn check(context: &StatementContext<'_>) -> Outcome {
    let (right, wrong) =
        if context.year.first() < GLOBAL_FROM { (PUBLIC_SECTOR, GLOBAL) } else { (GLOBAL, PUBLIC_SECTOR) };
    let compared = conformances(context, Standard::InternalAuditStandards);
    let named = named(context);
    let others = named.iter().filter(|one| !right.is_named_in(one.words)).map(|one| {
        let instead =
            if wrong.is_named_in(one.words) { wrong.name.to_owned() } else { format!("\"{}\"", one.words) };
        let says = format!(
            "The standard named is {instead}; the standard for {} is \
            {}.",
            context.year, right.name
        );
        let fix = "Name the standard of the year; if the work followed another standard, say so.";
        Finding::new(one.at.as_str(), says, fix).quoting(one.words, one.from)
    });
    let unexplained = compared.iter().filter_map(|(at, one)| unexplained(at, one, right.name));
    let findings: Vec<Finding> = others.chain(unexplained).collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if compared.is_empty() {
        return uncompared(right.name);
    }
    if named.is_empty() {
        return Outcome::indeterminate(
            "/review/conformances",
            format!("Name the standard: give \"{}\" as the edition.", right.name.trim_start_matches("the ")),
        );
    }
    Outcome::Met
}

/// A standard as the statement names it.
struct Named<'a> {
    at: Pointer,
    words: &'a str,
    from: &'a Provenance,
}

fn named<'a>(context: &StatementContext<'a>) -> Vec<Named<'a>> {
    let made_to = internal_audit(context).into_iter().filter_map(|(at, one)| {
        Some(Named { at: at.key("standard"), words: one.standard.as_ref()?, from: &one.source })
    });
    let compared = conformances(context, Standard::InternalAuditStandards).into_iter();
    let compared = compared.filter_map(|(at, one)| {
        Some(Named { at: at.key("edition"), words: one.edition.as_ref()?, from: &one.source })
    });
    made_to.chain(compared).filter(|one| !one.words.trim().is_empty()).collect()
}
