//! AGAR-PUB: Return not published in time.

use governance_model::Category;

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::public_rights;
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use crate::rules::publication;
use ags_law::Milestone;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::Published;
use ags_statement::agar::Form;
use ags_statement::english;

/// AGAR-PUB.
pub const RULE: Rule = Rule {
    code: "AGAR-PUB",
    name: "return-not-published-in-time",
    title: "Return not published in time",
    requirement: "Both sections are on the website before the public rights period begins, and again after \
        review by the last day set for the year.",
    method: "Section 1 was published with Section 2, the declaration that it is unaudited and the \
        statement of the public's rights, at the latest on the day before the period for the exercise of \
        public rights began. Both sections were published by 30 September, for 2019/20 by 30 November; an \
        exempt authority has published all before the period.",
    rationale: "Those who inspect the accounts or object to them need both sections, and later readers \
        need the result of the review.",
    limitations: "Whether the address works, whether the declaration is signed, and whether the auditor's \
        report is with the second publication.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 15(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15"),
        ags_law::AAR_2015.at("reg. 13(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/13"),
        ags_law::AMENDMENT_2020
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

const DRAFT: Pointer = Pointer::fixed("/publication/draft");
const FINAL: Pointer = Pointer::fixed("/publication/as_approved");

fn check(context: &AgarContext<'_>) -> Outcome {
    if let Some(outcome) = applicability::declaration(context) {
        return outcome;
    }
    if context.agar.form.is_some_and(Form::is_exempt) {
        return before_rights(context);
    }
    Outcome::all([before_rights(context), at_the_end(context)])
}

fn before_rights(context: &AgarContext<'_>) -> Outcome {
    let Some(draft) = context.draft() else {
        let says = "Section 1 has not been published with the unaudited Section 2";
        let needs = "Publish both sections on the authority's website, with the declaration and the \
            statement of rights.";
        let last = public_rights::last_day(context);
        if last.is_some_and(|last| last < context.as_at)
            && let Some(notice) = context.late_rights_notice()
        {
            return noticed(&DRAFT, says, notice.on);
        }
        return PendingDuty { pointer: DRAFT, message: says, action: needs }.due_on(
            context.year,
            context.as_at,
            last,
        );
    };
    let mut findings = publication::left_out_of_draft(draft, &DRAFT, Category::Two);
    if let Some(rights) = context.rights().filter(|rights| rights.first <= draft.on) {
        let says = format!(
            "Both sections were published on {}, but the public rights period began on {}.",
            english::date(draft.on),
            english::date(rights.first)
        );
        let fix = "Begin the period on the day after publication.";
        findings.push(Finding::new(DRAFT.key("on"), says, fix));
    }
    if findings.is_empty() { unsaid(draft, &DRAFT) } else { Outcome::of(findings) }
}

fn at_the_end(context: &AgarContext<'_>) -> Outcome {
    let last = context.deadline(Milestone::Publish).map(|deadline| deadline.day);
    let Some(published) = context.as_approved() else {
        let says = "Both sections have not been published after review";
        let needs = "Publish both sections and the auditor's report on the authority's website.";
        if last.is_some_and(|last| last < context.as_at)
            && let Some(notice) = context.late_accounts_notice()
        {
            return noticed(&FINAL, says, notice.on);
        }
        return PendingDuty { pointer: FINAL, message: says, action: needs }.due_on(
            context.year,
            context.as_at,
            last,
        );
    };
    let at = FINAL.key("on");
    let Some(last) = last else {
        return deadlines::no_last_day(context.year, &at);
    };
    if published.on <= last {
        return unsaid(published, &FINAL);
    }
    let says = format!("Both sections were published after review on {}", english::date(published.on));
    if let Some(notice) = context.late_accounts_notice() {
        return noticed(&at, &says, notice.on);
    }
    let says = format!("{says}; the last day was {}.", english::date(last));
    Outcome::not_met(at, says, "Publish a notice that gives the reason for the delay.")
}

fn noticed(at: &Pointer, says: &str, on: chrono::NaiveDate) -> Outcome {
    let noticed = english::date(on);
    let question = "Was it done as soon as reasonably practicable?";
    Outcome::needs_review(at, format!("{says}, and a notice dated {noticed} gives the reason. {question}"))
}

/// What a publication does not say of itself.
fn unsaid(published: &Published, at: &Pointer) -> Outcome {
    if published.with.is_empty() {
        return Outcome::indeterminate(at.key("with"), "List what was published with Section 1.");
    }
    if published.url.is_none() {
        return Outcome::indeterminate(at.key("url"), "Give the address on the authority's website.");
    }
    Outcome::Met
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::Agar;
    use ags_statement::{Notice, PublishedWith};

    #[test]
    fn the_day_before_the_public_rights_is_in_time_and_their_first_day_is_not() {
        let on = |on| {
            let mut agar = sample::agar();
            agar.publication.draft.as_mut().unwrap().on = on;
            sample::agar_places(&RULE, &agar)
        };
        assert!(on(day(2024, 6, 2)).is_empty());
        assert_eq!(on(day(2024, 6, 3)), ["/publication/draft/on"]);
    }

    #[test]
    fn each_paper_must_be_with_it_and_what_is_not_said_is_a_doubt() {
        for kind in
            [PublishedWith::Accounts, PublishedWith::UnauditedDeclaration, PublishedWith::RightsStatement]
        {
            let mut agar = sample::agar();
            agar.publication.draft.as_mut().unwrap().with.retain(|with| *with != kind);
            assert_eq!(sample::agar_places(&RULE, &agar), ["/publication/draft/with"], "{kind:?}");
        }
        let mut agar = sample::agar();
        agar.publication.draft.as_mut().unwrap().with.clear();
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::Indeterminate { .. }));
        let mut agar = sample::agar();
        agar.publication.as_approved.as_mut().unwrap().url = None;
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn the_30th_of_september_is_in_time_and_the_next_day_is_not_without_a_notice() {
        let on = |on| {
            let mut agar = sample::agar();
            agar.publication.as_approved.as_mut().unwrap().on = on;
            agar
        };
        let check = |agar: &Agar| sample::check_agar_on(&RULE, agar, day(2024, 12, 31));
        assert_eq!(check(&on(day(2024, 9, 30))), Outcome::Met);
        let mut late = on(day(2024, 10, 1));
        assert!(matches!(check(&late), Outcome::NotMet { .. }));
        late.publication.late_accounts_notice = Some(Notice {
            on: day(2024, 9, 30),
            reason: "The auditor has not reported.".parse().unwrap(),
            source: Provenance::Declared,
        });
        assert!(matches!(check(&late), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn each_publication_is_due_until_its_day() {
        let mut agar = sample::agar();
        agar.publication.as_approved = None;
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 9, 30));
        assert!(matches!(due, Outcome::NotDueYet { due, .. } if due == day(2024, 9, 30)), "{due:?}");
        agar.publication.draft = None;
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { due, .. } if due == day(2024, 6, 30)), "{due:?}");
        let late = sample::check_agar_on(&RULE, &agar, day(2024, 7, 1));
        assert!(matches!(late, Outcome::NotMet { .. }), "{late:?}");
    }

    #[test]
    fn an_exempt_authority_publishes_once() {
        assert_eq!(sample::check_agar(&RULE, &sample::exempt_agar()), Outcome::Met);
    }
}
