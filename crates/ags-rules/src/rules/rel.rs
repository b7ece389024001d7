//! What a statement says of the assurance around it, and whether it agrees with what others said: internal
//! audit, the local auditor, inspectors, the statutory officers.

pub mod rel_114;
pub mod rel_ac;
pub mod rel_bv;
pub mod rel_cfo;
pub mod rel_cons;
pub mod rel_discl;
pub mod rel_fm;
pub mod rel_fraud;
pub mod rel_group;
pub mod rel_hiaop;
pub mod rel_hiarole;
pub mod rel_iacode;
pub mod rel_iastd;
pub mod rel_insp;
pub mod rel_nolan;
pub mod rel_post;
pub mod rel_rec;
pub mod rel_stat;
pub mod rel_trans;
pub mod rel_vfm;

use governance_model::{Assurance, AssuranceKind, Conformance, Degree, Matter, MatterKind, Standard, Text};

use crate::context::StatementContext;
use crate::prose;
use crate::rule::Rule;
use ags_law::Scope;
use ags_report::{Finding, Outcome};
use ags_statement::english;

/// The rules on the assurance around a statement: internal audit, the profession's codes, the auditor and other
/// authors of formal matters, duties of law, what came after, and all of it held together.
pub static RULES: &[Rule] = &[
    rel_hiaop::RULE,
    rel_iastd::RULE,
    rel_iacode::RULE,
    rel_hiarole::RULE,
    rel_cfo::RULE,
    rel_fm::RULE,
    rel_fraud::RULE,
    rel_ac::RULE,
    rel_vfm::RULE,
    rel_rec::RULE,
    rel_discl::RULE,
    rel_114::RULE,
    rel_bv::RULE,
    rel_insp::RULE,
    rel_stat::RULE,
    rel_nolan::RULE,
    rel_trans::RULE,
    rel_post::RULE,
    rel_group::RULE,
    rel_cons::RULE,
];

/// The four nations, in England category 1, for every year that has an annual governance statement: from
/// 2007/08, the first year of the CIPFA/SOLACE Framework of 2007.
pub(super) const EVERY_STATEMENT: Scope = Scope { from: 2007, ..Scope::FRAMEWORK_2016 };

/// The answer on a standard: the authority conforms, or the statement says why it does not. Where it says nothing
/// of the standard, that cannot be told.
fn comply_or_explain(context: &StatementContext<'_>, with: Standard, name: &str) -> Outcome {
    let compared = conformances(context, with);
    if compared.is_empty() {
        return uncompared(name);
    }
    Outcome::of(compared.iter().filter_map(|(at, one)| unexplained(at, one, name)).collect())
}

/// The answer where a statement does not say how the authority compares with a standard.
fn uncompared(name: &str) -> Outcome {
    Outcome::indeterminate(
        "/review/conformances",
        format!("Say how far the authority conforms to {name}, and where it does not, why."),
    )
}

/// The comparisons with a standard, with their places.
fn conformances<'a>(context: &StatementContext<'a>, with: Standard) -> Vec<(String, &'a Conformance)> {
    let listed = context.statement.review.conformances.iter().enumerate();
    let of = listed.filter(|(_, one)| one.standard == with);
    of.map(|(index, one)| (format!("/review/conformances/{index}"), one)).collect()
}

/// A comparison that comes to no result, or to a poor one without a word on it.
fn unexplained(at: &str, one: &Conformance, name: &str) -> Option<Finding> {
    let degree = match one.degree {
        None => {
            return Some(Finding::new(
                format!("{at}/degree"),
                format!("The statement names {name} and does not say whether the authority conforms to it."),
                "Say whether it conforms in full, in part or not at all.",
            ));
        }
        Some(Degree::Full) => return None,
        Some(Degree::Partial) => "conforms in part",
        Some(Degree::None) => "does not conform",
    };
    is_blank(one.text.as_ref()).then(|| {
        Finding::new(
            format!("{at}/text"),
            format!("The authority {degree} to {name}, and the statement does not say why."),
            "Say what is done otherwise, why, and how the same effect is got.",
        )
    })
}

/// The matters of some kinds, with their places; none where the statement has no list of matters.
pub(super) fn matters<'a>(
    context: &StatementContext<'a>,
    kinds: &[MatterKind],
) -> Option<Vec<(String, &'a Matter)>> {
    let listed = context.statement.review.matters.as_ref()?.iter().enumerate();
    let of = listed.filter(|(_, matter)| kinds.contains(&matter.kind));
    Some(of.map(|(index, matter)| (format!("/review/matters/{index}"), matter)).collect())
}

/// The answer where a statement does not say whether there were matters of a kind.
pub(super) fn unlisted(what: &str) -> Outcome {
    Outcome::indeterminate(
        "/review/matters",
        format!("List {what} among the matters; an empty list says that there were none."),
    )
}

/// A matter that no significant issue reports. What was done under statute is an issue whatever the authority
/// thinks of it; for any other matter the statement may say why it is none.
fn unreported(context: &StatementContext<'_>, at: &str, matter: &Matter) -> Option<Finding> {
    let excuse = matter.excused.as_ref().filter(|excuse| !excuse.is_blank());
    let formal = matter.kind.is_formal();
    if !matter.issues.is_empty() || (excuse.is_some() && !formal) {
        return None;
    }
    let reports = reports(context);
    let says = excuse.map_or_else(
        || format!("{} is reported by no significant issue: {reports}.", named(matter)),
        |excuse| {
            format!(
                "{} is said to be no significant issue, because \"{excuse}\"; it is a formal matter, and {reports}.",
                named(matter)
            )
        },
    );
    let mend = if formal {
        "Report it as a significant issue, and name that issue with the matter."
    } else {
        "Report it as a significant issue and name that issue with the matter, or say there why it is none."
    };
    Some(quoting(Finding::new(format!("{at}/issues"), says, mend), matter))
}

/// A finding with what the author of a matter said, where that is given.
fn quoting(finding: Finding, matter: &Matter) -> Finding {
    match &matter.text {
        Some(says) => finding.quoting(says, &matter.source),
        None => finding,
    }
}

/// A matter by its title, identifier, date and author: "Public interest report (MAT-1, 5 December 2022, by the
/// auditor)".
pub(super) fn named(matter: &Matter) -> String {
    let when = matter.when.map(|when| format!(", {}", english::when(when))).unwrap_or_default();
    let by = matter.by.as_ref().filter(|by| !by.is_blank());
    let by = by.map(|by| format!(", by {by}")).unwrap_or_default();
    format!("{} ({}{when}{by})", matter.title, matter.id)
}

/// What the statement reports as significant, as the other side of a contradiction.
pub(super) fn reports(context: &StatementContext<'_>) -> String {
    let issues = context.statement.review.issues.iter();
    let names: Vec<String> = issues.map(|issue| format!("{} ({})", issue.title, issue.id)).collect();
    match names.as_slice() {
        [] => "the statement reports no significant issue".into(),
        [only] => format!("the one significant issue of the statement is {only}"),
        several => format!("the significant issues of the statement are {}", english::list(several)),
    }
}

/// The head of internal audit's opinions on the year, with their places.
pub(super) fn internal_audit<'a>(context: &StatementContext<'a>) -> Vec<(String, &'a Assurance)> {
    let given = assurances(context, AssuranceKind::HeadOfInternalAudit);
    given.into_iter().filter(|(_, one)| one.year.is_none_or(|year| year == context.year)).collect()
}

/// The assurances of a kind, for whatever year, with their places.
fn assurances<'a>(context: &StatementContext<'a>, kind: AssuranceKind) -> Vec<(String, &'a Assurance)> {
    let given = context.statement.review.assurances.iter().enumerate();
    given
        .filter(|(_, one)| one.kind == kind)
        .map(|(index, one)| (format!("/review/assurances/{index}"), one))
        .collect()
}

/// Words that turn a sentence round.
const NEGATIONS: [&str; 6] = ["no", "not", "nor", "neither", "never", "without"];

/// The first sentence that holds one of the phrases and is not turned round.
fn affirming<'a>(words: &'a str, phrases: &[&str]) -> Option<&'a str> {
    let affirms = |sentence: &&str| {
        prose::find_phrase(sentence, phrases).is_some() && prose::find_phrase(sentence, &NEGATIONS).is_none()
    };
    prose::sentences(words).find(affirms)
}

fn is_blank(words: Option<&Text>) -> bool {
    words.is_none_or(Text::is_blank)
}
