//! Pages, forms and fonts that cost much to read.

use std::fmt::Write as _;

use crate::bomb::{Bomb, MEBI, drawing, packed, resources, times};
use tests::plain_pdf::Plain;

pub const BOMBS: [Bomb; 25] = [
    Bomb {
        name: "q-Q",
        what: "A page saves and restores the graphics state 25 million times.",
        make: |file| drawing(file, &times("q Q\n", 25 * MEBI)).bytes(),
    },
    Bomb {
        name: "q",
        what: "A page saves the graphics state 40 million times.",
        make: |file| drawing(file, &times("q ", 40 * MEBI)).bytes(),
    },
    Bomb {
        name: "contents-again",
        what: "The content of a page is the same stream 19,000 times.",
        make: |mut file| {
            let (page, content) = (file.page(5), format!("{} 0 R", file.drawing(5)));
            let list = format!("/Contents [{}]", format!("{content} ").repeat(19_000));
            file.replace(page, &format!("/Contents {content}"), list);
            file.bytes()
        },
    },
    Bomb {
        name: "operands",
        what: "A page has an operator with 50 million operands.",
        make: |file| drawing(file, &times("1 ", 50 * MEBI)).bytes(),
    },
    Bomb {
        name: "arrays",
        what: "A page has arrays in arrays, ten million deep.",
        make: |file| drawing(file, &times("[", 10 * MEBI)).bytes(),
    },
    Bomb {
        name: "dictionaries",
        what: "A page has dictionaries in dictionaries, ten million deep.",
        make: |file| drawing(file, &times("<</A", 10 * MEBI)).bytes(),
    },
    Bomb {
        name: "parentheses",
        what: "A page has parentheses in a string, 100 million deep.",
        make: |file| drawing(file, &times("(", 100 * MEBI)).bytes(),
    },
    Bomb {
        name: "string",
        what: "A page shows a string of 100 MiB.",
        make: |file| {
            drawing(
                file,
                &[b"BT /Regular 12 Tf (".to_vec(), times("\0\x14", 50 * MEBI), b") Tj ET".to_vec()].concat(),
            )
            .bytes()
        },
    },
    Bomb {
        name: "names",
        what: "A page has ten million names of properties.",
        make: |file| drawing(file, &times("/P /M BDC EMC\n", 10 * MEBI)).bytes(),
    },
    Bomb {
        name: "marks",
        what: "A page has marks in marks, ten million deep.",
        make: |file| drawing(file, &times("/P BMC ", 10 * MEBI)).bytes(),
    },
    Bomb {
        name: "actual-texts",
        what: "A page has a million marks with a text each.",
        make: |file| {
            drawing(file, &times("/P <</MCID 0 /ActualText (Nothing is wrong)>> BDC EMC\n", MEBI)).bytes()
        },
    },
    Bomb {
        name: "inline-images",
        what: "A page has a million inline images without an end.",
        make: |file| drawing(file, &times("BI /W 1 ID E ", MEBI)).bytes(),
    },
    Bomb {
        name: "fonts-in-page",
        what: "A page sets a font ten million times.",
        make: |file| drawing(file, &times("/Regular 12 Tf\n", 6 * MEBI)).bytes(),
    },
    Bomb {
        name: "fonts-in-form",
        what: "A form sets a font 100,000 times, of which each is read again.",
        make: |file| form(file, b"/Cover Do", &times("/Regular 12 Tf\n", 100_000)),
    },
    Bomb {
        name: "form-twice-each",
        what: "A form draws a form twice, which draws a form twice, 60 deep.",
        make: |file| fan(file, 60, 2),
    },
    Bomb {
        name: "form-a-thousand-each",
        what: "A form draws a form a thousand times, which draws a form a thousand times, ten deep.",
        make: |file| fan(file, 10, 1000),
    },
    Bomb {
        name: "form-a-million-times",
        what: "A page draws a form of a kilobyte a million times.",
        make: |file| form(file, &times("/Cover Do\n", MEBI), &times("/P BMC EMC\n", 100)),
    },
    Bomb {
        name: "form-of-itself",
        what: "A form draws itself.",
        make: |mut file| {
            let id = file.next();
            let body = packed(
                &format!(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</Cover {id} 0 R>> >>"
                ),
                &times("/Cover Do\n", 1000),
            );
            file.objects.insert(id, body);
            resources(&mut file, &format!("/XObject <</Cover {id} 0 R>>"));
            drawing(file, b"/Cover Do").bytes()
        },
    },
    Bomb {
        name: "ranges",
        what: "A font maps every code to a character 200,000 times.",
        make: |file| {
            font(
                file,
                &[
                    b"1 beginbfrange\n".to_vec(),
                    times("<0000> <FFFF> <0041>\n", 200_000),
                    b"endbfrange".to_vec(),
                ]
                .concat(),
                b"<0014> Tj",
            )
        },
    },
    Bomb {
        name: "ranges-of-four-bytes",
        what: "A font maps 4,000 million codes to a character, 1,000 times.",
        make: |file| {
            font(
                file,
                &[
                    b"1 beginbfrange\n".to_vec(),
                    times("<00000000> <FFFFFFFF> <0041>\n", 1000),
                    b"endbfrange".to_vec(),
                ]
                .concat(),
                b"<0014> Tj",
            )
        },
    },
    Bomb {
        name: "ranges-of-long-texts",
        what: "A font maps every code to a text of 16 kB.",
        make: |file| {
            font(
                file,
                &[
                    b"1 beginbfrange\n<0000> <FFFF> <".to_vec(),
                    times("0041", 8192),
                    b">\nendbfrange".to_vec(),
                ]
                .concat(),
                b"<0014> Tj",
            )
        },
    },
    Bomb {
        name: "long-text-shown-often",
        what: "A page shows a code that is mapped to a text of 1 kB five million times.",
        make: |file| {
            font(
                file,
                &[b"1 beginbfchar\n<0000> <".to_vec(), times("0041", 512), b">\nendbfchar".to_vec()].concat(),
                &[b"(".to_vec(), times("\0", 10 * MEBI), b") Tj".to_vec()].concat(),
            )
        },
    },
    Bomb {
        name: "characters",
        what: "A font has a list of four million characters.",
        make: |file| {
            font(
                file,
                &[b"1 beginbfchar\n".to_vec(), times("<0000> <0041>\n", 4 * MEBI), b"endbfchar".to_vec()]
                    .concat(),
                b"<0014> Tj",
            )
        },
    },
    Bomb {
        name: "many-fonts",
        what: "A page sets 3,000 fonts, which have one map of 60,000 characters.",
        make: |mut file| {
            let map = file.add(packed(
                "",
                &[b"1 beginbfrange\n".to_vec(), times("<0000> <EA60> <0041>\n", 1), b"endbfrange".to_vec()]
                    .concat(),
            ));
            let (mut fonts, mut content) = (String::new(), String::new());
            for number in 0..3000 {
                write!(
                    fonts,
                    "/F{number} <</Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode {map} 0 R>> "
                )
                .unwrap();
                writeln!(content, "/F{number} 12 Tf").unwrap();
            }
            resources(&mut file, &format!("/Font <<{fonts}>>"));
            drawing(file, content.as_bytes()).bytes()
        },
    },
    Bomb {
        name: "one-stream-often",
        what: "A page has one stream of 1 MiB 10,000 times.",
        make: |mut file| {
            let id = file.add(packed("", &times("q Q\n", MEBI / 4)));
            let (page, old) = (file.page(5), file.drawing(5));
            let list = times(&format!("{id} 0 R "), 10_000);
            file.replace(
                page,
                &format!("/Contents {old} 0 R"),
                [b"/Contents [".to_vec(), list, b"]".to_vec()].concat(),
            );
            file.bytes()
        },
    },
];

/// A page that draws a form.
fn form(mut file: Plain, page: &[u8], content: &[u8]) -> Vec<u8> {
    let fonts = file.find("/Bold ");
    let form = file.add(packed(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font {fonts} 0 R>>"),
        content,
    ));
    resources(&mut file, &format!("/XObject <</Cover {form} 0 R>>"));
    drawing(file, page).bytes()
}

/// Forms that draw the next form some times each.
fn fan(mut file: Plain, depth: usize, each: usize) -> Vec<u8> {
    for _ in 0..depth {
        let next = file.next() + 1;
        let entries = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</Cover {next} 0 R>> >>"
        );
        file.add(packed(&entries, &times("/Cover Do\n", each)));
    }
    let first = file.next() - u32::try_from(depth).unwrap();
    file.add(packed("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"/P BMC EMC"));
    resources(&mut file, &format!("/XObject <</Cover {first} 0 R>>"));
    drawing(file, b"/Cover Do").bytes()
}

/// A page that shows something in a font whose codes a map gives characters.
fn font(mut file: Plain, map: &[u8], shows: &[u8]) -> Vec<u8> {
    let map = file.add(packed("", map));
    resources(
        &mut file,
        &format!("/Font <</F <</Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode {map} 0 R>> >>"),
    );
    let content = [b"/P <</MCID 0>> BDC BT /F 12 Tf ".as_slice(), shows, b" ET EMC"].concat();
    drawing(file, &content).bytes()
}
