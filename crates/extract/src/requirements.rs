//! Requirements of a framework recognised by their words, where a document prints no numbers.

use std::sync::LazyLock;

use governance_model::FrameworkEdition;
use indexmap::IndexMap;

use crate::normalise::plain;

type Signs = IndexMap<String, Vec<Vec<String>>>;

#[allow(clippy::expect_used, reason = "an embedded list, which a test reads")]
static SIGNS_2007: LazyLock<Signs> = LazyLock::new(|| {
    toml::from_str(include_str!("../phrases/requirements-2007.toml")).expect("a valid list")
});

/// The requirements that a printed text is about, in the framework's order; of the 2007 edition only.
pub(crate) fn named_in(framework: FrameworkEdition, words: &str) -> Vec<&'static str> {
    if framework != FrameworkEdition::CipfaSolace2007 {
        return Vec::new();
    }
    let plain = plain(words);
    let known = |signs: &Vec<Vec<String>>| {
        signs.iter().any(|all| all.iter().all(|sign| plain.contains(sign.as_str())))
    };
    SIGNS_2007.iter().filter(|(_, signs)| known(signs)).map(|(id, _)| id.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use governance_model::FrameworkRef;

    use super::*;

    #[test]
    fn every_requirement_of_the_2007_edition_has_its_signs_and_no_other_has() {
        let framework = FrameworkEdition::CipfaSolace2007.framework();
        let known = |id: &String| framework.find(&FrameworkRef::new(id.as_str()).unwrap()).is_some();
        assert!(SIGNS_2007.keys().all(known));
        assert_eq!(SIGNS_2007.len(), framework.requirements().count());
    }

    #[test]
    fn one_text_may_be_about_two_requirements_and_a_text_of_2016_about_none() {
        let words = "Pay an independent remuneration panel, and mechanisms that monitor service delivery";
        assert_eq!(named_in(FrameworkEdition::CipfaSolace2007, words), ["2.3.2", "2.3.3"]);
        assert_eq!(named_in(FrameworkEdition::CipfaSolace2016, words), [""; 0]);
    }
}
