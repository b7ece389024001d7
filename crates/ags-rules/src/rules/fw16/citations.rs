//! What the rules of the Framework cite.

use ags_law::Citation;

/// The Framework, and the regulation that makes it bind in England.
pub(in crate::rules) const CITES: &[Citation] = &[
    ags_law::FRAMEWORK_2016.part("the annual governance statement"),
    ags_law::AAR_2015
        .at("reg. 6(4)(b), in England", "https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
];
