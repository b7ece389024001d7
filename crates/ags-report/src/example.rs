//! A small report that holds each of the six outcomes, to try what writes and reads reports.

use std::borrow::Cow;

use ags_law::Citation;
use ags_statement::Stage;
use chrono::NaiveDate;
use governance_model::FinancialYear;

use crate::{Finding, Outcome, Report, RuleResult, Severity, Subject};

const ACT: Citation =
    Citation { instrument: "An Act", provision: "s. 1", url: Some("https://www.legislation.gov.uk/act") };
const GUIDE: Citation = Citation { instrument: "A Guide", provision: "chapter 2", url: None };

/// The report on a draft for 2021/22, checked as at 31 May 2022.
#[must_use]
pub fn report() -> Report {
    let result = |code, name, severity, citations, outcome| RuleResult {
        code: Cow::Borrowed(code),
        name: Cow::Borrowed(name),
        requirement: "Something is done.".into(),
        severity,
        outcome,
        answer: None,
        citations: vec![Citation::into(citations)],
    };
    let law = |code, name, outcome| result(code, name, Severity::Statutory, ACT, outcome);
    let guide = |code, name, outcome| result(code, name, Severity::ProperPractice, GUIDE, outcome);
    let due = |day, needs: &str| Outcome::NotDueYet { due: day, action: needs.into() };
    Report {
        subject: Subject::Statement,
        authority: "Example Borough Council".into(),
        year: FinancialYear::beginning(2021).ok(),
        stage: Some(Stage::Considered),
        as_at: day(5, 31),
        prior: None,
        approved: None,
        results: vec![
            law("REG-1", "fault-of-reg-1", due(day(11, 30), "Publish the statement.")),
            law("REG-2", "fault-of-reg-2", due(day(7, 31), "Publish the draft.")),
            law("REG-3", "fault-of-reg-3", Outcome::Met),
            result(
                "ADV-1",
                "fault-of-adv-1",
                Severity::Advisory,
                GUIDE,
                Outcome::not_met("/local_code", "The statement is long.", "Shorten it."),
            ),
            guide(
                "FW-1",
                "fault-of-fw-1",
                Outcome::NotMet {
                    findings: vec![
                        Finding::new(
                            "/review/opinions",
                            "The statement gives two opinions, one after the other, and it does not say which of \
                             the two it means.",
                            "Decide on one of them.",
                        ),
                        Finding::new("/review/conclusion", "The statement has no conclusion.", "Write one."),
                    ],
                },
            ),
            guide(
                "FW-2",
                "fault-of-fw-2",
                Outcome::needs_review("/review/opinions/0", "Is it fit for purpose?"),
            ),
            guide("FW-3", "fault-of-fw-3", Outcome::indeterminate("/review/year", "Give the year.")),
            guide("FW-4", "fault-of-fw-4", Outcome::not_applicable("It does not bind authorities in Wales.")),
            guide("FW-5", "fault-of-fw-5", Outcome::Met),
        ],
    }
}

/// A day of 2022.
fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap_or_default()
}
