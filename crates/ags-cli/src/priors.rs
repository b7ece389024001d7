//! Finds last year's statement among the files.

use std::collections::BTreeMap;
use std::path::Path;

use governance_model::FinancialYear;
use rayon::prelude::*;
use serde::Deserialize;

use crate::source;
use crate::walk::Found;

/// The statements among the files, by authority and year: the index of the file for each.
pub struct Priors {
    of: Vec<Option<(String, FinancialYear)>>,
    files: BTreeMap<(String, FinancialYear), Vec<usize>>,
}

/// The statement of the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Prior<'a> {
    /// It is in no file.
    None,
    /// It is in one file.
    File(usize),
    /// Several files hold it, so none is used.
    Several(&'a [usize]),
}

#[derive(Deserialize)]
struct DocumentHead {
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
    /// Reads the authority and the year of the statement in each file, if there are several files.
    pub fn among(files: &[Found]) -> Self {
        let of: Vec<_> = match files {
            [_] => vec![None],
            files => files.par_iter().map(|found| key(&found.path)).collect(),
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
    pub fn of(&self, index: usize) -> Prior<'_> {
        let before = || {
            let (authority, year) = self.of.get(index)?.as_ref()?;
            self.files.get(&(authority.clone(), year.previous().ok()?))
        };
        match before().map(Vec::as_slice) {
            None | Some([]) => Prior::None,
            Some([one]) => Prior::File(*one),
            Some(several) => Prior::Several(several),
        }
    }
}

/// The authority and the year of the statement in a file.
fn key(path: &Path) -> Option<(String, FinancialYear)> {
    let source = source::read(path).ok()?;
    let head: DocumentHead = source.format.parse(&source.bytes)?;
    Some((head.local_code.authority.name, head.review.year))
}
