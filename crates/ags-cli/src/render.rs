//! `ags render`: statements and returns, printed.

mod folder;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ags::{Document, HouseStyle, Input};
use chrono::NaiveDate;

use crate::console::Console;
use crate::failure::Failure;
use crate::form::Form;
use crate::options::Render;
use crate::output::Output;
use crate::source::{Refused, Source};
use crate::{CLEAN, shown};

/// Prints what the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure::Usage`] for a form that we do not write;
/// - [`Failure::Work`] where the one file named is no statement or return, or cannot be drawn or written.
pub fn render(options: &Render, console: &mut Console<'_>) -> Result<u8, Failure> {
    let press =
        Press { as_at: options.as_at.unwrap_or(console.today), house: HouseStyle::from(&options.house) };
    match options.files.as_slice() {
        [file] if options.to.is_empty() && !file.is_dir() => one(file, &options.out, &press),
        _ => folder::print(options, &press, console),
    }
}

/// What every paper is printed by.
struct Press {
    /// The day of judging.
    as_at: NaiveDate,
    /// How the council presents its papers.
    house: HouseStyle,
}

impl Press {
    /// The document of a statement or a return; none of any other paper.
    fn document(&self, paper: &Input) -> Option<Document> {
        let Self { as_at, house } = self;
        match paper {
            Input::Statement(statement) => {
                Some(ags::compose_with(statement, &ags::check(statement, *as_at), house))
            }
            Input::Agar(agar) => Some(ags::compose_agar_with(agar, &ags::check_agar(agar, *as_at), house)),
            _ => None,
        }
    }
}

/// Prints one file to the files named.
fn one(file: &Path, out: &[PathBuf], press: &Press) -> Result<u8, Failure> {
    let wanted = wanted(out)?;
    let told = |unread| Failure::Work(shown::lines(&unread));
    let source = Source::read(file).map_err(told)?;
    let paper = source.paper().map_err(|refused| match refused {
        Refused::Other(_, unread) | Refused::Broken(unread) => told(unread),
    })?;
    let document = press.document(&paper).ok_or_else(|| Failure::Work(no_such_paper(&source.name)))?;
    write(&source.name, &document, wanted)?;
    Ok(CLEAN)
}

/// The files named, each with its form.
fn wanted(out: &[PathBuf]) -> Result<Vec<(Form, PathBuf)>, Failure> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = out.iter().find(|path| !seen.insert(*path)) {
        return Err(Failure::Usage(format!("{}: --out names this twice", shown::name(twice))));
    }
    out.iter().map(|path| Ok((form(path)?, path.clone()))).collect()
}

/// The form that a file's name asks for.
fn form(path: &Path) -> Result<Form, Failure> {
    let (name, forms) = (shown::name(path), Form::extensions());
    let says = "for a folder, say the forms with --to";
    Form::of(path).ok_or_else(|| {
        Failure::Usage(format!("{name}: no form we write; end its name in one of: {forms}; {says}"))
    })
}

/// Draws a document in every form that is wanted, then writes it.
fn write(name: &str, document: &Document, wanted: Vec<(Form, PathBuf)>) -> Result<(), Failure> {
    let draw = |(form, path): (Form, PathBuf)| {
        let drawn = form.draw(document).map_err(|error| {
            Failure::Work(format!("{name}: not printed as .{}: {error}", form.extension()))
        })?;
        Ok((path, drawn))
    };
    let drawn: Vec<(PathBuf, Vec<u8>)> = wanted.into_iter().map(draw).collect::<Result<_, Failure>>()?;
    Output::write_all_files(&drawn)
}

/// What is said of a paper that is neither statement nor return.
fn no_such_paper(name: &str) -> String {
    format!("{name}: this is neither a statement nor a return; only these are printed")
}
