//! Dates that words mention.

use std::ops::Range;

use chrono::NaiveDate;
use governance_model::{FinancialYear, When};

/// A date or year that words mention.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention<'a> {
    /// When.
    pub when: When,
    /// The words that give the date.
    pub words: &'a str,
    /// Where these words begin, in bytes.
    pub at: usize,
    /// The word before it in lower case; empty where there is none.
    pub after: String,
}

/// The sentences of a text: a full stop, question mark, semicolon or line feed ends one, and so does a
/// bullet.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let cut = sentence_end(rest);
            let (sentence, after) = rest.split_at(cut);
            rest = after.trim_start_matches(['.', '?', '!', ';', '\n', '•', ' ']);
            if !sentence.trim().is_empty() {
                return Some(sentence.trim());
            }
        }
        None
    })
}

fn sentence_end(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let stop = matches!(character, '.' | '?' | '!') && next.is_none_or(char::is_whitespace);
        if stop || matches!(character, ';' | '\n' | '•') {
            return at;
        }
    }
    text.len()
}

/// Every date, month with its year, financial year and calendar year that words mention, in their order; the
/// two ends of a span such as 2018-21 are not dates of their own.
pub(crate) fn mentions(text: &str) -> Vec<Mention<'_>> {
    let tokens = tokens(text);
    let mut found: Vec<Mention<'_>> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some((when, first, last)) = date_at(text, &tokens, index, token) else {
            continue;
        };
        let (Some(begin), Some(end)) = (tokens.get(first), tokens.get(last)) else {
            continue;
        };
        let before = first.checked_sub(1).and_then(|before| tokens.get(before));
        let after = before.and_then(|before| text.get(before.clone())).unwrap_or_default().to_lowercase();
        found.push(Mention {
            when,
            words: text.get(begin.start..end.end).unwrap_or_default(),
            at: begin.start,
            after,
        });
    }
    found
}

/// The date whose year is the token, with the indices of its first and last token.
fn date_at(
    text: &str,
    tokens: &[Range<usize>],
    index: usize,
    token: &Range<usize>,
) -> Option<(When, usize, usize)> {
    let year = year(text.get(token.clone())?)?;
    let joined = |left: usize, right: usize| -> Option<&str> {
        text.get(tokens.get(left)?.end..tokens.get(right)?.start)
    };
    let word = |index: usize| -> Option<&str> { text.get(tokens.get(index)?.clone()) };
    // The second half of a span or of a financial year.
    let tied = |between: &str| matches!(between.trim(), "/" | "-" | "–" | "—");
    if index > 0
        && joined(index - 1, index).is_some_and(tied)
        && word(index - 1).and_then(self::year).is_some()
    {
        return None;
    }
    if joined(index, index + 1).is_some_and(tied)
        && let Some(next) = word(index + 1)
        && next.len() <= 4
        && next.bytes().all(|byte| byte.is_ascii_digit())
    {
        let financial = format!("{year}/{next}").parse::<FinancialYear>().ok()?;
        return Some((When::FinancialYear(financial), index, index + 1));
    }
    let month = index.checked_sub(1).and_then(|before| Some((before, month(word(before)?)?)));
    let Some((before, month)) = month else {
        return Some((When::Year(NaiveDate::from_ymd_opt(year, 1, 1)?), index, index));
    };
    let day = before.checked_sub(1).and_then(|first| {
        let number: u32 = word(first)?.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse().ok()?;
        Some((When::Day(NaiveDate::from_ymd_opt(year, month, number)?), first, index))
    });
    day.or_else(|| Some((When::Month(NaiveDate::from_ymd_opt(year, month, 1)?), before, index)))
}

/// Runs of letters and digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut begin = None;
    for (at, character) in text.char_indices() {
        match (begin, character.is_alphanumeric()) {
            (None, true) => begin = Some(at),
            (Some(from), false) => {
                tokens.push(from..at);
                begin = None;
            }
            _ => {}
        }
    }
    tokens.extend(begin.map(|from| from..text.len()));
    tokens
}

fn year(token: &str) -> Option<i32> {
    if token.len() != 4 || !token.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    token.parse().ok().filter(|year| (1990..=2098).contains(year))
}

fn month(token: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = token.to_lowercase();
    let same =
        |name: &&str| **name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(&word));
    MONTHS.iter().position(same).and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        mentions(text).iter().map(|mention| mention.when.to_string()).collect()
    }

    #[test]
    fn days_months_years_and_financial_years_are_read() {
        assert_eq!(read("on 3rd October 2019 and in Feb 2010"), ["2019-10-03", "2010-02"]);
        assert_eq!(read("Strategy 2009/10 – 2012/13, revised 2014"), ["2009/10", "2012/13", "2014"]);
        assert_eq!(read("Regulation 1234 and 5 apples in 3000"), [""; 0]);
    }

    #[test]
    fn the_ends_of_a_span_are_no_dates() {
        assert_eq!(read("the Strategic Plan 2018-21 and the Vision 2011- 2021"), [""; 0]);
    }

    #[test]
    fn the_word_before_is_kept_in_lower_case() {
        let found = mentions("carbon neutral By 2020");
        assert_eq!((found[0].after.as_str(), found[0].words), ("by", "2020"));
    }

    #[test]
    fn a_full_stop_inside_a_number_ends_no_sentence() {
        let found: Vec<_> = sentences("See 4.1 there. Then rest; end • point\nlast").collect();
        assert_eq!(found, ["See 4.1 there", "Then rest", "end", "point", "last"]);
    }
}
