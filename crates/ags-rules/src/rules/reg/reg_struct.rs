//! REG-STRUCT: Statement not completed before dissolution.

use chrono::NaiveDate;
use governance_model::{AuthorityKind, FinancialYear};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::{bodies, signatures};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REG-STRUCT.
pub const RULE: Rule = Rule {
    code: "REG-STRUCT",
    name: "statement-not-completed-before-dissolution",
    title: "Statement not completed before dissolution",
    requirement: "A council that is dissolved approves and signs the statement of its last year by the day \
        of dissolution.",
    method: "Where an order dissolves the council, the statement of its last year was approved on or \
        before the day of dissolution, and signed by the leader and the head of paid service. The last \
        year is the one that includes the day before dissolution.",
    rationale: "Once the council is dissolved nobody can report on how it was governed; its successor is \
        responsible for the accounts only.",
    limitations: "Whether the successor's chief financial officer reported an error that was found later. \
        The regulations cited apply to districts that merge; a district that is replaced by a unitary \
        council is under similar ones, which were not read, and for other councils a question is asked.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::BOUNDARY_2018
        .at("reg. 24", "https://www.legislation.gov.uk/uksi/2018/1128/regulation/24/made")],
    scope: Scope { from: 2018, ..Scope::ENGLAND_CATEGORY_1 },
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let authority = &context.statement.local_code.authority;
    let Some(dissolves) = authority.dissolves else {
        return Outcome::not_applicable("No order dissolves the authority.");
    };
    let last_year = dissolves.pred_opt().and_then(|day| FinancialYear::of(day).ok());
    if last_year != Some(context.year) {
        let on = english::date(dissolves);
        return Outcome::not_applicable(format!(
            "The authority is dissolved on {on}, but {} is not its last year.",
            context.year
        ));
    }
    let outcome = settled(context, dissolves);
    if authority.kind == AuthorityKind::District || matches!(outcome, Outcome::Met) {
        return outcome;
    }
    Outcome::needs_review(
        "/local_code/authority/dissolves",
        format!(
            "The authority is dissolved on {}. Does its order require the statement to be approved and \
                signed by then, as for districts that merge?",
            english::date(dissolves)
        ),
    )
}

fn settled(context: &StatementContext<'_>, dissolves: NaiveDate) -> Outcome {
    let by = english::date(dissolves);
    let needs = format!(
        "Approve the statement by {by}, with the signatures of the leader and the head of paid \
            service."
    );
    let approval = context.approvals_for(&context.statement.local_code.authority).last();
    if approval.is_none() {
        if let Some(unnamed) = bodies::unnamed_authority(context) {
            return unnamed;
        }
        if context.as_at <= dissolves {
            return Outcome::NotDueYet { due: dissolves, action: needs };
        }
    }
    let Some((at, approval)) = approval else {
        let says = format!("The authority was dissolved on {by}, but the statement has not been approved.");
        return Outcome::not_met("/sign_off/approvals", says, needs);
    };
    let mut findings = Vec::new();
    if dissolves < approval.on {
        let on = english::date(approval.on);
        let says = format!("The statement was approved on {on}, but the authority was dissolved on {by}.");
        findings.push(Finding::new(at.key("on"), says, needs.clone()));
    }
    findings.extend(signed_after(context, dissolves));
    match signatures::pair(context, Some(dissolves)) {
        Outcome::NotMet { findings: unsigned } => findings.extend(unsigned),
        open if findings.is_empty() => return open,
        _ => {}
    }
    Outcome::of(findings)
}

fn signed_after(context: &StatementContext<'_>, dissolves: NaiveDate) -> impl Iterator<Item = Finding> {
    let late = signatures::dated(context).filter(move |(_, signature)| dissolves < signature.on);
    late.map(move |(index, signature)| {
        let says = format!(
            "{} signed on {}, but the authority was dissolved on {}.",
            signature.title,
            english::date(signature.on),
            english::date(dissolves)
        );
        let fix = "Correct the date if it is wrong; nobody can sign for a dissolved authority.";
        Finding::new(Pointer::root().key("sign_off").key("signatures").index(index).key("on"), says, fix)
    })
}
