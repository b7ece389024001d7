//! The text of a local code is read whole: each effect of the extraction of a page is undone, and every line has a
//! disposition. The documents of the five councils are read where the
//! folder named by `AGS_SOURCES` exists.

use std::fs;
use std::path::PathBuf;

use extract::{Disposition, ExtractError, Extraction, Layout, Meaning, Summary};
use governance_model::{
    Action, ActionStatus, Arrangement, Evidence, Level, LocalCode, NoActionKind, Place, Provenance,
    Violation, read,
};

// The files of this folder, one effect each.

fn fixture(name: &str) -> Extraction {
    let path = format!("{}/../fixtures/extract/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let read = extract::local_code(&bytes, name).unwrap_or_else(|error| panic!("{error}"));
    whole(&read, &bytes);
    read
}

/// Every line has one disposition, nothing is left over, and the code is consistent.
fn whole(read: &Extraction, bytes: &[u8]) {
    let lines = String::from_utf8_lossy(bytes).lines().count();
    assert_eq!(read.report.disposition_of_line.len(), lines);
    assert_eq!(read.report.dispositions.values().sum::<usize>(), lines);
    assert_eq!(read.report.not_understood, []);
    assert_eq!(read.code.violations(), []);
    let json = serde_json::to_vec(&read.code).unwrap();
    assert_eq!(read::json::<LocalCode>(&json, "code.json").unwrap(), read.code);
}

fn find<'c>(code: &'c LocalCode, id: &str) -> &'c Arrangement {
    let mut all = code.arrangements().map(|(_, one)| one);
    all.find(|one| one.id.as_str() == id).unwrap_or_else(|| panic!("no {id}"))
}

fn texts(evidence: &[Evidence]) -> Vec<&str> {
    evidence.iter().map(|one| one.text.as_str()).collect()
}

fn action_texts(actions: &[Action]) -> Vec<&str> {
    actions.iter().map(|one| one.text.as_str()).collect()
}

fn place(source: &Provenance) -> &Place {
    let Provenance::Document(place) = source else { panic!("{source:?} is not a place in a document") };
    place
}

fn left_out(read: &Extraction) -> Vec<(u32, &str)> {
    let words = read.report.noise.iter().filter(|noise| noise.reason != "markup");
    words.map(|noise| (noise.line, noise.raw.as_str())).collect()
}

#[test]
fn a_repeated_heading_row_is_not_a_row() {
    let read = fixture("01-repeated-header.txt");
    assert_eq!(Summary::of(&read).requirements, 2);
    assert_eq!(read.report.disposition_of_line[11], Disposition::Header);
    assert_eq!(read.code.document.year.unwrap().to_string(), "2014/15");
    assert_eq!(find(&read.code, "1.1").arrangements.len(), 2);
}

#[test]
fn a_heading_inside_a_cell_is_removed_and_listed() {
    let read = fixture("02-header-inside-a-cell.txt");
    assert_eq!(find(&read.code, "1.1.1").title.as_str(), "Say what the town is for");
    assert_eq!(left_out(&read), [(8, "In order to achieve our aims we have/will:")]);
}

#[test]
fn a_row_split_by_a_page_is_one_row_and_a_next_row_in_lower_case_is_its_own() {
    let read = fixture("03-row-over-a-page.txt");
    let row = find(&read.code, "1-01");
    assert_eq!(row.title.as_str(), "Put the accounts in good order each year.");
    assert_eq!(action_texts(&row.actions), ["Train the treasurer", "Train more people"]);
    assert_eq!(row.actions[1].carried_from.as_ref(), Some(&row.actions[0].id));
    assert_eq!(row.actions[1].owners[0].as_str(), "Town Clerk");
    assert_eq!(row.assessments[0].score.as_ref().unwrap().value, 8);
    let from = place(&row.source);
    assert_eq!((from.line, from.to_line), (Some(6), Some(9)));
    let kinds: Vec<_> = find(&read.code, "1-02").no_actions_planned.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [NoActionKind::NoneIdentified, NoActionKind::MaintainStandards]);
    assert_eq!(read.report.rows_without_owner, 1);
}

#[test]
fn a_row_marked_continued_continues_the_one_it_names() {
    let read = fixture("03b-continued-label.txt");
    assert_eq!(texts(&find(&read.code, "1.1.1").evidence), ["Town Plan", "Yearly talks"]);
    assert_eq!(Summary::of(&read).requirements, 1);
}

#[test]
fn a_line_without_a_number_is_the_rest_of_the_row_above() {
    let read = fixture("04-continuation-without-id.txt");
    let row = find(&read.code, "1.1.1");
    assert_eq!(row.title.as_str(), "Say what the town is for and to whom it belongs");
    assert_eq!(action_texts(&row.actions), ["Walks in the park each week"]);
    assert_eq!(row.actions[0].status, ActionStatus::Open);
}

#[test]
fn two_requirements_in_one_row_are_two_and_share_the_other_cells() {
    let read = fixture("05-two-requirements-in-a-row.txt");
    let (one, two) = (find(&read.code, "1.1.1"), find(&read.code, "1.1.2"));
    assert_eq!(two.title.as_str(), "Look at it again every spring");
    assert_eq!((texts(&one.evidence), texts(&two.evidence)), (vec!["Town Plan"], vec!["Yearly talks"]));
    assert_eq!(action_texts(&one.actions), ["More talks with neighbours."]);
    assert_eq!(action_texts(&two.actions), ["Tea dances each week"]);
}

#[test]
fn the_lines_of_a_narrow_column_are_joined_and_its_items_separated() {
    let read = fixture("06-one-visual-line.txt");
    let row = find(&read.code, "1.1.1");
    assert_eq!(texts(&row.evidence), ["Town Plan for people who live here", "Yearly talks"]);
    assert_eq!(texts(&find(&read.code, "1.1.2").evidence), ["Surveys"]);
}

#[test]
fn cells_shifted_to_the_left_are_put_back() {
    let read = fixture("07-columns-shift-left.txt");
    let row = find(&read.code, "1.1.1");
    assert_eq!(texts(&row.evidence), ["Town Plan", "Yearly talks", "Surveys"]);
    assert_eq!(action_texts(&row.actions), ["Walks", "Tea dances"]);
}

#[test]
fn smudges_and_shadows_are_left_out_one_by_one_with_a_reason() {
    let read = fixture("08-glyph-garbage.txt");
    let row = find(&read.code, "1.1.1");
    assert_eq!(row.title.as_str(), "Say what the town is for");
    assert_eq!(texts(&row.evidence), ["Town Plan", "Yearly talks", "Surveys"]);
    assert_eq!(action_texts(&row.actions), ["further matters"]);
    assert_eq!(left_out(&read).len(), 8);
    assert!(read.report.noise.iter().all(|noise| !noise.reason.is_empty()));
}

#[test]
fn rules_and_dots_are_not_words() {
    let read = fixture("09-rules-and-dots.txt");
    assert_eq!(read.code.evidence().count(), 1);
    assert_eq!(left_out(&read), [(9, "---"), (9, "--"), (9, "--"), (11, ".....")]);
}

#[test]
fn a_list_without_bullets_is_split_with_its_confidence_and_its_cell_is_kept() {
    let read = fixture("10-lost-list-glyphs.txt");
    let evidence = &find(&read.code, "1-01").evidence;
    assert_eq!(
        texts(evidence),
        ["Town Plan and Park Strategy", "Weekly walks in the park", "Register of gifts"]
    );
    let (first, second) = (place(&evidence[0].source), place(&evidence[1].source));
    let cell = " Town Plan and Park Strategy Weekly walks in the park Register of gifts ";
    assert_eq!(first.cell.as_ref().unwrap().as_str(), cell);
    assert_eq!((second.line, second.column, second.point), (first.line, Some(2), Some(2)));
    assert!(second.confidence.unwrap() < 100 && second.cell.is_none());
    assert_eq!(find(&read.code, "1-01").actions[0].status, ActionStatus::Completed);
}

#[test]
fn items_without_a_space_between_them_are_separated() {
    let read = fixture("11-no-space-between-items.txt");
    let principle = find(&read.code, "1");
    assert_eq!(principle.title.as_str(), "Purpose of the town");
    assert_eq!(texts(&principle.evidence), ["Town plan", "Park rules", "Tree strategy"]);
    let titles: Vec<_> = principle.arrangements.iter().map(|one| (one.level, one.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            (Level::SubPrinciple, "Leading the town well"),
            (Level::SubPrinciple, "Keeping the streets clean"),
            (Level::Requirement, "Ensure that walks are held"),
            (Level::Requirement, "Publish a yearly letter"),
        ]
    );
}

#[test]
fn html_is_removed_and_each_tag_is_listed() {
    let read = fixture("12-html.txt");
    let row = find(&read.code, "A-1");
    assert_eq!(row.title.as_str(), "Behaving with integrity");
    assert_eq!(texts(&row.evidence), ["A code of conduct & rules.", "A register of gifts, 3rd edition."]);
    assert!(place(&row.evidence[0].source).cell.as_ref().unwrap().starts_with("<ul style"));
    assert_eq!(read.report.noise.iter().filter(|noise| noise.line == 4).count(), 8);
}

#[test]
fn a_table_that_turns_into_headings_and_lists_stays_one_thing() {
    let read = fixture("13-table-into-list.txt");
    let (one, two) = (find(&read.code, "A-1"), find(&read.code, "A-2"));
    assert_eq!(
        texts(&one.evidence),
        ["A code of conduct.", "A register kept as the law asks.", "A yearly talk."]
    );
    assert_eq!(place(&one.evidence[1].source).to_line, Some(6));
    assert_eq!(two.title.as_str(), "Respecting the rule of law");
    assert_eq!(two.evidence.len(), 3);
    assert_eq!(two.evidence[1].parts.len(), 2);
}

#[test]
fn a_stop_after_a_number_is_not_part_of_it_and_numbers_may_be_missing() {
    let read = fixture("14-numbering.txt");
    let ids: Vec<_> = find(&read.code, "1.1").arrangements.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["1.1.1", "1.1.4"]);
}

#[test]
fn unclosed_markup_is_removed_and_its_words_are_kept() {
    let read = fixture("15-markup-that-never-closes.txt");
    assert_eq!(find(&read.code, "P-1.1").title.as_str(), "This protocol binds all members* of the town.");
    assert_eq!(find(&read.code, "P-1.1").arrangements[0].id.as_str(), "P-1.1.1");
    assert_eq!(action_texts(&read.code.actions), ["Hold talks", "Hold walks"]);
}

#[test]
fn an_indent_means_nothing_and_a_split_bullet_is_joined() {
    let read = fixture("16-indentation-and-cut-lists.txt");
    let titles: Vec<_> =
        find(&read.code, "P-1.1").arrangements.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Be kind;", "Be on time; and", "Keep to the rules of the Town Council at all times."]
    );
}

#[test]
fn headings_of_any_level_and_a_plan_with_its_family_in_the_wrong_column_are_read() {
    let read = fixture("17-wandering-headings.txt");
    assert_eq!(find(&read.code, "P-2.1").arrangements[0].title.as_str(), "Letters are answered.");
    let plan: Vec<_> =
        read.code.actions.iter().map(|one| (one.text.as_str(), one.outcome.as_deref())).collect();
    assert_eq!(plan, [("Hold talks", Some("People learn.")), ("Hold songs", Some("People sing."))]);
    assert!(read.code.actions[1].family.as_ref().unwrap().starts_with("Walks"));
    let nothing: Vec<_> =
        read.code.no_actions_planned.iter().map(|one| one.outcome.as_deref().unwrap()).collect();
    assert_eq!(nothing, ["People rest.", "People walk."]);
}

#[test]
fn dashes_quotes_and_broken_words_do_not_hide_a_heading_or_a_word() {
    let read = fixture("18-dashes-and-quotes.txt");
    assert_eq!(find(&read.code, "1").title.as_str(), "Purpose of the town");
    let evidence = &find(&read.code, "1.1.1").evidence[0];
    assert_eq!(evidence.text.as_str(), "Whistle-blowing rules, and “Talks”");
    assert_eq!(
        place(&evidence.source).raw.as_ref().unwrap().as_str(),
        "Whistle- blowing rules , and “Talks”"
    );
}

#[test]
fn a_last_line_without_a_line_feed_counts() {
    let read = fixture("19-last-line-and-blank-lines.txt");
    assert_eq!((read.report.lines, read.report.dispositions["blank"]), (10, 5));
    assert_eq!(read.code.evidence().count(), 1);
}

#[test]
fn rows_without_a_heading_are_read_by_their_labels_and_their_section() {
    let read = fixture("20-control-block-and-contents.txt");
    assert_eq!(read.code.document.lead_officer.as_ref().unwrap().as_str(), "Town Clerk");
    assert_eq!(read.code.document.dated.unwrap().to_string(), "2021-05");
    assert_eq!(read.code.roles.len(), 2);
    let read = fixture("20b-contents.txt");
    assert_eq!(read.report.disposition_of_line[..3], [Disposition::Noise; 3]);
    assert_eq!(Summary::of(&read).principles, 1);
}

// Documents of other councils.

#[test]
fn a_typed_table_in_another_order_and_under_other_names_is_read() {
    let read = fixture("markdown.txt");
    let row = find(&read.code, "B1.1");
    assert_eq!(find(&read.code, "B").covers[0].as_str(), "B");
    assert_eq!(texts(&row.evidence), ["Agendas.", "Minutes are published."]);
    assert_eq!(row.actions[0].due.unwrap().to_string(), "2022-03-31");
    assert_eq!(row.actions[0].owners[0].as_str(), "Town Clerk");
}

#[test]
fn an_exported_table_is_read_and_its_unknown_column_is_kept_and_named() {
    let read = fixture("commas.csv");
    let row = find(&read.code, "2.1.1");
    assert_eq!(row.title.as_str(), "Say who does what, and when");
    assert_eq!(row.note.as_ref().unwrap().as_str(), "Colour: amber");
    assert_eq!(read.report.columns_not_recognised[0].words, "Colour");
    assert_eq!(Summary::of(&read).scores_per_principle["2"], [7, 8]);
    assert_eq!(read.report.rows_without_owner, 1);
}

const OWN: &[u8] = br#"
name = "tea"
framework = "cipfa-solace-2016"
[rows]
id = '^(?<id>[A-G]\d)\b'
[[column]]
means = "sub-principle"
headings = ["What we promise"]
[[column]]
means = "evidence"
headings = ["Where to see it"]
split = "sentences"
"#;

#[test]
fn an_unknown_table_is_rejected_with_its_headings_and_read_with_a_custom_layout() {
    let text = b"What we promise\tWhere to see it\nA1 Be kind\tA code. A talk.\n";
    let error = extract::local_code(text, "tea.txt").unwrap_err();
    let ExtractError::NotRecognised { seen, .. } = &error else { panic!("{error}") };
    assert_eq!((seen[0].line, seen[0].words.as_str()), (1, "What we promise | Where to see it"));
    let own = Layout::read(OWN, "tea.toml").unwrap();
    let read = extract::local_code_with(text, "tea.txt", &[own]).unwrap();
    whole(&read, text);
    assert_eq!(find(&read.code, "A1").covers[0].as_str(), "A1");
    assert_eq!(read.report.items[&Meaning::Evidence], 2);
}

// Input that is not a document.

#[test]
fn a_file_that_is_not_text_is_rejected_with_its_position() {
    let refuse = |bytes: &[u8]| extract::local_code(bytes, "x.txt").unwrap_err();
    assert!(matches!(refuse(b""), ExtractError::Empty { .. }));
    assert!(matches!(refuse(b" \n\t\n"), ExtractError::Empty { .. }));
    assert!(matches!(refuse(b"a\nb\0c"), ExtractError::Binary { line: 2, column: 2, byte: 0, .. }));
    assert!(matches!(refuse(b"a\nbc\xff"), ExtractError::Encoding { line: 2, column: 3, byte: 0xff, .. }));
    assert!(matches!(refuse(b"Dear all,\n\nplease come to tea.\n"), ExtractError::NotRecognised { .. }));
}

#[test]
fn a_file_that_is_too_large_is_rejected_with_the_limit() {
    let refuse = |bytes: &[u8]| extract::local_code(bytes, "x.txt").unwrap_err();
    let large = vec![b'a'; 100 * 1024 * 1024];
    assert!(matches!(refuse(&large), ExtractError::TooLarge { bytes: 104_857_600, .. }));
    let line = [b"one\n".as_slice(), &vec![b'a'; 10 * 1024 * 1024]].concat();
    assert!(matches!(refuse(&line), ExtractError::LongLine { line: 2, .. }));
    let cell = format!("Requirement\tEvidence\tOwner\nB1.1 Meet\t{}\tClerk\n", "walks and ".repeat(2_500));
    assert!(matches!(refuse(cell.as_bytes()), ExtractError::LongCell { line: 2, column: 2, .. }));
}

proptest::proptest! {
    #[test]
    fn no_table_panics_or_loses_a_line_whatever_is_in_it(
        rows in proptest::collection::vec("[ -~\t•<>&;éΩ]{0,80}", 0..40),
        head in 0..3_usize,
    ) {
        let heads = [
            "PRINCIPLE ONE\n\nIn order to achieve our aims we have/will:\tSource documents/Processes\tFurther work ongoing\n",
            "Principle A: X\n\nSub-principle\tEvidence\n",
            "Requirement\tEvidence\tScore\tImprovement plan\tProgress\tAction\tOwner\n",
        ];
        let text = format!("{}{}", heads[head], rows.join("\n"));
        let read = extract::local_code(text.as_bytes(), "any.txt").unwrap();
        proptest::prop_assert_eq!(read.report.dispositions.values().sum::<usize>(), text.lines().count());
        let mut violations = read.code.violations();
        violations.retain(|violation| !matches!(violation, Violation::OffScale { .. }));
        proptest::prop_assert_eq!(violations, []);
    }
}

// The documents of the five councils.

fn sources() -> Option<PathBuf> {
    let named = std::env::var("AGS_SOURCES").map(PathBuf::from);
    let folder =
        named.unwrap_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds"));
    if !folder.is_dir() {
        eprintln!(
            "SKIPPED: {} is not there; name the folder of the documents in AGS_SOURCES",
            folder.display()
        );
        return None;
    }
    Some(folder)
}

/// The document whose name begins with a number, read; none where the folder does not exist.
fn source(number: &str) -> Option<(Extraction, Summary)> {
    let folder = sources()?;
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let file = files.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(number));
    let file = file.unwrap_or_else(|| panic!("{}: no file begins with {number}", folder.display()));
    let bytes = fs::read(&file).unwrap();
    let read = extract::local_code(&bytes, &file.display().to_string()).unwrap();
    whole(&read, &bytes);
    let leaves_have_places = read.code.evidence().all(|(_, one)| {
        let place = place(&one.source);
        place.line.is_some() && place.column.is_some() && place.raw.is_some() && place.confidence.is_some()
    });
    assert!(leaves_have_places);
    let summary = Summary::of(&read);
    Some((read, summary))
}

#[test]
fn colchesters_requirements_evidence_and_further_work_are_complete() {
    let Some((read, summary)) = source("000") else { return };
    assert_eq!(summary.authority, "Colchester Borough Council");
    assert_eq!((summary.principles, summary.aims, summary.requirements), (6, 18, 55));
    let all: Vec<&Arrangement> = read.code.arrangements().map(|(_, one)| one).collect();
    let ids =
        |level| all.iter().filter(|one| one.level == level).map(|one| one.id.as_str()).collect::<Vec<_>>();
    let aims = ids(Level::SubPrinciple);
    assert_eq!((aims[0], aims[17]), ("1.1", "6.3"));
    let requirements = ids(Level::Requirement);
    let count = |principle: &str| requirements.iter().filter(|id| id.starts_with(principle)).count();
    assert_eq!(["1.", "2.", "3.", "4.", "5.", "6."].map(count), [7, 12, 8, 11, 7, 10]);
    assert!(!requirements.contains(&"2.2.1") && !requirements.contains(&"4.3.2"), "the document skips both");
    assert_eq!(requirements.last(), Some(&"6.3.1"), "the last line has no line feed");
    assert_eq!((summary.further_work_items, summary.actions), (104, 104));
    let work = |principle: &str| {
        let of = all
            .iter()
            .filter(|one| one.level == Level::Requirement && one.id.as_str().starts_with(principle));
        of.map(|one| one.actions.len()).sum::<usize>()
    };
    assert_eq!(
        ["1.", "2.", "3.", "4.", "5.", "6."].map(work),
        [26, 14, 14, 13, 24, 13],
        "as a person counts them"
    );
    let open = all.iter().flat_map(|one| &one.actions);
    assert!(
        open.into_iter()
            .all(|one| one.status == ActionStatus::Open && one.owners.is_empty() && one.due.is_none())
    );
    let named = |one: &&&Arrangement| one.evidence.iter().any(|one| one.text.as_str() == "Constitution");
    assert_eq!(all.iter().filter(named).count(), 11, "the Constitution is evidence in eleven rows");
    assert_eq!(left_out(&read).iter().filter(|(line, _)| *line > 14).count(), 19, "read one by one");
}

#[test]
fn stevenages_scores_and_two_year_chains_are_complete() {
    let Some((read, summary)) = source("001") else { return };
    assert_eq!(summary.authority, "Stevenage Borough Council");
    assert_eq!((summary.principles, summary.aims, summary.requirements), (6, 0, 53));
    let scores: Vec<&[u8]> = summary.scores_per_principle.values().map(Vec::as_slice).collect();
    let printed: [&[u8]; 6] = [
        &[9, 9, 8, 9, 7, 7, 7, 7],
        &[9, 10, 9, 8, 9, 9, 8, 9, 8, 9, 8],
        &[9, 7, 8, 8, 8, 9, 7, 7],
        &[8, 9, 9, 9, 7, 8, 9, 7, 9, 8, 8, 8],
        &[7, 8, 7, 8, 8, 9, 7],
        &[9, 9, 9, 8, 9, 8, 9],
    ];
    assert_eq!(scores, printed);
    assert_eq!(summary.rows_without_owner, 14);
    let rows: Vec<&Arrangement> = read.code.principles.iter().flat_map(|one| &one.arrangements).collect();
    let maintain = |one: &&&Arrangement| {
        one.no_actions_planned.iter().any(|one| one.kind == NoActionKind::MaintainStandards)
    };
    assert_eq!(rows.iter().filter(maintain).count(), 25);
    let broken = find(&read.code, "3-03");
    assert_eq!((place(&broken.source).line, place(&broken.source).to_line), (Some(53), Some(56)));
    assert_eq!(
        broken.actions[0].text.as_str(),
        "In place but needs reviewing, updating and communicating Needs a regular review process"
    );
    let first = find(&read.code, "1-01");
    assert_eq!(first.actions[1].carried_from.as_ref(), Some(&first.actions[0].id));
    assert_eq!(
        first.actions.iter().map(|one| one.year.unwrap().to_string()).collect::<Vec<_>>(),
        ["2009/10", "2010/11"]
    );
    let covered: std::collections::BTreeSet<_> = rows.iter().flat_map(|one| &one.covers).collect();
    assert_eq!(covered.len(), 57, "all but 2.3.6, which the document does not have");
}

#[test]
fn leicestershires_points_are_where_a_person_found_them() {
    let Some((read, summary)) = source("002") else { return };
    assert_eq!(summary.authority, "Leicestershire County Council");
    assert_eq!(
        summary.evidence_per_principle.values().copied().collect::<Vec<_>>(),
        [34, 28, 18, 9, 18, 23, 19]
    );
    assert_eq!((summary.aims, summary.roles, read.code.assurances.len()), (19, 10, 7));
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22/local-code.toml");
    let by_hand: LocalCode = read::toml(&fs::read(path).unwrap(), "local-code.toml").unwrap();
    let rows = |code: &LocalCode| {
        let rows = code.arrangements().filter(|(_, one)| one.level == Level::SubPrinciple);
        rows.map(|(_, one)| (one.id.clone(), one.covers.clone())).collect::<Vec<_>>()
    };
    assert_eq!(rows(&read.code), rows(&by_hand));
    let points = |code: &LocalCode| {
        let places = code.evidence().map(|(_, one)| place(&one.source).clone());
        places.map(|one| (one.line, one.to_line, one.point)).collect::<Vec<_>>()
    };
    for (found, by_hand) in points(&read.code).iter().zip(points(&by_hand)) {
        assert_eq!(*found, by_hand);
    }
    let roles =
        |code: &LocalCode| code.roles.iter().map(|one| (one.title.clone(), one.kind)).collect::<Vec<_>>();
    assert_eq!(roles(&read.code), roles(&by_hand));
    let kinds = |code: &LocalCode| code.assurances.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&read.code), kinds(&by_hand));
    assert_eq!(read.code.statement.as_ref().unwrap().shall.len(), 4);
}

#[test]
fn kents_aims_and_policies_belong_to_its_principles() {
    let Some((read, summary)) = source("004") else { return };
    assert_eq!(summary.authority, "Kent County Council");
    assert_eq!((summary.principles, summary.aims, summary.requirements), (6, 18, 54));
    let each = |level: Level| {
        let count = |one: &Arrangement| one.arrangements.iter().filter(|one| one.level == level).count();
        read.code.principles.iter().map(count).collect::<Vec<_>>()
    };
    assert_eq!(each(Level::SubPrinciple), [3, 3, 2, 4, 3, 3]);
    assert_eq!(each(Level::Requirement), [8, 11, 8, 10, 7, 10]);
    assert!(
        read.code.arrangements().all(|(_, one)| one.level == Level::Principle || one.evidence.is_empty())
    );
    assert_eq!(summary.evidence_per_principle["1"], 10, "nine joints without a space");
    assert_eq!((read.code.document.dated, read.code.document.year), (None, None));
}

#[test]
fn southends_meeting_protocol_principles_and_plan_are_complete() {
    let Some((read, summary)) = source("003") else { return };
    assert_eq!(summary.authority, "Southend-on-Sea Borough Council");
    assert_eq!((summary.principles, summary.actions), (7, 18));
    let code = &read.code;
    let meetings: Vec<_> =
        code.meetings.iter().map(|one| (one.when.unwrap().to_string(), one.minutes.len())).collect();
    assert_eq!(meetings, [("2020-11-11".to_owned(), 4), ("2020-07-28".to_owned(), 7)]);
    assert_eq!(code.meetings[1].present, Some(9));
    let resolved: Vec<_> = code.meetings[1].minutes.iter().map(|one| one.resolved.len()).collect();
    assert_eq!(resolved, [0, 0, 1, 5, 1, 1, 2]);
    assert_eq!(code.definitions.len(), 9);
    let sections: Vec<_> =
        code.principles.iter().filter(|one| one.level == Level::Clause).map(|one| one.id.as_str()).collect();
    assert_eq!((sections.len(), sections[0], sections[11]), (12, "P-1", "P-12"));
    assert_eq!(find(code, "P-9.1.14").arrangements.len(), 5, "four bullets and the clause below them");
    assert_eq!(code.no_actions_planned.len(), 19, "outcomes without a recommendation");
    assert!(
        code.actions.iter().all(|one| one.owners.is_empty() && one.family.is_some() && one.outcome.is_some())
    );
    assert_eq!(read.report.items[&Meaning::Family], 4);
    assert_eq!(read.report.items[&Meaning::Outcome], 24);
}

#[test]
fn a_document_a_hundred_times_over_has_a_hundred_times_the_evidence() {
    let Some(folder) = sources() else { return };
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let once = fs::read(&path).unwrap();
        let mut bytes = once.clone();
        bytes.extend_from_slice(b"\n\n");
        let bytes = bytes.repeat(100);
        let single = extract::local_code(&once, "once.txt").unwrap();
        let hundred = extract::local_code(&bytes, "hundred.txt").unwrap();
        assert_eq!(
            hundred.code.evidence().count(),
            single.code.evidence().count() * 100,
            "{}",
            path.display()
        );
        assert_eq!(hundred.code.violations(), []);
    }
}
