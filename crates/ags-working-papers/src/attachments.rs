//! The files that travel with a paper, from which it can be made again.

use ags_document::{Attachment, HouseStyle, Relationship};
use ags_report::Report;
use ags_statement::{Agar, canonical};

use crate::phrases::attachments as phrases;

/// The name of the file that holds the report of the check.
pub const REPORT_FILE: &str = "report.json";
/// The name of the file that holds the return of a smaller authority.
pub const RETURN_FILE: &str = "return.json";
/// The name of the file that holds the house style; there is none where the style is the default.
pub const HOUSE_STYLE_FILE: &str = "house-style.json";

/// The report, where a paper is made from it alone.
pub(crate) fn of_report(report: &Report, house: &HouseStyle) -> Vec<Attachment> {
    let mut files = vec![self::report(report, Relationship::Source)];
    files.extend(house_style(house));
    files
}

/// The return and the report on it.
pub(crate) fn of_return(agar: &Agar, report: &Report, house: &HouseStyle) -> Vec<Attachment> {
    let source = attachment(RETURN_FILE, phrases::RETURN, Relationship::Source, agar.canonical_json());
    let mut files = vec![source, self::report(report, Relationship::Data)];
    files.extend(house_style(house));
    files
}

fn report(report: &Report, relationship: Relationship) -> Attachment {
    attachment(REPORT_FILE, phrases::REPORT, relationship, report.to_json())
}

fn house_style(house: &HouseStyle) -> Option<Attachment> {
    let json = (*house != HouseStyle::default()).then(|| canonical::json(house).unwrap_or_default())?;
    Some(attachment(HOUSE_STYLE_FILE, phrases::HOUSE_STYLE, Relationship::Supplement, json))
}

fn attachment(name: &str, description: &str, relationship: Relationship, content: String) -> Attachment {
    Attachment {
        name: name.into(),
        media_type: "application/json",
        description: description.into(),
        relationship,
        content,
    }
}
