//! The visual style: sizes, colours and spacing. All lengths are points of 1/72 inch.
//!
//! Text is of 12 points or more, in tables of 10.5 points or more, and every text colour has a contrast of 7:1 or more
//! with every background it is drawn on.

use ags_document::Accent;

use crate::font::Face;

/// A colour, by its use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Colour {
    /// Body text.
    Text,
    /// Titles, headings and figures.
    Accent,
    /// Links.
    Link,
    /// Marks in the text, and the status.
    Mark,
    /// Running headers and footers, and the author.
    Muted,
    /// Rules and borders.
    Rule,
    /// The background of notes and of table heads.
    Tint,
    /// The squares of a code to be read by a camera.
    Black,
    /// The ground of such a code.
    White,
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
            Colour::Text => [0x1C, 0x1F, 0x23],
            Colour::Accent => self.accent.rgb(),
            Colour::Link => [0x0B, 0x45, 0x82],
            Colour::Mark => [0x6B, 0x2B, 0x0A],
            Colour::Muted => [0x3F, 0x47, 0x50],
            Colour::Rule => [0xB4, 0xC0, 0xCB],
            Colour::Tint => Accent::TINT,
            Colour::Black => [0; 3],
            Colour::White => [255; 3],
        }
    }
}

/// The grid unit: heights and spacing are multiples of half of it.
const UNIT: f32 = 3.0;

/// The font size a number of steps above body text; each step is a fifth larger.
const fn size(steps: u8) -> f32 {
    let (mut size, mut step) = (12.0, 0);
    while step < steps {
        size *= 1.2;
        step += 1;
    }
    size
}

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right of the text.
pub(crate) const MARGIN: f32 = 62.0;
pub(crate) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// From the top of the page to the running header, and from the footer to the bottom of the page.
pub(crate) const HEADER_FOOTER_MARGIN: f32 = 11.0 * UNIT;
/// Between header or footer and the text.
pub(crate) const HEADER_FOOTER_GAP: f32 = 5.0 * UNIT;
/// The most of the page height that header and footer may take.
pub(crate) const MAX_HEADER_FOOTER: f32 = PAGE_HEIGHT / 4.0;
/// The thickness of the thinnest rule.
pub(crate) const HAIRLINE: f32 = 0.75;

/// A text style: size, distance from one line to the next, space above the first line, face and colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) above: f32,
    pub(crate) face: Face,
    pub(crate) colour: Colour,
}

impl TextStyle {
    const fn bold(self, colour: Colour) -> Self {
        Self { face: Face::Bold, colour, ..self }
    }

    /// The style for list items and other paragraphs that are closer together.
    pub(crate) const fn compact(self) -> Self {
        Self { above: UNIT, ..self }
    }
}

/// Paragraphs.
pub(crate) const BODY: TextStyle = TextStyle {
    size: size(0),
    leading: 5.5 * UNIT,
    above: 2.5 * UNIT,
    face: Face::Regular,
    colour: Colour::Text,
};
/// List items.
pub(crate) const COMPACT: TextStyle = BODY.compact();
/// The text of a table.
pub(crate) const CELL: TextStyle = TextStyle { size: 10.5, leading: 4.5 * UNIT, ..COMPACT };
pub(crate) const TITLE: TextStyle =
    TextStyle { size: size(6), leading: 14.0 * UNIT, above: 8.0 * UNIT, ..BODY }.bold(Colour::Accent);
/// The title of a short document, which has no title page.
pub(crate) const SHORT_TITLE: TextStyle = TextStyle { size: size(4), leading: 10.0 * UNIT, ..TITLE };
pub(crate) const AUTHOR: TextStyle =
    TextStyle { size: size(2), leading: 8.0 * UNIT, above: 6.0 * UNIT, ..BODY }.bold(Colour::Muted);
pub(crate) const STATUS: TextStyle =
    TextStyle { size: size(1), leading: 7.0 * UNIT, above: 7.0 * UNIT, ..BODY }.bold(Colour::Mark);
pub(crate) const CAPTION: TextStyle = TextStyle { above: 5.0 * UNIT, ..BODY }.bold(Colour::Accent);
pub(crate) const COLUMN_HEADING: TextStyle = CELL.bold(Colour::Accent);
pub(crate) const NOTE_LABEL: TextStyle = TextStyle { above: 5.0 * UNIT, ..BODY }.bold(Colour::Accent);
pub(crate) const HEADER_FOOTER: TextStyle = TextStyle { colour: Colour::Muted, ..BODY };
pub(crate) const FOOTER_STATUS: TextStyle = HEADER_FOOTER.bold(Colour::Mark);

/// The style of a heading; level 1 is the highest, and levels from 4 on have the same style.
pub(crate) fn heading(level: u8) -> TextStyle {
    let (steps, leading, above) = match level {
        1 => (3, 9.0, 9.0),
        2 => (1, 6.0, 6.0),
        3 => (0, 5.5, 5.0),
        _ => (0, 5.5, 4.0),
    };
    TextStyle { size: size(steps), leading: leading * UNIT, above: above * UNIT, ..BODY }.bold(Colour::Accent)
}

/// From the band along the top of the title page to the content below it.
pub(crate) const ABOVE_COVER: f32 = 16.0 * UNIT;
/// The height of that band.
pub(crate) const BAND: f32 = 5.0 * UNIT;
/// The rule between the author and what follows.
pub(crate) const COVER_RULE: (f32, f32) = (32.0 * UNIT, UNIT);
/// Between the titles at the top of the title page and its other content.
pub(crate) const BELOW_TITLES: f32 = 8.0 * UNIT;
/// The side of the crest placeholder.
pub(crate) const CREST: f32 = 36.0 * UNIT;

/// How a list of contents is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContentsStyle {
    /// The deepest level of the headings in it.
    pub(crate) depth: u8,
    /// The style of an entry of level 1.
    pub(crate) first: TextStyle,
    /// The style of the others.
    pub(crate) further: TextStyle,
}

const OPEN: ContentsStyle = ContentsStyle {
    depth: 2,
    first: TextStyle { above: 3.0 * UNIT, ..COMPACT }.bold(Colour::Accent),
    further: COMPACT,
};
const TIGHT: ContentsStyle = ContentsStyle {
    first: TextStyle { above: UNIT, leading: 5.0 * UNIT, ..OPEN.first },
    further: TextStyle { above: 0.0, leading: 5.0 * UNIT, ..OPEN.further },
    ..OPEN
};
/// The styles of the contents, best first.
pub(crate) const CONTENTS_STYLES: [ContentsStyle; 4] =
    [OPEN, TIGHT, ContentsStyle { depth: 1, ..OPEN }, ContentsStyle { depth: 1, ..TIGHT }];
/// The least part of its last page that a list of contents should fill.
pub(crate) const LEAST_LAST_PAGE: f32 = 1.0 / 3.0;
pub(crate) const CONTENTS_INDENT: f32 = 6.0 * UNIT;
/// The width reserved for page numbers at the right of the contents.
pub(crate) const CONTENTS_NUMBERS: f32 = 14.0 * UNIT;

/// From the left of a list to the text of its items.
pub(crate) const LIST_INDENT: f32 = 7.0 * UNIT;
/// Where the text would be narrower than this, list items are set below their labels.
pub(crate) const NARROWEST_TEXT: f32 = 40.0;

/// Between the edge of a table cell and its text.
pub(crate) const CELL_PADDING: f32 = 1.5 * UNIT;
/// The narrowest column of a table, wide enough for any letter and the padding.
pub(crate) const NARROWEST_COLUMN: f32 = 28.0;
/// A word wider than this may be broken at its punctuation, like an address.
pub(crate) const LONG_WORD: f32 = 36.0 * UNIT;
/// No word makes a column wider than this.
pub(crate) const WIDEST_WORD: f32 = 56.0 * UNIT;
/// The most space, including padding, that a column gets for a short line before the rest is shared.
pub(crate) const SHORT_LINE: f32 = 24.0 * UNIT;
/// The most of the width of a table that is given to short lines.
pub(crate) const MAX_ROOM: f32 = 0.85;
/// A column gets the width of its longest paragraph where it would have at least this part of it.
pub(crate) const NEARLY: f32 = 0.75;
/// The longest row header that is set as a name, in characters.
pub(crate) const LONGEST_NAME: usize = 110;
/// The tallest row header that is repeated where the row continues on a further page.
pub(crate) const TALLEST_HEADER: f32 = 4.0 * CELL.leading;
/// The most columns that fit side by side at the narrowest.
pub(crate) const MAX_COLUMNS: usize = 16;
/// A table row no taller than this goes to the next page rather than across two.
pub(crate) const SHORT_ROW: f32 = 80.0 * UNIT;
/// A table no taller than this is kept on one page.
pub(crate) const SHORT_TABLE: f32 = 80.0 * UNIT;
/// A table head taller than this is not repeated.
pub(crate) const TALLEST_REPEAT: f32 = PAGE_HEIGHT / 4.0;
/// The rule under the head of a table.
pub(crate) const HEAD_RULE: f32 = 1.25;

/// Between a caption and its table or figure.
pub(crate) const BELOW_CAPTION: f32 = 2.0 * UNIT;
/// Between a table or a figure and what follows.
pub(crate) const BELOW_TABLE: f32 = 6.0 * UNIT;
/// The thickness of the border of a shape.
pub(crate) const BORDER: f32 = 1.0;

/// The body that a signature is for, and the office of the person who signs.
pub(crate) const SIGNATURE_BODY: TextStyle = BODY;
pub(crate) const SIGNATURE_OFFICE: TextStyle = BODY.bold(Colour::Text);
/// Between one place for a signature and the next.
pub(crate) const ABOVE_SIGNATURE: f32 = 6.0 * UNIT;
/// Between the words beside the lines to write on and the lines.
pub(crate) const BESIDE_LABEL: f32 = 4.0 * UNIT;
/// The height of the room for a signature, with what is below its line.
pub(crate) const SIGNATURE_ROOM: f32 = 16.0 * UNIT;
/// The height of the room for a name or a date, with what is below its line.
pub(crate) const WRITING_ROOM: f32 = 10.0 * UNIT;
/// From a line to write on to the bottom of its room.
pub(crate) const BELOW_LINE: f32 = UNIT;
/// How long the line for a signature or a name is.
pub(crate) const SIGNATURE_LINE: f32 = 100.0 * UNIT;
/// How long the line for a date is.
pub(crate) const DATE_LINE: f32 = 50.0 * UNIT;

/// Between the border of a note and its text, above and below.
pub(crate) const NOTE_PADDING: f32 = 3.0 * UNIT;
/// Between the border of a note and its text, left and right.
pub(crate) const NOTE_INSET: f32 = 5.0 * UNIT;
/// Between a note and the content above and below it.
pub(crate) const AROUND_NOTE: f32 = 5.0 * UNIT;
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
    fn every_text_colour_has_a_contrast_of_7_to_1_on_white_and_on_tint() {
        let palette = Palette { accent: Accent::default() };
        for text in [Colour::Text, Colour::Accent, Colour::Link, Colour::Mark, Colour::Muted] {
            for background in [[255; 3], Accent::TINT] {
                let found = contrast(palette.rgb(text), background);
                assert!(found >= 7.0, "{text:?} on {background:?}: {found}");
            }
        }
    }

    #[test]
    fn no_text_is_smaller_than_12_points_or_in_tables_than_10_and_a_half() {
        let headings = (1..=6).map(heading);
        let styles = [BODY, COMPACT, TITLE, SHORT_TITLE, AUTHOR, STATUS, CAPTION, NOTE_LABEL, HEADER_FOOTER];
        let listed =
            CONTENTS_STYLES.iter().flat_map(|contents_style| [contents_style.first, contents_style.further]);
        for style in styles.into_iter().chain(headings).chain(listed) {
            assert!(style.size >= 12.0 && style.leading >= 1.14 * style.size, "{style:?}");
        }
        for style in [CELL, COLUMN_HEADING] {
            assert!(style.size >= 10.5 && style.leading >= 1.25 * style.size, "{style:?}");
        }
    }
}
