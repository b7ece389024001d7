//! Objects and entries that are packed small, and large when they are read.

use crate::bomb::{Bomb, packed, times};
use crate::syntax::{entry, xref};
use tests::plain_pdf::{Plain, start_xref};

pub const BOMBS: [Bomb; 2] = [
    Bomb {
        name: "free-entries",
        what: "A cross-reference stream of a few kilobytes has 2.9 million free entries.",
        make: |file| {
            let table = start_xref(&file.bytes());
            let free = vec![0; 7 * (2_900_000 - file.next() as usize - 1)];
            xref(&file, "", "", &[entry(1, table, 0), free].concat())
        },
    },
    Bomb {
        name: "dictionaries",
        what: "An object of an object stream is a list of 1.4 million small dictionaries.",
        make: |file| object(file, &[b"[".to_vec(), times("<</a 1>>", 1_400_000), b"]".to_vec()].concat()),
    },
];

/// The file with an object in an object stream, to which a page refers.
fn object(mut file: Plain, body: &[u8]) -> Vec<u8> {
    let container = file.next();
    let id = container + 2;
    file.extend(file.page(5), &format!("/Group {id} 0 R"));
    let index = format!("{id} 0 ");
    let entries = format!("/Type /ObjStm /N 1 /First {}", index.len());
    file.add(packed(&entries, &[index.as_bytes(), body].concat()));
    let table = start_xref(&file.bytes());
    xref(&file, "", "", &[entry(1, table, 0), entry(2, container as usize, 0)].concat())
}
