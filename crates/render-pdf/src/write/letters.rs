//! The fonts inside the file: only the glyphs in use, each with the letters it stands for.

use std::collections::BTreeMap;

use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem};
use subsetter::GlyphRemapper;

use crate::error::RenderError;
use crate::font::{Face, Glyph};
use crate::layout::{Draw, Layout, Run};

/// The letters of all faces in use.
pub(super) struct Letters {
    faces: [Alphabet; 2],
}

/// The glyphs of one face in use.
struct Alphabet {
    /// Each glyph, by its number in the font program; the glyphs not in use stand for nothing.
    letters: Vec<Letter>,
    font: ParsedFont,
}

/// A glyph in use.
#[derive(Clone, Default)]
struct Letter {
    /// Its number inside the file; 0 for a glyph that is not in use.
    number: u16,
    /// The letters that a reader hears for it.
    heard: String,
}

/// Glyphs that share one cluster of letters.
pub(super) struct Cluster<'a> {
    pub(super) glyphs: &'a [Glyph],
    pub(super) letters: &'a str,
}

impl Letters {
    /// Collects what a layout uses.
    pub(super) fn of(layout: &Layout) -> Result<Self, RenderError> {
        let mut heard = [Heard::default(), Heard::default()];
        let draws = layout.pages.iter().flat_map(|page| &page.pieces).flat_map(|piece| &piece.draws);
        for draw in draws {
            if let Draw::Text(run) = draw {
                let [regular, bold] = &mut heard;
                match run.face {
                    Face::Regular => regular.listen(run),
                    Face::Bold => bold.listen(run),
                }
            }
        }
        let [regular, bold] = heard;
        let faces = [Alphabet::of(Face::Regular, regular)?, Alphabet::of(Face::Bold, bold)?];
        Ok(Self { faces })
    }

    fn letter(&self, face: Face, glyph: u16) -> Option<&Letter> {
        let [regular, bold] = &self.faces;
        let alphabet = match face {
            Face::Regular => regular,
            Face::Bold => bold,
        };
        alphabet.letters.get(usize::from(glyph))
    }

    /// The number of a glyph inside the file.
    pub(super) fn number(&self, face: Face, glyph: u16) -> u16 {
        self.letter(face, glyph).map_or(0, |letter| letter.number)
    }

    /// The letters that a reader hears for a glyph.
    pub(super) fn heard(&self, face: Face, glyph: u16) -> &str {
        self.letter(face, glyph).map_or("", |letter| &letter.heard)
    }

    /// A page that shows every glyph once, from which printpdf learns what is in use and what it stands for.
    ///
    /// On the pages themselves the numbers of the glyphs are written as they are: printpdf would look up each
    /// letter of the text anew, and write its number in four digits.
    pub(super) fn specimen(&self) -> Vec<Op> {
        let mut operations = vec![Op::StartTextSection];
        for (face, alphabet) in Face::ALL.into_iter().zip(&self.faces) {
            let in_use = alphabet.letters.iter().filter(|letter| letter.number > 0);
            let glyphs = in_use.map(|letter| Codepoint::with_cid(letter.number, 0.0, letter.heard.clone()));
            operations.extend([
                Op::SetFont { font: PdfFontHandle::External(id(face)), size: Pt(12.0) },
                Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] },
            ]);
        }
        operations.push(Op::EndTextSection);
        operations
    }

    /// Puts the fonts into a document.
    pub(super) fn embed(self, document: &mut PdfDocument) {
        for (face, alphabet) in Face::ALL.into_iter().zip(self.faces) {
            document.resources.fonts.map.insert(id(face), PdfFont::new(alphabet.font));
        }
    }
}

/// The name of a face among the resources of a page.
pub(super) fn id(face: Face) -> FontId {
    FontId(match face {
        Face::Regular => "Regular".into(),
        Face::Bold => "Bold".into(),
    })
}

/// The clusters of a run, in order.
pub(super) fn clusters(run: &Run) -> impl Iterator<Item = Cluster<'_>> {
    let mut rest = run.glyphs.as_slice();
    std::iter::from_fn(move || {
        let start = rest.first()?.start;
        let count = rest.iter().take_while(|glyph| glyph.start == start).count();
        let (glyphs, after) = rest.split_at_checked(count)?;
        rest = after;
        let end = after.first().map_or(run.text.len(), |next| next.start);
        Some(Cluster { glyphs, letters: run.text.get(start..end).unwrap_or_default() })
    })
}

impl Alphabet {
    fn of(face: Face, heard: Heard) -> Result<Self, RenderError> {
        let broken = |why: String| RenderError::Fonts(format!("{}: {why}", face.name()));
        let heard = heard.letters();
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&heard.keys().copied().collect::<Vec<_>>());
        let program =
            subsetter::subset(face.program(), 0, &glyphs).map_err(|error| broken(error.to_string()))?;
        let font = ParsedFont::from_bytes(&program, 0, &mut Vec::new());
        let mut font = font.ok_or_else(|| broken("the subset has no tables".into()))?;
        font.font_name = Some(tagged(face));
        let most = heard.last_key_value().map_or(0, |(glyph, _)| usize::from(*glyph) + 1);
        let mut letters = vec![Letter::default(); most];
        for (glyph, heard) in heard {
            if let (Some(number), Some(letter)) = (glyphs.get(glyph), letters.get_mut(usize::from(glyph))) {
                *letter = Letter { number, heard };
            }
        }
        Ok(Self { letters, font })
    }
}

/// What the glyphs of one face stand for, wherever they are shown.
#[derive(Default)]
struct Heard {
    /// The letter of each glyph that stands for one, by its number: the first in the order of Unicode where
    /// there are several, so that a space is a space and not a no-break space.
    alone: Vec<Option<char>>,
    in_clusters: BTreeMap<u16, String>,
}

impl Heard {
    fn listen(&mut self, run: &Run) {
        for Cluster { glyphs, letters } in clusters(run) {
            if let ([glyph], Some(letter)) = (glyphs, alone(letters)) {
                self.stands_for(glyph.id, letter);
                continue;
            }
            for glyph in glyphs {
                self.in_clusters.entry(glyph.id).or_insert_with(|| letters.into());
            }
        }
    }

    fn stands_for(&mut self, glyph: u16, letter: char) {
        let glyph = usize::from(glyph);
        if self.alone.len() <= glyph {
            self.alone.resize(glyph + 1, None);
        }
        if let Some(known) = self.alone.get_mut(glyph) {
            *known = Some(known.map_or(letter, |known| known.min(letter)));
        }
    }

    /// The letters of each glyph; those it stands for alone go before those of a cluster.
    fn letters(self) -> BTreeMap<u16, String> {
        let mut letters = self.in_clusters;
        let alone = (0..).zip(self.alone).filter_map(|(glyph, letter)| Some((glyph, letter?.to_string())));
        letters.extend(alone);
        letters
    }
}

/// The letter of a text that is one letter.
pub(super) fn alone(letters: &str) -> Option<char> {
    let mut letters = letters.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// The name of a font that holds some of its glyphs only.
fn tagged(face: Face) -> String {
    let tag = match face {
        Face::Regular => "AGSREG",
        Face::Bold => "AGSBLD",
    };
    format!("{tag}+{}", face.name())
}
