//! What a piece of evidence says.

use governance_model::Evidence;

/// Whether a piece of evidence says anything, by itself or in its parts.
pub(in crate::rules) fn says_something(evidence: &Evidence) -> bool {
    !evidence.text.is_blank() || !evidence.parts.is_empty()
}

/// A piece of evidence whose words stop short of what they lead up to.
pub(in crate::rules) fn is_half(evidence: &Evidence) -> bool {
    const DANGLING: [&str; 9] = ["and", "or", "the", "of", "to", "with", "for", "by", "a"];
    let says = evidence.text.trim_end();
    let last = says.rsplit(' ').next().unwrap_or_default();
    evidence.parts.is_empty() && (says.ends_with(':') || (says.contains(' ') && DANGLING.contains(&last)))
}
