//! What the CMS message in a seal says: who sealed, when, and whether its digest is that of the sealed bytes.
//!
//! Neither the signature itself nor the certificate is verified; no certificate is trusted.

mod error;
mod signer;
mod syntax;
mod time;

use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::DB;
use const_oid::db::rfc3161::ID_CT_TST_INFO;
use const_oid::db::rfc5911::{ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA, ID_SIGNING_TIME};
use const_oid::db::rfc5912::{ID_SHA_256, ID_SHA_384, ID_SHA_512};
use der::asn1::OctetStringRef;
use der::{Choice, Decode, DecodeValue, Reader, SliceReader};
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384, Sha512};
use thiserror::Error;
use x509_cert::time::Time;

pub use self::error::CmsError;
pub use self::signer::Signer;
use self::syntax::{Attributes, ContentInfo, SignedData, SignerInfo, TstInfo};
use self::time::{generation_time, utc};
use crate::limits::MAX_CONTENTS;

/// What kind of seal a message is, as the `SubFilter` of its dictionary says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// A signature of the bytes: `ETSI.CAdES.detached` or `adbe.pkcs7.detached`.
    Signature,
    /// A document time stamp: `ETSI.RFC3161`.
    TimeStamp,
}

/// What the message of a seal says. None of it is verified but the digest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SealMessage {
    /// Who sealed; `None` if the signer's certificate is not among the first 64 in the message.
    pub signer: Option<Signer>,
    /// When the signer claims to have sealed; `None` if the message does not say, as in a PAdES signature, where only
    /// the entry `M` of the PDF does.
    pub claimed_time: Option<DateTime<Utc>>,
    /// Whether the digest in the message is that of the sealed bytes.
    pub digest: DigestState,
}

/// Whether the digest in a seal is that of the bytes it covers.
///
/// Anyone can write a seal whose digest holds; it says nothing about who did.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DigestState {
    /// It is that of the bytes.
    Holds,
    /// It is not: the bytes were changed after they were sealed.
    Fails,
    /// It was not checked.
    NotChecked {
        /// Why not.
        why: NotChecked,
    },
}

/// Why the digest of a seal was not checked.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NotChecked {
    /// The digest is of an algorithm other than SHA-256, SHA-384 and SHA-512.
    #[error("its digest is of the algorithm {algorithm}; only SHA-256, SHA-384 and SHA-512 are checked")]
    Algorithm {
        /// The name of the algorithm, or its object identifier.
        algorithm: String,
    },
    /// It has no signed attributes, so its digest is only in the signature, which is not verified.
    #[error("it has no signed attributes, and without them only the signature itself holds the digest")]
    NoSignedAttributes,
    /// It has content of its own, and its digest is of that and not of the bytes of the file.
    #[error("its digest is of content inside the seal, and not of the bytes of the file")]
    ContentInside,
}

/// Reads the message in a seal and compares its digest with the bytes the seal covers.
///
/// `contents` is the value of `Contents`, with the zeros that fill its room; `covered` is what `ByteRange` names,
/// before and after `Contents`.
///
/// # Errors
/// - [`CmsError::TooLarge`] for more than [`MAX_CONTENTS`] bytes;
/// - [`CmsError::NotDer`] for BER of indefinite length;
/// - [`CmsError::BytesAfter`] for anything but zeros after the message;
/// - [`CmsError::ContentType`] for a message that is not of the kind;
/// - [`CmsError::SignerCount`] for no signer or several;
/// - [`CmsError::Malformed`] for anything else that is not as RFC 5652, RFC 5280 or RFC 3161 require.
pub fn read(contents: &[u8], covered: [&[u8]; 2], kind: MessageKind) -> Result<SealMessage, CmsError> {
    if contents.len() > MAX_CONTENTS {
        return Err(CmsError::TooLarge { bytes: contents.len() });
    }
    let signed_data = signed_data(contents)?;
    let [signer_info] = signed_data.signer_infos.as_slice() else {
        return Err(CmsError::SignerCount { found: signed_data.signer_infos.len() });
    };
    let signer_info: &SignerInfo<'_> = &signer_info.decode_as().map_err(CmsError::of_der("the signer"))?;
    let content = &signed_data.content;
    let certificates = signed_data.certificates.iter().flat_map(|all| all.iter().copied());
    let signer = Signer::find(&signer_info.identifier, certificates)?;
    match kind {
        MessageKind::Signature => {
            CmsError::of_type(ID_DATA, content.content_type)?;
            let digest = match content.content {
                Some(_) => DigestState::NotChecked { why: NotChecked::ContentInside },
                None => message_digest(signer_info, &covered)?,
            };
            Ok(SealMessage { signer, claimed_time: signing_time(signer_info)?, digest })
        }
        MessageKind::TimeStamp => {
            CmsError::of_type(ID_CT_TST_INFO, content.content_type)?;
            let part = "the time stamp";
            let inside =
                content.content.ok_or_else(|| CmsError::malformed(part, &"it has no content"))?.as_bytes();
            let stamp = TstInfo::from_der(inside).map_err(CmsError::of_der(part))?;
            let imprint = &stamp.message_imprint;
            // The signer signed the digest of the time stamp, and the time stamp has that of the file: both must hold.
            let digest = match message_digest(signer_info, &[inside])? {
                DigestState::Holds => compare(imprint.algorithm.oid, imprint.digest.as_bytes(), &covered),
                other => other,
            };
            Ok(SealMessage { signer, claimed_time: Some(generation_time(&stamp)?), digest })
        }
    }
}

fn signed_data(contents: &[u8]) -> Result<SignedData<'_>, CmsError> {
    let part = "the message";
    let mut reader = SliceReader::new(contents).map_err(CmsError::of_der(part))?;
    let message: ContentInfo<'_> = reader.decode().map_err(CmsError::of_der(part))?;
    let padding = reader.read_slice(reader.remaining_len()).map_err(CmsError::of_der(part))?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(CmsError::BytesAfter);
    }
    CmsError::of_type(ID_SIGNED_DATA, message.content_type)?;
    message.content.decode_as().map_err(CmsError::of_der("the signed data"))
}

fn message_digest(signer: &SignerInfo<'_>, content: &[&[u8]]) -> Result<DigestState, CmsError> {
    let Some(attributes) = &signer.signed_attributes else {
        return Ok(DigestState::NotChecked { why: NotChecked::NoSignedAttributes });
    };
    let part = "the attribute messageDigest";
    let value: Option<&OctetStringRef> = only_value(attributes, ID_MESSAGE_DIGEST, part)?;
    let digest = value.ok_or_else(|| CmsError::malformed(part, &"it is missing"))?;
    Ok(compare(signer.digest_algorithm.oid, digest.as_bytes(), content))
}

fn signing_time(signer: &SignerInfo<'_>) -> Result<Option<DateTime<Utc>>, CmsError> {
    let part = "the attribute signingTime";
    let Some(attributes) = &signer.signed_attributes else { return Ok(None) };
    let time: Option<Time> = only_value(attributes, ID_SIGNING_TIME, part)?;
    time.map(|time| utc(time, part)).transpose()
}

/// The only value of an attribute that may occur once.
fn only_value<'a, T>(
    attributes: &'a Attributes,
    name: ObjectIdentifier,
    part: &'static str,
) -> Result<Option<T>, CmsError>
where
    T: Choice<'a> + DecodeValue<'a, Error = der::Error>,
{
    let mut found = attributes.iter().filter(|attribute| attribute.oid == name);
    let (Some(attribute), second) = (found.next(), found.next()) else { return Ok(None) };
    match (attribute.values.as_slice(), second) {
        ([value], None) => value.decode_as().map(Some).map_err(CmsError::of_der(part)),
        _ => Err(CmsError::malformed(part, &"it has no value or several")),
    }
}

fn compare(algorithm: ObjectIdentifier, digest: &[u8], content: &[&[u8]]) -> DigestState {
    let holds = match algorithm {
        ID_SHA_256 => is_digest_of::<Sha256>(digest, content),
        ID_SHA_384 => is_digest_of::<Sha384>(digest, content),
        ID_SHA_512 => is_digest_of::<Sha512>(digest, content),
        other => {
            let algorithm = DB.by_oid(&other).map_or_else(|| other.to_string(), str::to_owned);
            return DigestState::NotChecked { why: NotChecked::Algorithm { algorithm } };
        }
    };
    if holds { DigestState::Holds } else { DigestState::Fails }
}

fn is_digest_of<D: Digest>(digest: &[u8], content: &[&[u8]]) -> bool {
    let computed = content.iter().fold(D::new(), D::chain_update).finalize();
    computed.as_slice() == digest
}

#[cfg(test)]
mod tests;
