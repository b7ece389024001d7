//! AGAR-1: Incorrect answer on financial management.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use crate::rules::agar::public_rights;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;
use ags_statement::english;

/// AGAR-1.
pub const RULE: Rule = Rule {
    code: "AGAR-1",
    name: "incorrect-answer-on-financial-management",
    title: "Incorrect answer on financial management",
    requirement: "Assertion 1, on financial management and the accounting statements, is answered and is \
        consistent with the dates.",
    method: "The assertion is answered once, with yes or no. A yes is inconsistent with a section that was \
        approved after the last day before the public rights period must begin. A no is an answer: its \
        explanation is checked by AGAR-EXPL.",
    rationale: "A yes says that the accounting statements were prepared in accordance with the regulations \
        and in time; auditors qualify returns in which the dates show otherwise.",
    limitations: assertion::LIMITATIONS,
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        citations::guide("assertion 1"),
        ags_law::AAR_2015.at("reg. 15(1)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
    ],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_1, || late(context))
}

/// That a section was approved too late for the public rights to begin in time.
fn late(context: &AgarContext<'_>) -> Option<String> {
    let last = public_rights::last_day(context)?;
    let sections = [
        (
            "Section \
        1",
            context.section_1_approval(),
        ),
        (
            "Section \
        2",
            context.section_2_approval(),
        ),
    ];
    let mut late = sections.into_iter().filter_map(|(section, approval)| Some((section, approval?.on)));
    let (section, on) = late.find(|(_, on)| last < *on)?;
    let (on, last) = (english::date(on), english::date(last));
    Some(format!("{section} was approved on {on}, after the last day, {last}"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Answer;

    #[test]
    fn a_yes_stands_beside_an_approval_of_30_june_and_not_of_1_july() {
        let mut agar = sample::agar();
        agar.section_2.approval.as_mut().unwrap().on = day(2024, 6, 30);
        assert_eq!(sample::check_agar(&RULE, &agar), Outcome::Met);
        agar.section_2.approval.as_mut().unwrap().on = day(2024, 7, 1);
        assert_eq!(sample::agar_places(&RULE, &agar), ["/assertions/0/answer"]);
        agar.assertions[0].answer = Answer::No;
        assert_eq!(sample::check_agar(&RULE, &agar), Outcome::Met);
    }
}
