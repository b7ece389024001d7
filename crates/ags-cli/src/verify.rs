//! `ags verify`: verifies published PDFs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use ags::report::FileError;
use ags::{Subject, english};
use ags_facade::{MAX_PDF_BYTES, Verdict, VerifiedFile};
use serde::Serialize;

use crate::console::Console;
use crate::exit_code::{CLEAN, SAVED_AGAIN, WORDS_AGREE};
use crate::failure::Failure;
use crate::in_order::in_order;
use crate::inputs::refuse_as_output;
use crate::options::{Verify, VerifyFormat};
use crate::output::Output;
use crate::summary::Summary;
use crate::walk::{Found, Walk};
use crate::{source, terminal};

/// How many files are verified before their results are written.
const CHUNK: usize = 64;

/// Verifies the files that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] if there is nothing to verify, or the result cannot be written.
pub fn verify(options: &Verify, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of_pdfs(&options.files);
    refuse_as_output(options.out.as_deref(), &walk, &[])?;
    let mut sink = Sink {
        format: options.format,
        accept: &options.accept,
        verdicts: BTreeMap::new(),
        to: Output::to(options.out.as_deref(), &mut *console.out)?,
        errors: Vec::new(),
        summary: Summary::new(&mut *console.err, walk.skipped),
    };
    sink.begin()?;
    walk.errors.into_iter().try_for_each(|error| sink.take(Err(error)))?;
    let verify = |found: &Found| verified(&found.path);
    in_order(&walk.files, CHUNK, console.terminal, verify, |result| sink.take(result))?;
    if sink.summary.is_empty() {
        return Err(Failure::Work("there is no PDF to verify".into()));
    }
    sink.finish()
}

fn verified(path: &Path) -> Result<VerifiedFile, FileError> {
    let bytes = source::bytes(path, MAX_PDF_BYTES, |bytes| {
        format!("the file has {bytes} bytes, but at most {MAX_PDF_BYTES} (64 MiB) are read")
    })?;
    ags_facade::verify(&terminal::name(path), &bytes)
        .map_err(|error| terminal::file_error(error.into_file_error()))
}

/// Writes and counts the results.
struct Sink<'a> {
    format: VerifyFormat,
    /// The verdicts that are good beside "as issued".
    accept: &'a [Verdict],
    /// How many files have each verdict.
    verdicts: BTreeMap<Verdict, usize>,
    to: Output<'a>,
    errors: Vec<FileError>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Totals {
    verified: usize,
    as_issued: usize,
    saved_again: usize,
    words_agree: usize,
    not_sound: usize,
    unreadable: usize,
}

impl Sink<'_> {
    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            VerifyFormat::Text => Ok(()),
            VerifyFormat::Json => self.to.write_all(b"{\"schema\":\"verifications/1\",\n\"verifications\":["),
        }
    }

    fn take(&mut self, result: Result<VerifiedFile, FileError>) -> io::Result<()> {
        let verified = match result {
            Ok(verified) => verified,
            Err(error) => {
                self.summary.unreadable(&terminal::lines(&error));
                self.errors.push(error);
                return Ok(());
            }
        };
        match self.format {
            VerifyFormat::Text => self.to.write_all(terminal::plain(&text(&verified)).as_bytes())?,
            VerifyFormat::Json => {
                self.to.write_all(if self.summary.done > 0 { b",\n" } else { b"\n" })?;
                serde_json::to_writer(&mut self.to, &verified)?;
            }
        }
        let verdict = verified.verification.verdict;
        *self.verdicts.entry(verdict).or_default() += 1;
        self.summary.done(verdict == Verdict::NotSound);
        Ok(())
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.get(&verdict).copied().unwrap_or_default()
    }

    /// The exit code for all files together.
    fn exit_code(&self) -> u8 {
        let unaccepted = |verdict| self.count(verdict) > 0 && !self.accept.contains(&verdict);
        match self.summary.exit_code() {
            CLEAN if unaccepted(Verdict::WordsAgree) => WORDS_AGREE,
            CLEAN if unaccepted(Verdict::SavedAgain) => SAVED_AGAIN,
            code => code,
        }
    }

    /// Ends the result, and gives the exit code.
    fn finish(mut self) -> Result<u8, Failure> {
        let code = self.exit_code();
        let [as_issued, saved_again, words_agree, not_sound] =
            Verdict::ALL.map(|verdict| self.count(verdict));
        let Summary { done: verified, unreadable, .. } = self.summary;
        match self.format {
            VerifyFormat::Text if verified + unreadable == 1 => {}
            VerifyFormat::Text => {
                writeln!(
                    self.to,
                    "{verified} files verified: {as_issued} as issued, {saved_again} saved again, \
                     {words_agree} with words that agree, {not_sound} not sound; {unreadable} not read"
                )?;
            }
            VerifyFormat::Json => {
                let errors = serde_json::to_string(&self.errors).map_err(io::Error::from)?;
                let totals = Totals { verified, as_issued, saved_again, words_agree, not_sound, unreadable };
                let totals = serde_json::to_string(&totals).map_err(io::Error::from)?;
                writeln!(self.to, "\n],\n\"errors\":{errors},\n\"totals\":{totals}}}")?;
            }
        }
        self.to.done()?;
        Ok(code)
    }
}

/// The result of one file, for people.
fn text(VerifiedFile { file, verification, .. }: &VerifiedFile) -> String {
    let mut text = match verification.differences.len() {
        0 => format!("{file}: {}\n", verification.verdict),
        1 => format!("{file}: {}, 1 difference\n", verification.verdict),
        many => format!("{file}: {}, {many} differences\n", verification.verdict),
    };
    if let Some(subject) = &verification.subject {
        let (what, done) = match subject {
            _ if verification.digest.is_none() => ("check report", "checked"),
            Subject::Agar => ("return", "checked"),
            _ => ("statement", "presented"),
        };
        let year = verification.year.map_or_else(String::new, |year| format!(" for {year}"));
        let day = verification.as_at;
        let day = day.map_or_else(String::new, |day| format!(", {done} as at {}", english::date(day)));
        let _ = writeln!(text, "  {what}{year} of {}{day}", verification.authority);
    }
    if let Some(digest) = &verification.digest {
        let _ = writeln!(text, "  SHA-256 of its data: {digest}");
    }
    let meaning = match verification.verdict {
        Verdict::AsIssued => "byte for byte what its data make",
        Verdict::SavedAgain => "another program saved it; every object in it is equal to what its data make",
        Verdict::WordsAgree => "its words are those that its data make",
        Verdict::NotSound => "",
    };
    if !meaning.is_empty() {
        let _ = writeln!(text, "  {meaning}");
    }
    for seal in &verification.seals {
        let _ = writeln!(text, "  after it was issued: {seal}");
    }
    for difference in &verification.differences {
        let _ = writeln!(text, "  {}: {difference}", difference.name());
    }
    for note in &verification.notes {
        let _ = writeln!(text, "  note: {note}");
    }
    text
}
