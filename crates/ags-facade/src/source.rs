//! The bytes of a document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ags::report::{CheckedFile, Position, Problem, messages};
use ags::{Format, Input, InputError, Outcome, Report, Statement};
use governance_model::{ReadError, Versioned};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::locate;

/// The bytes of a document, with their format and a name for error messages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// What the caller calls it, such as a file name.
    pub name: Cow<'a, str>,
    /// How it is written.
    pub format: Format,
    /// Its text, in UTF-8; what is not UTF-8 is reported when it is read.
    #[serde(rename = "text", with = "text")]
    pub bytes: Cow<'a, [u8]>,
}

impl<'a> Source<'a> {
    /// A document in a known format.
    ///
    /// ```
    /// use ags::Format;
    /// let source = ags_facade::Source::new("request 7", Format::Json, b"{}".as_slice());
    /// assert!(source.input().is_err());
    /// ```
    #[must_use]
    pub fn new(name: impl Into<Cow<'a, str>>, format: Format, bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self { name: name.into(), format, bytes: bytes.into() }
    }

    /// A document whose name ends in `.json` or `.toml`.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidRequest`] for any other name.
    ///
    /// ```
    /// let source = ags_facade::Source::by_name("s.toml", b"".as_slice())?;
    /// assert_eq!(source.format, ags::Format::Toml);
    /// assert!(ags_facade::Source::by_name("s.pdf", b"".as_slice()).is_err());
    /// # Ok::<(), ags_facade::Error>(())
    /// ```
    pub fn by_name(name: impl Into<Cow<'a, str>>, bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, Error> {
        let name = name.into();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let Some(format) = Format::of(extension) else {
            let message = "its name ends in neither .json nor .toml; give a file with one of these names";
            return Err(Error::whole(ErrorKind::InvalidRequest, &name, message));
        };
        Ok(Self { name, format, bytes: bytes.into() })
    }

    /// The statement, local code or return that it holds.
    ///
    /// # Errors
    /// - [`ErrorKind::Unreadable`] if it is malformed or its content is invalid;
    /// - [`ErrorKind::WrongDocument`] and [`ErrorKind::UnknownDocument`] if it is something else.
    ///
    /// ```
    /// let source = ags_facade::Source::by_name("r.json", br#"{"schema": "report/1"}"#.as_slice())?;
    /// assert_eq!(source.input().unwrap_err().kind(), ags_facade::ErrorKind::WrongDocument);
    /// # Ok::<(), ags_facade::Error>(())
    /// ```
    pub fn input(&self) -> Result<Input, Error> {
        Input::read(&self.bytes, self.format, &self.name).map_err(|error| match error {
            InputError::NotCheckable { document: Some(_), .. } => {
                let problem = self.schema_problem(None, &self.without_name(&error));
                Error::new(ErrorKind::WrongDocument, &self.name, vec![problem])
            }
            InputError::NotCheckable { document: None, .. } => {
                Error::whole(ErrorKind::UnknownDocument, &self.name, self.without_name(&error))
            }
            InputError::Read(error) if self.is_no_object(&error) => {
                self.error(ErrorKind::UnknownDocument, &error)
            }
            InputError::Read(error) => self.error(ErrorKind::Unreadable, &error),
            other => Error::whole(ErrorKind::Unreadable, &self.name, self.without_name(&other)),
        })
    }

    /// The statement that it holds.
    ///
    /// # Errors
    /// - as [`input`](Self::input), and [`ErrorKind::WrongDocument`] for a local code or a return.
    ///
    /// ```
    /// let json = ags_facade::to_json(&ags::example::agar()?)?;
    /// let error = ags_facade::Source::by_name("a.json", json)?.statement().unwrap_err();
    /// assert_eq!(error.to_string(), "a.json: this is not a statement");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn statement(&self) -> Result<Statement, Error> {
        match self.input()? {
            Input::Statement(statement) => Ok(*statement),
            _ => Err(Error::whole(ErrorKind::WrongDocument, &self.name, "this is not a statement")),
        }
    }

    /// The document that it holds, such as waivers or a house style.
    ///
    /// # Errors
    /// - [`ErrorKind::Unreadable`] if it holds another document, is malformed or its content is invalid.
    ///
    /// ```
    /// let source = ags_facade::Source::by_name("house-style.toml", b"crest = true".as_slice())?;
    /// let style: ags::HouseStyle = source.read()?;
    /// assert!(style.crest);
    /// # Ok::<(), ags_facade::Error>(())
    /// ```
    pub fn read<T: Versioned + DeserializeOwned>(&self) -> Result<T, Error> {
        self.format.read(&self.bytes, &self.name).map_err(|error| self.error(ErrorKind::Unreadable, &error))
    }

    /// A report on it, with the positions of the report's JSON pointers in the text.
    ///
    /// ```
    /// let json = ags_facade::to_json(&ags::example::statement()?)?;
    /// let source = ags_facade::Source::by_name("s.json", json)?;
    /// let report = ags::check(&source.statement()?, "2022-11-28".parse()?);
    /// assert!(source.locate(report).positions.values().all(|position| position.line > 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn locate(&self, report: Report) -> CheckedFile {
        let (positions, ids) = locate::positions(&self.text(), self.format, pointers(&report));
        CheckedFile { file: self.name.clone().into(), report, positions, ids }
    }

    /// The text, without a byte order mark; what is not UTF-8 is replaced.
    ///
    /// ```
    /// let source = ags_facade::Source::by_name("s.json", b"\xef\xbb\xbf{}".as_slice())?;
    /// assert_eq!(source.text(), "{}");
    /// # Ok::<(), ags_facade::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
    }

    fn positions<'p>(&self, pointers: impl IntoIterator<Item = &'p str>) -> BTreeMap<String, Position> {
        locate::positions(&self.text(), self.format, pointers).0
    }

    /// Whether the document is a list, a number or a text, as no document of this library is.
    fn is_no_object(&self, error: &ReadError) -> bool {
        let well_formed = matches!(error, ReadError::Content { .. });
        well_formed && self.format == Format::Json && !self.text().trim_start().starts_with('{')
    }

    /// Why it cannot be read, with the position of every problem.
    fn error(&self, kind: ErrorKind, error: &ReadError) -> Error {
        let problems = match error {
            ReadError::Content { problems, .. } => {
                let positions = self.positions(problems.iter().map(|one| one.pointer.as_str()));
                let problem = |one: &governance_model::read::Problem| Problem {
                    pointer: one.pointer.clone(),
                    position: positions
                        .get(&one.pointer)
                        .copied()
                        .or_else(|| self.position(one.line, one.column)),
                    message: one_line(&one.message),
                };
                problems.iter().map(problem).collect()
            }
            ReadError::Malformed { line, column, says, .. } => {
                let position = self.position(Some(*line), Some(*column));
                vec![Problem { pointer: String::new(), position, message: one_line(says) }]
            }
            ReadError::Schema { line, column, says, .. } => {
                vec![self.schema_problem(self.position(Some(*line), Some(*column)), says)]
            }
            ReadError::NotUtf8 { line, column, byte, .. } => {
                let position = Some(Position { line: *line, column: *column });
                let message = format!("byte {byte:#04x} is not UTF-8; save the file as UTF-8");
                vec![Problem { pointer: String::new(), position, message }]
            }
            other => return Error::whole(kind, &self.name, self.without_name(other)),
        };
        Error::new(kind, &self.name, problems)
    }

    /// A problem of the field `schema`, at its name; at `otherwise` if the text is too malformed to find it.
    fn schema_problem(&self, otherwise: Option<Position>, message: &str) -> Problem {
        let pointer = "/schema".to_owned();
        let position = self.positions([pointer.as_str()]).remove(&pointer).or(otherwise);
        Problem { pointer, position, message: one_line(message) }
    }

    /// A position as the reader gives it, in characters; in JSON its column is in bytes.
    fn position(&self, line: Option<usize>, column: Option<usize>) -> Option<Position> {
        let (line, column) = (line?.max(1), column?.max(1));
        let characters = |line: &str| line.char_indices().take_while(|(at, _)| at + 1 < column).count() + 1;
        let column = match self.format {
            Format::Json => self.text().split('\n').nth(line - 1).map_or(column, characters),
            Format::Toml => column,
        };
        Some(Position { line, column })
    }

    /// The message of an error after the name of the file.
    fn without_name(&self, error: &impl ToString) -> String {
        let message = error.to_string();
        let rest = message.strip_prefix(&*self.name);
        one_line(rest.map_or(message.as_str(), |rest| rest.trim_start_matches([':', ' '])))
    }
}

fn one_line(message: &str) -> String {
    message.replace('\n', " ")
}

/// Every JSON pointer of a report.
fn pointers(report: &Report) -> impl Iterator<Item = &str> {
    report
        .results
        .iter()
        .filter(|one| one.outcome != Outcome::Met)
        .flat_map(messages)
        .filter_map(|message| message.pointer)
}

/// The bytes as the text they are.
mod text {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serializer, ser};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(std::str::from_utf8(bytes).map_err(ser::Error::custom)?)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Cow<'static, [u8]>, D::Error> {
        Ok(String::deserialize(from)?.into_bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(name: &str, bytes: &[u8]) -> Error {
        Source::by_name(name, bytes).unwrap().input().unwrap_err()
    }

    #[test]
    fn every_problem_has_its_position() {
        assert_eq!(error("s.json", b"{\n  \"local_code\": ]\n}").to_string(), "s.json:2:17: expected value");
        assert_eq!(
            error("s.toml", b"x = 1\nschema = 'statement/9'\n")
                .to_string()
                .split(": ")
                .take(2)
                .collect::<Vec<_>>(),
            ["s.toml:2:1", "/schema"]
        );
        assert!(error("s.json", b"{\n\xff").to_string().starts_with("s.json:2:1: byte 0xff is not UTF-8"));
    }

    #[test]
    fn a_wrong_or_unknown_schema_has_its_place() {
        for schema in ["statement/9", "review/1", "minutes/1", "nonsense"] {
            for (name, text, at) in [
                ("s.json", format!("{{\n \"schema\": \"{schema}\"}}"), (2, 2)),
                ("s.toml", format!("x = 1\n schema = '{schema}'\n"), (2, 2)),
            ] {
                let error = error(name, text.as_bytes());
                let [problem] = error.problems() else { panic!("{error}") };
                let position = problem.position.map(|at| (at.line, at.column));
                assert_eq!((problem.pointer.as_str(), position), ("/schema", Some(at)), "{error}");
                assert!(problem.message.starts_with("this "), "{error}");
            }
        }
    }

    #[test]
    fn what_is_no_document_is_unknown_and_another_document_is_wrong() {
        assert_eq!(error("s.json", b"[1]").kind(), ErrorKind::UnknownDocument);
        assert_eq!(error("s.json", b"{\"name\": 1}").kind(), ErrorKind::UnknownDocument);
        assert_eq!(error("s.toml", b"schema = 'review/1'").kind(), ErrorKind::WrongDocument);
        assert_eq!(error("s.toml", b"local_code = 7\nreview = 7").kind(), ErrorKind::Unreadable);
    }

    #[test]
    fn a_request_and_an_error_are_json() {
        let source: Source<'_> =
            serde_json::from_str(r#"{"name": "s.json", "format": "json", "text": "[1]"}"#).unwrap();
        let error = serde_json::to_value(source.input().unwrap_err()).unwrap();
        assert_eq!((&error["schema"], &error["kind"]), (&"error/1".into(), &"unknown-document".into()));
        assert_eq!(serde_json::to_value(&source).unwrap()["text"], "[1]");
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let deep = "[".repeat(100_000);
        for bytes in [&b""[..], b"{", b"null", b"\xff\xfe", b"\xef\xbb\xbf", deep.as_bytes()] {
            assert!(!error("s.json", bytes).problems().is_empty());
            assert!(!error("s.toml", bytes).problems().is_empty());
        }
    }
}
