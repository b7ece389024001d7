//! What the rules on local codes cite.

use ags_law::Citation;

/// The Framework's demand that a local code be kept.
pub(in crate::rules) const FRAMEWORK: Citation = ags_law::FRAMEWORK_2016
    .part("the local code: kept up to date, with arrangements for its ongoing effectiveness");

/// What the rules cite that compare a code with itself.
pub(in crate::rules) const UP_TO_DATE: &[Citation] = &[FRAMEWORK];

/// What the rules on actions cite.
pub(in crate::rules) const PLANNED_CHANGES: &[Citation] =
    &[ags_law::FRAMEWORK_2016.part("the local code: compliance reported every year, with planned changes")];

/// What the rules on cited law cite.
pub(in crate::rules) const LAW: &[Citation] = &[
    FRAMEWORK,
    ags_law::AAR_2015
        .at("reg. 6(1), in England", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
];
