//! The files of cases, read and run.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ags::{TestCases, Verdict};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cases");

/// A file of cases and the verdict on each case.
pub struct Run {
    pub name: String,
    pub cases: TestCases,
    pub verdicts: Vec<Verdict>,
}

/// Every file of cases, in order of path: those in the folders next to `base`.
pub static RUNS: LazyLock<Vec<Run>> = LazyLock::new(run);

fn run() -> Vec<Run> {
    let families = entries(Path::new(CASES)).into_iter();
    let families = families.filter(|path| path.is_dir() && !path.ends_with("base"));
    let mut files: Vec<PathBuf> = families.flat_map(|family| entries(&family)).collect();
    files.sort();
    files.iter().map(|path| one(path)).collect()
}

fn one(path: &Path) -> Run {
    let name = path.display().to_string();
    let cases = TestCases::read(&std::fs::read(path).unwrap(), &name).unwrap();
    let beside = path.parent().unwrap();
    let files = |name: &str| std::fs::read(beside.join(name)).map_err(|error| format!("{name}: {error}"));
    let verdicts = cases.run(&files);
    Run { name, cases, verdicts }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect()
}
