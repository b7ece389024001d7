//! What a statement says of the assurance around it, and whether it agrees with what others said: internal
//! audit, the local auditor, inspectors, the statutory officers.

pub mod rel_114;
pub mod rel_ac;
pub mod rel_bv;
pub mod rel_cfo;
pub mod rel_cons;
pub mod rel_discl;
pub mod rel_fm;
pub mod rel_fraud;
pub mod rel_group;
pub mod rel_hiaop;
pub mod rel_hiarole;
pub mod rel_iacode;
pub mod rel_iastd;
pub mod rel_insp;
pub mod rel_nolan;
pub mod rel_post;
pub mod rel_rec;
pub mod rel_stat;
pub mod rel_trans;
pub mod rel_vfm;

pub(super) mod assurances;
mod conformances;
pub(super) mod matters;
mod wording;

use crate::rule::Rule;

/// The rules on the assurance around a statement: internal audit, the profession's codes, the auditor and
/// other authors of formal matters, duties of law, what came after, and all of it held together.
pub static RULES: &[Rule] = &[
    rel_hiaop::RULE,
    rel_iastd::RULE,
    rel_iacode::RULE,
    rel_hiarole::RULE,
    rel_cfo::RULE,
    rel_fm::RULE,
    rel_fraud::RULE,
    rel_ac::RULE,
    rel_vfm::RULE,
    rel_rec::RULE,
    rel_discl::RULE,
    rel_114::RULE,
    rel_bv::RULE,
    rel_insp::RULE,
    rel_stat::RULE,
    rel_nolan::RULE,
    rel_trans::RULE,
    rel_post::RULE,
    rel_group::RULE,
    rel_cons::RULE,
];
