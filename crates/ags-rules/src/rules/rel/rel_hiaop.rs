//! REL-HIAOP: Opinion inconsistent with internal audit.

use crate::prose;
use governance_model::{Assurance, AssuranceLevel, Opinion};

use super::assurances::internal_audit;
use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REL-HIAOP.
pub const RULE: Rule = Rule {
    code: "REL-HIAOP",
    name: "opinion-inconsistent-with-internal-audit",
    title: "Opinion inconsistent with internal audit",
    requirement: "The statement reports the head of internal audit's annual opinion, and its own opinion \
        is no higher without a reason.",
    method: "The review holds the head of internal audit's annual opinion for the year, with its level, \
        its findings and the date it was given, which is not after the approval of the statement.\n\nThe \
        statement's own opinion agrees with it. Reasonable or substantial assurance is inconsistent with \
        limited assurance or none from internal audit where the opinion does not mention internal audit; \
        where it does, and where the opinion is substantial and internal audit's is reasonable, a question \
        is asked about the reason. Substantial assurance with a significant issue and limited assurance or \
        none is checked by FW16-OPIN, the assessment of one principle by REL-CONS, and a statement without \
        issues by SIG-2.",
    rationale: "The head of internal audit gives the opinion in time for the statement to rely on it. \
        Readers need an explanation of two different levels for one year.",
    limitations: "Whether the opinion's qualifications and any limits of scope are given in full; and \
        whether a text that mentions internal audit gives a good reason, about which a question is asked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::PSIAS.part("the annual internal audit opinion, to inform the governance statement"),
        ags_law::GIAS_UK.part("the annual opinion, to inform the governance statement"),
        ags_law::QUALITY.part("internal audit's opinion supports the statement"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    check: Check::Statement(check),
};

/// The words by which an opinion speaks of internal audit.
const NAMES: [&str; 3] = ["internal audit", "internal auditor", "internal auditors"];

const ASSURANCES: Pointer = Pointer::fixed("/review/assurances");

fn check(context: &StatementContext<'_>) -> Outcome {
    let given = internal_audit(context);
    if given.is_empty() {
        return Outcome::indeterminate(
            ASSURANCES,
            "Give the head of internal audit's annual opinion for the year, with its level.",
        );
    }
    let findings: Vec<Finding> = given.iter().flat_map(|(at, one)| incomplete(context, at, one)).collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    let levels = given.iter().filter_map(|(at, one)| Some((one.level?, at, *one)));
    let Some((theirs, at, auditor)) = levels.min_by_key(|(level, ..)| *level) else {
        return Outcome::indeterminate(
            given.first().map_or(ASSURANCES, |(at, _)| at.clone()).key("level"),
            "Give the level of the head of internal audit's annual opinion.",
        );
    };
    let ours = context.statement.review.opinions.iter().enumerate();
    let ours = ours.filter_map(|(index, one)| Some((one.level?, index, one)));
    let Some((level, index, opinion)) = ours.max_by_key(|(level, ..)| *level) else {
        return Outcome::indeterminate(
            "/review/opinions",
            "Give the level of assurance: no, limited, reasonable or substantial.",
        );
    };
    if level <= theirs {
        return Outcome::Met;
    }
    beside(context, (level, index, opinion), (theirs, at, auditor))
}

/// What is not said of an opinion of internal audit, or said too late.
fn incomplete(context: &StatementContext<'_>, at: &Pointer, one: &Assurance) -> Vec<Finding> {
    let silent = is_blank(one.text.as_ref()).then(|| {
        Finding::new(
            at.key("text"),
            format!("The statement names {} but does not report its findings.", one.title),
            "Report internal audit's opinion on governance, risk management and control, with any \
                qualification.",
        )
    });
    silent.into_iter().chain(untimely(context, at, one)).collect()
}

/// An opinion whose date is not given, or that came after the statement it is to support.
fn untimely(context: &StatementContext<'_>, at: &Pointer, one: &Assurance) -> Option<Finding> {
    let at = at.key("given");
    let Some((given, (first, _))) = one.given.and_then(|given| Some((given, given.days()?))) else {
        let says = format!("The statement does not give the date of {}.", one.title);
        return Some(Finding::new(at, says, "Give the date of the head of internal audit's opinion."));
    };
    let approval = context.approval().filter(|approval| approval.on < first)?;
    let says = format!(
        "The statement was approved on {}, but {} was given later, {}.",
        english::date(approval.on),
        one.title,
        english::at(given),
    );
    let fix = "Approve the statement again after considering the opinion, or correct the date.";
    Some(Finding::new(at, says, fix))
}

/// The statement's opinion beside a lower one of internal audit.
fn beside(
    context: &StatementContext<'_>,
    (ours, index, opinion): (AssuranceLevel, usize, &Opinion),
    (theirs, at, auditor): (AssuranceLevel, &Pointer, &Assurance),
) -> Outcome {
    let both = format!("The statement's opinion is {ours}, but \"{}\" gives {theirs}", auditor.title);
    let place = at.key("level");
    if theirs > AssuranceLevel::Limited || prose::find_phrase(&opinion.text, &NAMES).is_some() {
        return Outcome::needs_review(
            place,
            format!("{both}. Does the statement explain why its own opinion is higher?"),
        );
    }
    if ours == AssuranceLevel::Substantial && !context.statement.review.issues.is_empty() {
        return Outcome::not_applicable(format!("{both}; FW16-OPIN compares the two."));
    }
    let found = auditor.text.as_ref().map_or_else(String::new, |says| format!(" (\"{says}\")"));
    let finding = Finding::new(
        Pointer::root().key("review").key("opinions").index(index).key("level"),
        format!("{both}{found}; the opinion does not mention internal audit."),
        "Revise the opinion in line with internal audit's, or explain in the opinion why the authority's \
            own is higher.",
    );
    Outcome::NotMet { findings: vec![finding.quoting(&opinion.text, &opinion.source)] }
}
