//! Compares a file that another version of this library made, as far as versions do not differ: what the file may hold
//! beside its words.

use std::collections::BTreeSet;

use crate::difference::Difference;
use crate::parsed_pdf::ParsedPdf;
use crate::pdf::{Dictionary, Object, PdfFile};
use crate::verification::Verification;

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
    let targets = addresses(ours);
    for (number, id) in (1..).zip(theirs.pages()) {
        let Some(page) = theirs.object(*id).entries() else { continue };
        for key in keys(std::iter::once(page)).difference(&known) {
            out.push(Difference::Drawing { page: number, path: format!("/{}", key.escape_ascii()) });
        }
        let unknown = theirs.items(page, "Annots").iter().position(|annotation| {
            theirs.get(annotation).entries().is_none_or(|annotation| !is_link(theirs, annotation, &targets))
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

/// The addresses of the links of a file.
fn addresses(file: &PdfFile<'_>) -> BTreeSet<Vec<u8>> {
    let pages = file.pages().iter().filter_map(|page| file.object(*page).entries());
    let annotations = pages.flat_map(|page| file.items(page, "Annots"));
    let actions = annotations.filter_map(|annotation| file.dictionary(file.get(annotation).entries()?, "A"));
    actions.filter_map(|action| Some(file.at(action, "URI").as_string()?.to_vec())).collect()
}

/// Whether an annotation is a link to a place in the file, or to one of some addresses.
fn is_link(file: &PdfFile<'_>, annotation: &Dictionary, addresses: &BTreeSet<Vec<u8>>) -> bool {
    let action = match file.at(annotation, "A") {
        Object::Null => return file.at(annotation, "Subtype").is_name("Link") && !annotation.has("AA"),
        action => action.entries(),
    };
    let Some(action) = action.filter(|action| !action.has("Next")) else { return false };
    let leads = file.at(action, "S").is_name("GoTo")
        || file.at(action, "URI").as_string().is_some_and(|address| addresses.contains(address))
            && file.at(action, "S").is_name("URI");
    leads && file.at(annotation, "Subtype").is_name("Link") && !annotation.has("AA")
}
