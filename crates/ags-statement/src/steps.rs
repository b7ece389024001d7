//! The steps of a statement's sign-off, each recorded only after the one it needs.

use chrono::NaiveDate;
use thiserror::Error;

use crate::sign_off::{Approval, BodyKind, Consideration, Published, SignOff, Signature};
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
            considered,
            approval,
            signatures,
            accounts,
            publication,
            events_after,
            changes,
        } = sign_off;
        if let Some(considered) = considered {
            errors.extend(self.consider(considered).err());
        }
        if let Some(draft) = publication.draft {
            errors.extend(self.publish_draft(draft).err());
        }
        if let Some(approval) = approval {
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
        self.sign_off.publication.late_rights_notice = publication.late_rights_notice;
        self.sign_off.publication.late_accounts_notice = publication.late_accounts_notice;
        Ok(self)
    }

    /// Records the meeting that considered the findings of the review.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the review is not completed;
    /// - [`SignOffError::OutOfOrder`] when it met before that day;
    /// - [`SignOffError::Again`] when one was recorded already.
    pub fn consider(&mut self, considered: Consideration) -> Result<(), SignOffError> {
        let at = || "/considered/on".to_owned();
        if self.sign_off.considered.is_some() {
            return Err(SignOffError::Again { at: at(), step: "considered" });
        }
        let Some(completed) = self.review.process.as_ref().and_then(|process| process.completed) else {
            return Err(SignOffError::TooEarly {
                at: at(),
                step: "considered",
                first: "its review is completed",
            });
        };
        in_order(considered.on, completed, "reviewed", at)?;
        self.sign_off.considered = Some(considered);
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

    /// Records the meeting that approved the statement.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the findings of the review were not considered;
    /// - [`SignOffError::OutOfOrder`] when it met before that day;
    /// - [`SignOffError::WrongBody`] when an officer or the executive approved, or nothing was resolved;
    /// - [`SignOffError::Again`] when an approval was recorded already.
    pub fn approve(&mut self, approval: Approval) -> Result<(), SignOffError> {
        let at = || "/approval/on".to_owned();
        if self.sign_off.approval.is_some() {
            return Err(SignOffError::Again { at: at(), step: "approved" });
        }
        let Some(considered) = &self.sign_off.considered else {
            return Err(SignOffError::TooEarly {
                at: at(),
                step: "approved",
                first: "the findings of its review are considered",
            });
        };
        in_order(approval.on, considered.on, "considered", at)?;
        let kind = match (approval.kind, approval.by_resolution) {
            (BodyKind::Members | BodyKind::Committee, true) => None,
            (BodyKind::Members | BodyKind::Committee, false) => Some("a meeting that resolved nothing"),
            (BodyKind::Executive, _) => Some("the executive"),
            (BodyKind::Officer, _) => Some("an officer"),
        };
        if let Some(kind) = kind {
            return Err(SignOffError::WrongBody { at: "/approval/kind".into(), kind });
        }
        self.sign_off.approval = Some(approval);
        Ok(())
    }

    /// Records a signature.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the statement is not approved;
    /// - [`SignOffError::OutOfOrder`] when it is dated before the approval;
    /// - [`SignOffError::Again`] when the same office signed already.
    pub fn sign(&mut self, signature: Signature) -> Result<(), SignOffError> {
        let at = || format!("/signatures/{}", self.sign_off.signatures.len());
        let Some(approval) = &self.sign_off.approval else {
            return Err(SignOffError::TooEarly { at: at(), step: "signed", first: "it is approved" });
        };
        in_order(signature.on, approval.on, "approved", || format!("{}/on", at()))?;
        let same = |known: &Signature| known.office == signature.office && known.title == signature.title;
        if self.sign_off.signatures.iter().any(same) {
            return Err(SignOffError::Again { at: at(), step: "signed by this office" });
        }
        self.sign_off.signatures.push(signature);
        Ok(())
    }

    /// Records the publication of the approved statement.
    ///
    /// # Errors
    /// - [`SignOffError::TooEarly`] when the leading member and the chief executive have not both signed;
    /// - [`SignOffError::OutOfOrder`] when it is dated before the last signature;
    /// - [`SignOffError::Again`] when it was published as approved already.
    pub fn publish(&mut self, published: Published) -> Result<(), SignOffError> {
        let at = || "/publication/as_approved/on".to_owned();
        if self.sign_off.publication.as_approved.is_some() {
            return Err(SignOffError::Again { at: at(), step: "published" });
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
    use crate::statement::Stage::{Approved, Considered, Draft, Published, Signed};

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
        statement.consider(sign_off.considered.unwrap()).unwrap();
        stages.push(statement.stage());
        statement.approve(sign_off.approval.unwrap()).unwrap();
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
        too_early(statement.approve(sign_off.approval.clone().unwrap()));
        too_early(statement.sign(sign_off.signatures[0].clone()));
        too_early(statement.publish(sign_off.publication.as_approved.clone().unwrap()));
        statement.review.process.as_mut().unwrap().completed = None;
        too_early(statement.consider(sign_off.considered.unwrap()));
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
        let approved = sign_off.approval.as_ref().unwrap().on;
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
            statement.consider(sign_off.considered.unwrap()).unwrap();
            let approval = Approval { kind, by_resolution, ..sign_off.approval.unwrap() };
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
        sign_off.considered.as_mut().unwrap().on = day(2022, 5, 19);
        sign_off.signatures[1].on = day(2022, 1, 1);
        let errors = statement.sign_off(sign_off).unwrap_err();
        assert!(errors.len() >= 2, "{errors:?}");
    }
}
