//! What the cells of a column, the items of a list or a line mean.

use serde::{Deserialize, Serialize};

/// What the cells of a column, the items of a list or a line of its own mean.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Meaning {
    /// A principle of the framework, with its number and title.
    Principle,
    /// The title of a principle whose number was printed before.
    PrincipleTitle,
    /// A sub-principle (2016) or an aim (2007).
    SubPrinciple,
    /// A requirement.
    Requirement,
    /// The number of a principle, sub-principle or requirement in a column of its own.
    Reference,
    /// Why a principle matters.
    Rationale,
    /// What shows that an arrangement exists and works.
    Evidence,
    /// Ongoing work, without owner or date.
    FurtherWork,
    /// A score.
    Score,
    /// What an earlier plan said would be done.
    Plan,
    /// What has been done.
    Progress,
    /// What is to be done.
    Action,
    /// Who is responsible for it.
    Owner,
    /// When it is due.
    Due,
    /// Its status.
    Status,
    /// A post or body.
    Role,
    /// What a post or body does.
    Duty,
    /// A source of assurance.
    Assurance,
    /// What the annual governance statement is to do.
    StatementShall,
    /// A clause of a protocol.
    Clause,
    /// A term and its definition.
    Definition,
    /// A family of recommendations.
    Family,
    /// An outcome.
    Outcome,
    /// A recommendation.
    Recommendation,
    /// A meeting, by the body that met.
    Meeting,
    /// The day of a meeting.
    MeetingDate,
    /// The place of a meeting.
    Venue,
    /// Who was present.
    Present,
    /// A minute or an item of an agenda.
    Minute,
    /// The word that introduces resolutions.
    Resolved,
    /// What was resolved.
    Resolution,
    /// A document or guide that is cited for reference.
    Guidance,
    /// The date of the document.
    Dated,
    /// The position of the document in a larger one.
    Position,
    /// The authority's name, on a line of its own.
    Authority,
    /// The title of the document.
    Title,
    /// A particular of the document, after its label.
    Particular,
    /// Prose that belongs to no arrangement.
    #[default]
    Passage,
    /// A heading without content of its own.
    Heading,
}
