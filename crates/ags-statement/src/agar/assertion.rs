//! The assertions of Section 1, and an authority's answers to them.

use std::fmt;

use governance_model::{FinancialYear, Provenance, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The number of an assertion, from 1 to 10.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(extend("minimum" = 1, "maximum" = 10))]
pub struct AssertionNumber(u8);

/// A number that is not the number of an assertion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("{read} is not the number of an assertion; write one from 1 to 10")]
pub struct AssertionNumberError {
    /// The number read.
    pub read: u8,
}

impl AssertionNumber {
    /// Assertion 1.
    pub const NUMBER_1: Self = Self(1);
    /// Assertion 2.
    pub const NUMBER_2: Self = Self(2);
    /// Assertion 3.
    pub const NUMBER_3: Self = Self(3);
    /// Assertion 4.
    pub const NUMBER_4: Self = Self(4);
    /// Assertion 5.
    pub const NUMBER_5: Self = Self(5);
    /// Assertion 6.
    pub const NUMBER_6: Self = Self(6);
    /// Assertion 7.
    pub const NUMBER_7: Self = Self(7);
    /// Assertion 8.
    pub const NUMBER_8: Self = Self(8);
    /// Assertion 9.
    pub const NUMBER_9: Self = Self(9);
    /// Assertion 10.
    pub const NUMBER_10: Self = Self(10);
    /// Trust funds, which only an authority that is a trustee answers.
    pub const TRUST_FUNDS: Self = Self::NUMBER_9;

    /// The title and the meaning of the assertion.
    #[must_use]
    pub fn asked(self) -> &'static Asked {
        // The table has the ten assertions in order, and no other number can be made.
        ASKED.iter().find(|asked| asked.number == self).unwrap_or(&ASKED[0])
    }
}

impl fmt::Display for AssertionNumber {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl TryFrom<u8> for AssertionNumber {
    type Error = AssertionNumberError;
    fn try_from(read: u8) -> Result<Self, AssertionNumberError> {
        if (1..=10).contains(&read) { Ok(Self(read)) } else { Err(AssertionNumberError { read }) }
    }
}

impl From<AssertionNumber> for u8 {
    fn from(number: AssertionNumber) -> Self {
        number.0
    }
}

/// An authority's answer to one assertion of Section 1.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// Which assertion it answers.
    pub number: AssertionNumber,
    /// The answer.
    pub answer: Answer,
    /// Why the answer is no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Text>,
    /// How the weakness behind a no will be dealt with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Text>,
    /// What a yes rests on: most often references to minutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Text>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

/// An answer to an assertion.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The authority did what the Practitioners' Guide requires.
    Yes,
    /// It did not.
    No,
    /// The assertion does not concern it; allowed for assertion 9 alone.
    NotApplicable,
}

/// An assertion as the form has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Its number on the form.
    pub number: AssertionNumber,
    /// Its title in the Practitioners' Guide.
    pub title: &'static str,
    /// What the answer "yes" means, in our words, read after "the authority".
    pub meaning: &'static str,
    /// The calendar year in which the first financial year begins whose return has it.
    pub from: i32,
}

impl Asked {
    /// The assertions that the return of a year has, in their order; none before 2017/18, the first year of
    /// the return.
    pub fn in_year(year: FinancialYear) -> impl Iterator<Item = &'static Self> {
        ASKED.iter().filter(move |asked| asked.from <= year.first())
    }
}

/// The assertions, by number. The titles are those of section 1 of the Practitioners' Guide, which kept the
/// first nine from the return for 2017/18 on and added the tenth for 2025/26.
static ASKED: [Asked; 10] = [
    asked(
        1,
        "Financial management and preparation of accounting statements",
        "managed its money well in the year and prepared its accounting statements as the regulations ask",
    ),
    asked(
        2,
        "Internal control",
        "kept up adequate internal control, against fraud and corruption too, and reviewed whether it worked",
    ),
    asked(
        3,
        "Compliance with laws, regulations and proper practices",
        "took all reasonable steps to see that it broke no law, regulation or proper practice that matters to \
         its business or its finances",
    ),
    asked(4, "Exercise of public rights", "let the public exercise their rights as the regulations ask"),
    asked(
        5,
        "Risk management",
        "assessed the risks it faces and took steps to manage them, with insurance where needed",
    ),
    asked(
        6,
        "Internal audit",
        "kept up, all through the year, an effective internal audit of its accounts and its control",
    ),
    asked(7, "Reports from auditors", "acted on all that its internal and external auditors reported"),
    asked(
        8,
        "Significant events",
        "considered whether any claim, commitment, event or transaction bears on its finances, and put it in \
         the accounting statements where it does",
    ),
    asked(
        9,
        "Trust funds (local councils only)",
        "accounted for the trust funds of which it is sole managing trustee, and had them examined or audited \
         where that is needed",
    ),
    Asked {
        from: 2025,
        ..asked(
            10,
            "Digital and data compliance",
            "keeps e-mail on a domain of its own, an accessible website, personal data within the law, and an \
             IT policy",
        )
    },
];

const fn asked(number: u8, title: &'static str, meaning: &'static str) -> Asked {
    Asked { number: AssertionNumber(number), title, meaning, from: 2017 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_ten_are_assertions_and_zero_and_eleven_are_not() {
        assert!(AssertionNumber::try_from(1).is_ok() && AssertionNumber::try_from(10).is_ok());
        assert_eq!(AssertionNumber::try_from(0), Err(AssertionNumberError { read: 0 }));
        assert_eq!(
            AssertionNumber::try_from(11).map_err(|error| error.to_string()),
            Err("11 is not the number of an assertion; write one from 1 to 10".into())
        );
    }

    #[test]
    fn every_number_has_its_own_assertion() {
        for number in (1..=10).map(|number| AssertionNumber::try_from(number).unwrap()) {
            assert_eq!(number.asked().number, number);
        }
    }

    #[test]
    fn the_return_has_nine_assertions_until_2024_25_and_ten_from_2025_26() {
        let asked = |year: &str| Asked::in_year(year.parse().unwrap()).count();
        assert_eq!(asked("2016/17"), 0);
        assert_eq!(asked("2017/18"), 9);
        assert_eq!(asked("2024/25"), 9);
        assert_eq!(asked("2025/26"), 10);
    }
}
