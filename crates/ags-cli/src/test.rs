//! `ags test`: cases run, each with the answers it expects.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ags::report::{FileError, Junit, Tap};
use ags::test_case::Verdict;
use ags::{Severity, TestCases};

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{Test, TestFormat};
use crate::output::Output;
use crate::source::Source;
use crate::walk::{Found, Walk};
use crate::{CLEAN, FAILED, FINDINGS, shown};

/// The forms of the result.
enum Form<W> {
    Text(W),
    Tap(Tap<W>),
    Junit(Junit<W>),
}

/// Runs the cases that the command line names, and gives the exit code.
///
/// # Errors
/// - [`Failure`] where there are no cases, or the result cannot be written.
pub fn test(options: &Test, console: &mut Console<'_>) -> Result<u8, Failure> {
    let walk = Walk::of(&options.files);
    let files = walk.files.iter().filter(|found| found.named || ends_in_toml(&found.path));
    let Console { out, err, today, .. } = console;
    let mut output = Output::to(None, &mut **out)?;
    let mut form = Form::new(options.format, &mut output, *today)?;
    let (mut cases, mut wrong, mut unread) = (0, 0, walk.unread.clone());
    for found in files {
        match verdicts(found) {
            Ok(None) => {}
            Ok(Some((name, verdicts))) => {
                cases += verdicts.len();
                wrong += verdicts.iter().filter(|verdict| !verdict.is_as_expected()).count();
                form.verdicts(&name, &verdicts)?;
            }
            Err(one) => unread.push(one),
        }
    }
    for one in &unread {
        let _ = writeln!(err, "{}", shown::lines(one));
        form.unread(one)?;
    }
    if cases + unread.len() == 0 {
        return Err(Failure::Work("there are no cases in what was named".into()));
    }
    form.end(cases, wrong)?;
    output.done()?;
    Ok(if !unread.is_empty() {
        FAILED
    } else if wrong > 0 {
        FINDINGS
    } else {
        CLEAN
    })
}

fn ends_in_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The cases of a file, run; papers they name are looked for beside it. Nothing for a paper that a walk came
/// upon, which is there for cases to begin with.
fn verdicts(found: &Found) -> Result<Option<(String, Vec<Verdict>)>, FileError> {
    let path = &found.path;
    let source = Source::read(path)?;
    if !found.named && source.paper().is_ok() {
        return Ok(None);
    }
    let cases = TestCases::read(&source.bytes, &source.name).map_err(|error| source.unread(&error))?;
    let beside = |name: &str| {
        let path: PathBuf = path.parent().unwrap_or(Path::new("")).join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", shown::name(&path)))
    };
    let verdicts = cases.run(&beside);
    Ok(Some((source.name, verdicts)))
}

impl<W: Write> Form<W> {
    fn new(format: TestFormat, to: W, today: chrono::NaiveDate) -> io::Result<Self> {
        Ok(match format {
            TestFormat::Text => Self::Text(to),
            TestFormat::Tap => Self::Tap(Tap::new(to, Severity::Advisory)?),
            TestFormat::Junit => Self::Junit(Junit::new(to, today, Severity::Advisory)?),
        })
    }

    fn verdicts(&mut self, file: &str, verdicts: &[Verdict]) -> io::Result<()> {
        match self {
            Self::Text(to) => verdicts
                .iter()
                .filter(|verdict| !verdict.is_as_expected())
                .try_for_each(|verdict| writeln!(to, "{file}: {}", shown::plain(&verdict.to_string()))),
            Self::Tap(tap) => tap.verdicts(file, verdicts),
            Self::Junit(junit) => junit.verdicts(file, verdicts),
        }
    }

    fn unread(&mut self, unread: &FileError) -> io::Result<()> {
        use ags::report::ReportWriter as _;
        match self {
            Self::Text(_) => Ok(()),
            Self::Tap(tap) => tap.unread(unread),
            Self::Junit(junit) => junit.unread(unread),
        }
    }

    fn end(&mut self, cases: usize, wrong: usize) -> io::Result<()> {
        match self {
            Self::Text(to) => writeln!(to, "{cases} cases, {wrong} not as expected"),
            Self::Tap(tap) => tap.finish(),
            Self::Junit(junit) => junit.finish(),
        }
    }
}
