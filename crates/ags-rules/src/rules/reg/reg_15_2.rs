//! REG-15-2: Statement not published before the public rights period.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::category;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::pointers;
use crate::rules::publication;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// REG-15-2.
pub const RULE: Rule = Rule {
    code: "REG-15-2",
    name: "statement-not-published-before-the-public-rights-period",
    title: "Statement not published before the public rights period",
    requirement: "The statement is published with the unaudited accounts before the public rights period \
        begins.",
    method: "The statement, approved or not, was published with the unaudited accounts, the declaration \
        that they are unaudited and may change, the statement of the public's rights and, in category 1, \
        the narrative statement, at the latest on the day before the period for the exercise of public \
        rights began.",
    rationale: "Those who inspect the accounts or object to them must be able to read how the authority \
        reports on its governance.",
    limitations: "Whether the statement of rights is complete, and whether the declaration is signed. How \
        late the period began is checked by REG-15-1.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 15(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AAR_2015.at("reg. 15(3)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let category = match category::of(context) {
        Ok(category) => category,
        Err(unknown) => return unknown,
    };
    let at = pointers::publication(context, "draft");
    let Some(draft) = context.draft() else {
        return unpublished(context, at, category);
    };
    let mut findings = publication::left_out_of_draft(draft, &at, category);
    let rights = context.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.rights);
    if let Some(rights) = rights.filter(|rights| rights.first <= draft.on) {
        let says = format!(
            "The draft statement was published on {}, but the public rights period began on {}.",
            english::date(draft.on),
            english::date(rights.first)
        );
        let fix = "Begin the period on the day after publication.";
        findings.push(Finding::new(at.key("on"), says, fix));
    }
    if findings.is_empty() && draft.with.is_empty() {
        return Outcome::indeterminate(at.key("with"), "List what was published with the draft statement.");
    }
    Outcome::of(findings)
}

fn unpublished(context: &StatementContext<'_>, at: Pointer, category: Category) -> Outcome {
    let says = "The statement has not been published with the unaudited accounts";
    let needs = "Publish the statement, approved or not, with the unaudited accounts and the documents \
        that accompany them.";
    PendingDuty { pointer: at, message: says, action: needs }.before_public_rights(context, category)
}

#[cfg(test)]
mod tests {
    use governance_model::{Category, Provenance};

    use super::RULE;
    use crate::rules::publication::WITH_THE_DRAFT;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Notice, PublishedWith, SignOff, Statement};

    fn without(kind: PublishedWith) -> Statement {
        let mut statement = sample::statement();
        statement.sign_off.publication.draft.as_mut().unwrap().with.retain(|with| *with != kind);
        statement
    }

    #[test]
    fn the_day_before_the_public_rights_is_in_time_and_their_first_day_is_not() {
        let on = |on| {
            let mut statement = sample::statement();
            statement.sign_off.publication.draft.as_mut().unwrap().on = on;
            sample::check(&RULE, &statement)
        };
        assert_eq!(on(day(2022, 7, 31)), Outcome::Met);
        assert!(matches!(on(day(2022, 8, 1)), Outcome::NotMet { .. }));
    }

    #[test]
    fn each_paper_must_be_with_it() {
        assert_eq!(sample::check(&RULE, &sample::statement()), Outcome::Met);
        for (kind, what) in WITH_THE_DRAFT {
            let Outcome::NotMet { findings } = sample::check(&RULE, &without(kind)) else { panic!("{what}") };
            assert!(findings.len() == 1 && findings[0].message.contains(what), "{findings:?}");
        }
    }

    #[test]
    fn a_smaller_authority_writes_no_narrative() {
        let mut statement = without(PublishedWith::NarrativeStatement);
        statement.local_code.authority.category = Some(Category::Two);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn what_is_not_said_is_a_doubt() {
        let mut statement = sample::statement();
        statement.sign_off.publication.draft.as_mut().unwrap().with.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn a_draft_is_due_until_the_end_of_july_2022_and_late_after() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        for before in [day(2022, 5, 31), day(2022, 7, 31)] {
            let draft = sample::check_on(&RULE, &statement, before);
            assert!(matches!(draft, Outcome::NotDueYet { due, .. } if due == day(2022, 7, 31)), "{draft:?}");
        }
        let late = sample::check_on(&RULE, &statement, day(2022, 8, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
        statement.sign_off.publication.late_rights_notice = Some(Notice {
            on: day(2022, 7, 31),
            reason: "The accounts were not ready.".parse().unwrap(),
            source: Provenance::Declared,
        });
        let last = sample::check_on(&RULE, &statement, day(2022, 7, 31));
        assert!(matches!(last, Outcome::NotDueYet { .. }), "{last:?}");
        let noticed = sample::check_on(&RULE, &statement, day(2022, 8, 1));
        assert!(matches!(noticed, Outcome::NeedsReview { .. }), "{noticed:?}");
    }
}
