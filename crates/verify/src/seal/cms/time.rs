//! Times as ASN.1 writes them.

use chrono::{DateTime, NaiveDateTime, Utc};
use x509_cert::time::Time;

use super::error::CmsError;
use super::syntax::TstInfo;

/// The time of a certificate or of an attribute.
pub(super) fn utc(time: Time, part: &'static str) -> Result<DateTime<Utc>, CmsError> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok();
    seconds
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or_else(|| CmsError::malformed(part, &"the time is too far off"))
}

/// `genTime` may have fractions of a second, as in `20260630120000.5Z`.
pub(super) fn generation_time(stamp: &TstInfo<'_>) -> Result<DateTime<Utc>, CmsError> {
    let part = "the time of the time stamp";
    let text = std::str::from_utf8(stamp.generation_time.value())
        .map_err(|error| CmsError::malformed(part, &error))?;
    NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S%.fZ")
        .map(|time| time.and_utc())
        .map_err(|error| CmsError::malformed(part, &error))
}
