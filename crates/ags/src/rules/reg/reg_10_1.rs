//! REG-10-1: not published as approved in time.

use governance_model::Category;

use crate::case::Case;
use crate::law::{self, Duty, Source};
use crate::rule::{Binds, Check, Finding, Outcome, Rule, Severity, Status};
use crate::rules::reg::{self, Undone};
use crate::statement::{Published, PublishedWith};
use crate::words;

/// REG-10-1.
pub const RULE: Rule = Rule {
    code: "REG-10-1",
    name: "not-published-as-approved-in-time",
    asks: "The approved statement is published with the accounts and the narrative by the last day.",
    checks: "The approved statement was published on the website by the last day of the year, after it and \
        the accounts were approved, with the accounts and the narrative statement. A publication after \
        that day, with a notice that the audit is not finished, is put to a person.",
    why: "The public reads how it was governed, beside the figures, while it still matters.",
    cannot_tell: "Whether the address works, whether the auditor's opinion is there, and how soon after the \
        auditor's findings a late statement came out. From 2023/24 to 2027/28 the days of regulation 9A \
        are taken for the last days.",
    severity: Severity::Statute,
    status: Status::Stable,
    cites: &[
        law::AAR_2015.at("reg. 10(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/10"),
        law::AMENDMENT_2020.at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
        law::AMENDMENT_2021.at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2021/263/regulation/2/made"),
        law::AMENDMENT_2022.at("reg. 2(2)", "https://www.legislation.gov.uk/uksi/2022/708/regulation/2/made"),
        law::AMENDMENT_2024.at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2024/907/regulation/2/made"),
    ],
    binds: Binds::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

const AT: &str = "/sign_off/publication/as_approved";

fn check(case: &Case<'_>) -> Outcome {
    let Some(published) = case.as_approved() else {
        return Undone {
            at: reg::publication(case, "as_approved"),
            says: "The approved statement is not published",
            needs: "Publish the approved statement on the website, with accounts and narrative statement.",
        }
        .before_sign_off_ends(case, Category::One);
    };
    let mut findings = too_early(case, published);
    findings.extend(left_out(published));
    let in_time = in_time(case, published);
    if let Outcome::NotMet { findings: late } = in_time {
        findings.extend(late);
        return Outcome::of(findings);
    }
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    missing(case, published).unwrap_or(in_time)
}

fn too_early(case: &Case<'_>, published: &Published) -> Vec<Finding> {
    let on = words::date(published.on);
    let approvals = [("statement", Some(case.approval())), ("accounts", case.accounts_approval().map(Some))];
    let mut findings = Vec::new();
    for (of, approval) in approvals {
        let says = match approval {
            Some(None) => format!("The statement was published as approved on {on} and is not approved."),
            Some(Some(approval)) if published.on < approval.on => {
                format!("It was published on {on}, before the {of} approval on {}.", words::date(approval.on))
            }
            _ => continue,
        };
        findings.push(Finding::new(format!("{AT}/on"), says, "Publish it again, as approved."));
    }
    findings
}

fn left_out(published: &Published) -> Vec<Finding> {
    if published.with.is_empty() {
        return Vec::new();
    }
    let with =
        [(PublishedWith::Accounts, "accounts"), (PublishedWith::NarrativeStatement, "narrative statement")];
    let left_out = with.into_iter().filter(|(kind, _)| !published.with.contains(kind));
    left_out
        .map(|(_, what)| {
            let says = format!("The statement was published without the {what}.");
            Finding::new(format!("{AT}/with"), says, format!("Publish the {what} with it."))
        })
        .collect()
}

fn in_time(case: &Case<'_>, published: &Published) -> Outcome {
    let at = format!("{AT}/on");
    let Some(deadline) = law::deadline(Duty::Publish, case.year, Category::One, case.as_at) else {
        return reg::no_last_day(case, at);
    };
    let (on, last) = (words::date(published.on), words::date(deadline.day));
    let says = format!("The statement was published on {on}");
    if deadline.source == Source::Unconfirmed {
        return reg::unconfirmed(at, &says, &deadline);
    }
    if published.on <= deadline.day {
        return Outcome::Met;
    }
    if case.late_accounts_notice().is_some() {
        let question = "was that as soon as reasonably practicable after the auditor's final findings?";
        return Outcome::ask(
            at,
            format!("{says}, after {last}, with a notice that it would be late: {question}"),
        );
    }
    let mend = "Publish a notice that says why it is late.";
    Outcome::not_met(at, format!("{says}; the last day was {last}."), mend)
}

fn missing(case: &Case<'_>, published: &Published) -> Option<Outcome> {
    if published.with.is_empty() {
        return Some(Outcome::cannot_tell(
            format!("{AT}/with"),
            "List what was published with the statement.",
        ));
    }
    if published.url.is_none() {
        return Some(Outcome::cannot_tell(
            format!("{AT}/url"),
            "Give the address on the authority's website.",
        ));
    }
    if case.accounts_approval().is_none() {
        return Some(Outcome::cannot_tell(
            reg::accounts_place(case, "approval"),
            "Give the day the accounts were approved; they are published after it.",
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::RULE;
    use crate::rule::Outcome;
    use crate::sample::{self, day};
    use crate::statement::{Notice, Published, PublishedWith, SignOff, Statement};

    fn published(spoil: impl FnOnce(&mut Published)) -> Statement {
        let mut statement = sample::statement();
        spoil(statement.sign_off.publication.as_approved.as_mut().unwrap());
        statement
    }

    fn noticed(mut statement: Statement) -> Statement {
        statement.sign_off.publication.late_accounts_notice = Some(Notice {
            on: day(2022, 12, 1),
            reason: "The audit is not finished.".parse().unwrap(),
            from: Provenance::Declared,
        });
        statement
    }

    #[test]
    fn the_last_day_is_in_time_and_the_day_after_is_not() {
        assert_eq!(sample::judge(&RULE, &sample::statement()), Outcome::Met);
        let late = published(|published| published.on = day(2022, 12, 1));
        let answer = sample::judge_at(&RULE, &late, day(2022, 12, 31));
        assert!(matches!(answer, Outcome::NotMet { .. }), "{answer:?}");
        let answer = sample::judge_at(&RULE, &noticed(late), day(2022, 12, 31));
        assert!(matches!(answer, Outcome::AskAPerson { .. }), "{answer:?}");
    }

    #[test]
    fn the_day_of_approval_is_late_enough_and_the_day_before_is_not() {
        let on = |on| sample::judge(&RULE, &published(|published| published.on = on));
        assert_eq!(on(day(2022, 11, 29)), Outcome::Met);
        assert!(matches!(on(day(2022, 11, 28)), Outcome::NotMet { .. }));
    }

    #[test]
    fn what_nobody_approved_cannot_be_published_as_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approval = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn both_documents_must_be_with_it() {
        let without = |kind| published(|published| published.with.retain(|with| *with != kind));
        for kind in [PublishedWith::Accounts, PublishedWith::NarrativeStatement] {
            let Outcome::NotMet { findings } = sample::judge(&RULE, &without(kind)) else {
                panic!("{kind:?}")
            };
            assert_eq!(findings.len(), 1);
        }
    }

    #[test]
    fn what_is_not_said_is_a_doubt() {
        let silent = published(|published| published.with.clear());
        assert!(matches!(sample::judge(&RULE, &silent), Outcome::CannotTell { .. }));
        let nowhere = published(|published| published.url = None);
        assert!(matches!(sample::judge(&RULE, &nowhere), Outcome::CannotTell { .. }));
        let mut statement = sample::statement();
        statement.sign_off.accounts = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::CannotTell { .. }));
    }

    #[test]
    fn every_fault_is_found_and_not_only_the_first() {
        let spoilt = published(|published| {
            published.on = day(2022, 12, 1);
            published.with = vec![PublishedWith::RightsStatement];
        });
        let Outcome::NotMet { findings } = sample::judge_at(&RULE, &spoilt, day(2022, 12, 1)) else {
            panic!("three faults")
        };
        assert_eq!(findings.len(), 3);
    }

    #[test]
    fn a_draft_is_due_until_the_last_day_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let draft = sample::judge_at(&RULE, &statement, day(2022, 5, 31));
        assert!(matches!(draft, Outcome::NotDueYet { due, .. } if due == day(2022, 9, 30)), "{draft:?}");
        let moved = sample::judge_at(&RULE, &statement, day(2022, 7, 22));
        assert!(matches!(moved, Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)), "{moved:?}");
        assert!(matches!(sample::judge_at(&RULE, &statement, day(2022, 11, 30)), Outcome::NotDueYet { .. }));
        let late = sample::judge_at(&RULE, &statement, day(2022, 12, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        let backstop = sample::judge_at(&RULE, &noticed(statement), day(2024, 9, 30));
        assert!(
            matches!(backstop, Outcome::NotDueYet { due, .. } if due == day(2024, 12, 13)),
            "{backstop:?}"
        );
    }

    #[test]
    fn a_last_day_that_nobody_confirmed_is_put_to_a_person() {
        let mut statement = sample::statement();
        statement.review.year = Some("2015/16".parse().unwrap());
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::AskAPerson { .. }));
    }
}
