//! Writes several files of a folder together: all of them appear, or none.
//!
//! 1. Each file is written to a [`PartFile`] and is on the disk.
//! 2. A journal, which lists every part file and its target, is written in the same way and gets its name. This is the
//!    moment from which the set counts as written.
//! 3. Each part file is renamed to its target.
//! 4. The journal is removed.
//!
//! A run that is ended before step 2 leaves part files and every old file. One that is ended after it leaves a journal, and
//! the next run that writes into the folder finishes steps 3 and 4 before anything else ([`recover`]). Between two renames of
//! step 3 a reader can see a new file beside an old one. Two runs never mix their sets: the folder is locked for steps 2 to 4.
//!
//! A journal names files of its own folder only, all of one owner, so that nobody can have files elsewhere renamed by
//! leaving one.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use fs4::FileExt;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::interrupt;
use crate::part_file::{PART, PartFile, abandoned, is_named, named};
use crate::terminal;

/// What follows the prefix and six letters and digits in the name of a journal.
const JOURNAL: &str = ".journal";

/// What a journal says: the names of the part files and of their targets.
#[derive(Serialize, Deserialize)]
struct Journal(Vec<(OsString, OsString)>);

/// Gives each part file the name of its target. Those of one folder get their names together.
///
/// # Errors
/// - [`Failure::Work`] if a journal cannot be written or a file cannot be renamed. No file of the folder is renamed
///   then, unless it is the file system that refuses in the middle; the message says which were.
pub fn rename_together(files: Vec<(PartFile, PathBuf)>) -> Result<(), Failure> {
    let mut folders = BTreeMap::<PathBuf, Vec<(PartFile, PathBuf)>>::new();
    for (part, target) in files {
        if fs::symlink_metadata(&target).is_ok_and(|it| it.is_dir()) {
            return Err(Failure::Work(format!("{}: this is a folder; name a file", terminal::name(&target))));
        }
        let folder = part.path().parent().unwrap_or(Path::new("."));
        let folder = fs::canonicalize(folder).map_err(|error| Failure::file(folder, &error))?;
        folders.entry(folder).or_default().push((part, target));
    }
    folders.into_iter().try_for_each(|(folder, files)| match <[_; 1]>::try_from(files) {
        Ok([(part, target)]) => {
            part.rename(&target).map(drop).map_err(|error| Failure::file(&target, &error))
        }
        Err(files) => rename_set(&folder, files),
    })
}

/// Renames the part files of one folder, by a journal.
fn rename_set(folder: &Path, files: Vec<(PartFile, PathBuf)>) -> Result<(), Failure> {
    for (part, target) in &files {
        part.sync().map_err(|error| Failure::file(target, &error))?;
    }
    let failed = |error: io::Error| Failure::file(folder, &error);
    let name = |path: &Path| path.file_name().unwrap_or_default().to_owned();
    let journal = Journal(files.iter().map(|(part, target)| (name(part.path()), name(target))).collect());
    let mut part = PartFile::create_in(folder).map_err(failed)?;
    part.write_all(&serde_json::to_vec(&journal).map_err(|error| failed(error.into()))?).map_err(failed)?;
    part.sync().map_err(failed)?;
    let path = part.path().with_extension(JOURNAL.trim_start_matches('.'));
    let _other_runs_wait = lock(folder);
    let _signals_wait = interrupt::renaming();
    let locked = part.rename(&path).map_err(failed)?;
    let renamed = sync(folder).map_err(failed).and_then(|()| rename_each(files));
    // Without waiting for the disk: a file system that journals keeps changes of one folder in their order.
    fs::remove_file(&path).map_err(failed)?;
    drop(locked);
    renamed
}

fn rename_each(files: Vec<(PartFile, PathBuf)>) -> Result<(), Failure> {
    let mut renamed = Vec::new();
    for (part, target) in files {
        part.rename(&target).map_err(|error| {
            let before = if renamed.is_empty() { "no other".into() } else { renamed.join(", ") };
            Failure::Work(format!("{}: {error}; replaced before it: {before}", terminal::name(&target)))
        })?;
        renamed.push(terminal::name(&target));
    }
    Ok(())
}

/// Finishes what runs that were ended have left in a folder, once for each folder of a process: sets of files whose journal
/// is there get their names, and other part files are removed.
///
/// # Errors
/// - [`Failure::Work`] if a set cannot get its names, with what to do.
pub fn recover(folder: &Path) -> Result<(), Failure> {
    static RECOVERED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    // What is not there is reported when the file is created.
    let Ok(folder) = fs::canonicalize(folder) else { return Ok(()) };
    let mut recovered = RECOVERED.lock().unwrap_or_else(PoisonError::into_inner);
    if !recovered.contains(&folder) {
        let _other_runs_wait = lock(&folder);
        recover_now(&folder)?;
        recovered.insert(folder);
    }
    Ok(())
}

fn recover_now(folder: &Path) -> Result<(), Failure> {
    // A folder that cannot be listed can still be written into; what was left in it stays.
    let Ok(parts) = abandoned(folder, PART) else { return Ok(()) };
    // These part files are locked from here on and their runs are gone, so a journal that names them is there by now.
    let Ok(journals) = abandoned(folder, JOURNAL) else { return Ok(()) };
    for (path, _lock) in &journals {
        finish(folder, path)?;
    }
    let Ok(kept) = named(folder, JOURNAL) else { return Ok(()) };
    // A journal that is still there is that of a run at work, or not ours.
    let Some(kept) = kept.iter().map(|path| read(path)).collect::<Option<Vec<Journal>>>() else {
        return Ok(());
    };
    let kept: BTreeSet<OsString> =
        kept.into_iter().flat_map(|journal| journal.0).map(|(part, _)| part).collect();
    for (path, _lock) in
        parts.iter().filter(|(path, _)| path.file_name().is_none_or(|name| !kept.contains(name)))
    {
        // It has its final name already, or cannot be removed; neither stops this run.
        let _ = fs::remove_file(path);
    }
    Ok(())
}

/// Renames the part files of a journal that have not been renamed, and removes the journal.
fn finish(folder: &Path, path: &Path) -> Result<(), Failure> {
    let Some(journal) = read(path).filter(|journal| journal.is_ours(folder, path)) else { return Ok(()) };
    let finished = || {
        for (part, target) in &journal.0 {
            match fs::rename(folder.join(part), folder.join(target)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        fs::remove_file(path)
    };
    finished().map_err(|error| {
        let targets: Vec<String> = journal.0.iter().map(|(_, target)| terminal::name(target.as_ref())).collect();
        Failure::Work(format!(
            "{}: a run that was ended had begun to replace {} together, and this cannot be finished: {error}; \
             remove what is in the way, or this journal",
            terminal::name(path),
            targets.join(", ")
        ))
    })
}

fn read(path: &Path) -> Option<Journal> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

impl Journal {
    /// Whether it names part files of its own folder and owner, and targets in that folder.
    fn is_ours(&self, folder: &Path, journal: &Path) -> bool {
        let is_plain = |name: &OsString| Path::new(name).file_name() == Some(name);
        let is_part = |name: &OsString| match fs::symlink_metadata(folder.join(name)) {
            Ok(metadata) => {
                metadata.is_file() && fs::metadata(journal).is_ok_and(|it| same_owner(&it, &metadata))
            }
            // It has its final name already.
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        self.0.iter().all(|(part, target)| is_named(part, PART) && is_plain(target) && is_part(part))
    }
}

#[cfg(unix)]
fn same_owner(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
const fn same_owner(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

/// Makes other runs that rename files of the folder wait, as long as the result lives; so sets of two runs for the same
/// targets are not mixed. Where the file system cannot lock a folder, none waits.
fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    FileExt::lock(&folder).ok().map(|()| folder)
}

/// Waits until the names in a folder are on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Nothing, where a folder cannot be opened as a file.
#[cfg(not(unix))]
const fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Write as _;
    use std::path::Path;

    use tempfile::TempDir;

    use super::{Journal, recover_now, rename_together};
    use crate::part_file::PartFile;

    const SET: [(&str, &str); 3] =
        [(".ags-aaaaa1.part", "s.html"), (".ags-aaaaa2.part", "s.md"), (".ags-aaaaa3.part", "s.pdf")];

    /// A folder with three old files, and the new ones in part files.
    fn folder() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (part, target) in SET {
            fs::write(folder.path().join(target), "old").unwrap();
            fs::write(folder.path().join(part), "new").unwrap();
        }
        folder
    }

    fn journal(folder: &Path, set: &[(&str, &str)]) {
        let set = set.iter().map(|(part, target)| (part.into(), target.into())).collect();
        fs::write(folder.join(".ags-aaaaa0.journal"), serde_json::to_vec(&Journal(set)).unwrap()).unwrap();
    }

    fn forms(folder: &Path) -> Vec<String> {
        SET.iter().map(|(_, target)| fs::read_to_string(folder.join(target)).unwrap()).collect()
    }

    fn files(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_run_that_was_ended_before_its_journal_leaves_the_old_files() {
        for written in 0..=SET.len() {
            let folder = folder();
            for (part, _) in &SET[written..] {
                fs::remove_file(folder.path().join(part)).unwrap();
            }
            recover_now(folder.path()).unwrap();
            assert_eq!((forms(folder.path()), files(folder.path())), (vec!["old".to_owned(); 3], 3));
        }
    }

    #[test]
    fn a_run_that_was_ended_after_its_journal_is_finished_from_every_step() {
        for renamed in 0..=SET.len() {
            let folder = folder();
            journal(folder.path(), &SET);
            for (part, target) in &SET[..renamed] {
                fs::rename(folder.path().join(part), folder.path().join(target)).unwrap();
            }
            recover_now(folder.path()).unwrap();
            assert_eq!(
                (forms(folder.path()), files(folder.path())),
                (vec!["new".to_owned(); 3], 3),
                "{renamed}"
            );
        }
    }

    #[test]
    fn what_a_run_at_work_holds_is_left_to_it() {
        let folder = folder();
        journal(folder.path(), &SET);
        let journal = File::open(folder.path().join(".ags-aaaaa0.journal")).unwrap();
        fs4::FileExt::try_lock(&journal).unwrap();
        recover_now(folder.path()).unwrap();
        assert_eq!((forms(folder.path()), files(folder.path())), (vec!["old".to_owned(); 3], 7));
        drop(journal);
        recover_now(folder.path()).unwrap();
        assert_eq!((forms(folder.path()), files(folder.path())), (vec!["new".to_owned(); 3], 3));
    }

    #[test]
    fn a_journal_renames_no_file_outside_its_folder_and_no_other_file() {
        for set in [
            [(".ags-aaaaa1.part", "../s.html")],
            [(".ags-aaaaa1.part", "/tmp/s.html")],
            [("../.ags-aaaaa1.part", "s.html")],
            [("s.md", "s.html")],
        ] {
            let folder = folder();
            journal(folder.path(), &set);
            recover_now(folder.path()).unwrap();
            assert_eq!(forms(folder.path()), ["old"; 3], "{set:?}");
            assert!(folder.path().join(".ags-aaaaa0.journal").exists());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_journal_renames_no_link() {
        let folder = folder();
        let part = folder.path().join(SET[0].0);
        fs::remove_file(&part).unwrap();
        std::os::unix::fs::symlink("/dev/null", &part).unwrap();
        journal(folder.path(), &SET);
        recover_now(folder.path()).unwrap();
        assert_eq!(forms(folder.path()), ["old"; 3]);
    }

    #[test]
    fn a_set_that_cannot_be_finished_says_what_to_do() {
        let folder = folder();
        journal(folder.path(), &SET);
        fs::remove_file(folder.path().join("s.md")).unwrap();
        fs::create_dir_all(folder.path().join("s.md/x")).unwrap();
        let message = recover_now(folder.path()).unwrap_err().to_string();
        assert!(
            message.contains(".ags-aaaaa0.journal") && message.contains("s.html, s.md, s.pdf"),
            "{message}"
        );
        fs::remove_dir_all(folder.path().join("s.md")).unwrap();
        recover_now(folder.path()).unwrap();
        assert_eq!((forms(folder.path()), files(folder.path())), (vec!["new".to_owned(); 3], 3));
    }

    #[test]
    fn nothing_is_renamed_if_a_target_is_a_folder() {
        let folder = folder();
        fs::create_dir(folder.path().join("z.md")).unwrap();
        let set = ["s.html", "z.md"].map(|target| {
            let mut part = PartFile::create_in(folder.path()).unwrap();
            part.write_all(b"new").unwrap();
            (part, folder.path().join(target))
        });
        let message = rename_together(set.into()).unwrap_err().to_string();
        assert!(message.contains("z.md: this is a folder"), "{message}");
        assert_eq!((forms(folder.path()), files(folder.path())), (vec!["old".to_owned(); 3], 7));
    }
}
