//! Objects, filters and cross-reference tables that cost much to read.

use std::fmt::Write as _;

use crate::bomb::{Bomb, MEBI, deflated, packed, times};
use tests::plain_pdf::{Plain, replaced, start_xref, stream};

pub const BOMBS: [Bomb; 40] = [
    Bomb {
        name: "arrays",
        what: "An object is arrays in arrays, ten million deep.",
        make: |file| with(file, &times("[", 10 * MEBI)),
    },
    Bomb {
        name: "arrays-closed",
        what: "An object is arrays in arrays, five million deep, all closed.",
        make: |file| with(file, &[times("[", 5 * MEBI), times("]", 5 * MEBI)].concat()),
    },
    Bomb {
        name: "dictionaries",
        what: "An object is dictionaries in dictionaries, ten million deep.",
        make: |file| with(file, &times("<</A", 10 * MEBI)),
    },
    Bomb {
        name: "parentheses",
        what: "An object is a string with 16 million parentheses.",
        make: |file| with(file, &times("(", 16 * MEBI)),
    },
    Bomb {
        name: "string",
        what: "An object is a string of 16 MiB.",
        make: |file| with(file, &[b"(".to_vec(), times("a", 16 * MEBI), b")".to_vec()].concat()),
    },
    Bomb {
        name: "hexadecimal",
        what: "An object is a string of 16 MiB of digits.",
        make: |file| with(file, &[b"<".to_vec(), times("41", 8 * MEBI), b">".to_vec()].concat()),
    },
    Bomb {
        name: "name",
        what: "An object is a name of 15 MiB.",
        make: |file| with(file, &[b"/".to_vec(), times("#41", 5 * MEBI)].concat()),
    },
    Bomb {
        name: "number",
        what: "An object is a number of 16 MiB.",
        make: |file| with(file, &times("1", 16 * MEBI)),
    },
    Bomb {
        name: "comment",
        what: "A comment of 16 MiB stands before an object.",
        make: |file| with(file, &[b"%".to_vec(), times("a", 16 * MEBI), b"\n1".to_vec()].concat()),
    },
    Bomb {
        name: "comments",
        what: "Eight million comments stand before an object.",
        make: |file| with(file, &[times("%\n", 8 * MEBI), b"1".to_vec()].concat()),
    },
    Bomb {
        name: "white-space",
        what: "16 MiB of spaces stand before an object.",
        make: |file| with(file, &[times(" ", 16 * MEBI), b"1".to_vec()].concat()),
    },
    Bomb {
        name: "many-references",
        what: "An array has two million references.",
        make: |file| with(file, &[b"[".to_vec(), times("1 0 R ", 2 * MEBI), b"]".to_vec()].concat()),
    },
    Bomb {
        name: "many-keys",
        what: "A dictionary has 300,000 keys.",
        make: |file| {
            let mut keys = String::from("<<");
            (0..300_000).for_each(|number| write!(keys, "/K{number} 0 ").unwrap());
            with(file, format!("{keys}>>").as_bytes())
        },
    },
    Bomb {
        name: "one-key",
        what: "A dictionary has one key a million times.",
        make: |file| with(file, &[b"<<".to_vec(), times("/K 0 ", MEBI), b">>".to_vec()].concat()),
    },
    Bomb {
        name: "references-in-chain",
        what: "100,000 objects refer to the next.",
        make: |mut file| {
            let first = file.next();
            for id in first..first + 100_000 {
                file.objects.insert(id, format!("{} 0 R", id + 1).into_bytes());
            }
            file.extend(file.page(5), &format!("/Group {first} 0 R"));
            file.bytes()
        },
    },
    Bomb {
        name: "lengths-in-chain",
        what: "The length of a stream is that of 1,000 streams, whose length is that of the first.",
        make: |mut file| {
            let first = file.next();
            for id in first..first + 1000 {
                file.objects.insert(
                    id,
                    format!("<</Length {} 0 R>>\nstream\nx\nendstream", first + (id + 1 - first) % 1000)
                        .into_bytes(),
                );
            }
            file.bytes()
        },
    },
    Bomb {
        name: "tiny-objects",
        what: "There are 300,000 objects.",
        make: |mut file| {
            let first = file.next();
            (first..first + 300_000).for_each(|id| drop(file.objects.insert(id, b"1".to_vec())));
            file.bytes()
        },
    },
    Bomb {
        name: "tiny-packed-objects",
        what: "There are three million objects in an object stream.",
        make: |file| object_stream(file, 3_000_000, "", b"1 "),
    },
    Bomb {
        name: "objects-at-one-place",
        what: "An object stream has 100,000 objects, which are all the same large one.",
        make: |file| {
            let large = [b"[".to_vec(), times("[0]", 100_000), b"]".to_vec()].concat();
            object_stream(file, 100_000, "", &large)
        },
    },
    Bomb {
        name: "object-stream-count",
        what: "An object stream says that it has two thousand million objects.",
        make: |file| object_stream(file, 1, "/N 2147483647 /First 8", b"1"),
    },
    Bomb {
        name: "object-stream-first",
        what: "The first object of an object stream lies far beyond it.",
        make: |file| object_stream(file, 1, "/N 1 /First 9223372036854775807", b"1"),
    },
    Bomb {
        name: "object-streams-in-chain",
        what: "1,000 object streams extend the next, the last the first.",
        make: |mut file| {
            let first = file.next();
            for id in first..first + 1000 {
                let body = stream(
                    &format!("/Type /ObjStm /N 1 /First 5 /Extends {} 0 R", first + (id + 1 - first) % 1000),
                    b"9 0 \n1",
                );
                file.objects.insert(id, body);
            }
            file.bytes()
        },
    },
    Bomb {
        name: "object-streams-of-spaces",
        what: "500 object streams of 10 MiB are deflated to 10 kB each.",
        make: |mut file| {
            let body = packed(
                "/Type /ObjStm /N 1 /First 10485760",
                &[b"9 0 ".to_vec(), times(" ", 10 * MEBI), b"1".to_vec()].concat(),
            );
            for _ in 0..500 {
                file.add(body.clone());
            }
            file.bytes()
        },
    },
    Bomb {
        name: "large-stream",
        what: "A page is 2 GiB of spaces.",
        make: |file| {
            let once = deflated(&times(" ", 32 * MEBI));
            // The blocks between the head and the last one can be repeated.
            let mut file = file;
            let id = file.drawing(5);
            let inner = deflated(&once.repeat(64));
            file.objects.insert(id, stream("/Filter [/FlateDecode /FlateDecode]", &inner));
            file.bytes()
        },
    },
    Bomb {
        name: "deflated-three-times",
        what: "A page of 1 GiB is deflated three times, to a few hundred bytes.",
        make: |mut file| {
            let id = file.drawing(5);
            let once = deflated(&times(" ", 200 * MEBI));
            file.objects.insert(
                id,
                stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", &deflated(&deflated(&once))),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "filters",
        what: "A stream names the same filter 100,000 times.",
        make: |mut file| {
            let id = file.drawing(5);
            let list = String::from_utf8(times("/FlateDecode ", 100_000)).unwrap();
            file.objects.insert(id, stream(&format!("/Filter [{list}]"), &deflated(b"q Q")));
            file.bytes()
        },
    },
    Bomb {
        name: "hexadecimal-filters",
        what: "A stream of 30 MiB digits is of digits itself, twenty times.",
        make: |mut file| {
            let id = file.drawing(5);
            let list = "/ASCIIHexDecode ".repeat(20);
            file.objects.insert(id, stream(&format!("/Filter [{list}]"), &times("33", 15 * MEBI)));
            file.bytes()
        },
    },
    Bomb {
        name: "run-length",
        what: "Runs of 128 bytes, 400,000 times, are deflated.",
        make: |mut file| {
            let id = file.drawing(5);
            let runs = [129_u8, b' '].repeat(8 * MEBI);
            file.objects.insert(id, packed_twice("[/FlateDecode /RunLengthDecode]", &runs));
            file.bytes()
        },
    },
    Bomb {
        name: "predictor-columns",
        what: "A predictor has rows of two thousand million columns.",
        make: |file| predicted(file, "/Predictor 12 /Columns 2147483647 /Colors 32 /BitsPerComponent 16"),
    },
    Bomb {
        name: "predictor-of-one-column",
        what: "A predictor has 50 million rows of one column.",
        make: |file| predicted(file, "/Predictor 15 /Columns 1"),
    },
    Bomb {
        name: "predictor-negative",
        what: "A predictor has rows of less than no columns.",
        make: |file| predicted(file, "/Predictor 12 /Columns -1"),
    },
    Bomb {
        name: "size",
        what: "The trailer says that there are two thousand million objects.",
        make: |file| xref(&file, "", "/Size 2147483647", &[]),
    },
    Bomb {
        name: "table-size",
        what: "The table says that it has two thousand million entries.",
        make: |file| {
            let bytes = file.bytes();
            replaced(&bytes, b"xref\n0 ", b"xref\n0 2147483647 ")
        },
    },
    Bomb {
        name: "index",
        what: "The cross-reference stream has a section of two thousand million entries.",
        make: |file| xref(&file, "/Index [0 2147483647]", "", &[]),
    },
    Bomb {
        name: "index-of-nothing",
        what: "A section of two thousand million entries has no byte for an entry.",
        make: |file| xref(&file, "/W [0 0 0] /Index [0 2147483647]", "", &[]),
    },
    Bomb {
        name: "index-of-many",
        what: "The cross-reference stream has a million sections.",
        make: |file| {
            let index = String::from_utf8(times("0 1 ", MEBI)).unwrap();
            xref(&file, &format!("/Index [{index}]"), "", &[0; 7])
        },
    },
    Bomb {
        name: "widths",
        what: "The fields of the cross-reference stream are wider than memory.",
        make: |file| xref(&file, "/W [1 9223372036854775807 9223372036854775807]", "", &[]),
    },
    Bomb {
        name: "entries",
        what: "The cross-reference stream has five million entries.",
        make: |file| xref(&file, "", "/Index [0 5000000]", &vec![0; 35_000_000]),
    },
    Bomb {
        name: "tables-in-chain",
        what: "100,000 tables name the one before.",
        make: |file| {
            let mut bytes = file.bytes();
            for _ in 0..100_000 {
                let (before, at) = (start_xref(&bytes[bytes.len() - 60..]), bytes.len());
                bytes.extend(
                    format!(
                        "xref\n0 0\ntrailer\n<</Size 9 {} /Prev {before}>>\nstartxref\n{at}\n%%EOF\n",
                        file.trailer
                    )
                    .bytes(),
                );
            }
            bytes
        },
    },
    Bomb {
        name: "zlib-starts",
        what: "Deflated streams of empty blocks begin in each other, 7,000 times.",
        make: |mut file| {
            // A stored block of nine bytes, in which the next stream begins, and a hundred without any.
            let begin = b"\0\x09\0\xF6\xFFstream\n\x78\x01".to_vec();
            let blocks = [begin, b"\0\0\0\xFF\xFF".repeat(100)].concat();
            file.add_stream("", &[b"\x78\x01".to_vec(), blocks.repeat(7000)].concat());
            file.bytes()
        },
    },
];

/// More of them, of the whole file.
pub const WHOLE: [Bomb; 4] = [
    Bomb {
        name: "words-object",
        what: "The file is the begin of an object six million times, without a table.",
        make: |_| [b"%PDF-1.7\n".to_vec(), times("1 0 obj ", 6 * MEBI)].concat(),
    },
    Bomb {
        name: "words-stream",
        what: "The file is the begin of a stream four million times.",
        make: |_| [b"%PDF-1.7\n".to_vec(), times("1 0 obj<</Length 99>>stream\n", 2 * MEBI)].concat(),
    },
    Bomb {
        name: "words-end",
        what: "The file is ends of files.",
        make: |_| [b"%PDF-1.7\n".to_vec(), times("startxref\n9\n%%EOF\n", 3 * MEBI)].concat(),
    },
    Bomb {
        name: "words-trailer",
        what: "The file is trailers.",
        make: |file| [file.bytes(), times("trailer<</Root 1 0 R>>\n", 2 * MEBI)].concat(),
    },
];

/// The file with an object that a page refers to.
fn with(mut file: Plain, body: &[u8]) -> Vec<u8> {
    let page = file.page(5);
    let id = file.add(body);
    file.extend(page, &format!("/Group {id} 0 R"));
    file.bytes()
}

fn packed_twice(filter: &str, content: &[u8]) -> Vec<u8> {
    stream(&format!("/Filter {filter}"), &deflated(content))
}

/// The file with a page after a predictor.
fn predicted(mut file: Plain, parameters: &str) -> Vec<u8> {
    let id = file.drawing(5);
    let entries = format!("/Filter /FlateDecode /DecodeParms <<{parameters}>>");
    file.objects.insert(id, stream(&entries, &deflated(&b"\x02q".repeat(50 * MEBI))));
    file.bytes()
}

/// The file with an object stream whose objects are all at its begin, and which a cross-reference stream lists.
fn object_stream(mut file: Plain, count: usize, entries: &str, content: &[u8]) -> Vec<u8> {
    let first = file.next() + 10;
    let mut index = String::new();
    (0..count).for_each(|number| write!(index, "{} 0 ", first as usize + number).unwrap());
    let entries = match entries {
        "" => format!("/N {count} /First {}", index.len()),
        other => other.to_owned(),
    };
    let body = packed(&format!("/Type /ObjStm {entries}"), &[index.as_bytes(), content].concat());
    let container = file.add(body);
    let rows: Vec<u8> = (0..count).flat_map(|number| entry(2, container as usize, number)).collect();
    xref(
        &file,
        "",
        &format!("/Index [0 {container_end} {first} {count}]", container_end = container + 1),
        &rows,
    )
}

/// The file with a cross-reference stream, its own entries first.
pub fn xref(file: &Plain, special: &str, more: &str, rows: &[u8]) -> Vec<u8> {
    let plain = file.bytes();
    let table = start_xref(&plain);
    let mut out = plain[..table].to_vec();
    let mut entries = Vec::new();
    let mut offsets = vec![0_usize; file.next() as usize];
    let mut at = file.header.len();
    for (id, body) in &file.objects {
        offsets[*id as usize] = at;
        at += format!("{id} 0 obj\n").len() + body.len() + "\nendobj\n".len();
    }
    for at in offsets {
        entries.extend(entry(u8::from(at > 0), at, 0));
    }
    entries.extend_from_slice(rows);
    let widths = if special.contains("/W") { "" } else { "/W [1 4 2]" };
    let size = match (more.contains("/Size"), special.contains("/Index") || more.contains("/Index")) {
        (true, _) => String::new(),
        (false, true) => "/Size 9000000".to_owned(),
        (false, false) => format!("/Size {}", entries.len() / 7),
    };
    let id = file.next();
    out.extend(format!("{id} 0 obj\n").bytes());
    let trailer = &file.trailer;
    out.extend(packed(&format!("/Type /XRef {size} {widths} {special} {more} {trailer}"), &entries));
    out.extend(format!("\nendobj\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}

/// An entry of a cross-reference stream.
pub fn entry(kind: u8, wide: usize, narrow: usize) -> Vec<u8> {
    let wide = u32::try_from(wide).unwrap().to_be_bytes();
    // No wider field is read: what is beyond has the last place that there is.
    let narrow = u16::try_from(narrow).unwrap_or(u16::MAX).to_be_bytes();
    [&[kind][..], &wide, &narrow].concat()
}
