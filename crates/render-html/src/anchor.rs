//! Ids of elements that links lead to.

use std::collections::BTreeMap;

/// The longest id made from a text, in characters; it is cut between words.
const LONGEST: usize = 60;

/// The ids used so far, each with the next number for the same text.
pub(crate) struct Anchors {
    next: BTreeMap<String, usize>,
}

impl Anchors {
    /// No ids but those reserved for the page itself.
    pub(crate) fn new(reserved: &[&str]) -> Self {
        Self { next: reserved.iter().map(|name| ((*name).to_owned(), 2)).collect() }
    }

    /// A new id, as close to the text as possible: `roles-duties`, then `roles-duties-2`.
    pub(crate) fn unique(&mut self, words: &str) -> String {
        let wanted = slug(words);
        let mut name = wanted.clone();
        let mut number = self.next.get(&wanted).copied().unwrap_or(1);
        while self.next.contains_key(&name) {
            name = format!("{wanted}-{number}");
            number += 1;
        }
        self.next.insert(wanted, number.max(2));
        self.next.entry(name.clone()).or_insert(2);
        name
    }
}

/// The letters and digits of a text in lower case, with a hyphen for anything between them; apostrophes are skipped.
fn slug(words: &str) -> String {
    let words = words.replace(['\'', '’'], "").to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() {
            if slug.chars().count() + 1 + word.chars().count() > LONGEST {
                break;
            }
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    if slug.is_empty() { "part".into() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(words: &[&str]) -> Vec<String> {
        let mut anchors = Anchors::new(&["main"]);
        words.iter().map(|words| anchors.unique(words)).collect()
    }

    #[test]
    fn an_id_is_the_text_in_lower_case_with_hyphens() {
        assert_eq!(given(&["Scope of responsibility"]), ["scope-of-responsibility"]);
        assert_eq!(given(&["The council’s “roles” & duties:"]), ["the-councils-roles-duties"]);
        assert_eq!(given(&["Tŷ’r Cyngor, £5"]), ["tŷr-cyngor-5"]);
    }

    #[test]
    fn a_long_id_is_cut_between_words_and_a_long_word_within() {
        let sixty = format!("{} {}", "a".repeat(30), "b".repeat(29));
        assert_eq!(given(&[&sixty]), [sixty.replace(' ', "-")]);
        assert_eq!(given(&[&format!("{sixty}b")]), ["a".repeat(30)]);
        assert_eq!(given(&[&"a".repeat(61)]), ["a".repeat(60)]);
    }

    #[test]
    fn a_text_without_letters_still_has_an_id() {
        assert_eq!(given(&["…", "—"]), ["part", "part-2"]);
    }

    #[test]
    fn no_id_is_used_twice_and_no_reserved_id_is_used() {
        assert_eq!(
            given(&["Risk", "Risk", "Risk 2", "Risk", "Main"]),
            ["risk", "risk-2", "risk-2-2", "risk-3", "main-2"]
        );
    }
}
