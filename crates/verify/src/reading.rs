//! A PDF file read back: what it carries, what stands on its pages and what is heard of it.

use lopdf::Object;

use crate::error::ReadError;
use crate::file::{File, entries};
use crate::page::{self, Kind, Piece};
use crate::tags::{self, Passage};

/// How many names lie in names of a list of attached files, at most.
const DEEPEST: usize = 16;
/// The most attached files that are looked at, inclusive.
const MOST_FILES: usize = 1_000;

/// A PDF file read back.
///
/// Nothing but the bytes is asked, and no bytes make it panic. A page whose drawing cannot be understood has no
/// words.
pub struct Reading {
    pub(crate) file: File,
    pub(crate) pieces: Vec<Vec<Piece>>,
    pub(crate) passages: Vec<Passage>,
    attachments: Vec<Carried>,
}

/// A file that the PDF carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried {
    /// Its name, as in `statement.json`.
    pub name: String,
    /// Its media type; empty where none is given.
    pub media_type: String,
    /// What it is said to hold; empty where nothing is said.
    pub description: String,
    /// What it is to the pages, as in `Source`; empty where it is not said.
    pub relationship: String,
    /// What it holds, unpacked.
    pub content: Vec<u8>,
}

impl Reading {
    /// Reads a file.
    ///
    /// # Errors
    /// - [`ReadError::Malformed`], [`ReadError::NoPage`] and [`ReadError::Encrypted`] for bytes that are no PDF for
    ///   everyone to read;
    /// - [`ReadError::TooLarge`], [`ReadError::Unpacked`] and [`ReadError::TooMuch`] for what is more than we take.
    pub fn of(bytes: &[u8]) -> Result<Self, ReadError> {
        let file = File::read(bytes)?;
        let pieces: Vec<Vec<Piece>> = (file.pages().iter())
            .map(|page| {
                entries(file.object(*page)).and_then(|page| page::read(&file, page)).unwrap_or_default()
            })
            .collect();
        let passages = tags::passages(&file, &pieces);
        let attachments = attachments(&file);
        Ok(Self { file, pieces, passages, attachments })
    }

    /// How many pages there are; at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pieces.len()
    }

    /// The files it carries, in the order of their list.
    #[must_use]
    pub fn attachments(&self) -> &[Carried] {
        &self.attachments
    }

    /// What is heard, a passage to an item, in the order of the tags; figures are heard by their alternative text.
    pub fn passages(&self) -> impl Iterator<Item = &str> {
        self.passages.iter().map(|passage| passage.heard.as_str()).filter(|heard| !heard.trim().is_empty())
    }

    /// The words of the document on a page, from 0, in the order in which they are drawn.
    #[must_use]
    pub fn text(&self, page: usize) -> String {
        self.drawn(page, |kind| matches!(kind, Kind::Text(_)))
    }

    /// The words beside the text of a page, from 0: header, footer and what is repeated.
    #[must_use]
    pub fn beside(&self, page: usize) -> String {
        self.drawn(page, |kind| *kind == Kind::Beside)
    }

    /// The words on a page, from 0, that are not marked as anything; a tagged file has none.
    #[must_use]
    pub fn unmarked(&self, page: usize) -> String {
        self.drawn(page, |kind| *kind == Kind::Unmarked)
    }

    fn drawn(&self, page: usize, wanted: fn(&Kind) -> bool) -> String {
        let pieces = self.pieces.get(page).into_iter().flatten().filter(|piece| wanted(&piece.kind));
        pieces.map(|piece| piece.seen.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// What the file says of itself under a key of its information, as in `Title` or `Producer`.
    #[must_use]
    pub fn information(&self, key: &str) -> Option<String> {
        let information = self.file.dictionary(self.file.trailer(), "Info")?;
        self.file.words(information, key)
    }

    pub(crate) fn carried(&self, name: &str) -> Option<&Carried> {
        self.attachments.iter().find(|carried| carried.name == name)
    }
}

/// The files that the list of names and the list of associated files lead to, each once.
fn attachments(file: &File) -> Vec<Carried> {
    let Some(catalog) = file.catalog() else { return Vec::new() };
    let names = file.dictionary(catalog, "Names").and_then(|names| names.get(b"EmbeddedFiles").ok());
    let mut specifications = Vec::new();
    let mut open: Vec<(&Object, usize)> = names.map(|names| (names, 0)).into_iter().collect();
    while let Some((node, depth)) = open.pop() {
        let Some(node) = entries(file.get(node)) else { continue };
        specifications.extend(file.items(node, "Names").chunks_exact(2).filter_map(|pair| pair.last()));
        if depth < DEEPEST && specifications.len() < MOST_FILES {
            open.extend(file.items(node, "Kids").iter().rev().take(MOST_FILES).map(|kid| (kid, depth + 1)));
        }
        if open.len() > MOST_FILES {
            break;
        }
    }
    for associated in file.items(catalog, "AF") {
        if !specifications.contains(&associated) {
            specifications.push(associated);
        }
    }
    specifications.into_iter().take(MOST_FILES).filter_map(|one| carried(file, one)).collect()
}

fn carried(file: &File, specification: &Object) -> Option<Carried> {
    let specification = entries(file.get(specification))?;
    let name = file.words(specification, "UF").or_else(|| file.words(specification, "F"))?;
    let kept = file.dictionary(specification, "EF")?;
    let stream = match file.at(kept, "UF") {
        stream @ Object::Stream(_) => stream,
        _ => file.at(kept, "F"),
    };
    let stream = stream.as_stream().ok()?;
    let named = |object: &Object| {
        object.as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    };
    Some(Carried {
        name,
        media_type: named(file.at(&stream.dict, "Subtype")),
        description: file.words(specification, "Desc").unwrap_or_default(),
        relationship: named(file.at(specification, "AFRelationship")),
        content: file.content(stream).unwrap_or_default(),
    })
}
