//! Which instrument requires the statement, what that instrument calls it, and whom it makes responsible.

use governance_model::{Category, FinancialYear, Nation};

use crate::citation::Citation;
use crate::deadline::SourceStatus;
use crate::instrument::{
    AAR_2003, AAR_2011, AAR_2015, AMENDMENT_2006, Instrument, NORTHERN_IRELAND_2015, SCOTLAND_2014,
    WALES_2014,
};
use ags_statement::Office;

/// What the law of one nation requires of the statement for one year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Regime {
    /// The instrument that requires the statement.
    pub instrument: Instrument,
    /// What it calls the statement, in lower case. Councils in Wales nevertheless title theirs an annual governance
    /// statement.
    pub statement: &'static str,
    /// The provision that requires a sound system of internal control.
    pub responsibility: Citation,
    /// The provision that requires a review of how effective that system is.
    pub review: Citation,
    /// The provision on who considers the findings; none where the law requires nobody to.
    pub consideration: Option<Citation>,
    /// The provision that requires approval; none where the statement need only be prepared.
    pub approval: Option<Citation>,
    /// The provision that requires signatures; none where it names no signatory, so that signing is proper practice
    /// only.
    pub signature: Option<Citation>,
    /// The bodies; one of them must consider the findings and approve the statement.
    pub bodies: &'static [Body],
    /// Everyone who must sign by law.
    pub signatories: &'static [Office],
    /// Whether the provisions were verified in their source.
    pub source_status: SourceStatus,
}

/// A body that may consider the findings of the review and approve the statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Body {
    /// The members meeting as a whole.
    Members,
    /// Any committee.
    Committee,
    /// A committee whose terms of reference include audit or governance.
    AuditOrGovernanceCommittee,
}

/// The regime for a year; none where no instrument is listed, and in England where the category is not given.
///
/// In Wales category 2 is a smaller body and any other a larger one. Scotland and Northern Ireland make no
/// distinction. England had no categories before 2015/16: its rules for committees are given for both.
///
/// ```
/// use ags_law::regime;
/// use governance_model::Nation;
/// let wales = regime(Nation::Wales, None, "2023/24".parse().expect("a year")).expect("a regime");
/// assert_eq!(wales.statement, "statement on internal control");
/// assert!(wales.signature.is_none(), "the law names no signatory");
/// ```
#[must_use]
pub const fn regime(nation: Nation, category: Option<Category>, year: FinancialYear) -> Option<Regime> {
    Some(match (nation, category, year.first()) {
        (Nation::England, Some(Category::One), 2015..) => ENGLAND,
        (Nation::England, Some(Category::Two), 2015..) => ENGLAND_SMALLER,
        (Nation::England, _, 2010..=2014) => ENGLAND_2011,
        (Nation::England, _, 2006..=2009) => ENGLAND_2006,
        (Nation::England, _, 2003..=2005) => ENGLAND_2003,
        (Nation::Wales, Some(Category::Two), 2014..) => WALES_SMALLER,
        (Nation::Wales, _, 2014..) => WALES,
        (Nation::Scotland, _, 2014..) => SCOTLAND,
        (Nation::NorthernIreland, _, 2015..) => NORTHERN_IRELAND,
        _ => return None,
    })
}

const GOVERNANCE_STATEMENT: &str = "annual governance statement";
const CONTROL_STATEMENT: &str = "statement on internal control";

const ENGLAND_6: &str = "https://www.legislation.gov.uk/uksi/2015/234/regulation/6";
const WALES_5: &str = "https://www.legislation.gov.uk/wsi/2014/3362/part/3/made";
const SCOTLAND_5: &str = "https://www.legislation.gov.uk/ssi/2014/200/part/2/made";
const NORTHERN_IRELAND_4: &str = "https://www.legislation.gov.uk/nisr/2015/106/regulation/4/made";
const ENGLAND_2011_4: &str = "https://www.legislation.gov.uk/uksi/2011/817/regulation/4/made";
const ENGLAND_2003_4: &str = "https://www.legislation.gov.uk/uksi/2003/533/regulation/4/made";

const ENGLAND: Regime = Regime {
    instrument: AAR_2015,
    statement: GOVERNANCE_STATEMENT,
    responsibility: AAR_2015.at("reg. 3", "https://www.legislation.gov.uk/uksi/2015/234/regulation/3"),
    review: AAR_2015.at("reg. 6(1)(a)", ENGLAND_6),
    consideration: Some(AAR_2015.at("reg. 6(2)(a)", ENGLAND_6)),
    approval: Some(AAR_2015.at("reg. 6(2)(b)", ENGLAND_6)),
    signature: None,
    bodies: &[Body::Committee, Body::Members],
    signatories: &[],
    source_status: SourceStatus::Confirmed,
};

const ENGLAND_SMALLER: Regime = Regime {
    consideration: Some(AAR_2015.at("reg. 6(3)(a)", ENGLAND_6)),
    approval: Some(AAR_2015.at("reg. 6(3)(b)", ENGLAND_6)),
    bodies: &[Body::Members],
    ..ENGLAND
};

const WALES: Regime = Regime {
    instrument: WALES_2014,
    statement: CONTROL_STATEMENT,
    responsibility: WALES_2014.at("reg. 5(1)", WALES_5),
    review: WALES_2014.at("reg. 5(2)", WALES_5),
    consideration: Some(WALES_2014.at("reg. 5(3)(a)", WALES_5)),
    approval: Some(WALES_2014.at("reg. 5(4)", WALES_5)),
    ..ENGLAND
};

const WALES_SMALLER: Regime =
    Regime { consideration: Some(WALES_2014.at("reg. 5(3)(b)", WALES_5)), bodies: &[Body::Members], ..WALES };

const SCOTLAND: Regime = Regime {
    instrument: SCOTLAND_2014,
    statement: GOVERNANCE_STATEMENT,
    responsibility: SCOTLAND_2014.at("reg. 5(1)", SCOTLAND_5),
    review: SCOTLAND_2014.at("reg. 5(2)", SCOTLAND_5),
    consideration: Some(SCOTLAND_2014.at("reg. 5(3)", SCOTLAND_5)),
    approval: Some(SCOTLAND_2014.at("reg. 5(4)", SCOTLAND_5)),
    signature: Some(SCOTLAND_2014.at("reg. 5(5)", SCOTLAND_5)),
    bodies: &[Body::Members, Body::AuditOrGovernanceCommittee],
    signatories: &[Office::ChiefExecutive, Office::LeadingMember],
    source_status: SourceStatus::Confirmed,
};

const NORTHERN_IRELAND: Regime = Regime {
    instrument: NORTHERN_IRELAND_2015,
    statement: GOVERNANCE_STATEMENT,
    responsibility: NORTHERN_IRELAND_2015.at("reg. 4(1)", NORTHERN_IRELAND_4),
    review: NORTHERN_IRELAND_2015.at("reg. 4(2)", NORTHERN_IRELAND_4),
    consideration: Some(NORTHERN_IRELAND_2015.at("reg. 4(3)", NORTHERN_IRELAND_4)),
    approval: Some(NORTHERN_IRELAND_2015.at("reg. 4(4)", NORTHERN_IRELAND_4)),
    signature: None,
    signatories: &[],
    ..SCOTLAND
};

/// Its paragraphs are known from committee reports; the text is unverified.
const ENGLAND_2011: Regime = Regime {
    instrument: AAR_2011,
    responsibility: AAR_2011.at("reg. 4(1)", ENGLAND_2011_4),
    review: AAR_2011.at("reg. 4(2)", ENGLAND_2011_4),
    consideration: Some(AAR_2011.at("reg. 4", ENGLAND_2011_4)),
    approval: Some(AAR_2011.at("reg. 4", ENGLAND_2011_4)),
    source_status: SourceStatus::Unconfirmed,
    ..ENGLAND
};

/// The regulations of 2003 as amended from 1 April 2006.
const ENGLAND_2006: Regime = Regime {
    consideration: Some(
        AMENDMENT_2006.at("reg. 4", "https://www.legislation.gov.uk/uksi/2006/564/regulation/4/made"),
    ),
    bodies: &[Body::Committee, Body::Members],
    ..ENGLAND_2003
};

const ENGLAND_2003: Regime = Regime {
    instrument: AAR_2003,
    statement: CONTROL_STATEMENT,
    responsibility: AAR_2003.at("reg. 4(1)", ENGLAND_2003_4),
    review: AAR_2003.at("reg. 4(2)", ENGLAND_2003_4),
    consideration: None,
    approval: None,
    signature: None,
    bodies: &[],
    signatories: &[],
    source_status: SourceStatus::Unconfirmed,
};

#[cfg(test)]
mod tests {
    use super::*;

    const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    fn in_year(nation: Nation, category: Option<Category>, begins: i32) -> Option<Regime> {
        regime(nation, category, FinancialYear::beginning(begins).unwrap())
    }

    #[test]
    fn each_nation_has_its_own_instrument_and_its_own_name_for_the_statement() {
        let now = |nation| in_year(nation, Some(Category::One), 2023).unwrap();
        let numbers = ["2015/234", "2014/3362", "2014/200", "2015/106"];
        for (nation, number) in NATIONS.into_iter().zip(numbers) {
            assert!(now(nation).instrument.name.contains(number), "{nation:?}");
            let name = if nation == Nation::Wales { CONTROL_STATEMENT } else { GOVERNANCE_STATEMENT };
            assert_eq!(now(nation).statement, name, "{nation:?}");
        }
    }

    #[test]
    fn each_year_has_the_instrument_in_force() {
        let number = |begins| in_year(Nation::England, Some(Category::One), begins).map(|r| r.instrument);
        assert_eq!(number(2015), Some(AAR_2015));
        assert_eq!(number(2014), Some(AAR_2011));
        assert_eq!(number(2010), Some(AAR_2011));
        assert_eq!(number(2009), Some(AAR_2003));
        assert_eq!(number(2003), Some(AAR_2003));
        assert_eq!(number(2002), None);
        for (nation, first) in
            [(Nation::Wales, 2014), (Nation::Scotland, 2014), (Nation::NorthernIreland, 2015)]
        {
            assert!(in_year(nation, None, first).is_some() && in_year(nation, None, first - 1).is_none());
        }
    }

    #[test]
    fn the_findings_went_to_members_from_2006_and_the_statement_from_2010() {
        let of = |begins| in_year(Nation::England, None, begins).unwrap();
        assert!(of(2005).consideration.is_none() && of(2005).bodies.is_empty());
        assert!(of(2006).consideration.is_some() && of(2006).approval.is_none());
        assert!(of(2010).approval.is_some());
        assert_eq!(of(2009).statement, CONTROL_STATEMENT);
        assert_eq!(of(2010).statement, GOVERNANCE_STATEMENT);
    }

    #[test]
    fn a_committee_may_act_for_a_larger_body_and_not_for_a_smaller_one() {
        for nation in [Nation::England, Nation::Wales] {
            let bodies = |category| in_year(nation, Some(category), 2023).unwrap().bodies;
            assert_eq!(bodies(Category::One), [Body::Committee, Body::Members]);
            assert_eq!(bodies(Category::Two), [Body::Members]);
        }
        for nation in [Nation::Scotland, Nation::NorthernIreland] {
            let bodies = in_year(nation, None, 2023).unwrap().bodies;
            assert!(bodies.contains(&Body::AuditOrGovernanceCommittee) && !bodies.contains(&Body::Committee));
        }
    }

    #[test]
    fn only_scotland_names_signatories() {
        for nation in NATIONS {
            let found = in_year(nation, Some(Category::One), 2023).unwrap();
            let scots = nation == Nation::Scotland;
            assert_eq!(found.signature.is_some(), scots, "{nation:?}");
            assert_eq!(found.signatories.len(), if scots { 2 } else { 0 }, "{nation:?}");
        }
    }

    #[test]
    fn england_needs_the_category_and_wales_assumes_a_larger_body() {
        assert_eq!(in_year(Nation::England, None, 2023), None);
        assert_eq!(in_year(Nation::Wales, None, 2023), in_year(Nation::Wales, Some(Category::One), 2023));
    }

    #[test]
    fn every_provision_is_of_the_instrument_or_its_amendment() {
        for nation in NATIONS {
            for (begins, category) in
                (2003..=2030).flat_map(|y| [Category::One, Category::Two].map(|c| (y, c)))
            {
                let Some(found) = in_year(nation, Some(category), begins) else { continue };
                let own = [Some(found.responsibility), Some(found.review), found.approval, found.signature];
                for cite in own.into_iter().flatten() {
                    assert_eq!(cite.instrument, found.instrument.name, "{nation:?} {begins}");
                    assert!(cite.url.is_some_and(|url| url.starts_with(found.instrument.url.unwrap())));
                }
                assert_eq!(found.consideration.is_some(), !found.bodies.is_empty(), "{nation:?} {begins}");
                assert_eq!(found.signature.is_some(), !found.signatories.is_empty(), "{nation:?} {begins}");
            }
        }
    }
}
