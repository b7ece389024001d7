//! A later revision, or a second meaning of a number, gives a reader other objects than were issued.

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use crate::place;
use crate::update::Update;
use tests::plain_pdf::{Plain, position, replaced, start_xref, stream};

pub const FAMILY: Family = Family {
    name: "revisions",
    what: "a later revision or a second table gives other objects than were issued",
    make,
};

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    updates(base, out);
    chains(base, out);
    tables(base, out);
    numbers(base, out);
    let file = bases.leicestershire.plain();
    let drawing = file.drawing(8);
    let content = [file.content(drawing), b"\n1 1 1 rg 60 300 480 120 re f"].concat();
    let objects = vec![(drawing, stream("", &content))];
    let update = Update { file: &bases.leicestershire.issued, trailer: file.trailer.clone(), objects };
    out.bytes(
        &bases.leicestershire,
        ("leicestershire-update", "An update covers a paragraph of Leicestershire."),
        NOT_SOUND,
        update.with_stream(),
    );
}

/// Changed objects of a file.
fn changed(file: &Plain, ids: &[u32], change: impl FnOnce(&mut Plain)) -> Vec<(u32, Vec<u8>)> {
    // The numbers after the last are those of the file's own object streams.
    let (first, mut file) = (2000, file.clone());
    file.objects.insert(first - 1, b"null".to_vec());
    change(&mut file);
    let all = file.objects.into_iter();
    all.filter(|(id, _)| ids.contains(id) || *id >= first).collect()
}

fn updates(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let (drawing, page, catalog) = (file.drawing(5), file.page(5), file.find("/Type /Catalog"));
    let (root, information, font) =
        (file.find("/Type /Pages"), file.find("/Producer ("), file.reference(file.find("/Bold "), "Regular"));
    let data = file.find("/Type /EmbeddedFile");
    type Change = fn(&mut Plain);
    let rows: [(_, _, u32, Change); 11] = [
        ("update-of-words", "An update changes a letter.", drawing, |file| {
            let drawing = file.drawing(5);
            let letters = place::letters(file, 5);
            file.rewrite(drawing, letters, place::another_letter(letters));
        }),
        ("update-of-drawing", "An update covers a paragraph.", drawing, |file| {
            file.draw(5, "1 1 1 rg 60 500 480 160 re f");
        }),
        ("update-of-title", "An update changes the title.", information, |file| {
            file.replace(file.find("/Producer ("), "/Title (Annual", "/Title (No Annual");
        }),
        ("update-of-page", "An update turns a page.", page, |file| file.extend(file.page(5), "/Rotate 180")),
        ("update-of-catalog", "An update adds a script.", catalog, |file| {
            file.extend(file.find("/Type /Catalog"), "/OpenAction <</S /JavaScript /JS (x)>>");
        }),
        ("update-of-pages", "An update leaves out a page.", root, |file| {
            let page = file.page(5);
            file.replace(file.find("/Type /Pages"), &format!("{page} 0 R"), "");
            file.set_count(file.count() - 1);
        }),
        ("update-of-font", "An update puts Courier in the place of a font.", font, |file| {
            let font = file.reference(file.find("/Bold "), "Regular");
            file.objects.insert(font, b"<</Type /Font /Subtype /Type1 /BaseFont /Courier>>".to_vec());
        }),
        ("update-of-data", "An update changes the data.", data, |file| {
            file.rewrite(file.find("/Type /EmbeddedFile"), "Example Borough", "Another Borough");
        }),
        ("update-of-nothing", "An update writes an object again as it was.", page, |_| ()),
        ("update-with-unused-object", "An update adds an object that nothing refers to.", 0, |file| {
            file.add("(payload)");
        }),
        ("update-to-null", "An update empties the page.", drawing, |file| {
            let drawing = file.drawing(5);
            file.objects.insert(drawing, b"null".to_vec());
        }),
    ];
    for (name, what, id, change) in rows {
        let objects = changed(&file, &[id], change);
        let update = Update { file: &base.issued, trailer: file.trailer.clone(), objects };
        out.bytes(base, (name, what), NOT_SOUND, update.with_stream());
    }
    let objects = changed(&file, &[drawing], |file| file.draw(5, "1 1 1 rg 60 500 480 160 re f"));
    let update = Update { file: &base.issued, trailer: file.trailer.clone(), objects: objects.clone() };
    out.bytes(
        base,
        ("table-after-stream", "An update with a table follows a cross-reference stream."),
        REJECTED,
        update.with_table(),
    );
    let update = Update { file: &file.bytes(), trailer: file.trailer.clone(), objects };
    out.bytes(
        base,
        ("update-of-plain-file", "A file that was saved again is updated."),
        NOT_SOUND,
        update.with_table(),
    );
    let empty = Update { file: &base.issued, trailer: file.trailer.clone(), objects: Vec::new() };
    out.bytes(base, ("empty-update", "An update has no object."), NOT_SOUND, empty.with_stream());
    let there = changed(&file, &[page], |file| file.extend(page, "/Rotate 180"));
    let once = Update { file: &base.issued, trailer: file.trailer.clone(), objects: there }.with_stream();
    let back = changed(&file, &[page], |_| ());
    let twice = Update { file: &once, trailer: file.trailer.clone(), objects: back }.with_stream();
    out.bytes(
        base,
        ("changed-and-back", "A first update turns a page, and a second one turns it back."),
        NOT_SOUND,
        twice,
    );
}

fn chains(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let plain = file.bytes();
    let drawing = file.drawing(5);
    let objects = changed(&file, &[drawing], |file| file.draw(5, "1 1 1 rg 60 500 480 160 re f"));
    let update = Update { file: &plain, trailer: file.trailer.clone(), objects };
    let covered = update.with_table();
    let start = start_xref(&covered).to_string();
    let before = start_xref(&plain).to_string();
    let to_itself =
        replaced(&covered, format!("/Prev {before}").as_bytes(), format!("/Prev {start}").as_bytes());
    out.bytes(base, ("chain-to-itself", "A table names itself as the one before."), REJECTED, to_itself);
    let to_nothing = replaced(&covered, format!("/Prev {before}").as_bytes(), b"/Prev 99999999");
    out.bytes(
        base,
        ("chain-to-nothing", "A table names one before that is not there."),
        REJECTED,
        to_nothing,
    );
    let negative = replaced(&covered, format!("/Prev {before}").as_bytes(), b"/Prev -1");
    out.bytes(base, ("chain-negative", "A table names one before at a negative offset."), REJECTED, negative);
    // Readers that follow the table see what was issued; those that look for objects see the last.
    let old = replaced(
        &covered,
        format!("startxref\n{start}").as_bytes(),
        format!("startxref\n{before}").as_bytes(),
    );
    out.bytes(
        base,
        (
            "offset-of-the-first-table",
            "The last offset is that of the first table, so that an update is there and is not read.",
        ),
        REJECTED,
        old,
    );
    let mut hybrid = file.clone();
    let cover = hybrid.add("null");
    let row = |at: usize| [&[1][..], &u32::try_from(at).unwrap().to_be_bytes(), &[0, 0]].concat();
    let hidden = stream("", &[file.content(drawing), b"\n1 1 1 rg 60 500 480 160 re f"].concat());
    for _ in 0..2 {
        // The second time its own offset is known.
        let at = position(&hybrid.bytes(), format!("\n{drawing} 0 obj\n").as_bytes()).unwrap() + 1;
        let body = stream(&format!("/Type /XRef /Size 9999 /W [1 4 2] /Index [{drawing} 1]"), &row(at));
        hybrid.objects.insert(cover, body);
        hybrid.objects.insert(drawing, hidden.clone());
    }
    let at = position(&hybrid.bytes(), format!("\n{cover} 0 obj\n").as_bytes()).unwrap() + 1;
    hybrid.trailer += &format!(" /XRefStm {at}");
    out.bytes(
        base,
        ("hybrid", "A table is joined by a stream with another offset of a page that is covered."),
        REJECTED,
        hybrid.bytes(),
    );
}

fn tables(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let plain = file.bytes();
    let drawing = file.drawing(5);
    let covered = stream("", &[file.content(drawing), b"\n1 1 1 rg 60 500 480 160 re f"].concat());
    let with = |id: u32, number: u32, generation: u32| {
        file.laid_out(|here, out| {
            if here == id {
                out.extend(format!("{number} {generation} obj\n").bytes());
                out.extend_from_slice(&covered);
                out.extend_from_slice(b"\nendobj\n");
            }
        })
    };
    out.bytes(
        base,
        ("number-twice-before", "A second object has the number of a page's content, and stands before it."),
        REJECTED,
        with(drawing, drawing, 0),
    );
    out.bytes(
        base,
        ("number-twice-after", "A second object has the number of a page's content, and stands after it."),
        REJECTED,
        with(0, drawing, 0),
    );
    out.bytes(
        base,
        ("generation-after", "An object of a later generation has the number of a page's content."),
        REJECTED,
        with(0, drawing, 1),
    );
    let head = format!("xref\n0 {}\n", tests::plain_pdf::size(&plain)).len();
    let entry = |id: u32, file: &[u8]| start_xref(file) + head + 20 * id as usize;
    let mut wrong = plain.clone();
    let at = entry(drawing, &wrong);
    let offset: usize = std::str::from_utf8(&wrong[at..at + 10]).unwrap().parse().unwrap();
    wrong[at..at + 10].copy_from_slice(format!("{:010}", offset + 3).as_bytes());
    out.bytes(
        base,
        ("offset-wrong", "The offset of a page's content is three bytes too large."),
        REJECTED,
        wrong,
    );
    let mut other = plain.clone();
    let next = entry(file.drawing(6), &other);
    let row = other[next..next + 20].to_vec();
    other[at..at + 20].copy_from_slice(&row);
    out.bytes(
        base,
        ("offset-of-another", "The offset of a page's content is that of the next page's."),
        REJECTED,
        other,
    );
    let mut free = plain.clone();
    free[at + 17] = b'f';
    out.bytes(base, ("entry-free", "The number of a page's content is free."), REJECTED, free);
    let mut later = plain.clone();
    later[at + 11..at + 16].copy_from_slice(b"00003");
    out.bytes(
        base,
        ("generation-in-table", "The table names a later generation than the object."),
        REJECTED,
        later,
    );
    let own = plain[at..at + 20].to_vec();
    let free = b"0000000000 65535 f \n";
    let twice = |first: &[u8], last: &[u8]| {
        let mut file = plain.clone();
        file[at..at + 20].copy_from_slice(first);
        let section = [format!("{drawing} 1\n").as_bytes(), last, b"trailer\n"].concat();
        replaced(&file, b"trailer\n", &section)
    };
    out.bytes(
        base,
        ("number-twice-in-table", "The number of a page's content is free, and then in use, in one table."),
        REJECTED,
        twice(free, &own),
    );
    out.bytes(
        base,
        ("number-twice-free-last", "The number of a page's content is in use, and then free, in one table."),
        REJECTED,
        twice(&own, free),
    );
    whole_tables(base, &plain, out);
}

/// The table as a whole, and its trailer.
fn whole_tables(base: &Base, plain: &[u8], out: &mut Forgeries) {
    let no_table = replaced(plain, b"\nxref\n", b"\nXref\n");
    out.bytes(base, ("no-table", "There is no table; readers look for objects."), REJECTED, no_table);
    let at = position(plain, b"startxref").unwrap();
    out.bytes(
        base,
        ("no-end", "There is no offset and no end; readers look for objects."),
        REJECTED,
        plain[..at].to_vec(),
    );
    let shifted = replaced(plain, b"xref\n0 ", b"xref\n1 ");
    out.bytes(
        base,
        ("table-shifted", "The table begins at 1 in the place of 0, as some programs write it."),
        REJECTED,
        shifted,
    );
    let objects = tests::plain_pdf::size(plain);
    let stated = format!("/Size {objects}");
    let size = replaced(plain, stated.as_bytes(), b"/Size 50");
    out.bytes(base, ("size-smaller", "The trailer says that there are fewer objects."), REJECTED, size);
    let size = replaced(plain, stated.as_bytes(), b"/Size 8000001");
    out.bytes(
        base,
        ("size-larger", "The trailer says that there are eight million objects."),
        REJECTED,
        size,
    );
    let free: String = (0..400).map(|it| format!("{:010} 00000 f \n", 7919 * it + 1)).collect();
    let listed = replaced(
        plain,
        format!("trailer\n<<{stated}").as_bytes(),
        format!("{objects} 400\n{free}trailer\n<</Size 8000001").as_bytes(),
    );
    out.bytes(
        base,
        ("numbers-of-free-entries", "The table has free numbers that spell something."),
        REJECTED,
        listed,
    );
    for (name, what, entry) in [
        (
            "previous-is-a-string",
            "The trailer names the table before by a string.",
            "/Prev (payload payload)",
        ),
        (
            "parameters-in-trailer",
            "The trailer of a table has parameters of a filter.",
            "/DecodeParms <</P (payload)>>",
        ),
        ("filter-in-trailer", "The trailer of a table has a filter.", "/Filter (payload payload)"),
    ] {
        out.written(base, (name, what), REJECTED, |file| file.trailer += &format!(" {entry}"));
    }
    let mut locked = base.plain();
    locked.trailer += " /Encrypt <</Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <00000000000000000000000000000000000000000000000000000000000000FF> /U <0000000000000000000000000000000000000000000000000000000000000000>>>";
    out.bytes(base, ("encrypted", "The file says that it is encrypted."), REJECTED, locked.bytes());
}

fn numbers(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    let (page, drawing) = (file.page(5), file.drawing(5));
    out.written(
        base,
        ("generation-of-reference", "A page refers to a generation of its content that is not there."),
        REJECTED,
        |file| {
            file.replace(page, &format!("/Contents {drawing} 0 R"), format!("/Contents {drawing} 1 R"));
        },
    );
    out.written(
        base,
        ("reference-joined", "The generation of a page's content and the mark of a reference are one word."),
        REJECTED,
        |file| {
            file.replace(page, &format!("/Contents {drawing} 0 R"), format!("/Contents {drawing} 0R"));
        },
    );
    out.written(
        base,
        ("reference-to-reference", "The content of a page is an object that refers to its content."),
        REJECTED,
        |file| {
            let through = file.add(format!("{drawing} 0 R"));
            file.replace(page, &format!("/Contents {drawing} 0 R"), format!("/Contents {through} 0 R"));
        },
    );
    out.written(
        base,
        ("reference-to-itself", "The content of a page is an object that refers to itself."),
        REJECTED,
        |file| {
            let itself = file.next();
            file.add(format!("{itself} 0 R"));
            file.replace(page, &format!("/Contents {drawing} 0 R"), format!("/Contents {itself} 0 R"));
        },
    );
    out.written(
        base,
        ("number-huge", "The content of a page has a number that is larger than an integer."),
        REJECTED,
        |file| {
            file.replace(
                page,
                &format!("/Contents {drawing} 0 R"),
                format!("/Contents {} 0 R", (1_u64 << 32) + u64::from(drawing)),
            );
        },
    );
    out.bytes(
        base,
        ("number-in-object", "An object is written with another number than the table says."),
        REJECTED,
        {
            let bytes = file.bytes();
            replaced(
                &bytes,
                format!("\n{drawing} 0 obj\n").as_bytes(),
                format!("\n{} 0 obj\n", drawing + 1).as_bytes(),
            )
        },
    );
}
