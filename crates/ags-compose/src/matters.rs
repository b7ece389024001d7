//! Matters that others raised, and the authority's response.

use ags_document::{Block, Inline};
use governance_model::{Matter, MatterKind};

use super::composition::Composition;
use super::prose::{Body, line, marked, sentence, some_line, sourced, stated};
use crate::phrases::{matters as phrases, prompts};

/// The matters of some kinds, each as paragraphs.
pub(super) fn compose(of: &Composition<'_>, is: fn(MatterKind) -> bool) -> Body {
    of.matters().filter(|matter| is(matter.kind)).flat_map(|matter| raised(of, matter)).collect()
}

fn raised(of: &Composition<'_>, matter: &Matter) -> Body {
    let title = line(&matter.title);
    let (by, reference) = (some_line(matter.by.as_ref()), some_line(matter.reference.as_ref()));
    let name = if title.is_empty() { phrases::kind(matter.kind) } else { &title };
    let heading = prompts::named(name, by.as_deref(), (matter.when, matter.year), reference.as_deref());
    let mut blocks = vec![Block::Paragraph(marked(vec![Inline::Strong(heading)], &matter.source))];
    blocks.extend(stated(matter.text.as_ref(), &matter.source));
    if let Some(response) =
        matter.response.as_ref().map(|response| sentence(response)).filter(|it| !it.is_empty())
    {
        let label = Inline::Strong(phrases::response(&of.authority()));
        blocks.push(Block::Paragraph(marked(vec![label, Inline::Text(response)], &matter.source)));
    }
    let numbers = of.issue_numbers();
    let issues: Vec<usize> = matter.issues.iter().filter_map(|id| numbers.get(id).copied()).collect();
    let excused = matter
        .excused
        .as_ref()
        .filter(|_| matter.issues.is_empty())
        .map(|excused| sentence(excused))
        .filter(|it| !it.is_empty());
    let sentences = [
        matter.considered.map(phrases::considered),
        phrases::reported(&issues),
        excused.map(|excused| phrases::excused(&excused)),
    ];
    let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
    blocks.extend((!text.is_empty()).then(|| sourced(text, &matter.source)));
    blocks
}
