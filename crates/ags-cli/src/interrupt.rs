//! What happens to unfinished files when a signal ends the process.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};

/// The part files that this process is writing.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
/// Held for reading while a set of files gets its names, for writing once a signal has come.
static RENAMING: RwLock<()> = RwLock::new(());

/// A part file that a signal removes; no longer when this is dropped.
pub struct Unfinished(PathBuf);

impl Unfinished {
    /// Creates a part file. A signal comes before or after this, and not between the file and its entry here.
    ///
    /// # Errors
    /// - an error of `create`.
    pub fn create(path: &Path, create: impl FnOnce() -> io::Result<File>) -> io::Result<(File, Self)> {
        let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        let file = create()?;
        unfinished.insert(path.into());
        Ok((file, Self(path.into())))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// Makes signals wait until all files of a set have their names, for as long as the result lives.
pub fn renaming() -> RwLockReadGuard<'static, ()> {
    RENAMING.read().unwrap_or_else(PoisonError::into_inner)
}

/// From now on SIGINT, SIGTERM and SIGHUP remove the files that are being written before they end the process; files
/// that are getting their names together all get them first. A signal that the process was started to ignore, as by
/// `nohup`, stays ignored.
///
/// # Errors
/// - an error of the operating system.
#[cfg(unix)]
pub fn remove_unfinished_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let mut signals =
        Signals::new([SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal)))?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let _wait = RENAMING.write().unwrap_or_else(PoisonError::into_inner);
            let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
            for path in unfinished.iter() {
                // What cannot be removed now is removed by the next run.
                let _ = std::fs::remove_file(path);
            }
            // Ends the process as the signal does by default, so that its parent sees which one it was.
            let _ = emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// Nothing: what is being written when such a system ends the process is removed by the next run.
///
/// # Errors
/// - none.
#[cfg(not(unix))]
pub fn remove_unfinished_on_signals() -> io::Result<()> {
    Ok(())
}

/// Whether the process was started to ignore a signal; where that is not known, it was not.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    ignored >> (signal - 1) & 1 == 1
}
