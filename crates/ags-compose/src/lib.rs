//! From a statement to a document.
//!
//! One file below composes one section; [`Section::ALL`] lists them in their usual order. A draft prompts for what it
//! lacks, once and in its place; an approved statement says what was given and nothing else. No heading, list, table or
//! cell is ever empty.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod annex;
mod conclusion;
mod contact;
mod cover;
mod events;
mod framework;
mod improvements;
mod issues;
mod principles;
mod progress;
mod purpose;
mod responsibility;
mod review;
mod sign_off;
mod summary;

mod actions;
mod arrangement;
mod as_at;
mod averages;
mod colophon;
mod composition;
mod conformance;
mod furniture;
mod group;
mod key_points;
mod levels;
mod local_plan;
mod matters;
mod names;
mod phrases;
mod presentation;
mod prose;
mod published;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use colophon::{PRESENTATION_FILE, STATEMENT_FILE};
pub use presentation::{Annex, Presentation, Section};
pub use published::published;

use ags_document::Document;
use ags_statement::{Statement, english};
use chrono::NaiveDate;

use composition::Composition;

/// Composes the document of a statement as at a day.
///
/// Every statement gives a document without [violations](Document::violations), and the same statement and day always
/// give the same one. What is illustrative is followed by a mark, which the title page explains.
///
/// ```
/// let statement = ags_statement::example::statement()?;
/// let document = ags_compose::compose(&statement, "2022-11-30".parse()?);
/// assert_eq!(document.title, "Annual Governance Statement 2021/22");
/// assert!(document.violations().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compose(statement: &Statement, as_at: NaiveDate) -> Document {
    compose_with(statement, &Presentation::new(as_at))
}

/// Composes the document of a statement as it is to be presented.
#[must_use]
pub fn compose_with(statement: &Statement, presentation: &Presentation) -> Document {
    let statement = &published(statement, presentation);
    let of = Composition::new(statement, presentation);
    let review = &statement.review;
    let house = &presentation.house;
    let author = house.name(|| names::authors(review, &statement.local_code.authority));
    let years = of.years();
    let title = phrases::cover::title(years, responsibility::legal_name(statement));
    let mut body = Vec::new();
    for section in presentation.order() {
        match section {
            Section::Summary => summary::compose(&of, &mut body),
            Section::Issues => issues::compose(&of, &mut body),
            Section::Progress => progress::compose(&of, &mut body),
            Section::Responsibility => responsibility::compose(&of, &mut body),
            Section::Purpose => purpose::compose(&of, &mut body),
            Section::Framework => framework::compose(&of, &mut body),
            Section::Principles => principles::compose(&of, &mut body),
            Section::Review => review::compose(&of, &mut body),
            Section::Improvements => improvements::compose(&of, &mut body),
            Section::Events => events::compose(&of, &mut body),
            Section::Conclusion => conclusion::compose(&of, &mut body),
            Section::Approval => sign_off::compose(&of, &mut body),
            Section::Contact => contact::compose(&of, &mut body),
        }
    }
    if presentation.annexes.contains(&Annex::Evidence) {
        annex::compose(statement, &mut body);
    }
    let mut document = Document {
        subject: phrases::cover::subject(&author, years),
        language: phrases::LANGUAGE.into(),
        date: presentation.as_at,
        status: cover::status(&of),
        accent: house.accent,
        crest: house.crest.then(|| phrases::cover::crest(&author)),
        attachments: colophon::attachments(statement, presentation),
        furniture: furniture::compose(&author, &title),
        cover: cover::compose(&of, &author),
        colophon: colophon::compose(statement, presentation),
        title,
        author,
        body,
    };
    document.map_words(&mut |words| english::typeset(words));
    document
}
