//! What is wrong with waivers that were applied, where no report says so.

use ags::Outcome;
use ags::report::CheckedFile;

use crate::terminal;

/// A line for each finding about the waivers, such as one that has expired.
pub fn notes(checked: &CheckedFile) -> Vec<String> {
    let mut notes = Vec::new();
    for result in &checked.report.results {
        if let Outcome::NotMet { findings } = &result.outcome {
            for finding in findings {
                let place = checked.places().words(&finding.pointer);
                notes.push(terminal::plain(&format!("{}: {place}: {}", checked.file, finding.message)));
            }
        }
    }
    notes
}
