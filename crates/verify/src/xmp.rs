//! XMP packets, compared by what they say (ISO 16684-1): programs write the same properties in different ways.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The properties that a program changes when it saves or seals a file.
const SAVED: [&str; 3] = ["pdf:Producer", "xmp:ModifyDate", "xmp:MetadataDate"];
/// How deep elements may be nested, inclusive.
const MAX_DEPTH: usize = 32;

/// Whether two packets say the same, but for what a program changes when it saves a file.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one == other || matches!((properties(one), properties(other)), (Some(one), Some(other)) if one == other)
}

/// The properties of a packet with their values, in their order; `None` if it is not XML, or has what no packet needs,
/// such as a comment.
fn properties(packet: &[u8]) -> Option<Vec<(String, String)>> {
    let packet = std::str::from_utf8(packet).ok()?;
    let mut reader = Reader::from_str(packet);
    let (mut open, mut found): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    let mut text = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                open.push(name(&start));
                attributes(&start, &open, &mut found)?;
                if open.len() > MAX_DEPTH || !std::mem::take(&mut text).trim().is_empty() {
                    return None;
                }
            }
            Event::Empty(start) => {
                open.push(name(&start));
                attributes(&start, &open, &mut found)?;
                open.pop();
            }
            Event::End(_) => {
                let value = std::mem::take(&mut text);
                if !value.trim().is_empty() {
                    found.push((property(&open), value));
                }
                open.pop();
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(reference) => text.push_str(&resolved(&reference)?),
            Event::PI(instruction) if instruction.target() == "xpacket" => {}
            Event::Eof => break,
            _ => return None,
        }
    }
    found.retain(|(property, _)| !SAVED.contains(&property.as_str()));
    found.sort();
    (open.is_empty() && text.trim().is_empty()).then_some(found)
}

/// The character that a reference such as `&amp;` or `&#38;` stands for.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.into());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned)
}

fn name(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}

/// The innermost element that is a property, and no part of RDF.
fn property(open: &[String]) -> String {
    open.iter().rev().find(|name| !name.starts_with("rdf:")).cloned().unwrap_or_default()
}

/// Adds the attributes of an element: a property written as one, or the value of the property it is in.
fn attributes(start: &BytesStart<'_>, open: &[String], found: &mut Vec<(String, String)>) -> Option<()> {
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        match key.as_str() {
            "rdf:about" if value.is_empty() => {}
            "rdf:parseType" if value == "Resource" => {}
            "rdf:resource" => found.push((property(open), value)),
            "xml:lang" => found.push((format!("{}@lang", property(open)), value)),
            "x:xmptk" if value.len() <= 100 => {}
            _ if key.starts_with("xmlns:") => namespace(&key, &value)?,
            _ => found.push((key, value)),
        }
    }
    Some(())
}

/// The prefixes of the packets of this library, each with its namespace; a packet with another one is not read.
const NAMESPACES: [(&str, &str); 10] = [
    ("xmlns:x", "adobe:ns:meta/"),
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
];

fn namespace(key: &str, value: &str) -> Option<()> {
    NAMESPACES.contains(&(key, value)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(description: &str) -> String {
        format!(
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF \
             xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">{description}</rdf:RDF></x:xmpmeta>"
        )
    }

    const TITLE: &str =
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A &amp; B</rdf:li></rdf:Alt></dc:title>";

    #[test]
    fn attributes_and_elements_say_the_same_and_dates_of_saving_are_left_out() {
        let elements = packet(&format!(
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{TITLE}\
             <pdfuaid:part>1</pdfuaid:part><xmp:ModifyDate>2022</xmp:ModifyDate></rdf:Description>"
        ));
        let attributes = packet(&format!(
            "\n <rdf:Description pdfuaid:part=\"1\" xmp:ModifyDate=\"2026\">\n {TITLE}\n</rdf:Description>\n"
        ));
        assert!(same(elements.as_bytes(), attributes.as_bytes()));
    }

    #[test]
    fn another_title_a_comment_or_another_namespace_is_not_the_same() {
        let plain = packet(&format!("<rdf:Description>{TITLE}</rdf:Description>"));
        for other in [
            plain.replace("A &amp;", "C &amp;"),
            plain.replace("<dc:title>", "<!-- words --><dc:title>"),
            plain.replace("<rdf:Description>", "<rdf:Description xmlns:dc=\"other\">"),
            plain.replace("<rdf:Description>", "<rdf:Description dc:rights=\"words\">"),
            plain.replace("</x:xmpmeta>", "</x:xmpmeta>words"),
        ] {
            assert!(!same(plain.as_bytes(), other.as_bytes()), "{other}");
        }
    }
}
