//! A published file of every version of the library, in `fixtures/versions`, and the verdict that this version gives on it.
//!
//! The file of a version that is not yet in the changelog is written by `AGS_RENEW=1`; after that it never changes. A new
//! version adds its file, and the rows of earlier ones stay. Where this version composes other words than an earlier one
//! did, the verdict on the file of that one is "not sound", and names the version that settles it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;

use verify::{Note, Verdict, verify};

/// This version.
const OURS: &str = env!("CARGO_PKG_VERSION");

/// Every version, with the verdict of this version on its file.
const VERSIONS: [(&str, Verdict); 1] = [("0.1.0", Verdict::AsIssued)];

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn file(version: &str) -> PathBuf {
    root().join(format!("fixtures/versions/{version}.pdf"))
}

/// The example statement as this version publishes it.
fn published() -> Vec<u8> {
    let statement = ags::example::statement().unwrap();
    render_pdf::render(&ags::compose(&statement, "2022-11-30".parse().unwrap())).unwrap()
}

#[test]
fn the_file_of_this_version_is_what_this_version_makes() {
    let (path, published) = (file(OURS), published());
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let released =
        changelog.lines().any(|line| line.strip_prefix("## ").is_some_and(|head| head.starts_with(OURS)));
    if std::env::var_os("AGS_RENEW").is_some() && !released {
        fs::write(&path, &published).unwrap();
    }
    let kept = fs::read(&path).unwrap_or_default();
    assert!(
        kept == published,
        "{} is not what version {OURS} makes; {}",
        path.display(),
        if released { "give the library a new version" } else { "write it with AGS_RENEW=1" }
    );
}

#[test]
fn every_version_has_its_file_and_the_verdict_recorded() {
    let mut kept: Vec<String> = fs::read_dir(root().join("fixtures/versions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    kept.sort();
    let mut listed = VERSIONS.map(|(version, _)| format!("{version}.pdf"));
    listed.sort();
    assert_eq!(kept, listed);
    assert!(VERSIONS.contains(&(OURS, Verdict::AsIssued)), "version {OURS} has no file");
    for (version, verdict) in VERSIONS {
        let found = verify(&fs::read(file(version)).unwrap()).unwrap();
        assert_eq!(found.verdict, verdict, "{version}: {:?}", found.differences);
        let names_it = |note: &Note| matches!(note, Note::OtherVersion { found, .. } if found == version);
        assert_eq!(version != OURS, found.notes.iter().any(names_it), "{version}: {:?}", found.notes);
    }
}
