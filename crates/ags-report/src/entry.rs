//! What a report asks for, each thing once: equal and parallel asks together, and what follows from another under it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::outcome::Outcome;
use crate::report::{Report, RuleResult};
use crate::severity::Severity;

/// What a report asks for, apart from findings that a waiver lifts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entries<'a> {
    /// What is not met: to be put right now. The most severe first.
    pub not_met: Vec<Entry<'a>>,
    /// What is due on a later day, the earliest day first.
    pub due: Vec<Entry<'a>>,
    /// What only a person can decide.
    pub questions: Vec<Entry<'a>>,
    /// What is missing from the document, so that rules cannot be applied.
    pub missing: Vec<Entry<'a>>,
}

/// One thing to do, to answer or to add.
///
/// Findings of one rule that have the same place, or the same remedy, are one entry, and so are questions and actions in
/// the same words, and all that is missing from one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry<'a> {
    /// What is asked, each in its own words; at least one.
    pub asks: Vec<Ask<'a>>,
    /// What has to be put right at the same place, or inside it, and so with it.
    pub consequences: Vec<Ask<'a>>,
    /// The last day, inclusive, of what is due.
    pub due: Option<NaiveDate>,
}

/// What one or more rules ask in the same words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask<'a> {
    /// What to do, the question, or what is missing, as a sentence.
    pub words: &'a str,
    /// The rules that ask it, in the order of the report.
    pub results: Vec<&'a RuleResult>,
    /// The places it is about, as JSON pointers; none of what is due.
    pub pointers: Vec<&'a str>,
    /// The findings it would remedy, without those that a waiver lifts; none of the others.
    pub findings: Vec<&'a Finding>,
}

impl<'a> Entry<'a> {
    /// The rules that ask for it, each once, without those of its consequences.
    #[must_use]
    pub fn results(&self) -> Vec<&'a RuleResult> {
        let mut seen = BTreeSet::new();
        let results = self.asks.iter().flat_map(|ask| &ask.results).copied();
        results.filter(|result| seen.insert(result.code.as_ref())).collect()
    }

    /// The severity of the most severe rule that asks for it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        let severities = self.asks.iter().flat_map(|ask| &ask.results).map(|result| result.severity);
        severities.min().unwrap_or(Severity::Advisory)
    }

    fn pointers(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.asks.iter().flat_map(|ask| ask.pointers.iter().copied())
    }
}

impl Report {
    /// What the report asks for, each thing once.
    #[must_use]
    pub fn entries(&self) -> Entries<'_> {
        let mut not_met = Collector::default();
        let (mut due, mut questions, mut missing) =
            (Collector::default(), Collector::default(), Collector::default());
        for result in &self.results {
            match &result.outcome {
                Outcome::Met | Outcome::NotApplicable { .. } => {}
                Outcome::NotMet { findings } => {
                    for finding in findings.iter().filter(|finding| finding.is_active()) {
                        let keys = [
                            Key::Remedy(&result.code, &finding.fix),
                            Key::Fault(&result.code, &finding.pointer),
                        ];
                        not_met.add(&keys, &finding.fix, result, Some(&finding.pointer), Some(finding));
                    }
                }
                Outcome::NotDueYet { due: day, action } => {
                    due.add(&[Key::Due(*day, action)], action, result, None, None);
                }
                Outcome::NeedsReview { question, pointer } => {
                    questions.add(&[Key::Question(question)], question, result, Some(pointer), None);
                }
                Outcome::Indeterminate { missing: words, pointer } => {
                    missing.add(&[Key::Place(pointer)], words, result, Some(pointer), None);
                }
            }
        }
        let mut not_met = not_met.entries;
        not_met.sort_by_key(Entry::severity);
        let mut due = due.entries;
        due.sort_by_key(|entry| (entry.due, entry.severity()));
        let (not_met, missing) = fold(not_met, missing.entries);
        Entries { not_met, due, questions: questions.entries, missing }
    }
}

/// What makes two asks one entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Remedy(&'a str, &'a str),
    Fault(&'a str, &'a str),
    Due(NaiveDate, &'a str),
    Question(&'a str),
    Place(&'a str),
}

/// Entries, each with its keys.
#[derive(Default)]
struct Collector<'a> {
    entries: Vec<Entry<'a>>,
    by_key: BTreeMap<Key<'a>, usize>,
}

impl<'a> Collector<'a> {
    fn add(
        &mut self,
        keys: &[Key<'a>],
        words: &'a str,
        result: &'a RuleResult,
        pointer: Option<&'a str>,
        finding: Option<&'a Finding>,
    ) {
        let due = keys.iter().find_map(|key| if let Key::Due(day, _) = key { Some(*day) } else { None });
        let known = keys.iter().find_map(|key| self.by_key.get(key).copied());
        let index = known.unwrap_or(self.entries.len());
        if known.is_none() {
            self.entries.push(Entry { asks: Vec::new(), consequences: Vec::new(), due });
        }
        for key in keys {
            self.by_key.entry(*key).or_insert(index);
        }
        let Some(entry) = self.entries.get_mut(index) else { return };
        let same = entry.asks.iter().position(|ask| ask.words == words);
        let at = same.unwrap_or(entry.asks.len());
        if same.is_none() {
            entry.asks.push(Ask { words, results: vec![], pointers: vec![], findings: vec![] });
        }
        let Some(ask) = entry.asks.get_mut(at) else { return };
        if ask.results.last().is_none_or(|last| last.code != result.code) {
            ask.results.push(result);
        }
        ask.pointers.extend(pointer.filter(|pointer| !ask.pointers.contains(pointer)));
        ask.findings.extend(finding);
    }
}

/// Puts every entry that follows from another under it.
///
/// An entry follows from another that is at least as severe where all its places are inside the other's place and no
/// item of a list lies between: then it is about a part of the same thing. And it follows from one that is more severe
/// at the very same place, where that is the only one there: then the same thing is asked for by the law and, again, by
/// proper practice.
fn fold<'a>(not_met: Vec<Entry<'a>>, missing: Vec<Entry<'a>>) -> (Vec<Entry<'a>>, Vec<Entry<'a>>) {
    let first_missing = not_met.len();
    let mut entries: Vec<Option<Entry<'a>>> = not_met.into_iter().chain(missing).map(Some).collect();
    let mut places: BTreeMap<&'a str, Vec<(Severity, usize)>> = BTreeMap::new();
    for (index, entry) in entries.iter().flatten().enumerate() {
        for pointer in entry.pointers() {
            let at = places.entry(pointer).or_default();
            if !at.contains(&(entry.severity(), index)) {
                at.push((entry.severity(), index));
            }
        }
    }
    let causes: Vec<Option<usize>> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let entry = entry.as_ref()?;
            let cause = |pointer| cause(&places, pointer, entry.severity(), index);
            let mut pointers = entry.pointers();
            let first = cause(pointers.next()?)?;
            pointers.all(|pointer| cause(pointer) == Some(first)).then_some(first)
        })
        .collect();
    for index in (0..entries.len()).rev() {
        let Some(root) = root(&causes, index) else { continue };
        let Some(entry) = entries.get_mut(index).and_then(Option::take) else { continue };
        if let Some(Some(cause)) = entries.get_mut(root) {
            cause.consequences.splice(0..0, entry.asks);
        }
    }
    let missing = entries.split_off(first_missing);
    (entries.into_iter().flatten().collect(), missing.into_iter().flatten().collect())
}

/// What an entry with a place follows from.
fn cause(
    places: &BTreeMap<&str, Vec<(Severity, usize)>>,
    pointer: &str,
    severity: Severity,
    index: usize,
) -> Option<usize> {
    let at = |pointer: &str| places.get(pointer).map_or(&[][..], Vec::as_slice);
    let most_severe = at(pointer).iter().map(|(severity, _)| *severity).min()?;
    let mut first = at(pointer).iter().filter(|(severity, _)| *severity == most_severe);
    if let (true, Some((_, only)), None) = (most_severe < severity, first.next(), first.next()) {
        return Some(*only);
    }
    let mut inside = pointer;
    while let Some((outside, step)) = inside.rsplit_once('/') {
        // A part of the document, such as the review, is always there, and so is a list with an item.
        if !outside.trim_start_matches('/').contains('/') || step.parse::<usize>().is_ok() {
            return None;
        }
        let found = at(outside).iter().filter(|(cause, other)| *cause <= severity && *other != index).min();
        if let Some((_, cause)) = found {
            return Some(*cause);
        }
        inside = outside;
    }
    None
}

/// The cause at the end of a chain of causes.
fn root(causes: &[Option<usize>], index: usize) -> Option<usize> {
    let mut root = causes.get(index).copied().flatten()?;
    // A chain can be no longer than the list; each of its steps is to a place further out or to one more severe.
    for _ in 0..causes.len() {
        match causes.get(root).copied().flatten() {
            Some(next) => root = next,
            None => return Some(root),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Entries;
    use crate::{Finding, Outcome, Report, RuleResult, Severity, example};

    fn report(results: Vec<(&'static str, Severity, Outcome)>) -> Report {
        let result = |(code, severity, outcome)| RuleResult {
            code: Cow::Borrowed(code),
            name: "fault".into(),
            requirement: "Something is done.".into(),
            severity,
            outcome,
            answer: None,
            citations: Vec::new(),
        };
        Report { results: results.into_iter().map(result).collect(), ..example::report() }
    }

    /// The words of entries, each followed by the codes that ask and by the words of its consequences.
    fn words(entries: &[super::Entry<'_>]) -> Vec<String> {
        let ask = |ask: &super::Ask<'_>| {
            let codes: Vec<&str> = ask.results.iter().map(|result| &*result.code).collect();
            format!("{} [{}]", ask.words, codes.join(" "))
        };
        let one = |entry: &super::Entry<'_>| {
            let asks: Vec<String> = entry.asks.iter().map(ask).collect();
            let consequences: String =
                entry.consequences.iter().flat_map(|one| [" > ".to_owned(), ask(one)]).collect();
            asks.join(" + ") + &consequences
        };
        entries.iter().map(one).collect()
    }

    const LAW: Severity = Severity::Statutory;
    const PRACTICE: Severity = Severity::ProperPractice;

    #[test]
    fn what_many_rules_miss_is_asked_once() {
        let missing = || Outcome::indeterminate("/review/year", "Give the year.");
        let report = report(vec![("A", LAW, missing()), ("B", PRACTICE, missing()), ("C", LAW, missing())]);
        let Entries { missing, not_met, .. } = report.entries();
        assert_eq!(words(&missing), ["Give the year. [A B C]"]);
        assert!(not_met.is_empty());
    }

    #[test]
    fn findings_of_one_rule_with_one_remedy_or_one_place_are_one_entry() {
        let finding = |at: &str, fix: &str| Finding::new(at, "Wrong.", fix);
        let outcome = Outcome::of(vec![
            finding("/review/a/0", "Write it out."),
            finding("/review/a/7", "Write it out."),
            finding("/review/b", "Say one."),
            finding("/review/b", "Say two."),
        ]);
        let report = report(vec![("A", LAW, outcome)]);
        let entries = report.entries().not_met;
        assert_eq!(words(&entries), ["Write it out. [A]", "Say one. [A] + Say two. [A]"]);
        assert_eq!(entries[0].asks[0].pointers, ["/review/a/0", "/review/a/7"]);
    }

    #[test]
    fn what_practice_asks_at_the_place_of_one_finding_of_the_law_is_under_it() {
        let not_met = |fix| Outcome::not_met("/sign_off/approval", "It is not approved.", fix);
        let report1 = report(vec![("P", PRACTICE, not_met("Bring it.")), ("L", LAW, not_met("Approve it."))]);
        assert_eq!(words(&report1.entries().not_met), ["Approve it. [L] > Bring it. [P]"]);
        let two = report(vec![
            ("L", LAW, not_met("Approve it.")),
            ("M", LAW, not_met("Minute it.")),
            ("P", PRACTICE, not_met("Bring it.")),
        ]);
        assert_eq!(two.entries().not_met.len(), 3, "two at one place are two things");
    }

    #[test]
    fn what_belongs_inside_something_that_is_missing_is_under_it_and_an_item_of_a_list_is_not() {
        let report = report(vec![
            ("A", LAW, Outcome::not_met("/review/process", "It is not completed.", "Complete it.")),
            ("B", PRACTICE, Outcome::indeterminate("/review/process/led_by", "Say who led it.")),
            ("C", PRACTICE, Outcome::indeterminate("/review/process/steps/0/on", "Give the day.")),
            ("D", LAW, Outcome::not_met("/review", "It is short.", "Write more.")),
        ]);
        let entries = report.entries();
        assert_eq!(words(&entries.not_met), ["Complete it. [A] > Say who led it. [B]", "Write more. [D]"]);
        assert_eq!(words(&entries.missing), ["Give the day. [C]"]);
    }

    #[test]
    fn nothing_is_lost() {
        let report = example::report();
        let Entries { not_met, due, questions, missing } = report.entries();
        assert_eq!((not_met.len(), due.len(), questions.len(), missing.len()), (3, 2, 1, 1));
        assert_eq!(words(&due), ["Publish the draft. [REG-2]", "Publish the statement. [REG-1]"]);
    }
}
