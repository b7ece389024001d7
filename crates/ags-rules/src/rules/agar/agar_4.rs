//! AGAR-4: Incorrect answer on public rights.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability::RETURN;
use crate::rules::agar::assertion;
use crate::rules::agar::citations;
use crate::rules::agar::public_rights;
use ags_report::{Outcome, Severity};
use ags_statement::agar::AssertionNumber;

/// AGAR-4.
pub const RULE: Rule = Rule {
    code: "AGAR-4",
    name: "incorrect-answer-on-public-rights",
    title: "Incorrect answer on public rights",
    requirement: "Assertion 4, on the exercise of public rights, is answered and is consistent with the \
        dates.",
    method: "The assertion is answered once, with yes or no. A yes is inconsistent with a period for the \
        accounts of the year before, which fell in this year, that was not 30 working days or did not \
        include the days that the law specifies. A no is an answer: its explanation is checked by \
        AGAR-EXPL.",
    rationale: "The public may inspect, question and object once a year; an authority that did not provide \
        the full period must say so.",
    limitations: "Whether the answer is true. Where the period of the year before is not given, only \
        whether there is an answer is checked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        citations::guide("assertion 4"),
        ags_law::AAR_2015.at("reg. 14(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/14"),
        ags_law::AAR_2015.at("reg. 15(1)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
    ],
    scope: RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    assertion::yes_or_no(context, AssertionNumber::NUMBER_4, || shut(context))
}

/// That the period for the accounts of the year before was not as the law asks.
fn shut(context: &AgarContext<'_>) -> Option<String> {
    let year = context.year.previous().ok()?;
    let faults = public_rights::period_faults(context.agar.prior_rights?, year, context.as_at)?;
    let fault = faults.into_iter().next()?;
    Some(format!("the period for the public to see the accounts of {year} {}", fault.says))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::RightsPeriod;
    use ags_statement::agar::{Agar, Answer};

    fn period(first: (u32, u32), last: (u32, u32)) -> Agar {
        let day = |(month, on)| day(2023, month, on);
        Agar { prior_rights: Some(RightsPeriod { first: day(first), last: day(last) }), ..sample::agar() }
    }

    #[test]
    fn a_yes_stands_beside_thirty_working_days_and_not_beside_a_day_less() {
        assert_eq!(sample::check_agar(&RULE, &period((6, 12), (7, 21))), Outcome::Met);
        let mut short = period((6, 12), (7, 20));
        assert_eq!(sample::agar_places(&RULE, &short), ["/assertions/3/answer"]);
        short.assertions[3].answer = Answer::No;
        assert_eq!(sample::check_agar(&RULE, &short), Outcome::Met);
    }

    #[test]
    fn the_period_holds_the_first_ten_working_days_of_july() {
        assert_eq!(sample::check_agar(&RULE, &period((7, 3), (8, 11))), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &period((7, 4), (8, 14))), ["/assertions/3/answer"]);
        assert_eq!(sample::check_agar(&RULE, &period((6, 5), (7, 14))), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &period((6, 2), (7, 13))), ["/assertions/3/answer"]);
    }

    #[test]
    fn without_last_years_period_the_answer_stands() {
        assert_eq!(sample::check_agar(&RULE, &Agar { prior_rights: None, ..sample::agar() }), Outcome::Met);
    }
}
