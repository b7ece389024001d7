//! The report of a check, for officers and a committee: what must be done first, what is met last.

use ags_document::{Block, Cell, Document, HouseStyle, Inline, white_space};
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
    paper.to_do(&entries);
    paper.missing(&entries.missing);
    paper.questions(&entries.questions);
    paper.waived();
    paper.annex();
    paper.key();
    let stage = report.stage.map(text::stage);
    let checked = phrases::checked(report.as_at, report.results.len(), stage);
    Paper {
        title: phrases::title(&report.document_title()),
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
        self.body.push(Block::plain(phrases::need_action(counts.not_met, counts.not_due_yet, next)));
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
    fn to_do(&mut self, entries: &Entries<'a>) {
        self.body.push(Block::heading(1, phrases::TO_DO));
        if entries.not_met.is_empty() && entries.due.is_empty() {
            self.body.push(Block::plain(phrases::NOTHING_TO_DO));
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
            if let Some(table) = Block::table(phrases::to_do_caption(severity), columns, rows) {
                self.body.extend([Block::heading(2, phrases::severity(severity)), table]);
            }
        }
    }

    fn missing(&mut self, entries: &[Entry<'a>]) {
        let rows = entries.iter().map(|entry| [what(entry), places(entry), self.provisions(entry)]).collect();
        let columns = [phrases::ADD, phrases::PLACE, phrases::NEEDED];
        if let Some(table) = Block::table(phrases::MISSING_CAPTION, columns, rows) {
            let introduction = Block::plain(phrases::MISSING_INTRODUCTION);
            self.body.extend([Block::heading(1, phrases::MISSING), introduction, table]);
        }
    }

    fn questions(&mut self, entries: &[Entry<'a>]) {
        let rows = entries.iter().map(|entry| [what(entry), places(entry), self.provisions(entry)]).collect();
        let columns = [phrases::QUESTION, phrases::ABOUT, phrases::PROVISION];
        if let Some(table) = Block::table(phrases::QUESTIONS_CAPTION, columns, rows) {
            self.body.extend([Block::heading(1, phrases::QUESTIONS), table]);
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
        if let Some(table) = Block::table(phrases::WAIVED_CAPTION, columns, rows) {
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
    cell.extend(entry.consequences.iter().map(|ask| Block::plain(phrases::with_it(&line(ask.words)))));
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

fn line(words: &str) -> String {
    white_space::collapse(words).trim().to_owned()
}
