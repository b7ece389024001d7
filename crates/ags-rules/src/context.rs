//! What a rule checks, with the day it is checked on: a statement, a local code, a return or waivers.

mod agar;
mod answers;
mod local_code;
mod review;
mod statement;
mod waivers;

pub use agar::AgarContext;
pub use answers::{AnswerUse, AnswersContext};
pub use local_code::{LocalCodeContext, PlacedAction, PlacedArrangement, Wording, WordingKind};
pub use statement::{Earlier, StatementContext};
pub use waivers::WaiversContext;
