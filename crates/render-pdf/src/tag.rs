//! The tree of tags inside the file: structure elements, links and the way back from page to tag.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::layout::{Area, Layout, Link, LinkArea, Mark, Target};
use crate::structure::{Element, ElementId, Kid, Role};
use crate::style;
use crate::write::{text, top_of};

/// Writes the tags of a layout over its pages, and gives the root of their tree.
pub(crate) fn write(document: &mut Document, layout: &Layout, pages: &[ObjectId]) -> ObjectId {
    let mut tags = Tags::new(document, layout, pages);
    tags.number();
    tags.links();
    tags.elements();
    tags.root()
}

/// The name by which the content of an element is marked on a page, and the type of the element.
pub(crate) fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::BulletedList | Role::NumberedList => "L",
        Role::Item => "LI",
        Role::ItemLabel => "Lbl",
        Role::ItemBody => "LBody",
        Role::Figure { .. } => "Figure",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::ColumnHeader | Role::RowHeader => "TH",
        Role::Cell => "TD",
        Role::Note => "Div",
        Role::Contents => "TOC",
        Role::ContentsEntry => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Foreign(_) => "Span",
    }
}

/// A stretch of marked content: the number of its page, and its number on the page.
type Marked = (usize, i64);

struct Tags<'a> {
    document: &'a mut Document,
    layout: &'a Layout,
    pages: &'a [ObjectId],
    /// Where the words of each content stand.
    contents: Vec<Vec<Marked>>,
    /// The area that each figure fills.
    drawings: BTreeMap<ElementId, Area>,
    /// The links of each element, with the number of their page.
    annotations: Vec<Vec<(usize, ObjectId)>>,
    /// The object of each element; `None` for one that holds nothing.
    objects: Vec<Option<ObjectId>>,
    /// The elements that the numbers of the way back lead to, from 0.
    parents: Vec<Object>,
}

impl<'a> Tags<'a> {
    fn new(document: &'a mut Document, layout: &'a Layout, pages: &'a [ObjectId]) -> Self {
        let elements = layout.tree.elements();
        let mut tags = Self {
            document,
            layout,
            pages,
            contents: vec![Vec::new(); layout.tree.contents()],
            drawings: BTreeMap::new(),
            annotations: vec![Vec::new(); elements.len()],
            objects: vec![None; elements.len()],
            parents: Vec::new(),
        };
        tags.reserve();
        tags
    }

    /// Reserves an object for every element but those that hold nothing and say nothing by it.
    fn reserve(&mut self) {
        let mut holds: Vec<bool> = vec![false; self.objects.len()];
        for (index, element) in self.layout.tree.elements().iter().enumerate().rev() {
            let own = !element.kids.is_empty() || element.role == Role::Cell;
            let kids = element.kids.iter().any(|kid| match kid {
                Kid::Element(kid) => holds.get(kid.0).copied().unwrap_or(false),
                Kid::Content(_) => true,
            });
            if let Some(holds) = holds.get_mut(index) {
                *holds = own && (kids || element.role == Role::Cell);
            }
        }
        for (object, holds) in self.objects.iter_mut().zip(holds) {
            *object = holds.then(|| self.document.new_object_id());
        }
    }

    /// Notes where each content stands: the content pieces of a page are numbered from 0.
    fn number(&mut self) {
        for (page, drawn) in self.layout.pages.iter().enumerate() {
            let mut owners = Vec::new();
            let contents = drawn.pieces.iter().filter_map(|piece| match piece.mark {
                Mark::Content(content) => Some((content, piece)),
                _ => None,
            });
            for (number, (content, piece)) in (0..).zip(contents) {
                let owner = self.layout.tree.owner(content);
                if let Role::Figure { .. } = self.layout.tree.role(owner) {
                    self.drawings.extend(piece.area().map(|area| (owner, area)));
                }
                if let Some(places) = self.contents.get_mut(content.0) {
                    places.push((page, number));
                }
                owners.push(self.object(owner));
            }
            let owners = self.document.add_object(owners);
            self.parents.push(owners.into());
        }
    }

    fn object(&self, element: ElementId) -> Object {
        self.objects.get(element.0).copied().flatten().map_or(Object::Null, Object::Reference)
    }

    /// Adds the links of every page, and to every page what readers look for.
    fn links(&mut self) {
        for (number, (page, drawn)) in self.pages.iter().zip(&self.layout.pages).enumerate() {
            let mut annotations = Vec::new();
            for link in &drawn.links {
                let annotation = self.annotation(link);
                let annotation = self.document.add_object(annotation);
                self.parents.push(self.object(link.element));
                annotations.push(Object::Reference(annotation));
                if let Some(links) = self.annotations.get_mut(link.element.0) {
                    links.push((number, annotation));
                }
            }
            let Ok(page) = self.document.get_dictionary_mut(*page) else { continue };
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
            }
            page.set("StructParents", integer(number));
            page.set("Tabs", "S");
        }
    }

    fn annotation(&self, area: &LinkArea) -> Dictionary {
        let [left, bottom, right, top] = corners(area.area);
        let quad = [left, top, right, top, left, bottom, right, bottom];
        let mut annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => reals(&[left, bottom, right, top]),
            "QuadPoints" => reals(&quad),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4,
            "Contents" => text(&area.link.words),
            "StructParent" => integer(self.parents.len()),
        };
        self.lead(&area.link, &mut annotation);
        annotation
    }

    /// Says where a link leads.
    fn lead(&self, link: &Link, annotation: &mut Dictionary) {
        match &link.target {
            Target::Address(address) => {
                let address = Object::string_literal(ascii(address));
                annotation.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => address });
            }
            Target::Bookmark(number) => {
                if let Some(bookmark) = self.layout.bookmarks.get(*number) {
                    annotation.set("Dest", top_of(bookmark, self.pages));
                }
            }
        }
    }

    fn elements(&mut self) {
        for (index, element) in self.layout.tree.elements().iter().enumerate() {
            let Some(id) = self.objects.get(index).copied().flatten() else { continue };
            let written = self.element(ElementId(index), element);
            self.document.set_object(id, written);
        }
    }

    fn element(&self, id: ElementId, element: &Element) -> Dictionary {
        let mut kids = Vec::new();
        let mut first_page = None;
        for kid in &element.kids {
            match kid {
                Kid::Element(kid) => kids.push(self.object(*kid)),
                Kid::Content(content) => {
                    for &(page, number) in self.contents.get(content.0).into_iter().flatten() {
                        let own = *first_page.get_or_insert(page) == page;
                        kids.push(if own { number.into() } else { self.marked(page, number).into() });
                    }
                }
            }
        }
        kids.retain(|kid| *kid != Object::Null);
        for &(page, annotation) in self.annotations.get(id.0).into_iter().flatten() {
            kids.push(dictionary! { "Type" => "OBJR", "Pg" => self.page(page), "Obj" => annotation }.into());
        }
        let mut written = dictionary! { "Type" => "StructElem", "S" => name(&element.role), "K" => kids };
        if let Some(parent) = element.parent {
            written.set("P", self.object(parent));
        }
        if let Some(page) = first_page {
            written.set("Pg", self.page(page));
        }
        describe(&element.role, &mut written);
        if let Some(area) = self.drawings.get(&id) {
            let sides = reals(&corners(*area));
            written.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => sides });
        }
        written
    }

    fn marked(&self, page: usize, number: i64) -> Dictionary {
        dictionary! { "Type" => "MCR", "Pg" => self.page(page), "MCID" => number }
    }

    fn page(&self, number: usize) -> Object {
        self.pages.get(number).copied().map_or(Object::Null, Object::Reference)
    }

    fn root(&mut self) -> ObjectId {
        let top = self.object(crate::structure::Tree::ROOT);
        let parents = std::mem::take(&mut self.parents);
        let next = integer(parents.len());
        let numbered = parents.into_iter().enumerate().flat_map(|(key, parent)| [integer(key), parent]);
        let parents = dictionary! { "Nums" => numbered.collect::<Vec<_>>() };
        let parents = self.document.add_object(parents);
        let root = self.document.add_object(dictionary! {
            "Type" => "StructTreeRoot",
            "K" => top.clone(),
            "ParentTree" => parents,
            "ParentTreeNextKey" => next,
        });
        if let Some(Ok(document)) = top.as_reference().ok().map(|top| self.document.get_dictionary_mut(top)) {
            document.set("P", root);
        }
        root
    }
}

/// Adds what a role says beyond its name.
fn describe(role: &Role, written: &mut Dictionary) {
    let attributes = match role {
        Role::BulletedList => dictionary! { "O" => "List", "ListNumbering" => "Disc" },
        Role::NumberedList => dictionary! { "O" => "List", "ListNumbering" => "Decimal" },
        Role::ColumnHeader => dictionary! { "O" => "Table", "Scope" => "Column" },
        Role::RowHeader => dictionary! { "O" => "Table", "Scope" => "Row" },
        Role::Figure { alt } => return written.set("Alt", text(alt)),
        Role::Foreign(language) => return written.set("Lang", Object::string_literal(language.as_str())),
        _ => return,
    };
    written.set("A", attributes);
}

/// An address as it may stand in a file: every byte outside ASCII written as `%` and two digits.
fn ascii(address: &str) -> String {
    let letter =
        |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(letter).collect()
}

/// The left, lower, right and upper side of an area, counted from the bottom of the page.
fn corners(Area { x, y, width, height }: Area) -> [f32; 4] {
    [x, style::PAGE_HEIGHT - y - height, x + width, style::PAGE_HEIGHT - y]
}

/// A count or a number as an object.
pub(crate) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

fn reals(numbers: &[f32]) -> Object {
    numbers.iter().map(|number| Object::Real((number * 100.0).round() / 100.0)).collect::<Vec<_>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_with_letters_outside_ascii_is_escaped() {
        assert_eq!(ascii("https://example.org/tŷ?a=%20b"), "https://example.org/t%C5%B7?a=%20b");
    }
}
