//! Whom to ask about the statement, and other formats.

use ags_document::{Block, Inline};

use super::composition::Composition;
use super::prose::{Body, line, marked, sentence, some_line, sourced};
use crate::phrases::contact as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let Some(contact) = &of.statement.review.contact else {
        if let Some(prompt) = of.prompt(phrases::MISSING) {
            body.extend([Block::heading(1, phrases::HEADING), prompt]);
        }
        return;
    };
    let mut inlines = vec![Inline::Text(phrases::ask(&line(&contact.office)))];
    if let Some(email) = some_line(contact.email.as_ref()) {
        inlines.push(Inline::Text(phrases::BY_EMAIL.into()));
        inlines.push(mail(email));
    }
    if let Some(telephone) = some_line(contact.telephone.as_ref()) {
        inlines.push(Inline::Text(phrases::telephone(&telephone)));
    }
    if let Some(url) = &contact.url {
        inlines.push(Inline::Text(phrases::SEE.into()));
        inlines.push(Inline::Link { text: url.to_string(), target: url.to_string() });
    }
    inlines.push(Inline::Text(".".into()));
    body.extend([Block::heading(1, phrases::HEADING), Block::Paragraph(marked(inlines, &contact.source))]);
    let formats = contact.other_formats.as_ref().map(|formats| sentence(formats));
    body.extend(
        formats.filter(|formats| !formats.is_empty()).map(|formats| sourced(formats, &contact.source)),
    );
}

/// A mail address as a link, where it is one.
fn mail(address: String) -> Inline {
    let parts = address.split_once('@');
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte))
    };
    match parts {
        Some((name, host)) if plain(name) && plain(host) && host.contains('.') => {
            Inline::Link { target: format!("mailto:{address}"), text: address }
        }
        _ => Inline::Text(address),
    }
}
