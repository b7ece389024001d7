//! Reports on many files as one JSON object.

use std::io;

use crate::files::{CheckedFile, FileError, ReportWriter, Totals};

/// Writes reports on many files as one JSON object: its `schema`; `reports`, each with its `file`, its `report` and the
/// `positions` of its JSON pointers; `errors`, the files that could not be checked; and the `totals`.
///
/// Each report is on a line of its own.
pub struct Json<W> {
    to: W,
    started: bool,
    errors: Vec<FileError>,
}

impl<W: io::Write> Json<W> {
    /// Begins the report.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn new(mut to: W) -> io::Result<Self> {
        to.write_all(b"{\"schema\":\"reports/1\",\n\"reports\":[")?;
        Ok(Self { to, started: false, errors: Vec::new() })
    }
}

impl<W: io::Write> ReportWriter for Json<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        self.to.write_all(if self.started { b",\n" } else { b"\n" })?;
        self.started = true;
        Ok(serde_json::to_writer(&mut self.to, checked)?)
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        self.errors.push(error.clone());
        Ok(())
    }

    fn finish(&mut self, totals: &Totals) -> io::Result<()> {
        self.to.write_all(b"\n],\n\"errors\":")?;
        serde_json::to_writer(&mut self.to, &self.errors)?;
        self.to.write_all(b",\n\"totals\":")?;
        serde_json::to_writer(&mut self.to, totals)?;
        self.to.write_all(b"}\n")?;
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, ReportWriter};
    use crate::sample;

    #[test]
    fn many_files_are_one_object_with_errors_and_totals() {
        let mut bytes = Vec::new();
        let mut writer = Json::new(&mut bytes).unwrap();
        writer.checked(&sample::checked()).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.checked(&sample::checked()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["reports"][1]["report"], serde_json::to_value(sample::report()).unwrap());
        assert_eq!(value["reports"][0]["positions"]["/review/opinions"]["line"], 7);
        let problem = serde_json::json!({ "pointer": "/review/year", "line": 2, "column": 5, "message": "write a year" });
        assert_eq!(value["errors"], serde_json::json!([{ "file": "broken.json", "problems": [problem] }]));
        assert_eq!(
            (&value["totals"]["unreadable"], &value["totals"]["as_at"]),
            (&1.into(), &"2022-05-31".into())
        );
    }

    #[test]
    fn no_file_at_all_is_an_object_too() {
        let mut bytes = Vec::new();
        Json::new(&mut bytes).unwrap().finish(&sample::totals()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["reports"], serde_json::json!([]));
    }
}
