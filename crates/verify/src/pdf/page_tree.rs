//! The page tree as viewers walk it (ISO 32000-1:2008, 7.7.3).

use std::collections::BTreeMap;

use super::file::PdfFile;
use super::object::{Dictionary, Object, ObjectId};
use crate::error::Limit;
use crate::limits::MAX_PAGES;

/// How deep nodes may be nested, inclusive.
const MAX_DEPTH: usize = 32;
/// The keys of a node: its own, and those that pages inherit.
const NODE_KEYS: [&str; 8] =
    ["Type", "Parent", "Kids", "Count", "Resources", "MediaBox", "CropBox", "Rotate"];

/// The pages in order, and the parent of each node.
#[derive(Default)]
pub(super) struct PageTree {
    pages: Vec<ObjectId>,
    parents: BTreeMap<ObjectId, ObjectId>,
}

impl PageTree {
    /// The tree of a file. Where two viewers could see different pages there is a fault.
    pub(super) fn walk(file: &PdfFile<'_>) -> Self {
        let mut tree = Self::default();
        let root = file.catalog().and_then(|catalog| catalog.get("Pages").as_reference());
        let Some(root) = root else {
            file.fault((0, 0), "the catalogue does not refer to a page tree");
            return tree;
        };
        let root_has_parent = file.object(root).entries().is_some_and(|entries| entries.has("Parent"));
        if root_has_parent {
            file.fault(root, "the root of the page tree has a parent");
        }
        tree.node(file, root, 0);
        tree
    }

    pub(super) fn pages(&self) -> &[ObjectId] {
        &self.pages
    }

    pub(super) fn parent(&self, node: ObjectId) -> Option<ObjectId> {
        self.parents.get(&node).copied()
    }

    fn node(&mut self, file: &PdfFile<'_>, id: ObjectId, depth: usize) {
        let Some(node) = dictionary(file, id) else {
            return file.fault(id, "a node of the page tree is not a dictionary");
        };
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
        if node.iter().any(|(key, _)| NODE_KEYS.iter().all(|known| known.as_bytes() != key)) {
            file.fault(id, "a node of the page tree has a key that no node has");
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
            if self.parents.insert(*kid, id).is_some() || self.parents.len() > 2 * MAX_PAGES {
                return file.fault(*kid, "the page tree has the same node twice, or too many");
            }
            let parent = file.object(*kid).entries().map(|kid| kid.get("Parent").as_reference());
            if parent != Some(Some(id)) {
                file.fault(*kid, "a node of the page tree names another parent");
            }
            self.node(file, *kid, depth + 1);
        }
        if file.at(node, "Count").as_count() != Some(self.pages.len() - before) {
            file.fault(id, "the count of pages is not that of the pages");
        }
    }
}

fn dictionary<'f>(file: &'f PdfFile<'_>, id: ObjectId) -> Option<&'f Dictionary> {
    match file.object(id) {
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}
