//! From a statement and its report to a document.
//!
//! One file below composes one section; [`compose`] lists them in reading order. What a statement
//! leaves out is shown as not stated or skipped; no heading, list, table or cell is ever empty.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod action_plan;
mod actions;
mod agar;
mod best_value;
mod checks;
mod colophon;
mod conclusion;
mod conformance;
mod cover;
mod events;
mod framework;
mod group;
mod improvements;
mod matters;
mod meetings;
mod opening;
mod principles;
mod prior_issues;
mod responsibility;
mod review;
mod sign_off;

mod arrangement;
mod averages;
mod chart;
mod coverage;
mod furniture;
mod local_plan;
mod names;
mod phrases;
mod plan;
mod prose;
mod scores;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use agar::{compose_agar, compose_agar_with};
pub use colophon::{HOUSE_STYLE_FILE, REPORT_FILE, RETURN_FILE, STATEMENT_FILE};

use ags_document::Document;
use ags_document::HouseStyle;
use ags_report::Report;
use ags_statement::Statement;

/// Composes the document of a statement, with the report of its checks.
///
/// Every statement gives a document without [violations](Document::violations), and the same statement and report
/// always give the same one. What is made up to show what belongs there is followed by a mark, which the title
/// page explains and counts.
#[must_use]
pub fn compose(statement: &Statement, report: &Report) -> Document {
    compose_with(statement, report, &HouseStyle::default())
}

/// Composes the document of a statement in the council's house style.
#[must_use]
pub fn compose_with(statement: &Statement, report: &Report, house: &HouseStyle) -> Document {
    let author = house.name(|| names::author(&statement.local_code.authority));
    let approval = statement.sign_off.approval();
    let title = phrases::cover::title(statement.year(), opening::legal_name(statement));
    let mut body = Vec::new();
    for section in [
        opening::compose,
        responsibility::compose,
        framework::compose,
        principles::compose,
        meetings::compose,
        review::compose,
        matters::compose,
        conformance::compose,
        best_value::compose,
        group::compose,
        prior_issues::compose,
        action_plan::compose,
        improvements::compose,
    ] {
        section(statement, &mut body);
    }
    actions::compose(statement, report.as_at, &mut body);
    events::compose(statement, &mut body);
    conclusion::compose(statement, &mut body);
    sign_off::compose(statement, &mut body);
    checks::compose(approval, report, &mut body);
    let attachments = colophon::compose(statement, report, house, &mut body);
    Document {
        subject: phrases::cover::subject(&author, statement.year()),
        language: phrases::LANGUAGE.into(),
        date: report.as_at,
        status: approval.is_none().then(|| phrases::cover::NOT_APPROVED.into()),
        accent: house.accent,
        crest: house.crest.then(|| phrases::cover::crest(&author)),
        attachments,
        furniture: furniture::compose(&author, &title),
        cover: cover::compose(&author, approval, report, ags_document::marks(&body)),
        title,
        author,
        body,
    }
}
