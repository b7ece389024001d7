//! The framework editions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The edition of a framework that a local code or a statement is based on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FrameworkEdition {
    /// CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework, 2007: six principles.
    #[serde(rename = "cipfa-solace-2007")]
    CipfaSolace2007,
    /// CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework, 2016: seven principles, A to G.
    #[serde(rename = "cipfa-solace-2016")]
    CipfaSolace2016,
    /// The Seven Principles of Public Life of the Committee on Standards in Public Life, 1995.
    Nolan,
}
