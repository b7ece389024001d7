//! XML as a tree of elements that is written at once.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its attributes and what it holds, each in the order given.
pub(crate) struct Element<'a> {
    name: &'static str,
    attributes: Vec<(&'static str, Cow<'a, str>)>,
    inside: Vec<Inside<'a>>,
}

enum Inside<'a> {
    Element(Element<'a>),
    Words(Cow<'a, str>),
}

/// An element with nothing in it.
pub(crate) fn element<'a>(name: &'static str) -> Element<'a> {
    Element { name, attributes: Vec::new(), inside: Vec::new() }
}

/// An element that says all it says in the attribute `w:val`.
pub(crate) fn value<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> Element<'a> {
    element(name).with("w:val", value)
}

impl<'a> Element<'a> {
    pub(crate) fn with(mut self, attribute: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(crate) fn holding(mut self, inner: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(inner.into_iter().map(Inside::Element));
        self
    }

    pub(crate) fn saying(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.inside.push(Inside::Words(words.into()));
        self
    }

    /// The bytes of a part with this as its outermost element.
    pub(crate) fn part(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_ref()));
        let start = BytesStart::new(self.name).with_attributes(attributes);
        if self.inside.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for inside in &self.inside {
            match inside {
                Inside::Element(element) => element.write(writer)?,
                Inside::Words(words) => writer.write_event(Event::Text(BytesText::new(words)))?,
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
        let part = element("a").with("b", "\"<&>'").holding([element("c")]).saying("<d/>&amp;]]>").part();
        assert_eq!(
            String::from_utf8(part.unwrap()).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <a b=\"&quot;&lt;&amp;&gt;&apos;\"><c/>&lt;d/&gt;&amp;amp;]]&gt;</a>"
        );
    }
}
