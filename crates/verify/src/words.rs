//! Where two runs of words part and meet again.

/// How many words each way are looked through for the place where two runs meet again.
const WINDOW: usize = 60;
/// How many words must agree for two runs to have met again.
const MEETING: usize = 3;
/// The most words that are shown of one difference, inclusive, and how many before it.
const SHOWN: usize = 12;
const BEFORE: usize = 4;

/// Words that differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Parting {
    /// Where it begins among the words read.
    pub(crate) at: usize,
    /// The words before it, which agree.
    pub(crate) before: String,
    /// What should stand there; empty where nothing should.
    pub(crate) expected: String,
    /// What does; empty where nothing does.
    pub(crate) read: String,
}

/// Where words read part from those expected, in order.
pub(crate) fn partings(expected: &[&str], read: &[&str]) -> Vec<Parting> {
    let (mut ours, mut theirs) = (0, 0);
    let mut found = Vec::new();
    loop {
        while ours < expected.len() && expected.get(ours) == read.get(theirs) {
            (ours, theirs) = (ours + 1, theirs + 1);
        }
        let (rest, other) = (tail(expected, ours), tail(read, theirs));
        if rest.is_empty() && other.is_empty() {
            return found;
        }
        let (skip, skip_other) = meeting(rest, other).unwrap_or((rest.len(), other.len()));
        found.push(Parting {
            at: theirs,
            before: read.get(theirs.saturating_sub(BEFORE)..theirs).unwrap_or_default().join(" "),
            expected: shown(rest.get(..skip).unwrap_or_default()),
            read: shown(other.get(..skip_other).unwrap_or_default()),
        });
        (ours, theirs) = (ours + skip, theirs + skip_other);
    }
}

fn tail<'a, 'b>(words: &'b [&'a str], from: usize) -> &'b [&'a str] {
    words.get(from..).unwrap_or_default()
}

/// How many words to pass over in each run until they meet again, as few as can be; none where they do not.
fn meeting(one: &[&str], other: &[&str]) -> Option<(usize, usize)> {
    let meets = |(skip, skip_other): &(usize, usize)| {
        let (one, other) = (tail(one, *skip), tail(other, *skip_other));
        let length = MEETING.min(one.len()).min(other.len());
        let ends = one.len() == other.len() && length < MEETING;
        (length == MEETING || ends) && one.get(..length) == other.get(..length)
    };
    (1..=WINDOW).flat_map(|far| (0..=far).map(move |skip| (skip, far - skip))).find(|(skip, skip_other)| {
        *skip <= one.len() && *skip_other <= other.len() && meets(&(*skip, *skip_other))
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

    fn told(expected: &str, read: &str) -> Vec<[String; 3]> {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let (expected, read) = (expected.to_owned().leak(), read.to_owned().leak());
        let found = partings(&words(expected), &words(read));
        found.into_iter().map(|one| [one.before, one.expected, one.read]).collect()
    }

    #[test]
    fn the_same_words_do_not_part() {
        assert!(told("a b c", "a b c").is_empty());
    }

    #[test]
    fn a_word_changed_added_or_left_out_is_told_with_the_words_before_it() {
        let row = |before: &str, expected: &str, read: &str| [before, expected, read].map(String::from);
        assert_eq!(told("we owe £1 to all of them", "we owe £9 to all of them"), [row("we owe", "£1", "£9")]);
        assert_eq!(told("a b c d e f", "a b x c d e f"), [row("a b", "", "x")]);
        assert_eq!(told("a b c d e f", "a b d e f"), [row("a b", "c", "")]);
        assert_eq!(told("a b c", "a b"), [row("a b", "c", "")]);
    }

    #[test]
    fn two_differences_far_apart_are_two_and_a_long_one_is_cut() {
        assert_eq!(told("1 a b c d 2 e f g", "3 a b c d 4 e f g").len(), 2);
        let long = told("a", &"b ".repeat(30));
        assert_eq!(long[0][2].split(' ').count(), SHOWN + 1);
        assert!(long[0][2].ends_with('…'));
    }
}
