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
    // Of a statement for several years, the one before the first of them.
    let first = context.statement.years().first().copied().unwrap_or(context.year);
    let Ok(before) = first.previous() else {
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
    use crate::sample::{self, day};
    use ags_report::Outcome;

    #[test]
    fn last_years_statement_is_that_before_the_first_year_covered() {
        let (mut statement, mut prior) = (sample::statement(), sample::statement());
        statement.review.earlier_years = vec!["2019/20".parse().unwrap(), "2020/21".parse().unwrap()];
        let is_last = |prior: &ags_statement::Statement| {
            let (year, as_at) = (statement.year().unwrap(), day(2022, 11, 30));
            let context =
                StatementContext { statement: &statement, prior: Some(prior), approved: None, year, as_at };
            last_year(&context).map(|_| ())
        };
        prior.review.year = "2018/19".parse().ok();
        assert_eq!(is_last(&prior), Ok(()));
        prior.review.year = "2020/21".parse().ok();
        let Err(Outcome::Indeterminate { missing, .. }) = is_last(&prior) else { panic!("another year") };
        assert!(missing.ends_with("is for 2020/21; give that for 2018/19."), "{missing}");
    }
}
