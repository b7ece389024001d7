//! REG-6-1-B: Assessments of another year.

use std::collections::BTreeSet;

use governance_model::FinancialYear;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REG-6-1-B.
pub const RULE: Rule = Rule {
    code: "REG-6-1-B",
    name: "assessments-of-another-year",
    title: "Assessments of another year",
    requirement: "The statement is for one financial year.",
    method: "The statement is for its own year: the year has begun, and nothing is assessed only for other \
        years. An assessment of an earlier year with one of this year is a comparison. A question is asked \
        where one statement is for several years.",
    rationale: "Each financial year requires its own statement.",
    limitations: "Whether the authority prepared a statement for every other year. The year that the \
        review covers is checked by REG-6-1-A.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(1)(b)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let year = context.year;
    let mut findings = Vec::new();
    if context.as_at < year.begins() {
        findings.push(Finding::new(
            "/review/year",
            format!("The statement is for {year}, which has not begun."),
            "Give the financial year the statement is for.",
        ));
    }
    let earlier = &context.statement.review.earlier_years;
    for (place, _) in earlier.iter().enumerate().filter(|(_, earlier)| **earlier >= year) {
        findings.push(Finding::new(
            Pointer::root().key("review").key("earlier_years").index(place),
            format!("An earlier year of the statement is not before {year}."),
            "Give the last year as the year of the statement, and only those before it as earlier years.",
        ));
    }
    let assessments = &context.statement.review.assessments;
    let of_this_year: BTreeSet<_> = assessments
        .iter()
        .filter(|assessment| assessment.year.is_none_or(|given| given == year))
        .map(|assessment| &assessment.framework_ref)
        .collect();
    for (place, assessment) in assessments.iter().enumerate() {
        let of_other_year = assessment.year.filter(|given| !earlier.contains(given));
        if let Some(given) = of_other_year.filter(|_| !of_this_year.contains(&assessment.framework_ref)) {
            let of = assessment.framework_ref.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
            findings.push(Finding::new(
                Pointer::root().key("review").key("assessments").index(place).key("year"),
                format!("The assessment{of} is for {given}, and there is none for {year}."),
                format!("Assess{} for {year}.", of.strip_prefix(" of").unwrap_or_default()),
            ));
        }
    }
    if findings.is_empty() && !earlier.is_empty() {
        return Outcome::needs_review("/review/earlier_years", one_for_several(earlier, year));
    }
    Outcome::of(findings)
}

fn one_for_several(earlier: &[FinancialYear], last: FinancialYear) -> String {
    let earlier: Vec<String> = earlier.iter().map(ToString::to_string).collect();
    format!(
        "The statement is for {} and {last}, and the regulations require one for each financial year. Was it \
         right to prepare one statement for them all?",
        earlier.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;

    #[test]
    fn a_year_that_began_today_may_have_a_statement_and_one_that_begins_tomorrow_may_not() {
        let statement = sample::statement();
        assert_eq!(sample::check_on(&RULE, &statement, day(2021, 4, 1)), Outcome::Met);
        let early = sample::check_on(&RULE, &statement, day(2021, 3, 31));
        assert!(matches!(early, Outcome::NotMet { .. }), "{early:?}");
    }

    #[test]
    fn an_assessment_of_last_year_alone_is_a_breach_and_beside_this_years_a_comparison() {
        let mut statement = sample::statement();
        let mut other = statement.review.assessments[3].clone();
        other.year = Some("2020/21".parse().unwrap());
        statement.review.assessments.push(other);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.assessments.remove(3);
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("last year's") };
        assert_eq!(
            findings[0].message,
            "The assessment of D is for 2020/21, and there is none for \
            2021/22."
        );
        assert_eq!(findings[0].pointer, "/review/assessments/6/year");
    }

    #[test]
    fn one_statement_for_two_years_is_a_question_and_a_later_year_is_not_an_earlier_one() {
        let mut statement = sample::statement();
        statement.review.earlier_years = vec!["2020/21".parse().unwrap()];
        let Outcome::NeedsReview { question, .. } = sample::check(&RULE, &statement) else { panic!("asked") };
        assert!(question.starts_with("The statement is for 2020/21 and 2021/22,"), "{question}");
        statement.review.earlier_years.push("2021/22".parse().unwrap());
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { findings }
            if findings[0].pointer == "/review/earlier_years/1"));
    }

    #[test]
    fn an_assessment_that_gives_no_year_is_of_this_one() {
        let mut statement = sample::statement();
        statement.review.assessments[0].year = None;
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }
}
