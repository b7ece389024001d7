//! REL-BV: best value unmentioned.

use governance_model::MatterKind;

use super::{matters, named, quoting, unlisted, unreported};
use crate::case::{self, Case};
use crate::rule::{Binds, Check, Cite, Finding, Outcome, Rule, Severity, Status};

/// REL-BV.
pub const RULE: Rule = Rule {
    code: "REL-BV",
    name: "best-value-unmentioned",
    asks: "The statement speaks of the duty of best value, and a notice or an intervention is a significant issue.",
    checks: "England only. The statement has a sentence on the duty of best value. Each best value notice and each \
        intervention among the matters is reported by a significant issue, which no excuse replaces, and the sentence \
        does not say that there was none. A statement that reports no issue at all is SIG-2 too.",
    why: "The statutory guidance of May 2024 has government look at seven themes of good government, most of which are \
        governance. A notice is the last step before an inspection.",
    cannot_tell: "Whether the sentence covers all seven themes, and notices that the statement does not list.",
    severity: Severity::Advice,
    status: Status::Stable,
    cites: &[
        Cite {
            instrument: "Local Government Act 1999",
            provision: "s. 3",
            url: Some("https://www.legislation.gov.uk/ukpga/1999/27/section/3"),
        },
        Cite {
            instrument: "Best value standards and intervention: a statutory guide for best value authorities (8 May 2024)",
            provision: "the seven themes; notices and interventions",
            url: Some(
                "https://www.gov.uk/government/publications/best-value-standards-and-intervention-a-statutory-guide-for-best-value-authorities",
            ),
        },
    ],
    binds: Binds { from: 2024, ..Binds::ENGLAND_CATEGORY_1 },
    check: Check::Statement(check),
};

/// Words that say there was no notice and no intervention.
const DENIALS: [&str; 8] = [
    "no best value notice",
    "no best value notices",
    "no notice",
    "no notices",
    "not received a best value notice",
    "not had a best value notice",
    "no intervention",
    "no interventions",
];

fn check(case: &Case<'_>) -> Outcome {
    let Some(notices) = matters(case, &[MatterKind::BestValueNotice, MatterKind::Intervention]) else {
        return unlisted("best value notices and interventions");
    };
    let best_value = case.statement.review.best_value.as_ref();
    let mut findings: Vec<Finding> =
        notices.iter().filter_map(|(at, matter)| unreported(case, at, matter)).collect();
    if let Some(words) = best_value
        && words.is_blank()
    {
        findings.push(Finding::new(
            "/review/best_value",
            "The statement says nothing of the duty of best value.",
            "Say how the authority secures continuous improvement, and whether there was a notice.",
        ));
    }
    let denied = best_value.and_then(|words| {
        let denies = |sentence: &&str| case::holds_any(sentence, &DENIALS).is_some();
        case::sentences(words).find(denies).zip(notices.first())
    });
    findings.extend(denied.map(|(sentence, (_, matter))| {
        let says = format!("The statement says \"{sentence}\", and lists {}.", named(matter));
        quoting(Finding::new("/review/best_value", says, "Correct the one or the other."), matter)
    }));
    if findings.is_empty() && best_value.is_none() {
        return Outcome::cannot_tell(
            "/review/best_value",
            "Say in a sentence how the authority meets the duty of best value.",
        );
    }
    Outcome::of(findings)
}
