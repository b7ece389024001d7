//! How the statement looks: sizes, colours and spaces, all lengths in points of 1/72 inch.
//!
//! No text is smaller than 12 points, and every colour of text stands at 7:1 or more against every ground
//! it is printed on.

use crate::font::Face;

/// A colour of the sRGB space, each part from 0 to 255.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const INK: Colour = Colour(0x1C, 0x1F, 0x23);
pub(crate) const ACCENT: Colour = Colour(0x0E, 0x3A, 0x5C);
pub(crate) const LINK: Colour = Colour(0x0B, 0x45, 0x82);
pub(crate) const MARK: Colour = Colour(0x6B, 0x2B, 0x0A);
pub(crate) const QUIET: Colour = Colour(0x3F, 0x47, 0x50);
pub(crate) const RULE: Colour = Colour(0xB4, 0xC0, 0xCB);
pub(crate) const TINT: Colour = Colour(0xEE, 0xF3, 0xF7);

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right of the text.
pub(crate) const MARGIN: f32 = 70.0;
pub(crate) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// From the top of the page to the running header, and from the footer to the bottom of the page.
pub(crate) const FURNITURE_MARGIN: f32 = 34.0;
/// Between the furniture and the text.
pub(crate) const FURNITURE_GAP: f32 = 22.0;
/// The most of a page that header and footer may take.
pub(crate) const MOST_FURNITURE: f32 = PAGE_HEIGHT / 3.0;

/// A size of text with the distance from one line to the next and the space above the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) above: f32,
    pub(crate) face: Face,
    pub(crate) colour: Colour,
}

pub(crate) const BODY: Look =
    Look { size: 12.0, leading: 17.0, above: 8.0, face: Face::Regular, colour: INK };
/// A list item and a paragraph in a table cell stand closer together.
pub(crate) const CLOSE: Look = Look { above: 4.0, ..BODY };
pub(crate) const TITLE: Look =
    Look { size: 34.0, leading: 41.0, above: 150.0, face: Face::Bold, colour: ACCENT };
pub(crate) const AUTHOR: Look =
    Look { size: 17.0, leading: 23.0, above: 18.0, face: Face::Bold, colour: QUIET };
pub(crate) const STATUS: Look =
    Look { size: 14.0, leading: 20.0, above: 22.0, face: Face::Bold, colour: MARK };
pub(crate) const CAPTION: Look =
    Look { size: 12.0, leading: 17.0, above: 14.0, face: Face::Bold, colour: ACCENT };
pub(crate) const COLUMN_HEADING: Look = Look { face: Face::Bold, colour: ACCENT, ..CLOSE };
pub(crate) const NOTE_LABEL: Look = Look { face: Face::Bold, colour: ACCENT, ..BODY };
pub(crate) const FURNITURE: Look = Look { colour: QUIET, ..BODY };

/// White space that may be widened, dropped or broken at; a no-break space may not.
pub(crate) fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The look of a heading; level 1 is the highest, and levels from 4 on look alike.
pub(crate) fn heading(level: u8) -> Look {
    let (size, leading, above) = match level {
        1 => (22.0, 28.0, 30.0),
        2 => (16.0, 22.0, 20.0),
        3 => (13.5, 19.0, 16.0),
        _ => (12.0, 17.0, 14.0),
    };
    Look { size, leading, above, face: Face::Bold, colour: ACCENT }
}

/// Headings down to this level stand in the contents.
pub(crate) const CONTENTS_DEPTH: u8 = 2;
pub(crate) const CONTENTS_INDENT: f32 = 18.0;
/// Kept free on the right of the contents for the numbers of the pages.
pub(crate) const CONTENTS_NUMBERS: f32 = 44.0;

/// From the left of a list to the text of its items.
pub(crate) const LIST_INDENT: f32 = 22.0;
/// Where the text would become narrower than this, the items of a list stand below their labels.
pub(crate) const NARROWEST_TEXT: f32 = 40.0;

/// Between the edge of a table cell and its text.
pub(crate) const CELL_PADDING: f32 = 5.0;
/// The narrowest column of a table, wide enough for any letter with the padding.
pub(crate) const NARROWEST_COLUMN: f32 = 28.0;
/// The longest header of a row that is set as a name, in letters.
pub(crate) const LONGEST_NAME: usize = 110;
/// The most columns that fit side by side at the narrowest.
pub(crate) const MOST_COLUMNS: usize = 16;
/// A row of a table no taller than this goes to the next page rather than across two.
pub(crate) const SHORT_ROW: f32 = 240.0;
/// A table head taller than this is not repeated.
pub(crate) const TALLEST_REPEAT: f32 = PAGE_HEIGHT / 4.0;

/// Between the edge of a note and its text, above and below.
pub(crate) const NOTE_PADDING: f32 = 10.0;
/// Between the edge of a note and its text, left and right.
pub(crate) const NOTE_INSET: f32 = 16.0;

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    fn contrast(one: Colour, other: Colour) -> f64 {
        let light = |Colour(red, green, blue)| {
            let part = |byte: u8| {
                let part = f64::from(byte) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn black_on_white_is_21() {
        assert!((contrast(Colour(0, 0, 0), Colour(255, 255, 255)) - 21.0).abs() < 0.001);
    }

    #[test]
    fn every_colour_of_text_stands_at_7_to_1_on_paper_and_on_tint() {
        for text in [INK, ACCENT, LINK, MARK, QUIET] {
            for ground in [Colour(255, 255, 255), TINT] {
                assert!(contrast(text, ground) >= 7.0, "{text:?} on {ground:?}: {}", contrast(text, ground));
            }
        }
    }

    #[test]
    fn no_look_is_smaller_than_12_points() {
        let headings = (1..=6).map(heading);
        let looks = [BODY, CLOSE, TITLE, AUTHOR, STATUS, CAPTION, COLUMN_HEADING, NOTE_LABEL, FURNITURE];
        for look in looks.into_iter().chain(headings) {
            assert!(look.size >= 12.0 && look.leading >= 1.15 * look.size, "{look:?}");
        }
    }
}
