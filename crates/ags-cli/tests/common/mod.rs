//! A folder of documents, and the command run in it.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use ags::Statement;
use tempfile::TempDir;

/// The day on which the example statement was published.
pub const DAY: &str = "2022-11-30";

/// A folder that goes away with the test.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with a good statement, one that lacks its conclusion and its approval, and a broken file.
    pub fn mixed() -> Self {
        let folder = Self::new();
        folder.statement("a-good.json", |_| ());
        folder.statement("b-faulty.json", |statement| {
            statement.review.conclusion = None;
            statement.sign_off.approvals.clear();
        });
        folder.write("c-broken.json", "{\n  \"local_code\": ]\n}");
        folder
    }

    /// The example statement with a change, as JSON.
    pub fn statement(&self, name: &str, change: impl FnOnce(&mut Statement)) {
        let mut statement = ags::example::statement().unwrap();
        change(&mut statement);
        self.write(name, &serde_json::to_string_pretty(&statement).unwrap());
    }

    /// A file.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).unwrap();
    }

    /// Where a file is.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The command, run in the folder.
    pub fn ags(&self, args: &[&str]) -> Ran {
        run(self.command(args))
    }

    /// The command, ready to run in the folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ags"));
        command.args(args).current_dir(self.0.path());
        command
    }
}

/// Runs a command to its end.
pub fn run(mut command: Command) -> Ran {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

/// The result of a command.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// Its errors and notes.
    pub err: String,
}
