//! The words of composed statements, as plain text in `snapshots/`. `AGS_RENEW=1` writes them again.

use std::path::Path;

use super::{bare, composed, draft, full, plain, with_evidence};
use crate::sample::statement;

#[test]
fn an_approved_statement_is_unchanged() {
    matches_snapshot("approved", &plain::document(&composed(&statement())));
}

#[test]
fn a_draft_is_unchanged() {
    matches_snapshot("draft", &plain::document(&composed(&draft())));
}

#[test]
fn a_draft_of_a_local_code_alone_is_unchanged() {
    matches_snapshot("local-code-alone", &plain::document(&composed(&bare())));
}

#[test]
fn a_statement_with_everything_is_unchanged() {
    matches_snapshot("full", &plain::document(&with_evidence(&full::statement())));
}

#[expect(clippy::disallowed_methods, reason = "the test reads and renews its snapshots")]
fn matches_snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/tests/snapshots/{name}.txt"));
    if std::env::var_os("AGS_RENEW").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let snapshot = std::fs::read_to_string(&path).unwrap_or_default();
    let changed = similar::TextDiff::from_lines(snapshot.as_str(), text);
    assert!(
        text == snapshot,
        "{name} has changed; look at the difference, and renew it with AGS_RENEW=1:\n{}",
        changed.unified_diff().context_radius(2)
    );
}
