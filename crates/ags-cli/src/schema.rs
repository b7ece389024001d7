//! `ags schema`: prints JSON Schemas.

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::output::Output;

/// Prints the schema of a document by its name, with or without its version; without a name, the names of all.
///
/// # Errors
/// - [`Failure::Usage`] if there is no such document.
pub fn schema(name: Option<&str>, console: &mut Console<'_>) -> Result<u8, Failure> {
    let usage = |error: ags_facade::Error| Failure::Usage(error.to_string());
    let bytes = match name {
        None => (ags_facade::schemas().join("\n") + "\n").into_bytes(),
        Some(name) => ags_facade::to_json(&ags_facade::schema(name).map_err(usage)?).map_err(usage)?,
    };
    Output::write(None, &mut *console.out, &bytes)?;
    Ok(CLEAN)
}
