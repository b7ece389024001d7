//! Last year's statement.

use crate::context::StatementContext;
use ags_report::Outcome;
use ags_statement::Statement;

/// Last year's statement, for a rule that compares the two; the answer where it is not available or is
/// another.
pub(in crate::rules) fn last_year<'a>(context: &StatementContext<'a>) -> Result<&'a Statement, Outcome> {
    let Some(prior) = context.prior else {
        return Err(Outcome::not_applicable(
            "The rule compares this statement with last year's, which was not given.",
        ));
    };
    let (ours, theirs) = (&context.statement.local_code.authority.name, &prior.local_code.authority.name);
    if ours != theirs {
        return Err(Outcome::indeterminate(
            "/local_code/authority/name",
            format!("The statement given as last year's is for {theirs}; give that for {ours}."),
        ));
    }
    let Ok(before) = context.first_year().previous() else {
        return Err(Outcome::not_applicable("No earlier year has a statement."));
    };
    match prior.year() {
        Some(year) if year == before => Ok(prior),
        Some(year) => Err(Outcome::indeterminate(
            "/review/year",
            format!("The statement given as last year's is for {year}; give that for {before}."),
        )),
        None => Err(Outcome::indeterminate(
            "/review/year",
            format!("The statement given as last year's does not name its year; give that for {before}."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::last_year;
    use crate::context::StatementContext;
    use crate::sample;
    use ags_statement::Statement;

    #[test]
    fn the_statement_before_one_for_several_years_is_that_before_the_first() {
        let mut statement = sample::statement();
        let year = statement.review.year.unwrap();
        let prior = |before: usize| {
            let mut prior = sample::statement();
            let year = (0..before).fold(year, |year, _| year.previous().unwrap());
            prior.review.year = Some(year);
            prior
        };
        let is_last = |statement: &Statement, prior: &Statement| {
            let as_at = sample::day(2022, 11, 30);
            last_year(&StatementContext { statement, prior: Some(prior), approved: None, year, as_at })
                .is_ok()
        };
        assert!(is_last(&statement, &prior(1)) && !is_last(&statement, &prior(2)));
        statement.review.earlier_years = vec![year.previous().unwrap()];
        assert!(!is_last(&statement, &prior(1)) && is_last(&statement, &prior(2)));
    }
}
