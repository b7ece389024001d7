//! Reading documents from JSON and TOML; every problem is reported with its location.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use thiserror::Error;

use crate::schema::{Schema, Versioned};

/// The most bytes a document may have, inclusive: 32 MiB.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The most problems listed for one document, inclusive. Of a document of more than a megabyte fewer may be listed,
/// because each costs another reading of all of it.
pub const MOST_PROBLEMS: usize = 50;

/// The most bytes that are read again to find problems after the first.
const MOST_READ_AGAIN: usize = 16 * MOST_BYTES;

/// Why a document could not be read.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It is empty or only white space.
    #[error("{name}: the file is empty; give it at least its required fields")]
    Empty {
        /// The name that the caller gave the document, such as a file name.
        name: String,
    },
    /// It is too large.
    #[error("{name}: {bytes} bytes are too many; {MOST_BYTES} (32 MiB) are the most we read")]
    TooLarge {
        /// The name that the caller gave the document.
        name: String,
        /// How many bytes it has.
        bytes: usize,
    },
    /// It is not UTF-8.
    #[error("{name}:{line}:{column}: byte {byte:#04x} is not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// The name that the caller gave the document.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The column, in bytes from 1.
        column: usize,
        /// The first invalid byte.
        byte: u8,
    },
    /// It is not well-formed JSON or TOML.
    #[error("{name}:{line}:{column}: {says}")]
    Malformed {
        /// The name that the caller gave the document.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The column, in characters from 1 for TOML and bytes for JSON.
        column: usize,
        /// What is wrong.
        says: String,
    },
    /// It declares itself a different document from the one expected, or a newer version. Nothing else in it is
    /// checked, because the rest was not written for this reader.
    #[error("{name}:{line}:{column}: /schema: {says}")]
    Schema {
        /// The name that the caller gave the document.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The column, in characters from 1 for TOML and bytes for JSON.
        column: usize,
        /// What was read and what is expected.
        says: String,
    },
    /// It is well formed, but its content is invalid. All problems are listed, up to [`MOST_PROBLEMS`].
    #[error("{}", list(name, problems))]
    Content {
        /// The name that the caller gave the document.
        name: String,
        /// The problems, in the order found.
        problems: Vec<Problem>,
    },
}

/// Invalid or missing content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// JSON pointer to the field or item.
    pub pointer: String,
    /// The line in the file, from 1, where it is known: for the first problem only.
    pub line: Option<usize>,
    /// The column, from 1, where it is known.
    pub column: Option<usize>,
    /// What was read and what to write instead.
    pub message: String,
}

fn list(name: &str, problems: &[Problem]) -> String {
    let lines = problems.iter().map(|problem| {
        let place = match (problem.line, problem.column) {
            (Some(line), Some(column)) => format!("{name}:{line}:{column}"),
            _ => name.to_owned(),
        };
        let at = if problem.pointer.is_empty() { "the document" } else { &problem.pointer };
        format!("{place}: {at}: {}", problem.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads a document from JSON.
///
/// # Errors
/// - [`ReadError::Empty`], [`ReadError::TooLarge`], [`ReadError::NotUtf8`] for bytes that are not acceptable text;
/// - [`ReadError::Malformed`] for text that is not JSON;
/// - [`ReadError::Schema`] for a different document, or a newer version;
/// - [`ReadError::Content`] for unknown or missing fields and values of the wrong type or form, all of them.
pub fn json<T: Versioned + DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T, ReadError> {
    let text = text(bytes, name)?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let error = match serde_path_to_error::deserialize(&mut reader) {
        Ok(value) => match reader.end() {
            Ok(()) => return Ok(value),
            Err(error) => return Err(malformed_json(name, &error)),
        },
        Err(error) => error,
    };
    if !error.inner().is_data() {
        return Err(malformed_json(name, error.inner()));
    }
    let mut head = serde_json::Deserializer::from_str(text);
    if let Some(error) = another_schema::<T, _>(&mut head).filter(serde_json::Error::is_data) {
        let says = without_place(&error.to_string());
        let (line, column) = (error.line(), error.column());
        return Err(ReadError::Schema { name: name.into(), line, column, says });
    }
    let first = Problem {
        pointer: pointer(error.path()),
        line: Some(error.inner().line()),
        column: Some(error.inner().column()),
        message: without_place(&error.inner().to_string()),
    };
    match serde_json::from_str::<Value>(text) {
        Ok(value) => Err(content::<T>(name, first, value, text.len())),
        Err(error) => Err(malformed_json(name, &error)),
    }
}

/// Reads a document from TOML.
///
/// # Errors
/// As for [`json()`], with [`ReadError::Malformed`] for text that is not TOML.
///
/// ```
/// use governance_model::{AnnualReview, read};
/// let toml = "authority = 'Example'\nframework = 'cipfa-solace-2016'\nyears = '2021/22'\n";
/// let error = read::toml::<AnnualReview>(toml.as_bytes(), "review.toml").unwrap_err();
/// assert!(error.to_string().starts_with("review.toml:3:1: /years: unknown field `years`, expected one of"));
/// ```
pub fn toml<T: Versioned + DeserializeOwned>(bytes: &[u8], name: &str) -> Result<T, ReadError> {
    let text = text(bytes, name)?;
    let place = |error: &::toml::de::Error| error.span().map(|span| line_and_column(text, span.start));
    let malformed = |error: &::toml::de::Error| {
        let (line, column) = place(error).unwrap_or((1, 1));
        ReadError::Malformed { name: name.into(), line, column, says: error.message().into() }
    };
    let reader = ::toml::Deserializer::parse(text).map_err(|error| malformed(&error))?;
    let error = match serde_path_to_error::deserialize(reader) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Some(error) = ::toml::Deserializer::parse(text).ok().and_then(another_schema::<T, _>) {
        let (line, column) = place(&error).unwrap_or((1, 1));
        return Err(ReadError::Schema { name: name.into(), line, column, says: error.message().into() });
    }
    let place = place(error.inner());
    let first = Problem {
        pointer: pointer(error.path()),
        line: place.map(|place| place.0),
        column: place.map(|place| place.1),
        message: error.inner().message().trim().into(),
    };
    match ::toml::from_str::<Value>(text) {
        Ok(value) => Err(content::<T>(name, first, value, text.len())),
        Err(error) => Err(malformed(&error)),
    }
}

fn text<'a>(bytes: &'a [u8], name: &str) -> Result<&'a str, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { name: name.into(), bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        ReadError::NotUtf8 {
            name: name.into(),
            line: before.split(|byte| *byte == b'\n').count(),
            column: before.len() - line_start + 1,
            byte: bytes.get(error.valid_up_to()).copied().unwrap_or_default(),
        }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty { name: name.into() });
    }
    Ok(text)
}

/// The field in which a document declares what it is; all others are skipped.
#[derive(Deserialize)]
#[serde(bound = "D: Versioned")]
struct Head<D> {
    #[serde(default, rename = "schema")]
    _schema: Schema<D>,
}

/// What is wrong with the schema of a document that cannot be read.
fn another_schema<'de, T: Versioned, R: Deserializer<'de>>(reader: R) -> Option<R::Error> {
    let error = serde_path_to_error::deserialize::<R, Head<T>>(reader).err()?;
    (pointer(error.path()) == "/schema").then(|| error.into_inner())
}

/// Finds the problems after the first: each field or item that cannot be read is removed from the value and the
/// rest is read again, until it is valid or nothing more can be removed.
fn content<T: DeserializeOwned>(name: &str, first: Problem, mut value: Value, bytes: usize) -> ReadError {
    let mut removed = Removed::default();
    let mut problems = vec![first];
    // Each problem costs one reading, and another for each container that then lacks a field.
    for _ in 0..(MOST_READ_AGAIN / bytes.max(1)).min(4 * MOST_PROBLEMS) {
        if problems.len() == MOST_PROBLEMS {
            break;
        }
        let Err(error) = serde_path_to_error::deserialize::<_, T>(&value) else { break };
        let here = pointer(error.path());
        let at = removed.original(&here);
        let says = error.inner().to_string();
        let missing = says.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let follows = missing.is_some_and(|field| removed.fields.contains(&format!("{at}/{field}")));
        if !follows && problems.iter().all(|known| known.pointer != at) {
            problems.push(Problem { pointer: at, line: None, column: None, message: says });
        }
        // A container that lacks a field is removed whole; a value that cannot be read is removed by itself.
        if !removed.remove(&mut value, &here) {
            break;
        }
    }
    ReadError::Content { name: name.into(), problems }
}

/// What was removed from a value, so that the rest can be reported with its original pointers.
#[derive(Default)]
struct Removed {
    fields: BTreeSet<String>,
    items: BTreeMap<String, BTreeSet<usize>>,
}

impl Removed {
    fn remove(&mut self, value: &mut Value, here: &str) -> bool {
        let Some((parent, last)) = here.rsplit_once('/') else { return false };
        let original = self.original(here);
        match value.pointer_mut(parent) {
            Some(Value::Object(fields)) => {
                self.fields.insert(original);
                fields.shift_remove(&last.replace("~1", "/").replace("~0", "~")).is_some()
            }
            Some(Value::Array(items)) => {
                let index = last.parse().ok().filter(|index| *index < items.len());
                let there = original.rsplit_once('/').and_then(|(at, last)| Some((at, last.parse().ok()?)));
                let (Some(index), Some((at, was))) = (index, there) else { return false };
                items.remove(index);
                self.items.entry(at.to_owned()).or_default().insert(was)
            }
            _ => false,
        }
    }

    fn original(&self, here: &str) -> String {
        let mut original = String::new();
        for segment in here.split('/').skip(1) {
            let index = self.items.get(&original).and_then(|items| {
                let mut index: usize = segment.parse().ok()?;
                for gone in items {
                    index += usize::from(*gone <= index);
                }
                Some(index.to_string())
            });
            original.push('/');
            original.push_str(index.as_deref().unwrap_or(segment));
        }
        original
    }
}

fn malformed_json(name: &str, error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    ReadError::Malformed { name: name.into(), line, column, says: without_place(&error.to_string()) }
}

fn without_place(says: &str) -> String {
    says.rfind(" at line ").map_or(says, |at| says.get(..at).unwrap_or(says)).to_owned()
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Seq { index } => pointer.push_str(&index.to_string()),
            Segment::Map { key } => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => pointer.push_str(variant),
            Segment::Unknown => pointer.push('?'),
        }
    }
    pointer
}

fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::AnnualReview;

    fn problems(toml_text: &str) -> Vec<(String, String)> {
        match toml::<AnnualReview>(toml_text.as_bytes(), "review.toml") {
            Err(ReadError::Content { problems, .. }) => {
                problems.into_iter().map(|problem| (problem.pointer, problem.message)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    const HEAD: &str = "authority = 'Example'\nframework = 'cipfa-solace-2016'\n";

    #[test]
    fn every_problem_is_reported_once_at_its_own_pointer() {
        let found = problems(&format!(
            "{HEAD}year = '2021/23'\nopinon = 1\n\
             [[gaps]]\nid = 'GAP 1'\ntext = 'x'\n\
             [[gaps]]\nid = 'GAP-2'\ntext = 'x'\n\
             [[gaps]]\nid = 'GAP-3'\ntext = 7\n"
        ));
        let at: Vec<&str> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(at, ["/year", "/opinon", "/gaps/0/id", "/gaps/2/text"]);
    }

    #[test]
    fn of_a_thousand_problems_fifty_are_reported() {
        let gaps = "[[gaps]]\nid = 'GAP-1'\ntext = 7\n".repeat(1_000);
        assert_eq!(problems(&format!("{HEAD}{gaps}")).len(), MOST_PROBLEMS);
    }

    #[test]
    fn of_a_large_document_with_many_problems_the_first_are_reported() {
        let gaps = "[[gaps]]\nid = 'GAP-1'\ntext = 7\n".repeat(20);
        let filler = format!("# {}\n", "x".repeat(MOST_BYTES / 2));
        let found = problems(&format!("{HEAD}{gaps}{filler}"));
        assert_eq!(found.len(), 16);
        assert_eq!(found[0].0, "/gaps/0/text");
    }

    #[test]
    fn a_missing_field_is_reported_at_its_container() {
        assert_eq!(
            problems(&format!("{HEAD}[[gaps]]\nid = 'GAP-1'\n[[gaps]]\ntext = 'x'\n")),
            [
                ("/gaps/0".into(), "missing field `text`".into()),
                ("/gaps/1".into(), "missing field `id`".into())
            ]
        );
    }

    #[test]
    fn json_errors_have_line_and_column_and_do_not_stop_at_the_first() {
        let text = r#"{"authority": "Example", "framework": "cipfa-solace-2016",
  "year": 2021, "gaps": 3}"#;
        let error = json::<AnnualReview>(text.as_bytes(), "review.json").unwrap_err().to_string();
        let lines: Vec<&str> = error.lines().collect();
        assert!(lines[0].starts_with("review.json:2:14: /year: invalid type: integer `2021`"), "{error}");
        assert!(lines[1].starts_with("review.json: /gaps: invalid type: integer `3`"), "{error}");
    }

    #[test]
    fn a_newer_version_is_the_only_problem_reported() {
        let says = "/schema: this document is review/2, and this version of the library reads up to review/1; \
                    update the library";
        let toml_text = "because = 'of this'\n schema = 'review/2'\nyear = 7\n[[gaps]]\nnew = 1\n";
        assert_eq!(
            toml::<AnnualReview>(toml_text.as_bytes(), "review.toml").unwrap_err().to_string(),
            format!("review.toml:2:11: {says}")
        );
        let json_text = "{\"because\": {}, \"year\": 7,\n \"schema\": \"review/2\", \"gaps\": [1, 2]}";
        assert_eq!(
            json::<AnnualReview>(json_text.as_bytes(), "review.json").unwrap_err().to_string(),
            format!("review.json:2:21: {says}")
        );
    }

    #[test]
    fn a_different_document_is_the_only_problem_reported() {
        let code = "schema = 'local-code/1'\nprinciples = []\n";
        assert_eq!(
            toml::<AnnualReview>(code.as_bytes(), "code.toml").unwrap_err().to_string(),
            "code.toml:1:10: /schema: this document is local-code/1, but review/1 is expected here; give the \
             expected document"
        );
        let error = json::<AnnualReview>(br#"{"schema": 1, "principles": 2}"#, "code.json").unwrap_err();
        assert_eq!(
            error.to_string(),
            "code.json:1:12: /schema: invalid type: integer `1`, expected a string"
        );
    }

    #[test]
    fn a_document_without_a_schema_is_read_as_the_current_version_and_written_with_it() {
        let without: AnnualReview = toml(HEAD.as_bytes(), "review.toml").unwrap();
        let with: AnnualReview =
            toml(format!("schema = 'review/1'\n{HEAD}").as_bytes(), "review.toml").unwrap();
        assert_eq!(without, with);
        let json_text = serde_json::to_string(&without).unwrap();
        assert!(json_text.starts_with(r#"{"schema":"review/1","authority":"Example","#), "{json_text}");
        assert!(::toml::to_string(&without).unwrap().starts_with("schema = \"review/1\"\nauthority = "));
    }

    #[test]
    fn text_that_is_not_json_is_malformed_whatever_schema_it_names() {
        let read = |text: &str| json::<AnnualReview>(text.as_bytes(), "x").unwrap_err();
        assert!(matches!(read(r#"{"year": 7, "schema": ]}"#), ReadError::Malformed { .. }));
        assert!(matches!(read(r#"["review/2"]"#), ReadError::Content { .. }));
    }

    #[test]
    fn bytes_that_are_no_document_each_have_an_error_of_their_own() {
        let read = |bytes: &[u8]| json::<AnnualReview>(bytes, "x").unwrap_err();
        assert!(matches!(read(b" \n"), ReadError::Empty { .. }));
        assert!(matches!(read(b"{\n\xff}"), ReadError::NotUtf8 { line: 2, column: 1, byte: 0xff, .. }));
        assert!(matches!(read(b"{\n]"), ReadError::Malformed { line: 2, .. }));
        assert!(matches!(read(&vec![b' '; MOST_BYTES]), ReadError::Empty { .. }));
        assert!(matches!(read(&vec![b' '; MOST_BYTES + 1]), ReadError::TooLarge { .. }));
        assert!(matches!(read("[".repeat(100_000).as_bytes()), ReadError::Malformed { .. }));
        let toml_read = |bytes: &[u8]| toml::<AnnualReview>(bytes, "x").unwrap_err();
        assert!(matches!(toml_read(b"a = \n"), ReadError::Malformed { line: 1, .. }));
        assert!(matches!(
            toml_read(format!("a = {}", "[".repeat(100_000)).as_bytes()),
            ReadError::Malformed { .. }
        ));
    }

    #[test]
    fn a_control_character_behind_an_escape_is_found() {
        let text = r#"{"authority": "Ex\u0007ample", "framework": "cipfa-solace-2016"}"#;
        let error = json::<AnnualReview>(text.as_bytes(), "x").unwrap_err().to_string();
        assert!(error.contains("/authority: character 3 is U+0007, a control character"), "{error}");
    }
}
