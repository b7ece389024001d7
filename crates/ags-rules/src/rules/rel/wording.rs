//! What wording affirms, and whether there is any.

use governance_model::Text;

use crate::prose;

/// Words that turn a sentence round.
pub(in crate::rules) const NEGATIONS: [&str; 6] = ["no", "not", "nor", "neither", "never", "without"];

/// The first sentence that holds one of the phrases and is not turned round.
pub(in crate::rules) fn affirming<'a>(words: &'a str, phrases: &[&str]) -> Option<&'a str> {
    let affirms = |sentence: &&str| {
        prose::find_phrase(sentence, phrases).is_some() && prose::find_phrase(sentence, &NEGATIONS).is_none()
    };
    prose::sentences(words).find(affirms)
}

pub(in crate::rules) fn is_blank(words: Option<&Text>) -> bool {
    words.is_none_or(Text::is_blank)
}
