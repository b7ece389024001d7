//! The worksheet for a smaller authority's return: what to enter on the form, and what to do with it, on two sides.

use ags_document::{Block, Cell, Document, HouseStyle, Inline, white_space};
use ags_law::{
    AAR_2015, AGAR, Citation, Deadline, Milestone, PRACTITIONERS_GUIDE, SMALLER_2015, TRANSPARENCY_SMALLER,
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
        authority: &agar.authority.name,
        subject: phrases::SUBJECT,
        as_at: report.as_at,
        attachments: attachments::of_return(agar, report, house),
        opening: vec![Block::plain(phrases::opening(agar.form, agar.year, report.as_at))],
        body: sheet.body,
    }
    .document(house)
}

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
        let mut rows = Vec::new();
        let mut enter = |place: &str, words: &str, explanation: &str| {
            rows.push([cell(place), cell(words), cell(explanation)]);
        };
        if agar.form.is_some_and(Form::is_exempt) {
            enter(phrases::CERTIFICATE_INCOME, &income, phrases::NOT_NEEDED);
            enter(phrases::CERTIFICATE_EXPENDITURE, &expenditure, phrases::NOT_NEEDED);
        }
        let declaration = agar.form.is_some_and(Form::is_declaration);
        if !declaration {
            for (number, assertion) in self.assertions() {
                let Asked { title, .. } = number.asked();
                let place = phrases::assertion(&number.to_string(), title);
                let answer = assertion.map_or(phrases::UNANSWERED, |it| phrases::answer(it.answer));
                enter(&place, answer, &explanation(assertion));
            }
            enter(phrases::INCOME, &income, phrases::NOT_NEEDED);
            enter(phrases::EXPENDITURE, &expenditure, phrases::NOT_NEEDED);
            if let Some(sole) = agar.sole_trustee {
                enter(phrases::TRUST, phrases::yes_or_no(sole), phrases::NOT_NEEDED);
            }
        }
        self.body.push(Block::heading(1, phrases::ENTER));
        let columns = [phrases::WHERE, phrases::ENTRY, phrases::EXPLANATION];
        self.body.extend(Block::table(phrases::ENTER_CAPTION, columns, rows));
        if !declaration {
            self.body.push(Block::plain(phrases::OTHER_BOXES));
        }
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

    /// What the check of the return found, asks and still waits for.
    fn open(&mut self, entries: &Entries<'a>) {
        let Entries { not_met, due, questions, missing } = entries;
        let all = not_met.iter().chain(missing).chain(questions).chain(due);
        let items: Vec<Block> = all.flat_map(|entry| self.asks(entry)).collect();
        self.body.push(Block::heading(1, phrases::OPEN));
        self.body.push(Block::bullets(items).unwrap_or_else(|| Block::plain(phrases::NOTHING_OPEN)));
    }

    fn asks(&mut self, entry: &Entry<'a>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for ask in entry.asks.iter().chain(&entry.consequences) {
            let words = white_space::collapse(ask.words);
            let words = entry.due.map_or_else(|| words.clone(), |by| phrases::due(&words, by));
            let mut inlines = vec![Inline::Text(format!("{words} ("))];
            for (index, cited) in self.citations.inlines(&ask.results).into_iter().enumerate() {
                inlines.extend((index > 0).then(|| Inline::Text("; ".into())));
                inlines.push(cited);
            }
            inlines.push(Inline::Text(")".into()));
            blocks.push(Block::Paragraph(inlines));
        }
        blocks
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
        let guide = |part| PRACTITIONERS_GUIDE.part(part);
        let steps = [
            (phrases::RFO_SIGNS, on(second.rfo_signed), vec![AAR_2015.at("reg. 12(1)", REG_12)]),
            (
                phrases::AUDIT_NOTED,
                audit.and_then(|audit| Some(done(audit.noted?, audit.minute.as_ref()))),
                vec![guide("annual internal audit report")],
            ),
            (
                phrases::SECTION_1_APPROVED,
                first.approval.as_ref().map(approved),
                vec![AAR_2015.at("reg. 6(3)(b)", REG_6)],
            ),
            (
                if alone { phrases::SECTION_1_SIGNED_ALONE } else { phrases::SECTION_1_SIGNED },
                signed(&first.signatures, offices),
                vec![guide("section 1: approval process")],
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
        let rows = steps.map(|(step, done, provisions)| {
            let done = done.unwrap_or_else(|| phrases::NOT_YET.into());
            [cell(step), cell(&done), self.citations.provisions(&provisions)]
        });
        let columns = [phrases::STEP, phrases::DONE, phrases::PROVISION];
        self.body.push(Block::heading(1, phrases::STEPS));
        self.body.extend(Block::table(phrases::STEPS_CAPTION, columns, rows.into()));
        if let Some(Deadline { day, .. }) = self.deadline(Milestone::Draft) {
            self.body.push(Block::plain(phrases::all_by(day)));
        }
    }

    /// What is published, where and for how long, with the certificate of exemption.
    fn publication(&mut self) {
        let agar = self.agar;
        let (draft, review) = (self.deadline(Milestone::Draft), self.deadline(Milestone::Publish));
        let by = |deadline: Option<Deadline>| {
            deadline.map_or_else(|| english::NOT_STATED.into(), |deadline| english::date(deadline.day))
        };
        let mut rows = Vec::new();
        let mut row = |what: &str, by: String, done: Option<String>, provisions: Vec<Citation>| {
            let done = done.unwrap_or_else(|| phrases::NOT_YET.into());
            rows.push([cell(what), cell(&by), cell(&done), self.citations.provisions(&provisions)]);
        };
        let exempt = agar.form.is_some_and(Form::is_exempt);
        if exempt {
            let exemption = agar.exemption.as_ref();
            let certified = exemption.map(|it| done(it.certified, it.minute.as_ref()));
            let reg_9 = SMALLER_2015.part("reg. 9");
            row(phrases::CERTIFY, by(draft), certified, vec![reg_9, AGAR.part("certificate of exemption")]);
            row(phrases::SEND, by(draft), on(exemption.and_then(|it| it.sent)), vec![reg_9]);
        }
        if !agar.form.is_some_and(Form::is_declaration) {
            let published = on(agar.publication.draft.as_ref().map(|draft| draft.on));
            let mut provisions = vec![REG_15_2];
            provisions.extend(exempt.then(|| TRANSPARENCY_SMALLER.part("paras 18 and 19")));
            row(phrases::BEFORE_RIGHTS, by(draft), published, provisions);
            let month = draft.and_then(|draft| draft.day.succ_opt());
            let month = month.map_or_else(String::new, |first| first.format("%B").to_string());
            let period = phrases::period(draft.and_then(|draft| draft.rights), &month);
            let begins = phrases::AFTER_PUBLICATION.into();
            row(&period, begins, agar.rights.map(phrases::from_to), vec![REG_14, REG_15_1]);
        }
        if !exempt {
            let published = on(agar.publication.as_approved.as_ref().map(|published| published.on));
            row(phrases::REVIEWED, by(review), published, vec![REG_13]);
        }
        let columns = [phrases::WHAT, phrases::BY, phrases::DONE, phrases::PROVISION];
        self.body.push(Block::heading(1, phrases::PUBLISH));
        self.body.extend(Block::table(phrases::PUBLISH_CAPTION, columns, rows));
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

/// Why the answer is no, and what will be done.
fn explanation(assertion: Option<&Assertion>) -> String {
    let Some(assertion) = assertion.filter(|assertion| assertion.answer == Answer::No) else {
        return phrases::NOT_NEEDED.into();
    };
    let given = [assertion.explanation.as_ref(), assertion.remedy.as_ref()];
    let given: Vec<String> = given.into_iter().flatten().map(|words| line(words)).collect();
    let given = given.join(" ");
    if given.trim().is_empty() { phrases::NEEDED.into() } else { given }
}

/// The last day on which the offices signed, once all have.
fn signed(signatures: &[Signature], offices: &[Office]) -> Option<String> {
    let on = |office: &Office| {
        let by = signatures.iter().filter(|signature| signature.office == *office);
        by.map(|signature| signature.on).min()
    };
    let days: Option<Vec<NaiveDate>> = offices.iter().map(on).collect();
    days?.into_iter().max().map(english::date)
}

fn approved(approval: &Approval) -> String {
    done(approval.on, approval.minute.as_ref())
}

fn done(on: NaiveDate, minute: Option<&Text>) -> String {
    let minute = minute.map(|minute| line(minute)).filter(|minute| !minute.is_empty());
    phrases::done(on, minute.as_deref())
}

fn on(day: Option<NaiveDate>) -> Option<String> {
    day.map(english::date)
}

fn cell(words: &str) -> Cell {
    vec![Block::plain(words)]
}

fn line(words: &str) -> String {
    white_space::collapse(words).trim().to_owned()
}
