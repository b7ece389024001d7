//! All actions of the statement: their status, and when those that are open fall due.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use governance_model::{Action, ActionStatus, When};

use super::arrangement::all_under;
use super::chart::{Bar, Chart, Row};
use super::prose::{Body, heading};
use crate::phrases::{action_plan, actions as phrases};
use ags_document::Block;
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, as_at: NaiveDate, body: &mut Body) {
    let sources = sources(statement);
    let by_status = counted(phrases::STATUS, &sources, |action| Some(status(action.status)));
    let by_due = counted(phrases::DUE, &sources, |action| due(action, as_at));
    let mut blocks = by_status.figure_and_table(phrases::STATUS_DRAWN, phrases::BY_STATUS);
    blocks.append(&mut by_due.figure_and_table(phrases::DUE_DRAWN, phrases::BY_DUE));
    if !blocks.is_empty() {
        body.extend([heading(1, phrases::HEADING), Block::plain(phrases::introduction(as_at))]);
        body.append(&mut blocks);
    }
}

/// The actions of the review, and those of the local code.
fn sources(statement: &Statement) -> [(&'static str, Vec<&Action>); 2] {
    let code = &statement.local_code;
    let planned = code.principles.iter().flat_map(all_under).flat_map(|one| &one.actions);
    [
        (phrases::REVIEW, statement.review.actions.iter().collect()),
        (phrases::CODE, code.actions.iter().chain(planned).collect()),
    ]
}

/// What actions are counted by: its place among the others, and its name.
type Kind = (i32, String);

/// How many actions of each source are of each kind; a source with none of any kind is left out.
fn counted(
    of: &'static str,
    sources: &[(&'static str, Vec<&Action>)],
    kind: impl Fn(&Action) -> Option<Kind>,
) -> Chart {
    let kinds = |actions: &[&Action]| actions.iter().filter_map(|action| kind(action)).collect::<Vec<_>>();
    let sources = sources.iter().map(|(source, actions)| (*source, kinds(actions)));
    let sources: Vec<(&str, Vec<Kind>)> = sources.filter(|(_, kinds)| !kinds.is_empty()).collect();
    let all: BTreeSet<&Kind> = sources.iter().flat_map(|(_, kinds)| kinds).collect();
    let count = |kinds: &[Kind], kind: &Kind| kinds.iter().filter(|one| *one == kind).count();
    let row = |kind: &&Kind| {
        let bars = sources.iter().map(|(_, kinds)| Bar::count(count(kinds, kind)));
        Row { name: kind.1.clone(), label: kind.1.clone(), bars: bars.collect() }
    };
    let alt = |(source, kinds): &(&str, Vec<Kind>)| {
        let counts: Vec<_> = all.iter().map(|kind| (kind.1.as_str(), count(kinds, kind))).collect();
        phrases::alt(source, &counts)
    };
    Chart {
        of,
        series: sources.iter().map(|(source, _)| (*source).into()).collect(),
        rows: all.iter().map(row).collect(),
        alt: sources.iter().map(alt).collect::<Vec<_>>().join(" "),
        full: 0,
    }
}

fn status(status: ActionStatus) -> Kind {
    let place = match status {
        ActionStatus::Completed => 0,
        ActionStatus::Open => 1,
        ActionStatus::Delayed => 2,
        ActionStatus::NotStarted => 3,
        ActionStatus::Withdrawn => 4,
        _ => 5,
    };
    (place, action_plan::status(status).into())
}

/// How many quarters are shown separately, the current one included; what falls due after them is due later.
const QUARTERS: i32 = 8;

/// The quarter of the last day for an open action; none for one that is not open.
fn due(action: &Action, as_at: NaiveDate) -> Option<Kind> {
    let quarter = |day: NaiveDate| day.year() * 4 + day.quarter().cast_signed();
    let last = action.due_now().and_then(When::days).map(|(_, last)| last);
    action.status.is_open().then(|| match last {
        Some(last) if last < as_at => (-1, phrases::OVERDUE.into()),
        Some(last) if quarter(last) - quarter(as_at) < QUARTERS => {
            (quarter(last) - quarter(as_at), phrases::quarter(last))
        }
        Some(_) => (QUARTERS, phrases::LATER.into()),
        None => (QUARTERS + 1, phrases::NO_DATE.into()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::tabled;
    use super::*;
    use crate::sample::{day, statement};

    fn action(more: &str) -> Action {
        toml::from_str(&format!("id = \"ACT-1\"\ntext = \"Do it.\"\n{more}")).unwrap()
    }

    /// When an action falls due, on 31 May 2022.
    fn falls_due(more: &str) -> Option<String> {
        due(&action(more), day(2022, 5, 31)).map(|(_, name)| name)
    }

    #[test]
    fn an_action_is_overdue_on_the_day_after_its_last_day() {
        assert_eq!(falls_due("due = \"2022-05-30\"").as_deref(), Some("Overdue"));
        for due in ["2022-05-31", "2022-05", "2022-06-30"] {
            assert_eq!(falls_due(&format!("due = \"{due}\"")).as_deref(), Some("Apr to Jun 2022"), "{due}");
        }
    }

    #[test]
    fn a_year_falls_due_in_its_last_quarter() {
        assert_eq!(falls_due("due = \"2022\"").as_deref(), Some("Oct to Dec 2022"));
        assert_eq!(falls_due("due = \"2022/23\"").as_deref(), Some("Jan to Mar 2023"));
    }

    #[test]
    fn two_years_are_shown_by_quarter_and_what_follows_is_later() {
        assert_eq!(falls_due("due = \"2024-03-31\"").as_deref(), Some("Jan to Mar 2024"));
        for due in ["2024-04-01", "9999-12-31"] {
            assert_eq!(falls_due(&format!("due = \"{due}\"")).as_deref(), Some("Later"), "{due}");
        }
    }

    #[test]
    fn a_revised_due_date_replaces_the_first() {
        let due = falls_due("due = \"2022-01-31\"\nrevised = { due = \"2022-09-30\" }");
        assert_eq!(due.as_deref(), Some("Jul to Sep 2022"));
    }

    #[test]
    fn no_date_and_recently_count_as_no_date() {
        assert_eq!(falls_due("").as_deref(), Some("No date"));
        assert_eq!(falls_due("due = \"recently\"").as_deref(), Some("No date"));
    }

    #[test]
    fn completed_and_withdrawn_actions_are_not_due() {
        for status in ["completed", "withdrawn"] {
            assert_eq!(falls_due(&format!("status = \"{status}\"\ndue = \"2022-01-31\"")), None);
        }
        assert_eq!(falls_due("status = \"delayed\"\ndue = \"2022-01-31\"").as_deref(), Some("Overdue"));
    }

    #[test]
    fn the_actions_of_the_review_and_of_the_local_code_have_a_column_each() {
        let mut statement = statement();
        statement.review.actions =
            ["status = \"open\"\ndue = \"2022-04-30\"", "status = \"completed\""].map(action).into();
        statement.local_code.actions = ["status = \"open\"", "", ""].map(action).into();
        statement.local_code.principles[0].arrangements[0].actions = vec![action("due = \"2022-06\"")];
        let mut body = Body::new();
        compose(&statement, day(2022, 5, 31), &mut body);
        assert_eq!(
            tabled(&body),
            [
                "Actions by status",
                "Status | Review | Local code",
                "Completed | 1 | 0",
                "Under way | 1 | 1",
                "Not stated | 0 | 3",
                "Open actions by due date",
                "Due | Review | Local code",
                "Overdue | 1 | 0",
                "Apr to Jun 2022 | 0 | 1",
                "No date | 0 | 3",
            ]
        );
        let alts = body.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.alt.as_str()),
            _ => None,
        });
        assert_eq!(
            alts.collect::<Vec<_>>(),
            [
                "The bars of the review count two actions. The longest bars are \"Completed\" and \"Under way\", \
                 with one each. The bars of the local code count four actions. The longest bar is \"Not stated\", \
                 with three. The shortest bar is \"Under way\", with one.",
                "The bars of the review count one action. The longest bar is \"Overdue\", with one. The bars of \
                 the local code count four actions. The longest bar is \"No date\", with three. The shortest bar \
                 is \"Apr to Jun 2022\", with one.",
            ]
        );
    }

    #[test]
    fn actions_of_one_status_without_dates_are_not_drawn() {
        let mut statement = statement();
        statement.review.actions = vec![action("status = \"open\""); 9];
        let mut body = Body::new();
        compose(&statement, day(2022, 5, 31), &mut body);
        assert_eq!(body, []);
    }
}
