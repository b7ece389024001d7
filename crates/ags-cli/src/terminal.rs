//! Text that is safe to show on a terminal.

use ariadne::{Config, IndexType, Label, Report, ReportKind, Source};

use ags::report::{FileError, Problem};
pub use governance_model::{printable as plain, printable_name as name};

/// The most characters of a line that is shown with its error, inclusive.
const MAX_LINE: usize = 200;

/// The error with names and messages that are safe to show.
pub fn file_error(error: FileError) -> FileError {
    let problem = |problem: Problem| Problem {
        pointer: plain(&problem.pointer),
        message: plain(&problem.message).replace('\n', " "),
        ..problem
    };
    FileError { file: error.file, problems: error.problems.into_iter().map(problem).collect() }
}

/// Every problem of a file on a line of its own.
pub fn lines(error: &FileError) -> String {
    plain(&error.lines().join("\n"))
}

/// Every problem of a file with the line it is on, for a terminal.
pub fn labelled(error: &FileError, text: &str, colour: bool) -> String {
    let text = plain(&text.replace('\t', " "));
    // The number of characters before each line, with the line. These and the source are made once for all problems.
    let lines = text.split('\n').scan(0, |before, line| {
        let start = *before;
        *before += line.chars().count() + 1;
        Some((start, line))
    });
    let lines: Vec<(usize, &str)> = lines.collect();
    let source = Source::from(text.as_str());
    let problem = |problem: &Problem| {
        let shown = problem.position.and_then(|at| {
            let (before, line) = lines.get(at.line.checked_sub(1)?)?;
            let length = line.chars().count();
            let start = before + at.column.saturating_sub(1).min(length);
            if length > MAX_LINE { None } else { label(&error.file, problem, start, &source, colour) }
        });
        shown.unwrap_or_else(|| {
            let alone = FileError { file: error.file.clone(), problems: vec![problem.clone()] };
            format!("{}\n", self::lines(&alone))
        })
    };
    error.problems.iter().map(problem).collect()
}

/// A problem with the line that the character `start` of the file is on.
fn label(file: &str, problem: &Problem, start: usize, source: &Source<&str>, colour: bool) -> Option<String> {
    let span = (file, start..start + 1);
    let label = if problem.pointer.is_empty() { "here".to_owned() } else { plain(&problem.pointer) };
    let report = Report::build(ReportKind::Error, span.clone())
        .with_config(Config::default().with_color(colour).with_index_type(IndexType::Char))
        .with_message(plain(&problem.message))
        .with_label(Label::new(span).with_message(label))
        .finish();
    let mut bytes = Vec::new();
    report.write((file, source), &mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use ags::report::{FileError, Position, Problem};

    use super::{labelled, name};

    fn error(line: usize, column: usize) -> FileError {
        let position = Some(Position { line, column });
        FileError {
            file: "a.json".into(),
            problems: vec![Problem { pointer: "/year".into(), position, message: "no year".into() }],
        }
    }

    #[test]
    fn the_line_is_shown_with_its_number_and_the_message() {
        let shown = labelled(&error(2, 3), "{\n  \"year\": 1\n}", false);
        for part in ["Error: no year", "a.json:2:3", "2 │   \"year\": 1", "/year"] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
    }

    #[test]
    fn nothing_in_the_file_reaches_the_terminal_as_a_command() {
        let shown = labelled(&error(1, 2), "\u{1b}[2J\u{202e}x", false);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
        assert_eq!(name("a\u{1b}[2J\nb".as_ref()), "a\u{fffd}[2J\u{fffd}b");
    }

    #[test]
    fn a_line_of_200_characters_is_shown_and_a_longer_one_is_not() {
        let line = |length| labelled(&error(1, 1), &"x".repeat(length), false);
        assert!(line(200).contains("xxx"));
        assert_eq!(line(201), "a.json:1:1: /year: no year\n");
    }

    #[test]
    fn a_position_at_the_end_of_the_file_or_after_it_is_no_trouble() {
        for (line, column) in [(1, 1), (1, 9), (2, 1), (3, 1)] {
            assert!(labelled(&error(line, column), "a\n", false).contains("no year"), "{line}:{column}");
        }
    }
}
