//! The return of a smaller authority, from its file to the page.

use ags::agar::Agar;
use ags::{Format, HouseStyle, Input, Outcome, Stage};
use chrono::NaiveDate;
use governance_model::read;

const BASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cases/base");

fn agar(file: &str) -> Agar {
    read::toml(&std::fs::read(format!("{BASE}/{file}")).unwrap(), file).unwrap()
}

fn day(raw: &str) -> NaiveDate {
    raw.parse().unwrap()
}

#[test]
fn the_returns_that_cases_begin_with_are_published_and_break_no_rule() {
    for (file, as_at) in [("agar-2025-26.toml", "2026-09-30"), ("agar-exempt.toml", "2024-09-30")] {
        let agar = agar(file);
        assert_eq!(agar.violations(), [], "{file}");
        let report = ags::check_agar(&agar, day(as_at));
        assert_eq!(report.stage, Some(Stage::Published), "{file}");
        for result in &report.results {
            let is_met = matches!(result.outcome, Outcome::Met | Outcome::NotApplicable { .. });
            assert!(is_met, "{file}: {}: {:?}", result.code, result.outcome);
        }
    }
}

#[test]
fn a_return_is_recognised_and_checked_by_its_own_rules_alone() {
    let bytes = std::fs::read(format!("{BASE}/agar-exempt.toml")).unwrap();
    let input = Input::read(&bytes, Format::Toml, "agar-exempt.toml").unwrap();
    assert_eq!(input.authority(), "Little Example Parish Council");
    let report = input.check(None, day("2024-09-30"), ags::rules::all());
    assert!(report.results.iter().all(|result| result.code.starts_with("AGAR-")));
    assert!(report.to_string().starts_with(
        "Little Example Parish Council\nAnnual Governance and Accountability Return 2023/24, approved, signed and published\n"
    ));
}

#[test]
fn the_worksheet_of_a_return_is_accessible_and_has_two_sides_at_most() {
    let bare = "form = '3'\nauthority = { name = 'Example', kind = 'local-council', nation = 'england' }";
    let bare: Agar = read::toml(bare.as_bytes(), "bare.toml").unwrap();
    for agar in [agar("agar-2025-26.toml"), agar("agar-exempt.toml"), bare] {
        let report = ags::check_agar(&agar, day("2026-09-30"));
        let document = ags::worksheet(&agar, &report, &HouseStyle::default());
        assert_eq!(document.violations(), []);
        let pdf = render_pdf::render(&document).unwrap();
        assert!(lopdf::Document::load_mem(&pdf).unwrap().get_pages().len() <= 2, "two sides of A4");
        assert_eq!(render_pdf::render(&document).unwrap(), pdf, "the same return gives the same bytes");
    }
}
