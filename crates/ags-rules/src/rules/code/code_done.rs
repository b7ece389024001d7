//! CODE-DONE: Completed actions listed as open.

use governance_model::ActionStatus;

use crate::context::LocalCodeContext;
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_law::misnomer;
use ags_report::{Outcome, Severity};

/// CODE-DONE.
pub const RULE: Rule = Rule {
    code: "CODE-DONE",
    name: "completed-actions-listed-as-open",
    title: "Completed actions listed as open",
    requirement: "Actions that are listed as open have not been completed.",
    method: "No open action is worded only as something done, and no action with an open status has \
        progress that says it is completed.",
    rationale: "Completed work belongs under evidence; in the list of actions it hides what is still open.",
    limitations: "Actions whose text does not say that they are completed, and completed parts of an \
        action that has others.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

/// Words that tell of something done.
const DONE: [&str; 27] = [
    "has been set up",
    "have been set up",
    "was set up",
    "panel set up",
    "group set up",
    "has been introduced",
    "was introduced",
    "were introduced",
    "have been introduced",
    "has been brought in",
    "have been brought in",
    "has been completed",
    "have been completed",
    "was completed",
    "has been adopted",
    "was adopted",
    "has been approved",
    "was approved",
    "has been established",
    "was established",
    "has been launched",
    "was launched",
    "has been implemented",
    "have been implemented",
    "now in place",
    "reaccredited",
    "training provided",
];
/// Words of what goes on or is to come.
const OPEN: [&str; 19] = [
    "will",
    "to be",
    "continue",
    "continuing",
    "continued",
    "being",
    "ongoing",
    "developing",
    "development",
    "further",
    "embed",
    "embedding",
    "reviewing",
    "improve",
    "improving",
    "implementing",
    "monitor",
    "monitoring",
    "should",
];

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let mut open = false;
    let mut findings = Vec::new();
    for placed in
        context.actions().iter().filter(|placed| super::actions::is_planned(context.code, placed.action))
    {
        open = true;
        let action = placed.action;
        if let Some(done) = tells_of_the_past(&action.text) {
            findings.push(placed.finding(
                format!("The action is open, but its text says \"{done}\"."),
                "Mark the action as completed, or say what remains to be done.",
            ));
        }
        let progress = action.progress.as_ref().and_then(|progress| progress.text.as_ref());
        let called_open = action.status != ActionStatus::NotStated;
        if let Some(progress) = progress.filter(|progress| called_open && is_complete(progress)) {
            findings.push(placed.finding(
                format!("The action is open, but its progress is \"{}\".", progress.trim()),
                "Mark the action as completed.",
            ));
        }
    }
    if !open {
        return Outcome::not_applicable("The code has no open action.");
    }
    Outcome::of(findings)
}

/// The words that show it, where every sentence of an action is about what was done.
fn tells_of_the_past(says: &str) -> Option<&'static str> {
    let first = prose::sentences(says).next()?;
    let done = prose::find_phrase(first, &DONE)?;
    let open = prose::sentences(says).any(|sentence| prose::find_phrase(sentence, &OPEN).is_some());
    (!open).then_some(done)
}

fn is_complete(progress: &str) -> bool {
    matches!(misnomer::normalised(progress).trim_end_matches('.'), "completed" | "complete" | "done")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn found(says: &str, more: &str) -> usize {
        let action = format!("actions = [{{ id = \"B\", text = \"{says}\"{more} }}]");
        sample::findings(&RULE, &sample::row("", &action)).len()
    }

    #[test]
    fn what_has_been_set_up_is_done_and_what_goes_on_is_not() {
        assert_eq!(found("A webpage has been set up for all annual reports.", ""), 1);
        assert_eq!(found("A webpage has been set up and will be extended.", ""), 0);
        assert_eq!(found("Set up a webpage for all annual reports.", ""), 0);
    }

    #[test]
    fn completed_progress_and_an_open_status_do_not_go_together() {
        let progress = |status: &str| format!(r#", status = "{status}", progress.text = "Completed.""#);
        assert_eq!(found("Review the constitution.", &progress("open")), 1);
        assert_eq!(found("Review the constitution.", &progress("delayed")), 1);
    }

    #[test]
    fn a_code_without_open_actions_is_not_judged() {
        let done = r#"actions = [{ id = "B", text = "It was adopted.", status = "completed" }]"#;
        assert!(matches!(sample::check(&RULE, &sample::row("", done)), Outcome::NotApplicable { .. }));
    }
}
