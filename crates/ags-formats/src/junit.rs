//! Reports as JUnit XML: one test suite for every file, one test case for every rule.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::files::{CheckedFile, FileError, Message, ReportWriter, Totals, messages, one_line};
use crate::verdict::Verdict;
use ags_report::{Outcome, Report, RuleResult, Severity};
use ags_statement::english;

/// Writes reports as JUnit XML, valid against the schema of Jenkins.
///
/// A rule that is met is a case that passed. One that is not met failed, with the findings; below the threshold it is
/// skipped. The other outcomes are skipped, with their message. A file that could not
/// be checked is a suite with one error.
pub struct Junit<W> {
    to: Writer<W>,
    threshold: Severity,
    as_at: String,
}

/// What is written inside a test case: the element, its type and its text; a case that passed has nothing.
type Inside = Option<(&'static str, &'static str, String)>;

impl<W: io::Write> Junit<W> {
    /// Begins the report, for the date of the check; what is less severe than the threshold does not fail.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn new(to: W, as_at: chrono::NaiveDate, threshold: Severity) -> io::Result<Self> {
        let mut to = Writer::new_with_indent(to, b' ', 2);
        to.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        to.write_event(Event::Start(BytesStart::new("testsuites").with_attributes([("name", "ags check")])))?;
        Ok(Self { to, threshold, as_at: as_at.to_string() })
    }

    /// Writes the results of a file of test cases: a suite with a test case for each.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn verdicts(&mut self, file: &str, verdicts: &[Verdict]) -> io::Result<()> {
        let case = |verdict: &Verdict| {
            let inside =
                (!verdict.is_as_expected()).then(|| ("failure", "case", verdict.failures.join("\n")));
            (printable(&one_line(&verdict.name)), inside)
        };
        let cases: Vec<(String, Inside)> = verdicts.iter().map(case).collect();
        self.suite(file, &[], &cases)
    }

    /// Closes the document; nothing may follow.
    ///
    /// # Errors
    /// - an error of the underlying writer.
    pub fn close(&mut self) -> io::Result<()> {
        self.to.write_event(Event::End(BytesEnd::new("testsuites")))?;
        let to = self.to.get_mut();
        to.write_all(b"\n")?;
        to.flush()
    }

    fn suite(&mut self, file: &str, about: &[(&str, String)], cases: &[(String, Inside)]) -> io::Result<()> {
        let of = |kind: &str| {
            let held = cases.iter().filter(|(_, inside)| inside.as_ref().is_some_and(|(is, ..)| *is == kind));
            held.count().to_string()
        };
        let file = printable(&one_line(file));
        let suite = BytesStart::new("testsuite").with_attributes([
            ("name", file.as_str()),
            ("tests", &cases.len().to_string()),
            ("failures", &of("failure")),
            ("errors", &of("error")),
            ("skipped", &of("skipped")),
            ("time", "0"),
            ("timestamp", &format!("{}T00:00:00", self.as_at)),
        ]);
        self.to.write_event(Event::Start(suite))?;
        if !about.is_empty() {
            self.to.write_event(Event::Start(BytesStart::new("properties")))?;
            for (name, value) in about {
                let value = printable(&one_line(value));
                let property =
                    BytesStart::new("property").with_attributes([("name", *name), ("value", value.as_str())]);
                self.to.write_event(Event::Empty(property))?;
            }
            self.to.write_event(Event::End(BytesEnd::new("properties")))?;
        }
        cases.iter().try_for_each(|(name, inside)| self.case(&file, name, inside))?;
        self.to.write_event(Event::End(BytesEnd::new("testsuite")))
    }

    fn case(&mut self, file: &str, name: &str, inside: &Inside) -> io::Result<()> {
        let case =
            BytesStart::new("testcase").with_attributes([("name", name), ("classname", file), ("time", "0")]);
        let Some((element, kind, text)) = inside else {
            return self.to.write_event(Event::Empty(case));
        };
        self.to.write_event(Event::Start(case))?;
        let message = printable(text.lines().next().unwrap_or_default());
        let mut start = BytesStart::new(*element);
        if *element != "skipped" {
            start = start.with_attributes([("message", message.as_str()), ("type", *kind)]);
        }
        self.to.write_event(Event::Start(start))?;
        self.to.write_event(Event::Text(BytesText::new(&printable(text))))?;
        self.to.write_event(Event::End(BytesEnd::new(*element)))?;
        self.to.write_event(Event::End(BytesEnd::new("testcase")))
    }

    fn inside(&self, checked: &CheckedFile, result: &RuleResult) -> Inside {
        let kind = result.severity.name();
        let phrase = result.outcome.kind().phrase();
        match &result.outcome {
            Outcome::Met => None,
            Outcome::NotMet { .. } if result.fails(self.threshold) => {
                Some(("failure", kind, findings(checked, result)))
            }
            Outcome::NotMet { .. } => {
                let why = if result.is_active() { "below the threshold" } else { "waived" };
                Some(("skipped", kind, format!("{why} ({kind}): {}", findings(checked, result))))
            }
            Outcome::NotDueYet { due, action } => Some((
                "skipped",
                kind,
                format!("not due before the end of {}: {action}", english::date(*due)),
            )),
            Outcome::NotApplicable { reason } => Some(("skipped", kind, format!("{phrase}: {reason}"))),
            Outcome::NeedsReview { question: message, pointer }
            | Outcome::Indeterminate { missing: message, pointer } => {
                Some(("skipped", kind, format!("{phrase}: {message} Pointer: {pointer}")))
            }
        }
    }
}

impl<W: io::Write> ReportWriter for Junit<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        let Report { authority, year, results, subject, .. } = &checked.report;
        let about = [
            ("as-at", self.as_at.clone()),
            ("authority", authority.clone()),
            ("year", year.map_or_else(String::new, |year| year.to_string())),
            ("subject", subject.name().to_owned()),
        ];
        let cases: Vec<(String, Inside)> = results
            .iter()
            .map(|result| (format!("{} {}", result.code, result.name), self.inside(checked, result)))
            .collect();
        self.suite(&checked.file, &about, &cases)
    }

    fn file_error(&mut self, error: &FileError) -> io::Result<()> {
        let inside = Some(("error", "unreadable", error.lines().join("\n")));
        let about = [("as-at", self.as_at.clone())];
        self.suite(&error.file, &about, &[("read".to_owned(), inside)])
    }

    fn finish(&mut self, _: &Totals) -> io::Result<()> {
        self.close()
    }
}

/// The findings: the message on the first line, then the fix and the pointer, with a blank line between findings.
fn findings(checked: &CheckedFile, result: &RuleResult) -> String {
    let finding = |message: Message<'_>| {
        let waiver = match message.suppression {
            Some(_) => format!("\nWaiver: {}", message.waiver()),
            None => String::new(),
        };
        let (text, fix, place) =
            (one_line(message.message), one_line(message.fix), checked.place(message.pointer));
        format!("{text}\nFix: {fix}\nPointer: {place} {}{waiver}", message.pointer.unwrap_or_default())
    };
    let all: Vec<String> = messages(result).into_iter().map(finding).collect();
    format!("{}\nSource: {}", all.join("\n\n"), result.sources())
}

/// The text without characters that XML 1.0 does not allow.
fn printable(words: &str) -> String {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    words.chars().map(|c| if bad(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use quick_xml::events::Event;
    use quick_xml::{Reader, XmlVersion};

    use super::{Junit, ReportWriter};
    use crate::sample;
    use ags_report::Severity;

    fn junit(threshold: Severity, file: &str) -> String {
        let mut bytes = Vec::new();
        let mut checked = sample::checked();
        checked.file = file.into();
        let mut writer = Junit::new(&mut bytes, checked.report.as_at, threshold).unwrap();
        writer.checked(&checked).unwrap();
        writer.file_error(&sample::file_error()).unwrap();
        writer.finish(&sample::totals()).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn passed_rules_are_listed_beside_what_failed_and_what_was_skipped() {
        let xml = junit(Severity::Advisory, "s.json");
        for part in [
            r#"<testsuite name="s.json" tests="9" failures="2" errors="0" skipped="5" time="0" timestamp="2022-05-31T00:00:00">"#,
            r#"<property name="as-at" value="2022-05-31"/>"#,
            r#"<testcase name="REG-3 fault-of-reg-3" classname="s.json" time="0"/>"#,
            r#"<failure message="The statement is long." type="advisory">The statement is long."#,
            "\nFix: Decide on one of them.\nPointer: s.json:7:3 /review/opinions\n\nThe statement has no conclusion.",
            "<skipped>not due before the end of 30 November 2022: Publish the statement.</skipped>",
            "<skipped>not applicable: It does not bind authorities in Wales.</skipped>",
            "<skipped>needs review: Is it fit for purpose? Pointer: /review/opinions/0</skipped>",
            "<skipped>indeterminate: Give the year. Pointer: /review/year</skipped>",
            r#"<testsuite name="broken.json" tests="1" failures="0" errors="1""#,
            r#"<error message="broken.json:2:5: /review/year: write a year" type="unreadable">"#,
        ] {
            assert!(xml.contains(part), "{part}\n{xml}");
        }
        assert!(xml.ends_with("</testsuites>\n"));
    }

    #[test]
    fn what_is_less_severe_than_the_threshold_is_skipped() {
        let xml = junit(Severity::ProperPractice, "s.json");
        assert!(xml.contains(r#"failures="1" errors="0" skipped="6""#), "{xml}");
        assert!(xml.contains("<skipped>below the threshold (advisory): The statement is long."), "{xml}");
    }

    #[test]
    fn a_hostile_name_stays_a_name() {
        let xml = junit(Severity::Advisory, "a\"><b>&\u{1b}\u{ffff}\n");
        let mut reader = Reader::from_str(&xml);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) if start.name().as_ref() == "testsuite" => {
                    let name = start.try_get_attribute("name").unwrap().unwrap();
                    names.push(name.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned());
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(names, ["a\"><b>&\u{fffd}\u{fffd}", "broken.json"]);
    }

    #[test]
    fn what_is_waived_is_skipped_and_the_law_fails_with_a_note() {
        let mut bytes = Vec::new();
        let checked = sample::waived();
        let mut writer = Junit::new(&mut bytes, checked.report.as_at, Severity::Advisory).unwrap();
        writer.checked(&checked).unwrap();
        writer.finish(&sample::totals()).unwrap();
        let xml = String::from_utf8(bytes).unwrap();
        assert!(xml.contains("<skipped>waived (advisory): The statement is long."), "{xml}");
        assert!(
            xml.contains("Waiver: waived: It is long. (Audit Committee, until 31 December 2022)"),
            "{xml}"
        );
        assert!(xml.contains("Waiver: noted, not waived: No. (Nobody, until 31 December 2022)"), "{xml}");
        assert!(xml.contains(r#"<failure message="It is late." type="statutory">"#), "{xml}");
    }
}
