//! REG-13: Statement of a smaller authority not published in time.

use governance_model::Category;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::publication;
use ags_law::Scope;
use ags_report::{Outcome, Severity};
use ags_statement::PublishedWith;

/// REG-13.
pub const RULE: Rule = Rule {
    code: "REG-13",
    name: "statement-of-a-smaller-authority-not-published-in-time",
    title: "Statement of a smaller authority not published in time",
    requirement: "A smaller authority publishes its approved statement with the accounts by the last day.",
    method: "The approved statement was published on the authority's website by the last day set for \
        its year, \
        after it and the accounts were approved, with the accounts. A question is asked about a \
        publication after that day with a notice that the audit is not finished.",
    rationale: "Readers should be able to read how the authority was governed together with the figures, \
        in good time.",
    limitations: "Whether the address works, whether the auditor's certificate or opinion is included, and \
        whether an authority without a website published the documents by other means.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 13(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/13"),
        ags_law::AMENDMENT_2020
            .at("reg. 2(3)", "https://www.legislation.gov.uk/uksi/2020/404/regulation/2/made"),
    ],
    scope: Scope::ENGLAND_CATEGORY_2,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let needs = "Publish the approved statement on the authority's website, with the accounts.";
    publication::as_approved(context, Category::Two, &[(PublishedWith::Accounts, "accounts")], needs)
}
