//! Verifies a file against its own data.

use ags::canonical::Digest;
use ags::compose::{HOUSE_STYLE_FILE, REPORT_FILE, RETURN_FILE, STATEMENT_FILE};
use ags::document::{Attachment, Document, Relationship};
use ags::{Agar, HouseStyle, Input, Report, Statement};
use governance_model::{Versioned, read};
use serde::de::DeserializeOwned;

use crate::difference::{Difference, Note};
use crate::error::PdfError;
use crate::file_comparison;
use crate::parsed_pdf::{EmbeddedFile, ParsedPdf};
use crate::report_comparison;
use crate::verification::Verification;

/// Verifies a published PDF, which is self-contained: reads its embedded data, computes the digest, checks the data
/// against the rules in its report as of the date of the report, renders them again and compares.
///
/// If the report was made with last year's statement, that statement is needed again, as `prior`. Without it, the rules
/// that depend on it are not compared, and a [`Note`] says so. For a return it is ignored.
///
/// # Errors
/// - [`PdfError`] for bytes that are not a readable PDF, or that exceed a limit.
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
pub fn verify(bytes: &[u8], prior: Option<&Statement>) -> Result<Verification, PdfError> {
    let pdf = ParsedPdf::parse(bytes)?;
    let mut out = Verification::default();
    let data = data(&pdf, &mut out);
    if let Some(data) = &data {
        out.subject = Some(data.subject());
        out.authority = data.authority().into();
        out.year = data.year();
        compare_digest(data, &pdf, &mut out);
    }
    let report: Option<Report> = embedded(&pdf, REPORT_FILE, &mut out);
    out.as_at = report.as_ref().map(|report| report.as_at);
    let style = house_style(&pdf, &mut out);
    let (Some(data), Some(report), Some(style)) = (data, report, style) else {
        out.notes.push(Note::PagesNotCompared);
        later_update(&pdf, &mut out);
        return Ok(out);
    };
    report_comparison::compare(&data, prior, &report, &pdf, &mut out);
    let Some(document) = compose(&data, &report, &style) else { return Ok(out) };
    match render_pdf::render(&document) {
        Ok(expected) if expected == bytes => out.exact = true,
        Ok(expected) => {
            later_update(&pdf, &mut out);
            let before = out.differences.len();
            compare_attachments(&document, &pdf, &mut out);
            file_comparison::compare(&ParsedPdf::parse(&expected)?, &pdf, &mut out);
            if out.differences.len() == before
                && !out.notes.iter().any(|note| matches!(note, Note::OtherProducer { .. }))
            {
                out.notes.push(Note::Resaved);
            }
        }
        Err(error) => out.push(Difference::NotRenderable { message: error.to_string() }),
    }
    Ok(out)
}

/// The embedded statement or return.
fn data(pdf: &ParsedPdf, out: &mut Verification) -> Option<Input> {
    if pdf.attachment(RETURN_FILE).is_some() && pdf.attachment(STATEMENT_FILE).is_none() {
        return embedded::<Agar>(pdf, RETURN_FILE, out).map(|agar| Input::Agar(Box::new(agar)));
    }
    embedded(pdf, STATEMENT_FILE, out).map(|statement| Input::Statement(Box::new(statement)))
}

fn embedded<T: Versioned + DeserializeOwned>(
    pdf: &ParsedPdf,
    name: &str,
    out: &mut Verification,
) -> Option<T> {
    let Some(file) = pdf.attachment(name) else {
        out.push(Difference::AttachmentMissing { name: name.into() });
        return None;
    };
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
fn house_style(pdf: &ParsedPdf, out: &mut Verification) -> Option<HouseStyle> {
    match pdf.attachment(HOUSE_STYLE_FILE) {
        None => Some(HouseStyle::default()),
        Some(_) => embedded(pdf, HOUSE_STYLE_FILE, out),
    }
}

/// Compares the digest of the data with every digest printed as a text of its own.
fn compare_digest(data: &Input, pdf: &ParsedPdf, out: &mut Verification) {
    let computed = match data {
        Input::Statement(statement) => statement.digest(),
        Input::Agar(agar) => agar.digest(),
        _ => return,
    };
    out.digest = Some(computed);
    let printed =
        pdf.tagged_texts.iter().filter_map(|tagged| Some((tagged.page, tagged.glyph_text.parse().ok()?)));
    let printed: Vec<(usize, Digest)> = printed.collect();
    if printed.is_empty() {
        out.push(Difference::DigestMissing);
    }
    for (page, printed) in printed.into_iter().filter(|(_, printed)| *printed != computed) {
        out.push(Difference::Digest { page, printed, computed });
    }
}

fn compose(data: &Input, report: &Report, style: &HouseStyle) -> Option<Document> {
    match data {
        Input::Statement(statement) => Some(ags::compose_with(statement, report, style)),
        Input::Agar(agar) => Some(ags::compose_agar_with(agar, report, style)),
        _ => None,
    }
}

fn later_update(pdf: &ParsedPdf, out: &mut Verification) {
    let bytes = pdf.file.appended();
    if bytes > 0 {
        out.push(Difference::LaterUpdate { bytes });
    }
}

/// Compares the attachments with those that the document would have.
fn compare_attachments(document: &Document, pdf: &ParsedPdf, out: &mut Verification) {
    for expected in &document.attachments {
        let Some(found) = pdf.attachment(&expected.name) else {
            // A missing statement or report was reported already.
            if expected.name == HOUSE_STYLE_FILE {
                out.push(Difference::AttachmentMissing { name: expected.name.clone() });
            }
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
