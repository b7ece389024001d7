//! Every sentence that is added to a council's own words, held against the data that would make it false.

use std::collections::BTreeSet;
use std::path::Path;

use ags_statement::Statement;
use serde_json::{Value, json};

use super::{draft, full, presented, samples, with, words};
use crate::{Annex, Presentation, compose_with};

/// A sentence: its phrase, the words by which it is found in the full statement, and the changes that make it false
/// or leave it ungiven.
struct Claim {
    phrase: &'static str,
    words: &'static str,
    false_with: Changes,
}

/// Values at JSON pointers.
type Changes = Vec<(&'static str, Value)>;

fn claim<const CHANGES: usize>(
    phrase: &'static str,
    words: &'static str,
    false_with: [(&'static str, Value); CHANGES],
) -> Claim {
    Claim { phrase, words, false_with: false_with.into() }
}

#[expect(clippy::too_many_lines, reason = "a list of every sentence")]
fn claims() -> Vec<Claim> {
    let none = || json!(null);
    let later = || json!("2022-12-01");
    let significant = |grounds: &[&str]| ("/review/issues/0/grounds", json!(grounds));
    let approval = "/sign_off/approvals/0";
    vec![
        claim("actions::for_issues", "For issue 1.", [("/review/actions/0/addresses", json!([]))]),
        claim("actions::due", "June 2023 (originally", [])
            .or("/review/actions/0/revised", none()),
        claim("actions::revised", "Reason for the revised date: The post was vacant", [])
            .or("/review/actions/0/revised/reason", none()),
        claim("actions::outcome", "Intended outcome: One register", [("/review/actions/0/outcome", none())]),
        claim("actions::status", "Delayed", [("/review/actions/0/status", json!("open"))]),
        claim("annex::score", "Score for 2021/22: 7", [])
            .given("/local_code/scales", json!({ "ten": { "worst": 1, "best": 10 } }))
            .given(
                "/local_code/principles/0/arrangements/0/assessments",
                json!([{ "year": "2021/22", "score": { "scale": "ten", "value": 7 } }]),
            ),
        claim("conclusion::monitoring", "Progress is reported to the Audit Committee", [
            ("/review/conclusion/monitoring", none()),
        ]),
        claim("conclusion::next_review", "We will next review our governance arrangements", [
            ("/review/conclusion/next_review", none()),
        ]),
        claim("conclusion::reported", "Members receive a progress report on the action plan twice a year", [
            ("/review/conclusion/reported", none()),
        ])
        .given("/review/conclusion/monitoring", json!("The committee oversees the plan")),
        claim("conformance::FULLY_COMPLIANT", "Fully compliant.", [
            ("/review/conformances", json!([{ "standard": "audit-committees", "degree": "partial" }])),
        ]),
        claim("conformance::actions", "See action 1.", [("/review/conformances/0/actions", json!([]))]),
        claim("conformance::assessed", "Last assessed in April 2022", [
            ("/review/conformances/0/assessed", none()),
        ]),
        claim("contact::ask", "For questions about this statement, contact the Monitoring Officer", [
            ("/review/contact", none()),
        ]),
        claim("contact::telephone", "telephone 01632 960000", [("/review/contact/telephone", none())]),
        claim("cover::approved", "Approved by the Audit Committee on 28 November 2022", [
            ("/sign_off/approvals/0/on", later()),
        ]),
        claim("cover::replaces", "This statement replaces the one published on 1 November 2022", [
            ("/sign_off/replaces", none()),
        ]),
        claim("cover::legend", "It is not a statement or a decision of", [("/review/key_figures/0/source", none())]),
        claim("events::some", "The following events after the year end, up to", [
            ("/review/events_after/events", json!([])),
        ]),
        claim("events::none", "There were no significant governance events", [])
            .given("/review/events_after/events", json!([]))
            .or("/review/events_after", none()),
        claim("framework::dissolved", "will be dissolved by order on 1 April 2023", [
            ("/local_code/authority/dissolves", none()),
        ]),
        claim("framework::other_standard", "The annual review was carried out against", [])
            .given("/review/framework", json!("cipfa-solace-2007")),
        claim("framework::code", "Our code of governance", [("/local_code/document/title", json!(" "))]),
        claim("framework::lead_officer", "The Monitoring Officer is responsible for it", [
            ("/local_code/document/lead_officer", none()),
        ]),
        claim("framework::review_cycle", "It is reviewed every two years", [
            ("/local_code/document/review_cycle", none()),
        ]),
        claim("framework::reviewed", "It was last reviewed in 2021", [("/local_code/document/reviewed", none())]),
        claim("framework::prepared", "this statement prepared, by the Monitoring Officer", [
            ("/local_code/statement/prepared_by", none()),
        ]),
        claim("framework::approver", "The Audit Committee approves the statement", [
            ("/local_code/statement/approved_by", none()),
        ]),
        claim("framework::signatories", "This statement is signed by the Leader", [
            ("/local_code/statement/certified_by", none()),
        ]),
        claim("group::assurance", "Source of assurance: Annual report", [
            ("/review/group/0/assurance", none()),
        ]),
        claim("improvements::introduction", "The review identified one further area for improvement, which is not significant:", [
            ("/review/gaps/1", json!({ "id": "GAP-9", "text": "X", "framework_refs": ["F1"] })),
            ("/review/issues/0/gaps", json!(["GAP-2022-1", "GAP-9"])),
        ]),
        claim("issues::CARRIED", "We carried this issue forward from last year", [])
            .given("/review/issues/0/carried_from", json!("ISS-2021-1"))
            .given("/review/prior_issues", none())
            .or("/review/issues/0/carried_from", none()),
        claim("issues::because", "It is significant because it could prevent us", [
            significant(&["audit-committee"]),
        ]),
        claim("issues::effect", "could have a material effect on the accounts", [
            significant(&["took-resources"]),
        ]),
        claim("issues::considered_by", "The Audit Committee considers this issue significant", [
            significant(&["took-resources"]),
        ]),
        claim("issues::REPORTED_BY_INTERNAL_AUDIT", "The Head of Internal Audit reported this issue as significant", [
            significant(&["audit-committee"]),
        ]),
        claim("issues::formal_action", "It led to formal action by a statutory officer", [
            significant(&["regulatory-action"]),
        ]),
        claim("matters::response", "The Council\u{2019}s response: ", [("/review/matters/0/response", none())]),
        claim("matters::considered", "Members considered this at a public meeting on 1 March 2022", [
            ("/review/matters/0/considered", none()),
        ]),
        claim("matters::reported", "See issue 1.", [("/review/matters/0/issues", none())]),
        claim("matters::excused", "We do not report this as a significant issue. It was put right", [
            ("/review/matters/1/excused", none()),
        ]),
        claim("principles::assessment", "Assurance: strong (green), improved.", [
            ("/review/assessments/0/direction", none()),
        ]),
        claim("principles::improvements", "Improvements planned: see issue 1 and action 1.", [
            ("/review/gaps/0/framework_refs", json!([])),
        ]),
        claim("progress::none", "Our statement for 2020/21 reported no significant issues", [])
            .given("/review/prior_issues", json!([]))
            .or("/review/prior_issues", none()),
        claim("progress::reported", "Reported for 2019/20", [("/review/prior_issues/0/year", json!("2020/21"))]),
        claim("progress::carried_to_issue", "Carried forward as issue 1", [
            ("/review/prior_issues/0/carried_to", none()),
        ]),
        claim("progress::carried_to_action", "Carried forward as action 2", [])
            .given("/review/prior_actions/0/carried_to", json!("ACT-2"))
            .or("/review/prior_actions/0/carried_to", none()),
        claim("progress::outcome", "Carried forward\n", [("/review/prior_issues/0/outcome", json!("closed"))]),
        claim("progress::action_outcome", "Completed\nThe review is complete", [
            ("/review/prior_actions/0/outcome", json!("continuing")),
        ]),
        claim("purpose::in_place", "was in place for the year ended 31 March 2022 and up to the date of approval", [
            ("/review/in_place", none()),
        ]),
        claim("review::completed", "The review for 2021/22 was completed on 20 May 2022", [
            ("/review/process/completed", later()),
        ]),
        claim("review::led_by", "It was led by the Monitoring Officer", [("/review/process/led_by", none())]),
        claim("review::level", "Assurance: full.", [])
            .given("/review/assurances/0/own_level", json!("Full"))
            .or("/review/assurances/0/own_level", json!("Partial")),
        claim("review::standard", "The work was carried out in accordance with the Public Sector", [
            ("/review/assurances/0/standard", none()),
        ]),
        claim("sign_off::considered", "considered the findings of the review on 20 July 2022", [
            ("/sign_off/considerations/0/outcome", json!("noted")),
        ]),
        claim("sign_off::approved", "approved this statement with amendments on 28 November 2022", [
            ("/sign_off/approvals/0/decision", json!("in-principle")),
        ]),
        claim("sign_off::AMENDMENTS", "These amendments were made:", [])
            .or("/sign_off/approvals/0/amendments", none()),
        claim("sign_off::delegated", "Authority to make further amendments was delegated to the Chief Executive until", [
            ("/sign_off/approvals/0/delegated", none()),
        ]),
        claim("sign_off::acting_for", "The Audit Committee, on behalf of Example Borough Council, considered", [
            ("/sign_off/considerations/0/for_authority", none()),
        ]),
        claim("sign_off::signed", "Signed by the Leader of the Council on 29 November 2022", [("/sign_off/signatures", none())]),
        claim("sign_off::accounts", "approved the related Statement of Accounts on 29 November 2022", [
            ("/sign_off/accounts/approval/on", later()),
        ]),
        claim("summary::overall", "Overall assurance: Moderate (amber)", [
            ("/review/opinions/0/level", none()),
            ("/review/opinions/0/own_level", none()),
        ]),
        claim("summary::issues", "We report one significant governance issue:", [
            ("/review/issues", json!([])),
        ]),
        claim("summary::no_issues", "We report no significant governance issues", [])
            .given("/review/issues", json!([]))
            .or("/review/opinions", json!([])),
        claim("sign_off::NOT_APPROVED", "It has not yet been approved", [])
            .given(approval, json!({ "body": "Audit Committee", "kind": "committee", "on": "2022-12-01", "by_resolution": true })),
        claim("cover::draft", "Draft as at 30 November 2022", [])
            .given(approval, json!({ "body": "Audit Committee", "kind": "committee", "on": "2022-12-01", "by_resolution": true })),
        claim("cover::NOT_APPROVED", "Draft: not approved", [])
            .given(approval, json!({ "body": "Audit Committee", "kind": "committee", "on": "2022-12-01", "by_resolution": true })),
    ]
}

impl Claim {
    /// What must be given besides for the sentence to stand; without it, it does not.
    fn given(mut self, pointer: &'static str, value: Value) -> Self {
        let given = Value::Object([(GIVEN.to_owned(), value)].into_iter().collect());
        self.false_with.push((pointer, given));
        self
    }

    /// What makes it false.
    fn or(mut self, pointer: &'static str, value: Value) -> Self {
        self.false_with.push((pointer, value));
        self
    }

    /// The changes with which the sentence stands, and those with which it does not.
    fn changes(&self) -> (Changes, Changes) {
        let given = |(pointer, value): &(&'static str, Value)| Some((*pointer, value.get(GIVEN)?.clone()));
        let given: Vec<_> = self.false_with.iter().filter_map(given).collect();
        let is_given = |(_, value): &&(&str, Value)| value.get(GIVEN).is_none();
        let false_with: Vec<_> = self.false_with.iter().filter(is_given).cloned().collect();
        if false_with.is_empty() {
            (given, Vec::new())
        } else {
            (given.clone(), [given, false_with].concat())
        }
    }
}

const GIVEN: &str = "must be given";

fn printed(statement: &Statement) -> String {
    let presentation = Presentation { annexes: vec![Annex::Evidence], ..Presentation::new(presented()) };
    // A line ends each run of words, so that a claim can ask for whole runs.
    words(&compose_with(statement, &presentation)) + "\n"
}

#[test]
fn every_sentence_stands_on_its_data_and_falls_with_it() {
    let full = full::statement();
    let mut wrong = Vec::new();
    for claim in claims() {
        let (given, false_with) = claim.changes();
        if !printed(&with(&full, &given)).contains(claim.words) {
            wrong.push(format!("{}: {:?} is not printed with its data", claim.phrase, claim.words));
        }
        if printed(&with(&full, &false_with)).contains(claim.words) {
            wrong.push(format!("{}: {:?} is printed without its data", claim.phrase, claim.words));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Phrases that state nothing: names of sections, tables, columns and values that the data give, prompts of a draft,
/// parts that a claim above is made of, and words about the file itself.
const LABELS: &str = "
    actions: NUMBER ACTION OWNER DUE PROGRESS OWNER_MISSING DUE_MISSING number
    annex: EVIDENCE OF_THE_YEAR DEFINITIONS
    colophon: STATEMENT_HOLDS PRESENTATION_HOLDS VERIFY_AT QR_CODE carries qr_code
    conclusion: HEADING MISSING how_often
    conformance: CAPTION STANDARD DEGREE EXPLANATION degree standard
    contact: HEADING MISSING BY_EMAIL SEE
    cover: NO_AUTHORITY SAMPLE FOOTER CONTENTS SKIP CONTINUED ILLUSTRATION years title subject header crest
    events: HEADING MISSING
    framework: HEADING SEE_CODE ROLES ROLES_MISSING ROLES_CAPTION ROLE PART standard held_by
    group: CAPTION BODY REVIEW kind
    improvements: HEADING CAPTION OTHER OTHER_CAPTION action
    issues: HEADING MISSING PLAN CAPTION title number description action AUDIT_COMMITTEE AN_OFFICER AN_EXTERNAL_BODY
    levels: CAPTION PRINCIPLE LEVEL CHANGE MISSING AVERAGE BEFORE NOT_SCORED direction averages tenths
    local_plan: HEADING CAPTION ACTION RESPONSIBLE PROGRESS
    matters: heading
    principles: HEADING KEY_POINTS CHANGED IN_DEVELOPMENT PLANNED READ MORE LOCAL_CODE OTHER UNTITLED principle place
      covering dated
    progress: issues actions ISSUE ACTION OWNER OUTCOME PROGRESS OUTCOME_MISSING heading missing
    prompts: to_be_completed level with_rag rag
    purpose: HEADING MISSING
    responsibility: HEADING MISSING UNDER UNDER_ONE USUAL_NAME FIGURES FIGURE VALUE regulation provision in_figures
    review: HEADING PROCESS PROCESS_MISSING LEADER_AND_DAY_MISSING LEADER_MISSING DAY_MISSING STEPS
      HEAD_OF_INTERNAL_AUDIT OPINION_MISSING EXTERNAL_AUDIT INSPECTION SOURCES STANDARDS GROUP CAPTION SOURCE FOUND
      LEVEL given named given_by
    short_titles: of
    sign_off: HEADING CERTIFICATION TO_BE_CERTIFIED CERTIFICATION_MISSING SIGNED NAME DATE CHANGES UNNAMED_BODY body all
      signature_of
    summary: HEADING CONCLUSION OPINION_MISSING
";

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads the phrases of this crate")]
fn every_phrase_is_a_claim_that_is_tested_or_a_label() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/phrases");
    let mut phrases = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let module = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let Some(item) = line.strip_prefix("pub(crate) ") else { continue };
            let item =
                item.trim_start_matches("const fn ").trim_start_matches("const ").trim_start_matches("fn ");
            let name: String = item.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            phrases.insert(format!("{module}::{name}"));
        }
    }
    let mut known: BTreeSet<String> = claims().iter().map(|claim| claim.phrase.to_owned()).collect();
    let mut module = "";
    for word in LABELS.split_whitespace() {
        match word.strip_suffix(':') {
            Some(name) => module = name,
            None => assert!(known.insert(format!("{module}::{word}")), "{module}::{word} is listed twice"),
        }
    }
    assert_eq!(phrases, known);
}

#[test]
fn no_heading_stands_over_nothing() {
    for statement in samples() {
        let presentation = Presentation::new(presented());
        let document = compose_with(&statement, &presentation);
        let mut blocks = document.body.iter().peekable();
        while let Some(block) = blocks.next() {
            if let ags_document::Block::Heading { level, text } = block {
                let next = blocks.peek();
                let deeper =
                    matches!(next, Some(ags_document::Block::Heading { level: next, .. }) if next > level);
                let filled =
                    matches!(next, Some(block) if !matches!(block, ags_document::Block::Heading { .. }));
                assert!(deeper || filled, "nothing under {text:?}");
            }
        }
    }
}

#[test]
fn what_a_template_holds_the_place_of_is_a_prompt_and_no_fact() {
    let placed = with(
        &draft(),
        &[
            ("/review/summary", json!({ "text": "PLACEHOLDER: the summary" })),
            ("/review/process/led_by", json!(["PLACEHOLDER: who led it"])),
            ("/review/opinions/0/text", json!("PLACEHOLDER: the opinion")),
        ],
    );
    let words = printed(&placed);
    assert!(!words.contains("PLACEHOLDER"), "{words}");
    for prompt in ["the summary", "who led it", "the opinion"] {
        assert!(words.contains(&format!("[To be completed: {prompt}")), "{words}");
    }
}

#[test]
fn what_is_illustrative_is_marked_wherever_it_stands() {
    let source = json!({ "illustrative": "no such thing is stated" });
    for pointer in [
        "/review/opinions/0",
        "/review/assessments/0",
        "/review/actions/0",
        "/review/issues/0",
        "/review/gaps/1",
        "/review/assurances/0",
        "/review/assurances/2",
        "/review/matters/0",
        "/review/group/0",
        "/review/conformances/0",
        "/review/prior_issues/0",
        "/review/prior_actions/0",
        "/review/key_figures/0",
        "/review/in_place",
        "/review/purpose",
        "/review/contact",
        "/review/process",
        "/review/conclusion",
        "/review/evidence/0",
        "/local_code/document",
        "/local_code/statement",
        "/local_code/roles/0",
        "/local_code/actions/0",
        "/sign_off/considerations/0",
        "/sign_off/approvals/0",
        "/sign_off/signatures/0",
        "/sign_off/accounts/approval",
        "/sign_off/certification",
        "/sign_off/changes/0",
    ] {
        let plain = with(&full::statement(), &[("/review/key_figures", json!([]))]);
        let base = if pointer.contains("key_figures") { full::statement() } else { plain };
        let pointer = format!("{pointer}/source");
        let marked = with(&base, &[(pointer.as_str(), source.clone())]);
        let presentation = Presentation::new(presented());
        let document = compose_with(&marked, &presentation);
        let body = super::plain::text(&document.body);
        assert!(body.contains("[illustrative]"), "{pointer} is printed without its mark");
    }
}
