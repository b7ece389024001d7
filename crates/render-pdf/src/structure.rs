//! The tree of tags: what each piece of the page is, in reading order.

/// An element of the tree, by its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct ElementId(pub(crate) usize);

/// A stretch of words that belongs to one element, wherever on the pages it comes to lie.
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
    /// A drawing, with the words that say what it shows.
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
    /// Text set apart.
    Note,
    Contents,
    ContentsEntry,
    Reference,
    /// A link.
    Link,
    /// Words in another language, named by its tag.
    Foreign(String),
}

/// What an element holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kid {
    Element(ElementId),
    Content(ContentId),
}

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) role: Role,
    /// `None` for the document itself.
    pub(crate) parent: Option<ElementId>,
    pub(crate) kids: Vec<Kid>,
}

/// All elements, the document first and every parent before its kids.
#[derive(Debug)]
pub(crate) struct Tree {
    elements: Vec<Element>,
    owners: Vec<ElementId>,
}

impl Tree {
    pub(crate) const ROOT: ElementId = ElementId(0);

    pub(crate) fn new() -> Self {
        let document = Element { role: Role::Document, parent: None, kids: Vec::new() };
        Self { elements: vec![document], owners: Vec::new() }
    }

    /// Adds an element after all that its parent holds so far.
    pub(crate) fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element { role, parent: Some(parent), kids: Vec::new() });
        self.hold(parent, Kid::Element(id));
        id
    }

    /// Adds a stretch of words after all that its owner holds so far.
    pub(crate) fn content(&mut self, owner: ElementId) -> ContentId {
        let id = ContentId(self.owners.len());
        self.owners.push(owner);
        self.hold(owner, Kid::Content(id));
        id
    }

    fn hold(&mut self, parent: ElementId, kid: Kid) {
        if let Some(parent) = self.elements.get_mut(parent.0) {
            parent.kids.push(kid);
        }
    }

    pub(crate) fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The element that a stretch of words belongs to.
    pub(crate) fn owner(&self, content: ContentId) -> ElementId {
        self.owners.get(content.0).copied().unwrap_or(Self::ROOT)
    }

    pub(crate) fn role(&self, element: ElementId) -> &Role {
        self.elements.get(element.0).map_or(&Role::Document, |element| &element.role)
    }

    /// How many stretches of words there are.
    pub(crate) fn contents(&self) -> usize {
        self.owners.len()
    }
}
