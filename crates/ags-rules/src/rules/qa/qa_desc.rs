//! QA-DESC: Documents listed instead of evidence.

use std::collections::BTreeMap;

use governance_model::{Evidence, EvidenceBasis, FrameworkRef};

use crate::context::StatementContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// QA-DESC.
pub const RULE: Rule = Rule {
    code: "QA-DESC",
    name: "documents-listed-instead-of-evidence",
    title: "Documents listed instead of evidence",
    requirement: "For each principle, the evidence shows what was done and not only which documents exist.",
    method: "For each principle of the framework, in the local code and in the review, at least one piece \
        of evidence shows an arrangement in operation: it is marked as operating, has a date, or says that \
        something was done, such as \"reviewed\" or \"reported\". A principle without evidence is \
        checked by FW16-ASSESS.",
    rationale: "An auditor found documents listed instead of evidence that they are followed. A policy \
        says what should happen; the statement reports what did.",
    limitations: "Whether what was done shows that the arrangement works.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[ags_law::QUALITY.at(
        "Epsom & Ewell Borough Council: the annual governance statement 2021/22: documents listed instead \
            of evidence",
        "https://democracy.epsom-ewell.gov.uk/ieIssueDetails.aspx?IId=9871&Opt=3",
    )],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// Words that tell of something done.
const DONE: [&str; 28] = [
    "adopted",
    "agreed",
    "approved",
    "assessed",
    "attended",
    "audited",
    "carried out",
    "completed",
    "concluded",
    "confirmed",
    "considered",
    "consulted",
    "examined",
    "found",
    "held",
    "inspected",
    "met",
    "monitored",
    "presented",
    "published",
    "received",
    "reported",
    "reviewed",
    "scrutinised",
    "tested",
    "took place",
    "trained",
    "updated",
];

/// A piece of evidence with its place in the statement.
type Placed<'a> = (Pointer, &'a Evidence);

fn check(context: &StatementContext<'_>) -> Outcome {
    let by_principle = by_principle(context);
    if by_principle.is_empty() {
        return Outcome::not_applicable("The statement gives no evidence for any principle.");
    }
    let framework = context.statement.local_code.framework.framework();
    let findings = framework.principles.iter().filter_map(|principle| {
        let evidence = by_principle.get(principle.id)?;
        let (at, first) = evidence.first()?;
        if evidence.iter().any(|(_, one)| shows_work(one)) {
            return None;
        }
        let says = format!(
            "The {} for principle {}, {}, {} documents only and not what was done.",
            english::count(evidence.len(), "item of evidence", "items of evidence"),
            principle.id,
            principle.title,
            if evidence.len() == 1 { "describes" } else { "describe" },
        );
        let fix = "Add evidence of what was done in the year, such as a review or a report, with its date.";
        Some(Finding::new(at.as_str(), says, fix).quoting(&first.text, &first.source))
    });
    Outcome::of(findings.collect())
}

fn shows_work(one: &Evidence) -> bool {
    let tells = |text: &str| prose::find_phrase(text, &DONE).is_some() || !prose::mentions(text).is_empty();
    let told = one.basis == EvidenceBasis::Operating
        || one.when.is_some()
        || one.parts.iter().chain([&one.text]).any(|text| tells(text));
    one.state.is_in_place() && told
}

/// The evidence for each principle: that of the local code, then that of the review that its assessments
/// name.
fn by_principle<'a>(context: &StatementContext<'a>) -> BTreeMap<&'static str, Vec<Placed<'a>>> {
    let mut found: BTreeMap<&'static str, Vec<Placed<'a>>> = BTreeMap::new();
    let code = &context.statement.local_code;
    let framework = code.framework.framework();
    let principle = |of: &FrameworkRef| framework.find(of).map(|place| place.principle().id);
    let mut covered: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for (at, arrangement) in code.arrangements() {
        let mut own: Vec<_> = arrangement.covers.iter().filter_map(principle).collect();
        if arrangement.covers.is_empty() {
            let above = at.rsplit_once("/arrangements/").and_then(|(above, _)| covered.get(above));
            own = above.cloned().unwrap_or_default();
        }
        own.sort_unstable();
        own.dedup();
        for id in &own {
            let below = Pointer::root().key("local_code").join(&at.clone().into());
            let placed = arrangement.evidence.iter().enumerate();
            let placed = placed.map(|(index, one)| (below.key("evidence").index(index), one));
            found.entry(id).or_default().extend(placed);
        }
        covered.insert(at, own);
    }
    found.retain(|_, evidence| !evidence.is_empty());
    let review = &context.statement.review;
    for assessment in &review.assessments {
        let Some(id) = assessment.framework_ref.as_ref().and_then(principle) else {
            continue;
        };
        let own = review.evidence.iter().enumerate().filter(|(_, one)| assessment.evidence.contains(&one.id));
        let placed =
            own.map(|(index, one)| (Pointer::root().key("review").key("evidence").index(index), one));
        found.entry(id).or_default().extend(placed);
    }
    found
}
