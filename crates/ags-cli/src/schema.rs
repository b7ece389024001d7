//! `ags schema`: the JSON Schema of a document.

use ags::schema::{self, DocumentSchema};

use crate::CLEAN;
use crate::console::Console;
use crate::failure::Failure;
use crate::output::Output;
use crate::shown;

/// Prints the schema of a document by its name, with or without its version; without a name the names there are.
///
/// # Errors
/// - [`Failure::Usage`] for a document that there is not.
pub fn schema(name: Option<&str>, console: &mut Console<'_>) -> Result<u8, Failure> {
    let names: Vec<String> = schema::ALL.iter().map(ToString::to_string).collect();
    let text = match name {
        None => names.join("\n"),
        Some(name) => {
            let is = |one: &&DocumentSchema| one.name == name || one.to_string() == name;
            let found = schema::ALL.iter().find(is).ok_or_else(|| {
                let (name, names) = (shown::plain(name), names.join(", "));
                Failure::Usage(format!("there is no document {name}; there are {names}"))
            })?;
            serde_json::to_string_pretty(&found.json()).map_err(std::io::Error::from)?
        }
    };
    Output::write(None, &mut *console.out, format!("{text}\n").as_bytes())?;
    Ok(CLEAN)
}
