//! REL-CONS: Assessment higher than its assurance.

use governance_model::{Assessment, Assurance, AssuranceKind, AssuranceLevel, FrameworkEdition};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REL-CONS.
pub const RULE: Rule = Rule {
    code: "REL-CONS",
    name: "assessment-higher-than-its-assurance",
    title: "Assessment higher than its assurance",
    requirement: "The assessments of the principles agree with the findings of internal audit and of \
        others.",
    method: "The assessment of the principle on risk and internal control (F of 2016 or 4 of 2007) is no \
        higher than an internal audit opinion of limited assurance or none; where the principle itself is \
        not assessed, its sub-principles on risk and control are compared. A question is asked where \
        another source gives limited assurance or none and every principle is assessed as \
        higher.\n\nRelated rules: REL-HIAOP compares the overall opinion with internal audit's; SIG-2 and \
        QA-NOSIG check a statement that reports or mentions no issues; REL-VFM, REL-REC, REL-114 and \
        REL-INSP check that the reports of auditors, officers and inspectors are reported.",
    rationale: "Auditors compare the statement with their own findings, and report where the two differ. \
        Members approve it as one document, so it must be consistent.",
    limitations: "Contradictions in the text, or between scores; and whether an assessment of one service \
        affects a principle.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("the annual governance statement, review of effectiveness"),
        ags_law::QUALITY.part("the statement agrees with the findings of others"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let low = low(context);
    let audit = low.iter().filter(|one| one.assurance.kind == AssuranceKind::HeadOfInternalAudit);
    let findings: Vec<Finding> = audit.flat_map(|audit| too_good(context, audit)).collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if assessed(context).next().is_none() {
        return Outcome::indeterminate(
            "/review/assessments",
            "Give the level of each principle's assessment.",
        );
    }
    if levels(context).next().is_none() {
        return Outcome::indeterminate(
            "/review/assurances",
            "Give the levels of the assurances for the year.",
        );
    }
    low.iter().find_map(|one| unseen(context, one)).unwrap_or(Outcome::Met)
}

/// An assurance on the year, its level and its place.
struct Given<'a> {
    at: Pointer,
    assurance: &'a Assurance,
    level: AssuranceLevel,
}

fn levels<'a>(context: &StatementContext<'a>) -> impl Iterator<Item = Given<'a>> {
    let year = context.year;
    context.statement.review.assurances.iter().enumerate().filter_map(move |(index, assurance)| {
        let of_the_year = assurance.year.is_none_or(|of| of == year);
        let level = assurance.level.filter(|_| of_the_year)?;
        Some(Given {
            at: Pointer::root().key("review").key("assurances").index(index).key("level"),
            assurance,
            level,
        })
    })
}

fn low<'a>(context: &StatementContext<'a>) -> Vec<Given<'a>> {
    levels(context).filter(|one| one.level <= AssuranceLevel::Limited).collect()
}

/// The assessments of the year that have a level, with their places.
fn assessed<'a>(
    context: &StatementContext<'a>,
) -> impl Iterator<Item = (Pointer, &'a Assessment, AssuranceLevel)> {
    let year = context.year;
    context.statement.review.assessments.iter().enumerate().filter_map(move |(index, one)| {
        let level = one.level.filter(|_| one.year.is_none_or(|of| of == year))?;
        Some((Pointer::root().key("review").key("assessments").index(index).key("level"), one, level))
    })
}

/// The principle on risk and control, and its parts on them, in which an opinion of internal audit must show.
const fn control(edition: FrameworkEdition) -> Option<(&'static str, &'static [&'static str])> {
    match edition {
        FrameworkEdition::CipfaSolace2016 => Some(("F", &["F1", "F3"])),
        FrameworkEdition::CipfaSolace2007 => Some(("4", &["4.3"])),
        _ => None,
    }
}

/// Assessments of risk and control that are better than internal audit's opinion on them.
fn too_good(context: &StatementContext<'_>, audit: &Given<'_>) -> Vec<Finding> {
    let Some((principle, parts)) = control(context.statement.review.framework) else {
        return Vec::new();
    };
    let of =
        |one: &Assessment| one.framework_ref.as_ref().map(|of| of.as_str().to_owned()).unwrap_or_default();
    let whole = assessed(context).any(|(_, one, _)| of(one) == principle);
    let counts = |of: &str| if whole { of == principle } else { parts.contains(&of) };
    let better = assessed(context).filter(|(_, one, level)| counts(&of(one)) && *level > audit.level);
    better
        .map(|(at, one, level)| {
            let reason = one.reason.as_ref().map(|reason| format!(" (\"{reason}\")")).unwrap_or_default();
            let finding = Finding::new(
                at,
                format!(
                    "The assessment of {} gives {level}{reason}, but \"{}\" gives {} on risk management \
                        and control.",
                    of(one),
                    audit.assurance.title,
                    audit.level
                ),
                "Revise the assessment in line with internal audit's findings, or explain the difference.",
            );
            match &audit.assurance.text {
                Some(says) => finding.quoting(says, &audit.assurance.source),
                None => finding,
            }
        })
        .collect()
}

/// A low assurance of another source that no assessment shows.
fn unseen(context: &StatementContext<'_>, low: &Given<'_>) -> Option<Outcome> {
    let audit = low.assurance.kind == AssuranceKind::HeadOfInternalAudit;
    let least = assessed(context).map(|(.., level)| level).min()?;
    (!audit && least > low.level).then(|| {
        let question = format!(
            "\"{}\" gives {}, but every principle is assessed as {least} or better. Are its findings \
                too minor \
                to affect any assessment?",
            low.assurance.title, low.level
        );
        Outcome::needs_review(low.at.as_str(), question)
    })
}
