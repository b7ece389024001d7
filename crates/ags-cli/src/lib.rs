//! The command `ags`: checks Annual Governance Statements, local codes and returns, explains the rules, starts a
//! statement, renders and verifies it, and runs test cases.
//!
//! [`run`] is the whole command as a function. It parses the arguments, reads and writes files and decides the exit code;
//! everything else is done by [`ags_facade`]. Today's date and the streams are in its [`Console`].
//!
//! # Exit codes
//! | code | meaning |
//! |---|---|
//! | [`CLEAN`] | no findings at or above the threshold |
//! | [`FINDINGS`] | at least one |
//! | [`USAGE`] | the command line is wrong |
//! | [`FAILED`] | something could not be done, such as a file that cannot be read; the rest was done |
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod check;
mod check_papers;
mod checker;
mod completions;
mod console;
mod exit_code;
mod explain;
mod failure;
mod file_set;
mod in_order;
mod inputs;
mod interrupt;
mod links;
mod new;
mod options;
mod output;
mod part_file;
mod priors;
mod render;
mod render_folder;
mod renderer;
mod rules;
mod schema;
mod source;
mod summary;
mod terminal;
mod test;
mod verify;
mod waiver_notes;
mod walk;

use std::ffi::OsString;

use clap::Parser;

pub use console::Console;
pub use exit_code::{CLEAN, FAILED, FINDINGS, USAGE};
use failure::Failure;
pub use interrupt::remove_unfinished_on_signals;
use options::{Command, Options};

/// Runs the command with its arguments, the first of which is its own name, and gives its exit code.
///
/// ```
/// let (mut input, mut words, mut err) = (std::io::empty(), Vec::new(), Vec::new());
/// let today = "2026-05-31".parse().expect("a day");
/// let (input, out, err) = (&mut input, &mut words, &mut err);
/// let mut console =
///     ags_cli::Console { input, out, err, terminal: false, out_terminal: false, colour: false, today };
/// let code = ags_cli::run(["ags", "explain", "REG-6-2-B"], &mut console);
/// assert_eq!(code, ags_cli::CLEAN);
/// assert!(String::from_utf8(words).expect("words").starts_with("REG-6-2-B: "));
/// ```
pub fn run<A: Into<OsString> + Clone>(args: impl IntoIterator<Item = A>, console: &mut Console<'_>) -> u8 {
    let done = match Options::try_parse_from(args) {
        Ok(options) => dispatch(&options.command, console),
        Err(error) => return console.clap(&error),
    };
    match done {
        Ok(code) => code,
        Err(failure) => console.failed(&failure),
    }
}

fn dispatch(command: &Command, console: &mut Console<'_>) -> Result<u8, Failure> {
    match command {
        Command::Check(options) => check::check(options, console),
        Command::Explain { rule } => explain::explain(rule, console),
        Command::Rules(options) => rules::rules(options, console),
        Command::New(options) => new::new(options, console),
        Command::Render(options) => render::render(options, console),
        Command::Test(options) => test::test(options, console),
        Command::Verify(options) => verify::verify(options, console),
        Command::Schema { name } => schema::schema(name.as_deref(), console),
        Command::Completions { shell } => completions::completions(*shell, console),
        Command::Man { command } => completions::man(command.as_deref(), console),
    }
}
