//! A stream is packed so that programs unpack it differently, or not at all.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, REJECTED};
use tests::plain_pdf::{Plain, stream};

pub const FAMILY: Family = Family {
    name: "streams",
    what: "what a page draws is packed so that readers unpack it differently",
    make,
};

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    filters(base, out);
    references(base, out);
    parameters(base, out);
    zlib(base, out);
    lengths(base, out);
}

/// The content of the fifth page with a white box.
fn covered(file: &Plain) -> Vec<u8> {
    [file.content(file.drawing(5)), b"\n1 1 1 rg 60 500 480 160 re f"].concat()
}

pub fn deflated(content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

fn hex(content: &[u8]) -> Vec<u8> {
    let digits: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}>").into_bytes()
}

fn base_85(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in content.chunks(4) {
        let mut four = [0; 4];
        four[..chunk.len()].copy_from_slice(chunk);
        let mut number = u32::from_be_bytes(four);
        let mut five = [0; 5];
        for digit in five.iter_mut().rev() {
            *digit = b'!' + u8::try_from(number % 85).unwrap();
            number /= 85;
        }
        out.extend_from_slice(&five[..=chunk.len()]);
    }
    // A group of zeros may be written in five letters too.
    out.extend_from_slice(b"~>");
    out
}

fn run_length(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in content.chunks(128) {
        out.push(u8::try_from(chunk.len() - 1).unwrap());
        out.extend_from_slice(chunk);
    }
    out.push(128);
    out
}

/// LZW without a table: codes of nine bits, cleared before they become wider.
fn lzw(content: &[u8]) -> Vec<u8> {
    let codes = content
        .chunks(200)
        .flat_map(|chunk| std::iter::once(256).chain(chunk.iter().map(|byte| u32::from(*byte))));
    let (mut out, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for code in codes.chain([257]) {
        bits = bits << 9 | code;
        held += 9;
        while held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xFF).unwrap());
        }
        bits &= (1 << held) - 1;
    }
    out.push(u8::try_from(bits << (8 - held) & 0xFF).unwrap());
    out
}

/// Rows of 64 bytes after the predictor `Up` of PNG.
fn predicted(content: &[u8]) -> Vec<u8> {
    let (mut out, mut above) = (Vec::new(), [0_u8; 64]);
    for chunk in content.chunks(64) {
        let mut row = [b' '; 64];
        row[..chunk.len()].copy_from_slice(chunk);
        out.push(2);
        out.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    out
}

fn filters(base: &Base, out: &mut Forgeries) {
    type Pack = fn(&[u8]) -> Vec<u8>;
    let plain: Pack = <[u8]>::to_vec;
    let rows: [(_, _, _, Pack); 16] = [
        (
            "ascii-hex",
            "A page with a white box is packed with ASCIIHexDecode.",
            "/Filter /ASCIIHexDecode",
            hex,
        ),
        (
            "ascii-85",
            "A page with a white box is packed with ASCII85Decode.",
            "/Filter /ASCII85Decode",
            base_85,
        ),
        (
            "run-length",
            "A page with a white box is packed with RunLengthDecode.",
            "/Filter /RunLengthDecode",
            run_length,
        ),
        ("lzw", "A page with a white box is packed with LZWDecode.", "/Filter /LZWDecode", lzw),
        (
            "chained",
            "A page with a white box is packed twice.",
            "/Filter [/ASCIIHexDecode /FlateDecode]",
            |content| hex(&deflated(content)),
        ),
        (
            "deflated-twice",
            "A page with a white box is deflated twice.",
            "/Filter [/FlateDecode /FlateDecode]",
            |content| deflated(&deflated(content)),
        ),
        ("abbreviated", "The filter of a page with a white box is abbreviated.", "/Filter /Fl", deflated),
        (
            "abbreviated-in-list",
            "The filter of a page with a white box is abbreviated in a list.",
            "/Filter [/AHx /Fl]",
            |content| hex(&deflated(content)),
        ),
        (
            "abbreviated-key",
            "The key of the filter is abbreviated as in an inline image.",
            "/F /FlateDecode",
            deflated,
        ),
        (
            "predictor",
            "A page with a white box is packed with a predictor.",
            "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 64>>",
            |content| deflated(&predicted(content)),
        ),
        (
            "predictor-in-list",
            "The predictor stands in a list.",
            "/Filter [/FlateDecode] /DecodeParms [<</Predictor 12 /Columns 64>>]",
            |content| deflated(&predicted(content)),
        ),
        (
            "false-predictor",
            "A predictor is declared and not used, so that a page is blank.",
            "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 64>>",
            deflated,
        ),
        ("unknown-filter", "A filter is named that there is not.", "/Filter /NoSuchDecode", plain),
        (
            "crypt",
            "The filter Crypt is named.",
            "/Filter [/Crypt /FlateDecode] /DecodeParms [<</Name /Identity>> null]",
            deflated,
        ),
        ("picture-filter", "A filter of pictures is named.", "/Filter /DCTDecode", plain),
        (
            "filter-twice",
            "The key of the filter stands there twice.",
            "/Filter /FlateDecode /Filter /ASCIIHexDecode",
            deflated,
        ),
    ];
    for (name, what, entries, pack) in rows {
        out.written(base, (name, what), REJECTED, |file| {
            let packed = pack(&covered(file));
            let drawing = file.drawing(5);
            file.objects.insert(drawing, stream(entries, &packed));
        });
    }
}

fn references(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("filter-by-reference", "The filter of a page with a white box is an object of its own."),
        REJECTED,
        |file| {
            let filter = file.add("/ASCIIHexDecode");
            let (packed, drawing) = (hex(&covered(file)), file.drawing(5));
            file.objects.insert(drawing, stream(&format!("/Filter {filter} 0 R"), &packed));
        },
    );
    out.written(
        base,
        ("filter-of-nothing", "The filter is an object that is not there, so that a page is blank."),
        REJECTED,
        |file| {
            let (packed, drawing) = (deflated(file.content(file.drawing(5))), file.drawing(5));
            file.objects.insert(drawing, stream("/Filter 99999 0 R", &packed));
        },
    );
    out.written(
        base,
        ("parameters-by-reference", "A predictor that is not used is an object of its own."),
        REJECTED,
        |file| {
            let parameters = file.add("<</Predictor 15 /Columns 3>>");
            let (packed, drawing) = (deflated(file.content(file.drawing(5))), file.drawing(5));
            let entries = format!("/Filter /FlateDecode /DecodeParms {parameters} 0 R");
            file.objects.insert(drawing, stream(&entries, &packed));
        },
    );
    out.written(
        base,
        ("external-file", "The content of a page is said to be in another file."),
        REJECTED,
        |file| {
            let (content, drawing) = (file.content(file.drawing(5)).to_vec(), file.drawing(5));
            file.objects.insert(drawing, stream("/F (other.txt)", &content));
        },
    );
}

fn parameters(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&mut Plain) -> String); 3] = [
        (
            "parameters-of-another-generation",
            "A page has the parameters of a filter in a generation that is not there.",
            |file| {
                let other = file.add("<</Predictor 12 /Columns 4>>");
                format!("/Filter /FlateDecode /DecodeParms {other} 1 R")
            },
        ),
        ("filter-of-another-generation", "A page has a filter in a generation that is not there.", |file| {
            format!("/Filter {} 1 R", file.add("/FlateDecode"))
        }),
        ("columns-without-predictor", "A page has parameters with a number that no predictor uses.", |_| {
            "/Filter /FlateDecode /DecodeParms <</Predictor 1 /Columns 123456789012345>>".to_owned()
        }),
    ];
    for (name, what, entries) in rows {
        out.written(base, (name, what), REJECTED, |file| {
            let (drawing, entries) = (file.drawing(5), entries(file));
            let content = file.content(drawing).to_vec();
            // Who does not find the filter shows the content as it is, which must then not be packed.
            let content = if entries.contains("/FlateDecode") { deflated(&content) } else { content };
            file.objects.insert(drawing, stream(&entries, &content));
        });
    }
}

fn zlib(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(Vec<u8>) -> Vec<u8>); 5] = [
        ("after-zlib", "Bytes follow the end of the deflated data.", |packed| {
            [packed, b"payload ".repeat(40)].concat()
        }),
        ("second-zlib", "A second deflated stream with a white box follows the first.", |packed| {
            [packed, deflated(b"1 1 1 rg 60 500 480 160 re f")].concat()
        }),
        ("truncated-zlib", "The deflated data end in the middle of a page.", |packed| {
            packed[..packed.len() / 2].to_vec()
        }),
        ("checksum", "The checksum of the deflated data is wrong.", |mut packed| {
            *packed.last_mut().unwrap() ^= 0xFF;
            packed
        }),
        ("preset-dictionary", "The deflated data ask for a dictionary.", |mut packed| {
            packed[1] = 0x20 | (packed[1] & 0xC0);
            packed
        }),
    ];
    for (name, what, damage) in rows {
        out.written(base, (name, what), REJECTED, |file| {
            let (packed, drawing) = (damage(deflated(file.content(file.drawing(5)))), file.drawing(5));
            file.objects.insert(drawing, stream("/Filter /FlateDecode", &packed));
        });
    }
    out.written(
        base,
        ("more-than-the-limit", "A page with a white box at its end has 256 MiB of spaces before."),
        REJECTED,
        |file| {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(file.content(file.drawing(5))).unwrap();
            (0..257).for_each(|_| packed.write_all(&vec![b' '; 1024 * 1024]).unwrap());
            packed.write_all(b"1 1 1 rg 60 500 480 160 re f").unwrap();
            let drawing = file.drawing(5);
            file.objects.insert(drawing, stream("/Filter /FlateDecode", &packed.finish().unwrap()));
        },
    );
}

fn lengths(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&mut Plain, u32, usize)); 7] = [
        (
            "length-short",
            "The length of a page is that of its header; readers look for the end.",
            |file, id, length| {
                file.replace(id, &format!("/Length {length}"), "/Length 500");
            },
        ),
        ("length-long", "The length of a page goes into the next object.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), format!("/Length {}", length + 400));
        }),
        ("length-zero", "The length of a page is zero.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), "/Length 0");
        }),
        ("length-negative", "The length of a page is negative.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), "/Length -1");
        }),
        ("length-missing", "A page has no length.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), "");
        }),
        ("length-twice", "A page has two lengths.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), format!("/Length 500 /Length {length}"));
        }),
        ("length-of-nothing", "The length of a page is an object that is not there.", |file, id, length| {
            file.replace(id, &format!("/Length {length}"), "/Length 99999 0 R");
        }),
    ];
    for (name, what, change) in rows {
        out.written(base, (name, what), REJECTED, |file| {
            let drawing = file.drawing(5);
            let length = file.content(drawing).len();
            change(file, drawing, length);
        });
    }
    out.written(
        base,
        ("inner-endstream", "A page draws a white box between two words `endstream`."),
        REJECTED,
        |file| {
            let content =
                [file.content(file.drawing(5)), b"\nendstream\n1 1 1 rg 60 500 480 160 re f"].concat();
            let drawing = file.drawing(5);
            file.set_content(drawing, &content);
        },
    );
    out.written(
        base,
        ("stream-and-cr", "The word `stream` is followed by a carriage return alone."),
        REJECTED,
        |file| {
            file.replace(file.drawing(5), "\nstream\n", "\nstream\r");
        },
    );
}
