//! The lines of a document, from its bytes.

use crate::error::ExtractError;

/// The most bytes a document may have, inclusive.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes a line may have, inclusive.
const MOST_LINE: usize = 1024 * 1024;

/// The lines of a document, each without its line feed.
///
/// # Errors
/// - [`ExtractError::TooLarge`], [`ExtractError::Binary`], [`ExtractError::Encoding`], [`ExtractError::Empty`] and
///   [`ExtractError::LongLine`].
pub(crate) fn lines<'a>(bytes: &'a [u8], name: &str) -> Result<Vec<&'a str>, ExtractError> {
    if bytes.len() > MOST_BYTES {
        return Err(ExtractError::TooLarge { name: name.into(), bytes: bytes.len(), most: MOST_BYTES });
    }
    let place = |at: usize| {
        let before = bytes.get(..at).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        (line, column, bytes.get(at).copied().unwrap_or_default())
    };
    let control = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c);
    if let Some(at) = bytes.iter().position(|byte| control(*byte)) {
        let (line, column, byte) = place(at);
        return Err(ExtractError::Binary { name: name.into(), line, column, byte });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (line, column, byte) = place(error.valid_up_to());
        ExtractError::Encoding { name: name.into(), line, column, byte }
    })?;
    if text.trim().is_empty() {
        return Err(ExtractError::Empty { name: name.into() });
    }
    let lines: Vec<&str> = text.lines().collect();
    if let Some((index, long)) = lines.iter().enumerate().find(|(_, line)| line.len() > MOST_LINE) {
        let (line, bytes) = (index + 1, long.len());
        return Err(ExtractError::LongLine { name: name.into(), line, bytes, most: MOST_LINE });
    }
    Ok(lines)
}
