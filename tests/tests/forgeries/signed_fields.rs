//! The fields for signatures of an issued file are filled: what a signature changes is a seal, and nothing more is.
//!
//! The file is no statement, so that its verdict is not asked: an update that is more than a seal is one of its differences.

use lopdf::Document;

use crate::base::Base;
use crate::sealed::Seal;
use crate::update::Update;
use tests::plain_pdf::Plain;
use tests::sample::{heading, qr_code, signatures, with_body};

/// A file with two fields on its third page.
fn to_sign() -> Base {
    let body = vec![heading(1, "Certification"), signatures("Leader of the Council"), qr_code()];
    Base::new("to-sign", &with_body(body))
}

/// How many seals a file has, or in what it was changed otherwise.
fn seals(bytes: &[u8]) -> Result<Vec<usize>, String> {
    let found = verify::verify(bytes).unwrap();
    let later = found.differences.iter().find(|difference| difference.name() == "later-update");
    match later {
        Some(difference) => Err(difference.to_string()),
        None => Ok(found.seals.iter().map(|seal| seal.shown.len()).collect()),
    }
}

const FIRST: Seal =
    Seal { field: Some("Signature1"), appearance: "q 2 w 0 0 m 480 160 l S Q", ..Seal::PLAIN };
const SECOND: Seal = Seal { field: Some("Signature2"), ..FIRST };

#[test]
fn a_file_with_fields_that_are_not_signed_has_no_seals() {
    let base = to_sign();
    assert_eq!(seals(&base.issued), Ok(vec![]));
    let document = Document::load_mem(&base.issued).unwrap();
    let form = document.catalog().unwrap().get(b"AcroForm").unwrap().as_reference().unwrap();
    let form = document.get_dictionary(form).unwrap();
    assert_eq!(form.get(b"Fields").unwrap().as_array().unwrap().len(), 2);
}

#[test]
fn one_field_is_signed_and_then_the_other() {
    let base = to_sign();
    let once = FIRST.on(&base, &base.issued);
    assert_eq!(seals(&once), Ok(vec![1]));
    let twice = SECOND.on(&Base::of("once", once.clone()), &once);
    assert_eq!(seals(&twice), Ok(vec![1, 1]));
}

#[test]
fn a_field_is_signed_without_an_appearance_of_its_own() {
    let base = to_sign();
    let bytes = Seal { appearance: "", ..FIRST }.on(&base, &base.issued);
    assert_eq!(seals(&bytes), Ok(vec![1]));
}

#[test]
fn a_signature_that_changes_more_than_its_field_is_not_a_seal() {
    type Also = fn(&mut Plain);
    let rows: [(&str, Also); 17] = [
        ("a field changes in its key Rect", |file| of_field(file, "/Rect [", "/Rect [9 9 9 9] /X [")),
        ("a field changes in its key T", |file| of_field(file, "/T (Signature1)", "/T (Signature9)")),
        ("a field changes in its key TU", |file| of_field(file, "/TU (", "/TU (No ")),
        ("a field changes in its key F", |file| of_field(file, "/F 4", "/F 2")),
        ("a field changes in its key FT", |file| of_field(file, "/FT /Sig", "/FT /Tx")),
        ("a field changes in its key P", |file| {
            let (own, other) = (file.page(2), file.page(1));
            of_field(file, &format!("/P {own} 0 R"), &format!("/P {other} 0 R"));
        }),
        ("a field changes in its key StructParent", |file| {
            of_field(file, "/StructParent ", "/StructParent 1");
        }),
        ("a field changes in its key Lock", |file| {
            of_field(file, "/FT /Sig", "/FT /Sig /Lock <</Type /SigFieldLock /Action /All>>");
        }),
        ("a field changes in its key SV", |file| {
            of_field(file, "/FT /Sig", "/FT /Sig /SV <</Type /SV /Ff 1>>");
        }),
        ("a field changes in its key MK", |file| of_field(file, "/FT /Sig", "/FT /Sig /MK <</BG [1 1 1]>>")),
        ("a field changes in its key Parent", |file| {
            let parent = file.add("<</T (Above)>>");
            of_field(file, "/FT /Sig", &format!("/FT /Sig /Parent {parent} 0 R"));
        }),
        ("the appearance of a field is not a drawing of this update", |file| {
            of_field(file, "/AP <<", "/AP <</D 1 0 R ");
        }),
        ("a field changes that is not signed", |file| {
            let (field, other) = (file.find("/T (Signature2)"), file.find("/T (Signature1)"));
            let (old, new) = (file.reference(field, "N"), file.reference(other, "N"));
            file.replace(field, &format!("/N {old} 0 R"), format!("/N {new} 0 R"));
        }),
        ("it has more than one signature", |file| {
            let signature = file.reference(file.find("/T (Signature1)"), "V");
            let copy = file.add(file.objects[&signature].clone());
            file.extend(file.find("/T (Signature2)"), &format!("/V {copy} 0 R"));
        }),
        ("its form has the key NeedAppearances", |file| {
            file.extend(file.find("/SigFlags"), "/NeedAppearances true");
        }),
        ("it takes fields out of the form", |file| {
            let second = file.find("/T (Signature2)");
            file.replace(file.find("/SigFlags"), &format!("{second} 0 R"), "");
        }),
        ("is replaced, and no seal needs it", |file| {
            file.draw(3, "1 1 1 rg 60 500 480 160 re f");
        }),
    ];
    let base = to_sign();
    for (expected, also) in rows {
        let found = seals(&Seal { also, ..FIRST }.on(&base, &base.issued));
        assert!(found.as_ref().is_err_and(|found| found.contains(expected)), "{expected}: {found:?}");
    }
}

/// Puts other bytes into the first field, in an update that signs it.
fn of_field(file: &mut Plain, from: &str, to: &str) {
    file.replace(file.find("/V "), from, to);
}

#[test]
fn an_update_that_draws_in_a_field_and_does_not_sign_it_is_not_a_seal() {
    let base = to_sign();
    let mut file = base.plain();
    file.objects.insert(tests::plain_pdf::size(&base.issued), b"null".to_vec());
    let look = file.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 9 9 re f");
    let field = file.find("/T (Signature1)");
    let old = file.reference(field, "N");
    file.replace(field, &format!("/N {old} 0 R"), format!("/N {look} 0 R"));
    let objects = [field, look].map(|id| (id, file.objects[&id].clone())).to_vec();
    let bytes = Update { file: &base.issued, trailer: file.trailer, objects }.with_stream();
    let found = seals(&bytes);
    assert!(
        found.as_ref().is_err_and(|found| found.contains("a field changes that is not signed")),
        "{found:?}"
    );
}

#[test]
fn a_second_signature_that_changes_the_first_is_not_a_seal() {
    let base = to_sign();
    let once = Base::of("once", FIRST.on(&base, &base.issued));
    let drawn: fn(&mut Plain) = |file| {
        let (field, other) = (file.find("/T (Signature1)"), file.find("/T (Signature2)"));
        let (old, new) = (file.reference(field, "N"), file.reference(other, "N"));
        file.replace(field, &format!("/N {old} 0 R"), format!("/N {new} 0 R"));
    };
    let taken: fn(&mut Plain) = |file| {
        let (field, other) = (file.find("/T (Signature1)"), file.find("/T (Signature2)"));
        let (old, new) = (file.reference(field, "V"), file.reference(other, "V"));
        file.replace(field, &format!("/V {old} 0 R"), format!("/V {new} 0 R"));
    };
    for (also, expected) in
        [(drawn, "a field changes that is not signed"), (taken, "it takes the place of a signature")]
    {
        let found = seals(&Seal { also, ..SECOND }.on(&once, &once.issued));
        assert!(found.as_ref().is_err_and(|found| found.contains(expected)), "{expected}: {found:?}");
    }
}
