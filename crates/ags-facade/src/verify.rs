//! Verifies a published PDF.

use serde::Serialize;
pub use verify::Verdict;
use verify::Verification;

use crate::error::{Error, ErrorKind};

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

/// Verifies a published PDF against its own embedded data.
///
/// # Errors
/// - [`ErrorKind::Unreadable`] for bytes that are not a readable PDF, or too many.
///
/// ```
/// use ags_facade::{RenderFormat, RenderOptions, Source, Verdict, render, to_json, verify};
/// let source = Source::by_name("statement.json", to_json(&ags::example::statement()?)?)?;
/// let pdf = render(&source, &RenderOptions::new("2022-11-30".parse()?), RenderFormat::Pdf)?;
/// assert_eq!(verify("statement.pdf", &pdf)?.verification.verdict, Verdict::AsIssued);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(name: &str, pdf: &[u8]) -> Result<VerifiedFile, Error> {
    let verification =
        verify::verify(pdf).map_err(|error| Error::whole(ErrorKind::Unreadable, name, error.to_string()))?;
    Ok(VerifiedFile { file: name.into(), verification })
}
