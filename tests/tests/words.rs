//! What holds of the words of every sample statement: the example, the five councils, the nations, the histories of
//! approval and the statements that cases begin with.

use std::collections::BTreeSet;
use std::fs;

use ags::document::{Block, Cell, Inline};
use ags::statement::SignOff;
use ags::{Annex, Document, Presentation, Statement, compose_with, published};
use chrono::NaiveDate;
use governance_model::{AnnualReview, LocalCode, read};
use serde_json::Value;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");

/// A statement, its name and the day on which it is presented.
type Sample = (String, Statement, NaiveDate);

fn file(name: &str) -> Vec<u8> {
    fs::read(format!("{FIXTURES}/{name}")).unwrap()
}

fn part<T: governance_model::Versioned + serde::de::DeserializeOwned>(name: &str) -> T {
    read::toml(&file(name), name).unwrap()
}

fn council(folder: &str, review: &str, sign_off: &str, as_at: &str) -> Sample {
    let code: LocalCode = part(&format!("councils/{folder}/local-code.toml"));
    let review: AnnualReview = part(&format!("councils/{folder}/{review}.toml"));
    let name = format!("{folder}/{sign_off}");
    let sign_off: SignOff = part(&format!("councils/{folder}/{sign_off}.toml"));
    let statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
    (name, statement, as_at.parse().unwrap())
}

fn samples() -> Vec<Sample> {
    let mut samples = vec![
        ("example".into(), ags::example::statement().unwrap(), "2022-11-30".parse().unwrap()),
        council("leicestershire/2021-22", "review-draft", "sign-off-draft", "2022-05-31"),
        council("leicestershire/2021-22", "review", "sign-off-final", "2022-11-30"),
        council("colchester/2019-20", "review", "sign-off", "2020-08-31"),
        council("kent", "review", "sign-off", "2022-05-31"),
        council("southend-on-sea/2020-21", "review", "sign-off", "2021-07-31"),
        council("stevenage/2009-10", "review", "sign-off", "2010-06-30"),
    ];
    for name in [
        "nations/wales/statement",
        "nations/scotland/statement",
        "nations/northern-ireland/statement",
        "cases/base/wales-2023-24",
        "cases/base/scotland-2023-24",
        "cases/base/northern-ireland-2023-24",
        "cases/base/england-2025-26",
        "cases/base/england-smaller-2021-22",
    ] {
        let statement: Statement = part(&format!("{name}.toml"));
        let published = statement.sign_off.publication.as_approved.as_ref().map(|published| published.on);
        let as_at = published.unwrap_or_else(|| statement.review.year.unwrap().ends());
        samples.push((name.into(), statement, as_at));
    }
    for entry in fs::read_dir(format!("{FIXTURES}/approvals")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "SOURCES.md" {
            let sign_off: SignOff = part(&format!("approvals/{name}"));
            let statement = Statement { sign_off, ..ags::example::statement().unwrap() };
            samples.push((format!("approvals/{name}"), statement, "2026-11-30".parse().unwrap()));
        }
    }
    let drafts: Vec<Sample> = samples
        .iter()
        .map(|(name, statement, as_at)| {
            let draft = Statement { sign_off: SignOff::default(), ..statement.clone() };
            (format!("draft of {name}"), draft, *as_at)
        })
        .collect();
    samples.extend(drafts);
    samples
}

fn presentations(as_at: NaiveDate) -> [Presentation; 2] {
    let plain = Presentation::new(as_at);
    [plain.clone(), Presentation { annexes: vec![Annex::Evidence], ..plain }]
}

#[test]
fn what_is_published_composes_the_same_document_and_is_what_is_published_of_itself() {
    for (name, statement, as_at) in samples() {
        for presentation in presentations(as_at) {
            let public = published(&statement, &presentation);
            let (document, again) =
                (compose_with(&statement, &presentation), compose_with(&public, &presentation));
            assert_eq!(document, again, "{name}");
            assert_eq!(published(&public, &presentation), public, "{name}");
            assert_eq!(document.violations(), [], "{name}");
        }
    }
}

#[test]
fn no_statement_speaks_of_checks_or_of_what_it_lacks() {
    for (name, statement, as_at) in samples() {
        let approved = statement.approval(as_at).is_some();
        for presentation in presentations(as_at) {
            let document = Document { colophon: Vec::new(), ..compose_with(&statement, &presentation) };
            let words = words(&document).to_lowercase();
            let prompt = approved.then_some("[to be completed");
            let never = [
                "does not say",
                "not stated",
                "not met",
                "sha-256",
                "needs review",
                "ags verify",
                "placeholder",
            ];
            for forbidden in never.into_iter().chain(prompt) {
                assert!(!words.contains(forbidden), "{name}: {forbidden:?}");
            }
        }
    }
}

/// Words of earlier editions that officers and editors would not print, in small letters.
const REFUSED: [&str; 52] = [
    "a matter of good order",
    "acts through no company",
    "adopted and taught",
    "and the like",
    "answers for",
    "arrangements as a whole in doubt",
    "at work on",
    "below says what each issue is",
    "brought to our notice",
    "but for independent members",
    "can be better",
    "counted for each of them",
    "developed without end",
    "everyone else concerned",
    "finding the right mixture",
    "followed in full, so there is nothing to explain",
    "for the most part",
    "found arrangements wanting",
    "given by:",
    "habits of work",
    "have the responsible financial officer sign",
    "how people are to behave at work",
    "how sure we are",
    "internal control included",
    "is charged with governance",
    "is drawn from the law",
    "is then certified by",
    "is told as",
    "it goes on as",
    "judged it so",
    "left unmet",
    "need have been in place all year",
    "no level given",
    "no longer significant, or replaced",
    "or the like",
    "performance management that lasts",
    "put to 92 checks",
    "says what shall be done",
    "says why it matters",
    "seriously hindered",
    "serious enough for the public to be told",
    "showing the arrangements at work",
    "takes in all three purposes",
    "that goes with it",
    "the bars of",
    "the law cited for",
    "the year's end",
    "this copy shows",
    "unless the papers say",
    "what became of them",
    "what we answered",
    "worth mending",
];

#[test]
fn no_statement_has_the_words_that_officers_and_editors_refused() {
    for (name, statement, as_at) in samples() {
        for presentation in presentations(as_at) {
            let document = plain(&words(&compose_with(&statement, &presentation)));
            for refused in REFUSED {
                assert!(!document.contains(refused), "{name}: {refused:?}");
            }
        }
    }
}

/// Every question of a document is a question that the council's own words ask.
#[test]
fn no_statement_asks_a_question() {
    for (name, statement, as_at) in samples() {
        for presentation in presentations(as_at) {
            let own = serde_json::to_string(&published(&statement, &presentation)).unwrap();
            let document = compose_with(&statement, &presentation);
            for (at, words) in document.words() {
                let asked = words.split_inclusive(['.', '?', ':']).filter(|sentence| sentence.contains('?'));
                for question in asked.map(str::trim) {
                    assert!(own.contains(question), "{name}{at}: {question:?}");
                }
            }
        }
    }
}

#[test]
fn a_draft_prompts_for_each_thing_once_and_in_its_place() {
    for (name, statement, as_at) in samples() {
        let document = compose_with(&statement, &Presentation::new(as_at));
        let mut prompts = Vec::new();
        prompts_of(&document.body, "", &mut prompts);
        let distinct: BTreeSet<&String> = prompts.iter().collect();
        assert_eq!(distinct.len(), prompts.len(), "{name}: {prompts:#?}");
        let is_draft = statement.approval(as_at).is_none();
        assert!(is_draft || prompts.is_empty(), "{name}: {prompts:#?}");
    }
}

/// The prompts of blocks; those in a table with what their row is about.
fn prompts_of(blocks: &[Block], row: &str, found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                let words: String = inlines.iter().map(Inline::words).collect();
                if words.contains("[To be completed") {
                    found.push(format!("{row}{words}"));
                }
            }
            Block::Table(table) => {
                for cells in &table.rows {
                    let about = cells.first().map(cell).unwrap_or_default();
                    let of = format!("{}: {about}: ", table.caption);
                    for cell in cells {
                        prompts_of(cell, &of, found);
                    }
                }
            }
            Block::Bullets(items) | Block::Numbered(items) => {
                for item in items {
                    prompts_of(item, row, found);
                }
            }
            Block::Note { blocks, .. } | Block::Together(blocks) => prompts_of(blocks, row, found),
            _ => {}
        }
    }
}

fn cell(cell: &Cell) -> String {
    cell.iter()
        .flat_map(|block| match block {
            Block::Paragraph(inlines) => inlines.iter().map(|inline| inline.words().to_owned()).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// Texts that need not be printed: the names of what the published data are of, and those of the parts of the code, which
/// the page calls by the framework's own titles.
const NEEDED: [&str; 3] = ["/title", "/authority", "/scale/name"];

#[test]
fn every_text_that_is_published_is_printed() {
    let mut wrong = BTreeSet::new();
    for (name, statement, as_at) in samples() {
        for presentation in presentations(as_at) {
            let document = compose_with(&statement, &presentation);
            let document = Document { attachments: Vec::new(), ..document };
            let printed = plain(&serde_json::to_string(&document).unwrap());
            let public = serde_json::to_value(published(&statement, &presentation)).unwrap();
            walk(&public, "", &mut |field, text| {
                let needed = NEEDED.iter().any(|needed| field.ends_with(needed));
                // A paragraph stands on a line of its own.
                let missing = text
                    .lines()
                    .map(plain)
                    .find(|line| line.contains(' ') && !printed.contains(line.trim_end_matches('.')));
                if let Some(missing) = missing.filter(|_| !needed) {
                    wrong.insert(format!("{name}{field}: {missing}"));
                }
            });
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Words without capitals, with straight quotation marks and with one space between them, as they are in JSON.
fn plain(words: &str) -> String {
    let words = words.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    let words = words.replace('"', "\\\"").replace("\\\\\"", "\\\"");
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn walk(value: &Value, field: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                walk(value, &format!("{field}/{name}"), visit);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, field, visit)),
        Value::String(text) => visit(field, text),
        _ => {}
    }
}

fn words(document: &Document) -> String {
    document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
}

/// The least reading ease of a statement that a council wrote with care, inclusive; 50 to 60 is fairly difficult.
const LEAST_EASE: f64 = 55.0;

#[test]
fn the_statements_of_leicestershire_stay_readable() {
    let mut statements = 0;
    for (name, statement, as_at) in samples() {
        if !name.starts_with("leicestershire/") {
            continue;
        }
        statements += 1;
        let document = compose_with(&statement, &Presentation::new(as_at));
        let ease = reading_ease(&passages(&document.body));
        assert!(ease >= LEAST_EASE, "{name}: {ease:.1}");
    }
    assert_eq!(statements, 2);
}

/// The fewest words of a passage; a cell with fewer is a name, an office or a date.
const FEWEST_WORDS: usize = 4;

/// The paragraphs and items of blocks, in cells too; headings are no sentences.
fn passages(blocks: &[Block]) -> Vec<String> {
    let mut passages = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                let words: String = inlines
                    .iter()
                    .filter(|inline| !matches!(inline, Inline::Mark(_)))
                    .map(Inline::words)
                    .collect();
                if words.split_whitespace().count() >= FEWEST_WORDS {
                    passages.push(words);
                }
            }
            Block::Bullets(items) | Block::Numbered(items) => {
                passages.extend(items.iter().flat_map(|item| self::passages(item)));
            }
            Block::Table(table) => {
                passages.extend(table.rows.iter().flatten().flat_map(|cell| self::passages(cell)));
            }
            Block::Note { blocks, .. } | Block::Together(blocks) => passages.extend(self::passages(blocks)),
            _ => {}
        }
    }
    passages
}

/// Flesch's reading ease: 206.835 less 1.015 times the words of a sentence and 84.6 times the syllables of a word.
fn reading_ease(passages: &[String]) -> f64 {
    let (mut words, mut sentences, mut syllables) = (0_u32, 0_u32, 0_u32);
    for passage in passages {
        let mut ended = true;
        for word in passage.split([' ', '-', '/']).filter(|word| word.contains(char::is_alphanumeric)) {
            words += 1;
            syllables += self::syllables(word);
            ended = word.ends_with(['.', '?', '!']);
            sentences += u32::from(ended);
        }
        sentences += u32::from(!ended);
    }
    let (words, sentences, syllables) = (f64::from(words), f64::from(sentences), f64::from(syllables));
    206.835 - 1.015 * words / sentences - 84.6 * syllables / words
}

/// The syllables of an English word: its groups of vowels, without an e at the end that is not spoken.
fn syllables(word: &str) -> u32 {
    let word: String = word.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c: char| !vowel(c)).filter(|group| !group.is_empty()).count();
    // The e of "principle" and of "services" is spoken, that of "role" and of "roles" is not.
    let stem = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(&word);
    let hissing = stem.len() < word.len()
        && ["se", "ce", "ge", "xe", "ze", "she", "che"].iter().any(|end| stem.ends_with(end));
    let after_consonant = stem.strip_suffix("le").is_some_and(|start| !start.ends_with(vowel));
    let silent = (stem.ends_with('e') && !hissing && !after_consonant)
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
    u32::try_from((groups - usize::from(silent && groups > 1)).max(1)).unwrap()
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    let counted = [
        ("the council", [1, 2]),
        ("responsible assurance", [4, 3]),
        ("reviewed reported", [2, 3]),
        ("chances governance", [2, 3]),
        ("role roles", [1, 1]),
        ("principle principles", [3, 3]),
        ("service services", [2, 3]),
        ("rules process", [1, 2]),
    ];
    for (words, expected) in counted {
        assert_eq!(words.split(' ').map(syllables).collect::<Vec<_>>(), expected, "{words}");
    }
}
