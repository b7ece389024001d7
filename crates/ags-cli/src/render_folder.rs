//! Renders many files into a folder, in parallel.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ags::Input;
use ags_facade::{ErrorKind, RenderFormat, RenderOptions};

use crate::checker::skipped;
use crate::console::Console;
use crate::exit_code::FAILED;
use crate::failure::Failure;
use crate::in_order::in_order;
use crate::inputs::Inputs;
use crate::links::refuse_links;
use crate::options::{Render, format_of};
use crate::output::Output;
use crate::summary::Summary;
use crate::walk::{Found, Walk};
use crate::{renderer, source, terminal};

/// How many files are rendered before their results are reported.
const CHUNK: usize = 64;

/// Renders every statement and return that the command line names or a folder holds, and gives the exit code.
///
/// # Errors
/// - [`Failure::Usage`] if `--out` does not name one folder.
pub fn render(options: &Render, how: &RenderOptions<'_>, console: &mut Console<'_>) -> Result<u8, Failure> {
    let folder = folder(&options.out)?;
    let walk = Walk::of(&options.files);
    let run = FolderRun::new(folder, &options.to, how, &walk.files);
    let mut summary = Summary::new(&mut *console.err, walk.skipped);
    for error in &walk.errors {
        summary.unreadable(&terminal::lines(error));
    }
    let render = |found: &Found| run.render(found);
    in_order(&walk.files, CHUNK, console.terminal, render, |outcome| {
        match outcome {
            Ok(RenderOutcome::Rendered) => summary.done(false),
            Ok(RenderOutcome::Skipped(note)) => summary.skipped(note.as_deref()),
            Err(failure) => summary.unreadable(&terminal::plain(&failure.to_string())),
        }
        Ok::<(), Failure>(())
    })?;
    if summary.is_empty() {
        summary.line("ags: there is nothing to render: no file holds a statement or a return");
        return Ok(FAILED);
    }
    let formats: Vec<&str> = run.formats.iter().map(|format| format.extension()).collect();
    let (formats, folder) = (formats.join(", "), terminal::name(folder));
    let mut out = Output::to(None, &mut *console.out)?;
    writeln!(out, "{} {} rendered as {formats} into {folder}", summary.done, files(summary.done))?;
    if summary.unreadable > 0 {
        writeln!(out, "{} could not be rendered", summary.unreadable)?;
    }
    if summary.skipped > 0 {
        writeln!(out, "{} skipped: neither a statement nor a return", summary.skipped)?;
    }
    out.done()?;
    Ok(summary.exit_code())
}

/// The one folder that `--out` names.
fn folder(out: &[PathBuf]) -> Result<&Path, Failure> {
    let [folder] = out else {
        let message =
            "several files are rendered into one folder: give --out once, and the formats with --to";
        return Err(Failure::Usage(message.into()));
    };
    if !folder.is_dir() && (folder.exists() || format_of(folder).is_some()) {
        let name = terminal::name(folder);
        let message = "this is not a folder; folders and several files are rendered into one";
        return Err(Failure::Usage(format!("{name}: {message}")));
    }
    Ok(folder)
}

/// Files rendered into one folder.
struct FolderRun<'a> {
    folder: &'a Path,
    formats: BTreeSet<RenderFormat>,
    how: &'a RenderOptions<'a>,
    inputs: Inputs,
    /// The files by their target, without the extension.
    targets: BTreeMap<PathBuf, Vec<&'a Path>>,
}

/// The result of one file that did not fail.
enum RenderOutcome {
    /// It was rendered.
    Rendered,
    /// It is neither a statement nor a return; a note if that may surprise.
    Skipped(Option<String>),
}

impl<'a> FolderRun<'a> {
    fn new(
        folder: &'a Path,
        formats: &[RenderFormat],
        how: &'a RenderOptions<'a>,
        files: &'a [Found],
    ) -> Self {
        let formats = match formats {
            [] => BTreeSet::from([RenderFormat::Pdf]),
            formats => formats.iter().copied().collect(),
        };
        let inputs = Inputs::of(files.iter().map(|found| found.path.as_path()));
        let mut run = Self { folder, formats, how, inputs, targets: BTreeMap::new() };
        for found in files {
            run.targets.entry(run.target(found)).or_default().push(&found.path);
        }
        run
    }

    /// The target of a file, without the extension.
    fn target(&self, found: &Found) -> PathBuf {
        self.folder.join(found.within.with_extension(""))
    }

    /// Renders a file, if it holds a statement or a return.
    fn render(&self, found: &Found) -> Result<RenderOutcome, Failure> {
        let source = source::read(&found.path).map_err(|error| Failure::Work(terminal::lines(&error)))?;
        let document = match ags_facade::compose(&source, self.how) {
            Ok(document) => document,
            Err(error) if !found.named && error.kind() == ErrorKind::WrongDocument => {
                return Ok(RenderOutcome::Skipped(None));
            }
            Err(error) if !found.named && error.kind() == ErrorKind::UnknownDocument => {
                return Ok(RenderOutcome::Skipped(Some(skipped(&source.name))));
            }
            Err(error) => return Err(source::failure(&error)),
        };
        let target = self.target(found);
        self.alone(&found.path, &target)?;
        let files: Vec<(RenderFormat, PathBuf)> =
            self.formats.iter().map(|format| (*format, with_extension(&target, *format))).collect();
        for (_, file) in &files {
            refuse_links(self.folder, file)?;
            self.inputs.refuse(file).map_err(Failure::Work)?;
        }
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        }
        Output::write_all_files(&renderer::render(&source.name, &document, files)?)?;
        Ok(RenderOutcome::Rendered)
    }

    /// Refuses a file if another one has the same target.
    fn alone(&self, path: &Path, target: &Path) -> Result<(), Failure> {
        let others = self.targets.get(target).into_iter().flatten();
        let rivals: Vec<String> = others
            .filter(|other| **other != path && is_rendered(other))
            .map(|other| terminal::name(other))
            .collect();
        if rivals.is_empty() {
            return Ok(());
        }
        let (name, target) = (terminal::name(path), terminal::name(target));
        let rivals = rivals.join(", ");
        Err(Failure::Work(format!(
            "{name}: not rendered, because {rivals} has the same target {target}; rename one"
        )))
    }
}

/// Whether a file holds a statement or a return.
fn is_rendered(path: &Path) -> bool {
    let input = source::read(path).ok().and_then(|source| source.input().ok());
    matches!(input, Some(Input::Statement(_) | Input::Agar(_)))
}

/// A target with the extension of a format; dots in the name stay.
fn with_extension(target: &Path, format: RenderFormat) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".");
    name.push(format.extension());
    name.into()
}

const fn files(count: usize) -> &'static str {
    if count == 1 { "file" } else { "files" }
}
