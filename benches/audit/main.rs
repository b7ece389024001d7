//! `audit N [FORMAT]` writes N statements that all differ, and runs `ags check` over N/100, N/10 and N of them, on one
//! thread and on all, each in a process of its own: the seconds, statements a second and peak memory of each. Where
//! the cost for each statement and the memory do not grow from line to line, they do not grow with the number.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring tool talks to its user, and may stop"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use ags_cli::Console;
use benches::memory::peak;
use benches::statements::{as_at, statements};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check", folder, format] => ExitCode::from(check(folder, format)),
        [many] => measure(many, "text"),
        [many, format] => measure(many, format),
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: audit N [text|json|junit|sarif|tap|csv], N at least 100");
    ExitCode::from(ags_cli::USAGE)
}

/// The whole command in this process, its report thrown away. Prints the peak memory of the process in KiB.
fn check(folder: &str, format: &str) -> u8 {
    let (mut input, mut out, mut err) = (io::empty(), io::sink(), io::stderr());
    let mut console = Console {
        out_terminal: false,
        input: &mut input,
        out: &mut out,
        err: &mut err,
        terminal: false,
        colour: false,
        today: as_at(),
    };
    let code = ags_cli::run(["ags", "check", folder, "--format", format], &mut console);
    println!("{}", peak().unwrap_or_default());
    code
}

fn measure(many: &str, format: &str) -> ExitCode {
    let Some(many) = many.parse::<usize>().ok().filter(|many| *many >= 100) else { return usage() };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("ags check --format {format}, {cores} cores");
    println!(
        "{:>10} {:>7} {:>9} {:>12} {:>8} {:>9}",
        "statements", "threads", "seconds", "a second", "ms each", "peak MiB"
    );
    for number in [many / 100, many / 10, many] {
        let of_them = write(folder.path(), number);
        for threads in [1, cores] {
            let (seconds, kib) = timed(&of_them, format, threads);
            let (each, mib) = (number as f64 / seconds, kib as f64 / 1024.0);
            let ms = seconds * 1e3 / number as f64;
            println!("{number:>10} {threads:>7} {seconds:>9.3} {each:>12.0} {ms:>8.3} {mib:>9.1}");
        }
    }
    ExitCode::SUCCESS
}

/// Writes the first `number` statements into a folder of their own.
fn write(folder: &Path, number: usize) -> PathBuf {
    let folder = folder.join(number.to_string());
    fs::create_dir(&folder).expect("the folder can be made");
    for (n, statement) in statements(number).enumerate() {
        let json = serde_json::to_vec(&statement).expect("a statement can be written");
        fs::write(folder.join(format!("{n:06}.json")), json).expect("the file can be written");
    }
    folder
}

/// The seconds a check takes from the start of its process to the end, and its peak memory in KiB.
fn timed(folder: &Path, format: &str, threads: usize) -> (f64, u64) {
    let mut command = Command::new(std::env::current_exe().expect("this program is a file"));
    command.arg("check").arg(folder).arg(format).env("RAYON_NUM_THREADS", threads.to_string());
    command.stderr(std::process::Stdio::inherit());
    let begun = Instant::now();
    let done = command.output().expect("it runs");
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!(done.status.code(), Some(ags_cli::FINDINGS.into()), "every file reads, and rules are broken");
    let kib = String::from_utf8_lossy(&done.stdout).trim().parse().expect("the number it prints");
    (seconds, kib)
}
