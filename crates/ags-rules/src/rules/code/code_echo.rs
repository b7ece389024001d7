//! CODE-ECHO: Progress that repeats the action.

use crate::prose;
use std::collections::BTreeMap;

use governance_model::{Action, ActionId, Text};

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-ECHO.
pub const RULE: Rule = Rule {
    code: "CODE-ECHO",
    name: "progress-that-repeats-the-action",
    title: "Progress that repeats the action",
    requirement: "Progress reports what was done and does not repeat the action.",
    method: "The progress on an action does not have the same text as the action, or as the action that \
        continues it.",
    rationale: "Progress that repeats the plan reports nothing.",
    limitations: "Progress that reports nothing in other words.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// The fewest words that are an echo where they are part of a longer text.
const LEAST_WORDS: usize = 6;

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let known: BTreeMap<&ActionId, &Action> =
        context.actions().iter().map(|placed| (&placed.action.id, placed.action)).collect();
    let mut any = false;
    let mut findings = Vec::new();
    for placed in context.actions() {
        let action = placed.action;
        let fix = "Report what was done, or that nothing was done.";
        if let Some(progress) = progress(action) {
            any = true;
            if echoes(progress, &action.text) {
                findings.push(placed.finding("The progress repeats the text of the action.", fix));
            }
        }
        let before = action.carried_from.as_ref().and_then(|id| known.get(id));
        if let Some(progress) = before.and_then(|before| progress(before))
            && echoes(progress, &action.text)
        {
            findings.push(placed.finding(
                "The action repeats the progress of the action it \
                continues.",
                fix,
            ));
        }
    }
    if !any {
        return Outcome::not_applicable("The code reports no progress.");
    }
    Outcome::of(findings)
}

fn progress(action: &Action) -> Option<&str> {
    action.progress.as_ref()?.text.as_ref().map(Text::as_str)
}

/// Whether they are the same, or a sentence of the action that is long enough stands in the progress.
fn echoes(progress: &str, action: &str) -> bool {
    let progress = format!(" {} ", prose::words_of(progress).join(" "));
    let stands = |words: &[String]| progress.contains(&format!(" {} ", words.join(" ")));
    let whole = prose::words_of(action);
    let same = !whole.is_empty() && progress.trim() == whole.join(" ");
    let mut sentences = prose::sentences(action).map(prose::words_of);
    same || sentences.any(|words| words.len() >= LEAST_WORDS && stands(&words))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn found(progress: &str, next: &str) -> usize {
        let actions = format!(
            r#"actions = [{{ id = "B", text = "Review the protocols.", progress.text = "{progress}" }},
            {{ id = "C", text = "{next}", carried_from = "B" }}]"#
        );
        sample::findings(&RULE, &sample::row("", &actions)).len()
    }

    #[test]
    fn the_same_words_are_an_echo_and_others_are_not() {
        assert_eq!(found("review the protocols", "Publish them."), 1);
        assert_eq!(found("Reviewed in May.", "Publish them."), 0);
    }

    #[test]
    fn the_next_action_may_not_be_the_progress_of_the_last() {
        let elections = "Job descriptions to be considered following elections.";
        assert_eq!(found(elections, elections), 1);
        assert_eq!(found(&format!("Two topics were covered. {elections}"), elections), 1);
    }

    #[test]
    fn a_code_without_progress_is_not_judged() {
        assert!(matches!(sample::check(&RULE, &sample::row("", "")), Outcome::NotApplicable { .. }));
    }
}
