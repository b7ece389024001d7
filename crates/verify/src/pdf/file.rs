//! A file: its objects, and its pages as viewers walk them.

use std::cell::OnceCell;
use std::ops::Deref;

use super::coverage;
use super::object::{Object, ObjectId};
use super::objects::Objects;
use super::page_tree::PageTree;
use crate::error::PdfError;

/// A file with access to its objects and its pages.
pub(crate) struct PdfFile<'a> {
    objects: Objects<'a>,
    page_tree: OnceCell<PageTree>,
}

impl<'a> Deref for PdfFile<'a> {
    type Target = Objects<'a>;

    fn deref(&self) -> &Objects<'a> {
        &self.objects
    }
}

impl<'a> PdfFile<'a> {
    /// Finds the objects of a file.
    ///
    /// # Errors
    /// - as [`Objects::open`].
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, PdfError> {
        Ok(Self { objects: Objects::open(bytes)?, page_tree: OnceCell::new() })
    }

    /// The file as it was when it had so many bytes. Both have the same budget.
    ///
    /// # Errors
    /// - as [`PdfFile::open`].
    pub(crate) fn prefix(&self, length: usize) -> Result<Self, PdfError> {
        Ok(Self { objects: self.objects.prefix(length)?, page_tree: OnceCell::new() })
    }

    /// The pages, in order.
    pub(crate) fn pages(&self) -> &[ObjectId] {
        self.page_tree().pages()
    }

    fn page_tree(&self) -> &PageTree {
        self.page_tree.get_or_init(|| PageTree::walk(&self.objects))
    }

    /// The value of a key of a page, its own or inherited, unresolved; null if there is none.
    pub(crate) fn inherited(&self, page: ObjectId, key: &[u8]) -> &Object {
        let mut node = Some(page);
        while let Some(id) = node {
            match self.object(id).entries() {
                Some(entries) if entries.contains(key) => return entries.get(key),
                _ => node = self.page_tree().parent(id),
            }
        }
        &Object::Null
    }

    /// Looks at every byte and every object, and adds what is wrong to the faults. Of a file with several revisions only
    /// the bytes of the last are looked at.
    pub(crate) fn examine(&self) {
        coverage::examine(&self.objects);
        coverage::references(&self.objects);
        self.pages();
    }

    /// Looks at every byte of the last revision, and adds what is wrong to the faults.
    pub(crate) fn examine_update(&self) {
        coverage::examine(&self.objects);
    }
}
