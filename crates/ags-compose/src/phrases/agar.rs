//! The return of a smaller authority.

use ags_statement::english;
use chrono::NaiveDate;
use governance_model::FinancialYear;

use ags_statement::RightsPeriod;
use ags_statement::agar::{Answer, Form};

pub(crate) const OPENING: &str = "What this return says";
pub(crate) const SECTION_1: &str = "Section 1: annual governance statement";
pub(crate) const CAPTION: &str = "The assertions and the authority's answers";
pub(crate) const ASSERTION: &str = "Assertion";
pub(crate) const ANSWER: &str = "Answer";
pub(crate) const EVIDENCE: &str = "What it rests on";
pub(crate) const NO_EVIDENCE: &str = "None given";
pub(crate) const NOTHING_TO_SHOW: &str = "Nothing to show";
pub(crate) const UNANSWERED: &str = "Not answered";
pub(crate) const EXPLANATIONS: &str = "Where the answer is no";
pub(crate) const EXPLANATIONS_CAPTION: &str = "Why the answer is no, and what will be done";
pub(crate) const WHY: &str = "Why";
pub(crate) const REMEDY: &str = "What will be done";
pub(crate) const SIGN_OFF: &str = "Approval and signatures";
pub(crate) const SECTION_1_SIGNED: &str = "Signatures under Section 1";
pub(crate) const SECTION_2_SIGNED: &str = "Signatures under Section 2";
pub(crate) const CHAIRMAN: &str = "Chairman of the meeting";
pub(crate) const CLERK: &str = "Clerk";
pub(crate) const PUBLICATION: &str = "Public rights and publication";
pub(crate) const NO_SECTIONS: &str = "The authority declares that it had no accounts in the year. Such a return has neither Section 1 nor \
     Section 2.";
pub(crate) const NO_AUDIT: &str = "No internal audit report is recorded.";

pub(crate) fn title(year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!("Annual Governance and Accountability Return{year}")
}

pub(crate) fn subject(authority: &str, year: Option<FinancialYear>) -> String {
    let year = year.map_or_else(String::new, |year| format!(" in {year}"));
    format!("How {authority} answers for its governance{year}, and who approved and signed it.")
}

/// The form by the name its heading has in a year: Part until the return for 2020/21, Form since.
pub(crate) fn form(form: Form, year: Option<FinancialYear>) -> String {
    let word = if year.is_some_and(|year| year.first() <= 2020) { "Part" } else { "Form" };
    format!("{word} {form}")
}

pub(crate) fn made_on(form: Option<String>, year: Option<FinancialYear>) -> String {
    let form = form.unwrap_or_else(|| "a form that is not stated".into());
    format!("This is the return for {}, made on {form}.", english::year(year))
}

pub(crate) const fn purpose(form: Form) -> &'static str {
    if form.is_declaration() {
        "That form is a declaration of no accounts, with a certificate of exemption from a limited assurance \
         review."
    } else if form.is_exempt() {
        "That form is for authorities that certify themselves exempt from a limited assurance review."
    } else {
        "That form is for a limited assurance review by the external auditor."
    }
}

pub(crate) fn amounts(income: Option<u64>, expenditure: Option<u64>) -> String {
    let amount = |amount: Option<u64>| amount.map_or_else(|| "not stated".into(), english::pounds);
    format!(
        "Gross income of the year: {}. Gross expenditure of the year: {}.",
        amount(income),
        amount(expenditure)
    )
}

pub(crate) const fn trustee(sole: bool) -> &'static str {
    if sole {
        "The authority is sole managing trustee of a trust fund."
    } else {
        "The authority is sole managing trustee of no trust fund."
    }
}

pub(crate) fn counted(yes: usize, no: usize, not_applicable: usize, unanswered: usize) -> String {
    let verb = if yes == 1 { "is" } else { "are" };
    let mut counts = vec![
        format!("{} {verb} answered yes", english::number(yes)),
        format!("{} answered no", english::number(no)),
    ];
    if not_applicable > 0 {
        counts.push(format!("{} not applicable", english::number(not_applicable)));
    }
    if unanswered > 0 {
        counts.push(format!("{} not answered", english::number(unanswered)));
    }
    let all = english::count(yes + no + not_applicable + unanswered, "assertion", "assertions");
    format!("Of {all} {}.", english::list(&counts))
}

pub(crate) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::No => "No",
        Answer::NotApplicable => "Not applicable",
    }
}

pub(crate) const fn without_evidence(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => NO_EVIDENCE,
        Answer::No | Answer::NotApplicable => NOTHING_TO_SHOW,
    }
}

pub(crate) fn assertion(number: &str, title: &str) -> String {
    format!("{number}. {title}")
}

pub(crate) fn meaning(meaning: &str) -> String {
    format!("A yes says that the authority {meaning}.")
}

pub(crate) fn audit(received: Option<NaiveDate>, noted: Option<NaiveDate>, minute: Option<&str>) -> String {
    let received =
        received.map(|on| format!("The annual internal audit report was received on {}", english::date(on)));
    let minute = minute.map_or_else(String::new, |minute| format!(" (minute {minute})"));
    match (received, noted) {
        (Some(received), Some(noted)) => format!("{received} and noted on {}{minute}.", english::date(noted)),
        (Some(received), None) => format!("{received}; no meeting has noted it yet."),
        (None, Some(noted)) => {
            format!("The annual internal audit report was noted on {}{minute}.", english::date(noted))
        }
        (None, None) => NO_AUDIT.into(),
    }
}

pub(crate) fn approved(
    section: u8,
    body: &str,
    on: NaiveDate,
    resolved: bool,
    minute: Option<&str>,
) -> String {
    let how = if resolved { "by resolution " } else { "" };
    let minute = minute.map_or_else(String::new, |minute| format!(" (minute {minute})"));
    format!("{body} approved Section {section} {how}on {}{minute}.", english::date(on))
}

pub(crate) fn not_approved(section: u8) -> String {
    format!("Members have not approved Section {section} yet.")
}

pub(crate) fn officer_signed(on: NaiveDate) -> String {
    format!("The responsible financial officer signed Section 2 on {}.", english::date(on))
}

pub(crate) fn rights(rights: RightsPeriod) -> String {
    format!(
        "The public could inspect the accounts and put questions and objections to the auditor from {} to {}.",
        english::date(rights.first),
        english::date(rights.last)
    )
}

pub(crate) fn exempted(certified: NaiveDate, sent: Option<NaiveDate>, minute: Option<&str>) -> String {
    let minute = minute.map_or_else(String::new, |minute| format!(" (minute {minute})"));
    let sent = sent.map_or_else(String::new, |on| {
        format!(" and sent the certificate to the external auditor on {}", english::date(on))
    });
    format!("The authority certified itself exempt on {}{minute}{sent}.", english::date(certified))
}
