//! An electronic seal is added, with a revision that does more than seal, or a seal that does not hold.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use crate::place;
use crate::producer::OURS;
use crate::seal_updates;
use crate::sealed::{Seal, add_annotation, container};
use crate::update::Update;
use tests::plain_pdf::{Plain, replaced, stream};

pub const FAMILY: Family =
    Family { name: "seals", what: "a seal covers words, changes more than it may, or does not hold", make };

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    widgets(base, out);
    also(base, out);
    ranges(base, out);
    contents(base, out);
    around(base, out);
    seal_updates::make(base, out);
    let seal = Seal { page: 8, rectangle: "60 300 540 420", appearance: WHITE, ..Seal::PLAIN };
    let bytes = seal.on(&bases.leicestershire, &bases.leicestershire.issued);
    out.bytes(
        &bases.leicestershire,
        ("leicestershire-covered", "A seal covers a paragraph of Leicestershire."),
        NOT_SOUND,
        bytes,
    );
}

const WHITE: &str = "1 1 1 rg 0 0 480 160 re f";

fn widgets(base: &Base, out: &mut Forgeries) {
    let over = || Seal { page: 6, rectangle: "60 500 540 660", ..Seal::PLAIN };
    let rows = [
        ("covers-words", "The white box of a seal covers a paragraph.", Seal { appearance: WHITE, ..over() }),
        (
            "stamps-words",
            "A seal writes over a paragraph.",
            Seal { appearance: "q 9 w 0 0 m 480 160 l S Q", ..over() },
        ),
        (
            "covers-without-drawing",
            "The widget of a seal has a background over a paragraph.",
            Seal { widget: "/MK <</BG [1 1 1]>>", ..over() },
        ),
        (
            "covers-all",
            "The widget of a seal is larger than the page.",
            Seal { rectangle: "-100 -100 900 900", appearance: WHITE, ..over() },
        ),
        (
            "covers-backwards",
            "The corners of a seal over a paragraph are exchanged.",
            Seal { rectangle: "540 660 60 500", appearance: WHITE, ..over() },
        ),
        (
            "widget-with-action",
            "The widget of a seal opens a web site.",
            Seal { widget: "/A <</S /URI /URI (https://example.net/)>>", ..Seal::PLAIN },
        ),
        (
            "widget-with-script",
            "The widget of a seal runs a script.",
            Seal { widget: "/AA <</E <</S /JavaScript /JS (x)>> >>", ..Seal::PLAIN },
        ),
        (
            "widget-of-text",
            "The field of a seal is a text field too.",
            Seal { widget: "/Kids [<</FT /Tx /T (a) /V (Withdrawn.)>>]", ..Seal::PLAIN },
        ),
        (
            "form-with-xfa",
            "The form of a seal has another description of it.",
            Seal { form: "/XFA (<xdp/>)", ..Seal::PLAIN },
        ),
        (
            "form-with-field",
            "The form of a seal has another field.",
            Seal { form: "/CO [<</FT /Tx /T (a) /V (x)>>]", ..Seal::PLAIN },
        ),
        (
            "form-to-be-drawn",
            "Viewers are asked to draw the form anew.",
            Seal { form: "/NeedAppearances true", ..Seal::PLAIN },
        ),
    ];
    for (name, what, seal) in rows {
        out.bytes(base, (name, what), NOT_SOUND, seal.on(base, &base.issued));
    }
}

fn also(base: &Base, out: &mut Forgeries) {
    type Also = fn(&mut Plain);
    let rows: [(_, _, Also); 13] = [
        ("also-content", "The revision of a seal covers a paragraph in the content of a page.", |file| {
            file.draw(5, "1 1 1 rg 60 500 480 160 re f");
        }),
        ("also-letter", "The revision of a seal changes a letter.", |file| {
            let drawing = file.drawing(5);
            let letters = place::letters(file, 5);
            file.rewrite(drawing, letters, place::another_letter(letters));
        }),
        ("also-title", "The revision of a seal changes the title.", |file| {
            file.replace(file.find("/Producer ("), "/Title (Annual", "/Title (No Annual");
        }),
        ("also-producer", "The revision of a seal says that another version made the file.", |file| {
            file.replace(file.find("/Producer ("), OURS, "/Producer (render-pdf 99.0.0)");
        }),
        ("also-font", "The revision of a seal replaces a font.", |file| {
            let font = file.reference(file.find("/Bold "), "Regular");
            file.objects.insert(font, b"<</Type /Font /Subtype /Type1 /BaseFont /Courier>>".to_vec());
        }),
        ("also-note", "The revision of a seal adds a note.", |file| {
            let note = file.add("<</Type /Annot /Subtype /FreeText /Rect [60 500 540 660] /DA (/Helv 12 Tf) /C [1 1 1] /Contents (Withdrawn.)>>");
            let page = file.page(1);
            add_annotation(file, page, note);
        }),
        ("also-script", "The revision of a seal adds a script.", |file| {
            file.extend(file.find("/Type /Catalog"), "/OpenAction <</S /JavaScript /JS (x)>>");
        }),
        ("also-page", "The revision of a seal adds a page.", |file| {
            let root = file.find("/Type /Pages");
            let page = file.add(format!("<</Type /Page /Parent {root} 0 R /MediaBox [0 0 595 841]>>"));
            file.replace(root, " ] >>", format!(" {page} 0 R ] >>"));
            file.set_count(file.count() + 1);
        }),
        ("also-turns-its-page", "The revision of a seal turns the page of its widget.", |file| {
            file.extend(file.page(1), "/Rotate 180");
        }),
        (
            "also-content-of-its-page",
            "The revision of a seal gives the page of its widget other content.",
            |file| {
                let (page, from, to) = (file.page(1), file.drawing(1), file.drawing(2));
                file.replace(page, &format!("/Contents {from} 0 R"), format!("/Contents {to} 0 R"));
            },
        ),
        ("also-data", "The revision of a seal changes the data.", |file| {
            file.rewrite(file.find("/Type /EmbeddedFile"), "Example Borough", "Another Borough");
        }),
        ("also-language", "The revision of a seal changes the language.", |file| {
            file.replace(file.find("/Type /Catalog"), "/Lang (en-GB)", "/Lang (fr)");
        }),
        ("also-unused-object", "The revision of a seal has an object that nothing refers to.", |file| {
            file.add("(payload payload payload)");
        }),
    ];
    for (name, what, also) in rows {
        out.bytes(base, (name, what), NOT_SOUND, Seal { also, ..Seal::PLAIN }.on(base, &base.issued));
    }
}

fn ranges(base: &Base, out: &mut Forgeries) {
    type Range = fn([usize; 3]) -> [usize; 4];
    let rows: [(_, _, Range); 7] = [
        ("range-of-half", "A seal covers the first half of the file.", |[start, end, _]| {
            [0, start / 2, end, 0]
        }),
        ("range-without-end", "A seal does not cover the end of its revision.", |[start, end, length]| {
            [0, start, end, length - end - 40]
        }),
        ("range-without-begin", "A seal does not cover the begin of the file.", |[start, end, length]| {
            [20, start - 20, end, length - end]
        }),
        ("gap-larger", "The gap of a seal begins before its container.", |[start, end, length]| {
            [0, start - 70, end, length - end]
        }),
        ("gap-into-the-end", "The gap of a seal goes on after its container.", |[start, end, length]| {
            [0, start, end + 40, length - end - 40]
        }),
        ("range-beyond", "A seal covers more than there is.", |[start, end, length]| {
            [0, start, end, length - end + 999]
        }),
        ("range-overlaps", "The two parts that a seal covers overlap.", |[start, _, length]| {
            [0, start, 9, length - 9]
        }),
    ];
    for (name, what, range) in rows {
        out.bytes(base, (name, what), REJECTED, Seal { range, ..Seal::PLAIN }.on(base, &base.issued));
    }
    let sealed = Seal::PLAIN.on(base, &base.issued);
    let negative = replaced(&sealed, b"/ByteRange [0000000000", b"/ByteRange [-000000001");
    out.bytes(base, ("range-negative", "A seal begins before the file."), REJECTED, negative);
    let none = replaced(&sealed, b"/ByteRange", b"/BytePrice");
    out.bytes(base, ("no-range", "A seal does not say what it covers."), REJECTED, none);
}

fn contents(base: &Base, out: &mut Forgeries) {
    type Contents = fn(&[u8]) -> Vec<u8>;
    let rows: [(_, _, Contents); 6] = [
        ("digest", "The digest of a seal does not hold.", |digest| {
            let mut other = digest.to_vec();
            other[0] ^= 1;
            container(&other)
        }),
        ("digest-cut", "The digest of a seal has half its bytes.", |digest| container(&digest[..16])),
        ("container-of-zeros", "The container of a seal is a row of zeros.", |_| Vec::new()),
        ("container-of-words", "The container of a seal is no container.", |_| b"payload ".repeat(60)),
        ("container-cut", "The container of a seal ends in the middle.", |digest| {
            container(digest)[..100].to_vec()
        }),
        (
            "after-the-container",
            "Bytes follow the container of a seal, in the gap that no seal covers.",
            |digest| [container(digest), b"payload ".repeat(60)].concat(),
        ),
    ];
    for (name, what, contents) in rows {
        out.bytes(base, (name, what), REJECTED, Seal { contents, ..Seal::PLAIN }.on(base, &base.issued));
    }
    let unknown = Seal { signature: "/SubFilter /no.such.format", ..Seal::PLAIN };
    out.bytes(base, ("format-twice", "A seal names two formats."), REJECTED, unknown.on(base, &base.issued));
    let sealed = Seal::PLAIN.on(base, &base.issued);
    let unknown = replaced(&sealed, b"/ETSI.CAdES.detached", b"/ETSI.CAdES.unknown_");
    out.bytes(base, ("format", "A seal is of a format that there is not."), REJECTED, unknown);
}

fn around(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let sealed = Seal::PLAIN.on(base, &base.issued);
    let drawing = file.drawing(5);
    let covered = [file.content(drawing), b"\n1 1 1 rg 60 500 480 160 re f"].concat();
    let update = |objects| Update { file: &sealed, trailer: file.trailer.clone(), objects }.with_stream();
    out.bytes(
        base,
        ("update-after", "An update after a seal covers a paragraph."),
        NOT_SOUND,
        update(vec![(drawing, stream("", &covered))]),
    );
    out.bytes(base, ("update-without-seal", "An update after a seal takes it away."), NOT_SOUND, {
        let catalog = file.find("/Type /Catalog");
        update(vec![(catalog, file.objects[&catalog].clone())])
    });
    out.bytes(
        base,
        ("comment-after", "A comment follows a seal."),
        REJECTED,
        [sealed.as_slice(), b"% payload\n"].concat(),
    );
    let mut forged = base.plain();
    forged.draw(5, "1 1 1 rg 60 500 480 160 re f");
    let objects = vec![(drawing, forged.objects[&drawing].clone())];
    let forged = Update { file: &base.issued, trailer: file.trailer.clone(), objects }.with_stream();
    out.bytes(
        base,
        ("sealed-after-an-update", "A file is covered by an update, and then sealed."),
        NOT_SOUND,
        Seal::PLAIN.on(base, &forged),
    );
    let at = tests::plain_pdf::position(&sealed, b"0000").unwrap();
    let mut changed = sealed.clone();
    changed[at.min(2000)] ^= 1;
    out.bytes(base, ("changed-under-the-seal", "A byte of the sealed file is another."), REJECTED, changed);
    out.bytes(base, ("perms", "A seal certifies the file, and permits comments and fields."), NOT_SOUND, {
        let also = |file: &mut Plain| {
            file.extend(file.find("/Type /Catalog"), "/Perms <</DocMDP 99999 0 R>>");
        };
        Seal { also, ..Seal::PLAIN }.on(base, &base.issued)
    });
}
