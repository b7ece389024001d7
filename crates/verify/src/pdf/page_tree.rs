//! The page tree as viewers walk it (ISO 32000-1:2008, 7.7.3).

use std::collections::BTreeMap;

use super::object::{Dictionary, Object, ObjectId};
use super::objects::Objects;
use crate::error::Limit;
use crate::limits::MAX_PAGES;

/// How deep nodes may be nested, inclusive.
const MAX_DEPTH: usize = 30;
/// The keys of a node, and those that pages inherit from it.
const NODE_KEYS: [&str; 8] =
    ["Type", "Parent", "Kids", "Count", "Resources", "MediaBox", "CropBox", "Rotate"];
/// The keys that a page may inherit.
pub(crate) const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// The pages in order, and the parent of each node but the root.
pub(super) struct PageTree {
    pages: Vec<ObjectId>,
    parents: BTreeMap<ObjectId, Option<ObjectId>>,
}

impl PageTree {
    /// The tree of a file. Where two viewers could see different pages there is a fault.
    pub(super) fn walk(file: &Objects<'_>) -> Self {
        let mut tree = Self { pages: Vec::new(), parents: BTreeMap::new() };
        let Some(root) = file.catalog().and_then(|catalog| catalog.get("Pages").as_reference()) else {
            file.fault((0, 0), "the catalogue does not refer to a page tree");
            return tree;
        };
        if file.object(root).entries().is_some_and(|entries| entries.has("Parent")) {
            file.fault(root, "the root of the page tree has a parent");
        }
        tree.parents.insert(root, None);
        tree.node(file, root, 0, [false; 4]);
        tree
    }

    pub(super) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    pub(super) fn parent(&self, node: ObjectId) -> Option<ObjectId> {
        self.parents.get(&node).copied().flatten()
    }

    /// Visits a node; `above` says which keys a page below inherits from the nodes above.
    fn node(&mut self, file: &Objects<'_>, id: ObjectId, depth: usize, above: [bool; 4]) {
        let Some(node) = dictionary(file, id) else {
            return file.fault(id, "a node of the page tree is not a dictionary");
        };
        if node.values().any(|value| *file.get(value) == Object::Null) {
            file.fault(id, "a node of the page tree has a key without a value");
        }
        let own = INHERITED.map(|key| node.contains(key));
        if own.iter().zip(above).any(|(own, above)| *own && above) {
            file.fault(id, "a node of the page tree has a key that one above it has");
        }
        if !node.has_type("Pages") {
            if !node.has_type("Page") || node.has("Kids") || depth == 0 {
                file.fault(id, "a node of the page tree is neither a page nor a node with pages");
            }
            self.pages.push(id);
            if self.pages.len() > MAX_PAGES {
                file.budget().refuse(Limit::Pages);
            }
            return;
        }
        if !node.has_only(&NODE_KEYS) {
            file.fault(id, "a node of the page tree has a key that no node needs");
        }
        if depth >= MAX_DEPTH {
            return file.fault(id, "the page tree is too deep");
        }
        let before = self.pages.len();
        let Some(kids) = file.at(node, "Kids").as_array() else {
            return file.fault(id, "a node of the page tree has no list of pages");
        };
        for kid in kids {
            let Object::Reference(kid) = kid else {
                file.fault(id, "the page tree has a page that is not an object of its own");
                continue;
            };
            if !file.budget().step(1) {
                return;
            }
            if self.parents.contains_key(kid) || self.parents.len() > 2 * MAX_PAGES {
                return file.fault(*kid, "the page tree has the same node twice, or too many");
            }
            self.parents.insert(*kid, Some(id));
            let parent = file.object(*kid).entries().map(|kid| kid.get("Parent").as_reference());
            if parent != Some(Some(id)) {
                file.fault(*kid, "a node of the page tree names another parent");
            }
            let both =
                std::array::from_fn(|key| above.get(key) == Some(&true) || own.get(key) == Some(&true));
            self.node(file, *kid, depth + 1, both);
        }
        if self.pages.len() == before && depth > 0 {
            file.fault(id, "a node of the page tree has no page");
        }
        if file.at(node, "Count").as_count() != Some(self.pages.len() - before) {
            file.fault(id, "the count of pages is not that of the pages");
        }
    }
}

fn dictionary<'f>(file: &'f Objects<'_>, id: ObjectId) -> Option<&'f Dictionary> {
    match file.object(id) {
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}
