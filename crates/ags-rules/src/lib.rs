//! The rules that statements, local codes and returns are checked by, each with its legal source, and the
//! check itself.

pub mod check;
pub mod context;
pub mod input;
pub mod rule;
pub mod rules;
pub mod waiver;

mod answers;
mod prose;
#[cfg(test)]
mod sample;
mod waiver_file;

pub use check::{check, check_agar, check_agar_with, check_code, check_code_with, check_with};
pub use context::{
    AgarContext, AnswerUse, AnswersContext, Earlier, LocalCodeContext, StatementContext, WaiversContext,
};
pub use input::{Format, Input, InputError};
pub use rule::{Check, Rule, Status};
pub use waiver::Waivers;
