//! The worksheet for the return of a smaller authority.

use ags_law::Rights;
use ags_statement::agar::{Answer, AssertionNumber, Form};
use ags_statement::{RightsPeriod, english};
use chrono::NaiveDate;
use governance_model::FinancialYear;

pub(crate) const SUBJECT: &str =
    "What to enter on the form of the return, and in what order to approve, sign and publish it.";

pub(crate) const ENTER: &str = "What to enter on the form";
pub(crate) const EXPLANATION_NEEDED: &str =
    "an explanation is needed but is not given: say why, and what will be done.";
pub(crate) const UNANSWERED: &str = "No answer is given";
pub(crate) const INCOME: &str = "Section 2, boxes 2 and 3";
pub(crate) const EXPENDITURE: &str = "Section 2, boxes 4, 5 and 6";
pub(crate) const CERTIFICATE: &str = "Certificate of exemption";
pub(crate) const TRUST: &str = "Section 2, note on trust funds";
pub(crate) const OTHER_BOXES: &str = "The other boxes of Section 2 are filled in from the accounts.";

pub(crate) const OPEN: &str = "What is missing or wrong";
pub(crate) const NOTHING_OPEN: &str = "No check found anything missing or wrong.";

pub(crate) const STEPS: &str = "Order of approval and signing";
pub(crate) const NOT_YET: &str = "Not yet.";

pub(crate) const CERTIFY_AND_PUBLISH: &str = "Exemption, and what to publish where";
pub(crate) const PUBLISH: &str = "What to publish, where and for how long";

pub(crate) const RFO_SIGNS: &str = "The responsible financial officer signs and dates Section 2.";
pub(crate) const AUDIT_NOTED: &str = "Members receive and note the internal audit report.";
pub(crate) const SECTION_1_APPROVED: &str = "Members as a whole approve Section 1 by resolution.";
pub(crate) const SECTION_1_SIGNED: &str = "The chairman of the meeting and the clerk sign Section 1.";
pub(crate) const SECTION_1_SIGNED_ALONE: &str = "The chairman of the meeting signs Section 1.";
pub(crate) const SECTION_2_APPROVED: &str =
    "Members as a whole approve Section 2 by resolution, after Section 1.";
pub(crate) const SECTION_2_SIGNED: &str = "The chairman of the meeting signs and dates Section 2.";

pub(crate) const CERTIFY: &str = "Certify the exemption at a meeting, after the end of the year.";
pub(crate) const SEND: &str = "Send the certificate of exemption to the external auditor.";
pub(crate) const BEFORE_RIGHTS: &str = "On the website: Section 1; Section 2, with a signed declaration that it is unaudited; a \
     statement of the public's rights.";
pub(crate) const REVIEWED: &str = "On the website, for at least five years: Section 1, and Section 2 with any certificate or \
     opinion of the auditor.";

pub(crate) fn title(year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!("Worksheet for the Annual Governance and Accountability Return{year} (not the form)")
}

/// The title on every page but the first.
pub(crate) fn header(year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!("AGAR worksheet{year} (not the form)")
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
    format!(
        "As at {}. Members approve {on}, which the chairman and the clerk sign; this worksheet is not for signature.{auditor}",
        english::date(as_at)
    )
}

/// The form by the name its heading has in a year: Part until the return for 2020/21, Form since.
fn form(form: Form, year: Option<FinancialYear>) -> String {
    let word = if year.is_some_and(|year| year.first() <= 2020) { "Part" } else { "Form" };
    format!("{word} {form}")
}

/// The assertions with the same entry, by number: "Section 1, assertions 1 to 5, 7 and 8".
pub(crate) fn assertions(numbers: &[AssertionNumber]) -> String {
    let word = if numbers.len() == 1 { "assertion" } else { "assertions" };
    let number = |number: &AssertionNumber| u8::from(*number);
    let runs = numbers.chunk_by(|one, next| number(one) + 1 == number(next));
    let runs = runs.flat_map(|run| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
        few => few.iter().map(ToString::to_string).collect(),
    });
    format!("Section 1, {word} {}", english::list(&runs.collect::<Vec<_>>()))
}

/// Where on the form something is entered.
pub(crate) fn place(place: &str) -> String {
    format!("{place}:")
}

pub(crate) fn income(amount: &str) -> String {
    format!("{amount} together: gross income")
}

pub(crate) fn expenditure(amount: &str) -> String {
    format!("{amount} together: gross expenditure")
}

pub(crate) fn certificate(income: &str, expenditure: &str) -> String {
    format!("Gross income {income}, gross expenditure {expenditure}")
}

pub(crate) fn explained(explanation: &str) -> String {
    format!("No. On a separate sheet: {explanation}")
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
pub(crate) fn minuted(on: NaiveDate, minute: Option<&str>) -> String {
    let minute = minute.map_or_else(String::new, |minute| format!(" (minute {minute})"));
    format!("{}{minute}", english::date(on))
}

pub(crate) fn all_by(day: NaiveDate) -> String {
    format!("All steps by {}, so that the public rights begin in time.", english::date(day))
}

/// What the period for the exercise of public rights must be; `month` is the one it falls in.
pub(crate) fn period(rights: Option<Rights>, month: &str) -> String {
    let rest = match rights {
        Some(Rights::HoldFirstTenWorkingDays) => {
            format!(", including the first ten working days of {month}")
        }
        Some(Rights::BeginByFirstWorkingDay) => {
            format!(", from the first working day of {month} at the latest")
        }
        None => String::new(),
    };
    let days = ags_law::RIGHTS_PERIOD;
    format!("The period for the exercise of public rights: {days} working days{rest}.")
}

pub(crate) fn from_to(RightsPeriod { first, last }: RightsPeriod) -> String {
    format!("{} to {}", english::date(first), english::date(last))
}

/// A step with its last day and how far it has come.
pub(crate) fn step(step: &str, by: Option<NaiveDate>, state: &str) -> String {
    let by = by.map_or_else(String::new, |by| format!(" By {}.", english::date(by)));
    format!("{step}{by} {state}")
}

pub(crate) fn done(when: &str) -> String {
    format!("Done: {when}.")
}

pub(crate) fn planned(when: &str) -> String {
    format!("Planned: {when}.")
}

pub(crate) fn key(short: &str, name: &str) -> String {
    format!("{short}: {name}.")
}

pub(crate) fn digest(file: &str) -> String {
    format!("SHA-256 of {file}, which is attached to the PDF, for the command ags verify:")
}
