//! CODE-GAPS: Parts of the framework not covered.

use crate::prose;
use std::collections::BTreeSet;

use governance_model::Level;

use crate::context::LocalCodeContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// CODE-GAPS.
pub const RULE: Rule = Rule {
    code: "CODE-GAPS",
    name: "parts-of-the-framework-not-covered",
    title: "Parts of the framework not covered",
    requirement: "Every part of the framework is covered by an arrangement.",
    method: "At the level at which the code is written, every part of its framework edition is covered by \
        an arrangement. The level is the deepest one of which the code covers at least a third.",
    rationale: "Where a part is not covered, the code does not say how the authority meets it.",
    limitations: "Whether another arrangement covers the part in other words.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: super::citations::UP_TO_DATE,
    scope: Scope::ALWAYS,
    check: Check::LocalCode(check),
};

fn check(context: &LocalCodeContext<'_>) -> Outcome {
    let framework = context.code.framework.framework();
    let covers = context.rows().iter().flat_map(|row| &row.arrangement.covers);
    let covered: BTreeSet<&str> = covers.map(governance_model::FrameworkRef::as_str).collect();
    if covered.is_empty() {
        return Outcome::indeterminate(
            "/principles",
            "Say which parts of the framework each arrangement covers.",
        );
    }
    let mut levels: [Vec<(&str, &str, bool)>; 3] = Default::default();
    let [principles, subs, requirements] = &mut levels;
    for principle in framework.principles {
        let mut any = false;
        for sub in principle.sub_principles {
            let here = covered.contains(sub.id);
            let below = sub.requirements.iter().any(|one| covered.contains(one.id));
            for one in sub.requirements {
                // A sub-principle answered as a whole answers its requirements.
                requirements.push((one.id, one.summary, covered.contains(one.id) || (here && !below)));
            }
            subs.push((sub.id, sub.title, here || below));
            any |= here || below;
        }
        principles.push((principle.id, principle.title, any || covered.contains(principle.id)));
    }
    let at_home = |level: &&Vec<(&str, &str, bool)>| {
        let direct = level.iter().filter(|(id, ..)| covered.contains(id)).count();
        !level.is_empty() && direct * 3 >= level.len()
    };
    let Some(level) = levels.iter().rev().find(at_home).or(levels.first()) else {
        return Outcome::Met;
    };
    let unanswered = level.iter().filter(|(_, title, answered)| !answered && !told(context, title));
    let unanswered = unanswered.map(|(id, title, _)| {
        Finding::new(
            "/principles",
            format!("No arrangement covers {id} of the framework: {}.", title.trim_end_matches('.')),
            format!("Add an arrangement for {id}, or explain why there is none."),
        )
    });
    Outcome::of(unanswered.collect())
}

/// Whether a sentence in the title of some row tells of a place in much the same words, so that the row
/// answers it without its number: two thirds of the longer words, by their beginnings.
fn told(context: &LocalCodeContext<'_>, title: &str) -> bool {
    let wanted = stems(title);
    let holds = |sentence: &str| {
        let stems = stems(sentence);
        wanted.iter().filter(|stem| stems.contains(*stem)).count() * 3 >= wanted.len() * 2
    };
    let parts = context.rows().iter().map(|row| row.arrangement);
    let parts = parts.filter(|part| part.level != Level::Principle && part.arrangements.is_empty());
    let mut sentences = parts.flat_map(|part| prose::sentences(&part.title));
    wanted.len() > 2 && sentences.any(holds)
}

/// The beginnings of the longer words of a sentence.
fn stems(sentence: &str) -> BTreeSet<String> {
    let words = prose::words_of(sentence).into_iter().filter(|word| word.chars().count() > 4);
    words.map(|word| word.chars().take(5).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::code::sample;
    use crate::sample as statement;
    use ags_report::Outcome;

    #[test]
    fn the_sample_answers_every_sub_principle_and_without_one_it_does_not() {
        let mut code = statement::statement().local_code;
        assert_eq!(sample::check(&RULE, &code), Outcome::Met);
        code.principles[5].arrangements.remove(3);
        let found = sample::findings(&RULE, &code);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("F4 of the framework: Managing data."), "{}", found[0].message);
    }

    #[test]
    fn a_row_that_tells_of_a_place_in_its_words_answers_it() {
        let mut code = statement::statement().local_code;
        code.principles[3].arrangements.remove(2);
        assert_eq!(sample::findings(&RULE, &code).len(), 1);
        let title = "Planning interventions. Optimising the achievement of intended outcomes";
        code.principles[3].arrangements[1].title = title.parse().unwrap();
        assert!(sample::findings(&RULE, &code).is_empty());
    }

    #[test]
    fn a_code_that_covers_nothing_cannot_be_told() {
        assert!(matches!(sample::check(&RULE, &sample::code("", "")), Outcome::Indeterminate { .. }));
    }
}
