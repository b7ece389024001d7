//! FW16-ROLES: Roles in governance not stated.

use governance_model::{GovernanceModel, Role, RoleKind};

use super::citations::CITES;
use crate::context::StatementContext;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Pointer, Severity};

/// FW16-ROLES.
pub const RULE: Rule = Rule {
    code: "FW16-ROLES",
    name: "roles-in-governance-not-stated",
    title: "Roles in governance not stated",
    requirement: "The statement says who is responsible for governance: the authority, its executive, its \
        audit committee and internal audit.",
    method: "The statement names those who are responsible for governance and describes the role of each: \
        the authority, its executive, its audit committee and internal audit. An authority that is run by \
        committees, by one office holder or by a joint body has no executive, so none is required.",
    rationale: "Arrangements work because someone is responsible for them. The Framework names these four \
        and \"others as appropriate\".",
    limitations: "Which other roles should be named.",
    severity: Severity::ProperPractice,
    status: Status::Stable,
    citations: CITES,
    scope: Scope::FRAMEWORK_2016,
    check: Check::Statement(check),
};

const ALWAYS: [(RoleKind, &str); 3] = [
    (RoleKind::Authority, "the authority itself"),
    (RoleKind::AuditCommittee, "the committee charged with governance"),
    (RoleKind::InternalAudit, "internal audit"),
];

fn check(context: &StatementContext<'_>) -> Outcome {
    let code = &context.statement.local_code;
    let mut findings: Vec<Finding> =
        ALWAYS.iter().filter_map(|(kind, name)| fault(&code.roles, *kind, name)).collect();
    let executive = fault(&code.roles, RoleKind::Executive, "the executive");
    match code.authority.governance {
        Some(GovernanceModel::LeaderAndCabinet | GovernanceModel::MayorAndCabinet) => {
            findings.extend(executive);
        }
        None if executive.is_some() && findings.is_empty() => {
            return Outcome::indeterminate(
                "/local_code/authority/governance",
                "Give the authority's form of decision-making: executive or committees.",
            );
        }
        _ => {}
    }
    Outcome::of(findings)
}

fn fault(roles: &[Role], kind: RoleKind, name: &str) -> Option<Finding> {
    let named = |(_, role): &(usize, &Role)| role.kind == kind && !role.title.is_blank();
    let Some((index, first)) = roles.iter().enumerate().find(named) else {
        return Some(Finding::new(
            "/local_code/roles",
            format!("The statement does not name {name} among those responsible for governance."),
            format!("List {name} by name, and describe its role in governance."),
        ));
    };
    let said = |role: &Role| role.kind == kind && role.text.as_ref().is_some_and(|says| !says.is_blank());
    (!roles.iter().any(said)).then(|| {
        Finding::new(
            Pointer::root().key("local_code").key("roles").index(index),
            format!("The statement names {} but does not describe its role in governance.", first.title),
            "Add a sentence that describes the role.",
        )
    })
}

#[cfg(test)]
mod tests {
    use governance_model::{GovernanceModel, RoleKind};

    use super::RULE;
    use crate::sample;
    use ags_report::Outcome;
    use ags_statement::Statement;

    fn without(kind: RoleKind) -> Statement {
        let mut statement = sample::statement();
        statement.local_code.roles.retain(|role| role.kind != kind);
        statement
    }

    #[test]
    fn each_of_the_three_that_every_authority_has_is_asked_for() {
        for kind in [RoleKind::Authority, RoleKind::AuditCommittee, RoleKind::InternalAudit] {
            let outcome = sample::check(&RULE, &without(kind));
            assert!(
                matches!(outcome, Outcome::NotMet { ref findings } if findings.len() == 1),
                "{outcome:?}"
            );
        }
        assert_eq!(sample::check(&RULE, &without(RoleKind::ExternalAudit)), Outcome::Met);
    }

    #[test]
    fn a_cabinet_is_asked_of_a_council_that_has_one_and_not_of_a_committee_council() {
        let mut statement = without(RoleKind::Executive);
        assert!(matches!(sample::check(&RULE, &statement), Outcome::NotMet { .. }));
        statement.local_code.authority.governance = Some(GovernanceModel::Committee);
        assert_eq!(sample::check(&RULE, &statement), Outcome::Met);
        statement.local_code.authority.governance = None;
        assert!(matches!(sample::check(&RULE, &statement), Outcome::Indeterminate { .. }));
    }

    #[test]
    fn a_name_alone_does_not_say_what_a_body_does() {
        let mut statement = sample::statement();
        let index =
            statement.local_code.roles.iter().position(|role| role.kind == RoleKind::Executive).unwrap();
        statement.local_code.roles[index].text = None;
        let Outcome::NotMet { findings } = sample::check(&RULE, &statement) else { panic!("met") };
        assert_eq!(findings[0].pointer, format!("/local_code/roles/{index}"));
        assert!(findings[0].message.contains("Cabinet"), "{}", findings[0].message);
    }
}
