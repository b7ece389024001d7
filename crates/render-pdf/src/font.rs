//! Liberation Sans, and text shaped in it.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Buffer, Direction, Feature, Font, GlyphId, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

/// A weight of Liberation Sans.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Face {
    Regular,
    Bold,
}

impl Face {
    pub(crate) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The font program.
    pub(crate) fn program(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/LiberationSans-Regular.ttf"),
            Self::Bold => include_bytes!("../fonts/LiberationSans-Bold.ttf"),
        }
    }

    /// The `PostScript` name of the font.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Regular => "LiberationSans",
            Self::Bold => "LiberationSans-Bold",
        }
    }
}

/// The height above the baseline, as a fraction of the font size.
pub(crate) const ASCENT: f32 = 0.905;
/// The depth below the baseline, as a fraction of the font size.
pub(crate) const DESCENT: f32 = 0.212;

/// A length in points, from thousandths of the font size.
#[expect(clippy::cast_precision_loss, reason = "no line is so long that a thousandth is lost")]
pub(crate) fn points(thousandths: i64, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

/// A positioned glyph; lengths in thousandths of the font size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Glyph {
    /// Its number in the font program.
    pub(crate) id: u16,
    /// The byte offset in the text where its cluster begins; glyphs with the same start share one cluster.
    pub(crate) start: usize,
    /// Its width in the font.
    pub(crate) width: i32,
    /// Its width plus the kerning after it.
    pub(crate) advance: i32,
    /// How far it is drawn to the right of its position and above the baseline.
    pub(crate) offset: (i32, i32),
}

/// The fonts embedded in this crate; `None` if they cannot be read.
pub(crate) fn fonts() -> Option<&'static [Font; 2]> {
    static FONTS: LazyLock<Option<[Font; 2]>> = LazyLock::new(|| {
        let [regular, bold] = Face::ALL.map(|face| Font::new(face.program(), 0));
        Some([regular?, bold?])
    });
    FONTS.as_ref()
}

/// Shapes words into glyphs, and caches them.
pub(crate) struct Shaper {
    faces: [FaceShaper; 2],
    buffer: Buffer,
}

struct FaceShaper {
    font: ShaperFont<'static, 'static>,
    plans: Vec<(Option<Script>, ShapePlan)>,
    words: HashMap<Box<str>, Rc<[Glyph]>>,
}

impl Shaper {
    pub(crate) fn new(fonts: &'static [Font; 2]) -> Self {
        let faces = fonts.each_ref().map(|font| FaceShaper {
            font: ShaperFont::new(font),
            plans: Vec::new(),
            words: HashMap::new(),
        });
        Self { faces, buffer: Buffer::new() }
    }

    fn face(&mut self, face: Face) -> (&mut FaceShaper, &mut Buffer) {
        let [regular, bold] = &mut self.faces;
        let shaping = match face {
            Face::Regular => regular,
            Face::Bold => bold,
        };
        (shaping, &mut self.buffer)
    }

    /// Whether a character can be drawn: the font has a glyph for it or for an equivalent character.
    pub(crate) fn has(&mut self, face: Face, character: char) -> bool {
        let glyphs = self.word(face, character.encode_utf8(&mut [0; 4]));
        !glyphs.is_empty() && glyphs.iter().all(|glyph| glyph.id != 0)
    }

    /// The glyphs of a word, or of any text without a line break.
    pub(crate) fn word(&mut self, face: Face, word: &str) -> Rc<[Glyph]> {
        let (shaping, buffer) = self.face(face);
        if let Some(known) = shaping.words.get(word) {
            return Rc::clone(known);
        }
        let glyphs: Rc<[Glyph]> = shaping.shape(buffer, word).into();
        shaping.words.insert(word.into(), Rc::clone(&glyphs));
        glyphs
    }
}

impl FaceShaper {
    fn shape(&mut self, buffer: &mut Buffer, word: &str) -> Vec<Glyph> {
        buffer.reset();
        buffer.push_str(word);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let script = buffer.script();
        let known = self.plans.iter().position(|(of, _)| *of == script).unwrap_or_else(|| {
            self.plans.push((script, plan(&self.font, script)));
            self.plans.len() - 1
        });
        let plan = self.plans.get(known).map(|(_, plan)| plan);
        let options = ShapeOptions::new().plan(plan).features(&FEATURES);
        match harfrust::shape(&self.font, buffer, options) {
            Ok(()) => self.shaped(buffer),
            Err(_) => self.unkerned(word),
        }
    }

    fn shaped(&self, buffer: &Buffer) -> Vec<Glyph> {
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        glyphs
            .map(|(info, position)| {
                let width = self.font.glyph_h_advance(GlyphId::new(info.glyph_id));
                Glyph {
                    id: u16::try_from(info.glyph_id).unwrap_or(0),
                    start: info.cluster as usize,
                    width: self.thousandths(width),
                    advance: self.thousandths(width) + self.thousandths(position.x_advance - width),
                    offset: (self.thousandths(position.x_offset), self.thousandths(position.y_offset)),
                }
            })
            .collect()
    }

    /// One glyph for each character, without kerning.
    fn unkerned(&self, word: &str) -> Vec<Glyph> {
        let letters = word.char_indices();
        letters
            .map(|(start, letter)| {
                let glyph = self.font.nominal_glyph(letter.into()).unwrap_or_default();
                let width = self.thousandths(self.font.glyph_h_advance(glyph));
                let id = u16::try_from(glyph.to_u32()).unwrap_or(0);
                Glyph { id, start, width, advance: width, offset: (0, 0) }
            })
            .collect()
    }

    fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.font.units_per_em().max(1))
    }
}

/// No ligatures: each glyph has its own characters, so that the text is extracted as it was written.
const FEATURES: [Feature; 2] = [
    Feature { tag: Tag::new(b"liga"), value: 0, start: Feature::GLOBAL_START, end: Feature::GLOBAL_END },
    Feature { tag: Tag::new(b"clig"), value: 0, start: Feature::GLOBAL_START, end: Feature::GLOBAL_END },
];

fn plan(font: &ShaperFont<'_, '_>, script: Option<Script>) -> ShapePlan {
    ShapePlan::new(font, Direction::LeftToRight, script, None, &FEATURES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaper() -> Shaper {
        Shaper::new(fonts().unwrap())
    }

    #[test]
    fn both_faces_can_be_read() {
        assert!(fonts().is_some());
    }

    #[test]
    fn a_word_is_as_wide_as_its_letters_and_kerning() {
        let mut shaper = shaper();
        let width = |glyphs: Rc<[Glyph]>| glyphs.iter().map(|glyph| glyph.advance).sum::<i32>();
        let (t, o) = (width(shaper.word(Face::Regular, "T")), width(shaper.word(Face::Regular, "o")));
        assert!(width(shaper.word(Face::Regular, "To")) < t + o, "the pair is kerned");
        assert_eq!(width(shaper.word(Face::Regular, "oo")), o + o);
    }

    #[test]
    fn ligatures_are_not_used() {
        assert_eq!(shaper().word(Face::Regular, "office").len(), 6);
    }

    #[test]
    fn a_letter_with_a_combining_mark_is_one_cluster() {
        let glyphs = shaper().word(Face::Regular, "w\u{302}a");
        assert_eq!(glyphs.last().unwrap().start, 3);
        assert!(glyphs.iter().all(|glyph| glyph.start == 0 || glyph.start == 3));
    }

    #[test]
    fn welsh_letters_are_in_the_font_and_emoji_are_not() {
        let mut shaper = shaper();
        for face in Face::ALL {
            assert!("ŵŷâêîôû£€½“”–•".chars().all(|letter| shaper.has(face, letter)));
            assert!(!shaper.has(face, '😀'));
            assert!(shaper.has(face, '\u{2011}'), "a no-break hyphen is drawn as a hyphen");
        }
    }
}
