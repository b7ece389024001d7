//! The regulations of each nation on internal control and the statement.

use ags_law::Citation;

/// Regulation 6 of the regulations of England: the review and the statement.
pub(in crate::rules) const fn england(provision: &'static str) -> Citation {
    ags_law::AAR_2015.at(provision, "https://www.legislation.gov.uk/uksi/2015/234/regulation/6")
}

/// Part 3 of the regulations of Wales: internal control.
pub(in crate::rules) const fn wales(provision: &'static str) -> Citation {
    ags_law::WALES_2014.at(provision, "https://www.legislation.gov.uk/wsi/2014/3362/part/3/made")
}

/// Part 2 of the regulations of Scotland: financial management and internal control.
pub(in crate::rules) const fn scotland(provision: &'static str) -> Citation {
    ags_law::SCOTLAND_2014.at(provision, "https://www.legislation.gov.uk/ssi/2014/200/part/2/made")
}

/// Regulation 4 of the regulations of Northern Ireland: financial management and internal control.
pub(in crate::rules) const fn northern_ireland(provision: &'static str) -> Citation {
    ags_law::NORTHERN_IRELAND_2015
        .at(provision, "https://www.legislation.gov.uk/nisr/2015/106/regulation/4/made")
}
