//! Reads a file, or standard input.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ags::Format;
use ags::report::{FileError, Problem};
use ags_facade::{Error, Source};
use governance_model::read::MOST_BYTES;

use crate::failure::Failure;
use crate::terminal;

/// Whether a path on the command line stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Refuses standard input as the file of an option.
///
/// # Errors
/// - [`Failure::Usage`] with the option.
pub fn refuse_standard_input(options: &[(&str, &Option<PathBuf>)]) -> Result<(), Failure> {
    match options.iter().find(|(_, path)| path.as_deref().is_some_and(is_standard_input)) {
        Some((option, _)) => {
            Err(Failure::Usage(format!("{option} takes a file; only FILE can be '-', standard input")))
        }
        None => Ok(()),
    }
}

/// Reads JSON or TOML from standard input, unless there is too much. It is JSON if its first character is a brace.
///
/// # Errors
/// - [`FileError`] if it is too large or cannot be read.
pub fn standard_input(from: &mut dyn Read) -> Result<Source<'static>, FileError> {
    let name = "standard input";
    let bytes = within(from, MOST_BYTES).map_err(|error| whole(name, &error.to_string()))?;
    if bytes.len() > MOST_BYTES {
        return Err(whole(
            name,
            &format!("more than {MOST_BYTES} bytes (32 MiB), which are the most we read"),
        ));
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
    let format = if text.starts_with(b"{") { Format::Json } else { Format::Toml };
    Ok(Source::new(name, format, bytes))
}

/// Reads a file of JSON or TOML, unless it is too large.
///
/// # Errors
/// - [`FileError`] for a file that is neither JSON nor TOML by its name, is too large or cannot be read.
pub fn read(path: &Path) -> Result<Source<'static>, FileError> {
    let name = terminal::name(path);
    // The name decides the format, so a wrong one is reported before the file is opened.
    let source = Source::by_name(name, Vec::new()).map_err(Error::into_file_error)?;
    let bytes = bytes(path, MOST_BYTES, |bytes| {
        format!("{bytes} bytes are too many; {MOST_BYTES} (32 MiB) are the most we read")
    })?;
    Ok(Source { bytes: bytes.into(), ..source })
}

/// Reads the bytes of a regular file, unless there are more than `most`. `too_many` gets their number.
///
/// # Errors
/// - [`FileError`] for a file that is too large or cannot be read, and for anything that is no regular file, such as a
///   device or a named pipe.
pub fn bytes(path: &Path, most: usize, too_many: impl Fn(usize) -> String) -> Result<Vec<u8>, FileError> {
    let name = terminal::name(path);
    let unreadable = |error: io::Error| whole(&name, &error.to_string());
    let refuse = |of: FileType| no_file(of).map_or(Ok(()), |message| Err(whole(&name, &message)));
    // Opening some devices does something, so the type is looked at before; and after, when it can no longer change.
    refuse(fs::metadata(path).map_err(unreadable)?.file_type())?;
    let mut file = without_waiting().open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    refuse(metadata.file_type())?;
    let bytes = within(&mut file, most).map_err(unreadable)?;
    if bytes.len() > most {
        // The length that the file states is for the message only.
        let length = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
        return Err(whole(&name, &too_many(length.max(bytes.len()))));
    }
    Ok(bytes)
}

/// Reads to the end, or one byte more than `most`.
fn within(from: &mut dyn Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a file for reading without waiting for a writer, should a named pipe have taken its place.
#[cfg(unix)]
fn without_waiting() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = File::options();
    options.read(true).custom_flags(libc::O_NONBLOCK);
    options
}

#[cfg(not(unix))]
fn without_waiting() -> OpenOptions {
    let mut options = File::options();
    options.read(true);
    options
}

/// Why something is not read; none for a regular file.
fn no_file(of: FileType) -> Option<String> {
    if of.is_file() {
        return None;
    }
    if of.is_dir() {
        return Some("it is a folder".into());
    }
    let what = special(of);
    Some(format!("it is {what}, which is not read; give a file, or '-' for standard input"))
}

#[cfg(unix)]
fn special(of: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    if of.is_fifo() {
        "a named pipe"
    } else if of.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "no regular file"
}

/// Reads an earlier statement, and makes sure that it is a statement.
///
/// # Errors
/// - [`Failure::Work`] for a file that cannot be read or does not hold a statement.
pub fn prior(path: &Path) -> Result<Source<'static>, Failure> {
    let source = read(path).map_err(|error| Failure::Work(terminal::lines(&error)))?;
    source.statement().map_err(|error| failure(&error))?;
    Ok(source)
}

/// An error that stops the command.
pub fn failure(error: &Error) -> Failure {
    Failure::Work(error.to_string())
}

/// One problem of a file as a whole.
pub fn whole(name: &str, message: &str) -> FileError {
    let message = terminal::plain(message).replace('\n', " ");
    FileError {
        file: name.into(),
        problems: vec![Problem { pointer: String::new(), position: None, message }],
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use ags::Format;

    use super::{bytes, standard_input};

    #[test]
    fn as_many_bytes_as_the_limit_are_read_and_one_more_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, "12345").unwrap();
        let read = |most| bytes(&path, most, |bytes| format!("{bytes} are too many"));
        assert_eq!(read(5).unwrap(), b"12345");
        assert_eq!(read(4).unwrap_err().problems[0].message, "5 are too many");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_states_no_length_is_read_within_the_limit() {
        let read = |most| bytes("/proc/self/status".as_ref(), most, |_| "too many".into());
        assert_eq!(read(10).unwrap_err().problems[0].message, "too many");
        assert!(read(1 << 20).unwrap().starts_with(b"Name:"));
    }

    #[test]
    fn standard_input_is_json_if_it_begins_with_a_brace_and_has_a_limit() {
        let format = |text: &str| standard_input(&mut text.as_bytes()).unwrap().format;
        assert_eq!(
            (format("\u{feff} \n{"), format("a = {}"), format("")),
            (Format::Json, Format::Toml, Format::Toml)
        );
        let error = standard_input(&mut io::repeat(b' ')).unwrap_err().lines().join("");
        assert!(error.starts_with("standard input: more than 33554432 bytes"), "{error}");
    }
}
