//! The structure tree: what each part of the document is, in reading order.

/// An element of the tree, by its index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct ElementId(pub(crate) usize);

/// Content that belongs to one element, on whichever pages it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct ContentId(pub(crate) usize);

/// What an element is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    Document,
    Section,
    /// From 1 to 6.
    Heading(u8),
    Paragraph,
    BulletedList,
    NumberedList,
    Item,
    ItemLabel,
    ItemBody,
    /// A drawing, with its alternative text.
    Figure {
        alt: String,
    },
    Table,
    Caption,
    TableHead,
    TableBody,
    TableRow,
    ColumnHeader,
    RowHeader,
    Cell,
    /// A boxed note.
    Note,
    /// Where one person signs.
    SignaturePlace,
    /// A field of a form.
    Field,
    Contents,
    ContentsEntry,
    Reference,
    Link,
    /// Text in another language, given by its tag.
    Foreign(String),
}

/// A child of an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Child {
    Element(ElementId),
    Content(ContentId),
}

#[derive(Debug)]
pub(crate) struct StructureElement {
    pub(crate) role: Role,
    /// `None` for the document itself.
    pub(crate) parent: Option<ElementId>,
    pub(crate) children: Vec<Child>,
}

/// All elements, the document first and every parent before its children.
#[derive(Debug)]
pub(crate) struct StructureTree {
    elements: Vec<StructureElement>,
    owners: Vec<ElementId>,
}

impl StructureTree {
    pub(crate) const ROOT: ElementId = ElementId(0);

    pub(crate) fn new() -> Self {
        let document = StructureElement { role: Role::Document, parent: None, children: Vec::new() };
        Self { elements: vec![document], owners: Vec::new() }
    }

    /// Adds an element as the last child of its parent.
    pub(crate) fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(StructureElement { role, parent: Some(parent), children: Vec::new() });
        self.push_child(parent, Child::Element(id));
        id
    }

    /// Adds content as the last child of its owner.
    pub(crate) fn content(&mut self, owner: ElementId) -> ContentId {
        let id = ContentId(self.owners.len());
        self.owners.push(owner);
        self.push_child(owner, Child::Content(id));
        id
    }

    fn push_child(&mut self, parent: ElementId, child: Child) {
        if let Some(parent) = self.elements.get_mut(parent.0) {
            parent.children.push(child);
        }
    }

    pub(crate) fn elements(&self) -> &[StructureElement] {
        &self.elements
    }

    /// The element that content belongs to.
    pub(crate) fn owner(&self, content: ContentId) -> ElementId {
        self.owners.get(content.0).copied().unwrap_or(Self::ROOT)
    }

    pub(crate) fn role(&self, element: ElementId) -> &Role {
        self.elements.get(element.0).map_or(&Role::Document, |element| &element.role)
    }

    /// The number of contents.
    pub(crate) fn content_count(&self) -> usize {
        self.owners.len()
    }
}
