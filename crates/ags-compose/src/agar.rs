//! The return of a smaller authority, from its report to a document.

use ags_statement::english;
use governance_model::Text;

use super::prose::{
    Body, bullets, cell, filled, heading, line, lines, marked, paragraphs, some_line, sourced, table,
};
use super::{checks, colophon, cover, furniture, names, sign_off};
use crate::phrases::agar as phrases;
use ags_document::HouseStyle;
use ags_document::{Block, Cell, Document, Inline};
use ags_report::Report;
use ags_statement::agar::{Agar, Answer, Asked, Assertion, Form};
use ags_statement::{Approval, Office, Signature};

/// Composes the document of a smaller authority's return, with the report of its checks.
///
/// Every return gives a document without [violations](Document::violations), and the same return and report always give
/// the same one. It does not replace the form, which is what goes to the auditor.
#[must_use]
pub fn compose_agar(agar: &Agar, report: &Report) -> Document {
    compose_agar_with(agar, report, &HouseStyle::default())
}

/// Composes the document of a return in the authority's house style.
#[must_use]
pub fn compose_agar_with(agar: &Agar, report: &Report, house: &HouseStyle) -> Document {
    let author = house.name(|| names::author(&agar.authority));
    let approval = agar.section_1.approval.as_ref();
    let title = phrases::title(agar.year);
    let mut body = Vec::new();
    opening(agar, &mut body);
    if !agar.form.is_some_and(Form::is_declaration) {
        section_1(agar, &mut body);
        approvals(agar, &mut body);
    }
    publication(agar, &mut body);
    checks::compose(approval, report, &mut body);
    let attachments = colophon::compose(agar, report, house, &mut body);
    Document {
        subject: phrases::subject(&author, agar.year),
        language: crate::phrases::LANGUAGE.into(),
        date: report.as_at,
        status: approval.is_none().then(|| crate::phrases::cover::NOT_APPROVED.into()),
        accent: house.accent,
        crest: house.crest.then(|| crate::phrases::cover::crest(&author)),
        attachments,
        furniture: furniture::compose(&author, &title),
        cover: cover::compose(&author, approval, report, ags_document::marks(&body)),
        title,
        author,
        body,
    }
}

fn opening(agar: &Agar, body: &mut Body) {
    body.push(heading(1, phrases::OPENING));
    let form = agar.form.map(|form| phrases::form(form, agar.year));
    let mut made = phrases::made_on(form, agar.year);
    if let Some(form) = agar.form {
        made = format!("{made} {}", phrases::purpose(form));
    }
    body.push(sourced(made, &agar.source));
    body.push(sourced(phrases::amounts(agar.gross_income, agar.gross_expenditure), &agar.source));
    if agar.form.is_some_and(Form::is_declaration) {
        body.push(Block::plain(phrases::NO_SECTIONS));
        return;
    }
    let count = |answer| agar.assertions.iter().filter(|assertion| assertion.answer == answer).count();
    let (yes, no, not_applicable) = (count(Answer::Yes), count(Answer::No), count(Answer::NotApplicable));
    body.push(Block::plain(phrases::counted(yes, no, not_applicable, unanswered(agar).count())));
    if let Some(sole) = agar.sole_trustee {
        body.push(sourced(phrases::trustee(sole), &agar.source));
    }
}

/// The assertions that the form of the year has and the return does not answer.
fn unanswered(agar: &Agar) -> impl Iterator<Item = &'static Asked> {
    let asked = agar.year.into_iter().flat_map(Asked::in_year);
    let meeting = agar.form.is_some_and(Form::is_for_parish_meetings);
    let trust = ags_statement::agar::AssertionNumber::TRUST_FUNDS;
    asked.filter(move |asked| {
        agar.answers(asked.number).next().is_none() && !(meeting && asked.number == trust)
    })
}

fn section_1(agar: &Agar, body: &mut Body) {
    body.push(heading(1, phrases::SECTION_1));
    let answered = agar.assertions.iter().map(|one| (one.number, answered(one)));
    let unanswered = unanswered(agar).map(|asked| (asked.number, not_answered(asked)));
    let mut rows: Vec<_> = answered.chain(unanswered).collect();
    rows.sort_by_key(|(number, _)| *number);
    let columns = [phrases::ASSERTION, phrases::ANSWER, phrases::EVIDENCE];
    body.extend(table(phrases::CAPTION, columns, rows.into_iter().map(|(_, row)| row).collect()));
    let noes = agar.assertions.iter().filter(|assertion| assertion.answer == Answer::No);
    let rows: Vec<_> = noes.map(explained).collect();
    let columns = [phrases::ASSERTION, phrases::WHY, phrases::REMEDY];
    if let Some(table) = table(phrases::EXPLANATIONS_CAPTION, columns, rows) {
        body.extend([heading(2, phrases::EXPLANATIONS), table]);
    }
}

fn answered(assertion: &Assertion) -> [Cell; 3] {
    let answer = vec![Inline::Text(phrases::answer(assertion.answer).into())];
    let evidence = lines(&assertion.evidence).into_iter().map(Block::plain);
    let evidence =
        bullets(evidence).unwrap_or_else(|| Block::plain(phrases::without_evidence(assertion.answer)));
    [
        named(assertion.number.asked()),
        vec![Block::Paragraph(marked(answer, &assertion.source))],
        vec![evidence],
    ]
}

fn not_answered(asked: &Asked) -> [Cell; 3] {
    [named(asked), cell(Some(phrases::UNANSWERED.into())), cell(Some(phrases::NOTHING_TO_SHOW.into()))]
}

/// An assertion by number and title, with what the answer "yes" means.
fn named(asked: &Asked) -> Cell {
    let title = phrases::assertion(&asked.number.to_string(), asked.title);
    vec![Block::plain(title), Block::plain(phrases::meaning(asked.meaning))]
}

fn explained(assertion: &Assertion) -> [Cell; 3] {
    let Asked { number, title, .. } = assertion.number.asked();
    let explanation = |words: Option<&Text>| {
        filled(words.map_or_else(Vec::new, |words| paragraphs(words, &assertion.source)))
    };
    [
        cell(Some(phrases::assertion(&number.to_string(), title))),
        explanation(assertion.explanation.as_ref()),
        explanation(assertion.remedy.as_ref()),
    ]
}

/// The internal audit report, and who approved and signed both sections.
fn approvals(agar: &Agar, body: &mut Body) {
    body.push(heading(1, phrases::SIGN_OFF));
    body.push(match &agar.internal_audit {
        None => Block::plain(phrases::NO_AUDIT),
        Some(report) => {
            let minute = some_line(report.minute.as_ref());
            sourced(phrases::audit(report.received, report.noted, minute.as_deref()), &report.source)
        }
    });
    let chairman = (Office::LeadingMember, phrases::CHAIRMAN);
    let clerk = (Office::ChiefExecutive, phrases::CLERK);
    let offices: &[_] = match agar.form {
        Some(form) if form.is_for_parish_meetings() => &[chairman],
        _ => &[chairman, clerk],
    };
    let first = &agar.section_1;
    let mut together = vec![resolved(1, first.approval.as_ref())];
    together.extend(signatures(phrases::SECTION_1_SIGNED, &first.signatures, offices));
    body.push(Block::Together(together));
    let second = &agar.section_2;
    let mut together = Vec::new();
    together.extend(second.rfo_signed.map(|on| Block::plain(phrases::officer_signed(on))));
    together.push(resolved(2, second.approval.as_ref()));
    together.extend(signatures(phrases::SECTION_2_SIGNED, &second.signatures, &[chairman]));
    body.push(Block::Together(together));
}

fn resolved(section: u8, approval: Option<&Approval>) -> Block {
    let Some(approval) = approval else {
        return Block::plain(phrases::not_approved(section));
    };
    let minute = some_line(approval.minute.as_ref());
    let body = english::capital(&names::body(&approval.body));
    let text = phrases::approved(section, &body, approval.on, approval.by_resolution, minute.as_deref());
    sourced(text, &approval.source)
}

fn signatures(caption: &str, signed: &[Signature], offices: &[(Office, &str)]) -> Option<Block> {
    let missing = |office: Office| signed.iter().all(|signature| signature.office != office);
    let unsigned = offices.iter().filter(|(office, _)| missing(*office));
    sign_off::signatures(caption, signed, unsigned.map(|(_, title)| line(title)).collect())
}

/// The exemption, the public rights, and what was published when and where.
fn publication(agar: &Agar, body: &mut Body) {
    let exemption = agar.exemption.as_ref().map(|exemption| {
        let minute = some_line(exemption.minute.as_ref());
        sourced(phrases::exempted(exemption.certified, exemption.sent, minute.as_deref()), &exemption.source)
    });
    let rights = agar.rights.map(|rights| sourced(phrases::rights(rights), &agar.source));
    let mut blocks: Vec<Block> = exemption.into_iter().chain(rights).collect();
    blocks.extend(sign_off::publications(&agar.publication));
    if !blocks.is_empty() {
        body.push(heading(1, phrases::PUBLICATION));
        body.extend(blocks);
    }
}

#[cfg(test)]
mod tests {
    use super::compose_agar;
    use crate::sample::{self, day};
    use ags_document::Document;
    use ags_statement::Publication;
    use ags_statement::agar::{Agar, Form};

    fn composed(agar: &Agar) -> Document {
        compose_agar(agar, &ags_rules::check_agar(agar, day(2024, 9, 30)))
    }

    fn words(document: &Document) -> String {
        document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_reader_finds_the_answers_the_reason_for_a_no_and_who_signed() {
        let document = composed(&sample::agar());
        assert_eq!(document.violations(), []);
        assert_eq!(document.status, None);
        let words = words(&document);
        for expected in [
            "Annual Governance and Accountability Return 2023/24",
            "made on Form 3",
            "Gross income of the year: £84,210.",
            "Of nine assertions seven are answered yes, one answered no and one not applicable.",
            "6. Internal audit",
            "The internal auditor was appointed in October 2023",
            "The auditor is appointed for 2024/25 to 2026/27",
            "The Example Parish Council approved Section 1 by resolution on 14 May 2024 (minute 24/051).",
            "The responsible financial officer signed Section 2 on 7 May 2024.",
            "from 3 June 2024 to 12 July 2024",
            "Nothing that was checked is left unmet.",
        ] {
            assert!(words.contains(expected), "{expected:?} is missing in:\n{words}");
        }
    }

    #[test]
    fn a_missing_answer_is_reported_in_its_place() {
        let mut agar = sample::agar();
        agar.assertions.remove(2);
        let words = words(&composed(&agar));
        let third = words.find("3. Compliance with laws").unwrap();
        assert!(words[third..].find("Not answered").unwrap() < words[third..].find("4. Exercise").unwrap());
    }

    #[test]
    fn a_draft_is_marked_on_every_page_and_lists_who_has_not_signed() {
        let mut agar = sample::agar();
        (agar.section_1, agar.section_2) =
            (ags_statement::agar::Section1::default(), ags_statement::agar::Section2::default());
        agar.publication = Publication::default();
        let document = composed(&agar);
        assert_eq!(document.violations(), []);
        assert_eq!(document.status.as_deref(), Some("Draft: not approved"));
        let words = words(&document);
        assert!(
            words.contains("Members have not approved Section 1 yet.") && words.contains("Not yet signed")
        );
    }

    #[test]
    fn the_form_was_called_part_until_2020_21() {
        let of = |year: &str| words(&composed(&Agar { year: Some(year.parse().unwrap()), ..sample::agar() }));
        assert!(of("2020/21").contains("made on Part 3."));
        assert!(of("2021/22").contains("made on Form 3."));
    }

    #[test]
    fn a_declaration_and_an_empty_return_give_valid_documents() {
        let mut declaration = sample::exempt_agar();
        declaration.form = Some(Form::OnePm);
        let bare: Agar = governance_model::read::toml(
            b"authority = { name = '', kind = 'not-stated', nation = 'england' }",
            "bare.toml",
        )
        .unwrap();
        for agar in [declaration, bare] {
            let document = composed(&agar);
            assert_eq!(document.violations(), []);
        }
    }
}
