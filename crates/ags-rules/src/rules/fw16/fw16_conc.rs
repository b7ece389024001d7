//! FW16-CONC: No commitment to monitor.

use governance_model::{Text, When};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};
use ags_statement::english;

/// FW16-CONC.
pub const RULE: Rule = Rule {
    code: "FW16-CONC",
    name: "no-commitment-to-monitor",
    title: "No commitment to monitor",
    requirement: "The conclusion says how and when the action plan will be monitored.",
    method: "The statement ends with a conclusion that says how the action plan will be monitored and \
        gives the date of the next review, which is after the year the statement is for.",
    rationale: "The Framework asks the statement to conclude with a commitment to monitor the agreed \
        actions as part of the next annual review.",
    limitations: "Whether the plan will be monitored as the statement says.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let conclusion = context.statement.review.conclusion.as_ref().filter(|one| !one.text.is_blank());
    let Some(conclusion) = conclusion else {
        return Outcome::not_met(
            "/review/conclusion",
            "The statement has no conclusion.",
            "Add a conclusion that commits the authority to the action plan and says how and when it will \
                be monitored.",
        );
    };
    let monitoring = conclusion.monitoring.as_ref().is_none_or(Text::is_blank).then(|| {
        Finding::new(
            "/review/conclusion/monitoring",
            "The conclusion does not say how the action plan will be monitored.",
            "Say who reports on the action plan, to whom and how often.",
        )
    });
    let next = match conclusion.next_review {
        None | Some(When::Recently) => {
            Some("The conclusion does not give the date of the next review.".to_owned())
        }
        Some(when) => when.days().filter(|(_, last)| *last <= context.year.ends()).map(|_| {
            format!("The next review is dated {}, which is not after {}.", english::when(when), context.year)
        }),
    };
    let next = next.map(|says| {
        let fix = "Give the month of the next annual review.";
        Finding::new("/review/conclusion/next_review", says, fix)
    });
    Outcome::of(monitoring.into_iter().chain(next).collect())
}

#[cfg(test)]
mod tests {
    use governance_model::Conclusion;

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    fn with(change: impl FnOnce(&mut Conclusion)) -> Outcome {
        let mut statement = sample::statement();
        change(statement.review.conclusion.as_mut().unwrap());
        sample::check(&RULE, &statement)
    }

    #[test]
    fn a_statement_that_just_stops_has_no_conclusion() {
        let mut statement = sample::statement();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.conclusion = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
        assert!(matches!(with(|one| one.text = "".parse().unwrap()), Outcome::NotMet { .. }));
    }

    #[test]
    fn how_and_when_are_two_questions() {
        let outcome = with(|one| (one.monitoring, one.next_review) = (None, None));
        assert!(matches!(outcome, Outcome::NotMet { ref findings } if findings.len() == 2), "{outcome:?}");
        let outcome = with(|one| one.monitoring = Some(" ".parse().unwrap()));
        assert!(matches!(outcome, Outcome::NotMet { ref findings } if findings.len() == 1), "{outcome:?}");
    }

    #[test]
    fn the_next_review_comes_after_the_year() {
        assert_eq!(with(|one| one.next_review = Some("2022-04-01".parse().unwrap())), Outcome::Met);
        for not_after in ["2022-03-31", "2021/22", "recently"] {
            let outcome = with(|one| one.next_review = Some(not_after.parse().unwrap()));
            assert!(matches!(outcome, Outcome::NotMet { .. }), "{not_after}");
        }
    }
}
