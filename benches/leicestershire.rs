//! Leicestershire's local code, review and statement of 2021/22, also with their evidence many times over.

use ags::Statement;
use ags::statement::SignOff;
use chrono::NaiveDate;
use governance_model::{AnnualReview, EvidenceId, LocalCode, read};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

/// The day the final statement is checked as at: 30 November 2022.
#[must_use]
pub fn as_at() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 11, 30).unwrap_or_default()
}

/// Leicestershire's local code with each piece of evidence `times` over, its review, and its final sign-off.
#[must_use]
pub fn leicestershire(times: usize) -> (LocalCode, AnnualReview, SignOff) {
    let file = |name: &str| std::fs::read(format!("{FIXTURE}/{name}")).expect("the fixture is there");
    let mut code: LocalCode = read::toml(&file("local-code.toml"), "local-code.toml").expect("it reads");
    for row in code.principles.iter_mut().flat_map(|principle| &mut principle.arrangements) {
        let once = row.evidence.clone();
        for copy in 1..times {
            row.evidence.extend(once.iter().cloned().map(|mut evidence| {
                evidence.id =
                    EvidenceId::new(format!("{}-{copy}", evidence.id)).expect("still an identifier");
                evidence
            }));
        }
    }
    let review = read::toml(&file("review.toml"), "review.toml").expect("it reads");
    let sign_off = read::toml(&file("sign-off-final.toml"), "sign-off-final.toml").expect("it reads");
    (code, review, sign_off)
}

/// The final statement, with each piece of evidence `times` over.
#[must_use]
pub fn statement(times: usize) -> Statement {
    let (code, review, sign_off) = leicestershire(times);
    let statement = Statement::assemble(&code, &review).expect("it is consistent");
    statement.sign_off(sign_off).expect("its steps are in order")
}
