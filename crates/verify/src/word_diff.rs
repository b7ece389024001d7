//! A word-by-word comparison of two texts.

/// How many words in all are skipped at most to find where two texts agree again.
const WINDOW: usize = 60;
/// How many words must be equal for two texts to agree again.
const MATCHING: usize = 3;
/// The most words shown of one difference, inclusive, and of the text before it.
const SHOWN: usize = 12;
const BEFORE: usize = 4;

/// Words that differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct WordDifference {
    /// The index of its first word in the text found.
    pub(crate) at: usize,
    /// The words before it, which agree.
    pub(crate) before: String,
    /// The words expected; empty if there should be none.
    pub(crate) expected: String,
    /// The words found; empty if there are none.
    pub(crate) found: String,
}

/// Where the words found differ from those expected, in order, up to the first so many places.
pub(crate) fn word_differences(expected: &[&str], found: &[&str], most: usize) -> Vec<WordDifference> {
    let (mut ours, mut theirs) = (0, 0);
    let mut differences = Vec::new();
    loop {
        while ours < expected.len() && expected.get(ours) == found.get(theirs) {
            (ours, theirs) = (ours + 1, theirs + 1);
        }
        let (rest, other) = (tail(expected, ours), tail(found, theirs));
        if rest.is_empty() && other.is_empty() || differences.len() == most {
            return differences;
        }
        let (skip, skip_other) = next_match(rest, other).unwrap_or((rest.len(), other.len()));
        differences.push(WordDifference {
            at: theirs,
            before: found.get(theirs.saturating_sub(BEFORE)..theirs).unwrap_or_default().join(" "),
            expected: shown(rest.get(..skip).unwrap_or_default()),
            found: shown(other.get(..skip_other).unwrap_or_default()),
        });
        (ours, theirs) = (ours + skip, theirs + skip_other);
    }
}

fn tail<'a, 'b>(words: &'b [&'a str], from: usize) -> &'b [&'a str] {
    words.get(from..).unwrap_or_default()
}

/// The fewest words to skip in each text until they agree again; `None` if they do not.
fn next_match(one: &[&str], other: &[&str]) -> Option<(usize, usize)> {
    let matches = |(skip, skip_other): &(usize, usize)| {
        let (one, other) = (tail(one, *skip), tail(other, *skip_other));
        let length = MATCHING.min(one.len()).min(other.len());
        let ends = one.len() == other.len() && length < MATCHING;
        (length == MATCHING || ends) && one.get(..length) == other.get(..length)
    };
    (1..=WINDOW).flat_map(|far| (0..=far).map(move |skip| (skip, far - skip))).find(|(skip, skip_other)| {
        *skip <= one.len() && *skip_other <= other.len() && matches(&(*skip, *skip_other))
    })
}

fn shown(words: &[&str]) -> String {
    let mut shown = words.get(..SHOWN).unwrap_or(words).join(" ");
    if words.len() > SHOWN {
        shown.push_str(" …");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differences(expected: &str, found: &str) -> Vec<[String; 3]> {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let (expected, found) = (expected.to_owned().leak(), found.to_owned().leak());
        let differences = word_differences(&words(expected), &words(found), 100);
        differences.into_iter().map(|one| [one.before, one.expected, one.found]).collect()
    }

    #[test]
    fn equal_texts_have_no_difference() {
        assert!(differences("a b c", "a b c").is_empty());
    }

    #[test]
    fn a_word_changed_added_or_left_out_is_reported_with_the_words_before_it() {
        let row = |before: &str, expected: &str, found: &str| [before, expected, found].map(String::from);
        assert_eq!(
            differences("we owe £1 to all of them", "we owe £9 to all of them"),
            [row("we owe", "£1", "£9")]
        );
        assert_eq!(differences("a b c d e f", "a b x c d e f"), [row("a b", "", "x")]);
        assert_eq!(differences("a b c d e f", "a b d e f"), [row("a b", "c", "")]);
        assert_eq!(differences("a b c", "a b"), [row("a b", "c", "")]);
    }

    #[test]
    fn two_differences_far_apart_are_two_and_a_long_one_is_cut() {
        assert_eq!(differences("1 a b c d 2 e f g", "3 a b c d 4 e f g").len(), 2);
        let long = differences("a", &"b ".repeat(30));
        assert_eq!(long[0][2].split(' ').count(), SHOWN + 1);
        assert!(long[0][2].ends_with('…'));
    }
}
