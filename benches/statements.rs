//! As many statements as are wanted, no two alike: those of made-up authorities for eight years each, from the
//! statement of Example Borough Council, with parts late, missing, contradictory or changed.

use ags::Statement;
use chrono::{Days, NaiveDate};
use governance_model::{AssuranceLevel, AuthorityKind, Category, FinancialYear, Nation, Text, gap};
use serde_json::Value;

/// The year of the statement that all others are made from begins in it.
const BASE: i32 = 2021;

/// The years that the statements are for begin in them.
const YEARS: std::ops::RangeInclusive<i32> = 2016..=2023;

const AUTHORITIES: [(AuthorityKind, Nation, Option<Category>); 9] = [
    (AuthorityKind::District, Nation::England, Some(Category::One)),
    (AuthorityKind::County, Nation::England, Some(Category::One)),
    (AuthorityKind::LondonBorough, Nation::England, Some(Category::One)),
    (AuthorityKind::CombinedAuthority, Nation::England, Some(Category::One)),
    (AuthorityKind::FireAuthority, Nation::England, Some(Category::One)),
    (AuthorityKind::JointBody, Nation::England, Some(Category::Two)),
    (AuthorityKind::Unitary, Nation::Wales, None),
    (AuthorityKind::Unitary, Nation::Scotland, None),
    (AuthorityKind::District, Nation::NorthernIreland, None),
];

const LEVELS: [AssuranceLevel; 4] =
    [AssuranceLevel::Substantial, AssuranceLevel::Reasonable, AssuranceLevel::Limited, AssuranceLevel::No];

/// The day on which every deadline of every statement made here is past: 31 May 2026.
#[must_use]
pub fn as_at() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 31).unwrap_or_default()
}

/// The first `many` statements. What comes first does not depend on how many are wanted, and each eight are one
/// authority's, so that any number of them is as much work for each as another.
pub fn statements(many: usize) -> impl Iterator<Item = Statement> {
    let base = serde_json::to_value(ags::example::statement().expect("it reads")).expect("it can be written");
    let years: Vec<Statement> = YEARS.map(|begins| later(&base, begins - BASE)).collect();
    (0..many).map(move |n| {
        let authority = n / years.len();
        let mut statement = years[n % years.len()].clone();
        name(&mut statement, authority);
        // Each year of each authority has its own mixture: a part is changed every so many times, by numbers that
        // have no common divisor.
        change_sign_off(&mut statement, n);
        change_review(&mut statement, n);
        change_code(&mut statement, n);
        statement
    })
}

/// The statement as it would be `by` years later: every day, month and financial year in it is moved.
fn later(base: &Value, by: i32) -> Statement {
    let mut value = base.clone();
    move_years(&mut value, by);
    serde_json::from_value(value).expect("a statement still")
}

fn move_years(value: &mut Value, by: i32) {
    match value {
        Value::String(text) => {
            if let Some(moved) = moved(text, by) {
                *text = moved;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| move_years(one, by)),
        Value::Object(fields) => fields.values_mut().for_each(|one| move_years(one, by)),
        _ => {}
    }
}

/// A financial year as 2021/22, a month as 2022-05 or a day as 2022-05-31, moved; none for other words.
fn moved(text: &str, by: i32) -> Option<String> {
    if let Ok(year) = text.parse::<FinancialYear>() {
        return Some(FinancialYear::beginning(year.first() + by).ok()?.to_string());
    }
    let (year, rest) = text.split_once('-').filter(|(year, _)| year.len() == 4)?;
    let digits = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    digits.then_some(format!("{}-{rest}", year.parse::<i32>().ok()? + by))
}

fn name(statement: &mut Statement, authority: usize) {
    let (kind, nation, category) = AUTHORITIES[authority % AUTHORITIES.len()];
    let name = Text::new(format!("Example Authority {authority:05}")).expect("plain words");
    statement.review.authority = name.clone();
    let of = &mut statement.local_code.authority;
    (of.name, of.kind, of.nation, of.category) = (name, kind, nation, category);
}

fn change_sign_off(statement: &mut Statement, n: usize) {
    let sign_off = &mut statement.sign_off;
    let late = Days::new((n % 29 * 7) as u64);
    let steps = [
        sign_off.approvals.last_mut().map(|approval| &mut approval.on),
        sign_off.signatures.first_mut().map(|signature| &mut signature.on),
        sign_off.publication.as_approved.as_mut().map(|published| &mut published.on),
    ];
    for on in steps.into_iter().flatten() {
        *on = *on + late;
    }
    if n % 7 == 1 {
        sign_off.considerations.clear();
    }
    if n % 11 == 2 {
        sign_off.approvals.clear();
    }
    if n % 13 == 3 {
        sign_off.signatures.pop();
    }
    if n % 17 == 4 {
        sign_off.publication.as_approved = None;
    }
}

fn change_review(statement: &mut Statement, n: usize) {
    let review = &mut statement.review;
    if let Some(opinion) = review.opinions.first_mut() {
        opinion.level = Some(LEVELS[n / 3 % LEVELS.len()]);
    }
    if n % 5 == 1 {
        review.issues.clear();
    }
    if n % 7 == 2 {
        review.actions.clear();
    }
    if n % 11 == 3 {
        review.opinions.extend_from_within(..);
    }
    if n % 13 == 4 {
        review.conclusion = None;
    }
    if n % 17 == 5 {
        review.responsibility = None;
    }
    if n % 19 == 6 {
        review.assurances.pop();
    }
    if n % 23 == 7 {
        review.conformances.truncate(n % 5);
    }
}

fn change_code(statement: &mut Statement, n: usize) {
    let code = &mut statement.local_code;
    let principle = n % code.principles.len();
    code.principles[principle].arrangements.truncate(n % 3);
    statement.found = gap::find(code);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{as_at, moved, statements};

    #[test]
    fn no_two_are_alike() {
        let all: Vec<_> = statements(100).collect();
        for (n, one) in all.iter().enumerate() {
            assert!(!all[..n].contains(one), "{n}");
        }
    }

    #[test]
    fn few_are_the_first_of_many() {
        assert!(statements(20).eq(statements(40).take(20)));
    }

    #[test]
    fn rules_answer_them_differently() {
        let answers = |statement| {
            let report = ags::check(&statement, as_at());
            let broken = report.results.into_iter().filter(ags::RuleResult::is_active);
            broken.map(|result| result.code.into_owned()).collect::<Vec<_>>()
        };
        let sets: BTreeSet<Vec<String>> = statements(100).map(answers).collect();
        assert!(sets.len() >= 40, "only {} sets of broken rules among a hundred statements", sets.len());
    }

    #[test]
    fn years_months_and_days_move_and_other_words_stay() {
        assert_eq!(moved("2021/22", -3).as_deref(), Some("2018/19"));
        assert_eq!(moved("2022-05", 1).as_deref(), Some("2023-05"));
        assert_eq!(moved("2022-11-30", 2).as_deref(), Some("2024-11-30"));
        for words in ["2019", "GAP-2022-1", "cipfa-solace-2016", "2015-based figures"] {
            assert_eq!(moved(words, 1), None, "{words}");
        }
    }
}
