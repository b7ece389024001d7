//! `ags render`: renders statements and returns.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ags::Input;
use ags_facade::{CheckOptions, Checked, RenderFormat, RenderOptions, Source};

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::options::{Render, format_of};
use crate::output::Output;
use crate::source::{is_standard_input, refuse_standard_input};
use crate::{render_folder, renderer, source, terminal, waiver_notes};

/// Renders the files that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure::Usage`] for a format that is not supported, and for an option that has no use;
/// - [`Failure::Work`] if the one file named is not a statement or a return, or cannot be rendered or written.
pub fn render(options: &Render, console: &mut Console<'_>) -> Result<u8, Failure> {
    refuse_standard_input(&[("--prior", &options.prior), ("--waivers", &options.waivers)])?;
    let presentation = options.presentation(console.today);
    match options.files.as_slice() {
        [file] if options.to.is_empty() && !file.is_dir() => {
            let waivers = options.waivers.as_deref().map(source::read).transpose();
            let waivers = waivers.map_err(|error| Failure::Work(terminal::lines(&error)))?;
            one(file, options, &RenderOptions { presentation, waivers }, console)
        }
        files if files.iter().any(|file| is_standard_input(file)) => {
            let message =
                "'-', standard input, is rendered alone and to files that --out names, without --to";
            Err(Failure::Usage(message.into()))
        }
        _ => {
            refuse_for_several(options)?;
            render_folder::render(options, &RenderOptions { presentation, waivers: None }, console)
        }
    }
}

/// Refuses the options that go with one FILE.
fn refuse_for_several(options: &Render) -> Result<(), Failure> {
    let given = [("--report", &options.report), ("--prior", &options.prior), ("--waivers", &options.waivers)];
    match given.iter().find(|(_, path)| path.is_some()) {
        Some((option, _)) => Err(Failure::Usage(format!(
            "{option} goes with one FILE; the check reports on many files are written by ags check with --format pdf"
        ))),
        None => Ok(()),
    }
}

/// Refuses the options that have no use for what the file holds.
fn refuse_unused(input: &Input, options: &Render) -> Result<(), Failure> {
    let message = match input {
        Input::Statement(_) if options.report.is_some() => return Ok(()),
        Input::Statement(_) if options.prior.is_some() || options.waivers.is_some() => {
            "a statement is rendered without a check; --prior and --waivers are for the check report, which --report \
             FILE writes beside it"
        }
        Input::Agar(_) if options.prior.is_some() => {
            "a return is not compared with last year's; leave out --prior"
        }
        Input::Agar(_) if options.presentation.is_given() => {
            "--annex, --order, --signature-fields and --verify-at are for statements; this is a return, of which the \
             worksheet for its form is rendered"
        }
        _ => return Ok(()),
    };
    Err(Failure::Usage(message.into()))
}

/// Renders one file to the files named, with the report of its check if one is named.
fn one(
    file: &Path,
    options: &Render,
    how: &RenderOptions<'_>,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    let mut named = options.out.clone();
    named.extend(options.report.clone());
    let mut wanted = wanted(&named)?;
    let report = options.report.is_some().then(|| wanted.pop()).flatten();
    let others = [&options.prior, &options.waivers].into_iter().filter_map(|path| path.as_deref());
    let inputs = Inputs::of(std::iter::once(file).chain(others));
    named.iter().try_for_each(|out| inputs.refuse(out)).map_err(Failure::Usage)?;
    let read = if is_standard_input(file) {
        source::standard_input(&mut *console.input)
    } else {
        source::read(file)
    };
    let source = read.map_err(|error| Failure::Work(terminal::lines(&error)))?;
    refuse_unused(&source.input().map_err(|error| source::failure(&error))?, options)?;
    let document = ags_facade::compose(&source, how).map_err(|error| source::failure(&error))?;
    let mut files = renderer::render(&source.name, &document, wanted)?;
    if report.is_some() || how.waivers.is_some() {
        let Checked { document: checked, waivers } = check(&source, options, how)?;
        if let Some((format, path)) = report {
            let paper = ags_facade::render_report(&checked, &how.presentation.house, format);
            files.push((path, paper.map_err(|error| source::failure(&error))?));
        }
        for note in waivers.iter().flat_map(waiver_notes::notes) {
            writeln!(console.err, "note: {note}")?;
        }
    }
    Output::write_all_files(&files)?;
    Ok(CLEAN)
}

fn check(source: &Source<'_>, options: &Render, how: &RenderOptions<'_>) -> Result<Checked, Failure> {
    let check = CheckOptions {
        positions: true,
        prior: options.prior.as_deref().map(source::prior).transpose()?,
        waivers: how.waivers.clone(),
        ..CheckOptions::new(how.presentation.as_at)
    };
    ags_facade::check(source, &check).map_err(|error| source::failure(&error))
}

/// The files to write, each with its format.
fn wanted(out: &[PathBuf]) -> Result<Vec<(RenderFormat, PathBuf)>, Failure> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = out.iter().find(|path| !seen.insert(*path)) {
        return Err(Failure::Usage(format!(
            "{}: this is named twice as a file to write",
            terminal::name(twice)
        )));
    }
    out.iter().map(|path| Ok((format(path)?, path.clone()))).collect()
}

/// The format that the name of a file asks for.
fn format(path: &Path) -> Result<RenderFormat, Failure> {
    format_of(path).ok_or_else(|| {
        let extensions = RenderFormat::ALL.iter().flat_map(|format| format.extensions());
        let extensions: Vec<String> = extensions.map(|extension| format!(".{extension}")).collect();
        Failure::Usage(format!(
            "{}: not a supported format; end its name in one of: {}; for a folder, give the formats with --to",
            terminal::name(path),
            extensions.join(", ")
        ))
    })
}
