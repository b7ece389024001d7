//! Values of a statement in words, and what two of them have in common whatever their typography.

use chrono::NaiveDate;
use governance_model::When;
use serde_json::Value;

use crate::english;

/// Words without what does not change their meaning: runs of white space, kinds of quotation marks and dashes, capital
/// letters, hyphenation marks.
pub(super) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for character in words.chars().flat_map(char::to_lowercase) {
        match character {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => {}
            '"' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '′' | '″' | '«' | '»' | '`' | '´' =>
            {
                plain.push('\'');
            }
            '-' | '‐'..='―' | '−' => {
                if plain.ends_with(' ') {
                    plain.pop();
                }
                plain.push('-');
            }
            '…' => plain.push_str("..."),
            space if space.is_whitespace() => {
                if !plain.is_empty() && !plain.ends_with([' ', '-']) {
                    plain.push(' ');
                }
            }
            other => plain.push(other),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A value as a reader would write it: an item by its title, its words or its name; a list by its items.
pub(super) fn of(field: &str, value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::Bool(true) => "yes".into(),
        Value::Bool(false) => "no".into(),
        Value::Number(number) => number.to_string(),
        Value::String(words) => of_string(field, words),
        Value::Array(items) if items.is_empty() => "none".into(),
        Value::Array(items) => items.iter().map(|item| of(field, item)).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let named = NAMES.iter().find_map(|name| Some((*name, fields.get(*name)?)));
            if let Some((name, value)) = named {
                return of(name, value);
            }
            fields.iter().map(|(name, value)| of(name, value)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The fields that name an item, the best first.
const NAMES: [&str; 10] =
    ["title", "text", "name", "label", "term", "instrument", "illustrative", "document", "body", "office"];

fn of_string(field: &str, words: &str) -> String {
    if is_day(words) || is_date_field(field) {
        return words.parse::<When>().map_or_else(|_| words.to_owned(), english::when);
    }
    // The values of an enumeration are written with hyphens and without spaces; identifiers are as they stand.
    let enumeration = words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if enumeration && !IDENTIFIERS.contains(&field) { words.replace('-', " ") } else { words.to_owned() }
}

const IDENTIFIERS: [&str; 9] =
    ["id", "gaps", "addresses", "covers", "carried_from", "carried_to", "issues", "url", "key_points"];

fn is_day(words: &str) -> bool {
    words.len() == 10 && words.parse::<NaiveDate>().is_ok()
}

/// The fields that hold a date or period.
pub(super) fn is_date_field(field: &str) -> bool {
    const DATES: [&str; 12] = [
        "due",
        "next_review",
        "given",
        "assessed",
        "when",
        "until",
        "completed",
        "dated",
        "reviewed",
        "considered",
        "dissolves",
        "year",
    ];
    DATES.contains(&field)
}

#[cfg(test)]
mod tests {
    use super::{of, plain};
    use serde_json::json;

    #[test]
    fn spaces_quotes_dashes_and_capitals_do_not_count_and_letters_and_stops_do() {
        assert_eq!(plain(" The  “Council” –\n now "), plain("the 'council'-now"));
        assert_eq!(plain("the Coun\u{ad}cil’s…"), plain("the council's..."));
        assert_ne!(plain("now here"), plain("nowhere"));
        assert_ne!(plain("It is."), plain("It is"));
        assert_ne!(plain("£1,000"), plain("£1.000"));
    }

    #[test]
    fn a_value_is_given_in_words() {
        assert_eq!(of("due", &json!("2026-03")), "March 2026");
        assert_eq!(of("on", &json!("2026-03-31")), "31 March 2026");
        assert_eq!(of("outcome", &json!("no-longer-significant")), "no longer significant");
        assert_eq!(of("id", &json!("iss-one")), "iss-one");
        assert_eq!(of("issues", &json!([])), "none");
        assert_eq!(of("issues", &json!({ "id": "ISS-1", "title": "Procurement" })), "Procurement");
    }
}
