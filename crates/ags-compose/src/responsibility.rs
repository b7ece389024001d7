//! The scope of responsibility: the duty, best value, the law and the authority in figures.

use ags_document::{Block, Inline};
use ags_law::{self, Citation, Regime, SourceStatus};
use ags_statement::{Statement, english};
use governance_model::{Category, CitedInstrument};

use super::composition::Composition;
use super::prose::{Body, cell, line, linked, marked, paragraphs, passage, some_line, sourced};
use crate::phrases::responsibility as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    let review = &of.statement.review;
    let stated = review.responsibility.as_ref().map(|it| paragraphs(&it.text, &it.source));
    let mut section = stated.unwrap_or_default();
    if section.is_empty() {
        section.extend(of.prompt(phrases::MISSING));
    }
    section.extend(passage(review.best_value.as_ref()));
    law(of, &mut section);
    figures(of, &mut section);
    if !section.is_empty() {
        body.push(Block::heading(1, phrases::HEADING));
        body.append(&mut section);
    }
}

/// The law that the council cites, an instrument once; or the law of the statement, where it cites none.
fn law(of: &Composition<'_>, body: &mut Body) {
    let cited = by_instrument(&of.statement.review.citations);
    match &cited[..] {
        [] => body.extend(regime(of.statement).map(|regime| Block::Paragraph(duty(&regime)))),
        [only] => {
            let mut inlines = vec![Inline::Text(phrases::UNDER_ONE.into())];
            inlines.extend(only.iter().cloned());
            inlines.push(Inline::Text(".".into()));
            body.push(Block::Paragraph(inlines));
        }
        several => {
            body.push(Block::plain(phrases::UNDER));
            body.extend(Block::bullets(several.iter().cloned().map(Block::Paragraph)));
        }
    }
}

/// Where the duty is written.
fn duty(regime: &Regime) -> Vec<Inline> {
    let Citation { instrument, provision, url } = &regime.review;
    let number = provision.trim_start_matches("reg. ").split('(').next().unwrap_or(provision);
    let text = phrases::regulation(instrument, number);
    let cited = linked(text, url.as_ref());
    vec![Inline::Text(phrases::UNDER_ONE.into()), cited, Inline::Text(".".into())]
}

/// The law that requires the review and the statement, where its source is confirmed: none for years before the
/// current regulations, and none where the year is not given.
pub(super) fn regime(statement: &Statement) -> Option<Regime> {
    let authority = &statement.local_code.authority;
    // The law of both categories is the same here.
    let category = authority.size().or(Some(Category::One));
    ags_law::regime(authority.nation, category, statement.year()?)
        .filter(|regime| regime.source_status == SourceStatus::Confirmed)
}

/// The name of the statement in law, where councils usually call it something else.
pub(super) fn legal_name(statement: &Statement) -> Option<&'static str> {
    regime(statement).map(|regime| regime.statement).filter(|name| *name != phrases::USUAL_NAME)
}

/// The cited provisions of each instrument, in the order in which the instruments are first cited.
fn by_instrument(citations: &[CitedInstrument]) -> Vec<Vec<Inline>> {
    let mut instruments: Vec<(String, Vec<&CitedInstrument>)> = Vec::new();
    for citation in citations {
        let name = line(&citation.instrument);
        match instruments.iter_mut().find(|(known, _)| *known == name) {
            _ if name.is_empty() => {}
            Some((_, cited)) => cited.push(citation),
            None => instruments.push((name, vec![citation])),
        }
    }
    instruments.iter().map(|(name, cited)| instrument(name, cited)).collect()
}

fn instrument(name: &str, cited: &[&CitedInstrument]) -> Vec<Inline> {
    let mut inlines = vec![Inline::Text(name.into())];
    let provided =
        cited.iter().filter_map(|citation| Some((citation, some_line(citation.provision.as_ref())?)));
    let provided: Vec<_> = provided.collect();
    for ((citation, provision), place) in provided.iter().zip(1..) {
        let bare = provision.starts_with(|first: char| first.is_ascii_digit());
        let words = if bare && name.contains("Regulations") {
            phrases::provision(provision)
        } else {
            provision.clone()
        };
        let last = place > 1 && place == provided.len();
        inlines.push(Inline::Text(if last { " and ".into() } else { ", ".into() }));
        inlines.push(match address(name, provision) {
            Some(target) => Inline::Link { text: words, target },
            None => Inline::Text(words),
        });
        let purpose = some_line(citation.purpose.as_ref());
        inlines.extend(purpose.map(|purpose| Inline::Text(format!(" ({purpose})"))));
    }
    match cited.iter().find(|citation| citation.source.is_illustrative()) {
        Some(made_up) => marked(inlines, &made_up.source),
        None => inlines,
    }
}

/// The address of the provision, for the current regulations in England.
fn address(instrument: &str, provision: &str) -> Option<String> {
    if !instrument.contains("Accounts and Audit Regulations 2015") {
        return None;
    }
    let number: String =
        provision.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number = number.parse::<u8>().ok()?;
    Some(format!("https://www.legislation.gov.uk/uksi/2015/234/regulation/{number}"))
}

/// The authority in figures.
fn figures(of: &Composition<'_>, body: &mut Body) {
    let rows =
        of.statement.review.key_figures.iter().map(|figure| {
            [cell(Some(line(&figure.label))), vec![sourced(line(&figure.value), &figure.source)]]
        });
    let heading_of = phrases::in_figures(&english::capital(&of.authority()));
    if let Some(table) = Block::table(phrases::FIGURES, [phrases::FIGURE, phrases::VALUE], rows.collect()) {
        body.extend([Block::heading(2, heading_of), table]);
    }
}
