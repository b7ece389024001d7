//! Reports as a table for a spreadsheet: one row for every finding and for every other outcome.

use std::io;

use ::csv::{Writer, WriterBuilder};

use crate::files::{CheckedFile, FileError, Position, ReportWriter, Totals, messages};

/// The names of the columns.
const COLUMNS: [&str; 17] = [
    "file",
    "line",
    "column",
    "authority",
    "year",
    "as_at",
    "subject",
    "rule",
    "name",
    "severity",
    "outcome",
    "pointer",
    "message",
    "fix",
    "due",
    "waiver",
    "source",
];

/// Writes reports as CSV, RFC 4180, in UTF-8 with a row of headings.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front. A file that could not be
/// checked has the outcome `unreadable`.
pub struct Csv<W: io::Write> {
    to: Writer<W>,
    as_at: String,
}

impl<W: io::Write> Csv<W> {
    /// Begins the table, for the date of the check.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn new(to: W, as_at: chrono::NaiveDate) -> io::Result<Self> {
        let mut to = WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(to);
        to.write_record(COLUMNS)?;
        Ok(Self { to, as_at: as_at.to_string() })
    }

    fn row(&mut self, cells: &[&str; 17]) -> io::Result<()> {
        Ok(self.to.write_record(cells.iter().map(|cell| harmless(cell)))?)
    }
}

impl<W: io::Write> ReportWriter for Csv<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        let report = &checked.report;
        let (year, as_at) =
            (report.year.map_or_else(String::new, |year| year.to_string()), self.as_at.clone());
        for result in &report.results {
            let sources = result.sources();
            for message in messages(result) {
                let (line, column) =
                    numbers(message.pointer.and_then(|pointer| checked.positions.get(pointer)).copied());
                let due = message.due.map_or_else(String::new, |due| due.to_string());
                self.row(&[
                    &checked.file,
                    &line,
                    &column,
                    &report.authority,
                    &year,
                    &as_at,
                    report.subject.name(),
                    &result.code,
                    &result.name,
                    result.severity.name(),
                    result.outcome.name(),
                    message.pointer.unwrap_or_default(),
                    message.message,
                    message.fix,
                    &due,
                    &message.waiver(),
                    &sources,
                ])?;
            }
        }
        Ok(())
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        let as_at = self.as_at.clone();
        for problem in &error.problems {
            let (line, column) = numbers(problem.position);
            let (pointer, message) = (&problem.pointer, &problem.message);
            self.row(&[
                &error.file,
                &line,
                &column,
                "",
                "",
                &as_at,
                "",
                "",
                "",
                "",
                "unreadable",
                pointer,
                message,
                "",
                "",
                "",
                "",
            ])?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Totals) -> io::Result<()> {
        self.to.flush()
    }
}

fn numbers(position: Option<Position>) -> (String, String) {
    position.map_or_else(Default::default, |at| (at.line.to_string(), at.column.to_string()))
}

/// The cell as it is, or with an apostrophe where a spreadsheet would run it.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Csv, ReportWriter};
    use crate::sample;

    fn rows(authority: &str) -> Vec<::csv::StringRecord> {
        let mut bytes = Vec::new();
        let mut checked = sample::checked();
        checked.report.authority = authority.into();
        let mut writer = Csv::new(&mut bytes, checked.report.as_at).unwrap();
        writer.checked(&checked).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        drop(writer);
        ::csv::Reader::from_reader(bytes.as_slice()).records().map(Result::unwrap).collect()
    }

    #[test]
    fn every_outcome_has_a_row_and_two_findings_have_two() {
        let rows = rows("Example");
        let codes: Vec<&str> = rows.iter().map(|row| &row[7]).collect();
        assert_eq!(
            codes,
            ["REG-1", "REG-2", "REG-3", "ADV-1", "FW-1", "FW-1", "FW-2", "FW-3", "FW-4", "FW-5", ""]
        );
        assert_eq!(COLUMNS.len(), rows[0].len());
        assert_eq!((&rows[4][1], &rows[4][2], &rows[4][11]), ("7", "3", "/review/opinions"));
        assert_eq!(&rows[0][14], "2022-11-30");
    }

    #[test]
    fn a_file_that_could_not_be_checked_has_a_row_with_its_position() {
        let last = rows("Example").pop().unwrap();
        assert_eq!((&last[0], &last[1], &last[2], &last[10]), ("broken.json", "2", "5", "unreadable"));
    }

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe_and_nothing_else_does() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(&rows(cell)[0][3], format!("'{cell}"));
        }
        for cell in ["a=1", " =1", "'=1", ""] {
            assert_eq!(&rows(cell)[0][3], cell);
        }
    }
}
