//! One way in which what is checked falls short.

use governance_model::Provenance;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::suppression::{Suppression, SuppressionStatus};

/// One way in which a statement, a local code or a return does not do as a rule asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The place, as a JSON pointer into the document.
    pub pointer: String,
    /// What is wrong, as a sentence a committee could read.
    pub message: String,
    /// What to do about it, as a sentence.
    pub fix: String,
    /// The words that show it; none where what is wrong is that words are not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// The waiver that somebody answers for; none without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<Suppression>,
}

impl Finding {
    /// A finding.
    pub fn new(pointer: impl Into<String>, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            message: message.into(),
            fix: fix.into(),
            quote: None,
            suppression: None,
        }
    }

    /// Whether it counts: no waiver lifts it.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.suppression.as_ref().is_none_or(|waived| waived.status == SuppressionStatus::Rejected)
    }

    /// The finding with the words that show it.
    #[must_use]
    pub fn quoting(self, words: &str, from: &Provenance) -> Self {
        Self { quote: Some(Quote::new(words, from)), ..self }
    }
}

/// Words of a document, and where they stand in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// The document, by the name provenance has for it; none where the words are from no document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The line of its text, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The words, cut after [`Quote::MOST`] characters.
    pub words: String,
}

impl Quote {
    /// The most characters of the words, inclusive; an ellipsis takes the place of what follows.
    pub const MOST: usize = 240;

    /// Words and where they come from.
    #[must_use]
    pub fn new(words: &str, from: &Provenance) -> Self {
        let place = match from {
            Provenance::Document(place) => Some(place),
            Provenance::Declared | Provenance::Illustrative(_) => None,
        };
        let mut quoted = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((cut, _)) = quoted.char_indices().nth(Self::MOST) {
            quoted.truncate(cut);
            quoted.push('…');
        }
        Self {
            document: place.map(|place| place.id.to_string()),
            line: place.and_then(|place| place.line),
            words: quoted,
        }
    }
}
