//! Judging a file by what it carries.

use ags::canonical::Digest;
use ags::compose::{HOUSE_STYLE_FILE, REPORT_FILE, RETURN_FILE, STATEMENT_FILE};
use ags::document::{Attachment, Document, Relationship};
use ags::{Agar, HouseStyle, Input, Report, Statement, Subject};
use chrono::NaiveDate;
use governance_model::{FinancialYear, Versioned, read};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::answers;
use crate::difference::{Difference, Note};
use crate::error::ReadError;
use crate::pages;
use crate::reading::{Carried, Reading};

/// What came of verifying a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verification {
    /// What the file is of: a statement or a return; none where it carries neither.
    pub subject: Option<Subject>,
    /// The authority's name; empty where the data cannot be read.
    pub authority: String,
    /// The year it is for; none where it does not say.
    pub year: Option<FinancialYear>,
    /// The day of the check, as the report that is carried has it; none without a report.
    pub as_at: Option<NaiveDate>,
    /// The digest of the data that are carried; none where they cannot be read.
    pub digest: Option<Digest>,
    /// Whether the file is byte for byte what this version prints from what the file carries.
    pub exact: bool,
    /// Every way in which the file is not what its own data make.
    pub differences: Vec<Difference>,
    /// What a reader must know besides.
    pub notes: Vec<Note>,
}

impl Verification {
    /// Whether nothing differs: pages, data and findings of the file agree, as far as the notes say they could be
    /// compared.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.differences.is_empty()
    }

    pub(crate) fn differs(&mut self, difference: Difference) {
        self.differences.push(difference);
    }
}

/// Verifies a published PDF by nothing but itself: reads back what it carries, computes the digest again, judges
/// the data again by the rules and for the day that its report names, prints them again and compares.
///
/// A report that was made beside last year's statement needs that statement again, as `prior`; without it what rests
/// on it is not compared, and a [`Note`] says so. In a file of a return it is passed over.
///
/// # Errors
/// - [`ReadError`] for bytes that are no PDF, or more than we take.
///
/// # Example
/// ```
/// let statement = ags::example::statement()?;
/// let report = ags::check(&statement, "2022-11-30".parse()?);
/// let pdf = render_pdf::render(&ags::compose(&statement, &report))?;
/// let verification = verify::verify(&pdf, None)?;
/// assert!(verification.is_sound(), "{:?}", verification.differences);
/// assert_eq!(verification.digest, Some(statement.digest()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(bytes: &[u8], prior: Option<&Statement>) -> Result<Verification, ReadError> {
    let reading = Reading::of(bytes)?;
    let mut out = Verification::default();
    let paper = paper(&reading, &mut out);
    if let Some(paper) = &paper {
        out.subject = Some(paper.subject());
        out.authority = paper.authority().into();
        out.year = paper.year();
        digest(paper, &reading, &mut out);
    }
    let report: Option<Report> = carried(&reading, REPORT_FILE, &mut out);
    out.as_at = report.as_ref().map(|report| report.as_at);
    let house = house(&reading, &mut out);
    let (Some(paper), Some(report), Some(house)) = (paper, report, house) else {
        out.notes.push(Note::PagesNotCompared);
        later(&reading, &mut out);
        return Ok(out);
    };
    answers::compare(&paper, prior, &report, &reading, &mut out);
    let Some(document) = composed(&paper, &report, &house) else { return Ok(out) };
    match render_pdf::render(&document) {
        Ok(expected) if expected == bytes => out.exact = true,
        Ok(expected) => {
            later(&reading, &mut out);
            let told = out.differences.len();
            attachments(&document, &reading, &mut out);
            pages::compare(&Reading::of(&expected)?, &reading, &mut out);
            if out.differences.len() == told
                && !out.notes.iter().any(|note| matches!(note, Note::OtherProducer { .. }))
            {
                out.notes.push(Note::SavedAgain);
            }
        }
        Err(error) => out.differs(Difference::Unprintable { says: error.to_string() }),
    }
    Ok(out)
}

/// The statement or the return that is carried.
fn paper(reading: &Reading, out: &mut Verification) -> Option<Input> {
    if reading.carried(RETURN_FILE).is_some() && reading.carried(STATEMENT_FILE).is_none() {
        return carried::<Agar>(reading, RETURN_FILE, out).map(|agar| Input::Agar(Box::new(agar)));
    }
    carried(reading, STATEMENT_FILE, out).map(|statement| Input::Statement(Box::new(statement)))
}

fn carried<T: Versioned + DeserializeOwned>(
    reading: &Reading,
    name: &str,
    out: &mut Verification,
) -> Option<T> {
    let Some(file) = reading.carried(name) else {
        out.differs(Difference::AttachmentMissing { name: name.into() });
        return None;
    };
    match read::json(&file.content, name) {
        Ok(read) => Some(read),
        Err(error) => {
            let says = error.to_string().replace(&format!("{name}:"), "");
            out.differs(Difference::AttachmentUnreadable { name: name.into(), says: says.trim().into() });
            None
        }
    }
}

/// The house style that is carried, or the default; none where what is carried cannot be read.
fn house(reading: &Reading, out: &mut Verification) -> Option<HouseStyle> {
    match reading.carried(HOUSE_STYLE_FILE) {
        None => Some(HouseStyle::default()),
        Some(_) => carried(reading, HOUSE_STYLE_FILE, out),
    }
}

/// Compares the digest of the data with every digest that is printed as a passage of its own.
fn digest(paper: &Input, reading: &Reading, out: &mut Verification) {
    let computed = match paper {
        Input::Statement(statement) => statement.digest(),
        Input::Agar(agar) => agar.digest(),
        _ => return,
    };
    out.digest = Some(computed);
    let printed =
        reading.passages.iter().filter_map(|passage| Some((passage.page, passage.seen.parse().ok()?)));
    let printed: Vec<(usize, Digest)> = printed.collect();
    if printed.is_empty() {
        out.differs(Difference::DigestMissing);
    }
    for (page, printed) in printed.into_iter().filter(|(_, printed)| *printed != computed) {
        out.differs(Difference::Digest { page, printed, computed });
    }
}

fn composed(paper: &Input, report: &Report, house: &HouseStyle) -> Option<Document> {
    match paper {
        Input::Statement(statement) => Some(ags::compose_with(statement, report, house)),
        Input::Agar(agar) => Some(ags::compose_agar_with(agar, report, house)),
        _ => None,
    }
}

fn later(reading: &Reading, out: &mut Verification) {
    let bytes = reading.file.later();
    if bytes > 0 {
        out.differs(Difference::LaterUpdate { bytes });
    }
}

/// Compares what is carried with what the document would carry.
fn attachments(document: &Document, reading: &Reading, out: &mut Verification) {
    for expected in &document.attachments {
        let carried = reading.carried(&expected.name);
        let Some(carried) = carried else {
            // The statement and the report were looked for already.
            if expected.name == HOUSE_STYLE_FILE {
                out.differs(Difference::AttachmentMissing { name: expected.name.clone() });
            }
            continue;
        };
        for what in altered(expected, carried) {
            out.differs(Difference::AttachmentAltered { name: expected.name.clone(), what });
        }
    }
    let mut known: Vec<&str> = document.attachments.iter().map(|expected| expected.name.as_str()).collect();
    for carried in reading.attachments() {
        match known.iter().position(|name| *name == carried.name) {
            Some(place) => {
                known.remove(place);
            }
            None => out.differs(Difference::AttachmentAdded { name: carried.name.clone() }),
        }
    }
}

fn altered(expected: &Attachment, carried: &Carried) -> Vec<&'static str> {
    let relationship = match expected.relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Supplement => "Supplement",
    };
    let same = [
        ("content", carried.content == expected.content.as_bytes()),
        ("description", carried.description == expected.description),
        ("media type", carried.media_type == expected.media_type),
        ("relationship", carried.relationship == relationship),
    ];
    same.into_iter().filter(|(_, same)| !same).map(|(what, _)| what).collect()
}
