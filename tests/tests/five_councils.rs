//! The model holds the content of the five councils' documents and gives it back unchanged.

use ags::Statement;
use ags::statement::SignOff;
use governance_model::{
    Action, ActionStatus, AnnualReview, Arrangement, Direction, Level, LocalCode, NoActionKind, read,
};

const HEAD: &str = r#"
[authority]
name = "Example Council"
kind = "district"
nation = "england"
[document]
id = "code"
title = "Local Code"
"#;

fn code(framework: &str, rest: &str) -> LocalCode {
    let text = format!("framework = \"{framework}\"\n{HEAD}\n{rest}");
    let code: LocalCode = read::toml(text.as_bytes(), "code.toml").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(code.violations(), []);
    let json = serde_json::to_vec(&code).unwrap();
    assert_eq!(read::json::<LocalCode>(&json, "code.json").unwrap(), code, "JSON gives the same back");
    let toml = toml::to_string(&code).unwrap();
    assert_eq!(read::toml::<LocalCode>(toml.as_bytes(), "code.toml").unwrap(), code, "and so does TOML");
    code
}

#[test]
fn a_scored_row_of_two_years_keeps_its_plan_progress_and_next_action_apart() {
    let code = code(
        "cipfa-solace-2007",
        r#"
[scales.one-to-ten]
worst = 1
best = 10
[[principles]]
id = "2"
level = "principle"
covers = ["2"]
title = "Members and officers working together"
[[principles.arrangements]]
id = "2-01"
level = "requirement"
covers = ["2.1.1", "2.1.2"]
title = "Roles of executive and other members"
assessments = [
  { year = "2009/10", score = { scale = "one-to-ten", value = 8 }, direction = "improved" },
  { year = "2010/11", reason = "planned, not yet scored" },
]
actions = [
  { id = "P-2009-1", text = "Review the scheme of delegation.", year = "2009/10", status = "completed", progress = { text = "Reviewed." } },
  { id = "P-2010-1", text = "Train members on it.", year = "2010/11", owners = ["Borough Solicitor", "Chief Executive"], carried_from = "P-2009-1" },
]
no_actions_planned = [
  { kind = "empty" },
  { kind = "none-identified", wording = "No specific actions identified" },
  { kind = "maintain-standards", wording = "No specific actions but current standards to be maintained", year = "2010/11" },
  { kind = "not-applicable", wording = "Not applicable" },
]
source.document = { id = "code", line = 53, to_line = 56, column = 2, raw = "Roles of executive", confidence = 80 }
"#,
    );
    let row = &code.principles[0].arrangements[0];
    assert_eq!(row.assessments[1].score, None, "no score is not the score 0");
    assert_eq!(row.actions[1].carried_from, Some(row.actions[0].id.clone()));
    let kinds: Vec<NoActionKind> = row.no_actions_planned.iter().map(|nothing| nothing.kind).collect();
    assert_eq!(
        kinds,
        [
            NoActionKind::Empty,
            NoActionKind::NoneIdentified,
            NoActionKind::MaintainStandards,
            NoActionKind::NotApplicable
        ]
    );
}

#[test]
fn requirements_with_further_work_may_skip_numbers() {
    let code = code(
        "cipfa-solace-2007",
        r#"
[[principles]]
id = "2"
level = "principle"
covers = ["2"]
title = "Roles"
[[principles.arrangements]]
id = "2.2"
level = "sub-principle"
covers = ["2.2"]
title = "Members and officers"
[[principles.arrangements.arrangements]]
id = "2.2.2"
level = "requirement"
covers = ["2.2.2"]
title = "The chief executive answers for operations"
evidence = [{ id = "E-1", text = "Job description.", kind = "role", basis = "documented", name = "Chief Executive" }]
actions = [{ id = "FW-1", text = "Review the job description." }]
"#,
    );
    let places: Vec<String> = code.arrangements().map(|(at, _)| at).collect();
    assert_eq!(
        places,
        ["/principles/0", "/principles/0/arrangements/0", "/principles/0/arrangements/0/arrangements/0"]
    );
    assert_eq!(code.coverage()["2.2"].in_writing, 1);
}

#[test]
fn evidence_may_belong_to_a_principle_without_anything_below_it() {
    let code = code(
        "cipfa-solace-2007",
        r#"
[[principles]]
id = "1"
level = "principle"
covers = ["1"]
title = "Purpose"
evidence = [{ id = "E-1", text = "Bold Steps for Kent.", kind = "document", basis = "documented", lead_in = "Constitution:", parts = ["Article 11", "Article 12"] }]
"#,
    );
    assert_eq!(code.coverage()["1"].total(), 1);
    assert_eq!(code.document.year, None, "an undated document stays undated");
}

#[test]
fn a_document_of_a_meeting_keeps_resolutions_clauses_definitions_and_a_plan_by_family() {
    let code = code(
        "nolan",
        r#"
[[meetings]]
body = "Audit Committee"
when = "2021-01-13"
present = 9
minutes = [{ number = "752", title = "Review", resolved = ["That the plan be agreed."] }]
[[definitions]]
term = "Councillor"
means = "An elected member."
[[actions]]
id = "R-1"
text = "Train all councillors on the protocol."
owners = ["Monitoring Officer"]
family = "Relations"
outcome = "Mutual respect"
[[principles]]
id = "1"
level = "principle"
covers = ["1"]
title = "Selflessness"
[[principles]]
id = "P-6"
level = "clause"
title = "Roles"
[[principles.arrangements]]
id = "P-6.1"
level = "clause"
title = "Councillors represent their ward."
"#,
    );
    assert_eq!(code.meetings[0].minutes[0].resolved.len(), 1);
    assert_eq!(code.principles[1].arrangements[0].covers, []);
}

#[test]
fn leicestershires_code_is_complete() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22/local-code.toml");
    let code: LocalCode = read::toml(&std::fs::read(path).unwrap(), "local-code.toml").unwrap();
    let rows: Vec<_> = code.principles.iter().flat_map(|principle| &principle.arrangements).collect();
    assert_eq!((code.principles.len(), rows.len(), code.evidence().count()), (7, 19, 149));
    assert_eq!((code.roles.len(), code.assurances.len()), (10, 7));
    let by_principle: Vec<usize> = code
        .principles
        .iter()
        .map(|principle| principle.arrangements.iter().map(|row| row.evidence.len()).sum())
        .collect();
    assert_eq!(by_principle, [34, 28, 18, 9, 18, 23, 19]);
    let covered: Vec<_> = rows.iter().flat_map(|row| &row.covers).collect();
    assert_eq!(covered.len(), 21, "the nineteen rows answer the twenty-one sub-principles");
    assert_eq!(governance_model::gap::find(&code), []);
    assert!(code.evidence().all(|(_, evidence)| !evidence.source.is_declared()), "every point has its place");
}

/// The statement of a council's files, which is consistent, composes into a valid document and renders.
fn made(council: &str, as_at: &str) -> (Statement, String) {
    let folder = format!("{}/../fixtures/councils/{council}", env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| std::fs::read(format!("{folder}/{name}")).unwrap();
    let code: LocalCode = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
    let review: AnnualReview = read::toml(&file("review.toml"), "review.toml").unwrap();
    let sign_off: SignOff = read::toml(&file("sign-off.toml"), "sign-off.toml").unwrap();
    assert_eq!((code.violations(), review.violations(&code)), (vec![], vec![]));
    assert!(code.evidence().all(|(_, evidence)| !evidence.source.is_declared()), "every piece has its place");
    assert!(code.arrangements().all(|(_, one)| !one.source.is_declared()), "every arrangement has its place");
    assert!(actions(&code).all(|action| !action.source.is_declared()), "every action has its place");
    let statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
    assert!(!statement.is_illustrative(), "nothing is made up");
    let report = ags::check(&statement, as_at.parse().unwrap());
    let document = ags::compose(&statement, report.as_at);
    assert_eq!(document.violations(), []);
    assert!(render_pdf::render(&document).unwrap().starts_with(b"%PDF"));
    let words = document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n");
    (statement, plain(&words))
}

/// Words with straight quotation marks and ordinary spaces.
fn plain(words: &str) -> String {
    let words = words.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    words.replace('\u{a0}', " ")
}

fn at(code: &LocalCode, level: Level) -> Vec<&Arrangement> {
    code.arrangements().map(|(_, one)| one).filter(|one| one.level == level).collect()
}

fn actions(code: &LocalCode) -> impl Iterator<Item = &Action> {
    code.arrangements().flat_map(|(_, one)| &one.actions).chain(&code.actions)
}

fn covered(code: &LocalCode) -> usize {
    at(code, Level::Requirement).iter().map(|one| one.covers.len()).sum()
}

#[test]
fn colchesters_code_is_complete_and_its_further_work_is_open_without_owner_or_date() {
    let (statement, words) = made("colchester/2019-20", "2020-08-31");
    let code = &statement.local_code;
    let requirements = at(code, Level::Requirement);
    assert_eq!((code.principles.len(), at(code, Level::SubPrinciple).len()), (6, 18));
    assert_eq!(
        (requirements.len(), covered(code)),
        (55, 56),
        "1.3.1 answers 1.3.2 too; 2.2.1 and 4.3.2 are not there"
    );
    assert_eq!(code.evidence().count(), 418);
    let further: Vec<&Action> = actions(code).collect();
    assert_eq!(further.len(), 104);
    assert!(further.iter().all(|one| one.status.is_open() && one.owners.is_empty() && one.due.is_none()));
    let count = |number: &str, what: fn(&Arrangement) -> usize| -> usize {
        requirements.iter().filter(|one| one.id.as_str().starts_with(number)).map(|one| what(one)).sum()
    };
    let by_principle = |what| ["1.", "2.", "3.", "4.", "5.", "6."].map(|number| count(number, what));
    assert_eq!(by_principle(|one| one.evidence.len()), [62, 69, 69, 82, 64, 72]);
    assert_eq!(by_principle(|one| one.actions.len()), [26, 14, 14, 13, 24, 13]);
    assert!(words.contains("Open actions in the local code"), "all open, without owner and date");
    assert!(further.iter().all(|one| words.contains(&plain(&one.text))), "each action is printed");
    assert_eq!(statement.found, [], "each of the 18 aims has evidence");
}

#[test]
fn stevenages_rows_keep_their_scores_and_the_chain_of_two_years() {
    let (statement, words) = made("stevenage/2009-10", "2010-06-30");
    let code = &statement.local_code;
    let rows = at(code, Level::Requirement);
    assert_eq!(
        (rows.len(), covered(code)),
        (53, 57),
        "one row answers two requirements, one two and one three"
    );
    let by_principle: Vec<Vec<u8>> = code
        .principles
        .iter()
        .map(|one| {
            one.arrangements.iter().map(|row| row.assessments[0].score.as_ref().unwrap().value).collect()
        })
        .collect();
    assert_eq!(
        by_principle,
        [
            vec![9, 9, 8, 9, 7, 7, 7, 7],
            vec![9, 10, 9, 8, 9, 9, 8, 9, 8, 9, 8],
            vec![9, 7, 8, 8, 8, 9, 7, 7],
            vec![8, 9, 9, 9, 7, 8, 9, 7, 9, 8, 8, 8],
            vec![7, 8, 7, 8, 8, 9, 7],
            vec![9, 9, 9, 8, 9, 8, 9],
        ]
    );
    assert!(rows.iter().all(|row| row.assessments.len() == 2 && row.assessments[1].score.is_none()));
    let moved = |way| rows.iter().filter(|row| row.assessments[0].direction == Some(way)).count();
    assert_eq!((moved(Direction::Improved), moved(Direction::Lowered)), (5, 2));
    let of = |year: &str| actions(code).filter(|one| one.year == Some(year.parse().unwrap())).count();
    assert_eq!((of("2009/10"), of("2010/11")), (32, 27));
    assert_eq!(actions(code).filter(|one| one.carried_from.is_some()).count(), 21);
    let status = |status| actions(code).filter(|one| one.status == status).count();
    assert_eq!((status(ActionStatus::Completed), status(ActionStatus::Delayed)), (2, 1));
    let nothing =
        |kind| rows.iter().flat_map(|row| &row.no_actions_planned).filter(|one| one.kind == kind).count();
    assert_eq!(nothing(NoActionKind::NoneIdentified), 20);
    assert_eq!(nothing(NoActionKind::MaintainStandards), 25);
    assert_eq!((nothing(NoActionKind::NotApplicable), nothing(NoActionKind::Empty)), (3, 2));
    assert!(words.contains("Average scores by principle for 2009/10, from 1 (worst) to 10 (best)"));
}

#[test]
fn kents_code_has_no_year_so_no_rule_can_tell() {
    let (statement, words) = made("kent", "2022-05-31");
    let code = &statement.local_code;
    assert_eq!((statement.year(), code.document.dated, code.document.year), (None, None, None));
    let policies: Vec<usize> = code.principles.iter().map(|one| one.evidence.len()).collect();
    assert_eq!(policies, [10, 9, 9, 9, 11, 10]);
    assert_eq!(code.evidence().count(), 58, "all of them belong to a principle");
    assert_eq!((at(code, Level::SubPrinciple).len(), at(code, Level::Requirement).len()), (18, 54));
    assert_eq!((covered(code), statement.found.len()), (56, 18), "no aim has evidence of its own");
    let report = ags::check(&statement, "2022-05-31".parse().unwrap());
    let england = report.results.iter().filter(|one| one.code.starts_with("REG-"));
    assert!(england.clone().count() > 20);
    for rule in england {
        // A rule on authorities of another type, or on dissolved ones, needs no year to skip this one.
        let skipped = rule.code == "REG-STRUCT";
        assert!(skipped || matches!(rule.outcome, ags::Outcome::Indeterminate { .. }), "{}", rule.code);
    }
    assert!(
        words.contains("Progress on issues and actions reported in the previous year"),
        "no year is named"
    );
}

#[test]
fn southends_documents_keep_meeting_protocol_nolan_principles_and_recommendations() {
    let (statement, words) = made("southend-on-sea/2020-21", "2021-07-31");
    let code = &statement.local_code;
    let resolved: Vec<usize> = code.meetings[0].minutes.iter().map(|one| one.resolved.len()).collect();
    assert_eq!((code.meetings.len(), resolved), (2, vec![0, 0, 1, 2, 1, 1, 2]));
    assert_eq!((code.meetings[0].present, code.definitions.len()), (Some(9), 9));
    let depths = |id: &str| id.strip_prefix("P-").map(|number| number.split('.').count());
    let clauses = at(code, Level::Clause);
    let leaves =
        clauses.iter().filter(|one| one.arrangements.is_empty() && depths(one.id.as_str()) > Some(1));
    assert_eq!(leaves.count(), 135, "the numbered clauses, without the nine definitions");
    let nolan = at(code, Level::Principle);
    assert_eq!(nolan.len(), 7);
    assert!(nolan.iter().all(|one| one.evidence.len() >= 4), "each principle is conduct evidence");
    let plan: Vec<&Action> = code.actions.iter().filter(|one| one.outcome.is_some()).collect();
    assert_eq!((code.actions.len(), plan.len()), (30, 18));
    assert!(plan.iter().all(|one| one.owners.is_empty() && one.due.is_none() && one.family.is_some()));
    assert!(words.contains("Open actions in the local code"));
    assert!(plan.iter().all(|one| words.contains(&plain(&one.text))), "each recommendation is printed");
}
