//! Small files that are made to cost much: `ags verify` ends on each within seconds and within memory, by an exit code.
//! They are kept in the folder that the environment variable `AGS_BOMBS` names.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops when something is wrong")]
#![allow(clippy::print_stdout, reason = "the cost of each file is shown with --nocapture")]

mod bomb;
mod data;
mod packed;
mod syntax;
mod text;
mod trees;
mod updates;

use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use ags_facade::{RenderFormat, RenderOptions, Source, render, to_json};
use bomb::Bomb;
use tests::plain_pdf::Plain;

/// The most memory that verifying may ask for, in KiB.
const MEMORY: usize = 512 * 1024;
/// The longest that verifying may compute, in seconds: a measure that does not depend on what else the machine does.
const TIME: usize = 5;
/// When a process that does not end, and does not compute either, is stopped.
const STOPPED: Duration = Duration::from_secs(120);

/// The example statement as it is published, taken apart.
fn issued() -> Plain {
    plain(&to_json(&ags::example::statement().unwrap()).unwrap())
}

/// The worksheet for the example return, taken apart.
fn worksheet() -> Plain {
    plain(&to_json(&ags::example::agar().unwrap()).unwrap())
}

/// A document as it is rendered, taken apart.
fn plain(json: &[u8]) -> Plain {
    let source = Source::by_name("document.json", json).unwrap();
    let options = RenderOptions::new("2022-11-30".parse().unwrap());
    let pdf = render(&source, &options, RenderFormat::Pdf).unwrap();
    let mut document = lopdf::Document::load_mem(&pdf).unwrap();
    document.decompress();
    Plain::of(&document)
}

/// Verifies a file in a process of its own; `None` if it had to be stopped.
fn verify(file: &Path) -> Option<ExitStatus> {
    let limited = format!("ulimit -v {MEMORY}; ulimit -t {TIME}; exec \"$0\" verify \"$1\"");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_ags")]).arg(file);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let ended = ended(&mut child);
    if ended.is_none() {
        child.kill().unwrap();
        child.wait().unwrap();
    }
    ended
}

fn ended(child: &mut Child) -> Option<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < STOPPED {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        sleep(Duration::from_millis(10));
    }
    None
}

/// Verifies each bomb of a kind, and lists those that cost too much.
fn verify_all(kind: &str, bombs: &[Bomb]) {
    let (folder, issued) = (tempfile::tempdir().unwrap(), issued());
    let path = folder.path().join("bomb.pdf");
    let mut faults = String::new();
    for Bomb { name, what, make } in bombs {
        let bytes = make(issued.clone());
        fs::write(&path, &bytes).unwrap();
        if let Some(keep) = std::env::var_os("AGS_BOMBS") {
            fs::copy(&path, Path::new(&keep).join(format!("{kind}-{name}.pdf"))).unwrap();
        }
        let start = Instant::now();
        let status = verify(&path);
        let outcome = match status.map(|status| (status.code(), status.signal())) {
            None => "no end".to_owned(),
            Some((Some(101), _)) => "panic".to_owned(),
            Some((Some(code), _)) => format!("exit code {code}"),
            // The signals that end a process at its limit.
            Some((None, Some(9 | 24))) => format!("more than {TIME} s"),
            Some((None, signal)) => format!("signal {}", signal.unwrap_or_default()),
        };
        let line = format!(
            "{kind}/{name}: {outcome}, {:.1} s, {} kB",
            start.elapsed().as_secs_f32(),
            bytes.len() / 1000
        );
        println!("{line}");
        if !outcome.starts_with("exit") {
            writeln!(faults, "{line}\n    {what}").unwrap();
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_statement_that_is_only_taken_apart_is_read_within_the_limits() {
    let (folder, issued) = (tempfile::tempdir().unwrap(), issued());
    let path = folder.path().join("intact.pdf");
    for bytes in [issued.bytes(), syntax::xref(&issued, "", "", &[])] {
        fs::write(&path, bytes).unwrap();
        let code = verify(&path).and_then(|status| status.code());
        // As issued, or saved again.
        assert!(matches!(code, Some(0 | 4)), "{code:?}");
    }
}

#[test]
fn pages_forms_and_fonts_end_in_time() {
    verify_all("text", &text::BOMBS);
}

#[test]
fn trees_end_in_time() {
    verify_all("trees", &trees::BOMBS);
}

#[test]
fn objects_filters_and_tables_end_in_time() {
    verify_all("syntax", &syntax::BOMBS);
    verify_all("syntax", &syntax::WHOLE);
    verify_all("packed", &packed::BOMBS);
}

#[test]
fn data_and_seals_end_in_time() {
    verify_all("data", &data::BOMBS);
    verify_all("updates", &updates::BOMBS);
}
