//! `ags check`: judges files, in parallel and in order, a chunk at a time.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ags::report::{Brief, Csv, Face, Json, Judged, Junit, Sarif, Tap, Totals, Unread};
use ags::waiver::Desk;
use ags::{Outcome, Report, Rule, Statement, Waivers, rules};
use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{Check, CheckFormat};
use crate::output::Output;
use crate::prior::{self, Prior, Priors};
use crate::source::{Refused, Source};
use crate::walk::{Found, Walk};
use crate::{CLEAN, FAILED, FINDINGS, place, shown};

/// How many files are judged before the next are begun: their reports are held until they are written.
const CHUNK: usize = 256;

/// What came of one file.
enum Came {
    /// It was judged; the notes are about how.
    Judged(Box<Judged>, Vec<String>),
    /// It was not, and that is shown so.
    Unread(Unread, String),
    /// It holds something else.
    PassedOver(Vec<String>),
}

/// Judges what the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] where last year's statement cannot be read, there is nothing to judge, or the report cannot be
///   written.
pub fn check(options: &Check, console: &mut Console<'_>) -> Result<u8, Failure> {
    let as_at = options.as_at.unwrap_or(console.today);
    let walk = Walk::of(&options.files);
    let single = matches!(walk.files.as_slice(), [found] if found.named) && options.files.len() == 1;
    if options.prior.is_some() && !single {
        return Err(Failure::Usage(
            "--prior goes with one FILE; in a folder last year's is found by itself".into(),
        ));
    }
    let bench = Bench {
        as_at,
        rules: rules::all().filter(|rule| options.preview || rule.status == ags::Status::Stable).collect(),
        prior: options.prior.as_deref().map(last_year).transpose()?,
        priors: Priors::among(&walk.files),
        files: &walk.files,
        places: options.format != CheckFormat::Text,
        label: console.terminal.then_some(console.colour),
    };
    let waivers = options.waivers.as_deref().map(waivers).transpose()?;
    let mut desk = waivers.as_ref().map(|(_, waivers)| waivers.desk());
    let progress = progress(walk.files.len(), console.terminal);
    let Console { out, err, .. } = console;
    let mut output = Output::to(options.out.as_deref(), &mut **out)?;
    let mut totals = Totals::new(as_at, options.min_severity.into());
    totals.passed_over = walk.passed_over;
    let mut face = face(options, single, &bench, &mut output)?;
    for unread in &walk.unread {
        tell(*err, &format!("{}\n", shown::lines(unread)));
        totals.unread += 1;
        face.unread(unread)?;
    }
    let all: Vec<usize> = (0..walk.files.len()).collect();
    for chunk in all.chunks(CHUNK) {
        let came: Vec<Came> = chunk
            .par_iter()
            .map(|index| {
                let came = bench.judge(*index);
                progress.inc(1);
                came
            })
            .collect();
        progress.suspend(|| {
            came.into_iter()
                .try_for_each(|one| write(waived(one, desk.as_mut()), face.as_mut(), &mut totals, *err))
        })?;
    }
    progress.finish_and_clear();
    if totals.judged + totals.unread == 0 {
        return Err(Failure::Work(
            "there is nothing to check: no file holds a statement or a local code".into(),
        ));
    }
    if let (Some((source, _)), Some(desk)) = (&waivers, &desk) {
        let came = bench.judged(source, desk.report(as_at), Vec::new());
        write(came, face.as_mut(), &mut totals, *err)?;
    }
    totals.exit_code = match totals {
        Totals { unread: 1.., .. } => FAILED,
        Totals { failing: 1.., .. } => FINDINGS,
        _ => CLEAN,
    };
    face.end(&totals)?;
    drop(face);
    output.done()?;
    Ok(totals.exit_code)
}

/// Writes what came of one file, and counts it.
fn write(came: Came, face: &mut dyn Face, totals: &mut Totals, err: &mut dyn Write) -> io::Result<()> {
    match came {
        Came::Judged(judged, notes) => {
            notes.iter().for_each(|note| tell(err, &format!("note: {note}\n")));
            totals.judged += 1;
            totals.counts += judged.report.counts();
            totals.failing +=
                usize::from(judged.report.results.iter().any(|one| one.fails(totals.threshold)));
            face.judged(&judged)
        }
        Came::Unread(unread, shown) => {
            tell(err, &shown);
            totals.unread += 1;
            face.unread(&unread)
        }
        Came::PassedOver(notes) => {
            notes.iter().for_each(|note| tell(err, &format!("note: {note}\n")));
            totals.passed_over += 1;
            Ok(())
        }
    }
}

/// Words on the error stream; where that is closed nobody wants them.
fn tell(err: &mut dyn Write, words: &str) {
    let _ = err.write_all(words.as_bytes());
}

/// What every file is judged by.
struct Bench<'a> {
    as_at: NaiveDate,
    rules: Vec<&'static Rule>,
    /// Last year's statement, where the command line names it.
    prior: Option<Statement>,
    priors: Priors,
    files: &'a [Found],
    /// Whether the positions of places are wanted.
    places: bool,
    /// Whether errors are shown in their file, and if so whether in colour.
    label: Option<bool>,
}

impl Bench<'_> {
    fn judge(&self, index: usize) -> Came {
        let Some(found) = self.files.get(index) else { return Came::PassedOver(Vec::new()) };
        let source = match Source::read(&found.path) {
            Ok(source) => source,
            Err(unread) => {
                let shown = format!("{}\n", shown::lines(&unread));
                return Came::Unread(unread, shown);
            }
        };
        let paper = match source.paper() {
            Ok(paper) => paper,
            Err(Refused::Other(Some(_), _)) if !found.named => return Came::PassedOver(Vec::new()),
            Err(Refused::Other(None, _)) if !found.named => {
                return Came::PassedOver(vec![format!(
                    "{}: passed over, for it is no document we know",
                    source.name
                )]);
            }
            Err(Refused::Other(_, unread) | Refused::Broken(unread)) => return self.unread(unread, &source),
        };
        let (beside, notes) = self.last_years(index, &source.name);
        let report =
            paper.check(self.prior.as_ref().or(beside.as_ref()), self.as_at, self.rules.iter().copied());
        self.judged(&source, report, notes)
    }

    /// What was judged, with the positions of the places its report names.
    fn judged(&self, source: &Source, report: Report, notes: Vec<String>) -> Came {
        let positions = match self.places {
            true => place::positions(&source.text(), source.notation, pointers(&report)),
            false => BTreeMap::new(),
        };
        Came::Judged(Box::new(Judged { file: source.name.clone(), report, positions }), notes)
    }

    fn unread(&self, unread: Unread, source: &Source) -> Came {
        let shown = match self.label {
            Some(colour) => shown::labelled(&unread, &source.text(), colour),
            None => format!("{}\n", shown::lines(&unread)),
        };
        Came::Unread(unread, shown)
    }

    /// Last year's statement among the files, and a note where several are.
    fn last_years(&self, index: usize, name: &str) -> (Option<Statement>, Vec<String>) {
        let path = |index: &usize| self.files.get(*index).map(|found| found.path.as_path());
        match self.priors.of(index) {
            Prior::None => (None, Vec::new()),
            Prior::File(index) => (path(&index).and_then(prior::statement), Vec::new()),
            Prior::Several(several) => {
                let names: Vec<String> = several.iter().filter_map(path).map(shown::name).collect();
                let names = names.join(", ");
                let note = format!(
                    "{name}: none of several statements of the year before is held beside it: {names}"
                );
                (None, vec![note])
            }
        }
    }
}

/// Every place a report names.
fn pointers(report: &Report) -> impl Iterator<Item = &str> {
    report
        .results
        .iter()
        .filter(|one| one.outcome != Outcome::Met)
        .flat_map(|one| one.said())
        .filter_map(|said| said.at)
}

/// What came of a file, with the findings marked that waivers are for.
fn waived(came: Came, desk: Option<&mut Desk<'_>>) -> Came {
    match (came, desk) {
        (Came::Judged(mut judged, notes), Some(desk)) => {
            judged.report = desk.apply(judged.report);
            Came::Judged(judged, notes)
        }
        (came, _) => came,
    }
}

fn waivers(path: &Path) -> Result<(Source, Waivers), Failure> {
    let told = |unread: &Unread| Failure::Work(shown::lines(unread));
    let source = Source::read(path).map_err(|unread| told(&unread))?;
    let waivers =
        source.notation.read(&source.bytes, &source.name).map_err(|error| told(&source.unread(&error)))?;
    Ok((source, waivers))
}

fn last_year(path: &Path) -> Result<Statement, Failure> {
    let told = |unread: &Unread| Failure::Work(shown::lines(unread));
    let source = Source::read(path).map_err(|unread| told(&unread))?;
    match source.paper() {
        Ok(ags::Paper::Statement(statement)) => Ok(*statement),
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
) -> io::Result<Box<dyn Face + 'a>> {
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

impl<W: Write> Face for Whole<W> {
    fn judged(&mut self, judged: &Judged) -> io::Result<()> {
        write!(self.0, "{}", judged.report)
    }

    fn unread(&mut self, _: &Unread) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        self.0.flush()
    }
}

/// A bar on a terminal, where there is more than one file; nothing elsewhere.
fn progress(files: usize, terminal: bool) -> ProgressBar {
    let seen = terminal && files > 1 && io::stderr().is_terminal();
    let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} files") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
