//! Words compared as a reader compares them: without regard to case, punctuation and space.

use std::collections::BTreeMap;

/// The words of a text in lower case, without punctuation and without the 's of a possessive.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let letters = |word: &str| -> String {
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let kept = word.chars().filter(|c| !matches!(c, '\'' | '’' | '‘'));
        kept.flat_map(char::to_lowercase).collect()
    };
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '‘'))
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect()
}

/// The words of a name, the head noun in the singular: "Report templates" and "report template" are one name,
/// and so are "Codes of Conduct" and "Code of Conduct". Articles and "and", which may be a comma, do not
/// count.
pub(crate) fn name_of(text: &str) -> Vec<String> {
    let mut words = words_of(text);
    let head = words.iter().position(|word| word == "of").and_then(|of| of.checked_sub(1));
    for index in head.into_iter().chain(words.len().checked_sub(1)) {
        if let Some(word) = words.get_mut(index) {
            singular(word);
        }
    }
    words.retain(|word| !matches!(word.as_str(), "the" | "our" | "a" | "and"));
    words
}

/// The first of the phrases that a text holds as whole words, in the order of the list.
pub(crate) fn find_phrase<'a>(text: &str, phrases: &[&'a str]) -> Option<&'a str> {
    let text = format!(" {} ", words_of(text).join(" "));
    let whole = |at: usize, phrase: &str| {
        let before = text.get(..at).is_some_and(|before| before.ends_with(' '));
        before && text.get(at + phrase.len()..).is_some_and(|after| after.starts_with(' '))
    };
    let holds = |phrase: &&&str| text.match_indices(**phrase).any(|(at, _)| whole(at, phrase));
    phrases.iter().find(holds).copied()
}

/// Words that do not tell one name from another.
const FILLERS: [&str; 9] = ["a", "an", "and", "for", "in", "of", "on", "the", "team"];
/// The fewest words, fillers not counted, that a name must have to be compared.
const LEAST_WORDS: usize = 2;
/// The fewest letters of a word in which one letter is taken for a slip.
const LEAST_LETTERS: usize = 6;
/// Names of more words are sentences.
const MOST_WORDS: usize = 24;

/// Groups of names that differ in no more than the order of their words, a filler, a plural or one letter;
/// each as indices into the list, in its order. Names that are equal as [`name_of`] reads them are not
/// different names, so the list should hold each once.
///
/// Every name is looked up by its own key and by its key with one letter left out, so the work grows with the
/// length of the list and not with its square.
pub(crate) fn near_duplicates(names: &[&str]) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..names.len()).collect();
    let mut first_with: BTreeMap<String, usize> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        for key in keys(name) {
            let first = *first_with.entry(key).or_insert(index);
            let root = root(&mut group_of, first);
            let other = self::root(&mut group_of, index);
            let (least, most) = (root.min(other), root.max(other));
            if let Some(group) = group_of.get_mut(most) {
                *group = least;
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..names.len() {
        groups.entry(root(&mut group_of, index)).or_default().push(index);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// The first name of the group a name is in.
fn root(group_of: &mut [usize], mut index: usize) -> usize {
    while let Some(above) = group_of.get(index).copied().filter(|above| *above != index) {
        let top = group_of.get(above).copied().unwrap_or(above);
        if let Some(group) = group_of.get_mut(index) {
            *group = top;
        }
        index = above;
    }
    index
}

/// The key of a name, and the same with one letter of a long word left out; none for what is too short or too
/// long to be compared, and none for names with figures, which tell one year's document from the next.
fn keys(name: &str) -> Vec<String> {
    let mut words = words_of(name);
    words.retain(|word| !FILLERS.contains(&word.as_str()));
    if !(LEAST_WORDS..=MOST_WORDS).contains(&words.len())
        || words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()))
    {
        return Vec::new();
    }
    for word in &mut words {
        singular(word);
    }
    let key = |words: &[String]| {
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.join(" ")
    };
    let mut keys = vec![key(&words)];
    for index in 0..words.len() {
        let Some(word) = words.get(index).cloned().filter(|word| word.chars().count() >= LEAST_LETTERS)
        else {
            continue;
        };
        for (at, letter) in word.char_indices().skip(1) {
            let mut slipped = word.clone();
            slipped.replace_range(at..at + letter.len_utf8(), "");
            let mut changed = words.clone();
            if let Some(place) = changed.get_mut(index) {
                *place = slipped;
            }
            keys.push(key(&changed));
        }
    }
    keys
}

fn singular(word: &mut String) {
    if word.len() > 5 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_fillers_plurals_and_one_letter_make_kin() {
        for (one, other) in [
            ("Partnerships and Communications Manager", "Communications and Partnerships Manager"),
            ("Head of Customer Service", "Head of Customer Services"),
            ("Performance and Improvement Team Manager", "Performance and Improvement Manager"),
            ("Corporate Goverance Committee", "Corporate Governance Committee"),
        ] {
            assert_eq!(near_duplicates(&[one, other]), [[0, 1]], "{one}");
        }
    }

    #[test]
    fn another_post_document_or_year_is_not_kin() {
        for (one, other) in [
            ("Chief Executive", "Deputy Chief Executive"),
            ("Director of Finance", "Assistant Director of Finance"),
            ("Audit Committee", "Audit Plan"),
            ("Annual Report 2018", "Annual Report 2019"),
            ("Member Code of Conduct", "Officer Code of Conduct"),
            ("Constitution", "Constitutions"),
        ] {
            assert!(near_duplicates(&[one, other]).is_empty(), "{one}");
        }
    }

    #[test]
    fn the_plural_of_the_head_noun_is_grammar_and_no_other_name() {
        assert_eq!(name_of("The Report templates"), name_of("report template"));
        assert_eq!(name_of("Codes of Conduct"), name_of("Code of Conduct"));
        assert_eq!(name_of("The Council's website"), name_of("Council website"));
        assert_ne!(
            name_of("Planning Procedures Code of Practice"),
            name_of("Planning Procedure Code of Practice")
        );
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_only() {
        assert_eq!(find_phrase("It has not, so far", &["not yet", "has not"]), Some("has not"));
        assert_eq!(find_phrase("It has nothing", &["has not"]), None);
    }
}
