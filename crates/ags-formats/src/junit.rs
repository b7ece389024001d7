//! Reports as JUnit XML: one test suite for every file, one test case for every rule.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::files::{CheckedFile, FileError, Message, ReportWriter, Totals, messages, one_line};
use crate::test_case::Verdict;
use ags_report::{Outcome, Severity};
use ags_report::{Report, RuleResult};
use ags_statement::english;

/// Writes reports as JUnit XML, in the form that the schema of Jenkins takes.
///
/// A rule that is met is a case that passed. One that is not met failed, with the findings; where it is less grave
/// than the threshold it is skipped. The other answers are skipped, with what was answered. A file that could not
/// be judged is a suite with one error.
pub struct Junit<W> {
    to: Writer<W>,
    threshold: Severity,
    as_at: String,
}

/// What is written inside a test case: the element, its type and its words; a case that passed has nothing.
type Inside = Option<(&'static str, &'static str, String)>;

impl<W: io::Write> Junit<W> {
    /// Begins the report, for a day of judging; what is less grave than the threshold does not fail.
    ///
    /// # Errors
    /// - whatever the writer gives.
    pub fn new(to: W, as_at: chrono::NaiveDate, threshold: Severity) -> io::Result<Self> {
        let mut to = Writer::new_with_indent(to, b' ', 2);
        to.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        to.write_event(Event::Start(BytesStart::new("testsuites").with_attributes([("name", "ags check")])))?;
        Ok(Self { to, threshold, as_at: as_at.to_string() })
    }

    /// Writes what came of a file of cases: a suite with a test case for each.
    ///
    /// # Errors
    /// - whatever the writer gives.
    pub fn verdicts(&mut self, file: &str, verdicts: &[Verdict]) -> io::Result<()> {
        let case = |verdict: &Verdict| {
            let inside =
                (!verdict.is_as_expected()).then(|| ("failure", "case", verdict.failures.join("\n")));
            (printable(&one_line(&verdict.name)), inside)
        };
        let cases: Vec<(String, Inside)> = verdicts.iter().map(case).collect();
        self.suite(file, &[], &cases)
    }

    /// Ends the report; nothing may follow.
    ///
    /// # Errors
    /// - whatever the writer gives.
    pub fn finish(&mut self) -> io::Result<()> {
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
        let Some((element, kind, says)) = inside else {
            return self.to.write_event(Event::Empty(case));
        };
        self.to.write_event(Event::Start(case))?;
        let message = printable(says.lines().next().unwrap_or_default());
        let mut start = BytesStart::new(*element);
        if *element != "skipped" {
            start = start.with_attributes([("message", message.as_str()), ("type", *kind)]);
        }
        self.to.write_event(Event::Start(start))?;
        self.to.write_event(Event::Text(BytesText::new(&printable(says))))?;
        self.to.write_event(Event::End(BytesEnd::new(*element)))?;
        self.to.write_event(Event::End(BytesEnd::new("testcase")))
    }

    fn inside(&self, judged: &CheckedFile, result: &RuleResult) -> Inside {
        let kind = result.severity.name();
        match &result.outcome {
            Outcome::Met => None,
            Outcome::NotMet { .. } if result.fails(self.threshold) => {
                Some(("failure", kind, findings(judged, result)))
            }
            Outcome::NotMet { .. } => {
                let why = if result.is_active() { "below the threshold" } else { "waived" };
                let says = format!("{why} ({kind}): {}", findings(judged, result));
                Some(("skipped", kind, says))
            }
            Outcome::NotDueYet { due, action: needs } => {
                Some(("skipped", kind, format!("not due before the end of {}: {needs}", english::date(*due))))
            }
            Outcome::NotApplicable { reason: because } => {
                Some(("skipped", kind, format!("not applicable: {because}")))
            }
            Outcome::NeedsReview { question, pointer: at } => {
                Some(("skipped", kind, format!("a person must judge: {question} At {at}")))
            }
            Outcome::Indeterminate { missing, pointer: at } => {
                Some(("skipped", kind, format!("cannot tell: {missing} At {at}")))
            }
        }
    }
}

impl<W: io::Write> ReportWriter for Junit<W> {
    fn judged(&mut self, judged: &CheckedFile) -> io::Result<()> {
        let Report { authority, year, results, subject, .. } = &judged.report;
        let about = [
            ("as-at", self.as_at.clone()),
            ("authority", authority.clone()),
            ("year", year.map_or_else(String::new, |year| year.to_string())),
            ("subject", subject.name().to_owned()),
        ];
        let cases: Vec<(String, Inside)> = results
            .iter()
            .map(|result| (format!("{} {}", result.code, result.name), self.inside(judged, result)))
            .collect();
        self.suite(&judged.file, &about, &cases)
    }

    fn unread(&mut self, unread: &FileError) -> io::Result<()> {
        let inside = Some(("error", "unread", unread.lines().join("\n")));
        let about = [("as-at", self.as_at.clone())];
        self.suite(&unread.file, &about, &[("read".to_owned(), inside)])
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        self.finish()
    }
}

/// The findings: what is wrong on the first line, then how to mend it and where, each finding after a blank line.
fn findings(judged: &CheckedFile, result: &RuleResult) -> String {
    let finding = |said: Message<'_>| {
        let Message { pointer: at, message: says, fix: mend, .. } = said;
        let waiver =
            if said.suppression.is_some() { format!("\nWaiver: {}", said.waiver()) } else { String::new() };
        let (says, mend, place) = (one_line(says), one_line(mend), judged.place(at));
        format!("{says}\nMend: {mend}\nAt: {place} {}{waiver}", at.unwrap_or_default())
    };
    let all: Vec<String> = messages(result).into_iter().map(finding).collect();
    format!("{}\nSource: {}", all.join("\n\n"), result.sources())
}

/// The words without what XML 1.0 cannot hold.
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
        let mut judged = sample::judged();
        judged.file = file.into();
        let mut face = Junit::new(&mut bytes, judged.report.as_at, threshold).unwrap();
        face.judged(&judged).unwrap();
        face.unread(&sample::unread()).unwrap();
        face.end(&sample::totals()).unwrap();
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
            "\nMend: Decide on one of them.\nAt: s.json:7:3 /review/opinions\n\nThe statement has no conclusion.",
            "<skipped>not due before the end of 30 November 2022: Publish the statement.</skipped>",
            "<skipped>not applicable: It does not bind authorities in Wales.</skipped>",
            "<skipped>a person must judge: Is it fit for purpose? At /review/opinions/0</skipped>",
            "<skipped>cannot tell: Give the year. At /review/year</skipped>",
            r#"<testsuite name="broken.json" tests="1" failures="0" errors="1""#,
            r#"<error message="broken.json:2:5: /review/year: write a year" type="unread">"#,
        ] {
            assert!(xml.contains(part), "{part}\n{xml}");
        }
        assert!(xml.ends_with("</testsuites>\n"));
    }

    #[test]
    fn what_is_less_grave_than_the_threshold_is_skipped() {
        let xml = junit(Severity::ProperPractice, "s.json");
        assert!(xml.contains(r#"failures="1" errors="0" skipped="6""#), "{xml}");
        assert!(xml.contains("<skipped>below the threshold (advice): The statement is long."), "{xml}");
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
        let judged = sample::waived();
        let mut face = Junit::new(&mut bytes, judged.report.as_at, Severity::Advisory).unwrap();
        face.judged(&judged).unwrap();
        face.end(&sample::totals()).unwrap();
        let xml = String::from_utf8(bytes).unwrap();
        assert!(xml.contains("<skipped>waived (advice): The statement is long."), "{xml}");
        assert!(
            xml.contains("Waiver: waived: It is long. (Audit Committee, until 31 December 2022)"),
            "{xml}"
        );
        assert!(xml.contains("Waiver: noted, not waived: No. (Nobody, until 31 December 2022)"), "{xml}");
        assert!(xml.contains(r#"<failure message="It is late." type="statutory">"#), "{xml}");
    }
}
