//! `ags verify`: published PDFs, verified by nothing but themselves.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use ags::report::FileError;
use ags::{Statement, english};
use rayon::prelude::*;
use serde::Serialize;
use verify::Verification;

use crate::check::last_year;
use crate::console::Console;
use crate::failure::Failure;
use crate::options::{Verify, VerifyFormat};
use crate::output::Output;
use crate::source::whole;
use crate::walk::Walk;
use crate::{CLEAN, FAILED, FINDINGS, shown};

/// How many files are verified before the next are begun.
const CHUNK: usize = 64;

/// Verifies the files that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] where last year's statement cannot be read, nothing is there to verify, or the result cannot be written.
pub fn verify(options: &Verify, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of_pdfs(&options.files);
    if options.prior.is_some() && (walk.files.len() != 1 || options.files.len() != 1) {
        return Err(Failure::Usage("--prior goes with one FILE".into()));
    }
    let prior = options.prior.as_deref().map(last_year).transpose()?;
    let mut tray = Tray {
        format: options.format,
        to: Output::to(options.out.as_deref(), &mut *console.out)?,
        verified: 0,
        unsound: 0,
        unread: Vec::new(),
    };
    tray.begin()?;
    for unread in walk.unread {
        tray.unread(unread, &mut *console.err);
    }
    for chunk in walk.files.chunks(CHUNK) {
        let came: Vec<_> = chunk.par_iter().map(|found| verified(&found.path, prior.as_ref())).collect();
        for (found, came) in chunk.iter().zip(came) {
            match came {
                Ok(verification) => tray.take(&shown::name(&found.path), &verification)?,
                Err(unread) => tray.unread(unread, &mut *console.err),
            }
        }
    }
    if tray.verified + tray.unread.len() == 0 {
        return Err(Failure::Work("there is no PDF in what was named".into()));
    }
    tray.end()
}

fn verified(path: &Path, prior: Option<&Statement>) -> Result<Verification, FileError> {
    let name = shown::name(path);
    let unreadable = |error: io::Error| whole(&name, &error.to_string());
    let length = fs::metadata(path).map_err(unreadable)?.len();
    let bytes = usize::try_from(length).unwrap_or(usize::MAX);
    if bytes > verify::MAX_BYTES {
        return Err(whole(&name, &verify::ReadError::TooLarge { bytes }.to_string()));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    verify::verify(&bytes, prior).map_err(|error| whole(&name, &error.to_string()))
}

/// Where what came of each file is written and counted, in order.
struct Tray<'a> {
    format: VerifyFormat,
    to: Output<'a>,
    verified: usize,
    unsound: usize,
    unread: Vec<FileError>,
}

/// What came of one file, for a program.
#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    sound: bool,
    #[serde(flatten)]
    verification: &'a Verification,
}

#[derive(Serialize)]
struct Totals {
    verified: usize,
    unsound: usize,
    unread: usize,
    exit_code: u8,
}

impl Tray<'_> {
    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            VerifyFormat::Text => Ok(()),
            VerifyFormat::Json => self.to.write_all(b"{\"schema\":\"verifications/1\",\n\"verifications\":["),
        }
    }

    fn take(&mut self, file: &str, verification: &Verification) -> io::Result<()> {
        let sound = verification.is_sound();
        match self.format {
            VerifyFormat::Text => self.to.write_all(shown::plain(&told(file, verification)).as_bytes())?,
            VerifyFormat::Json => {
                self.to.write_all(if self.verified > 0 { b",\n" } else { b"\n" })?;
                serde_json::to_writer(&mut self.to, &Entry { file, sound, verification })?;
            }
        }
        self.verified += 1;
        self.unsound += usize::from(!sound);
        Ok(())
    }

    /// Notes a file that cannot be read; where the error stream is closed nobody wants its words.
    fn unread(&mut self, unread: FileError, err: &mut dyn Write) {
        let _ = writeln!(err, "{}", shown::lines(&unread));
        self.unread.push(unread);
    }

    /// Ends the result, and gives the exit code.
    fn end(mut self) -> Result<u8, Failure> {
        let exit_code = match (self.unread.len(), self.unsound) {
            (1.., _) => FAILED,
            (0, 1..) => FINDINGS,
            (0, 0) => CLEAN,
        };
        let Self { verified, unsound, .. } = self;
        match self.format {
            VerifyFormat::Text if verified + self.unread.len() == 1 => {}
            VerifyFormat::Text => {
                let unread = self.unread.len();
                writeln!(self.to, "{verified} files verified, {unsound} not sound, {unread} not read")?;
            }
            VerifyFormat::Json => {
                let errors = serde_json::to_string(&self.unread).map_err(io::Error::from)?;
                let totals = Totals { verified, unsound, unread: self.unread.len(), exit_code };
                let totals = serde_json::to_string(&totals).map_err(io::Error::from)?;
                writeln!(self.to, "\n],\n\"errors\":{errors},\n\"totals\":{totals}}}")?;
            }
        }
        self.to.done()?;
        Ok(exit_code)
    }
}

/// What came of one file, for people.
fn told(file: &str, verification: &Verification) -> String {
    let Verification { subject, authority, year, as_at, digest, exact, differences, notes } = verification;
    let mut told = match differences.len() {
        0 => format!("{file}: sound\n"),
        1 => format!("{file}: not sound, 1 difference\n"),
        many => format!("{file}: not sound, {many} differences\n"),
    };
    if let Some(subject) = subject {
        let what = if *subject == ags::Subject::Agar { "return" } else { "statement" };
        let year = year.map_or_else(String::new, |year| format!(" for {year}"));
        let checked = as_at.map_or_else(String::new, |day| format!(", checked as at {}", english::date(day)));
        let _ = writeln!(told, "  {what}{year} of {authority}{checked}");
    }
    if let Some(digest) = digest {
        let _ = writeln!(told, "  SHA-256 of its data: {digest}");
    }
    if *exact && differences.is_empty() {
        told.push_str("  byte for byte what its data make\n");
    } else if differences.is_empty() {
        told.push_str("  pages, data and answers agree\n");
    }
    for difference in differences {
        let _ = writeln!(told, "  {}: {difference}", difference.name());
    }
    for note in notes {
        let _ = writeln!(told, "  note: {note}");
    }
    told
}
