//! The positions in a text that JSON pointers refer to.

use std::collections::BTreeMap;

use ags::Format;
use ags::report::Position;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The positions in a text, by JSON pointer, and the identifiers of the items that the pointers lead into, by the pointer
/// of the item. A pointer to something missing has the position of the nearest parent that exists. If the text is
/// malformed there are none.
pub(crate) fn positions<'a>(
    text: &str,
    format: Format,
    pointers: impl IntoIterator<Item = &'a str>,
) -> (BTreeMap<String, Position>, BTreeMap<String, String>) {
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut ids = BTreeMap::new();
    let locate = |root: Node<'_>| {
        let located = pointers.into_iter().map(|pointer| {
            let offset = follow(root, pointer, &mut ids);
            (pointer.to_owned(), position(text, &starts, offset))
        });
        located.collect()
    };
    let positions = match format {
        Format::Json => match jsonc_parser::parse_to_ast(text, &<_>::default(), &<_>::default()) {
            Ok(parsed) => parsed.value.as_ref().map_or_else(BTreeMap::new, |root| locate(Node::Json(root))),
            Err(_) => BTreeMap::new(),
        },
        Format::Toml => match DeTable::parse(text) {
            Ok(root) => locate(Node::Table(root.get_ref())),
            Err(_) => BTreeMap::new(),
        },
    };
    (positions, ids)
}

/// A node of a parsed text.
#[derive(Clone, Copy)]
enum Node<'a> {
    Json(&'a ast::Value<'a>),
    Table(&'a DeTable<'a>),
    Toml(&'a Spanned<DeValue<'a>>),
}

impl Node<'_> {
    /// Its words, where it is a text.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Json(value) => value.as_string_lit().map(|text| text.value.as_ref()),
            Self::Table(_) => None,
            Self::Toml(value) => match value.get_ref() {
                DeValue::String(text) => Some(text.as_ref()),
                _ => None,
            },
        }
    }

    /// The child for a field or an index, and the byte at which it begins: a field at its name.
    fn child(self, part: &str) -> Option<(usize, Self)> {
        match self {
            Self::Json(ast::Value::Object(object)) => {
                let field = object.properties.iter().find(|field| field.name.as_str() == part)?;
                Some((field.name.start(), Self::Json(&field.value)))
            }
            Self::Json(ast::Value::Array(array)) => {
                let item = array.elements.get(part.parse::<usize>().ok()?)?;
                Some((item.start(), Self::Json(item)))
            }
            Self::Json(_) => None,
            Self::Table(table) => {
                let (name, value) = table.iter().find(|(name, _)| name.get_ref() == part)?;
                Some((name.span().start, Self::Toml(value)))
            }
            Self::Toml(value) => match value.get_ref() {
                DeValue::Table(table) => Node::Table(table).child(part),
                DeValue::Array(array) => {
                    let item = array.get(part.parse::<usize>().ok()?)?;
                    Some((item.span().start, Self::Toml(item)))
                }
                _ => None,
            },
        }
    }
}

/// The byte at which the target of a pointer begins, or its nearest parent that exists; the identifiers of the items on the
/// way are added to `ids`.
fn follow(root: Node<'_>, pointer: &str, ids: &mut BTreeMap<String, String>) -> usize {
    let (mut node, mut offset, mut path) = (root, 0, String::new());
    for part in pointer.split('/').skip(1) {
        let Some((at, child)) = node.child(&part.replace("~1", "/").replace("~0", "~")) else { break };
        (offset, node) = (at, child);
        path.push('/');
        path.push_str(part);
        if let (Ok(_), Some((_, id))) = (part.parse::<usize>(), node.child("id"))
            && let Some(id) = id.text()
        {
            ids.insert(path.clone(), id.to_owned());
        }
    }
    offset
}

fn position(text: &str, starts: &[usize], offset: usize) -> Position {
    let line = starts.partition_point(|start| *start <= offset);
    let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
    let before = text.get(start..offset).unwrap_or_default();
    Position { line, column: before.chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, format: Format, pointer: &str) -> (usize, usize) {
        let position = positions(text, format, [pointer]).0[pointer];
        (position.line, position.column)
    }

    #[test]
    fn json_fields_begin_at_their_names_and_items_at_themselves() {
        let text = "{\n  \"ŵ\": {\"a/b\": [1,\n 2]}\n}";
        let at = |pointer| at(text, Format::Json, pointer);
        assert_eq!((at(""), at("/ŵ"), at("/ŵ/a~1b"), at("/ŵ/a~1b/1")), ((1, 1), (2, 3), (2, 9), (3, 2)));
    }

    #[test]
    fn toml_tables_and_lists_of_tables_are_found_too() {
        let text = "top = 1\n[a]\nb = { c = [1, 2] }\n[[a.list]]\nx = 1\n[[a.list]]\n\"ŵ\" = 2\n";
        let at = |pointer| at(text, Format::Toml, pointer);
        assert_eq!((at("/top"), at("/a/b"), at("/a/b/c/1")), ((1, 1), (3, 1), (3, 15)));
        assert_eq!((at("/a/list/0/x"), at("/a/list/1"), at("/a/list/1/ŵ")), ((5, 1), (6, 1), (7, 1)));
    }

    #[test]
    fn the_items_on_the_way_have_their_identifiers() {
        for (text, format) in [
            ("{\"a\": [{\"id\": \"X\", \"b\": [1]}, {\"id\": 2}]}", Format::Json),
            ("[[a]]\nid = \"X\"\nb = [1]\n[[a]]\nid = 2\n", Format::Toml),
        ] {
            let (_, ids) = positions(text, format, ["/a/0/b/0", "/a/1", "/a"]);
            assert_eq!(ids.into_iter().collect::<Vec<_>>(), [("/a/0".to_owned(), "X".to_owned())]);
        }
    }

    #[test]
    fn what_is_missing_has_the_position_of_its_parent() {
        assert_eq!(at("{\n \"a\": {\n}}", Format::Json, "/a/b/c"), (2, 2));
        assert_eq!(at("[a]\n", Format::Toml, "/b"), (1, 1));
        assert!(positions("{", Format::Json, ["/a"]).0.is_empty());
    }
}
