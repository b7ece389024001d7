//! Quotation marks and spaces as they are printed in British English.

/// The words as they are printed: with curly quotation marks and apostrophes, and with a no-break space inside a date, a
/// sum and a reference. Other characters stay as they are.
///
/// ```
/// use ags_statement::english::typeset;
/// assert_eq!(typeset("The Council's \"code\""), "The Council\u{2019}s \u{201c}code\u{201d}");
/// assert_eq!(typeset("on 18 November 2022"), "on 18\u{a0}November\u{a0}2022");
/// assert_eq!(typeset("see section 114"), "see section\u{a0}114");
/// ```
#[must_use]
pub fn typeset(words: &str) -> String {
    bound(&quoted(words))
}

/// With curly quotation marks and apostrophes.
fn quoted(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    let mut before = None;
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied();
        written.push(match letter {
            '"' if opens(before) => '\u{201c}',
            '"' => '\u{201d}',
            // An apostrophe stands for what is left out, as in '90s, and before the s of a possessive that follows a link.
            '\'' if opens(before) && after.is_some_and(char::is_alphabetic) && !is_possessive(&letters) => {
                '\u{2018}'
            }
            '\'' => '\u{2019}',
            other => other,
        });
        before = Some(letter);
    }
    written
}

/// Whether a quotation mark after this character opens.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|before| before.is_whitespace() || "([{/\u{2013}\u{2014}\u{201c}\"".contains(before))
}

/// Whether an s and nothing else of a word follows.
fn is_possessive(after: &(impl Iterator<Item = char> + Clone)) -> bool {
    let mut after = after.clone();
    after.next() == Some('s') && !after.next().is_some_and(char::is_alphabetic)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What a number follows: "section 114", "Action 3".
const NUMBERED: [&str; 22] = [
    "action",
    "actions",
    "appendix",
    "article",
    "chapter",
    "figure",
    "issue",
    "issues",
    "item",
    "line",
    "minute",
    "no",
    "note",
    "page",
    "pages",
    "paragraph",
    "part",
    "principle",
    "regulation",
    "schedule",
    "section",
    "table",
];

/// What follows a number: "£1 million", "4 per cent".
const UNITS: [&str; 6] = ["billion", "million", "per", "percent", "pm", "am"];

/// With a no-break space in place of each space that a line may not end at.
fn bound(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    let mut before = "";
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            written.push(if belong_together(before, word) { '\u{a0}' } else { ' ' });
        }
        written.push_str(word);
        before = word;
    }
    written
}

fn belong_together(before: &str, after: &str) -> bool {
    let [one, other] =
        [before, after].map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    // A word that ends a sentence or a clause belongs to no number after it.
    let ends = before.ends_with(['.', ',', ';', ':', '!', '?']) && !before.eq_ignore_ascii_case("no.");
    if ends || one.is_empty() || other.is_empty() {
        return false;
    }
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let is_month = |word: &str| MONTHS.contains(&word);
    let is_day = |word: &str| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    let is_letter =
        |word: &str| word.len() == 1 && word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let numbered = NUMBERED.iter().any(|name| name.eq_ignore_ascii_case(one));
    (is_day(one) && is_month(other))
        || (is_month(one) && is_year(other))
        || (numbered && (is_number(other) || is_letter(other)))
        || (is_number(one) && UNITS.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_become_curly_ones() {
        for (words, printed) in [
            ("members' training isn't over", "members\u{2019} training isn\u{2019}t over"),
            ("the 'gateway' review", "the \u{2018}gateway\u{2019} review"),
            ("(\"the Code\")", "(\u{201c}the Code\u{201d})"),
            ("the '90s", "the \u{2019}90s"),
            ("'s own report", "\u{2019}s own report"),
            ("'so be it'", "\u{2018}so be it\u{2019}"),
            ("\u{201c}done\u{201d}", "\u{201c}done\u{201d}"),
        ] {
            assert_eq!(typeset(words), printed);
        }
    }

    #[test]
    fn what_belongs_together_is_not_broken_and_the_rest_is() {
        for (words, printed) in [
            ("by 31 March 2023.", "by 31_March_2023."),
            ("in May 2022, (June 2022)", "in May_2022, (June_2022)"),
            ("see Action 3 and actions 4 and 5", "see Action_3 and actions_4 and 5"),
            ("Principle A is met", "Principle_A is met"),
            ("a part A", "a part_A"),
            ("\u{a3}1.5 million a year", "\u{a3}1.5_million a year"),
            ("12 million and 4 per cent", "12_million and 4_per cent"),
            ("May members ask?", "May members ask?"),
            ("The committee took no action. 3 members left", "The committee took no action. 3 members left"),
            ("In 2022 July was hot", "In 2022 July was hot"),
        ] {
            assert_eq!(typeset(words), printed.replace('_', "\u{a0}"));
        }
    }

    #[test]
    fn what_is_printed_stays_as_it_is_when_it_is_set_again() {
        let once = typeset("The Council's \"code\" of 1 May 2022 ('the Code'), section 3");
        assert_eq!(typeset(&once), once);
    }
}
