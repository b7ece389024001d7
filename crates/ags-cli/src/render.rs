//! `ags render`: renders statements and returns.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ags::HouseStyle;
use ags_facade::{CheckOptions, RenderFormat};

use crate::console::Console;
use crate::exit_code::CLEAN;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::options::{Render, format_of};
use crate::renderer::{Renderer, write};
use crate::source::is_standard_input;
use crate::{render_folder, source, terminal};

/// Renders the files that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure::Usage`] for a format that is not supported;
/// - [`Failure::Work`] if the one file named is not a statement or a return, or cannot be rendered or written.
pub fn render(options: &Render, console: &mut Console<'_>) -> Result<u8, Failure> {
    let renderer = Renderer {
        options: CheckOptions::new(options.as_at.unwrap_or(console.today)),
        style: HouseStyle::from(&options.branding),
    };
    match options.files.as_slice() {
        [file] if options.to.is_empty() && !file.is_dir() => one(file, &options.out, &renderer, console),
        files if files.iter().any(|file| is_standard_input(file)) => {
            let message =
                "'-', standard input, is rendered alone and to files that --out names, without --to";
            Err(Failure::Usage(message.into()))
        }
        _ => render_folder::render(options, &renderer, console),
    }
}

/// Renders one file to the files named.
fn one(file: &Path, out: &[PathBuf], renderer: &Renderer, console: &mut Console<'_>) -> Result<u8, Failure> {
    let wanted = wanted(out)?;
    let inputs = Inputs::of([file]);
    out.iter().try_for_each(|out| inputs.refuse(out)).map_err(Failure::Usage)?;
    let read = if is_standard_input(file) {
        source::standard_input(&mut *console.input)
    } else {
        source::read(file)
    };
    let source = read.map_err(|error| Failure::Work(terminal::lines(&error)))?;
    let document = renderer.compose(&source).map_err(|error| source::failure(&error))?;
    write(&source.name, &document, wanted)?;
    Ok(CLEAN)
}

/// The files named, each with its format.
fn wanted(out: &[PathBuf]) -> Result<Vec<(RenderFormat, PathBuf)>, Failure> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = out.iter().find(|path| !seen.insert(*path)) {
        return Err(Failure::Usage(format!("{}: --out names this twice", terminal::name(twice))));
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
