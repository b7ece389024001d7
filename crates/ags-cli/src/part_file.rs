//! A part file: what is being written, under a name of its own beside the file that it becomes.
//!
//! A part file is locked from its creation until it has its final name or is removed. The lock is one of the operating
//! system on the open file: it ends with the process that holds it, however that ends, `kill -9` included, and no other
//! process can take it before. So a part file whose lock can be taken belongs to no run, and
//! [`recover`](crate::file_set::recover) removes it. Where the file system has no locks none can be taken, and
//! nothing is removed.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use fs4::FileExt;
use tempfile::{Builder, NamedTempFile};

use crate::interrupt::Unfinished;

const PREFIX: &str = ".ags-";
/// What follows the prefix and six letters and digits in the name of a part file.
pub const PART: &str = ".part";
/// How often another name is tried.
const TRIES: usize = 16;

/// A file that is being written. It is removed when it is dropped.
pub struct PartFile(NamedTempFile<(File, Unfinished)>);

impl PartFile {
    /// An empty part file in a folder.
    ///
    /// # Errors
    /// - an error of the file system.
    pub fn create_in(folder: &Path) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(PART);
        let mut options = File::options();
        options.read(true).write(true).create_new(true);
        for _ in 0..TRIES {
            let part = builder.make_in(folder, |path| Unfinished::create(path, || options.open(path)))?;
            // Before it is locked, another run may have taken it for an abandoned one and removed it.
            if !is_locked(&part.as_file().0) && part.path().exists() {
                return Ok(Self(part));
            }
        }
        Err(io::Error::other("other runs remove every part file in this folder"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Waits until its content is on the disk.
    ///
    /// # Errors
    /// - an error of the file system.
    pub fn sync(&self) -> io::Result<()> {
        self.0.as_file().0.sync_all()
    }

    /// Gives it its final name, in place of a file that has it. The lock lasts as long as the file that is returned.
    ///
    /// # Errors
    /// - an error of the file system; then it is removed.
    pub fn rename(self, target: &Path) -> io::Result<File> {
        let (file, _) = self.0.persist(target).map_err(|error| error.error)?;
        Ok(file)
    }
}

impl Write for PartFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.as_file_mut().0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.as_file_mut().0.flush()
    }
}

/// Tries to lock a file: whether another process, or another part of this one, has locked it.
fn is_locked(file: &File) -> bool {
    matches!(FileExt::try_lock(file), Err(fs4::TryLockError::WouldBlock))
}

/// The files in a folder with a name of ours that no run has locked, in the order of their names; each locked from now
/// on.
///
/// # Errors
/// - an error of the file system.
pub fn abandoned(folder: &Path, suffix: &str) -> io::Result<Vec<(PathBuf, File)>> {
    let mut found = Vec::new();
    for path in named(folder, suffix)? {
        // A file of somebody else's, or one that was removed in the meantime, is left alone.
        let Ok(file) = File::options().read(true).write(true).open(&path) else { continue };
        if FileExt::try_lock(&file).is_ok() {
            found.push((path, file));
        }
    }
    Ok(found)
}

/// The regular files in a folder with a name of ours, in the order of their names.
///
/// # Errors
/// - an error of the file system.
pub fn named(folder: &Path, suffix: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if is_named(&entry.file_name(), suffix) && entry.file_type()?.is_file() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a name is one of ours: the prefix, six letters and digits, and the suffix.
pub fn is_named(name: &OsStr, suffix: &str) -> bool {
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(suffix));
    random.is_some_and(|random| random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;

    use super::{PART, PartFile, abandoned, is_named};

    #[test]
    fn a_part_file_is_abandoned_only_when_its_run_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let mut part = PartFile::create_in(folder.path()).unwrap();
        part.write_all(b"half").unwrap();
        assert!(is_named(part.path().file_name().unwrap(), PART), "{:?}", part.path());
        assert_eq!(abandoned(folder.path(), PART).unwrap().len(), 0);
        let left = folder.path().join(".ags-abc123.part");
        fs::write(&left, "half").unwrap();
        let found = abandoned(folder.path(), PART).unwrap();
        assert_eq!(found.iter().map(|(path, _)| path).collect::<Vec<_>>(), [&left]);
        assert_eq!(abandoned(folder.path(), PART).unwrap().len(), 0, "the first has locked it");
    }

    #[test]
    fn only_names_of_ours_are_taken() {
        for (name, ours) in [
            (".ags-abc123.part", true),
            (".ags-abc12.part", false),
            (".ags-abc-23.part", false),
            (".ags-abc123.journal", false),
            ("abc123.part", false),
        ] {
            assert_eq!(is_named(name.as_ref(), PART), ours, "{name}");
        }
    }
}
