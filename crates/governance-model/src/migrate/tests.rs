use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::*;
use crate::id::{ArrangementId, FrameworkRef};
use crate::provenance::Provenance;
use crate::read;
use crate::text::Text;

const HEAD: &str = r#"
    framework = "cipfa-solace-2007"
    actions = [{ id = "PLAN-1", text = "Publish it." }]
    no_actions_planned = [{ kind = "none-identified" }]
    [authority]
    name = "Example"
    kind = "district"
    nation = "england"
    [document]
    id = "code"
    title = "Code"
    dated = "2010-04-01"
    year = "2010/11"
    [scales.one-to-ten]
    worst = 1
    best = 10
"#;

fn code(principles: &str) -> LocalCode {
    read::toml(format!("{HEAD}{principles}").as_bytes(), "code.toml").unwrap()
}

/// A code without a row.
fn no_rows() -> LocalCode {
    LocalCode { principles: Vec::new(), ..code(&row("1", "")) }
}

/// A row at the top of the code; further keys may follow it.
fn row(id: &str, covers: &str) -> String {
    format!(
        "[[principles]]\nid = \"{id}\"\nlevel = \"requirement\"\ntitle = \"Row {id}\"\ncovers = [{covers}]\n\
         source.document = {{ id = \"code\", line = 7 }}\n"
    )
}

fn evidence(id: &str) -> String {
    format!(
        "evidence = [{{ id = \"{id}\", text = \"A thing.\", kind = \"body\", basis = \"documented\" }}]\n"
    )
}

fn drafted(principles: &str) -> Migration {
    let code = code(principles);
    let migration = migrate(&code).unwrap();
    assert_complete(&code, &migration);
    migration
}

fn entry<'a>(migration: &'a Migration, kind: ItemKind, id: &str) -> &'a LedgerEntry {
    let mut found =
        migration.ledger.iter().filter(|entry| entry.kind == kind && entry.id.as_deref() == Some(id));
    let entry = found.next().unwrap();
    assert_eq!(found.next(), None, "{id} is recorded twice");
    entry
}

fn moved(entry: &LedgerEntry) -> (&str, &[&'static str], &[&'static str]) {
    match &entry.disposition {
        Disposition::Moved { to, covers, suggested, .. } => (to, covers, suggested),
        Disposition::Left(reason) => panic!("{} was left: {reason}", entry.at),
    }
}

fn left(entry: &LedgerEntry) -> &Reason {
    match &entry.disposition {
        Disposition::Left(reason) => reason,
        Disposition::Moved { to, .. } => panic!("{} was moved to {to}", entry.at),
    }
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// The pointers and identifiers of everything in a code that the ledger is about.
fn items(code: &LocalCode) -> BTreeMap<(ItemKind, String), Option<String>> {
    let mut items = BTreeMap::new();
    let mut add = |kind, at, id| assert_eq!(items.insert((kind, at), id), None);
    for (at, one) in code.arrangements() {
        for (index, item) in one.evidence.iter().enumerate() {
            add(ItemKind::Evidence, format!("{at}/evidence/{index}"), Some(item.id.to_string()));
        }
        for (index, item) in one.actions.iter().enumerate() {
            add(ItemKind::Action, format!("{at}/actions/{index}"), Some(item.id.to_string()));
        }
        for index in 0..one.no_actions_planned.len() {
            add(ItemKind::NothingPlanned, format!("{at}/no_actions_planned/{index}"), None);
        }
        for index in 0..one.assessments.len() {
            add(ItemKind::Assessment, format!("{at}/assessments/{index}"), None);
        }
        add(ItemKind::Arrangement, at, Some(one.id.to_string()));
    }
    for (index, item) in code.actions.iter().enumerate() {
        add(ItemKind::Action, format!("/actions/{index}"), Some(item.id.to_string()));
    }
    for index in 0..code.no_actions_planned.len() {
        add(ItemKind::NothingPlanned, format!("/no_actions_planned/{index}"), None);
    }
    items
}

/// What must be true of every migration: nothing is lost, duplicated or changed, and every pointer leads to the
/// item it names.
fn assert_complete(code: &LocalCode, migration: &Migration) {
    assert_eq!(migration.code.violations(), []);
    assert_eq!(migration.gaps, gap::find(&migration.code));

    let recorded: BTreeMap<_, _> =
        migration.ledger.iter().map(|entry| ((entry.kind, entry.at.clone()), entry.id.clone())).collect();
    assert_eq!(recorded.len(), migration.ledger.len(), "an item is recorded twice");
    assert_eq!(recorded, items(code));

    let (before, after) = (json(code), json(&migration.code));
    let mut targets = BTreeSet::new();
    for entry in &migration.ledger {
        let Disposition::Moved { to, .. } = &entry.disposition else { continue };
        assert!(targets.insert(to), "two items are at {to}");
        let old = before.pointer(&entry.at).unwrap();
        let new = after.pointer(to).unwrap_or_else(|| panic!("there is no {to}"));
        let same: &[&str] = &["id", "level", "title", "rationale", "evidence", "actions", "source"];
        match entry.kind {
            ItemKind::Arrangement => {
                assert!(same.iter().all(|key| old.get(key) == new.get(key)), "{}", entry.at);
                let note = |one: &Value| one.get("note").and_then(Value::as_str).map(str::to_owned);
                assert!(note(new).unwrap().starts_with(&note(old).unwrap_or_default()), "{}", entry.at);
            }
            _ => assert_eq!(old, new, "{}", entry.at),
        }
    }
    let headings = 28;
    for kind in ItemKind::ALL {
        let there = items(&migration.code).keys().filter(|(item, _)| *item == kind).count();
        let expected =
            migration.summary(kind).moved + if kind == ItemKind::Arrangement { headings } else { 0 };
        assert_eq!(there, expected, "{kind}");
    }

    let stayed = |kind| migration.ledger.iter().filter(move |entry| entry.kind == kind);
    let left_behind =
        |kind| stayed(kind).filter(|entry| matches!(entry.disposition, Disposition::Left(_))).count();
    let kept = |count: fn(&Arrangement) -> usize| migration.left.iter().map(count).sum::<usize>();
    assert_eq!(kept(|one| one.evidence.len()), left_behind(ItemKind::Evidence));
    assert_eq!(kept(|one| one.assessments.len()), left_behind(ItemKind::Assessment));
    assert_eq!(kept(|one| one.no_actions_planned.len()), left_behind(ItemKind::NothingPlanned));
}

#[test]
fn a_requirement_goes_to_its_primary_sub_principle_and_the_secondary_is_only_suggested() {
    let migration = drafted(&format!("{}{}", row("1.2.1", "'1.2.1'"), evidence("EV-1")));
    let of = entry(&migration, ItemKind::Evidence, "EV-1");
    assert_eq!(
        moved(of),
        ("/principles/3/arrangements/1/arrangements/0/evidence/0", &["D2"][..], &["F2"][..])
    );
    let coverage = migration.code.coverage();
    assert_eq!((coverage["D2"].total(), coverage.get("F2")), (1, None));
    assert_eq!(migration.gaps.len(), 20);
    assert!(migration.gaps.iter().all(|gap| gap.framework_refs[0].as_str() != "D2"));
}

#[test]
fn a_moved_arrangement_keeps_its_provenance_and_says_where_it_was() {
    let row = row("1.2.1", "'1.2.1'");
    let migration = drafted(&format!("{row}note = \"Row 12.\"\n"));
    let moved = &migration.code.principles[3].arrangements[1].arrangements[0];
    assert_eq!(moved.note.as_ref().unwrap().as_str(), "Row 12.\nDrafted from 1.2.1 of the 2007 framework.");
    assert!(matches!(&moved.source, Provenance::Document(place) if place.line == Some(7)));
}

#[test]
fn a_row_for_two_requirements_stands_once_and_covers_both_successors() {
    let migration = drafted(&format!("{}{}", row("2-01", "'2.3.4', '2.3.5'"), evidence("EV-1")));
    let of = entry(&migration, ItemKind::Arrangement, "2-01");
    assert_eq!(
        moved(of),
        ("/principles/2/arrangements/0/arrangements/0", &["C1", "B2"][..], &["B3", "D2", "E2"][..])
    );
    let coverage = migration.code.coverage();
    assert_eq!([coverage["C1"].total(), coverage["B2"].total()], [1, 1]);
    assert_eq!(migration.code.evidence().count(), 1);
}

#[test]
fn two_requirements_with_one_successor_are_not_covered_twice() {
    let migration = drafted(&row("4-4", "'4.4.1', '4.4.2', '4.4.1'"));
    let of = entry(&migration, ItemKind::Arrangement, "4-4");
    assert_eq!(moved(of).1, ["A3"]);
    assert_eq!(of.answers.len(), 2);
}

#[test]
fn a_weak_match_is_reported_with_its_reason() {
    let migration = drafted(&row("pay", "'2.3.2'"));
    let Disposition::Moved { because, .. } = &entry(&migration, ItemKind::Arrangement, "pay").disposition
    else {
        panic!()
    };
    assert_eq!(because.last(), Some(&"The 2016 edition asks for nothing on pay."));
}

#[test]
fn evidence_for_an_aim_goes_where_all_of_the_aim_went() {
    let migration = drafted(&format!("{}{}", row("roles", "'2.1'"), evidence("EV-1")));
    let of = entry(&migration, ItemKind::Evidence, "EV-1");
    assert_eq!(
        moved(of),
        ("/principles/4/arrangements/1/arrangements/0/evidence/0", &["E2"][..], &["A3"][..])
    );
}

#[test]
fn evidence_for_an_aim_of_two_sub_principles_is_placed_at_their_principle_and_closes_no_gap() {
    let migration = drafted(&format!("{}{}", row("values", "'3.2'"), evidence("EV-1")));
    let of = entry(&migration, ItemKind::Evidence, "EV-1");
    assert_eq!(moved(of), ("/principles/0/arrangements/3/evidence/0", &["A"][..], &["A1", "A2", "B2"][..]));
    assert_eq!(migration.gaps.len(), 21);
}

#[test]
fn evidence_for_an_aim_of_several_principles_is_left_with_the_places_to_look_at() {
    let migration = drafted(&format!("{}{}", row("quality", "'1.2'"), evidence("EV-1")));
    let reason = left(entry(&migration, ItemKind::Evidence, "EV-1"));
    assert_eq!(*reason, Reason::Spread { over: vec!["D2", "F2"] });
    assert!(reason.to_string().ends_with("place its parts by hand, in D2, F2"), "{reason}");
    assert_eq!(migration.left[0].evidence[0].id.as_str(), "EV-1");
    assert_eq!(migration.code.evidence().count(), 0);
}

#[test]
fn of_a_code_that_speaks_only_of_principles_the_third_is_placed_and_the_others_are_left() {
    let principles: String =
        (1..=6).map(|n| row(&n.to_string(), &format!("'{n}'")) + &evidence(&format!("EV-{n}"))).collect();
    let migration = drafted(&principles);
    assert_eq!(migration.summary(ItemKind::Evidence), LedgerSummary { moved: 1, left: 5 });
    assert_eq!(moved(entry(&migration, ItemKind::Evidence, "EV-3")).1, ["A"]);
    assert_eq!(migration.gaps.len(), 21);
    let left: Vec<_> = migration.left.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left, ["1", "2", "4", "5", "6"]);
}

#[test]
fn a_row_of_which_one_part_cannot_be_placed_is_left_whole() {
    let migration = drafted(&row("mixed", "'1.1.1', '1.2'"));
    let reason = left(entry(&migration, ItemKind::Arrangement, "mixed"));
    assert_eq!(*reason, Reason::Spread { over: vec!["C1", "D2", "F2"] });
}

#[test]
fn no_score_is_moved_and_each_is_kept_with_its_row() {
    let scored = format!(
        "{}{}assessments = [{{ year = \"2009/10\", score = {{ scale = \"one-to-ten\", value = 9 }} }}, \
         {{ framework_ref = \"1.1.1\", level = \"limited\" }}]\n",
        row("1-01", "'1.1.1'"),
        evidence("EV-1")
    );
    let migration = drafted(&scored);
    assert_eq!(migration.summary(ItemKind::Assessment), LedgerSummary { moved: 0, left: 2 });
    assert_eq!(migration.summary(ItemKind::Evidence), LedgerSummary { moved: 1, left: 0 });
    assert!(migration.code.arrangements().all(|(_, one)| one.assessments.is_empty()));
    let [kept] = &migration.left[..] else { panic!("one row was assessed") };
    assert_eq!((kept.id.as_str(), kept.covers[0].as_str()), ("1-01", "1.1.1"));
    assert_eq!(kept.assessments, code(&scored).principles[0].assessments);
    assert!(kept.evidence.is_empty(), "its evidence moved");
    assert_eq!(migration.code.scales.len(), 1, "the scale is there for the new scores");
}

#[test]
fn an_action_goes_with_its_row_and_one_of_a_row_left_behind_joins_the_documents_own() {
    let action = |id: &str| format!("actions = [{{ id = \"{id}\", text = \"Do.\" }}]\n");
    let migration = drafted(&format!(
        "{}{}{}{}",
        row("1.1.1", "'1.1.1'"),
        action("ACT-1"),
        row("1", "'1'"),
        action("ACT-2")
    ));
    let with_its_row = entry(&migration, ItemKind::Action, "ACT-1");
    assert_eq!(moved(with_its_row).0, "/principles/2/arrangements/0/arrangements/0/actions/0");
    let of_the_document = moved(entry(&migration, ItemKind::Action, "ACT-2"));
    assert_eq!(of_the_document.0, "/actions/1");
    assert_eq!(of_the_document.2, ["B2", "C1", "C2", "D2", "D3", "F2", "G2"]);
    assert_eq!(moved(entry(&migration, ItemKind::Action, "PLAN-1")).0, "/actions/0");
    assert_eq!(migration.summary(ItemKind::Action), LedgerSummary { moved: 3, left: 0 });
}

#[test]
fn a_heading_gives_way_to_those_of_2016_and_a_heading_with_a_rationale_does_not() {
    let under = "[[principles.arrangements]]\nid = \"1.1.1\"\nlevel = \"requirement\"\ntitle = \"One\"\n\
                 covers = [\"1.1.1\"]\n";
    let migration = drafted(&format!("{}{under}", row("1", "'1'")));
    assert_eq!(*left(entry(&migration, ItemKind::Arrangement, "1")), Reason::Heading);
    assert_eq!(moved(entry(&migration, ItemKind::Arrangement, "1.1.1")).1, ["C1"]);

    let rows = format!("{}rationale = [\"Why.\"]\n{under}", row("3", "'3'"));
    let migration = drafted(&rows);
    assert_eq!(moved(entry(&migration, ItemKind::Arrangement, "3")).0, "/principles/0/arrangements/3");
}

#[test]
fn a_row_without_a_reference_goes_with_its_parent_and_one_with_a_reference_does_not() {
    let under = |id: &str, covers: &str| {
        format!(
            "[[principles.arrangements]]\nid = \"{id}\"\nlevel = \"clause\"\ntitle = \"{id}\"\ncovers = [{covers}]\n{}",
            evidence(&format!("EV-{id}"))
        )
    };
    let rows = [under("other", "'4.3.1'"), under("clause", ""), under("same", "'2.2.2'")].concat();
    let migration = drafted(&format!("{}{rows}", row("2.2.3", "'2.2.3'")));
    let to = |id| moved(entry(&migration, ItemKind::Arrangement, id)).0;
    assert_eq!(to("2.2.3"), "/principles/4/arrangements/1/arrangements/0");
    assert_eq!(to("clause"), "/principles/4/arrangements/1/arrangements/0/arrangements/0");
    assert_eq!(to("same"), "/principles/4/arrangements/1/arrangements/1");
    assert_eq!(to("other"), "/principles/5/arrangements/0/arrangements/0");
    assert_eq!(migration.code.coverage()["E2"].total(), 2);
}

#[test]
fn what_has_no_reference_at_all_is_left() {
    let migration = drafted(&format!("{}{}", row("loose", ""), evidence("EV-1")));
    assert_eq!(*left(entry(&migration, ItemKind::Evidence, "EV-1")), Reason::NoReference);
}

#[test]
fn a_row_named_like_a_heading_of_2016_keeps_its_name() {
    let migration = drafted(&format!("{}{}", row("F4", "'4.2.1'"), row("F4-2", "'4.2.2'")));
    assert_eq!(moved(entry(&migration, ItemKind::Arrangement, "F4")).1, ["D1"]);
    assert_eq!(migration.code.principles[5].arrangements[3].id.as_str(), "F4-3");
    assert_eq!(migration.code.principles[5].arrangements[4].id.as_str(), "F5");
}

#[test]
fn the_draft_has_no_date_of_its_own_and_says_what_it_was_drafted_from() {
    let migration = migrate(&no_rows()).unwrap();
    assert_eq!(migration.code.document.dated, None);
    assert!(migration.drafted_from.dated.is_some());
    assert_eq!(migration.code.document.year, migration.drafted_from.year);
}

#[test]
fn a_code_on_every_requirement_has_its_gaps_where_2016_is_new() {
    let requirements = FrameworkEdition::CipfaSolace2007.framework().requirements();
    let rows: String = requirements
        .map(|one| row(one.id, &format!("'{}'", one.id)) + &evidence(&format!("EV-{}", one.id)))
        .collect();
    let migration = drafted(&rows);
    let at: Vec<_> = migration.gaps.iter().map(|gap| gap.framework_refs[0].as_str()).collect();
    assert_eq!(at, ["F4", "G1"]);
    assert_eq!(migration.summary(ItemKind::Arrangement), LedgerSummary { moved: 58, left: 0 });
}

#[test]
fn only_a_code_on_the_2007_edition_is_migrated() {
    let on = |edition| LocalCode { framework: edition, ..no_rows() };
    assert!(migrate(&on(FrameworkEdition::CipfaSolace2007)).is_ok());
    assert_eq!(migrate(&on(FrameworkEdition::CipfaSolace2016)), Err(MigrateError::Already));
    let error = migrate(&on(FrameworkEdition::Nolan)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no crosswalk from \"The Seven Principles of Public Life\" to the 2016 edition; give a local \
         code based on the 2007 edition"
    );
}

#[test]
fn all_violations_of_the_old_code_are_reported() {
    let code = code(&format!("{}{}", row("1", "'A1'"), row("1", "'9'")));
    let error = migrate(&code).unwrap_err();
    assert!(matches!(&error, MigrateError::Violations(violations) if violations.len() == 3), "{error}");
    assert_eq!(error.to_string().lines().count(), 3);
}

#[test]
fn a_note_of_19_000_characters_has_room_and_one_of_20_000_has_not() {
    let all: Vec<_> = FrameworkEdition::CipfaSolace2007
        .framework()
        .requirements()
        .map(|one| FrameworkRef::new(one.id).unwrap())
        .collect();
    let noted = |length| {
        let mut code = code(&row("all", ""));
        code.principles[0].covers.clone_from(&all);
        code.principles[0].note = Some(Text::new("n".repeat(length)).unwrap());
        code
    };
    assert!(migrate(&noted(19_000)).is_ok());
    let error = migrate(&noted(20_000)).unwrap_err();
    assert_eq!(error, MigrateError::NoRoom(vec![LongNote { at: "/principles/0/note".into() }]));
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// A code of any shape: places of every level, several or none to a row, nested up to four deep.
fn any(dice: &mut Dice) -> LocalCode {
    let framework = FrameworkEdition::CipfaSolace2007.framework();
    let mut places: Vec<&str> = framework.principles.iter().map(|one| one.id).collect();
    places.extend(framework.sub_principles().map(|one| one.id));
    places.extend(framework.requirements().map(|one| one.id));
    let full = code(&format!(
        "{}{}actions = [{{ id = \"ACT\", text = \"Do.\" }}]\nno_actions_planned = [{{ kind = \"empty\" }}]\n\
         assessments = [{{ score = {{ scale = \"one-to-ten\", value = 5 }} }}]\nnote = \"A note.\"\n\
         rationale = [\"Why.\"]\n",
        row("row", ""),
        evidence("EV")
    ));
    let mut grown = no_rows();
    let mut count = 0;
    grown.principles = arrangements(dice, &places, &full.principles[0], 4, &mut count);
    grown
}

fn arrangements(
    dice: &mut Dice,
    places: &[&str],
    full: &Arrangement,
    depth: usize,
    count: &mut usize,
) -> Vec<Arrangement> {
    let mut grown = Vec::new();
    for _ in 0..dice.below(5) {
        *count += 1;
        let mut one = full.clone();
        one.id = ArrangementId::new(if *count == 3 { "A1".into() } else { format!("row-{count}") }).unwrap();
        let covers = dice.below(3);
        one.covers =
            (0..covers).map(|_| FrameworkRef::new(places[dice.below(places.len())]).unwrap()).collect();
        one.evidence[0].id = crate::EvidenceId::new(format!("EV-{count}")).unwrap();
        one.actions[0].id = crate::ActionId::new(format!("ACT-{count}")).unwrap();
        one.evidence.truncate(dice.below(2));
        one.actions.truncate(dice.below(2));
        one.no_actions_planned.truncate(dice.below(2));
        one.assessments.truncate(dice.below(2));
        one.rationale.truncate(dice.below(2));
        one.note = one.note.filter(|_| dice.below(2) == 0);
        if depth > 1 {
            one.arrangements = arrangements(dice, places, full, depth - 1, count);
        }
        grown.push(one);
    }
    grown
}

#[test]
fn whatever_the_shape_of_a_code_every_item_is_recorded_and_none_is_changed() {
    let mut dice = Dice(2007);
    let mut summaries = BTreeMap::new();
    for _ in 0..300 {
        let code = any(&mut dice);
        let migration = migrate(&code).unwrap();
        assert_complete(&code, &migration);
        for kind in ItemKind::ALL {
            let summary: &mut LedgerSummary = summaries.entry(kind).or_default();
            summary.moved += migration.summary(kind).moved;
            summary.left += migration.summary(kind).left;
        }
    }
    assert!(summaries[&ItemKind::Evidence].moved > 100 && summaries[&ItemKind::Evidence].left > 100);
    assert!(summaries[&ItemKind::Arrangement].moved > 100 && summaries[&ItemKind::Arrangement].left > 100);
    assert_eq!((summaries[&ItemKind::Action].left, summaries[&ItemKind::Assessment].moved), (0, 0));
}

#[test]
fn the_ledger_is_in_document_order() {
    let mut dice = Dice(2016);
    for _ in 0..50 {
        let code = any(&mut dice);
        let migration = migrate(&code).unwrap();
        let recorded = migration.ledger.iter().filter(|entry| entry.kind == ItemKind::Arrangement);
        assert!(recorded.map(|entry| entry.at.clone()).eq(code.arrangements().map(|(at, _)| at)));
    }
}
