//! The content of a table cell, on one line.

use ags_document::Block;

use crate::paragraph;

/// The line: paragraphs with breaks between them, and lists in HTML.
pub(crate) fn line(blocks: &[Block]) -> String {
    let mut line = String::new();
    let mut after_paragraph = false;
    for block in blocks {
        let (is_paragraph, words) = match block {
            Block::Paragraph(inlines) => (true, paragraph::line(inlines)),
            Block::Bullets(items) => (false, list("ul", items)),
            Block::Numbered(items) => (false, list("ol", items)),
            _ => (false, String::new()),
        };
        if words.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push_str(if is_paragraph && after_paragraph { " <br> " } else { " " });
        }
        line.push_str(&words);
        after_paragraph = is_paragraph;
    }
    line
}

fn list(name: &str, items: &[Vec<Block>]) -> String {
    let items: Vec<_> = items.iter().map(|item| format!("<li>{}</li>", line(item))).collect();
    format!("<{name}>{}</{name}>", items.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_have_breaks_between_them_and_lists_stay_lists() {
        let list = Block::Bullets(vec![vec![Block::plain("x")], vec![Block::plain("y")]]);
        let cell = [Block::plain("a|b"), Block::plain("c"), list, Block::plain("d")];
        assert_eq!(line(&cell), "a\\|b <br> c <ul><li>x</li> <li>y</li></ul> d");
        assert_eq!(line(&[]), "");
    }
}
