//! The worksheet for a smaller authority's return: what to enter on the form, and what to do with it, on two sides.

use ags_document::white_space::collapse as line;
use ags_document::{Block, Document, HouseStyle, Inline};
use ags_law::{
    AAR_2015, Citation, Deadline, Milestone, PRACTITIONERS_GUIDE, SMALLER_2015, TRANSPARENCY_SMALLER,
};
use ags_report::{Entries, Entry, Report};
use ags_statement::agar::{Agar, Answer, Asked, Assertion, AssertionNumber, Form};
use ags_statement::{Approval, Office, Signature, english};
use chrono::NaiveDate;
use governance_model::{Category, Text};

use crate::attachments::{self, RETURN_FILE};
use crate::citations::Citations;
use crate::paper::Paper;
use crate::phrases::worksheet as phrases;

const REG_6: &str = "https://www.legislation.gov.uk/uksi/2015/234/regulation/6";
const REG_12: &str = "https://www.legislation.gov.uk/uksi/2015/234/regulation/12";
const REG_13: Citation = AAR_2015.at("reg. 13", "https://www.legislation.gov.uk/uksi/2015/234/regulation/13");
const REG_14: Citation =
    AAR_2015.at("reg. 14(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/14");
const REG_15_1: Citation =
    AAR_2015.at("reg. 15(1)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15");
const REG_15_2: Citation =
    AAR_2015.at("reg. 15(2)", "https://www.legislation.gov.uk/uksi/2015/234/regulation/15");

/// Composes the worksheet for a smaller authority's return, with what the report of its check found.
///
/// It is not the form of the return. Every return gives a document without [violations](Document::violations), and the
/// same return, report and house style always give the same one.
///
/// ```
/// use ags_document::HouseStyle;
/// let agar = ags_statement::example::agar()?;
/// let report = ags_rules::check_agar(&agar, "2024-09-30".parse()?);
/// let worksheet = ags_working_papers::worksheet(&agar, &report, &HouseStyle::default());
/// assert!(worksheet.title.ends_with("2023/24 (not the form)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn worksheet(agar: &Agar, report: &Report, house: &HouseStyle) -> Document {
    let mut sheet =
        Worksheet { agar, as_at: report.as_at, citations: Citations::default(), body: Vec::new() };
    sheet.entries_on_the_form();
    let entries = report.entries();
    sheet.open(&entries);
    if !agar.form.is_some_and(Form::is_declaration) {
        sheet.steps();
    }
    sheet.publication();
    sheet.end();
    Paper {
        title: phrases::title(agar.year),
        header: phrases::header(agar.year),
        authority: &agar.authority.name,
        subject: phrases::SUBJECT,
        as_at: report.as_at,
        attachments: attachments::of_return(agar, report, house),
        opening: vec![Block::plain(phrases::opening(agar.form, agar.year, report.as_at))],
        body: sheet.body,
    }
    .document(house)
}

/// The day on which something was done, and that day in words.
type Done = (NaiveDate, String);

/// The sections written so far, and what they cite.
struct Worksheet<'a> {
    agar: &'a Agar,
    as_at: NaiveDate,
    citations: Citations<'a>,
    body: Vec<Block>,
}

impl<'a> Worksheet<'a> {
    /// What goes where on the form.
    fn entries_on_the_form(&mut self) {
        let agar = self.agar;
        let amount = |amount: Option<u64>| amount.map_or_else(|| english::NOT_STATED.into(), english::pounds);
        let [income, expenditure] = [agar.gross_income, agar.gross_expenditure].map(amount);
        let mut items = Vec::new();
        let mut enter = |place: &str, words: &str| {
            let place = Inline::Strong(phrases::place(place));
            items.push(Block::Paragraph(vec![place, Inline::Text(format!(" {words}"))]));
        };
        if agar.form.is_some_and(Form::is_exempt) {
            enter(phrases::CERTIFICATE, &phrases::certificate(&income, &expenditure));
        }
        let declaration = agar.form.is_some_and(Form::is_declaration);
        if !declaration {
            for (numbers, words) in self.answers() {
                enter(&phrases::assertions(&numbers), &words);
            }
            enter(phrases::INCOME, &phrases::income(&income));
            enter(phrases::EXPENDITURE, &phrases::expenditure(&expenditure));
            if let Some(sole) = agar.sole_trustee {
                enter(phrases::TRUST, phrases::yes_or_no(sole));
            }
        }
        self.body.push(Block::heading(1, phrases::ENTER));
        self.body.extend(Block::bullets(items));
        if !declaration {
            self.body.push(Block::plain(phrases::OTHER_BOXES));
        }
    }

    /// The numbers of the assertions with the same entry, and the entry, in the order of their first numbers.
    fn answers(&self) -> Vec<(Vec<AssertionNumber>, String)> {
        let mut answers: Vec<(Vec<AssertionNumber>, String)> = Vec::new();
        for (number, assertion) in self.assertions() {
            let words = entry(assertion);
            match answers.iter_mut().find(|(_, known)| *known == words) {
                Some((numbers, _)) => numbers.push(number),
                None => answers.push((vec![number], words)),
            }
        }
        answers
    }

    /// The assertions answered, and those of the year's form that are not, by number.
    fn assertions(&self) -> Vec<(AssertionNumber, Option<&'a Assertion>)> {
        let agar = self.agar;
        let meeting = agar.form.is_some_and(Form::is_for_parish_meetings);
        let asked = agar.year.into_iter().flat_map(Asked::in_year).map(|asked| asked.number);
        let unanswered = asked.filter(|number| {
            agar.answers(*number).next().is_none() && !(meeting && *number == AssertionNumber::TRUST_FUNDS)
        });
        let answered = agar.assertions.iter().map(|assertion| (assertion.number, Some(assertion)));
        let mut all: Vec<_> = answered.chain(unanswered.map(|number| (number, None))).collect();
        all.sort_by_key(|(number, _)| *number);
        all
    }

    /// What the check of the return found and asks; what is due is among the steps.
    fn open(&mut self, entries: &Entries<'a>) {
        let Entries { not_met, questions, missing, .. } = entries;
        let all = not_met.iter().chain(missing).chain(questions);
        let items: Vec<Block> = all.flat_map(|entry| self.asks(entry)).collect();
        match Block::bullets(items) {
            Some(items) => self.body.extend([Block::heading(1, phrases::OPEN), items]),
            None => self.body.push(Block::plain(phrases::NOTHING_OPEN)),
        }
    }

    fn asks(&mut self, entry: &Entry<'a>) -> Vec<Block> {
        let asks = entry.asks.iter().chain(&entry.consequences);
        asks.map(|ask| {
            let cited = self.citations.inlines(&ask.results);
            Block::Paragraph(with_provisions(line(ask.words), cited))
        })
        .collect()
    }

    fn deadline(&self, milestone: Milestone) -> Option<Deadline> {
        ags_law::deadline(milestone, self.agar.year?, Category::Two, self.as_at)
    }

    /// Who approves and signs what, in which order.
    fn steps(&mut self) {
        let agar = self.agar;
        let (first, second) = (&agar.section_1, &agar.section_2);
        let audit = agar.internal_audit.as_ref();
        let alone = agar.form.is_some_and(Form::is_for_parish_meetings);
        let offices: &[Office] =
            if alone { &[Office::LeadingMember] } else { &[Office::LeadingMember, Office::ChiefExecutive] };
        let steps = [
            (phrases::RFO_SIGNS, on(second.rfo_signed), vec![AAR_2015.at("reg. 12(1)", REG_12)]),
            (
                phrases::AUDIT_NOTED,
                audit.and_then(|audit| Some(done(audit.noted?, audit.minute.as_ref()))),
                vec![PRACTITIONERS_GUIDE.part("annual internal audit report")],
            ),
            (
                phrases::SECTION_1_APPROVED,
                first.approval.as_ref().map(approved),
                vec![AAR_2015.at("reg. 6(3)(b)", REG_6)],
            ),
            (
                if alone { phrases::SECTION_1_SIGNED_ALONE } else { phrases::SECTION_1_SIGNED },
                signed(&first.signatures, offices),
                vec![PRACTITIONERS_GUIDE.part("section 1")],
            ),
            (
                phrases::SECTION_2_APPROVED,
                second.approval.as_ref().map(approved),
                vec![AAR_2015.at("reg. 12(2)", REG_12), AAR_2015.at("reg. 6(4)(a)", REG_6)],
            ),
            (
                phrases::SECTION_2_SIGNED,
                signed(&second.signatures, &[Office::LeadingMember]),
                vec![AAR_2015.at("reg. 12(2)", REG_12)],
            ),
        ];
        self.body.push(Block::heading(1, phrases::STEPS));
        if let Some(Deadline { day, .. }) = self.deadline(Milestone::Draft) {
            self.body.push(Block::plain(phrases::all_by(day)));
        }
        let items = steps.map(|(step, done, provisions)| vec![self.step(step, None, done, &provisions)]);
        self.body.push(Block::Numbered(items.into()));
    }

    /// A step with its last day, the day it was done and its provisions.
    fn step(
        &mut self,
        step: &str,
        by: Option<NaiveDate>,
        done: Option<Done>,
        provisions: &[Citation],
    ) -> Block {
        let cited = self.citations.provisions(provisions);
        Block::Paragraph(with_provisions(phrases::step(step, by, &self.state(done)), cited))
    }

    /// A step that is recorded for a day after that of the check is planned.
    fn state(&self, done: Option<Done>) -> String {
        match done {
            None => phrases::NOT_YET.into(),
            Some((day, words)) if day > self.as_at => phrases::planned(&words),
            Some((_, words)) => phrases::done(&words),
        }
    }

    /// What is published, where and for how long, with the certificate of exemption.
    fn publication(&mut self) {
        let agar = self.agar;
        let (draft, review) = (self.deadline(Milestone::Draft), self.deadline(Milestone::Publish));
        let by = |deadline: Option<Deadline>| deadline.map(|deadline| deadline.day);
        let exempt = agar.form.is_some_and(Form::is_exempt);
        let mut items = Vec::new();
        if exempt {
            let exemption = agar.exemption.as_ref();
            let certified = exemption.map(|it| done(it.certified, it.minute.as_ref()));
            let sent = on(exemption.and_then(|it| it.sent));
            let reg_9 = SMALLER_2015.part("reg. 9");
            items.push(self.step(phrases::CERTIFY, None, certified, &[reg_9]));
            items.push(self.step(phrases::SEND, by(draft), sent, &[reg_9]));
        }
        if !agar.form.is_some_and(Form::is_declaration) {
            let published = on(agar.publication.draft.as_ref().map(|draft| draft.on));
            let code = exempt.then(|| TRANSPARENCY_SMALLER.part("paras 18 and 19"));
            let provisions: Vec<Citation> = [REG_15_2].into_iter().chain(code).collect();
            items.push(self.step(phrases::BEFORE_RIGHTS, by(draft), published, &provisions));
            let month = draft.and_then(|draft| draft.day.succ_opt());
            let month = month.map_or_else(String::new, |first| first.format("%B").to_string());
            let period = phrases::period(draft.and_then(|draft| draft.rights), &month);
            items.push(self.step(
                &period,
                None,
                agar.rights.map(|rights| (rights.first, phrases::from_to(rights))),
                &[REG_14, REG_15_1],
            ));
        }
        if !exempt {
            let published = on(agar.publication.as_approved.as_ref().map(|published| published.on));
            items.push(self.step(phrases::REVIEWED, by(review), published, &[REG_13]));
        }
        self.body
            .push(Block::heading(1, if exempt { phrases::CERTIFY_AND_PUBLISH } else { phrases::PUBLISH }));
        self.body.extend(Block::bullets(items));
    }

    /// The key to the instruments, and the digest of the return.
    fn end(&mut self) {
        let key: Vec<String> = self.citations.key().map(|(short, name)| phrases::key(short, name)).collect();
        if !key.is_empty() {
            self.body.push(Block::plain(key.join(" ")));
        }
        let digest = self.agar.digest().grouped();
        self.body
            .push(Block::Together(vec![Block::plain(phrases::digest(RETURN_FILE)), Block::plain(digest)]));
    }
}

/// What is entered for an assertion; after a no, why, and what will be done.
fn entry(assertion: Option<&Assertion>) -> String {
    let Some(assertion) = assertion else { return phrases::UNANSWERED.into() };
    let answer = phrases::answer(assertion.answer);
    if assertion.answer != Answer::No {
        return answer.into();
    }
    let given = [assertion.explanation.as_ref(), assertion.remedy.as_ref()];
    let given = given.into_iter().flatten().map(|words| line(words)).collect::<Vec<_>>().join(" ");
    phrases::explained(if given.trim().is_empty() { phrases::EXPLANATION_NEEDED } else { &given })
}

/// Words with the provisions after them.
fn with_provisions(words: String, cited: Vec<Inline>) -> Vec<Inline> {
    let mut inlines = vec![Inline::Text(words)];
    for (index, cited) in cited.into_iter().enumerate() {
        inlines.push(Inline::Text(if index == 0 { " (" } else { "; " }.into()));
        inlines.push(cited);
    }
    inlines.extend((inlines.len() > 1).then(|| Inline::Text(")".into())));
    inlines
}

/// The last day on which the offices signed, once all have.
fn signed(signatures: &[Signature], offices: &[Office]) -> Option<Done> {
    let signed = |office: &Office| {
        let by = signatures.iter().filter(|signature| signature.office == *office);
        by.map(|signature| signature.on).min()
    };
    let days: Option<Vec<NaiveDate>> = offices.iter().map(signed).collect();
    on(days?.into_iter().max())
}

fn approved(approval: &Approval) -> Done {
    done(approval.on, approval.minute.as_ref())
}

fn done(on: NaiveDate, minute: Option<&Text>) -> Done {
    let minute = minute.map(|minute| line(minute)).filter(|minute| !minute.is_empty());
    (on, phrases::minuted(on, minute.as_deref()))
}

fn on(day: Option<NaiveDate>) -> Option<Done> {
    day.map(|day| (day, english::date(day)))
}

#[cfg(test)]
mod tests {
    use ags_document::{Document, HouseStyle};
    use ags_statement::agar::{Agar, Form, Section1, Section2};
    use ags_statement::{Publication, example};
    use chrono::NaiveDate;

    use super::worksheet;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).unwrap()
    }

    fn composed(agar: &Agar, as_at: NaiveDate) -> Document {
        worksheet(agar, &ags_rules::check_agar(agar, as_at), &HouseStyle::default())
    }

    /// The words of each paragraph.
    fn paragraphs(document: &Document) -> String {
        let mut lines = String::new();
        let mut before = String::new();
        for (at, words) in document.words() {
            let paragraph = at.split("/paragraph/").next().unwrap_or_default().to_owned();
            lines.push_str(if paragraph == before { "" } else { "\n" });
            lines.push_str(words);
            before = paragraph;
        }
        lines.replace('\u{a0}', " ")
    }

    #[test]
    fn it_says_what_to_enter_where_and_in_which_order_to_do_what() {
        let document = composed(&example::agar().unwrap(), day(9, 30));
        assert_eq!(document.violations(), []);
        assert_eq!((document.status, document.furniture.contents), (None, None));
        let words = paragraphs(&composed(&example::agar().unwrap(), day(9, 30)));
        for expected in [
            "Worksheet for the Annual Governance and Accountability Return 2023/24 (not the form)",
            "Members approve Form 3, which the chairman and the clerk sign; this worksheet is not for signature.",
            "Section 1, assertions 1 to 5, 7 and 8: Yes",
            "Section 1, assertion 6: No. On a separate sheet: The internal auditor was appointed in October 2023",
            "Section 2, boxes 2 and 3: £84,210 together: gross income",
            "No check found anything missing or wrong.",
            "Members as a whole approve Section 1 by resolution. Done: 14 May 2024 (minute 24/051). (AAR 2015, reg. \
             6(3)(b))",
            "30 working days, including the first ten working days of July. Done: 3 June 2024 to 12 July 2024.",
            "On the website, for at least five years",
            "AAR 2015: Accounts and Audit Regulations 2015 (SI 2015/234).",
        ] {
            assert!(words.contains(expected), "{expected:?} is missing in:{words}");
        }
    }

    #[test]
    fn what_is_not_answered_and_not_explained_is_said_in_its_place() {
        let mut agar = example::agar().unwrap();
        agar.assertions.remove(2);
        for assertion in &mut agar.assertions {
            (assertion.explanation, assertion.remedy) = (None, None);
        }
        let words = paragraphs(&composed(&agar, day(9, 30)));
        for expected in [
            "Section 1, assertion 3: No answer is given",
            "Section 1, assertion 6: No. On a separate sheet: an explanation is needed but is not given",
            "What is missing or wrong",
        ] {
            assert!(words.contains(expected), "{expected:?} is missing in:{words}");
        }
    }

    #[test]
    fn what_is_recorded_for_a_later_day_is_planned_and_what_is_not_recorded_is_not_done() {
        let mut agar = example::agar().unwrap();
        let planned = paragraphs(&composed(&agar, day(5, 1)));
        assert!(planned.contains("Section 2. Planned: 7 May 2024. (AAR 2015, reg. 12(1))"), "{planned}");
        (agar.section_1, agar.section_2) = (Section1::default(), Section2::default());
        agar.publication = Publication::default();
        let words = paragraphs(&composed(&agar, day(5, 1)));
        assert!(words.contains("approve Section 1 by resolution. Not yet. (AAR"), "{words}");
        assert!(words.contains("All steps by 30 June 2024"), "{words}");
    }

    #[test]
    fn an_exempt_authority_certifies_and_sends_its_certificate() {
        let words = paragraphs(&composed(&example::exempt_agar().unwrap(), day(9, 30)));
        for expected in [
            "Only the certificate of exemption goes to the external auditor.",
            "Certificate of exemption: Gross income",
            "Send the certificate of exemption to the external auditor. By 30 June 2024. Done: 15 May 2024. \
             (LASAR 2015, reg. 9)",
        ] {
            assert!(words.contains(expected), "{expected:?} is missing in:{words}");
        }
        assert!(!words.contains("any certificate or opinion of the auditor"), "{words}");
    }

    #[test]
    fn the_form_was_called_part_until_2020_21() {
        let of = |year: &str| {
            let agar = Agar { year: Some(year.parse().unwrap()), ..example::agar().unwrap() };
            paragraphs(&composed(&agar, day(9, 30)))
        };
        assert!(of("2020/21").contains("Part 3, which the chairman"));
        assert!(of("2021/22").contains("Form 3, which the chairman"));
    }

    #[test]
    fn a_declaration_and_an_empty_return_give_valid_documents() {
        let mut declaration = example::exempt_agar().unwrap();
        declaration.form = Some(Form::OnePm);
        let mut bare = example::agar().unwrap();
        (bare.year, bare.form, bare.assertions) = (None, None, Vec::new());
        bare.authority.name = "x".parse().unwrap();
        for agar in [declaration, bare] {
            let document = composed(&agar, day(9, 30));
            assert_eq!(document.violations(), []);
        }
    }
}
