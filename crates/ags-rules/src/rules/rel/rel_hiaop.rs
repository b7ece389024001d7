//! REL-HIAOP: Internal audit opinion out of step.

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
    name: "internal-audit-opinion-out-of-step",
    title: "Internal audit opinion out of step",
    requirement: "The statement gives the head of internal audit's opinion on the year, and its own opinion \
        is no better without a reason.",
    method: "The review holds the head of internal audit's annual opinion: for the year, with its level, \
        what it found and when it was given, which is not after the statement was approved.\n\nThe \
        statement's own opinion agrees with it. Reasonable or substantial assurance beside limited assurance \
        or none from internal audit is a contradiction where the opinion says nothing of internal audit; \
        where it does, and where substantial assurance stands beside reasonable, a person is asked whether \
        the reason is given. One case is left to FW16-OPIN: substantial assurance, a significant issue, and \
        limited assurance or none. An assessment of one principle is REL-CONS, and an empty list of issues \
        is SIG-2.",
    rationale: "The head of internal audit gives the opinion in time so that the statement can rest on it. A \
        reader who finds two different levels on one year must be told why.",
    limitations: "Whether the opinion's qualifications, and any limit on its scope, are given in full; and \
        whether the words that name internal audit give a good reason, for which a person is asked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::PSIAS.part("the annual internal audit opinion, to inform the governance statement"),
        ags_law::GIAS_UK.part("the annual opinion, to inform the governance statement"),
        ags_law::QUALITY.part("internal audit's opinion supports the statement"),
    ],
    scope: crate::rules::scope::EVERY_STATEMENT,
    uses_prior_year: false,
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
            format!("Give the head of internal audit's opinion on {}, with its level.", context.year),
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
            "Give the level that the head of internal audit's opinion comes to.",
        );
    };
    let ours = context.statement.review.opinions.iter().enumerate();
    let ours = ours.filter_map(|(index, one)| Some((one.level?, index, one)));
    let Some((level, index, opinion)) = ours.max_by_key(|(level, ..)| *level) else {
        return Outcome::indeterminate("/review/opinions", "Give the level of the statement's own opinion.");
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
            format!("The statement names {} and does not say what it found.", one.title),
            "Give its opinion on governance, risk management and control, with any qualification.",
        )
    });
    silent.into_iter().chain(untimely(context, at, one)).collect()
}

/// An opinion whose date is not given, or that came after the statement it is to support.
fn untimely(context: &StatementContext<'_>, at: &Pointer, one: &Assurance) -> Option<Finding> {
    let at = at.key("given");
    let Some((given, (first, _))) = one.given.and_then(|given| Some((given, given.days()?))) else {
        let says = format!("The statement does not say when {} was given.", one.title);
        return Some(Finding::new(at, says, "Give the day or month, which is in time for the review."));
    };
    let approval = context.approval().filter(|approval| approval.on < first)?;
    let says = format!(
        "The statement was approved on {}, and {} was given after that, {}.",
        english::date(approval.on),
        one.title,
        english::at(given),
    );
    let fix = "Approve the statement again in the light of the opinion, or correct the date.";
    Some(Finding::new(at, says, fix))
}

/// The statement's opinion beside a lower one of internal audit.
fn beside(
    context: &StatementContext<'_>,
    (ours, index, opinion): (AssuranceLevel, usize, &Opinion),
    (theirs, at, auditor): (AssuranceLevel, &Pointer, &Assurance),
) -> Outcome {
    let both = format!("The statement's opinion is {ours}, while {} gives {theirs}", auditor.title);
    let place = at.key("level");
    if theirs > AssuranceLevel::Limited || prose::find_phrase(&opinion.text, &NAMES).is_some() {
        return Outcome::needs_review(
            place,
            format!("{both}: does the statement say why its own is better?"),
        );
    }
    if ours == AssuranceLevel::Substantial && !context.statement.review.issues.is_empty() {
        return Outcome::not_applicable(format!("{both}; FW16-OPIN holds the two against each other."));
    }
    let found = auditor.text.as_ref().map_or_else(String::new, |says| format!(" (\"{says}\")"));
    let finding = Finding::new(
        Pointer::root().key("review").key("opinions").index(index).key("level"),
        format!("{both}{found}; the opinion says nothing of internal audit."),
        "Lower the opinion to what internal audit bears, or say in it why the authority's own is better.",
    );
    Outcome::NotMet { findings: vec![finding.quoting(&opinion.text, &opinion.source)] }
}
