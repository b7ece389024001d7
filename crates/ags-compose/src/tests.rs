//! What holds of every composed statement: what is listed and marked, that no part needs to be there, and that
//! nothing is empty. Its words are in the snapshots.

mod plain;
mod snapshots;

use governance_model::{
    Action, Arrangement, Assessment, AssuranceLevel, Degree, Gap, GroupBody, Matter, PriorIssue, Provenance,
    Text, read,
};

use super::{compose, compose_with};
use crate::sample::{day, statement};
use ags_document::{Block, Document, Figure, HouseStyle, Relationship, Shape, Table};
use ags_law::Citation;
use ags_report::{Outcome, Report, RuleResult, Severity};
use ags_statement::canonical::Digest;
use ags_statement::{SignOff, Statement};

/// The answers the tests compose with: one of law that is not met, one that is not due yet, one of proper
/// practice that is met, and one that is not.
fn report(statement: &Statement) -> Report {
    let law = |outcome| RuleResult {
        code: "REG-6-2-B".into(),
        name: "no-resolution-of-approval".into(),
        requirement: "Did members approve the statement by resolution?".into(),
        severity: Severity::Statutory,
        outcome,
        citations: vec![Citation::into(Citation {
            instrument: "Accounts and Audit Regulations 2015 (SI 2015/234)",
            provision: "reg. 6(2)(b)",
            url: Some("https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        })],
    };
    let practice =
        |outcome| RuleResult { severity: Severity::ProperPractice, citations: Vec::new(), ..law(outcome) };
    let results = vec![
        law(Outcome::NotDueYet { due: day(2022, 7, 31), action: "Publish the draft".into() }),
        law(Outcome::not_met("/sign_off", "Nobody approved it.", "Put it to the committee.")),
        practice(Outcome::Met),
        practice(Outcome::not_met("/review", "No plan.", "Add one.")),
    ];
    Report { results, ..ags_rules::check_with(statement, None, day(2022, 5, 31), []) }
}

fn composed(statement: &Statement) -> Document {
    compose(statement, &report(statement))
}

fn draft() -> Statement {
    Statement { sign_off: SignOff::default(), ..statement() }
}

fn text(words: &str) -> Text {
    words.parse().unwrap()
}

/// Headings, each on a line and indented by its level.
fn outline(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Heading { level, text } => format!("{}{text}\n", "  ".repeat(usize::from(*level) - 1)),
        Block::Together(inner) => outline(inner),
        _ => String::new(),
    };
    blocks.iter().map(one).collect()
}

/// Everything a reader sees, in reading order.
fn words(document: &Document) -> String {
    document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
}

/// The tables among the blocks, line by line: the caption, the heads of the columns and the rows.
pub(super) fn tabled(blocks: &[Block]) -> Vec<String> {
    fn said(blocks: &[Block]) -> String {
        let one = |block: &Block| match block {
            Block::Paragraph(inlines) => inlines.iter().map(ags_document::Inline::words).collect(),
            _ => String::new(),
        };
        blocks.iter().map(one).collect()
    }
    let lines = |table: &Table| {
        let rows =
            table.rows.iter().map(|row| row.iter().map(|cell| said(cell)).collect::<Vec<_>>().join(" | "));
        [table.caption.clone(), table.columns.join(" | ")].into_iter().chain(rows).collect::<Vec<_>>()
    };
    let table = |block: &Block| if let Block::Table(table) = block { lines(table) } else { Vec::new() };
    blocks.iter().flat_map(table).collect()
}

/// A spoiled sample, as a file could hold it.
fn spoiled(spoil: impl FnOnce(&mut Statement)) -> Statement {
    let mut statement = statement();
    spoil(&mut statement);
    statement
}

/// What is said after these words.
fn after<'a>(words: &'a str, start: &str) -> &'a str {
    words.split_once(start).unwrap_or_else(|| panic!("{start:?} is not said in:\n{words}")).1
}

#[test]
fn the_opinion_comes_first_and_the_summary_after_it() {
    let statement = statement();
    let document = composed(&statement);
    let Block::Note { blocks, .. } = &document.body[1] else { panic!("{:?}", document.body[1]) };
    assert!(plain::text(blocks).contains(statement.review.opinions[0].text.as_str()));
    let summary = statement.review.summary.as_ref().unwrap();
    assert!(plain::text(&document.body[2..3]).starts_with(summary.text.as_str()));
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_one_does_not() {
    assert!(composed(&draft()).status.is_some());
    assert_eq!(composed(&statement()).status, None);
}

#[test]
fn a_draft_lists_what_the_law_still_requires_what_is_due_now_first() {
    let words = words(&composed(&draft()));
    assert!(after(&words, "Put it to the committee.").contains("Publish the draft."));
    assert_eq!(words.matches("Nobody approved it.").count(), 0, "stated once, as what must be done");
    assert!(words.contains("No plan."));
}

#[test]
fn a_final_statement_lists_every_unmet_requirement() {
    let words = words(&composed(&statement()));
    assert!(words.contains("Nobody approved it.") && words.contains("No plan."));
}

#[test]
fn what_is_made_up_is_marked_and_the_mark_is_explained() {
    assert!(!words(&composed(&statement())).contains("illustrat"), "nothing is made up in the sample");
    let document = composed(&made_up());
    assert_eq!(ags_document::marks(&document.body), 3);
    assert_eq!(words(&document).matches("[illustrative]").count(), 4, "three and the explanation");
}

/// The sample with three passages that are made up.
fn made_up() -> Statement {
    let made_up = Provenance::Illustrative(text("no opinion is given"));
    spoiled(|it| {
        it.review.opinions[0].source = made_up.clone();
        it.review.actions[0].source = made_up.clone();
        it.local_code.principles[0].arrangements[0].evidence[0].source = made_up;
    })
}

#[test]
fn an_action_for_two_issues_is_listed_once() {
    let words = words(&composed(&two_issues()));
    assert_eq!(words.matches("Add shared risks to the risk register.").count(), 1);
}

/// The sample with its action for two issues.
fn two_issues() -> Statement {
    spoiled(|it| {
        let mut second = it.review.issues[0].clone();
        second.title = text("Second");
        it.review.issues.push(second);
    })
}

#[test]
fn an_action_for_no_gap_of_the_year_is_not_lost() {
    let words = words(&composed(&spoiled(|it| it.review.actions[0].addresses.clear())));
    assert_eq!(words.matches("Add shared risks to the risk register.").count(), 1);
}

fn figures(document: &Document) -> Vec<&Figure> {
    let figures = document.body.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures.collect()
}

/// The sample with a level for each principle that has one here.
fn levelled(levels: &[Option<AssuranceLevel>]) -> Statement {
    spoiled(|it| {
        for principle in &mut it.local_code.principles {
            principle.assessments.clear();
        }
        let one = it.review.assessments[0].clone();
        let of = |level: &Option<AssuranceLevel>, id: char| Assessment {
            framework_ref: Some(id.to_string().parse().unwrap()),
            level: *level,
            ..one.clone()
        };
        it.review.assessments = levels.iter().zip('A'..).map(|(level, id)| of(level, id)).collect();
    })
}

#[test]
fn the_table_after_a_drawing_has_its_names_and_its_numbers() {
    let document = composed(&spoiled(|it| {
        let late: Action = toml::from_str("id = \"X\"\ntext = \"Do it.\"\ndue = \"2021\"").unwrap();
        it.review.actions.push(late);
    }));
    assert_eq!(figures(&document).len(), 4);
    for pair in document.body.windows(2) {
        let [Block::Figure(figure), table] = pair else { continue };
        let rows = tabled(std::slice::from_ref(table)).split_off(2);
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(" | ").collect()).collect();
        let words = figure.drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Words { text, strong: false, .. } => Some(text.as_str()),
            _ => None,
        });
        let words: Vec<&str> = words.collect();
        let drawn: Vec<&[&str]> = words.chunks(words.len() / rows.len()).collect();
        assert_eq!(drawn.len(), rows.len(), "{}", figure.caption);
        for (drawn, row) in drawn.iter().zip(&rows) {
            assert_eq!(row[0].split(':').next(), Some(drawn[0]));
            assert_eq!(row[1..drawn.len()], drawn[1..]);
        }
    }
}

#[test]
fn one_level_alone_is_not_drawn() {
    let drawn = |levels: &[Option<AssuranceLevel>]| figures(&composed(&levelled(levels))).len();
    let (no, one) = (Some(AssuranceLevel::No), drawn(&[Some(AssuranceLevel::No), None]));
    assert_eq!(drawn(&[no, no]), one + 1);
}

#[test]
fn nothing_is_drawn_for_nothing() {
    let nothing = spoiled(|it| {
        it.local_code.principles.clear();
        it.review.actions.clear();
    });
    assert!(figures(&composed(&nothing)).is_empty());
}

#[test]
fn thousands_of_principles_and_actions_give_a_document_that_can_be_drawn() {
    let statement = spoiled(|it| {
        let mut principle = it.local_code.principles[0].clone();
        principle.id = "W".repeat(64).parse().unwrap();
        principle.covers.clear();
        principle.arrangements.clear();
        it.local_code.principles = vec![principle; 3_000];
        let when = |year: usize| format!("{year:04}-06").parse().ok();
        let action = |year| Action { due: when(year), ..it.review.actions[0].clone() };
        it.review.actions = (1..=5_000).map(action).collect();
    });
    let document = composed(&statement);
    assert_eq!(document.violations(), []);
    assert_eq!(figures(&document).len(), 1, "the actions by due date");
}

/// Where a JSON value holds something optional: the pointers to every field and item in it.
fn places(at: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let at = format!("{at}/{name}");
                places(&at, value, found);
                found.push(at);
            }
        }
        serde_json::Value::Array(items) => {
            // The first two stand for all: the rest are like them.
            for (index, value) in items.iter().enumerate().take(2) {
                let at = format!("{at}/{index}");
                places(&at, value, found);
                found.push(at);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

fn parent<'a>(json: &'a mut serde_json::Value, at: &'a str) -> (&'a mut serde_json::Value, &'a str) {
    let (parent, name) = at.rsplit_once('/').unwrap();
    (json.pointer_mut(parent).unwrap(), name)
}

fn without(mut json: serde_json::Value, at: &str) -> serde_json::Value {
    match parent(&mut json, at) {
        (serde_json::Value::Object(fields), name) => drop(fields.shift_remove(name)),
        (serde_json::Value::Array(items), index) => drop(items.remove(index.parse().unwrap())),
        _ => {}
    }
    json
}

/// Everything the model can hold, so that every part can be taken away.
fn full() -> Statement {
    spoiled(|it| {
        let action: Action = toml::from_str(
            r#"id = "X"
            text = "Do it"
            owners = ["Clerk"]
            due = "2023"
            outcome = "Order"
            family = "Finance"
            progress = { when = "2022", no_progress = { kind = "not-applicable" } }
            revised = { due = "2024", reason = "Nobody could be found" }
            source.illustrative = "none""#,
        )
        .unwrap();
        it.local_code.actions.push(action.clone());
        it.local_code.document.reviewed = Some("2021".parse().unwrap());
        let arrangement = &mut it.local_code.principles[0].arrangements[0];
        arrangement.actions.push(action);
        arrangement.rationale.push(text("It matters.\nVery much"));
        arrangement.note = Some(text("One row of the source holds two."));
        let evidence = &mut arrangement.evidence[0];
        evidence.parts = vec![text("Article 11"), text(" ")];
        evidence.lead_in = Some(text("Constitution:"));
        evidence.url = Some("https://www.example.org".to_owned().try_into().unwrap());
        let prior: PriorIssue = toml::from_str(
            r#"id = "ISS-2021-1"
            title = "Old"
            year = "2020/21"
            outcome = "carried"
            text = "Begun."
            carried_to = "ISS-2022-1""#,
        )
        .unwrap();
        it.review.prior_issues = Some(vec![prior]);
        let gap: Gap = toml::from_str(
            r#"id = "GAP-9"
            text = "Small.""#,
        )
        .unwrap();
        it.review.gaps.push(gap);
        let matter: Matter = toml::from_str(
            r#"id = "MAT-1"
            kind = "public-interest-report"
            title = "The loan"
            by = "the External Auditor"
            reference = "R1"
            when = "2022-02"
            year = "2020/21"
            text = "The loan was unlawful."
            response = "We have stopped lending"
            considered = "2022-03-01"
            issues = ["ISS-2022-1"]
            excused = "It is repaid""#,
        )
        .unwrap();
        it.review.matters = Some(vec![matter]);
        let company: GroupBody = toml::from_str(
            r#"name = "Example Homes Limited"
            kind = "company"
            assurance = "AS-1"
            text = "Its board reports twice a year""#,
        )
        .unwrap();
        it.review.group = Some(vec![company]);
        let conformance = &mut it.review.conformances[0];
        conformance.degree = Some(Degree::Partial);
        conformance.text = Some(text("No outside assessment was made"));
        conformance.actions.extend(it.review.actions.iter().map(|action| action.id.clone()));
        it.sign_off.changes = Some(vec![governance_model::Passage {
            text: text("The second issue was added"),
            source: Provenance::Declared,
        }]);
        it.local_code.authority.dissolves = Some(day(2023, 4, 1));
        it.review.evidence.push(it.local_code.principles[1].arrangements[0].evidence[0].clone());
    })
}

#[test]
fn no_part_needs_to_be_there() {
    let json = serde_json::to_value(full()).unwrap();
    let mut found = Vec::new();
    places("", &json, &mut found);
    let mut composed = 0;
    for at in found {
        let Ok(statement) = serde_json::from_value::<Statement>(without(json.clone(), &at)) else { continue };
        assert_eq!(self::composed(&statement).violations(), [], "without {at}");
        composed += 1;
    }
    assert!(composed > 150, "only {composed} parts could be taken away");
}

#[test]
fn no_words_need_to_be_there() {
    for blank in ["", " ", "\n\n", "\t"] {
        let mut json = serde_json::to_value(full()).unwrap();
        let mut found = Vec::new();
        places("", &json, &mut found);
        let mut blanked = 0;
        for at in found {
            let before = json.clone();
            let place = json.pointer_mut(&at).unwrap();
            if !place.is_string() {
                continue;
            }
            *place = blank.into();
            if serde_json::from_value::<Statement>(json.clone()).is_err() {
                json = before;
            } else {
                blanked += 1;
            }
        }
        assert!(blanked > 40, "only {blanked} texts could be blanked");
        let statement = serde_json::from_value(json).unwrap();
        assert_eq!(composed(&statement).violations(), [], "{blank:?}");
    }
}

#[test]
fn no_cell_no_item_and_no_paragraph_is_empty() {
    fn look(blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => assert!(!text.trim().is_empty()),
                Block::Paragraph(inlines) => {
                    assert!(inlines.iter().any(|inline| !inline.words().trim().is_empty()), "{blocks:?}");
                }
                Block::Bullets(items) | Block::Numbered(items) => items.iter().for_each(|item| {
                    assert!(!item.is_empty());
                    look(item);
                }),
                Block::Table(table) => table.rows.iter().flatten().for_each(|cell| {
                    assert!(!cell.is_empty(), "{}", table.caption);
                    look(cell);
                }),
                Block::Figure(figure) => assert!(!figure.alt.trim().is_empty()),
                Block::Note { blocks, .. } | Block::Together(blocks) => look(blocks),
                other => panic!("a block this test does not know: {other:?}"),
            }
        }
    }
    let nothing = spoiled(|it| {
        it.local_code.principles.clear();
        it.local_code.roles.clear();
        it.review =
            read::toml(b"authority = \"\"\nframework = \"cipfa-solace-2016\"", "review.toml").unwrap();
        it.sign_off = SignOff::default();
    });
    for statement in [full(), nothing] {
        let document = composed(&statement);
        look(&document.cover);
        look(&document.body);
        assert_eq!(document.violations(), []);
    }
}

#[test]
fn every_heading_is_followed_by_something() {
    let document = composed(&spoiled(|it| {
        it.local_code.principles.iter_mut().for_each(|principle| principle.arrangements.clear());
        it.review.assessments.clear();
    }));
    for pair in document.body.windows(2) {
        if let [Block::Heading { level, text }, Block::Heading { level: next, .. }] = pair {
            assert!(next > level, "nothing stands under {text:?}");
        }
    }
}

#[test]
fn arrangements_sixty_deep_keep_to_six_levels_of_headings() {
    let statement = spoiled(|it| {
        let leaf = it.local_code.principles[0].arrangements[0].clone();
        let deep =
            (0..60).fold(leaf.clone(), |inner, _| Arrangement { arrangements: vec![inner], ..leaf.clone() });
        it.local_code.principles[0].arrangements = vec![deep];
    });
    let document = composed(&statement);
    assert_eq!(document.violations(), []);
    assert_eq!(outline(&document.body).matches("A1: Behaving with integrity").count(), 61);
}

#[test]
fn the_same_statement_gives_the_same_document() {
    assert_eq!(composed(&full()), composed(&full()));
}

#[test]
fn a_hundred_times_the_evidence_gives_a_hundred_times_the_points() {
    let points = |times: usize| {
        let statement = spoiled(|it| {
            let evidence = &mut it.local_code.principles[0].arrangements[0].evidence;
            *evidence = vec![evidence[0].clone(); times];
        });
        words(&composed(&statement)).matches("Members took up the revised code").count()
    };
    assert_eq!(points(100) - points(1), 99);
}

#[test]
fn the_digest_given_is_that_of_the_statement_that_is_attached() {
    let statement = statement();
    let document = composed(&statement);
    let [carried, report] = document.attachments.as_slice() else { panic!("{:?}", document.attachments) };
    assert_eq!((carried.name.as_str(), carried.relationship), ("statement.json", Relationship::Source));
    assert_eq!(Digest::of(&carried.content), statement.digest());
    let value: serde_json::Value = serde_json::from_str(&report.content).unwrap();
    assert_eq!((report.name.as_str(), &value["as_at"]), ("report.json", &"2022-05-31".into()));
    assert!(words(&document).contains(&statement.digest().grouped()));
}

#[test]
fn a_house_style_of_ones_own_is_attached() {
    let statement = statement();
    let house = HouseStyle { crest: true, ..HouseStyle::default() };
    let document = compose_with(&statement, &report(&statement), &house);
    let attached = &document.attachments[2];
    assert_eq!(
        (attached.name.as_str(), attached.relationship),
        ("house-style.json", Relationship::Supplement)
    );
    assert_eq!(read::json::<HouseStyle>(attached.content.as_bytes(), "house-style.json").unwrap(), house);
}
