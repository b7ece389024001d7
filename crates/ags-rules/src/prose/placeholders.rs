//! Text that a template leaves to be replaced.

/// What stands for words that are still to be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Placeholder<'a> {
    /// Words that stand for nothing else: "PLACEHOLDER", "[insert date]".
    Certain(&'a str),
    /// Words that may also be meant as they are: "[...]" in a quotation, "dates to be confirmed".
    Possible(&'a str),
}

/// Signs that stand for nothing else, wherever they are.
const SIGNS: [&str; 9] = ["???", "____", "......", "……", "{{", "}}", "<<", ">>", "[ ]"];

/// What words in square or angle brackets begin with where they tell the writer what to do.
const ORDERS: [&str; 21] = [
    "add ",
    "amend ",
    "complete ",
    "date]",
    "delete ",
    "enter ",
    "fill in",
    "insert",
    "name]",
    "name of",
    "number]",
    "placeholder",
    "tba",
    "tbc",
    "to be added",
    "to be completed",
    "to be confirmed",
    "to be inserted",
    "to be updated",
    "update ",
    "x]",
];

/// Phrases that stand for nothing else.
const PHRASES: [&str; 8] = [
    "lorem ipsum",
    "dolor sit amet",
    "delete as appropriate",
    "delete as applicable",
    "click or tap here",
    "enter text here",
    "insert text here",
    "your text here",
];

/// Phrases that may also be meant as they are.
const UNSETTLED: [&str; 6] =
    ["[...]", "[…]", "to be confirmed", "to be advised", "to be determined", "to be inserted"];

/// The first placeholder in a text.
pub(crate) fn placeholder(text: &str) -> Option<Placeholder<'_>> {
    let lower = text.to_ascii_lowercase();
    let same = |sign: &&str| lower.find(*sign).and_then(|at| text.get(at..at + sign.len()));
    let sign = SIGNS.iter().find_map(same).or_else(|| PHRASES.iter().find_map(same));
    let certain =
        sign.or_else(|| bracketed(text, &lower)).or_else(|| words(text).find(|word| is_blank(word)));
    certain.map(Placeholder::Certain).or_else(|| {
        let phrase = UNSETTLED.iter().find_map(same);
        phrase.or_else(|| words(text).find(|word| *word == "XXX")).map(Placeholder::Possible)
    })
}

/// Words in brackets that tell the writer what to do, with their brackets.
fn bracketed<'a>(text: &'a str, lower: &str) -> Option<&'a str> {
    lower.match_indices(['[', '<']).find_map(|(open, _)| {
        let inside = lower.get(open + 1..)?;
        if !ORDERS.iter().any(|order| inside.trim_start().starts_with(order)) {
            return None;
        }
        let close = inside.find([']', '>']).map_or(text.len(), |at| open + 1 + at + 1);
        text.get(open..close)
    })
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word stands for one that is still to be written: "PLACEHOLDER", "TBC", "xxxxx", "20XX".
fn is_blank(word: &str) -> bool {
    let crosses = word.bytes().filter(|byte| byte.eq_ignore_ascii_case(&b'x')).count();
    let only = crosses == word.len();
    let year = word.len() == 4 && crosses == 2 && word.starts_with("20");
    matches!(word, "PLACEHOLDER" | "TBC" | "tbc" | "TBA" | "tba" | "TODO")
        || year
        || only && (crosses >= 4 || word == "xxx")
}

#[cfg(test)]
mod tests {
    use super::{Placeholder, placeholder};

    #[test]
    fn words_that_a_template_leaves_are_found_with_their_brackets() {
        for (text, found) in [
            ("PLACEHOLDER: the committee", "PLACEHOLDER"),
            ("Approved on [insert date] by the Cabinet", "[insert date]"),
            ("[To be completed: who led the review]", "[To be completed: who led the review]"),
            ("The budget was £xxxxx", "xxxxx"),
            ("In 20XX/XX the Council", "20XX"),
            ("Owner: TBC", "TBC"),
            ("Lorem ipsum dolor", "Lorem ipsum"),
            ("Signed: ........", "......"),
            ("Held by {{name}}", "{{"),
            ("yes/no (delete as appropriate)", "delete as appropriate"),
            ("the [x] members", "[x]"),
        ] {
            assert_eq!(placeholder(text), Some(Placeholder::Certain(found)), "{text}");
        }
    }

    #[test]
    fn words_that_may_be_meant_are_asked_about() {
        for text in
            ["The auditor said \"the Council [...] acted\"", "The date is to be confirmed", "Part XXX"]
        {
            assert!(matches!(placeholder(text), Some(Placeholder::Possible(_))), "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_not() {
        for text in [
            "A placeholder sum in the budget was released",
            "The Council [as it then was] agreed ...",
            "Section XX of the Act; the 2022 accounts",
            "The plan is to be completed by March 2023",
            "Spending rose by more than 10% (<£2 million)",
        ] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }
}
