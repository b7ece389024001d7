//! AGAR-RIGHTS: Public rights period incorrect.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::public_rights;
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// AGAR-RIGHTS.
pub const RULE: Rule = Rule {
    code: "AGAR-RIGHTS",
    name: "public-rights-period-incorrect",
    title: "Public rights period incorrect",
    requirement: "The period for the exercise of public rights is 30 working days and includes the first \
        ten of July.",
    method: "The period is exactly 30 working days, and includes the first ten working days of July; for \
        2019/20 it began by the first working day of September. A question is asked about a period that \
        began late with a notice that gives the reason.",
    rationale: "Interested persons know when to inspect the accounts, at the same time in every authority.",
    limitations: "How soon after a notice a late period began, and whether the accounts were available \
        during it.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 14(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/14"),
        ags_law::AAR_2015.at("reg. 15(1)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AMENDMENT_2020
            .at("reg. 2(4)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

const AT: Pointer = Pointer::fixed("/rights");

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    let last = public_rights::period_bounds(context.year, context.as_at).map(|(begin, _)| begin);
    let Some(rights) = context.rights() else {
        let says = "The period for the exercise of public rights has not begun";
        if last.is_some_and(|last| last < context.as_at)
            && let Some(late) = noticed(context, says)
        {
            return late;
        }
        let needs = "Begin the period for the exercise of public rights on the day after both sections are \
            published.";
        return PendingDuty { pointer: AT, message: says, action: needs }.due_on(
            context.year,
            context.as_at,
            last,
        );
    };
    let Some(faults) = public_rights::period_faults(rights, context.year, context.as_at) else {
        return deadlines::no_last_day(context.year, AT);
    };
    if let [only] = faults.as_slice()
        && only.day == "first"
        && let Some(late) =
            noticed(context, &format!("The period for the exercise of public rights {}", only.says))
    {
        return late;
    }
    let finding = |fault: public_rights::PeriodFault| {
        let says = format!("The period for the exercise of public rights {}.", fault.says);
        Finding::new(AT.key(fault.day), says, fault.fix)
    };
    Outcome::of(faults.into_iter().map(finding).collect())
}

fn noticed(context: &AgarContext<'_>, says: &str) -> Option<Outcome> {
    let noticed = english::date(context.late_rights_notice()?.on);
    let question = "Was that as soon as reasonably practicable?";
    Some(Outcome::needs_review(
        AT,
        format!(
            "{says}, and a notice dated {noticed} gives the reason. \
        {question}"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Agar;
    use ags_statement::{Notice, RightsPeriod};

    fn period(first: (u32, u32), last: (u32, u32)) -> Agar {
        let day = |(month, on)| day(2024, month, on);
        Agar { rights: Some(RightsPeriod { first: day(first), last: day(last) }), ..sample::agar() }
    }

    fn noticed(mut agar: Agar) -> Agar {
        agar.publication.late_rights_notice = Some(Notice {
            on: day(2024, 7, 1),
            reason: "The clerk was ill.".parse().unwrap(),
            source: Provenance::Declared,
        });
        agar
    }

    #[test]
    fn thirty_working_days_are_enough_and_twenty_nine_and_thirty_one_are_wrong() {
        assert_eq!(sample::check_agar(&RULE, &period((6, 3), (7, 12))), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &period((6, 4), (7, 12))), ["/rights/last"]);
        assert_eq!(sample::agar_places(&RULE, &period((6, 3), (7, 15))), ["/rights/last"]);
    }

    #[test]
    fn the_first_of_july_is_in_time_and_the_second_is_not_without_a_notice() {
        assert_eq!(sample::check_agar(&RULE, &period((7, 1), (8, 9))), Outcome::Met);
        let late = period((7, 2), (8, 12));
        assert_eq!(sample::agar_places(&RULE, &late), ["/rights/first"]);
        let asked = sample::check_agar(&RULE, &noticed(late));
        assert!(matches!(asked, Outcome::NeedsReview { .. }), "{asked:?}");
    }

    #[test]
    fn a_notice_does_not_make_a_short_period_long() {
        let short = noticed(period((7, 2), (8, 9)));
        assert_eq!(sample::agar_places(&RULE, &short), ["/rights/first", "/rights/last"]);
    }

    #[test]
    fn a_period_that_ends_too_soon_misses_the_tenth_working_day_of_july() {
        assert_eq!(sample::agar_places(&RULE, &period((5, 31), (7, 11))), ["/rights/last"]);
    }

    #[test]
    fn it_is_due_until_the_first_working_day_of_july_and_late_after() {
        let agar = Agar { rights: None, ..sample::agar() };
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 7, 1));
        assert!(matches!(due, Outcome::NotDueYet { due, .. } if due == day(2024, 7, 1)), "{due:?}");
        let late = sample::check_agar_on(&RULE, &agar, day(2024, 7, 2));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        let asked = sample::check_agar_on(&RULE, &noticed(agar), day(2024, 7, 2));
        assert!(matches!(asked, Outcome::NeedsReview { .. }), "{asked:?}");
    }
}
