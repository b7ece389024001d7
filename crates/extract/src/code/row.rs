//! Rows of tables by the meaning of their columns.

use governance_model::Passage;
use governance_model::{FrameworkRef, Level, Role, RoleId, Text};

use super::{Code, text};
use crate::cell::{Cell, Leaf};
use crate::columns::Head;
use crate::dates;
use crate::items::Split;
use crate::layout::{Begins, Layout};
use crate::meaning::Meaning;
use crate::normalise::plain;
use crate::part::{Form, Part};
use crate::phrases;
use crate::report::ReportBuilder;
use crate::requirements;
use crate::row::Row;

/// A column of a row: its heading and its cell.
pub(super) struct ColumnCell<'p, 'a, 'l> {
    pub(super) head: &'p Head<'l>,
    pub(super) cell: Cell<'p, 'a>,
}

impl ColumnCell<'_, '_, '_> {
    fn split(&self) -> Split {
        self.head.column.map(|column| column.split).unwrap_or_default()
    }
}

pub(super) fn filled<'c, 'p, 'a, 'l>(
    columns: &'c [ColumnCell<'p, 'a, 'l>],
    meaning: Meaning,
) -> Option<&'c ColumnCell<'p, 'a, 'l>> {
    columns.iter().find(|column| column.head.means() == Some(meaning) && !column.cell.is_blank())
}

fn has(columns: &[ColumnCell<'_, '_, '_>], meaning: Meaning) -> bool {
    columns.iter().any(|column| column.head.means() == Some(meaning))
}

impl Code<'_> {
    /// What a heading row gives besides the meaning of its columns: years and the scale of scores.
    pub(crate) fn headings(&mut self, heads: &[Head<'_>], cells: &[Part<'_>]) {
        for (head, cell) in heads.iter().zip(cells) {
            match head.means() {
                Some(Meaning::Plan) => self.year = self.year.or(head.year),
                Some(Meaning::Action) => self.planned_year = self.planned_year.or(head.year),
                Some(Meaning::Score) => self.scale = scale(&cell.text).or(self.scale),
                _ => {}
            }
        }
    }

    /// A heading row that begins a principle.
    pub(crate) fn heading_row(&mut self, cells: &[Part<'_>], heads: &[Head<'_>], report: &mut ReportBuilder) {
        for (index, head) in heads.iter().enumerate() {
            let Some(pattern) = head.column.and_then(|column| column.pattern.as_ref()) else { continue };
            let Some(found) = pattern.0.captures(&head.words) else { continue };
            let printed = found.name("id").map(|id| id.as_str());
            let cell = Cell::of(cells.get(index..=index).unwrap_or_default());
            let leaf = cell.whole(&self.document);
            report.count(Meaning::Principle, 1);
            self.principle(printed, &leaf);
        }
    }

    /// A row of a table.
    pub(crate) fn row(&mut self, row: &Row<'_, '_>, report: &mut ReportBuilder) {
        let columns: Vec<ColumnCell<'_, '_, '_>> = row
            .heads
            .iter()
            .zip(&row.cells)
            .map(|(head, cell)| ColumnCell { head, cell: Cell::of(cell) })
            .collect();
        if has(&columns, Meaning::Role) {
            self.role(&columns, report);
        } else if has(&columns, Meaning::Recommendation) || has(&columns, Meaning::Family) {
            self.recommendations(&columns, report);
        } else if has(&columns, Meaning::Clause) {
            for column in columns.iter().filter(|column| !column.cell.is_blank()) {
                let leaf = column.cell.whole(&self.document);
                let of = Leaf { text: format!("{}: {}", column.head.words, leaf.text), ..leaf };
                self.clause(None, &of, Form::Plain);
            }
        } else if has(&columns, Meaning::Passage) {
            let all: Vec<Part<'_>> = row.cells.iter().flatten().cloned().collect();
            let leaf = Cell::of(&all).whole(&self.document);
            self.passages.push(Passage { text: text(&leaf.text), source: leaf.from });
        } else {
            self.arrangement_row(&columns, report);
        }
    }

    fn role(&mut self, columns: &[ColumnCell<'_, '_, '_>], report: &mut ReportBuilder) {
        let Some(title) = filled(columns, Meaning::Role).map(|column| column.cell.whole(&self.document))
        else {
            return;
        };
        let plain = plain(&title.text).replace([' ', '\''], "-");
        let wanted = self.unique(&format!("role-{plain}"));
        let Ok(id) = RoleId::new(wanted.strip_prefix("role-").unwrap_or(&wanted)) else { return };
        let says = filled(columns, Meaning::Duty).map(|column| text(&column.cell.text));
        report.count(Meaning::Role, 1);
        self.roles.push(Role {
            id,
            title: text(&title.text),
            kind: phrases::role(&title.text),
            aliases: Vec::new(),
            held_by: None,
            text: says,
            source: title.from,
        });
    }

    fn arrangement_row(&mut self, columns: &[ColumnCell<'_, '_, '_>], report: &mut ReportBuilder) {
        let targets = self.targets(columns, report);
        if let Some(first) = targets.first() {
            self.path.clone_from(&first.path);
        } else if self.here().is_none() {
            self.nameless(columns);
        }
        for column in columns.iter().filter(|column| !column.cell.is_blank()) {
            match column.head.means() {
                Some(Meaning::Evidence) => self.distribute(column, &targets, report, Code::evidence),
                Some(Meaning::FurtherWork) => self.distribute(column, &targets, report, Code::further_work),
                None => self.note(column),
                _ => {}
            }
        }
        if [Meaning::Score, Meaning::Plan, Meaning::Action, Meaning::Owner]
            .iter()
            .any(|one| has(columns, *one))
        {
            self.assessed(columns, report);
        }
        if let Some(last) = targets.last() {
            self.path.clone_from(&last.path);
        }
    }

    /// A row without a name, before any principle: it is put at the top, numbered by position.
    fn nameless(&mut self, columns: &[ColumnCell<'_, '_, '_>]) {
        let Some(first) = columns.iter().find(|column| !column.cell.is_blank()) else { return };
        let mut leaf = first.cell.whole(&self.document);
        leaf.text = String::new();
        let place = self.principles.len() + 1;
        if let Some(row) = self.arrangement(&format!("row-{place}"), Level::Requirement, &leaf, Vec::new()) {
            self.put(&[], row);
        }
    }

    /// Distributes the items of a cell over the arrangements of the row: those that begin in a part below the one that
    /// names a second arrangement belong to that one.
    fn distribute(
        &mut self,
        column: &ColumnCell<'_, '_, '_>,
        targets: &[RowTarget],
        report: &mut ReportBuilder,
        put: fn(&mut Self, &[usize], &Leaf, &mut ReportBuilder),
    ) {
        let (leaves, least) = column.cell.leaves(column.split(), &self.openings, &self.document);
        if let Some(least) = least {
            report.split(least);
        }
        let here = self.path.clone();
        for leaf in &leaves {
            let target = targets.iter().rev().find(|target| target.line < column.line_of(leaf.part));
            let path = target.or(targets.first()).map_or(&here, |target| &target.path);
            put(self, path, leaf, report);
        }
    }

    /// Keeps a cell of a column that the layout does not name, as a note.
    fn note(&mut self, column: &ColumnCell<'_, '_, '_>) {
        let said = format!("{}: {}", column.head.words, column.cell.text);
        if let Some(node) = self.here() {
            let before = node.note.as_ref().map(|note| format!("{note}\n")).unwrap_or_default();
            node.note = Some(crate::printable::printable(&format!("{before}{}", text(&said))));
        }
    }

    /// The arrangements that a row names: none where it continues an earlier one, several where a cell has several
    /// identifiers.
    fn targets(&mut self, columns: &[ColumnCell<'_, '_, '_>], report: &mut ReportBuilder) -> Vec<RowTarget> {
        let mut targets = Vec::new();
        let reference = filled(columns, Meaning::Reference).map(|column| column.cell.text.trim().to_owned());
        if let Some(column) = filled(columns, Meaning::Principle) {
            self.principle_cell(column, report);
            targets.extend(RowTarget::of(&self.path, 0));
        }
        if let Some(column) = filled(columns, Meaning::SubPrinciple) {
            let leaf = column.cell.whole(&self.document);
            let (id, leaf) = self.identified(leaf, reference.as_deref());
            if self.principle_path().is_empty() {
                self.implied_principle(id.as_deref(), &leaf);
            }
            report.count(Meaning::SubPrinciple, 1);
            self.sub_principle(id.as_deref(), &leaf);
            targets = RowTarget::of(&self.path, 0).into_iter().collect();
        }
        if let Some(column) = filled(columns, Meaning::Requirement) {
            targets = self.requirements(column, reference.as_deref(), report);
        }
        if targets.is_empty()
            && let Some(id) = reference
        {
            let whole = columns.iter().find(|column| !column.cell.is_blank());
            if let Some(mut leaf) = whole.map(|column| column.cell.whole(&self.document)) {
                leaf.text.clone_from(&id);
                let under = self.principle_path();
                self.requirement(&under, Some(&id), &leaf, report);
                targets.extend(RowTarget::of(&self.path, 0));
            }
        }
        targets
    }

    /// A principle in a cell, with its aims where they are in the same cell.
    fn principle_cell(&mut self, column: &ColumnCell<'_, '_, '_>, report: &mut ReportBuilder) {
        let cell = &column.cell;
        let rows = &self.layout.rows;
        let (Some(ends), Begins::Heading) = (rows.title_ends, rows.begins) else {
            let (id, leaf) = self.identified(cell.whole(&self.document), None);
            let same = self.here().is_some_and(|node| node.title.as_str() == text(&leaf.text).as_str());
            if !same {
                report.count(Meaning::Principle, 1);
                self.principle(id.as_deref(), &leaf);
            }
            return;
        };
        let title = cell.text.find(ends).unwrap_or(cell.text.len());
        let leaf = cell.slice(0..title, 90, &self.document);
        let path = self.principle_path();
        if let Some(node) = self.at(&path) {
            node.title = text(&leaf.text);
            node.source = leaf.from;
        }
        let begin = rows.aims_begin.as_ref().map(|pattern| {
            let found = pattern.0.captures_iter(&cell.text).filter_map(|found| found.name("aim"));
            found.map(|aim| aim.start()).filter(|at| *at > title).collect::<Vec<_>>()
        });
        let begin = begin.unwrap_or_default();
        let ends = begin.iter().copied().skip(1).chain([cell.text.len()]);
        for (start, end) in begin.iter().copied().zip(ends) {
            let aim = cell.slice(start..end, 75, &self.document);
            report.count(Meaning::SubPrinciple, 1);
            self.sub_principle(None, &aim);
        }
        if begin.len() > 1 {
            report.split(75);
        }
        self.path = path;
    }

    /// The number at the beginning of a cell, or in a column of its own, and the words after it.
    fn identified(&self, mut leaf: Leaf, reference: Option<&str>) -> (Option<String>, Leaf) {
        if let Some(id) = reference {
            return (Some(id.to_owned()), leaf);
        }
        let found = leading_id(self.layout, &leaf.text);
        let Some((id, rest)) = found else { return (None, leaf) };
        leaf.text = rest;
        (Some(id), leaf)
    }

    /// The requirements of a cell: one for each identifier, else one for each item.
    fn requirements(
        &mut self,
        column: &ColumnCell<'_, '_, '_>,
        reference: Option<&str>,
        report: &mut ReportBuilder,
    ) -> Vec<RowTarget> {
        let cell = &column.cell;
        let starts = self.ids_in(&cell.text);
        let mut targets = Vec::new();
        if starts.len() > 1 {
            report.split(90);
        }
        if !starts.is_empty() {
            let ends = starts.iter().copied().skip(1).chain([cell.text.len()]);
            for (index, (start, end)) in starts.iter().copied().zip(ends).enumerate() {
                let start = if index == 0 { 0 } else { start };
                let leaf = cell.slice(start..end, if starts.len() > 1 { 90 } else { 100 }, &self.document);
                let line = if index == 0 { 0 } else { column.line_of(leaf.part) };
                let (id, leaf) = self.identified(leaf, None);
                targets.extend(self.placed_requirement(id.as_deref(), &leaf, line, report));
            }
            return targets;
        }
        if column.split() == Split::Whole || reference.is_some() {
            let leaf = cell.whole(&self.document);
            targets.extend(self.placed_requirement(reference, &leaf, 0, report));
            return targets;
        }
        let (leaves, least) = cell.leaves(column.split(), &self.openings, &self.document);
        if let Some(least) = least {
            report.split(least);
        }
        let under = self.principle_path();
        for leaf in &leaves {
            self.requirement(&under, None, leaf, report);
        }
        self.path.clone_from(&under);
        RowTarget::of(&under, 0).into_iter().collect()
    }

    /// Where identifiers begin in a key cell: at its beginning, and after a space.
    fn ids_in(&self, words: &str) -> Vec<usize> {
        let Some(id) = self.layout.rows.id.as_ref() else { return Vec::new() };
        let first = id.0.is_match(words).then_some(0);
        let inside = self.layout.rows.begins == Begins::Id;
        let later = words.match_indices(' ').map(|(at, _)| at + 1).filter(|at| {
            let rest = words.get(*at..).unwrap_or_default();
            inside && rest.starts_with(char::is_numeric) && id.0.is_match(rest)
        });
        let offset = words.len() - words.trim_start().len();
        first.into_iter().chain(later.filter(|at| first.is_none() || *at > offset)).collect()
    }

    fn placed_requirement(
        &mut self,
        id: Option<&str>,
        leaf: &Leaf,
        line: u32,
        report: &mut ReportBuilder,
    ) -> Option<RowTarget> {
        let numbers: Vec<&str> = id.unwrap_or_default().split('.').collect();
        let principle = self.principle_number();
        let differs = numbers.len() > 1 && !belongs(id.unwrap_or_default(), &principle);
        if self.principle_path().is_empty() || differs {
            self.implied_principle(id, leaf);
        }
        let under = self.parent_of(id);
        self.requirement(&under, id, leaf, report);
        RowTarget::of(&self.path, line)
    }

    /// The aim whose number is a prefix of the requirement's, else the current sub-principle, else the principle.
    fn parent_of(&mut self, id: Option<&str>) -> Vec<usize> {
        let mut path = self.principle_path();
        let open = self.path.get(1).copied();
        let above = id.and_then(|id| id.rsplit_once('.')).map(|(above, _)| above.to_owned());
        let Some(principle) = self.at(&path) else { return path };
        let is_aim = |index: usize| {
            principle.arrangements.get(index).is_some_and(|one| one.level == Level::SubPrinciple)
        };
        let base = |one: &str| one.split('-').next().unwrap_or_default().to_owned();
        let named = above.and_then(|above| {
            principle
                .arrangements
                .iter()
                .rposition(|one| one.level == Level::SubPrinciple && base(one.id.as_str()) == above)
        });
        if let Some(index) = named.or_else(|| open.filter(|index| is_aim(*index) && id.is_none())) {
            path.push(index);
        }
        path
    }

    /// Begins the principle that a number belongs to, where the document has not named it before.
    fn implied_principle(&mut self, id: Option<&str>, leaf: &Leaf) {
        let framework = self.framework.framework();
        let known = framework.principles.iter().find(|one| id.is_some_and(|id| belongs(id, one.id)));
        let Some(known) = known else {
            self.path.clear();
            return;
        };
        let mut implied = Leaf { text: known.title.to_owned(), part: leaf.part, from: leaf.from.clone() };
        if let governance_model::Provenance::Document(place) = &mut implied.from {
            place.raw = None;
            place.confidence = Some(60);
            place.note = Some(text("the title is the framework's; the document gives the number only"));
        }
        self.principle(Some(known.id), &implied);
    }

    /// Begins a requirement under the arrangement at a path.
    pub(super) fn requirement(
        &mut self,
        under: &[usize],
        id: Option<&str>,
        leaf: &Leaf,
        report: &mut ReportBuilder,
    ) {
        let place = match self.at(under) {
            Some(parent) => {
                parent.arrangements.iter().filter(|one| one.level == Level::Requirement).count() + 1
            }
            None => self.principles.len() + 1,
        };
        let above = self.at(under).map(|parent| parent.id.to_string());
        let derived = above.map_or_else(|| format!("{place:02}"), |above| format!("{above}-{place:02}"));
        let wanted = id.unwrap_or(&derived);
        let mut covers = id.map(|id| self.reference(id)).unwrap_or_default();
        if covers.is_empty() {
            covers = self.requirements_in(&leaf.text);
        }
        if let Some(requirement) = self.arrangement(wanted, Level::Requirement, leaf, covers) {
            report.count(Meaning::Requirement, 1);
            self.put(under, requirement);
        }
    }

    /// The requirements of the framework that a printed text is about.
    fn requirements_in(&self, words: &str) -> Vec<FrameworkRef> {
        let found = requirements::named_in(self.framework, words);
        found.into_iter().filter_map(|id| FrameworkRef::new(id).ok()).collect()
    }

    pub(super) fn owners(words: &str) -> Vec<Text> {
        let posts = words.split(['/', ';', '\n']).map(|post| post.trim().trim_end_matches('.'));
        posts.filter(|post| !post.is_empty()).map(text).collect()
    }
}

impl ColumnCell<'_, '_, '_> {
    fn line_of(&self, part: usize) -> u32 {
        self.cell.line_of(part)
    }
}

/// An arrangement that a row names, and the line of the part that names it, 0 for the first.
struct RowTarget {
    path: Vec<usize>,
    line: u32,
}

impl RowTarget {
    fn of(path: &[usize], line: u32) -> Option<Self> {
        (!path.is_empty()).then(|| Self { path: path.to_vec(), line })
    }
}

/// Whether a number belongs to a principle: "2.3.4" to 2, "A1" to A.
fn belongs(id: &str, principle: &str) -> bool {
    let base = principle.split('-').next().unwrap_or_default();
    !base.is_empty()
        && id.strip_prefix(base).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('.') || base.chars().all(char::is_alphabetic)
        })
}

/// The identifier a text begins with, and what follows it.
fn leading_id(layout: &Layout, words: &str) -> Option<(String, String)> {
    let found = layout.rows.id.as_ref()?.0.captures(words)?;
    let id = found.name("id")?;
    let rest = words.get(id.end()..)?.trim_start_matches(['.', ':', ')', ' ', '\u{2013}', '-']).trim();
    Some((id.as_str().to_owned(), if rest.is_empty() { words.trim() } else { rest }.to_owned()))
}

/// The scale that a heading gives, as in "Score 1-10".
fn scale(heading: &str) -> Option<(u8, u8)> {
    if dates::financial_year(heading).is_some() {
        return None;
    }
    let mut numbers = heading.split(|one: char| !one.is_ascii_digit()).filter_map(|word| word.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}
