//! Citations in short, and the key to them.

use std::collections::BTreeMap;

use ags_document::{Block, Cell, Inline};
use ags_law::{Citation, Instrument};
use ags_report::RuleResult;

/// The most characters of a provision that is not law, inclusive.
const MOST_OF_PROVISION: usize = 24;

/// The instruments cited so far: each in full, by what stands for it.
#[derive(Default)]
pub(crate) struct Citations<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Citations<'a> {
    /// Where rules are written, a paragraph for each provision; without instruments that only amend the rule's first.
    pub(crate) fn cell(&mut self, results: &[&'a RuleResult]) -> Cell {
        self.inlines(results).into_iter().map(|cited| Block::Paragraph(vec![cited])).collect()
    }

    /// The same as runs of words.
    pub(crate) fn inlines(&mut self, results: &[&'a RuleResult]) -> Vec<Inline> {
        let mut cited: Vec<Inline> = Vec::new();
        for result in results {
            let first = result.citations.first().map(|citation| &citation.instrument);
            for citation in result.citations.iter().filter(|citation| Some(&citation.instrument) == first) {
                let Citation { instrument, provision, url } = citation;
                let inline = self.inline(instrument, provision, url.as_deref());
                if cited.iter().all(|known| known.words() != inline.words()) {
                    cited.push(inline);
                }
            }
        }
        cited
    }

    /// Provisions that no report gives.
    pub(crate) fn provisions(&mut self, citations: &[Citation]) -> Vec<Inline> {
        let cite =
            |&Citation { instrument, provision, url }: &Citation| self.inline(instrument, provision, url);
        citations.iter().map(cite).collect()
    }

    /// One provision; of practice and guidance, which is not numbered as law is, only if it is short.
    fn inline(&mut self, instrument: &'a str, provision: &str, url: Option<&str>) -> Inline {
        let known = Instrument::named(instrument);
        let is_law = url.is_some_and(|url| url.starts_with("https://www.legislation.gov.uk/"));
        let text = match known {
            Some(known) => {
                self.0.insert(known.short, instrument);
                if is_law || provision.chars().count() <= MOST_OF_PROVISION {
                    format!("{}, {provision}", known.short)
                } else {
                    known.short.into()
                }
            }
            None => format!("{instrument}, {provision}"),
        };
        match url {
            Some(url) => Inline::Link { text, target: url.into() },
            None => Inline::Text(text),
        }
    }

    /// The instruments cited, in the order of what stands for them.
    pub(crate) fn key(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.0.iter().map(|(short, name)| (*short, *name))
    }
}
