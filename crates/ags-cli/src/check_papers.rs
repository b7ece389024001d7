//! Check reports as papers for officers: PDF, HTML, Word or Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ags::HouseStyle;
use ags::report::{CheckedFile, FileError, ReportWriter, Totals};
use ags_facade::RenderFormat;

use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::links::refuse_links;
use crate::options::format_of;
use crate::output::Output;
use crate::terminal;
use crate::walk::Found;

/// How papers are made.
#[derive(Clone, Debug)]
pub struct PaperStyle {
    /// The format.
    pub format: RenderFormat,
    /// The council's branding.
    pub house: HouseStyle,
}

impl PaperStyle {
    fn render(&self, checked: &CheckedFile) -> io::Result<Vec<u8>> {
        ags_facade::render_report(checked, &self.house, self.format).map_err(io::Error::other)
    }
}

/// Refuses to write anything but text to a terminal.
///
/// # Errors
/// - [`Failure::Usage`] with what to do instead.
pub fn refuse_terminal(format: RenderFormat) -> Result<(), Failure> {
    if !matches!(format, RenderFormat::Pdf | RenderFormat::Docx) {
        return Ok(());
    }
    let extension = format.extension();
    Err(Failure::Usage(format!(
        "a terminal cannot show {extension}; name a file to write, as in --out check-report.{extension}"
    )))
}

/// The paper on one file.
pub struct OnePaper<W> {
    /// How it is made.
    pub style: PaperStyle,
    /// Where it is written.
    pub to: W,
}

impl<W: Write> ReportWriter for OnePaper<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        self.to.write_all(&self.style.render(checked)?)
    }

    fn file_error(&mut self, _: &FileError) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: &Totals) -> io::Result<()> {
        self.to.flush()
    }
}

/// A paper on each of many files, in one folder.
pub struct PapersInFolder<'a, W> {
    style: PaperStyle,
    folder: &'a Path,
    /// Where each file is within the folder it was found in, by what it is called in reports.
    within: BTreeMap<String, &'a Path>,
    inputs: Inputs,
    written: BTreeSet<PathBuf>,
    to: W,
}

impl<'a, W: Write> PapersInFolder<'a, W> {
    /// Papers in the folder that `--out` names; how many there are is written to `to`.
    ///
    /// # Errors
    /// - [`Failure::Usage`] if it does not name a folder.
    pub fn new(style: PaperStyle, out: Option<&'a Path>, files: &'a [Found], to: W) -> Result<Self, Failure> {
        let extension = style.format.extension();
        let folder = out.filter(|out| out.is_dir() || !out.exists() && format_of(out).is_none());
        let Some(folder) = folder else {
            return Err(Failure::Usage(format!(
                "each of several files has a check report of its own in {extension}; name the folder for them with \
                 --out"
            )));
        };
        let within = files.iter().map(|found| (terminal::name(&found.path), found.within.as_path()));
        let inputs = Inputs::of(files.iter().map(|found| found.path.as_path()));
        Ok(Self { style, folder, within: within.collect(), inputs, written: BTreeSet::new(), to })
    }

    /// The path of the paper on a file: with the file's extension in it where another file has the name without it.
    fn target(&self, file: &str) -> PathBuf {
        let within = self.within.get(file).copied().unwrap_or_else(|| Path::new(file));
        let named = |stem: &Path| {
            let mut name = self.folder.join(stem).into_os_string();
            name.push("-check-report.");
            name.push(self.style.format.extension());
            PathBuf::from(name)
        };
        let short = named(&within.with_extension(""));
        if self.written.contains(&short) { named(within) } else { short }
    }
}

impl<W: Write> ReportWriter for PapersInFolder<'_, W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        let bytes = self.style.render(checked)?;
        let target = self.target(&checked.file);
        refuse_links(self.folder, &target).map_err(io::Error::other)?;
        self.inputs.refuse(&target).map_err(io::Error::other)?;
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        Output::write_all_files(&[(target.clone(), bytes)]).map_err(io::Error::other)?;
        self.written.insert(target);
        Ok(())
    }

    fn file_error(&mut self, _: &FileError) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: &Totals) -> io::Result<()> {
        let (written, extension) = (self.written.len(), self.style.format.extension());
        let reports = if written == 1 { "check report" } else { "check reports" };
        writeln!(self.to, "{written} {reports} written as {extension} into {}", terminal::name(self.folder))?;
        self.to.flush()
    }
}
