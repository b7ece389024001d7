//! What the statement is, and its conclusion up front.

use governance_model::{AssuranceLevel, Nation, Opinion};

use super::Body;
use super::prose::{bullets, cited, heading, line, marked, paragraphs, told};
use crate::document::{Block, Inline};
use crate::law::AAR_2015;
use crate::rule::Cite;
use crate::statement::Statement;
use crate::words::{self as say, opening as words};

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, words::HEADING));
    body.push(Block::Note {
        label: words::CONCLUSION.into(),
        blocks: conclusion(&statement.review.opinions),
    });
    body.extend(super::prose::declared(statement.review.summary.as_ref()));
    issues(statement, body);
    body.push(heading(2, words::ABOUT));
    about(statement, body);
    body.push(heading(2, words::LEVELS));
    body.push(Block::plain(words::ASSURANCE));
    body.extend(levels());
}

/// The opinion, or all of them where there are several, or that there is none.
fn conclusion(opinions: &[Opinion]) -> Vec<Block> {
    let mut blocks = Vec::new();
    if opinions.len() > 1 {
        blocks.push(Block::plain(words::several_opinions(opinions.len())));
    }
    for opinion in opinions {
        let level = opinion.level.map_or_else(|| words::NO_LEVEL.into(), words::level);
        let says = paragraphs(&opinion.says, &opinion.from);
        let level = vec![Inline::Strong(level)];
        blocks.push(Block::Paragraph(if says.is_empty() { marked(level, &opinion.from) } else { level }));
        blocks.extend(says);
    }
    if opinions.is_empty() {
        blocks.push(Block::plain(words::NO_OPINION));
    }
    blocks
}

fn issues(statement: &Statement, body: &mut Body) {
    let issues = &statement.review.issues;
    if issues.is_empty() {
        body.push(Block::plain(format!("{} {}", no_issues(statement), words::SIGNIFICANT)));
        return;
    }
    body.push(Block::plain(words::issues(issues.len(), statement.year())));
    body.extend(bullets(issues.iter().zip(1..).map(|(issue, place)| {
        let title = line(&issue.title);
        told(if title.is_empty() { say::action_plan::unnamed(place) } else { title }, &issue.from)
    })));
    body.push(Block::plain(format!("{} {}", words::SIGNIFICANT, words::PLAN)));
}

/// That there is no issue; or, where the papers hold neither a conclusion nor how the review was made, that
/// they do not say.
pub(super) fn no_issues(statement: &Statement) -> String {
    let review = &statement.review;
    if review.opinions.is_empty() && review.process.is_none() {
        return words::NO_WORD_ON_ISSUES.into();
    }
    words::no_issues(review.year)
}

fn about(statement: &Statement, body: &mut Body) {
    body.push(Block::plain(words::about(
        &super::cover::author(&statement.local_code.authority),
        statement.year(),
    )));
    body.push(Block::Paragraph(match duty(statement) {
        Some(cite) => vec![Inline::Text(words::LAW.into()), cited(&cite), Inline::Text(".".into())],
        None => vec![Inline::Text(words::NO_LAW.into())],
    }));
    body.push(Block::plain(match &statement.sign_off.approval {
        None => words::DRAFT.into(),
        Some(approval) => words::approved(&super::sign_off::body(&approval.body), approval.on),
    }));
}

/// Where the duty to review and to publish is written; none for the years before the regulations of today.
fn duty(statement: &Statement) -> Option<Cite> {
    let (from, instrument, provision, url) = match statement.local_code.authority.nation {
        Nation::England => (
            2015,
            AAR_2015.name,
            "regulation 6(1)",
            "https://www.legislation.gov.uk/uksi/2015/234/regulation/6",
        ),
        Nation::Wales => (
            2014,
            "Accounts and Audit (Wales) Regulations 2014",
            "regulation 5",
            "https://www.legislation.gov.uk/wsi/2014/3362/regulation/5",
        ),
        Nation::Scotland => (
            2014,
            "Local Authority Accounts (Scotland) Regulations 2014",
            "regulation 5",
            "https://www.legislation.gov.uk/ssi/2014/200/regulation/5",
        ),
        Nation::NorthernIreland => (
            2015,
            "Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015",
            "regulation 4",
            "https://www.legislation.gov.uk/nisr/2015/106/regulation/4",
        ),
    };
    let binds = statement.year().is_none_or(|year| year.first() >= from);
    binds.then_some(Cite { instrument, provision, url: Some(url) })
}

fn levels() -> Option<Block> {
    use AssuranceLevel::{Limited, No, Reasonable, Substantial};
    bullets([Substantial, Reasonable, Limited, No].map(|level| {
        let name = Inline::Strong(format!("{}: ", say::level(level)));
        Block::Paragraph(vec![name, Inline::Text(words::meaning(level).into())])
    }))
}
