//! The steps of a statement's sign-off, each recorded only after the one it needs.

use chrono::NaiveDate;
use thiserror::Error;

use crate::sign_off::{Approval, ApprovalDecision, BodyKind, Consideration, Published, SignOff, Signature};
use crate::statement::{Stage, Statement};

/// Why a step of the sign-off cannot be recorded. `at` is a JSON pointer into the sign-off.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum SignOffError {
    /// The step needs another one before it.
    #[error("{at}: the statement cannot be {step} before {first}; record that first")]
    TooEarly {
        /// JSON pointer.
        at: String,
        /// The step.
        step: &'static str,
        /// What must come first.
        first: &'static str,
    },
    /// The step is dated before the one it follows.
    #[error(
        "{at}: {on} is before {earlier}, the day the statement was {earlier_step}; correct one of the two"
    )]
    OutOfOrder {
        /// JSON pointer.
        at: String,
        /// The day read.
        on: NaiveDate,
        /// The day of the step before.
        earlier: NaiveDate,
        /// The step before.
        earlier_step: &'static str,
    },
    /// The step was taken already.
    #[error("{at}: the statement was {step} already; a second time needs a new statement")]
    Again {
        /// JSON pointer.
        at: String,
        /// The step.
        step: &'static str,
    },
    /// A decision does not say all that it consists of.
    #[error("{at}: {step} does not say {missing}; give it")]
    Incomplete {
        /// JSON pointer.
        at: String,
        /// The decision.
        step: &'static str,
        /// What is missing.
        missing: &'static str,
    },
    /// The body cannot take this step.
    #[error(
        "{at}: {kind} cannot approve the statement; members as a whole or a committee must, by resolution"
    )]
    WrongBody {
        /// JSON pointer.
        at: String,
        /// What was read.
        kind: &'static str,
    },
}

impl Statement {
    /// Records a whole sign-off: each step as by the methods below, in their order.
    ///
    /// # Errors
    /// - a list of every [`SignOffError`] of the steps; then nothing is recorded.
    pub fn sign_off(mut self, sign_off: SignOff) -> Result<Self, Vec<SignOffError>> {
        let mut errors = Vec::new();
        let SignOff {
            schema: _,
            considerations,
            approvals,
            certification,
            signatories,
            signatures,
            accounts,
            publication,
            events_after,
            changes,
            replaces,
        } = sign_off;
        for consideration in considerations {
            errors.extend(self.consider(consideration).err());
        }
        if let Some(draft) = publication.draft {
            errors.extend(self.publish_draft(draft).err());
        }
        for approval in approvals {
            errors.extend(self.approve(approval).err());
        }
        for signature in signatures {
            errors.extend(self.sign(signature).err());
        }
        if let Some(published) = publication.as_approved {
            errors.extend(self.publish(published).err());
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        self.sign_off.accounts = accounts;
        self.sign_off.events_after = events_after;
        self.sign_off.changes = changes;
        self.sign_off.certification = certification;
        self.sign_off.signatories = signatories;
        self.sign_off.replaces = replaces;
        self.sign_off.publication.late_rights_notice = publication.late_rights_notice;
        self.sign_off.publication.late_accounts_notice = publication.late_accounts_notice;
        Ok(self)
    }

    /// Records a meeting that considered the findings of the review or the statement.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the review is not completed;
    /// - [`SignOffError::OutOfOrder`] when it met before that day, or before the meeting recorded last.
    pub fn consider(&mut self, consideration: Consideration) -> Result<(), SignOffError> {
        let at = || format!("/considerations/{}/on", self.sign_off.considerations.len());
        let Some(completed) = self.review.process.as_ref().and_then(|process| process.completed) else {
            return Err(SignOffError::TooEarly {
                at: at(),
                step: "considered",
                first: "its review is completed",
            });
        };
        in_order(consideration.on, completed, "reviewed", at)?;
        if let Some(last) = self.sign_off.considerations.last() {
            in_order(consideration.on, last.on, "considered before", at)?;
        }
        self.sign_off.considerations.push(consideration);
        Ok(())
    }

    /// Records the publication with the unaudited accounts; the statement need not be approved for it.
    ///
    /// # Errors
    /// - [`SignOffError::Again`] when a draft, or the approved statement, was published already.
    pub fn publish_draft(&mut self, draft: Published) -> Result<(), SignOffError> {
        let at = "/publication/draft".to_owned();
        let publication = &mut self.sign_off.publication;
        if publication.draft.is_some() || publication.as_approved.is_some() {
            return Err(SignOffError::Again { at, step: "published" });
        }
        publication.draft = Some(draft);
        Ok(())
    }

    /// Records a meeting that approved the statement.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the findings of the review were not considered, or when the statement is
    ///   approved again without an earlier approval;
    /// - [`SignOffError::OutOfOrder`] when it met before that day or before the approval recorded last, or when a
    ///   delegated power was used after its last day;
    /// - [`SignOffError::WrongBody`] when an officer or the executive approved, or nothing was resolved;
    /// - [`SignOffError::Incomplete`] when it approved with amendments that are not listed, in principle without
    ///   saying to whom the rest is delegated, or again without a reason;
    /// - [`SignOffError::Again`] when an approval was recorded already and this one is not given as a further one.
    ///
    /// Where the statement is of several authorities, each approves it for itself.
    pub fn approve(&mut self, approval: Approval) -> Result<(), SignOffError> {
        let index = self.sign_off.approvals.len();
        let at = |field: &str| format!("/approvals/{index}/{field}");
        let Some(considered) = self.sign_off.considered() else {
            return Err(SignOffError::TooEarly {
                at: at("on"),
                step: "approved",
                first: "the findings of its review are considered",
            });
        };
        in_order(approval.on, considered.on, "considered", || at("on"))?;
        let of_same = |known: &&Approval| known.for_authority == approval.for_authority;
        match (self.sign_off.approvals.iter().rfind(of_same), approval.decision) {
            (Some(last), decision) => {
                in_order(approval.on, last.on, "approved before", || at("on"))?;
                if decision == ApprovalDecision::Approved {
                    return Err(SignOffError::Again { at: at("decision"), step: "approved" });
                }
            }
            (None, ApprovalDecision::Again) => {
                return Err(SignOffError::TooEarly {
                    at: at("decision"),
                    step: "approved again",
                    first: "it is approved a first time",
                });
            }
            (None, _) => {}
        }
        let kind = match (approval.kind, approval.by_resolution) {
            (BodyKind::Members | BodyKind::Committee, true) => None,
            (BodyKind::Members | BodyKind::Committee, false) => Some("a meeting that resolved nothing"),
            (BodyKind::Executive, _) => Some("the executive"),
            (BodyKind::Officer, _) => Some("an officer"),
        };
        if let Some(kind) = kind {
            return Err(SignOffError::WrongBody { at: at("kind"), kind });
        }
        complete(&approval, at)?;
        self.sign_off.approvals.push(approval);
        Ok(())
    }

    /// Records a signature.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the statement is not approved;
    /// - [`SignOffError::OutOfOrder`] when it is dated before the approval in force;
    /// - [`SignOffError::Again`] when the same office signed already.
    pub fn sign(&mut self, signature: Signature) -> Result<(), SignOffError> {
        let at = || format!("/signatures/{}", self.sign_off.signatures.len());
        let of_same = |known: &&Approval| known.for_authority == signature.for_authority;
        let approvals = &self.sign_off.approvals;
        let Some(approval) = approvals.iter().rfind(of_same).or_else(|| approvals.last()) else {
            return Err(SignOffError::TooEarly { at: at(), step: "signed", first: "it is approved" });
        };
        in_order(signature.on, approval.on, "approved", || format!("{}/on", at()))?;
        let same = |known: &Signature| {
            (known.office, &known.title, &known.for_authority)
                == (signature.office, &signature.title, &signature.for_authority)
        };
        if self.sign_off.signatures.iter().any(same) {
            return Err(SignOffError::Again { at: at(), step: "signed by this office" });
        }
        self.sign_off.signatures.push(signature);
        Ok(())
    }

    /// Records the publication of the approved statement.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when an authority that it is of has not approved it, or when the leading member and
    ///   the chief executive have not both signed;
    /// - [`SignOffError::OutOfOrder`] when it is dated before the last signature;
    /// - [`SignOffError::Again`] when it was published as approved already.
    pub fn publish(&mut self, published: Published) -> Result<(), SignOffError> {
        let at = || "/publication/as_approved/on".to_owned();
        if self.sign_off.publication.as_approved.is_some() {
            return Err(SignOffError::Again { at: at(), step: "published" });
        }
        if self.approval(NaiveDate::MAX).is_none() {
            let first = "each authority that it is of approves it";
            return Err(SignOffError::TooEarly { at: at(), step: "published as approved", first });
        }
        let signed = self.sign_off.signatures.iter().map(|signature| signature.on).max();
        let (Stage::Signed, Some(signed)) = (self.stage(), signed) else {
            return Err(SignOffError::TooEarly {
                at: at(),
                step: "published as approved",
                first: "the leading member and the chief executive sign it",
            });
        };
        in_order(published.on, signed, "signed", at)?;
        self.sign_off.publication.as_approved = Some(published);
        Ok(())
    }
}

/// Whether an approval that differs from a plain one says how.
fn complete(approval: &Approval, at: impl Fn(&str) -> String) -> Result<(), SignOffError> {
    let missing = match approval.decision {
        ApprovalDecision::WithAmendments if approval.amendments.is_empty() => {
            Some(("amendments", "an approval with amendments", "the amendments"))
        }
        ApprovalDecision::InPrinciple if approval.delegated.is_none() => {
            Some(("delegated", "an approval in principle", "to whom further amendments are delegated"))
        }
        ApprovalDecision::Again if approval.reason.is_none() => {
            Some(("reason", "a further approval", "why it was needed"))
        }
        _ => None,
    };
    if let Some((field, step, missing)) = missing {
        return Err(SignOffError::Incomplete { at: at(field), step, missing });
    }
    let Some(delegated) = &approval.delegated else { return Ok(()) };
    if let (Some(exercised), Some(until)) = (delegated.exercised, delegated.until)
        && exercised > until
    {
        return Err(SignOffError::OutOfOrder {
            at: at("delegated/until"),
            on: until,
            earlier: exercised,
            earlier_step: "amended under delegated power",
        });
    }
    Ok(())
}

fn in_order(
    on: NaiveDate,
    earlier: NaiveDate,
    earlier_step: &'static str,
    at: impl FnOnce() -> String,
) -> Result<(), SignOffError> {
    if on < earlier {
        return Err(SignOffError::OutOfOrder { at: at(), on, earlier, earlier_step });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{self, day};
    use crate::sign_off::Delegation;
    use crate::statement::Stage::{Approved, Considered, Draft, Published, Signed};
    use governance_model::Authority;

    /// The sample, not signed off, and its sign-off.
    fn unsigned() -> (Statement, SignOff) {
        let mut statement = sample::statement();
        let sign_off = std::mem::take(&mut statement.sign_off);
        (statement, sign_off)
    }

    #[test]
    fn the_steps_in_order_lead_from_draft_to_published() {
        let (mut statement, sign_off) = unsigned();
        let mut stages = vec![statement.stage()];
        statement.consider(sign_off.considerations[0].clone()).unwrap();
        stages.push(statement.stage());
        statement.approve(sign_off.approvals[0].clone()).unwrap();
        stages.push(statement.stage());
        for signature in sign_off.signatures {
            statement.sign(signature).unwrap();
            stages.push(statement.stage());
        }
        statement.publish(sign_off.publication.as_approved.unwrap()).unwrap();
        stages.push(statement.stage());
        assert_eq!(stages, [Draft, Considered, Approved, Approved, Signed, Published]);
    }

    #[test]
    fn no_step_is_recorded_before_the_one_it_needs() {
        let (mut statement, sign_off) = unsigned();
        let too_early = |result| assert!(matches!(result, Err(SignOffError::TooEarly { .. })), "{result:?}");
        too_early(statement.approve(sign_off.approvals[0].clone()));
        too_early(statement.sign(sign_off.signatures[0].clone()));
        too_early(statement.publish(sign_off.publication.as_approved.clone().unwrap()));
        statement.review.process.as_mut().unwrap().completed = None;
        too_early(statement.consider(sign_off.considerations[0].clone()));
        assert_eq!(statement.sign_off, SignOff::default());
    }

    #[test]
    fn one_signature_of_two_is_not_enough_to_publish() {
        let (statement, mut sign_off) = unsigned();
        sign_off.signatures.pop();
        let errors = statement.sign_off(sign_off).unwrap_err();
        assert_eq!(
            errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["/publication/as_approved/on: the statement cannot be published as approved before the \
                 leading member and the chief executive sign it; record that first"]
        );
    }

    #[test]
    fn the_same_day_is_in_order_and_a_day_before_is_not() {
        let (statement, mut sign_off) = unsigned();
        let approved = sign_off.approvals[0].on;
        sign_off.signatures[0].on = approved;
        assert!(statement.clone().sign_off(sign_off.clone()).is_ok());
        sign_off.signatures[0].on = day(2022, 11, 27);
        let errors = statement.sign_off(sign_off).unwrap_err();
        assert!(
            matches!(&errors[0], SignOffError::OutOfOrder { at, .. } if at == "/signatures/0/on"),
            "{errors:?}"
        );
    }

    #[test]
    fn an_officer_the_executive_and_a_meeting_that_only_noted_cannot_approve() {
        for (kind, by_resolution) in
            [(BodyKind::Officer, true), (BodyKind::Executive, true), (BodyKind::Committee, false)]
        {
            let (mut statement, sign_off) = unsigned();
            statement.consider(sign_off.considerations[0].clone()).unwrap();
            let approval = Approval { kind, by_resolution, ..sign_off.approvals[0].clone() };
            assert!(matches!(statement.approve(approval), Err(SignOffError::WrongBody { .. })));
        }
    }

    #[test]
    fn a_draft_is_not_published_after_the_approved_statement() {
        let mut statement = sample::statement();
        let draft = statement.sign_off.publication.draft.take().unwrap();
        assert!(matches!(statement.publish_draft(draft), Err(SignOffError::Again { .. })));
    }

    #[test]
    fn a_sign_off_with_two_wrong_steps_reports_both_and_records_none() {
        let (statement, mut sign_off) = unsigned();
        sign_off.considerations[0].on = day(2022, 5, 19);
        sign_off.signatures[1].on = day(2022, 1, 1);
        let errors = statement.sign_off(sign_off).unwrap_err();
        assert!(errors.len() >= 2, "{errors:?}");
    }

    /// Another approval of the sample, a month later.
    fn further(first: &Approval, decision: ApprovalDecision) -> Approval {
        let reason = "The accounts were late.".parse().ok();
        Approval { on: day(2022, 12, 20), decision, reason, ..first.clone() }
    }

    #[test]
    fn a_further_approval_is_given_as_one_and_says_why() {
        let (mut statement, sign_off) = unsigned();
        let first = &sign_off.approvals[0];
        statement.consider(sign_off.considerations[0].clone()).unwrap();
        let again = further(first, ApprovalDecision::Again);
        assert!(matches!(statement.approve(again.clone()), Err(SignOffError::TooEarly { .. })));
        statement.approve(first.clone()).unwrap();
        let plain = further(first, ApprovalDecision::Approved);
        assert!(matches!(statement.approve(plain), Err(SignOffError::Again { .. })));
        let silent = Approval { reason: None, ..again.clone() };
        assert!(matches!(statement.approve(silent), Err(SignOffError::Incomplete { .. })));
        let before = Approval { on: day(2022, 11, 27), ..again.clone() };
        assert!(matches!(statement.approve(before), Err(SignOffError::OutOfOrder { .. })));
        statement.approve(again).unwrap();
        assert_eq!(statement.approval(day(2022, 12, 20)).unwrap().on, day(2022, 12, 20));
        let early = statement.sign(sign_off.signatures[0].clone());
        assert!(matches!(early, Err(SignOffError::OutOfOrder { .. })), "signed before the approval in force");
    }

    #[test]
    fn each_authority_of_a_joint_statement_approves_and_signs_for_itself() {
        let (mut statement, sign_off) = unsigned();
        let of = |name: &str| name.parse().ok();
        statement.consider(sign_off.considerations[0].clone()).unwrap();
        let first = Approval { for_authority: of("Commissioner"), ..sign_off.approvals[0].clone() };
        let other = Approval { for_authority: of("Chief Constable"), on: day(2022, 12, 2), ..first.clone() };
        let [own, theirs] = ["Commissioner", "Chief Constable"];
        statement.local_code.authority.name = own.parse().unwrap();
        let constable = Authority { name: theirs.parse().unwrap(), ..statement.local_code.authority.clone() };
        statement.review.jointly_with.push(constable);
        statement.approve(first.clone()).unwrap();
        assert_eq!((statement.stage(), statement.approval(day(2022, 12, 2))), (Considered, None));
        let refused = statement.publish(sign_off.publication.as_approved.clone().unwrap());
        assert!(refused.unwrap_err().to_string().contains("before each authority that it is of approves it"));
        statement.approve(other.clone()).unwrap();
        assert_eq!((statement.stage(), statement.approval(day(2022, 12, 1))), (Approved, None));
        assert_eq!(statement.approval(day(2022, 12, 2)), Some(&other));
        assert!(matches!(statement.approve(other), Err(SignOffError::Again { .. })));
        let signature = Signature { for_authority: of("Commissioner"), ..sign_off.signatures[0].clone() };
        statement.sign(signature.clone()).unwrap();
        let early = Signature { for_authority: of("Chief Constable"), ..signature };
        assert!(matches!(statement.sign(early), Err(SignOffError::OutOfOrder { .. })));
    }

    #[test]
    fn amendments_and_delegations_are_given_and_a_delegation_ends() {
        let (mut statement, sign_off) = unsigned();
        statement.consider(sign_off.considerations[0].clone()).unwrap();
        let with = |decision| Approval { decision, ..sign_off.approvals[0].clone() };
        for decision in [ApprovalDecision::WithAmendments, ApprovalDecision::InPrinciple] {
            let refused = statement.approve(with(decision));
            assert!(matches!(refused, Err(SignOffError::Incomplete { .. })), "{refused:?}");
        }
        let mut delegated = with(ApprovalDecision::InPrinciple);
        let to = "Chief Executive with the Chair".parse().unwrap();
        let (until, exercised) = (Some(day(2022, 12, 1)), Some(day(2022, 12, 2)));
        delegated.delegated = Some(Delegation { to, until, exercised });
        let late = statement.approve(delegated.clone());
        assert!(matches!(late, Err(SignOffError::OutOfOrder { .. })), "{late:?}");
        delegated.delegated.as_mut().unwrap().exercised = until;
        statement.approve(delegated).unwrap();
    }
}
