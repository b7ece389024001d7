//! The embedded fonts: subsets of the glyphs in use, each with the text it maps to in `ToUnicode`.

use std::collections::BTreeMap;

use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem};
use subsetter::GlyphRemapper;

use crate::error::RenderError;
use crate::font::{Face, Glyph};
use crate::layout::{DrawOp, Layout, Run};

/// The fonts of all faces in use.
pub(super) struct FontMap {
    faces: [SubsetFont; 2],
}

/// One face, with only the glyphs in use.
struct SubsetFont {
    /// Each glyph, by its number in the font program; glyphs not in use have the default.
    glyphs: Vec<SubsetGlyph>,
    program: ParsedFont,
}

/// A glyph in use.
#[derive(Clone, Default)]
struct SubsetGlyph {
    /// Its number in the subset; 0 for a glyph that is not in use.
    cid: u16,
    /// The text it maps to.
    text: String,
}

/// Glyphs that together show one cluster of characters.
pub(super) struct Cluster<'a> {
    pub(super) glyphs: &'a [Glyph],
    pub(super) text: &'a str,
}

impl FontMap {
    /// Subsets the fonts to the glyphs of a layout.
    pub(super) fn of(layout: &Layout) -> Result<Self, RenderError> {
        let mut texts = [GlyphTexts::default(), GlyphTexts::default()];
        let ops = layout.pages.iter().flat_map(|page| &page.fragments).flat_map(|fragment| &fragment.ops);
        for op in ops {
            if let DrawOp::Text(run) = op {
                let [regular, bold] = &mut texts;
                match run.face {
                    Face::Regular => regular.add(run),
                    Face::Bold => bold.add(run),
                }
            }
        }
        let [regular, bold] = texts;
        let faces = [SubsetFont::of(Face::Regular, regular)?, SubsetFont::of(Face::Bold, bold)?];
        Ok(Self { faces })
    }

    fn glyph(&self, face: Face, glyph: u16) -> Option<&SubsetGlyph> {
        let [regular, bold] = &self.faces;
        let font = match face {
            Face::Regular => regular,
            Face::Bold => bold,
        };
        font.glyphs.get(usize::from(glyph))
    }

    /// The number of a glyph in the subset.
    pub(super) fn cid(&self, face: Face, glyph: u16) -> u16 {
        self.glyph(face, glyph).map_or(0, |glyph| glyph.cid)
    }

    /// The text that a glyph maps to.
    pub(super) fn to_unicode(&self, face: Face, glyph: u16) -> &str {
        self.glyph(face, glyph).map_or("", |glyph| &glyph.text)
    }

    /// A page that shows every glyph once, from which printpdf takes the glyphs in use and their text.
    ///
    /// On the other pages glyph numbers are written directly: printpdf would look up each character of the text again
    /// and write its number as four digits.
    pub(super) fn glyph_manifest_page(&self) -> Vec<Op> {
        let mut operations = vec![Op::StartTextSection];
        for (face, font) in Face::ALL.into_iter().zip(&self.faces) {
            let in_use = font.glyphs.iter().filter(|glyph| glyph.cid > 0);
            let glyphs = in_use.map(|glyph| Codepoint::with_cid(glyph.cid, 0.0, glyph.text.clone()));
            operations.extend([
                Op::SetFont { font: PdfFontHandle::External(id(face)), size: Pt(12.0) },
                Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] },
            ]);
        }
        operations.push(Op::EndTextSection);
        operations
    }

    /// Embeds the fonts in a document.
    pub(super) fn embed(self, document: &mut PdfDocument) {
        for (face, font) in Face::ALL.into_iter().zip(self.faces) {
            document.resources.fonts.map.insert(id(face), PdfFont::new(font.program));
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
        Some(Cluster { glyphs, text: run.text.get(start..end).unwrap_or_default() })
    })
}

impl SubsetFont {
    fn of(face: Face, texts: GlyphTexts) -> Result<Self, RenderError> {
        let broken = |why: String| RenderError::Fonts(format!("{}: {why}", face.name()));
        let texts = texts.by_glyph();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&texts.keys().copied().collect::<Vec<_>>());
        let program =
            subsetter::subset(face.program(), 0, &remapper).map_err(|error| broken(error.to_string()))?;
        let program = ParsedFont::from_bytes(&program, 0, &mut Vec::new());
        let mut program = program.ok_or_else(|| broken("the subset has no tables".into()))?;
        program.font_name = Some(subset_name(face));
        let count = texts.last_key_value().map_or(0, |(glyph, _)| usize::from(*glyph) + 1);
        let mut glyphs = vec![SubsetGlyph::default(); count];
        for (glyph, text) in texts {
            if let (Some(cid), Some(found)) = (remapper.get(glyph), glyphs.get_mut(usize::from(glyph))) {
                *found = SubsetGlyph { cid, text };
            }
        }
        Ok(Self { glyphs, program })
    }
}

/// The text of each glyph of one face, from everywhere it is shown.
#[derive(Default)]
struct GlyphTexts {
    /// The character of each glyph that shows a single one, by its number: the first in Unicode order where there are
    /// several, so that a space maps to a space and not to a no-break space.
    single: Vec<Option<char>>,
    in_clusters: BTreeMap<u16, String>,
}

impl GlyphTexts {
    fn add(&mut self, run: &Run) {
        for Cluster { glyphs, text } in clusters(run) {
            if let ([glyph], Some(character)) = (glyphs, single_character(text)) {
                self.add_single(glyph.id, character);
                continue;
            }
            for glyph in glyphs {
                self.in_clusters.entry(glyph.id).or_insert_with(|| text.into());
            }
        }
    }

    fn add_single(&mut self, glyph: u16, character: char) {
        let glyph = usize::from(glyph);
        if self.single.len() <= glyph {
            self.single.resize(glyph + 1, None);
        }
        if let Some(known) = self.single.get_mut(glyph) {
            *known = Some(known.map_or(character, |known| known.min(character)));
        }
    }

    /// The text of each glyph; a single character takes precedence over a cluster.
    fn by_glyph(self) -> BTreeMap<u16, String> {
        let mut texts = self.in_clusters;
        let single = (0..).zip(self.single);
        texts.extend(single.filter_map(|(glyph, character)| Some((glyph, character?.to_string()))));
        texts
    }
}

/// The character of a text that has only one.
pub(super) fn single_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// The name of a subset, which begins with a tag.
fn subset_name(face: Face) -> String {
    let tag = match face {
        Face::Regular => "AGSREG",
        Face::Bold => "AGSBLD",
    };
    format!("{tag}+{}", face.name())
}
