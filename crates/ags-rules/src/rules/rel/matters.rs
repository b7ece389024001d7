//! The matters that others raised, and the issues that report them.

use governance_model::{Matter, MatterKind};

use crate::context::StatementContext;
use ags_report::{Finding, Outcome, Pointer};
use ags_statement::english;

/// The matters of some kinds, with their places; none where the statement has no list of matters.
pub(in crate::rules) fn matters<'a>(
    context: &StatementContext<'a>,
    kinds: &[MatterKind],
) -> Option<Vec<(Pointer, &'a Matter)>> {
    let listed = context.statement.review.matters.as_ref()?.iter().enumerate();
    let of = listed.filter(|(_, matter)| kinds.contains(&matter.kind));
    Some(
        of.map(|(index, matter)| (Pointer::root().key("review").key("matters").index(index), matter))
            .collect(),
    )
}

/// The answer where a statement has no list of matters, the same for every rule that reads them.
pub(in crate::rules) fn unlisted() -> Outcome {
    Outcome::indeterminate(
        "/review/matters",
        "List the matters that auditors, inspectors, courts and others brought to the authority's notice; \
         give an empty list if there were none.",
    )
}

/// A matter that no significant issue reports. What was done under statute is an issue whatever the authority
/// thinks of it; for any other matter the statement may say why it is none.
pub(in crate::rules) fn unreported(
    context: &StatementContext<'_>,
    at: &Pointer,
    matter: &Matter,
) -> Option<Finding> {
    let excuse = matter.excused.as_ref().filter(|excuse| !excuse.is_blank());
    let formal = matter.kind.is_formal();
    if !matter.issues.is_empty() || (excuse.is_some() && !formal) {
        return None;
    }
    let reports = reports(context);
    let says = excuse.map_or_else(
        || format!("{} is not reported as a significant issue: {reports}.", named(matter)),
        |excuse| {
            format!(
                "{} is given as not significant because \"{excuse}\", but it is a formal matter, and \
                    {reports}.",
                named(matter)
            )
        },
    );
    let fix = if formal {
        "Report the matter as a significant issue, and name that issue where the matter is listed."
    } else {
        "Report the matter as a significant issue and name that issue where the matter is listed, or \
            explain there why it is not significant."
    };
    Some(quoting(Finding::new(at.key("issues"), says, fix), matter))
}

/// A finding with what the author of a matter said, where that is given.
pub(in crate::rules) fn quoting(finding: Finding, matter: &Matter) -> Finding {
    match &matter.text {
        Some(says) => finding.quoting(says, &matter.source),
        None => finding,
    }
}

/// A matter by its title, identifier, date and author: "Public interest report (MAT-1, 5 December 2022, by
/// the auditor)".
pub(in crate::rules) fn named(matter: &Matter) -> String {
    let when = matter.when.map(|when| format!(", {}", english::when(when))).unwrap_or_default();
    let by = matter.by.as_ref().filter(|by| !by.is_blank());
    let by = by.map(|by| format!(", by {by}")).unwrap_or_default();
    format!("{} ({}{when}{by})", matter.title, matter.id)
}

/// What the statement reports as significant, as the other side of a contradiction.
pub(in crate::rules) fn reports(context: &StatementContext<'_>) -> String {
    let issues = context.statement.review.issues.iter();
    let names: Vec<String> = issues.map(|issue| format!("{} ({})", issue.title, issue.id)).collect();
    match names.as_slice() {
        [] => "the statement reports no significant issue".into(),
        [only] => format!("the only significant issue in the statement is {only}"),
        several => format!("the significant issues in the statement are {}", english::list(several)),
    }
}
