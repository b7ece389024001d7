//! Reports on many files for people: a few lines for every file, then the totals.

use std::io;

use crate::files::{CheckedFile, FileError, ReportWriter, Totals, one_line};
use ags_report::{Counts, Outcome, Report, Severity, Subject, text};
use ags_statement::english;

/// Writes a few lines for every file: what it is, how many rules have which outcome, and what is not met, the most
/// severe first.
pub struct Brief<W> {
    to: W,
}

impl<W: io::Write> Brief<W> {
    /// Begins the report.
    pub const fn new(to: W) -> Self {
        Self { to }
    }
}

impl<W: io::Write> ReportWriter for Brief<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        let CheckedFile { file, report, .. } = checked;
        writeln!(self.to, "{file}: {}", title(report))?;
        writeln!(self.to, "  {}", counted(&report.counts()))?;
        for severity in Severity::ALL {
            for result in report.not_met(severity) {
                let Outcome::NotMet { findings } = &result.outcome else { continue };
                for finding in findings.iter().filter(|finding| finding.is_active()) {
                    let message = one_line(&finding.message);
                    writeln!(self.to, "  {} {} ({}): {message}", result.code, result.name, severity.name())?;
                }
            }
        }
        Ok(())
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        writeln!(self.to, "{}: could not be checked", error.file)
    }

    fn finish(&mut self, totals: &Totals) -> io::Result<()> {
        let Totals { as_at, threshold, checked, failing, unreadable, skipped, counts } = totals;
        writeln!(self.to, "\nChecked as at {}: {checked} {}", english::date(*as_at), files(*checked))?;
        writeln!(self.to, "  {}", counted(counts))?;
        writeln!(
            self.to,
            "  {failing} {} with findings of {} severity or above",
            files(*failing),
            threshold.name()
        )?;
        if *unreadable > 0 {
            writeln!(self.to, "  {unreadable} {} could not be checked", files(*unreadable))?;
        }
        if *skipped > 0 {
            writeln!(self.to, "  {skipped} {} skipped: no document that can be checked", files(*skipped))?;
        }
        self.to.flush()
    }
}

fn title(report: &Report) -> String {
    if report.subject == Subject::Waivers {
        return "waivers".into();
    }
    let year = report.for_year();
    let kind = match report.stage {
        Some(stage) => format!("statement {year}, {}", text::stage(stage)),
        None => format!("{} {year}", report.subject.name().replace('-', " ")),
    };
    format!("{}, {kind}", one_line(&report.authority))
}

fn counted(counts: &Counts) -> String {
    counts.named().map(|(count, outcome)| format!("{count} {outcome}")).join(", ")
}

const fn files(count: usize) -> &'static str {
    if count == 1 { "file" } else { "files" }
}

#[cfg(test)]
mod tests {
    use super::{Brief, ReportWriter};
    use crate::sample;

    #[test]
    fn a_file_has_a_few_lines_and_the_totals_come_last() {
        let mut bytes = Vec::new();
        let mut writer = Brief::new(&mut bytes);
        writer.checked(&sample::checked()).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        let expected = "\
s.json: Example Borough Council, statement 2021/22, considered and not yet approved
  2 met, 2 not met, 0 waived, 2 not due yet, 1 needs review, 1 indeterminate, 1 not applicable
  FW-1 fault-of-fw-1 (proper-practice): The statement gives two opinions, one after the other, and it does \
not say which of the two it means.
  FW-1 fault-of-fw-1 (proper-practice): The statement has no conclusion.
  ADV-1 fault-of-adv-1 (advisory): The statement is long.
broken.json: could not be checked

Checked as at 31 May 2022: 1 file
  2 met, 2 not met, 0 waived, 2 not due yet, 1 needs review, 1 indeterminate, 1 not applicable
  1 file with findings of advisory severity or above
  1 file could not be checked
";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
