//! REL-CONS: Assessment above its assurance.

use governance_model::{Assessment, Assurance, AssuranceKind, AssuranceLevel, FrameworkEdition};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REL-CONS.
pub const RULE: Rule = Rule {
    code: "REL-CONS",
    name: "assessment-above-its-assurance",
    title: "Assessment above its assurance",
    requirement: "The statement's assessments of the principles agree with what internal audit and others \
        said.",
    method: "The assessment of the principle on risk and internal control, F of 2016 or 4 of 2007, is no \
        better than an opinion of internal audit that is limited assurance or none; its sub-principles on \
        risk and control count where the principle itself is not assessed. Where another source gives \
        limited assurance or none and every principle is assessed as better, a person is asked.\n\nThe \
        neighbours: the opinion as a whole against internal audit's is REL-HIAOP; an empty list of issues \
        against what others said is SIG-2, and words that deny issues are QA-NOSIG; weaknesses the auditor \
        found are REL-VFM, reports under statute REL-REC and REL-114, inspections REL-INSP.",
    rationale: "Auditors read the statement beside their own findings, and report where the two differ. \
        Members approve it as one text, and it has to be one.",
    limitations: "Contradictions in words, or between scores; and whether a judgement on one service bears \
        on a principle.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::FRAMEWORK_2016.part("the annual governance statement, review of effectiveness"),
        ags_law::QUALITY.part("the statement agrees with what others said"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    uses_prior_year: false,
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
            "Give the levels of the assurances on the year.",
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
                    "{} is assessed as {level}{reason}, while {} gives {} on risk management and control.",
                    of(one),
                    audit.assurance.title,
                    audit.level
                ),
                "Lower the assessment to what internal audit found, or say what the authority knows that \
                 internal audit did not.",
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
            "{} gives {}, and every principle is assessed as {least} or better: is what it found small \
             enough not to show in any of them?",
            low.assurance.title, low.level
        );
        Outcome::needs_review(low.at.as_str(), question)
    })
}
