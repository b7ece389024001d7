//! The files that the command line names, and those in the folders it names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ags::report::FileError;
use walkdir::{DirEntry, WalkDir};

use crate::source::whole;
use crate::terminal;

/// A file to read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its path within the folder that is named; its name alone if the file itself is named.
    pub within: PathBuf,
    /// Whether the command line names it; otherwise it was found in a folder.
    pub named: bool,
}

/// What the command line names.
#[derive(Debug, Default)]
pub struct Walk {
    /// The files, in the order named, and by name within a folder; each once.
    pub files: Vec<Found>,
    /// The folders that could not be read.
    pub errors: Vec<FileError>,
    /// How many files in folders have other extensions.
    pub skipped: usize,
    /// The extensions of the files to find in folders.
    extensions: &'static [&'static str],
}

impl Walk {
    /// Finds PDFs, as [`Walk::of`] finds documents.
    pub fn of_pdfs(paths: &[PathBuf]) -> Self {
        Self::among(paths, &["pdf"])
    }

    /// Finds the documents in JSON and TOML that the command line names. Folders are walked recursively, without
    /// hidden files and without following links.
    pub fn of(paths: &[PathBuf]) -> Self {
        Self::among(paths, &["json", "toml"])
    }

    fn among(paths: &[PathBuf], extensions: &'static [&'static str]) -> Self {
        let (mut walk, mut seen) = (Self { extensions, ..Self::default() }, BTreeSet::new());
        for path in paths {
            if path.is_dir() {
                walk.folder(path, &mut seen);
            } else if seen.insert(path.clone()) {
                let within = path.file_name().unwrap_or_default().into();
                walk.files.push(Found { path: path.clone(), within, named: true });
            }
        }
        walk
    }

    fn folder(&mut self, folder: &Path, seen: &mut BTreeSet<PathBuf>) {
        let hidden =
            |entry: &DirEntry| entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
        let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| !hidden(entry)) {
            match entry {
                Err(error) => {
                    let name = error.path().map_or_else(|| terminal::name(folder), terminal::name);
                    self.errors.push(whole(&name, &error.to_string()));
                }
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => self.file(folder, entry, seen),
            }
        }
    }

    fn file(&mut self, folder: &Path, entry: DirEntry, seen: &mut BTreeSet<PathBuf>) {
        let extension = entry.path().extension().unwrap_or_default().to_string_lossy();
        if !entry.file_type().is_file()
            || !self.extensions.iter().any(|known| known.eq_ignore_ascii_case(&extension))
        {
            self.skipped += 1;
            return;
        }
        let path = entry.into_path();
        if seen.insert(path.clone()) {
            let within = path.strip_prefix(folder).unwrap_or(&path).into();
            self.files.push(Found { path, within, named: false });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Walk;

    #[test]
    fn files_come_in_the_order_of_their_names_each_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).unwrap();
        fs::create_dir(at(".git")).unwrap();
        for name in ["b/2.json", "c.TOML", "a.json", "notes.txt", ".git/x.json"] {
            fs::write(at(name), "").unwrap();
        }
        let walk = Walk::of(&[at("c.TOML"), folder.path().into(), at("a.json")]);
        let found: Vec<_> = walk.files.iter().map(|found| (found.path.clone(), found.named)).collect();
        assert_eq!(found, [(at("c.TOML"), true), (at("a.json"), false), (at("b/2.json"), false)]);
        assert_eq!(walk.skipped, 1);
        let within: Vec<_> = walk.files.iter().map(|found| found.within.to_str().unwrap()).collect();
        assert_eq!(within, ["c.TOML", "a.json", "b/2.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_folder_is_not_followed() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(other.path().join("a.json"), "").unwrap();
        std::os::unix::fs::symlink(other.path(), folder.path().join("other")).unwrap();
        std::os::unix::fs::symlink(other.path().join("a.json"), folder.path().join("a.json")).unwrap();
        let walk = Walk::of(&[folder.path().into()]);
        assert_eq!((walk.files.len(), walk.skipped), (0, 2));
    }
}
