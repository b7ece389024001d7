//! Verifies a file against its own data.

use ags::compose::{PRESENTATION_FILE, STATEMENT_FILE};
use ags::document::{Attachment, Document, Relationship};
use ags::working_papers::{HOUSE_STYLE_FILE, REPORT_FILE, RETURN_FILE};
use ags::{Agar, HouseStyle, Presentation, Report, Statement, Subject};
use governance_model::{Versioned, read};
use serde::de::DeserializeOwned;

use crate::attachments::{self, EmbeddedFile};
use crate::difference::{Difference, Note};
use crate::error::{Limit, PdfError};
use crate::limits::{MAX_BY_PRINCIPLE, MAX_DATA, MAX_TEXT};
use crate::parsed_pdf::ParsedPdf;
use crate::pdf::{Fault, PdfFile};
use crate::seal::Stamp;
use crate::verdict::Verdict;
use crate::verification::Verification;
use crate::{file_comparison, publication_comparison, report_comparison, seal};

/// Verifies a published PDF, which is self-contained: reads its embedded data, composes and renders them again, and
/// compares.
///
/// A statement may hold what is published of it and nothing else. A return is checked again, against the rules in its
/// report and as at the day of the report. The report of a check holds its outcomes and not what was checked: its pages
/// are compared with the outcomes.
///
/// # Errors
/// - [`PdfError`] for bytes that are not a readable PDF, or that exceed a limit.
///
/// # Example
/// ```
/// let statement = ags::example::statement()?;
/// let presentation = ags::Presentation::new("2022-11-30".parse()?);
/// let pdf = render_pdf::render(&ags::compose_with(&statement, &presentation))?;
/// let verification = verify::verify(&pdf)?;
/// assert_eq!(verification.verdict, verify::Verdict::AsIssued);
/// assert_eq!(verification.digest, Some(ags::published(&statement, &presentation).digest()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(bytes: &[u8]) -> Result<Verification, PdfError> {
    let file = PdfFile::open(bytes)?;
    let Some(issued) = file.end_before_updates() else { return revision(file, &[], Vec::new()) };
    match seal::seals(&file)? {
        Ok(seals) => {
            let stamps: Vec<Stamp> = seals.iter().flat_map(|seal| &seal.shown).copied().collect();
            let verification = revision(file.prefix(issued)?, &stamps, Vec::new())?;
            Ok(Verification { seals, ..verification })
        }
        Err(error) => {
            let bytes = bytes.len() - issued;
            revision(file, &[], vec![Difference::LaterUpdate { bytes, message: error.to_string() }])
        }
    }
}

/// Verifies a file as one revision, with the stamps that later seals put on its pages, and with the differences that
/// are known.
fn revision(
    file: PdfFile<'_>,
    stamps: &[Stamp],
    differences: Vec<Difference>,
) -> Result<Verification, PdfError> {
    let mut out = Verification { differences, ..Verification::default() };
    let files = attachments::attachments(&file);
    file.budget().check()?;
    let document = composed(&files, &mut out)?;
    if let Some(document) = &document {
        let text: usize = document.words().iter().map(|(_, words)| words.len() + 10).sum();
        if text > MAX_TEXT {
            return Err(PdfError::LimitExceeded { limit: Limit::Text });
        }
        covered(document, stamps, &mut out);
    }
    let expected = document.as_ref().map(render_pdf::render);
    if let Some(Ok(expected)) = &expected
        && expected == file.bytes()
    {
        out.verdict = if out.differences.is_empty() { Verdict::AsIssued } else { Verdict::NotSound };
        return Ok(out);
    }
    file.examine();
    let pdf = ParsedPdf::of(file)?;
    let before = out.differences.len();
    let verdict = match (&document, &expected) {
        (Some(document), Some(Ok(expected))) => {
            compare_attachments(document, &pdf, &mut out);
            file_comparison::compare(&ParsedPdf::parse(expected)?, &pdf, &mut out)
        }
        (_, Some(Err(error))) => {
            out.push(Difference::NotRenderable { message: error.to_string() });
            Verdict::NotSound
        }
        _ => {
            out.notes.push(Note::PagesNotCompared);
            Verdict::NotSound
        }
    };
    let (faults, more) = pdf.file.faults();
    let faults =
        faults.into_iter().map(|Fault { place, message }| Difference::FileStructure { place, message });
    out.differences.splice(before..before, faults);
    if more > 0 {
        out.push(Difference::MoreFileStructure { more });
    }
    pdf.file.budget().check()?;
    out.verdict = if out.differences.is_empty() { verdict } else { Verdict::NotSound };
    Ok(out)
}

/// Composes the document that the embedded data make; none if they cannot be read.
fn composed(files: &[EmbeddedFile], out: &mut Verification) -> Result<Option<Document>, PdfError> {
    let has = |name| attachments::find(files, name).is_some();
    if has(STATEMENT_FILE) {
        return statement(files, out);
    }
    if has(RETURN_FILE) {
        return Ok(worksheet(files, out));
    }
    if attachments::find(files, REPORT_FILE).is_some_and(|report| report.relationship == "Source") {
        return Ok(check_report(files, out));
    }
    out.push(Difference::AttachmentMissing { name: STATEMENT_FILE.into() });
    Ok(None)
}

fn statement(files: &[EmbeddedFile], out: &mut Verification) -> Result<Option<Document>, PdfError> {
    let statement: Option<Statement> = embedded(files, STATEMENT_FILE, out);
    if let Some(statement) = &statement {
        out.is_of(Subject::Statement, &statement.local_code.authority.name, statement.year());
        out.digest = Some(statement.digest());
    }
    let presentation: Option<Presentation> = embedded(files, PRESENTATION_FILE, out);
    out.as_at = presentation.as_ref().map(|presentation| presentation.as_at);
    let (Some(statement), Some(presentation)) = (statement, presentation) else { return Ok(None) };
    let bytes = attachments::find(files, STATEMENT_FILE).map_or(0, |file| file.content.len());
    if bytes.saturating_mul(statement.local_code.principles.len()) > MAX_BY_PRINCIPLE {
        return Err(PdfError::LimitExceeded { limit: Limit::Text });
    }
    publication_comparison::compare(&statement, &presentation, out);
    Ok(Some(ags::compose_with(&statement, &presentation)))
}

fn worksheet(files: &[EmbeddedFile], out: &mut Verification) -> Option<Document> {
    let agar: Option<Agar> = embedded(files, RETURN_FILE, out);
    if let Some(agar) = &agar {
        out.is_of(Subject::Agar, &agar.authority.name, agar.year);
        out.digest = Some(agar.digest());
    }
    let report: Option<Report> = embedded(files, REPORT_FILE, out);
    out.as_at = report.as_ref().map(|report| report.as_at);
    let style = house_style(files, out);
    let (agar, report) = (agar?, report?);
    report_comparison::compare(&agar, &report, files, out);
    Some(ags::worksheet(&agar, &report, &style?))
}

/// The report of a check, which holds nothing that could be checked again.
fn check_report(files: &[EmbeddedFile], out: &mut Verification) -> Option<Document> {
    let report: Option<Report> = embedded(files, REPORT_FILE, out);
    let style = house_style(files, out);
    let (report, style) = (report?, style?);
    out.is_of(report.subject, &report.authority, report.year);
    out.as_at = Some(report.as_at);
    out.notes.push(Note::ChecksNotRepeated);
    Some(ags::check_report(&report, &style))
}

/// Reports the stamps that stand on words of the document.
fn covered(document: &Document, stamps: &[Stamp], out: &mut Verification) {
    if stamps.is_empty() {
        return;
    }
    let Ok(pages) = render_pdf::content_areas(document) else { return };
    for Stamp { page, rectangle: [left, lower, right, upper] } in stamps {
        let areas = page.checked_sub(1).and_then(|index| pages.get(index)).map_or(&[][..], Vec::as_slice);
        let on_words = areas
            .iter()
            .map(|area| area.map(f64::from))
            .any(|[from, bottom, to, top]| from < *right && *left < to && bottom < *upper && *lower < top);
        if on_words {
            out.push(Difference::SealOnWords { page: *page });
        }
    }
}

fn embedded<T: Versioned + DeserializeOwned>(
    files: &[EmbeddedFile],
    name: &str,
    out: &mut Verification,
) -> Option<T> {
    let Some(file) = attachments::find(files, name) else {
        out.push(Difference::AttachmentMissing { name: name.into() });
        return None;
    };
    if file.content.len() > MAX_DATA {
        let message = format!("it has {} bytes, but at most {MAX_DATA} (6 MiB) are read", file.content.len());
        out.push(Difference::AttachmentUnreadable { name: name.into(), message });
        return None;
    }
    match read::json(&file.content, name) {
        Ok(read) => Some(read),
        Err(error) => {
            let message = error.to_string().replace(&format!("{name}:"), "");
            out.push(Difference::AttachmentUnreadable { name: name.into(), message: message.trim().into() });
            None
        }
    }
}

/// The embedded house style, or the default; `None` if the embedded one cannot be read.
fn house_style(files: &[EmbeddedFile], out: &mut Verification) -> Option<HouseStyle> {
    match attachments::find(files, HOUSE_STYLE_FILE) {
        None => Some(HouseStyle::default()),
        Some(_) => embedded(files, HOUSE_STYLE_FILE, out),
    }
}

/// Compares the attachments with those that the document would have.
fn compare_attachments(document: &Document, pdf: &ParsedPdf<'_>, out: &mut Verification) {
    for expected in &document.attachments {
        let Some(found) = pdf.attachment(&expected.name) else {
            out.push(Difference::AttachmentMissing { name: expected.name.clone() });
            continue;
        };
        for property in altered_properties(expected, found) {
            out.push(Difference::AttachmentAltered { name: expected.name.clone(), property });
        }
    }
    let mut known: Vec<&str> = document.attachments.iter().map(|expected| expected.name.as_str()).collect();
    for found in pdf.attachments() {
        match known.iter().position(|name| *name == found.name) {
            Some(index) => {
                known.remove(index);
            }
            None => out.push(Difference::AttachmentAdded { name: found.name.clone() }),
        }
    }
}

fn altered_properties(expected: &Attachment, found: &EmbeddedFile) -> Vec<&'static str> {
    let relationship = match expected.relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Supplement => "Supplement",
    };
    let same = [
        ("content", found.content == expected.content.as_bytes()),
        ("description", found.description == expected.description),
        ("media type", found.media_type == expected.media_type),
        ("relationship", found.relationship == relationship),
    ];
    same.into_iter().filter(|(_, same)| !same).map(|(property, _)| property).collect()
}
