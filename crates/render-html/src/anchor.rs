//! Names for places in the page that a link can lead to.

use std::collections::BTreeMap;

/// The longest name made from words, in characters; a name is cut between words.
const LONGEST: usize = 60;

/// The names given so far, each with the number that comes next for the same words.
pub(crate) struct Anchors {
    next: BTreeMap<String, usize>,
}

impl Anchors {
    /// No names but those that are kept for the page itself.
    pub(crate) fn new(kept: &[&str]) -> Self {
        Self { next: kept.iter().map(|name| ((*name).to_owned(), 2)).collect() }
    }

    /// A name that was not given before, as near to the words as can be: `roles-duties`, then `roles-duties-2`.
    pub(crate) fn give(&mut self, words: &str) -> String {
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

/// The letters and digits of the words in lower case, with a hyphen for what stands between them; apostrophes are
/// passed over.
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
        words.iter().map(|words| anchors.give(words)).collect()
    }

    #[test]
    fn a_name_is_the_words_in_lower_case_with_hyphens() {
        assert_eq!(given(&["Scope of responsibility"]), ["scope-of-responsibility"]);
        assert_eq!(given(&["The council’s “roles” & duties:"]), ["the-councils-roles-duties"]);
        assert_eq!(given(&["Tŷ’r Cyngor, £5"]), ["tŷr-cyngor-5"]);
    }

    #[test]
    fn a_long_name_is_cut_between_words_and_a_long_word_within() {
        let sixty = format!("{} {}", "a".repeat(30), "b".repeat(29));
        assert_eq!(given(&[&sixty]), [sixty.replace(' ', "-")]);
        assert_eq!(given(&[&format!("{sixty}b")]), ["a".repeat(30)]);
        assert_eq!(given(&[&"a".repeat(61)]), ["a".repeat(60)]);
    }

    #[test]
    fn words_without_a_letter_still_have_a_name() {
        assert_eq!(given(&["…", "—"]), ["part", "part-2"]);
    }

    #[test]
    fn no_name_is_given_twice_nor_one_that_is_kept() {
        assert_eq!(
            given(&["Risk", "Risk", "Risk 2", "Risk", "Main"]),
            ["risk", "risk-2", "risk-2-2", "risk-3", "main-2"]
        );
    }
}
