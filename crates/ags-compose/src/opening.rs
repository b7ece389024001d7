//! What the statement is, and its conclusion up front.

use ags_statement::english;
use governance_model::{AssuranceLevel, Category, FinancialYear, Opinion};

use super::names;
use super::prose::{Body, bullets, heading, line, marked, paragraphs, regulation, sourced};
use crate::phrases::opening as phrases;
use ags_document::{Block, Inline};
use ags_law::{self, Regime, SourceStatus};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    body.push(Block::Note {
        label: phrases::CONCLUSION.into(),
        blocks: conclusion(&statement.review.opinions),
    });
    body.extend(super::prose::passage(statement.review.summary.as_ref()));
    issues(statement, body);
    body.push(heading(2, phrases::ABOUT));
    about(statement, body);
    body.push(heading(2, phrases::LEVELS));
    body.push(Block::plain(phrases::ASSURANCE));
    body.extend(levels());
}

/// The opinion, or all opinions where there are several, or a sentence that there is none.
fn conclusion(opinions: &[Opinion]) -> Vec<Block> {
    let mut blocks = Vec::new();
    if opinions.len() > 1 {
        blocks.push(Block::plain(phrases::several_opinions(opinions.len())));
    }
    for opinion in opinions {
        let level = opinion.level.map_or_else(|| phrases::NO_LEVEL.into(), phrases::level);
        let text = paragraphs(&opinion.text, &opinion.source);
        let level = vec![Inline::Strong(level)];
        blocks.push(Block::Paragraph(if text.is_empty() { marked(level, &opinion.source) } else { level }));
        blocks.extend(text);
    }
    if opinions.is_empty() {
        blocks.push(Block::plain(phrases::NO_OPINION));
    }
    blocks
}

fn issues(statement: &Statement, body: &mut Body) {
    let issues = &statement.review.issues;
    if issues.is_empty() {
        body.push(Block::plain(format!("{} {}", no_issues(statement), phrases::SIGNIFICANT)));
        return;
    }
    body.push(Block::plain(phrases::issues(issues.len(), statement.year())));
    body.extend(bullets(issues.iter().zip(1..).map(|(issue, place)| {
        let title = line(&issue.title);
        sourced(
            if title.is_empty() { crate::phrases::action_plan::unnamed(place) } else { title },
            &issue.source,
        )
    })));
    body.push(Block::plain(format!("{} {}", phrases::SIGNIFICANT, phrases::PLAN)));
}

/// The sentence that there is no issue; or, where the review has neither a conclusion nor a description of how it
/// was made, that the statement does not say whether there is one.
pub(super) fn no_issues(statement: &Statement) -> String {
    let review = &statement.review;
    if review.opinions.is_empty() && review.process.is_none() {
        return phrases::NO_WORD_ON_ISSUES.into();
    }
    phrases::no_issues(review.year)
}

fn about(statement: &Statement, body: &mut Body) {
    body.push(Block::plain(phrases::about(
        &names::author(&statement.local_code.authority),
        statement.year(),
    )));
    body.push(Block::Paragraph(duty(statement)));
    body.push(Block::plain(match statement.sign_off.approval() {
        None => phrases::DRAFT.into(),
        Some(approval) => phrases::approved(&names::body(&approval.body), approval.on),
    }));
}

/// The law that requires the review and the statement, where its source is confirmed: none for years before the
/// current regulations. A statement without a year or a category is taken to come under them.
pub(super) fn regime(statement: &Statement) -> Option<Regime> {
    let authority = &statement.local_code.authority;
    let year =
        statement.year().or_else(|| FinancialYear::beginning(FIRST_YEAR_OF_CURRENT_REGULATIONS).ok())?;
    let category = authority.size().or(Some(Category::One));
    ags_law::regime(authority.nation, category, year)
        .filter(|regime| regime.source_status == SourceStatus::Confirmed)
}

/// The calendar year in which the first financial year begins that the current regulations of every nation cover.
const FIRST_YEAR_OF_CURRENT_REGULATIONS: i32 = 2015;

/// The name of the statement in law, where councils usually call it something else.
pub(super) fn legal_name(statement: &Statement) -> Option<&'static str> {
    regime(statement).map(|regime| regime.statement).filter(|name| *name != phrases::USUAL_NAME)
}

/// Where the duty is written, and what the statement is called there.
fn duty(statement: &Statement) -> Vec<Inline> {
    let Some(regime) = regime(statement) else {
        return vec![Inline::Text(phrases::NO_LAW.into())];
    };
    let named = legal_name(statement).map_or_else(|| ".".into(), phrases::named);
    vec![Inline::Text(phrases::LAW.into()), regulation(&regime.review), Inline::Text(named)]
}

fn levels() -> Option<Block> {
    use AssuranceLevel::{Limited, No, Reasonable, Substantial};
    bullets([Substantial, Reasonable, Limited, No].map(|level| {
        let name = Inline::Strong(format!("{}: ", english::level(level)));
        Block::Paragraph(vec![name, Inline::Text(phrases::meaning(level).into())])
    }))
}
