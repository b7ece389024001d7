//! XML as a tree of elements.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its attributes and its content, each in the order given.
pub(crate) struct XmlElement<'a> {
    name: &'static str,
    attributes: Vec<(&'static str, Cow<'a, str>)>,
    content: Vec<XmlNode<'a>>,
}

enum XmlNode<'a> {
    Element(XmlElement<'a>),
    Text(Cow<'a, str>),
}

/// An empty element.
pub(crate) fn element<'a>(name: &'static str) -> XmlElement<'a> {
    XmlElement { name, attributes: Vec::new(), content: Vec::new() }
}

/// An element with only the attribute `w:val`.
pub(crate) fn value<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> XmlElement<'a> {
    element(name).with("w:val", value)
}

impl<'a> XmlElement<'a> {
    pub(crate) fn with(mut self, attribute: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(crate) fn children(mut self, inner: impl IntoIterator<Item = Self>) -> Self {
        self.content.extend(inner.into_iter().map(XmlNode::Element));
        self
    }

    pub(crate) fn text(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.content.push(XmlNode::Text(words.into()));
        self
    }

    /// The bytes of a part with this as its root element.
    pub(crate) fn part(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_ref()));
        let start = BytesStart::new(self.name).with_attributes(attributes);
        if self.content.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for node in &self.content {
            match node {
                XmlNode::Element(element) => element.write(writer)?,
                XmlNode::Text(words) => writer.write_event(Event::Text(BytesText::new(words)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_attributes_are_escaped_and_order_is_kept() {
        let part = element("a").with("b", "\"<&>'").children([element("c")]).text("<d/>&amp;]]>").part();
        assert_eq!(
            String::from_utf8(part.unwrap()).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <a b=\"&quot;&lt;&amp;&gt;&apos;\"><c/>&lt;d/&gt;&amp;amp;]]&gt;</a>"
        );
    }
}
