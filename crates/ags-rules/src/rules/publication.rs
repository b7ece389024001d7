//! Publishing the approved statement, with what belongs to it and in time.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rules::bodies;
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use ags_law::{Milestone, SourceStatus};
use ags_report::{Finding, Outcome, Pointer};
use ags_statement::english;
use ags_statement::{Approval, Published, PublishedWith};

const AT: Pointer = Pointer::fixed("/sign_off/publication/as_approved");

/// England: whether the approved statement was published after it and the accounts were approved, with what
/// belongs to it, each by the name a reader knows it by, and by the last day.
pub(super) fn as_approved(
    context: &StatementContext<'_>,
    category: Category,
    with: &[(PublishedWith, &str)],
    needs: &str,
) -> Outcome {
    let Some(published) = context.as_approved() else {
        let says = "The approved statement has not been published";
        return PendingDuty {
            pointer: pointers::publication(context, "as_approved"),
            message: says,
            action: needs,
        }
        .before_publication(context, category);
    };
    let mut findings = too_early(context, published);
    findings.extend(left_out(published, &AT, "The statement", with));
    let in_time = in_time(context, published, category);
    if let Outcome::NotMet { findings: late } = in_time {
        findings.extend(late);
        return Outcome::of(findings);
    }
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    missing(context, published).unwrap_or(in_time)
}

/// Whether the approved statement was published by the last day, in any nation.
pub(super) fn by_the_last_day(context: &StatementContext<'_>) -> Outcome {
    let last_day = deadlines::last_day(context, Milestone::Publish);
    match context.as_approved() {
        Some(published) => {
            deadlines::in_time(context, AT.key("on"), "The statement was published", published.on, last_day)
        }
        None => PendingDuty {
            pointer: pointers::publication(context, "as_approved"),
            message: "The approved statement has not been published",
            action: "Publish the approved statement with the accounts.",
        }
        .due_by(context, last_day),
    }
}

fn too_early(context: &StatementContext<'_>, published: &Published) -> Vec<Finding> {
    let on = english::date(published.on);
    let before = |of: &str, approval: &Approval| {
        let approved = english::date(approval.on);
        (published.on < approval.on)
            .then(|| format!("It was published on {on}, before the {of} approval on {approved}."))
    };
    let statement = context.authorities().filter_map(|authority| {
        if let Some((_, approval)) = context.approvals_for(authority).last() {
            return before("statement", approval);
        }
        let of = bodies::on_behalf_of(context, authority);
        // Where an approval may be that of any authority, the rule on approval asks.
        bodies::unnamed_authority(context).is_none().then(|| {
            format!("The statement was published as approved on {on}, but no approval{of} is recorded.")
        })
    });
    let accounts = context.accounts_approval().and_then(|approval| before("accounts", approval));
    let says = statement.chain(accounts);
    says.map(|says| Finding::new(AT.key("on"), says, "Publish the approved version.")).collect()
}

/// What a publication, by its place and its name at the beginning of a sentence, leaves out; nothing where it
/// does not say what was published with it.
pub(super) fn left_out(
    published: &Published,
    at: &Pointer,
    name: &str,
    with: &[(PublishedWith, &str)],
) -> Vec<Finding> {
    if published.with.is_empty() {
        return Vec::new();
    }
    let left_out = with.iter().filter(|(kind, _)| !published.with.contains(kind));
    left_out
        .map(|(_, what)| {
            let says = format!("{name} was published without the {what}.");
            Finding::new(at.key("with"), says, format!("Publish the {what} with the statement."))
        })
        .collect()
}

/// What ought to have been published with a draft and was not.
pub(super) fn left_out_of_draft(draft: &Published, at: &Pointer, category: Category) -> Vec<Finding> {
    let with = match category {
        Category::One => &WITH_THE_DRAFT[..],
        Category::Two => WITH_THE_DRAFT.split_at(3).0,
    };
    left_out(draft, at, "The draft statement", with)
}

/// What goes with the draft; the last is for category 1 alone.
pub(super) const WITH_THE_DRAFT: [(PublishedWith, &str); 4] = [
    (PublishedWith::Accounts, "unaudited accounts"),
    (PublishedWith::UnauditedDeclaration, "declaration that the accounts are unaudited and may change"),
    (PublishedWith::RightsStatement, "statement of the public's rights"),
    (PublishedWith::NarrativeStatement, "narrative statement"),
];

fn in_time(context: &StatementContext<'_>, published: &Published, category: Category) -> Outcome {
    let at = AT.key("on");
    let Some(deadline) = ags_law::deadline(Milestone::Publish, context.year, category, context.as_at) else {
        return deadlines::no_last_day(context.year, at);
    };
    let (on, last) = (english::date(published.on), english::date(deadline.day));
    let says = format!("The statement was published on {on}");
    if deadline.source_status == SourceStatus::Unconfirmed {
        return deadlines::unconfirmed(at, &says, &deadline);
    }
    if published.on <= deadline.day {
        return Outcome::Met;
    }
    if context.late_accounts_notice().is_some() {
        let question = "Was that as soon as reasonably practicable after the auditor's final findings?";
        return Outcome::needs_review(
            at,
            format!("{says}, after {last}, with a notice that it would be late. {question}"),
        );
    }
    let fix = "Publish a notice that gives the reason for the delay.";
    Outcome::not_met(at, format!("{says}; the last day was {last}."), fix)
}

fn missing(context: &StatementContext<'_>, published: &Published) -> Option<Outcome> {
    if published.with.is_empty() {
        return Some(Outcome::indeterminate(AT.key("with"), "List what was published with the statement."));
    }
    if published.url.is_none() {
        return Some(Outcome::indeterminate(AT.key("url"), "Give the address on the authority's website."));
    }
    if context.accounts_approval().is_none() {
        return Some(Outcome::indeterminate(
            pointers::accounts_place(context, "approval"),
            "Give the date of the approval of the accounts, which are published after it.",
        ));
    }
    None
}
