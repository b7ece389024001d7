//! The sentences of the composed documents, in English: one file for each section.

pub(crate) mod action_plan;
pub(crate) mod actions;
pub(crate) mod best_value;
pub(crate) mod checks;
pub(crate) mod colophon;
pub(crate) mod conclusion;
pub(crate) mod conformance;
pub(crate) mod cover;
pub(crate) mod coverage;
pub(crate) mod events;
pub(crate) mod framework;
pub(crate) mod group;
pub(crate) mod improvements;
pub(crate) mod local_plan;
pub(crate) mod matters;
pub(crate) mod meetings;
pub(crate) mod opening;
pub(crate) mod principles;
pub(crate) mod prior_issues;
pub(crate) mod responsibility;
pub(crate) mod review;
pub(crate) mod scores;
pub(crate) mod sign_off;

/// The language of these sentences, as a BCP 47 tag.
pub(crate) const LANGUAGE: &str = "en-GB";
