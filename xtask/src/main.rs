//! `cargo xtask`: the tasks of this repository that are more than a command.

mod new_rule;
mod rule;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use governance_model::printable;

use crate::rule::{NewRule, RuleCode, Subject};

/// Tasks of this repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    /// The repository to work on.
    #[arg(long, global = true, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/.."), hide_default_value = true)]
    root: PathBuf,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Add a rule: its file, registration, duty, cases and changelog entry, each to be filled in.
    NewRule {
        /// The code, as in REG-8; what comes before the first hyphen is the family.
        code: RuleCode,
        /// What the rule checks; that of the family unless given.
        #[arg(long)]
        subject: Option<Subject>,
        /// The fault the rule finds, as in "No narrative statement".
        #[arg(long, default_value = rule::NO_TITLE, hide_default_value = true)]
        title: String,
    },
}

/// The arguments. What is wrong with them is printed as everything else is.
fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|error| {
        if !error.use_stderr() {
            error.exit();
        }
        let _ = write!(io::stderr(), "{}", printable(&error.render().to_string()));
        std::process::exit(error.exit_code())
    })
}

fn main() -> ExitCode {
    let Arguments { root, task: Task::NewRule { code, subject, title } } = arguments();
    let subject = subject.unwrap_or_else(|| Subject::of_family(&code.family()));
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let rule = NewRule { code, subject, title };
    let result = new_rule::add(&root, &rule).map_err(|error| error.to_string()).and_then(|files| {
        let report = new_rule::report(&rule, &files);
        io::stdout().write_all(printable(&report).as_bytes()).map_err(|error| error.to_string())
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where not even the error can be written, the exit code still reports it.
            let _ = writeln!(io::stderr(), "error: {}", printable(&error));
            ExitCode::FAILURE
        }
    }
}
