//! What assistive technology presents is changed: replacement text, alternatives, order, language and tables.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND};
use crate::place;
use tests::plain_pdf::Plain;

pub const FAMILY: Family =
    Family { name: "text-layer", what: "assistive technology presents other than what is shown", make };

fn make(bases: &Bases, out: &mut Forgeries) {
    marks(&bases.statement, out);
    elements(&bases.statement, out);
    figures(&bases.house_style, out);
    tree(&bases.statement, out);
    out.written(
        &bases.agar,
        ("return-actual-text", "A list of a return is read as another text."),
        NOT_SOUND,
        |file| {
            file.extend(file.find("/S /L "), "/ActualText (All answers are yes.)");
        },
    );
}

/// A text with `{this}` for the mark of a paragraph, `{open}` for how it begins and `{next}` for the mark of the next.
fn marked(file: &Plain, text: &str) -> String {
    let number = place::paragraph(file, 5);
    let open = format!("/P <</MCID {number}");
    let next = format!("/P <</MCID {}>>", number + 1);
    text.replace("{this}", &format!("{open}>>")).replace("{open}", &open).replace("{next}", &next)
}

fn marks(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "actual-text",
            "A paragraph is read as another text.",
            "{this}",
            "{open} /ActualText (Nothing is wrong.)>>",
        ),
        ("alternative", "A paragraph has an alternative.", "{this}", "{open} /Alt (Nothing is wrong.)>>"),
        ("expansion", "A paragraph is read as an abbreviation.", "{this}", "{open} /E (Nothing is wrong.)>>"),
        ("language-of-a-mark", "A paragraph is read as French.", "{this}", "{open} /Lang (fr)>>"),
        ("artifact", "A paragraph is an artifact, which is not read.", "{this} BDC", "/Artifact BMC"),
        ("unmarked", "A paragraph is neither content nor artifact.", "{this} BDC", "/Other BMC"),
        ("other-number", "A paragraph has the number of the next one.", "{this}", "{next}"),
        ("number-of-nothing", "A paragraph has a number that no element has.", "{this}", "/P <</MCID 9000>>"),
        (
            "header-as-content",
            "The running header is content.",
            "/Artifact <</Subtype/Header/Type/Pagination>> BDC",
            "/P <</MCID 900>> BDC",
        ),
        (
            "artifact-of-other-type",
            "The running header is a background.",
            "<</Subtype/Header/Type/Pagination>>",
            "<</Type/Background>>",
        ),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            let drawing = file.drawing(5);
            let (from, to) = (marked(file, from), marked(file, to));
            file.rewrite(drawing, from, to);
        });
    }
    out.written(
        base,
        ("nested-actual-text", "A span inside a paragraph is read as another text."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            let next = marked(file, "EMC\n{next}");
            let this = marked(file, "{this} BDC");
            let spanned = format!("{this} /Span <</ActualText (Nothing is wrong.)>> BDC");
            file.rewrite(drawing, this, spanned);
            file.rewrite(drawing, &next, format!("EMC {next}"));
        },
    );
    out.written(
        base,
        ("property-list", "The properties of a mark are a resource, with another text."),
        NOT_SOUND,
        |file| {
            let resources = file.reference(file.page(5), "Resources");
            let number = place::paragraph(file, 5);
            let properties = format!("<</MCID {number} /ActualText (Nothing is wrong.)>>");
            file.extend(resources, &format!("/Properties <</M {properties} >>"));
            let drawing = file.drawing(5);
            let this = marked(file, "{this} BDC");
            file.rewrite(drawing, this, "/P /M BDC");
        },
    );
    out.written(
        base,
        ("invisible-words", "Words that are not shown are read as content."),
        NOT_SOUND,
        |file| {
            let drawing = file.drawing(5);
            let this = marked(file, "{this} BDC");
            let hidden = format!("{this} BT 3 Tr 0 0 Td <0014003400340044> Tj 0 Tr ET");
            file.rewrite(drawing, this, hidden);
        },
    );
}

fn elements(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "element-actual-text",
            "A heading is read as another text.",
            "/S /H1 ",
            "/S /H1 /ActualText (Nothing is wrong.) ",
        ),
        ("element-title", "A heading has a title.", "/S /H1 ", "/S /H1 /T (Nothing is wrong.) "),
        ("element-language", "A heading is read as French.", "/S /H1 ", "/S /H1 /Lang (fr) "),
        ("element-expansion", "A heading has an expansion.", "/S /H1 ", "/S /H1 /E (Nothing is wrong.) "),
        ("element-identifier", "A heading has an identifier.", "/S /H1 ", "/S /H1 /ID (payload) "),
        ("heading-as-paragraph", "A heading is a paragraph.", "/S /H1 ", "/S /P "),
        ("heading-level", "A heading is of another level.", "/S /H2 ", "/S /H3 "),
        ("header-scope", "The head of a column is that of a row.", "/Scope /Column", "/Scope /Row"),
        ("header-as-data", "The head of a column is a cell.", "/S /TH ", "/S /TD "),
        ("column-span", "The head of a column spans all.", "/Scope /Column", "/Scope /Column /ColSpan 9"),
        (
            "summary",
            "A table has a summary.",
            "/S /Table ",
            "/S /Table /A <</O /Table /Summary (Nothing is wrong.)>> ",
        ),
        ("list-numbering", "A list is numbered.", "/ListNumbering /Disc", "/ListNumbering /Decimal"),
        ("list-as-artifact", "A list is private, which is not read.", "/S /L ", "/S /Private "),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| file.replace(file.find(from), from, to));
    }
    out.written(
        base,
        ("element-without-content", "An element with a text and no content is added."),
        NOT_SOUND,
        |file| {
            let document = file.find("/S /Document ");
            let element = file.add(format!(
                "<</Type /StructElem /S /P /P {document} 0 R /K [] /ActualText (Nothing is wrong.)>>"
            ));
            file.replace(document, " ] /P", format!(" {element} 0 R ] /P"));
        },
    );
    out.written(base, ("attached-to-an-element", "A file is attached to an element."), NOT_SOUND, |file| {
        let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
        let named = file.add(format!("<</Type /Filespec /F (a.exe) /EF <</F {kept} 0 R>> >>"));
        file.extend(file.find("/S /H1 "), &format!("/AF [{named} 0 R]"));
    });
}

fn figures(base: &Base, out: &mut Forgeries) {
    let rows = [
        ("figure-alternative", "A figure has another alternative.", "/Alt (QR", "/Alt (No QR"),
        ("figure-as-nothing", "A figure has no alternative.", "/Alt (QR", "/Other (QR"),
        ("placement", "A figure lies elsewhere.", "/BBox [", "/BBox [9"),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| file.replace(file.find("/Alt (QR"), from, to));
    }
}

/// The element that has the first heading, its first two children as they are listed, and the same in the other order.
fn section(file: &Plain) -> (u32, String, String) {
    let id = file.reference(file.find("/S /H1 "), "P");
    let body = String::from_utf8(file.objects[&id].clone()).unwrap();
    let mut children = body.split_once("/K [").unwrap().1.split(" 0 R ");
    let (first, second) = (children.next().unwrap(), children.next().unwrap());
    (id, format!("{first} 0 R {second} 0 R"), format!("{second} 0 R {first} 0 R"))
}

fn tree(base: &Base, out: &mut Forgeries) {
    out.written(base, ("reading-order", "Two elements are read in the other order."), NOT_SOUND, |file| {
        let (id, from, to) = section(file);
        file.replace(id, &from, to);
    });
    out.written(
        base,
        ("element-left-out", "A paragraph is in no element that is read."),
        NOT_SOUND,
        |file| {
            let (id, from, _) = section(file);
            file.replace(id, &from, from.split(" 0 R").next().map(|first| format!("{first} 0 R")).unwrap());
        },
    );
    out.written(base, ("element-twice", "An element is read twice."), NOT_SOUND, |file| {
        let (id, from, _) = section(file);
        file.replace(id, &from, format!("{from} {from}"));
    });
    out.written(base, ("element-for-the-root", "An element is its own descendant."), NOT_SOUND, |file| {
        let (id, from, _) = section(file);
        file.replace(id, &from, format!("{from} {id} 0 R"));
    });
    out.written(
        base,
        ("parent-tree", "The tree from marks to elements exchanges two pages."),
        NOT_SOUND,
        |file| {
            let tree = file.find("/Nums [0 ");
            let body = String::from_utf8(file.objects[&tree].clone()).unwrap();
            let mut words = body.split(' ');
            let (first, second) = (words.nth(2).unwrap(), words.nth(3).unwrap());
            let from = format!("[0 {first} 0 R 1 {second} 0 R");
            file.replace(tree, &from, format!("[0 {second} 0 R 1 {first} 0 R"));
        },
    );
    out.written(base, ("parent-of-an-element", "An element names another parent."), NOT_SOUND, |file| {
        let (heading, document) = (file.find("/S /H1 "), file.find("/S /Document "));
        let parent = file.reference(heading, "P");
        file.replace(heading, &format!("/P {parent} 0 R"), format!("/P {document} 0 R"));
    });
    out.written(base, ("page-of-an-element", "An element names another page."), NOT_SOUND, |file| {
        let (heading, other) = (file.find("/S /H1 "), file.page(7));
        let page = file.reference(heading, "Pg");
        file.replace(heading, &format!("/Pg {page} 0 R"), format!("/Pg {other} 0 R"));
    });
    let catalog = [
        ("language", "The language of the file is another.", "/Lang (en-GB)", "/Lang (fr)"),
        ("language-removed", "The file has no language.", "/Lang (en-GB)", ""),
        ("suspects", "The tags are said to be suspect.", "/Marked true", "/Marked true /Suspects true"),
        ("not-marked", "The file is said not to be tagged.", "/Marked true", "/Marked false"),
        ("tags-removed", "There are no tags.", "/StructTreeRoot ", "/Other "),
    ];
    for (name, what, from, to) in catalog {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.replace(file.find("/Type /Catalog"), from, to);
        });
    }
    let root = [
        ("role-map", "Headings are mapped to paragraphs.", "/RoleMap <</H1 /P>>"),
        ("class-map", "There is a map of classes.", "/ClassMap <</a <</O /Layout>> >>"),
        ("lexicon", "Words are pronounced otherwise.", "/PronunciationLexicon []"),
        ("identifiers", "There is a tree of identifiers.", "/IDTree <</Names []>>"),
    ];
    for (name, what, entry) in root {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.extend(file.find("/Type /StructTreeRoot"), entry);
        });
    }
}
