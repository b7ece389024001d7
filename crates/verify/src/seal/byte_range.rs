//! The signature dictionary of a seal, and the bytes that it covers (ISO 32000-1:2008, 12.8.1).

use super::cms::{self, MessageKind, SealMessage};
use crate::pdf::{Dictionary, Lexer, Object, PdfFile, Token};

/// The keys of a signature dictionary.
const KEYS: [&str; 17] = [
    "Type",
    "Filter",
    "SubFilter",
    "Contents",
    "ByteRange",
    "M",
    "Name",
    "Location",
    "Reason",
    "ContactInfo",
    "Contact",
    "Prop_Build",
    "Prop_AuthTime",
    "Prop_AuthType",
    "Reference",
    "R",
    "V",
];

/// Reads the message of a signature whose update ends at the end of the file.
///
/// # Errors
/// - why it is no seal of everything before it, in words.
pub(super) fn message(
    file: &PdfFile<'_>,
    start: usize,
    signature: &Dictionary,
) -> Result<(MessageKind, SealMessage), String> {
    if !signature.has_only(&KEYS) {
        return Err("its signature has a key that no signature has".into());
    }
    let kind = match file.at(signature, "SubFilter").as_name() {
        Some(b"ETSI.CAdES.detached" | b"adbe.pkcs7.detached") => MessageKind::Signature,
        Some(b"ETSI.RFC3161") => MessageKind::TimeStamp,
        _ => return Err("its signature is of a kind that is not read".into()),
    };
    let bytes = file.bytes();
    let range: Option<Vec<usize>> = file.items(signature, "ByteRange").iter().map(Object::as_count).collect();
    let not_all = || "its signature does not cover all of the file up to its end".to_owned();
    let Some([0, before, after, rest]) =
        range.as_deref().and_then(|range| <[usize; 4]>::try_from(range).ok())
    else {
        return Err(not_all());
    };
    if before < start || before >= after || after.checked_add(rest) != Some(bytes.len()) {
        return Err(not_all());
    }
    // What the signature does not cover is its own message, and nothing else.
    let mut lexer = Lexer::new(bytes.get(..after).unwrap_or_default(), before);
    let token = lexer.token().ok().flatten();
    let contents = match (signature.get("Contents"), token) {
        (Object::String(contents), Some(Token::String(found)))
            if found == *contents
                && lexer.position() == after
                && found.len() * 2 + 2 == after - before
                && bytes.get(before) == Some(&b'<') =>
        {
            contents
        }
        _ => return Err("bytes other than its message are not covered by its signature".into()),
    };
    let covered = [bytes.get(..before), bytes.get(after..)].map(Option::unwrap_or_default);
    cms::read(contents, covered, kind).map(|message| (kind, message)).map_err(|error| error.to_string())
}
