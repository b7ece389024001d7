//! CODE-TITLE: Misquoted framework titles.

use crate::prose;
use governance_model::FrameworkEdition;
use governance_model::framework::FrameworkNode;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Outcome, Severity};

/// CODE-TITLE.
pub const RULE: Rule = Rule {
    code: "CODE-TITLE",
    name: "misquoted-framework-titles",
    title: "Misquoted framework titles",
    requirement: "Titles taken from the framework are quoted exactly.",
    method: "The title of a row that covers one principle, or one sub-principle of 2016, does not differ \
        from the framework's only in a minor word, a plural, a letter or the order of the words.",
    rationale: "A title in the authority's own words is deliberate; one that nearly matches the \
        framework's is an error, and a search for the right title misses it.",
    limitations: "Titles in the authority's own words, which are allowed.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let edition = context.code.framework;
    let framework = edition.framework();
    let findings = context.rows().iter().filter_map(|row| {
        let [only] = row.arrangement.covers.as_slice() else {
            return None;
        };
        let place = framework.find(only)?;
        // The aims of 2007 are in our own words.
        let official = match place {
            FrameworkNode::Principle(_) => true,
            FrameworkNode::SubPrinciple(..) => edition == FrameworkEdition::CipfaSolace2016,
            FrameworkNode::Requirement(..) => false,
        };
        let (ours, theirs) = (row.arrangement.title.as_str(), place.title());
        let slip = || {
            prose::words_of(ours) != prose::words_of(theirs)
                && !prose::near_duplicates(&[ours, theirs]).is_empty()
        };
        (official && slip()).then(|| {
            row.finding(
                format!("The framework's title of {only} is \"{theirs}\"."),
                "Quote the title exactly.",
            )
        })
    });
    Outcome::of(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;

    fn found(title: &str) -> usize {
        let mut code = sample::row("", "");
        code.principles[0].covers = vec!["F3".parse().unwrap()];
        code.principles[0].title = title.parse().unwrap();
        sample::findings(&RULE, &code).len()
    }

    #[test]
    fn a_slip_is_found_and_the_title_and_other_words_are_not() {
        assert_eq!(found("Robust in Internal Control"), 1);
        assert_eq!(found("ROBUST INTERNAL CONTROL."), 0);
        assert_eq!(found("How we control what we do"), 0);
    }
}
