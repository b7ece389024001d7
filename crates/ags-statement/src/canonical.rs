//! One value, one text, one digest: canonical JSON after RFC 8785, and the SHA-256 of it.
//!
//! Two files with the same content, whatever their white space and the order of their fields, have one canonical
//! text. Anyone can reproduce it with any program that implements RFC 8785.

use serde::Serialize;

use crate::agar::Agar;
use crate::sign_off::SignOff;
use crate::statement::Statement;

pub use crate::digest::{Digest, DigestError};

/// The canonical JSON of a value: no white space, fields in the order of their UTF-16 code units, numbers and
/// escapes in the one form of RFC 8785, 3.2.2. A whole number beyond 2^53 is rounded, as by every reader that follows
/// RFC 8785.
///
/// # Errors
/// - where the value cannot be JSON: a map with keys that are not strings, a number that is not finite.
pub fn json(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json_canonicalizer::to_string(value)
}

/// The canonical JSON of a statement or a return, which always is JSON: neither type has a map whose keys are not
/// strings or a number that is not whole. Any other text in its place would have a digest that proves nothing.
#[expect(
    clippy::expect_used,
    reason = "the type has neither maps with other keys than strings nor fractions"
)]
fn always_json(value: &impl Serialize) -> String {
    json(value).expect("a statement or a return is JSON")
}

impl Statement {
    /// The statement as canonical JSON, by [`json`].
    ///
    /// ```
    /// let statement = ags_statement::example::statement()?;
    /// let json = statement.canonical_json();
    /// assert!(json.starts_with(r#"{"local_code":{"#));
    /// assert_eq!(statement.digest(), ags_statement::canonical::Digest::of(&json));
    /// # Ok::<(), governance_model::ReadError>(())
    /// ```
    #[must_use]
    pub fn canonical_json(&self) -> String {
        always_json(self)
    }

    /// The SHA-256 of [`Statement::canonical_json`], which the composed document gives.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.canonical_json())
    }

    /// The version of the statement: the SHA-256 of what a body considers, approves or signs, as canonical JSON.
    /// The record of those steps, answers to questions and working notes are not part of it.
    #[must_use]
    pub fn version(&self) -> Digest {
        let sign_off = SignOff {
            certification: self.sign_off.certification.clone(),
            events_after: self.sign_off.events_after.clone(),
            ..SignOff::default()
        };
        Self { sign_off, answers: Vec::new(), notes: Vec::new(), ..self.clone() }.digest()
    }
}

impl Agar {
    /// The return as canonical JSON, by [`json`].
    #[must_use]
    pub fn canonical_json(&self) -> String {
        always_json(self)
    }

    /// The SHA-256 of [`Agar::canonical_json`], which the composed document gives.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.canonical_json())
    }
}

#[cfg(test)]
mod tests {
    use governance_model::read;
    use serde_json::{Value, json};

    use super::*;
    use crate::sample;

    fn canonical(value: &Value) -> String {
        super::json(value).unwrap()
    }

    #[test]
    fn fields_stand_in_the_order_of_utf_16_and_not_of_code_points() {
        // RFC 8785, 3.2.3: U+1F600 begins with the unit D83D, so it stands before U+FB33.
        let value = json!({
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O"
        });
        let text = canonical(&value);
        let order = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"];
        let places = order.map(|word| text.find(word).unwrap());
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn numbers_and_escapes_have_one_form() {
        // RFC 8785, 3.2.2, the sample of 3.2.2.
        let value: Value = serde_json::from_str(
            r#"{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                 "literals": [null, true, false] }"#,
        )
        .unwrap();
        assert_eq!(
            canonical(&value),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    #[test]
    fn a_statement_and_a_return_are_the_same_after_it() {
        let (statement, agar) = (sample::statement(), sample::agar());
        let again: Statement = read::json(statement.canonical_json().as_bytes(), "s.json").unwrap();
        assert_eq!((&again, again.digest()), (&statement, statement.digest()));
        let again: Agar = read::json(agar.canonical_json().as_bytes(), "a.json").unwrap();
        assert_eq!((&again, again.digest()), (&agar, agar.digest()));
    }

    #[test]
    fn one_letter_more_is_another_digest() {
        let statement = sample::statement();
        let mut other = statement.clone();
        other.local_code.authority.name = "Example Borough Council.".parse().unwrap();
        assert_ne!(statement.digest(), other.digest());
    }

    #[test]
    fn a_digest_is_read_from_a_page_and_nothing_else_is() {
        let digest = Digest::of("words");
        assert_eq!(digest.grouped().to_uppercase().replace(' ', "\n").parse(), Ok(digest));
        let whole = digest.to_string();
        for wrong in [&whole[1..], &format!("{whole}0"), &whole.replace(&whole[..1], "g"), ""] {
            assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
        }
    }
}
