//! The sentences of the composed documents, in English: one file for each section.

pub(crate) mod actions;
pub(crate) mod annex;
pub(crate) mod colophon;
pub(crate) mod conclusion;
pub(crate) mod conformance;
pub(crate) mod contact;
pub(crate) mod cover;
pub(crate) mod events;
pub(crate) mod framework;
pub(crate) mod group;
pub(crate) mod improvements;
pub(crate) mod issues;
pub(crate) mod levels;
pub(crate) mod local_plan;
pub(crate) mod matters;
pub(crate) mod principles;
pub(crate) mod progress;
pub(crate) mod prompts;
pub(crate) mod purpose;
pub(crate) mod responsibility;
pub(crate) mod review;
pub(crate) mod short_titles;
pub(crate) mod sign_off;
pub(crate) mod summary;

/// The language of these sentences, as a BCP 47 tag.
pub(crate) const LANGUAGE: &str = "en-GB";
