//! Who considered, approved, signed and published the statement.

use ags_statement::english;
use governance_model::Text;

use super::names;
use super::prose::{Body, bullets, cell, heading, line, lines, marked, sentence, some_line, sourced, table};
use crate::phrases::sign_off as phrases;
use ags_document::{Block, Cell, Inline};
use ags_statement::{Office, Publication, Published, SignOff, Signature, Statement};

pub(super) fn compose(statement: &Statement, body: &mut Body) {
    let sign_off = &statement.sign_off;
    let mut together = vec![heading(1, phrases::HEADING)];
    together.extend(decisions(sign_off));
    let authority = names::author(&statement.local_code.authority);
    together.push(Block::plain(match sign_off.approval() {
        None => phrases::to_be_signed_for(&authority),
        Some(_) => phrases::signed_for(&authority),
    }));
    together.extend(signatures(phrases::CAPTION, &sign_off.signatures, unsigned(statement)));
    body.push(Block::Together(together));
    publication(sign_off, body);
    changes(sign_off, body);
}

fn decisions(sign_off: &SignOff) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(considered) = sign_off.considered() {
        let minute = some_line(considered.minute.as_ref());
        let body = english::capital(&names::body(&considered.body));
        blocks
            .push(sourced(phrases::considered(&body, considered.on, minute.as_deref()), &considered.source));
    }
    blocks.push(match sign_off.approval() {
        None => Block::plain(phrases::NOT_APPROVED),
        Some(approval) => {
            let minute = some_line(approval.minute.as_ref());
            let body = english::capital(&names::body(&approval.body));
            let text = phrases::approved(&body, approval.on, approval.by_resolution, minute.as_deref());
            sourced(text, &approval.source)
        }
    });
    blocks
}

/// Who signed, and the offices that have not.
pub(super) fn signatures(caption: &str, signed: &[Signature], unsigned: Vec<String>) -> Option<Block> {
    let mut rows: Vec<_> = signed.iter().map(self::signed).collect();
    rows.extend(unsigned.into_iter().map(not_yet_signed));
    table(caption, [phrases::OFFICE, phrases::NAME, phrases::DATE], rows)
}

fn signed(signature: &Signature) -> [Cell; 3] {
    let title = line(&signature.title);
    let title = if title.is_empty() { english::office(signature.office).into() } else { title };
    let name = some_line(signature.name.as_ref()).unwrap_or_else(|| phrases::NO_NAME.into());
    [vec![sourced(title, &signature.source)], cell(Some(name)), cell(Some(english::date(signature.on)))]
}

fn not_yet_signed(office: String) -> [Cell; 3] {
    let waiting = || cell(Some(phrases::NOT_YET_SIGNED.into()));
    [cell(Some(office)), waiting(), waiting()]
}

/// The offices whose signature is missing: as the local code names them while nobody has signed, and by kind
/// after that.
fn unsigned(statement: &Statement) -> Vec<String> {
    let signatures = &statement.sign_off.signatures;
    let named = statement.local_code.statement.as_ref().map_or_else(Vec::new, |it| lines(&it.certified_by));
    if signatures.is_empty() && !named.is_empty() {
        return named;
    }
    let missing = |office: &Office| signatures.iter().all(|signature| signature.office != *office);
    let offices = [Office::LeadingMember, Office::ChiefExecutive].into_iter().filter(missing);
    offices.map(|office| english::office(office).into()).collect()
}

/// The accounts it goes with, and what was published when and where.
fn publication(sign_off: &SignOff, body: &mut Body) {
    let accounts = sign_off.accounts.as_ref().and_then(|accounts| accounts.approval.as_ref());
    let accounts = accounts.map(|approval| {
        sourced(
            phrases::accounts(&english::capital(&names::body(&approval.body)), approval.on),
            &approval.source,
        )
    });
    let blocks: Vec<Block> = accounts.into_iter().chain(publications(&sign_off.publication)).collect();
    if !blocks.is_empty() {
        body.push(heading(2, phrases::PUBLICATION));
        body.extend(blocks);
    }
}

/// What was published when and where, and the notices that something is late.
pub(super) fn publications(publication: &Publication) -> Vec<Block> {
    let rights = publication.late_rights_notice.as_ref();
    let late = publication.late_accounts_notice.as_ref();
    let blocks = [
        publication.draft.as_ref().map(|draft| published(draft, phrases::draft_published)),
        rights
            .map(|notice| sourced(phrases::late_rights(notice.on, &reason(&notice.reason)), &notice.source)),
        publication.as_approved.as_ref().map(|approved| published(approved, phrases::published)),
        late.map(|notice| {
            sourced(phrases::late_accounts(notice.on, &reason(&notice.reason)), &notice.source)
        }),
    ];
    blocks.into_iter().flatten().collect()
}

/// What changed since the draft was published.
fn changes(sign_off: &SignOff, body: &mut Body) {
    let Some(changes) = &sign_off.changes else { return };
    body.push(heading(2, phrases::CHANGES));
    let stated = changes.iter().filter(|change| !change.text.is_blank());
    let list = bullets(stated.map(|change| sourced(sentence(&change.text), &change.source)));
    match list {
        Some(list) => body.extend([Block::plain(phrases::CHANGED), list]),
        None if changes.is_empty() => body.push(Block::plain(phrases::NO_CHANGES)),
        None => body.push(Block::plain(english::NOT_STATED)),
    }
}

fn reason(reason: &Text) -> String {
    let reason = sentence(reason);
    if reason.is_empty() { format!("{}.", english::NOT_STATED.to_lowercase()) } else { reason }
}

fn published(published: &Published, phrase: fn(chrono::NaiveDate, &str) -> String) -> Block {
    let with: Vec<String> = published.with.iter().map(|with| english::published_with(*with).into()).collect();
    let mut inlines = vec![Inline::Text(phrase(published.on, &phrases::with(&with)))];
    if let Some(url) = &published.url {
        inlines.push(Inline::Text(format!(" {}", phrases::ADDRESS)));
        inlines.push(Inline::Link { text: url.to_string(), target: url.to_string() });
        inlines.push(Inline::Text(".".into()));
    }
    Block::Paragraph(marked(inlines, &published.source))
}
