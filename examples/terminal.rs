//! The examples with file names, words and arguments that would control a terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

use tempfile::tempdir;

/// A name with an escape sequence, one of C1, a direction of writing, a line feed and a byte that is not UTF-8.
const HOSTILE: &[u8] = b"e\x1b[2J\xc2\x9b2J\xe2\x80\xae\xe2\x81\xa6\n\xff.toml";

/// An example. `cargo test` builds `embed` as its tests only, so all are built once.
fn example(name: &str) -> Command {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        let mut build = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        build.args(["build", "--quiet", "--package", "examples", "--examples"]);
        if !cfg!(debug_assertions) {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success());
    });
    let test = std::env::current_exe().unwrap();
    let target: PathBuf = test.ancestors().nth(2).unwrap().into();
    Command::new(target.join("examples").join(name))
}

fn assert_safe(output: &Output) {
    for text in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(text.clone()).unwrap();
        let bad = |c: char| {
            (c.is_control() && !matches!(c, '\n' | '\t'))
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.contains(bad), "{text:?}");
    }
}

fn hostile(folder: &Path, content: &str) -> OsString {
    let path = folder.join(OsStr::from_bytes(HOSTILE));
    fs::write(&path, content).unwrap();
    path.into()
}

#[test]
fn no_file_name_reaches_the_terminal_with_what_controls_it() {
    let folder = tempdir().unwrap();
    for content in ["", "{", "schema = 'local-code/9'\n", "A\u{1b}[2J\tB\u{9b}\n1\t2\u{202e}\n"] {
        let file = hostile(folder.path(), content);
        for name in ["extract", "migrate"] {
            assert_safe(&example(name).arg(&file).output().unwrap());
            assert_safe(&example(name).arg(&file).arg("--summary").output().unwrap());
        }
        let embed = example("embed").arg(&file).args(["--as-at", "2022-11-30"]).output().unwrap();
        assert_eq!(embed.status.code(), Some(3));
        assert_safe(&embed);
        assert_safe(&example("extract").arg("x").arg("--layout").arg(&file).output().unwrap());
    }
    let missing = folder.path().join(OsStr::from_bytes(b"missing\x1b[2J"));
    for name in ["extract", "migrate", "embed"] {
        let output = example(name).arg(&missing).args(["--as-at", "2022-11-30"]).output().unwrap();
        assert!(!output.status.success());
        assert_safe(&output);
    }
}

#[test]
fn a_wrong_argument_and_a_folder_reach_the_terminal_without_it() {
    let folder = tempdir().unwrap();
    for name in ["extract", "migrate", "embed", "leics", "councils"] {
        let output = example(name).args(["a", "b", "c"]).arg(OsStr::from_bytes(HOSTILE)).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_safe(&output);
    }
    let out = folder.path().join(OsStr::from_bytes(HOSTILE));
    let leics = example("leics").arg("--out").arg(&out).output().unwrap();
    assert!(leics.status.success());
    assert_safe(&leics);
}

#[test]
fn an_input_is_not_written_over_and_a_device_is_not_read() {
    let folder = tempdir().unwrap();
    let input = folder.path().join("report.json");
    fs::write(&input, serde_json::to_vec(&ags::example::statement().unwrap()).unwrap()).unwrap();
    let before = fs::read(&input).unwrap();
    let run = |file: &Path| {
        let mut command = example("embed");
        command.arg(file).args(["--as-at", "2022-11-30", "--out"]).arg(folder.path()).output().unwrap()
    };
    let refused = run(&input);
    assert_eq!(refused.status.code(), Some(3));
    let message = String::from_utf8(refused.stderr).unwrap();
    assert!(message.contains("report.json: this is the input"), "{message}");
    assert_eq!(fs::read(&input).unwrap(), before);
    let device = run("/dev/zero".as_ref());
    assert!(String::from_utf8(device.stderr).unwrap().contains("this is no regular file"));
}
