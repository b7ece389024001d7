//! The ledgers of what the standards ask: every line has a mark, and what it names is there.

use std::fs;
use std::path::{Path, PathBuf};

const MARKS: [&str; 4] = ["enforced", "absent", "author", "not yet"];

/// A line of a ledger.
struct Duty {
    clause: String,
    mark: String,
    at: String,
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")
}

fn duties(ledger: &str) -> Vec<Duty> {
    let text = fs::read_to_string(crates().join("render-pdf/obligations").join(ledger)).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| clause"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [clause, duty, mark, at] = cells[..] else { panic!("{ledger}: four cells, not {row}") };
        assert!(!duty.is_empty(), "{ledger}: {row}");
        Duty { clause: clause.into(), mark: mark.into(), at: at.into() }
    })
    .collect()
}

/// What stands between backquotes.
fn quoted(words: &str) -> impl Iterator<Item = &str> {
    words.split('`').skip(1).step_by(2)
}

fn marks(duty: &Duty) -> Vec<&str> {
    quoted(&duty.mark).filter(|word| MARKS.contains(word)).collect()
}

fn ledgers() -> impl Iterator<Item = (&'static str, Duty)> {
    let both = ["PDF_UA1.md", "PDF_A3.md"];
    both.into_iter().flat_map(|ledger| duties(ledger).into_iter().map(move |duty| (ledger, duty)))
}

#[test]
fn every_line_of_a_ledger_has_a_mark() {
    for (ledger, duty) in ledgers() {
        assert!(!marks(&duty).is_empty(), "{ledger}, {}: {:?} is no mark", duty.clause, duty.mark);
        assert!(duty.clause.starts_with(|first: char| first.is_ascii_digit()), "{ledger}: {}", duty.clause);
    }
}

#[test]
fn the_clauses_of_a_ledger_stand_in_their_order() {
    let number = |clause: &str| -> Vec<u32> {
        clause.split(' ').next().unwrap().split('.').map(|part| part.parse().unwrap()).collect()
    };
    for ledger in ["PDF_UA1.md", "PDF_A3.md"] {
        let clauses: Vec<_> = duties(ledger).iter().map(|duty| number(&duty.clause)).collect();
        assert!(clauses.is_sorted(), "{ledger}: {clauses:?}");
    }
}

#[test]
fn a_line_that_is_enforced_names_a_file_that_is_there() {
    for (ledger, duty) in ledgers().filter(|(_, duty)| marks(duty).contains(&"enforced")) {
        let files: Vec<_> = quoted(&duty.at)
            .filter(|word| Path::new(word).extension().is_some_and(|it| it == "rs"))
            .collect();
        assert!(!files.is_empty(), "{ledger}, {}: no file answers for it", duty.clause);
        for file in files {
            let there =
                ["render-pdf", "ags"].iter().any(|name| crates().join(name).join("src").join(file).exists());
            assert!(there, "{ledger}, {}: there is no {file}", duty.clause);
        }
    }
}

#[test]
fn a_test_that_a_ledger_names_is_there() {
    let tests: String =
        [Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf"), crates().join("render-pdf/src")]
            .iter()
            .flat_map(sources)
            .map(|file| fs::read_to_string(file).unwrap())
            .collect();
    let mut named = 0;
    for (ledger, duty) in ledgers() {
        for words in duty.at.split("test `").skip(1) {
            let (name, _) = words.split_once('`').unwrap();
            assert!(tests.contains(&format!("fn {name}()")), "{ledger}, {}: no test {name}", duty.clause);
            named += 1;
        }
    }
    assert!(named > 0, "no test is named");
}

fn sources(folder: &PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}
