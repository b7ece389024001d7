//! Bookmarks, nested as the headings are.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{text, top_of};
use crate::layout::Bookmark;

/// Writes the bookmarks, and gives the root of their tree; `None` if there are none.
pub(super) fn write(document: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    let nodes = nest(bookmarks);
    let id = |index: usize| ids.get(index).copied().unwrap_or(root);
    for (index, (bookmark, node)) in bookmarks.iter().zip(&nodes.items).enumerate() {
        let mut item = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => node.parent.map_or(root, id),
            "Dest" => top_of(bookmark, pages),
        };
        if let Some(before) = node.before {
            item.set("Prev", id(before));
        }
        if let Some(after) = node.after {
            item.set("Next", id(after));
        }
        hold(&mut item, &node.kids, id);
        document.set_object(id(index), item);
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    hold(&mut outline, &nodes.top, id);
    document.set_object(root, outline);
    Some(root)
}

fn hold(item: &mut Dictionary, kids: &Kids, id: impl Fn(usize) -> ObjectId) {
    if let Some((first, last)) = kids.ends {
        item.set("First", id(first));
        item.set("Last", id(last));
        item.set("Count", Object::Integer(kids.count));
    }
}

/// The kids of a bookmark, all shown open.
#[derive(Default, Debug, PartialEq, Eq)]
struct Kids {
    /// The first and the last.
    ends: Option<(usize, usize)>,
    /// How many there are, theirs included.
    count: i64,
}

#[derive(Default)]
struct Node {
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    kids: Kids,
}

#[derive(Default)]
struct Nodes {
    top: Kids,
    items: Vec<Node>,
}

impl Nodes {
    fn kids(&mut self, parent: Option<usize>) -> &mut Kids {
        match parent.and_then(|parent| self.items.get_mut(parent)) {
            Some(node) => &mut node.kids,
            None => &mut self.top,
        }
    }
}

/// Hangs every bookmark under the last one before it of a higher level.
fn nest(bookmarks: &[Bookmark]) -> Nodes {
    let mut nodes = Nodes::default();
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
        let kids = nodes.kids(parent);
        let before = kids.ends.map(|(_, last)| last);
        kids.ends = Some((kids.ends.map_or(index, |(first, _)| first), index));
        for ancestor in open.iter().copied().map(Some).chain([None]) {
            nodes.kids(ancestor).count += 1;
        }
        if let Some(before) = before.and_then(|before| nodes.items.get_mut(before)) {
            before.after = Some(index);
        }
        nodes.items.push(Node { parent, before, ..Node::default() });
        open.push(index);
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bookmarks_hang_under_the_last_higher_heading() {
        let levels = [1, 1, 2, 3, 2, 1];
        let bookmarks = levels.map(|level| Bookmark { level, title: String::new(), page: 0, y: 0.0 });
        let nodes = nest(&bookmarks);
        let parents: Vec<_> = nodes.items.iter().map(|node| node.parent).collect();
        assert_eq!(parents, [None, None, Some(1), Some(2), Some(1), None]);
        assert_eq!(nodes.top, Kids { ends: Some((0, 5)), count: 6 });
        assert_eq!(nodes.items[1].kids, Kids { ends: Some((2, 4)), count: 3 });
        assert_eq!(nodes.items[2].after, Some(4));
        assert_eq!(nodes.items[4].before, Some(2));
    }
}
