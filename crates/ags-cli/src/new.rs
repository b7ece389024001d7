//! `ags new`: starts a statement.

use ags_facade::{Error, NewOptions};

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::options::New;
use crate::output::Output;
use crate::terminal;

/// Writes the beginning of a statement.
///
/// # Errors
/// - [`Failure::Usage`] for a name that cannot be printed, a year without a framework, or a file that exists.
pub fn new(options: &New, console: &mut Console<'_>) -> Result<u8, Failure> {
    if let Some(file) = options.out.as_deref().filter(|out| out.symlink_metadata().is_ok()) {
        return Err(Failure::Usage(format!("{}: the file exists; name another", terminal::name(file))));
    }
    let New { authority, year, .. } = options;
    let asked = authority.split_whitespace().collect::<Vec<_>>().join(" ");
    let started =
        ags_facade::new(&NewOptions { authority: authority.clone(), year: *year, as_at: console.today })
            .map_err(|error| usage(&error))?;
    if started.registered && !asked.eq_ignore_ascii_case(&started.authority) {
        let note = format!("{asked:?} is taken as {}, as the register has it.", started.authority);
        console.note(&format!("note: {}", terminal::plain(&note)));
    }
    if !started.registered {
        let question = match started.similar.as_slice() {
            [] => ".".to_owned(),
            similar => format!("; is it {}?", similar.join(" or ")),
        };
        let note = format!(
            "the register has no {authority}{question} Its type, nation and category are placeholders."
        );
        console.note(&format!("note: {}", terminal::plain(&note)));
    }
    Output::write(options.out.as_deref(), &mut *console.out, started.toml.as_bytes())?;
    Ok(CLEAN)
}

/// The problems, each with its option of the command line.
fn usage(error: &Error) -> Failure {
    let problems = error.problems().iter();
    let problems = problems.map(|one| format!("--{}: {}", one.pointer.trim_start_matches('/'), one.message));
    Failure::Usage(problems.collect::<Vec<_>>().join("\n"))
}
