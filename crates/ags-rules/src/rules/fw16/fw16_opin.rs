//! FW16-OPIN: No single clear opinion.

use governance_model::{Assurance, AssuranceLevel, Opinion};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::rel::assurances;
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// FW16-OPIN.
pub const RULE: Rule = Rule {
    code: "FW16-OPIN",
    name: "no-single-clear-opinion",
    title: "No single clear opinion",
    requirement: "The statement gives one opinion on the level of assurance and on fitness for purpose, \
        and nothing else in it contradicts that opinion.",
    method: "The statement gives one opinion, with a level of assurance and a text that says whether the \
        arrangements are fit for purpose, and the opinion is consistent with what the statement reports: \
        substantial assurance is not given where the statement reports a significant issue and the head of \
        internal audit gives limited assurance or none. Any other opinion that is higher than internal \
        audit's is checked by REL-HIAOP.",
    rationale: "The opinion is what the statement is for. The Framework asks for the level of assurance and \
        for fitness for purpose.",
    limitations: "Whether the opinion is right; and whether a text that does not use the words \"fit for \
        purpose\" means the same, about which a question is asked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

pub(in crate::rules) fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let opinion = match review.opinions.as_slice() {
        [] => {
            return Outcome::not_met(
                "/review/opinions",
                "The statement gives no opinion on the authority's governance.",
                "Give the level of assurance, and say whether the arrangements are fit for purpose.",
            );
        }
        [opinion] => opinion,
        [first, second, ..] => {
            return Outcome::not_met(
                "/review/opinions/1",
                format!(
                    "The statement gives {} opinions: \"{}\" and \"{}\".",
                    review.opinions.len(),
                    first.text,
                    second.text
                ),
                "Keep one opinion and remove the others.",
            );
        }
    };
    let mut findings = incomplete(opinion);
    findings.extend(contradiction(context, opinion));
    if !findings.is_empty() {
        return Outcome::NotMet { findings };
    }
    if !opinion.text.to_lowercase().contains("fit for purpose") {
        let question = "Does this text say whether the arrangements are fit for purpose?";
        return Outcome::needs_review("/review/opinions/0/text", question);
    }
    Outcome::Met
}

fn incomplete(opinion: &Opinion) -> Vec<Finding> {
    let level = opinion.level.is_none().then(|| {
        Finding::new(
            "/review/opinions/0",
            "The opinion gives no level of assurance.",
            "Give the level of assurance: no, limited, reasonable or substantial.",
        )
    });
    let says = opinion.text.is_blank().then(|| {
        Finding::new(
            "/review/opinions/0/text",
            "The opinion has no text.",
            "State the level of assurance and whether the arrangements are fit for purpose.",
        )
    });
    level.into_iter().chain(says).collect()
}

fn contradiction(context: &StatementContext<'_>, opinion: &Opinion) -> Option<Finding> {
    let low = |one: &Assurance| one.level.filter(|level| *level <= AssuranceLevel::Limited);
    let (auditor, level) =
        assurances::internal_audit(context).into_iter().find_map(|(_, one)| Some((one, low(one)?)))?;
    let issue = context.statement.review.issues.first()?;
    (opinion.level == Some(AssuranceLevel::Substantial)).then(|| {
        Finding::new(
            "/review/opinions/0/level",
            format!(
                "The opinion is substantial assurance, but {} gives {level} and the statement reports {} \
                    as a significant issue ({}).",
                auditor.title, issue.title, issue.id
            ),
            "Revise the opinion so that the evidence supports it, or correct what the statement reports.",
        )
    })
}

#[cfg(test)]
mod tests {
    use governance_model::AssuranceLevel::{self, Limited, Reasonable, Substantial};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::Statement;

    /// The authority's opinion and its internal auditor's.
    fn levels(ours: AssuranceLevel, auditor: AssuranceLevel) -> Statement {
        let mut statement = sample::statement();
        statement.review.opinions[0].level = Some(ours);
        statement.review.assurances[0].level = Some(auditor);
        statement
    }

    #[test]
    fn one_opinion_is_enough_and_none_or_two_are_not() {
        let mut statement = sample::statement();
        let opinion = statement.review.opinions[0].clone();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.opinions.push(opinion);
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert!(
            findings[0].message.starts_with(
                "The statement gives 2 \
            opinions"
            ),
            "{}",
            findings[0].message
        );
        statement.review.opinions.clear();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn an_opinion_needs_a_level_and_words() {
        let mut statement = sample::statement();
        statement.review.opinions[0].level = None;
        statement.review.opinions[0].text = "".parse().unwrap();
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn words_that_leave_out_fitness_for_purpose_go_to_a_person() {
        let mut statement = sample::statement();
        statement.review.opinions[0].text = "Reasonable assurance; Fit for Purpose.".parse().unwrap();
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.opinions[0].text = "Reasonable assurance.".parse().unwrap();
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NeedsReview { .. }));
    }

    #[test]
    fn substantial_assurance_beside_an_issue_and_limited_assurance_from_audit_names_all_three() {
        let Outcome::NotMet { findings } = sample::check(&RULE, &levels(Substantial, Limited)) else {
            panic!("met")
        };
        assert_eq!(
            findings[0].message,
            "The opinion is substantial assurance, but Annual report of the Head of Internal Audit gives \
                limited assurance and the statement reports Partnership risk as a significant issue \
                (ISS-2022-1)."
        );
        assert_eq!(sample::check(&RULE, &levels(Substantial, Reasonable)), Outcome::Met);
    }

    #[test]
    fn internal_audits_opinion_on_another_year_contradicts_nothing() {
        let mut last_year = levels(Substantial, Limited);
        last_year.review.assurances[0].year = Some("2020/21".parse().unwrap());
        assert_eq!(sample::check(&RULE, &last_year), Outcome::Met);
    }

    #[test]
    fn an_opinion_that_is_not_substantial_is_left_to_rel_hiaop() {
        assert_eq!(sample::check(&RULE, &levels(Reasonable, Limited)), Outcome::Met);
    }
}
