//! CODE-LOW: Low scores without action.

use crate::prose;
use governance_model::{Arrangement, Assessment, AssuranceLevel, Direction};

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-LOW.
pub const RULE: Rule = Rule {
    code: "CODE-LOW",
    name: "low-scores-without-action",
    title: "Low scores without action",
    requirement: "A low score, or one that was lowered, has an action.",
    method: "Every row whose score is in the lower three quarters of its scale, or whose assessment became \
        worse, has an open action in the code's plan, of its own or of its parts. We \
        chose the three quarters.",
    rationale: "A known weakness without an action is one of the first things that a reviewer asks about.",
    limitations: "Whether the authority accepts the score, and whether an action for the whole document is \
        meant for the row.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    super::scores::of_judged(context, |row, assessment, judgement| {
        let says = if is_lowered(row.arrangement, assessment) {
            format!("{judgement} was lowered, but no action is planned.")
        } else if is_low(context, assessment) {
            format!("{judgement} is low, but no action is planned.")
        } else {
            return None;
        };
        let mut actions = super::arrangements::with_parts(row.arrangement).flat_map(|part| &part.actions);
        let acts = actions.any(|action| {
            super::actions::is_planned(context.code, action) && !super::actions::names_no_action(&action.text)
        });
        (!acts).then(|| row.finding(says, "Add an action, or explain why none is needed."))
    })
}

fn is_low(context: &LocalCodeContext<'_>, assessment: &Assessment) -> bool {
    super::scores::height(context.code, assessment).is_some_and(|height| height < super::scores::HIGH)
        || assessment.level.is_some_and(|level| level <= AssuranceLevel::Limited)
}

/// Whether the assessment got worse, by its own direction or by the words of its reason or of the progress.
fn is_lowered(row: &Arrangement, assessment: &Assessment) -> bool {
    const LOWERED: [&str; 3] = ["lower score", "lowered score", "score has been lowered"];
    let progress = row.actions.iter().filter_map(|action| action.progress.as_ref()?.text.as_ref());
    assessment.direction == Some(Direction::Lowered)
        || assessment.reason.iter().chain(progress).any(|words| prose::find_phrase(words, &LOWERED).is_some())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn scored(value: u8, action: &str, more: &str) -> Outcome {
        let rest = format!(
            "actions = [{action}], assessments = [{{ score = {{ scale = \"ten\", value = {value} }}{more} \
                }}]"
        );
        sample::check(&RULE, &sample::row("year = \"2009/10\", planned_year = \"2010/11\"", &rest))
    }

    const THIS: &str = r#"{ id = "B", text = "Review it.", year = "2010/11" }"#;
    const LAST: &str = r#"{ id = "B", text = "Review it.", year = "2009/10" }"#;

    #[test]
    fn seven_of_ten_is_low_and_eight_is_not() {
        assert!(matches!(scored(7, "", ""), Outcome::NotMet { .. }));
        assert_eq!(scored(8, "", ""), Outcome::Met);
    }

    #[test]
    fn an_action_of_this_plan_answers_a_low_score_and_one_of_the_last_does_not() {
        assert_eq!(scored(7, THIS, ""), Outcome::Met);
        assert!(matches!(scored(7, LAST, ""), Outcome::NotMet { .. }));
    }

    #[test]
    fn a_lowered_score_needs_an_action_however_high() {
        assert!(matches!(scored(9, "", ", direction = \"lowered\""), Outcome::NotMet { .. }));
        assert_eq!(scored(9, THIS, ", direction = \"lowered\""), Outcome::Met);
        assert_eq!(scored(9, "", ", direction = \"improved\""), Outcome::Met);
    }

    #[test]
    fn an_action_on_a_part_answers_the_score_of_the_whole() {
        let part = r#"assessments = [{ score = { scale = "ten", value = 7 } }],
            arrangements = [{ id = "A-1-1", level = "requirement", title = "Conduct", actions = [ACTION] }]"#;
        let whole = |action: &str| sample::findings(&RULE, &sample::row("", &part.replace("ACTION", action)));
        assert_eq!((whole("").len(), whole(THIS).len()), (1, 0));
    }

    #[test]
    fn a_code_without_scores_is_not_judged() {
        assert!(matches!(sample::check(&RULE, &sample::row("", "")), Outcome::NotApplicable { .. }));
    }
}
