//! `cargo xtask new-rule`: the files of a rule and every line that refers to it.

mod cases;
mod changelog;
mod duty;
mod edit;
mod instrument;
mod registration;
mod rule_file;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use edit::{Edits, Error};

use crate::rule::NewRule;

const RULES: &str = "crates/ags-rules/src/rules";
const DUTIES: &str = "crates/ags-law/law/duties.toml";
const INSTRUMENTS: &str = "crates/ags-law/src/instrument.rs";
const CHANGELOG: &str = "CHANGELOG.md";

/// Adds a rule and returns the files that were written, below the root. Nothing is written if anything fails.
///
/// # Errors
/// - where there is no such family, or a file of the rule exists already
/// - where a file cannot be read or written, or does not have the expected form
pub fn add(root: &Path, rule: &NewRule) -> Result<Vec<PathBuf>, Error> {
    let mut edits = Edits::new(root);
    let (family, code) = (rule.code.family(), rule.code.as_str());
    let registry = format!("{RULES}/{family}.rs");
    if !edits.exists(&registry) {
        return Err(Error::Family { file: registry });
    }
    let instrument = instrument::of_family(&edits.toml(DUTIES)?, &family)
        .ok_or_else(|| Error::form(DUTIES, format!("no duty covered by a rule of {family}")))?;
    let constant = instrument::constant(&edits.read(INSTRUMENTS)?, &instrument)
        .ok_or_else(|| Error::form(INSTRUMENTS, format!("no constant for {instrument:?}")))?;

    edits.create(&format!("{RULES}/{family}/{}.rs", rule.code.module()), rule_file::text(rule, &constant))?;
    edits.change(&registry, |text| registration::registered(text, &rule.code.module()))?;
    edits.change(DUTIES, |text| duty::added(text, &instrument, rule))?;
    edits.create(&format!("fixtures/cases/{family}/{code}.toml"), cases::text(rule))?;
    edits.change(CHANGELOG, |text| changelog::added(text, rule))?;
    edits.write()
}

/// What was written, and what is left to do.
pub fn report(rule: &NewRule, files: &[PathBuf]) -> String {
    let mut report = format!("{} is added in\n", rule.code.as_str());
    for file in files {
        let _ = writeln!(report, "  {}", file.display());
    }
    let family = rule.code.family();
    let _ = write!(
        report,
        "
What is left to do, in each of these files:
  1. The rule: replace every \"fill in\", choose severity and scope, and write the check. Set `Status::Stable` once you
     have verified the source.
  2. The registration: move the entry in `RULES` to where reports should list it.
  3. The duty: identifier, provision and requirement; move it to another instrument if the law is there.
  4. The cases: one that is met, one that is not met with its place or words, and the edges.
  5. The changelog: whom it binds and from which year.
Then run
  cargo test -p ags-law -p ags-rules
  cargo run -p ags-cli -- test fixtures/cases/{family}/{}.toml
  AGS_RENEW=1 cargo test -p tests --test cases     (renews docs/rules.md: read its section)
",
        rule.code.as_str()
    );
    report
}
