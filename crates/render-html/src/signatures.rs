//! Places for signatures; the style sheet draws the lines to write on.

use ags_document::{Signature, SignaturePlace, Signatures};
use maud::{Markup, html};

pub(crate) fn signatures(signatures: &Signatures) -> Markup {
    html! { div.signatures { @for place in &signatures.places { (self::place(signatures, place)) } } }
}

fn place(labels: &Signatures, place: &SignaturePlace) -> Markup {
    let signature = match &place.signature {
        Signature::Made(words) => Some(words.as_str()),
        Signature::Room | Signature::Field(_) => None,
    };
    html! {
        div.signature {
            @if let Some(body) = &place.body { p { (body) } }
            p { strong { (place.office) } }
            (line(&labels.signed, signature, "room"))
            @for (label, words) in place.beside(labels) { (line(label, words, "blank")) }
        }
    }
}

/// A label with the words beside it, or with a line of a class.
fn line(label: &str, words: Option<&str>, class: &str) -> Markup {
    html! {
        @if let Some(words) = words {
            p.line { span { (label) " " } span { (words) } }
        } @else {
            p.line.(class) { span { (label) } }
        }
    }
}
