//! Published PDFs, verified by their own data: sound as they were made, with named differences where they were changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use ags::compose::STATEMENT_FILE;
use ags::statement::{Answer, Decision, SignOff};
use ags::{Agar, Annex, HouseStyle, Presentation, Report, Statement};
use chrono::NaiveDate;
use governance_model::{Text, read};
use lopdf::content::{Content, Operation};
use lopdf::{Document, IncrementalDocument, Object, ObjectId, dictionary};
use verify::{Difference, Note, ParsedPdf, PdfError, Verdict, Verification, verify};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

fn leicestershire(sign_off: &str) -> Statement {
    let file = |name: &str| std::fs::read(format!("{FIXTURE}/{name}")).unwrap();
    let code = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
    let review = read::toml(&file("review.toml"), "review.toml").unwrap();
    let sign_off: SignOff = read::toml(&file(sign_off), sign_off).unwrap();
    Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap()
}

fn day() -> NaiveDate {
    "2022-11-30".parse().unwrap()
}

fn example() -> Statement {
    ags::example::statement().unwrap()
}

/// The example statement as it would be published.
fn published() -> Vec<u8> {
    render_pdf::render(&ags::compose(&example(), day())).unwrap()
}

/// What is published of a statement in the usual way.
fn public(statement: &Statement) -> Statement {
    ags::published(statement, &Presentation::new(day()))
}

fn agar() -> Agar {
    ags::example::agar().unwrap()
}

/// The worksheet for a return, with a report on it.
fn worksheet(agar: &Agar, report: &Report) -> Vec<u8> {
    render_pdf::render(&ags::worksheet(agar, report, &HouseStyle::default())).unwrap()
}

/// The worksheet for the example return as it would be issued.
fn issued() -> Vec<u8> {
    worksheet(&agar(), &ags::check_agar(&agar(), day()))
}

fn verified(pdf: &[u8]) -> Verification {
    verify(pdf).unwrap()
}

/// The file with its objects changed.
fn changed(pdf: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    // The writer keeps the old cross-reference stream as an object that nothing refers to.
    document
        .objects
        .retain(|_, object| !object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"XRef")));
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    bytes
}

fn names(verification: &Verification) -> Vec<&'static str> {
    let mut names: Vec<_> = verification.differences.iter().map(Difference::name).collect();
    names.dedup();
    names
}

/// Changes the content of an attached file.
fn attach(document: &mut Document, name: &str, content: impl FnOnce(&str) -> String) {
    let specification = |object: &Object| {
        let entries = object.as_dict().ok().filter(|entries| entries.has_type(b"Filespec"))?;
        let named = entries.get(b"F").and_then(Object::as_str).is_ok_and(|found| found == name.as_bytes());
        let kept = entries.get(b"EF").and_then(Object::as_dict).ok().filter(|_| named)?;
        kept.get(b"F").and_then(Object::as_reference).ok()
    };
    let id = document.objects.values().find_map(specification).unwrap();
    let stream = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let old = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
    let new = content(&old);
    assert_ne!(old, new, "nothing was changed");
    stream.set_plain_content(new.into_bytes());
}

fn page(document: &Document, number: usize) -> ObjectId {
    document.page_iter().nth(number - 1).unwrap()
}

/// Changes the operations that draw a page, counted from 1.
fn draw(document: &mut Document, number: usize, change: impl FnOnce(&mut Vec<Operation>)) {
    let page = page(document, number);
    let mut content = Content::decode(&document.get_page_content(page)).unwrap();
    change(&mut content.operations);
    let content = content.encode().unwrap();
    document.change_page_content(page, content).unwrap();
}

fn last_page(pdf: &[u8]) -> usize {
    ParsedPdf::parse(pdf).unwrap().page_count()
}

#[test]
fn a_draft_a_final_statement_and_a_return_are_sound_to_the_byte() {
    for (sign_off, as_at) in [("sign-off-draft.toml", "2022-05-31"), ("sign-off-final.toml", "2022-11-30")] {
        let (statement, as_at) = (leicestershire(sign_off), as_at.parse().unwrap());
        let verification = verified(&render_pdf::render(&ags::compose(&statement, as_at)).unwrap());
        assert_eq!(verification.differences, []);
        assert_eq!(verification.notes, []);
        assert_eq!(verification.verdict, Verdict::AsIssued);
        let published = ags::published(&statement, &Presentation::new(as_at));
        assert_eq!(verification.digest, Some(published.digest()));
        assert_eq!(verification.as_at, Some(as_at));
    }
    let verification = verified(&issued());
    assert_eq!(verification.verdict, Verdict::AsIssued, "{verification:?}");
    assert_eq!((verification.digest, verification.as_at), (Some(agar().digest()), Some(day())));
}

#[test]
fn a_check_report_is_verified_from_its_outcomes_alone() {
    let report = ags::check(&leicestershire("sign-off-draft.toml"), "2022-05-31".parse().unwrap());
    for house in [HouseStyle::default(), HouseStyle { crest: true, ..HouseStyle::default() }] {
        let pdf = render_pdf::render(&ags::check_report(&report, &house)).unwrap();
        let verification = verified(&pdf);
        assert_eq!(verification.verdict, Verdict::AsIssued, "{verification:?}");
        assert_eq!(verification.notes, [Note::ChecksNotRepeated]);
        assert_eq!((verification.digest, verification.as_at), (None, Some(report.as_at)));
        let altered = changed(&pdf, |document| {
            attach(document, "report.json", |json| {
                json.replace("Publish the statement", "Burn the statement")
            });
        });
        assert_eq!(verified(&altered).verdict, Verdict::NotSound);
    }
}

#[test]
fn how_a_statement_is_presented_is_read_back_and_its_pages_are_sound() {
    let name = Some("Cyngor Example".parse().unwrap());
    let verify_at = Some("https://example.gov.uk/statement".to_owned().try_into().unwrap());
    let house = HouseStyle { name, crest: true, verify_at, ..HouseStyle::default() };
    let presentation = Presentation {
        annexes: vec![Annex::Evidence],
        sections: vec![ags::Section::Approval],
        signature_fields: true,
        house,
        ..Presentation::new(day())
    };
    let pdf = render_pdf::render(&ags::compose_with(&example(), &presentation)).unwrap();
    let verification = verified(&pdf);
    assert_eq!(verification.verdict, Verdict::AsIssued, "{verification:?}");
    let altered = changed(&pdf, |document| {
        attach(document, "presentation.json", |style| style.replace("Cyngor", "Council of"));
    });
    let found_names = names(&verified(&altered));
    assert!(found_names.contains(&"text") && found_names.contains(&"artifact-text"), "{found_names:?}");
    assert!(found_names.contains(&"metadata"), "{found_names:?}");
}

#[test]
fn text_is_read_back_in_order_with_its_artifacts() {
    let pdf = published();
    let reading = ParsedPdf::parse(&pdf).unwrap();
    let texts: Vec<&str> = reading.reading_order().collect();
    assert_eq!(texts[0], "Annual Governance Statement 2021/22");
    let digest = public(&example()).digest().short();
    assert!(texts.last().unwrap().contains(&digest), "{texts:?}");
    let last = reading.page_count() - 1;
    assert!(reading.artifact_text(last).contains(&format!("Page {} of {}", last + 1, last + 1)));
    assert_eq!(reading.unmarked_text(last), "");
    assert_eq!(reading.attachments().len(), 2);
    assert_eq!(reading.information("Title").as_deref(), Some("Annual Governance Statement 2021/22"));
}

#[test]
fn a_file_saved_by_another_program_is_saved_again() {
    let mut document = Document::load_mem(&published()).unwrap();
    let mut again = Vec::new();
    document.save_to(&mut again).unwrap();
    let verification = verified(&again);
    assert_eq!(verification.differences, []);
    assert_eq!(verification.verdict, Verdict::SavedAgain);
}

#[test]
fn data_with_another_meaning_make_other_words_and_another_digest() {
    let altered = changed(&published(), |document| {
        attach(document, STATEMENT_FILE, |json| json.replace("Example Borough", "Another Borough"));
    });
    let verification = verified(&altered);
    assert_ne!(verification.digest, Some(public(&example()).digest()));
    let (printed, computed) = (public(&example()).digest().short(), verification.digest.unwrap().short());
    let of_the_digest = |one: &Difference| {
        matches!(one, Difference::Text(words)
            if words.found.contains(&printed[..8]) && words.expected.contains(&computed[..8]))
    };
    assert!(verification.differences.iter().any(of_the_digest), "{verification:?}");
}

#[test]
fn data_with_the_same_meaning_in_other_spaces_are_reported_and_keep_their_digest() {
    let altered = changed(&published(), |document| {
        attach(document, STATEMENT_FILE, |json| format!(" {json}"));
    });
    let verification = verified(&altered);
    let what = Difference::AttachmentAltered { name: STATEMENT_FILE.into(), property: "content" };
    assert_eq!(verification.differences, [what]);
    assert_eq!(verification.digest, Some(public(&example()).digest()));
}

#[test]
fn another_valid_statement_in_its_place_is_reported_by_the_pages() {
    let other = public(&leicestershire("sign-off-final.toml"));
    let altered =
        changed(&published(), |document| attach(document, STATEMENT_FILE, |_| other.canonical_json()));
    let verification = verified(&altered);
    let found_names = names(&verification);
    assert!(found_names.contains(&"page-count") && found_names.contains(&"text"), "{found_names:?}");
    assert_eq!(verification.digest, Some(other.digest()));
}

#[test]
fn data_that_are_not_published_are_reported_in_words() {
    let words = |words: &str| Text::new(words).unwrap();
    let answer = Answer {
        rule: words("REG-6-1-A"),
        question: None,
        decision: Decision::Met,
        text: words("Yes."),
        by: words("The monitoring officer"),
        on: day(),
    };
    let reported = |change: &dyn Fn(&mut Statement)| {
        let altered = changed(&published(), |document| {
            attach(document, STATEMENT_FILE, |json| {
                let mut statement: Statement = serde_json::from_str(json).unwrap();
                change(&mut statement);
                statement.canonical_json()
            });
        });
        let verification = verified(&altered);
        assert_eq!(verification.verdict, Verdict::NotSound);
        let all = verification.differences.iter().filter(|one| one.name() == "not-published");
        all.map(ToString::to_string).collect::<Vec<_>>()
    };
    let is_in = "this is in the file and is not published";
    assert_eq!(
        reported(&|statement| statement.answers.push(answer.clone())),
        [format!("statement.json/answers: {is_in}: answers to questions of the check")]
    );
    assert_eq!(
        reported(&|statement| statement.notes.push(words("Ask the auditor."))),
        [format!("statement.json/notes: {is_in}: working notes")]
    );
    let hidden = reported(&|statement| {
        statement.local_code.principles[0]
            .arrangements
            .clone_from(&example().local_code.principles[0].arrangements);
        statement.review.evidence.clone_from(&example().review.evidence);
        statement.sign_off.publication = example().sign_off.publication;
    });
    assert!(!hidden.is_empty() && hidden.iter().all(|one| one.contains(is_in)), "{hidden:?}");
    let publication = format!("statement.json/sign_off/publication: {is_in}: the record of its publication");
    assert!(hidden.contains(&publication), "{hidden:?}");
}

#[test]
fn the_day_of_publication_belongs_to_the_record_and_not_to_the_published_file() {
    let recorded = leicestershire("sign-off-final.toml");
    let mut statement = recorded.clone();
    statement.sign_off.publication = <_>::default();
    assert_ne!(statement, recorded);
    let rendered = |statement| render_pdf::render(&ags::compose(statement, day())).unwrap();
    assert!(rendered(&statement) == rendered(&recorded));
}

#[test]
fn removed_broken_and_added_files_are_reported_by_name() {
    let pdf = published();
    let without = changed(&pdf, |document| {
        let catalog = document.catalog_mut().unwrap();
        catalog.remove(b"AF");
        catalog.remove(b"Names");
    });
    let verification = verified(&without);
    let missing = Difference::AttachmentMissing { name: STATEMENT_FILE.into() };
    assert_eq!(verification.differences.first(), Some(&missing));
    assert_eq!(verification.notes, [Note::PagesNotCompared]);

    let broken = changed(&pdf, |document| {
        attach(document, "statement.json", |json| json.replace("\"review\":", "\"revue\":"));
    });
    let found_names = verified(&broken).differences;
    let [Difference::AttachmentUnreadable { name, message }] = found_names.as_slice() else {
        panic!("{found_names:?}")
    };
    assert!(name == "statement.json" && message.contains("revue"), "{message}");

    let added = changed(&pdf, |document| {
        let catalog = document.catalog().unwrap();
        let mut files = catalog.get(b"AF").unwrap().as_array().unwrap().clone();
        let kept = document.add_object(lopdf::Stream::new(dictionary! {}, b"x".to_vec()));
        files.push(
            document
                .add_object(dictionary! {
                    "Type" => "Filespec", "F" => Object::string_literal("x.txt"), "EF" => dictionary! { "F" => kept }
                })
                .into(),
        );
        document.catalog_mut().unwrap().set("AF", files);
    });
    assert_eq!(verified(&added).differences, [Difference::AttachmentAdded { name: "x.txt".into() }]);
}

/// Swaps the first two different letters in the first run of glyphs from an operation on.
fn exchange(operations: &mut [Operation], from: usize) {
    for operation in &mut operations[from..] {
        let strings: Vec<&mut Object> = match operation.operands.first_mut() {
            Some(Object::Array(items)) => items.iter_mut().collect(),
            Some(string @ Object::String(..)) => vec![string],
            _ => continue,
        };
        for string in strings {
            if let Object::String(codes, _) = string
                && codes.len() >= 4
                && codes[..2] != codes[2..4]
            {
                codes[..4].rotate_left(2);
                return;
            }
        }
    }
    panic!("no letters to exchange");
}

#[test]
fn a_letter_changed_on_a_page_is_reported_with_its_page_and_both_words() {
    let altered = changed(&published(), |document| {
        draw(document, 3, |operations| {
            let text = operations.iter().position(|one| {
                one.operator == "BDC" && one.operands[1].as_dict().is_ok_and(|found| found.has(b"MCID"))
            });
            exchange(operations, text.unwrap());
        });
    });
    let verification = verified(&altered);
    let [Difference::Text(words)] = verification.differences.as_slice() else { panic!("{verification:?}") };
    assert_eq!(words.page, 3);
    assert!(!words.found.is_empty() && words.found != words.expected, "{words}");
}

#[test]
fn a_white_rectangle_over_words_is_reported_as_drawing() {
    let altered = changed(&published(), |document| {
        draw(document, 3, |operations| {
            operations.extend([
                Operation::new("BMC", vec!["Artifact".into()]),
                Operation::new("rg", vec![1.into(), 1.into(), 1.into()]),
                Operation::new("re", vec![70.into(), 300.into(), 400.into(), 200.into()]),
                Operation::new("f", vec![]),
                Operation::new("EMC", vec![]),
            ]);
        });
    });
    assert_eq!(verified(&altered).differences, [Difference::Drawing { page: 3, path: "/Contents".into() }]);
}

#[test]
fn text_added_as_an_artifact_is_reported_as_such() {
    let altered = changed(&published(), |document| {
        draw(document, 3, |operations| {
            let shows = |one: &Operation| matches!(one.operator.as_str(), "Tf" | "TJ" | "Tj");
            let begin = operations.iter().position(|one| one.operator == "BDC").unwrap();
            let words: Vec<_> =
                operations[begin..].iter().filter(|one| shows(one)).take(2).cloned().collect();
            operations.push(Operation::new("BMC", vec!["Artifact".into()]));
            operations.push(Operation::new("BT", vec![]));
            operations.extend(words);
            operations.extend([Operation::new("ET", vec![]), Operation::new("EMC", vec![])]);
        });
    });
    let verification = verified(&altered);
    let [Difference::ArtifactText(words)] = verification.differences.as_slice() else {
        panic!("{verification:?}")
    };
    assert!(words.page == 3 && words.expected.is_empty() && !words.found.is_empty(), "{words}");
}

#[test]
fn text_for_assistive_technology_only_is_reported() {
    let altered = changed(&published(), |document| {
        draw(document, 3, |operations| {
            let text = operations.iter_mut().find(|one| {
                one.operator == "BDC" && one.operands[1].as_dict().is_ok_and(|found| found.has(b"MCID"))
            });
            let properties = text.unwrap().operands[1].as_dict_mut().unwrap();
            properties.set("ActualText", Object::string_literal("Nothing is wrong."));
        });
    });
    let verification = verified(&altered);
    let [Difference::AccessibleText(words)] = verification.differences.as_slice() else {
        panic!("{verification:?}")
    };
    assert!(words.page == 3 && words.found.starts_with("Nothing is wrong."), "{words}");
}

#[test]
fn a_later_update_is_reported_and_what_it_changes() {
    let pdf = published();
    let document = Document::load_mem(&pdf).unwrap();
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let mut update = IncrementalDocument::create_from(pdf, document);
    update.opt_clone_object_to_new_document(info).unwrap();
    let entries = update.new_document.get_dictionary_mut(info).unwrap();
    entries.set("Title", Object::string_literal("Another title"));
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    let verification = verified(&bytes);
    assert_eq!(names(&verification), ["later-update", "file-structure", "metadata"], "{verification:?}");
    assert!(verification.differences.contains(&Difference::Metadata { path: "/Info/Title".into() }));
}

#[test]
fn an_outcome_changed_in_the_report_on_a_return_is_reported_with_its_rule() {
    let mut report = ags::check_agar(&agar(), day());
    let given = report.results.iter_mut().find(|result| result.outcome == ags::Outcome::Met).unwrap();
    given.outcome = ags::Outcome::NotApplicable { reason: "We say so.".into() };
    let rule = given.code.to_string();
    let verification = verified(&worksheet(&agar(), &report));
    let (embedded, recomputed) = ("not-applicable: We say so.".into(), "met".into());
    assert_eq!(verification.differences, [Difference::Outcome { rule, embedded, recomputed }]);
    assert_eq!(verification.verdict, Verdict::NotSound);
}

#[test]
fn links_notes_and_actions_that_were_added_are_reported() {
    let pdf = published();
    let annotated = changed(&pdf, |document| {
        let note = document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Text", "Contents" => Object::string_literal("Not so."),
            "Rect" => vec![0.into(), 0.into(), 20.into(), 20.into()]
        });
        let page = page(document, last_page(&pdf));
        document.get_dictionary_mut(page).unwrap().set("Annots", vec![note.into()]);
    });
    let found_names = verified(&annotated).differences;
    assert!(
        matches!(found_names.as_slice(), [Difference::Annotations { page, .. }] if *page == last_page(&pdf)),
        "{found_names:?}"
    );
    let acting = changed(&pdf, |document| {
        document.catalog_mut().unwrap().set("OpenAction", dictionary! { "S" => "Named", "N" => "Print" });
    });
    assert_eq!(verified(&acting).differences, [Difference::Part { path: "/OpenAction".into() }]);
    let hiding = changed(&pdf, |document| {
        document.add_object(Object::string_literal("nothing leads here"));
    });
    let hidden = verified(&hiding).differences;
    assert!(
        matches!(hidden.as_slice(), [Difference::FileStructure { message, .. }] if message == "nothing refers to it"),
        "{hidden:?}"
    );
}

#[test]
fn a_removed_page_is_reported_with_its_words() {
    let altered = changed(&published(), |document| document.delete_pages(&[4]));
    let found_names = names(&verified(&altered));
    assert!(found_names.contains(&"page-count") && found_names.contains(&"text"), "{found_names:?}");
}

/// The file as another version of the library would have named itself in it.
fn of_version(version: &str) -> Vec<u8> {
    changed(&published(), |document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let entries = document.get_dictionary_mut(info).unwrap();
        entries.set("Producer", Object::string_literal(format!("render-pdf {version}")));
        let metadata = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
        let stream = document.get_object_mut(metadata).unwrap().as_stream_mut().unwrap();
        let packet = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
        let ours = concat!("render-pdf ", env!("CARGO_PKG_VERSION"));
        assert!(packet.contains(ours));
        stream.set_plain_content(packet.replace(ours, &format!("render-pdf {version}")).into_bytes());
    })
}

#[test]
fn of_another_version_the_words_are_compared_and_that_version_settles_it() {
    let pdf = of_version("99.0.0");
    let verification = verified(&pdf);
    assert_eq!(verification.verdict, Verdict::WordsAgree, "{verification:?}");
    let [note @ Note::OtherVersion { found, .. }] = verification.notes.as_slice() else {
        panic!("{verification:?}")
    };
    assert_eq!(found, "99.0.0");
    assert!(note.to_string().contains("ags 99.0.0 settles"), "{note}");
    let altered = changed(&pdf, |document| {
        draw(document, 4, |operations| {
            let text = operations.iter().position(|one| {
                one.operator == "BDC" && one.operands[1].as_dict().is_ok_and(|found| found.has(b"MCID"))
            });
            exchange(operations, text.unwrap());
        });
    });
    let verification = verified(&altered);
    assert_eq!(verification.verdict, Verdict::NotSound);
    assert!(
        matches!(verification.differences.as_slice(), [Difference::Text(words)] if words.page == 4),
        "{verification:?}"
    );
}

#[test]
fn a_foreign_producer_is_not_sound_and_excuses_nothing() {
    let named = |document: &mut Document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let entries = document.get_dictionary_mut(info).unwrap();
        entries.set("Producer", Object::string_literal("Another program 1.0"));
    };
    let saved = verified(&changed(&published(), named));
    assert_eq!(names(&saved), ["producer", "metadata"], "{saved:?}");
    let drawn = verified(&changed(&published(), |document| {
        named(document);
        draw(document, 3, |operations| {
            operations.extend([
                Operation::new("re", vec![70.into(), 300.into(), 400.into(), 200.into()]),
                Operation::new("f", vec![]),
            ]);
        });
    }));
    assert_eq!(drawn.verdict, Verdict::NotSound);
    assert_eq!(names(&drawn), ["producer", "drawing", "metadata"], "{drawn:?}");
}

#[test]
fn waivers_are_accepted_as_given_but_never_after_their_last_day() {
    let mut agar = agar();
    (agar.assertions[0].answer, agar.assertions[0].explanation) = (ags::agar::Answer::No, None);
    let report = ags::check_agar(&agar, day());
    let waivers = "[[waiver]]\nrule = 'AGAR-EXPL'\nreason = 'It follows.'\naccepted_by = 'The council'\n\
                   until = '2023-03-31'\n";
    let waivers = ags::Waivers::read(waivers.as_bytes(), "waivers.toml").unwrap();
    let report = waivers.session().apply(report);
    assert!(report.counts().waived > 0);
    let verification = verified(&worksheet(&agar, &report));
    assert_eq!(verification.verdict, Verdict::AsIssued, "{verification:?}");
    assert!(matches!(verification.notes.as_slice(), [Note::Waivers { .. }]), "{verification:?}");
    let mut over = report;
    over.as_at = "2023-04-01".parse().unwrap();
    assert!(names(&verified(&worksheet(&agar, &over))).contains(&"outcome"));
}

#[test]
fn rules_that_were_skipped_are_noted() {
    let report = ags::check_agar_with(&agar(), day(), ags::rules::find("AGAR-SIGN"));
    let verification = verified(&worksheet(&agar(), &report));
    assert_eq!(verification.verdict, Verdict::AsIssued);
    let [Note::RulesSkipped { rules }] = verification.notes.as_slice() else { panic!("{verification:?}") };
    assert!(rules.contains(&"AGAR-APPR".to_owned()) && !rules.contains(&"AGAR-SIGN".to_owned()));
}

#[test]
fn a_file_that_is_not_a_pdf_is_an_error_with_what_to_give() {
    for bytes in [&b""[..], b"%PDF-1.7", b"{}", b"%PDF-1.7\nstartxref\n99999999\n%%EOF"] {
        let error = ParsedPdf::parse(bytes).map(|_| ()).unwrap_err();
        assert!(matches!(error, PdfError::Malformed { .. }), "{error}");
        assert!(error.to_string().ends_with("give the file as it was published"), "{error}");
    }
}

/// Numbers without a pattern, the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

#[test]
fn no_broken_file_causes_a_panic_and_none_is_exact() {
    let packed = issued();
    let mut plain = Vec::new();
    let mut unpacked = Document::load_mem(&packed).unwrap();
    unpacked.decompress();
    unpacked.save_to(&mut plain).unwrap();
    let mut numbers = Numbers(5);
    for (whole, fewer) in [(&packed, 1), (&plain, 6)] {
        for cut in (0..60).map(|part| whole.len() * part / 60) {
            let _ = ParsedPdf::parse(&whole[..cut]);
        }
        for variant in 0..240 {
            let mut broken = whole.clone();
            for _ in 0..=variant % 5 {
                let at = numbers.below(broken.len());
                match variant % 3 {
                    0 => broken[at] ^= 1 << numbers.below(8),
                    1 => broken[at] = b"0123456789<>[]()/ \n"[numbers.below(19)],
                    _ => {
                        let length = numbers.below(40).min(broken.len() - at);
                        broken.drain(at..at + length);
                    }
                }
            }
            if variant % (4 * fewer) == 0 {
                let as_issued = |verification: Verification| verification.verdict == Verdict::AsIssued;
                assert!(broken == *whole || !verify(&broken).is_ok_and(as_issued));
            } else {
                let _ = ParsedPdf::parse(&broken);
            }
        }
    }
}
