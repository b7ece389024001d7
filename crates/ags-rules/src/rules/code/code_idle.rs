//! CODE-IDLE: Owners without an action.

use governance_model::{Provenance, Text};

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// CODE-IDLE.
pub const RULE: Rule = Rule {
    code: "CODE-IDLE",
    name: "owners-without-an-action",
    title: "Owners without an action",
    requirement: "Everyone who is named as the owner of an action has one.",
    method: "No action that has owners is empty or says that there is none, and no row that states that no \
        action is planned names an owner.",
    rationale: "Either an officer is named for no action, or the action was lost.",
    limitations: "An officer named for a row whose actions were not read from the document.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::PLANNED_CHANGES,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let nothing = nothing(context);
    if context.actions().is_empty() && nothing.is_empty() {
        return Outcome::not_applicable("The code lists no action.");
    }
    let empty =
        context.actions().iter().filter(|placed| super::actions::names_no_action(&placed.action.text));
    let empty = empty.map(|placed| {
        let action = placed.action;
        (placed.pointer.clone(), action.owners.as_slice(), Some(&action.text), placed.source)
    });
    let idle = empty.chain(nothing).filter(|(_, owners, ..)| !owners.is_empty());
    let findings = idle.map(|(at, owners, words, from)| {
        let owners: Vec<String> = owners.iter().map(ToString::to_string).collect();
        let owners = ags_statement::english::list(&owners);
        let quote = words.filter(|words| !words.is_blank()).map_or(owners.as_str(), |words| words.as_str());
        let says = format!("{owners} is named as owner, but there is no action.");
        Finding::new(at, says, "Add the action, or remove the owner.").quoting(quote, from)
    });
    Outcome::of(findings.collect())
}

/// A place where owners may stand: itself, the owners, its words and where they come from.
type Place<'a> = (Pointer, &'a [Text], Option<&'a Text>, &'a Provenance);

/// The places of the plan the code makes that name no action.
fn nothing<'a>(context: &LocalCodeContext<'a>) -> Vec<Place<'a>> {
    let of_rows = context.rows().iter().map(|row| (row.pointer.clone(), &row.arrangement.no_actions_planned));
    let all = of_rows.chain([(Pointer::root(), &context.code.no_actions_planned)]);
    let mut places = Vec::new();
    for (at, list) in all {
        for (index, one) in list.iter().enumerate() {
            let past = one.year.is_some_and(|year| Some(year) < context.code.document.planned_year);
            if !past {
                let at = at.key("no_actions_planned").index(index);
                places.push((at, one.owners.as_slice(), one.wording.as_ref(), &one.source));
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    fn found(says: &str, owner: &str) -> usize {
        let action = format!("actions = [{{ id = \"B\", text = \"{says}\", owners = [{owner}] }}]");
        sample::findings(&RULE, &sample::row("", &action)).len()
    }

    #[test]
    fn an_owner_of_nothing_is_idle_and_one_of_something_is_not() {
        assert_eq!(found("No specific actions but current standards to be maintained", "\"Solicitor\""), 1);
        assert_eq!(found("", "\"Solicitor\""), 1);
        assert_eq!(found("Review it.", "\"Solicitor\""), 0);
        assert_eq!(found("No specific actions", ""), 0);
    }

    #[test]
    fn an_owner_beside_no_action_of_this_plan_is_idle_and_of_the_last_is_not() {
        let of = |year: &str| {
            let nothing = format!(
                r#"no_actions_planned = [
                    {{ kind = "none-identified", owners = ["Solicitor"], year = "{year}" }},
                ]"#
            );
            let document = r#"year = "2009/10", planned_year = "2010/11""#;
            sample::check(&RULE, &sample::row(document, &nothing))
        };
        assert!(matches!(of("2010/11"), Outcome::NotMet { .. }));
        assert!(matches!(of("2009/10"), Outcome::NotApplicable { .. }));
    }
}
