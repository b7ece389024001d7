//! The file says that another version or program made it, to escape the comparison.

use crate::base::Base;
use crate::fonts;
use crate::forgery::{AT_MOST_WORDS, Bases, Family, Forgeries, NOT_SOUND, WORDS_AGREE};
use crate::place;
use tests::plain_pdf::Plain;

pub const FAMILY: Family = Family {
    name: "producer",
    what: "the file says that another version or program made it, and something differs",
    make,
};

/// The producer as it is written in the two places.
pub const OURS: &str = concat!("/Producer (render-pdf ", env!("CARGO_PKG_VERSION"), ")");
const OURS_IN_XMP: &str = concat!("<pdf:Producer>render-pdf ", env!("CARGO_PKG_VERSION"), "</pdf:Producer>");

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    names(base, out);
    changes(base, out);
    out.written(
        &bases.leicestershire,
        ("leicestershire-box", "Another version of ours, and a paragraph of Leicestershire is covered."),
        AT_MOST_WORDS,
        |file| {
            produced_by(file, "render-pdf 99.0.0");
            file.draw(8, "/Artifact BMC 1 1 1 rg 60 300 480 120 re f EMC");
        },
    );
    out.written(
        &bases.agar,
        ("return-answer", "Another version of ours, and an answer of a return is another."),
        NOT_SOUND,
        |file| {
            produced_by(file, "render-pdf 99.0.0");
            let id = file.find("/S /L ");
            file.extend(id, "/ActualText (No)");
        },
    );
}

/// Sets the producer in both places.
fn produced_by(file: &mut Plain, producer: &str) {
    file.replace(file.find("/Producer ("), OURS, format!("/Producer ({producer})"));
    let metadata = file.find("/Type /Metadata");
    let element = format!("<pdf:Producer>{producer}</pdf:Producer>");
    file.rewrite(metadata, OURS_IN_XMP, element);
}

fn names(base: &Base, out: &mut Forgeries) {
    let rows = [
        ("later-version", "A later version of ours.", "render-pdf 99.0.0", WORDS_AGREE),
        ("earlier-version", "An earlier version of ours.", "render-pdf 0.0.1", WORDS_AGREE),
        ("foreign", "Another program.", "Acrobat Distiller 9.0.0 (Windows)", AT_MOST_WORDS),
        ("empty", "No name.", "", AT_MOST_WORDS),
        ("look-alike", "A name that begins as ours.", "render-pdf 99.0.0 and others", AT_MOST_WORDS),
    ];
    for (name, what, producer, expected) in rows {
        out.written(base, (name, what), expected, |file| produced_by(file, producer));
    }
    out.written(base, ("removed", "There is no producer."), AT_MOST_WORDS, |file| {
        file.replace(file.find("/Producer ("), OURS, "");
        let metadata = file.find("/Type /Metadata");
        file.rewrite(metadata, OURS_IN_XMP, "");
    });
    out.written(base, ("no-information", "There is no information dictionary."), AT_MOST_WORDS, |file| {
        let id = file.find("/Producer (");
        file.objects.remove(&id);
        file.trailer = file.trailer.replace(&format!("/Info {id} 0 R"), "");
    });
    out.written(
        base,
        ("information-only", "The information dictionary names a later version, the XMP metadata ours."),
        AT_MOST_WORDS,
        |file| {
            file.replace(file.find("/Producer ("), OURS, "/Producer (render-pdf 99.0.0)");
        },
    );
    out.written(
        base,
        ("xmp-only", "The XMP metadata name a later version, the information dictionary ours."),
        NOT_SOUND,
        |file| {
            let metadata = file.find("/Type /Metadata");
            file.rewrite(metadata, OURS_IN_XMP, "<pdf:Producer>render-pdf 99.0.0</pdf:Producer>");
        },
    );
}

fn changes(base: &Base, out: &mut Forgeries) {
    type Change = fn(&mut Plain);
    let drawn: [(_, _, Change); 4] = [
        ("white-box", "Another version, and a white box covers a paragraph.", |file| {
            file.draw(5, "/Artifact BMC 1 1 1 rg 60 500 480 160 re f EMC");
        }),
        (
            "outlines-exchanged",
            "Another version, and the outlines of two digits change places.",
            fonts::exchange_digits,
        ),
        ("clip", "Another version, and a page is clipped away.", |file| file.draw_first(5, "0 0 1 1 re W n")),
        ("artifact-stamp", "Another version, and an artifact says more.", |file| {
            file.draw(5, "/Artifact BMC BT /Regular 30 Tf 1 0 0 1 70 200 Tm <0014003400340044> Tj ET EMC");
        }),
    ];
    let worded: [(_, _, Change); 14] = [
        ("words-added", "Another version, and words that are in no element are drawn.", |file| {
            file.draw(5, "BT /Regular 30 Tf 1 0 0 1 70 200 Tm <0014003400340044> Tj ET");
        }),
        ("letter", "Another version, and a letter is another.", |file| {
            let drawing = file.drawing(5);
            let letters = place::letters(file, 5);
            file.rewrite(drawing, letters, place::another_letter(letters));
        }),
        ("title-page", "Another version, and the title page has another title.", |file| {
            let drawing = file.drawing(1);
            let letters = place::letters(file, 1);
            file.rewrite(drawing, letters, place::another_letter(letters));
        }),
        ("page-removed", "Another version, and a page is left out.", |file| {
            let (page, root) = (file.page(5), file.find("/Type /Pages"));
            file.replace(root, &format!("{page} 0 R"), "");
            file.set_count(file.count() - 1);
        }),
        ("script", "Another version, and a script runs when the file is opened.", |file| {
            file.extend(
                file.find("/Type /Catalog"),
                "/OpenAction <</S /JavaScript /JS (app.alert\\('x'\\))>>",
            );
        }),
        ("page-with-script", "Another version, and a page with a script is added.", |file| {
            let root = file.find("/Type /Pages");
            let page = file.add(format!("<</Type /Page /Parent {root} 0 R /MediaBox [0 0 595 841] /AA <</O <</S /JavaScript /JS (app.alert\\('x'\\))>> >> >>"));
            file.replace(root, " ] >>", format!(" {page} 0 R ] >>"));
            file.set_count(file.count() + 1);
        }),
        ("page-of-words", "Another version, and a page of words outside the structure is added.", |file| {
            let (root, fonts) = (file.find("/Type /Pages"), file.find("/Bold "));
            let content = file.add_stream("", b"BT /Regular 30 Tf 70 700 Td <0014003400340044> Tj ET");
            let page = file.add(format!("<</Type /Page /Parent {root} 0 R /MediaBox [0 0 595 841] /Contents {content} 0 R /Resources <</Font {fonts} 0 R>> >>"));
            file.replace(root, " ] >>", format!(" {page} 0 R ] >>"));
            file.set_count(file.count() + 1);
        }),
        ("actual-text", "Another version, and assistive technology reads other words.", |file| {
            file.extend(file.find("/S /H1 "), "/ActualText (Nothing is wrong)");
        }),
        ("to-unicode", "Another version, and the words that are read are others.", |file| {
            let font = file.reference(file.find("/Bold "), "Bold");
            let id = file.reference(font, "ToUnicode");
            file.rewrite(id, "<0001> <00", "<0001> <01");
        }),
        ("free-text", "Another version, and a comment covers a paragraph.", |file| {
            let note = file.add("<</Type /Annot /Subtype /FreeText /Rect [60 500 540 660] /DA (/Helv 12 Tf) /C [1 1 1] /Contents (Withdrawn.)>>");
            let page = file.page(6);
            file.extend(page, &format!("/Annots [{note} 0 R]"));
        }),
        ("attachment", "Another version, and a file is attached.", |file| {
            let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
            let named =
                file.add(format!("<</Type /Filespec /F (a.exe) /UF (a.exe) /EF <</F {kept} 0 R>> >>"));
            let tree = file.find("/Names [(presentation.json)");
            file.replace(tree, "/Names [", format!("/Names [(a.exe) {named} 0 R "));
        }),
        ("title", "Another version, and the title in the window is another.", |file| {
            file.replace(file.find("/Producer ("), "/Title (Annual", "/Title (No Annual");
        }),
        ("digest", "Another version, and the digest on the last page is another.", |file| {
            let drawing = file.drawing(file.pages());
            let digits = place::last_letters(file, file.pages());
            file.rewrite(drawing, digits, place::another_letter(digits));
        }),
        ("link", "Another version, and a link leads elsewhere.", |file| {
            let (link, _) = place::link(file);
            file.replace(link, "/URI (https://", "/URI (https://example.net/");
        }),
    ];
    let (drawn, worded) =
        (drawn.into_iter().map(|row| (row, AT_MOST_WORDS)), worded.into_iter().map(|row| (row, NOT_SOUND)));
    for ((name, what, change), expected) in drawn.chain(worded) {
        out.written(base, (name, what), expected, |file| {
            produced_by(file, "render-pdf 99.0.0");
            change(file);
        });
    }
}
