//! The file is written otherwise, and nothing that a viewer shows and no data differ: what programs do that save a file.

use std::fmt::Write as _;

use crate::base::Base;
use crate::forgery::{Bases, Family, Forgeries, SAVED_AGAIN};
use crate::packed::Packing;
use crate::streams::deflated;
use tests::plain_pdf::{Plain, position, stream};

pub const FAMILY: Family =
    Family { name: "harmless", what: "the file is written otherwise, with the same pages and data", make };

fn make(bases: &Bases, out: &mut Forgeries) {
    for (name, what, base) in [
        ("plain-statement", "A statement is unpacked.", &bases.statement),
        ("plain-house-style", "A statement in a house style is unpacked.", &bases.house_style),
        ("plain-return", "A return is unpacked.", &bases.agar),
        ("plain-leicestershire", "Leicestershire is unpacked.", &bases.leicestershire),
    ] {
        out.bytes(base, (name, what), SAVED_AGAIN, base.plain().bytes());
    }
    whole(&bases.statement, out);
    parts(&bases.statement, out);
}

/// The file with each number larger by some.
fn renumbered(file: &Plain, by: u32) -> Plain {
    let moved = |body: &[u8]| {
        let (head, rest) = body.split_at(position(body, b"\nstream\n").unwrap_or(body.len()));
        let head = String::from_utf8(head.to_vec()).unwrap();
        let words: Vec<&str> = head.split(' ').collect();
        let mut out = String::new();
        for (index, word) in words.iter().enumerate() {
            let refers = words.get(index + 1) == Some(&"0")
                && words.get(index + 2).is_some_and(|it| it.starts_with('R'));
            let digits = word.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            match digits.parse::<u32>() {
                Ok(number) if refers => {
                    write!(out, "{}{} ", &word[..word.len() - digits.len()], number + by).unwrap();
                }
                _ => write!(out, "{word} ").unwrap(),
            }
        }
        out.pop();
        [out.as_bytes(), rest].concat()
    };
    let objects = file.objects.iter().map(|(id, body)| (id + by, moved(body))).collect();
    let trailer = String::from_utf8(moved(file.trailer.as_bytes())).unwrap();
    Plain { header: file.header.clone(), objects, trailer }
}

fn whole(base: &Base, out: &mut Forgeries) {
    let file = base.plain();
    out.bytes(
        base,
        ("renumbered", "Every object has another number."),
        SAVED_AGAIN,
        renumbered(&file, 7).bytes(),
    );
    out.bytes(
        base,
        ("packed", "The objects are in one object stream that is not compressed."),
        SAVED_AGAIN,
        Packing::default().bytes(&file),
    );
    out.written(base, ("deflated", "Every stream is deflated anew."), SAVED_AGAIN, |file| {
        let streams: Vec<u32> = (file.objects.iter())
            .filter(|(_, body)| position(body, b"\nstream\n").is_some())
            .map(|(id, _)| *id)
            .collect();
        for id in streams {
            let entries = format!("{} /Filter /FlateDecode", file.entries(id));
            let packed = deflated(file.content(id));
            file.objects.insert(id, stream(&entries, &packed));
        }
    });
    out.values(
        base,
        ("order-of-keys", "The keys of every page stand in another order."),
        SAVED_AGAIN,
        |document| {
            for page in document.page_iter().collect::<Vec<_>>() {
                let entries = document.get_dictionary_mut(page).unwrap();
                let mut sorted: Vec<_> =
                    entries.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
                sorted.reverse();
                *entries = sorted.into_iter().collect();
            }
        },
    );
}

fn parts(base: &Base, out: &mut Forgeries) {
    out.written(base, ("nested-tree", "The pages hang in two nodes."), SAVED_AGAIN, |file| {
        let root = file.find("/Type /Pages");
        let mut nodes = String::new();
        let (half, all) = (file.pages() / 2, file.pages());
        for half in [1..=half, half + 1..=all] {
            let node = file.next();
            let pages: Vec<u32> = half.map(|number| file.page(number)).collect();
            let kids: String = pages.iter().map(|page| format!("{page} 0 R ")).collect();
            for page in &pages {
                file.replace(*page, &format!("/Parent {root} 0 R"), format!("/Parent {node} 0 R"));
            }
            file.add(format!("<</Type /Pages /Parent {root} 0 R /Count {} /Kids [{kids}]>>", pages.len()));
            write!(nodes, "{node} 0 R ").unwrap();
        }
        file.objects.insert(root, format!("<</Type /Pages /Count {all} /Kids [{nodes}]>>").into_bytes());
    });
    out.written(base, ("box-inherited", "All pages inherit their media box."), SAVED_AGAIN, |file| {
        for page in (1..=file.pages()).map(|number| file.page(number)).collect::<Vec<_>>() {
            file.replace(page, "/MediaBox [0 0 595.28 841.89 ]", "");
        }
        file.extend(file.find("/Type /Pages"), "/MediaBox [0 0 595.28 841.89]");
    });
    out.written(
        base,
        ("content-divided", "The content of a page is in two streams, divided between operators."),
        SAVED_AGAIN,
        |file| {
            let (page, drawing) = (file.page(5), file.drawing(5));
            let content = file.content(drawing).to_vec();
            let at = position(&content, b"\nEMC\n").unwrap() + 4;
            file.set_content(drawing, &content[..at]);
            let rest = file.add_stream("", &content[at + 1..]);
            file.replace(
                page,
                &format!("/Contents {drawing} 0 R"),
                format!("/Contents [{drawing} 0 R {rest} 0 R]"),
            );
        },
    );
    out.written(
        base,
        ("content-in-list", "The content of a page is a list of one stream."),
        SAVED_AGAIN,
        |file| {
            let (page, drawing) = (file.page(5), file.drawing(5));
            file.replace(page, &format!("/Contents {drawing} 0 R"), format!("/Contents [{drawing} 0 R]"));
        },
    );
    out.written(
        base,
        ("resources-inline", "The resources of a page stand in the page."),
        SAVED_AGAIN,
        |file| {
            let page = file.page(5);
            let resources = file.reference(page, "Resources");
            let body = file.objects.remove(&resources).unwrap();
            file.replace(page, &format!("{resources} 0 R"), body);
        },
    );
    out.written(
        base,
        ("box-by-reference", "The media box of a page is an object of its own."),
        SAVED_AGAIN,
        |file| {
            let media = file.add("[0 0 595.28 841.89]");
            file.replace(file.page(5), "[0 0 595.28 841.89 ]", format!("{media} 0 R"));
        },
    );
    out.written(
        base,
        ("length-by-reference", "The length of a stream is an object of its own."),
        SAVED_AGAIN,
        |file| {
            let drawing = file.drawing(5);
            let length = file.content(drawing).len();
            let known = file.add(length.to_string());
            file.replace(drawing, &format!("/Length {length}"), format!("/Length {known} 0 R"));
        },
    );
    out.written(base, ("hexadecimal", "The title is written in digits."), SAVED_AGAIN, |file| {
        file.replace(
            file.find("/Producer ("),
            "(Annual Governance Statement 2021/22)",
            "<416E6E75616C20476F7665726E616E63652053746174656D656E7420323032312F3232>",
        );
    });
    out.written(base, ("escaped-name", "A name is written with an escape."), SAVED_AGAIN, |file| {
        file.replace(file.page(5), "/Contents", "/Content#73");
    });
    out.written(base, ("octal", "The title is written with an octal escape."), SAVED_AGAIN, |file| {
        file.replace(file.find("/Producer ("), "/Title (Annual", "/Title (\\101nnual");
    });
    out.written(
        base,
        ("decimal-point", "A whole number is written with a decimal point."),
        SAVED_AGAIN,
        |file| {
            file.replace(file.page(5), "[0 0 595.28", "[0.0 0. 595.280");
        },
    );
}
