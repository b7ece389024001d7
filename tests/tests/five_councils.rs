//! The model holds what the five councils' papers hold, and gives it back unchanged.

use governance_model::{LocalCode, NothingKind, read};

const HEAD: &str = r#"
[authority]
name = "Example Council"
kind = "district"
nation = "england"
[document]
id = "paper"
title = "Local Code"
"#;

fn code(framework: &str, rest: &str) -> LocalCode {
    let text = format!("framework = \"{framework}\"\n{HEAD}\n{rest}");
    let code: LocalCode = read::toml(text.as_bytes(), "code.toml").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(code.faults(), []);
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
  { id = "P-2009-1", says = "Review the scheme of delegation.", year = "2009/10", status = "completed", progress = { says = "Reviewed." } },
  { id = "P-2010-1", says = "Train members on it.", year = "2010/11", owners = ["Borough Solicitor", "Chief Executive"], carried_from = "P-2009-1" },
]
nothing_planned = [
  { kind = "empty" },
  { kind = "none-identified", words = "No specific actions identified" },
  { kind = "maintain-standards", words = "No specific actions but current standards to be maintained", year = "2010/11" },
  { kind = "not-applicable", words = "Not applicable" },
]
from.document = { id = "paper", line = 53, to_line = 56, column = 2, raw = "Roles of executive", confidence = 80 }
"#,
    );
    let row = &code.principles[0].arrangements[0];
    assert_eq!(row.assessments[1].score, None, "no score is not the score nought");
    assert_eq!(row.actions[1].carried_from, Some(row.actions[0].id.clone()));
    let kinds: Vec<NothingKind> = row.nothing_planned.iter().map(|nothing| nothing.kind).collect();
    assert_eq!(
        kinds,
        [
            NothingKind::Empty,
            NothingKind::NoneIdentified,
            NothingKind::MaintainStandards,
            NothingKind::NotApplicable
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
evidence = [{ id = "E-1", says = "Job description.", kind = "role", shown = "in-writing", name = "Chief Executive" }]
actions = [{ id = "FW-1", says = "Review the job description." }]
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
fn evidence_hangs_on_a_principle_without_anything_below_it() {
    let code = code(
        "cipfa-solace-2007",
        r#"
[[principles]]
id = "1"
level = "principle"
covers = ["1"]
title = "Purpose"
evidence = [{ id = "E-1", says = "Bold Steps for Kent.", kind = "document", shown = "in-writing", lead_in = "Constitution:", parts = ["Article 11", "Article 12"] }]
"#,
    );
    assert_eq!(code.coverage()["1"].total(), 1);
    assert_eq!(code.document.year, None, "an undated paper stays undated");
}

#[test]
fn a_meeting_paper_keeps_resolutions_clauses_definitions_and_a_plan_by_family() {
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
says = "Train all councillors on the protocol."
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
fn leicestershires_code_is_whole() {
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
    assert!(code.evidence().all(|(_, evidence)| !evidence.from.is_declared()), "every point has its place");
}
