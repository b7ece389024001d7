//! The words of a file in the order in which they are heard, by its tree of tags.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::{File, entries};
use crate::page::{Kind, Piece};

/// How deep tags may lie in tags.
const DEEPEST: usize = 64;

/// Words that belong together under one tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Passage {
    /// The number of the page on which it begins, from 1.
    pub(crate) page: usize,
    /// Whether it is a line of the list of contents, whose numbers follow the layout.
    pub(crate) in_contents: bool,
    /// The letters of the glyphs.
    pub(crate) seen: String,
    /// The letters that the file says are there.
    pub(crate) heard: String,
}

/// The passages of a file whose pages hold these pieces.
pub(crate) fn passages(file: &File, pages: &[Vec<Piece>]) -> Vec<Passage> {
    let mut walk = Walk {
        file,
        numbers: BTreeMap::new(),
        pieces: BTreeMap::new(),
        seen: BTreeSet::new(),
        told: Vec::new(),
    };
    for (number, (page, pieces)) in file.pages().iter().zip(pages).enumerate() {
        walk.numbers.insert(*page, number);
        for piece in pieces {
            if let Kind::Text(mark) = piece.kind {
                walk.pieces.entry((number, mark)).or_default().push(piece);
            }
        }
    }
    let tree = file.catalog().and_then(|catalog| file.dictionary(catalog, "StructTreeRoot"));
    if let Some(tree) = tree {
        walk.kids(tree, Under { page: None, in_contents: false, silent: false, depth: 0 });
    }
    walk.told
}

/// What a tag has from those above it.
#[derive(Clone, Copy)]
struct Under {
    page: Option<usize>,
    in_contents: bool,
    /// Whether a tag above says what is heard.
    silent: bool,
    depth: usize,
}

struct Walk<'a> {
    file: &'a File,
    /// The number of each page, from 0.
    numbers: BTreeMap<ObjectId, usize>,
    /// What is drawn under each number of each page.
    pieces: BTreeMap<(usize, i64), Vec<&'a Piece>>,
    seen: BTreeSet<ObjectId>,
    told: Vec<Passage>,
}

impl<'a> Walk<'a> {
    fn kids(&mut self, element: &'a Dictionary, under: Under) {
        let mut open: Option<Passage> = None;
        let kids = match self.file.at(element, "K") {
            Object::Array(_) => self.file.items(element, "K"),
            Object::Null => &[],
            _ => element.get(b"K").map_or(&[][..], std::slice::from_ref),
        };
        for kid in kids {
            let marked = match self.file.get(kid) {
                Object::Integer(number) => Some((under.page, *number)),
                other => entries(other).filter(|kid| kid.has_type(b"MCR")).and_then(|kid| {
                    let page = self.page(kid).or(under.page);
                    Some((page, kid.get(b"MCID").and_then(Object::as_i64).ok()?))
                }),
            };
            match marked {
                Some((Some(page), number)) => {
                    let passage = open.get_or_insert_with(|| Passage {
                        page: page + 1,
                        in_contents: under.in_contents,
                        seen: String::new(),
                        heard: String::new(),
                    });
                    for piece in self.pieces.get(&(page, number)).into_iter().flatten() {
                        passage.seen.push_str(&piece.seen);
                        if !under.silent {
                            passage.heard.push_str(&piece.heard);
                        }
                    }
                }
                Some((None, _)) => {}
                None => {
                    self.told.extend(open.take());
                    self.element(kid, under);
                }
            }
        }
        self.told.extend(open);
    }

    fn element(&mut self, kid: &'a Object, under: Under) {
        if let Object::Reference(id) = kid
            && !self.seen.insert(*id)
        {
            return;
        }
        let Some(element) = entries(self.file.get(kid)).filter(|_| under.depth < DEEPEST) else { return };
        let contents = self.file.at(element, "S").as_name().is_ok_and(|name| name == b"TOC");
        let said = ["ActualText", "Alt"].into_iter().find_map(|key| self.file.words(element, key));
        let page = self.page(element).or(under.page);
        let within = Under {
            page,
            in_contents: under.in_contents || contents,
            silent: under.silent || said.is_some(),
            depth: under.depth + 1,
        };
        if let Some(heard) = said.filter(|_| !under.silent) {
            let page = page.map_or(1, |page| page + 1);
            self.told.push(Passage { page, in_contents: within.in_contents, seen: String::new(), heard });
        }
        self.kids(element, within);
    }

    fn page(&self, element: &Dictionary) -> Option<usize> {
        self.numbers.get(&element.get(b"Pg").and_then(Object::as_reference).ok()?).copied()
    }
}
