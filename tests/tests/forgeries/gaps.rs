//! Bytes stand before, after or between the objects, or make the file one of another format too.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, REJECTED, UNSHOWN};
use tests::plain_pdf::replaced;

pub const FAMILY: Family = Family {
    name: "gaps",
    what: "bytes stand before, after or between the objects, or the file is of another format too",
    make,
};

/// What is hidden.
const PAYLOAD: &str = "payload payload payload payload payload payload payload payload payload payload";

fn make(bases: &Bases, out: &mut Forgeries) {
    around(&bases.statement, out);
    between(&bases.statement, out);
}

/// A ZIP archive of one file, by hand.
fn archive(before: usize) -> Vec<u8> {
    let offset = u32::try_from(before).unwrap().to_le_bytes();
    let local = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0x";
    let central: &[&[u8]] = &[
        b"PK\x01\x02\x0a\0\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0",
        &offset,
        b"x",
    ];
    let central = central.concat();
    let at = u32::try_from(before + local.len()).unwrap().to_le_bytes();
    let size = u32::try_from(central.len()).unwrap().to_le_bytes();
    [local.as_slice(), &central, b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &size, &at, b"\0\0"].concat()
}

fn around(base: &Base, out: &mut Forgeries) {
    let issued = &base.issued;
    out.bytes(
        base,
        ("html-before", "The file is a web page too."),
        REJECTED,
        [b"<html><script>alert(1)</script><!--\n", issued.as_slice()].concat(),
    );
    out.bytes(
        base,
        ("zip-before", "An archive stands before the file."),
        REJECTED,
        [archive(0), issued.clone()].concat(),
    );
    out.bytes(
        base,
        ("shell-before", "The file is a shell script too."),
        REJECTED,
        [b"#!/bin/sh\nexit\n", issued.as_slice()].concat(),
    );
    out.bytes(
        base,
        ("line-before", "An empty line stands before the file."),
        REJECTED,
        [b"\n", issued.as_slice()].concat(),
    );
    out.bytes(
        base,
        ("byte-order-mark", "A byte order mark stands before the file."),
        REJECTED,
        [b"\xEF\xBB\xBF", issued.as_slice()].concat(),
    );
    out.bytes(
        base,
        ("zip-after", "The file is an archive too."),
        REJECTED,
        [issued.clone(), archive(issued.len())].concat(),
    );
    out.bytes(
        base,
        ("file-after", "A second file follows."),
        REJECTED,
        [issued.clone(), issued.clone()].concat(),
    );
    out.bytes(
        base,
        ("file-before", "A return stands before the statement."),
        REJECTED,
        [b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n", issued.as_slice()]
            .concat(),
    );
    out.bytes(
        base,
        ("line-after", "A comment follows the end."),
        REJECTED,
        [issued.as_slice(), b"% payload\n"].concat(),
    );
    out.bytes(
        base,
        ("line-ends-after", "A thousand empty lines follow the end."),
        UNSHOWN,
        [issued.clone(), vec![b'\n'; 1000]].concat(),
    );
    out.bytes(
        base,
        ("second-end", "A second mark of the end follows."),
        REJECTED,
        [issued.as_slice(), b"%%EOF\n"].concat(),
    );
    out.bytes(
        base,
        ("nulls-after", "Null bytes follow the end."),
        REJECTED,
        [issued.clone(), vec![0; 600]].concat(),
    );
    let before = format!("{PAYLOAD}\nstartxref");
    out.bytes(
        base,
        ("before-startxref", "Words stand between the cross-reference stream and its offset."),
        REJECTED,
        replaced(issued, b"startxref", before.as_bytes()),
    );
    let after = format!("%{PAYLOAD}\n%%EOF");
    out.bytes(
        base,
        ("before-the-end", "A comment stands between the offset and the end."),
        REJECTED,
        replaced(issued, b"%%EOF", after.as_bytes()),
    );
    out.bytes(
        base,
        ("header-version", "The file says that it is of version 1.4."),
        UNSHOWN,
        replaced(issued, b"%PDF-1.7", b"%PDF-1.4"),
    );
    out.bytes(
        base,
        ("header-comment", "The mark of a binary file is another."),
        UNSHOWN,
        replaced(issued, b"%\xE2\xE3\xCF\xD3", b"%\xE2\xE3\xCF\xFF"),
    );
}

fn between(base: &Base, out: &mut Forgeries) {
    let plain = base.plain();
    type Between = fn(u32, &mut Vec<u8>);
    let rows: [(_, _, Between); 10] = [
        ("comments", "A comment stands before each object.", |_, out| {
            out.extend(format!("% {PAYLOAD}\n").bytes());
        }),
        ("one-comment", "One comment stands between two objects.", |id, out| {
            if id == 30 {
                out.extend_from_slice(b"% a secret\n");
            }
        }),
        ("known-comments", "A hundred comments that qpdf writes once stand before an object.", |id, out| {
            if id == 30 {
                out.extend((0..100).flat_map(|number| format!("%% Page {}\n", number * 7919).into_bytes()));
            }
        }),
        ("words-between", "Words that are no object stand between objects.", |id, out| {
            if id == 30 {
                out.extend(format!("{PAYLOAD}\n").bytes());
            }
        }),
        (
            "object-out-of-table",
            "An object that the table does not have stands between others.",
            |id, out| {
                if id == 30 {
                    out.extend(format!("5000 0 obj\n({PAYLOAD})\nendobj\n").bytes());
                }
            },
        ),
        ("white-space", "Spaces and tabs between objects spell something.", |id, out| {
            let bits = (0..64).map(|bit| if id >> (bit % 8) & 1 == 1 { b' ' } else { b'\t' });
            out.extend(bits);
            out.push(b'\n');
        }),
        ("second-trailer", "A trailer that nothing refers to stands between objects.", |id, out| {
            if id == 30 {
                out.extend_from_slice(b"trailer\n<</Root 1 0 R>>\n");
            }
        }),
        ("second-startxref", "An offset and a mark of the end stand between objects.", |id, out| {
            if id == 30 {
                out.extend_from_slice(b"startxref\n0\n%%EOF\n");
            }
        }),
        ("free-object", "An object whose number is free in the table stands between others.", |id, out| {
            if id == 33 {
                out.extend(format!("32 0 obj\n({PAYLOAD})\nendobj\n").bytes());
            }
        }),
        ("spaces", "A megabyte of spaces stands between two objects.", |id, out| {
            if id == 30 {
                out.extend(vec![b' '; 1024 * 1024]);
            }
        }),
    ];
    for (name, what, between) in rows {
        let expected = if name.contains("space") { UNSHOWN } else { REJECTED };
        out.bytes(base, (name, what), expected, plain.laid_out(between));
    }
    let (file, drawing) = (plain.bytes(), plain.drawing(5));
    let head = [format!("\n{drawing} 0 obj\n"), format!("\n{drawing} 0obj\n\n")];
    out.bytes(
        base,
        ("head-joined", "The generation of a page's content and the mark of an object are one word."),
        REJECTED,
        replaced(&file, head[0].as_bytes(), head[1].as_bytes()),
    );
    out.bytes(
        base,
        ("startxref-with-null", "A null byte joins the last offset and the word before it."),
        REJECTED,
        replaced(&file, b"startxref\n", b"startxref\0"),
    );
    out.bytes(
        base,
        ("xref-joined", "The table begins with its first number, joined to the word before it."),
        REJECTED,
        replaced(&file, b"\nxref\n0", b"\nxref0"),
    );
    let mut file = base.plain();
    let page = file.page(5);
    let body = file.objects[&page].clone();
    file.objects.insert(page, [body.as_slice(), b"\n% a comment in an object"].concat());
    out.bytes(base, ("comment-in-object", "A comment stands inside an object."), REJECTED, file.bytes());
    let mut file = base.plain();
    let body = file.objects[&page].clone();
    file.objects.insert(page, [body.as_slice(), b"\n(a second value)"].concat());
    out.bytes(base, ("two-values", "An object has two values."), REJECTED, file.bytes());
}
