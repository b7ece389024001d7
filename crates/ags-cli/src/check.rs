//! `ags check`: judges files, in parallel and in order, a chunk at a time.

mod bench;

use std::io::{self, Write};
use std::path::Path;

use ags::report::{Brief, CheckedFile, Csv, FileError, Json, Junit, ReportWriter, Sarif, Tap, Totals};
use ags::waiver::WaiverSession;
use ags::{Status, Waivers, rules};
use rayon::prelude::*;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{Check, CheckFormat};
use crate::output::Output;
use crate::prior::Priors;
use crate::source::{Refused, Source};
use crate::walk::Walk;
use crate::{CLEAN, FAILED, FINDINGS, progress, shown};
use bench::{Bench, Came};

/// How many files are judged before the next are begun: their reports are held until they are written.
const CHUNK: usize = 256;

/// Judges what the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] where last year's statement or the waivers cannot be read, or the report cannot be written.
pub fn check(options: &Check, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of(&options.files);
    let single = matches!(walk.files.as_slice(), [found] if found.named) && options.files.len() == 1;
    if options.prior.is_some() && !single {
        let says = "--prior goes with one FILE; in a folder last year's is found by itself";
        return Err(Failure::Usage(says.into()));
    }
    let bench = Bench {
        as_at: options.as_at.unwrap_or(console.today),
        rules: rules::all().filter(|rule| options.preview || rule.status == Status::Stable).collect(),
        prior: options.prior.as_deref().map(last_year).transpose()?,
        priors: Priors::among(&walk.files),
        files: &walk.files,
        places: options.format != CheckFormat::Text,
        label: console.terminal.then_some(console.colour),
    };
    let waivers = options.waivers.as_deref().map(waivers).transpose()?;
    let progress = progress::bar(walk.files.len(), console.terminal);
    let mut output = Output::to(options.out.as_deref(), &mut *console.out)?;
    let mut totals = Totals::new(bench.as_at, options.min_severity.into());
    totals.skipped = walk.passed_over;
    let mut tray = Tray {
        face: face(options, single, &bench, &mut output)?,
        desk: waivers.as_ref().map(|(_, waivers)| waivers.session()),
        err: &mut *console.err,
        totals,
    };
    for unread in &walk.unread {
        tray.take(Came::FileError(unread.clone(), format!("{}\n", shown::lines(unread))))?;
    }
    let all: Vec<usize> = (0..walk.files.len()).collect();
    for chunk in all.chunks(CHUNK) {
        let judge = |index: &usize| {
            let came = bench.judge(*index);
            progress.inc(1);
            came
        };
        let came: Vec<Came> = chunk.par_iter().map(judge).collect();
        progress.suspend(|| came.into_iter().try_for_each(|one| tray.take(one)))?;
    }
    progress.finish_and_clear();
    if let (Some((source, _)), Some(desk)) = (&waivers, tray.desk.take()) {
        tray.take(bench.judged(source, desk.report(bench.as_at), Vec::new()))?;
    }
    let code = tray.end()?;
    output.done()?;
    Ok(code)
}

/// Where what came of each file is written and counted, in order.
struct Tray<'a> {
    face: Box<dyn ReportWriter + 'a>,
    desk: Option<WaiverSession<'a>>,
    err: &'a mut (dyn Write + 'a),
    totals: Totals,
}

impl Tray<'_> {
    fn take(&mut self, came: Came) -> io::Result<()> {
        match came {
            Came::CheckedFile(judged, notes) => {
                for note in &notes {
                    self.tell(&format!("note: {note}\n"));
                }
                self.judged(*judged)
            }
            Came::FileError(unread, shown) => {
                self.tell(&shown);
                self.totals.unreadable += 1;
                self.face.unread(&unread)
            }
            Came::PassedOver(note) => {
                for note in &note {
                    self.tell(&format!("note: {note}\n"));
                }
                self.totals.skipped += 1;
                Ok(())
            }
        }
    }

    fn judged(&mut self, mut judged: CheckedFile) -> io::Result<()> {
        if let Some(desk) = &mut self.desk {
            judged.report = desk.apply(judged.report);
        }
        let totals = &mut self.totals;
        totals.checked += 1;
        totals.counts += judged.report.counts();
        totals.failing += usize::from(judged.report.results.iter().any(|one| one.fails(totals.threshold)));
        self.face.judged(&judged)
    }

    /// Words on the error stream; where that is closed nobody wants them.
    fn tell(&mut self, words: &str) {
        let _ = self.err.write_all(words.as_bytes());
    }

    /// Ends the report, and gives the exit code.
    fn end(mut self) -> io::Result<u8> {
        if self.totals.checked + self.totals.unreadable == 0 {
            self.tell(
                "ags: there is nothing to check: no file holds a statement, a local code or a return\n",
            );
        }
        self.totals.exit_code = match self.totals {
            Totals { unreadable: 1.., .. } | Totals { checked: 0, .. } => FAILED,
            Totals { failing: 1.., .. } => FINDINGS,
            _ => CLEAN,
        };
        self.face.end(&self.totals)?;
        Ok(self.totals.exit_code)
    }
}

fn waivers(path: &Path) -> Result<(Source, Waivers), Failure> {
    let told = |unread: &FileError| Failure::Work(shown::lines(unread));
    let source = Source::read(path).map_err(|unread| told(&unread))?;
    let waivers =
        source.notation.read(&source.bytes, &source.name).map_err(|error| told(&source.unread(&error)))?;
    Ok((source, waivers))
}

/// Last year's statement, from a file.
///
/// # Errors
/// - [`Failure::Work`] for a file that cannot be read or holds no statement.
pub fn last_year(path: &Path) -> Result<ags::Statement, Failure> {
    let told = |unread: &FileError| Failure::Work(shown::lines(unread));
    let source = Source::read(path).map_err(|unread| told(&unread))?;
    match source.paper() {
        Ok(ags::Input::Statement(statement)) => Ok(*statement),
        Ok(_) => {
            Err(Failure::Work(format!("{}: this is no statement; --prior takes last year's", source.name)))
        }
        Err(Refused::Other(_, unread) | Refused::Broken(unread)) => Err(told(&unread)),
    }
}

fn face<'a>(
    options: &Check,
    single: bool,
    bench: &Bench<'_>,
    to: &'a mut Output<'_>,
) -> io::Result<Box<dyn ReportWriter + 'a>> {
    let threshold = options.min_severity.into();
    Ok(match options.format {
        CheckFormat::Text if single => Box::new(Whole(to)),
        CheckFormat::Text => Box::new(Brief::new(to)),
        CheckFormat::Json => Box::new(Json::new(to)?),
        CheckFormat::Junit => Box::new(Junit::new(to, bench.as_at, threshold)?),
        CheckFormat::Sarif => Box::new(Sarif::new(to, bench.as_at, bench.rules.iter().copied())?),
        CheckFormat::Tap => Box::new(Tap::new(to, threshold)?),
        CheckFormat::Csv => Box::new(Csv::new(to, bench.as_at)?),
    })
}

/// The whole report on one file, for people.
struct Whole<W>(W);

impl<W: Write> ReportWriter for Whole<W> {
    fn judged(&mut self, judged: &CheckedFile) -> io::Result<()> {
        write!(self.0, "{}", judged.report)
    }

    fn unread(&mut self, _: &FileError) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        self.0.flush()
    }
}
