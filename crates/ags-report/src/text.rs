//! The report for people: what is not met first, what is met last.

use std::borrow::Cow;
use std::fmt::{self, Formatter};

use ags_law::Citation;
use ags_statement::{Stage, english};

use crate::finding::{Finding, Quote};
use crate::outcome::{Outcome, OutcomeKind};
use crate::report::{Report, RuleResult};
use crate::severity::Severity;
use crate::subject::Subject;
use crate::suppression::{Suppression, SuppressionStatus};

/// The most characters of a line; a longer web address or name keeps a line to itself.
const WIDTH: usize = 100;

/// At most 100 characters a line unless one word is longer; no space at the end of a line.
impl fmt::Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.heading(to)?;
        let unmet = self.results(|outcome| match outcome {
            Outcome::NotMet { findings } => Some(findings.as_slice()),
            _ => None,
        });
        let (active, waived): (Vec<_>, Vec<_>) =
            unmet.into_iter().partition(|(result, _)| result.is_active());
        for (severity, title) in [
            (Severity::Statutory, "Not met: the law"),
            (Severity::ProperPractice, "Not met: proper practice"),
            (Severity::Advisory, "Not met: advice"),
        ] {
            let of_it = active.iter().copied().filter(|(result, _)| result.severity == severity).collect();
            section(to, title, of_it, not_met_by)?;
        }
        section(to, "Waived", waived, not_met_by)?;
        let mut waiting = self.results(|outcome| match outcome {
            Outcome::NotDueYet { due, action } => Some((due, action)),
            _ => None,
        });
        waiting.sort_by_key(|(_, (due, _))| *due);
        section(to, OutcomeKind::NotDueYet.label(), waiting, |to, result, (due, action)| {
            writeln!(to, "By {}: {} {}", english::date(*due), result.code, result.name)?;
            wrapped(to, "  Action  ", action)?;
            sources(to, &result.citations)
        })?;
        let questions = self.results(|outcome| match outcome {
            Outcome::NeedsReview { question, pointer: at } => {
                Some(("  Ask     ", question.as_str(), at.as_str()))
            }
            _ => None,
        });
        section(to, OutcomeKind::NeedsReview.label(), questions, open)?;
        let open_outcomes = self.results(|outcome| match outcome {
            Outcome::Indeterminate { missing, pointer: at } => {
                Some(("  Missing ", missing.as_str(), at.as_str()))
            }
            _ => None,
        });
        section(to, OutcomeKind::Indeterminate.label(), open_outcomes, open)?;
        let inapplicable = self.results(|outcome| match outcome {
            Outcome::NotApplicable { reason } => Some(reason),
            _ => None,
        });
        section(to, OutcomeKind::NotApplicable.label(), inapplicable, |to, result, reason| {
            wrapped(to, &format!("{}: ", result.code), reason)
        })?;
        self.met(to)
    }
}

impl Report {
    fn heading(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let year = self.for_year();
        if self.subject != Subject::Waivers {
            wrapped(to, "", &self.authority)?;
        }
        let stage = self.stage.map_or_else(String::new, |reached| format!(", {}", stage(reached)));
        match self.subject {
            Subject::Statement => writeln!(to, "Annual Governance Statement {year}{stage}")?,
            Subject::LocalCode => writeln!(to, "Local code of governance {year}")?,
            Subject::Agar => writeln!(to, "Annual Governance and Accountability Return {year}{stage}")?,
            Subject::Waivers => writeln!(to, "Waivers")?,
        }
        writeln!(to, "Checked as at {} by {} rules", english::date(self.as_at), self.results.len())?;
        writeln!(to)?;
        for (count, outcome) in self.counts().named() {
            writeln!(to, "{count:>4}  {outcome}")?;
        }
        Ok(())
    }

    /// The year, in words.
    #[must_use]
    pub fn for_year(&self) -> String {
        self.year.map_or_else(|| "of an unnamed year".to_owned(), |year| year.to_string())
    }

    /// The rules with one kind of outcome, each with its details.
    fn results<'a, T>(&'a self, details: impl Fn(&'a Outcome) -> Option<T>) -> Results<'a, T> {
        self.results.iter().filter_map(|result| Some((result, details(&result.outcome)?))).collect()
    }

    fn met(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let met = self.results.iter().filter(|result| result.outcome == Outcome::Met);
        let codes: Vec<&str> = met.map(|result| &*result.code).collect();
        if codes.is_empty() {
            return Ok(());
        }
        write!(to, "\nMet\n---\n")?;
        wrapped(to, "", &codes.join(", "))
    }
}

type Results<'a, T> = Vec<(&'a RuleResult, T)>;

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

/// A heading and the results below it; nothing at all without results.
fn section<'a, T>(
    to: &mut Formatter<'_>,
    title: &str,
    results: Results<'a, T>,
    print: impl Fn(&mut Formatter<'_>, &'a RuleResult, T) -> fmt::Result,
) -> fmt::Result {
    if !results.is_empty() {
        writeln!(to, "\n{title}\n{}", "-".repeat(title.len()))?;
    }
    results.into_iter().try_for_each(|(result, details)| print(to, result, details))
}

fn not_met_by(to: &mut Formatter<'_>, result: &RuleResult, findings: &[Finding]) -> fmt::Result {
    writeln!(to, "{} {}", result.code, result.name)?;
    for Finding { pointer, message, fix, quote, suppression } in findings {
        wrapped(to, "  Finding ", message)?;
        if let Some(Quote { line, words, .. }) = quote {
            let line = line.map_or_else(String::new, |line| format!("line {line}: "));
            wrapped(to, "  Quote   ", &format!("{line}\"{words}\""))?;
        }
        wrapped(to, "  Fix     ", fix)?;
        wrapped(to, "  Pointer ", pointer)?;
        if let Some(Suppression { status, reason, accepted_by, until }) = suppression {
            let label = match status {
                SuppressionStatus::Accepted => "  Waived  ",
                SuppressionStatus::Rejected => "  Noted   ",
            };
            let until = english::date(*until);
            wrapped(to, label, &format!("{reason} ({accepted_by}, until {until})"))?;
        }
    }
    sources(to, &result.citations)
}

/// What is still open, after its label, and what it is about.
fn open(
    to: &mut Formatter<'_>,
    result: &RuleResult,
    (label, message, pointer): (&str, &str, &str),
) -> fmt::Result {
    writeln!(to, "{} {}", result.code, result.name)?;
    wrapped(to, label, message)?;
    wrapped(to, "  Pointer ", pointer)
}

fn sources(to: &mut Formatter<'_>, citations: &[Citation<Cow<'static, str>>]) -> fmt::Result {
    for Citation { instrument, provision, url } in citations {
        let url = url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
        wrapped(to, "  Source  ", &format!("{instrument}, {provision}{url}"))?;
    }
    Ok(())
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
  Finding The statement gives two opinions, one after the other, and it does not say which of the
          two it means.
  Fix     Decide on one of them.
  Pointer /review/opinions
  Finding The statement has no conclusion.
  Fix     Write one.
  Pointer /review/conclusion
  Source  A Guide, chapter 2

Not met: advice
---------------
ADV-1 fault-of-adv-1
  Finding The statement is long.
  Fix     Shorten it.
  Pointer /local_code
  Source  A Guide, chapter 2

Not due yet
-----------
By 31 July 2022: REG-2 fault-of-reg-2
  Action  Publish the draft.
  Source  An Act, s. 1 https://www.legislation.gov.uk/act
By 30 November 2022: REG-1 fault-of-reg-1
  Action  Publish the statement.
  Source  An Act, s. 1 https://www.legislation.gov.uk/act

Needs review
------------
FW-2 fault-of-fw-2
  Ask     Is it fit for purpose?
  Pointer /review/opinions/0

Indeterminate
-------------
FW-3 fault-of-fw-3
  Missing Give the year.
  Pointer /review/year

Not applicable
--------------
FW-4: It does not bind authorities in Wales.

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
        assert!(text.contains("  Quote   line 68: \"recently adopted\"\n"), "{text}");
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
