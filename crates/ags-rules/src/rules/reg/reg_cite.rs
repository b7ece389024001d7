//! REG-CITE: Superseded regulations cited.

use governance_model::CitedInstrument;

use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// REG-CITE.
pub const RULE: Rule = Rule {
    code: "REG-CITE",
    name: "superseded-regulations-cited",
    title: "Superseded regulations cited",
    requirement: "The statement cites the regulation in force for its duty.",
    method: "The law that the statement cites for its duty is in force: no superseded Accounts and Audit \
        Regulations and, for the statement itself, regulation 6(1)(b) and not only 6(1)(a), which is the \
        duty to review. A question is asked about the same errors in the local code's citations, because \
        the code is a separate document.",
    rationale: "A statement that cites superseded law was probably copied from an earlier one, and may \
        describe superseded duties.",
    limitations: "Citations in the text that are not in the list of citations.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: &[
        ags_law::AAR_2015.at("reg. 6(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        ags_law::AAR_2015
            .at("reg. 22 and Sch. 2", "https://www.legislation.gov.uk/uksi/2015/234/regulation/22"),
    ],
    scope: Scope::ENGLAND,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let ours = &context.statement.review.citations;
    if ours.is_empty() {
        return Outcome::indeterminate(
            "/review/citations",
            "List the law that the statement cites for its \
            duty.",
        );
    }
    let findings = faults(ours).into_iter().map(|(place, says)| {
        Finding::new(
            Pointer::root().key("review").key("citations").index(place),
            format!("The statement {says}."),
            "For the statement, cite regulation 6(1)(b) of the Accounts and Audit Regulations 2015.",
        )
    });
    let findings: Vec<_> = findings.collect();
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    if !ours.iter().any(in_force) {
        return Outcome::indeterminate(
            "/review/citations",
            "Give the provision of the Accounts and Audit Regulations 2015 that the statement cites.",
        );
    }
    if let Some((place, says)) = faults(&context.statement.local_code.citations).into_iter().next() {
        return Outcome::needs_review(
            Pointer::root().key("local_code").key("citations").index(place),
            format!("The local code {says}. Will the authority correct it at the next review of the code?"),
        );
    }
    Outcome::Met
}

/// What is wrong in a list of citations, each with its place in the list, as the end of a sentence.
fn faults(citations: &[CitedInstrument]) -> Vec<(usize, String)> {
    let right = citations.iter().any(|citation| in_force(citation) && duty_to_prepare(citation));
    let mut faults = Vec::new();
    for (place, citation) in citations.iter().enumerate() {
        if let Some((name, number)) = superseded(citation) {
            let says = format!("cites superseded regulations, the {name} (SI {number})");
            faults.push((place, says));
        } else if !right && in_force(citation) && of_statement(citation) && duty_to_review(citation) {
            let says = "cites regulation 6(1)(a), the duty to review, as the duty to prepare the statement";
            faults.push((place, says.into()));
        }
    }
    faults
}

/// Instruments that the 2015 Regulations took the place of: year, name, number.
const SUPERSEDED: [(&str, &str, &str); 5] = [
    ("1996", "Accounts and Audit Regulations 1996", "1996/590"),
    ("2003", "Accounts and Audit Regulations 2003", "2003/533"),
    ("2006", "Accounts and Audit (Amendment) (England) Regulations 2006", "2006/564"),
    ("2009", "Accounts and Audit (Amendment) (England) Regulations 2009", "2009/473"),
    ("2011", "Accounts and Audit (England) Regulations 2011", "2011/817"),
];

fn superseded(citation: &CitedInstrument) -> Option<(&'static str, &'static str)> {
    let words = citation.instrument.to_lowercase();
    let named = words.contains("accounts and audit") && !words.contains("2015");
    let old = SUPERSEDED
        .into_iter()
        .find(|(year, _, number)| words.contains(number) || (named && words.contains(year)))?;
    Some((old.1, old.2))
}

fn in_force(citation: &CitedInstrument) -> bool {
    let words = citation.instrument.to_lowercase();
    words.contains("2015/234") || (words.contains("accounts and audit") && words.contains("2015"))
}

fn of_statement(citation: &CitedInstrument) -> bool {
    citation.purpose.as_ref().is_some_and(|of| of.to_lowercase().contains("statement"))
}

/// The numbers and letters of a provision: `61a` for "Regulation 6(1)(a)"; nothing where none is given.
fn provision(citation: &CitedInstrument) -> String {
    let words = citation.provision.as_ref().map(|provision| provision.to_lowercase()).unwrap_or_default();
    let from = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    words.chars().skip(from).filter(char::is_ascii_alphanumeric).collect()
}

fn duty_to_review(citation: &CitedInstrument) -> bool {
    provision(citation) == "61a"
}

/// Whether the provision holds the duty to prepare a statement: 6(1)(b), or 6 or 6(1) as a whole.
fn duty_to_prepare(citation: &CitedInstrument) -> bool {
    let provision = provision(citation);
    ["", "6", "61"].contains(&provision.as_str()) || (provision.starts_with("61") && provision.contains('b'))
}

#[cfg(test)]
mod tests {
    use governance_model::{CitedInstrument, Provenance};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    const AAR: &str = "Accounts and Audit Regulations 2015";

    fn cite(instrument: &str, provision: &str, of: &str) -> CitedInstrument {
        CitedInstrument {
            instrument: instrument.parse().unwrap(),
            provision: Some(provision.parse().unwrap()),
            purpose: Some(of.parse().unwrap()),
            source: Provenance::Declared,
        }
    }

    fn review(citations: Vec<CitedInstrument>) -> Outcome {
        let mut statement = sample::statement();
        statement.review.citations = citations;
        sample::check(&RULE, &statement)
    }

    #[test]
    fn the_duty_to_prepare_is_6_1_b_and_not_6_1_a_alone() {
        for right in ["6(1)(b)", "Regulation 6(1)(b)", "6(1)(a) and (b)", "reg. 6(1)", "6"] {
            assert_eq!(review(vec![cite(AAR, right, "the statement")]), Outcome::Met, "{right}");
        }
        for wrong in ["6(1)(a)", "Regulation 6 (1) (a)", "reg 6(1)a"] {
            let answer = review(vec![cite(AAR, wrong, "the annual governance statement")]);
            assert!(matches!(answer, Outcome::NotMet { .. }), "{wrong}: {answer:?}");
        }
    }

    #[test]
    fn both_duties_side_by_side_and_the_review_on_its_own_are_no_fault() {
        let both = vec![cite(AAR, "6(1)(a)", "review and statement"), cite(AAR, "6(1)(b)", "the statement")];
        assert_eq!(review(both), Outcome::Met);
        assert_eq!(review(vec![cite(AAR, "6(1)(a)", "the annual review")]), Outcome::Met);
    }

    #[test]
    fn proper_practices_are_not_the_duty_to_prepare() {
        let other = vec![cite(AAR, "6(1)(a)", "the statement"), cite(AAR, "6(4)(b)", "proper practices")];
        assert!(matches!(review(other), Outcome::NotMet { .. }));
    }

    #[test]
    fn every_superseded_instrument_is_a_fault_with_its_place() {
        let dead = [
            "Accounts and Audit Regulations 2003",
            "Accounts and Audit (Amendment) (England) Regulations 2006",
            "The Accounts and Audit (England) Regulations 2011",
            "SI 2011/817",
        ];
        for instrument in dead {
            let answer = review(vec![cite(AAR, "6(1)(b)", "the statement"), cite(instrument, "4(3)", "it")]);
            let Outcome::NotMet { findings } = answer else { panic!("{instrument}") };
            assert_eq!(findings[0].pointer, "/review/citations/1");
        }
    }

    #[test]
    fn amended_is_not_superseded() {
        let amended = "Accounts and Audit Regulations 2015 as amended in 2020 and 2022";
        assert_eq!(review(vec![cite(amended, "6(1)(b)", "the statement")]), Outcome::Met);
        let act = cite("Local Audit and Accountability Act 2011", "1", "audit");
        assert_eq!(review(vec![cite(AAR, "6(1)(b)", "the statement"), act]), Outcome::Met);
    }

    #[test]
    fn a_list_that_leaves_the_regulations_out_is_a_doubt() {
        assert!(matches!(review(Vec::new()), Outcome::Indeterminate { .. }));
        let other = vec![cite("Local Government Act 1999", "3", "best value")];
        assert!(matches!(review(other), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn the_local_codes_own_citation_is_a_question() {
        let mut statement = sample::statement();
        statement.local_code.citations =
            vec![cite(AAR, "6(1)(a)", "the annual review and the statement on it")];
        let Outcome::NeedsReview { pointer: at, .. } = sample::check(&RULE, &statement) else {
            panic!("judged")
        };
        assert_eq!(at, "/local_code/citations/0");
        statement.local_code.citations[0].provision = Some("6(1)(b)".parse().unwrap());
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
    }
}
