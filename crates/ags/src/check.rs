//! Judging a statement, a local code or a return by every rule.

use chrono::NaiveDate;
use governance_model::{Authority, FinancialYear, LocalCode, Nation};

use crate::agar::Agar;
use crate::case::{AgarCase, Case, CodeCase};
use crate::report::{Report, RuleResult};
use crate::rule::{Binds, Check, Outcome, Rule, Status, Subject, year_beginning};
use crate::rules;
use crate::statement::Statement;

/// Judges a statement by every stable rule, as at a day.
///
/// Every rule answers for every statement: what does not bind, is not due or cannot be told is said, with the
/// reason. Where last year's statement is at hand, [`check_with`] holds the two together.
#[must_use]
pub fn check(statement: &Statement, as_at: NaiveDate) -> Report {
    check_with(statement, None, as_at, stable(Subject::Statement))
}

/// Judges a statement by the rules given, in their order, beside the statement of the year before where it is
/// at hand; for preview rules and for a choice of rules. Rules that judge something else are passed over.
#[must_use]
pub fn check_with<'a>(
    statement: &Statement,
    prior: Option<&Statement>,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    let answered = rules.into_iter().filter_map(|rule| match rule.check {
        Check::Statement(check) => {
            let outcome = bound(&rule.binds, statement)
                .map_or_else(|outcome| outcome, |year| check(&Case { statement, prior, year, as_at }));
            Some(RuleResult::new(rule, outcome))
        }
        _ => None,
    });
    Report {
        subject: Subject::Statement,
        authority: statement.local_code.authority.name.to_string(),
        year: statement.year(),
        stage: Some(statement.stage()),
        as_at,
        prior: prior.and_then(Statement::year),
        results: answered.collect(),
    }
}

/// The year a statement is for where a rule binds it; the answer where it does not, or it cannot be told.
fn bound(binds: &Binds, statement: &Statement) -> Result<FinancialYear, Outcome> {
    let authority = &statement.local_code.authority;
    unless(wrong_nation(binds, authority))?;
    unless(wrong_kind(binds, authority))?;
    let Some(year) = statement.year() else {
        return Err(Outcome::cannot_tell("/review/year", "Give the financial year the statement is for."));
    };
    unless(outside(binds, year))?;
    unless(wrong_category(binds, authority, "/local_code/authority/category"))?;
    Ok(year)
}

fn unless(answer: Option<Outcome>) -> Result<(), Outcome> {
    answer.map_or(Ok(()), Err)
}

/// The rules of a subject whose source was read.
fn stable(subject: Subject) -> impl Iterator<Item = &'static Rule> {
    rules::of(subject).filter(|rule| rule.status == Status::Stable)
}

/// Judges a local code by every stable rule of the family `CODE`, as at a day.
///
/// Places in the report are JSON pointers into the local code. A code that gives neither a year nor a date is
/// judged too: what depends on the year cannot be told.
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
/// let report = ags::check_code(&code, "2020-03-31".parse().expect("a day"));
/// let edition = report.results.iter().find(|result| result.code == "CODE-EDITION").expect("a rule");
/// assert!(matches!(edition.outcome, ags::Outcome::NotMet { .. }), "2016 took the place of 2007");
/// # Ok::<(), governance_model::ReadError>(())
/// ```
#[must_use]
pub fn check_code(code: &LocalCode, as_at: NaiveDate) -> Report {
    check_code_with(code, as_at, stable(Subject::LocalCode))
}

/// Judges a local code by the rules given, in their order. Rules that judge something else are passed over.
#[must_use]
pub fn check_code_with<'a>(
    code: &LocalCode,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    let case = CodeCase::new(code, as_at);
    let answered = rules.into_iter().filter_map(|rule| match rule.check {
        Check::LocalCode(check) => {
            let outcome = bound_code(&rule.binds, &case).map_or_else(|outcome| outcome, |()| check(&case));
            Some(RuleResult::new(rule, outcome))
        }
        _ => None,
    });
    Report {
        subject: Subject::LocalCode,
        authority: code.authority.name.to_string(),
        year: case.year(),
        stage: None,
        as_at,
        prior: None,
        results: answered.collect(),
    }
}

/// Nothing where a rule binds a local code; the answer where it does not, or it cannot be told.
fn bound_code(binds: &Binds, case: &CodeCase<'_>) -> Result<(), Outcome> {
    let authority = &case.code.authority;
    unless(wrong_nation(binds, authority))?;
    unless(wrong_kind(binds, authority))?;
    if binds.from > Binds::ALWAYS.from || binds.until.is_some() {
        let year = case.year().ok_or_else(|| case.without_year())?;
        unless(outside(binds, year))?;
    }
    unless(wrong_category(binds, authority, "/authority/category"))
}

/// Judges the return of a smaller authority by every stable rule of the family `AGAR`, as at a day.
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
///     authority = { name = "Example Parish Council", kind = "local-council", nation = "england", category = 2 }
/// "#;
/// let agar = read::toml(toml.as_bytes(), "agar.toml")?;
/// let report = ags::check_agar(&agar, "2024-05-31".parse().expect("a day"));
/// let form = report.results.iter().find(|result| result.code == "AGAR-FORM").expect("a rule");
/// assert!(matches!(form.outcome, ags::Outcome::NotMet { .. }), "form 2 is for at most £25,000");
/// # Ok::<(), governance_model::ReadError>(())
/// ```
#[must_use]
pub fn check_agar(agar: &Agar, as_at: NaiveDate) -> Report {
    check_agar_with(agar, as_at, stable(Subject::Agar))
}

/// Judges a return by the rules given, in their order. Rules that judge something else are passed over.
#[must_use]
pub fn check_agar_with<'a>(
    agar: &Agar,
    as_at: NaiveDate,
    rules: impl IntoIterator<Item = &'a Rule>,
) -> Report {
    let answered = rules.into_iter().filter_map(|rule| match rule.check {
        Check::Agar(check) => {
            let outcome = bound_agar(&rule.binds, agar)
                .map_or_else(|outcome| outcome, |year| check(&AgarCase { agar, year, as_at }));
            Some(RuleResult::new(rule, outcome))
        }
        _ => None,
    });
    Report {
        subject: Subject::Agar,
        authority: agar.authority.name.to_string(),
        year: agar.year,
        stage: Some(agar.stage()),
        as_at,
        prior: None,
        results: answered.collect(),
    }
}

/// The year a return is for where a rule binds it; the answer where it does not, or it cannot be told.
fn bound_agar(binds: &Binds, agar: &Agar) -> Result<FinancialYear, Outcome> {
    unless(wrong_nation(binds, &agar.authority))?;
    unless(wrong_kind(binds, &agar.authority))?;
    let Some(year) = agar.year else {
        return Err(Outcome::cannot_tell("/year", "Give the financial year the return is for."));
    };
    unless(outside(binds, year))?;
    unless(wrong_category(binds, &agar.authority, "/authority/category"))?;
    Ok(year)
}

/// The answer for an authority in a nation that a rule does not bind.
fn wrong_nation(binds: &Binds, authority: &Authority) -> Option<Outcome> {
    if binds.nations.contains(&authority.nation) {
        return None;
    }
    Some(Outcome::not_applicable(format!("The rule does not bind authorities in {}.", authority.nation)))
}

/// The answer for an authority of a type that a rule does not bind.
fn wrong_kind(binds: &Binds, authority: &Authority) -> Option<Outcome> {
    let binds_it = binds.kinds.is_empty() || binds.kinds.contains(&authority.kind);
    (!binds_it).then(|| Outcome::not_applicable("The rule does not bind authorities of this type."))
}

/// The answer for an authority of a category that a rule does not bind, or of none where it matters.
fn wrong_category(binds: &Binds, authority: &Authority, at: &str) -> Option<Outcome> {
    if authority.nation != Nation::England || binds.categories.is_empty() {
        return None;
    }
    let Some(category) = authority.size() else {
        return Some(Outcome::without_category(at));
    };
    if binds.categories.contains(&category) {
        return None;
    }
    let category = u8::from(category);
    Some(Outcome::not_applicable(format!("The rule does not bind authorities of category {category}.")))
}

/// The answer for a year that a rule does not bind.
fn outside(binds: &Binds, year: FinancialYear) -> Option<Outcome> {
    if year.first() < binds.from {
        let from = year_beginning(binds.from);
        return Some(Outcome::not_applicable(format!(
            "The rule binds statements from {from}; this one is for {year}."
        )));
    }
    let until = year_beginning(binds.until.filter(|until| year.first() > *until)?);
    Some(Outcome::not_applicable(format!("The rule bound statements until {until}; this one is for {year}.")))
}

#[cfg(test)]
mod tests {
    use governance_model::{AuthorityKind, Category, Nation};
    use serde_json::Value;

    use super::{check, check_with};
    use crate::case::Case;
    use crate::rule::{Binds, Check, Outcome, Rule, Status, Subject};
    use crate::rules;
    use crate::sample::{self, day};
    use crate::statement::Statement;

    fn met(_: &Case<'_>) -> Outcome {
        Outcome::Met
    }

    /// A rule that is always met by whoever it binds.
    fn binding(binds: Binds) -> Rule {
        Rule { binds, check: Check::Statement(met), ..rules::fw16::fw16_ack::RULE }
    }

    fn outcome(rule: &Rule, change: impl FnOnce(&mut Statement)) -> Outcome {
        let mut statement = sample::statement();
        change(&mut statement);
        sample::judge(rule, &statement)
    }

    #[test]
    fn a_rule_binds_from_its_first_year_to_its_last_and_no_further() {
        let rule = binding(Binds { from: 2020, until: Some(2021), ..Binds::ENGLAND });
        let of = |year: &str| outcome(&rule, |statement| statement.review.year = Some(year.parse().unwrap()));
        assert_eq!(
            of("2019/20"),
            Outcome::not_applicable("The rule binds statements from 2020/21; this one is for 2019/20.")
        );
        assert_eq!((of("2020/21"), of("2021/22")), (Outcome::Met, Outcome::Met));
        assert_eq!(
            of("2022/23"),
            Outcome::not_applicable("The rule bound statements until 2021/22; this one is for 2022/23.")
        );
    }

    #[test]
    fn a_rule_for_england_does_not_bind_wales() {
        let rule = binding(Binds::ENGLAND);
        let of = |nation| outcome(&rule, |statement| statement.local_code.authority.nation = nation);
        assert_eq!(of(Nation::England), Outcome::Met);
        assert_eq!(
            of(Nation::Wales),
            Outcome::not_applicable("The rule does not bind authorities in Wales.")
        );
    }

    #[test]
    fn the_category_counts_in_england_alone_and_must_be_known_there() {
        let rule = binding(Binds::FRAMEWORK_2016);
        let of = |nation, category| {
            outcome(&rule, |statement| {
                let authority = &mut statement.local_code.authority;
                (authority.nation, authority.category) = (nation, category);
                authority.kind = AuthorityKind::JointBody;
            })
        };
        assert_eq!(of(Nation::England, Some(Category::One)), Outcome::Met);
        assert!(matches!(of(Nation::England, Some(Category::Two)), Outcome::NotApplicable { .. }));
        assert!(matches!(of(Nation::England, None), Outcome::CannotTell { .. }));
        assert_eq!(of(Nation::Scotland, None), Outcome::Met);
    }

    #[test]
    fn the_type_tells_the_category_where_none_is_given() {
        let rule = binding(Binds::FRAMEWORK_2016);
        let county = outcome(&rule, |statement| {
            let authority = &mut statement.local_code.authority;
            (authority.kind, authority.category) = (AuthorityKind::County, None);
        });
        assert_eq!(county, Outcome::Met);
    }

    #[test]
    fn a_statement_that_does_not_name_its_year_cannot_be_told() {
        let unknown = outcome(&binding(Binds::ENGLAND), |statement| statement.review.year = None);
        assert!(matches!(unknown, Outcome::CannotTell { at, .. } if at == "/review/year"));
    }

    #[test]
    fn preview_rules_wait_to_be_asked() {
        let report = check(&sample::statement(), day(2022, 11, 30));
        let stable = rules::of(Subject::Statement).filter(|rule| rule.status == Status::Stable).count();
        assert_eq!(report.results.len(), stable);
        let preview = Rule { status: Status::Preview, ..binding(Binds::ENGLAND) };
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
        review.actions[0].mends = vec!["GAP-9".parse().unwrap()];
        review.opinions[0].level = None;
        review.prior_issues = None;
        review.conclusion.as_mut().unwrap().monitoring = None;
        review.issues[0].carried_from = Some("ISS-9".parse().unwrap());
        statement.sign_off.signatures[0].on = day(2022, 1, 1);
        statement.sign_off.publication.as_approved.as_mut().unwrap().with.clear();
        statement
    }

    fn places(outcome: &Outcome) -> Vec<&str> {
        match outcome {
            Outcome::NotMet { findings } => findings.iter().map(|finding| finding.at.as_str()).collect(),
            Outcome::AskAPerson { at, .. } | Outcome::CannotTell { at, .. } => vec![at],
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_place_named_is_there_or_is_where_something_belongs() {
        let (mut bare, mut unapproved) = (spoiled(), spoiled());
        bare.review.year = None;
        unapproved.sign_off.approval = None;
        for statement in [spoiled(), bare, unapproved] {
            let value: Value = serde_json::to_value(&statement).unwrap();
            let report = check_with(&statement, None, day(2030, 1, 1), rules::all());
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
