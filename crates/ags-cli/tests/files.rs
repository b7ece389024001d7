//! What the command reads and what it never writes over.
#![allow(clippy::unwrap_used, reason = "a test stops when something is wrong")]

mod common;

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use common::{DAY, Folder, Ran};

/// The command with a text as its standard input.
fn with_input(folder: &Folder, args: &[&str], text: &[u8]) -> Ran {
    let mut command = folder.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(text);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[cfg(unix)]
#[test]
fn an_input_is_never_written_over() {
    let folder = Folder::new();
    fs::create_dir(folder.at("in")).unwrap();
    folder.statement("in/a.json", |_| ());
    fs::copy(folder.at("in/a.json"), folder.at("last.json")).unwrap();
    folder.write("waivers.toml", "schema = 'waivers/1'\n");
    std::os::unix::fs::symlink("in/a.json", folder.at("link.pdf")).unwrap();
    fs::hard_link(folder.at("in/a.json"), folder.at("hard.pdf")).unwrap();
    fs::hard_link(folder.at("in/a.json"), folder.at("in/a.html")).unwrap();
    let before = fs::read(folder.at("in/a.json")).unwrap();
    let list = || {
        let mut names: Vec<_> =
            fs::read_dir(folder.at(".")).unwrap().map(|one| one.unwrap().path()).collect();
        names.sort();
        names
    };
    let listed = list();
    for (args, names) in [
        (&["check", "in/a.json", "--out", "in/a.json"][..], "in/a.json: this is the input in/a.json,"),
        (
            &["check", "in/a.json", "--out", "./in/../in/a.json"],
            "./in/../in/a.json: this is the input in/a.json,",
        ),
        (&["check", "in/a.json", "--out", "link.pdf"], "link.pdf: this is the input in/a.json,"),
        (&["check", "in/a.json", "--out", "hard.pdf"], "hard.pdf: this is the input in/a.json,"),
        (&["check", "in", "--out", "in/a.json"], "in/a.json: this is the input in/a.json,"),
        (&["check", "in", "--out", "hard.pdf"], "hard.pdf: this is the input in/a.json,"),
        (
            &["check", "in/a.json", "--prior", "last.json", "--out", "last.json"],
            "last.json: this is the input last.json,",
        ),
        (
            &["check", "in/a.json", "--approved", "last.json", "--out", "last.json"],
            "last.json: this is the input last.json,",
        ),
        (
            &["check", "in", "--waivers", "waivers.toml", "--out", "waivers.toml"],
            "this is the input waivers.toml,",
        ),
        (&["render", "in/a.json", "--out", "link.pdf"], "link.pdf: this is the input in/a.json,"),
        (
            &["render", "in/a.json", "--out", "new.html", "--out", "hard.pdf"],
            "hard.pdf: this is the input in/a.json,",
        ),
        (&["verify", "hard.pdf", "--out", "hard.pdf"], "hard.pdf: this is the input hard.pdf,"),
        (&["verify", ".", "--out", "in/a.json"], "in/a.json: this is the input ./hard.pdf,"),
    ] {
        let ran = folder.ags(args);
        assert!(ran.code == 2 && ran.err.contains(names), "{args:?}: {}", ran.err);
        assert_eq!((ran.out.as_str(), list()), ("", listed.clone()), "{args:?}");
        assert_eq!(fs::read(folder.at("in/a.json")).unwrap(), before, "{args:?}");
    }
    let ran = folder.ags(&["render", "in", "--out", "in", "--to", "html"]);
    assert!(ran.code == 3 && ran.err.starts_with("in/a.html: this is the input in/a.json,"), "{}", ran.err);
    assert_eq!(fs::read(folder.at("in/a.json")).unwrap(), before);
    std::os::unix::fs::symlink("nowhere.toml", folder.at("dangling.toml")).unwrap();
    let new = folder.ags(&[
        "new",
        "--authority",
        "Kent County Council",
        "--year",
        "2025/26",
        "--out",
        "dangling.toml",
    ]);
    assert!(new.code == 2 && new.err.contains("dangling.toml: the file exists"), "{}", new.err);
}

#[cfg(unix)]
#[test]
fn standard_input_that_comes_from_a_file_is_not_written_over() {
    let folder = Folder::new();
    folder.statement("a.json", |_| ());
    let before = fs::read(folder.at("a.json")).unwrap();
    let mut command = folder.command(&["check", "-", "--out", "a.json"]);
    command.stdin(fs::File::open(folder.at("a.json")).unwrap());
    let ran = common::run(command);
    assert!(ran.code == 2 && ran.err.contains("a.json: this is the input standard input,"), "{}", ran.err);
    assert_eq!(fs::read(folder.at("a.json")).unwrap(), before);
}

#[test]
fn the_report_of_an_earlier_run_in_the_folder_is_replaced() {
    let folder = Folder::mixed();
    for format in ["json", "sarif"] {
        let args = ["check", ".", "--format", format, "--out", "report.json", "--as-at", DAY];
        let first = (folder.ags(&args).code, fs::read(folder.at("report.json")).unwrap());
        assert_eq!(folder.ags(&args).code, first.0);
        fs::remove_file(folder.at("report.json")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_device_a_pipe_and_a_socket_are_refused_by_name_at_once() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("/dev/zero", folder.at("zero.json")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(folder.at("pipe.json")).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.at("socket.json")).unwrap();
    folder.statement("s.json", |_| ());
    for (name, what) in
        [("zero.json", "a device"), ("pipe.json", "a named pipe"), ("socket.json", "a socket")]
    {
        let says = format!("{name}: it is {what}, which is not read; give a file, or '-' for standard input");
        for args in [
            &["check", name][..],
            &["check", name, "s.json"],
            &["check", "s.json", "--prior", name],
            &["render", name, "--out", "x.pdf"],
            &["verify", name],
            &["test", name],
        ] {
            let ran = folder.ags(args);
            assert!(ran.code == 3 && ran.err.contains(&says), "{args:?}: {}", ran.err);
        }
    }
    folder.write("cases.toml", "rule = 'REG-6-2-B'\nas_at = '2022-11-30'\nbase = 'pipe.json'\n[[case]]\nname = 'x'\nexpect = 'met'\n");
    let ran = folder.ags(&["test", "cases.toml"]);
    assert!(ran.out.contains("pipe.json: it is a named pipe"), "{}{}", ran.out, ran.err);
    assert_eq!(folder.ags(&["check", ".", "--as-at", DAY]).code, 0, "in a folder they are skipped");
}

#[test]
fn a_dash_is_standard_input_where_one_file_is_expected() {
    let folder = Folder::new();
    let statement = ags::example::statement().unwrap();
    let json = serde_json::to_string(&statement).unwrap();
    let toml = toml::to_string(&statement).unwrap();
    for text in [json.as_str(), toml.as_str(), &format!("\u{feff}\n  {json}")] {
        let ran = with_input(&folder, &["check", "-", "--as-at", DAY], text.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.starts_with("Example Borough Council\n"), "{}", ran.out);
    }
    let ran = with_input(&folder, &["render", "-", "--out", "x.md", "--as-at", DAY], json.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(fs::read_to_string(folder.at("x.md")).unwrap().contains("Example Borough Council"));
    let broken = with_input(&folder, &["check", "-"], b"{\n  \"local_code\": ]\n}");
    assert_eq!((broken.code, broken.err.as_str()), (3, "standard input:2:17: expected value\n"));
    let json_report =
        with_input(&folder, &["check", "-", "--format", "json", "--as-at", DAY], json.as_bytes());
    let value: serde_json::Value = serde_json::from_str(&json_report.out).unwrap();
    assert_eq!(value["reports"][0]["file"], "standard input");
    folder.write("s.json", &json);
    for args in [
        &["check", "-", "s.json"][..],
        &["check", "s.json", "--prior", "-"],
        &["check", "s.json", "--waivers", "-"],
        &["render", "-", "s.json", "--out", "pages"],
        &["render", "-", "--out", "pages", "--to", "pdf"],
    ] {
        let ran = with_input(&folder, args, json.as_bytes());
        assert!(ran.code == 2 && ran.err.contains("standard input"), "{args:?}: {}", ran.err);
    }
    let help = folder.ags(&["check", "--help"]).out;
    assert!(
        help.contains("standard input") && folder.ags(&["render", "--help"]).out.contains("standard input")
    );
}

#[test]
fn standard_input_without_end_is_refused_at_the_limit() {
    let folder = Folder::new();
    let ran = with_input(&folder, &["check", "-"], &vec![b' '; 33 * 1024 * 1024]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("standard input: more than 33554432 bytes (32 MiB)"), "{}", ran.err);
}

#[test]
fn a_note_on_several_prior_statements_names_three_and_counts_the_rest() {
    let folder = Folder::new();
    for number in 0..20 {
        folder.statement(&format!("last-{number:02}.json"), |_| ());
        folder.statement(&format!("this-{number:02}.json"), |statement| {
            statement.review.year = Some("2022/23".parse().unwrap());
        });
    }
    let ran = folder.ags(&["check", ".", "--as-at", DAY]);
    let notes: Vec<&str> = ran.err.lines().collect();
    assert_eq!(notes.len(), 20);
    let says = "because several files hold it: ./last-00.json, ./last-01.json, ./last-02.json and 17 more";
    assert!(notes.iter().all(|note| note.ends_with(says)), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_folder_is_not_followed_and_the_folder_itself_may_be_one() {
    let folder = Folder::new();
    for name in ["in/sub", "elsewhere", "real"] {
        fs::create_dir_all(folder.at(name)).unwrap();
    }
    folder.statement("in/a.json", |_| ());
    folder.statement("in/sub/b.json", |_| ());
    std::os::unix::fs::symlink("real", folder.at("out")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", folder.at("real/sub")).unwrap();
    std::os::unix::fs::symlink("../elsewhere/a.md", folder.at("real/a.md")).unwrap();
    let ran = folder.ags(&["render", "in", "--out", "out", "--to", "md,html"]);
    assert_eq!(ran.code, 3);
    let says =
        "is a link, and links in the output folder are not followed; remove it, or render to another folder";
    assert_eq!(
        ran.err,
        format!(
            "out/a.md: not written, because out/a.md {says}\nout/sub/b.html: not written, because out/sub {says}\n"
        )
    );
    assert_eq!(fs::read_dir(folder.at("elsewhere")).unwrap().count(), 0);
    for link in ["real/sub", "real/a.md"] {
        fs::remove_file(folder.at(link)).unwrap();
    }
    assert_eq!(folder.ags(&["render", "in", "--out", "out", "--to", "md,html"]).code, 0);
    assert!(folder.at("real/sub/b.md").exists() && folder.at("real/a.md").exists());
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_reaches_the_terminal_without_what_controls_it() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    let hostile = [
        &b"e\x1b[2J.json"[..],
        b"c1\xc2\x9b2J.json",
        b"b\xe2\x80\xae.json",
        b"i\xe2\x81\xa6.json",
        b"u\xff.json",
        b"n\nx.json",
    ];
    for name in hostile {
        fs::write(folder.at(".").join(std::ffi::OsStr::from_bytes(name)), "{").unwrap();
    }
    for args in [&["check", "."][..], &["render", ".", "--out", "out"], &["test", "."]] {
        let ran = folder.ags(args);
        for text in [&ran.out, &ran.err] {
            let bad = |c: char| {
                (c.is_control() && c != '\n')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!text.contains(bad), "{args:?}: {text:?}");
        }
    }
    for name in hostile {
        let mut command = folder.command(&["check"]);
        command.arg(std::ffi::OsStr::from_bytes(name));
        let ran = common::run(command);
        assert_eq!(ran.err.lines().count(), 1, "{:?}", ran.err);
        assert!(
            ran.err.contains('\u{fffd}') && !ran.err.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}']),
            "{:?}",
            ran.err
        );
    }
}
