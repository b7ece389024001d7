//! XMP packets, compared by what they say (ISO 16684-1): programs write the same properties in different ways.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// How deep elements may be nested, inclusive.
const MAX_DEPTH: usize = 32;

/// The most properties of a packet, inclusive.
const MAX_PROPERTIES: usize = 500;
/// The most bytes of a value that is not compared, inclusive.
const MAX_VALUE: usize = 200;
/// The elements of RDF.
const RDF: [&str; 6] = ["rdf:RDF", "rdf:Description", "rdf:li", "rdf:Alt", "rdf:Seq", "rdf:Bag"];
/// What stands around a packet.
const PACKET: [&str; 3] = ["begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"", "end=\"w\"", "end=\"r\""];

/// Whether two packets say the same, but for some properties.
pub(crate) fn same(one: &[u8], other: &[u8], but: &[&str]) -> bool {
    let said = |packet| {
        let mut properties = properties(packet)?;
        let short =
            properties.iter().all(|(name, value)| !but.contains(&name.as_str()) || value.len() <= MAX_VALUE);
        let unique = but.iter().all(|but| properties.iter().filter(|(name, _)| name == but).count() <= 1);
        properties.retain(|(name, _)| !but.contains(&name.as_str()));
        (short && unique).then_some(properties)
    };
    one == other || matches!((said(one), said(other)), (Some(one), Some(other)) if one == other)
}

/// The values of the Dublin Core in a packet: title, author, subject and language; `None` if it cannot be read.
pub(crate) fn dublin_core(packet: &[u8]) -> Option<Vec<(String, String)>> {
    let mut properties = properties(packet)?;
    properties.retain(|(property, _)| property.starts_with("dc:"));
    Some(properties)
}

/// The properties of a packet with their values, sorted; `None` if it is not XML, or has what no packet needs,
/// such as a comment.
fn properties(packet: &[u8]) -> Option<Vec<(String, String)>> {
    let packet = std::str::from_utf8(packet).ok()?;
    let mut reader = Reader::from_str(packet);
    let mut open = Open::default();
    let mut found: Vec<(String, String)> = Vec::new();
    let (mut text, mut instructions) = (String::new(), 0);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                open.element(&start, &mut found)?;
                if open.names.len() > MAX_DEPTH || !std::mem::take(&mut text).trim().is_empty() {
                    return None;
                }
            }
            Event::Empty(start) => {
                open.element(&start, &mut found)?;
                open.close("", &mut found);
            }
            Event::End(_) => open.close(std::mem::take(&mut text).as_str(), &mut found),
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(reference) => text.push_str(&resolved(&reference)?),
            Event::PI(instruction)
                if instructions < 2
                    && instruction.target() == "xpacket"
                    && PACKET.contains(&instruction.content().replace('\'', "\"").trim()) =>
            {
                instructions += 1;
            }
            Event::Eof => break,
            _ => return None,
        }
        if found.len() > MAX_PROPERTIES {
            return None;
        }
    }
    found.sort();
    (open.names.is_empty() && text.trim().is_empty()).then_some(found)
}

/// The character that a reference such as `&amp;` or `&#38;` stands for.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.into());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned)
}

/// The elements that are open, and the prefixes that have been declared.
#[derive(Default)]
struct Open {
    names: Vec<String>,
    /// How many values had been found when each was opened.
    found: Vec<usize>,
    declared: Vec<String>,
}

impl Open {
    /// The property that is open: the elements that are no part of RDF, one inside the other.
    fn property(&self) -> String {
        let parts = self.names.iter().filter(|name| !name.starts_with("rdf:") && *name != "x:xmpmeta");
        parts.map(String::as_str).collect::<Vec<_>>().join("/")
    }

    /// Closes an element, and adds its text: an empty one, if it has nothing else.
    fn close(&mut self, text: &str, found: &mut Vec<(String, String)>) {
        if !text.trim().is_empty() || self.found.last() == Some(&found.len()) {
            found.push((self.property(), text.trim().to_owned()));
        }
        self.names.pop();
        self.found.pop();
    }

    /// Opens an element, and adds its attributes: a property written as one, or the value of the property it is in.
    fn element(&mut self, start: &BytesStart<'_>, found: &mut Vec<(String, String)>) -> Option<()> {
        let name = start.name().as_ref().to_owned();
        self.names.push(name.clone());
        self.found.push(found.len());
        let mut used = vec![name.clone()];
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let key = attribute.key.as_ref().to_owned();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            let within = self.property();
            match key.as_str() {
                "rdf:about" if value.is_empty() => {}
                "rdf:parseType" if value == "Resource" => {}
                "rdf:resource" => found.push((within, value)),
                "xml:lang" => found.push((format!("{within}@lang"), value)),
                "x:xmptk" if name == "x:xmpmeta" && value.len() <= 100 => {}
                _ if key.starts_with("xmlns:") => {
                    namespace(&key, &value)?;
                    self.declared.push(key);
                }
                _ if within.is_empty() => {
                    used.push(key.clone());
                    found.push((key, value));
                }
                _ => {
                    used.push(key.clone());
                    found.push((format!("{within}/{key}"), value));
                }
            }
        }
        let plain = !name.starts_with("rdf:") || RDF.contains(&name.as_str());
        let declared = used.iter().all(|name| {
            let prefix = name.split_once(':').map(|(prefix, _)| format!("xmlns:{prefix}"));
            prefix.is_some_and(|prefix| self.declared.contains(&prefix))
        });
        (plain && declared && self.declared.len() <= MAX_PROPERTIES).then_some(())
    }
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
        let declared = NAMESPACES.map(|(key, value)| format!(" {key}=\"{value}\"")).concat();
        format!("<x:xmpmeta{declared}><rdf:RDF>{description}</rdf:RDF></x:xmpmeta>")
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
        assert!(same(elements.as_bytes(), attributes.as_bytes(), &["xmp:ModifyDate"]));
        assert!(!same(elements.as_bytes(), attributes.as_bytes(), &[]));
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
            plain.replace("<dc:title>", "<dc:rights/><dc:title>"),
            plain
                .replace("<dc:title>", "<dc:rights><dc:title>")
                .replace("</dc:title>", "</dc:title></dc:rights>"),
            plain.replace("<rdf:RDF>", "<?xpacket words?><rdf:RDF>"),
            plain.replace(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", ""),
        ] {
            assert!(!same(plain.as_bytes(), other.as_bytes(), &[]), "{other}");
        }
    }
}
