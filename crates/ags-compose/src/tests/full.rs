//! The sample with everything that a statement can have.

use ags_statement::Statement;
use serde_json::{Value, json};

use super::with;

/// A statement before anybody considered, approved or signed it.
pub fn unapproved(statement: &Statement) -> Statement {
    with(
        statement,
        &[
            ("/sign_off/considerations", json!([])),
            ("/sign_off/approvals", json!([])),
            ("/sign_off/signatures", json!([])),
            ("/sign_off/accounts", Value::Null),
        ],
    )
}

/// The pointers of everything in it that has a source and is printed.
pub fn sources() -> Vec<String> {
    let value = serde_json::to_value(statement()).unwrap();
    let mut found = Vec::new();
    objects(&value, "", &mut found);
    found.retain(|pointer| {
        let mut changed = value.clone();
        let Some(Value::Object(fields)) = changed.pointer_mut(pointer) else { return false };
        fields.insert("source".into(), json!({ "illustrative": "no such thing is stated" }));
        serde_json::from_value::<Statement>(changed).is_ok()
    });
    found.retain(|pointer| !UNPRINTED.iter().any(|unprinted| pointer == unprinted));
    // An arrangement has words of its own only where the annex prints a rationale or a note of it.
    let arrangement = |pointer: &str| {
        pointer.rsplit('/').nth(1).is_some_and(|list| ["principles", "arrangements"].contains(&list))
    };
    found.retain(|pointer| !arrangement(pointer) || pointer == "/local_code/principles/0/arrangements/0");
    found
}

/// What has a source and is not printed: the authority, whose name is all over the page, what is kept in the working
/// file, a gap that the issue stands for, and a person who was to sign and has signed.
const UNPRINTED: [&str; 8] = [
    "/local_code/authority",
    "/review/jointly_with/0",
    "/found/0",
    "/review/gaps/0",
    "/sign_off/accounts",
    "/sign_off/publication/draft",
    "/sign_off/publication/as_approved",
    "/sign_off/signatories/1",
];

fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(at.to_owned());
            fields.iter().for_each(|(name, value)| objects(value, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| objects(item, &format!("{at}/{place}"), found));
        }
        _ => {}
    }
}

/// The sample with everything that a statement can have.
pub fn statement() -> Statement {
    with(&crate::sample::statement(), &changes())
}

#[expect(clippy::too_many_lines, reason = "a list of everything that a statement can have")]
fn changes() -> Vec<(&'static str, Value)> {
    let prior_action = json!({
        "id": "ACT-2021-1", "text": "Review delegations", "owners": ["Monitoring Officer"], "due": "2022-03",
        "outcome": "completed", "progress": "The review is complete",
    });
    vec![
        ("/notes", json!(["Ask the Monitoring Officer about the loan."])),
        (
            "/answers",
            json!([{ "rule": "REG-4", "decision": "met", "text": "Yes", "by": "Monitoring Officer", "on": "2022-11-01" }]),
        ),
        ("/found", json!([{ "id": "FOUND-1", "text": "Nothing for G3.", "detection": "found" }])),
        ("/local_code/authority/dissolves", json!("2023-04-01")),
        ("/local_code/document/reviewed", json!("2021")),
        ("/local_code/document/url", json!("https://www.example.org/code")),
        ("/local_code/document/lead_officer", json!("Monitoring Officer")),
        ("/local_code/document/review_cycle", json!("every two years")),
        (
            "/local_code/statement",
            json!({ "prepared_by": ["Monitoring Officer"], "approved_by": "Audit Committee",
                "certified_by": ["Leader of the Council", "Chief Executive"], "shall": ["be short"] }),
        ),
        ("/local_code/definitions", json!([{ "term": "Member", "means": "An elected councillor" }])),
        (
            "/local_code/actions",
            json!([{ "id": "LC-1", "text": "Revise the protocol", "owners": ["Clerk"], "due": "2023", "status": "open" }]),
        ),
        ("/local_code/principles/0/arrangements/0/rationale", json!(["Trust depends on conduct."])),
        ("/local_code/principles/0/arrangements/0/note", json!("One row of the source holds two.")),
        ("/local_code/principles/0/arrangements/0/evidence/0/parts", json!(["Article 11"])),
        ("/local_code/principles/0/arrangements/0/evidence/0/lead_in", json!("Constitution:")),
        (
            "/local_code/principles/0/arrangements/0/evidence/0/url",
            json!("https://www.example.org/constitution"),
        ),
        ("/local_code/principles/0/arrangements/0/evidence/0/owner", json!("Monitoring Officer")),
        ("/review/earlier_years", json!(["2020/21"])),
        (
            "/review/jointly_with",
            json!([{ "name": "Example District Council", "kind": "district", "nation": "england" }]),
        ),
        ("/review/purpose", json!({ "text": "The framework is how the Council is directed" })),
        ("/review/in_place", json!({ "exceptions": ["Two vacancies on the Audit Committee"] })),
        ("/review/reasonable_assurance", json!({ "text": "Assurance is reasonable and not absolute" })),
        (
            "/review/key_figures",
            json!([{ "label": "Population", "value": "Made up: 100,000",
            "source": { "illustrative": "no figure is given" } }]),
        ),
        (
            "/review/evidence",
            json!([{ "id": "E-Y", "text": "The complaints report", "kind": "report", "basis": "operating", "when": "2022-01" }]),
        ),
        (
            "/review/scale",
            json!([{ "name": "Strong", "level": "substantial", "rag": "green" },
                { "name": "Moderate", "level": "reasonable", "meaning": "Sound, with gaps", "rag": "amber" }]),
        ),
        ("/review/assessments/0/own_level", json!("Strong")),
        ("/review/assessments/0/direction", json!("improved")),
        ("/review/assessments/0/changed", json!("A new code of conduct was adopted")),
        ("/review/assessments/0/key_points", json!(["E-Y"])),
        ("/review/assurances/0/provider", json!("Example Audit Partnership")),
        ("/review/assurances/0/own_level", json!("Moderate")),
        ("/review/assurances/0/basis", json!("The opinion rests on 20 audits")),
        ("/review/assurances/0/limits", json!("No audit of payroll was made")),
        (
            "/review/assurances/9",
            json!({ "id": "AS-3", "kind": "management", "title": "Directors' statements", "given": "2022-04" }),
        ),
        (
            "/review/matters",
            json!([
                { "id": "MAT-1", "kind": "public-interest-report", "title": "The loan", "by": "the External Auditor",
                  "reference": "R1", "when": "2022-02", "year": "2020/21", "text": "The loan was unlawful.",
                  "response": "We have stopped lending", "considered": "2022-03-01", "issues": ["ISS-2022-1"] },
                { "id": "MAT-2", "kind": "adverse-inspection", "title": "Homes judgement", "by": "Housing Regulator",
                  "when": "2022-04", "excused": "it was put right in the year" },
            ]),
        ),
        (
            "/review/group",
            json!([{ "name": "Example Homes Limited", "kind": "company", "assurance": "AS-1", "text": "Its board reports twice a year" }]),
        ),
        ("/review/conformances/0/degree", json!("partial")),
        ("/review/conformances/0/text", json!("No external assessment was made")),
        ("/review/conformances/0/actions", json!(["ACT-2022-1"])),
        ("/review/gaps/9", json!({ "id": "GAP-9", "text": "Some registers are kept on paper" })),
        (
            "/review/actions/0",
            json!({ "id": "ACT-2022-1", "text": "Add shared risks to the risk register", "owners": ["Section 151 Officer"],
                "due": "2023-03-31", "revised": { "due": "2023-06", "reason": "The post was vacant" }, "status": "delayed",
                "progress": { "text": "Half are recorded", "when": "2022-10" }, "rag": "amber",
                "addresses": ["GAP-2022-1"], "carried_from": "ACT-2021-9", "family": "Risk", "outcome": "One register" }),
        ),
        (
            "/review/actions/9",
            json!({ "id": "ACT-2", "text": "Keep registers online", "owners": ["Clerk"], "due": "2023-05", "status": "not-started",
                "addresses": ["GAP-9"] }),
        ),
        (
            "/review/actions/9",
            json!({ "id": "ACT-3", "text": "Train members", "owners": ["Clerk"], "due": "2023-05" }),
        ),
        (
            "/review/issues/0/grounds",
            json!([
                "hindered-an-objective",
                "took-resources",
                "material-to-the-accounts",
                "public-interest",
                "audit-committee",
                "head-of-internal-audit",
                "formal-action",
                "regulatory-action"
            ]),
        ),
        (
            "/review/prior_issues",
            json!([{ "id": "ISS-2021-1", "title": "Old", "year": "2019/20", "outcome": "carried", "text": "Begun",
                "carried_to": "ISS-2022-1" }]),
        ),
        ("/review/prior_actions", json!([prior_action])),
        ("/review/opinions/0/own_level", json!("Moderate")),
        ("/review/events_after/events", json!([{ "when": "2022-05", "text": "The Leader changed" }])),
        (
            "/review/contact",
            json!({ "office": "Monitoring Officer", "email": "governance@example.org", "telephone": "01632 960000",
                "url": "https://www.example.org/governance", "other_formats": "Large print is available on request" }),
        ),
        ("/sign_off/certification", json!({ "text": "We are satisfied with the steps that are planned" })),
        (
            "/sign_off/signatories",
            json!([{ "office": "leading-member", "title": "Leader of the Council", "for_authority": "Example Borough Council" },
                { "office": "chief-executive", "title": "Chief Executive", "name": "A. N. Other" }]),
        ),
        ("/sign_off/considerations/0/reason", json!("Section 4 was to be updated")),
        ("/sign_off/considerations/0/for_authority", json!("Example Borough Council")),
        ("/sign_off/approvals/0/for_authority", json!("Example Borough Council")),
        (
            "/sign_off/approvals/1",
            json!({ "body": "Governance Committee", "kind": "committee", "on": "2022-11-25", "by_resolution": true,
                "for_authority": "Example District Council" }),
        ),
        ("/sign_off/approvals/0/decision", json!("with-amendments")),
        ("/sign_off/approvals/0/amendments", json!(["A reason for the delay was added"])),
        (
            "/sign_off/approvals/0/delegated",
            json!({ "to": "Chief Executive", "until": "2022-12-31", "exercised": "2022-11-29" }),
        ),
        ("/sign_off/changes", json!([{ "text": "The second issue was added" }])),
        ("/sign_off/replaces", json!({ "published": "2022-11-01", "reason": "A table was wrong" })),
    ]
}
