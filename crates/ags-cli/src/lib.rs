//! The command `ags`: checks Annual Governance Statements and local codes, explains the rules, starts a statement,
//! prints one, and runs the cases that those who know the law write.
//!
//! [`run`] is the whole command as a function. It reads and writes the files it is told to; what day it is and where
//! words go, its [`Console`] says.
//!
//! # Exit codes
//! | code | meaning |
//! |---|---|
//! | [`CLEAN`] | nothing is not met at or above the threshold |
//! | [`FINDINGS`] | something is |
//! | [`USAGE`] | the command line is wrong |
//! | [`FAILED`] | something could not be done, such as a file that cannot be read; the rest was done |
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod check;
mod completions;
mod console;
mod explain;
mod failure;
mod form;
mod new;
mod options;
mod output;
mod place;
mod prior;
mod progress;
mod render;
mod rules;
mod schema;
mod shown;
mod source;
mod test;
mod verify;
mod walk;

use std::ffi::OsString;

use clap::Parser;

pub use console::Console;
use failure::Failure;
use options::{Ask, Options};

/// Nothing is not met at or above the threshold.
pub const CLEAN: u8 = 0;
/// Something is not met at or above the threshold.
pub const FINDINGS: u8 = 1;
/// The command line is wrong; nothing was done.
pub const USAGE: u8 = 2;
/// Something could not be done; the rest was. It outweighs [`FINDINGS`].
pub const FAILED: u8 = 3;

/// Runs the command with its arguments, the first of which is its own name, and gives its exit code.
///
/// ```
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let today = "2026-05-31".parse().expect("a day");
/// let mut console =
///     ags_cli::Console { out: &mut out, err: &mut err, terminal: false, colour: false, today };
/// let code = ags_cli::run(["ags", "explain", "REG-6-2-B"], &mut console);
/// assert_eq!(code, ags_cli::CLEAN);
/// assert!(String::from_utf8(out).expect("words").starts_with("REG-6-2-B "));
/// ```
pub fn run<A: Into<OsString> + Clone>(args: impl IntoIterator<Item = A>, console: &mut Console<'_>) -> u8 {
    let done = match Options::try_parse_from(args) {
        Ok(options) => ask(&options.ask, console),
        Err(error) => return console.clap(&error),
    };
    match done {
        Ok(code) => code,
        Err(failure) => console.failed(&failure),
    }
}

fn ask(ask: &Ask, console: &mut Console<'_>) -> Result<u8, Failure> {
    match ask {
        Ask::Check(options) => check::check(options, console),
        Ask::Explain { rule } => explain::explain(rule, console),
        Ask::Rules(options) => rules::list(options, console),
        Ask::New(options) => new::new(options, console),
        Ask::Render(options) => render::render(options, console),
        Ask::Test(options) => test::test(options, console),
        Ask::Verify(options) => verify::verify(options, console),
        Ask::Schema { name } => schema::schema(name.as_deref(), console),
        Ask::Completions { shell } => completions::completions(*shell, console),
        Ask::Man { command } => completions::man(command.as_deref(), console),
    }
}
