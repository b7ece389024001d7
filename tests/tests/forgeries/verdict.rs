//! What verifying finds of a file.

use std::fmt;

/// What verifying finds of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Byte for byte what was issued.
    AsIssued,
    /// What was issued, saved again by another program.
    SavedAgain,
    /// Another version made it, and its words are those of its data.
    WordsAgree,
    /// Something differs.
    NotSound,
    /// It is not read.
    Refused,
}

impl Verdict {
    /// All, from the best to the worst.
    pub const ALL: [Self; 5] =
        [Self::AsIssued, Self::SavedAgain, Self::WordsAgree, Self::NotSound, Self::Refused];
}

impl fmt::Display for Verdict {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::AsIssued => "as issued",
            Self::SavedAgain => "saved again",
            Self::WordsAgree => "words agree",
            Self::NotSound => "not sound",
            Self::Refused => "refused",
        })
    }
}

/// Verifies a file, and gives the names of the differences too.
pub fn verdict(bytes: &[u8]) -> (Verdict, Vec<&'static str>) {
    let Ok(found) = verify::verify(bytes) else { return (Verdict::Refused, Vec::new()) };
    let verdict = match found.verdict {
        verify::Verdict::AsIssued => Verdict::AsIssued,
        verify::Verdict::SavedAgain => Verdict::SavedAgain,
        verify::Verdict::WordsAgree => Verdict::WordsAgree,
        verify::Verdict::NotSound => Verdict::NotSound,
    };
    (verdict, found.differences.iter().map(verify::Difference::name).collect())
}
