//! Annotations and actions are added or changed: what covers a page, and what happens when a reader opens or clicks.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND};
use crate::place;
use tests::plain_pdf::position;

pub const FAMILY: Family = Family {
    name: "annotations",
    what: "an annotation, a link, an action or a bookmark is added or changed",
    make,
};

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    added(base, out);
    links(base, out);
    destinations(base, out);
    actions(base, out);
    catalog(base, out);
    out.written(&bases.leicestershire, ("leicestershire-note", "A note covers a paragraph of Leicestershire."), NOT_SOUND, |file| {
        let note = file.add("<</Type /Annot /Subtype /FreeText /Rect [60 300 540 420] /DA (/Helv 12 Tf) /C [1 1 1] /Contents (Withdrawn.)>>");
        let page = file.page(file.pages());
        file.extend(page, &format!("/Annots [{note} 0 R]"));
    });
}

fn added(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "free-text",
            "Text in a white box covers a paragraph.",
            "/Subtype /FreeText /DA (/Helv 12 Tf) /C [1 1 1] /Contents (Withdrawn.)",
        ),
        ("square", "A white square covers a paragraph.", "/Subtype /Square /IC [1 1 1] /C [1 1 1]"),
        ("stamp", "A rubber stamp says that it is a draft.", "/Subtype /Stamp /Name /Draft"),
        (
            "highlight",
            "A paragraph is highlighted in black.",
            "/Subtype /Highlight /C [0 0 0] /QuadPoints [60 660 540 660 60 500 540 500]",
        ),
        (
            "strike-out",
            "A paragraph is struck out.",
            "/Subtype /StrikeOut /C [1 0 0] /QuadPoints [60 660 540 660 60 500 540 500]",
        ),
        ("ink", "Something is scribbled.", "/Subtype /Ink /InkList [[60 500 540 660]] /C [1 0 0]"),
        (
            "redaction",
            "A paragraph is marked to be redacted.",
            "/Subtype /Redact /QuadPoints [60 660 540 660 60 500 540 500] /IC [0 0 0]",
        ),
        ("watermark", "A watermark is added.", "/Subtype /Watermark"),
        ("note", "A note is added.", "/Subtype /Text /Contents (Not so.)"),
        ("hidden-note", "A note that is hidden is added.", "/Subtype /Text /F 2 /Contents (Not so.)"),
        (
            "note-for-print",
            "A square that is only printed covers a paragraph.",
            "/Subtype /Square /F 36 /IC [0 0 0]",
        ),
        ("popup", "An open window is added.", "/Subtype /Popup /Open true"),
        (
            "widget",
            "A field to fill in covers a paragraph.",
            "/Subtype /Widget /FT /Tx /T (a) /V (Withdrawn.) /MK <</BG [1 1 1]>>",
        ),
        ("screen", "A screen for a film is added.", "/Subtype /Screen"),
        ("sound", "A sound is added.", "/Subtype /Sound"),
        ("3d", "A body is added.", "/Subtype /3D"),
        (
            "link-over-all",
            "A link to another site covers the page.",
            "/Subtype /Link /Border [0 0 0] /A <</S /URI /URI (https://example.net/)>>",
        ),
        ("unknown", "An annotation of no known kind is added.", "/Subtype /NoSuch /Contents (payload)"),
    ];
    for (name, what, entries) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            let note = file.add(format!("<</Type /Annot /Rect [60 500 540 660] {entries}>>"));
            let page = file.page(6);
            file.extend(page, &format!("/Annots [{note} 0 R]"));
        });
    }
    out.written(base, ("appearance", "A widget draws a white box with an appearance of its own."), NOT_SOUND, |file| {
        let look = file.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 480 160]", b"1 1 1 rg 0 0 480 160 re f");
        let note = file.add(format!("<</Type /Annot /Subtype /Widget /FT /Btn /T (a) /F 4 /Rect [60 500 540 660] /AP <</N {look} 0 R>> >>"));
        file.extend(file.find("/Type /Catalog"), &format!("/AcroForm <</Fields [{note} 0 R]>>"));
        let page = file.page(6);
        file.extend(page, &format!("/Annots [{note} 0 R]"));
    });
    out.written(base, ("attached-to-a-page", "A file is attached to a page."), NOT_SOUND, |file| {
        let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
        let note = file.add(format!("<</Type /Annot /Subtype /FileAttachment /Rect [60 500 80 520] /FS <</Type /Filespec /F (a.exe) /EF <</F {kept} 0 R>> >> >>"));
        let page = file.page(6);
        file.extend(page, &format!("/Annots [{note} 0 R]"));
    });
    out.written(base, ("rich-media", "A film with its file is added."), NOT_SOUND, |file| {
        let kept = file.add_stream("/Type /EmbeddedFile", b"FWS");
        let note = file.add(format!(
            "<</Type /Annot /Subtype /RichMedia /Rect [60 500 540 660] /RichMediaContent <</Assets <</Names [(a.swf) \
             <</Type /Filespec /F (a.swf) /EF <</F {kept} 0 R>> >>]>> >> >>"
        ));
        let page = file.page(6);
        file.extend(page, &format!("/Annots [{note} 0 R]"));
    });
}

fn links(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "address",
            "A link leads to another site than it says.",
            "/URI (https://",
            "/URI (https://example.net/",
        ),
        (
            "address-as-script",
            "A link runs a script.",
            "/S /URI /URI ({address})",
            "/S /JavaScript /JS (app.alert\\('x'\\))",
        ),
        (
            "address-as-program",
            "A link starts a program.",
            "/S /URI /URI ({address})",
            "/S /Launch /F (cmd.exe)",
        ),
        ("next-action", "A link does something more.", "/S /URI ", "/S /URI /Next <</S /Named /N /Print>> "),
        ("border", "A link is drawn with a red border.", "/Border [0 0 0 ]", "/Border [0 0 9] /C [1 0 0]"),
        (
            "words-of-a-link",
            "The words that a link is announced by are others.",
            "/Contents",
            "/Contents (Not so) /OldContents",
        ),
        ("rectangle", "A link covers more than its words.", "/Rect [", "/Rect [0 0 595 841] /OldRect ["),
        ("link-hidden", "A link is hidden.", "/F 4", "/F 2"),
        (
            "link-with-script",
            "A link runs a script when the pointer enters it.",
            "/F 4",
            "/F 4 /AA <</E <</S /JavaScript /JS (x)>> >>",
        ),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            let (link, address) = place::link(file);
            file.replace(link, &from.replace("{address}", &address), to);
        });
    }
    out.written(base, ("destination", "A link in the contents leads to another page."), NOT_SOUND, |file| {
        let other = file.page(file.pages());
        file.replace(
            file.find("/Contents (Scope of responsibility, "),
            "/Dest [",
            format!("/Dest [{other} 0 R /Fit] /OldDest ["),
        );
    });
    out.written(base, ("link-removed", "The links of a page are left out."), NOT_SOUND, |file| {
        file.replace(file.page(1), "/Annots [", "/Other [");
    });
    out.written(base, ("bookmark-words", "A bookmark has another name."), NOT_SOUND, |file| {
        file.replace(file.find("/Title (Scope of responsibility)"), "Scope", "No scope");
    });
    out.written(base, ("bookmark-action", "A bookmark opens a web site."), NOT_SOUND, |file| {
        file.extend(
            file.find("/Title (Scope of responsibility)"),
            "/A <</S /URI /URI (https://example.net/)>>",
        );
    });
    out.written(base, ("bookmark-colour", "A bookmark is red and bold."), NOT_SOUND, |file| {
        file.extend(file.find("/Title (Scope of responsibility)"), "/C [1 0 0] /F 2");
    });
    out.written(base, ("bookmark-left-out", "A bookmark is left out of the list."), NOT_SOUND, |file| {
        let (one, next) = (file.find("/Title (Contents)"), file.find("/Title (Scope of responsibility)"));
        let skipped = file.reference(one, "Next");
        file.replace(one, &format!("/Next {skipped} 0 R"), format!("/Next {next} 0 R"));
    });
}

fn destinations(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("destinations-of-copies", "The destinations have a copy of their page in the place of a reference."),
        NOT_SOUND,
        |file| {
            for number in 1..=file.pages() {
                let page = file.page(number);
                let (from, to) =
                    (format!("/Dest [{page} 0 R"), [b"/Dest [", file.objects[&page].as_slice()].concat());
                let here = |(_, body): &(&u32, &Vec<u8>)| position(body, from.as_bytes()).is_some();
                for id in file.objects.iter().filter(here).map(|(id, _)| *id).collect::<Vec<_>>() {
                    file.replace(id, &from, &to);
                }
            }
        },
    );
}

fn actions(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "opening-script",
            "A script runs when the file is opened.",
            "/OpenAction <</S /JavaScript /JS (app.alert\\('x'\\))>>",
        ),
        ("opening-page", "The file opens at its third page.", "/OpenAction [16 0 R /Fit]"),
        ("opening-print", "The file is printed when it is opened.", "/OpenAction <</S /Named /N /Print>>"),
        ("opening-remote", "Another file is opened.", "/OpenAction <</S /GoToR /F (other.pdf) /D [0 /Fit]>>"),
        (
            "opening-form",
            "Data are sent when the file is opened.",
            "/OpenAction <</S /SubmitForm /F (https://example.net/)>>",
        ),
        (
            "closing-script",
            "A script runs when the file is closed.",
            "/AA <</WC <</S /JavaScript /JS (x)>> >>",
        ),
        ("base-address", "Relative addresses have a base.", "/URI <</Base (https://example.net/)>>"),
    ];
    for (name, what, entry) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| file.extend(file.find("/Type /Catalog"), entry));
    }
    out.written(base, ("page-script", "A script runs when a page is shown."), NOT_SOUND, |file| {
        file.extend(file.page(5), "/AA <</O <</S /JavaScript /JS (x)>> >>");
    });
    out.written(base, ("named-script", "A script of the document has a name."), NOT_SOUND, |file| {
        let catalog = file.find("/Type /Catalog");
        file.replace(
            catalog,
            "/Names <<",
            "/Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (x)>>]>> ",
        );
    });
}

fn catalog(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "form",
            "There is a form, with another description of it.",
            "/AcroForm <</Fields [] /XFA (<xdp/>)>>",
        ),
        ("page-labels", "Pages have other numbers.", "/PageLabels <</Nums [0 <</S /r>>]>>"),
        ("destinations", "There are named destinations.", "/Dests <</a [16 0 R /Fit]>>"),
        ("threads", "There is an article thread.", "/Threads [<</I <</Title (payload)>> >>]"),
        (
            "collection",
            "The file is a portfolio, of which viewers show the attached files.",
            "/Collection <</View /T>>",
        ),
        ("needs-rendering", "Viewers are asked to make the pages anew.", "/NeedsRendering true"),
        (
            "requirements",
            "Viewers are asked for more.",
            "/Requirements [<</Type /Requirement /S /EnableJavaScripts>>]",
        ),
        ("version", "The catalog names another version.", "/Version /2.0"),
        (
            "extensions",
            "The catalog names extensions.",
            "/Extensions <</ADBE <</BaseVersion /1.7 /ExtensionLevel 8>> >>",
        ),
        ("permissions", "The catalog names permissions.", "/Perms <<>>"),
        (
            "legal",
            "The catalog attests something.",
            "/Legal <</JavaScriptActions 0 /Attestation (All is well.)>>",
        ),
    ];
    for (name, what, entry) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| file.extend(file.find("/Type /Catalog"), entry));
    }
    let changes = [
        (
            "layout",
            "Viewers show pages in two columns.",
            "/PageLayout /SinglePage",
            "/PageLayout /TwoColumnLeft",
        ),
        ("mode", "Viewers show the attached files.", "/PageMode /UseOutlines", "/PageMode /UseAttachments"),
        (
            "preferences",
            "Viewers hide their tools, and show the name of the file.",
            "/DisplayDocTitle true",
            "/HideToolbar true /HideMenubar true",
        ),
        (
            "intent",
            "The colours are said to be others.",
            "/OutputConditionIdentifier (sRGB)",
            "/OutputConditionIdentifier (CMYK)",
        ),
        ("bookmarks-removed", "There are no bookmarks.", "/Outlines ", "/Other "),
        ("metadata-removed", "There are no XMP metadata.", "/Metadata ", "/Other "),
    ];
    for (name, what, from, to) in changes {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.replace(file.find("/Type /Catalog"), from, to);
        });
    }
}
