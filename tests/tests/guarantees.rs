//! Every promise in `docs/guarantees.md` names tests and steps of the gate that there are.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_default()
}

/// What stands between backticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_promise_has_tests_that_there_are() {
    let (page, steps) = (read("docs/guarantees.md"), read(".ci/steps"));
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    let (mut promises, mut wrong) = (0, Vec::new());
    for row in rows {
        promises += 1;
        let held_by = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let step = code(held_by).next().unwrap_or_default();
        let is_step = steps.lines().any(|line| line.split_whitespace().next() == Some(step));
        let tests: Vec<&str> = code(held_by).filter(|name| name.contains("::")).collect();
        if tests.is_empty() && !is_step {
            wrong.push(format!("nothing holds: {row}"));
        }
        for test in tests {
            let (path, function) = test.split_once("::").unwrap();
            if !read(path).contains(&format!("fn {function}(")) {
                wrong.push(format!("{path} has no test {function}"));
            }
        }
    }
    assert!(promises >= 20, "{promises} promises");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
