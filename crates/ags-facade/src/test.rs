//! Runs test cases.

use ags::test_case::Files;
use ags::{TestCases, Verdict};

use crate::error::Error;
use crate::source::Source;

/// Runs the test cases of a file; `files` gives the bytes of the documents that cases name.
///
/// # Errors
/// - [`Unreadable`](crate::error::ErrorKind::Unreadable) if the file does not hold test cases.
///
/// ```
/// let toml = "rule = 'REG-6-2-B'\nbase = 'example'\nas_at = '2022-11-30'\n\
///     [[case]]\nname = 'The example is approved by resolution'\nexpect = 'met'\n";
/// let source = ags_facade::Source::by_name("cases.toml", toml.as_bytes())?;
/// let verdicts = ags_facade::test(&source, &|name| Err(format!("there is no {name}")))?;
/// assert!(verdicts[0].is_as_expected());
/// # Ok::<(), ags_facade::Error>(())
/// ```
pub fn test(source: &Source<'_>, files: &Files<'_>) -> Result<Vec<Verdict>, Error> {
    Ok(source.read::<TestCases>()?.run(files))
}
