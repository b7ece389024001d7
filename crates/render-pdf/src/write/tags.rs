//! The structure tree in the file: structure elements, annotations and the parent tree.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::object::{destination, integer, text};
use crate::layout::{Annotation, ContentTag, ControlKind, Layout, Rect};
use crate::structure::{Child, ElementId, Role, StructureElement, StructureTree};
use crate::style;

/// What the catalogue refers to.
pub(super) struct Tags {
    /// The root of the structure tree.
    pub(super) root: ObjectId,
    /// The fields for signatures, in reading order.
    pub(super) fields: Vec<ObjectId>,
}

/// Writes the tags of a layout.
pub(super) fn write(document: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Tags {
    let mut writer = TagWriter::new(document, layout, pages);
    writer.number();
    writer.annotations();
    writer.elements();
    let root = writer.root();
    Tags { root, fields: writer.fields }
}

/// The structure type of an element, which is also the tag of its marked content.
pub(super) fn name(role: &Role) -> &'static str {
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
        Role::Note | Role::SignaturePlace => "Div",
        Role::Field => "Form",
        Role::Contents => "TOC",
        Role::ContentsEntry => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Foreign(_) => "Span",
    }
}

/// A marked-content sequence: the index of its page, and its number on the page.
type MarkedContentRef = (usize, i64);

struct TagWriter<'a> {
    document: &'a mut Document,
    layout: &'a Layout,
    pages: &'a [ObjectId],
    /// Where each content is drawn.
    contents: Vec<Vec<MarkedContentRef>>,
    /// The bounds of each figure.
    figure_bounds: BTreeMap<ElementId, Rect>,
    /// The fields for signatures so far.
    fields: Vec<ObjectId>,
    /// The annotations of each element, with the index of their page.
    annotations: Vec<Vec<(usize, ObjectId)>>,
    /// The object of each element; `None` for one that is left out because it is empty.
    objects: Vec<Option<ObjectId>>,
    /// The values of the parent tree, in the order of their keys from 0.
    parents: Vec<Object>,
}

impl<'a> TagWriter<'a> {
    fn new(document: &'a mut Document, layout: &'a Layout, pages: &'a [ObjectId]) -> Self {
        let elements = layout.tree.elements();
        let mut writer = Self {
            document,
            layout,
            pages,
            contents: vec![Vec::new(); layout.tree.content_count()],
            figure_bounds: BTreeMap::new(),
            fields: Vec::new(),
            annotations: vec![Vec::new(); elements.len()],
            objects: vec![None; elements.len()],
            parents: Vec::new(),
        };
        writer.reserve();
        writer
    }

    /// Reserves an object for every element that has content or is a field, and for empty cells.
    fn reserve(&mut self) {
        let mut holds: Vec<bool> = vec![false; self.objects.len()];
        for (index, element) in self.layout.tree.elements().iter().enumerate().rev() {
            let own = matches!(element.role, Role::Cell | Role::Field);
            let children = element.children.iter().any(|child| match child {
                Child::Element(child) => holds.get(child.0).copied().unwrap_or(false),
                Child::Content(_) => true,
            });
            if let Some(holds) = holds.get_mut(index) {
                *holds = own || children;
            }
        }
        for (object, holds) in self.objects.iter_mut().zip(holds) {
            *object = holds.then(|| self.document.new_object_id());
        }
    }

    /// Records where each content is drawn: the content fragments of a page are numbered from 0.
    fn number(&mut self) {
        for (page, drawn) in self.layout.pages.iter().enumerate() {
            let mut owners = Vec::new();
            let contents = drawn.fragments.iter().filter_map(|fragment| match fragment.tag {
                ContentTag::Content(content) => Some((content, fragment)),
                _ => None,
            });
            for (number, (content, fragment)) in (0..).zip(contents) {
                let owner = self.layout.tree.owner(content);
                if let Role::Figure { .. } = self.layout.tree.role(owner) {
                    self.figure_bounds.extend(fragment.bounds().map(|rect| (owner, rect)));
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

    /// Adds the annotations of every page, and the keys that lead from a page to its tags.
    fn annotations(&mut self) {
        for (number, (page, drawn)) in self.pages.iter().zip(&self.layout.pages).enumerate() {
            let mut annotations = Vec::new();
            for annotation in &drawn.annotations {
                let written = match &annotation.control.kind {
                    ControlKind::SignatureField => self.field(annotation, *page),
                    kind => self.link(annotation, kind),
                };
                let id = self.document.add_object(written);
                if let ControlKind::SignatureField = annotation.control.kind {
                    self.fields.push(id);
                }
                self.parents.push(self.object(annotation.element));
                annotations.push(Object::Reference(id));
                if let Some(found) = self.annotations.get_mut(annotation.element.0) {
                    found.push((number, id));
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

    fn link(&self, annotation: &Annotation, kind: &ControlKind) -> Dictionary {
        let [left, bottom, right, top] = corners(annotation.rect);
        let quad = [left, top, right, top, left, bottom, right, bottom];
        let mut written = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => reals(&[left, bottom, right, top]),
            "QuadPoints" => reals(&quad),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4,
            "Contents" => text(&annotation.control.description),
            "StructParent" => integer(self.parents.len()),
        };
        self.set_target(kind, &mut written);
        written
    }

    /// Sets the action or the destination of a link.
    fn set_target(&self, kind: &ControlKind, annotation: &mut Dictionary) {
        match kind {
            ControlKind::Uri(uri) => {
                let uri = Object::string_literal(ascii(uri));
                annotation.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => uri });
            }
            ControlKind::Bookmark(number) => {
                if let Some(bookmark) = self.layout.bookmarks.get(*number) {
                    annotation.set("Dest", destination(bookmark, self.pages));
                }
            }
            ControlKind::SignatureField => {}
        }
    }

    /// A field for a signature, which is also its place on the page; its appearance is empty until it is signed.
    fn field(&mut self, annotation: &Annotation, page: ObjectId) -> Dictionary {
        let Rect { width, height, .. } = annotation.rect;
        let appearance = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => reals(&[0.0, 0.0, width, height]),
            "Resources" => Dictionary::new(),
        };
        let appearance = self.document.add_object(Stream::new(appearance, Vec::new()));
        dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => text(&format!("Signature{}", self.fields.len() + 1)),
            "TU" => text(&annotation.control.description),
            "Rect" => reals(&corners(annotation.rect)),
            "F" => 4,
            "P" => page,
            "AP" => dictionary! { "N" => appearance },
            "StructParent" => integer(self.parents.len()),
        }
    }

    fn elements(&mut self) {
        for (index, element) in self.layout.tree.elements().iter().enumerate() {
            let Some(id) = self.objects.get(index).copied().flatten() else { continue };
            let written = self.element(ElementId(index), element);
            self.document.set_object(id, written);
        }
    }

    fn element(&self, id: ElementId, element: &StructureElement) -> Dictionary {
        let mut children = Vec::new();
        let mut first_page = None;
        for child in &element.children {
            match child {
                Child::Element(child) => children.push(self.object(*child)),
                Child::Content(content) => {
                    for &(page, number) in self.contents.get(content.0).into_iter().flatten() {
                        let own = *first_page.get_or_insert(page) == page;
                        children.push(if own { number.into() } else { self.marked(page, number).into() });
                    }
                }
            }
        }
        children.retain(|child| *child != Object::Null);
        for &(page, annotation) in self.annotations.get(id.0).into_iter().flatten() {
            children
                .push(dictionary! { "Type" => "OBJR", "Pg" => self.page(page), "Obj" => annotation }.into());
        }
        let mut written = dictionary! { "Type" => "StructElem", "S" => name(&element.role), "K" => children };
        if let Some(parent) = element.parent {
            written.set("P", self.object(parent));
        }
        if let Some(page) = first_page {
            written.set("Pg", self.page(page));
        }
        set_attributes(&element.role, &mut written);
        if let Some(rect) = self.figure_bounds.get(&id) {
            let sides = reals(&corners(*rect));
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
        let top = self.object(StructureTree::ROOT);
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

/// Sets the attributes of a role.
fn set_attributes(role: &Role, written: &mut Dictionary) {
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

/// A URI in ASCII: every other byte is percent-encoded.
fn ascii(address: &str) -> String {
    let encoded =
        |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(encoded).collect()
}

/// The left, lower, right and upper side of a rectangle, measured from the bottom of the page.
fn corners(Rect { x, y, width, height }: Rect) -> [f32; 4] {
    [x, style::PAGE_HEIGHT - y - height, x + width, style::PAGE_HEIGHT - y]
}

fn reals(numbers: &[f32]) -> Object {
    numbers.iter().map(|number| Object::Real((number * 100.0).round() / 100.0)).collect::<Vec<_>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_outside_ascii_are_percent_encoded() {
        assert_eq!(ascii("https://example.org/tŷ?a=%20b"), "https://example.org/t%C5%B7?a=%20b");
    }
}
