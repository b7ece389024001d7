//! AGAR-FORM: Incorrect form.

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::agar::{Asked, EXEMPT_MOST, Form, SMALLER_MOST};
use ags_statement::english;

/// AGAR-FORM.
pub const RULE: Rule = Rule {
    code: "AGAR-FORM",
    name: "incorrect-form",
    title: "Incorrect form",
    requirement: "The return is made on the form for an authority of its size and its year.",
    method: "Form 1 is for an authority without income or expenditure, form 2 for one with neither above \
        £25,000 that certifies itself exempt, and form 3 for all others up to £6.5 million. No assertion \
        is answered that the form of the year does not include. A question is asked about an authority \
        above £6.5 million.",
    rationale: "The form determines whether an auditor reviews the return.",
    limitations: "Whether an authority that may be exempt prefers a review, and whether one above £6.5 \
        million was below it in one of the two years before.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::SMALLER_2015.at("reg. 9", "https://www.legislation.gov.uk/uksi/2015/184/made"),
        ags_law::LAAA_2014.at("s. 6", "https://www.legislation.gov.uk/ukpga/2014/2/section/6"),
        ags_law::AGAR.part("who completes each form"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

fn check(context: &AgarContext<'_>) -> Outcome {
    let agar = context.agar;
    let Some(form) = agar.form else {
        return Outcome::indeterminate("/form", "Give the form of the return: 1, 2 or 3.");
    };
    let mut findings: Vec<Finding> = unasked(context).collect();
    let Some(turnover) = agar.turnover() else {
        if !findings.is_empty() {
            return Outcome::of(findings);
        }
        let at = if agar.gross_income.is_none() { "/gross_income" } else { "/gross_expenditure" };
        return Outcome::indeterminate(at, "Give gross income and gross expenditure, in whole pounds.");
    };
    findings.extend(too_large(form, turnover));
    if findings.is_empty() && turnover > SMALLER_MOST {
        let (turnover, most) = (english::pounds(turnover), english::pounds(SMALLER_MOST));
        return Outcome::needs_review(
            "/form",
            format!(
                "Gross income or expenditure was {turnover}. Was it also above {most} in both years \
                    before, so that the authority is not a smaller authority?"
            ),
        );
    }
    Outcome::of(findings)
}

/// That an authority is too large for an exempt form.
fn too_large(form: Form, turnover: u64) -> Option<Finding> {
    let most = if form.is_declaration() { 0 } else { EXEMPT_MOST };
    if !form.is_exempt() || turnover <= most {
        return None;
    }
    let (turnover, most) = (english::pounds(turnover), english::pounds(most));
    let says = format!(
        "Form {form} is for gross income and gross expenditure of at most {most}; the higher was {turnover}."
    );
    Some(Finding::new("/form", says, "Make the return on the form for that amount."))
}

/// The assertions answered that the form of the year does not ask.
fn unasked(context: &AgarContext<'_>) -> impl Iterator<Item = Finding> {
    let year = context.year;
    let asked = move |number| Asked::in_year(year).any(|asked| asked.number == number);
    let unasked = context.agar.assertions.iter().enumerate().filter(move |(_, one)| !asked(one.number));
    unasked.map(move |(index, assertion)| {
        let says = format!("The return for {year} does not include assertion {}.", assertion.number);
        Finding::new(
            Pointer::root().key("assertions").index(index).key("number"),
            says,
            "Use the form of the year.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::agar::{Agar, Form};

    fn on(form: Form, turnover: u64) -> Agar {
        let (gross_income, gross_expenditure) = (Some(0), Some(turnover));
        Agar { form: Some(form), gross_income, gross_expenditure, ..sample::agar() }
    }

    #[test]
    fn twenty_five_thousand_pounds_are_exempt_and_one_more_are_not() {
        assert_eq!(sample::check_agar(&RULE, &on(Form::Two, 25_000)), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &on(Form::Two, 25_001)), ["/form"]);
        assert_eq!(sample::check_agar(&RULE, &on(Form::Three, 25_001)), Outcome::Met);
        assert_eq!(
            sample::check_agar(&RULE, &on(Form::Three, 1)),
            Outcome::Met,
            "a review may be asked \
            for"
        );
    }

    #[test]
    fn a_declaration_of_no_accounts_is_for_nothing_at_all() {
        assert_eq!(sample::check_agar(&RULE, &on(Form::One, 0)), Outcome::Met);
        assert_eq!(sample::agar_places(&RULE, &on(Form::OnePm, 1)), ["/form"]);
    }

    #[test]
    fn above_six_and_a_half_million_pounds_a_person_looks_at_the_years_before() {
        assert_eq!(sample::check_agar(&RULE, &on(Form::Three, 6_500_000)), Outcome::Met);
        let above = sample::check_agar(&RULE, &on(Form::Three, 6_500_001));
        assert!(matches!(above, Outcome::NeedsReview { .. }), "{above:?}");
    }

    #[test]
    fn the_return_for_2024_25_has_no_tenth_assertion_and_the_next_has() {
        let of = |year: &str| {
            let mut agar = Agar { year: Some(year.parse().unwrap()), ..sample::agar() };
            let tenth = serde_json::json!({ "number": 10, "answer": "yes" });
            agar.assertions.push(serde_json::from_value(tenth).unwrap());
            sample::agar_places(&RULE, &agar)
        };
        assert_eq!(of("2024/25"), ["/assertions/9/number"]);
        assert!(of("2025/26").is_empty());
    }

    #[test]
    fn a_form_or_an_amount_that_is_not_given_is_a_doubt() {
        for agar in [Agar { form: None, ..sample::agar() }, Agar { gross_income: None, ..sample::agar() }] {
            assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::Indeterminate { .. }));
        }
    }
}
