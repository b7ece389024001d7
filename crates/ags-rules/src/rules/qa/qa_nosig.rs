//! QA-NOSIG: Contradictory text on significant issues.

use governance_model::{AssuranceKind, AssuranceLevel, MatterKind};

use crate::context::{StatementContext, Wording};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// QA-NOSIG.
pub const RULE: Rule = Rule {
    code: "QA-NOSIG",
    name: "contradictory-text-on-significant-issues",
    title: "Contradictory text on significant issues",
    requirement: "A statement that says it has no significant issue reports none.",
    method: "Where the summary, the opinion or the conclusion says that there are no significant issues or \
        weaknesses, the statement lists no significant issue, the head of internal audit gives at least \
        reasonable assurance for the year, and the matters include neither a significant weakness nor \
        formal action. This rule reads the text only; inconsistent levels are checked by REL-CONS, and \
        reported matters without any significant issue by SIG-2.",
    rationale: "Auditors and members found \"no significant issues\" in statements that reported some \
        elsewhere. Readers of the first page alone would be misled.",
    limitations: "The same claim in other words.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Middlesbrough Council: the annual governance statement 2020/21: the auditor's significant \
             weakness",
            "https://moderngov.middlesbrough.gov.uk/mgAi.aspx?ID=7480",
        ),
        super::citations::EPSOM_AND_EWELL,
    ],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// What is said not to be there.
const WHAT: [&str; 10] = [
    "issue",
    "issues",
    "weakness",
    "weaknesses",
    "concern",
    "concerns",
    "failure",
    "failures",
    "matters",
    "gaps",
];

/// Words that limit the claim, to last year or to what is left over.
const LIMITS: [&str; 11] = [
    "other",
    "except",
    "apart",
    "besides",
    "beyond",
    "further",
    "last year",
    "previous",
    "prior",
    "outstanding",
    "remain",
];

/// The most words from "no" to "significant", and from there to what is said not to be there.
const REACH: usize = 4;

fn check(context: &StatementContext<'_>) -> Outcome {
    let against = against(context);
    let read = |at: &str| {
        ["/review/summary", "/review/opinions/", "/review/conclusion/"]
            .iter()
            .any(|part| at.starts_with(part))
    };
    let mut findings = Vec::new();
    for wording in context.wordings().iter().filter(|wording| read(wording.pointer.as_str())) {
        let mut sentences = prose::sentences(wording.words);
        if let Some(claim) = sentences.find(|sentence| denies(sentence)).filter(|_| !against.is_empty()) {
            findings.push(contradicted(wording, claim, &against));
        }
    }
    Outcome::of(findings)
}

fn contradicted(wording: &Wording<'_>, claim: &str, against: &[String]) -> Finding {
    let says = format!("The statement says \"{claim}\" but reports {}.", english::list(against));
    wording.finding(claim, says, "Mention the significant issues, or correct what the statement reports.")
}

/// Whether a sentence says that there is no significant issue.
fn denies(sentence: &str) -> bool {
    let words = prose::words_of(sentence);
    let near = |from: usize, wanted: &dyn Fn(&str) -> bool| {
        let found = words.iter().skip(from).take(REACH).position(|word| wanted(word));
        found.map(|at| from + at + 1)
    };
    let no = words.iter().position(|word| matches!(word.as_str(), "no" | "not" | "any" | "without"));
    let significant = no.and_then(|at| near(at + 1, &|word| matches!(word, "significant" | "material")));
    let what = significant.and_then(|at| near(at, &|word| WHAT.contains(&word)));
    what.is_some() && prose::find_phrase(sentence, &LIMITS).is_none()
}

/// What the statement reports that is a significant issue or shows one, as the end of a sentence.
fn against(context: &StatementContext<'_>) -> Vec<String> {
    let review = &context.statement.review;
    let issues = review.issues.iter().map(|one| format!("{} ({})", one.title, one.id));
    let audited = review.assurances.iter().filter_map(|one| {
        let level = one.level.filter(|level| *level <= AssuranceLevel::Limited)?;
        let of_the_year = one.year.is_none_or(|year| year == context.year);
        let ours = one.kind == AssuranceKind::HeadOfInternalAudit && of_the_year;
        ours.then(|| format!("{level} in {}", one.title))
    });
    let weighs = |kind: MatterKind| kind.is_formal() || kind == MatterKind::SignificantWeakness;
    let matters = review.matters.iter().flatten().filter(|one| weighs(one.kind));
    issues.chain(audited).chain(matters.map(|one| format!("{} ({})", one.title, one.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::denies;

    #[test]
    fn the_claim_is_known_in_its_common_forms_and_a_limited_one_is_none() {
        for claim in [
            "There are no significant governance issues",
            "The review has not identified any significant weaknesses",
            "No issues",
            "We found no material control weaknesses",
        ] {
            assert_eq!(denies(claim), claim != "No issues", "{claim}");
        }
        for other in [
            "There are no other significant issues",
            "No significant issues remain from last year",
            "One issue is significant",
            "It is not clear how significant",
        ] {
            assert!(!denies(other), "{other}");
        }
    }
}
