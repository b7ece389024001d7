//! Reports and minutes that more than one rule cites.

use ags_law::Citation;

/// What Barnsley's members asked of the action plan.
pub(in crate::rules) const BARNSLEY: Citation = ags_law::QUALITY.at(
    "Barnsley Metropolitan Borough Council: what members asked of the action plan",
    "https://barnsleymbc.moderngov.co.uk/mgAi.aspx?ID=58728",
);

/// What Epsom & Ewell's auditor said of its statement.
pub(in crate::rules) const EPSOM_AND_EWELL: Citation = ags_law::QUALITY.at(
    "Epsom & Ewell Borough Council: the annual governance statement 2024/25",
    "https://democracy.epsom-ewell.gov.uk/mgAi.aspx?ID=11685",
);

/// What Spelthorne's members and commissioners asked for.
pub(in crate::rules) const SPELTHORNE: Citation =
    ags_law::QUALITY.part("Spelthorne Borough Council: the annual governance statement 2023/24 and 2024/25");
