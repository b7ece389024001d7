//! How much evidence the local code gives for each part of the framework, in writing and in practice.

use governance_model::{Coverage, FrameworkEdition};
use indexmap::IndexMap;

use super::chart::{Bar, Chart, Row};
use crate::phrases::{coverage as phrases, principles};
use ags_document::Block;

pub(super) fn compose(edition: FrameworkEdition, coverage: &IndexMap<&str, Coverage>) -> Vec<Block> {
    let covered = |id: &'static str, title| (id, title, coverage.get(id).copied().unwrap_or_default());
    let framework = edition.framework();
    let parts: Vec<(&str, &str, Coverage)> = if framework.sub_principles().next().is_none() {
        framework.principles.iter().map(|one| covered(one.id, one.title)).collect()
    } else {
        framework.sub_principles().map(|sub| covered(sub.id, sub.title)).collect()
    };
    let rows = parts.iter().map(|(id, title, coverage)| Row {
        name: principles::covering(id, title),
        label: (*id).into(),
        bars: vec![Bar::count(coverage.in_writing), Bar::count(coverage.in_practice)],
    });
    let counts: Vec<(&str, Coverage)> = parts.iter().map(|(id, _, coverage)| (*id, *coverage)).collect();
    let chart = Chart {
        of: phrases::part(edition),
        series: vec![phrases::IN_WRITING.into(), phrases::IN_PRACTICE.into()],
        rows: rows.collect(),
        alt: phrases::alt(&counts),
        full: 0,
    };
    let mut blocks = chart.figure_and_table(phrases::DRAWN, phrases::CAPTION);
    if !blocks.is_empty() {
        blocks.insert(0, Block::plain(phrases::INTRODUCTION));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use governance_model::LocalCode;

    use super::super::tests::tabled;
    use super::*;

    fn composed(framework: &str, principles: &str) -> Vec<Block> {
        let text = format!(
            "framework = \"{framework}\"\n[authority]\nname = \"Example\"\nkind = \"county\"\nnation = \"england\"\n\
             [document]\nid = \"code\"\ntitle = \"Code\"\n{principles}"
        );
        let code: LocalCode = governance_model::read::toml(text.as_bytes(), "code.toml").unwrap();
        compose(code.framework, &code.coverage())
    }

    /// A principle that covers these parts of the framework, with pieces of evidence of these kinds.
    fn principle(covers: &str, bases: &[&str]) -> String {
        let evidence = bases.iter().zip(1..).map(|(basis, number)| {
            format!("{{ id = \"E-{number}\", text = \"One.\", kind = \"report\", basis = \"{basis}\" }},")
        });
        format!(
            "[[principles]]\nid = \"P\"\nlevel = \"principle\"\ntitle = \"P\"\ncovers = [{covers}]\nevidence = [{}]\n",
            evidence.collect::<String>()
        )
    }

    #[test]
    fn a_piece_for_two_sub_principles_counts_for_both_and_each_kind_has_its_column() {
        let both = principle("\"A1\", \"A2\"", &["documented", "operating", "operating"]);
        let blocks = composed("cipfa-solace-2016", &both);
        let table = tabled(&blocks);
        assert_eq!(table.len(), 2 + 21);
        assert_eq!(
            table[..5],
            [
                "Pieces of evidence in the local code",
                "Sub-principle | In writing | In practice",
                "A1: Behaving with integrity | 1 | 2",
                "A2: Demonstrating strong commitment to ethical values | 1 | 2",
                "A3: Respecting the rule of law | 0 | 0",
            ]
        );
        assert!(matches!(blocks[..], [Block::Paragraph(_), Block::Figure(_), Block::Table(_)]));
    }

    #[test]
    fn the_alternative_text_gives_the_most_the_least_and_what_is_missing() {
        let two = principle("\"1\"", &["documented", "documented"]) + &principle("\"2\"", &["documented"]);
        let blocks = composed("nolan", &two);
        let Block::Figure(figure) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(
            figure.alt,
            "The most evidence, two pieces, is for 1; the least, no pieces, is for 3, 4, 5, 6 and 7. There is no \
             evidence in writing for 3, 4, 5, 6 and 7. None of them has evidence in practice."
        );
    }

    #[test]
    fn evidence_for_principles_as_a_whole_covers_no_part_of_them_and_is_not_drawn() {
        let two = principle("\"1\"", &["documented"]) + &principle("\"2\"", &["documented"]);
        assert_eq!(composed("cipfa-solace-2007", &two), []);
        assert_eq!(composed("nolan", &principle("\"1\"", &["documented"])), []);
    }
}
