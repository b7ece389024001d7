//! The words of a statement that a reader meets.

use ags_statement::Statement;
use chrono::NaiveDate;

/// The number of words that are printed of a statement as at a day, on its cover, in its text and at its end,
/// without annexes.
pub(super) fn printed_words(statement: &Statement, as_at: NaiveDate) -> usize {
    let document = ags_compose::compose(statement, as_at);
    let printed = |at: &str| ["/cover/", "/body/", "/colophon/"].iter().any(|part| at.starts_with(part));
    let words = document.words().into_iter().filter(|(at, _)| printed(at));
    words.map(|(_, words)| words.split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::printed_words;
    use crate::sample::{self, day};

    #[test]
    fn what_is_printed_is_counted_and_working_notes_are_not() {
        let mut statement = sample::statement();
        let words = |statement: &_| printed_words(statement, day(2022, 11, 30));
        let before = words(&statement);
        statement.notes.push("Five words that stay unprinted.".parse().unwrap());
        assert_eq!(words(&statement), before);
        let best_value = statement.review.best_value.as_mut().unwrap();
        best_value.text = format!("{} And two", best_value.text).parse().unwrap();
        assert_eq!(words(&statement), before + 2);
    }
}
