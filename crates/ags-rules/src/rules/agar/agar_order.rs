//! AGAR-ORDER: Section 2 approved first.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::public_rights;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::Approval;
use ags_statement::english;

/// AGAR-ORDER.
pub const RULE: Rule = Rule {
    code: "AGAR-ORDER",
    name: "section-2-approved-first",
    title: "Section 2 approved first",
    requirement: "Section 1 is approved before Section 2, by a resolution of its own.",
    method: "Section 1 was approved before Section 2, on an earlier day or as an earlier item or minute of \
        one meeting, and not under one and the same minute.",
    rationale: "The accounts are read together with the governance statement, so the statement must \
        already be approved. One resolution on the whole return approves neither first.",
    limitations: "Whether each resolution names its section; the order of two approvals on one day where \
        neither items nor minutes are numbered.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(4)(a)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        ags_law::AGAR.part("guidance notes: Section 1 is approved before Section 2"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

const FIX: &str = "Submit both to members again, Section 1 first, each for its own resolution.";

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    match (context.section_1_approval(), context.section_2_approval()) {
        (Some(first), Some(second)) => in_order(first, second),
        (Some(_), None) => Outcome::Met,
        (None, Some(second)) => Outcome::not_met(
            "/section_1/approval",
            format!(
                "Section 2 was approved on {}, but Section 1 has not been \
                approved.",
                english::date(second.on)
            ),
            FIX,
        ),
        (None, None) => {
            let says = "Section 1 has not been approved";
            let needs = "Approve Section 1 before Section 2.";
            let pending =
                PendingDuty { pointer: Pointer::fixed("/section_1/approval"), message: says, action: needs };
            match pending.due_on(context.year, context.as_at, public_rights::last_day(context)) {
                Outcome::NotMet { .. } => {
                    Outcome::not_applicable("Neither Section 1 nor Section 2 has been approved.")
                }
                outcome => outcome,
            }
        }
    }
}

fn in_order(first: &Approval, second: &Approval) -> Outcome {
    if first.on < second.on {
        return Outcome::Met;
    }
    let on = english::date(second.on);
    if second.on < first.on {
        let says =
            format!("Section 2 was approved on {on}, before Section 1 on {}.", english::date(first.on));
        return Outcome::not_met("/section_1/approval/on", says, FIX);
    }
    if let (Some(ours), Some(theirs)) = (&first.minute, &second.minute)
        && ours == theirs
    {
        let says = format!("Both sections were approved on {on} under one minute, {ours}.");
        return Outcome::not_met("/section_2/approval/minute", says, FIX);
    }
    // Items and minutes tell an order only within one meeting.
    match numbers(first, second).filter(|_| first.body == second.body) {
        Some((_, ours, theirs)) if ours < theirs => Outcome::Met,
        Some((what, ours, theirs)) if theirs < ours => {
            let says = format!(
                "On {on} Section 2 was approved as {what} {theirs}, before Section 1 as {what} {ours}."
            );
            Outcome::not_met(Pointer::root().key("section_1").key("approval").key(what), says, FIX)
        }
        _ => Outcome::needs_review(
            "/section_1/approval/item",
            format!(
                "Both sections were approved on {on}. Was Section 1 approved first, by its own resolution?"
            ),
        ),
    }
}

/// By what two approvals of one day are ordered, with the numbers of both: their items, or else the figures
/// at the end of their minutes, as in 24/051.
fn numbers(first: &Approval, second: &Approval) -> Option<(&'static str, u32, u32)> {
    if let (Some(ours), Some(theirs)) = (first.item, second.item) {
        return Some(("item", ours.into(), theirs.into()));
    }
    let (before, ours) = numbered(first.minute.as_ref()?)?;
    let (same, theirs) = numbered(second.minute.as_ref()?)?;
    (before == same).then_some(("minute", ours, theirs))
}

/// The words before the figures at the end of a minute's reference, and their number.
fn numbered(minute: &str) -> Option<(&str, u32)> {
    let before = minute.trim().trim_end_matches(|c: char| c.is_ascii_digit());
    let figures = minute.trim().strip_prefix(before)?;
    Some((before, figures.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Agar;

    /// Section 1 approved on 14 May 2024 and Section 2 on a day, both by these items and minutes.
    fn approved(on: chrono::NaiveDate, items: Option<(u16, u16)>, minutes: (&str, &str)) -> Agar {
        let mut agar = sample::agar();
        let (first, second) = (&mut agar.section_1, &mut agar.section_2);
        let (first, second) = (first.approval.as_mut().unwrap(), second.approval.as_mut().unwrap());
        second.on = on;
        (first.item, second.item) = (items.map(|items| items.0), items.map(|items| items.1));
        (first.minute, second.minute) = (Some(minutes.0.parse().unwrap()), Some(minutes.1.parse().unwrap()));
        agar
    }

    const DAY: (i32, u32, u32) = (2024, 5, 14);

    fn that_day(items: Option<(u16, u16)>, minutes: (&str, &str)) -> Agar {
        approved(day(DAY.0, DAY.1, DAY.2), items, minutes)
    }

    #[test]
    fn a_day_later_is_in_order_and_a_day_earlier_is_not() {
        let later = approved(day(2024, 5, 15), None, ("a", "b"));
        assert_eq!(sample::check_agar(&RULE, &later), Outcome::Met);
        let earlier = approved(day(2024, 5, 13), Some((1, 2)), ("a", "b"));
        assert_eq!(sample::agar_places(&RULE, &earlier), ["/section_1/approval/on"]);
    }

    #[test]
    fn on_one_day_the_items_tell_the_order() {
        assert_eq!(sample::check_agar(&RULE, &that_day(Some((9, 10)), ("b", "a"))), Outcome::Met);
        let turned = that_day(Some((10, 9)), ("a", "b"));
        assert_eq!(sample::agar_places(&RULE, &turned), ["/section_1/approval/item"]);
    }

    #[test]
    fn without_items_the_minutes_tell_it_where_they_are_numbered_alike() {
        assert_eq!(sample::check_agar(&RULE, &that_day(None, ("24/9", "24/10"))), Outcome::Met);
        let turned = that_day(None, ("24/10", "24/9"));
        assert_eq!(sample::agar_places(&RULE, &turned), ["/section_1/approval/minute"]);
        for unlike in [("23/9", "24/10"), ("9a", "9b")] {
            let asked = sample::check_agar(&RULE, &that_day(None, unlike));
            assert!(matches!(asked, Outcome::NeedsReview { .. }), "{asked:?}");
        }
    }

    #[test]
    fn one_minute_for_both_is_no_resolution_of_its_own() {
        let one = that_day(Some((9, 10)), ("24/51", "24/51"));
        assert_eq!(sample::agar_places(&RULE, &one), ["/section_2/approval/minute"]);
    }

    #[test]
    fn accounts_without_a_statement_are_out_of_order_and_neither_is_not() {
        let mut agar = sample::agar();
        agar.section_1.approval = None;
        assert_eq!(sample::agar_places(&RULE, &agar), ["/section_1/approval"]);
        agar.section_2.approval = None;
        let neither = sample::check_agar(&RULE, &agar);
        assert!(matches!(neither, Outcome::NotApplicable { .. }), "{neither:?}");
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { .. }), "{due:?}");
    }
}
