//! The worksheet for the return of a smaller authority.

use ags_law::Rights;
use ags_statement::agar::{Answer, Form};
use ags_statement::{RightsPeriod, english};
use chrono::NaiveDate;
use governance_model::FinancialYear;

pub(crate) const SUBJECT: &str = "What to enter on the form of the return, what is missing, and in what order to approve, sign and publish.";

pub(crate) const ENTER: &str = "What to enter on the form";
pub(crate) const ENTER_CAPTION: &str = "Entries on the form";
pub(crate) const WHERE: &str = "Where on the form";
pub(crate) const ENTRY: &str = "Enter";
pub(crate) const EXPLANATION: &str = "Explanation";
pub(crate) const NOT_NEEDED: &str = "Not needed";
pub(crate) const NEEDED: &str = "Needed and not given: why, and what will be done";
pub(crate) const UNANSWERED: &str = "No answer is given";
pub(crate) const INCOME: &str = "Section 2: boxes 2 and 3 together, gross income";
pub(crate) const EXPENDITURE: &str = "Section 2: boxes 4, 5 and 6 together, gross expenditure";
pub(crate) const CERTIFICATE_INCOME: &str = "Certificate of exemption: gross income";
pub(crate) const CERTIFICATE_EXPENDITURE: &str = "Certificate of exemption: gross expenditure";
pub(crate) const TRUST: &str = "Section 2: note on trust funds";
pub(crate) const OTHER_BOXES: &str =
    "The other figures of Section 2 are in the accounts, and not in the data of this worksheet.";

pub(crate) const OPEN: &str = "What is missing or wrong";
pub(crate) const NOTHING_OPEN: &str = "No check found anything that is missing or wrong.";

pub(crate) const STEPS: &str = "Order of approval and signing";
pub(crate) const STEPS_CAPTION: &str = "Steps in their order";
pub(crate) const STEP: &str = "Step";
pub(crate) const DONE: &str = "Done";
pub(crate) const PROVISION: &str = "Provision";
pub(crate) const NOT_YET: &str = "Not yet";

pub(crate) const PUBLISH: &str = "What to publish, where and for how long";
pub(crate) const PUBLISH_CAPTION: &str = "Publication and public rights";
pub(crate) const WHAT: &str = "What";
pub(crate) const BY: &str = "By when";

pub(crate) const RFO_SIGNS: &str = "1. The responsible financial officer signs and dates Section 2.";
pub(crate) const AUDIT_NOTED: &str = "2. Members receive and note the internal audit report.";
pub(crate) const SECTION_1_APPROVED: &str = "3. Members as a whole approve Section 1 by resolution.";
pub(crate) const SECTION_1_SIGNED: &str = "4. The chairman of the meeting and the clerk sign Section 1.";
pub(crate) const SECTION_1_SIGNED_ALONE: &str = "4. The chairman of the meeting signs Section 1.";
pub(crate) const SECTION_2_APPROVED: &str =
    "5. Members as a whole approve Section 2 by resolution, after Section 1.";
pub(crate) const SECTION_2_SIGNED: &str = "6. The chairman of the meeting signs and dates Section 2.";

pub(crate) const CERTIFY: &str = "Certify the exemption at a meeting, after the end of the year.";
pub(crate) const SEND: &str = "Send the certificate of exemption to the external auditor.";
pub(crate) const BEFORE_RIGHTS: &str = "On the website: Section 1; Section 2, with a signed declaration that it is unaudited; a statement of the public's \
     rights.";
pub(crate) const REVIEWED: &str = "On the website, for at least five years: Section 1, and Section 2 with any certificate or opinion of the auditor.";

pub(crate) fn title(year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!("Worksheet for the Annual Governance and Accountability Return{year} (not the form)")
}

/// What the worksheet is for.
pub(crate) fn opening(form: Option<Form>, year: Option<FinancialYear>, as_at: NaiveDate) -> String {
    let on = form.map_or_else(
        || "the form of the year, which is not stated".to_owned(),
        |form| self::form(form, year),
    );
    let auditor = match form {
        Some(form) if form.is_exempt() => " Only the certificate of exemption goes to the external auditor.",
        Some(_) => " The form goes to the external auditor.",
        None => "",
    };
    format!("As at {}. Members approve and sign {on}, not this worksheet.{auditor}", english::date(as_at))
}

/// The form by the name its heading has in a year: Part until the return for 2020/21, Form since.
fn form(form: Form, year: Option<FinancialYear>) -> String {
    let word = if year.is_some_and(|year| year.first() <= 2020) { "Part" } else { "Form" };
    format!("{word} {form}")
}

pub(crate) fn assertion(number: &str, title: &str) -> String {
    format!("Section 1, assertion {number}: {title}")
}

pub(crate) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::No => "No",
        Answer::NotApplicable => "Not applicable",
    }
}

pub(crate) const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}

/// A day on which something was done, with the minute that records it.
pub(crate) fn done(on: NaiveDate, minute: Option<&str>) -> String {
    let minute = minute.map_or_else(String::new, |minute| format!(" (minute {minute})"));
    format!("{}{minute}", english::date(on))
}

pub(crate) fn all_by(day: NaiveDate) -> String {
    format!("All of it by {}, so that the public rights can begin in time.", english::date(day))
}

/// What the period for the exercise of public rights must be; `month` is the one it falls in.
pub(crate) fn period(rights: Option<Rights>, month: &str) -> String {
    let rest = match rights {
        Some(Rights::HoldFirstTenWorkingDays) => {
            format!(", with the first ten working days of {month} among them")
        }
        Some(Rights::BeginByFirstWorkingDay) => {
            format!(", from the first working day of {month} at the latest")
        }
        None => String::new(),
    };
    let days = ags_law::RIGHTS_PERIOD;
    format!("The period for the exercise of public rights: {days} working days{rest}.")
}

pub(crate) const AFTER_PUBLICATION: &str = "From the day after publication";

pub(crate) fn from_to(RightsPeriod { first, last }: RightsPeriod) -> String {
    format!("{} to {}", english::date(first), english::date(last))
}

pub(crate) fn due(ask: &str, by: NaiveDate) -> String {
    format!("By {}: {ask}", english::date(by))
}

pub(crate) fn key(short: &str, name: &str) -> String {
    format!("{short}: {name}.")
}

pub(crate) fn digest(file: &str) -> String {
    format!("SHA-256 of {file} in the PDF of this worksheet, which ags verify compares with its pages:")
}
