//! `ags check`: checks files.

use std::io::{self, Write};
use std::path::Path;

use ags::report::{
    Brief, CheckedFile, Counts, Csv, FileError, Json, Junit, ReportWriter, Sarif, Tap, Totals,
};
use ags::waiver::WaiverSession;
use ags::{HouseStyle, Severity, Waivers};
use ags_facade::{CheckOptions, Source};

use crate::check_papers::{OnePaper, PaperStyle, PapersInFolder, refuse_terminal};
use crate::checker::{Checker, FileOutcome};
use crate::console::Console;
use crate::failure::Failure;
use crate::in_order::in_order;
use crate::inputs::refuse_as_output;
use crate::options::{Check, CheckFormat};
use crate::output::Output;
use crate::priors::Priors;
use crate::source::{is_standard_input, refuse_standard_input};
use crate::summary::Summary;
use crate::walk::{Found, Walk};
use crate::{source, terminal, waiver_notes};

/// How many files are checked before their reports are written.
const CHUNK: usize = 256;

/// Checks the files that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] if last year's statement, the approved version or the waivers cannot be read, or the report cannot be written.
pub fn check(options: &Check, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of(&options.files);
    let single = matches!(walk.files.as_slice(), [found] if found.named) && options.files.len() == 1;
    if options.prior.is_some() && !single {
        let message = "--prior goes with one FILE; in a folder last year's statement is found by itself";
        return Err(Failure::Usage(message.into()));
    }
    if let Some(approved) = &options.approved {
        if !single {
            return Err(Failure::Usage("--approved goes with one FILE".into()));
        }
        if is_standard_input(approved) {
            return Err(Failure::Usage(
                "--approved takes a file; only FILE can be '-', standard input".into(),
            ));
        }
        refuse_as_output(options.out.as_deref(), &walk, &[&options.approved])?;
    }
    let from_input = options.files.iter().any(|file| is_standard_input(file));
    if from_input && !single {
        return Err(Failure::Usage(
            "'-', standard input, goes alone; name files and folders without it".into(),
        ));
    }
    refuse_standard_input(&[("--prior", &options.prior), ("--waivers", &options.waivers)])?;
    refuse_as_output(options.out.as_deref(), &walk, &[&options.prior, &options.waivers])?;
    let is_paper = matches!(options.format, CheckFormat::Paper(_));
    if let (CheckFormat::Paper(format), None, true) =
        (options.format, &options.out, single && console.out_terminal)
    {
        refuse_terminal(format)?;
    }
    let out = options.out.as_deref().filter(|_| single || !is_paper);
    let mut output = Output::to(out, &mut *console.out)?;
    let checker = Checker {
        options: CheckOptions {
            as_at: options.as_at.unwrap_or(console.today),
            preview: options.preview,
            positions: single || options.format != CheckFormat::Text,
            prior: options.prior.as_deref().map(source::prior).transpose()?,
            approved: options.approved.as_deref().map(source::prior).transpose()?,
            waivers: None,
        },
        priors: Priors::among(&walk.files),
        files: &walk.files,
        standard_input: from_input.then(|| source::standard_input(&mut *console.input)),
        label: console.terminal.then_some(console.colour),
    };
    let waivers = options.waivers.as_deref().map(waivers).transpose()?;
    let mut sink = Sink {
        writer: writer(options, single, &walk.files, &checker.options, &mut output)?,
        session: waivers.as_ref().map(|(_, waivers)| waivers.session()),
        summary: Summary::new(&mut *console.err, walk.skipped),
        counts: Counts::default(),
        threshold: options.min_severity,
    };
    for error in &walk.errors {
        sink.take(FileOutcome::Error(error.clone(), terminal::lines(error)))?;
    }
    let indices: Vec<usize> = (0..walk.files.len()).collect();
    let check = |index: &usize| checker.check(*index);
    in_order(&indices, CHUNK, console.terminal, check, |outcome| sink.take(outcome))?;
    if let (Some((source, _)), Some(session)) = (&waivers, sink.session.take()) {
        let located = source.locate(session.report(checker.options.as_at));
        if is_paper {
            sink.noted(&located);
        } else {
            sink.checked(located)?;
        }
    }
    let code = sink.finish(&checker.options)?;
    output.done()?;
    Ok(code)
}

/// Writes and counts the results.
struct Sink<'a> {
    writer: Box<dyn ReportWriter + 'a>,
    session: Option<WaiverSession<'a>>,
    summary: Summary<'a>,
    counts: Counts,
    threshold: Severity,
}

impl Sink<'_> {
    fn take(&mut self, outcome: FileOutcome) -> io::Result<()> {
        match outcome {
            FileOutcome::Checked(checked, note) => {
                if let Some(note) = note {
                    self.summary.note(&note);
                }
                self.checked(*checked)
            }
            FileOutcome::Error(error, lines) => {
                self.summary.unreadable(&lines);
                self.writer.file_error(&error)
            }
            FileOutcome::Skipped(note) => {
                self.summary.skipped(note.as_deref());
                Ok(())
            }
        }
    }

    /// Notes and counts what is not met by the waivers, which have no paper of their own.
    fn noted(&mut self, checked: &CheckedFile) {
        for note in waiver_notes::notes(checked) {
            self.summary.note(&note);
        }
        self.counts += checked.report.counts();
        self.summary.done(checked.report.results.iter().any(|result| result.fails(self.threshold)));
    }

    fn checked(&mut self, mut checked: CheckedFile) -> io::Result<()> {
        if let Some(session) = &mut self.session {
            checked.report = session.apply(checked.report);
        }
        self.counts += checked.report.counts();
        self.summary.done(checked.report.results.iter().any(|result| result.fails(self.threshold)));
        self.writer.checked(&checked)
    }

    /// Ends the report, and gives the exit code.
    fn finish(mut self, options: &CheckOptions<'_>) -> io::Result<u8> {
        if self.summary.is_empty() {
            let message =
                "ags: there is nothing to check: no file holds a statement, a local code or a return";
            self.summary.line(message);
        }
        self.writer.finish(&Totals {
            checked: self.summary.done,
            failing: self.summary.failing,
            unreadable: self.summary.unreadable,
            skipped: self.summary.skipped,
            counts: self.counts,
            ..Totals::new(options.as_at, self.threshold)
        })?;
        Ok(self.summary.exit_code())
    }
}

fn waivers(path: &Path) -> Result<(Source<'static>, Waivers), Failure> {
    let source = source::read(path).map_err(|error| Failure::Work(terminal::lines(&error)))?;
    let waivers = source.read().map_err(|error| source::failure(&error))?;
    Ok((source, waivers))
}

fn writer<'a>(
    options: &'a Check,
    single: bool,
    files: &'a [Found],
    check: &CheckOptions<'_>,
    to: &'a mut Output<'_>,
) -> Result<Box<dyn ReportWriter + 'a>, Failure> {
    let threshold = options.min_severity;
    Ok(match options.format {
        CheckFormat::Text if single => Box::new(FullText(to)),
        CheckFormat::Text => Box::new(Brief::new(to)),
        CheckFormat::Json => Box::new(Json::new(to)?),
        CheckFormat::Junit => Box::new(Junit::new(to, check.as_at, threshold)?),
        CheckFormat::Sarif => {
            Box::new(Sarif::new(to, check.as_at, ags_facade::checking_rules(check.preview))?)
        }
        CheckFormat::Tap => Box::new(Tap::new(to, threshold)?),
        CheckFormat::Csv => Box::new(Csv::new(to, check.as_at)?),
        CheckFormat::Paper(format) => {
            let style = PaperStyle { format, house: HouseStyle::from(&options.branding) };
            if single {
                Box::new(OnePaper { style, to })
            } else {
                Box::new(PapersInFolder::new(style, options.out.as_deref(), files, to)?)
            }
        }
    })
}

/// The full report on one file, for people.
struct FullText<W>(W);

impl<W: Write> ReportWriter for FullText<W> {
    fn checked(&mut self, checked: &CheckedFile) -> io::Result<()> {
        write!(self.0, "{}", checked.report.text(&checked.places()))
    }

    fn file_error(&mut self, _: &FileError) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: &Totals) -> io::Result<()> {
        self.0.flush()
    }
}
