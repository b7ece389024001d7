//! REL-REC: Auditor's report without a response.

use chrono::{Months, NaiveDate};
use governance_model::{Matter, MatterKind, When};

use super::matters::{matters, named, quoting, unlisted, unreported};
use super::wording::is_blank;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REL-REC.
pub const RULE: Rule = Rule {
    code: "REL-REC",
    name: "auditors-report-without-a-response",
    title: "Auditor's report without a response",
    requirement: "Public interest reports and statutory recommendations of the auditor are listed, \
        answered and reported as issues.",
    method: "England only. Each public interest report and each written recommendation of the local \
        auditor is reported as a significant issue, and no reason for leaving it out is accepted; the \
        statement gives the authority's response. A public interest report was considered by \
        members in public within one month; until the month has passed that is not due. A statement that \
        reports no issue at all is also checked by SIG-2.",
    rationale: "These are the auditor's most serious powers. The Act requires the authority to respond in \
        public.",
    limitations: "Whether the auditor allowed more time; the date on which a report was sent, where the \
        statement gives the date it was made; and reports that the statement does not list.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::LAAA_2014.at("s. 24 and Sch. 7", "https://www.legislation.gov.uk/ukpga/2014/2/schedule/7")
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

/// The time members have to consider a public interest report, from the day it was sent.
const MONTHS_TO_CONSIDER: Months = Months::new(1);

fn check(context: &StatementContext<'_>) -> Outcome {
    let kinds = [MatterKind::PublicInterestReport, MatterKind::StatutoryRecommendation];
    let Some(reports) = matters(context, &kinds) else {
        return unlisted();
    };
    let findings: Vec<Finding> = reports
        .iter()
        .flat_map(|(at, matter)| {
            let reported = unreported(context, at, matter);
            reported.into_iter().chain(unanswered(at, matter)).chain(not_considered(context, at, matter))
        })
        .collect();
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    reports.iter().find_map(|(at, matter)| waits(context, at, matter)).unwrap_or(Outcome::Met)
}

fn unanswered(at: &Pointer, matter: &Matter) -> Option<Finding> {
    is_blank(matter.response.as_ref()).then(|| {
        let finding = Finding::new(
            at.key("response"),
            format!("The statement does not give the authority's response to {}.", named(matter)),
            "Give the authority's response and the action taken.",
        );
        quoting(finding, matter)
    })
}

/// The last day on which members may consider a public interest report.
fn consider_by(matter: &Matter) -> Option<NaiveDate> {
    let (_, made) = matter.when.and_then(When::days)?;
    made.checked_add_months(MONTHS_TO_CONSIDER)
}

fn not_considered(context: &StatementContext<'_>, at: &Pointer, matter: &Matter) -> Option<Finding> {
    let by = consider_by(matter).filter(|_| matter.kind == MatterKind::PublicInterestReport)?;
    let done = matter.considered.filter(|day| *day <= context.as_at);
    let late = match done {
        Some(day) if day <= by => return None,
        Some(day) => format!("members considered it on {}", english::date(day)),
        None if context.as_at <= by => return None,
        None => "the statement does not give the date on which members considered it".into(),
    };
    Some(Finding::new(
        at.key("considered"),
        format!(
            "{} was due to be considered in public by {}, but \
            {late}.",
            named(matter),
            english::date(by)
        ),
        "Give the date of the meeting; if it was late, give the reason or say that the auditor allowed \
            more time.",
    ))
}

/// A public interest report that members have not considered yet, or of which it is not known when it was
/// made.
fn waits(context: &StatementContext<'_>, at: &Pointer, matter: &Matter) -> Option<Outcome> {
    if matter.kind != MatterKind::PublicInterestReport {
        return None;
    }
    let Some(due) = consider_by(matter) else {
        let missing = format!("Give the date of {}.", named(matter));
        return Some(Outcome::indeterminate(at.key("when"), missing));
    };
    let done = matter.considered.is_some_and(|day| day <= context.as_at);
    let needs = format!("Members consider {} at a meeting in public.", named(matter));
    (!done).then_some(Outcome::NotDueYet { due, action: needs })
}
