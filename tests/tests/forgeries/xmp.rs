//! The XMP metadata carry words that no reader shows, or a title that some readers do not find.

use crate::base::Base;
use crate::forgery::{Forgeries, NOT_SOUND, UNSHOWN};

/// Adds the forgeries of the XMP metadata.
pub fn make(base: &Base, out: &mut Forgeries) {
    out.written(
        base,
        ("in-padding-of-xmp", "Words stand in the padding of the XMP metadata."),
        NOT_SOUND,
        |file| {
            let id = file.find("/Type /Metadata");
            file.rewrite(id, "<?xpacket end", "\n    \t   payload  \t\n<?xpacket end");
        },
    );
    out.written(base, ("spaces-in-xmp", "The XMP metadata have spaces at their end."), UNSHOWN, |file| {
        let id = file.find("/Type /Metadata");
        file.rewrite(id, "<?xpacket end", "      <?xpacket end");
    });
    out.written(base, ("comment-in-xmp", "The XMP metadata have a comment."), NOT_SOUND, |file| {
        let id = file.find("/Type /Metadata");
        file.rewrite(id, "</rdf:RDF>", "<!-- payload --></rdf:RDF>");
    });
    out.written(base, ("property-of-xmp", "The XMP metadata have one more property."), NOT_SOUND, |file| {
        let id = file.find("/Type /Metadata");
        file.rewrite(id, "<pdf:Producer>", "<pdf:Keywords>payload</pdf:Keywords><pdf:Producer>");
    });
    out.written(base, ("title-of-xmp", "The title in the XMP metadata is another."), NOT_SOUND, |file| {
        let id = file.find("/Type /Metadata");
        file.rewrite(id, ">Annual Governance", ">No Annual Governance");
    });
    for (name, what, from, to) in [
        (
            "instruction-of-xmp",
            "The XMP metadata have an instruction with words.",
            "<?xpacket end",
            "<?xpacket payload payload?><?xpacket end",
        ),
        (
            "attribute-of-xmp",
            "The XMP metadata have an attribute of its own.",
            "</rdf:RDF>",
            "<rdf:li x:xmptk=\"payload\"/></rdf:RDF>",
        ),
        (
            "title-after-none",
            "The XMP metadata have an empty title before the title.",
            "<dc:title>",
            "<dc:title></dc:title><dc:title>",
        ),
        (
            "prefix-of-xmp",
            "The XMP metadata do not declare a prefix.",
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
            "",
        ),
    ] {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.rewrite(file.find("/Type /Metadata"), from, to);
        });
    }
    out.written(
        base,
        ("elements-of-xmp", "The XMP metadata have empty elements that spell something."),
        NOT_SOUND,
        |file| {
            let elements: String = (0..300).map(|number| format!("<dc:payload{number}/>")).collect();
            file.rewrite(file.find("/Type /Metadata"), "</rdf:RDF>", format!("{elements}</rdf:RDF>"));
        },
    );
    out.written(
        base,
        ("title-in-another", "The title in the XMP metadata stands inside another property."),
        NOT_SOUND,
        |file| {
            let id = file.find("/Type /Metadata");
            file.rewrite(id, "<dc:title>", "<pdfaid:part><rdf:Bag><dc:title>");
            file.rewrite(id, "</dc:title>", "</dc:title></rdf:Bag></pdfaid:part>");
        },
    );
}
