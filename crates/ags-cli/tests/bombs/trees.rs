//! Trees that are wide, deep, circular or shared.

use std::fmt::Write as _;

use crate::bomb::{Bomb, MEBI, catalog, packed, times};
use tests::plain_pdf::Plain;

pub const BOMBS: [Bomb; 22] = [
    Bomb {
        name: "pages-deep",
        what: "The pages hang 100,000 nodes deep.",
        make: |file| pages_in_chain(file, 100_000),
    },
    Bomb {
        name: "pages-shared",
        what: "Forty nodes of the pages have the next one twice.",
        make: |mut file| {
            let page = file.page(5);
            let first = share(&mut file, 40, 2, "/Type /Pages /Count 9", "/Kids", &format!("{page} 0 R"));
            catalog(&mut file, "Pages", &format!("{first} 0 R"));
            file.bytes()
        },
    },
    Bomb {
        name: "pages-circular",
        what: "A node of the pages has itself a thousand times.",
        make: |mut file| {
            let root = file.find("/Type /Pages");
            file.replace(
                root,
                "/Kids [",
                [b"/Kids [".to_vec(), times(&format!("{root} 0 R "), 1000)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "pages-wide",
        what: "A page is there a million times.",
        make: |mut file| {
            let (root, page) = (file.find("/Type /Pages"), file.page(5));
            file.replace(
                root,
                "/Kids [",
                [b"/Kids [".to_vec(), times(&format!("{page} 0 R "), MEBI)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "pages-of-one-content",
        what: "3,900 pages have one content of 1 MiB.",
        make: |file| pages_of_one_content(file, 3900),
    },
    Bomb {
        name: "parents-deep",
        what: "A page has 100,000 parents.",
        make: |mut file| {
            let first = file.next();
            for _ in 0..100_000 {
                let next = file.next() + 1;
                file.add(format!("<</Type /Pages /Parent {next} 0 R>>"));
            }
            let (page, root) = (file.page(5), file.find("/Type /Pages "));
            file.replace(page, &format!("/Parent {root} 0 R"), format!("/Parent {first} 0 R"));
            file.bytes()
        },
    },
    Bomb {
        name: "names-wide",
        what: "500,000 names lead to one attached file.",
        make: |mut file| {
            let known = file.find("/UF (statement.json)");
            let tree = file.find("/Names [(presentation.json)");
            file.replace(
                tree,
                "/Names [",
                [b"/Names [".to_vec(), times(&format!("(a) {known} 0 R "), 500_000)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "names-of-one-stream",
        what: "900 names lead to files with one stream of 60 MiB.",
        make: |mut file| {
            let kept = file.add(packed("/Type /EmbeddedFile", &vec![b' '; 60 * MEBI]));
            let mut names = String::from("/Names [");
            for number in 0..900 {
                write!(names, "(a{number:03}) <</Type /Filespec /F (a{number:03}) /UF (a{number:03}) /EF <</F {kept} 0 R>> >> ").unwrap();
            }
            let tree = file.find("/Names [(presentation.json)");
            file.replace(tree, "/Names [", names);
            file.bytes()
        },
    },
    Bomb {
        name: "many-files",
        what: "50,000 small files are attached.",
        make: |mut file| {
            let mut names = String::from("/Names [");
            for number in 0..50_000 {
                let kept = file.add_stream("/Type /EmbeddedFile", b"x");
                write!(
                    names,
                    "(a{number:05}) <</Type /Filespec /F (a) /UF (a{number:05}) /EF <</F {kept} 0 R>> >> "
                )
                .unwrap();
            }
            let tree = file.find("/Names [(presentation.json)");
            file.replace(tree, "/Names [", names);
            file.bytes()
        },
    },
    Bomb {
        name: "names-deep",
        what: "The tree of names is 100,000 deep.",
        make: |mut file| {
            let tree = file.find("/Names [(presentation.json)");
            let first = chain(&mut file, 100_000, "", "/Kids");
            file.objects.insert(tree, format!("<</Kids [{first} 0 R]>>").into_bytes());
            file.bytes()
        },
    },
    Bomb {
        name: "names-shared",
        what: "Forty nodes of the tree of names have the next one twice.",
        make: |mut file| {
            let tree = file.find("/Names [(presentation.json)");
            let first = share(&mut file, 40, 2, "", "/Kids", "");
            file.objects.insert(tree, format!("<</Kids [{first} 0 R]>>").into_bytes());
            file.bytes()
        },
    },
    Bomb {
        name: "names-circular",
        what: "The tree of names has itself a thousand times.",
        make: |mut file| {
            let tree = file.find("/Names [(presentation.json)");
            let itself = times(&format!("{tree} 0 R "), 1000);
            file.objects.insert(tree, [b"<</Kids [".to_vec(), itself, b"]>>".to_vec()].concat());
            file.bytes()
        },
    },
    Bomb {
        name: "elements-wide",
        what: "The document has an element 500,000 times.",
        make: |mut file| {
            let document = file.find("/S /Document ");
            let child = file.find("/S /H1 ");
            file.replace(
                document,
                "/K [",
                [b"/K [".to_vec(), times(&format!("{child} 0 R "), 500_000)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "elements-deep",
        what: "Elements are 100,000 deep.",
        make: |mut file| {
            let document = file.find("/S /Document ");
            let first = chain(&mut file, 100_000, "/Type /StructElem /S /Div", "/K");
            file.replace(document, "/K [", format!("/K [{first} 0 R "));
            file.bytes()
        },
    },
    Bomb {
        name: "elements-inline",
        what: "Elements without numbers are 100,000 deep.",
        make: |mut file| {
            let document = file.find("/S /Document ");
            let inside = [b"/K [".to_vec(), times("<</S/Div/K[", 100_000), times("]>>", 100_000)].concat();
            file.replace(document, "/K [", inside);
            file.bytes()
        },
    },
    Bomb {
        name: "elements-shared",
        what: "Forty elements have the next one twice.",
        make: |mut file| {
            let document = file.find("/S /Document ");
            let first = share(&mut file, 40, 2, "/Type /StructElem /S /Div", "/K", "0");
            file.replace(document, "/K [", format!("/K [{first} 0 R "));
            file.bytes()
        },
    },
    Bomb {
        name: "elements-circular",
        what: "The document has itself a thousand times.",
        make: |mut file| {
            let document = file.find("/S /Document ");
            file.replace(
                document,
                "/K [",
                [b"/K [".to_vec(), times(&format!("{document} 0 R "), 1000)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "marks-repeated",
        what: "An element has one mark of a page a million times.",
        make: |mut file| {
            let heading = file.find("/S /H1 ");
            file.replace(heading, "/K [", [b"/K [".to_vec(), times("0 ", MEBI)].concat());
            file.bytes()
        },
    },
    Bomb {
        name: "long-mark-repeated",
        what: "An element has a mark of 1 MiB 100,000 times.",
        make: |mut file| {
            let heading = file.find("/S /H1 ");
            file.replace(heading, "/K [", [b"/K [".to_vec(), times("9000 ", 100_000)].concat());
            let drawing = file.drawing(4);
            let shown = [
                b"/P <</MCID 9000>> BDC BT /Regular 12 Tf (".to_vec(),
                times("\0\x14", MEBI),
                b") Tj ET EMC\n".to_vec(),
            ];
            let content = [shown.concat(), file.content(drawing).to_vec()].concat();
            file.objects.insert(drawing, packed("", &content));
            file.bytes()
        },
    },
    Bomb {
        name: "bookmarks-circular",
        what: "A bookmark is followed by itself.",
        make: |mut file| {
            let one = file.find("/Title (Contents)");
            let next = file.reference(one, "Next");
            file.replace(one, &format!("/Next {next} 0 R"), format!("/Next {one} 0 R"));
            file.bytes()
        },
    },
    Bomb {
        name: "links-repeated",
        what: "A page has one link a million times.",
        make: |mut file| {
            let (page, link) = (file.page(4), file.find("/Subtype /Link"));
            file.replace(
                page,
                "/Annots [",
                [b"/Annots [".to_vec(), times(&format!("{link} 0 R "), MEBI)].concat(),
            );
            file.bytes()
        },
    },
    Bomb {
        name: "objects-shared",
        what: "Sixty arrays that a page has hold the next one twice.",
        make: |mut file| {
            let first = file.next();
            for _ in 0..60 {
                let next = file.next() + 1;
                file.add(format!("[{next} 0 R {next} 0 R]"));
            }
            file.add("[0]");
            file.extend(file.page(5), &format!("/PieceInfo {first} 0 R"));
            file.bytes()
        },
    },
];

/// Nodes of which each has the next, and gives the number of the first.
fn chain(file: &mut Plain, length: usize, entries: &str, key: &str) -> u32 {
    let first = file.next();
    let mut id = first;
    for _ in 0..length {
        file.objects.insert(id, format!("<<{entries} {key} [{} 0 R]>>", id + 1).into_bytes());
        id += 1;
    }
    file.objects.insert(id, format!("<<{entries} {key} []>>").into_bytes());
    first
}

/// Nodes of which each has the next some times, and the last has something else; gives the number of the first.
fn share(file: &mut Plain, length: usize, each: usize, entries: &str, key: &str, last: &str) -> u32 {
    let first = file.next();
    for _ in 0..length {
        let next = format!("{} 0 R ", file.next() + 1).repeat(each);
        file.add(format!("<<{entries} {key} [{next}]>>"));
    }
    file.add(format!("<<{entries} {key} [{last}]>>"));
    first
}

fn pages_in_chain(mut file: Plain, length: usize) -> Vec<u8> {
    let root = file.find("/Type /Pages");
    let entries = format!("/Type /Pages /Count {}", file.count());
    let first = chain(&mut file, length, &entries, "/Kids");
    let kids = file.objects[&root].clone();
    let last = file.next() - 1;
    file.objects.insert(last, kids);
    catalog(&mut file, "Pages", &format!("{first} 0 R"));
    file.bytes()
}

fn pages_of_one_content(mut file: Plain, count: usize) -> Vec<u8> {
    let content = file.add(packed("", &times("q Q\n", MEBI / 4)));
    let root = file.find("/Type /Pages");
    let mut kids = String::new();
    for _ in 0..count {
        let page = file
            .add(format!("<</Type /Page /Parent {root} 0 R /MediaBox [0 0 9 9] /Contents {content} 0 R>>"));
        write!(kids, "{page} 0 R ").unwrap();
    }
    file.objects.insert(root, format!("<</Type /Pages /Count {count} /Kids [{kids}]>>").into_bytes());
    file.bytes()
}
