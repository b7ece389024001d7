//! The rules.

use ags::{Citation, Rule, Scope, Severity, Status, Subject};
use serde::Serialize;

use crate::error::Error;

/// A rule, apart from the code of its check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct RuleDescription {
    /// Its code, as in `REG-6-2-B`.
    pub code: &'static str,
    /// The fault it finds, in kebab case.
    pub name: &'static str,
    /// The same as a title, as in "No resolution of approval".
    pub title: &'static str,
    /// The documents it checks.
    pub subject: Subject,
    /// How severe a breach is.
    pub severity: Severity,
    /// Whether its source is verified.
    pub status: Status,
    /// What it requires.
    pub requirement: &'static str,
    /// How it is checked.
    pub method: &'static str,
    /// Why it is required.
    pub rationale: &'static str,
    /// What the check cannot find out.
    pub limitations: &'static str,
    /// Where it is written.
    pub citations: &'static [Citation],
    /// Whom it binds, and for which years.
    pub scope: Scope,
}

impl From<&Rule> for RuleDescription {
    fn from(rule: &Rule) -> Self {
        let subject = rule.check.subject();
        let Rule { code, name, title, requirement, method, rationale, limitations, .. } = *rule;
        let Rule { severity, status, citations, scope, .. } = *rule;
        Self {
            code,
            name,
            title,
            subject,
            severity,
            status,
            requirement,
            method,
            rationale,
            limitations,
            citations,
            scope,
        }
    }
}

/// The rules, or those that check one kind of document, in their order.
///
/// ```
/// use ags_facade::rules;
/// assert!(rules(None).len() > rules(Some(ags::Subject::LocalCode)).len());
/// ```
#[must_use]
pub fn rules(subject: Option<Subject>) -> Vec<RuleDescription> {
    let wanted = |rule: &RuleDescription| subject.is_none_or(|subject| subject == rule.subject);
    ags::rules::all().map(RuleDescription::from).filter(wanted).collect()
}

/// A rule, by its code in upper or lower case.
///
/// # Errors
/// - [`InvalidRequest`](crate::error::ErrorKind::InvalidRequest) if there is no such rule, with the codes that begin with
///   it, as with `REG`, or are most similar to it.
///
/// ```
/// use ags_facade::explain;
/// assert_eq!(explain("reg-6-2-b")?.name, "no-resolution-of-approval");
/// assert!(explain("sig").unwrap_err().to_string().starts_with("SIG is not one rule; its rules are SIG-1, SIG-2"));
/// assert!(explain("REG-6-2-X").unwrap_err().to_string().starts_with("there is no rule REG-6-2-X; did you mean REG-6-2-A"));
/// # Ok::<(), ags_facade::Error>(())
/// ```
pub fn explain(code: &str) -> Result<RuleDescription, Error> {
    ags::rules::find(code).map(RuleDescription::from).ok_or_else(|| {
        let code = code.to_uppercase();
        let family = format!("{}-", code.trim_end_matches('-'));
        let family: Vec<&str> =
            ags::rules::all().map(|rule| rule.code).filter(|rule| rule.starts_with(&family)).collect();
        if !family.is_empty() {
            let family = family.join(", ");
            return Error::option("", format!("{code} is not one rule; its rules are {family}"));
        }
        let mut similar: Vec<(usize, &str)> = ags::rules::all()
            .map(|rule| (strsim::damerau_levenshtein(&code, rule.code), rule.code))
            .collect();
        similar.sort_unstable();
        let similar = similar.into_iter().take(3).filter(|(distance, _)| *distance < 4);
        let similar: Vec<&str> = similar.map(|(_, code)| code).collect();
        let question = match similar.as_slice() {
            [] => String::new(),
            similar => format!("; did you mean {}?", similar.join(", ")),
        };
        Error::option("", format!("there is no rule {code}{question}"))
    })
}
