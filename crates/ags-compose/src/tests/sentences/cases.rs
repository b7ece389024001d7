//! Each phrase with words that are printed with its data, and data with which they are not.

use ags_statement::Statement;
use serde_json::{Value, json};

use crate::tests::{bare, draft, full};

/// Values at JSON pointers; `null` takes one out.
pub type Changes = Vec<(&'static str, Value)>;

/// Phrases that are printed together, the words they print, the statement that prints them with what is given besides,
/// and changes with each of which the words would be false, or have nothing to say.
pub struct Case {
    pub phrases: &'static str,
    pub words: &'static str,
    pub base: Statement,
    pub given: Changes,
    pub false_with: Vec<Changes>,
}

impl Case {
    /// What is given besides.
    fn given(mut self, pointer: &'static str, value: Value) -> Self {
        self.given.push((pointer, value));
        self
    }

    /// What makes it false.
    fn not_with(self, pointer: &'static str, value: Value) -> Self {
        self.not_with_all(vec![(pointer, value)])
    }

    /// What makes it false where it is missing.
    fn not_without(self, pointer: &'static str) -> Self {
        self.not_with(pointer, Value::Null)
    }

    /// What makes it false together.
    fn not_with_all(mut self, changes: Changes) -> Self {
        self.false_with.push(changes);
        self
    }
}

const fn case(base: Statement, phrases: &'static str, words: &'static str) -> Case {
    Case { phrases, words, base, given: Vec::new(), false_with: Vec::new() }
}

/// A case of the statement with everything.
fn of(phrases: &'static str, words: &'static str) -> Case {
    case(full::statement(), phrases, words)
}

/// A case of the statement with everything before anybody decided on it.
fn unapproved(phrases: &'static str, words: &'static str) -> Case {
    case(full::unapproved(&full::statement()), phrases, words)
}

/// A prompt, printed in a draft that lacks something and not where it is given.
fn prompt(phrases: &'static str, words: &'static str) -> Case {
    case(bare(), phrases, words)
}

/// A prompt in a draft of the sample, which lacks what is taken out.
fn prompt_without(phrases: &'static str, words: &'static str, pointer: &'static str) -> Case {
    let given = draft();
    let value = serde_json::to_value(&given).unwrap();
    let there = value.pointer(pointer).cloned().unwrap_or(Value::Null);
    case(given, phrases, words).given(pointer, Value::Null).not_with(pointer, there)
}

pub fn cases() -> Vec<Case> {
    [
        cover(),
        summary(),
        issues(),
        progress(),
        responsibility(),
        framework(),
        principles(),
        review(),
        sources(),
        improvements(),
        ending(),
        sign_off(),
        annex(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The approvals of both authorities of the statement with everything.
fn approval(changes: &[(&str, Value)]) -> Value {
    let approval =
        json!({ "body": "Audit Committee", "kind": "committee", "on": "2022-11-28", "by_resolution": true });
    let of = |authority: &str| {
        let mut fields = approval.as_object().unwrap().clone();
        fields.insert("for_authority".into(), json!(authority));
        fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        fields
    };
    json!([of("Example Borough Council"), of("Example District Council")])
}

const LATER: &str = "2022-12-01";

fn cover() -> Vec<Case> {
    let later = || ("/sign_off/approvals", approval(&[("on", json!(LATER))]));
    let given = || ("/sign_off/approvals", approval(&[]));
    vec![
        of("cover::title cover::years", "\nAnnual Governance Statement 2020/21 and 2021/22\n")
            .not_without("/review/earlier_years"),
        of("cover::title", "\nAnnual Governance Statement 2021/22 (statement on internal control)\n")
            .given("/review/earlier_years", json!([]))
            .given("/local_code/authority/nation", json!("wales"))
            .not_with("/local_code/authority/nation", json!("england")),
        of("cover::subject", "The governance of Example Borough Council for 2021/22: what the review found")
            .given("/review/earlier_years", json!([]))
            .given("/review/jointly_with", json!([]))
            .not_without("/review/year"),
        of("cover::header", "\nExample Borough Council: Annual Governance Statement 2021/22\n")
            .given("/review/earlier_years", json!([]))
            .given("/review/jointly_with", json!([]))
            .not_with("/local_code/authority/name", json!("Other Council")),
        of("cover::header", "\nAuthority not named: Annual Governance Statement 2021/22\n")
            .given("/review/earlier_years", json!([]))
            .given("/review/jointly_with", json!([]))
            .given("/local_code/authority/name", json!(" "))
            .not_with("/local_code/authority/name", json!("Other Council")),
        of(
            "cover::approved sign_off::acting_for",
            "\nApproved by the Audit Committee, on behalf of Example Borough Council, on 28 November 2022.\nApproved by the Governance Committee, on behalf of Example District Council, on 25 November 2022.",
        )
        .not_with_all(vec![later()])
        .not_with("/sign_off/approvals/0/decision", json!("in-principle"))
        .not_without("/sign_off/approvals/0/for_authority")
        .not_with("/sign_off/approvals/0/for_authority", json!("Example District Council")),
        of(
            "cover::draft_in_part cover::APPROVED_IN_PART",
            "\nDraft as at 30 November 2022. It has not yet been approved by every authority and may change.",
        )
        .given("/sign_off/approvals/1/on", json!(LATER))
        .not_with("/sign_off/approvals/1/on", json!("2022-11-25"))
        .not_with("/sign_off/approvals", json!([])),
        of("cover::APPROVED_IN_PART", "\nDraft: not approved by every authority\n")
            .given("/sign_off/approvals/1/on", json!(LATER))
            .not_with("/review/jointly_with", json!([])),
        of(
            "cover::approved",
            "\nApproved in principle by the Audit Committee, on behalf of Example Borough Council, on 28 November 2022.",
        )
            .given("/sign_off/approvals/0/decision", json!("in-principle"))
            .not_with("/sign_off/approvals/0/decision", json!("with-amendments")),
        unapproved(
            "cover::draft",
            "Draft as at 30 November 2022. It has not yet been approved and may change.",
        )
        .not_with_all(vec![given()]),
        unapproved("cover::draft cover::NOT_APPROVED", "\nDraft: not approved\n")
            .given("/sign_off/approvals", approval(&[("on", json!(LATER))]))
            .not_with_all(vec![given()]),
        of(
            "cover::replaces",
            "This statement replaces the one published on 1 November 2022. A table was wrong.",
        )
        .not_with("/sign_off/replaces/published", json!(LATER))
        .not_without("/sign_off/replaces"),
        of("cover::replaces", "This statement replaces an earlier one.")
            .given("/sign_off/replaces/published", json!(LATER))
            .not_without("/sign_off/replaces"),
        prompt("cover::YEAR_MISSING", "[To be completed: the financial year that this statement is for]")
            .not_with("/review/year", json!("2021/22")),
        of("cover::SAMPLE", "\nThis is a sample\n").not_without("/sample"),
        of("cover::ILLUSTRATION", "\nParts of this statement are illustrative\n")
            .given("/sample", Value::Null)
            .not_without("/review/key_figures/0/source"),
        of(
            "cover::legend",
            " is an example of what belongs in its place. It is not a statement or a decision of",
        )
        .not_without("/review/key_figures/0/source"),
    ]
}

fn summary() -> Vec<Case> {
    let no_issues = "We report no significant governance issues for 2020/21 and 2021/22.";
    vec![
        of("summary::HEADING summary::CONCLUSION summary::overall",
            "\nSummary\nOur conclusion\nOverall assurance: Moderate (amber)\n")
            .not_with_all(vec![("/review/opinions/0/level", Value::Null), ("/review/opinions/0/own_level", Value::Null)])
            .not_with("/review/opinions", json!([])),
        of("summary::overall prompts::level", "\nOverall assurance: Limited\n")
            .given("/review/scale", json!([]))
            .given("/review/opinions/0/level", json!("limited"))
            .given("/review/opinions/0/own_level", Value::Null)
            .not_with("/review/opinions/0/level", json!("reasonable")),
        of("prompts::with_rag prompts::rag", "\nOverall assurance: Moderate (amber)\n")
            .not_without("/review/scale/1/rag")
            .not_with("/review/scale/1/rag", json!("red")),
        of("summary::issues", "We report one significant governance issue:").not_with("/review/issues", json!([])),
        of("summary::no_issues cover::years", no_issues)
            .given("/review/issues", json!([]))
            .not_with("/review/opinions", json!([]))
            .not_with("/review/earlier_years", json!([]))
            .not_with_all(vec![("/review/opinions", json!([{ "text": " " }]))])
            .not_with_all(vec![("/review/opinions", json!([{ "text": "PLACEHOLDER: it" , "level": "reasonable" }]))]),
        prompt("summary::OPINION_MISSING prompts::to_be_completed prompts::TO_BE_COMPLETED",
            "[To be completed: the overall opinion, and whether the governance arrangements are fit for purpose]")
            .not_with("/review/opinions", json!([{ "text": "They are fit for purpose." }])),
        of("levels::CAPTION levels::PRINCIPLE levels::LEVEL levels::CHANGE short_titles::of levels::direction",
            "\nAssurance by principle\nPrinciple\nAssurance\nChange since last year\nA: Integrity, ethics and the rule of law\nStrong (green)\nImproved\n")
            .not_with("/review/assessments/0/direction", json!("lowered"))
            .not_with("/review/assessments", json!([]))
            .not_with("/review/assessments/0/year", json!("2018/19")),
        of("levels::direction", "\nReduced\n")
            .given("/review/assessments/0/direction", json!("lowered"))
            .not_with("/review/assessments/0/direction", json!("unchanged")),
        of("levels::CAPTION", "\nB and C: Openness and engagement\nB: Strong (green)\nC: Moderate (amber)\n")
            .given("/local_code/principles/1/covers", json!(["B", "C"]))
            .given("/local_code/principles/1/title", json!("Openness and engagement"))
            .given("/local_code/principles/2/covers", json!([]))
            .given("/review/assessments/2/own_level", json!("Moderate"))
            .given("/review/assessments/2/level", json!("reasonable"))
            .not_with_all(vec![
                ("/review/assessments/2/own_level", json!("Strong")), ("/review/assessments/2/level", json!("substantial"))
            ]),
        unapproved("levels::LEVEL_MISSING", "\nA: Integrity, ethics and the rule of law\n[To be completed: the level of assurance]")
            .given("/review/assessments/0/level", Value::Null)
            .given("/review/assessments/0/own_level", Value::Null)
            .not_with("/review/assessments/0/level", json!("limited"))
            .not_with_all(vec![("/sign_off/approvals", approval(&[]))]),
        prompt("levels::MISSING", "[To be completed: the level of assurance for each principle, with the reasons]")
            .not_with("/review/assessments", json!([{ "framework_ref": "A", "level": "limited" }])),
        prompt("levels::averages levels::AVERAGE levels::BEFORE levels::tenths",
            "\nAverage scores by principle for 2021/22, from 1 (worst) to 10 (best)\nPrinciple\nAverage score\nPrevious average\nA: Integrity, ethics and the rule of law\n7.0\n6.0\n")
            .given("/local_code/scales", json!({ "ten": { "worst": 1, "best": 10 } }))
            .given("/local_code/principles/0/arrangements/0/assessments", json!([SCORED()]))
            .not_with("/local_code/principles/0/arrangements/0/assessments", json!([]))
            .not_with("/review/assessments", json!([{ "framework_ref": "A", "level": "limited" }])),
    ]
}

/// An assessment with a score.
const SCORED: fn() -> Value = || json!({ "year": "2021/22", "score": { "scale": "ten", "value": 7 }, "prior": { "scale": "ten", "value": 6 } });

fn issues() -> Vec<Case> {
    let grounds = "/review/issues/0/grounds";
    let only = |ground: &str| json!([ground]);
    let matter = |kind: &str| json!({ "id": "MAT-3", "kind": kind, "title": "A report", "by": "Body B", "issues": ["ISS-2022-1"] });
    vec![
        of("issues::HEADING", "\nSignificant issues and action plan\nAn issue is significant")
            .not_with("/review/issues", json!([])),
        of("issues::title", "\nIssue 1: Partnership risk\n").not_with("/review/issues", json!([])),
        of("issues::number", "\nIssue 1\n")
            .given("/review/issues/0/title", json!(" "))
            .not_with("/review/issues/0/title", json!("Risk")),
        of("issues::CARRIED", "We carried this issue forward from an earlier statement.")
            .given("/review/issues/0/carried_from", json!("ISS-2021-1"))
            .given("/review/prior_issues", Value::Null)
            .not_without("/review/issues/0/carried_from"),
        of("issues::because issues::effect", "It is significant because it could prevent us from achieving a principal objective")
            .not_with(grounds, json!([]))
            .not_with(grounds, only("audit-committee"))
            .not_with(grounds, only("took-resources")),
        of("issues::effect", "could require resources to be diverted").not_with(grounds, only("public-interest")),
        of("issues::effect", "could have a material effect on the accounts").not_with(grounds, only("took-resources")),
        of("issues::effect", "could attract significant public interest").not_with(grounds, only("took-resources")),
        of("issues::considered_by", "The Audit Committee considers this issue significant.")
            .not_with(grounds, only("head-of-internal-audit")),
        of("issues::considered_by issues::AUDIT_COMMITTEE", "The audit committee considers this issue significant.")
            .given("/local_code/roles", json!([]))
            .not_with(grounds, only("head-of-internal-audit")),
        of("issues::REPORTED_BY_INTERNAL_AUDIT", "The Head of Internal Audit reported this issue as significant.")
            .not_with(grounds, only("audit-committee")),
        of("issues::formal_action issues::officer", "It led to formal action by the chief financial officer or the monitoring officer.")
            .not_with(grounds, only("regulatory-action"))
            .not_with("/review/matters/9", matter("section114-report")),
        of("issues::officer", "It led to formal action by the monitoring officer.")
            .given("/review/matters/9", matter("monitoring-officer-report"))
            .given("/review/matters/2/by", Value::Null)
            .not_with("/review/matters/2/kind", json!("section114-report"))
            .not_with(grounds, only("regulatory-action")),
        of("issues::A_REGULATOR", "It led to formal action by a regulator, an inspectorate or the government.")
            .not_with(grounds, only("formal-action"))
            .not_with("/review/matters/9", matter("intervention")),
        of("issues::formal_action", "It led to formal action by the Body B.")
            .given("/review/matters/9", matter("best-value-notice"))
            .not_with("/review/matters/2/kind", json!("peer-challenge"))
            .not_with("/review/matters/2/kind", json!("statutory-recommendation"))
            .not_with(grounds, only("public-interest")),
        of("issues::PLAN issues::CAPTION actions::NUMBER actions::ACTION actions::OWNER actions::DUE actions::STATUS actions::number actions::for_issues prompts::issues actions::outcome",
            "\nAction plan\nActions on significant issues\nAction\nWhat we will do\nResponsible\nDue\nStatus\nAction 1\nAdd shared risks to the risk register.\nFor issue 1.\nIntended outcome: One register.\n")
            .not_with("/review/actions/0/addresses", json!([]))
            .not_with("/review/actions", json!([]))
            .not_without("/review/actions/0/outcome"),
        of("actions::due", "\nJune 2023 (originally 31 March 2023)\n").not_without("/review/actions/0/revised"),
        of("actions::revised", "Reason for the revised date: The post was vacant.")
            .not_without("/review/actions/0/revised/reason"),
        of("actions::status prompts::rag", "\nAmber. Delayed\n")
            .not_with("/review/actions/0/status", json!("completed"))
            .not_with("/review/actions/0/status", json!("not-stated"))
            .not_without("/review/actions/0/rag"),
        prompt("issues::HEADING issues::MISSING",
            "\nSignificant issues and action plan\n[To be completed: the significant governance issues, or that there are none]")
            .not_with("/review/opinions", json!([{ "text": "They are fit for purpose." }])),
        prompt_without("actions::OWNER_MISSING", "[To be completed: who is responsible]", "/review/actions/0/owners"),
        prompt_without("actions::DUE_MISSING", "[To be completed: when it is due]", "/review/actions/0/due"),
        prompt_without("issues::action", "[To be completed: the action on issue 1, who is responsible and when it is due]",
            "/review/actions"),
        case(draft(), "issues::description", "[To be completed: a description of issue 1]")
            .given("/review/issues/0/text", json!(" "))
            .not_with("/review/issues/0/text", json!("A risk")),
    ]
}

fn progress() -> Vec<Case> {
    let none = "Our statement for 2019/20 reported no significant issues.";
    vec![
        of("progress::heading progress::issues progress::ISSUE progress::OUTCOME progress::PROGRESS progress::outcome progress::carried_to_issue",
            "\nProgress on issues and actions reported in 2019/20\nSignificant issues reported in 2019/20\nIssue\nOutcome\nProgress\nOld\nCarried forward\nBegun.\nCarried forward as issue 1.\n")
            .not_with("/review/earlier_years", json!([]))
            .not_with("/review/prior_issues/0/outcome", json!("closed"))
            .not_without("/review/prior_issues/0/outcome")
            .not_without("/review/prior_issues/0/carried_to")
            .not_without("/review/prior_issues"),
        of("progress::heading", "\nProgress on issues and actions reported in the previous year\n")
            .given("/review/year", Value::Null)
            .given("/review/earlier_years", json!([]))
            .not_with_all(vec![("/review/prior_issues", Value::Null), ("/review/prior_actions", Value::Null)]),
        of("progress::actions progress::ACTION progress::OWNER progress::action_outcome",
            "\nActions planned in 2019/20\nAction\nResponsible\nOutcome\nProgress\nReview delegations\nMonitoring Officer\nCompleted\nThe review is complete.\n")
            .not_with("/review/prior_actions/0/outcome", json!("continuing"))
            .not_without("/review/prior_actions/0/outcome")
            .not_without("/review/prior_actions"),
        of("progress::none", none)
            .given("/review/prior_issues", json!([]))
            .not_with("/review/earlier_years", json!([]))
            .not_without("/review/prior_issues"),
        of("progress::reported", "Reported for 2018/19.")
            .given("/review/prior_issues/0/year", json!("2018/19"))
            .not_with("/review/prior_issues/0/year", json!("2019/20"))
            .not_without("/review/prior_issues/0/year"),
        of("progress::carried_to_action", "Carried forward as action 2.")
            .given("/review/prior_actions/0/carried_to", json!("ACT-2"))
            .not_without("/review/prior_actions/0/carried_to"),
        prompt("progress::missing", "[To be completed: progress on the significant issues and actions of the previous year]")
            .not_with("/review/prior_issues", json!([])),
        prompt("progress::OUTCOME_MISSING", "[To be completed: the outcome]")
            .given("/review/prior_issues", json!([{ "id": "I-1", "title": "Old" }]))
            .not_with("/review/prior_issues/0/outcome", json!("closed")),
    ]
}

fn responsibility() -> Vec<Case> {
    let many = json!([{ "instrument": "One Act 1999", "provision": "s. 3" }, { "instrument": "Two Regulations 2001", "provision": "7(1)" }]);
    vec![
        of("responsibility::HEADING", "\nScope of responsibility\nThe Council is responsible")
            .not_without("/review/responsibility"),
        of("responsibility::UNDER_ONE responsibility::provision",
            "\nWe prepare this statement under the \nAccounts and Audit Regulations 2015\n, \nregulation 6(1)(a)\n (the annual review)\n")
            .not_with("/review/citations", json!([])),
        of("responsibility::regulation", "\nAccounts and Audit Regulations 2015 (SI 2015/234), regulation 6\n")
            .given("/review/citations", json!([]))
            .not_with("/local_code/authority/nation", json!("wales"))
            .not_with_all(vec![("/review/year", Value::Null), ("/review/earlier_years", json!([]))])
            .not_with_all(vec![("/review/year", json!("2009/10")), ("/review/earlier_years", json!([]))]),
        of("responsibility::UNDER responsibility::provision",
            "\nWe prepare this statement under:\nOne Act 1999\n, \ns. 3\nTwo Regulations 2001\n, \nregulation 7(1)\n")
            .given("/review/citations", many)
            .not_with("/review/citations", json!([])),
        of("responsibility::in_figures responsibility::FIGURES responsibility::FIGURE responsibility::VALUE",
            "\nThe Council in figures\nKey figures\nFigure\nValue\nPopulation\n")
            .not_with("/review/key_figures", json!([])),
        prompt("responsibility::MISSING", "[To be completed: what the authority is responsible for]")
            .not_with("/review/responsibility", json!({ "text": "The Council is responsible." })),
        of("purpose::HEADING", "\nPurpose of the governance framework\nThe framework is how")
            .not_without("/review/purpose"),
        of("purpose::in_place",
            "\nThe governance framework described in this statement was in place for the years ended 31 March 2021 and 31 March 2022 and up to the date of approval of this statement, except for the following:\n")
            .not_with("/review/in_place/exceptions", json!([]))
            .not_with("/review/earlier_years", json!([]))
            .not_without("/review/in_place"),
        of("purpose::in_place", "for the year ended 31 March 2022 and up to the date of approval of this statement.\n")
            .given("/review/in_place/exceptions", json!([]))
            .given("/review/earlier_years", json!([]))
            .not_with("/review/in_place/exceptions", json!(["One"])),
        prompt("purpose::MISSING", "[To be completed: confirmation that the governance framework was in place for the year and up to the date of approval, with any exceptions]")
            .not_with("/review/in_place", json!({})),
    ]
}

fn framework() -> Vec<Case> {
    vec![
        of("framework::HEADING framework::dissolved",
            "\nOur governance framework\nThe Council will be dissolved by order on 1 April 2023.\n")
            .not_with("/local_code/authority/dissolves", json!("2022-04-01"))
            .not_without("/local_code/authority/dissolves"),
        of("framework::dissolved", "The Council was dissolved by order on 1 April 2022.")
            .given("/local_code/authority/dissolves", json!("2022-04-01"))
            .not_with("/local_code/authority/dissolves", json!("2023-04-01")),
        of("framework::standard", "The Council follows the seven principles of \u{201c}Delivering Good Governance in Local Government: Framework (2016 Edition)\u{201d}. The Chartered Institute of Public Finance and Accountancy (CIPFA) and the Society of Local Authority Chief Executives and Senior Managers (SOLACE) published it.")
            .not_with("/local_code/framework", json!("cipfa-solace-2007")),
        of("framework::other_standard", "The annual review was carried out against \u{201c}Delivering Good Governance in Local Government: Framework\u{201d}, which the Chartered Institute of Public Finance and Accountancy (CIPFA) and the Society of Local Authority Chief Executives and Senior Managers (SOLACE) published in 2007.")
            .given("/review/framework", json!("cipfa-solace-2007"))
            .not_with("/review/framework", json!("cipfa-solace-2016")),
        of("framework::code", "Our code of governance, the \u{201c}Local Code of Corporate Governance\u{201d} of December 2021, sets out how the Council applies them.")
            .not_without("/local_code/document/dated")
            .not_with("/local_code/document/title", json!(" ")),
        of("framework::lead_officer", "The Monitoring Officer is responsible for it.")
            .not_without("/local_code/document/lead_officer"),
        of("framework::review_cycle", "It is reviewed every two years.").not_without("/local_code/document/review_cycle"),
        of("framework::reviewed", "It was last reviewed in 2021.")
            .not_with("/local_code/document/reviewed", json!("2023"))
            .not_without("/local_code/document/reviewed"),
        of("framework::SEE_CODE", " Read the \nLocal Code of Corporate Governance\n")
            .not_without("/local_code/document/url"),
        of("framework::prepared sign_off::body", "The annual review and this statement are prepared by the Monitoring Officer.")
            .not_with("/review/process/led_by", json!(["Monitoring Officer"]))
            .not_without("/local_code/statement/prepared_by"),
        of("framework::approver", "The Audit Committee approves the statement.")
            .not_without("/local_code/statement/approved_by"),
        of("framework::signatories", "This statement is signed by the Leader of the Council and the Chief Executive.")
            .not_without("/local_code/statement/certified_by"),
        of("framework::ROLES framework::ROLES_CAPTION framework::ROLE framework::PART",
            "\nRoles and responsibilities\nKey roles in governance\nRole\nResponsibilities\nThe Council\n")
            .not_with("/local_code/roles", json!([])),
        of("framework::held_by", "\nThe Council (Full Council)\n")
            .given("/local_code/roles/0/held_by", json!("Full Council"))
            .not_without("/local_code/roles/0/held_by"),
        prompt("framework::ROLES_MISSING", "[To be completed: who is responsible for governance]")
            .given("/local_code/roles", json!([]))
            .not_with("/local_code/roles", json!([{ "id": "council", "kind": "authority", "title": "Council", "text": "Decides." }])),
    ]
}

fn principles() -> Vec<Case> {
    let url = "/local_code/principles/0/arrangements/0/evidence/0/url";
    let state = "/review/evidence/0/state";
    vec![
        of("principles::HEADING principles::principle principles::covering principles::assessment",
            "\nHow we apply the principles\nPrinciple A: Behaving with integrity, demonstrating strong commitment to ethical values, and respecting the rule of law\nAssurance: strong (green), improved.\n")
            .not_with("/review/assessments/0/direction", json!("unchanged"))
            .not_with("/review/assessments/0/own_level", json!("Moderate"))
            .not_with("/review/assessments", json!([])),
        of("principles::assessment", "Assurance: strong (green), reduced.")
            .given("/review/assessments/0/direction", json!("lowered"))
            .not_without("/review/assessments/0/direction"),
        of("principles::CHANGED", "\nChanges in the year:\n A new code of conduct").not_without("/review/assessments/0/changed"),
        of("principles::KEY_POINTS principles::dated", "\nKey points:\nThe complaints report (January 2022).\n")
            .not_with("/review/assessments/0/key_points", json!([]))
            .not_without("/review/evidence/0/when"),
        of("principles::improvements", "Improvements planned: see issue 1 and action 1.")
            .not_with("/review/gaps/0/framework_refs", json!([]))
            .not_with("/review/actions/0/addresses", json!([])),
        of("principles::MORE", "\nFurther information: \nLocal Code of Corporate Governance\n").not_without("/local_code/document/url"),
        of("principles::LOCAL_CODE", "\nFurther information: \nour local code\n")
            .given("/local_code/document/title", json!(" "))
            .not_without("/local_code/document/url"),
        of("principles::IN_DEVELOPMENT", "\nIn development: \n")
            .given(state, json!("in-development"))
            .not_with(state, json!("in-place")),
        of("principles::PLANNED", "\nPlanned: \n").given(state, json!("planned")).not_with(state, json!("in-development")),
        of("principles::READ", "\nRead the document\n").not_without(url),
        of("principles::place", "\nB1: Openness\nAssurance: limited.\n")
            .given("/review/assessments/9", json!({ "framework_ref": "B1", "level": "limited" }))
            .not_with("/review/assessments/7/framework_ref", json!("B2")),
        of("principles::OTHER", "\nOther assessments\n")
            .given("/review/assessments/9", json!({ "reason": "It works." }))
            .not_with("/review/assessments/7/reason", json!(" ")),
        of("principles::UNTITLED", "\nPrinciple A and B: untitled\n")
            .given("/local_code/principles/0/covers", json!(["A", "B"]))
            .given("/local_code/principles/0/title", json!(" "))
            .not_with("/local_code/principles/0/title", json!("Integrity")),
    ]
}

fn review() -> Vec<Case> {
    vec![
        of("review::HEADING review::PROCESS review::made review::STEPS",
            "\nReview of effectiveness\nHow we carried out the review\nThe review for 2021/22 was completed on 20 May 2022, led by the Monitoring Officer and the Section 151 Officer.\nThe review consisted of the following steps:\n")
            .not_with("/review/process/covers", json!("2020/21"))
            .not_with("/review/process/completed", json!(LATER))
            .not_without("/review/process/led_by")
            .not_without("/review/process/steps")
            .not_without("/review/process"),
        of("review::made", "The review for 2020/21 and 2021/22 was completed on")
            .given("/review/process/covers", Value::Null)
            .not_with("/review/process/covers", json!("2021/22")),
        prompt("review::PROCESS_MISSING", "[To be completed: who led the review, how it was carried out and when it was completed]")
            .not_with("/review/process", json!({ "steps": ["It was made"] })),
        prompt("review::LEADER_AND_DAY_MISSING", "[To be completed: who led the review, and when it was completed]")
            .given("/review/process", json!({ "steps": ["It was made"] }))
            .not_with("/review/process/led_by", json!(["Clerk"])),
        prompt("review::DAY_MISSING", "[To be completed: when the review was completed]")
            .given("/review/process", json!({ "led_by": ["Clerk"], "completed": LATER }))
            .not_with("/review/process/completed", json!("2022-05-02")),
        prompt("review::LEADER_MISSING", "[To be completed: who led the review]")
            .given("/review/process", json!({ "completed": "2022-05-02" }))
            .not_with("/review/process/led_by", json!(["Clerk"])),
        prompt("review::OPINION_MISSING", "[To be completed: the annual opinion of the head of internal audit, its basis and any limits]")
            .not_with("/review/assurances", json!([{ "id": "A-1", "kind": "head-of-internal-audit", "title": "Report" }])),
        of("review::HEAD_OF_INTERNAL_AUDIT prompts::named review::given_by review::level",
            "\nHead of Internal Audit\u{2019}s annual opinion\nAnnual report of the Head of Internal Audit (Example Audit Partnership, May 2022, for 2021/22).\n Assurance: moderate (amber).\n")
            .not_with("/review/assurances/0/kind", json!("scrutiny"))
            .not_with("/review/assurances/0/given", json!("2023-01"))
            .not_without("/review/assurances/0/provider")
            .not_without("/review/assurances/0/year")
            .not_with_all(vec![("/review/assurances/0/level", Value::Null), ("/review/assurances/0/own_level", Value::Null)]),
        of("review::standard", "The work was carried out in accordance with the Public Sector Internal Audit Standards.")
            .not_without("/review/assurances/0/standard"),
        of("review::EXTERNAL_AUDIT", "\nExternal audit\n")
            .not_with_all(vec![("/review/assurances/1/kind", json!("scrutiny")), ("/review/matters", json!([]))]),
        of("prompts::named prompts::date matters::response matters::considered matters::reported",
            "\nThe loan (the External Auditor, February 2022, for 2020/21, reference R1).\nThe loan was unlawful.\nThe Council\u{2019}s response: \nWe have stopped lending.\nMembers considered this at a public meeting on 1 March 2022. See issue 1.\n")
            .not_with("/review/matters/0/considered", json!(LATER))
            .not_with("/review/matters/0/when", json!("2023-02"))
            .not_without("/review/matters/0/by")
            .not_without("/review/matters/0/reference")
            .not_without("/review/matters/0/response")
            .not_with("/review/matters/0/issues", json!([]))
            .not_with("/review/matters/0/year", json!("2019/20")),
        of("matters::kind", "\nPublic interest report (the External Auditor")
            .given("/review/matters/0/title", json!(" "))
            .not_with("/review/matters/0/kind", json!("qualified-opinion")),
        of("review::INSPECTION matters::excused",
            "\nInspections and other external reviews\nHomes judgement (Housing Regulator, April 2022).\nWe do not report this as a significant issue. It was put right in the year.\n")
            .not_without("/review/matters/1/excused")
            .not_with("/review/matters/1/issues", json!(["ISS-2022-1"]))
            .not_with("/review/matters", json!([])),
    ]
}

fn sources() -> Vec<Case> {
    let degree = |degree: &str| json!([{ "standard": "audit-committees", "degree": degree }]);
    vec![
        of("review::SOURCES review::CAPTION review::SOURCE review::FOUND review::LEVEL review::given",
            "\nOther sources of assurance\nFindings of the other sources\nSource\nFindings\nAssurance\nDirectors' statements\nApril 2022\n")
            .given("/review/assurances/2/level", json!("reasonable"))
            .given("/review/assurances/2/text", json!("All arrangements worked."))
            .not_with("/review/assurances/2/given", json!("2023-01"))
            .not_with("/review/assurances/2/kind", json!("regulators")),
        of("review::given", "\nDirectors' statements\nApril 2022, for 2021/22\n")
            .given("/review/assurances/2/year", json!("2021/22"))
            .not_with("/review/assurances/2/year", json!("2020/21")),
        of("review::STANDARDS conformance::CAPTION conformance::STANDARD conformance::DEGREE conformance::EXPLANATION conformance::named conformance::assessed conformance::degree conformance::actions prompts::actions",
            "\nProfessional standards and codes\nConformance with professional standards and codes\nStandard or code\nConformance\nExplanation\nPublic Sector Internal Audit Standards\nPartial\nNo external assessment was made.\nSee action 1.\nLast assessed in April 2022.\n")
            .not_with("/review/conformances/0/degree", json!("full"))
            .not_with("/review/conformances/0/assessed", json!("2023-01"))
            .not_with("/review/conformances/0/standard", json!("audit-committees"))
            .not_with("/review/conformances/0/actions", json!([]))
            .not_with("/review/conformances", json!([])),
        of("conformance::named", "\nInternal audit standards for the UK public sector (2017 edition)\n")
            .given("/review/conformances/0/edition", json!("2017"))
            .not_with("/review/conformances/0/edition", json!("PSIAS 2017")),
        of("conformance::named", "\nInternal audit standards for the UK public sector\n")
            .given("/review/conformances/0/edition", Value::Null)
            .not_with("/review/conformances/0/standard", json!("financial-management-code")),
        of("conformance::FULLY_COMPLIANT", "Fully compliant.")
            .given("/review/conformances", degree("full"))
            .not_with("/review/conformances", degree("partial"))
            .not_with("/review/conformances", degree("none"))
            .not_with("/review/conformances", json!([{ "standard": "audit-committees" }])),
        of("review::GROUP group::CAPTION group::BODY group::REVIEW group::kind group::assurance",
            "\nPartnerships, companies and other bodies\nBodies through which we deliver services\nBody\nAssurance on its governance\nExample Homes Limited\nCompany\nIts board reports twice a year.\nSource of assurance: Annual report of the Head of Internal Audit.\n")
            .not_with("/review/group/0/kind", json!("partnership"))
            .not_without("/review/group/0/assurance")
            .not_with("/review/group", json!([]))
            .not_without("/review/group"),
        of("review::GROUP", "\nPartnerships, companies and other bodies\n").not_with("/review/group", json!([])),
    ]
}

fn improvements() -> Vec<Case> {
    let significant = json!(["GAP-2022-1", "GAP-9"]);
    vec![
        of("improvements::HEADING improvements::introduction improvements::CAPTION",
            "\nOther areas for improvement\nThe review found one further area for improvement, which is not significant:\nSome registers are kept on paper.\nActions on other areas for improvement\n")
            .not_with("/review/issues/0/gaps", significant)
            .not_with("/review/issues", json!([]))
            .not_with("/review/gaps/9", json!({ "id": "GAP-10", "text": "Another" }))
            .not_with("/review/actions/1/addresses", json!([])),
        of("improvements::introduction", "The review found one area for improvement, which is not significant:")
            .given("/review/issues", json!([]))
            .given("/review/gaps", json!([{ "id": "GAP-9", "text": "X" }]))
            .not_with("/review/gaps", json!([{ "id": "GAP-9", "text": " " }])),
        of("improvements::OTHER improvements::OTHER_CAPTION", "\nOther actions\nOther planned actions\n")
            .not_with("/review/actions/2/addresses", json!(["GAP-9"])),
        case(draft(), "improvements::action", "[To be completed: the action to address \u{201c}Some registers are kept on paper\u{201d}]")
            .given("/review/gaps/9", json!({ "id": "GAP-9", "text": "Some registers are kept on paper." }))
            .not_with("/review/actions/0/addresses", json!(["GAP-2022-1", "GAP-9"])),
        of("local_plan::HEADING local_plan::CAPTION local_plan::ACTION local_plan::RESPONSIBLE local_plan::STATUS actions::status",
            "\nImprovements planned in the local code\nOpen actions in the local code\nAction\nResponsible officer and due date\nStatus\nRevise the protocol.\nClerk; 2023\nUnder way\n")
            .not_with("/local_code/actions/0/status", json!("completed"))
            .not_with("/local_code/actions/0/status", json!("withdrawn"))
            .not_with("/local_code/actions", json!([])),
    ]
}

fn ending() -> Vec<Case> {
    let events = "/review/events_after/events";
    vec![
        of("events::HEADING events::some", "\nEvents after the year end\nThe following events after the year end, up to 28 November 2022, are relevant to governance:\n")
            .not_with(events, json!([]))
            .not_with(events, json!([{ "text": " " }]))
            .not_with("/review/events_after/events/0/when", json!("2023-01")),
        of("events::none", "There were no significant governance events between the year end and 28 November 2022.")
            .given(events, json!([]))
            .not_with(events, json!([{ "text": " " }]))
            .not_with("/review/events_after/until", json!("2022-05-02"))
            .not_without("/review/events_after"),
        prompt("events::MISSING", "[To be completed: the significant events between the end of the year and approval, or that there were none]")
            .not_with("/review/events_after", json!({ "until": "2022-05-02" })),
        of("conclusion::HEADING", "\nConclusion\nWe will carry out").not_without("/review/conclusion"),
        of("conclusion::monitoring", "Progress on the action plan is reported to the Audit Committee.")
            .given("/review/conclusion/monitoring", json!("reported to the Audit Committee"))
            .not_with("/review/conclusion/monitoring", json!("We report progress to the Audit Committee"))
            .not_without("/review/conclusion/monitoring"),
        of("conclusion::reported conclusion::how_often", "Members receive a progress report on the action plan twice a year.")
            .given("/review/conclusion/monitoring", json!("The committee oversees the plan"))
            .not_with("/review/conclusion/reported", json!("monthly"))
            .not_without("/review/conclusion/reported"),
        of("conclusion::next_review", "We will next review our governance arrangements in May 2023.")
            .not_without("/review/conclusion/next_review"),
        prompt("conclusion::MISSING", "[To be completed: the conclusion, and how the action plan will be monitored]")
            .not_with("/review/conclusion", json!({ "text": "We will act." })),
        of("contact::HEADING contact::ask contact::BY_EMAIL contact::telephone contact::SEE",
            "\nContact and other formats\nFor questions about this statement, contact the Monitoring Officer\n, email \ngovernance@example.org\n, telephone 01632 960000\n, or see \nhttps://www.example.org/governance\n")
            .not_without("/review/contact/email")
            .not_without("/review/contact/telephone")
            .not_without("/review/contact/url")
            .not_without("/review/contact"),
        of("contact::ask", "For questions about this statement, contact us\n")
            .given("/review/contact/office", json!(" "))
            .not_with("/review/contact/office", json!("Clerk")),
        prompt("contact::HEADING contact::MISSING",
            "\nContact and other formats\n[To be completed: who to contact about this statement, and the other formats it is available in]")
            .not_with("/review/contact", json!({ "office": "Clerk" })),
    ]
}

fn sign_off() -> Vec<Case> {
    let outcome = "/sign_off/considerations/0/outcome";
    let decision = "/sign_off/approvals/0/decision";
    vec![
        of("sign_off::HEADING sign_off::considered sign_off::acting_for",
            "\nApproval and signatures\nThe Audit Committee, on behalf of Example Borough Council, considered the findings of the review on 20 July 2022 (minute 12).")
            .not_with(outcome, json!("noted"))
            .not_with("/sign_off/considerations/0/on", json!(LATER))
            .not_without("/sign_off/considerations/0/minute")
            .not_without("/sign_off/considerations/0/for_authority"),
        of("sign_off::considered", "endorsed this statement on 20 July 2022")
            .given(outcome, json!("endorsed")).not_with(outcome, json!("noted")),
        of("sign_off::considered", "noted this statement on 20 July 2022")
            .given(outcome, json!("noted")).not_with(outcome, json!("endorsed")),
        of("sign_off::considered", "considered this statement on 20 July 2022 and referred it back for amendment")
            .given(outcome, json!("referred-back")).not_with(outcome, json!("considered")),
        of("sign_off::UNNAMED_BODY", "A body to be named, on behalf of Example Borough Council, approved this statement on")
            .given(decision, json!("approved"))
            .given("/sign_off/approvals/0/body", json!(" "))
            .not_with("/sign_off/approvals/0/body", json!("Cabinet")),
        of("sign_off::approved sign_off::AMENDMENTS",
            "\nThe Audit Committee, on behalf of Example Borough Council, approved this statement with amendments on 28 November 2022 (minute 31). These amendments were made:\nA reason for the delay was added.\n")
            .not_with(decision, json!("in-principle"))
            .not_without("/sign_off/approvals/0/amendments")
            .not_without("/sign_off/approvals/0/minute"),
        of("sign_off::approved", "The Audit Committee, on behalf of Example Borough Council, approved this statement in principle on")
            .given(decision, json!("in-principle")).not_with(decision, json!("again")),
        of("sign_off::approved", "The Audit Committee, on behalf of Example Borough Council, approved the revised statement on")
            .given(decision, json!("again")).not_with(decision, json!("approved")),
        of("sign_off::delegated",
            "\nAuthority to make further amendments was delegated to the Chief Executive until 31 December 2022. The statement was amended under that authority on 29 November 2022.\n")
            .not_with("/sign_off/approvals/0/delegated/exercised", json!(LATER))
            .not_without("/sign_off/approvals/0/delegated/exercised")
            .not_without("/sign_off/approvals/0/delegated/until")
            .not_without("/sign_off/approvals/0/delegated"),
        of("sign_off::accounts", "The Audit Committee approved the related Statement of Accounts on 29 November 2022.")
            .not_with("/sign_off/accounts/approval/on", json!(LATER))
            .not_without("/sign_off/accounts"),
        unapproved("sign_off::NOT_APPROVED", "This is a draft. It has not yet been approved.")
            .given("/sign_off/approvals", approval(&[("on", json!(LATER))]))
            .not_with("/sign_off/approvals", approval(&[])),
        of("sign_off::APPROVED_IN_PART", "This is a draft. It has not yet been approved by every authority.")
            .given("/sign_off/approvals/1/on", json!(LATER))
            .not_with("/sign_off/approvals/1/on", json!("2022-11-25"))
            .not_with("/sign_off/approvals", json!([])),
        of("sign_off::AUTHORITY_MISSING",
            "[To be completed: the authority for which each body approved this statement]")
            .given("/sign_off/approvals/1/for_authority", Value::Null)
            .not_with("/sign_off/approvals/1/for_authority", json!("Example District Council"))
            .not_with("/review/jointly_with", json!([])),
        of("sign_off::CHANGES", "\nChanges since the published draft\nThe second issue was added.\n")
            .not_with("/sign_off/changes", json!([]))
            .not_without("/sign_off/changes"),
        unapproved("sign_off::TO_BE_CERTIFIED", "\nCertification, to be signed after approval\n")
            .not_with("/sign_off/approvals", approval(&[]))
            .not_with("/sign_off/signatures", json!([{ "office": "leading-member", "title": "Leader", "on": "2022-11-02" }])),
        of("sign_off::CERTIFICATION sign_off::SIGNED sign_off::NAME sign_off::DATE sign_off::signed",
            "\nCertification\nWe are satisfied with the steps that are planned.\nSignature\nName\nDate\nLeader of the Council\nSigned on 29 November 2022\n")
            .not_without("/sign_off/certification")
            .not_with("/sign_off/signatures/0/on", json!(LATER))
            .not_with("/sign_off/signatures", json!([])),
        of("sign_off::signed", "\nSigned on").not_with("/sign_off/signatures", json!([])),
        of("sign_off::office", "\nSignatory\nSigned on 29 November 2022\n")
            .given("/sign_off/signatures/0", json!({ "office": "other", "title": " ", "on": "2022-11-29" }))
            .not_with("/sign_off/signatures/0/title", json!("Mayor"))
            .not_with("/sign_off/signatures/0/office", json!("chief-executive")),
        case(draft(), "sign_off::CERTIFICATION_MISSING", "[To be completed: the certification to be signed]")
            .not_with("/sign_off/certification", json!({ "text": "We are satisfied." })),
        case(draft(), "sign_off::SIGNATORIES_MISSING",
            "[To be completed: the offices of those who sign, usually the leading member and the chief executive]")
            .not_with("/sign_off/signatories", json!([{ "office": "leading-member", "title": "Mayor" }]))
            .not_with("/local_code/statement", json!({ "certified_by": ["Mayor"] }))
            .not_with("/local_code/authority/nation", json!("scotland")),
    ]
}

fn annex() -> Vec<Case> {
    let assessments = "/local_code/principles/0/arrangements/0/assessments";
    vec![
        of("annex::EVIDENCE", "\nAnnex: evidence\nA: Behaving").not_with_all(vec![
            ("/local_code/principles", json!([])),
            ("/review/evidence", json!([])),
            ("/local_code/definitions", json!([])),
        ]),
        of("annex::OF_THE_YEAR", "\nEvidence for the year\n").not_with("/review/evidence", json!([])),
        of("annex::DEFINITIONS", "\nTerms used in the local code\n")
            .not_with("/local_code/definitions", json!([])),
        of("annex::score", "Score for 2021/22: 7 on a scale from 1 (worst) to 10 (best).")
            .given("/local_code/scales", json!({ "ten": { "worst": 1, "best": 10 } }))
            .given(assessments, json!([SCORED()]))
            .not_with(assessments, json!([]))
            .not_with("/local_code/scales", json!({})),
    ]
}
