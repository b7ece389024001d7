//! What of a statement is published: what is printed, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use ags_statement::{
    Accounts, Approval, ApprovalDecision, Consideration, Publication, SignOff, Signatory, Statement,
};
use governance_model::{
    Action, AnnualReview, Arrangement, Assessment, Authority, CodeDocument, Evidence, EvidenceId, LocalCode,
    Matter, Progress, Responsibility, Role, Scale, ScaleId, ScaleLevel, StatementArrangements, Text,
};
use indexmap::IndexMap;
use serde_json::Value;

use crate::composition::Composition;
use crate::presentation::{Annex, Presentation};
use crate::{as_at, key_points, levels, local_plan};

/// What of a statement is published when it is presented in a way.
///
/// It is what is printed. Answers and working notes, the days of publication, the gaps found in the local code, where a
/// fact comes from, evidence that is not printed and the record of steps that are still to come are left out. The
/// document of the result is the document of the statement, and the result of the result is itself.
///
/// ```
/// use ags_compose::{Presentation, published};
/// let mut statement = ags_statement::example::statement()?;
/// statement.notes.push("Ask the Monitoring Officer.".parse()?);
/// let presentation = Presentation::new("2022-11-30".parse()?);
/// let public = published(&statement, &presentation);
/// assert!(public.notes.is_empty() && public.sign_off.publication.is_empty());
/// assert_eq!(published(&public, &presentation), public);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn published(statement: &Statement, presentation: &Presentation) -> Statement {
    let statement = &as_at::stood(statement, presentation.as_at);
    let of = Composition::new(statement, presentation);
    let printed = Printed::of(&of);
    let public = Statement {
        schema: statement.schema.clone(),
        local_code: printed.local_code(&statement.local_code),
        review: printed.review(&of),
        found: Vec::new(),
        sign_off: sign_off(&statement.sign_off),
        sample: statement.sample.clone(),
        answers: Vec::new(),
        notes: Vec::new(),
    };
    without_sources(&public)
}

/// What is printed of the local code and of the evidence.
struct Printed {
    evidence: BTreeSet<EvidenceId>,
    whole: bool,
    scores: bool,
    /// The assessments that are printed with the principles, with the key points that are printed with each.
    assessments: BTreeMap<*const Assessment, Vec<EvidenceId>>,
}

impl Printed {
    fn of(of: &Composition<'_>) -> Self {
        let mut evidence = BTreeSet::new();
        let mut printed = BTreeMap::new();
        let mut scores = true;
        for principle in key_points::principles(of) {
            scores &= !principle.assessments.iter().any(|assessment| of.assessed(assessment).is_some());
            let points: Vec<_> = principle.key_points.iter().map(|evidence| evidence.id.clone()).collect();
            for assessment in principle.assessments {
                printed.entry(std::ptr::from_ref(assessment)).or_insert_with(|| points.clone());
            }
            evidence.extend(points);
        }
        let whole = of.presentation.annexes.contains(&Annex::Evidence);
        Self { evidence, whole, scores, assessments: printed }
    }

    fn local_code(&self, code: &LocalCode) -> LocalCode {
        let open: BTreeSet<&governance_model::ActionId> =
            local_plan::open(code).into_iter().map(|action| &action.id).collect();
        let planned = |actions: &[Action]| -> Vec<Action> {
            actions.iter().filter(|action| open.contains(&action.id)).map(planned).collect()
        };
        let principles = code.principles.iter();
        let principles = principles.filter_map(|one| self.arrangement(one, true, &planned)).collect();
        LocalCode {
            citations: Vec::new(),
            principles,
            roles: code.roles.iter().map(|role| Role { aliases: Vec::new(), ..role.clone() }).collect(),
            assurances: Vec::new(),
            actions: planned(&code.actions),
            no_actions_planned: Vec::new(),
            scales: if self.whole || self.scores { scales(code) } else { IndexMap::new() },
            definitions: if self.whole { code.definitions.clone() } else { Vec::new() },
            meetings: Vec::new(),
            statement: code
                .statement
                .as_ref()
                .map(|it| StatementArrangements { shall: Vec::new(), ..it.clone() }),
            document: document(&code.document),
            ..code.clone()
        }
    }

    /// What is printed of an arrangement and of those nested in it; nothing of one below the principles that adds
    /// nothing.
    fn arrangement(
        &self,
        arrangement: &Arrangement,
        is_principle: bool,
        planned: &impl Fn(&[Action]) -> Vec<Action>,
    ) -> Option<Arrangement> {
        let nested = arrangement.arrangements.iter();
        let nested: Vec<_> = nested.filter_map(|one| self.arrangement(one, false, planned)).collect();
        let printed = |evidence: &&Evidence| self.whole || self.evidence.contains(&evidence.id);
        let evidence: Vec<_> = arrangement.evidence.iter().filter(printed).map(self::evidence).collect();
        let assessments: Vec<_> =
            arrangement.assessments.iter().filter_map(|one| self.assessed(one)).collect();
        let actions = planned(&arrangement.actions);
        let adds = is_principle
            || self.whole
            || !(nested.is_empty() && evidence.is_empty() && assessments.is_empty() && actions.is_empty());
        adds.then(|| Arrangement {
            rationale: if self.whole { arrangement.rationale.clone() } else { Vec::new() },
            evidence,
            assessments,
            actions,
            no_actions_planned: Vec::new(),
            arrangements: nested,
            note: arrangement.note.clone().filter(|_| self.whole),
            ..arrangement.clone()
        })
    }

    /// What is printed of an assessment of the local code, with the key points of its principle.
    fn assessed(&self, assessment: &Assessment) -> Option<Assessment> {
        if assessment.score.is_none() {
            let points = self.assessments.get(&std::ptr::from_ref(assessment));
            return points.map(|points| with_key_points(assessment, points));
        }
        let scored = Assessment {
            level: None,
            own_level: None,
            direction: None,
            changed: None,
            evidence: Vec::new(),
            key_points: Vec::new(),
            ..assessment.clone()
        };
        if self.whole {
            return Some(scored);
        }
        self.scores.then_some(Assessment { reason: None, ..scored })
    }

    fn review(&self, of: &Composition<'_>) -> AnnualReview {
        let review = &of.statement.review;
        let significant = of.issues_of_gaps();
        let of_the_year = review.assessments.iter().filter(|one| levels::is_of_the_year(of, one));
        let assessments = of_the_year.map(|assessment| {
            let points = self.assessments.get(&std::ptr::from_ref(assessment));
            with_key_points(assessment, points.map_or(&[][..], Vec::as_slice))
        });
        let printed = |evidence: &&Evidence| self.whole || self.evidence.contains(&evidence.id);
        let responsibility = review.responsibility.as_ref();
        let events_after =
            review.events_after.clone().filter(|_| of.statement.sign_off.events_after.is_none());
        AnnualReview {
            responsibility: responsibility.map(|it| Responsibility { limbs: Vec::new(), ..it.clone() }),
            evidence: review.evidence.iter().filter(printed).map(evidence).collect(),
            assessments: assessments.collect(),
            gaps: review
                .gaps
                .iter()
                .map(|gap| {
                    let hidden = significant.contains_key(&gap.id);
                    let text = if hidden { Text::default() } else { gap.text.clone() };
                    governance_model::Gap { text, ..gap.clone() }
                })
                .collect(),
            actions: review.actions.iter().map(action).collect(),
            scale: review.scale.iter().map(|one| ScaleLevel { meaning: None, ..one.clone() }).collect(),
            jointly_with: review.jointly_with.iter().map(authority).collect(),
            matters: review.matters.as_ref().map(|matters| matters.iter().map(matter).collect()),
            significance: review.significance.clone().filter(|_| !review.issues.is_empty()),
            events_after,
            ..review.clone()
        }
    }
}

/// An assessment with the key points that are printed with its principle in the place of all its evidence.
fn with_key_points(assessment: &Assessment, points: &[EvidenceId]) -> Assessment {
    Assessment { evidence: Vec::new(), key_points: points.into(), ..assessment.clone() }
}

fn document(document: &CodeDocument) -> CodeDocument {
    CodeDocument {
        subtitle: None,
        department: None,
        position: None,
        passages: Vec::new(),
        ..document.clone()
    }
}

/// A piece of evidence; its name is printed where it has no other words or leads to a page.
fn evidence(evidence: &Evidence) -> Evidence {
    let named = evidence.text.is_blank() || evidence.url.is_some();
    Evidence { owner: None, name: evidence.name.clone().filter(|_| named), ..evidence.clone() }
}

fn action(action: &Action) -> Action {
    let told = action.progress.as_ref().filter(|progress| progress.text.is_some());
    let progress = told.map(|progress| Progress { no_progress: None, ..progress.clone() });
    Action { family: None, carried_from: None, progress, ..action.clone() }
}

/// An action of the local code, which is not printed with gaps and an outcome.
fn planned(planned: &Action) -> Action {
    Action { addresses: Vec::new(), outcome: None, ..action(planned) }
}

fn scales(code: &LocalCode) -> IndexMap<ScaleId, Scale> {
    let scales = code.scales.iter();
    scales.map(|(id, scale)| (id.clone(), Scale { meaning: None, ..scale.clone() })).collect()
}

/// Another authority that the statement is of, by its name.
fn authority(authority: &Authority) -> Authority {
    Authority {
        short_name: None,
        category: None,
        governance: None,
        dissolves: None,
        code: None,
        gss_code: None,
        ..authority.clone()
    }
}

/// A matter; why it is no significant issue is printed where it is none.
fn matter(matter: &Matter) -> Matter {
    let excused = matter.excused.clone().filter(|_| matter.issues.is_empty());
    Matter { excused, ..matter.clone() }
}

/// The steps that were taken, without the versions that each body saw and without publication.
fn sign_off(sign_off: &SignOff) -> SignOff {
    let considered = |one: &Consideration| Consideration { version: None, ..one.clone() };
    let approved = |one: &Approval| Approval { version: None, item: None, ..one.clone() };
    // Of the accounts, who approved them and when is printed.
    let plain = |one: &Approval| Approval {
        decision: ApprovalDecision::Approved,
        amendments: Vec::new(),
        delegated: None,
        reason: None,
        minute: None,
        for_authority: None,
        ..approved(one)
    };
    // Of those who have signed, the signature is printed.
    let to_sign = |one: &Signatory| {
        let signed = sign_off.signatures.iter().any(|signature| one.has_signed(signature));
        Signatory { name: one.name.clone().filter(|_| !signed), ..one.clone() }
    };
    let accounts = sign_off.accounts.as_ref();
    let accounts = accounts.map(|accounts| Accounts {
        drafted: None,
        rights: None,
        confirmed: None,
        approval: accounts.approval.as_ref().map(plain),
        signed: None,
        source: accounts.source.clone(),
    });
    SignOff {
        schema: sign_off.schema.clone(),
        considerations: sign_off.considerations.iter().map(considered).collect(),
        approvals: sign_off.approvals.iter().map(approved).collect(),
        certification: sign_off.certification.clone(),
        signatories: sign_off.signatories.iter().map(to_sign).collect(),
        signatures: sign_off.signatures.clone(),
        accounts,
        publication: Publication::default(),
        events_after: sign_off.events_after.clone(),
        changes: sign_off.changes.clone(),
        replaces: sign_off
            .replaces
            .clone()
            .map(|replaced| ags_statement::Replaced { version: None, ..replaced }),
    }
}

/// The statement without where its facts come from; what is illustrative stays marked so.
fn without_sources(statement: &Statement) -> Statement {
    let Ok(mut value) = serde_json::to_value(statement) else { return statement.clone() };
    strip(&mut value);
    serde_json::from_value(value).unwrap_or_else(|_| statement.clone())
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let illustrative = fields.get("source").is_some_and(|source| source.get(ILLUSTRATIVE).is_some());
            fields.shift_remove("source");
            fields.values_mut().for_each(strip);
            if illustrative {
                fields.insert("source".into(), serde_json::json!({ ILLUSTRATIVE: ILLUSTRATIVE }));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

const ILLUSTRATIVE: &str = "illustrative";
