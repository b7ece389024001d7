//! Places for signatures: tab stops lead from the words to the lines to write on.

use ags_document::{Signature, SignaturePlace, Signatures, white_space};

use crate::draft::{Context, Keep};
use crate::paragraph::run;
use crate::xml::{XmlElement, element};

/// The paragraphs of all places, which stay on one page.
pub(crate) fn signatures<'a>(signatures: &Signatures, context: Context) -> Vec<XmlElement<'a>> {
    let keep = if context.keep == Keep::Auto { Keep::UntilLast } else { context.keep };
    let context = Context { keep, ..context };
    let mut written = Vec::new();
    for (place, context) in context.for_each(&signatures.places) {
        written.append(&mut self::place(signatures, place, context));
    }
    written
}

fn place<'a>(labels: &Signatures, place: &SignaturePlace, context: Context) -> Vec<XmlElement<'a>> {
    let inner = context.before_another();
    let line = |style, context: Context, label: &str, words: Option<&str>| {
        let label = run(None, white_space::collapse(label));
        // A tab leads to the words; where there are none, one more draws the line.
        let after = words.map_or_else(tab, |words| run(None, white_space::collapse(words)));
        context.style(style).paragraph().children([label, tab(), after])
    };
    let mut written: Vec<_> = place.body.iter().map(|body| inner.style("SignatureBody").text(body)).collect();
    let (style, signature) = match &place.signature {
        Signature::Made(words) => ("SignatureLine", Some(words.as_str())),
        Signature::Room | Signature::Field(_) => ("SignatureRoom", None),
    };
    let office = if place.body.is_some() { "SignatureOfficeOfBody" } else { "SignatureOffice" };
    written.push(inner.style(office).text(&place.office));
    let beside = place.beside(labels).into_iter().map(|(label, words)| ("SignatureLine", label, words));
    let mut lines: Vec<_> = [(style, labels.signed.as_str(), signature)].into_iter().chain(beside).collect();
    let last = lines.pop();
    written.extend(lines.into_iter().map(|(style, label, words)| line(style, inner, label, words)));
    written.extend(last.map(|(style, label, words)| line(style, context, label, words)));
    written
}

fn tab<'a>() -> XmlElement<'a> {
    element("w:r").children([element("w:tab")])
}
