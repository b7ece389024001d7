//! Updates that prepare a file for a seal, and do more than they may.

use lopdf::{Document, Object};

use crate::base::Base;
use crate::forgery::{Forgeries, NOT_SOUND, REJECTED};
use crate::sealed::{Seal, add_annotation};
use crate::update::Update;
use tests::plain_pdf::{Plain, position, replaced, stream};

/// The number of the first field of an update, above all of the issued file.
const FIELD: u32 = 2900;
/// A field for a seal that has not been made.
const UNSIGNED: &str = "/FT /Sig /T (Seal1) /F 132 /Rect [0 0 0 0]";

type Objects = Vec<(u32, Vec<u8>)>;

/// Adds the forgeries of updates that prepare a seal.
pub fn make(base: &Base, out: &mut Forgeries) {
    fields(base, out);
    numbers(base, out);
    later(base, out);
    values(base, out);
}

/// A file with a field for a seal, and nothing else.
pub fn prepared(base: &Base) -> Vec<u8> {
    update(base, &base.issued, vec![form(base, &[FIELD]), field(FIELD, UNSIGNED)])
}

fn update(base: &Base, file: &[u8], mut objects: Objects) -> Vec<u8> {
    objects.sort();
    Update { file, trailer: base.plain().trailer, objects }.with_stream()
}

/// The catalog with a form of fields.
fn form(base: &Base, fields: &[u32]) -> (u32, Vec<u8>) {
    let fields: String = fields.iter().map(|id| format!("{id} 0 R ")).collect();
    catalog(base, &format!("/AcroForm <</Fields [{fields}]>>"))
}

fn catalog(base: &Base, entries: &str) -> (u32, Vec<u8>) {
    let mut file = base.plain();
    let catalog = file.find("/Type /Catalog");
    file.extend(catalog, entries);
    (catalog, file.objects.remove(&catalog).unwrap())
}

fn field(id: u32, entries: &str) -> (u32, Vec<u8>) {
    (id, format!("<</Type /Annot /Subtype /Widget {entries}>>").into_bytes())
}

/// The fifth page with the first field among its annotations.
fn page(base: &Base) -> (u32, Vec<u8>) {
    let mut file = base.plain();
    let page = file.page(5);
    add_annotation(&mut file, page, FIELD);
    (page, file.objects.remove(&page).unwrap())
}

fn fields(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "field-of-a-text-field",
            "A field for a seal inherits from a text field with words over a paragraph.",
            "/T (Seal1) /F 4 /Rect [60 300 540 700] /Parent <</FT /Tx /V (Withdrawn.) /DA (/Helv 60 Tf 1 0 0 rg)>>",
        ),
        (
            "field-of-a-button",
            "A field for a seal inherits from a button with a script over a paragraph.",
            "/T (Seal1) /F 4 /Rect [60 300 540 700] /Parent <</FT /Btn /Ff 65536 /MK <</BG [1 1 1]>> \
             /AA <</E <</S /JavaScript /JS (x)>> >> >>",
        ),
        (
            "field-over-words",
            "A field for a seal lies over a paragraph, and a viewer draws it as it likes.",
            "/FT /Sig /T (Seal1) /F 4 /Rect [60 300 540 700]",
        ),
    ];
    for (name, what, entries) in rows {
        let objects = vec![form(base, &[FIELD]), field(FIELD, entries), page(base)];
        out.bytes(base, (name, what), NOT_SOUND, update(base, &base.issued, objects));
    }
    let rows = [
        (
            "field-page-is-a-string",
            "The page of a field is a string.",
            "/FT /Sig /T (Seal1) /F 132 /P (payload)",
        ),
        (
            "field-flags-are-a-string",
            "The flags of a field are a string.",
            "/FT /Sig /T (Seal1) /F (payload)",
        ),
        ("field-name-is-a-list", "The name of a field is a list.", "/FT /Sig /T [(payload)] /F 132"),
        (
            "field-label-is-a-list",
            "The label of a field is a list.",
            "/FT /Sig /T (Seal1) /F 132 /TU [(payload)]",
        ),
        (
            "field-parent-of-words",
            "The parent of a field has a key of its own.",
            "/FT /Sig /T (Seal1) /F 132 /Parent <</Note (payload)>>",
        ),
    ];
    for (name, what, entries) in rows {
        let objects = vec![form(base, &[FIELD]), field(FIELD, &format!("{entries} /Rect [0 0 0 0]"))];
        out.bytes(base, (name, what), NOT_SOUND, update(base, &base.issued, objects));
    }
}

/// The object stream of the issued file in which the fifth page is, with the content of the sixth in it.
fn other_container(base: &Base) -> (u32, Vec<u8>) {
    let file = base.plain();
    let (from, to) =
        (format!("/Contents {} 0 R", file.drawing(5)), format!("/Contents {} 0 R", file.drawing(6)));
    assert_eq!(from.len(), to.len(), "the offsets of the other objects stay the same");
    let mut issued = Document::load_mem(&base.issued).unwrap();
    issued.decompress();
    let mut containers = issued.objects.iter().filter_map(|((id, _), object)| match object {
        Object::Stream(it) if it.dict.has_type(b"ObjStm") => Some((*id, it)),
        _ => None,
    });
    let (id, container) =
        containers.find(|(_, it)| position(&it.content, from.as_bytes()).is_some()).unwrap();
    let number = |key: &[u8]| container.dict.get(key).unwrap().as_i64().unwrap();
    let entries = format!("/Type /ObjStm /N {} /First {}", number(b"N"), number(b"First"));
    (id, stream(&entries, &replaced(&container.content, from.as_bytes(), to.as_bytes())))
}

fn numbers(base: &Base, out: &mut Forgeries) {
    let objects = vec![other_container(base), form(base, &[FIELD]), field(FIELD, UNSIGNED)];
    out.bytes(
        base,
        ("container-replaced", "An update replaces the object stream of a page by one with other content."),
        NOT_SOUND,
        update(base, &base.issued, objects),
    );
    let drawing = base.plain().drawing(5);
    let prepared = prepared(base);
    let own = FIELD + 1;
    let renumbered =
        replaced(&prepared, format!("\n{own} 0 obj\n").as_bytes(), format!("\n{drawing} 0 obj\n").as_bytes());
    out.bytes(
        base,
        (
            "table-takes-a-number",
            "The cross-reference stream of an update has the number of a page's content.",
        ),
        REJECTED,
        replaced(
            &renumbered,
            format!("{own} 1 ] /Prev").as_bytes(),
            format!("{drawing} 1 ] /Prev").as_bytes(),
        ),
    );
}

/// Seals after an update, or two updates.
fn later(base: &Base, out: &mut Forgeries) {
    let value = "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 30] /Contents <30>>>";
    let first = vec![
        form(base, &[FIELD]),
        field(FIELD, &format!("{UNSIGNED} /SV {} 0 R", FIELD + 5)),
        (FIELD + 5, value.into()),
    ];
    let first = update(base, &base.issued, first);
    let second = vec![field(FIELD, &format!("{UNSIGNED} /SV {0} 0 R /V {0} 0 R", FIELD + 5))];
    out.bytes(
        base,
        ("value-of-an-earlier-update", "The value of a field is a signature that an earlier update wrote."),
        NOT_SOUND,
        update(base, &first, second),
    );
    let old = FIELD - 1;
    let first = vec![
        catalog(base, &format!("/AcroForm {old} 0 R")),
        (old, format!("<</Fields [{FIELD} 0 R]>>").into_bytes()),
        field(FIELD, UNSIGNED),
    ];
    let first = update(base, &base.issued, first);
    let second = vec![
        (old, stream("", b"payload payload payload")),
        form(base, &[FIELD, FIELD + 10]),
        field(FIELD + 10, &UNSIGNED.replace("Seal1", "Seal2")),
    ];
    out.bytes(
        base,
        ("old-form-replaced", "An update replaces the form of an earlier update, and uses another."),
        NOT_SOUND,
        update(base, &first, second),
    );
    let drawing = base.plain().drawing(5);
    let first = vec![form(base, &[FIELD]), field(FIELD, &format!("{UNSIGNED} /Kids [{drawing} 0 R]"))];
    let first = update(base, &base.issued, first);
    let second = vec![
        (drawing, stream("", b"1 0 0 rg 50 50 400 400 re f")),
        form(base, &[FIELD, FIELD + 10]),
        field(FIELD + 10, &UNSIGNED.replace("Seal1", "Seal2")),
    ];
    out.bytes(
        base,
        ("kid-replaced", "An update makes a page's content a part of a field, and the next one replaces it."),
        NOT_SOUND,
        update(base, &first, second),
    );
}

fn values(base: &Base, out: &mut Forgeries) {
    type Also = fn(&mut Plain);
    let rows: [(_, _, Also); 2] = [
        ("also-day-of-words", "The revision of a seal has a dictionary as the day of its change.", |file| {
            let id = file.find("/Producer (");
            file.replace(id, "/ModDate (D:20221130000000Z)", "/ModDate <</Note (payload)>>");
        }),
        ("also-version-of-words", "The revision of a seal has a string as the version.", |file| {
            file.extend(file.find("/Type /Catalog"), "/Version (payload)");
        }),
    ];
    for (name, what, also) in rows {
        out.bytes(base, (name, what), NOT_SOUND, Seal { also, ..Seal::PLAIN }.on(base, &base.issued));
    }
    let form = Seal { form: "/Q (payload)", ..Seal::PLAIN };
    out.bytes(
        base,
        ("form-of-words", "The form of a seal has a string as a number."),
        NOT_SOUND,
        form.on(base, &base.issued),
    );
}
