//! A complete sample statement of each of Wales, Scotland and Northern Ireland: what the law of the nation gives it,
//! from the fixture to the composed document.

use ags::statement::Office::{self, ChiefExecutive, LeadingMember};
use ags::{Document, Outcome, Report, Stage, Statement, check, compose};
use governance_model::read;

const NATIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/nations");

/// A nation's folder, the day its statement is checked, its title, its law, and who signs, in their order.
struct Nation {
    folder: &'static str,
    as_at: &'static str,
    title: &'static str,
    law: &'static str,
    body: &'static str,
    signatories: [(Office, &'static str); 2],
}

const ALL: [Nation; 3] = [
    Nation {
        folder: "wales",
        as_at: "2024-07-31",
        title: "Annual Governance Statement 2023/24 (statement on internal control)",
        law: "Accounts and Audit (Wales) Regulations 2014",
        body: "Governance and Audit Committee",
        signatories: [(LeadingMember, "Leader of the Council"), (ChiefExecutive, "Chief Executive")],
    },
    Nation {
        folder: "scotland",
        as_at: "2024-10-31",
        title: "Annual Governance Statement 2023/24",
        law: "Local Authority Accounts (Scotland) Regulations 2014",
        body: "Audit and Scrutiny Committee",
        signatories: [(ChiefExecutive, "Chief Executive"), (LeadingMember, "Leader of the Council")],
    },
    Nation {
        folder: "northern-ireland",
        as_at: "2024-09-30",
        title: "Annual Governance Statement 2023/24",
        law: "Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015",
        body: "Audit Committee",
        signatories: [(LeadingMember, "Chairperson of the Council"), (ChiefExecutive, "Chief Executive")],
    },
];

impl Nation {
    fn statement(&self) -> Statement {
        let name = format!("{}/statement.toml", self.folder);
        let bytes = std::fs::read(format!("{NATIONS}/{name}")).unwrap();
        read::toml(&bytes, &name).unwrap()
    }

    fn report(&self, statement: &Statement) -> Report {
        check(statement, self.as_at.parse().unwrap())
    }

    fn document(&self) -> Document {
        compose(&self.statement(), self.as_at.parse().unwrap())
    }
}

fn words(document: &Document) -> String {
    document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_statement_of_each_nation_is_complete_and_has_no_finding() {
    for nation in ALL {
        let statement = nation.statement();
        assert_eq!(statement.stage(), Stage::Published, "{}", nation.folder);
        assert!(statement.is_illustrative(), "{}", nation.folder);
        for result in nation.report(&statement).results {
            let fine = matches!(result.outcome, Outcome::Met | Outcome::NotApplicable { .. });
            assert!(fine, "{}: {}: {:?}", nation.folder, result.code, result.outcome);
        }
    }
}

#[test]
fn the_document_has_the_title_and_the_law_of_the_nation() {
    for nation in ALL {
        let document = nation.document();
        assert_eq!(document.violations(), [], "{}", nation.folder);
        assert_eq!(document.title, nation.title);
        let words = words(&document);
        assert!(words.contains(nation.law), "{}", nation.folder);
        for other in ALL.iter().filter(|other| other.folder != nation.folder) {
            assert!(!words.contains(other.law), "{} cites the law of {}", nation.folder, other.folder);
        }
    }
}

#[test]
fn those_who_sign_stand_in_the_order_of_the_nation_after_the_body_that_approved() {
    for nation in ALL {
        let signatures = nation.statement().sign_off.signatures;
        let offices: Vec<(Office, &str)> = signatures.iter().map(|one| (one.office, &*one.title)).collect();
        assert_eq!(offices, nation.signatories, "{}", nation.folder);
        let words = words(&nation.document());
        let (approval, certification) = words.rsplit_once("\nCertification\n").unwrap();
        assert!(
            approval.contains(&format!("The {} approved this statement on", nation.body)),
            "{}",
            nation.folder
        );
        let [first, second] = nation.signatories.map(|(_, title)| certification.find(title).unwrap());
        assert!(first < second, "{}", nation.folder);
    }
}
