//! What the authority is responsible for.

use governance_model::{CitedInstrument, ControlLimb, Responsibility};

use super::opening::regime;
use super::prose::{Body, bullets, heading, line, marked, paragraphs, regulation, some_line};
use crate::phrases::responsibility as phrases;
use ags_document::{Block, Inline};
use ags_law::{AAR_2015, Regime};
use ags_statement::Statement;

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    body.push(heading(1, phrases::HEADING));
    let review = &statement.review;
    let stated = review.responsibility.as_ref().filter(|it| !it.text.is_blank());
    match stated {
        Some(responsibility) => body.extend(paragraphs(&responsibility.text, &responsibility.source)),
        None => body.push(Block::plain(phrases::NOT_STATED)),
    }
    let regime = regime(statement).filter(|regime| regime.instrument == AAR_2015);
    if let (Some(regime), Some(responsibility)) = (regime, &review.responsibility) {
        body.extend(limbs(responsibility, &regime));
    }
    let cited: Vec<Block> = review.citations.iter().filter_map(citation).collect();
    if !cited.is_empty() {
        body.push(Block::plain(phrases::CITED));
        body.extend(bullets(cited));
    }
}

/// Which of the three purposes of internal control in England's regulations the responsibility includes.
fn limbs(responsibility: &Responsibility, regime: &Regime) -> Vec<Block> {
    let named = ControlLimb::ALL.into_iter().zip(phrases::LIMBS);
    let taken: Vec<_> = named.filter(|(limb, _)| responsibility.limbs.contains(limb)).collect();
    let mut blocks = Vec::new();
    if taken.len() == ControlLimb::ALL.len() {
        let text = format!("{} {}", phrases::INTERNAL_CONTROL, phrases::ALL_LIMBS);
        let law = [Inline::Text(text), regulation(&regime.responsibility), Inline::Text(").".into())];
        blocks.push(Block::Paragraph(law.into()));
    } else if !taken.is_empty() {
        blocks.push(Block::plain(format!("{} {}", phrases::INTERNAL_CONTROL, phrases::SOME_LIMBS)));
        blocks.extend(bullets(taken.into_iter().map(|(_, limb)| Block::plain(limb))));
    }
    blocks
}

/// Law as the authority cites it, right or wrong.
fn citation(citation: &CitedInstrument) -> Option<Block> {
    let instrument = line(&citation.instrument);
    if instrument.is_empty() {
        return None;
    }
    let provision = some_line(citation.provision.as_ref());
    let text = match &provision {
        Some(provision)
            if provision.starts_with(|first: char| first.is_ascii_digit())
                && instrument.contains("Regulations") =>
        {
            format!("{instrument}, regulation {provision}")
        }
        Some(provision) => format!("{instrument}, {provision}"),
        None => instrument.clone(),
    };
    let purpose = some_line(citation.purpose.as_ref());
    let purpose = purpose.map(|purpose| Inline::Text(format!(", for {purpose}")));
    let cited = match address(&instrument, provision.as_deref()) {
        Some(target) => Inline::Link { text, target },
        None => Inline::Text(text),
    };
    Some(Block::Paragraph(marked([cited].into_iter().chain(purpose).collect(), &citation.source)))
}

/// The address of the provision, for the current regulations in England.
fn address(instrument: &str, provision: Option<&str>) -> Option<String> {
    if !instrument.contains("Accounts and Audit Regulations 2015") {
        return None;
    }
    let number: String =
        provision?.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number = number.parse::<u8>().ok()?;
    Some(format!("https://www.legislation.gov.uk/uksi/2015/234/regulation/{number}"))
}
