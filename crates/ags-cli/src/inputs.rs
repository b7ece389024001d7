//! Refuses to write over what is read.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::source::is_standard_input;
use crate::terminal;
use crate::walk::{Found, Walk};

/// The files that a command reads, by what they are and not by how their paths are written.
#[derive(Default)]
pub struct Inputs(BTreeMap<FileId, PathBuf>);

/// Which file it is, however a path, a symbolic link or a hard link leads to it.
#[cfg(unix)]
type FileId = (u64, u64);
/// Which file it is, however a path or a symbolic link leads to it.
#[cfg(not(unix))]
type FileId = PathBuf;

/// Refuses an `--out` that is one of the files read: those found and those that other options name. The report of an
/// earlier run in a folder is no input, so that the same command can be run again.
///
/// # Errors
/// - [`Failure::Usage`], with the names of both.
pub fn refuse_as_output(out: Option<&Path>, walk: &Walk, others: &[&Option<PathBuf>]) -> Result<(), Failure> {
    let Some(out) = out else { return Ok(()) };
    let others = others.iter().filter_map(|path| path.as_deref());
    let found =
        walk.files.iter().filter(|found| found.named || !is_report(found)).map(|found| found.path.as_path());
    Inputs::of(found.chain(others)).refuse(out).map_err(Failure::Usage)
}

impl Inputs {
    /// The files at these paths, without what does not exist.
    pub fn of<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        let known = |path: &'a Path| {
            // Standard input may come from a file.
            if is_standard_input(path) {
                return Some((id(Path::new("/dev/stdin"))?, PathBuf::from("standard input")));
            }
            Some((id(path)?, path.to_owned()))
        };
        Self(paths.into_iter().filter_map(known).collect())
    }

    /// Refuses to write to a path if it leads to one of the files.
    ///
    /// # Errors
    /// - a message with the names of both.
    pub fn refuse(&self, out: &Path) -> Result<(), String> {
        let Some(input) = id(out).and_then(|id| self.0.get(&id)) else { return Ok(()) };
        let (out, input) = (terminal::name(out), terminal::name(input));
        Err(format!("{out}: this is the input {input}, which is never overwritten; write to another file"))
    }
}

#[cfg(unix)]
fn id(path: &Path) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn id(path: &Path) -> Option<FileId> {
    path.canonicalize().ok()
}

/// Whether a file begins as a report that `ags check` has written.
fn is_report(found: &Found) -> bool {
    let mut begin = Vec::new();
    let read = File::open(&found.path).and_then(|file| file.take(64).read_to_end(&mut begin));
    let reports: [&[u8]; 2] =
        [b"{\"schema\":\"reports/", b"{\"$schema\":\"https://json.schemastore.org/sarif"];
    read.is_ok() && reports.iter().any(|report| begin.starts_with(report))
}
