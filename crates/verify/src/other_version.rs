//! Compares a file that another version of this library made, as far as versions do not differ: what the file may hold
//! beside its words.

use std::collections::BTreeSet;

use crate::difference::Difference;
use crate::parsed_pdf::ParsedPdf;
use crate::pdf::{Dictionary, Object, PdfFile};
use crate::verification::Verification;
use crate::xmp;

/// Compares the keys of the catalogue and of the pages, the links and their targets, and the text that is neither
/// content nor artifact.
pub(crate) fn compare(expected: &ParsedPdf<'_>, found: &ParsedPdf<'_>, out: &mut Verification) {
    let (ours, theirs) = (&expected.file, &found.file);
    let known = keys(ours.catalog().into_iter());
    for key in keys(theirs.catalog().into_iter()).difference(&known) {
        out.push(Difference::Part { path: format!("/{}", key.escape_ascii()) });
    }
    let pages =
        |file: &PdfFile<'_>| keys(file.pages().iter().filter_map(|page| file.object(*page).entries()));
    let mut known = pages(ours);
    known.insert(b"Annots".to_vec());
    if addresses(ours) != addresses(theirs) {
        out.push(Difference::Annotations { page: 1, path: "/Annots".into() });
    }
    for key in ["Title", "Author", "Subject"] {
        if expected.information(key) != found.information(key) {
            out.push(Difference::Metadata { path: format!("/Info/{key}") });
        }
    }
    if dublin_core(ours).is_none() || dublin_core(ours) != dublin_core(theirs) {
        out.push(Difference::Metadata { path: "/Metadata".into() });
    }
    for (number, id) in (1..).zip(theirs.pages()) {
        let Some(page) = theirs.object(*id).entries() else { continue };
        for key in keys(std::iter::once(page)).difference(&known) {
            out.push(Difference::Drawing { page: number, path: format!("/{}", key.escape_ascii()) });
        }
        let unknown = theirs.items(page, "Annots").iter().position(|annotation| {
            theirs.get(annotation).entries().is_none_or(|annotation| !is_link(theirs, annotation))
        });
        if let Some(index) = unknown {
            out.push(Difference::Annotations { page: number, path: format!("/Annots/{index}") });
        }
    }
    let unmarked =
        (1..).zip(&found.marked).find(|(page, _)| !found.unmarked_text(page - 1).trim().is_empty());
    if let Some((page, _)) = unmarked {
        out.push(Difference::Drawing { page, path: "/Contents".into() });
    }
}

fn keys<'a>(dictionaries: impl Iterator<Item = &'a Dictionary>) -> BTreeSet<Vec<u8>> {
    dictionaries.flat_map(|dictionary| dictionary.iter().map(|(key, _)| key.to_vec())).collect()
}

/// The title and the rest of the Dublin Core in the XMP packet of a file.
fn dublin_core(file: &PdfFile<'_>) -> Option<Vec<(String, String)>> {
    let packet = file.at(file.catalog()?, "Metadata").as_stream()?;
    xmp::dublin_core(&file.content(packet)?)
}

/// The addresses of the links of a file and their descriptions, in the order of its pages; a link on several lines counts
/// as one.
fn addresses<'f>(file: &'f PdfFile<'_>) -> Vec<(&'f [u8], Option<&'f [u8]>)> {
    let pages = file.pages().iter().filter_map(|page| file.object(*page).entries());
    let annotations = pages.flat_map(|page| file.items(page, "Annots"));
    let mut addresses: Vec<_> = annotations
        .filter_map(|annotation| {
            let annotation = file.get(annotation).entries()?;
            let address = file.at(file.dictionary(annotation, "A")?, "URI").as_string()?;
            Some((address, file.at(annotation, "Contents").as_string()))
        })
        .collect();
    addresses.dedup();
    addresses
}

/// Whether an annotation is a link, to an address or to a place in the file.
fn is_link(file: &PdfFile<'_>, annotation: &Dictionary) -> bool {
    let leads = match file.at(annotation, "A") {
        Object::Null => true,
        action => action.entries().is_some_and(|action| {
            let kind = file.at(action, "S");
            !action.has("Next") && (kind.is_name("GoTo") || kind.is_name("URI"))
        }),
    };
    leads && file.at(annotation, "Subtype").is_name("Link") && !annotation.has("AA")
}
