//! The certificate of the signer, as it describes itself.

use std::fmt;

use chrono::{DateTime, Utc};
use der::asn1::AnyRef;
use governance_model::Text;
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::ext::pkix::name::DirectoryString;

use super::error::CmsError;
use super::syntax::SignerIdentifier;
use super::time::utc;

/// The most certificates of a message among which that of the signer is looked for, inclusive.
const MAX_CERTIFICATES: usize = 64;
/// The most characters of a name that are given, inclusive.
const MAX_NAME: usize = 256;

/// The signer of a seal, in the words of a certificate that nobody has verified.
///
/// Names have at most 256 characters and are on one line. Characters that cannot be shown, or that change the order in
/// which others are shown, are written as in `\u{202e}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Signer {
    /// The common name of the subject, such as that of a person or of a seal.
    pub common_name: Option<String>,
    /// The organisation of the subject.
    pub organisation: Option<String>,
    /// The whole name of the subject, as RFC 4514 writes names.
    pub subject: String,
    /// The serial number of the certificate, in hexadecimal: `12:34:AB:CD`.
    pub serial_number: String,
    /// The first moment at which the certificate is valid.
    pub valid_from: DateTime<Utc>,
    /// The last moment at which it is valid.
    pub valid_until: DateTime<Utc>,
    /// Whether the certificate names its subject as its issuer.
    pub self_issued: bool,
}

impl Signer {
    /// Describes the first certificate that is the signer's; certificates that cannot be read are skipped.
    pub(super) fn find<'a>(
        identifier: &SignerIdentifier<'_>,
        certificates: impl Iterator<Item = AnyRef<'a>>,
    ) -> Result<Option<Self>, CmsError> {
        certificates
            .take(MAX_CERTIFICATES)
            .filter_map(|certificate| certificate.decode_as::<Certificate>().ok())
            .find(|certificate| is_named_by(certificate, identifier))
            .map(|certificate| Self::of(&certificate))
            .transpose()
    }

    fn of(certificate: &Certificate) -> Result<Self, CmsError> {
        let part = "the certificate of the signer";
        let certificate = certificate.tbs_certificate();
        let subject = certificate.subject();
        Ok(Self {
            common_name: subject.common_name().ok().flatten().as_ref().map(words),
            organisation: subject.organization().ok().flatten().as_ref().map(words),
            subject: printable(&subject.to_string()),
            serial_number: certificate.serial_number().to_string(),
            valid_from: utc(certificate.validity().not_before, part)?,
            valid_until: utc(certificate.validity().not_after, part)?,
            self_issued: certificate.issuer() == subject,
        })
    }
}

/// `Seal of the Council, Illustrative Borough Council`, or the whole subject if it has neither name.
impl fmt::Display for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.common_name, &self.organisation) {
            (Some(name), Some(organisation)) if name != organisation => write!(f, "{name}, {organisation}"),
            (Some(name), _) | (None, Some(name)) => f.write_str(name),
            (None, None) => f.write_str(&self.subject),
        }
    }
}

fn is_named_by(certificate: &Certificate, identifier: &SignerIdentifier<'_>) -> bool {
    let certificate = certificate.tbs_certificate();
    match identifier {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            *certificate.issuer() == named.issuer && *certificate.serial_number() == named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            let extension = certificate.get_extension::<SubjectKeyIdentifier>();
            matches!(extension, Ok(Some((_, key))) if key.0.as_bytes() == named.as_bytes())
        }
    }
}

fn words(name: &DirectoryString) -> String {
    printable(&name.value())
}

fn printable(name: &str) -> String {
    let fits_a_line = Text::new(name).is_ok() && !name.contains(['\n', '\t']);
    let mut shown = if fits_a_line { name.to_owned() } else { name.escape_default().to_string() };
    if let Some((end, _)) = shown.char_indices().nth(MAX_NAME) {
        shown.truncate(end);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_mislead_on_a_page_is_escaped_and_a_long_one_cut() {
        assert_eq!(printable("Cyngor Môn"), "Cyngor Môn");
        assert_eq!(printable("Council\nDigest: holds"), r"Council\nDigest: holds");
        assert_eq!(printable("Council \u{202e}x"), r"Council \u{202e}x");
        assert_eq!(printable(&"é".repeat(300)), "é".repeat(MAX_NAME));
    }
}
