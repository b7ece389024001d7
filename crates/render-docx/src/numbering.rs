//! The numbering of lists.

use std::io;

use crate::xml::{XmlElement, element, value};

/// How deep lists may be nested in Word.
pub(crate) const LEVELS: usize = 9;
/// From the left of a list to the text of its items, in twentieths of a point.
pub(crate) const INDENT: usize = 440;

/// Bulleted lists share one numbering; each numbered list has its own, so that it begins at 1.
const BULLETS: usize = 1;

/// The levels of the numbered lists so far, in their order.
#[derive(Default)]
pub(crate) struct Numberings(Vec<usize>);

impl Numberings {
    /// The numbering of a bulleted list.
    pub(crate) fn bullets() -> usize {
        BULLETS
    }

    /// The numbering of a further numbered list, on a level from 0.
    pub(crate) fn numbered(&mut self, level: usize) -> usize {
        self.0.push(level);
        BULLETS + self.0.len()
    }

    pub(crate) fn part(&self) -> io::Result<Vec<u8>> {
        let bullets = numbering(BULLETS, "0").children([]);
        let numbered = self.0.iter().zip(BULLETS + 1..).map(|(level, id)| {
            let from_1 = element("w:lvlOverride")
                .with("w:ilvl", level.to_string())
                .children([value("w:startOverride", "1")]);
            numbering(id, "1").children([from_1])
        });
        element("w:numbering")
            .with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
            .children([
                kind("0", |level| ("bullet", if level % 2 == 0 { "•".into() } else { "–".into() })),
                kind("1", |level| ("decimal", format!("%{}.", level + 1))),
            ])
            .children([bullets])
            .children(numbered)
            .part()
    }
}

fn numbering<'a>(id: usize, kind: &'static str) -> XmlElement<'a> {
    element("w:num").with("w:numId", id.to_string()).children([value("w:abstractNumId", kind)])
}

/// A kind of list, with the format and the label of each level.
fn kind<'a>(id: &'static str, label: impl Fn(usize) -> (&'static str, String)) -> XmlElement<'a> {
    let levels = (0..LEVELS).map(|level| {
        let (format, words) = label(level);
        element("w:lvl").with("w:ilvl", level.to_string()).children([
            value("w:start", "1"),
            value("w:numFmt", format),
            value("w:lvlText", words),
            value("w:lvlJc", "left"),
            element("w:pPr").children([indent(INDENT * (level + 1), INDENT)]),
        ])
    });
    element("w:abstractNum")
        .with("w:abstractNumId", id)
        .children([value("w:multiLevelType", "hybridMultilevel")])
        .children(levels)
}

/// The indent of a paragraph, and the hanging indent of its first line.
pub(crate) fn indent<'a>(left: usize, hanging: usize) -> XmlElement<'a> {
    element("w:ind").with("w:left", left.to_string()).with("w:hanging", hanging.to_string())
}
