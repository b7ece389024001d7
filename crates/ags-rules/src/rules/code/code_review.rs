//! CODE-REVIEW: Overdue review.

use crate::prose;
use chrono::{Months, NaiveDate};
use governance_model::When;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::english;

/// CODE-REVIEW.
pub const RULE: Rule = Rule {
    code: "CODE-REVIEW",
    name: "overdue-review",
    title: "Overdue review",
    requirement: "The code was reviewed as often as it says.",
    method: "The period that the code sets for its next review has not passed. It is counted from the last \
        recorded review, or else from the code's date, or else from the end of its year.",
    rationale: "The Framework asks for the local code to be kept up to date; when a review is late, nobody \
        has confirmed that the code is current.",
    limitations: "A review that is not dated in the document.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// How often a code may say it is reviewed, with the months from one review to the next.
const CYCLES: [(&[&str], u32); 4] = [
    (&["six monthly", "twice a year", "every six months"], 6),
    (&["annual", "annually", "yearly", "every year", "each year", "once a year"], 12),
    (&["biennial", "biennially", "every two years", "two yearly"], 24),
    (&["triennial", "every three years", "three yearly"], 36),
];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let document = &context.code.document;
    let at = "/document/review_cycle";
    let Some(cycle) = &document.review_cycle else {
        return Outcome::indeterminate(at, "Say how often the local code is reviewed.");
    };
    let Some(last) = last_review(context) else {
        return context.without_year();
    };
    let Some(months) =
        CYCLES.iter().find_map(|(words, months)| prose::find_phrase(cycle, words).map(|_| *months))
    else {
        return Outcome::needs_review(
            at,
            format!("The code says of its review: \"{cycle}\". Is the next review due?"),
        );
    };
    let Some(due) = last.checked_add_months(Months::new(months)) else {
        return context.without_year();
    };
    if context.as_at <= due {
        return Outcome::NotDueYet {
            due,
            action: "Review the local code, and give the date of the \
            review."
                .into(),
        };
    }
    Outcome::not_met(
        at,
        format!(
            "The next review of the local code was due by {}, but none is \
            recorded.",
            english::date(due)
        ),
        "Review the local code, and give the date of the review.",
    )
}

fn last_review(context: &LocalCodeContext<'_>) -> Option<NaiveDate> {
    let document = &context.code.document;
    let recorded = document.reviewed.and_then(When::days).map(|(_, last)| last);
    let dated = document.dated.and_then(When::days).map(|(_, last)| last);
    recorded.or(dated).or_else(|| document.year.map(governance_model::FinancialYear::ends))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use crate::sample::day;
    use ags_report::Outcome;

    fn check(document: &str) -> Outcome {
        sample::check(&RULE, &sample::code(document, ""))
    }

    #[test]
    fn two_years_after_its_date_is_in_time_and_a_day_later_is_not() {
        let biennial =
            |dated: &str| check(&format!("dated = \"{dated}\", review_cycle = \"Biennial or as required\""));
        assert!(matches!(biennial("2020-11-30"), Outcome::NotDueYet { due, .. } if due == day(2022, 11, 30)));
        assert!(matches!(biennial("2020-11-29"), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_recorded_review_counts_before_the_date() {
        let reviewed = "dated = \"2018-01\", reviewed = \"2022-01\", review_cycle = \"annually\"";
        assert!(matches!(check(reviewed), Outcome::NotDueYet { .. }));
    }

    #[test]
    fn no_cycle_no_date_and_other_words_are_three_kinds_of_doubt() {
        assert!(
            matches!(check("dated = \"2022-01\""), Outcome::Indeterminate { pointer: at, .. } if at == "\
                /document/review_cycle")
        );
        assert!(matches!(check("review_cycle = \
                \"annually\""), Outcome::Indeterminate { pointer: at, .. } if at == "\
                /document/dated"));
        let other = "dated = \"2022-01\", review_cycle = \"when needed\"";
        assert!(matches!(check(other), Outcome::NeedsReview { .. }));
    }
}
