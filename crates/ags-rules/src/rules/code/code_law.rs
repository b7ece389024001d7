//! CODE-LAW: Superseded law cited.

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_law::misnomer;
use ags_report::{Outcome, Severity};

/// CODE-LAW.
pub const RULE: Rule = Rule {
    code: "CODE-LAW",
    name: "superseded-law-cited",
    title: "Superseded law cited",
    requirement: "The law and guidance that the code cites were in force for its year.",
    method: "No citation and no sentence names an instrument that had been replaced by the code's year. \
        The instruments are listed in `law/citations.toml`.",
    rationale: "A code that cites superseded law was probably carried forward without review, and may \
        describe superseded duties.",
    limitations: "Instruments that are not on the list, and citations in parts of the document that were \
        not read.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::LAW,
    scope: Scope { from: 2003, ..Scope::ALWAYS },
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let Some(year) = context.year() else {
        return context.without_year();
    };
    let dead: Vec<_> = misnomer::superseded().filter(|one| one.is_superseded_in(year)).collect();
    Outcome::of(super::misnomers::cited_as(context, &dead))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use ags_report::Outcome;

    const CITES: &str = r#"citations = [{ instrument = "Accounts and Audit (England) Regulations 2011",
        provision = "4(3)", source.document = { id = "code", line = 4 } }]"#;

    #[test]
    fn the_regulations_of_2011_are_good_law_for_2014_15_and_dead_for_2015_16() {
        assert_eq!(sample::check(&RULE, &sample::code("year = \"2014/15\"", CITES)), Outcome::Met);
        let found = sample::findings(&RULE, &sample::code("year = \"2015/16\"", CITES));
        assert_eq!(found[0].pointer, "/citations/0");
        assert_eq!(found[0].quote.as_ref().unwrap().line, Some(4));
    }

    #[test]
    fn a_passage_is_read_too_and_an_undated_code_cannot_be_told() {
        let says = "Data is kept under the Data Protection Act 1998.";
        let found = sample::findings(&RULE, &sample::says("year = \"2018/19\"", says));
        assert_eq!((found.len(), found[0].pointer.as_str()), (1, "/principles/0/evidence/0/text"));
        assert!(matches!(sample::check(&RULE, &sample::says("", says)), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn the_law_of_england_is_not_that_of_wales() {
        let mut code = sample::code("year = \"2019/20\"", CITES);
        code.authority.nation = governance_model::Nation::Wales;
        assert_eq!(sample::check(&RULE, &code), Outcome::Met);
    }
}
