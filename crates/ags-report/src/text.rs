//! The report for people, as plain text: what is not met first, what is met last.

use std::borrow::Cow;
use std::fmt::{self, Formatter};

use ags_law::Citation;
use ags_statement::{Answer, Decision, Stage, english};

use crate::entry::{Ask, Entries, Entry};
use crate::finding::{Finding, Quote};
use crate::outcome::{Outcome, OutcomeKind};
use crate::place::Places;
use crate::report::{Report, RuleResult};
use crate::severity::Severity;
use crate::subject::Subject;
use crate::suppression::{Suppression, SuppressionStatus};

/// The most characters of a line; a longer web address or name keeps a line to itself.
const WIDTH: usize = 100;

/// A report with the places it names, as text: at most 100 characters a line unless one word is longer; no space at the
/// end of a line.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    report: &'a Report,
    places: &'a Places,
}

/// As [`Report::text`], without anything about the file.
impl fmt::Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.text(&Places::default()).fmt(to)
    }
}

impl Report {
    /// The report as text for people, with what is known of the file that was checked.
    #[must_use]
    pub const fn text<'a>(&'a self, places: &'a Places) -> Text<'a> {
        Text { report: self, places }
    }

    /// The year, in words.
    #[must_use]
    pub fn for_year(&self) -> String {
        self.year.map_or_else(|| "(year not given)".to_owned(), |year| year.to_string())
    }

    /// What was checked, with its year: "Annual Governance Statement 2021/22".
    #[must_use]
    pub fn document_title(&self) -> String {
        let document = match self.subject {
            Subject::Statement => "Annual Governance Statement",
            Subject::LocalCode => "Local code of governance",
            Subject::Agar => "Annual Governance and Accountability Return",
            Subject::Waivers => return "Waivers".into(),
        };
        format!("{document} {}", self.for_year())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.heading(to)?;
        let Entries { not_met, due, questions, missing } = self.report.entries();
        for (severity, title) in [
            (Severity::Statutory, "Not met: the law"),
            (Severity::ProperPractice, "Not met: proper practice"),
            (Severity::Advisory, "Not met: advice"),
        ] {
            let entries = not_met.iter().filter(|entry| entry.severity() == severity);
            section(to, title, entries, |to, entry| self.not_met(to, entry))?;
        }
        let waived = self.report.results.iter().filter(|result| result.waived().next().is_some());
        section(to, "Waived", waived, |to, result| self.waived(to, result))?;
        section(to, OutcomeKind::NotDueYet.label(), due.iter(), due_entry)?;
        for (kind, label, entries) in [
            (OutcomeKind::NeedsReview, "Question", &questions),
            (OutcomeKind::Indeterminate, "Missing", &missing),
        ] {
            section(to, kind.label(), entries.iter(), |to, entry| {
                rules(to, &entry.results())?;
                entry.asks.iter().try_for_each(|ask| self.ask(to, label, ask))?;
                consequences(to, entry)
            })?;
        }
        let answered =
            self.report.results.iter().filter_map(|result| Some((result, result.answer.as_ref()?)));
        section(to, "Answered", answered, |to, (result, answer)| answered_by(to, result, answer))?;
        let met = self.report.results.iter().filter(|result| result.outcome == Outcome::Met);
        let codes: Vec<&str> = met.map(|result| &*result.code).collect();
        section(to, "Met", (!codes.is_empty()).then_some(codes).into_iter(), |to, codes| {
            wrapped(to, "", &codes.join(", "))
        })
    }
}

impl Text<'_> {
    fn heading(self, to: &mut Formatter<'_>) -> fmt::Result {
        let Report { subject, authority, stage, as_at, results, .. } = self.report;
        if *subject != Subject::Waivers {
            wrapped(to, "", authority)?;
        }
        let stage = stage.map_or_else(String::new, |reached| format!(", {}", self::stage(reached)));
        writeln!(to, "{}{stage}", self.report.document_title())?;
        writeln!(to, "Checked as at {} by {} rules", english::date(*as_at), results.len())?;
        writeln!(to)?;
        for (count, outcome) in self.report.counts().named() {
            writeln!(to, "{count:>4}  {outcome}")?;
        }
        Ok(())
    }

    fn not_met(self, to: &mut Formatter<'_>, entry: &Entry<'_>) -> fmt::Result {
        rules(to, &entry.results())?;
        for ask in &entry.asks {
            for finding in &ask.findings {
                self.finding(to, finding)?;
            }
            labelled(to, "What to do", ask.words)?;
        }
        consequences(to, entry)?;
        sources(to, entry)
    }

    /// What is found, its words and its place.
    fn finding(self, to: &mut Formatter<'_>, finding: &Finding) -> fmt::Result {
        let Finding { pointer, message, quote, suppression, .. } = finding;
        labelled(to, "Finding", message)?;
        if let Some(Quote { line, words, .. }) = quote {
            let line = line.map_or_else(String::new, |line| format!("line {line}: "));
            labelled(to, "Quote", &format!("{line}\"{words}\""))?;
        }
        labelled(to, "Place", &self.places.words(pointer))?;
        if let Some(Suppression { status, reason, accepted_by, until }) = suppression {
            let label = match status {
                SuppressionStatus::Accepted => "Waived",
                SuppressionStatus::Rejected => "Noted",
            };
            let until = english::date(*until);
            labelled(to, label, &format!("{reason} ({accepted_by}, until {until})"))?;
        }
        Ok(())
    }

    /// The findings of a rule that a waiver lifts.
    fn waived(self, to: &mut Formatter<'_>, result: &RuleResult) -> fmt::Result {
        rules(to, &[result])?;
        result.waived().try_for_each(|finding| self.finding(to, finding))
    }

    fn ask(self, to: &mut Formatter<'_>, label: &str, ask: &Ask<'_>) -> fmt::Result {
        labelled(to, label, ask.words)?;
        ask.pointers.iter().try_for_each(|pointer| labelled(to, "Place", &self.places.words(pointer)))
    }
}

/// What is due, by when and where that is written.
fn due_entry(to: &mut Formatter<'_>, entry: &Entry<'_>) -> fmt::Result {
    if let Some(due) = entry.due {
        write!(to, "By {}: ", english::date(due))?;
    }
    rules(to, &entry.results())?;
    for ask in &entry.asks {
        labelled(to, "What to do", ask.words)?;
    }
    sources(to, entry)
}

/// What has to be put right together with an entry.
fn consequences(to: &mut Formatter<'_>, entry: &Entry<'_>) -> fmt::Result {
    for ask in &entry.consequences {
        let codes: Vec<&str> = ask.results.iter().map(|result| &*result.code).collect();
        labelled(to, "And so", &format!("{} ({})", ask.words, codes.join(", ")))?;
    }
    Ok(())
}

/// The question of a rule, and the answer that decided it.
fn answered_by(to: &mut Formatter<'_>, result: &RuleResult, answer: &Answer) -> fmt::Result {
    rules(to, &[result])?;
    if let Some(question) = &answer.question {
        labelled(to, "Question", question)?;
    }
    let decision = match answer.decision {
        Decision::Met => "Met",
        Decision::NotMet => "Not met",
    };
    let on = english::date(answer.on);
    labelled(to, "Answer", &format!("{decision}: {} ({}, {on})", answer.text, answer.by))
}

/// How far a statement or a return has come, in words.
#[must_use]
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "draft",
        Stage::Considered => "considered and not yet approved",
        Stage::Approved => "approved and not yet signed",
        Stage::Signed => "signed and not yet published",
        Stage::Published => "approved, signed and published",
    }
}

/// A heading and what is below it; nothing at all without any of it.
fn section<T>(
    to: &mut Formatter<'_>,
    title: &str,
    entries: impl Iterator<Item = T>,
    print: impl Fn(&mut Formatter<'_>, T) -> fmt::Result,
) -> fmt::Result {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        writeln!(to, "\n{title}\n{}", "-".repeat(title.len()))?;
    }
    entries.try_for_each(|entry| print(to, entry))
}

/// One rule with the fault it finds; of several their codes.
fn rules(to: &mut Formatter<'_>, results: &[&RuleResult]) -> fmt::Result {
    if let [only] = results {
        return writeln!(to, "{} {}", only.code, only.name);
    }
    let codes: Vec<&str> = results.iter().map(|result| &*result.code).collect();
    wrapped(to, "", &codes.join(", "))
}

/// Where the rules of an entry are written, each provision once.
fn sources(to: &mut Formatter<'_>, entry: &Entry<'_>) -> fmt::Result {
    let mut written: Vec<&Citation<Cow<'static, str>>> = Vec::new();
    for citation in entry.results().iter().flat_map(|result| &result.citations) {
        if !written.contains(&citation) {
            written.push(citation);
            let Citation { instrument, provision, url } = citation;
            let url = url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
            labelled(to, "Source", &format!("{instrument}, {provision}{url}"))?;
        }
    }
    Ok(())
}

/// Words after one of the labels, which are all as wide as the widest.
fn labelled(to: &mut Formatter<'_>, label: &str, text: &str) -> fmt::Result {
    wrapped(to, &format!("  {label:<11}"), text)
}

/// Words after a label, broken between words; further lines are indented like the first.
fn wrapped(to: &mut Formatter<'_>, label: &str, text: &str) -> fmt::Result {
    let indent = " ".repeat(label.chars().count());
    let (mut line, mut used) = (label.to_owned(), indent.len());
    for word in text.split_whitespace() {
        let length = word.chars().count();
        let not_first = used > indent.len();
        if not_first && used + 1 + length > WIDTH {
            writeln!(to, "{line}")?;
            (line, used) = (indent.clone(), indent.len());
        } else if not_first {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    writeln!(to, "{}", line.trim_end())
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use crate::{Outcome, Subject, example};

    #[test]
    fn what_is_not_met_comes_first_and_what_is_met_last() {
        let expected = "\
Example Borough Council
Annual Governance Statement 2021/22, considered and not yet approved
Checked as at 31 May 2022 by 9 rules

   2  met
   2  not met
   0  waived
   2  not due yet
   1  needs review
   1  indeterminate
   1  not applicable

Not met: proper practice
------------------------
FW-1 fault-of-fw-1
  Finding    The statement gives two opinions, one after the other, and it does not say which of the
             two it means.
  Place      Opinions
  What to do Decide on one of them.
  Source     A Guide, chapter 2
FW-1 fault-of-fw-1
  Finding    The statement has no conclusion.
  Place      Conclusion
  What to do Write one.
  Source     A Guide, chapter 2

Not met: advice
---------------
ADV-1 fault-of-adv-1
  Finding    The statement is long.
  Place      Local code
  What to do Shorten it.
  Source     A Guide, chapter 2

Not due yet
-----------
By 31 July 2022: REG-2 fault-of-reg-2
  What to do Publish the draft.
  Source     An Act, s. 1 https://www.legislation.gov.uk/act
By 30 November 2022: REG-1 fault-of-reg-1
  What to do Publish the statement.
  Source     An Act, s. 1 https://www.legislation.gov.uk/act

Needs review
------------
FW-2 fault-of-fw-2
  Question   Is it fit for purpose?
  Place      Opinion 1

Indeterminate
-------------
FW-3 fault-of-fw-3
  Missing    Give the year.
  Place      Year

Met
---
REG-3, FW-5
";
        assert_eq!(example::report().to_string(), expected);
    }

    #[test]
    fn the_report_on_a_local_code_says_so_and_quotes_the_words_with_their_line() {
        let mut report = example::report();
        (report.subject, report.stage) = (Subject::LocalCode, None);
        if let Outcome::NotMet { findings } = &mut report.results[3].outcome {
            let from = serde_json::json!({ "document": { "id": "code", "line": 68 } });
            let from: Provenance = serde_json::from_value(from).unwrap();
            let finding = findings.remove(0);
            findings.push(finding.quoting("recently  adopted", &from));
        }
        let text = report.to_string();
        assert_eq!(text.lines().nth(1), Some("Local code of governance 2021/22"));
        assert!(text.contains("  Quote      line 68: \"recently adopted\"\n"), "{text}");
    }

    #[test]
    fn an_answered_question_is_shown_with_its_answer() {
        let mut report = example::report();
        report.results[5].outcome = Outcome::Met;
        let answer = serde_json::json!({ "rule": "FW-2", "question": "Is it fit for purpose?", "decision": "met",
            "text": "It is; see minute 12.", "by": "Monitoring Officer", "on": "2022-05-30" });
        report.results[5].answer = Some(serde_json::from_value(answer).unwrap());
        let expected = "
Answered
--------
FW-2 fault-of-fw-2
  Question   Is it fit for purpose?
  Answer     Met: It is; see minute 12. (Monitoring Officer, 30 May 2022)

Met
---
REG-3, FW-2, FW-5
";
        assert!(report.to_string().ends_with(expected), "{report}");
        let again = governance_model::read::json::<crate::Report>(report.to_json().as_bytes(), "report.json");
        assert_eq!(again.unwrap(), report);
        assert_eq!(report.counts().met, 3);
    }

    #[test]
    fn a_line_holds_a_hundred_characters_and_not_one_more() {
        let mut report = example::report();
        let line = |length: usize| format!("{} b", "ŵ".repeat(length - 2));
        report.authority = line(100);
        assert_eq!(report.to_string().lines().next().unwrap(), line(100));
        report.authority = line(101);
        assert_eq!(report.to_string().lines().nth(1).unwrap(), "b");
    }

    #[test]
    fn no_line_ends_in_a_space_and_line_feeds_in_a_name_do_not_break_the_page() {
        let mut report = example::report();
        report.authority = "Example\n\n  Council \t".into();
        let text = report.to_string();
        assert!(text.starts_with("Example Council\nAnnual"));
        assert!(text.lines().all(|line| line == line.trim_end()));
        report.authority = String::new();
        assert!(report.to_string().starts_with("\nAnnual"));
    }
}
