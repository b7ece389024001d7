use super::*;

const COVERED: [&[u8]; 2] = [b"An illustrative statement, as it was issued, ", b"in two slices."];
const CHANGED: [&[u8]; 2] = [b"An illustrative statement, as it was issued, ", b"in two places."];

const PADES: &[u8] = include_bytes!("../testdata/pades.der");
const PKCS7_SHA512: &[u8] = include_bytes!("../testdata/pkcs7-sha512.der");
const PKCS7_SHA1: &[u8] = include_bytes!("../testdata/pkcs7-sha1.der");
const KEY_IDENTIFIER: &[u8] = include_bytes!("../testdata/key-identifier.der");
const NO_ATTRIBUTES: &[u8] = include_bytes!("../testdata/no-attributes.der");
const NO_CERTIFICATES: &[u8] = include_bytes!("../testdata/no-certificates.der");
const EMBEDDED: &[u8] = include_bytes!("../testdata/embedded.der");
const INDEFINITE: &[u8] = include_bytes!("../testdata/indefinite.ber");
const TWO_SIGNERS: &[u8] = include_bytes!("../testdata/two-signers.der");
const TIME_STAMP: &[u8] = include_bytes!("../testdata/time-stamp.der");

fn signature(contents: &[u8]) -> Result<SealMessage, CmsError> {
    read(contents, COVERED, MessageKind::Signature)
}

fn padded(contents: &[u8]) -> Vec<u8> {
    [contents, &[0; 1000]].concat()
}

fn not_checked(contents: &[u8]) -> NotChecked {
    match signature(contents).unwrap().digest {
        DigestState::NotChecked { why } => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pades_signature_names_its_signer_and_its_digest_holds() {
    let message = signature(&padded(PADES)).unwrap();
    let signer = message.signer.unwrap();
    assert_eq!(signer.to_string(), "Seal of the Council, Illustrative Borough Council");
    assert_eq!(signer.subject, "CN=Seal of the Council,O=Illustrative Borough Council,C=GB");
    assert_eq!(signer.serial_number, "12:34:AB:CD");
    assert_eq!(signer.valid_from.to_string(), "2026-01-01 00:00:00 UTC");
    assert_eq!(signer.valid_until.to_string(), "2056-01-01 00:00:00 UTC");
    assert!(signer.self_issued);
    assert_eq!(message.claimed_time, None);
    assert_eq!(message.digest, DigestState::Holds);
}

#[test]
fn a_signature_with_a_chain_names_its_signer_and_not_the_issuer() {
    let message = signature(PKCS7_SHA512).unwrap();
    let signer = message.signer.unwrap();
    assert_eq!(signer.to_string(), "Clerk to the Council, Illustrative Parish Council");
    assert_eq!(signer.serial_number, "00:F1:F2:F3:F4");
    assert!(!signer.self_issued);
    assert_eq!(message.claimed_time.unwrap().to_string(), "2026-11-27 08:12:57 UTC");
    assert_eq!(message.digest, DigestState::Holds);
}

#[test]
fn a_signer_is_found_by_key_identifier_and_may_be_missing() {
    let message = signature(KEY_IDENTIFIER).unwrap();
    assert_eq!(message.signer.unwrap().common_name.unwrap(), "Clerk to the Council");
    assert_eq!(message.digest, DigestState::Holds);
    let message = signature(NO_CERTIFICATES).unwrap();
    assert_eq!((message.signer, message.digest), (None, DigestState::Holds));
}

#[test]
fn a_time_stamp_gives_its_time_and_its_imprint_holds() {
    let message = read(&padded(TIME_STAMP), COVERED, MessageKind::TimeStamp).unwrap();
    assert_eq!(
        message.signer.unwrap().to_string(),
        "Illustrative Time Stamps, Illustrative Certificates Ltd"
    );
    assert_eq!(message.claimed_time.unwrap().to_string(), "2026-06-30 12:00:00.500 UTC");
    assert_eq!(message.digest, DigestState::Holds);
}

#[test]
fn a_changed_byte_makes_the_digest_fail() {
    for sample in [PADES, PKCS7_SHA512, KEY_IDENTIFIER, NO_CERTIFICATES] {
        assert_eq!(read(sample, CHANGED, MessageKind::Signature).unwrap().digest, DigestState::Fails);
    }
    assert_eq!(read(TIME_STAMP, CHANGED, MessageKind::TimeStamp).unwrap().digest, DigestState::Fails);
}

#[test]
fn an_imprint_written_into_a_time_stamp_does_not_hold() {
    let imprints = [COVERED, CHANGED].map(|bytes| Sha256::digest(bytes.concat()));
    let at = TIME_STAMP.windows(32).position(|window| window == imprints[0].as_slice()).unwrap();
    let mut forged = TIME_STAMP.to_vec();
    forged[at..at + 32].copy_from_slice(&imprints[1]);
    assert_eq!(read(&forged, CHANGED, MessageKind::TimeStamp).unwrap().digest, DigestState::Fails);
}

#[test]
fn a_digest_that_is_not_checked_says_why() {
    assert_eq!(not_checked(PKCS7_SHA1), NotChecked::Algorithm { algorithm: "id-sha1".to_owned() });
    assert_eq!(not_checked(NO_ATTRIBUTES), NotChecked::NoSignedAttributes);
    assert_eq!(not_checked(EMBEDDED), NotChecked::ContentInside);
}

#[test]
fn a_message_that_is_not_as_the_standard_requires_is_an_error() {
    assert_eq!(signature(INDEFINITE), Err(CmsError::NotDer));
    assert_eq!(signature(TWO_SIGNERS), Err(CmsError::SignerCount { found: 2 }));
    assert_eq!(signature(&[PADES, b"\0\x01\0"].concat()), Err(CmsError::BytesAfter));
    let bytes = MAX_CONTENTS + 1;
    assert_eq!(signature(&vec![0; bytes]), Err(CmsError::TooLarge { bytes }));
    let tst_info = "1.2.840.113549.1.9.16.1.4".to_owned();
    let data = "1.2.840.113549.1.7.1".to_owned();
    assert_eq!(
        read(PADES, COVERED, MessageKind::TimeStamp),
        Err(CmsError::ContentType { expected: tst_info.clone(), found: data.clone() })
    );
    assert_eq!(signature(TIME_STAMP), Err(CmsError::ContentType { expected: data, found: tst_info }));
    for length in 0..PADES.len() {
        assert!(signature(&PADES[..length]).is_err(), "{length}");
    }
}

#[test]
fn no_changed_byte_of_a_message_makes_the_digest_of_other_bytes_hold_or_panics() {
    let samples = [
        (PADES, MessageKind::Signature),
        (PKCS7_SHA512, MessageKind::Signature),
        (KEY_IDENTIFIER, MessageKind::Signature),
        (NO_ATTRIBUTES, MessageKind::Signature),
        (EMBEDDED, MessageKind::Signature),
        (INDEFINITE, MessageKind::Signature),
        (TWO_SIGNERS, MessageKind::Signature),
        (TIME_STAMP, MessageKind::TimeStamp),
    ];
    for (sample, kind) in samples {
        for at in 0..sample.len() {
            for byte in [0x00, 0x80, 0xff, sample[at] ^ 0x01] {
                let mut altered = sample.to_vec();
                altered[at] = byte;
                if let Ok(message) = read(&altered, CHANGED, kind) {
                    assert_ne!(message.digest, DigestState::Holds, "byte {at} as {byte:#04x}");
                }
            }
        }
    }
}

#[test]
fn a_message_serialises_for_a_report() {
    let message = signature(NO_ATTRIBUTES).unwrap();
    let json = serde_json::to_value(&message).unwrap();
    assert_eq!(json["digest"]["state"], "not-checked");
    assert_eq!(json["digest"]["why"]["reason"], "no-signed-attributes");
    assert_eq!(json["signer"]["valid_until"], "2056-01-01T00:00:00Z");
    let json = serde_json::to_value(signature(PKCS7_SHA512).unwrap()).unwrap();
    assert_eq!(
        (&json["digest"]["state"], &json["claimed_time"]),
        (&"holds".into(), &"2026-11-27T08:12:57Z".into())
    );
}
