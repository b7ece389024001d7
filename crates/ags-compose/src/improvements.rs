//! Areas for improvement that are not significant, and what is done about them.

use std::collections::BTreeSet;

use ags_document::Block;
use governance_model::{Action, Gap, GapId};

use super::actions;
use super::composition::Composition;
use super::local_plan;
use super::prose::{Body, line, paragraphs};
use crate::phrases::improvements as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let review = &of.statement.review;
    let significant = of.issues_of_gaps();
    let listed = |gap: &&Gap| !significant.contains_key(&gap.id) && !gap.text.is_blank();
    let gaps: Vec<&Gap> = review.gaps.iter().filter(listed).collect();
    let of_gaps: BTreeSet<&GapId> = gaps.iter().map(|gap| &gap.id).collect();
    let insignificant = |action: &&Action| !action.addresses.iter().any(|gap| significant.contains_key(gap));
    let (planned, others): (Vec<&Action>, Vec<&Action>) = review
        .actions
        .iter()
        .filter(insignificant)
        .partition(|action| action.addresses.iter().any(|gap| of_gaps.contains(gap)));
    let mut section = Body::new();
    if !gaps.is_empty() {
        let further = !review.issues.is_empty();
        section.push(Block::plain(phrases::introduction(gaps.len(), further)));
        section.push(Block::Bullets(gaps.iter().map(|gap| paragraphs(&gap.text, &gap.source)).collect()));
        section.extend(actions::table(of, phrases::CAPTION, &planned));
        let addressed: BTreeSet<&GapId> =
            review.actions.iter().flat_map(|action| &action.addresses).collect();
        let missing = gaps.iter().filter(|gap| !addressed.contains(&gap.id));
        section.extend(missing.filter_map(|gap| of.prompt(&phrases::action(&line(&gap.text)))));
    }
    if let Some(table) = actions::table(of, phrases::OTHER_CAPTION, &others) {
        section.extend([Block::heading(2, phrases::OTHER), table]);
    }
    local_plan::compose(of, &mut section);
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}
