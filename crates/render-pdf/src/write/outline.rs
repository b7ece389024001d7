//! The document outline: bookmarks, nested as the headings are.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::object::{destination, text};
use crate::layout::Bookmark;

/// Writes the bookmarks, and returns the root of the outline; `None` if there are none.
pub(super) fn write(document: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    let outline = nest(bookmarks);
    let id = |index: usize| ids.get(index).copied().unwrap_or(root);
    for (index, (bookmark, node)) in bookmarks.iter().zip(&outline.items).enumerate() {
        let mut item = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => node.parent.map_or(root, id),
            "Dest" => destination(bookmark, pages),
        };
        if let Some(previous) = node.previous {
            item.set("Prev", id(previous));
        }
        if let Some(next) = node.next {
            item.set("Next", id(next));
        }
        set_children(&mut item, &node.children, id);
        document.set_object(id(index), item);
    }
    let mut entries = dictionary! { "Type" => "Outlines" };
    set_children(&mut entries, &outline.top, id);
    document.set_object(root, entries);
    Some(root)
}

fn set_children(item: &mut Dictionary, children: &Children, id: impl Fn(usize) -> ObjectId) {
    if let Some((first, last)) = children.ends {
        item.set("First", id(first));
        item.set("Last", id(last));
        item.set("Count", Object::Integer(children.count));
    }
}

/// The children of a bookmark, all shown expanded.
#[derive(Default, Debug, PartialEq, Eq)]
struct Children {
    /// The first and the last.
    ends: Option<(usize, usize)>,
    /// How many descendants there are.
    count: i64,
}

#[derive(Default)]
struct OutlineItem {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    children: Children,
}

#[derive(Default)]
struct Outline {
    top: Children,
    items: Vec<OutlineItem>,
}

impl Outline {
    fn children(&mut self, parent: Option<usize>) -> &mut Children {
        match parent.and_then(|parent| self.items.get_mut(parent)) {
            Some(node) => &mut node.children,
            None => &mut self.top,
        }
    }
}

/// Nests every bookmark under the last one before it of a higher level.
fn nest(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::default();
    let mut open: Vec<usize> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        while open
            .last()
            .and_then(|last| bookmarks.get(*last))
            .is_some_and(|last| last.level >= bookmark.level)
        {
            open.pop();
        }
        let parent = open.last().copied();
        let children = outline.children(parent);
        let previous = children.ends.map(|(_, last)| last);
        children.ends = Some((children.ends.map_or(index, |(first, _)| first), index));
        for ancestor in open.iter().copied().map(Some).chain([None]) {
            outline.children(ancestor).count += 1;
        }
        if let Some(previous) = previous.and_then(|previous| outline.items.get_mut(previous)) {
            previous.next = Some(index);
        }
        outline.items.push(OutlineItem { parent, previous, ..OutlineItem::default() });
        open.push(index);
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bookmarks_are_nested_under_the_last_higher_heading() {
        let levels = [1, 1, 2, 3, 2, 1];
        let bookmarks = levels.map(|level| Bookmark { level, title: String::new(), page: 0, y: 0.0 });
        let outline = nest(&bookmarks);
        let parents: Vec<_> = outline.items.iter().map(|node| node.parent).collect();
        assert_eq!(parents, [None, None, Some(1), Some(2), Some(1), None]);
        assert_eq!(outline.top, Children { ends: Some((0, 5)), count: 6 });
        assert_eq!(outline.items[1].children, Children { ends: Some((2, 4)), count: 3 });
        assert_eq!(outline.items[2].next, Some(4));
        assert_eq!(outline.items[4].previous, Some(2));
    }
}
