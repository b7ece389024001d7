//! The Annual Governance Statement of a UK local authority: assembled from a local code and a year's review,
//! signed off in order, checked against the law with the provision cited, and composed into a document.
//!
//! This is the one crate an embedder adds. It re-exports several crates, one idea each: the statement itself, the law
//! as data, the report, the rules, the composed document, the officers' papers and the formats of reports.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

pub mod example;
pub mod report;
pub mod schema;

pub use ags_compose as compose;
pub use ags_document as document;
pub use ags_law as law;
pub use ags_rules::{context, input, rule, rules, waiver};
pub use ags_statement::{agar, canonical, changes, english};
pub use ags_working_papers as working_papers;

pub use ags_compose::{Annex, Presentation, Section, compose, compose_with, published};
pub use ags_document::{Document, HouseStyle};
pub use ags_formats::{TestCases, Verdict};
pub use ags_law::{Citation, Scope};
pub use ags_report::{Counts, Finding, Outcome, OutcomeKind, Quote, Report, RuleResult, Severity, Subject};
pub use ags_rules::{
    AgarContext, AnswerUse, AnswersContext, Check, Earlier, Format, Input, InputError, LocalCodeContext,
    Rule, StatementContext, Status, Waivers, WaiversContext, check, check_agar, check_agar_with, check_code,
    check_code_with, check_with,
};
pub use ags_statement::{Agar, Stage, Statement};
pub use ags_working_papers::{check_report, worksheet};

/// The parts of a statement: who considered, approved, signed and published it, and how far it has come.
pub mod statement {
    pub use ags_statement::{
        Accounts, Answer, Approval, ApprovalDecision, AssembleError, BodyKind, Consideration,
        ConsiderationOutcome, Decision, Delegation, Notice, Office, Publication, Published, PublishedWith,
        Replaced, RightsPeriod, SignOff, SignOffError, Signatory, Signature, Stage, Statement,
    };
}

/// What a file of test cases holds, and the result of each case.
pub mod test_case {
    pub use ags_formats::{Expected, Files, OtherDocument, RuleOutcome, TestCase, TestCases, Verdict};
}
