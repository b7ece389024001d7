//! Makes the sample Annual Governance Statement of Leicestershire County Council for 2021/22: a draft as at
//! 31 May 2022 and the final statement as at 30 November 2022, each as PDF, HTML, Word,
//! Markdown and JSON, and beside it the report of its check.
//!
//! ```text
//! cargo run --example leics -- --out DIR
//! ```

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;

/// What the file shows, in both statements.
const SAMPLE: &str = "A sample built from the Council's public local code of April 2022. It is not the Council's own \
                      statement, and nobody at the Council has seen or approved it. What is not in \
                      the code is illustrative, and is marked as such.";

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

/// Makes the sample statement of Leicestershire County Council for 2021/22, as a draft and as final.
#[derive(Parser)]
struct Options {
    /// The folder to write `draft/` and `final/` into.
    #[arg(long, default_value = "target/ags/leicestershire-2021-22")]
    out: PathBuf,
}

fn main() -> ExitCode {
    run::end(make(&run::options::<Options>().out))
}

fn make(out: &Path) -> Result<(), run::Error> {
    for (folder, review, sign_off, as_at) in [
        ("draft", "review-draft.toml", "sign-off-draft.toml", (2022, 5, 31)),
        ("final", "review.toml", "sign-off-final.toml", (2022, 11, 30)),
    ] {
        let statement = run::sample(Path::new(FIXTURE), review, sign_off, SAMPLE)?;
        let as_at = NaiveDate::from_ymd_opt(as_at.0, as_at.1, as_at.2).unwrap_or_default();
        run::print(&run::publish(&statement, as_at, &out.join(folder))?)?;
    }
    Ok(())
}
