//! AGAR-IA: Internal audit report not noted first.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::citations;
use crate::rules::agar::public_rights;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::Approval;
use ags_statement::english;

/// AGAR-IA.
pub const RULE: Rule = Rule {
    code: "AGAR-IA",
    name: "internal-audit-report-not-noted-first",
    title: "Internal audit report not noted first",
    requirement: "The annual internal audit report is received and noted before Section 1 is approved.",
    method: "A meeting noted the report, on a day before the approval of Section 1 or as an earlier item of \
        that day, and not before the report was received.",
    rationale: "Members are responsible for internal control and need the independent report when they \
        answer for it.",
    limitations: "The order of two items on one day where they are not numbered; the minutes show it. \
        Auditors recommend this order; no regulation sets it.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[citations::guide("the annual internal audit report, before the approval of Section 1")],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

const NEEDS: &str = "Submit the internal audit report to members to receive and note, and then Section 1 \
    for approval.";

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    let report = context.agar.internal_audit.as_ref();
    let at = |field: &str| match report {
        Some(_) => Pointer::root().key("internal_audit").key(field),
        None => "/internal_audit".into(),
    };
    let noted = report.and_then(|report| report.noted).filter(|noted| *noted <= context.as_at);
    let Some(noted) = noted else {
        let says = "No internal audit report has been noted";
        let Some(approval) = context.section_1_approval() else {
            return PendingDuty { pointer: at("noted"), message: says, action: NEEDS }.due_on(
                context.year,
                context.as_at,
                public_rights::last_day(context),
            );
        };
        let says = format!("{says}, but Section 1 was approved on {}.", english::date(approval.on));
        return Outcome::not_met(at("noted"), says, NEEDS);
    };
    if let Some(received) = report.and_then(|report| report.received).filter(|received| noted < *received) {
        let (noted, received) = (english::date(noted), english::date(received));
        let says =
            format!("The internal audit report was noted on {noted} but received later, on {received}.");
        return Outcome::not_met(at("noted"), says, "Correct one of the two dates.");
    }
    let Some(approval) = context.section_1_approval() else {
        return Outcome::Met;
    };
    if noted < approval.on {
        return Outcome::Met;
    }
    if approval.on < noted {
        let (noted, approved) = (english::date(noted), english::date(approval.on));
        let says = format!(
            "The internal audit report was noted on {noted}, but Section 1 was approved earlier, on \
                {approved}."
        );
        return Outcome::not_met(at("noted"), says, NEEDS);
    }
    same_day(report.and_then(|report| report.item), approval)
}

fn same_day(report: Option<u16>, approval: &Approval) -> Outcome {
    let on = english::date(approval.on);
    match (report, approval.item) {
        (Some(report), Some(section)) if report < section => Outcome::Met,
        (Some(report), Some(section)) if section < report => {
            let says = format!(
                "On {on} Section 1 was approved as item {section}, before the internal audit report was \
                 noted as item {report}."
            );
            Outcome::not_met("/internal_audit/item", says, NEEDS)
        }
        _ => Outcome::needs_review(
            "/internal_audit/item",
            format!(
                "Both were taken on {on}. Was the internal audit report noted before Section 1 was \
                    approved?"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Agar;

    /// The report noted on a day as an item, Section 1 approved on 14 May 2024 as item 9.
    fn noted(on: chrono::NaiveDate, item: Option<u16>) -> Agar {
        let mut agar = sample::agar();
        let report = agar.internal_audit.as_mut().unwrap();
        (report.noted, report.item) = (Some(on), item);
        agar
    }

    #[test]
    fn a_day_before_is_enough_and_a_day_after_is_not() {
        assert_eq!(sample::check_agar(&RULE, &noted(day(2024, 5, 13), None)), Outcome::Met);
        let after = noted(day(2024, 5, 15), Some(1));
        assert_eq!(sample::agar_places(&RULE, &after), ["/internal_audit/noted"]);
    }

    #[test]
    fn on_one_day_the_items_tell_and_without_them_a_person_must() {
        assert_eq!(sample::check_agar(&RULE, &noted(day(2024, 5, 14), Some(8))), Outcome::Met);
        let after = noted(day(2024, 5, 14), Some(10));
        assert_eq!(sample::agar_places(&RULE, &after), ["/internal_audit/item"]);
        for item in [Some(9), None] {
            let asked = sample::check_agar(&RULE, &noted(day(2024, 5, 14), item));
            assert!(matches!(asked, Outcome::NeedsReview { .. }), "{asked:?}");
        }
    }

    #[test]
    fn a_report_is_not_noted_before_it_is_there() {
        assert_eq!(sample::check_agar(&RULE, &noted(day(2024, 5, 2), None)), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &noted(day(2024, 5, 1), None)), ["/internal_audit/noted"]);
    }

    #[test]
    fn without_a_report_nothing_can_be_approved_and_before_that_it_is_due() {
        let mut agar = Agar { internal_audit: None, ..sample::agar() };
        assert_eq!(sample::agar_places(&RULE, &agar), ["/internal_audit"]);
        agar.section_1.approval = None;
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { .. }), "{due:?}");
    }
}
