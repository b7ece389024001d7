//! A font is changed, so that the same codes are shown, spaced or read otherwise.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use crate::streams::deflated;
use crate::true_type::TrueType;
use tests::plain_pdf::{Plain, stream};

pub const FAMILY: Family =
    Family { name: "fonts", what: "the same codes have other outlines, widths or meanings", make };

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    programs(base, out);
    streams(base, out);
    maps(base, out);
    entries(base, out);
    out.written(
        &bases.leicestershire,
        ("leicestershire-digits", "The digits 1 and 9 change places on all pages of Leicestershire."),
        NOT_SOUND,
        |file| {
            exchange_digits(file);
        },
    );
}

/// The font of most words.
fn regular(file: &Plain) -> u32 {
    file.reference(file.find("/Bold "), "Regular")
}

fn program(file: &Plain) -> u32 {
    let descriptor = file.find("/FontDescriptor /FontName /AGSREG");
    file.reference(descriptor, "FontFile2")
}

/// Changes the font program.
fn change(file: &mut Plain, change: impl FnOnce(&mut TrueType)) {
    let id = program(file);
    let mut font = TrueType(file.content(id).to_vec());
    change(&mut font);
    file.set_content(id, &font.0);
}

/// Exchanges the outlines of the digits 1 and 9, by the codes that their meanings have.
pub fn exchange_digits(file: &mut Plain) {
    let (one, nine) = (glyph(file, "0031"), glyph(file, "0039"));
    change(file, |font| font.exchange(one, nine));
}

/// The code of a character in the font.
fn glyph(file: &Plain, character: &str) -> usize {
    let map = String::from_utf8_lossy(file.content(file.reference(regular(file), "ToUnicode"))).into_owned();
    let line = map.lines().find(|line| line.ends_with(&format!("> <{character}>"))).unwrap();
    usize::from_str_radix(&line[1..5], 16).unwrap()
}

fn programs(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("outlines-exchanged", "The outlines of the digits 1 and 9 change places."),
        NOT_SOUND,
        exchange_digits,
    );
    out.written(base, ("units-of-em", "Every glyph is drawn at half its size."), NOT_SOUND, |file| {
        change(file, |font| font.set_units(2 * 2048));
    });
    out.written(
        base,
        ("advance-in-program", "The advance of a glyph in the font program differs from the list of widths."),
        NOT_SOUND,
        |file| {
            let one = glyph(file, "0031");
            change(file, |font| font.set_advance(one, 9000));
        },
    );
    out.written(base, ("outlines-gone", "The glyphs of the font have no outlines."), NOT_SOUND, |file| {
        change(file, |font| {
            let (loca, length) = font.table("loca");
            font.0[loca..loca + length].fill(0);
        });
    });
    out.written(base, ("after-the-tables", "Bytes follow the tables of the font."), NOT_SOUND, |file| {
        change(file, |font| font.0.extend_from_slice(&b"payload ".repeat(40)));
    });
    out.written(
        base,
        ("other-program", "The font has the program of the bold one, so that other letters are shown."),
        NOT_SOUND,
        |file| {
            let bold = file.find("/FontDescriptor /FontName /AGSBLD");
            let (bold, regular) = (file.reference(bold, "FontFile2"), program(file));
            let descriptor = file.find("/FontDescriptor /FontName /AGSREG");
            file.replace(descriptor, &format!("/FontFile2 {regular} 0 R"), format!("/FontFile2 {bold} 0 R"));
            file.objects.remove(&regular);
        },
    );
    out.written(
        base,
        ("no-program", "The font has no program, so that every viewer shows one of its own."),
        NOT_SOUND,
        |file| {
            let regular = program(file);
            let descriptor = file.find("/FontDescriptor /FontName /AGSREG");
            file.replace(descriptor, &format!("/FontFile2 {regular} 0 R"), "");
            file.objects.remove(&regular);
        },
    );
    out.written(
        base,
        ("second-program", "The font has a second program under another key."),
        NOT_SOUND,
        |file| {
            let id = file.add_stream("/Subtype /OpenType", b"OTTO");
            file.extend(file.find("/FontDescriptor /FontName /AGSREG"), &format!("/FontFile3 {id} 0 R"));
        },
    );
}

fn streams(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, _, fn(&[u8]) -> Vec<u8>); 4] = [
        (
            "parameters",
            "The program is said to have a predictor, which it has not.",
            "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 5>>",
            deflated,
        ),
        (
            "filter-of-nothing",
            "The filter of the program is an object that is not there.",
            "/Filter 99999 0 R",
            deflated,
        ),
        (
            "lzw-by-name",
            "The program is said to be packed with LZWDecode, which it is not.",
            "/Filter /LZWDecode",
            deflated,
        ),
        ("truncated", "The program ends in the middle.", "/Filter /FlateDecode", |content| {
            let packed = deflated(content);
            packed[..packed.len() / 2].to_vec()
        }),
    ];
    for (name, what, entries, pack) in rows {
        out.written(base, (name, what), REJECTED, |file| {
            let id = program(file);
            let (packed, length) = (pack(file.content(id)), file.content(id).len());
            file.objects.insert(id, stream(&format!("/Length1 {length} {entries}"), &packed));
        });
    }
    out.written(
        base,
        ("length-of-program", "The length that the program is said to have when unpacked is smaller."),
        NOT_SOUND,
        |file| {
            let id = program(file);
            let length = file.content(id).len();
            file.replace(id, &format!("/Length1 {length}"), "/Length1 1000");
        },
    );
}

fn maps(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("to-unicode", "The digit 1 is read as 9, by search and assistive technology."),
        NOT_SOUND,
        |file| {
            let id = file.reference(regular(file), "ToUnicode");
            file.rewrite(id, "> <0031>", "> <0039>");
        },
    );
    out.written(base, ("to-unicode-removed", "The font has no map to characters."), NOT_SOUND, |file| {
        let font = regular(file);
        let id = file.reference(font, "ToUnicode");
        file.replace(font, &format!("/ToUnicode {id} 0 R"), "");
        file.objects.remove(&id);
    });
    out.written(base, ("to-unicode-by-name", "The map to characters is the identity."), NOT_SOUND, |file| {
        let font = regular(file);
        let id = file.reference(font, "ToUnicode");
        file.replace(font, &format!("/ToUnicode {id} 0 R"), "/ToUnicode /Identity-H");
        file.objects.remove(&id);
    });
    out.written(
        base,
        ("cid-to-gid", "A map from codes to glyphs exchanges the digits 1 and 9."),
        NOT_SOUND,
        |file| {
            let (one, nine) = (glyph(file, "0031"), glyph(file, "0039"));
            let codes = (0..256).map(|code| {
                if code == one {
                    nine
                } else if code == nine {
                    one
                } else {
                    code
                }
            });
            let map: Vec<u8> = codes.flat_map(|code| u16::try_from(code).unwrap().to_be_bytes()).collect();
            let map = file.add_stream("", &map);
            file.replace(regular(file), "/CIDToGIDMap /Identity", format!("/CIDToGIDMap {map} 0 R"));
        },
    );
    out.written(base, ("encoding", "The codes are read downwards."), NOT_SOUND, |file| {
        file.replace(regular(file), "/Identity-H", "/Identity-V");
    });
    out.written(base, ("encoding-map", "A map of codes shows other glyphs."), NOT_SOUND, |file| {
        let map = b"/CIDInit /ProcSet findresource begin begincmap /CMapName /X def /CMapType 1 def \
                    1 begincodespacerange <0000> <FFFF> endcodespacerange \
                    1 begincidrange <0000> <FFFE> 1 endcidrange endcmap end";
        let map = file.add_stream("/Type /CMap /CMapName /X /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>", map);
        file.replace(regular(file), "/Encoding /Identity-H", format!("/Encoding {map} 0 R"));
    });
}

fn entries(base: &Base, out: &mut Forgeries) {
    let rows = [
        ("widths", "The width of a glyph is other.", "/W [1 [277", "/W [1 [900"),
        ("widths-gone", "The list of widths is empty.", "/W [", "/W [] /Other ["),
        ("default-width", "The width of glyphs without one is another.", "/DW 1000", "/DW 5"),
        (
            "vertical-widths",
            "Widths for vertical writing are added.",
            "/Subtype /CIDFontType2",
            "/Subtype /CIDFontType2 /DW2 [0 0]",
        ),
        (
            "font-matrix",
            "The font has a matrix, as only Type 3 fonts do.",
            "/Subtype /CIDFontType2",
            "/Subtype /CIDFontType2 /FontMatrix [0.1 0 0 0.1 0 0]",
        ),
        (
            "name",
            "The font has the name of another.",
            "/BaseFont /AGSREG+LiberationSans",
            "/BaseFont /Helvetica",
        ),
        ("ordering", "The codes are said to be Japanese.", "/Ordering (Identity)", "/Ordering (Japan1)"),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| file.replace(regular(file), from, to));
    }
    out.written(
        base,
        ("replaced", "The font is replaced by Courier, which shows other letters."),
        NOT_SOUND,
        |file| {
            let font = regular(file);
            file.objects.insert(font, b"<</Type /Font /Subtype /Type1 /BaseFont /Courier>>".to_vec());
        },
    );
    out.written(base, ("type-3", "The font is replaced by one whose glyphs are boxes."), NOT_SOUND, |file| {
        let glyph = file.add_stream("", b"1000 0 0 0 750 750 d1 0 0 750 750 re f");
        let font = regular(file);
        let drawn = format!(
            "<</Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 \
             /LastChar 1 /Widths [1000 1000] /Encoding <</Differences [0 /a /a]>> /CharProcs <</a {glyph} 0 R>> >>"
        );
        file.objects.insert(font, drawn.into_bytes());
    });
    out.written(
        base,
        ("flags", "The descriptor says that the font is a script, forced bold."),
        NOT_SOUND,
        |file| {
            file.replace(file.find("/FontDescriptor /FontName /AGSREG"), "/Flags 32", "/Flags 262184");
        },
    );
}
