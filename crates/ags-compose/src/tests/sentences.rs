//! Every sentence, heading and label that is added to a council's own words, held against the data that would make it
//! false or leave it without anything to say.

mod cases;
mod phrases;

use std::collections::BTreeSet;

use ags_statement::Statement;
use serde_json::{Value, json};

use super::{draft, full, presented, samples, with, words};
use crate::{Annex, Presentation, compose_with};
use cases::{Case, cases};
use phrases::Phrase;

/// Everything a reader sees with the annex, each run of words on a line of its own.
fn printed(statement: &Statement) -> String {
    let presentation = Presentation { annexes: vec![Annex::Evidence], ..Presentation::new(presented()) };
    format!("\n{}\n", words(&compose_with(statement, &presentation)))
}

#[test]
fn every_phrase_stands_on_its_data_and_falls_with_it() {
    let mut wrong = Vec::new();
    for Case { phrases, words, base, given, false_with } in cases() {
        let base = with(&base, &given);
        let words = &super::printed(words);
        if !printed(&base).contains(words) {
            wrong.push(format!("{phrases}: {words:?} is not printed with its data"));
        }
        for changes in false_with {
            if printed(&with(&base, &changes)).contains(words) {
                wrong.push(format!("{phrases}: {words:?} is printed with {changes:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_phrase_is_in_a_case_with_its_own_words() {
    let cases = cases();
    let mut wrong = Vec::new();
    let mut known = BTreeSet::new();
    for phrase in phrases::all() {
        let mut of =
            cases.iter().filter(|case| case.phrases.split_whitespace().any(|name| name == phrase.name));
        let elsewhere = phrases::PARTS.iter().chain(&phrases::OF_THE_FILE);
        if !of.any(|case| phrase.is_in(case.words)) && !elsewhere.copied().any(|name| name == phrase.name) {
            wrong.push(format!("no case has the words of {}: {:?}", phrase.name, phrase.fragments));
        }
        known.insert(phrase.name);
    }
    let named = cases
        .iter()
        .flat_map(|case| case.phrases.split_whitespace())
        .chain(phrases::PARTS)
        .chain(phrases::OF_THE_FILE);
    wrong.extend(named.filter(|name| !known.contains(*name)).map(|name| format!("{name} is no phrase")));
    let alone = cases.iter().filter(|case| case.false_with.is_empty());
    wrong.extend(alone.map(|case| format!("nothing makes {} false", case.phrases)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_phrase_is_its_name_and_the_words_between_its_data() {
    let read =
        phrases::read("m", "pub(crate) fn f(n: u8) -> String {\n    format!(\"Issue {n}: of {}.\", n)\n}\n");
    let [Phrase { name, fragments }] = &read[..] else { panic!("{read:?}") };
    assert_eq!((name.as_str(), &fragments[..]), ("m::f", &["Issue".to_owned(), ": of".to_owned()][..]));
}

#[test]
fn words_about_the_file_stand_where_it_is_presented_so() {
    let plain = Presentation::new(presented());
    let mut rich = Presentation { signature_fields: true, ..plain.clone() };
    rich.house.crest = true;
    rich.house.verify_at = Some("https://www.example.org/verify".to_owned().try_into().unwrap());
    let unsigned = full::unapproved(&full::statement());
    let [plain, rich] = [plain, rich].map(|presentation| compose_with(&unsigned, &presentation));
    for document in [&plain, &rich] {
        let words = format!("{}\n", words(document));
        assert!(words.contains("\nPage {page} of {pages}\nContents\nSkip to main content\n(continued)\n"));
        assert!(words.contains("\nThis file carries the statement as data. Check code: "));
        let holds: Vec<&str> = document.attachments.iter().map(|file| file.description.as_str()).collect();
        assert_eq!(
            holds,
            [
                "The statement that the pages were made from, as canonical JSON",
                "The day, the annexes and the house style of the pages",
            ]
        );
    }
    let [plain, rich] = [&plain, &rich].map(words);
    for asked_for in [
        " Verify it at \n",
        "\nVerify this statement\n",
        "\nQR code for https://www.example.org/verify",
        "\nCrest of Example Borough Council",
        "\nSignature of the Leader of the Council",
    ] {
        assert!(rich.contains(asked_for) && !plain.contains(asked_for), "{asked_for}:\n{rich}");
    }
}

#[test]
fn no_heading_stands_over_nothing() {
    let everything_blank = Statement { sign_off: super::statement().sign_off, ..super::bare() };
    for nation in ["england", "wales", "scotland", "northern-ireland"] {
        let unlawful = with(
            &everything_blank,
            &[("/local_code/authority/nation", json!(nation)), ("/review/year", json!("2009/10"))],
        );
        for statement in samples().into_iter().chain([unlawful]) {
            assert_filled(&statement);
        }
    }
}

fn assert_filled(statement: &Statement) {
    let document = compose_with(statement, &Presentation::new(presented()));
    let mut blocks = document.body.iter().peekable();
    while let Some(block) = blocks.next() {
        if let ags_document::Block::Heading { level, text } = block {
            let next = blocks.peek();
            let deeper =
                matches!(next, Some(ags_document::Block::Heading { level: next, .. }) if next > level);
            let filled = matches!(next, Some(block) if !matches!(block, ags_document::Block::Heading { .. }));
            assert!(deeper || filled, "nothing under {text:?}");
        }
    }
}

/// Every place of a text in the statement with everything becomes a template's.
#[test]
fn what_a_template_holds_the_place_of_is_a_prompt_of_a_draft_and_never_a_fact() {
    let texts = texts(&full::statement());
    assert!(texts.len() > 90, "{texts:?}");
    for (pointer, text) in texts {
        for placed in ["PLACEHOLDER: what belongs here".to_owned(), format!("{text} by PLACEHOLDER")] {
            let Some(statement) = changed(&full::statement(), &pointer, &placed) else { continue };
            let approved = printed(&statement);
            let first = full::unapproved(&statement);
            for words in [&approved, &printed(&first)] {
                assert!(!words.contains("PLACEHOLDER"), "{pointer}:\n{words}");
            }
            let is_approved = crate::as_at::stood(&statement, presented()).approval(presented()).is_some();
            assert!(!is_approved || !approved.contains("[To be completed"), "{pointer}:\n{approved}");
        }
    }
}

/// The pointers of all texts that a person wrote, with the texts.
fn texts(statement: &Statement) -> Vec<(String, String)> {
    fn walk(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| walk(value, &format!("{at}/{name}"), found));
            }
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(place, item)| walk(item, &format!("{at}/{place}"), found));
            }
            Value::String(text) => found.push((at.to_owned(), text.clone())),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::to_value(statement).unwrap(), "", &mut found);
    found.retain(|(pointer, text)| changed(statement, pointer, &format!("{text} \u{2018}!")).is_some());
    found
}

/// The statement with another text at a pointer; none where only a word of a list, a date or an identifier can stand.
fn changed(statement: &Statement, pointer: &str, text: &str) -> Option<Statement> {
    let mut value = serde_json::to_value(statement).unwrap();
    *value.pointer_mut(pointer)? = json!(text);
    serde_json::from_value(value).ok()
}

#[test]
fn what_a_template_gives_beside_a_placeholder_is_no_fact() {
    let placed = with(
        &draft(),
        &[
            ("/review/opinions/0/text", json!("PLACEHOLDER: the opinion")),
            ("/review/opinions/0/level", json!("limited")),
            ("/review/issues", json!([])),
            ("/review/assurances/0/title", json!("PLACEHOLDER: the report")),
            ("/review/assurances/0/level", json!("limited")),
            ("/review/assessments/0/reason", json!("PLACEHOLDER: why")),
            ("/review/assessments/0/level", json!("limited")),
            ("/review/actions/0/text", json!("PLACEHOLDER: what")),
            ("/review/actions/0/due", json!("2031-05-06")),
            ("/review/process/led_by", json!(["PLACEHOLDER: who"])),
            (
                "/sign_off/approvals",
                json!([{ "body": "PLACEHOLDER: the committee", "kind": "committee",
            "on": "2022-11-01", "by_resolution": true }]),
            ),
            (
                "/sign_off/signatures",
                json!([{ "office": "leading-member", "title": "PLACEHOLDER: Leader",
            "on": "2022-11-02" }]),
            ),
        ],
    );
    let words = printed(&placed).to_lowercase();
    for fact in [
        "limited",
        "2031",
        "20 may 2022",
        "approved by",
        "\n1 november",
        "\n2 november",
        "\nsigned on",
        "we report no",
    ] {
        assert!(!words.contains(fact), "{fact}:\n{words}");
    }
    assert!(words.contains("it has not yet been approved"));
}

/// As at each day of a statement's life, nothing is told that had not happened.
#[test]
fn nothing_is_said_to_have_happened_on_a_later_day() {
    let life = with(&full::statement(), &[("/review/assurances/0/given", json!("2022-05-14"))]);
    let happened = [
        ("2022-05-02", "the leader changed"),
        ("2022-05-14", "annual report of the head of internal audit"),
        ("2022-05-20", "was completed on"),
        ("2022-07-20", "considered the findings"),
        ("2022-10-01", "half are recorded"),
        ("2022-11-25", "approved by"),
        ("2022-11-25", "approved this statement"),
        ("2022-11-29", "the statement was amended under that authority"),
        ("2022-11-29", "\nsigned on"),
        ("2022-11-29", "approved the related statement of accounts"),
        ("2023-04-01", "was dissolved"),
    ];
    let days = [
        "2022-04-30",
        "2022-05-01",
        "2022-05-13",
        "2022-05-14",
        "2022-05-19",
        "2022-05-20",
        "2022-07-19",
        "2022-07-20",
        "2022-09-30",
        "2022-10-01",
        "2022-11-27",
        "2022-11-28",
        "2022-11-29",
        "2023-03-31",
        "2023-04-01",
    ];
    for as_at in days {
        let words = printed_as_at(&life, as_at).to_lowercase();
        for (day, fact) in happened {
            let begun = if fact == "the leader changed" { "2022-05-01" } else { day };
            assert_eq!(words.contains(fact), begun <= as_at, "{fact} as at {as_at}:\n{words}");
        }
    }
}

fn printed_as_at(statement: &Statement, day: &str) -> String {
    format!("\n{}\n", words(&compose_with(statement, &Presentation::new(day.parse().unwrap()))))
}

#[test]
fn what_is_illustrative_is_marked_wherever_it_stands() {
    let unmarked = with(&full::statement(), &[("/review/key_figures", json!([]))]);
    assert!(!printed(&unmarked).contains("[illustrative]"));
    let sources = full::sources();
    for pointer in &sources {
        let base = if pointer.contains("key_figures") { full::statement() } else { unmarked.clone() };
        let at = format!("{pointer}/source");
        let marked = with(&base, &[(&at, json!({ "illustrative": "no such thing is stated" }))]);
        let presentation = Presentation { annexes: vec![Annex::Evidence], ..Presentation::new(presented()) };
        let document = compose_with(&marked, &presentation);
        let [cover, body] = [&document.cover, &document.body].map(|blocks| super::plain::text(blocks));
        // The title page explains the mark, and so has it once.
        let marks = cover.matches("[illustrative]").count() - 1 + body.matches("[illustrative]").count();
        assert!(marks > 0, "{pointer} is printed without its mark");
        if pointer.starts_with("/sign_off/approvals/") || pointer == "/sign_off/replaces" {
            assert_eq!(cover.matches("[illustrative]").count(), 2, "the mark and its explanation: {cover}");
        }
    }
}

/// Each paragraph of an illustrative item bears the mark, so that none reads as a fact.
#[test]
fn no_paragraph_of_what_is_illustrative_reads_as_a_fact() {
    let source = || json!({ "illustrative": "no such thing is stated" });
    let marked = with(
        &full::statement(),
        &[
            ("/review/assurances/0/source", source()),
            ("/review/matters/0/source", source()),
            ("/review/contact/source", source()),
            ("/review/in_place/source", source()),
            ("/sign_off/approvals/0/source", source()),
            ("/sign_off/signatories/0/source", source()),
            ("/sign_off/signatures/0/source", source()),
        ],
    );
    let presentation = Presentation::new(presented());
    let body = super::spaced(&super::plain::text(&compose_with(&marked, &presentation).body));
    for words in [
        "adequate and effective overall.",
        "The opinion rests on 20 audits.",
        "No audit of payroll was made.",
        "in accordance with the Public Sector Internal Audit Standards.",
        "for 2020/21, reference R1).",
        "The loan was unlawful.",
        "We have stopped lending.",
        "See issue 1.",
        "governance@example.org",
        "Large print is available on request.",
        "Two vacancies on the Audit Committee.",
        "A reason for the delay was added.",
        "The statement was amended under that authority on 29 November 2022.",
        "sign: Leader of the Council",
        "sign: Example Borough Council | Leader of the Council",
    ] {
        let mut lines = body.lines().filter(|line| line.contains(words));
        assert!(lines.any(|line| line.contains("[illustrative]")), "{words:?} has no mark:\n{body}");
    }
}

#[test]
fn no_phrase_speaks_of_checks_or_rules_or_asks() {
    for Phrase { name, fragments } in phrases::all() {
        let words = fragments.join("\n").to_lowercase().replace("rule of law", "");
        // The code by which anyone can verify a file is in its last line.
        let words = if name == "colophon::carries" { words.replace("check code", "") } else { words };
        for forbidden in
            ["check", "rule", "not met", "does not say", "not stated", "needs review", "?", "sha-", "ags "]
        {
            assert!(!words.contains(forbidden), "{name}: {forbidden:?}");
        }
    }
}
