//! Checking a statement, a local code, a return or waivers by the rules.
//!
//! Each is a `Checkable`: it knows its own report and gives a rule the context it asks for, once the scope
//! of the rule covers it. One loop serves them all.

use std::collections::BTreeSet;

use ags_law::{Scope, year_beginning};
use ags_report::{Outcome, Report, Subject};
use ags_statement::{Agar, Statement};
use chrono::NaiveDate;
use governance_model::{Authority, FinancialYear, LocalCode, Nation};

use crate::answers;
use crate::context::{
    AgarContext, AnswersContext, Earlier, LocalCodeContext, StatementContext, WaiversContext,
};
use crate::rule::{Check, Rule, Status};
use crate::rules;
use crate::waiver_file::Waivers;

/// Checks a statement by every stable rule, as at a day.
///
/// Every rule gives an outcome for every statement: what is out of scope, is not due yet or is indeterminate
/// is reported, with the reason. Where last year's statement is available, [`check_with`] compares the two.
#[must_use]
pub fn check(statement: &Statement, as_at: NaiveDate) -> Report {
    check_with(statement, Earlier::default(), as_at, stable(Subject::Statement))
}

/// Checks a statement by the rules given, in their order, and compares it with the statement of the year
/// before and with the version that was approved, where they are available; for preview rules and for a
/// choice of rules. Rules for other subjects are skipped.
///
/// The answers that the statement holds decide the questions they were given to, from their day on.
#[must_use]
pub fn check_with<'a, 'b>(
    statement: &Statement,
    earlier: impl Into<Earlier<'b>>,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    let rules: Vec<&Rule> = rules.into_iter().collect();
    let mut report =
        run(&StatementOnDay { statement, earlier: earlier.into(), as_at }, rules.iter().copied());
    let given = &statement.answers;
    let uses = answers::apply(given, &mut report.results, as_at);
    let context = AnswersContext { answers: given, uses: &uses, as_at };
    let statement_rules = rules.into_iter().filter(|rule| rule.check.subject() == Subject::Statement);
    for (index, rule) in statement_rules.enumerate() {
        if let Check::Answers(check) = rule.check {
            report.results.insert(index, rule.result(check(&context)));
        }
    }
    report
}

/// Checks a local code by every stable rule of the family `CODE`, as at a day.
///
/// Places in the report are JSON pointers into the local code. A code that gives neither a year nor a date is
/// checked too: what depends on the year is indeterminate.
///
/// ```
/// use governance_model::read;
/// let toml = r#"
///     framework = "cipfa-solace-2007"
///     principles = []
///     authority = { name = "Example District Council", kind = "district", nation = "england", category = 1 }
///     document = { id = "code", title = "Local Code", year = "2019/20" }
/// "#;
/// let code = read::toml(toml.as_bytes(), "code.toml")?;
/// let report = ags_rules::check_code(&code, "2020-03-31".parse().expect("a day"));
/// let edition = report.results.iter().find(|result| result.code == "CODE-EDITION").expect("a rule");
/// assert!(matches!(edition.outcome, ags_report::Outcome::NotMet { .. }), "2016 took the place of 2007");
/// # Ok::<(), governance_model::ReadError>(())
/// ```
#[must_use]
pub fn check_code(code: &LocalCode, as_at: NaiveDate) -> Report {
    check_code_with(code, as_at, stable(Subject::LocalCode))
}

/// Checks a local code by the rules given, in their order. Rules for other subjects are skipped.
#[must_use]
pub fn check_code_with<'a>(
    code: &LocalCode,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    run(&LocalCodeContext::new(code, as_at), rules)
}

/// Checks the return of a smaller authority by every stable rule of the family `AGAR`, as at a day.
///
/// Places in the report are JSON pointers into the return.
///
/// ```
/// use governance_model::read;
/// let toml = r#"
///     year = "2023/24"
///     form = "2"
///     gross_income = 31_000
///     gross_expenditure = 24_000
///     authority = { name = "Example Parish", kind = "local-council", nation = "england", category = 2 }
/// "#;
/// let agar = read::toml(toml.as_bytes(), "agar.toml")?;
/// let report = ags_rules::check_agar(&agar, "2024-05-31".parse().expect("a day"));
/// let form = report.results.iter().find(|result| result.code == "AGAR-FORM").expect("a rule");
/// assert!(matches!(form.outcome, ags_report::Outcome::NotMet { .. }), "form 2 is for at most £25,000");
/// # Ok::<(), governance_model::ReadError>(())
/// ```
#[must_use]
pub fn check_agar(agar: &Agar, as_at: NaiveDate) -> Report {
    check_agar_with(agar, as_at, stable(Subject::Agar))
}

/// Checks a return by the rules given, in their order. Rules for other subjects are skipped.
#[must_use]
pub fn check_agar_with<'a>(
    agar: &Agar,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    run(&AgarOnDay { agar, as_at }, rules)
}

/// Checks waivers that were applied to reports, by every stable rule of the family `WAIVER`.
pub(crate) fn check_waivers(waivers: &Waivers, used: &BTreeSet<usize>, as_at: NaiveDate) -> Report {
    let codes: Vec<&'static str> = rules::all().map(|rule| rule.code).collect();
    run(&WaiversContext { waivers, used, codes: &codes, as_at }, stable(Subject::Waivers))
}

/// The rules of a subject whose source was read.
fn stable(subject: Subject) -> impl Iterator<Item = &'static Rule> {
    rules::of(subject).filter(|rule| rule.status == Status::Stable)
}

/// Something on a day that rules can check.
trait Checkable {
    /// Its report, before any rule was asked.
    fn report(&self) -> Report;

    /// The outcome of a rule; none where the rule is for another subject.
    fn outcome(&self, rule: &Rule) -> Option<Outcome>;
}

/// Asks every rule in turn.
fn run<'a>(subject: &impl Checkable, rules: impl IntoIterator<Item = &'a Rule>) -> Report {
    let mut report = subject.report();
    let results = rules.into_iter().filter_map(|rule| Some(rule.result(subject.outcome(rule)?)));
    report.results = results.collect();
    report
}

struct StatementOnDay<'a> {
    statement: &'a Statement,
    earlier: Earlier<'a>,
    as_at: NaiveDate,
}

impl Checkable for StatementOnDay<'_> {
    fn report(&self) -> Report {
        Report {
            subject: Subject::Statement,
            authority: self.statement.local_code.authority.name.to_string(),
            year: self.statement.year(),
            stage: Some(self.statement.stage()),
            as_at: self.as_at,
            prior: self.earlier.prior.and_then(Statement::year),
            approved: self.earlier.approved.map(Statement::version),
            results: Vec::new(),
        }
    }

    fn outcome(&self, rule: &Rule) -> Option<Outcome> {
        let Check::Statement(check) = rule.check else { return None };
        let &Self { statement, earlier: Earlier { prior, approved }, as_at } = self;
        let authority = &statement.local_code.authority;
        let year = || {
            let missing = "Give the financial year the statement is for.";
            statement.year().ok_or_else(|| Outcome::indeterminate("/review/year", missing))
        };
        let year = covered_in_year(&rule.scope, authority, "/local_code/authority/category", year);
        Some(match year {
            Ok(year) => check(&StatementContext { statement, prior, approved, year, as_at }),
            Err(outcome) => outcome,
        })
    }
}

struct AgarOnDay<'a> {
    agar: &'a Agar,
    as_at: NaiveDate,
}

impl Checkable for AgarOnDay<'_> {
    fn report(&self) -> Report {
        Report {
            subject: Subject::Agar,
            authority: self.agar.authority.name.to_string(),
            year: self.agar.year,
            stage: Some(self.agar.stage()),
            as_at: self.as_at,
            prior: None,
            approved: None,
            results: Vec::new(),
        }
    }

    fn outcome(&self, rule: &Rule) -> Option<Outcome> {
        let Check::Agar(check) = rule.check else { return None };
        let &Self { agar, as_at } = self;
        let year = || {
            let missing = "Give the financial year the return is for.";
            agar.year.ok_or_else(|| Outcome::indeterminate("/year", missing))
        };
        Some(match covered_in_year(&rule.scope, &agar.authority, "/authority/category", year) {
            Ok(year) => check(&AgarContext { agar, year, as_at }),
            Err(outcome) => outcome,
        })
    }
}

impl Checkable for LocalCodeContext<'_> {
    fn report(&self) -> Report {
        Report {
            subject: Subject::LocalCode,
            authority: self.code.authority.name.to_string(),
            year: self.year(),
            stage: None,
            as_at: self.as_at,
            prior: None,
            approved: None,
            results: Vec::new(),
        }
    }

    fn outcome(&self, rule: &Rule) -> Option<Outcome> {
        let Check::LocalCode(check) = rule.check else { return None };
        let (scope, authority, category) = (&rule.scope, &self.code.authority, "/authority/category");
        // A local code may give no year; then only what is in scope every year can be checked.
        let covered = if scope.is_every_year() {
            covered(scope, authority, category)
        } else {
            let year = || self.year().ok_or_else(|| self.without_year());
            covered_in_year(scope, authority, category, year).map(|_| ())
        };
        Some(match covered {
            Ok(()) => check(self),
            Err(outcome) => outcome,
        })
    }
}

impl Checkable for WaiversContext<'_> {
    fn report(&self) -> Report {
        Report {
            subject: Subject::Waivers,
            authority: String::new(),
            year: None,
            stage: None,
            as_at: self.as_at,
            prior: None,
            approved: None,
            results: Vec::new(),
        }
    }

    fn outcome(&self, rule: &Rule) -> Option<Outcome> {
        let Check::Waivers(check) = rule.check else { return None };
        Some(check(self))
    }
}

/// The year, where the scope covers an authority in it.
///
/// # Errors
/// - the outcome where it does not, or where the year or the category that decides is not given.
fn covered_in_year(
    scope: &Scope,
    authority: &Authority,
    category: &str,
    year: impl FnOnce() -> Result<FinancialYear, Outcome>,
) -> Result<FinancialYear, Outcome> {
    covers_nation(scope, authority)?;
    covers_kind(scope, authority)?;
    let year = year()?;
    covers_year(scope, year)?;
    covers_category(scope, authority, category)?;
    Ok(year)
}

/// Nothing where the scope covers an authority, whatever the year.
///
/// # Errors
/// - the outcome where it does not, or where the category that decides is not given.
fn covered(scope: &Scope, authority: &Authority, category: &str) -> Result<(), Outcome> {
    covers_nation(scope, authority)?;
    covers_kind(scope, authority)?;
    covers_category(scope, authority, category)
}

fn covers_nation(scope: &Scope, authority: &Authority) -> Result<(), Outcome> {
    if scope.nations.contains(&authority.nation) {
        return Ok(());
    }
    Err(Outcome::not_applicable(format!("The rule does not apply to authorities in {}.", authority.nation)))
}

fn covers_kind(scope: &Scope, authority: &Authority) -> Result<(), Outcome> {
    if scope.kinds.is_empty() || scope.kinds.contains(&authority.kind) {
        return Ok(());
    }
    Err(Outcome::not_applicable("The rule does not apply to authorities of this type."))
}

/// Only England has categories; `pointer` is where the authority's own belongs.
fn covers_category(scope: &Scope, authority: &Authority, pointer: &str) -> Result<(), Outcome> {
    if authority.nation != Nation::England || scope.categories.is_empty() {
        return Ok(());
    }
    let category = authority.size().ok_or_else(|| Outcome::without_category(pointer))?;
    if scope.categories.contains(&category) {
        return Ok(());
    }
    let category = u8::from(category);
    Err(Outcome::not_applicable(format!("The rule does not apply to authorities of category {category}.")))
}

fn covers_year(scope: &Scope, year: FinancialYear) -> Result<(), Outcome> {
    if year.first() < scope.from {
        let from = year_beginning(scope.from);
        let because = format!("The rule applies to statements from {from}; this one is for {year}.");
        return Err(Outcome::not_applicable(because));
    }
    let Some(until) = scope.until.filter(|until| year.first() > *until) else { return Ok(()) };
    let until = year_beginning(until);
    let because = format!("The rule applied to statements until {until}; this one is for {year}.");
    Err(Outcome::not_applicable(because))
}

#[cfg(test)]
mod tests {
    use governance_model::{AuthorityKind, Category, FinancialYear, Nation, WebAddress};
    use serde_json::Value;

    use super::{check, check_with};
    use crate::context::StatementContext;
    use crate::rule::{Check, Rule, Status};
    use crate::rules;
    use crate::sample::{self, day};
    use ags_law::Scope;
    use ags_report::{Outcome, Subject};
    use ags_statement::Statement;

    fn met(_: &StatementContext<'_>) -> Outcome {
        Outcome::Met
    }

    /// A rule that is always met by whoever it binds.
    fn binding(scope: Scope) -> Rule {
        Rule { scope, check: Check::Statement(met), ..rules::fw16::fw16_ack::RULE }
    }

    fn outcome(rule: &Rule, change: impl FnOnce(&mut Statement)) -> Outcome {
        let mut statement = sample::statement();
        change(&mut statement);
        sample::check(rule, &statement)
    }

    #[test]
    fn a_rule_binds_from_its_first_year_to_its_last_and_no_further() {
        let rule = binding(Scope { from: 2020, until: Some(2021), ..Scope::ENGLAND });
        let of = |year: &str| outcome(&rule, |statement| statement.review.year = Some(year.parse().unwrap()));
        assert_eq!(
            of("2019/20"),
            Outcome::not_applicable("The rule applies to statements from 2020/21; this one is for 2019/20.")
        );
        assert_eq!((of("2020/21"), of("2021/22")), (Outcome::Met, Outcome::Met));
        assert_eq!(
            of("2022/23"),
            Outcome::not_applicable(
                "The rule applied to statements until 2021/22; this one is for \
                2022/23."
            )
        );
    }

    #[test]
    fn a_rule_for_england_does_not_bind_wales() {
        let rule = binding(Scope::ENGLAND);
        let of = |nation| outcome(&rule, |statement| statement.local_code.authority.nation = nation);
        assert_eq!(of(Nation::England), Outcome::Met);
        assert_eq!(
            of(Nation::Wales),
            Outcome::not_applicable("The rule does not apply to authorities in Wales.")
        );
    }

    #[test]
    fn the_category_counts_in_england_alone_and_must_be_known_there() {
        let rule = binding(Scope::FRAMEWORK_2016);
        let of = |nation, category| {
            outcome(&rule, |statement| {
                let authority = &mut statement.local_code.authority;
                (authority.nation, authority.category) = (nation, category);
                authority.kind = AuthorityKind::JointBody;
            })
        };
        assert_eq!(of(Nation::England, Some(Category::One)), Outcome::Met);
        assert!(matches!(of(Nation::England, Some(Category::Two)), Outcome::NotApplicable { .. }));
        assert!(matches!(of(Nation::England, None), Outcome::Indeterminate { .. }));
        assert_eq!(of(Nation::Scotland, None), Outcome::Met);
    }

    #[test]
    fn the_type_tells_the_category_where_none_is_given() {
        let rule = binding(Scope::FRAMEWORK_2016);
        let county = outcome(&rule, |statement| {
            let authority = &mut statement.local_code.authority;
            (authority.kind, authority.category) = (AuthorityKind::County, None);
        });
        assert_eq!(county, Outcome::Met);
    }

    #[test]
    fn a_statement_that_does_not_name_its_year_cannot_be_told() {
        let unknown = outcome(&binding(Scope::ENGLAND), |statement| statement.review.year = None);
        assert!(matches!(unknown, Outcome::Indeterminate { pointer: at, .. } if at == "/review/year"));
    }

    #[test]
    fn preview_rules_wait_to_be_asked() {
        let report = check(&sample::statement(), day(2022, 11, 30));
        let stable = rules::of(Subject::Statement).filter(|rule| rule.status == Status::Stable).count();
        assert_eq!(report.results.len(), stable);
        let preview = Rule { status: Status::Preview, ..binding(Scope::ENGLAND) };
        let asked = check_with(&sample::statement(), None, day(2022, 11, 30), [&preview]);
        assert_eq!(asked.counts().met, 1);
    }

    /// A statement that is wrong in many places at once.
    fn spoiled() -> Statement {
        let mut statement = sample::statement();
        statement.local_code.roles.clear();
        statement.local_code.framework = governance_model::FrameworkEdition::Nolan;
        let review = &mut statement.review;
        review.assessments.remove(0);
        review.assessments[0].reason = None;
        review.assessments[1].evidence.clear();
        review.actions[0].owners.clear();
        review.actions[0].addresses = vec!["GAP-9".parse().unwrap()];
        review.opinions[0].level = None;
        review.prior_issues = None;
        review.conclusion.as_mut().unwrap().monitoring = None;
        review.issues[0].carried_from = Some("ISS-9".parse().unwrap());
        statement.sign_off.signatures[0].on = day(2022, 1, 1);
        statement.sign_off.publication.as_approved.as_mut().unwrap().with.clear();
        statement
    }

    /// A statement and that of the year before, which differ where rules compare the two.
    fn two_years(year: &str) -> (Statement, Statement) {
        let mut statement = sample::statement();
        let year: FinancialYear = year.parse().unwrap();
        statement.review.year = Some(year);
        let as_approved = |one: &mut Statement, on| {
            let published = one.sign_off.publication.as_approved.as_mut().unwrap();
            (published.on, published.url) =
                (on, Some(WebAddress::try_from("https://example.gov.uk/statement.pdf".to_owned()).unwrap()));
        };
        as_approved(&mut statement, day(year.first() + 1, 11, 30));
        let mut prior = statement.clone();
        prior.review.year = year.previous().ok();
        as_approved(&mut prior, day(year.first(), 11, 30));
        // Another issue and another action than this year's, of which nothing is said any more.
        prior.review.issues[0].id = "ISS-9".parse().unwrap();
        prior.review.actions[0].id = "ACT-9".parse().unwrap();
        // An issue that is closed while its gap is still open.
        let mut closed = statement.review.issues[0].clone();
        closed.id = "ISS-8".parse().unwrap();
        let listed = serde_json::json!({
            "id": "ISS-8", "title": closed.title, "outcome": "closed", "text": "It is done."
        });
        statement.review.prior_issues = Some(vec![serde_json::from_value(listed).unwrap()]);
        prior.review.issues.push(closed);
        (statement, prior)
    }

    #[test]
    fn only_the_rules_on_two_years_depend_on_the_prior_statement() {
        let mut depending = std::collections::BTreeSet::new();
        for year in ["2021/22", "2025/26"] {
            let (statement, prior) = two_years(year);
            for as_at in [day(2021, 1, 1), day(2022, 11, 30), day(2026, 11, 30)] {
                let alone = check_with(&statement, None, as_at, rules::all());
                let compared = check_with(&statement, Some(&prior), as_at, rules::all());
                let both = alone.results.into_iter().zip(compared.results);
                depending.extend(both.filter(|(one, other)| one != other).map(|(one, _)| one.code));
            }
        }
        let depending: Vec<&str> = depending.iter().map(AsRef::as_ref).collect();
        assert_eq!(depending, ["ADD25-PLAN", "FW16-PRIOR", "QA-CARRY", "QA-COPY", "REG-10-3", "SIG-4"]);
    }

    fn places(outcome: &Outcome) -> Vec<&str> {
        match outcome {
            Outcome::NotMet { findings } => findings.iter().map(|finding| finding.pointer.as_str()).collect(),
            Outcome::NeedsReview { pointer: at, .. } | Outcome::Indeterminate { pointer: at, .. } => vec![at],
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_place_named_is_there_or_is_where_something_belongs() {
        let (mut bare, mut unapproved) = (spoiled(), spoiled());
        bare.review.year = None;
        unapproved.sign_off.approvals.clear();
        for statement in [&spoiled(), &bare, &unapproved] {
            let value: Value = serde_json::to_value(statement).unwrap();
            let report = check_with(statement, None, day(2030, 1, 1), rules::all());
            assert!(report.counts().met < report.results.len());
            for result in &report.results {
                for at in places(&result.outcome) {
                    let parent = at.rsplit_once('/').unwrap().0;
                    assert!(
                        value.pointer(at).is_some() || value.pointer(parent).is_some(),
                        "{}: {at}",
                        result.code
                    );
                }
            }
        }
    }
}
