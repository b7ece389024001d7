//! The coverage matrices of the standards: every row has a mark, and every item and file that it names exists.

use std::fs;
use std::path::{Path, PathBuf};

const MATRICES: [&str; 2] = ["PDF_UA1.md", "PDF_A3.md"];
const MARKS: [&str; 4] = ["enforced", "absent", "author", "not yet"];
/// What a pin may name, by the keyword of its declaration and what follows the name.
const DECLARATIONS: [(&str, &[char]); 4] =
    [("fn ", &['(', '<']), ("const ", &[':']), ("enum ", &[' ', '<']), ("struct ", &[' ', '<', '(', ';'])];

/// A row of a matrix.
struct Requirement {
    clause: String,
    mark: String,
    pins: String,
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")
}

fn requirements(matrix: &str) -> Vec<Requirement> {
    let text = fs::read_to_string(crates().join("render-pdf/obligations").join(matrix)).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| clause"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [clause, requirement, mark, pins] = cells[..] else { panic!("{matrix}: not four cells: {row}") };
        assert!(!requirement.is_empty(), "{matrix}: {row}");
        Requirement { clause: clause.into(), mark: mark.into(), pins: pins.into() }
    })
    .collect()
}

/// The texts between backquotes.
fn quoted(words: &str) -> impl Iterator<Item = &str> {
    words.split('`').skip(1).step_by(2)
}

fn marks(requirement: &Requirement) -> Vec<&str> {
    quoted(&requirement.mark).filter(|word| MARKS.contains(word)).collect()
}

fn all() -> impl Iterator<Item = (&'static str, Requirement)> {
    MATRICES
        .into_iter()
        .flat_map(|matrix| requirements(matrix).into_iter().map(move |requirement| (matrix, requirement)))
}

/// The file of a pin: of this package, of the document model, or of the renderer.
fn file(path: &str) -> PathBuf {
    if path.starts_with("tests/") {
        return Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    }
    let Some(document) = path.strip_prefix("document/") else {
        return crates().join("render-pdf/src").join(path);
    };
    let models = ["ags-document/src", "ags/src/document"].map(|model| crates().join(model));
    models.iter().find(|model| model.exists()).unwrap().join(document)
}

/// Whether a line declares a function, constant or type of a name.
fn declares(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    let line = ["pub(crate) ", "pub(super) ", "pub "]
        .iter()
        .find_map(|visibility| line.strip_prefix(visibility))
        .unwrap_or(line);
    let line = line.strip_prefix("const ").filter(|rest| rest.starts_with("fn ")).unwrap_or(line);
    DECLARATIONS.iter().any(|(keyword, after)| {
        let rest = line.strip_prefix(keyword).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(*after))
    })
}

#[test]
fn every_row_has_a_mark_and_a_clause() {
    for (matrix, row) in all() {
        assert!(!marks(&row).is_empty(), "{matrix}, {}: {:?} is not a mark", row.clause, row.mark);
        assert!(row.clause.starts_with(|first: char| first.is_ascii_digit()), "{matrix}: {}", row.clause);
    }
}

#[test]
fn the_clauses_are_in_order() {
    let number = |clause: &str| -> Vec<u32> {
        clause.split(' ').next().unwrap().split('.').map(|part| part.parse().unwrap()).collect()
    };
    for matrix in MATRICES {
        let clauses: Vec<_> = requirements(matrix).iter().map(|row| number(&row.clause)).collect();
        assert!(clauses.is_sorted(), "{matrix}: {clauses:?}");
    }
}

#[test]
fn an_enforced_row_names_a_function_test_or_type_and_each_is_declared_in_the_file_named() {
    for (matrix, row) in all() {
        let pins: Vec<_> = quoted(&row.pins).filter_map(|pin| pin.split_once("::")).collect();
        let is_enforced = marks(&row).contains(&"enforced");
        assert!(!is_enforced || !pins.is_empty(), "{matrix}, {}: nothing is named", row.clause);
        for (path, name) in pins {
            let source = fs::read_to_string(file(path))
                .unwrap_or_else(|error| panic!("{matrix}, {}: {path}: {error}", row.clause));
            let is_declared = source.lines().any(|line| declares(line, name));
            assert!(is_declared, "{matrix}, {}: {path} does not declare {name}", row.clause);
        }
    }
}

#[test]
fn a_declaration_is_not_found_by_a_part_of_its_name_or_by_a_call() {
    assert!(declares("    pub(super) const fn end(&self) {", "end"));
    assert!(declares("const HEADER: &[u8] = b\"\";", "HEADER"));
    for line in ["fn end_string(&mut self) {", "self.end(", "// fn end(", "fn send() {"] {
        assert!(!declares(line, "end"), "{line}");
    }
}
