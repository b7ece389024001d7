//! What holds of every composed statement: what it says is given, a draft prompts for the rest once, and nothing else
//! is published. Its words are in the snapshots.

mod full;
mod plain;
mod published;
mod sentences;
mod snapshots;

use ags_document::Document;
use ags_statement::{SignOff, Statement, english};
use chrono::NaiveDate;
use serde_json::Value;

use crate::sample::{day, statement};
use crate::{Annex, Presentation, compose, compose_with};

/// The day on which the statements of these tests are presented.
fn presented() -> NaiveDate {
    day(2022, 11, 30)
}

fn composed(statement: &Statement) -> Document {
    compose(statement, presented())
}

fn with_evidence(statement: &Statement) -> Document {
    compose_with(
        statement,
        &Presentation { annexes: vec![Annex::Evidence], ..Presentation::new(presented()) },
    )
}

/// The sample that nobody considered, approved or signed.
fn draft() -> Statement {
    Statement { sign_off: SignOff::default(), ..statement() }
}

/// Statements with little and with much, drafts and approved ones.
fn samples() -> Vec<Statement> {
    let approved_without_review = Statement { review: bare().review, ..statement() };
    vec![statement(), draft(), bare(), full::statement(), approved_without_review]
}

/// Everything a reader sees, in reading order, with the spaces that no line ends at as other spaces.
fn words(document: &Document) -> String {
    spaced(&document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n"))
}

/// Words of a statement as [`words`] has them.
fn printed(words: &str) -> String {
    spaced(&english::typeset(words))
}

fn spaced(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

/// A statement with other values at some JSON pointers; `null` takes a value out. Objects on the way are made.
fn with(statement: &Statement, changes: &[(&str, Value)]) -> Statement {
    let mut value = serde_json::to_value(statement).unwrap();
    for (pointer, change) in changes {
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let parent = value.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
        match parent {
            Value::Array(items) => match last.parse::<usize>() {
                Ok(index) if index < items.len() => items[index] = change.clone(),
                _ => items.push(change.clone()),
            },
            Value::Object(fields) if change.is_null() => {
                fields.shift_remove(last);
            }
            Value::Object(fields) => {
                fields.insert(last.to_owned(), change.clone());
            }
            other => panic!("{pointer} leads into {other}"),
        }
    }
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{changes:?}: {error}"))
}

#[test]
fn a_draft_says_so_on_every_page_and_an_approved_statement_does_not() {
    assert!(composed(&draft()).status.is_some());
    assert_eq!(composed(&statement()).status, None);
}

#[test]
fn an_approved_statement_has_no_prompt_and_a_draft_prompts_for_each_thing_once() {
    let empty = Statement { review: bare().review, ..statement() };
    assert!(!words(&composed(&empty)).contains("[To be completed"));
    let words = words(&composed(&bare()));
    let mut prompts: Vec<&str> = words.lines().filter(|line| line.starts_with("[To be completed")).collect();
    let count = prompts.len();
    prompts.sort_unstable();
    prompts.dedup();
    assert!(count > 8, "{words}");
    assert_eq!(prompts.len(), count, "a prompt stands twice");
}

/// A draft with nothing but its local code.
fn bare() -> Statement {
    let statement = draft();
    let review =
        serde_json::json!({ "authority": statement.review.authority, "framework": "cipfa-solace-2016" });
    with(&statement, &[("/review", review)])
}

#[test]
fn no_statement_speaks_of_checks_or_of_itself() {
    for statement in samples().into_iter().filter(|sample| sample.approval(presented()).is_some()) {
        let document = Document { colophon: Vec::new(), ..with_evidence(&statement) };
        let words = words(&document).to_lowercase();
        for forbidden in [
            "does not say",
            "not stated",
            "not met",
            "sha-256",
            "needs review",
            "ags verify",
            "no level given",
        ] {
            assert!(!words.contains(forbidden), "{forbidden:?}:\n{words}");
        }
    }
}

#[test]
fn only_those_whom_somebody_or_the_law_of_scotland_names_have_a_place_to_sign() {
    let places = |statement: &Statement| {
        let text = plain::text(&composed(statement).body);
        text.lines().filter(|line| line.starts_with("sign: ")).map(str::to_owned).collect::<Vec<_>>()
    };
    for nation in ["england", "wales", "northern-ireland"] {
        let draft = with(&draft(), &[("/local_code/authority/nation", nation.into())]);
        assert_eq!(places(&draft), [""; 0], "{nation}");
    }
    let scots = with(&draft(), &[("/local_code/authority/nation", "scotland".into())]);
    assert_eq!(places(&scots), ["sign: Chief executive | room", "sign: Leading member | room"]);
    let mayor = serde_json::json!([{ "office": "leading-member", "title": "Mayor" }]);
    assert_eq!(places(&with(&scots, &[("/sign_off/signatories", mayor)])), ["sign: Mayor | room"]);
    let unsigned = with(&statement(), &[("/sign_off/signatures", serde_json::json!([]))]);
    assert_eq!(places(&unsigned), [""; 0], "an approved statement has no prompt either");
    assert!(!words(&composed(&unsigned)).contains("[To be completed"));
}

/// The key points of each principle that has some, by the first word of each.
fn key_points(statement: &Statement) -> Vec<Vec<String>> {
    let text = plain::text(&composed(statement).body);
    let lists = text.split("Key points:\n").skip(1);
    let points = lists.map(|list| list.lines().map_while(|line| line.strip_prefix("- ")));
    points.map(|list| list.filter_map(|point| point.split(' ').next()).map(str::to_owned).collect()).collect()
}

#[test]
fn what_is_printed_with_one_principle_gives_way_to_the_next_best_in_another() {
    let text = |words: &str| serde_json::json!(words);
    let of_b = "/local_code/principles/1/arrangements";
    let (first, second) = (format!("{of_b}/0/evidence/0/text"), format!("{of_b}/2/evidence/0/text"));
    let code = "Members adopted the revised code of conduct.";
    let same = with(&draft(), &[(&first, text(code)), (&second, text(code))]);
    assert_eq!(key_points(&same)[..2], [vec!["Members", "The", "Counsel\u{2019}s"], vec!["The"]]);

    // What the council chose stays, also twice; and an earlier principle leaves it to the one that it was chosen for.
    let chosen = serde_json::json!(["E-A1"]);
    let in_b = with(&draft(), &[("/review/assessments/1/key_points", chosen.clone())]);
    assert_eq!(key_points(&in_b)[..2], [vec!["The", "Counsel\u{2019}s"], vec!["Members"]]);
    let in_both = with(&in_b, &[("/review/assessments/0/key_points", chosen)]);
    assert_eq!(key_points(&in_both)[..2], [["Members"], ["Members"]]);

    // Pieces with names alone are not the same.
    let (panels, papers) = (first.replace("text", "name"), second.replace("text", "name"));
    let blank = [(&first, " "), (&second, " "), (&panels, "Panels"), (&papers, "Papers")]
        .map(|(at, it)| (at.as_str(), text(it)));
    assert_eq!(key_points(&with(&draft(), &blank))[1].len(), 3);
}

#[test]
fn every_composed_document_is_valid() {
    for statement in samples() {
        assert_eq!(with_evidence(&statement).violations(), []);
    }
}

#[test]
fn a_section_that_is_chosen_comes_first() {
    let presentation =
        Presentation { sections: vec![crate::Section::Approval], ..Presentation::new(presented()) };
    let document = compose_with(&statement(), &presentation);
    assert!(plain::text(&document.body[..1]).contains("Approval and signatures"));
}
