//! Compares the embedded statement with what is published of it.

use ags::{Presentation, Statement};
use serde_json::Value;

use crate::difference::Difference;
use crate::verification::Verification;

/// The most places that are listed, inclusive.
const MAX_LISTED: usize = 50;

/// What fields hold that are left out of a published statement; any other field is called by its name.
const WORDS: &[(&str, &str)] = &[
    ("answers", "answers to questions of the check"),
    ("notes", "working notes"),
    ("evidence", "evidence that is not printed"),
    ("key_points", "key points that are not printed"),
    ("source", "where a fact comes from"),
    ("found", "gaps found in the local code"),
    ("publication", "the record of its publication"),
    ("accounts", "the record of the accounts"),
    ("version", "which version a body saw"),
    ("considerations", "meetings after the day on which it is presented"),
    ("approvals", "approvals after the day on which it is presented"),
    ("signatures", "signatures after the day on which it is presented"),
];

/// Reports the data of a statement that are not published when it is presented like this.
pub(crate) fn compare(statement: &Statement, presentation: &Presentation, out: &mut Verification) {
    let published = ags::published(statement, presentation);
    if *statement == published {
        return;
    }
    let (Ok(found), Ok(published)) = (serde_json::to_value(statement), serde_json::to_value(&published))
    else {
        return;
    };
    let mut places = Places::default();
    places.compare(&found, &published, &mut String::new());
    for pointer in places.listed {
        let what = words(&pointer);
        out.push(Difference::NotPublished { pointer, what });
    }
    if places.more > 0 {
        out.push(Difference::MoreNotPublished { more: places.more });
    }
}

/// Pointers to what is not published, up to the limit, and the number of the others.
#[derive(Default)]
struct Places {
    listed: Vec<String>,
    more: usize,
}

impl Places {
    /// Adds each value that is not published; where entries of a list are left out, the list.
    fn compare(&mut self, found: &Value, published: &Value, pointer: &mut String) {
        let length = pointer.len();
        match (found, published) {
            (Value::Object(found), Value::Object(published)) => {
                for (key, value) in found {
                    pointer.push('/');
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                    match published.get(key) {
                        Some(published) => self.compare(value, published, pointer),
                        None => self.add(pointer),
                    }
                    pointer.truncate(length);
                }
            }
            (Value::Array(found), Value::Array(published)) if found.len() == published.len() => {
                for (index, (found, published)) in found.iter().zip(published).enumerate() {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                    self.compare(found, published, pointer);
                    pointer.truncate(length);
                }
            }
            // It lacks entries: what it makes is then not what it holds.
            (Value::Array(found), Value::Array(published)) if found.len() < published.len() => {}
            (found, published) if found == published => {}
            _ => self.add(pointer),
        }
    }

    fn add(&mut self, pointer: &str) {
        if self.listed.len() < MAX_LISTED {
            self.listed.push(pointer.into());
        } else {
            self.more += 1;
        }
    }
}

/// What stands at a pointer, in words.
fn words(pointer: &str) -> String {
    let is_name = |part: &&str| part.starts_with(|first: char| !first.is_ascii_digit());
    let name = pointer.rsplit('/').find(is_name).unwrap_or_default();
    let known = WORDS.iter().find(|(field, _)| *field == name);
    known.map_or_else(|| name.replace('_', " "), |(_, words)| (*words).to_owned())
}
