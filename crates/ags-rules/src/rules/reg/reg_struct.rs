//! REG-STRUCT: Not settled before the council was dissolved.

use chrono::NaiveDate;
use governance_model::{AuthorityKind, FinancialYear};

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::signatures;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REG-STRUCT.
pub const RULE: Rule = Rule {
    code: "REG-STRUCT",
    name: "not-settled-before-the-council-was-dissolved",
    title: "Not settled before the council was dissolved",
    requirement: "A council that is dissolved approves and signs the statement of its last year by that \
        day.",
    method: "Where an order dissolves the council, the statement of its last year was approved not later \
        than the day of dissolution, and signed by the leader and the head of paid service. The last year \
        is the one the day before lies in.",
    rationale: "Once the council is gone nobody can speak for how it was governed; its successor answers \
        for the accounts alone.",
    limitations: "Whether the successor's chief financial officer told its members of an error found later. \
        The regulations cited are those for districts that merge; a district that gives way to a unitary \
        council is under others like them, which were not read, and for other councils a person is asked.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::BOUNDARY_2018
        .at("reg. 24", "https://www.legislation.gov.uk/uksi/2018/1128/regulation/24/made")],
    scope: Scope { from: 2018, ..Scope::ENGLAND_CATEGORY_1 },
    uses_prior_year: false,
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
            "The authority is dissolved on {on}, and {} is not its last year.",
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
            "The authority is dissolved on {}: does its order have the statement approved and signed by \
             then, as it is for districts that merge?",
            english::date(dissolves)
        ),
    )
}

fn settled(context: &StatementContext<'_>, dissolves: NaiveDate) -> Outcome {
    let by = english::date(dissolves);
    let needs =
        format!("Approve the statement by {by} and have the leader and the head of paid service sign it.");
    let approval = context.approval();
    if approval.is_none() && context.as_at <= dissolves {
        return Outcome::NotDueYet { due: dissolves, action: needs };
    }
    let Some(approval) = approval else {
        let says = format!("The authority was dissolved on {by}, and the statement is not approved.");
        return Outcome::not_met("/sign_off/approvals", says, needs);
    };
    let mut findings = Vec::new();
    if dissolves < approval.on {
        let on = english::date(approval.on);
        let says = format!("The statement was approved on {on}, and the authority was dissolved on {by}.");
        findings.push(Finding::new(context.approval_pointer().key("on"), says, needs.clone()));
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
            "{} signed on {}, and the authority was dissolved on {}.",
            signature.title,
            english::date(signature.on),
            english::date(dissolves)
        );
        let fix = "Correct the day if it is wrong; nobody can sign for an authority that is dissolved.";
        Finding::new(Pointer::root().key("sign_off").key("signatures").index(index).key("on"), says, fix)
    })
}
