//! The fonts inside the file: only the glyphs in use, each with the letters it stands for.

use std::collections::BTreeMap;

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
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
    glyphs: GlyphRemapper,
    /// The letters that a reader hears for each glyph.
    heard: BTreeMap<u16, String>,
    font: ParsedFont,
}

/// Glyphs that share one cluster of letters.
pub(super) struct Cluster<'a> {
    pub(super) glyphs: &'a [Glyph],
    pub(super) letters: &'a str,
}

impl Letters {
    /// Collects what a layout uses.
    pub(super) fn of(layout: &Layout) -> Result<Self, RenderError> {
        let [regular, bold] = Face::ALL.map(|face| Alphabet::of(face, layout));
        Ok(Self { faces: [regular?, bold?] })
    }

    fn face(&self, face: Face) -> &Alphabet {
        let [regular, bold] = &self.faces;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
        }
    }

    /// The number of a glyph inside the file.
    pub(super) fn number(&self, face: Face, glyph: u16) -> u16 {
        self.face(face).glyphs.get(glyph).unwrap_or(0)
    }

    /// The letters that a reader hears for a glyph.
    pub(super) fn heard(&self, face: Face, glyph: u16) -> &str {
        self.face(face).heard.get(&glyph).map_or("", String::as_str)
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
    fn of(face: Face, layout: &Layout) -> Result<Self, RenderError> {
        let broken = |why: String| RenderError::Fonts(format!("{}: {why}", face.name()));
        let heard = heard(face, layout);
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&heard.keys().copied().collect::<Vec<_>>());
        let program =
            subsetter::subset(face.program(), 0, &glyphs).map_err(|error| broken(error.to_string()))?;
        let font = ParsedFont::from_bytes(&program, 0, &mut Vec::new());
        let mut font = font.ok_or_else(|| broken("the subset has no tables".into()))?;
        font.font_name = Some(tagged(face));
        for (glyph, letters) in &heard {
            let (Some(number), Some(letter)) = (glyphs.get(*glyph), alone(letters)) else { continue };
            font.codepoint_to_glyph.insert(letter.into(), number);
        }
        Ok(Self { glyphs, heard, font })
    }
}

/// The letters of each glyph of a face: the first in the order of Unicode where it stands for several, so
/// that a space is a space and not a no-break space.
fn heard(face: Face, layout: &Layout) -> BTreeMap<u16, String> {
    let mut alone_in_cluster: BTreeMap<u16, char> = BTreeMap::new();
    let mut in_clusters: BTreeMap<u16, String> = BTreeMap::new();
    let draws = layout.pages.iter().flat_map(|page| &page.pieces).flat_map(|piece| &piece.draws);
    for draw in draws {
        let Draw::Text(run) = draw else { continue };
        if run.face != face {
            continue;
        }
        for Cluster { glyphs, letters } in clusters(run) {
            match (glyphs, alone(letters)) {
                ([glyph], Some(letter)) => {
                    alone_in_cluster
                        .entry(glyph.id)
                        .and_modify(|known| *known = letter.min(*known))
                        .or_insert(letter);
                }
                _ => {
                    for glyph in glyphs {
                        in_clusters.entry(glyph.id).or_insert_with(|| letters.into());
                    }
                }
            }
        }
    }
    in_clusters.extend(alone_in_cluster.into_iter().map(|(glyph, letter)| (glyph, letter.into())));
    in_clusters
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
