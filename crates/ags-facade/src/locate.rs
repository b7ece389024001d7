//! The positions in a text that JSON pointers refer to.

use std::collections::BTreeMap;

use ags::Format;
use ags::report::Position;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The positions in a text, by JSON pointer. A pointer to something missing has the position of the nearest parent that
/// exists. If the text is malformed there are none.
pub(crate) fn positions<'a>(
    text: &str,
    format: Format,
    pointers: impl IntoIterator<Item = &'a str>,
) -> BTreeMap<String, Position> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let pointers = pointers.into_iter();
    match format {
        Format::Json => {
            let Ok(parsed) = jsonc_parser::parse_to_ast(text, &<_>::default(), &<_>::default()) else {
                return BTreeMap::new();
            };
            let Some(root) = &parsed.value else { return BTreeMap::new() };
            pointers
                .map(|at| (at.to_owned(), position(text, &starts, offset(Node::Json(root), at))))
                .collect()
        }
        Format::Toml => {
            let Ok(root) = DeTable::parse(text) else { return BTreeMap::new() };
            let root = Node::Table(root.get_ref());
            pointers.map(|at| (at.to_owned(), position(text, &starts, offset(root, at)))).collect()
        }
    }
}

/// A node of a parsed text.
#[derive(Clone, Copy)]
enum Node<'a> {
    Json(&'a ast::Value<'a>),
    Table(&'a DeTable<'a>),
    Toml(&'a Spanned<DeValue<'a>>),
}

impl Node<'_> {
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

/// The byte at which the target of a pointer begins, or its nearest parent that exists.
fn offset(root: Node<'_>, pointer: &str) -> usize {
    let (mut node, mut offset) = (root, 0);
    for part in pointer.split('/').skip(1) {
        let Some((at, child)) = node.child(&part.replace("~1", "/").replace("~0", "~")) else { break };
        (offset, node) = (at, child);
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
        let position = positions(text, format, [pointer])[pointer];
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
    fn what_is_missing_has_the_position_of_its_parent() {
        assert_eq!(at("{\n \"a\": {\n}}", Format::Json, "/a/b/c"), (2, 2));
        assert_eq!(at("[a]\n", Format::Toml, "/b"), (1, 1));
        assert!(positions("{", Format::Json, ["/a"]).is_empty());
    }
}
