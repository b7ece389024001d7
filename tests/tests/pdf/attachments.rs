//! Files that travel with the document.

use ags::document::{Attachment, Document};
use chrono::NaiveDate;
use render_pdf::{Violation, render};

use crate::{read, violations_of};
use tests::sample::{self, attachment};

fn with(names: &[&str]) -> Document {
    Document { attachments: names.iter().map(|name| attachment(name)).collect(), ..sample::of_everything() }
}

#[test]
fn an_attachment_is_read_back_byte_for_byte_with_its_properties() {
    let content = "{\"words\": \"Tŷ’r Cyngor\"}\n".repeat(1_000);
    let file = Attachment { content: content.clone(), ..attachment("statement.json") };
    let document = Document { attachments: vec![file], ..sample::empty() };
    let [file] = &read(&document).attachments()[..] else { panic!("one file") };
    assert_eq!(file.content, content.as_bytes());
    assert_eq!((&*file.name, &*file.description), ("statement.json", "The statement, for a machine"));
    assert_eq!((&*file.media_type, &*file.relationship), ("application/json", "Source"));
    assert_eq!(file.parameters.get(b"Size").unwrap().as_i64().unwrap(), 28_000);
    assert_eq!(file.parameters.get(b"ModDate").unwrap().as_str().unwrap(), b"D:20220531000000Z");
}

#[test]
fn the_checksum_is_the_md5_of_what_is_attached() {
    let file = Attachment { content: "abc".into(), ..attachment("abc.txt") };
    let document = Document { attachments: vec![file], ..sample::empty() };
    let checksum =
        read(&document).attachments()[0].parameters.get(b"CheckSum").unwrap().as_str().unwrap().to_vec();
    // RFC 1321, A.5
    assert_eq!(checksum, 0x9001_5098_3cd2_4fb0_d696_3f7d_28e1_7f72_u128.to_be_bytes());
}

#[test]
fn attachments_keep_their_order_and_are_found_by_name_in_the_order_of_names() {
    let reader = read(&with(&["statement.json", "adroddiad tŷ.txt", "B.json"]));
    let names: Vec<_> = reader.attachments().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["statement.json", "adroddiad tŷ.txt", "B.json"]);
    assert_eq!(reader.attachment_names(), ["B.json", "statement.json", "adroddiad tŷ.txt"]);
}

#[test]
fn a_document_without_attachments_has_no_name_tree() {
    let reader = read(&sample::of_everything());
    assert!(reader.attachments().is_empty());
    assert!(!reader.document.catalog().unwrap().has(b"Names"));
}

#[test]
fn what_is_attached_changes_the_identifier_of_the_file() {
    let identifier = |content: &str| {
        let file = Attachment { content: content.into(), ..attachment("statement.json") };
        let document = Document { attachments: vec![file], ..sample::empty() };
        read(&document).document.trailer.get(b"ID").unwrap().clone()
    };
    assert_ne!(identifier("1"), identifier("2"));
    assert_eq!(identifier("1"), identifier("1"));
}

#[test]
fn an_attachment_without_a_name_of_its_own_is_rejected() {
    assert!(render(&with(&["a.json", "b.json"])).is_ok());
    assert_eq!(
        violations_of(&with(&["a.json", "", "a.json", "../b.json"])),
        [
            Violation::AttachmentName { at: "/attachments/1/name".into(), name: String::new() },
            Violation::DuplicateAttachment {
                at: "/attachments/2/name".into(),
                name: "a.json".into(),
                first: "/attachments/0/name".into()
            },
            Violation::AttachmentName { at: "/attachments/3/name".into(), name: "../b.json".into() },
        ]
    );
}

#[test]
fn the_day_of_a_file_is_that_of_the_document() {
    let date = NaiveDate::from_ymd_opt(1, 2, 3).unwrap();
    let reader = read(&Document { date, ..with(&["a.json"]) });
    let day = reader.attachments()[0].parameters.get(b"ModDate").unwrap().as_str().unwrap().to_vec();
    assert_eq!(day, b"D:00010203000000Z");
}
