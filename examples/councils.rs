//! Makes as much of an Annual Governance Statement as four councils' documents give, each as PDF, HTML, Word,
//! Markdown and JSON with the report of its check: Colchester 2019/20, Stevenage 2009/10, Kent without a year,
//! Southend-on-Sea 2020/21.
//!
//! ```text
//! cargo run --release --example councils -- --out DIR
//! ```

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;

/// What each file shows.
const SAMPLE: &str = "A sample built from documents that the Council published. It is not the Council's own \
                      statement, and nobody at the Council has seen or approved it. What the documents lack is \
                      left out.";

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils");

/// Each council's folder of fixtures, the folder its statement goes to, and the date of its check. Kent's
/// document has no year, so any date will do.
const COUNCILS: [(&str, &str, (i32, u32, u32)); 4] = [
    ("colchester/2019-20", "colchester-2019-20", (2020, 8, 31)),
    ("stevenage/2009-10", "stevenage-2009-10", (2010, 6, 30)),
    ("kent", "kent", (2022, 5, 31)),
    ("southend-on-sea/2020-21", "southend-on-sea-2020-21", (2021, 7, 31)),
];

/// Makes the statements of Colchester, Stevenage, Kent and Southend-on-Sea from their documents.
#[derive(Parser)]
struct Options {
    /// The folder to write a folder for each council into.
    #[arg(long, default_value = "target/ags")]
    out: PathBuf,
}

fn main() -> ExitCode {
    run::end(make(&run::options::<Options>().out))
}

fn make(out: &Path) -> Result<(), run::Error> {
    for (fixture, folder, (year, month, day)) in COUNCILS {
        let statement =
            run::sample(&Path::new(FIXTURES).join(fixture), "review.toml", "sign-off.toml", SAMPLE)?;
        let as_at = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        run::print(&run::publish(&statement, as_at, &out.join(folder))?)?;
    }
    Ok(())
}
