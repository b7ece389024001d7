//! Accounts and Audit Regulations 2015 (England).
//!
//! What has been done is read through [`Case`], which knows what day it is.

pub mod reg_10_1;
pub mod reg_10_2;
pub mod reg_10_3;
pub mod reg_13;
pub mod reg_14;
pub mod reg_15_1;
pub mod reg_15_1a;
pub mod reg_15_2;
pub mod reg_3;
pub mod reg_4;
pub mod reg_5_1;
pub mod reg_6_1_a;
pub mod reg_6_1_b;
pub mod reg_6_2_a;
pub mod reg_6_2_b;
pub mod reg_6_3_a;
pub mod reg_6_3_b;
pub mod reg_6_4_a;
pub mod reg_6_4_b;
pub mod reg_8;
pub mod reg_9_1;
pub mod reg_9_2;
pub mod reg_9a;
pub mod reg_cite;
pub mod reg_struct;

use chrono::NaiveDate;
use governance_model::{Category, Nation};

use crate::context::StatementContext;
use crate::rule::Rule;
use crate::rules::undone;
use ags_law::{Deadline, Milestone};
use ags_report::Outcome;

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    reg_3::RULE,
    reg_4::RULE,
    reg_5_1::RULE,
    reg_6_1_a::RULE,
    reg_6_1_b::RULE,
    reg_6_2_a::RULE,
    reg_6_2_b::RULE,
    reg_6_3_a::RULE,
    reg_6_3_b::RULE,
    reg_6_4_a::RULE,
    reg_6_4_b::RULE,
    reg_8::RULE,
    reg_9_1::RULE,
    reg_9_2::RULE,
    reg_10_1::RULE,
    reg_10_2::RULE,
    reg_10_3::RULE,
    reg_9a::RULE,
    reg_13::RULE,
    reg_14::RULE,
    reg_15_1::RULE,
    reg_15_1a::RULE,
    reg_15_2::RULE,
    reg_struct::RULE,
    reg_cite::RULE,
];

/// A place in the publication; the publication itself where nothing was published and so none stands there.
pub(super) fn publication(context: &StatementContext<'_>, place: &str) -> String {
    if context.statement.sign_off.publication.is_empty() {
        return "/sign_off/publication".into();
    }
    format!("/sign_off/publication/{place}")
}

/// The place of the accounts' approval; the accounts themselves where none are recorded.
pub(super) fn accounts_place(context: &StatementContext<'_>, place: &str) -> String {
    if context.statement.sign_off.accounts.is_none() {
        return "/sign_off/accounts".into();
    }
    format!("/sign_off/accounts/{place}")
}

/// The authority's category, or the answer where it is not given.
pub(super) fn category(context: &StatementContext<'_>) -> Result<Category, Outcome> {
    let authority = &context.statement.local_code.authority;
    authority.size().ok_or_else(|| Outcome::without_category("/local_code/authority/category"))
}

/// The days that bound the beginning of the public rights period.
struct Begin {
    /// The last day to begin it, with the provision and the status of the day the draft is due.
    by: Deadline,
    /// The tenth working day of the month, which the period may have to hold.
    tenth: NaiveDate,
}

/// When the public rights period must have begun; the answer where that is not known.
fn begin(context: &StatementContext<'_>, category: Category, at: &str) -> Result<Begin, Outcome> {
    let Some(draft) = ags_law::deadline(Milestone::Draft, context.year, category, context.as_at) else {
        return Err(undone::no_last_day(context, at));
    };
    let month = draft.day.succ_opt().and_then(|day| ags_law::first_working_days(Nation::England, day, 10));
    match month.as_deref() {
        Some([first, .., tenth]) => Ok(Begin { by: Deadline { day: *first, ..draft }, tenth: *tenth }),
        _ => Err(Outcome::indeterminate(
            at,
            format!("The working days after {} are not known here.", context.year),
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::RULES;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::{Publication, SignOff, Statement};

    /// Statements with something missing or wrong, each spoilt in one place.
    fn spoilt() -> Vec<Statement> {
        let spoils: [fn(&mut Statement); 24] = [
            |_| {},
            |s| s.sign_off = SignOff::default(),
            |s| s.sign_off.considered = None,
            |s| s.sign_off.approval = None,
            |s| s.sign_off.approval.as_mut().unwrap().minute = None,
            |s| s.sign_off.approval.as_mut().unwrap().by_resolution = false,
            |s| s.sign_off.approval.as_mut().unwrap().on = day(2022, 11, 29),
            |s| s.sign_off.accounts = None,
            |s| s.sign_off.accounts.as_mut().unwrap().rights = None,
            |s| s.sign_off.accounts.as_mut().unwrap().approval = None,
            |s| s.sign_off.accounts.as_mut().unwrap().signed = None,
            |s| s.sign_off.publication = Publication::default(),
            |s| s.sign_off.publication.as_approved = None,
            |s| s.sign_off.publication.draft = None,
            |s| s.sign_off.publication.as_approved.as_mut().unwrap().url = None,
            |s| s.sign_off.publication.as_approved.as_mut().unwrap().with.clear(),
            |s| s.review.process = None,
            |s| s.review.process.as_mut().unwrap().completed = None,
            |s| s.review.process.as_mut().unwrap().covers = None,
            |s| s.review.responsibility = None,
            |s| s.review.responsibility.as_mut().unwrap().limbs.clear(),
            |s| s.review.citations.clear(),
            |s| s.review.assessments[2].year = Some("2019/20".parse().unwrap()),
            |s| s.local_code.authority.category = None,
        ];
        let years = ["2021/22", "2016/17", "2024/25", "2029/30"];
        let categories = [governance_model::Category::One, governance_model::Category::Two];
        let mut statements = Vec::new();
        for (year, category) in years.into_iter().flat_map(|year| categories.map(|one| (year, one))) {
            for spoil in spoils {
                let mut statement = sample::statement();
                statement.review.year = Some(year.parse().unwrap());
                statement.local_code.authority.category = Some(category);
                spoil(&mut statement);
                statements.push(statement);
            }
        }
        statements
    }

    fn places(outcome: &Outcome) -> Vec<&str> {
        match outcome {
            Outcome::NotMet { findings } => findings.iter().map(|finding| finding.pointer.as_str()).collect(),
            Outcome::NeedsReview { pointer: at, .. } | Outcome::Indeterminate { pointer: at, .. } => vec![at],
            Outcome::Met | Outcome::NotDueYet { .. } | Outcome::NotApplicable { .. } => Vec::new(),
        }
    }

    #[test]
    fn every_place_stands_in_the_statement_or_is_missing_from_one_that_does() {
        let mut seen = 0;
        for statement in spoilt() {
            let value: Value = serde_json::to_value(&statement).unwrap();
            for as_at in [day(2021, 1, 1), day(2022, 5, 31), day(2022, 12, 31), day(2031, 1, 1)] {
                for rule in RULES {
                    let outcome = sample::judge_at(rule, &statement, as_at);
                    for at in places(&outcome) {
                        let parent = at.rsplit_once('/').unwrap().0;
                        assert!(
                            value.pointer(at).or_else(|| value.pointer(parent)).is_some(),
                            "{}: {at}: {outcome:?}",
                            rule.code
                        );
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 1_000, "{seen}");
    }

    #[test]
    fn every_finding_is_said_in_sentences() {
        for statement in spoilt() {
            for rule in RULES {
                if let Outcome::NotMet { findings } = sample::judge_at(rule, &statement, day(2031, 1, 1)) {
                    for text in findings.iter().flat_map(|finding| [&finding.message, &finding.fix]) {
                        let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
                        assert!(capital && text.ends_with('.') && !text.contains("  "), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_step_counts_from_its_day_on_and_is_a_plan_before() {
        let statement = sample::statement();
        let days = [
            ("REG-6-2-A", day(2022, 7, 20)),
            ("REG-6-2-B", day(2022, 11, 28)),
            ("REG-9-2", day(2022, 11, 29)),
            ("REG-10-1", day(2022, 11, 30)),
            ("REG-15-1", day(2022, 8, 1)),
            ("REG-15-2", day(2022, 7, 29)),
        ];
        for (code, on) in days {
            let rule = RULES.iter().find(|rule| rule.code == code).unwrap();
            let planned = sample::judge_at(rule, &statement, on.pred_opt().unwrap());
            assert!(matches!(planned, Outcome::NotDueYet { .. }), "{code}: {planned:?}");
            assert_eq!(sample::judge_at(rule, &statement, on), Outcome::Met, "{code}");
        }
    }

    #[test]
    fn a_draft_knows_on_31_may_2022_what_is_still_to_do_and_by_when() {
        let mut statement = sample::statement();
        statement.sign_off = SignOff::default();
        let due = |code: &str| {
            let rule = RULES.iter().find(|rule| rule.code == code).unwrap();
            match sample::judge_at(rule, &statement, day(2022, 5, 31)) {
                Outcome::NotDueYet { due, .. } => due,
                other => panic!("{code}: {other:?}"),
            }
        };
        assert_eq!(due("REG-15-2"), day(2022, 7, 31));
        assert_eq!(due("REG-15-1"), day(2022, 8, 1));
        for code in ["REG-6-2-A", "REG-6-2-B", "REG-6-4-A", "REG-9-2", "REG-10-1"] {
            assert_eq!(due(code), day(2022, 9, 30), "{code}: the law of that day");
        }
    }
}
