//! Verifies a published PDF.

use serde::Serialize;
pub use verify::Verdict;
use verify::Verification;

use crate::error::{Error, ErrorKind};
use crate::source::Source;

/// The most bytes a PDF may have, inclusive.
pub const MAX_PDF_BYTES: usize = verify::MAX_BYTES;

/// The result of verifying a file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct VerifiedFile {
    /// What the caller calls the file.
    pub file: String,
    /// What was found.
    #[serde(flatten)]
    pub verification: Verification,
}

/// Verifies a published PDF against its own embedded data; `prior` is last year's statement, if the check was made
/// with it.
///
/// # Errors
/// - [`ErrorKind::Unreadable`] for bytes that are not a readable PDF, or too many;
/// - as [`Source::statement`], for last year's statement.
///
/// ```
/// use ags_facade::{CheckOptions, RenderFormat, Source, Verdict, render, to_json, verify};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let options = CheckOptions::new("2022-11-30".parse()?);
/// let pdf = render(&source, &options, &ags::HouseStyle::default(), RenderFormat::Pdf)?;
/// assert_eq!(verify("statement.pdf", &pdf, None)?.verification.verdict, Verdict::AsIssued);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(name: &str, pdf: &[u8], prior: Option<&Source<'_>>) -> Result<VerifiedFile, Error> {
    let prior = prior.map(Source::statement).transpose()?;
    let verification = verify::verify(pdf, prior.as_ref())
        .map_err(|error| Error::whole(ErrorKind::Unreadable, name, error.to_string()))?;
    Ok(VerifiedFile { file: name.into(), verification })
}
