//! Where a result is written: the output stream, or a file that appears whole or not at all.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::file_set::{recover, rename_together};
use crate::part_file::PartFile;

/// Where a result is written.
pub enum Output<'a> {
    /// The output stream.
    Stream(BufWriter<&'a mut (dyn Write + 'a)>),
    /// A part file in the folder of the file it becomes.
    Part(BufWriter<PartFile>, PathBuf),
    /// Something that is not a plain file, such as a device or a pipe.
    Device(BufWriter<File>),
}

impl<'a> Output<'a> {
    /// The file, or the stream if none is named.
    ///
    /// # Errors
    /// - [`Failure::Work`] if no part file can be created.
    pub fn to(path: Option<&Path>, stream: &'a mut (dyn Write + 'a)) -> Result<Self, Failure> {
        path.map_or_else(|| Ok(Self::Stream(BufWriter::new(stream))), Self::file)
    }

    /// A file.
    ///
    /// # Errors
    /// - [`Failure::Work`] if no part file can be created.
    pub fn file(path: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::file(path, &error);
        if std::fs::metadata(path).is_ok_and(|it| !it.is_file()) {
            let device = File::options().write(true).open(path).map_err(failed)?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        recover(folder)?;
        let part = PartFile::create_in(folder).map_err(failed)?;
        Ok(Self::Part(BufWriter::new(part), path.to_owned()))
    }

    /// Writes a complete result.
    ///
    /// # Errors
    /// - [`Failure`] if it cannot be written.
    pub fn write(path: Option<&Path>, stream: &'a mut (dyn Write + 'a), bytes: &[u8]) -> Result<(), Failure> {
        let mut output = Self::to(path, stream)?;
        output.write_all(bytes)?;
        output.done()
    }

    /// Writes complete files: all of them to part files before the first is renamed, so that if one cannot be written none
    /// is changed. Those of one folder appear together, see [`rename_together`].
    ///
    /// # Errors
    /// - [`Failure::Work`] if one cannot be written or renamed.
    pub fn write_all_files(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
        let mut parts = Vec::new();
        for (path, bytes) in files {
            let mut output = Output::file(path)?;
            let written = output.write_all(bytes).and_then(|()| output.flush());
            written.map_err(|error| Failure::file(path, &error))?;
            parts.extend(output.into_part()?);
        }
        rename_together(parts)
    }

    /// Ends the result: the part file is renamed.
    ///
    /// # Errors
    /// - [`Failure`] if it cannot be written or renamed.
    pub fn done(mut self) -> Result<(), Failure> {
        self.flush()?;
        rename_together(self.into_part()?.into_iter().collect())
    }

    /// The part file with everything in it, and the path it is for.
    fn into_part(self) -> Result<Option<(PartFile, PathBuf)>, Failure> {
        let Self::Part(part, path) = self else { return Ok(None) };
        let part = part.into_inner().map_err(|error| Failure::file(&path, error.error()))?;
        Ok(Some((part, path)))
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(to) => to.write(bytes),
            Self::Part(to, _) => to.write(bytes),
            Self::Device(to) => to.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(to) => to.flush(),
            Self::Part(to, _) => to.flush(),
            Self::Device(to) => to.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::Output;

    #[test]
    fn a_file_appears_when_it_is_done_and_no_part_file_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let mut stream = Vec::new();
        let mut output = Output::to(Some(&path), &mut stream).unwrap();
        output.write_all(b"half").unwrap();
        assert!(!path.exists());
        output.done().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"half");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn an_abandoned_result_leaves_the_old_file_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        std::fs::write(&path, "old").unwrap();
        let mut stream = Vec::new();
        Output::to(Some(&path), &mut stream).unwrap().write_all(b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn of_several_files_none_changes_where_one_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let (good, bad) = (folder.path().join("a.pdf"), folder.path().join("nowhere").join("a.html"));
        let files = [(good.clone(), b"a".to_vec()), (bad.clone(), b"b".to_vec())];
        assert!(Output::write_all_files(&files).is_err());
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
        std::fs::create_dir(bad.parent().unwrap()).unwrap();
        Output::write_all_files(&files).unwrap();
        assert_eq!(
            (std::fs::read(good).unwrap(), std::fs::read(bad).unwrap()),
            (b"a".to_vec(), b"b".to_vec())
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_not_replaced() {
        let mut stream = Vec::new();
        Output::write(Some("/dev/null".as_ref()), &mut stream, b"x").unwrap();
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
    }
}
