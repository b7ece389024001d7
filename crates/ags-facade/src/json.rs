//! Responses as JSON.

use serde::Serialize;

use crate::error::{Error, ErrorKind};

/// A response as indented JSON, with a line feed at the end.
///
/// # Errors
/// - [`ErrorKind::InvalidRequest`] for a value that cannot be JSON; no response of this crate is one.
///
/// ```
/// let json = ags_facade::to_json(&ags_facade::schemas())?;
/// assert!(json.starts_with(b"[\n  \"statement/1\",\n"));
/// # Ok::<(), ags_facade::Error>(())
/// ```
pub fn to_json(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .map_err(|error| Error::whole(ErrorKind::InvalidRequest, "", error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
