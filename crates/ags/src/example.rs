//! Small documents that meet every rule, to start from: in documentation, and as the base of
//! [test cases](crate::test_case).
//!
//! Neither Example Borough Council nor Example Parish Council exists.

pub use ags_rules::waiver::example as waivers;
pub use ags_statement::example::{agar, exempt_agar, local_code, statement};
