use super::*;
use crate::authority::Category;

fn day(written: &str) -> NaiveDate {
    written.parse().expect("a day")
}

fn count(written: &str, nation: Nation, kind: AuthorityKind) -> usize {
    on(day(written)).filter(|entry| entry.nation == nation && entry.kind == kind).count()
}

fn name(asked: &str, written: &str) -> Option<&'static str> {
    find(asked, day(written)).map(|entry| entry.name.as_str())
}

/// The first days of every list that differs from the one before, and the first and last day of the register.
fn days() -> BTreeSet<NaiveDate> {
    let first = all().iter().filter_map(|entry| entry.from);
    let after_last = all().iter().filter_map(|entry| entry.until?.succ_opt());
    first.chain(after_last).chain([day("2009-04-01"), day("2025-07-10")]).collect()
}

#[test]
fn the_table_reads_whole() {
    let rows = include_str!("authorities.csv").lines().count() - 1;
    assert_eq!(read().map_err(|error| error.to_string()).map(|entries| entries.len()), Ok(rows));
    assert_eq!(all().len(), 473);
}

#[test]
fn england_has_317_principal_councils_in_2025() {
    let count = |kind| count("2025-07-10", Nation::England, kind);
    assert_eq!(count(AuthorityKind::County), 21);
    assert_eq!(count(AuthorityKind::District), 164);
    assert_eq!(count(AuthorityKind::Unitary), 63);
    assert_eq!(count(AuthorityKind::MetropolitanDistrict), 36);
    assert_eq!(count(AuthorityKind::LondonBorough), 32 + 1);
    assert_eq!(count(AuthorityKind::GreaterLondonAuthority), 1);
}

#[test]
fn each_reorganisation_of_england_leaves_fewer_principal_councils() {
    let principal = |written: &str| {
        let above = [AuthorityKind::CombinedAuthority, AuthorityKind::GreaterLondonAuthority];
        let england = on(day(written)).filter(|entry| entry.nation == Nation::England);
        england.filter(|entry| !above.contains(&entry.kind)).count()
    };
    assert_eq!(principal("2009-04-01"), 353);
    assert_eq!(principal("2019-03-31"), 353);
    assert_eq!(principal("2019-04-01"), 343, "Dorset, Suffolk and Somerset");
    assert_eq!(principal("2020-04-01"), 339, "Buckinghamshire");
    assert_eq!(principal("2021-04-01"), 333, "Northamptonshire");
    assert_eq!(principal("2023-03-31"), 333);
    assert_eq!(principal("2023-04-01"), 317, "Cumbria, North Yorkshire and Somerset");
}

#[test]
fn wales_and_scotland_have_unitary_councils_and_northern_ireland_districts() {
    for written in ["2009-04-01", "2025-07-10"] {
        assert_eq!(count(written, Nation::Wales, AuthorityKind::Unitary), 22);
        assert_eq!(count(written, Nation::Scotland, AuthorityKind::Unitary), 32);
    }
    assert_eq!(count("2015-03-31", Nation::NorthernIreland, AuthorityKind::District), 26);
    assert_eq!(count("2015-04-01", Nation::NorthernIreland, AuthorityKind::District), 11);
}

#[test]
fn combined_authorities_come_one_by_one_and_two_give_way_to_one() {
    let combined = |written| count(written, Nation::England, AuthorityKind::CombinedAuthority);
    assert_eq!(combined("2011-03-31"), 0);
    assert_eq!(combined("2011-04-01"), 1);
    assert_eq!(combined("2018-11-02"), 10);
    assert_eq!(combined("2024-05-06"), 12);
    assert_eq!(combined("2024-05-07"), 11);
    assert_eq!(combined("2025-07-10"), 15);
}

#[test]
fn a_gss_code_agrees_with_nation_and_type() {
    for entry in all() {
        let Some(code) = &entry.gss_code else {
            assert_eq!(entry.until, Some(day("2015-03-31")), "{}", entry.name);
            continue;
        };
        let prefix = match (entry.nation, entry.kind) {
            (Nation::England, AuthorityKind::County) => "E10",
            (Nation::England, AuthorityKind::District) => "E07",
            (Nation::England, AuthorityKind::Unitary) => "E06",
            (Nation::England, AuthorityKind::MetropolitanDistrict) => "E08",
            (Nation::England, AuthorityKind::LondonBorough) => "E09",
            (Nation::England, AuthorityKind::CombinedAuthority) => "E47",
            (Nation::England, AuthorityKind::GreaterLondonAuthority) => "E61",
            (Nation::Wales, AuthorityKind::Unitary) => "W06",
            (Nation::Scotland, AuthorityKind::Unitary) => "S12",
            (Nation::NorthernIreland, AuthorityKind::District) => "N09",
            other => panic!("{}: {other:?}", entry.name),
        };
        for code in entry.former_gss_codes.iter().chain([code]) {
            assert!(code.as_str().starts_with(prefix), "{}: {code:?}", entry.name);
            assert_eq!(code.nation(), Some(entry.nation));
        }
    }
}

#[test]
fn on_no_day_do_two_authorities_answer_to_one_key() {
    for day in days() {
        for (key, entries) in &*KEYS {
            let in_being: Vec<_> = entries.iter().filter(|entry| entry.is_in_being(day)).collect();
            assert!(in_being.len() <= 1, "{key} on {day}: {in_being:?}");
        }
    }
}

#[test]
fn no_code_is_given_twice() {
    let codes = all().iter().filter_map(|entry| entry.code.as_ref());
    assert_eq!(codes.clone().collect::<BTreeSet<_>>().len(), codes.count());
    let gss = all().iter().flat_map(|entry| entry.gss_code.iter().chain(&entry.former_gss_codes));
    assert_eq!(gss.clone().collect::<BTreeSet<_>>().len(), gss.count());
}

#[test]
fn whoever_ended_was_replaced_on_the_day_after() {
    for entry in all() {
        assert!(entry.from.zip(entry.until).is_none_or(|(from, until)| from <= until), "{}", entry.name);
        assert_eq!(entry.until.is_none(), entry.replaced_by.is_empty(), "{}", entry.name);
        for code in &entry.replaced_by {
            let next = entry.until.and_then(|until| until.succ_opt()).expect("a day after");
            assert!(find(code.as_str(), next).is_some(), "{} by {code:?}", entry.name);
        }
    }
}

#[test]
fn every_authority_is_found_by_each_of_its_codes_and_names() {
    for day in days() {
        for entry in on(day) {
            let names = once(entry.name.as_str()).chain(entry.also.iter().map(Text::as_str));
            let codes = entry.code.iter().map(AuthorityCode::as_str);
            let gss = entry.gss_code.iter().chain(&entry.former_gss_codes).map(GssCode::as_str);
            for asked in names.chain(codes).chain(gss).chain(entry.slug.as_deref()) {
                assert_eq!(find(asked, day), Some(entry), "{asked} on {day}");
            }
        }
    }
}

#[test]
fn capitals_hyphens_and_the_word_council_make_no_difference() {
    for asked in [
        "kings lynn & west norfolk",
        "King's Lynn and West Norfolk",
        "BOROUGH COUNCIL OF KING’S LYNN AND WEST NORFOLK",
        " kin ",
        "e07000146",
    ] {
        assert_eq!(
            name(asked, "2025-07-10"),
            Some("Borough Council of Kings Lynn and West Norfolk"),
            "{asked}"
        );
    }
    assert_eq!(name("Stoke on Trent City", "2025-07-10"), Some("Stoke-on-Trent City Council"));
    assert_eq!(
        name("Newry, Mourne and Down District", "2025-07-10"),
        Some("Newry, Mourne and Down District Council")
    );
    assert_eq!(name("", "2025-07-10"), None);
    assert_eq!(name("Council", "2025-07-10"), None);
}

#[test]
fn one_name_is_a_county_until_its_last_day_and_a_unitary_council_from_the_next() {
    assert_eq!(name("Somerset", "2023-03-31"), Some("Somerset County Council"));
    assert_eq!(name("Somerset", "2023-04-01"), Some("Somerset Council"));
    assert_eq!(
        name("North East Combined Authority", "2024-05-07"),
        Some("North East Mayoral Combined Authority")
    );
}

#[test]
fn a_council_renamed_is_found_by_both_names() {
    for asked in ["Southend-on-Sea Borough Council", "Southend-on-Sea City Council"] {
        assert_eq!(name(asked, "2020-11-30"), Some("Southend-on-Sea City Council"), "{asked}");
    }
}

#[test]
fn a_gss_code_from_before_a_boundary_moved_still_finds_its_council() {
    assert_eq!(name("E07000101", "2010-03-31"), Some("Stevenage Borough Council"));
    assert_eq!(name("E08000016", "2025-07-10"), name("E08000038", "2025-07-10"));
}

#[test]
fn near_names_are_few_and_nearest_first() {
    let near =
        |asked: &str| near(asked, day("2025-07-10")).iter().map(|one| one.name.as_str()).collect::<Vec<_>>();
    assert_eq!(near("Colchestre"), ["Colchester City Council"]);
    assert_eq!(near("Kant"), ["Kent County Council"]);
    assert_eq!(near("West").len(), MOST_NEAR);
    assert_eq!(near("Ruritania"), [""; 0]);
    assert_eq!(near(""), [""; 0]);
    assert_eq!(near(&"Kent ".repeat(100_000)), [""; 0]);
}

#[test]
fn an_entry_makes_an_authority_with_a_category_in_england_alone() {
    let authority = |asked| find(asked, day("2025-07-10")).expect("in the register").authority();
    let kent = authority("Kent");
    assert_eq!((kent.kind, kent.nation), (AuthorityKind::County, Nation::England));
    assert_eq!(kent.category, Some(Category::One));
    assert_eq!(kent.code.as_ref().map(AuthorityCode::as_str), Some("KEN"));
    assert_eq!(kent.gss_code.as_ref().map(GssCode::as_str), Some("E10000016"));
    assert_eq!(authority("Cardiff").category, None);
}
