//! `ags completions` and `ags man`: the command line for a shell, and as manual pages.

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::options::Options;
use crate::output::Output;

/// Prints the completions for a shell.
///
/// # Errors
/// - [`Failure`] if they cannot be written.
pub fn completions(shell: Shell, console: &mut Console<'_>) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Options::command(), "ags", &mut bytes);
    Output::write(None, &mut *console.out, &bytes)?;
    Ok(CLEAN)
}

/// Prints the manual page, of the whole or of one command.
///
/// # Errors
/// - [`Failure::Usage`] if there is no such command.
pub fn man(command: Option<&str>, console: &mut Console<'_>) -> Result<u8, Failure> {
    let whole = Options::command();
    let page = match command {
        None => whole,
        Some(name) => {
            let names: Vec<&str> = whole.get_subcommands().map(Command::get_name).collect();
            let found = whole.find_subcommand(name).cloned();
            let found = found.ok_or_else(|| {
                Failure::Usage(format!("there is no command {name}; there are {}", names.join(", ")))
            })?;
            found.name(format!("ags-{name}")).bin_name(format!("ags {name}"))
        }
    };
    let mut bytes = Vec::new();
    clap_mangen::Man::new(page).render(&mut bytes)?;
    Output::write(None, &mut *console.out, &bytes)?;
    Ok(CLEAN)
}
