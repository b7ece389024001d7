//! Reports as TAP version 14, the Test Anything Protocol: one test point for every rule and file.

use std::io;

use serde_json::{Value, json};

use crate::files::{CheckedFile, FileError, ReportWriter, Totals, messages, one_line};
use crate::verdict::Verdict;
use ags_report::{Outcome, RuleResult, Severity};
use ags_statement::english;

/// Writes reports as TAP.
///
/// A rule that is met is `ok`. One that is not met is `not ok` with its findings, and below the threshold `not ok`
/// with the directive `TODO`, which harnesses do not count as a failure. The other outcomes are `ok` with the
/// directive `SKIP` and the outcome. A file that could not be checked is `not ok`; nothing bails out.
pub struct Tap<W> {
    to: W,
    threshold: Severity,
    points: usize,
}

impl<W: io::Write> Tap<W> {
    /// Begins the report; what is less severe than the threshold does not fail.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn new(mut to: W, threshold: Severity) -> io::Result<Self> {
        to.write_all(b"TAP version 14\n")?;
        Ok(Self { to, threshold, points: 0 })
    }

    /// Writes the results of a file of test cases: a test point for each.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn verdicts(&mut self, file: &str, verdicts: &[Verdict]) -> io::Result<()> {
        for verdict in verdicts {
            let about = format!("{file}: {}", verdict.name);
            if verdict.is_as_expected() {
                self.point("ok", &about, "")?;
            } else {
                self.point("not ok", &about, "")?;
                self.details([("message", verdict.failures.clone().into())])?;
            }
        }
        Ok(())
    }

    /// Ends the results of test cases with the plan; nothing may follow.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn plan(&mut self) -> io::Result<()> {
        writeln!(self.to, "1..{}", self.points)?;
        self.to.flush()
    }

    fn point(&mut self, word: &str, about: &str, directive: &str) -> io::Result<()> {
        self.points += 1;
        let about = escaped(about);
        let directive =
            if directive.is_empty() { String::new() } else { format!(" # {}", escaped(directive)) };
        writeln!(self.to, "{word} {} - {about}{directive}", self.points)
    }

    /// A block of YAML under a test point, each value as JSON, which is YAML on one line.
    fn details<const N: usize>(&mut self, details: [(&str, Value); N]) -> io::Result<()> {
        writeln!(self.to, "  ---")?;
        for (name, value) in details {
            writeln!(self.to, "  {name}: {value}")?;
        }
        writeln!(self.to, "  ...")
    }

    fn outcome(&mut self, checked: &CheckedFile, result: &RuleResult) -> io::Result<()> {
        let about = format!("{}: {} {}", checked.file, result.code, result.name);
        let skip = |outcome: &str, message: &str| format!("SKIP {outcome}: {message}");
        let phrase = result.outcome.kind().phrase();
        let directive = match &result.outcome {
            Outcome::Met => String::new(),
            Outcome::NotMet { .. } => return self.not_met(&about, checked, result),
            Outcome::NotDueYet { due, action } => {
                skip(&format!("not due before the end of {}", english::date(*due)), action)
            }
            Outcome::NotApplicable { reason } => skip(phrase, reason),
            Outcome::NeedsReview { question, .. } => skip(phrase, question),
            Outcome::Indeterminate { missing, .. } => skip(phrase, missing),
        };
        self.point("ok", &about, &directive)
    }

    fn not_met(&mut self, about: &str, checked: &CheckedFile, result: &RuleResult) -> io::Result<()> {
        let below = match result {
            _ if result.fails(self.threshold) => "",
            _ if result.is_active() => "TODO below the threshold",
            _ => "TODO waived",
        };
        self.point("not ok", about, below)?;
        let findings = messages(result).into_iter().map(|message| {
            json!({ "message": message.message, "fix": message.fix, "pointer": message.pointer, "place": checked.place(message.pointer), "waiver": message.waiver() })
        });
        self.details([
            ("severity", result.severity.name().into()),
            ("source", result.sources().into()),
            ("findings", findings.collect()),
        ])
    }
}

impl<W: io::Write> ReportWriter for Tap<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        checked.report.results.iter().try_for_each(|result| self.outcome(checked, result))
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        self.point("not ok", &format!("{}: could not be checked", error.file), "")?;
        self.details([("message", error.lines().into())])
    }

    fn finish(&mut self, totals: &Totals) -> io::Result<()> {
        self.plan()?;
        writeln!(self.to, "# checked as at {}", english::date(totals.as_at))?;
        self.to.flush()
    }
}

/// The text on one line, in which no `#` begins a directive.
fn escaped(words: &str) -> String {
    one_line(words).replace('\\', "\\\\").replace('#', "\\#")
}

#[cfg(test)]
mod tests {
    use super::{ReportWriter, Tap};
    use crate::sample;
    use ags_report::Severity;

    fn tap(threshold: Severity, file: &str) -> String {
        let mut bytes = Vec::new();
        let mut checked = sample::checked();
        checked.file = file.into();
        let mut writer = Tap::new(&mut bytes, threshold).unwrap();
        writer.checked(&checked).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn every_rule_is_a_point_and_the_plan_counts_them_with_the_broken_file() {
        let expected = r#"TAP version 14
ok 1 - s.json: REG-1 fault-of-reg-1 # SKIP not due before the end of 30 November 2022: Publish the statement.
ok 2 - s.json: REG-2 fault-of-reg-2 # SKIP not due before the end of 31 July 2022: Publish the draft.
ok 3 - s.json: REG-3 fault-of-reg-3
not ok 4 - s.json: ADV-1 fault-of-adv-1 # TODO below the threshold
  ---
  severity: "advisory"
  source: "A Guide, chapter 2"
  findings: [{"message":"The statement is long.","fix":"Shorten it.","pointer":"/local_code","place":"s.json","waiver":""}]
  ...
not ok 5 - s.json: FW-1 fault-of-fw-1
"#;
        let text = tap(Severity::ProperPractice, "s.json");
        assert!(text.starts_with(expected), "{text}");
        assert!(text.contains("\"pointer\":\"/review/opinions\",\"place\":\"s.json:7:3\""), "{text}");
        let end = "not ok 10 - broken.json: could not be checked
  ---
  message: [\"broken.json:2:5: /review/year: write a year\"]
  ...
1..10
# checked as at 31 May 2022
";
        assert!(text.ends_with(end), "{text}");
    }

    #[test]
    fn a_finding_at_the_threshold_fails() {
        assert!(tap(Severity::Advisory, "s.json").contains("not ok 4 - s.json: ADV-1 fault-of-adv-1\n"));
    }

    #[test]
    fn a_file_name_can_neither_begin_a_directive_nor_a_line() {
        let text = tap(Severity::Advisory, "a # SKIP\nok\u{1b}[2J");
        assert!(text.contains("ok 3 - a \\# SKIP ok\u{fffd}[2J: REG-3 fault-of-reg-3\n"), "{text}");
    }

    #[test]
    fn what_is_waived_does_not_fail_and_the_law_does() {
        let mut bytes = Vec::new();
        let mut writer = Tap::new(&mut bytes, Severity::Advisory).unwrap();
        writer.checked(&sample::waived()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("not ok 4 - s.json: ADV-1 fault-of-adv-1 # TODO waived\n"), "{text}");
        assert!(text.contains("not ok 3 - s.json: REG-3 fault-of-reg-3\n"), "{text}");
    }
}
