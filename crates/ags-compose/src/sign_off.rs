//! Approval, certification and signatures.

use ags_document::{Block, Signature as Signing, SignaturePlace, Signatures};
use ags_statement::{Approval, Consideration, Office, Signature, english};
use governance_model::Text;

use super::composition::Composition;
use super::prose::{Body, line, lines, passage, sentence, some_line, sourced};
use super::{names, responsibility};
use crate::phrases::sign_off as phrases;

pub(super) fn compose(of: &Composition<'_>, body: &mut Body) {
    body.push(Block::heading(1, phrases::HEADING));
    body.extend(of.statement.sign_off.considerations.iter().map(considered));
    body.extend(of.statement.sign_off.approvals.iter().flat_map(approved));
    let mut approvals = of.statement.sign_off.approvals.iter();
    if of.statement.is_joint() && approvals.any(|one| some_line(one.for_authority.as_ref()).is_none()) {
        body.extend(of.prompt(phrases::AUTHORITY_MISSING));
    }
    if of.is_draft() {
        let draft = if of.is_approved_in_part() { phrases::APPROVED_IN_PART } else { phrases::NOT_APPROVED };
        body.push(Block::plain(draft));
    }
    accounts(of, body);
    changes(of, body);
    let mut certified = passage(of.statement.sign_off.certification.as_ref());
    if certified.is_empty() {
        certified.extend(of.prompt(phrases::CERTIFICATION_MISSING));
    }
    certified.extend(signatures(of));
    if !certified.is_empty() {
        let unsigned = of.statement.sign_off.signatures.is_empty();
        let title = if of.is_draft() && unsigned { phrases::TO_BE_CERTIFIED } else { phrases::CERTIFICATION };
        body.push(Block::heading(2, title));
        body.append(&mut certified);
    }
}

fn considered(considered: &Consideration) -> Block {
    let minute = some_line(considered.minute.as_ref());
    let reason = some_line(considered.reason.as_ref()).map(|reason| sentence(&reason));
    let body = body_for(&considered.body, considered.for_authority.as_ref());
    let text = phrases::considered(&body, considered.outcome, considered.on, minute.as_deref());
    sourced([Some(text), reason].into_iter().flatten().collect::<Vec<_>>().join(" "), &considered.source)
}

/// An approval, with its amendments and what it delegated.
fn approved(approval: &Approval) -> Body {
    let minute = some_line(approval.minute.as_ref());
    let body = body_for(&approval.body, approval.for_authority.as_ref());
    let amendments = lines(&approval.amendments);
    let delegated = approval
        .delegated
        .as_ref()
        .map(|delegated| phrases::delegated(&line(&delegated.to), delegated.until, delegated.exercised));
    let reason = some_line(approval.reason.as_ref()).map(|reason| sentence(&reason));
    let text = phrases::approved(&body, approval.decision, approval.on, minute.as_deref());
    let made = (!amendments.is_empty()).then(|| phrases::AMENDMENTS.to_owned());
    let text = [Some(text), reason, made].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut blocks = vec![sourced(text, &approval.source)];
    blocks.extend(Block::bullets(
        amendments.iter().map(|amendment| sourced(sentence(amendment), &approval.source)),
    ));
    blocks.extend(delegated.map(|delegated| sourced(delegated, &approval.source)));
    blocks
}

/// A body at the beginning of a sentence, with the authority it acted for where the statement is of several.
fn body_for(body: &Text, authority: Option<&Text>) -> String {
    english::capital(&names::body_for(body, authority))
}

/// The approval of the accounts that the statement goes with.
fn accounts(of: &Composition<'_>, body: &mut Body) {
    let approval = of.statement.sign_off.accounts.as_ref().and_then(|accounts| accounts.approval.as_ref());
    if let Some(approval) = approval {
        let by = english::capital(&names::body(&approval.body));
        body.push(sourced(phrases::accounts(&by, approval.on), &approval.source));
    }
}

/// What changed since the draft was published.
fn changes(of: &Composition<'_>, body: &mut Body) {
    let changes = of.statement.sign_off.changes.iter().flatten().filter(|change| !change.text.is_blank());
    let list = Block::bullets(changes.map(|change| sourced(sentence(&change.text), &change.source)));
    if let Some(list) = list {
        body.extend([Block::heading(2, phrases::CHANGES), list]);
    }
}

/// A place for each person who signs: those who have signed, and those who are to sign; a prompt of a draft where nobody
/// is named.
fn signatures(of: &Composition<'_>) -> Option<Block> {
    let signed: Vec<&Signature> = of.statement.sign_off.signatures.iter().collect();
    let places = signed.iter().map(|signature| made(signature)).chain(unsigned(of, &signed));
    let places: Vec<SignaturePlace> = places.collect();
    if places.is_empty() {
        return of.prompt(phrases::SIGNATORIES_MISSING);
    }
    Some(Block::Signatures(Signatures {
        signed: phrases::SIGNED.into(),
        name: phrases::NAME.into(),
        date: phrases::DATE.into(),
        places,
    }))
}

fn made(signature: &Signature) -> SignaturePlace {
    let title = line(&signature.title);
    let office = if title.is_empty() { phrases::office(signature.office).into() } else { title };
    let words = phrases::signed(signature.on, signature.source.is_illustrative());
    SignaturePlace {
        body: some_line(signature.for_authority.as_ref()),
        name: some_line(signature.name.as_ref()),
        date: None,
        signature: Signing::Made(words),
        office,
    }
}

/// The people who are to sign and have not: those the sign-off names, or else those the local code names, or else the
/// offices that the law names.
fn unsigned(of: &Composition<'_>, signed: &[&Signature]) -> Vec<SignaturePlace> {
    let place = |office: String, name: Option<String>, body: Option<String>| SignaturePlace {
        signature: if of.presentation.signature_fields {
            Signing::Field(phrases::signature_of(&office))
        } else {
            Signing::Room
        },
        body,
        office,
        name,
        date: None,
    };
    let named = &of.statement.sign_off.signatories;
    if !named.is_empty() {
        let waiting = named.iter().filter(|one| !signed.iter().any(|signature| one.has_signed(signature)));
        let waiting = waiting.map(|one| {
            let title = line(&one.title);
            let office = if title.is_empty() { phrases::office(one.office).into() } else { title };
            let office = phrases::to_sign(&office, one.source.is_illustrative());
            place(office, some_line(one.name.as_ref()), some_line(one.for_authority.as_ref()))
        });
        return waiting.collect();
    }
    let arrangements = of.statement.local_code.statement.as_ref();
    let certifiers = arrangements.map_or_else(Vec::new, |it| lines(&it.certified_by));
    if !certifiers.is_empty() {
        let has_signed = |office: &String| {
            let office = office.to_lowercase();
            signed.iter().any(|signature| line(&signature.title).to_lowercase().contains(&office))
        };
        let all_signed = signed.len() >= certifiers.len();
        let waiting = certifiers.into_iter().filter(|office| !all_signed && !has_signed(office));
        return waiting.map(|office| place(office, None, None)).collect();
    }
    let missing = |office: &Office| signed.iter().all(|signature| signature.office != *office);
    let by_law = responsibility::regime(of.statement).map_or(&[][..], |regime| regime.signatories);
    let offices = by_law.iter().copied().filter(missing);
    offices.map(|office| place(english::office(office).into(), None, None)).collect()
}
