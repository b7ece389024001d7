//! The content of Markdown, from the events of a parser.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::content::{ContentCollector, DocumentContent};

/// A line to write on, which has no words.
const LINE: &str = "______________________________";

pub fn read(text: &str) -> DocumentContent {
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut collector = ContentCollector::default();
    let mut rest = events.as_slice();
    while let Some((event, after)) = rest.split_first() {
        rest = match event {
            Event::Start(tag) => start(tag, after, &mut collector),
            Event::End(end) => {
                if !is_inline(*end) {
                    collector.break_words();
                }
                after
            }
            other => {
                collector.text(&text_of(other));
                after
            }
        };
    }
    collector.end()
}

/// Reads what begins with a tag; returns the events after it.
fn start<'e>(tag: &Tag<'_>, after: &'e [Event<'e>], collector: &mut ContentCollector) -> &'e [Event<'e>] {
    if let Some((over, list, after)) = contents(tag, after) {
        collector.contents(&words(over));
        for line in lines(list) {
            collector.contents(&line);
        }
        return after;
    }
    match tag {
        Tag::Heading { level, .. } => {
            let (inside, after) = up_to(tag.to_end(), after);
            collector.heading(number(*level), &words(inside));
            after
        }
        Tag::Table(_) => {
            collector.break_words();
            collector.table(rows(up_to(TagEnd::Table, after).0));
            after
        }
        tag => {
            if !is_inline(tag.to_end()) {
                collector.break_words();
            }
            after
        }
    }
}

/// The words over a list of contents, the list, and what follows: a list of nothing but links into the text, and the
/// line before it.
fn contents<'e>(
    tag: &Tag<'_>,
    after: &'e [Event<'e>],
) -> Option<(&'e [Event<'e>], &'e [Event<'e>], &'e [Event<'e>])> {
    if !matches!(tag, Tag::Heading { .. } | Tag::Paragraph) {
        return None;
    }
    let (over, after) = up_to(tag.to_end(), after);
    let [Event::Start(list @ Tag::List(_)), after @ ..] = after else { return None };
    let (list, after) = up_to(list.to_end(), after);
    is_contents(list).then_some((over, list, after))
}

/// The events up to the end of a tag that has begun, and those after it.
fn up_to<'e>(end: TagEnd, events: &'e [Event<'e>]) -> (&'e [Event<'e>], &'e [Event<'e>]) {
    let mut depth = 0_usize;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(tag) if same(tag.to_end(), end) => depth += 1,
            Event::End(this) if same(*this, end) && depth == 0 => return (&events[..at], &events[at + 1..]),
            Event::End(this) if same(*this, end) => depth -= 1,
            _ => {}
        }
    }
    panic!("{end:?} is missing");
}

/// Whether two ends are of one kind.
fn same(one: TagEnd, other: TagEnd) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Whether a list has nothing but links into the text, as a list of contents does.
fn is_contents(list: &[Event<'_>]) -> bool {
    let mut links = list.iter().filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.starts_with('#')),
        _ => None,
    });
    links.clone().next().is_some() && links.all(|inside| inside)
}

/// The words of each link.
fn lines(list: &[Event<'_>]) -> Vec<String> {
    let link = |(at, event): (usize, &Event<'_>)| {
        matches!(event, Event::Start(Tag::Link { .. })).then(|| words(up_to(TagEnd::Link, &list[at + 1..]).0))
    };
    list.iter().enumerate().filter_map(link).collect()
}

/// The number of cells of every row.
fn rows(table: &[Event<'_>]) -> Vec<usize> {
    let mut rows = vec![];
    for event in table {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(0),
            Event::Start(Tag::TableCell) => *rows.last_mut().unwrap() += 1,
            _ => {}
        }
    }
    rows
}

fn words(events: &[Event<'_>]) -> String {
    events.iter().map(text_of).collect()
}

/// The text of an event. In HTML only lists and breaks separate words; comments have no text.
fn text_of(event: &Event<'_>) -> String {
    match event {
        Event::Text(words) | Event::Code(words) => words.replace(LINE, ""),
        Event::SoftBreak | Event::HardBreak => " ".into(),
        Event::InlineHtml(tag) => {
            let name = tag.trim_matches(['<', '>', '/']).split(' ').next().unwrap();
            if matches!(name, "br" | "ul" | "ol" | "li") { " ".into() } else { String::new() }
        }
        Event::Html(remark) if remark.starts_with("<!--") => String::new(),
        Event::Html(block) => panic!("{block:?} is not Markdown"),
        _ => String::new(),
    }
}

fn is_inline(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}

const fn number(level: HeadingLevel) -> u8 {
    level as u8
}
