//! FW16-SIGN: no pair of signatures.

use governance_model::GovernanceModel;

use super::{CITES, publish_by, waits};
use crate::case::Case;
use crate::rule::{Binds, Check, Finding, Outcome, Rule, Severity, Status};
use crate::statement::{Approval, Office, Signature};
use crate::words;

/// FW16-SIGN.
pub const RULE: Rule = Rule {
    code: "FW16-SIGN",
    name: "no-pair-of-signatures",
    asks: "The leading member and the chief executive signed the statement, once it was approved.",
    checks: "The leading member and the chief executive, or whoever holds the like office, signed the \
        statement, each on the day it was approved or later.",
    why: "The two who lead the authority put their names to it on its behalf. They sign what members \
        approved, so a signature cannot come first. In Scotland the regulations ask for both signatures \
        as law.",
    cannot_tell: "Whether whoever signed held the office; and who signs for a body that is one office holder, for \
        which a person is asked.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    cites: CITES,
    binds: Binds::FRAMEWORK_2016,
    check: Check::Statement(check),
};

const PAIR: [(Office, &str); 2] =
    [(Office::LeadingMember, "the leading member"), (Office::ChiefExecutive, "the chief executive")];

pub(in crate::rules) fn check(case: &Case<'_>) -> Outcome {
    let Some(approval) = case.approval() else {
        return unapproved(case);
    };
    let mut findings = early(case, approval);
    let signed = |office| signatures(case).any(|(_, signature)| signature.office == office);
    let absent: Vec<&str> =
        PAIR.iter().filter(|(office, _)| !signed(*office)).map(|(_, name)| *name).collect();
    let published = case.as_approved().is_some();
    if findings.is_empty() && !absent.is_empty() {
        if case.statement.local_code.authority.governance == Some(GovernanceModel::CorporationSole) {
            let question = format!("Who signs for the authority in the place of {}?", absent.join(" and "));
            return Outcome::ask("/sign_off/signatures", question);
        }
        if let Some(due) = publish_by(case).filter(|due| !published && case.as_at <= *due) {
            let needs = format!("Have the statement signed by {}.", absent.join(" and "));
            return Outcome::NotDueYet { due, needs };
        }
    }
    findings.extend(absent.iter().map(|name| {
        Finding::new(
            "/sign_off/signatures",
            format!(
                "The statement was approved on {}, and {name} has not signed it.",
                words::date(approval.on)
            ),
            format!("Have {name}, or whoever holds the like office, sign and date it."),
        )
    }));
    Outcome::of(findings)
}

fn unapproved(case: &Case<'_>) -> Outcome {
    let Some((index, first)) = signatures(case).next() else {
        return waits(
            case,
            "Have the approved statement signed by the leading member and the chief executive.",
            "The statement is not approved yet, so there is nothing to sign.",
        );
    };
    Outcome::not_met(
        format!("/sign_off/signatures/{index}"),
        format!("{} signed on {}, and the statement is not approved.", first.title, words::date(first.on)),
        "Have the statement approved, and sign it then.",
    )
}

/// The signatures whose day has come, each with its place in the list.
fn signatures<'a>(case: &Case<'a>) -> impl Iterator<Item = (usize, &'a Signature)> + use<'a> {
    let as_at = case.as_at;
    case.statement.sign_off.signatures.iter().enumerate().filter(move |(_, one)| one.on <= as_at)
}

/// The signatures dated before the approval.
fn early(case: &Case<'_>, approval: &Approval) -> Vec<Finding> {
    signatures(case)
        .filter(|(_, signature)| signature.on < approval.on)
        .map(|(index, signature)| {
            Finding::new(
                format!("/sign_off/signatures/{index}/on"),
                format!(
                    "{} signed on {}, before the statement was approved on {}.",
                    signature.title,
                    words::date(signature.on),
                    words::date(approval.on)
                ),
                "Have the statement signed again as it was approved.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use governance_model::GovernanceModel;

    use super::RULE;
    use crate::rule::Outcome;
    use crate::sample::{self, day};

    #[test]
    fn the_day_of_approval_is_not_too_early_and_the_day_before_is() {
        let mut statement = sample::statement();
        statement.sign_off.signatures[1].on = day(2022, 11, 28);
        assert_eq!(sample::judge(&RULE, &statement), Outcome::Met);
        statement.sign_off.signatures[1].on = day(2022, 11, 27);
        let Outcome::NotMet { findings } = sample::judge(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings[0].at, "/sign_off/signatures/1/on");
        assert_eq!(
            findings[0].says,
            "Chief Executive signed on 27 November 2022, before the statement was approved on 28 November 2022."
        );
    }

    #[test]
    fn one_signature_is_not_a_pair() {
        let mut statement = sample::statement();
        statement.sign_off.signatures.truncate(1);
        let Outcome::NotMet { findings } = sample::judge(&RULE, &statement) else { panic!("met") };
        assert!(findings[0].says.contains("the chief executive has not signed"), "{}", findings[0].says);
    }

    #[test]
    fn a_body_that_is_one_office_holder_is_a_question() {
        let mut statement = sample::statement();
        statement.local_code.authority.governance = Some(GovernanceModel::CorporationSole);
        assert_eq!(sample::judge(&RULE, &statement), Outcome::Met);
        statement.sign_off.signatures.truncate(1);
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::AskAPerson { .. }));
    }

    #[test]
    fn nobody_signs_what_is_not_approved() {
        let mut statement = sample::statement();
        statement.sign_off.approval = None;
        assert!(matches!(sample::judge(&RULE, &statement), Outcome::NotMet { .. }));
    }
}
