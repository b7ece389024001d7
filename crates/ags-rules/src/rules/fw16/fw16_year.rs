//! FW16-YEAR: Superseded framework.

use governance_model::{CitedInstrument, FrameworkEdition};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::english;

/// FW16-YEAR.
pub const RULE: Rule = Rule {
    code: "FW16-YEAR",
    name: "superseded-framework",
    title: "Superseded framework",
    requirement: "The statement is based on the edition of the Framework that is in force for its year.",
    method: "The local code and the review are based on the edition of the Framework that is in force for \
        the year, and the statement does not cite an older one: from 2016/17 the edition of 2016, with its \
        seven principles.",
    rationale: "The edition of 2016 replaced the six principles of 2007. A statement based on the older \
        edition leaves out what was added: outcomes, sustainable benefits and the choice of \
        interventions.",
    limitations: "Whether a statement that names the right edition follows the principles of an older one.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

fn check(context: &StatementContext<'_>) -> Outcome {
    let Some(in_force) = FrameworkEdition::in_force(context.year) else {
        return Outcome::not_applicable(format!(
            "No edition of the Framework is in force for {}.",
            context.year
        ));
    };
    let (code, review) = (&context.statement.local_code, &context.statement.review);
    let stands_on = [
        ("/local_code/framework", "local code", code.framework),
        ("/review/framework", "review", review.framework),
    ];
    let editions =
        stands_on.into_iter().filter(|(_, _, edition)| *edition != in_force).map(|(at, what, edition)| {
            let (read, due) = (edition.framework(), in_force.framework());
            Finding::new(
                at,
                format!(
                    "The {what} is based on {} ({}, {}); the edition in force for {} is {} ({}, {}).",
                    read.title,
                    read.publisher,
                    read.published,
                    context.year,
                    due.title,
                    due.publisher,
                    due.published
                ),
                format!(
                    "Revise the {what} to follow the {} principles of the edition of {}.",
                    english::number(due.principles.len()),
                    due.published
                ),
            )
        });
    let cited = [
        (Pointer::fixed("/local_code/citations"), &code.citations),
        (Pointer::fixed("/review/citations"), &review.citations),
    ];
    let cited = cited.into_iter().flat_map(|(at, citations)| {
        citations.iter().enumerate().filter(|(_, one)| cites_2007(one)).map(move |(index, one)| {
            Finding::new(
                at.index(index).key("instrument"),
                format!(
                    "The statement for {} cites \"{}\", which the edition of 2016 replaced.",
                    context.year, one.instrument
                ),
                "Cite the Framework (2016 Edition).",
            )
        })
    });
    Outcome::of(editions.chain(cited).collect())
}

/// Whether a citation is of the edition of 2007.
fn cites_2007(citation: &CitedInstrument) -> bool {
    citation.instrument.to_lowercase().contains("delivering good governance")
        && citation.instrument.contains("2007")
}

#[cfg(test)]
mod tests {
    use governance_model::{CitedInstrument, FrameworkEdition, Provenance};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;

    #[test]
    fn six_principles_are_out_of_force_from_2016_17_and_were_not_before() {
        let mut statement = sample::statement();
        statement.review.framework = FrameworkEdition::CipfaSolace2007;
        statement.review.year = Some("2016/17".parse().unwrap());
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings[0].pointer, "/review/framework");
        assert!(
            findings[0].message.contains(", 2007); the edition in force for 2016/17 is"),
            "{}",
            findings[0].message
        );
        statement.review.year = Some("2015/16".parse().unwrap());
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotApplicable { .. }));
    }

    #[test]
    fn a_local_code_on_the_nolan_principles_alone_is_no_framework_code() {
        let mut statement = sample::statement();
        statement.local_code.framework = FrameworkEdition::Nolan;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
    }

    #[test]
    fn citing_the_edition_of_2007_is_found_and_citing_that_of_2016_is_not() {
        let mut statement = sample::statement();
        let mut cite = |instrument: &str| {
            let instrument = instrument.parse().unwrap();
            let citation =
                CitedInstrument { instrument, provision: None, purpose: None, source: Provenance::Declared };
            statement.review.citations = vec![citation];
            sample::check(&RULE, &statement)
        };
        assert_eq!(cite("Delivering Good Governance in Local Government: Framework (2016)"), Outcome::Met);
        let old = cite("Delivering Good Governance in Local Government: Framework (2007)");
        assert!(matches!(old, Outcome::NotMet { ref findings } if findings[0].pointer == "\
                /review/citations/0/instrument"));
    }
}
