//! What files are judged by, and what comes of one.

use std::collections::BTreeMap;

use ags::report::messages;
use ags::report::{CheckedFile, FileError};
use ags::{Outcome, Report, Rule, Statement};
use chrono::NaiveDate;

use crate::prior::{self, Prior, Priors};
use crate::source::{Refused, Source};
use crate::walk::Found;
use crate::{place, shown};

/// What came of one file.
pub enum Came {
    /// It was judged; the notes are about how.
    CheckedFile(Box<CheckedFile>, Vec<String>),
    /// It was not, and that is shown so.
    FileError(FileError, String),
    /// It holds something else.
    PassedOver(Vec<String>),
}

/// What every file is judged by.
pub struct Bench<'a> {
    /// The day of judging.
    pub as_at: NaiveDate,
    /// The rules asked.
    pub rules: Vec<&'static Rule>,
    /// Last year's statement, where the command line names it.
    pub prior: Option<Statement>,
    /// Last year's statements among the files.
    pub priors: Priors,
    /// The files.
    pub files: &'a [Found],
    /// Whether the positions of places are wanted.
    pub places: bool,
    /// Whether errors are shown in their file, and if so whether in colour.
    pub label: Option<bool>,
}

impl Bench<'_> {
    /// Reads a file and judges it.
    pub fn judge(&self, index: usize) -> Came {
        let Some(found) = self.files.get(index) else { return Came::PassedOver(Vec::new()) };
        let source = match Source::read(&found.path) {
            Ok(source) => source,
            Err(unread) => {
                let shown = format!("{}\n", shown::lines(&unread));
                return Came::FileError(unread, shown);
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
    pub fn judged(&self, source: &Source, report: Report, notes: Vec<String>) -> Came {
        let positions = if self.places {
            place::positions(&source.text(), source.notation, pointers(&report))
        } else {
            BTreeMap::new()
        };
        Came::CheckedFile(Box::new(CheckedFile { file: source.name.clone(), report, positions }), notes)
    }

    fn unread(&self, unread: FileError, source: &Source) -> Came {
        let shown = match self.label {
            Some(colour) => shown::labelled(&unread, &source.text(), colour),
            None => format!("{}\n", shown::lines(&unread)),
        };
        Came::FileError(unread, shown)
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
        .flat_map(messages)
        .filter_map(|said| said.pointer)
}
