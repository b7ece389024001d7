//! rustfmt formats nothing around a line it cannot break, so a rule with one goes unformatted and unnoticed.

use std::path::PathBuf;

/// As `max_width` in `rustfmt.toml`.
const MOST: usize = 110;

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads the source of the rules")]
fn no_line_is_too_long_for_rustfmt() {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for (number, line) in (1..).zip(source.lines()) {
                assert!(line.chars().count() <= MOST, "{}:{number} has {line:?}", path.display());
            }
        }
    }
}
