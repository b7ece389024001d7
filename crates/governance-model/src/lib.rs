//! The governance of a public body, independent of any report on it: framework editions, local codes, evidence,
//! assessments, assurance, gaps, actions and the annual review.
//!
//! Nothing here reads a clock, a disk, the environment or a network: the same input gives the same value.
//!
//! ```
//! use governance_model::{LocalCode, gap, read};
//!
//! let toml = r#"
//!     framework = "cipfa-solace-2016"
//!     [authority]
//!     name = "Example District Council"
//!     kind = "district"
//!     nation = "england"
//!     category = 1
//!     [document]
//!     id = "code"
//!     title = "Local Code"
//!     [[principles]]
//!     id = "A"
//!     level = "principle"
//!     covers = ["A"]
//!     title = "Behaving with integrity"
//!     [[principles.arrangements]]
//!     id = "A-1"
//!     level = "sub-principle"
//!     covers = ["A1"]
//!     title = "Behaving with integrity"
//!     evidence = [{ id = "EV-1", text = "A code of conduct.", kind = "document", basis = "documented" }]
//! "#;
//! let code: LocalCode = read::toml(toml.as_bytes(), "code.toml")?;
//! assert_eq!(code.evidence().count(), 1);
//! assert_eq!(gap::find(&code).len(), 20, "every sub-principle but A1 lacks evidence");
//! # Ok::<(), governance_model::ReadError>(())
//! ```
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

pub mod action;
pub mod assessment;
pub mod assurance;
pub mod authority;
pub mod citation;
pub mod conformance;
pub mod evidence;
pub mod framework;
pub mod gap;
pub mod group;
pub mod id;
pub mod local_code;
pub mod matter;
pub mod meeting;
pub mod migrate;
pub mod passage;
pub mod provenance;
pub mod read;
pub mod register;
pub mod review;
pub mod role;
pub mod schema;
pub mod text;
pub mod violation;
pub mod web_address;
pub mod year;

pub use action::{
    Action, ActionStatus, NoAction, NoActionKind, PriorAction, PriorActionOutcome, Progress, Revision,
};
pub use assessment::{Assessment, AssuranceLevel, Direction, KEY_POINTS, Rag, Scale, ScaleLevel, Score};
pub use assurance::{Assurance, AssuranceKind};
pub use authority::{Authority, AuthorityCode, AuthorityKind, Category, GovernanceModel, GssCode, Nation};
pub use citation::CitedInstrument;
pub use conformance::{Conformance, Degree, Standard};
pub use evidence::{Evidence, EvidenceBasis, EvidenceKind, State};
pub use framework::{Framework, FrameworkEdition, Principle, Requirement, SubPrinciple};
pub use gap::{Detection, Gap, Issue, PriorIssue, PriorOutcome, Significance};
pub use group::{GroupBody, GroupBodyKind};
pub use id::{
    ActionId, ArrangementId, AssuranceId, DocumentId, EvidenceId, FrameworkRef, GapId, IdError, IssueId,
    MatterId, RoleId, ScaleId,
};
pub use local_code::{
    Arrangement, CodeDocument, Coverage, Definition, Level, LocalCode, StatementArrangements,
};
pub use matter::{Matter, MatterKind};
pub use meeting::{Meeting, Minute};
pub use migrate::{MigrateError, Migration, migrate};
pub use passage::Passage;
pub use provenance::{Place, Provenance};
pub use read::ReadError;
pub use review::{
    AnnualReview, Conclusion, Contact, ControlLimb, Event, EventsAfter, Frequency, InPlace, KeyFigure,
    Opinion, Responsibility, ReviewProcess,
};
pub use role::{Role, RoleKind};
pub use schema::{Schema, SchemaError, Versioned};
pub use text::{Text, TextError, printable, printable_name};
pub use violation::Violation;
pub use web_address::{WebAddress, WebAddressError};
pub use year::{FinancialYear, When, YearError};
