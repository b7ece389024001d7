//! The ASN.1 types of a signed message (RFC 5652) and of a time stamp (RFC 3161), as far as they are read.

use const_oid::ObjectIdentifier;
use der::asn1::{AnyRef, IntRef, OctetStringRef, SetOfVec};
use der::{Choice, Sequence};
use x509_cert::attr::Attribute;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierRef;

pub(super) type Attributes = SetOfVec<Attribute>;

/// `ContentInfo`, RFC 5652 section 3.
#[derive(Sequence)]
pub(super) struct ContentInfo<'a> {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub content: AnyRef<'a>,
}

/// `SignedData`, section 5.1.
#[derive(Sequence)]
pub(super) struct SignedData<'a> {
    pub version: u8,
    pub digest_algorithms: SetOfVec<AnyRef<'a>>,
    pub content: EncapsulatedContentInfo<'a>,
    /// Not all need be certificates of X.509, and one may be there twice.
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub certificates: Option<SetOfVec<AnyRef<'a>>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub revocation_lists: Option<SetOfVec<AnyRef<'a>>>,
    pub signer_infos: SetOfVec<AnyRef<'a>>,
}

/// `EncapsulatedContentInfo`, section 5.2.
#[derive(Sequence)]
pub(super) struct EncapsulatedContentInfo<'a> {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub content: Option<&'a OctetStringRef>,
}

/// `SignerInfo`, section 5.3.
#[derive(Sequence)]
pub(super) struct SignerInfo<'a> {
    pub version: u8,
    pub identifier: SignerIdentifier<'a>,
    pub digest_algorithm: AlgorithmIdentifierRef<'a>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub signed_attributes: Option<Attributes>,
    pub signature_algorithm: AlgorithmIdentifierRef<'a>,
    pub signature: &'a OctetStringRef,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub unsigned_attributes: Option<SetOfVec<AnyRef<'a>>>,
}

/// `SignerIdentifier`, section 5.3: which certificate is the signer's.
#[derive(Choice)]
pub(super) enum SignerIdentifier<'a> {
    IssuerAndSerialNumber(IssuerAndSerialNumber),
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    SubjectKeyIdentifier(&'a OctetStringRef),
}

/// `IssuerAndSerialNumber`, section 10.2.4.
#[derive(Sequence)]
pub(super) struct IssuerAndSerialNumber {
    pub issuer: Name,
    pub serial_number: SerialNumber,
}

/// `TSTInfo`, RFC 3161 section 2.4.2.
#[derive(Sequence)]
pub(super) struct TstInfo<'a> {
    pub version: u8,
    pub policy: ObjectIdentifier,
    pub message_imprint: MessageImprint<'a>,
    pub serial_number: IntRef<'a>,
    /// A `GeneralizedTime` that may have fractions of a second, which those of certificates may not.
    pub generation_time: AnyRef<'a>,
    pub accuracy: Option<Vec<AnyRef<'a>>>,
    pub ordering: Option<bool>,
    pub nonce: Option<IntRef<'a>>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub authority: Option<AnyRef<'a>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub extensions: Option<Vec<AnyRef<'a>>>,
}

/// `MessageImprint`, section 2.4.1.
#[derive(Sequence)]
pub(super) struct MessageImprint<'a> {
    pub algorithm: AlgorithmIdentifierRef<'a>,
    pub digest: &'a OctetStringRef,
}
