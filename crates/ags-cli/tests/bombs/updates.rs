//! Updates of small files, which cost much to compare with what was there before.

use std::fmt::Write as _;

use crate::bomb::{Bomb, MEBI, times};
use tests::plain_pdf::{Plain, start_xref, stream};

pub const BOMBS: [Bomb; 3] = [
    Bomb {
        name: "fields-replaced",
        what: "An update adds 40,000 fields, and the next one replaces each.",
        make: |_| {
            let ids = 100..40_100;
            let fields = |body: &str| ids.clone().map(|id| (id, body.to_owned())).collect::<Vec<_>>();
            let form = format!("<</Fields [{}]>>", references(ids.clone()));
            let first = vec![(1, format!("{CATALOG} /AcroForm 3 0 R>>")), (3, form)];
            let file = updated(small(0).bytes(), &[first, fields("<<>>")].concat());
            updated(file, &fields("<<>>"))
        },
    },
    Bomb {
        name: "widgets",
        what: "An update adds 30,000 widgets to each of 100 pages.",
        make: |_| {
            let (ids, pages) = (5000..35_000, 10..110);
            let widget = |more: &str| format!("<</AP 1 0 R /Rect [0 0 1 1]{more}>>");
            let mut objects = vec![
                (1, format!("{CATALOG} /AcroForm 3 0 R>>")),
                (3, format!("<</Fields [{}]>>", references(ids.clone()))),
                (4, format!("[{}]", references(ids.clone()))),
            ];
            objects.extend(pages.clone().map(|id| (id, format!("{PAGE} /Annots 4 0 R>>"))));
            objects.extend(
                ids.clone().map(|id| (id, widget(if id + 1 == ids.end { " /SV 4 0 R" } else { "" }))),
            );
            updated(small(100).bytes(), &objects)
        },
    },
    Bomb {
        name: "ends",
        what: "32 updates follow a stream of 18 MB that is ends of files.",
        make: |_| {
            let mut plain = small(0);
            let id = plain.add(stream("", &times("startxref 0 %%EOF ", MEBI)));
            write!(plain.trailer, " /Note {id} 0 R").unwrap();
            let mut file = plain.bytes();
            for last in 100..132 {
                let form = format!("{CATALOG} /AcroForm <</Fields [{}]>> >>", references(100..last + 1));
                let field =
                    format!("<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal{last}) /Rect [0 0 0 0]>>");
                file = updated(file, &[(1, form), (last, field)]);
            }
            file
        },
    },
];

const CATALOG: &str = "<</Type /Catalog /Pages 2 0 R";
const PAGE: &str = "<</Type /Page /Parent 2 0 R";

/// A file of empty pages, which have the numbers from 10.
fn small(pages: u32) -> Plain {
    let ids = 10..10 + pages;
    let mut objects = std::collections::BTreeMap::from([
        (1, format!("{CATALOG}>>").into_bytes()),
        (2, format!("<</Type /Pages /Kids [{}] /Count {pages}>>", references(ids.clone())).into_bytes()),
    ]);
    objects.extend(ids.map(|id| (id, format!("{PAGE}>>").into_bytes())));
    Plain { header: b"%PDF-1.7\n".to_vec(), objects, trailer: "/Root 1 0 R".to_owned() }
}

fn references(ids: std::ops::Range<u32>) -> String {
    ids.fold(String::new(), |mut list, id| {
        write!(list, "{id} 0 R ").unwrap();
        list
    })
}

/// A file with an update of objects, in the order of their numbers, and a table.
fn updated(mut file: Vec<u8>, objects: &[(u32, String)]) -> Vec<u8> {
    let before = start_xref(&file[file.len() - 60..]);
    let mut table = String::new();
    for section in objects.chunk_by(|(id, _), (next, _)| id + 1 == *next) {
        writeln!(table, "{} {}", section[0].0, section.len()).unwrap();
        for (id, body) in section {
            writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
            file.extend(format!("{id} 0 obj\n{body}\nendobj\n").bytes());
        }
    }
    let (start, size) = (file.len(), objects.last().map_or(0, |(id, _)| id + 1));
    let trailer =
        format!("trailer\n<</Size {size} /Prev {before} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.extend(format!("xref\n{table}{trailer}").bytes());
    file
}
