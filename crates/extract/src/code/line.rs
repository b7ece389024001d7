//! Lines, paragraphs and list items by their meaning.

use std::sync::LazyLock;

use governance_model::Passage;
use governance_model::{
    Assurance, AssuranceId, CitedInstrument, Definition, Level, Meeting, Minute, Provenance,
};
use regex::{Captures, Regex};

use super::{Code, number, text};
use crate::cell::{Cell, Leaf};
use crate::dates;
use crate::layout::Field;
use crate::meaning::Meaning;
use crate::normalise::plain;
use crate::part::{Form, Part};
use crate::phrases;
use crate::report::{Disposition, ReportBuilder};
use crate::row::Prose;

impl Code<'_> {
    pub(crate) fn section(&mut self, name: Option<&str>) {
        self.section = name.map(str::to_owned);
        self.resolving = false;
    }

    /// A particular of the document in a row of two cells: its label and its value.
    pub(crate) fn particular(&mut self, field: Field, cells: &[Part<'_>], report: &mut ReportBuilder) {
        let value = cells.get(1).map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
        self.set(field, &[value.as_str()]);
        if field == Field::Contact {
            let cell = Cell::of(cells);
            let leaf = cell.whole(&self.document);
            self.passages.push(Passage { text: text(&leaf.text), source: leaf.from });
        }
        for cell in cells {
            report.mark(cell.line, Disposition::Used);
        }
    }

    /// A line, paragraph or item with its meaning, and the captures of the pattern that matched it.
    pub(crate) fn line(
        &mut self,
        means: Meaning,
        prose: &Prose<'_>,
        found: Option<&Captures<'_>>,
        report: &mut ReportBuilder,
    ) {
        let cell = Cell::of(&prose.parts);
        let leaf = cell.whole(&self.document);
        let named = |name: &str| found.and_then(|found| found.name(name)).map(|found| found.as_str());
        let titled = || Leaf {
            text: named("title").unwrap_or(&leaf.text).to_owned(),
            part: 0,
            from: leaf.from.clone(),
        };
        let disposition = if means == Meaning::Heading { Disposition::Header } else { Disposition::Used };
        for part in &prose.parts {
            report.mark(part.line, disposition);
        }
        self.facts(&leaf.text);
        match means {
            Meaning::Heading => self.resolving = false,
            Meaning::Title => self.titled(titled()),
            Meaning::Authority => self.authority = Some(leaf.text),
            Meaning::Position => self.position = Some(text(&leaf.text)),
            Meaning::Dated => {
                self.dated = dates::first(&leaf.text).or(self.dated);
                self.passage(leaf);
            }
            Meaning::Principle | Meaning::PrincipleTitle => {
                self.principle_line(named("id"), &titled(), report);
            }
            Meaning::SubPrinciple => {
                report.count(Meaning::SubPrinciple, 1);
                self.sub_principle(named("id"), &titled());
            }
            Meaning::Requirement => {
                let path = self.principle_path();
                self.requirement(&path, named("id"), &titled(), report);
            }
            Meaning::Rationale => match self.here() {
                Some(node) => {
                    let says = leaf.text.strip_prefix("Rationale:").unwrap_or(&leaf.text);
                    node.rationale.push(text(says));
                }
                None => self.passage(leaf),
            },
            Meaning::Evidence => self.listed_evidence(prose.form, &leaf, report),
            Meaning::Assurance => self.assurance(&leaf),
            Meaning::StatementShall => self.statement.shall.push(text(&leaf.text)),
            Meaning::Guidance => {
                let instrument = text(&leaf.text);
                self.citations.push(CitedInstrument {
                    instrument,
                    provision: None,
                    purpose: Some(text("reference")),
                    source: leaf.from,
                });
            }
            Meaning::Clause => self.clause(named("id"), &titled(), prose.form),
            Meaning::Definition => {
                let (term, means) = (named("term").unwrap_or_default(), named("means").unwrap_or_default());
                self.definitions.push(Definition { term: text(term), means: text(means), source: leaf.from });
            }
            Meaning::Meeting => self.meetings.push(Meeting {
                body: text(&titled().text),
                when: None,
                venue: None,
                present: None,
                minutes: Vec::new(),
                source: leaf.from,
            }),
            Meaning::MeetingDate | Meaning::Venue | Meaning::Present => {
                self.of_meeting(means, &titled(), &leaf);
            }
            Meaning::Minute => self.minute(named("id"), &titled()),
            Meaning::Resolved => self.resolving = true,
            _ => self.passage(leaf),
        }
    }

    fn titled(&mut self, leaf: Leaf) {
        self.year = self.year.or_else(|| dates::financial_year(&leaf.text));
        if self.title.as_ref().is_some_and(|title| title.text == leaf.text) {
            return;
        }
        if self.title.is_none() {
            self.title = Some(leaf);
        } else if let Some(date) =
            dates::first(&leaf.text).filter(|_| leaf.text.split_whitespace().count() <= 4)
        {
            self.dated = Some(date);
        } else if self.subtitle.is_none() {
            self.subtitle = Some(text(&leaf.text));
        } else if self.subtitle.as_deref() != Some(leaf.text.as_str()) {
            self.passage(leaf);
        }
    }

    fn principle_line(&mut self, printed: Option<&str>, leaf: &Leaf, report: &mut ReportBuilder) {
        report.count(Meaning::Principle, 1);
        if self.layout.framework == Some(governance_model::FrameworkEdition::Nolan) {
            let titles = self.framework.framework().principles;
            let known = titles.iter().find(|one| plain(one.title) == plain(&leaf.text));
            self.principle(known.map(|one| one.id), leaf);
            return;
        }
        self.principle(printed, leaf);
    }

    /// Prose that belongs to no arrangement, or a resolution of the current minute.
    fn passage(&mut self, leaf: Leaf) {
        let minute = self.meetings.last_mut().and_then(|meeting| meeting.minutes.last_mut());
        if let Some(minute) = minute.filter(|_| self.resolving) {
            minute.resolved.push(text(&leaf.text));
            return;
        }
        self.passages.push(Passage { text: text(&leaf.text), source: leaf.from });
    }

    fn facts(&mut self, words: &str) {
        for fact in &self.layout.facts {
            let Some(found) = fact.matches.0.captures(words) else { continue };
            let said: Vec<&str> = ["is", "is2", "is3"]
                .iter()
                .filter_map(|name| found.name(name).map(|said| said.as_str().trim()))
                .collect();
            self.set(fact.field, &said);
        }
    }

    /// Evidence in a list. An indented item below one that ends with a colon is a part of that one.
    fn listed_evidence(&mut self, form: Form, leaf: &Leaf, report: &mut ReportBuilder) {
        if let Form::Item { indented: true } = form {
            let last = self.here().and_then(|node| node.evidence.last_mut());
            let leads_in = |says: &str| says.trim_end_matches([' ', '-', '\u{2013}']).ends_with(':');
            if let Some(last) = last.filter(|last| leads_in(&last.text)) {
                last.parts.push(text(&leaf.text));
                if let (Provenance::Document(place), Provenance::Document(part)) =
                    (&mut last.source, &leaf.from)
                {
                    place.to_line = part.to_line.or(part.line);
                }
                return;
            }
        }
        let path = self.path.clone();
        if self.at(&path).is_some() {
            self.evidence(&path, leaf, report);
        } else {
            self.passages.push(Passage { text: text(&leaf.text), source: leaf.from.clone() });
        }
    }

    fn assurance(&mut self, leaf: &Leaf) {
        let wanted = format!("AS-{}", self.assurances.len() + 1);
        let Ok(id) = AssuranceId::new(wanted) else { return };
        self.assurances.push(Assurance {
            id,
            kind: phrases::assurance(&leaf.text),
            title: text(&leaf.text),
            provider: None,
            year: None,
            given: None,
            level: None,
            own_level: None,
            text: None,
            standard: None,
            basis: None,
            limits: None,
            source: leaf.from.clone(),
        });
    }

    fn of_meeting(&mut self, means: Meaning, titled: &Leaf, whole: &Leaf) {
        let Some(meeting) = self.meetings.last_mut() else {
            self.passages.push(Passage { text: text(&whole.text), source: whole.from.clone() });
            return;
        };
        match means {
            Meaning::MeetingDate => meeting.when = dates::first(&titled.text),
            Meaning::Venue => meeting.venue = Some(text(&titled.text)),
            _ => {
                meeting.present = u16::try_from(NAME.find_iter(&titled.text).count()).ok();
                self.passages.push(Passage { text: text(&whole.text), source: whole.from.clone() });
            }
        }
    }

    fn minute(&mut self, printed: Option<&str>, leaf: &Leaf) {
        self.resolving = false;
        let minute = Minute {
            number: printed.map(text),
            title: text(&leaf.text),
            resolved: Vec::new(),
            source: leaf.from.clone(),
        };
        match self.meetings.last_mut() {
            Some(meeting) => meeting.minutes.push(minute),
            None => self.passages.push(Passage { text: minute.title, source: minute.source }),
        }
    }

    /// Puts a clause under the clause whose number is a prefix of its own; a clause without a number, under the last
    /// one with a number. A bullet that a blank line divided is joined again.
    pub(super) fn clause(&mut self, printed: Option<&str>, leaf: &Leaf, form: Form) {
        if let Some(printed) = printed {
            let id = number(printed);
            let under = self.clause_above(&id);
            let Some(clause) = self.arrangement(&format!("P-{id}"), Level::Clause, leaf, Vec::new()) else {
                return;
            };
            let path = self.put(&under, clause);
            self.clauses.insert(id, path);
            return;
        }
        let under = self.path.clone();
        if form == Form::Plain
            && let Some(last) = self.here().and_then(|node| node.arrangements.last_mut())
            && last.title.ends_with(char::is_alphanumeric)
            && last.note.as_deref() == Some(BULLETED)
        {
            last.title = text(&format!("{} {}", last.title, leaf.text));
            if let (Provenance::Document(place), Provenance::Document(rest)) = (&mut last.source, &leaf.from)
            {
                place.to_line = rest.to_line.or(rest.line);
                place.confidence = Some(70);
            }
            return;
        }
        let above = self.here().map(|node| (node.id.to_string(), node.arrangements.len() + 1));
        let wanted = above.map_or_else(|| "P-0".to_owned(), |(id, place)| format!("{id}-{place}"));
        let Some(mut clause) = self.arrangement(&wanted, Level::Clause, leaf, Vec::new()) else { return };
        clause.note = matches!(form, Form::Item { .. }).then(|| text(BULLETED));
        self.put(&under, clause);
        self.path = under;
    }

    fn clause_above(&self, id: &str) -> Vec<usize> {
        let mut above = id;
        while let Some((shorter, _)) = above.rsplit_once('.') {
            if let Some(path) = self.clauses.get(shorter) {
                return path.clone();
            }
            above = shorter;
        }
        Vec::new()
    }
}

/// The note on a clause that the document prints as a bullet.
const BULLETED: &str = "a bullet in the document";

#[allow(clippy::expect_used, reason = "a constant pattern, which a test compiles")]
static NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b\p{Lu} \p{Lu}\p{Ll}").expect("a valid pattern"));
