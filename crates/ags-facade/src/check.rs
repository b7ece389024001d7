//! Checks a document.

use ags::report::CheckedFile;
use ags::{Earlier, Input, Report, Rule, Status, Waivers};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::source::Source;

/// How a document is checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckOptions<'a> {
    /// The date of the check.
    pub as_at: NaiveDate,
    /// Whether preview rules, whose source is unverified, are run too.
    #[serde(default)]
    pub preview: bool,
    /// Whether the positions of the report's JSON pointers are wanted.
    #[serde(default)]
    pub positions: bool,
    /// Last year's statement, to compare with.
    #[serde(default)]
    pub prior: Option<Source<'a>>,
    /// The version of the statement that was approved, to compare with.
    #[serde(default)]
    pub approved: Option<Source<'a>>,
    /// Waivers to apply.
    #[serde(default)]
    pub waivers: Option<Source<'a>>,
}

/// The result of a check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Checked {
    /// The report on the document.
    #[serde(flatten)]
    pub document: CheckedFile,
    /// The report on the waivers, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waivers: Option<CheckedFile>,
}

impl CheckOptions<'_> {
    /// A check against the stable rules, with nothing else.
    ///
    /// ```
    /// let options = ags_facade::CheckOptions::new("2022-11-30".parse()?);
    /// assert!(!options.preview && options.prior.is_none() && options.waivers.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(as_at: NaiveDate) -> Self {
        Self { as_at, preview: false, positions: false, prior: None, approved: None, waivers: None }
    }
}

/// The rules a check runs: the stable ones, or all with the preview rules.
///
/// ```
/// assert!(ags_facade::checking_rules(true).count() > ags_facade::checking_rules(false).count());
/// ```
pub fn checking_rules(preview: bool) -> impl Iterator<Item = &'static Rule> {
    ags::rules::all().filter(move |rule| preview || rule.status == Status::Stable)
}

/// Checks a statement, a local code or a return.
///
/// # Errors
/// - [`Unreadable`](crate::error::ErrorKind::Unreadable), [`WrongDocument`](crate::error::ErrorKind::WrongDocument) and
///   [`UnknownDocument`](crate::error::ErrorKind::UnknownDocument), for the document, last year's statement, the approved version or the
///   waivers.
///
/// ```
/// use ags_facade::{CheckOptions, Source, check, to_json};
/// let json = to_json(&ags::example::statement()?)?;
/// let source = Source::by_name("statement.json", json)?;
/// let checked = check(&source, &CheckOptions::new("2022-11-30".parse()?))?;
/// assert_eq!(checked.document.report.counts().not_met, 0);
/// assert!(to_json(&checked)?.starts_with(b"{\n  \"file\": \"statement.json\","));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(source: &Source<'_>, options: &CheckOptions<'_>) -> Result<Checked, Error> {
    check_input(source, &source.input()?, options)
}

pub(crate) fn check_input(
    source: &Source<'_>,
    input: &Input,
    options: &CheckOptions<'_>,
) -> Result<Checked, Error> {
    let located = |source: &Source<'_>, report: Report| {
        if options.positions {
            source.locate(report)
        } else {
            CheckedFile {
                file: source.name.clone().into(),
                report,
                positions: <_>::default(),
                ids: <_>::default(),
            }
        }
    };
    let prior = options.prior.as_ref().map(Source::statement).transpose()?;
    let approved = options.approved.as_ref().map(Source::statement).transpose()?;
    let earlier = Earlier { prior: prior.as_ref(), approved: approved.as_ref() };
    let report = input.check(earlier, options.as_at, checking_rules(options.preview));
    let Some(waivers) = &options.waivers else {
        return Ok(Checked { document: located(source, report), waivers: None });
    };
    let read: Waivers = waivers.read()?;
    let mut session = read.session();
    let document = located(source, session.apply(report));
    Ok(Checked { document, waivers: Some(located(waivers, session.report(options.as_at))) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::json::to_json;

    fn source(name: &'static str, document: &impl Serialize) -> Source<'static> {
        Source::by_name(name, to_json(document).unwrap()).unwrap()
    }

    #[test]
    fn last_years_statement_and_waivers_are_used() {
        let mut statement = ags::example::statement().unwrap();
        let mut options = CheckOptions::new("2022-11-30".parse().unwrap());
        let mut last = statement.clone();
        last.review.year = Some("2020/21".parse().unwrap());
        options.prior = Some(source("last.json", &last));
        statement.review.actions[0].owners.clear();
        let this = source("s.json", &statement);
        let without = check(&this, &options).unwrap();
        assert_eq!(without.document.report.prior, last.review.year);
        options.waivers = Some(source("waivers.json", &ags::example::waivers().unwrap()));
        let with = check(&this, &options).unwrap();
        assert_eq!(with.document.report.counts().waived, 1);
        assert_eq!(with.waivers.unwrap().file, "waivers.json");
    }

    #[test]
    fn the_version_that_was_approved_is_compared_and_named() {
        let statement = ags::example::statement().unwrap();
        let mut changed = statement.clone();
        changed.review.issues[0].text = "The council found another one.".parse().unwrap();
        let mut options = CheckOptions::new("2022-11-30".parse().unwrap());
        options.approved = Some(source("approved.json", &statement));
        let outcome = |statement: &ags::Statement| {
            let report = check(&source("s.json", statement), &options).unwrap().document.report;
            assert_eq!(report.approved, Some(ags::example::statement().unwrap().version()));
            let result = report.results.into_iter().find(|result| result.code == "REG-AMEND").unwrap();
            result.outcome.kind()
        };
        assert_eq!(outcome(&statement), ags::OutcomeKind::Met);
        assert_eq!(outcome(&changed), ags::OutcomeKind::NotMet);
    }

    #[test]
    fn an_error_names_the_document_it_is_about() {
        let this = source("s.json", &ags::example::statement().unwrap());
        let mut options = CheckOptions::new("2022-11-30".parse().unwrap());
        options.prior = Some(source("last.json", &ags::example::agar().unwrap()));
        let error = check(&this, &options).unwrap_err();
        assert_eq!((error.file(), error.kind()), ("last.json", ErrorKind::WrongDocument));
    }
}
