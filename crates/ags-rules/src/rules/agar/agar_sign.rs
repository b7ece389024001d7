//! AGAR-SIGN: Sections not signed.

use chrono::NaiveDate;

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::citations;
use crate::rules::agar::public_rights;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Outcome, Pointer, Severity};
use ags_statement::agar::Form;
use ags_statement::english;
use ags_statement::{Approval, Office, Signature};

/// AGAR-SIGN.
pub const RULE: Rule = Rule {
    code: "AGAR-SIGN",
    name: "sections-not-signed",
    title: "Sections not signed",
    requirement: "Section 1 is signed by the chairman of the meeting and the clerk, Section 2 by the \
        responsible financial officer before the meeting and by its chairman after.",
    method: "The person who chaired the meeting (recorded as leading member) and the clerk (recorded as \
        chief executive) signed Section 1 on or after the day it was approved. The responsible financial \
        officer signed Section 2 on or before the day it was approved, and the chairman on or after it. A \
        parish meeting has no clerk.",
    rationale: "The signatures show who is responsible for the return, and their dates that the meeting \
        saw what it approved.",
    limitations: "Whether the person who signed as chairman chaired that meeting.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        citations::guide("section 1: approval process; section 2: signatures"),
        ags_law::AAR_2015.at("reg. 12(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/12"),
        ags_law::AAR_2015.at("reg. 12(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/12"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    let chairman = Office::LeadingMember;
    let first = (Pointer::fixed("/section_1"), "Section 1");
    let second = (Pointer::fixed("/section_2"), "Section 2");
    let (ours, theirs) = (context.section_1_approval(), context.section_2_approval());
    let clerk = (!context.agar.form.is_some_and(Form::is_for_parish_meetings))
        .then(|| signed(context, &first, "clerk", ours, context.section_1_signature(Office::ChiefExecutive)));
    Outcome::all(
        [
            Some(signed(context, &first, "chairman", ours, context.section_1_signature(chairman))),
            clerk,
            Some(certified(context, theirs)),
            Some(signed(context, &second, "chairman", theirs, context.section_2_signature(chairman))),
        ]
        .into_iter()
        .flatten(),
    )
}

/// Whether somebody signed a section, on the day it was approved or after.
fn signed(
    context: &AgarContext<'_>,
    (at, section): &(Pointer, &str),
    who: &str,
    approval: Option<&Approval>,
    signature: Option<(usize, &Signature)>,
) -> Outcome {
    let Some((index, signature)) = signature else {
        let needs = format!("Obtain the signature of the {who} on {section} after it is approved.");
        let says = format!("The {who} has not signed {section}");
        return PendingDuty { pointer: at.key("signatures"), message: &says, action: &needs }.due_on(
            context.year,
            context.as_at,
            public_rights::last_day(context),
        );
    };
    if let Some(approval) = approval.filter(|approval| signature.on < approval.on) {
        let says = format!(
            "The {who} signed {section} on {}, before {}.",
            english::date(signature.on),
            approved(approval)
        );
        let fix = format!("Obtain the signature of the {who} on {section} again.");
        return Outcome::not_met(at.key("signatures").index(index).key("on"), says, fix);
    }
    Outcome::Met
}

/// Whether the responsible financial officer signed Section 2, on the day it was approved or before.
fn certified(context: &AgarContext<'_>, approval: Option<&Approval>) -> Outcome {
    let at = Pointer::fixed("/section_2/rfo_signed");
    let needs = "Obtain the signature of the responsible financial officer on Section 2 before it is \
        submitted to members.";
    let Some(on) = context.rfo_signed() else {
        let says = "The responsible financial officer has not signed Section 2";
        return PendingDuty { pointer: at, message: says, action: needs }.due_on(
            context.year,
            context.as_at,
            public_rights::last_day(context),
        );
    };
    let late = |approval: &&Approval| -> bool { approval.on < on };
    approval.filter(late).map_or(Outcome::Met, |approval| {
        let says = format!("{}, after {}.", officer(on), approved(approval));
        Outcome::not_met(at, says, needs)
    })
}

fn officer(on: NaiveDate) -> String {
    format!("The responsible financial officer signed Section 2 on {}", english::date(on))
}

fn approved(approval: &Approval) -> String {
    format!("it was approved on {}", english::date(approval.on))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::{Agar, Form};

    #[test]
    fn the_day_of_approval_is_late_enough_to_sign_and_the_day_before_is_not() {
        assert_eq!(sample::check_agar(&RULE, &sample::agar()), Outcome::Met);
        let mut agar = sample::agar();
        agar.section_1.signatures[1].on = day(2024, 5, 13);
        agar.section_2.signatures[0].on = day(2024, 5, 13);
        assert_eq!(
            sample::agar_places(&RULE, &agar),
            ["/section_1/signatures/1/on", "/section_2/signatures/0/on"]
        );
    }

    #[test]
    fn the_officer_signs_section_2_on_the_day_it_is_approved_at_the_latest() {
        let on = |on| {
            let mut agar = sample::agar();
            agar.section_2.rfo_signed = Some(on);
            sample::check_agar(&RULE, &agar)
        };
        assert_eq!(on(day(2024, 5, 14)), Outcome::Met);
        assert!(matches!(on(day(2024, 5, 15)), Outcome::NotMet { .. }));
    }

    #[test]
    fn the_clerk_signs_a_councils_return_and_a_parish_meeting_has_none() {
        let mut agar = sample::agar();
        agar.section_1.signatures.truncate(1);
        assert_eq!(sample::agar_places(&RULE, &agar), ["/section_1/signatures"]);
        let meeting = Agar { form: Some(Form::ThreePm), ..agar };
        assert_eq!(sample::check_agar(&RULE, &meeting), Outcome::Met);
    }

    #[test]
    fn every_missing_signature_is_told_once_it_is_late() {
        let mut agar = sample::agar();
        (agar.section_1, agar.section_2) =
            (ags_statement::agar::Section1::default(), ags_statement::agar::Section2::default());
        assert_eq!(sample::agar_places(&RULE, &agar).len(), 4);
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { .. }), "{due:?}");
    }
}
