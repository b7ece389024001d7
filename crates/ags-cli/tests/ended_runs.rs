//! What a run leaves that a signal ends, and what the next run makes of it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::{DAY, Folder};

const FORMS: [&str; 4] = ["s.docx", "s.html", "s.md", "s.pdf"];

/// Begins to render a statement in every form.
fn begin(folder: &Folder, statement: &str) -> Child {
    let out = FORMS.iter().flat_map(|form| ["--out", form]);
    let args: Vec<&str> = ["render", statement, "--as-at", DAY].into_iter().chain(out).collect();
    folder.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// What the folder holds beside the statements, in the order of names.
fn names(folder: &Folder) -> Vec<String> {
    let names =
        fs::read_dir(folder.at(".")).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.rsplit('.').next() != Some("json")).collect();
    names.sort();
    names
}

/// The content of every form.
fn forms(folder: &Folder) -> Vec<Vec<u8>> {
    FORMS.iter().map(|form| fs::read(folder.at(form)).unwrap()).collect()
}

fn kill(child: &Child, signal: &str) {
    let status = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(status.unwrap().success());
}

/// Two statements that differ, and every form of each.
fn two_statements() -> (Folder, [Vec<Vec<u8>>; 2]) {
    let folder = Folder::new();
    folder.statement("one.json", |_| ());
    folder.statement("two.json", |statement| {
        statement.local_code.authority.name = governance_model::Text::new("Another Council").unwrap();
    });
    let expected = ["one.json", "two.json"].map(|statement| {
        assert!(begin(&folder, statement).wait().unwrap().success());
        forms(&folder)
    });
    (folder, expected)
}

#[test]
fn forms_agree_at_every_moment_of_kill_9_once_the_next_run_has_written_into_the_folder() {
    let (folder, expected) = two_statements();
    let begun = Instant::now();
    assert!(begin(&folder, "one.json").wait().unwrap().success());
    let whole = begun.elapsed();
    // Moments of the whole run, and more of them near its end, when the files get their names.
    let moments = (0..20).map(|n| whole * n / 20).chain((0..40).map(|n| whole * (80 + n) / 100));
    for (number, moment) in moments.enumerate() {
        let mut child = begin(&folder, ["one.json", "two.json"][number % 2]);
        sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(folder.ags(&["check", "one.json", "--as-at", DAY, "--out", "report.txt"]).code, 0);
        let forms = forms(&folder);
        assert!(expected.contains(&forms), "mixed forms after {moment:?}");
        let mut left = names(&folder);
        left.retain(|name| name != "report.txt");
        assert_eq!(left, FORMS, "after {moment:?}");
    }
}

#[test]
fn signals_leave_no_part_file_and_no_mixed_forms_and_end_the_run_as_they_do() {
    let (folder, expected) = two_statements();
    let begun = Instant::now();
    assert!(begin(&folder, "one.json").wait().unwrap().success());
    let whole = begun.elapsed();
    let mut ended = 0;
    for number in 0..24 {
        let (signal, code) = [("-INT", 2), ("-TERM", 15), ("-HUP", 1)][number % 3];
        let mut child = begin(&folder, ["one.json", "two.json"][number % 2]);
        sleep(whole / 3 + whole * u32::try_from(number).unwrap() / 30);
        kill(&child, signal);
        let status = child.wait().unwrap();
        assert!(status.success() || status.signal() == Some(code), "{signal}: {status}");
        ended += usize::from(!status.success());
        assert_eq!(names(&folder), FORMS, "{signal}");
        assert!(expected.contains(&forms(&folder)), "{signal}");
    }
    assert!(ended > 0, "every run was over before its signal");
}

#[test]
fn a_signal_removes_the_part_file_of_a_run_that_waits() {
    let folder = Folder::new();
    // The report is begun before standard input is read.
    let signals = [("-INT", 2), ("-TERM", 15), ("-HUP", 1)];
    for (signal, code) in signals.into_iter().filter(|(_, number)| !is_ignored(*number)) {
        let mut command = folder.command(&["check", "-", "--out", "report.txt"]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        wait_for(|| names(&folder).len() == 1);
        assert!(names(&folder)[0].starts_with(".ags-"), "{:?}", names(&folder));
        // Its standard input stays open, so that only the signal can end it.
        let input = child.stdin.take();
        kill(&child, signal);
        assert_eq!(child.wait().unwrap().signal(), Some(code));
        drop(input);
        assert_eq!(names(&folder), [""; 0]);
    }
}

#[test]
fn a_part_file_that_kill_9_leaves_is_removed_by_the_next_run_and_that_of_a_run_at_work_is_not() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let waits = || {
        let before = names(&folder);
        let mut command = folder.command(&["check", "-", "--out", "report.txt"]);
        let child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        wait_for(|| names(&folder).iter().any(|name| !before.contains(name)));
        child
    };
    let mut killed = waits();
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert_eq!(names(&folder).len(), 1);
    folder.write(".ags-notes.part", "not ours");
    let mut at_work = waits();
    let part = names(&folder).into_iter().find(|name| name.len() == ".ags-abc123.part".len()).unwrap();
    assert_eq!(names(&folder).len(), 2, "the first part file is gone: {:?}", names(&folder));
    assert_eq!(folder.ags(&["check", "s.json", "--as-at", DAY, "--out", "other.txt"]).code, 0);
    let left = [part, ".ags-notes.part".into(), "other.txt".into()];
    assert!(
        names(&folder).iter().all(|name| left.contains(name)) && names(&folder).len() == 3,
        "{:?}",
        names(&folder)
    );
    drop(at_work.stdin.take());
    assert_eq!(at_work.wait().unwrap().code(), Some(3));
}

#[test]
fn a_signal_that_is_ignored_stays_ignored() {
    let folder = Folder::new();
    folder.statement("s.json", |_| ());
    let mut command = Command::new("sh");
    let ags = env!("CARGO_BIN_EXE_ags");
    command.args(["-c", &format!("trap '' HUP; exec '{ags}' check - --as-at {DAY} --out report.txt")]);
    command.current_dir(folder.at("."));
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    wait_for(|| names(&folder).len() == 1);
    kill(&child, "-HUP");
    let statement = fs::read(folder.at("s.json")).unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), &statement).unwrap();
    let code = child.wait().unwrap().code();
    assert!(code == Some(0) || !cfg!(target_os = "linux"), "{code:?}");
}

/// Whether this process ignores a signal, as below `nohup`: then so does what it starts.
fn is_ignored(number: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored =
        status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    ignored.is_some_and(|set| set >> (number - 1) & 1 == 1)
}

/// Waits until something is so, and no longer than a minute.
fn wait_for(so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it does not happen");
        sleep(Duration::from_millis(5));
    }
}
