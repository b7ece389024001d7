//! Relationships of the main document part: to the other parts, and to addresses on the web.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;

use crate::xml::{XmlElement, element};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The parts related to the main document part: the id of the relationship, its type, and the part.
const PARTS: [(&str, &str, &str); 8] = [
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("settings", "settings", "settings.xml"),
    ("fontTable", "fontTable", "fontTable.xml"),
    ("headerFirst", "header", "header-first.xml"),
    ("header", "header", "header.xml"),
    ("footerFirst", "footer", "footer-first.xml"),
    ("footer", "footer", "footer.xml"),
];

/// The addresses so far, each with its number.
#[derive(Default)]
pub(crate) struct Hyperlinks(BTreeMap<String, usize>);

impl Hyperlinks {
    /// The id of the relationship to an address.
    pub(crate) fn to(&mut self, address: &str) -> String {
        let next = self.0.len() + 1;
        let number = *self.0.entry(escaped(address)).or_insert(next);
        format!("link{number}")
    }

    pub(crate) fn part(&self) -> io::Result<Vec<u8>> {
        let parts = PARTS.iter().map(|(id, kind, part)| relationship((*id).into(), kind, part));
        let links = self.0.iter().map(|(address, number)| {
            relationship(format!("link{number}"), "hyperlink", address).with("TargetMode", "External")
        });
        element("Relationships")
            .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
            .children(parts.chain(links))
            .part()
    }
}

fn relationship<'a>(id: String, kind: &str, target: &'a str) -> XmlElement<'a> {
    element("Relationship").with("Id", id).with("Type", format!("{OFFICE}{kind}")).with("Target", target)
}

/// An address with every character that RFC 3986 does not allow percent-encoded; Word does not open a file with any
/// other.
fn escaped(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    let mut rest = address.chars();
    while let Some(letter) = rest.next() {
        let after: String = rest.clone().take(2).collect();
        let is_escape = after.len() == 2 && after.bytes().all(|digit| digit.is_ascii_hexdigit());
        let allowed = match letter {
            '%' => is_escape,
            _ => letter.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=".contains(letter),
        };
        if allowed {
            written.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allowed_characters_are_kept_and_others_percent_encoded() {
        let plain = "https://example.org/a%20b?c=d&e=[f]#g";
        assert_eq!(escaped(plain), plain);
        assert_eq!(
            escaped("https://tŷ.cymru/<\"{}\\^`|>/100%/%2"),
            "https://t%C5%B7.cymru/%3C%22%7B%7D%5C%5E%60%7C%3E/100%25/%252"
        );
    }

    #[test]
    fn the_same_address_has_one_relationship() {
        let mut links = Hyperlinks::default();
        let found = ["https://b.org/", "https://a.org/", "https://b.org/"].map(|address| links.to(address));
        assert_eq!(found, ["link1", "link2", "link1"]);
        let part = String::from_utf8(links.part().unwrap()).unwrap();
        assert_eq!(part.matches("TargetMode=\"External\"").count(), 2);
    }
}
