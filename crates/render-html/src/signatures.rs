//! Places for signatures; the style sheet draws the lines to write on.

use ags_document::{Signature, SignaturePlace, Signatures};
use maud::{Markup, html};

pub(crate) fn signatures(signatures: &Signatures) -> Markup {
    html! { div.signatures { @for place in &signatures.places { (self::place(signatures, place)) } } }
}

fn place(labels: &Signatures, place: &SignaturePlace) -> Markup {
    let signature = match &place.signature {
        Signature::Made(words) => Some(words),
        Signature::Room | Signature::Field(_) => None,
    };
    html! {
        div.signature {
            @if let Some(body) = &place.body { p { (body) } }
            p { strong { (place.office) } }
            (line(&labels.signed, signature, "room"))
            (line(&labels.name, place.name.as_ref(), "blank"))
            (line(&labels.date, place.date.as_ref(), "blank"))
        }
    }
}

/// A label with the words beside it, or with a line of a class.
fn line(label: &str, words: Option<&String>, class: &str) -> Markup {
    html! {
        @if let Some(words) = words {
            p.line { span { (label) " " } span { (words) } }
        } @else {
            p.line.(class) { span { (label) } }
        }
    }
}
