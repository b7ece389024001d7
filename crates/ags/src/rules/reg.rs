//! Accounts and Audit Regulations 2015 (England).
//!
//! What has been done is read through [`Case`], which knows what day it is.

pub mod reg_10_1;
pub mod reg_10_2;
pub mod reg_15_1;
pub mod reg_15_2;
pub mod reg_3;
pub mod reg_6_1_a;
pub mod reg_6_1_b;
pub mod reg_6_2_a;
pub mod reg_6_2_b;
pub mod reg_6_3_a;
pub mod reg_6_3_b;
pub mod reg_6_4_a;
pub mod reg_6_4_b;
pub mod reg_9_2;
pub mod reg_9a;
pub mod reg_cite;

use governance_model::Category;

use crate::case::Case;
use crate::law::{self, Deadline, Duty, Source};
use crate::rule::{Finding, Outcome, Rule};
use crate::statement::{Approval, BodyKind};
use crate::words;

/// The rules of the regulations, in the order reports list them.
pub static RULES: &[Rule] = &[
    reg_3::RULE,
    reg_6_1_a::RULE,
    reg_6_1_b::RULE,
    reg_6_2_a::RULE,
    reg_6_2_b::RULE,
    reg_6_3_a::RULE,
    reg_6_3_b::RULE,
    reg_6_4_a::RULE,
    reg_6_4_b::RULE,
    reg_9_2::RULE,
    reg_10_1::RULE,
    reg_10_2::RULE,
    reg_9a::RULE,
    reg_15_1::RULE,
    reg_15_2::RULE,
    reg_cite::RULE,
];

/// A place in the publication; the publication itself where nothing was published and so none stands there.
fn publication(case: &Case<'_>, place: &str) -> String {
    if case.statement.sign_off.publication.is_empty() {
        return "/sign_off/publication".into();
    }
    format!("/sign_off/publication/{place}")
}

/// The place of the accounts' approval; the accounts themselves where none are recorded.
fn accounts_place(case: &Case<'_>, place: &str) -> String {
    if case.statement.sign_off.accounts.is_none() {
        return "/sign_off/accounts".into();
    }
    format!("/sign_off/accounts/{place}")
}

/// The authority's category, or the answer where it is not given.
fn category(case: &Case<'_>) -> Result<Category, Outcome> {
    case.statement.local_code.authority.category.ok_or_else(|| {
        Outcome::cannot_tell(
            "/local_code/authority/category",
            "Give the authority's category under the 2015 Regulations, 1 or 2.",
        )
    })
}

/// Something that is not done.
struct Undone<'a> {
    /// Where it belongs, as a JSON pointer into the statement.
    at: String,
    /// That it is not done, as the beginning of a sentence.
    says: &'a str,
    /// What to do, as a sentence.
    needs: &'a str,
}

impl Undone<'_> {
    /// Not due while there is time, not met after.
    fn by(self, case: &Case<'_>, deadline: Option<Deadline>) -> Outcome {
        let Some(deadline) = deadline else {
            return no_last_day(case, self.at);
        };
        if deadline.source == Source::Unconfirmed {
            return unconfirmed(self.at, self.says, &deadline);
        }
        if case.as_at <= deadline.day {
            return Outcome::NotDueYet { due: deadline.day, needs: self.needs.into() };
        }
        let last = words::date(deadline.day);
        Outcome::not_met(self.at, format!("{}; the last day was {last}.", self.says), self.needs)
    }

    /// As [`Undone::by`] the day on which the sign-off must be over: in category 1 the day of publication, in
    /// category 2 the day before the public rights begin, since the accounts are approved before them. A
    /// notice that the authority is late carries it on, in category 1 to the backstop.
    fn before_sign_off_ends(self, case: &Case<'_>, category: Category) -> Outcome {
        let (duty, notice) = match category {
            Category::One => (Duty::Publish, case.late_accounts_notice()),
            Category::Two => (Duty::Draft, case.late_rights_notice()),
        };
        let deadline = law::deadline(duty, case.year, category, case.as_at);
        let Some(notice) = notice.filter(|_| deadline.is_some_and(|deadline| deadline.day < case.as_at))
        else {
            return self.by(case, deadline);
        };
        let backstop = law::deadline(Duty::Backstop, case.year, category, case.as_at);
        if backstop.is_some_and(|backstop| case.as_at <= backstop.day) {
            return self.by(case, backstop);
        }
        let says = self.says;
        let noticed = words::date(notice.on);
        Outcome::ask(
            self.at,
            format!(
                "{says}, and a notice of {noticed} says why: is it done as soon as reasonably practicable?"
            ),
        )
    }
}

fn no_last_day(case: &Case<'_>, at: impl Into<String>) -> Outcome {
    Outcome::cannot_tell(at, format!("The last day for {} is not known here.", case.year))
}

/// The question where the last day was not found in its source.
fn unconfirmed(at: impl Into<String>, says: &str, deadline: &Deadline) -> Outcome {
    let (day, by) = (words::date(deadline.day), deadline.by);
    Outcome::ask(
        at,
        format!(
            "{says}; we have {day} as the last day ({by}), not confirmed in its source: was that day kept?"
        ),
    )
}

/// Whom regulation 6(2), 6(3) and 9(2) let act, as in "the members as a whole".
const fn who(category: Category) -> &'static str {
    match category {
        Category::One => "a committee or the members as a whole",
        Category::Two => "the members as a whole",
    }
}

/// Whether a body may act for an authority of a category; none for an executive in category 1, which some
/// authorities take for a committee.
const fn may_act(kind: BodyKind, category: Category) -> Option<bool> {
    match (kind, category) {
        (BodyKind::Members, _) | (BodyKind::Committee, Category::One) => Some(true),
        (BodyKind::Executive, Category::One) => None,
        (BodyKind::Committee | BodyKind::Executive, Category::Two) | (BodyKind::Officer, _) => Some(false),
    }
}

fn wrong_body(at: String, says: String, category: Category) -> Finding {
    let who = who(category);
    Finding::new(at, says, format!("Bring it to {who}, and record that meeting."))
}

/// Regulations 6(2)(a) and 6(3)(a), which differ in who may consider the findings of the review.
fn consideration(case: &Case<'_>, category: Category) -> Outcome {
    let at = "/sign_off/considered";
    let mend = format!("Put the findings of the review before {}.", who(category));
    let approval = case.approval();
    let Some(considered) = case.considered() else {
        let Some(approval) = approval else {
            let says = "The findings of the review are not considered";
            return Undone { at: at.into(), says, needs: &mend }.before_sign_off_ends(case, category);
        };
        let on = words::date(approval.on);
        let says = format!(
            "The statement was approved on {on} and no meeting had considered the review's findings."
        );
        return Outcome::not_met(at, says, mend);
    };
    let on = words::date(considered.on);
    let mut findings = Vec::new();
    if may_act(considered.kind, category) == Some(false) {
        let says = format!("The findings were considered by {}, not {}.", considered.body, who(category));
        findings.push(wrong_body(format!("{at}/kind"), says, category));
    }
    let completed = case.statement.review.process.as_ref().and_then(|process| process.completed);
    if let Some(completed) = completed.filter(|completed| considered.on < *completed) {
        let completed = words::date(completed);
        let says =
            format!("The findings were considered on {on}, before the review was completed on {completed}.");
        findings.push(Finding::new(format!("{at}/on"), says, mend.clone()));
    }
    if let Some(approval) = approval.filter(|approval| approval.on < considered.on) {
        let approved = words::date(approval.on);
        let says =
            format!("The findings were considered on {on}, after the statement was approved on {approved}.");
        findings.push(Finding::new(
            format!("{at}/on"),
            says,
            "Approve the statement again, after the findings.",
        ));
    }
    if findings.is_empty() && may_act(considered.kind, category).is_none() {
        return Outcome::ask(format!("{at}/kind"), executive(&considered.body));
    }
    Outcome::of(findings)
}

fn executive(body: &str) -> String {
    format!("{body} is an executive: is it a committee of the authority for this purpose, on legal advice?")
}

/// What keeps an approval of the statement or the accounts from being a resolution of the right body.
pub(super) fn resolution_faults(approval: &Approval, at: &str, of: &str, category: Category) -> Vec<Finding> {
    let mut findings = Vec::new();
    if may_act(approval.kind, category) == Some(false) {
        let says = format!("The {of} was approved by {}, not {}.", approval.body, who(category));
        findings.push(wrong_body(format!("{at}/kind"), says, category));
    }
    if !approval.by_resolution {
        let says = format!("The meeting of {} passed no resolution on the {of}.", words::date(approval.on));
        let mend = format!("Have {} approve it by resolution.", who(category));
        findings.push(Finding::new(format!("{at}/by_resolution"), says, mend));
    }
    findings
}

/// What keeps us from telling whether an approval without faults is a resolution of the right body.
pub(super) fn resolution_doubt(approval: &Approval, at: &str, category: Category) -> Option<Outcome> {
    if may_act(approval.kind, category).is_none() {
        return Some(Outcome::ask(format!("{at}/kind"), executive(&approval.body)));
    }
    if approval.minute.as_ref().is_none_or(|minute| minute.trim().is_empty()) {
        return Some(Outcome::cannot_tell(
            format!("{at}/minute"),
            "Give the number of the minute that records the resolution.",
        ));
    }
    None
}

/// Regulations 6(2)(b) and 6(3)(b), which differ in who may approve the statement.
fn resolution(case: &Case<'_>, category: Category) -> Outcome {
    let at = "/sign_off/approval";
    let needs = format!("Have {} approve the statement by resolution.", who(category));
    let Some(approval) = case.approval() else {
        let Some(published) = case.as_approved() else {
            let says = "The statement is not approved";
            return Undone { at: at.into(), says, needs: &needs }.before_sign_off_ends(case, category);
        };
        let on = words::date(published.on);
        let says = format!("The statement was published as approved on {on} and no approval is recorded.");
        return Outcome::not_met(at, says, needs);
    };
    let findings = resolution_faults(approval, at, "statement", category);
    if findings.is_empty()
        && let Some(doubt) = resolution_doubt(approval, at, category)
    {
        return doubt;
    }
    Outcome::of(findings)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::RULES;
    use crate::rule::Outcome;
    use crate::sample::{self, day};
    use crate::statement::{Publication, SignOff, Statement};

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
            Outcome::NotMet { findings } => findings.iter().map(|finding| finding.at.as_str()).collect(),
            Outcome::AskAPerson { at, .. } | Outcome::CannotTell { at, .. } => vec![at],
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
                    for text in findings.iter().flat_map(|finding| [&finding.says, &finding.mend]) {
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
