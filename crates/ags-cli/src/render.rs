//! `ags render`: a statement or a return, printed.

use std::path::Path;

use ags::Paper;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::Render;
use crate::output::Output;
use crate::source::{Refused, Source};
use crate::{CLEAN, shown};

/// The extensions of what can be written.
const FORMS: [&str; 1] = ["pdf"];

/// Prints a statement or a return to a file.
///
/// # Errors
/// - [`Failure::Usage`] for a file in a form we do not write;
/// - [`Failure::Work`] for a file that holds neither, cannot be drawn or cannot be written.
pub fn render(options: &Render, console: &mut Console<'_>) -> Result<u8, Failure> {
    known(&options.out)?;
    let told = |unread| Failure::Work(shown::lines(&unread));
    let source = Source::read(&options.file).map_err(told)?;
    let as_at = options.as_at.unwrap_or(console.today);
    let document = match source.paper() {
        Ok(Paper::Statement(statement)) => ags::compose(&statement, &ags::check(&statement, as_at)),
        Ok(Paper::Agar(agar)) => ags::compose_agar(&agar, &ags::check_agar(&agar, as_at)),
        Ok(_) => {
            let says = "this is neither a statement nor a return; only these are printed";
            return Err(Failure::Work(format!("{}: {says}", source.name)));
        }
        Err(Refused::Other(_, unread) | Refused::Broken(unread)) => return Err(told(unread)),
    };
    let pdf =
        render_pdf::render(&document).map_err(|error| Failure::Work(format!("{}: {error}", source.name)))?;
    Output::write(Some(&options.out), &mut *console.out, &pdf)?;
    Ok(CLEAN)
}

fn known(out: &Path) -> Result<(), Failure> {
    let extension = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if FORMS.contains(&extension.as_str()) {
        return Ok(());
    }
    let forms = FORMS.map(|form| format!(".{form}")).join(", ");
    Err(Failure::Usage(format!("{}: no form we write; end its name in one of: {forms}", shown::name(out))))
}
