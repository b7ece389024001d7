//! Lines and cells by their form, before their meaning is known.

use std::borrow::Cow;

use crate::columns::recognise;
use crate::layout::Layout;
use crate::noise;
use crate::part::{Form, Line, Part};
use crate::report::{Disposition, ReportBuilder};

/// Distinguishes rows of tables, list items, headings and plain lines. A row has tabs or pipes between its cells, or
/// commas or semicolons below a heading row that a layout knows.
pub(crate) fn read<'a>(
    lines: &[&'a str],
    layouts: &[&Layout],
    report: &mut ReportBuilder,
) -> Vec<(u32, Line<'a>)> {
    let mut read = Vec::with_capacity(lines.len());
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if let Some((rows, taken)) = comma_table(lines, index, layouts) {
            read.extend(
                rows.into_iter()
                    .map(|row| (row.first().map_or(number, |part| part.line), row))
                    .map(|(at, row)| (at, Line::Row(row))),
            );
            read.push((number, Line::Blank));
            index += taken;
            continue;
        }
        read.push((number, classify(line, number, report)));
        index += 1;
    }
    read
}

fn classify<'a>(line: &'a str, number: u32, report: &mut ReportBuilder) -> Line<'a> {
    if line.trim().is_empty() {
        report.mark(number, Disposition::Blank);
        return Line::Blank;
    }
    let cells: Vec<&'a str> = if line.contains('\t') {
        line.split('\t').collect()
    } else if let Some(piped) = line.trim().strip_prefix('|').filter(|rest| rest.contains('|')) {
        piped.strip_suffix('|').unwrap_or(piped).split('|').collect()
    } else {
        return prose(line, number, report);
    };
    let row: Vec<Part<'a>> =
        cells.into_iter().zip(1..).map(|(cell, column)| part(cell.into(), number, column, report)).collect();
    if row.iter().all(|part| part.text.trim().is_empty()) {
        report.mark(number, Disposition::Blank);
        return Line::Blank;
    }
    Line::Row(row)
}

fn prose<'a>(line: &'a str, number: u32, report: &mut ReportBuilder) -> Line<'a> {
    let trimmed = line.trim_start();
    let hashes = trimmed.trim_start_matches('#');
    if hashes.len() < trimmed.len() && hashes.starts_with(' ') {
        return Line::Prose(Form::Heading, part(hashes.trim_start().into(), number, 1, report));
    }
    let mut rest = trimmed.chars();
    let mark = rest.next().is_some_and(|one| "-*\u{2022}\u{b7}\u{2013}o\u{25aa}\u{25cf}".contains(one));
    if mark && rest.as_str().starts_with([' ', '\u{a0}']) && !rest.as_str().trim().is_empty() {
        let form = Form::Item { indented: trimmed.len() < line.len() };
        return Line::Prose(form, part(rest.as_str().trim_start().into(), number, 1, report));
    }
    Line::Prose(Form::Plain, part(line.into(), number, 1, report))
}

fn part<'a>(raw: Cow<'a, str>, line: u32, column: u32, report: &mut ReportBuilder) -> Part<'a> {
    let (text, marks) = noise::clean(&raw);
    for mark in marks {
        report.skip(line, column, mark, "markup");
    }
    Part { line, last: line, column, raw, text }
}

/// A table with commas or semicolons between its cells, from its heading row to the next blank line, and how
/// many lines it takes.
fn comma_table<'a>(
    lines: &[&'a str],
    from: usize,
    layouts: &[&Layout],
) -> Option<(Vec<Vec<Part<'a>>>, usize)> {
    let head = lines.get(from)?;
    if head.contains('\t') || head.len() > 1000 || head.trim_start().starts_with('|') {
        return None;
    }
    let divided_by = [b',', b';'].into_iter().find(|by| {
        head.as_bytes().contains(by)
            && head.split(char::from(*by)).all(|cell| cell.len() <= 80)
            && records(head, *by, from)
                .first()
                .is_some_and(|cells| layouts.iter().any(|layout| recognise(cells, layout).is_some()))
    })?;
    let mut open = false;
    let rest = lines.get(from..)?;
    let taken = rest
        .iter()
        .position(|line| {
            let ends = !open && line.trim().is_empty();
            open ^= line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
            ends
        })
        .unwrap_or(rest.len());
    let table = rest.get(..taken)?.join("\n");
    Some((records(&table, divided_by, from), taken))
}

fn records<'a>(table: &str, divided_by: u8, from: usize) -> Vec<Vec<Part<'a>>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(divided_by)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let mut records: Vec<Vec<Part<'a>>> = Vec::new();
    for record in reader.records().map_while(Result::ok) {
        let start = record.position().map_or(1, csv::Position::line);
        let lines_in = record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let line =
            u32::try_from(from).unwrap_or(u32::MAX).saturating_add(u32::try_from(start).unwrap_or(u32::MAX));
        let last = line.saturating_add(u32::try_from(lines_in).unwrap_or(0));
        let cells = record.iter().zip(1..).map(|(cell, column)| {
            let (text, _) = noise::clean(&cell.replace('\n', " "));
            Part { line, last, column, raw: Cow::Owned(cell.to_owned()), text }
        });
        records.push(cells.collect());
    }
    records
}
