//! REL-DISCL: Disclaimed opinion undisclosed.

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
    name: "disclaimed-opinion-undisclosed",
    title: "Disclaimed opinion undisclosed",
    requirement: "The statement says which years' accounts have a disclaimed audit opinion, and what that \
        means.",
    method: "England only. Each disclaimed opinion among the matters names the year of the accounts and is \
        explained. What the statement tells of external audit agrees with that list: it speaks of no \
        disclaimed opinion that is not on it, and calls no opinion unqualified that is.",
    rationale: "The backstop dates let accounts be published whose audit was never finished. A reader who is \
        not told takes them for audited.",
    limitations: "Years whose audit is open and of which the statement is silent.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::LAAA_2014.at("s. 20(2)", "https://www.legislation.gov.uk/ukpga/2014/2/section/20"),
        ags_law::AMENDMENT_2024
            .at("the backstop dates", "https://www.legislation.gov.uk/uksi/2024/907/note/made"),
    ],
    scope: Scope::ENGLAND_CATEGORY_1,
    uses_prior_year: false,
    check: Check::Statement(check),
};

/// Words that tell of a disclaimed opinion.
const DISCLAIMED: [&str; 5] =
    ["disclaimed", "disclaimer", "disclaimers", "disclaimer of opinion", "declined to give an opinion"];
/// Words that tell of an opinion without reservation.
const CLEAN: [&str; 3] = ["unqualified", "unmodified", "clean opinion"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(disclaimed) = matters(context, &[MatterKind::DisclaimedOpinion]) else {
        return unlisted("the years whose accounts have a disclaimed audit opinion");
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
            format!("{} does not say which year's accounts it is on.", named(matter)),
            "Give the year of the accounts.",
        )
    });
    let words = is_blank(matter.text.as_ref()).then(|| {
        Finding::new(
            at.key("text"),
            format!("The statement lists {} and does not say what it means.", named(matter)),
            "Say why the auditor gave no opinion, and how far the figures can be relied on.",
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
            "{} tells of a disclaimed opinion, and the statement lists none among its matters.",
            one.title
        );
        let fix = "List it, with the year of the accounts and what it means for the reader.";
        Finding::new("/review/matters", says, fix).quoting(words, &one.source)
    });
    let clean = affirming(says, &CLEAN).zip(listed).map(|(words, (_, matter))| {
        let says = format!(
            "{} tells of an opinion without reservation on {year}, and the statement lists {}.",
            one.title,
            named(matter)
        );
        let fix = "Find out which it is, and correct the other.";
        quoting(Finding::new(at.key("text"), says, fix), matter).quoting(words, &one.source)
    });
    unlisted.into_iter().chain(clean).collect()
}
