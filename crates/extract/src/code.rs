//! The local code under construction, in document order.

mod line;
mod plan;
mod row;

use std::collections::BTreeMap;

use governance_model::Passage;
use governance_model::action::NoAction;
use governance_model::{
    Action, ActionId, Arrangement, ArrangementId, Assurance, Authority, CitedInstrument, CodeDocument,
    Definition, DocumentId, Evidence, EvidenceId, FinancialYear, FrameworkEdition, FrameworkRef, Level,
    LocalCode, Meeting, Provenance, Role, Scale, ScaleId, Schema, StatementArrangements, Text, When,
};
use indexmap::IndexMap;

use crate::cell::Leaf;
use crate::dates;
use crate::items::Openings;
use crate::layout::{Field, Layout};
use crate::meaning::Meaning;
use crate::noise::{BULLET, repair_breaks};
use crate::normalise::plain;
use crate::phrases;
use crate::printable::printable;
use crate::report::ReportBuilder;

/// The local code under construction.
pub(crate) struct Code<'l> {
    layout: &'l Layout,
    framework: FrameworkEdition,
    document: DocumentId,
    openings: Openings,
    ids: BTreeMap<String, usize>,

    principles: Vec<Arrangement>,
    /// The path of the current arrangement: indexes from the principle down.
    path: Vec<usize>,
    /// The path of each clause, by its number.
    clauses: BTreeMap<String, Vec<usize>>,
    section: Option<String>,
    resolving: bool,

    title: Option<Leaf>,
    subtitle: Option<Text>,
    position: Option<Text>,
    dated: Option<When>,
    year: Option<FinancialYear>,
    planned_year: Option<FinancialYear>,
    lead_officer: Option<Text>,
    department: Option<Text>,
    review_cycle: Option<Text>,
    authority: Option<String>,
    passages: Vec<Passage>,
    citations: Vec<CitedInstrument>,
    scale: Option<(u8, u8)>,
    scored: bool,
    roles: Vec<Role>,
    assurances: Vec<Assurance>,
    actions: Vec<Action>,
    nothing_planned: Vec<NoAction>,
    definitions: Vec<Definition>,
    meetings: Vec<Meeting>,
    statement: StatementArrangements,
    family: Option<Text>,
}

impl<'l> Code<'l> {
    pub(crate) fn new(
        layout: &'l Layout,
        framework: FrameworkEdition,
        document: DocumentId,
        openings: Openings,
    ) -> Self {
        Self {
            layout,
            framework,
            document,
            openings,
            ids: BTreeMap::new(),
            principles: Vec::new(),
            path: Vec::new(),
            clauses: BTreeMap::new(),
            section: None,
            resolving: false,
            title: None,
            subtitle: None,
            position: None,
            dated: None,
            year: None,
            planned_year: None,
            lead_officer: None,
            department: None,
            review_cycle: None,
            authority: None,
            passages: Vec::new(),
            citations: Vec::new(),
            scale: layout.scale,
            scored: false,
            roles: Vec::new(),
            assurances: Vec::new(),
            actions: Vec::new(),
            nothing_planned: Vec::new(),
            definitions: Vec::new(),
            meetings: Vec::new(),
            statement: StatementArrangements {
                prepared_by: Vec::new(),
                approved_by: None,
                certified_by: Vec::new(),
                shall: Vec::new(),
                source: Provenance::Declared,
            },
            family: None,
        }
    }

    /// The name of the authority, where it has a line of its own.
    pub(crate) fn printed_authority(&self) -> Option<&str> {
        self.authority.as_deref()
    }

    pub(crate) fn finish(mut self, authority: Authority, citations: Vec<CitedInstrument>) -> LocalCode {
        self.hold_offices();
        let mut scales = IndexMap::new();
        if let (true, Some((worst, best)), Ok(id)) = (self.scored, self.scale, ScaleId::new(SCALE)) {
            scales.insert(id, Scale { worst, best, meaning: None });
        }
        let (title, from) = match self.title {
            Some(leaf) => (text(&leaf.text), leaf.from),
            None => (Text::default(), Provenance::Declared),
        };
        self.citations.extend(citations);
        let says_nothing = self.statement.prepared_by.is_empty()
            && self.statement.approved_by.is_none()
            && self.statement.certified_by.is_empty()
            && self.statement.shall.is_empty();
        LocalCode {
            schema: Schema::default(),
            authority,
            document: CodeDocument {
                id: self.document,
                title,
                subtitle: self.subtitle,
                dated: self.dated,
                year: self.year,
                planned_year: self.planned_year,
                lead_officer: self.lead_officer,
                department: self.department,
                review_cycle: self.review_cycle,
                reviewed: None,
                position: self.position,
                url: None,
                passages: self.passages,
                source: from,
            },
            framework: self.framework,
            citations: self.citations,
            scales,
            principles: self.principles,
            roles: self.roles,
            assurances: self.assurances,
            actions: self.actions,
            no_actions_planned: self.nothing_planned,
            definitions: self.definitions,
            meetings: self.meetings,
            statement: (!says_nothing).then_some(self.statement),
        }
    }

    /// Records which post holds each function, where the document names both together.
    fn hold_offices(&mut self) {
        for named in &self.statement.prepared_by {
            let Some((post, function)) = named.strip_suffix(')').and_then(|named| named.split_once(" ("))
            else {
                continue;
            };
            for role in &mut self.roles {
                if role.title.as_str() == function {
                    role.held_by = Some(text(post));
                } else if role.title.as_str() == post {
                    role.held_by = Some(text(function));
                }
            }
        }
    }

    // Identifiers.

    /// An unused identifier: the one wanted, with a number appended where it is taken.
    fn unique(&mut self, wanted: &str) -> String {
        let kept: String = wanted
            .chars()
            .map(|one| if one.is_ascii_alphanumeric() || one == '.' { one } else { '-' })
            .take(48)
            .collect();
        let kept = if kept.is_empty() { "x".to_owned() } else { kept };
        loop {
            let times = self.ids.entry(kept.clone()).or_default();
            *times += 1;
            if *times == 1 {
                return kept;
            }
            let numbered = format!("{kept}-{times}");
            if !self.ids.contains_key(&numbered) {
                self.ids.insert(numbered.clone(), 1);
                return numbered;
            }
        }
    }

    fn arrangement_id(&mut self, wanted: &str) -> Option<ArrangementId> {
        ArrangementId::new(self.unique(wanted)).ok()
    }

    fn evidence_id(&mut self, wanted: &str) -> Option<EvidenceId> {
        EvidenceId::new(self.unique(wanted)).ok()
    }

    fn action_id(&mut self, wanted: &str) -> Option<ActionId> {
        ActionId::new(self.unique(wanted)).ok()
    }

    // The tree of arrangements.

    fn at(&mut self, path: &[usize]) -> Option<&mut Arrangement> {
        let (first, rest) = path.split_first()?;
        let mut node = self.principles.get_mut(*first)?;
        for index in rest {
            node = node.arrangements.get_mut(*index)?;
        }
        Some(node)
    }

    fn here(&mut self) -> Option<&mut Arrangement> {
        let path = self.path.clone();
        self.at(&path)
    }

    /// Puts an arrangement under the one at a path, or at the top, and makes it the current one.
    fn put(&mut self, under: &[usize], arrangement: Arrangement) -> Vec<usize> {
        let siblings = match self.at(under) {
            Some(parent) => &mut parent.arrangements,
            None => &mut self.principles,
        };
        siblings.push(arrangement);
        let index = siblings.len() - 1;
        let mut path = if self.at(under).is_some() { under.to_vec() } else { Vec::new() };
        path.push(index);
        self.path.clone_from(&path);
        path
    }

    fn arrangement(
        &mut self,
        wanted: &str,
        level: Level,
        leaf: &Leaf,
        covers: Vec<FrameworkRef>,
    ) -> Option<Arrangement> {
        let id = self.arrangement_id(wanted)?;
        Some(Arrangement {
            covers,
            source: leaf.from.clone(),
            ..Arrangement::new(id, level, text(&leaf.text))
        })
    }

    fn reference(&self, id: &str) -> Vec<FrameworkRef> {
        let found = FrameworkRef::new(id).ok().filter(|id| self.framework.framework().find(id).is_some());
        found.into_iter().collect()
    }

    /// Begins a principle. If it is printed again while still empty, it only gets the title.
    fn principle(&mut self, printed: Option<&str>, leaf: &Leaf) {
        let id = printed.map_or_else(|| self.next_principle(), number);
        let again = self.principles.last_mut().filter(|last| {
            last.level == Level::Principle
                && last.id.as_str() == id
                && last.arrangements.is_empty()
                && last.evidence.is_empty()
        });
        if let Some(last) = again {
            last.title = text(&leaf.text);
            last.source = leaf.from.clone();
            self.path = vec![self.principles.len() - 1];
            return;
        }
        let covers = self.reference(&id);
        if let Some(principle) = self.arrangement(&id, Level::Principle, leaf, covers) {
            self.put(&[], principle);
        }
    }

    /// The number of a principle that is printed without one: the successor of the last.
    fn next_principle(&self) -> String {
        let last = self.principles.iter().rev().find(|one| one.level == Level::Principle);
        let follows = last.and_then(|last| {
            let id = last.id.as_str();
            let base = id.split('-').next().unwrap_or(id);
            let letter = base.chars().next().filter(|_| base.len() == 1)?;
            char::from_u32(u32::from(letter) + 1).map(String::from)
        });
        follows.unwrap_or_else(|| {
            if self.framework == FrameworkEdition::CipfaSolace2016 { "A" } else { "1" }.into()
        })
    }

    /// The path of the current principle.
    fn principle_path(&self) -> Vec<usize> {
        self.path.first().map(|first| vec![*first]).unwrap_or_default()
    }

    fn principle_number(&mut self) -> String {
        let path = self.principle_path();
        let id = self.at(&path).map(|principle| principle.id.to_string()).unwrap_or_default();
        if id.is_empty() { "0".into() } else { id }
    }

    /// Begins a sub-principle or aim under the current principle.
    fn sub_principle(&mut self, printed: Option<&str>, leaf: &Leaf) {
        let under = self.principle_path();
        let principle = self.principle_number();
        let place = self.at(&under).map_or(1, |parent| {
            parent.arrangements.iter().filter(|one| one.level == Level::SubPrinciple).count() + 1
        });
        let numbered = self.framework == FrameworkEdition::CipfaSolace2007;
        let derived = if numbered { format!("{principle}.{place}") } else { format!("{principle}-{place}") };
        let id = printed.map_or(derived, number);
        let mut covers = self.reference(&id);
        if covers.is_empty() {
            covers = self.sub_principles_named(&principle, &leaf.text);
        }
        if let Some(aim) = self.arrangement(&id, Level::SubPrinciple, leaf, covers) {
            self.put(&under, aim);
        }
    }

    /// The sub-principles of the framework whose titles occur in a text: all their longer words, in any order.
    fn sub_principles_named(&self, principle: &str, words: &str) -> Vec<FrameworkRef> {
        let stem = |word: &str| word.trim_end_matches('s').to_owned();
        let words = plain(words);
        let said: std::collections::BTreeSet<String> = words.split(' ').map(stem).collect();
        let framework = self.framework.framework();
        let principle = framework.principles.iter().find(|one| one.id == principle);
        let named = principle.into_iter().flat_map(|one| one.sub_principles).filter(|sub| {
            let title = plain(sub.title);
            title.split(' ').filter(|word| word.len() > 3).all(|word| said.contains(&stem(word)))
        });
        named.filter_map(|sub| FrameworkRef::new(sub.id).ok()).collect()
    }

    /// Adds a piece of evidence to the arrangement at a path.
    fn evidence(&mut self, path: &[usize], leaf: &Leaf, report: &mut ReportBuilder) {
        let Some((owner, place)) = self.at(path).map(|node| (node.id.to_string(), node.evidence.len() + 1))
        else {
            return;
        };
        let Some(id) = self.evidence_id(&format!("{owner}-{place:02}")) else { return };
        let (lead_in, parts) = parts(&leaf.text);
        let says = text(&leaf.text);
        let (kind, shown) = phrases::kind(&says);
        let short = says.split_whitespace().count() <= 6 && says.starts_with(char::is_uppercase);
        let evidence = Evidence {
            id,
            kind,
            basis: shown,
            state: phrases::state(&says),
            when: dates::of_evidence(&says),
            owner: None,
            name: short.then(|| says.clone()),
            lead_in,
            parts,
            url: None,
            text: says,
            source: leaf.from.clone(),
        };
        if let Some(node) = self.at(path) {
            node.evidence.push(evidence);
            report.count(Meaning::Evidence, 1);
        }
    }

    fn set(&mut self, field: Field, said: &[&str]) {
        let first = said.first().map(|one| text(one));
        match field {
            Field::PreparedBy => self.statement.prepared_by.extend(said.iter().map(|one| text(one))),
            Field::CertifiedBy => self.statement.certified_by.extend(said.iter().map(|one| text(one))),
            Field::ApprovedBy => self.statement.approved_by = first,
            Field::ReviewCycle => self.review_cycle = first,
            Field::LeadOfficer => self.lead_officer = first,
            Field::Department => self.department = first,
            Field::Dated => self.dated = first.as_deref().and_then(dates::due).or(self.dated),
            Field::Contact => {}
        }
    }
}

/// The identifier of the scale of scores.
const SCALE: &str = "score";

/// The bulleted parts of an item, and the words that lead into them.
fn parts(words: &str) -> (Option<Text>, Vec<Text>) {
    let mut pieces = words.split(BULLET).map(str::trim).filter(|piece| !piece.is_empty());
    let lead_in = pieces.next();
    let parts: Vec<Text> = pieces.map(text).collect();
    if parts.is_empty() { (None, parts) } else { (lead_in.map(text), parts) }
}

/// Text for the model: repaired, and without unprintable characters.
fn text(words: &str) -> Text {
    printable(&repair_breaks(&words.replace(BULLET, " ")))
}

/// The number of a principle or clause as the framework writes it: "ONE" is 1, "a" is A.
fn number(printed: &str) -> String {
    const WORDS: [&str; 7] = ["one", "two", "three", "four", "five", "six", "seven"];
    let printed = printed.trim().trim_end_matches('.');
    let lower = printed.to_lowercase();
    match WORDS.iter().position(|word| *word == lower) {
        Some(index) => (index + 1).to_string(),
        None => printed.to_uppercase(),
    }
}
