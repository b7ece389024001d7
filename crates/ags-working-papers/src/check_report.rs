//! The report of a check, for officers and a committee: what must be done first, what is met last.

use ags_document::white_space::collapse as line;
use ags_document::{Block, Cell, Document, HouseStyle, Inline};
use ags_report::{
    Ask, Entries, Entry, Finding, OutcomeKind, Places, Report, RuleResult, Severity, Subject, text,
};
use ags_statement::english;

use crate::attachments;
use crate::citations::Citations;
use crate::paper::Paper;
use crate::phrases::check_report as phrases;

/// The most checks of which the provisions are listed beside one entry, inclusive; more are only counted.
const MOST_LISTED: usize = 4;

/// The outcomes in the order of the summary and the annex, each with whether it counts only what is waived.
const OUTCOMES: [(OutcomeKind, bool); 7] = [
    (OutcomeKind::NotMet, false),
    (OutcomeKind::NotDueYet, false),
    (OutcomeKind::NeedsReview, false),
    (OutcomeKind::Indeterminate, false),
    (OutcomeKind::NotMet, true),
    (OutcomeKind::Met, false),
    (OutcomeKind::NotApplicable, false),
];

/// Composes the report of a check as a paper for officers and a committee.
///
/// Every report gives a document without [violations](Document::violations), and the same report and house style always
/// give the same one.
///
/// ```
/// use ags_document::HouseStyle;
/// let paper = ags_working_papers::check_report(&ags_report::example::report(), &HouseStyle::default());
/// assert_eq!(paper.violations(), []);
/// assert_eq!(paper.attachments[0].name, ags_working_papers::REPORT_FILE);
/// ```
#[must_use]
pub fn check_report(report: &Report, house: &HouseStyle) -> Document {
    let entries = report.entries();
    let mut paper = CheckReport { report, citations: Citations::default(), body: Vec::new() };
    paper.summary(&entries);
    paper.must_be_done(&entries);
    paper.missing(&entries.missing);
    paper.questions(&entries.questions);
    paper.answered();
    paper.waived();
    paper.annex();
    paper.key();
    let title = phrases::title(&report.document_title());
    let stage = report.stage.map(text::stage);
    let checked = phrases::checked(report.as_at, report.results.len(), stage);
    Paper {
        header: title.clone(),
        title,
        authority: if report.subject == Subject::Waivers { "" } else { &report.authority },
        subject: phrases::SUBJECT,
        as_at: report.as_at,
        attachments: attachments::of_report(report, house),
        opening: vec![Block::plain(checked), Block::plain(phrases::AUDIENCE)],
        body: paper.body,
    }
    .document(house)
}

/// The sections written so far, and what they cite.
struct CheckReport<'a> {
    report: &'a Report,
    citations: Citations<'a>,
    body: Vec<Block>,
}

impl<'a> CheckReport<'a> {
    fn summary(&mut self, entries: &Entries<'_>) {
        let counts = self.report.counts();
        let next = entries.due.first().and_then(|entry| entry.due);
        self.body.push(Block::heading(1, phrases::SUMMARY));
        if counts.not_met + counts.not_due_yet > 0 || counts.indeterminate == 0 {
            self.body.push(Block::plain(phrases::need_action(counts.not_met, counts.not_due_yet, next)));
        }
        if counts.indeterminate > 0 {
            let words = phrases::cannot_be_decided(counts.indeterminate, entries.missing.len().max(1));
            self.body.push(Block::plain(words));
        }
        if !entries.questions.is_empty() {
            self.body.push(Block::plain(phrases::questions(entries.questions.len())));
        }
        let [law, practice, advice] = Severity::ALL.map(phrases::severity);
        let columns = [phrases::OUTCOME, law, practice, advice, phrases::ALL];
        let row = |(kind, waived): (OutcomeKind, bool)| {
            let of = |severity: Option<Severity>| {
                let of_it = self.with_outcome(kind, waived);
                of_it.filter(|result| severity.is_none_or(|one| one == result.severity)).count()
            };
            let [law, practice, advice] = Severity::ALL.map(|severity| of(Some(severity)));
            let numbers = [law, practice, advice, of(None)].map(|count| cell(&count.to_string()));
            let [law, practice, advice, all] = numbers;
            (of(None) > 0).then(|| [cell(label(kind, waived)), law, practice, advice, all])
        };
        let rows = OUTCOMES.into_iter().filter_map(row).collect();
        self.body.extend(Block::table(phrases::COUNTS_CAPTION, columns, rows));
    }

    /// The results with an outcome; those with every finding waived are apart.
    fn with_outcome(&self, kind: OutcomeKind, waived: bool) -> impl Iterator<Item = &'a RuleResult> {
        self.report.results.iter().filter(move |result| {
            result.outcome.kind() == kind && (kind != OutcomeKind::NotMet || result.is_active() != waived)
        })
    }

    /// What must be done: by severity, what is not met first, then by the day it is due.
    fn must_be_done(&mut self, entries: &Entries<'a>) {
        self.body.push(Block::heading(1, phrases::TO_DO));
        if entries.not_met.is_empty() && entries.due.is_empty() {
            let nothing = if entries.missing.is_empty() { phrases::NOTHING_TO_DO } else { phrases::UNKNOWN };
            self.body.push(Block::plain(nothing));
        }
        for severity in Severity::ALL {
            let entries = entries.not_met.iter().chain(&entries.due);
            let of_it = entries.filter(|entry| entry.severity() == severity);
            let rows = of_it.map(|entry| {
                let by = entry.due.map_or_else(|| phrases::NOW.into(), english::date);
                [what(entry), cell(&by), self.provisions(entry)]
            });
            let columns = [phrases::WHAT, phrases::BY, phrases::PROVISION];
            let rows = rows.collect();
            self.body.extend(Block::table_of_sentences(phrases::to_do_caption(severity), columns, rows));
        }
    }

    fn missing(&mut self, entries: &[Entry<'a>]) {
        let rows = entries.iter().map(|entry| [what(entry), places(entry), self.provisions(entry)]).collect();
        let columns = [phrases::ADD, phrases::PLACE, phrases::NEEDED];
        if let Some(table) = Block::table_of_sentences(phrases::MISSING_CAPTION, columns, rows) {
            let introduction = Block::plain(phrases::MISSING_INTRODUCTION);
            self.body.extend([Block::heading(1, phrases::MISSING), introduction, table]);
        }
    }

    fn questions(&mut self, entries: &[Entry<'a>]) {
        let rows = entries.iter().map(|entry| [what(entry), places(entry), self.provisions(entry)]).collect();
        let columns = [phrases::QUESTION, phrases::ABOUT, phrases::PROVISION];
        if let Some(table) = Block::table_of_sentences(phrases::QUESTIONS_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::QUESTIONS), table]);
        }
    }

    /// The questions that people answered, with their answers.
    fn answered(&mut self) {
        let mut rows = Vec::new();
        for result in &self.report.results {
            let Some(answer) = &result.answer else { continue };
            let question =
                answer.question.as_ref().map_or(&*result.requirement, |question| question.as_str());
            let words = phrases::answer(answer.decision, &line(&answer.text), &line(&answer.by), answer.on);
            rows.push([cell(&line(question)), cell(&words), self.citations.cell(&[result])]);
        }
        let columns = [phrases::QUESTION, phrases::ANSWER, phrases::PROVISION];
        if let Some(table) = Block::table_of_sentences(phrases::ANSWERED_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::ANSWERED), table]);
        }
    }

    /// What an entry is required by: the provisions, or of many checks their number.
    fn provisions(&mut self, entry: &Entry<'a>) -> Cell {
        let results = entry.results();
        if results.len() > MOST_LISTED {
            return cell(&phrases::needed_for(results.len()));
        }
        let mut all = results;
        all.extend(entry.consequences.iter().flat_map(|ask| ask.results.iter().copied()));
        self.citations.cell(&all)
    }

    fn waived(&mut self) {
        let mut rows = Vec::new();
        for result in self.report.results.iter().filter(|result| result.waived().next().is_some()) {
            let provisions = self.citations.cell(&[result]);
            rows.extend(result.waived().filter_map(|finding| {
                Some([vec![found(finding)], vec![waiver(finding)?], provisions.clone()])
            }));
        }
        let columns = [phrases::FINDING, phrases::WAIVER, phrases::PROVISION];
        if let Some(table) = Block::table_of_sentences(phrases::WAIVED_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::WAIVED), table]);
        }
    }

    /// The code of every check that applies, by outcome.
    fn annex(&mut self) {
        let row = |(kind, waived): (OutcomeKind, bool)| {
            let codes: Vec<&str> = self.with_outcome(kind, waived).map(|result| &*result.code).collect();
            (kind != OutcomeKind::NotApplicable && !codes.is_empty())
                .then(|| [cell(label(kind, waived)), cell(&codes.join(", "))])
        };
        let rows = OUTCOMES.into_iter().filter_map(row).collect();
        let columns = [phrases::OUTCOME, phrases::CODES];
        if let Some(table) = Block::table(phrases::ANNEX_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::ANNEX), Block::plain(phrases::EXPLAIN), table]);
        }
    }

    fn key(&mut self) {
        let rows = self.citations.key().map(|(short, name)| [cell(short), cell(name)]).collect();
        let columns = [phrases::SHORT, phrases::FULL];
        if let Some(table) = Block::table(phrases::KEY_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::KEY), table]);
        }
        self.body.push(Block::plain(phrases::VERIFY));
    }
}

const fn label(kind: OutcomeKind, waived: bool) -> &'static str {
    if waived { phrases::OUTCOME_WAIVED } else { phrases::outcome(kind) }
}

fn cell(words: &str) -> Cell {
    vec![Block::plain(words)]
}

/// What an entry asks, with the findings that show it and with what has to be put right together with it.
fn what(entry: &Entry<'_>) -> Cell {
    let mut cell: Cell = match entry.asks.as_slice() {
        [only] => asked(only),
        several => {
            let items = several.iter().map(|ask| vec![Block::Paragraph(vec![strong(ask.words)])]).collect();
            let findings = several.iter().flat_map(|ask| &ask.findings);
            let waivers = findings.clone().filter_map(|finding| waiver(finding));
            let mut cell = vec![Block::Bullets(items)];
            cell.extend(waivers);
            if findings.count() > 0 {
                cell.extend(places(entry));
            }
            cell
        }
    };
    let same = |words: &str| entry.asks.iter().any(|ask| ask.words == words);
    let others = entry.consequences.iter().filter(|ask| !same(ask.words));
    cell.extend(others.map(|ask| Block::plain(phrases::also(&line(ask.words)))));
    cell
}

fn asked(ask: &Ask<'_>) -> Cell {
    let mut cell = vec![Block::Paragraph(vec![strong(ask.words)])];
    match ask.findings.as_slice() {
        [] => {}
        [only] => cell.push(found(only)),
        several => cell.extend(Block::bullets(several.iter().map(|finding| found(finding)))),
    }
    cell.extend(ask.findings.iter().filter_map(|finding| waiver(finding)));
    cell
}

/// What a rule found, and where.
fn found(finding: &Finding) -> Block {
    let place = Places::default().words(&finding.pointer);
    Block::Paragraph(vec![Inline::Text(format!("{}{}", line(&finding.message), phrases::at(&place)))])
}

fn waiver(finding: &Finding) -> Option<Block> {
    let waived = finding.suppression.as_ref()?;
    let (reason, by) = (line(&waived.reason), line(&waived.accepted_by));
    Some(Block::plain(phrases::waiver(waived.status, &reason, &by, waived.until)))
}

fn places(entry: &Entry<'_>) -> Cell {
    let mut places: Vec<String> = Vec::new();
    for pointer in entry.asks.iter().flat_map(|ask| &ask.pointers) {
        let place = Places::default().words(pointer);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.iter().map(|place| Block::plain(place.as_str())).collect()
}

fn strong(words: &str) -> Inline {
    Inline::Strong(line(words))
}

#[cfg(test)]
mod tests {
    use ags_document::{Document, HouseStyle};
    use ags_report::{Finding, Outcome, Report, Suppression, SuppressionStatus, example};

    use super::check_report;

    fn words(document: &Document) -> String {
        let words: Vec<_> = document.words().into_iter().map(|(_, words)| words).collect();
        words.join("\n").replace('\u{a0}', " ")
    }

    fn paper(report: &Report) -> Document {
        let document = check_report(report, &HouseStyle::default());
        assert_eq!(document.violations(), []);
        document
    }

    #[test]
    fn a_committee_reads_what_to_do_by_when_under_which_provision() {
        let document = paper(&example::report());
        let words = words(&document);
        let order = [
            "Check report: Annual Governance Statement 2021/22",
            "Nine checks were made as at 31 May 2022. Stage reached: considered and not yet approved.",
            "Four checks need action, two now and two later. The next deadline is 31 July 2022.",
            "One check cannot be completed until information is added in one place.",
            "There is one question to answer.",
            "What the law requires",
            "Publish the draft.",
            "31 July 2022",
            "An Act, s. 1",
            "What proper practice requires",
            "Decide on one of them.",
            "What good practice suggests",
            "Information to add",
            "Give the year.",
            "Questions to answer",
            "Is it fit for purpose?",
            "Opinion 1",
            "Annex: the checks by outcome",
            "REG-3, FW-5",
        ];
        let mut rest = words.as_str();
        for expected in order {
            let at =
                rest.find(expected).unwrap_or_else(|| panic!("{expected:?} is not in its place:\n{words}"));
            rest = &rest[at..];
        }
        assert!(!words.contains("It does not bind authorities in Wales."), "only counted: {words}");
    }

    #[test]
    fn no_pointer_is_printed() {
        for (_, words) in paper(&example::report()).words() {
            assert!(!words.contains("/review") && !words.contains("/local_code"), "{words}");
        }
    }

    #[test]
    fn citations_are_short_and_have_a_key() {
        let mut report = example::report();
        for result in &mut report.results {
            for citation in &mut result.citations {
                citation.instrument = ags_law::AAR_2015.name.into();
                citation.provision = "reg. 6(2)(b)".into();
            }
        }
        let document = paper(&report);
        let all = document.words();
        let full = all.iter().filter(|(_, words)| words.contains(ags_law::AAR_2015.name)).count();
        assert_eq!(full, 1, "in full in the key alone");
        assert!(all.iter().any(|(_, words)| *words == "AAR 2015, reg. 6(2)(b)"));
    }

    #[test]
    fn what_many_checks_need_is_asked_once_and_counted() {
        let mut report = example::report();
        for result in &mut report.results {
            result.outcome = Outcome::indeterminate("/review/year", "Give the year.");
        }
        let words = words(&paper(&report));
        assert_eq!(words.matches("Give the year.").count(), 1);
        assert!(words.contains("\nYear\n9 checks\n"), "{words}");
        assert!(words.contains("What must be done depends on the information below"), "{words}");
    }

    #[test]
    fn a_waiver_of_practice_is_apart_and_one_of_the_law_changes_nothing() {
        let waived = |status| Suppression {
            status,
            reason: "It is long.".parse().unwrap(),
            accepted_by: "Audit Committee".parse().unwrap(),
            until: example::report().as_at,
        };
        let finding = |status| {
            let finding = Finding::new("/local_code", "It is wrong.", "Put it right.");
            Finding { suppression: Some(waived(status)), ..finding }
        };
        let mut report = example::report();
        report.results[0].outcome = Outcome::NotMet { findings: vec![finding(SuppressionStatus::Rejected)] };
        report.results[4].outcome = Outcome::NotMet { findings: vec![finding(SuppressionStatus::Accepted)] };
        let words = words(&paper(&report));
        let (now, apart) = words.split_once("Findings that are waived").unwrap();
        assert!(
            now.contains("The law cannot be waived. A waiver was given by Audit Committee until 31 May 2022")
        );
        assert!(apart.contains("Accepted by Audit Committee until 31 May 2022: It is long."), "{apart}");
    }

    #[test]
    fn the_house_style_travels_with_it_and_an_empty_report_is_a_valid_paper() {
        let house = HouseStyle { name: Some("Cyngor Example".parse().unwrap()), ..HouseStyle::default() };
        let document = check_report(&example::report(), &house);
        assert_eq!(document.author, "Cyngor Example");
        let names: Vec<&str> = document.attachments.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["report.json", "house-style.json"]);
        let empty = Report { results: Vec::new(), authority: " ".into(), year: None, ..example::report() };
        assert_eq!(paper(&empty).author, "Authority not named");
    }

    #[test]
    fn a_question_that_was_answered_is_shown_with_its_answer() {
        let mut report = example::report();
        let answer = serde_json::json!({ "rule": "FW-2", "question": "Is it fit for purpose?", "decision": "met",
            "text": "Yes, the committee said so.", "by": "Monitoring Officer", "on": "2022-05-20" });
        assert!(!words(&paper(&report)).contains("Questions that were answered"));
        report.results[5].answer = Some(serde_json::from_value(answer).unwrap());
        let words = words(&paper(&report));
        assert!(
            words.contains("Met: Yes, the committee said so (Monitoring Officer, 20 May 2022)"),
            "{words}"
        );
    }
}
