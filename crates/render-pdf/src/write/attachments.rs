//! Embedded files, associated with the document as a whole.

use std::collections::BTreeMap;

use ags_document::{Attachment, Document as Source, Relationship};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use md5::{Digest, Md5};

use super::metadata;
use super::object::text;
use crate::error::Violation;

/// What prevents the attachments of a document from being found by their names.
pub(crate) fn violations(source: &Source) -> Vec<Violation> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut violations = Vec::new();
    for (index, Attachment { name, .. }) in source.attachments.iter().enumerate() {
        let at = format!("/attachments/{index}/name");
        if !is_file_name(name) {
            violations.push(Violation::AttachmentName { at, name: name.clone() });
        } else if let Some(first) = first.get(name.as_str()) {
            let first = format!("/attachments/{first}/name");
            violations.push(Violation::DuplicateAttachment { at, name: name.clone(), first });
        } else {
            first.insert(name, index);
        }
    }
    violations
}

/// Whether a file can be saved under this name: it is not empty and does not lead into another folder.
fn is_file_name(name: &str) -> bool {
    let forbidden = |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | ':');
    name.trim() == name && !matches!(name, "" | "." | "..") && !name.contains(forbidden)
}

/// Embeds the attachments and lists them in the catalogue.
pub(super) fn write(document: &mut Document, source: &Source, catalog: &mut Dictionary) {
    if source.attachments.is_empty() {
        return;
    }
    let files: Vec<(Object, ObjectId)> =
        source.attachments.iter().map(|file| (text(&file.name), add(document, source, file))).collect();
    let associated: Vec<Object> = files.iter().map(|(_, file)| Object::Reference(*file)).collect();
    catalog.set("AF", associated);
    let names = dictionary! { "Names" => sorted(files) };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => document.add_object(names) });
}

/// The names with their files, in byte order of the names, as a name tree requires.
fn sorted(mut files: Vec<(Object, ObjectId)>) -> Vec<Object> {
    files.sort_by(|(one, _), (other, _)| bytes(one).cmp(bytes(other)));
    files.into_iter().flat_map(|(name, file)| [name, file.into()]).collect()
}

fn bytes(name: &Object) -> &[u8] {
    name.as_str().unwrap_or_default()
}

/// Embeds one file, and returns its file specification.
fn add(document: &mut Document, source: &Source, file: &Attachment) -> ObjectId {
    let content = file.content.as_bytes();
    let checksum = Object::String(Md5::digest(content).to_vec(), StringFormat::Hexadecimal);
    let dictionary = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => file.media_type,
        "Params" => dictionary! {
            "Size" => i64::try_from(content.len()).unwrap_or(i64::MAX),
            "CheckSum" => checksum,
            "ModDate" => metadata::date(source.date),
        },
    };
    let embedded = document.add_object(Stream::new(dictionary, content.to_vec()));
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(ascii_name(&file.name)),
        "UF" => text(&file.name),
        "Desc" => text(&file.description),
        "AFRelationship" => relationship(file.relationship),
        "EF" => dictionary! { "F" => embedded, "UF" => embedded },
    })
}

fn relationship(relationship: Relationship) -> &'static str {
    match relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Supplement => "Supplement",
    }
}

/// The name for software that supports only ASCII.
fn ascii_name(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii() { letter } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_does_not_lead_into_another_folder() {
        for name in ["statement.json", "adroddiad tŷ.txt", ".hidden"] {
            assert!(is_file_name(name), "{name}");
        }
        for name in ["", " ", "..", "a/b", "a\\b", "c:d", "a\nb", "a "] {
            assert!(!is_file_name(name), "{name}");
        }
    }

    #[test]
    fn names_are_in_byte_order() {
        let files = ["tŷ.txt", "b.txt", "B.txt", "a.txt"].map(|name| (text(name), (1, 0)));
        let names: Vec<_> = sorted(files.to_vec()).into_iter().step_by(2).collect();
        assert_eq!(names, ["B.txt", "a.txt", "b.txt", "tŷ.txt"].map(text));
    }
}
