//! REG-8: No narrative statement.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::PublishedWith;
use ags_statement::english;

/// REG-8.
pub const RULE: Rule = Rule {
    code: "REG-8",
    name: "no-narrative-statement",
    title: "No narrative statement",
    requirement: "A narrative statement on the year's performance and value for money accompanies the \
        accounts.",
    method: "A narrative statement was published, with the unaudited accounts or with the approved \
        statement.",
    rationale: "The narrative statement explains the figures on performance and on economy, efficiency and \
        effectiveness; the governance statement is read with it.",
    limitations: "What the narrative statement says. Whether it accompanies each publication is checked by \
        REG-15-2 and REG-10-1.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[ags_law::AAR_2015.at(
        "reg. \
        8",
        "https://www.legislation.gov.uk/uksi/2015/234/regulation/8",
    )],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let publications = [("draft", context.draft()), ("as_approved", context.as_approved())];
    let mut published = publications.into_iter().filter_map(|(place, one)| Some((place, one?)));
    if published.clone().any(|(_, one)| one.with.contains(&PublishedWith::NarrativeStatement)) {
        return Outcome::Met;
    }
    let needs = "Prepare a narrative statement and publish it with the accounts.";
    if let Some((place, _)) = published.clone().find(|(_, one)| one.with.is_empty()) {
        return Outcome::indeterminate(
            pointers::publication(context, place).key("with"),
            "List what was published with the statement.",
        );
    }
    if let Some((place, one)) = published.find(|(place, _)| *place == "as_approved") {
        let on = english::date(one.on);
        return Outcome::not_met(
            pointers::publication(context, place).key("with"),
            format!(
                "The approved statement was published on {on} without a narrative statement, and none was \
                    published before."
            ),
            needs,
        );
    }
    let says = "No narrative statement has been published";
    PendingDuty { pointer: pointers::publication(context, "as_approved"), message: says, action: needs }
        .before_publication(context, Category::One)
}
