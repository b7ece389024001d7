//! Rows and paragraphs: lines divided by a page break, a narrow column or a missing cell are joined again, repeated
//! headings are dropped, and each row is passed on with its meaning.

use std::mem;

use governance_model::Text;

use crate::code::Code;
use crate::columns::{Head, recognise};
use crate::layout::{Begins, Layout, SectionRule};
use crate::meaning::Meaning;
use crate::noise;
use crate::normalise::plain;
use crate::part::{Form, Line, Part};
use crate::report::{Disposition, ReportBuilder};
use crate::row::{Prose, Row};

/// The table that is being read.
struct Table<'a, 'l> {
    heads: Vec<Head<'l>>,
    /// The heading row as it is in the input, so that a repetition is recognised.
    raw: Vec<String>,
    row: Option<Row<'a, 'l>>,
}

/// Reads lines in order and passes them on with their meaning.
pub(crate) struct Reader<'a, 'l, 'r> {
    layout: &'l Layout,
    section: Option<&'l SectionRule>,
    table: Option<Table<'a, 'l>>,
    prose: Option<Prose<'a>>,
    /// Whether the section has had a table.
    after_table: bool,
    code: &'r mut Code<'l>,
    report: &'r mut ReportBuilder,
}

impl<'a, 'l, 'r> Reader<'a, 'l, 'r> {
    pub(crate) fn new(layout: &'l Layout, code: &'r mut Code<'l>, report: &'r mut ReportBuilder) -> Self {
        Self { layout, section: layout.first(), table: None, prose: None, after_table: false, code, report }
    }

    pub(crate) fn read(&mut self, lines: Vec<(u32, Line<'a>)>) {
        for (_, line) in lines {
            match line {
                Line::Blank => self.end_prose(),
                Line::Row(cells) => {
                    self.end_prose();
                    self.row(cells);
                }
                Line::Prose(form, part) => self.prose(form, part),
            }
        }
        self.end_prose();
        self.end_row();
    }

    fn skip_all(&mut self, parts: &[Part<'_>], reason: &str) {
        for part in parts.iter().filter(|part| !part.raw.trim().is_empty()) {
            self.report.skip(part.line, part.column, &part.raw, reason.to_owned());
        }
    }

    // Rows.

    fn row(&mut self, cells: Vec<Part<'a>>) {
        if let Some(reason) = self.section.and_then(|section| section.noise.as_deref()) {
            self.skip_all(&cells, reason);
            return;
        }
        if cells.iter().all(|cell| cell.text.trim().is_empty() || noise::is_rule(&cell.text)) {
            self.skip_all(&cells, "a rule or a row of dots");
            return;
        }
        if self.heading_row(&cells) {
            return;
        }
        if let Some(section) = self.skipped_section(&cells) {
            self.end_row();
            self.table = None;
            self.section = Some(section);
            self.skip_all(&cells, section.noise.as_deref().unwrap_or_default());
            return;
        }
        if let Some(label) = cells.first().filter(|_| self.table.is_none() && cells.len() == 2) {
            let label = plain(&label.text);
            if let Some(found) = self.layout.particulars.iter().find(|one| plain(&one.label) == label) {
                self.code.particular(found.field, &cells, self.report);
                return;
            }
        }
        let heads: Vec<Head<'l>> = match &self.table {
            Some(table) => table.heads.clone(),
            None => self.section.map(|section| Head::meant(&section.rows)).unwrap_or_default(),
        };
        if heads.is_empty() {
            for cell in &cells {
                self.report.mark(cell.line, Disposition::NotUnderstood);
            }
            return;
        }
        self.body_row(&heads, cells);
    }

    /// The section that a row opens and that is skipped as a whole, such as a table of contents.
    fn skipped_section(&self, cells: &[Part<'_>]) -> Option<&'l SectionRule> {
        let first = cells.first().filter(|first| first.text.len() <= 80)?;
        let (section, _) = self.layout.opened_by(first.text.trim())?;
        section.noise.is_some().then_some(section)
    }

    /// Reads a heading row: of a new table, or a repetition after a page break.
    fn heading_row(&mut self, cells: &[Part<'a>]) -> bool {
        let raw = || cells.iter().map(|cell| cell.raw.trim().to_owned()).collect::<Vec<_>>();
        let again = self.table.as_ref().is_some_and(|table| {
            table.raw.len() == cells.len()
                && table.raw.iter().zip(cells).all(|(before, cell)| before == cell.raw.trim())
        });
        if again && self.layout.rows.begins != Begins::Heading {
            self.header(cells);
            return true;
        }
        let Some(heads) = recognise(cells, self.layout) else { return false };
        self.header(cells);
        let means = |heads: &[Head<'_>]| heads.iter().map(Head::means).collect::<Vec<_>>();
        let same = self.table.as_ref().is_some_and(|table| means(&table.heads) == means(&heads));
        if self.layout.rows.begins == Begins::Heading || !same {
            self.end_row();
            self.not_recognised(cells, &heads);
        }
        if self.layout.rows.begins == Begins::Heading {
            self.code.heading_row(cells, &heads, self.report);
        }
        self.code.headings(&heads, cells);
        let row = self.table.take().and_then(|table| table.row);
        self.table = Some(Table { heads, raw: raw(), row });
        self.after_table = true;
        true
    }

    fn header(&mut self, cells: &[Part<'_>]) {
        for cell in cells {
            for line in cell.line..=cell.last {
                self.report.mark(line, Disposition::Header);
            }
        }
    }

    fn not_recognised(&mut self, cells: &[Part<'_>], heads: &[Head<'_>]) {
        for (cell, head) in cells.iter().zip(heads) {
            if head.column.is_none() && !head.words.is_empty() {
                self.report.columns_not_recognised.push(crate::error::Unrecognised {
                    line: cell.line,
                    column: Some(cell.column),
                    words: crate::printable::printable(&head.words).to_string(),
                });
            }
        }
    }

    fn body_row(&mut self, heads: &[Head<'l>], cells: Vec<Part<'a>>) {
        let cells = self.placed(heads, cells);
        let starts = self.starts_row(heads, &cells);
        if starts {
            self.end_row();
        }
        let mut row = self.pending().unwrap_or_else(|| Row::of(heads));
        for (index, cell) in cells {
            if !starts && self.says_continued(&cell.text) {
                self.report.skip(cell.line, cell.column, &cell.raw, "a label of a continued row");
                continue;
            }
            self.take_cell(&mut row, index, cell);
        }
        match &mut self.table {
            Some(table) => table.row = Some(row),
            None => self.code.row(&row, self.report),
        }
    }

    fn pending(&mut self) -> Option<Row<'a, 'l>> {
        self.table.as_mut().and_then(|table| table.row.take())
    }

    fn take_cell(&mut self, row: &mut Row<'a, 'l>, index: usize, mut cell: Part<'a>) {
        if cell.text.trim().is_empty() {
            return;
        }
        let head = row.heads.get(index);
        let numbers = [Some(Meaning::Score), Some(Meaning::Reference), Some(Meaning::Due)];
        if head.is_none_or(|head| !numbers.contains(&head.means())) {
            let above = row
                .cells
                .get(index)
                .and_then(|parts| parts.last())
                .filter(|above| above.line + 1 == cell.line)
                .map(|above| above.text.as_str());
            if let Some(reason) = noise::scrap(&cell.text, above) {
                self.report.skip(cell.line, cell.column, &cell.raw, reason);
                return;
            }
        }
        if let Some(rest) = head.and_then(|head| without_heading(&cell.text, &head.words)) {
            let cut = cell.text.len() - rest.len();
            let heading = cell.text.get(..cut).unwrap_or_default().trim().to_owned();
            self.report.skip(cell.line, cell.column, &heading, "a heading inside a cell");
            cell.text.drain(..cut);
        }
        for line in cell.line..=cell.last {
            self.report.mark(line, Disposition::Used);
        }
        if let Some(parts) = row.cells.get_mut(index) {
            parts.push(cell);
        }
    }

    /// Each cell with the column it belongs to, including cells that moved to the left or match the pattern of another
    /// column.
    fn placed(&self, heads: &[Head<'l>], cells: Vec<Part<'a>>) -> Vec<(usize, Part<'a>)> {
        let missing = heads.len().saturating_sub(cells.len());
        let first = cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
        let moved = missing > 0
            && self.layout.rows.begins == Begins::Id
            && self.table.as_ref().is_some_and(|table| table.row.is_some())
            && !self.has_id(&first);
        let mut offset = if moved { isize::try_from(missing).unwrap_or(0) } else { 0 };
        let mut placed = Vec::with_capacity(cells.len());
        let next_is_blank = cells.get(1).is_none_or(|cell| cell.text.trim().is_empty());
        for (at, cell) in cells.into_iter().enumerate() {
            if cell.text.trim().is_empty() {
                continue;
            }
            let index = at.saturating_add_signed(offset);
            let own = heads.iter().position(|head| head.has_shape(&cell.text));
            let shaped = heads.get(index).is_some_and(Head::is_shaped);
            let index = match own {
                Some(own) => {
                    offset = isize::try_from(own).unwrap_or(0) - isize::try_from(at).unwrap_or(0);
                    own
                }
                None if shaped && next_is_blank => index + 1,
                None => index,
            };
            placed.push((index.min(heads.len().saturating_sub(1)), cell));
        }
        placed
    }

    fn has_id(&self, words: &str) -> bool {
        self.layout.rows.id.as_ref().is_some_and(|id| id.0.is_match(words))
    }

    fn starts_row(&self, heads: &[Head<'_>], cells: &[(usize, Part<'_>)]) -> bool {
        let Some(row) = self.table.as_ref().and_then(|table| table.row.as_ref()) else { return true };
        if self.layout.rows.begins == Begins::Heading {
            return false;
        }
        let means = |index: &usize| heads.get(*index).and_then(Head::means);
        let key = cells.iter().find(|(index, _)| means(index).is_some_and(begins_rows));
        let Some((_, key)) = key else {
            return !heads.iter().any(|head| head.means().is_some_and(begins_rows));
        };
        if self.layout.rows.begins == Begins::Id {
            return self.has_id(&key.text) && !self.continues(row, &key.text);
        }
        let goes_on = key.text.trim_start().starts_with(char::is_lowercase);
        let Some(once) = self.layout.rows.once.filter(|_| goes_on) else { return true };
        let has_once = cells.iter().any(|(index, _)| means(index) == Some(once));
        row.has(once) && has_once
    }

    fn says_continued(&self, words: &str) -> bool {
        self.layout.rows.continued.as_ref().is_some_and(|pattern| pattern.0.is_match(words))
    }

    /// Whether a key cell says that it continues this row: "3.1.1 continued" under 3.1.1.
    fn continues(&self, row: &Row<'_, '_>, key: &str) -> bool {
        let Some(pattern) = self.layout.rows.continued.as_ref() else { return false };
        let Some(id) = pattern.0.captures(key).and_then(|found| found.name("id")) else { return false };
        let first_words =
            row.cells.iter().flatten().next().map(|part| part.text.trim_start()).unwrap_or_default();
        first_words.starts_with(id.as_str())
    }

    fn end_row(&mut self) {
        if let Some(row) = self.pending().filter(|row| !row.is_empty()) {
            for cell in &row.cells {
                self.measure(cell);
            }
            self.code.row(&row, self.report);
        }
    }

    /// Records the first cell that is too long.
    fn measure(&mut self, parts: &[Part<'_>]) {
        let length = parts.iter().map(|part| part.raw.chars().count() + 1).sum();
        if let Some(first) = parts.first().filter(|_| length > Text::MOST) {
            self.report.long_cell.get_or_insert((first.line, first.column, length));
        }
    }

    // Prose.

    fn prose(&mut self, form: Form, part: Part<'a>) {
        let words = part.text.trim();
        if noise::is_rule(words) && form == Form::Plain {
            self.end_prose();
            self.skip_all(&[part], "a rule or a row of dots");
            return;
        }
        if let Some(noise) = self.layout.noise.iter().find(|one| one.matches.0.is_match(words)) {
            self.end_prose();
            self.skip_all(&[part], &noise.reason);
            return;
        }
        let own_line = part.raw.trim_start().starts_with("**") || is_numbered(words);
        if form == Form::Plain
            && !own_line
            && let Some(before) = self.prose.as_mut().filter(|before| before.form != Form::Heading)
            && self.layout.opened_by(words).is_none()
            && self.layout.line(words, self.section.and_then(|section| section.name.as_deref())).is_none()
        {
            before.parts.push(part);
            return;
        }
        self.end_prose();
        self.prose = Some(Prose { form, parts: vec![part] });
    }

    fn end_prose(&mut self) {
        let Some(prose) = mem::take(&mut self.prose) else { return };
        self.measure(&prose.parts);
        let text = prose.text();
        if text.is_empty() {
            self.skip_all(&prose.parts, "markup");
            return;
        }
        if let Some((section, pattern)) = self.layout.opened_by(&text) {
            self.end_row();
            self.table = None;
            self.after_table = false;
            self.section = Some(section);
            self.code.section(section.name.as_deref());
            self.code.line(section.means, &prose, pattern.captures(&text).as_ref(), self.report);
            return;
        }
        if let Some(reason) = self.section.and_then(|section| section.noise.as_deref()) {
            self.skip_all(&prose.parts, reason);
            return;
        }
        let name = self.section.and_then(|section| section.name.as_deref());
        if let Some(line) = self.layout.line(&text, name) {
            self.end_row();
            self.code.line(line.means, &prose, line.matches.0.captures(&text).as_ref(), self.report);
            return;
        }
        if self.continues_a_cell(&prose) {
            return;
        }
        self.end_row();
        let meaning = self.meaning_of(prose.form);
        self.code.line(meaning, &prose, None, self.report);
    }

    fn meaning_of(&self, form: Form) -> Meaning {
        let Some(section) = self.section else { return Meaning::Passage };
        match form {
            Form::Heading => Meaning::Heading,
            Form::Item { .. } => section.lists,
            Form::Plain if !self.after_table => section.before_table.unwrap_or(section.paragraphs),
            Form::Plain => section.paragraphs,
        }
    }

    /// Whether a paragraph below a table continues its last cell: it begins in the middle of a sentence.
    fn continues_a_cell(&mut self, prose: &Prose<'a>) -> bool {
        let begins_inside =
            prose.parts.first().is_some_and(|part| part.text.trim_start().starts_with(char::is_lowercase));
        if prose.form != Form::Plain || !begins_inside {
            return false;
        }
        let Some(mut row) = self.pending() else { return false };
        let last = row.cells.iter().rposition(|cell| !cell.is_empty());
        for part in &prose.parts {
            if let Some(index) = last {
                self.take_cell(&mut row, index, part.clone());
            }
        }
        if let Some(table) = self.table.as_mut() {
            table.row = Some(row);
        }
        last.is_some()
    }
}

/// Whether a line begins with a number and a full stop or bracket, as the items of a numbered list do.
fn is_numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(|one: char| one.is_ascii_digit());
    rest.len() < words.len()
        && rest.starts_with(['.', ')'])
        && rest.chars().nth(1).is_some_and(char::is_whitespace)
}

/// Whether a filled cell with this meaning begins a row.
const fn begins_rows(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Principle
            | Meaning::SubPrinciple
            | Meaning::Requirement
            | Meaning::Reference
            | Meaning::Role
            | Meaning::Clause
            | Meaning::Passage
            | Meaning::Family
            | Meaning::Outcome
    )
}

/// The words of a cell after the heading of its own column, where they begin with it.
fn without_heading<'t>(text: &'t str, heading: &str) -> Option<&'t str> {
    let trimmed = text.trim_start();
    let first = heading.split_whitespace().next()?;
    if !trimmed.starts_with(first) || heading.split_whitespace().count() < 3 {
        return None;
    }
    let rest = trimmed.strip_prefix(heading)?;
    (!rest.trim().is_empty()).then(|| rest.trim_start())
}
