//! FW16-ASSESS: Unassessed principles.

use std::collections::BTreeMap;

use governance_model::{Assessment, EvidenceId, Principle, When};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::Statement;
use ags_statement::english;

/// FW16-ASSESS.
pub const RULE: Rule = Rule {
    code: "FW16-ASSESS",
    name: "unassessed-principles",
    title: "Unassessed principles",
    requirement: "Each principle is assessed for the year, with a reason and with evidence of the year.",
    method: "Each principle of the framework is assessed for the year, by a level or a score with a \
        reason, and the assessment rests on at least one item of evidence whose date falls at least \
        partly in the year.",
    rationale: "The Framework asks how effective the arrangements were, not what they are. An assessment \
        without a reason, or with evidence of another year, only describes what should happen.",
    limitations: "Whether the assessment is right, and whether the evidence is strong enough to support \
        it.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

/// Evidence by identifier, with the date or period it speaks for.
type Dates<'a> = BTreeMap<&'a str, Option<When>>;

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = &context.statement.review;
    let framework = review.framework.framework();
    let dates = dates(context.statement);
    let findings = framework.principles.iter().flat_map(|principle| {
        let own = |one: &Assessment| {
            let place = one.framework_ref.as_ref().and_then(|of| framework.find(of));
            place.is_some_and(|place| place.principle().id == principle.id)
        };
        let own: Vec<(usize, &Assessment)> =
            review.assessments.iter().enumerate().filter(|(_, one)| own(one)).collect();
        faults(context, principle, &own, &dates)
    });
    Outcome::of(findings.collect())
}

fn dates(statement: &Statement) -> Dates<'_> {
    let code = statement.local_code.evidence().map(|(_, one)| one);
    code.chain(&statement.review.evidence).map(|one| (one.id.as_str(), one.when)).collect()
}

fn faults(
    context: &StatementContext<'_>,
    principle: &Principle,
    assessments: &[(usize, &Assessment)],
    dates: &Dates<'_>,
) -> Vec<Finding> {
    let (year, id) = (context.year, principle.id);
    let this_year: Vec<_> =
        assessments.iter().filter(|(_, one)| one.year.is_none_or(|of| of == year)).copied().collect();
    let Some((first, _)) = this_year.first() else {
        let other = assessments.first().and_then(|(index, one)| Some((index, one.year?)));
        let (at, says) = other.map_or_else(
            || {
                (
                    "/review/assessments".into(),
                    format!("Principle {id}, {}, is not assessed.", principle.title),
                )
            },
            |(index, other)| {
                let at = Pointer::root().key("review").key("assessments").index(*index).key("year");
                (at, format!("Principle {id} is assessed for {other}, not for {year}."))
            },
        );
        let fix = format!(
            "Assess how well the arrangements for principle {id} worked in {year}, and give the \
                reason."
        );
        return vec![Finding::new(at, says, fix)];
    };
    let unreasoned = this_year.iter().filter_map(|(index, one)| unreasoned(id, *index, one));
    let rests_on = this_year.iter().flat_map(|(_, one)| &one.evidence).map(EvidenceId::as_str);
    let known: Vec<(&str, Option<When>)> =
        rests_on.filter_map(|id| dates.get_key_value(id).map(|(id, when)| (*id, *when))).collect();
    unreasoned.chain(unproven(context, principle, *first, &known)).collect()
}

fn unreasoned(principle: &str, index: usize, one: &Assessment) -> Option<Finding> {
    let judged = one.level.is_some() || one.score.is_some();
    let reasoned = one.reason.as_ref().is_some_and(|reason| !reason.is_blank());
    let (says, fix) = match (judged, reasoned) {
        (true, true) => return None,
        (false, true) => (
            "gives a reason but no level or \
            score",
            "Give the level of assurance, or a \
            score.",
        ),
        (true, false) => (
            "gives a level or a score but no reason",
            "Give the reason in a sentence or \
            two.",
        ),
        (false, false) => (
            "gives neither a level nor a reason",
            "Give the level of assurance, and the \
            reason.",
        ),
    };
    Some(Finding::new(
        Pointer::root().key("review").key("assessments").index(index),
        format!("The assessment of principle {principle} {says}."),
        fix,
    ))
}

/// What is wrong when none of the evidence is of the year.
fn unproven(
    context: &StatementContext<'_>,
    principle: &Principle,
    index: usize,
    evidence: &[(&str, Option<When>)],
) -> Option<Finding> {
    let (year, id) = (context.year, principle.id);
    if evidence.iter().any(|(_, when)| when.and_then(|when| when.touches(year)) == Some(true)) {
        return None;
    }
    let dated: Vec<String> = evidence
        .iter()
        .filter_map(|(id, when)| Some((id, when.filter(|when| when.days().is_some())?)))
        .map(|(id, when)| format!("{id} of {}", english::when(when)))
        .collect();
    let says = if evidence.is_empty() {
        format!("The assessment of principle {id} rests on no evidence.")
    } else if dated.is_empty() {
        format!(
            "The assessment of principle {id} rests on evidence without a date ({}).",
            first_three(&evidence.iter().map(|(id, _)| (*id).to_owned()).collect::<Vec<_>>())
        )
    } else {
        let dated = first_three(&dated);
        format!(
            "The assessment of principle {id} rests on evidence of other periods ({dated}), not of {year}."
        )
    };
    Some(Finding::new(
        Pointer::root().key("review").key("assessments").index(index),
        says,
        format!(
            "Refer to at least one item of evidence, with its date, that shows how the principle was \
            applied in {year}."
        ),
    ))
}

fn first_three(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    let more = names.len() - shown.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::Statement;

    /// The sample with the only evidence for principle A dated so.
    fn dated(when: Option<&str>) -> Statement {
        let mut statement = sample::statement();
        let evidence = &mut statement.local_code.principles[0].arrangements[0].evidence[0];
        evidence.when = when.map(|when| when.parse().unwrap());
        statement
    }

    #[test]
    fn evidence_of_the_last_day_of_the_year_counts_and_of_the_day_after_does_not() {
        assert_eq!(sample::check(&RULE, &dated(Some("2022-03-31"))), Outcome::Met);
        assert_eq!(sample::check(&RULE, &dated(Some("2021-04-01"))), Outcome::Met);
        let after = sample::only_finding(&RULE, &dated(Some("2022-04-01")));
        assert!(after.message.contains("E-A1 of 1 April 2022"), "{}", after.message);
        let before = sample::only_finding(&RULE, &dated(Some("2021-03")));
        assert!(before.message.contains("E-A1 of March 2021"), "{}", before.message);
    }

    #[test]
    fn evidence_without_a_date_or_only_recent_is_said_to_have_none() {
        for when in [None, Some("recently")] {
            let finding = sample::only_finding(&RULE, &dated(when));
            assert_eq!(
                finding.message,
                "The assessment of principle A rests on evidence without a date (E-A1)."
            );
            assert_eq!(finding.pointer, "/review/assessments/0");
        }
    }

    #[test]
    fn of_much_evidence_the_first_three_are_named() {
        let mut statement = dated(None);
        let arrangement = &mut statement.local_code.principles[0].arrangements[0];
        for id in ["E-2", "E-3", "E-4", "E-5"] {
            let mut more = arrangement.evidence[0].clone();
            more.id = id.parse().unwrap();
            arrangement.evidence.push(more);
            statement.review.assessments[0].evidence.push(id.parse().unwrap());
        }
        assert!(sample::only_finding(&RULE, &statement).message.ends_with("(E-A1, E-2, E-3 and 2 more)."));
    }

    #[test]
    fn evidence_of_the_review_counts_as_that_of_the_local_code_does() {
        let mut statement = dated(None);
        let mut own = statement.local_code.principles[0].arrangements[1].evidence[0].clone();
        own.id = "R-1".parse().unwrap();
        statement.review.evidence.push(own);
        statement.review.assessments[0].evidence = vec!["R-1".parse().unwrap()];
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.review.assessments[0].evidence.clear();
        assert!(sample::only_finding(&RULE, &statement).message.contains("rests on no evidence"));
    }

    #[test]
    fn a_judgement_needs_a_level_or_a_score_and_a_reason() {
        let mut statement = sample::statement();
        statement.review.assessments[1].reason = None;
        assert!(sample::only_finding(&RULE, &statement).message.contains("no reason"));
        statement.review.assessments[1].reason = Some("It worked.".parse().unwrap());
        statement.review.assessments[1].level = None;
        assert!(sample::only_finding(&RULE, &statement).message.contains("no level or score"));
        let scale = "one-to-ten".parse().unwrap();
        statement.review.assessments[1].score = Some(governance_model::Score { scale, value: 7 });
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }

    #[test]
    fn a_principle_left_out_or_judged_for_another_year_is_named() {
        let mut statement = sample::statement();
        statement.review.assessments[6].year = Some("2020/21".parse().unwrap());
        let finding = sample::only_finding(&RULE, &statement);
        assert_eq!(finding.message, "Principle G is assessed for 2020/21, not for 2021/22.");
        assert_eq!(finding.pointer, "/review/assessments/6/year");
        statement.review.assessments.truncate(6);
        assert!(
            sample::only_finding(&RULE, &statement)
                .message
                .starts_with("Principle G, Implementing good practices")
        );
    }

    #[test]
    fn an_assessment_of_a_sub_principle_counts_for_its_principle() {
        let mut statement = sample::statement();
        statement.review.assessments[5].framework_ref = Some("F2".parse().unwrap());
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }
}
