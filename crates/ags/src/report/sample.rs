//! A small report that holds each of the six answers, for tests.

use crate::report::{Judged, Position, Problem, Report, RuleResult, Totals, Unread};
use crate::rule::{Cite, Finding, Outcome, Severity, Subject};
use crate::sample::day;
use crate::statement::Stage;
use crate::waiver::Waivers;

const ACT: &[Cite] =
    &[Cite { instrument: "An Act", provision: "s. 1", url: Some("https://www.legislation.gov.uk/act") }];
const GUIDE: &[Cite] = &[Cite { instrument: "A Guide", provision: "chapter 2", url: None }];

/// The report on a draft for 2021/22, judged on 31 May 2022.
pub fn report() -> Report {
    let result = |code, name, severity, cites, outcome| RuleResult {
        code,
        name,
        asks: "Something is done.",
        severity,
        outcome,
        cites,
    };
    let law = |code, name, outcome| result(code, name, Severity::Statute, ACT, outcome);
    let guide = |code, name, outcome| result(code, name, Severity::ProperPractice, GUIDE, outcome);
    let due = |day, needs: &str| Outcome::NotDueYet { due: day, needs: needs.into() };
    Report {
        subject: Subject::Statement,
        authority: "Example Borough Council".into(),
        year: Some("2021/22".parse().unwrap()),
        stage: Some(Stage::Considered),
        as_at: day(2022, 5, 31),
        prior: None,
        results: vec![
            law("REG-1", "fault-of-reg-1", due(day(2022, 11, 30), "Publish the statement.")),
            law("REG-2", "fault-of-reg-2", due(day(2022, 7, 31), "Publish the draft.")),
            law("REG-3", "fault-of-reg-3", Outcome::Met),
            result(
                "ADV-1",
                "fault-of-adv-1",
                Severity::Advice,
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
            guide("FW-2", "fault-of-fw-2", Outcome::ask("/review/opinions/0", "Is it fit for purpose?")),
            guide("FW-3", "fault-of-fw-3", Outcome::cannot_tell("/review/year", "Give the year.")),
            guide("FW-4", "fault-of-fw-4", Outcome::not_applicable("It does not bind authorities in Wales.")),
            guide("FW-5", "fault-of-fw-5", Outcome::Met),
        ],
    }
}

/// The report on a file, with a place whose position is known.
pub fn judged() -> Judged {
    let positions = [("/review/opinions".to_owned(), Position { line: 7, column: 3 })];
    Judged { file: "s.json".into(), report: report(), positions: positions.into_iter().collect() }
}

/// A file that could not be judged.
pub fn unread() -> Unread {
    let position = Some(Position { line: 2, column: 5 });
    let problem = Problem { at: "/review/year".into(), position, says: "write a year".into() };
    Unread { file: "broken.json".into(), problems: vec![problem] }
}

/// What came of the two.
pub fn totals() -> Totals {
    let counts = report().counts();
    let none = Totals::new(day(2022, 5, 31), Severity::Advice);
    Totals { judged: 1, failing: 1, unread: 1, counts, exit_code: 3, ..none }
}

/// A file with a finding that is waived and a breach of the law that is only noted.
pub fn waived() -> Judged {
    let waivers = b"[[waiver]]\nrule = 'ADV-1'\nreason = 'It is long.'\naccepted_by = 'Audit Committee'\n\
        until = '2022-12-31'\n[[waiver]]\nrule = 'REG-3'\nreason = 'No.'\naccepted_by = 'Nobody'\n\
        until = '2022-12-31'\n";
    let waivers = Waivers::read(waivers, "waivers.toml").unwrap();
    let mut judged = judged();
    judged.report.results[2].outcome = Outcome::not_met("/review", "It is late.", "Be early.");
    judged.report = waivers.desk().apply(judged.report);
    judged
}
