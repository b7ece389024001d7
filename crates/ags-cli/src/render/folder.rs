//! Many papers, printed into a folder in parallel.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ags::Input;
use rayon::prelude::*;

use super::{Press, no_such_paper, write};
use crate::console::Console;
use crate::failure::Failure;
use crate::form::Form;
use crate::options::Render;
use crate::output::Output;
use crate::source::{Refused, Source};
use crate::walk::{Found, Walk};
use crate::{CLEAN, FAILED, progress, shown};

/// How many files are gone through before what came of them is told.
const CHUNK: usize = 64;

/// Prints every statement and return that the command line names or a folder holds, and gives the exit code.
///
/// # Errors
/// - [`Failure::Usage`] where `--out` does not name one folder.
pub fn print(options: &Render, press: &Press, console: &mut Console<'_>) -> Result<u8, Failure> {
    let folder = folder(&options.out)?;
    let walk = Walk::of(&options.files);
    let run = PrintRun::new(folder, &options.to, press, &walk.files);
    let progress = progress::bar(walk.files.len(), console.terminal);
    let mut tally = Tally { passed_over: walk.passed_over, ..Tally::default() };
    for unread in &walk.unread {
        tally.count(Came::Refused(shown::lines(unread)), console);
    }
    for chunk in walk.files.chunks(CHUNK) {
        let print = |found: &Found| {
            let came = run.print(found);
            progress.inc(1);
            came
        };
        let came: Vec<Came> = chunk.par_iter().map(print).collect();
        progress.suspend(|| came.into_iter().for_each(|one| tally.count(one, console)));
    }
    progress.finish_and_clear();
    tally.end(&run, console)
}

/// The one folder that `--out` names.
fn folder(out: &[PathBuf]) -> Result<&Path, Failure> {
    let [folder] = out else {
        let says = "several papers are printed into one folder: give --out once, and the forms with --to";
        return Err(Failure::Usage(says.into()));
    };
    if !folder.is_dir() && (folder.exists() || Form::of(folder).is_some()) {
        let name = shown::name(folder);
        let says = "this is no folder; folders and several papers are printed into one";
        return Err(Failure::Usage(format!("{name}: {says}")));
    }
    Ok(folder)
}

/// Papers printed in one go.
struct PrintRun<'a> {
    folder: &'a Path,
    forms: BTreeSet<Form>,
    press: &'a Press,
    /// The files by where they would be printed, without the extension.
    places: BTreeMap<PathBuf, Vec<&'a Path>>,
}

/// What came of one file.
enum Came {
    /// It was printed.
    Printed,
    /// It was not, for this reason.
    Refused(String),
    /// It is no paper that is printed; a note where that may surprise.
    PassedOver(Option<String>),
}

impl<'a> PrintRun<'a> {
    fn new(folder: &'a Path, forms: &[Form], press: &'a Press, files: &'a [Found]) -> Self {
        let forms =
            if forms.is_empty() { BTreeSet::from([Form::Pdf]) } else { forms.iter().copied().collect() };
        let mut run = Self { folder, forms, press, places: BTreeMap::new() };
        for found in files {
            run.places.entry(run.place(found)).or_default().push(&found.path);
        }
        run
    }

    /// Where a file is printed, without the extension.
    fn place(&self, found: &Found) -> PathBuf {
        self.folder.join(found.within.with_extension(""))
    }

    /// Prints a file, if it holds what is printed.
    fn print(&self, found: &Found) -> Came {
        match self.try_print(found) {
            Ok(came) => came,
            Err(failure) => Came::Refused(failure.to_string()),
        }
    }

    fn try_print(&self, found: &Found) -> Result<Came, Failure> {
        let told = |unread| Failure::Work(shown::lines(&unread));
        let source = Source::read(&found.path).map_err(told)?;
        let paper = match source.paper() {
            Ok(paper) => paper,
            Err(Refused::Other(document, _)) if !found.named => {
                let note = format!("{}: passed over, for it is no document we know", source.name);
                return Ok(Came::PassedOver(document.is_none().then_some(note)));
            }
            Err(Refused::Other(_, unread) | Refused::Broken(unread)) => return Err(told(unread)),
        };
        let Some(document) = self.press.document(&paper) else {
            return if found.named {
                Err(Failure::Work(no_such_paper(&source.name)))
            } else {
                Ok(Came::PassedOver(None))
            };
        };
        let place = self.place(found);
        self.alone(&found.path, &place)?;
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        }
        let wanted = self.forms.iter().map(|form| (*form, named(&place, *form))).collect();
        write(&source.name, &document, wanted)?;
        Ok(Came::Printed)
    }

    /// Refuses a file where another one would be printed to the same place.
    fn alone(&self, path: &Path, place: &Path) -> Result<(), Failure> {
        let others = self.places.get(place).into_iter().flatten();
        let rivals: Vec<String> = others
            .filter(|other| **other != path && is_printed(other))
            .map(|other| shown::name(other))
            .collect();
        if rivals.is_empty() {
            return Ok(());
        }
        let (name, place) = (shown::name(path), shown::name(place));
        let says = "would be printed to the same place; rename one";
        Err(Failure::Work(format!("{name}: not printed, for {} and it {says}: {place}", rivals.join(", "))))
    }
}

/// Whether a file holds a statement or a return.
fn is_printed(path: &Path) -> bool {
    let paper = Source::read(path).ok().and_then(|source| source.paper().ok());
    matches!(paper, Some(Input::Statement(_) | Input::Agar(_)))
}

/// A place with the extension of a form; dots in the name stay.
fn named(place: &Path, form: Form) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".");
    name.push(form.extension());
    name.into()
}

/// How many files came to what.
#[derive(Default)]
struct Tally {
    printed: usize,
    refused: usize,
    passed_over: usize,
}

impl Tally {
    fn count(&mut self, came: Came, console: &mut Console<'_>) {
        match came {
            Came::Printed => self.printed += 1,
            Came::Refused(says) => {
                console.note(&shown::plain(&says));
                self.refused += 1;
            }
            Came::PassedOver(note) => {
                if let Some(note) = note {
                    console.note(&format!("note: {note}"));
                }
                self.passed_over += 1;
            }
        }
    }

    /// Says how many papers were printed, and gives the exit code.
    fn end(&self, run: &PrintRun<'_>, console: &mut Console<'_>) -> Result<u8, Failure> {
        let Self { printed, refused, passed_over } = *self;
        if printed + refused == 0 {
            console.note("ags: there is nothing to print: no file holds a statement or a return");
            return Ok(FAILED);
        }
        let forms: Vec<&str> = run.forms.iter().map(|form| form.extension()).collect();
        let (forms, folder) = (forms.join(", "), shown::name(run.folder));
        let mut out = Output::to(None, &mut *console.out)?;
        writeln!(out, "{printed} {} printed as {forms} into {folder}", papers(printed))?;
        if refused > 0 {
            writeln!(out, "{refused} could not be printed")?;
        }
        if passed_over > 0 {
            writeln!(out, "{passed_over} passed over, for they hold something else")?;
        }
        out.done()?;
        Ok(if refused > 0 { FAILED } else { CLEAN })
    }
}

const fn papers(count: usize) -> &'static str {
    if count == 1 { "paper" } else { "papers" }
}
