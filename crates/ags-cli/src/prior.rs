//! Which of the files checked holds the statement of the year before another.

use std::collections::BTreeMap;
use std::path::Path;

use ags::{Format, Input, Statement};
use governance_model::FinancialYear;
use rayon::prelude::*;
use serde::Deserialize;

use crate::source::Source;
use crate::walk::Found;

/// The statements among the files, by authority and year: the file's place in the list for each.
pub struct Priors {
    of: Vec<Option<(String, FinancialYear)>>,
    files: BTreeMap<(String, FinancialYear), Vec<usize>>,
}

/// The statement of the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Prior {
    /// No file holds it.
    None,
    /// One file does.
    File(usize),
    /// Several do, so none is taken.
    Several(Vec<usize>),
}

#[derive(Deserialize)]
struct Beginning {
    local_code: Code,
    review: Review,
}

#[derive(Deserialize)]
struct Code {
    authority: Authority,
}

#[derive(Deserialize)]
struct Authority {
    name: String,
}

#[derive(Deserialize)]
struct Review {
    year: FinancialYear,
}

impl Priors {
    /// Looks whose statement each file holds and for which year; a single file has none beside it.
    pub fn among(files: &[Found]) -> Self {
        let of: Vec<_> = match files {
            [_] => vec![None],
            files => files.par_iter().map(|found| whose(&found.path)).collect(),
        };
        let mut by = BTreeMap::<_, Vec<usize>>::new();
        for (index, one) in of.iter().enumerate() {
            if let Some(one) = one {
                by.entry(one.clone()).or_default().push(index);
            }
        }
        Self { of, files: by }
    }

    /// The statement of the year before that in a file.
    pub fn of(&self, index: usize) -> Prior {
        let before = || {
            let (authority, year) = self.of.get(index)?.as_ref()?;
            self.files.get(&(authority.clone(), year.previous().ok()?))
        };
        match before().map(Vec::as_slice) {
            None | Some([]) => Prior::None,
            Some([one]) => Prior::File(*one),
            Some(several) => Prior::Several(several.to_vec()),
        }
    }
}

fn whose(path: &Path) -> Option<(String, FinancialYear)> {
    let source = Source::read(path).ok()?;
    let beginning: Beginning = match source.notation {
        Format::Json => serde_json::from_slice(&source.bytes).ok()?,
        Format::Toml => toml::from_slice(&source.bytes).ok()?,
    };
    Some((beginning.local_code.authority.name, beginning.review.year))
}

/// The statement in a file; none where it holds none, which is told where the file itself is judged.
pub fn statement(path: &Path) -> Option<Statement> {
    match Source::read(path).ok()?.paper().ok()? {
        Input::Statement(statement) => Some(*statement),
        _ => None,
    }
}
