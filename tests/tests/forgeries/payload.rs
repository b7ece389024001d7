//! Bytes that no reader shows are hidden in objects, streams and cross-reference streams.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED, UNSHOWN};
use crate::packed::Packing;
use crate::xmp;
use tests::plain_pdf::{Plain, position};

pub const FAMILY: Family =
    Family { name: "payload", what: "objects and streams carry bytes that no reader shows", make };

/// What is hidden.
const PAYLOAD: &str = "payload payload payload payload payload payload payload payload payload payload";

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    objects(base, out);
    entries(base, out);
    streams(base, out);
    xmp::make(base, out);
    packed(base, out);
    numbers(base, out);
}

fn objects(base: &Base, out: &mut Forgeries) {
    out.written(base, ("unused-object", "An object that nothing refers to is added."), NOT_SOUND, |file| {
        file.add(format!("({PAYLOAD})"));
    });
    out.written(base, ("unused-stream", "A stream that nothing refers to is added."), NOT_SOUND, |file| {
        file.add_stream("", PAYLOAD.as_bytes());
    });
    out.written(base, ("unused-page", "A page that nothing refers to is added."), NOT_SOUND, |file| {
        let (root, content) = (file.find("/Type /Pages"), file.drawing(5));
        file.add(format!(
            "<</Type /Page /Parent {root} 0 R /MediaBox [0 0 595 841] /Contents {content} 0 R>>"
        ));
    });
    out.written(
        base,
        ("circle", "Two objects that refer to each other only are added."),
        NOT_SOUND,
        |file| {
            let next = file.next();
            file.add(format!("[{} 0 R]", next + 1));
            file.add(format!("[{next} 0 R]"));
        },
    );
    out.written(
        base,
        ("unused-object-stream", "An object stream of which no object is used is added."),
        NOT_SOUND,
        |file| {
            file.add_stream("/Type /ObjStm /N 1 /First 7", b"9999 0 (payload)");
        },
    );
    out.written(
        base,
        ("unused-xref-stream", "A cross-reference stream that nothing refers to is added."),
        NOT_SOUND,
        |file| {
            file.add_stream("/Type /XRef /Size 1 /W [1 4 2]", &[0; 7]);
        },
    );
    out.written(
        base,
        ("linearised", "The file says that it is linearised, which it is not, and has false hints."),
        REJECTED,
        |file| {
            file.add_stream("/S 36", PAYLOAD.as_bytes());
            file.add("<</Linearized 1 /L 100 /H [10 90] /O 14 /E 200 /N 18 /T 300>>");
        },
    );
}

fn entries(base: &Base, out: &mut Forgeries) {
    type Find = fn(&Plain) -> u32;
    let places: [(_, _, Find); 13] = [
        ("in-pages", "The root of the pages has a key of its own.", |file| file.find("/Type /Pages")),
        ("in-page", "A page has a key of its own.", |file| file.page(5)),
        ("in-catalog", "The catalog has a key of its own.", |file| file.find("/Type /Catalog")),
        ("in-information", "The information dictionary has a key of its own.", |file| {
            file.find("/Producer (")
        }),
        ("in-content", "A content stream has a key of its own.", |file| file.drawing(5)),
        ("in-font", "A font descriptor has a key of its own.", |file| file.find("/Type /FontDescriptor")),
        ("in-program", "A font program has a key of its own.", |file| file.find("/Length1")),
        ("in-element", "An element has a key of its own.", |file| file.find("/S /H1 ")),
        ("in-root-of-elements", "The root of the elements has a key of its own.", |file| {
            file.find("/Type /StructTreeRoot")
        }),
        ("in-link", "A link has a key of its own.", |file| file.find("/Subtype /Link")),
        ("in-bookmark", "A bookmark has a key of its own.", |file| file.find("/Title (Contents)")),
        ("in-metadata", "The XMP metadata have a key of their own.", |file| file.find("/Type /Metadata")),
        ("in-attached-file", "An attached file has a key of its own.", |file| {
            file.find("/Type /EmbeddedFile")
        }),
    ];
    for (name, what, find) in places {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.extend(find(file), &format!("/Note ({PAYLOAD})"));
        });
    }
    let entries = [
        (
            "private-data",
            "A page has the private data of a program.",
            "/PieceInfo <</X <</LastModified (D:2022) /Private (payload)>> >>",
        ),
        ("page-metadata", "A page has the key of metadata.", "/Metadata 99999 0 R"),
        ("key-with-value-null", "A key of a page, whose value is null, spells something.", "/a-secret null"),
        ("key-in-escapes", "A key of a page is an archive in escapes.", "/#50#4B#03#04 0"),
        ("key-not-utf-8", "A key of a page is not UTF-8.", "/#FF#FE (payload)"),
        (
            "long-key",
            "A key of a page has a thousand letters.",
            concat!(
                "/",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 1"
            ),
        ),
        ("identifier-of-page", "A page has an identifier.", "/ID (payload)"),
        ("last-modified", "A page has a day.", "/LastModified (D:20221201)"),
        ("beads", "A page has articles.", "/B [<</Type /Bead>>]"),
    ];
    for (name, what, entry) in entries {
        out.written(base, (name, what), NOT_SOUND, |file| file.extend(file.page(5), entry));
    }
    repeated(base, out);
    trailers(base, out);
}

fn repeated(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("raw-key-not-utf-8", "A key of the catalog is four bytes that are not UTF-8."),
        REJECTED,
        |file| {
            let catalog = file.find("/Type /Catalog");
            file.replace(catalog, "<</Type /Catalog", b"<</\xFF\xFE\xFD\xFC (payload) /Type /Catalog");
        },
    );
    out.written(
        base,
        ("key-twice", "The media box of a page is there twice, the first cropped."),
        REJECTED,
        |file| {
            file.replace(file.page(5), "/MediaBox ", "/MediaBox [0 0 99 99] /MediaBox ");
        },
    );
    out.written(
        base,
        ("key-twice-cropped-last", "The media box of a page is there twice, the second cropped."),
        REJECTED,
        |file| {
            file.extend(file.page(5), "/MediaBox [0 0 99 99]");
        },
    );
    out.written(
        base,
        ("key-twice-escaped", "The content of a page is there twice, once with an escape in the key."),
        REJECTED,
        |file| {
            let other = file.drawing(6);
            file.extend(file.page(5), &format!("/Content#73 {other} 0 R"));
        },
    );
}

fn trailers(base: &Base, out: &mut Forgeries) {
    out.written(base, ("trailer-key", "The trailer has a key of its own."), NOT_SOUND, |file| {
        file.trailer += &format!(" /Note ({PAYLOAD})");
    });
    out.written(base, ("trailer-root-twice", "The trailer names two catalogs."), REJECTED, |file| {
        let catalog = file.find("/Type /Catalog");
        let copy = file.add(file.objects[&catalog].clone());
        file.replace(copy, "/Lang (en-GB)", "/Lang (fr)");
        file.trailer += &format!(" /Root {copy} 0 R");
    });
    out.written(
        base,
        ("identifier-huge", "The identifier of the file has a thousand bytes."),
        NOT_SOUND,
        |file| {
            let (before, _) = file.trailer.split_once("/ID").unwrap();
            file.trailer = format!("{before}/ID [<{}> <{}>]", "41".repeat(1000), "42".repeat(1000));
        },
    );
    out.written(
        base,
        ("identifier-of-three", "The identifier of the file has a third part."),
        NOT_SOUND,
        |file| {
            file.trailer = file.trailer.replace(" ]", " (payload)]");
        },
    );
}

fn streams(base: &Base, out: &mut Forgeries) {
    out.written(base, ("comment-in-content", "A comment stands in a content stream."), NOT_SOUND, |file| {
        file.draw(5, "% a secret");
    });
    out.written(
        base,
        ("after-endstream", "Words stand between `endstream` and `endobj`."),
        REJECTED,
        |file| {
            let drawing = file.drawing(5);
            let body = [file.objects[&drawing].as_slice(), b"\n(payload)"].concat();
            file.objects.insert(drawing, body);
        },
    );
    out.written(
        base,
        ("before-endstream", "Words stand between the length of a stream and `endstream`."),
        REJECTED,
        |file| {
            let drawing = file.drawing(5);
            let mut body = file.objects[&drawing].clone();
            let end = body.len() - b"\nendstream".len();
            body.splice(end..end, *b"\npayload");
            file.objects.insert(drawing, body);
        },
    );
    out.written(base, ("colour-profile", "Bytes follow the colour profile."), NOT_SOUND, |file| {
        let id = file.find("/N 3");
        let content = [file.content(id), PAYLOAD.as_bytes()].concat();
        file.set_content(id, &content);
    });
    out.written(
        base,
        ("map-of-font", "A comment stands in the map from codes to characters."),
        NOT_SOUND,
        |file| {
            let id = file.find("begincmap");
            file.rewrite(id, "endcmap", format!("endcmap % {PAYLOAD}\n"));
        },
    );
    out.written(
        base,
        ("stream-for-a-dictionary", "The resources of a page are a stream with a payload."),
        REJECTED,
        |file| {
            let resources = file.reference(file.page(5), "Resources");
            let body = String::from_utf8(file.objects[&resources].clone()).unwrap();
            let entries = body.strip_prefix("<<").unwrap().strip_suffix(">>").unwrap();
            file.objects.insert(resources, tests::plain_pdf::stream(entries, PAYLOAD.as_bytes()));
        },
    );
}

fn packed(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let packing = Packing::default;
    let payload = PAYLOAD.as_bytes();
    let rows = [
        (
            "in-gaps",
            "Words stand between the objects of an object stream.",
            Packing { before_each: b"payload ", ..packing() },
        ),
        (
            "comments-in-gaps",
            "Comments stand between the objects of an object stream.",
            Packing { before_each: b"% payload\n", ..packing() },
        ),
        (
            "after-last-object",
            "Words follow the last object of an object stream.",
            Packing { after_last: payload, ..packing() },
        ),
        (
            "after-index",
            "Words follow the index of an object stream.",
            Packing { after_index: payload, ..packing() },
        ),
        (
            "unused-in-object-stream",
            "An object stream has an object without a number.",
            Packing { unused: b"(payload)", ..packing() },
        ),
        (
            "entry-of-object-stream",
            "An object stream has a key of its own.",
            Packing { entries: "/Note (payload)", ..packing() },
        ),
        (
            "extends",
            "An object stream extends another that is not there.",
            Packing { entries: "/Extends 99999 0 R", ..packing() },
        ),
        (
            "entry-of-xref-stream",
            "The cross-reference stream has a key of its own.",
            Packing { xref_entries: "/Note (payload)", ..packing() },
        ),
        (
            "after-xref-stream",
            "Bytes follow the last entry of the cross-reference stream.",
            Packing { after_xref: payload, ..packing() },
        ),
        (
            "in-xref-stream",
            "Bytes are hidden in the entries of free numbers.",
            Packing { wide: 6, ..packing() },
        ),
        (
            "odd-type",
            "The cross-reference stream has an entry of a type that there is not.",
            Packing { odd_type: 9, ..packing() },
        ),
    ];
    for (name, what, packing) in rows {
        out.bytes(base, (name, what), REJECTED, packing.bytes(&file));
    }
}

fn numbers(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let plain = file.bytes();
    let free = b"0000000000 65535 f ";
    let second = position(&plain[position(&plain, free).unwrap() + 20..], free).unwrap()
        + position(&plain, free).unwrap()
        + 20;
    let mut changed = plain.clone();
    changed[second..second + 10].copy_from_slice(b"0123456789");
    out.bytes(base, ("free-entry", "The entry of a free number has a number in it."), UNSHOWN, changed);
    let mut changed = plain.clone();
    let entry = position(&plain, b" 00000 n \n").unwrap();
    changed[entry + 8] = b'\t';
    out.bytes(
        base,
        ("table-white-space", "An entry of the table ends in another white space."),
        UNSHOWN,
        changed,
    );
    out.written(
        base,
        ("reserved-entry-of-size", "The size of the file is larger than its objects."),
        REJECTED,
        |file| {
            file.trailer += " /Size 9999";
        },
    );
}
