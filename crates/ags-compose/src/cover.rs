//! The title page.

use ags_document::{Block, Inline};

use super::composition::Composition;
use super::names;
use super::prose::{sentence, some_line};
use crate::phrases::cover as phrases;

pub(super) fn compose(of: &Composition<'_>, author: &str) -> Vec<Block> {
    let status = match of.approval() {
        None => phrases::draft(of.as_at()),
        Some(approval) => phrases::approved(&names::body(&approval.body), approval.on),
    };
    let mut blocks = vec![Block::plain(status)];
    if let Some(replaced) = &of.statement.sign_off.replaces {
        blocks.push(Block::plain(phrases::replaces(replaced.published, &sentence(&replaced.reason))));
    }
    if of.statement.is_illustrative() {
        let [before, mark, after] = phrases::legend(author);
        let mut legend = vec![Inline::Text(before), Inline::Mark(mark), Inline::Text(after)];
        let sample = some_line(of.statement.sample.as_ref()).map(|sample| sentence(&sample));
        if let Some(sample) = sample {
            legend.insert(0, Inline::Text(format!("{sample} ")));
        }
        let label = if of.statement.sample.is_some() { phrases::SAMPLE } else { phrases::ILLUSTRATION };
        blocks.push(Block::Note { label: label.into(), blocks: vec![Block::Paragraph(legend)] });
    }
    blocks
}
