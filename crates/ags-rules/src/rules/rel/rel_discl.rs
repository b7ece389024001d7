//! REL-DISCL: Disclaimed opinion not disclosed.

use governance_model::{Assurance, AssuranceKind, Matter, MatterKind};

use super::assurances::assurances;
use super::matters::{matters, named, quoting, unlisted};
use super::wording::{affirming, is_blank};
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REL-DISCL.
pub const RULE: Rule = Rule {
    code: "REL-DISCL",
    name: "disclaimed-opinion-not-disclosed",
    title: "Disclaimed opinion not disclosed",
    requirement: "The statement says which years' accounts have a disclaimed audit opinion, and what that \
        means.",
    method: "England only. Each disclaimed opinion among the matters names the year of the accounts and is \
        explained. What the statement reports of external audit agrees with that list: it mentions no \
        disclaimed opinion that is not listed, and describes no listed opinion as unqualified.",
    rationale: "Under the backstop dates, accounts may be published although their audit was not \
        completed. Without an explanation readers assume that the accounts were audited.",
    limitations: "Years whose audit is not complete and that the statement does not mention.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::LAAA_2014.at("s. 20(2)", "https://www.legislation.gov.uk/ukpga/2014/2/section/20"),
        ags_law::AMENDMENT_2024
            .at("the backstop dates", "https://www.legislation.gov.uk/uksi/2024/907/note/made"),
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    check: Check::Statement(check),
};

/// Words that tell of a disclaimed opinion.
const DISCLAIMED: [&str; 5] =
    ["disclaimed", "disclaimer", "disclaimers", "disclaimer of opinion", "declined to give an opinion"];
/// Words that tell of an opinion without reservation.
const CLEAN: [&str; 3] = ["unqualified", "unmodified", "clean opinion"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(disclaimed) = matters(context, &[MatterKind::DisclaimedOpinion]) else {
        return unlisted();
    };
    let untold = disclaimed.iter().flat_map(|(at, matter)| untold(at, matter));
    let auditor = assurances(context, AssuranceKind::ExternalAudit);
    let against = auditor.iter().flat_map(|(at, one)| against(context, at, one, &disclaimed));
    Outcome::of(untold.chain(against).collect())
}

fn untold(at: &Pointer, matter: &Matter) -> Vec<Finding> {
    let year = matter.year.is_none().then(|| {
        Finding::new(
            at.key("year"),
            format!("{} does not give the year of the accounts.", named(matter)),
            "Give the year of the accounts.",
        )
    });
    let words = is_blank(matter.text.as_ref()).then(|| {
        Finding::new(
            at.key("text"),
            format!("The statement lists {} but does not explain what it means.", named(matter)),
            "Explain why the auditor gave no opinion, and how far the figures can be relied on.",
        )
    });
    year.into_iter().chain(words).collect()
}

/// What the statement tells of external audit against its list of disclaimed opinions.
fn against(
    context: &StatementContext<'_>,
    at: &Pointer,
    one: &Assurance,
    disclaimed: &[(Pointer, &Matter)],
) -> Vec<Finding> {
    let Some(says) = one.text.as_ref() else {
        return Vec::new();
    };
    let year = one.year.unwrap_or(context.year);
    let listed = disclaimed.iter().find(|(_, matter)| matter.year.is_none_or(|other| other == year));
    let unlisted = affirming(says, &DISCLAIMED).filter(|_| disclaimed.is_empty()).map(|words| {
        let says = format!(
            "{} mentions a disclaimed opinion, but the statement lists none among its matters.",
            one.title
        );
        let fix = "List the opinion, with the year of the accounts and an explanation.";
        Finding::new("/review/matters", says, fix).quoting(words, &one.source)
    });
    let clean = affirming(says, &CLEAN).zip(listed).map(|(words, (_, matter))| {
        let says = format!(
            "{} mentions an unqualified opinion on {year}, but the statement lists {}.",
            one.title,
            named(matter)
        );
        let fix = "Confirm which of the two is right, and correct the other.";
        quoting(Finding::new(at.key("text"), says, fix), matter).quoting(words, &one.source)
    });
    unlisted.into_iter().chain(clean).collect()
}
