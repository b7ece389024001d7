//! How the statement looks: sizes, colours and spaces, all lengths in points of 1/72 inch.
//!
//! No text is smaller than 12 points, and every colour of text stands at 7:1 or more against every ground
//! it is printed on.

use ags_document::Accent;

use crate::font::Face;

/// A colour, by what it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Colour {
    /// The text.
    Ink,
    /// Titles, headings and figures.
    Accent,
    /// Words that lead elsewhere.
    Link,
    /// What qualifies the text: a mark in it, the status.
    Mark,
    /// Words beside the text.
    Quiet,
    /// Rules that part, and edges.
    Rule,
    /// The ground of notes and of table heads.
    Tint,
}

/// The colours of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    pub(crate) accent: Accent,
}

impl Palette {
    /// Red, green and blue of the sRGB space, each from 0 to 255.
    pub(crate) fn rgb(self, colour: Colour) -> [u8; 3] {
        match colour {
            Colour::Ink => [0x1C, 0x1F, 0x23],
            Colour::Accent => self.accent.rgb(),
            Colour::Link => [0x0B, 0x45, 0x82],
            Colour::Mark => [0x6B, 0x2B, 0x0A],
            Colour::Quiet => [0x3F, 0x47, 0x50],
            Colour::Rule => [0xB4, 0xC0, 0xCB],
            Colour::Tint => Accent::TINT,
        }
    }
}

/// What all heights and spaces are multiples of.
const UNIT: f32 = 3.0;

/// The size of letters that many steps above the text; each step is a quarter larger.
const fn size(steps: u8) -> f32 {
    let (mut size, mut step) = (12.0, 0);
    while step < steps {
        size *= 1.25;
        step += 1;
    }
    size
}

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right of the text.
pub(crate) const MARGIN: f32 = 70.0;
pub(crate) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// From the top of the page to the running header, and from the footer to the bottom of the page.
pub(crate) const FURNITURE_MARGIN: f32 = 12.0 * UNIT;
/// Between the furniture and the text.
pub(crate) const FURNITURE_GAP: f32 = 7.0 * UNIT;
/// The most of a page that header and footer may take.
pub(crate) const MOST_FURNITURE: f32 = PAGE_HEIGHT / 4.0;
/// How thick the thinnest rule is.
pub(crate) const HAIRLINE: f32 = 0.75;

/// A size of text with the distance from one line to the next and the space above the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) above: f32,
    pub(crate) face: Face,
    pub(crate) colour: Colour,
}

impl Look {
    const fn bold(self, colour: Colour) -> Self {
        Self { face: Face::Bold, colour, ..self }
    }
}

/// Lines half as far apart again as the letters are tall.
pub(crate) const BODY: Look =
    Look { size: size(0), leading: 6.0 * UNIT, above: 3.0 * UNIT, face: Face::Regular, colour: Colour::Ink };
/// A list item and a paragraph in a table cell stand closer together.
pub(crate) const CLOSE: Look = Look { above: UNIT, ..BODY };
pub(crate) const TITLE: Look =
    Look { size: size(5), leading: 14.0 * UNIT, above: 8.0 * UNIT, ..BODY }.bold(Colour::Accent);
pub(crate) const AUTHOR: Look =
    Look { size: size(2), leading: 8.0 * UNIT, above: 6.0 * UNIT, ..BODY }.bold(Colour::Quiet);
pub(crate) const STATUS: Look =
    Look { size: size(1), leading: 7.0 * UNIT, above: 7.0 * UNIT, ..BODY }.bold(Colour::Mark);
pub(crate) const CAPTION: Look = Look { above: 5.0 * UNIT, ..BODY }.bold(Colour::Accent);
pub(crate) const COLUMN_HEADING: Look = CLOSE.bold(Colour::Accent);
pub(crate) const NOTE_LABEL: Look = Look { above: 5.0 * UNIT, ..BODY }.bold(Colour::Accent);
pub(crate) const FURNITURE: Look = Look { colour: Colour::Quiet, ..BODY };
pub(crate) const FURNITURE_STATUS: Look = FURNITURE.bold(Colour::Mark);

/// White space that may be widened, dropped or broken at; a no-break space may not.
pub(crate) fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The look of a heading; level 1 is the highest, and levels from 4 on look alike.
pub(crate) fn heading(level: u8) -> Look {
    let (steps, leading, above) = match level {
        1 => (3, 10.0, 12.0),
        2 => (2, 8.0, 8.0),
        3 => (1, 7.0, 6.0),
        _ => (0, 6.0, 5.0),
    };
    Look { size: size(steps), leading: leading * UNIT, above: above * UNIT, ..BODY }.bold(Colour::Accent)
}

/// From the band along the top of the title page to the first of what stands on it.
pub(crate) const ABOVE_COVER: f32 = 36.0 * UNIT;
/// The height of that band.
pub(crate) const BAND: f32 = 5.0 * UNIT;
/// The rule between the author and what follows.
pub(crate) const COVER_RULE: (f32, f32) = (32.0 * UNIT, UNIT);
/// Between the words at the head of the title page and what else it says.
pub(crate) const BELOW_TITLES: f32 = 8.0 * UNIT;
/// The side of the square that is kept for a crest.
pub(crate) const CREST: f32 = 36.0 * UNIT;

/// How a list of contents is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing {
    /// The deepest level of the headings in it.
    pub(crate) depth: u8,
    /// The look of an entry of level 1.
    pub(crate) first: Look,
    /// The look of the others.
    pub(crate) further: Look,
}

const OPEN: Listing =
    Listing { depth: 2, first: Look { above: 3.0 * UNIT, ..CLOSE }.bold(Colour::Accent), further: CLOSE };
const TIGHT: Listing = Listing {
    first: Look { above: 2.0 * UNIT, leading: 5.0 * UNIT, ..OPEN.first },
    further: Look { above: 0.0, leading: 5.0 * UNIT, ..OPEN.further },
    ..OPEN
};
/// The ways to set the contents, the better first.
pub(crate) const LISTINGS: [Listing; 3] = [OPEN, TIGHT, Listing { depth: 1, ..OPEN }];
/// The least part of its last page that a list of contents may fill.
pub(crate) const LEAST_LISTED: f32 = 1.0 / 3.0;
pub(crate) const CONTENTS_INDENT: f32 = 6.0 * UNIT;
/// Kept free on the right of the contents for the numbers of the pages.
pub(crate) const CONTENTS_NUMBERS: f32 = 14.0 * UNIT;

/// From the left of a list to the text of its items.
pub(crate) const LIST_INDENT: f32 = 7.0 * UNIT;
/// Where the text would become narrower than this, the items of a list stand below their labels.
pub(crate) const NARROWEST_TEXT: f32 = 40.0;

/// Between the edge of a table cell and its text.
pub(crate) const CELL_PADDING: f32 = 2.0 * UNIT;
/// The narrowest column of a table, wide enough for any letter with the padding.
pub(crate) const NARROWEST_COLUMN: f32 = 28.0;
/// A word wider than this may be parted at the marks inside it, as an address has them.
pub(crate) const LONG_WORD: f32 = 36.0 * UNIT;
/// No word makes a column wider than this.
pub(crate) const WIDEST_WORD: f32 = 56.0 * UNIT;
/// The most room, with the padding, that a column has for a line of a few words before it shares the rest.
pub(crate) const SHORT_LINE: f32 = 40.0 * UNIT;
/// The most of the width of a table that is given out as such room.
pub(crate) const MOST_ROOM: f32 = 0.85;
/// A paragraph that would fill at least this part of a line more than its column gets the line whole.
pub(crate) const NEARLY: f32 = 0.75;
/// The longest header of a row that is set as a name, in letters.
pub(crate) const LONGEST_NAME: usize = 110;
/// The tallest header of a row that stands again where the row goes on.
pub(crate) const TALLEST_HEADER: f32 = 4.0 * CLOSE.leading;
/// The most columns that fit side by side at the narrowest.
pub(crate) const MOST_COLUMNS: usize = 16;
/// A row of a table no taller than this goes to the next page rather than across two.
pub(crate) const SHORT_ROW: f32 = 80.0 * UNIT;
/// A table no taller than this stands on one page.
pub(crate) const SHORT_TABLE: f32 = 80.0 * UNIT;
/// A table head taller than this is not repeated.
pub(crate) const TALLEST_REPEAT: f32 = PAGE_HEIGHT / 4.0;
/// The rule under the head of a table.
pub(crate) const HEAD_RULE: f32 = 1.25;

/// Between a caption and what it is the caption of.
pub(crate) const BELOW_CAPTION: f32 = 2.0 * UNIT;
/// Between a table or a figure and what follows.
pub(crate) const BELOW_TABLE: f32 = 6.0 * UNIT;
/// How thick the edge of a shape is.
pub(crate) const EDGE: f32 = 1.0;

/// Between the edge of a note and its text, above and below.
pub(crate) const NOTE_PADDING: f32 = 3.0 * UNIT;
/// Between the edge of a note and its text, left and right.
pub(crate) const NOTE_INSET: f32 = 5.0 * UNIT;
/// Between a note and what stands above and below it.
pub(crate) const BESIDE_NOTE: f32 = 5.0 * UNIT;
/// The bar along the left of a note.
pub(crate) const NOTE_BAR: f32 = 4.0;

#[cfg(test)]
mod tests {
    use ags_document::contrast;

    use super::*;

    #[test]
    fn black_on_white_is_21() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    }

    #[test]
    fn every_colour_of_text_stands_at_7_to_1_on_paper_and_on_tint() {
        let palette = Palette { accent: Accent::default() };
        for text in [Colour::Ink, Colour::Accent, Colour::Link, Colour::Mark, Colour::Quiet] {
            for ground in [[255; 3], Accent::TINT] {
                let found = contrast(palette.rgb(text), ground);
                assert!(found >= 7.0, "{text:?} on {ground:?}: {found}");
            }
        }
    }

    #[test]
    fn no_look_is_smaller_than_12_points() {
        let headings = (1..=6).map(heading);
        let looks = [BODY, CLOSE, TITLE, AUTHOR, STATUS, CAPTION, COLUMN_HEADING, NOTE_LABEL, FURNITURE];
        let listed = LISTINGS.iter().flat_map(|listing| [listing.first, listing.further]);
        for look in looks.into_iter().chain(headings).chain(listed) {
            assert!(look.size >= 12.0 && look.leading >= 1.14 * look.size, "{look:?}");
        }
    }
}
