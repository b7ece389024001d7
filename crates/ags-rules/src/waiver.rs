//! Waivers: findings that somebody answers for.
//!
//! A waiver names a rule, a place, a reason, who accepted it and until when. It lifts what is proper practice
//! or advice; a breach of a regulation it can only annotate, because nobody may waive the law. A waiver that
//! has run out, or that nothing needs, is itself a finding.
//!
//! ```
//! let waivers = r#"
//!     [[waiver]]
//!     rule = "FW16-STRAT"
//!     authority = "Example Borough Council"
//!     reason = "The first statement after two councils became one tells of both."
//!     accepted_by = "Audit Committee, minute 31"
//!     until = "2023-03-31"
//! "#;
//! let waivers = ags_rules::Waivers::read(waivers.as_bytes(), "waivers.toml")?;
//! let mut session = waivers.session();
//! let day = "2022-11-30".parse().expect("a day");
//! let report = session.apply(ags_rules::check(&ags_statement::example::statement()?, day));
//! assert_eq!(report.counts().waived, 0);
//! let unused = session.report(day);
//! assert_eq!(unused.counts().not_met, 1, "nothing needed the waiver");
//! # Ok::<(), governance_model::ReadError>(())
//! ```

use std::collections::BTreeSet;

use ags_report::{Outcome, Report, Suppression, SuppressionStatus};
use chrono::NaiveDate;

use crate::check::check_waivers;
pub use crate::waiver_file::{Waiver, Waivers, example};

/// Reports and the waivers that are used on them.
#[derive(Clone, Debug)]
pub struct WaiverSession<'a> {
    waivers: &'a Waivers,
    used: BTreeSet<usize>,
}

impl Waivers {
    /// Where reports are brought to have their findings waived.
    #[must_use]
    pub const fn session(&self) -> WaiverSession<'_> {
        WaiverSession { waivers: self, used: BTreeSet::new() }
    }
}

impl WaiverSession<'_> {
    /// The report with each finding marked that a waiver is for: the first in the file that is.
    #[must_use]
    pub fn apply(&mut self, mut report: Report) -> Report {
        let mut results = std::mem::take(&mut report.results);
        for result in &mut results {
            let effect = SuppressionStatus::on(result.severity);
            let Outcome::NotMet { findings } = &mut result.outcome else { continue };
            for finding in findings {
                let listed = self.waivers.waivers.iter().enumerate();
                let Some((index, waiver)) =
                    listed.into_iter().find(|(_, one)| one.is_for(finding, &result.code, &report))
                else {
                    continue;
                };
                self.used.insert(index);
                let Waiver { reason, accepted_by, until, .. } = waiver.clone();
                finding.suppression = Some(Suppression { status: effect, reason, accepted_by, until });
            }
        }
        report.results = results;
        report
    }

    /// What the rules on waivers say of the file, once every report was brought.
    #[must_use]
    pub fn report(&self, as_at: NaiveDate) -> Report {
        check_waivers(self.waivers, &self.used, as_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{self, day};
    use ags_statement::BodyKind;

    fn waivers(toml: &str) -> Waivers {
        Waivers::read(toml.as_bytes(), "waivers.toml").unwrap()
    }

    fn waiver(rule: &str, more: &str) -> Waivers {
        waivers(&format!(
            "[[waiver]]\nrule = '{rule}'\nreason = 'Agreed.'\naccepted_by = 'Audit Committee'\nuntil = \
             '2022-11-30'\n{more}"
        ))
    }

    /// The sample with no owner for its action and an officer's approval, checked on 30 November 2022.
    fn report() -> Report {
        let mut statement = sample::statement();
        statement.review.actions[0].owners.clear();
        statement.sign_off.approvals[0].kind = BodyKind::Officer;
        crate::check(&statement, day(2022, 11, 30))
    }

    fn effects(waivers: &Waivers) -> Vec<(String, SuppressionStatus)> {
        let report = waivers.session().apply(report());
        let findings = report.results.iter().flat_map(|result| match &result.outcome {
            Outcome::NotMet { findings } => findings.iter().map(|finding| (&result.code, finding)).collect(),
            _ => Vec::new(),
        });
        findings
            .filter_map(|(code, finding)| Some((code.to_string(), finding.suppression.as_ref()?.status)))
            .collect()
    }

    #[test]
    fn practice_is_lifted_and_law_is_only_annotated() {
        assert_eq!(
            effects(&waiver("FW16-PLAN", "")),
            [("FW16-PLAN".to_owned(), SuppressionStatus::Accepted)]
        );
        assert_eq!(
            effects(&waiver("REG-6-2-B", "")),
            [("REG-6-2-B".to_owned(), SuppressionStatus::Rejected)]
        );
    }

    #[test]
    fn what_is_lifted_counts_as_waived_and_what_is_annotated_counts_as_before() {
        let counts = |waivers: &Waivers| waivers.session().apply(report()).counts();
        let before = report().counts();
        let lifted = counts(&waiver("FW16-PLAN", ""));
        assert_eq!((lifted.waived, lifted.not_met), (1, before.not_met - 1));
        assert_eq!(counts(&waiver("REG-6-2-B", "")), before);
    }

    #[test]
    fn a_waiver_holds_on_its_last_day_and_not_on_the_next() {
        let last = waiver("FW16-PLAN", "");
        let over = waivers(&toml::to_string(&last).unwrap().replace("2022-11-30", "2022-11-29"));
        assert_eq!((effects(&last).len(), effects(&over).len()), (1, 0));
    }

    #[test]
    fn a_waiver_is_for_its_own_authority_year_and_place() {
        let effects = |more: &str| effects(&waiver("FW16-PLAN", more)).len();
        assert_eq!(
            effects("authority = 'Example Borough Council'\nyear = '2021/22'\npointer = '/review/issues'"),
            1
        );
        assert_eq!(effects("authority = 'Another Council'"), 0);
        assert_eq!(effects("year = '2022/23'"), 0);
        assert_eq!(effects("pointer = '/review/iss'"), 0);
    }
}
