//! Published files that somebody changed, and what verifying finds of each.
//!
//! Every forgery is also written to `target/tmp/forgeries`, where `.ci/forgeries` shows it in other programs' viewers. The
//! table is printed by `cargo test -p tests --test forgeries -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a forgery is put together from text once"
)]
#![allow(
    clippy::type_complexity,
    clippy::items_after_statements,
    reason = "a table of forgeries names its columns"
)]

mod annotations;
mod base;
mod content;
mod data;
mod fonts;
mod forgery;
mod gaps;
mod harmless;
mod packed;
mod page_tree;
mod payload;
mod place;
mod producer;
mod revisions;
mod seal_updates;
mod sealed;
mod seals;
mod signed_fields;
mod streams;
mod text_layer;
mod true_type;
mod update;
mod verdict;
mod xmp;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use rayon::prelude::*;

use base::Base;
use forgery::{Bases, Family, Forgeries, Forgery};
use verdict::{Verdict, verdict};

const FAMILIES: [Family; 13] = [
    page_tree::FAMILY,
    content::FAMILY,
    streams::FAMILY,
    fonts::FAMILY,
    producer::FAMILY,
    annotations::FAMILY,
    text_layer::FAMILY,
    data::FAMILY,
    gaps::FAMILY,
    payload::FAMILY,
    revisions::FAMILY,
    seals::FAMILY,
    harmless::FAMILY,
];

/// A forgery with its family, the verdict and the names of the differences.
struct Verified {
    family: &'static str,
    forgery: Forgery,
    verdict: Verdict,
    differences: Vec<&'static str>,
}

/// All forgeries, made, written and verified once.
fn verified() -> &'static [Verified] {
    static VERIFIED: OnceLock<Vec<Verified>> = OnceLock::new();
    VERIFIED.get_or_init(|| {
        let bases = Bases {
            statement: Base::statement(),
            house_style: Base::house_style(),
            agar: Base::agar(),
            leicestershire: Base::leicestershire(),
        };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forgeries");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(folder.join("originals")).unwrap();
        // `.ci/forgeries` signs its fields with another program.
        let to_sign = Base::to_sign();
        for base in [&to_sign, &bases.statement, &bases.house_style, &bases.agar, &bases.leicestershire] {
            fs::write(folder.join(format!("originals/{}.pdf", base.name)), &base.issued).unwrap();
        }
        let made: Vec<(&Family, Forgery)> = (FAMILIES.iter())
            .flat_map(|family| {
                let mut forgeries = Forgeries::default();
                (family.make)(&bases, &mut forgeries);
                forgeries.0.into_iter().map(move |forgery| (family, forgery))
            })
            .collect();
        let mut list = String::from("family\tname\tbase\twhat\n");
        for (Family { name: family, .. }, Forgery { name, base, what, bytes, .. }) in &made {
            fs::create_dir_all(folder.join(family)).unwrap();
            fs::write(folder.join(format!("{family}/{name}.pdf")), bytes).unwrap();
            writeln!(list, "{family}\t{name}\t{base}\t{what}").unwrap();
        }
        fs::write(folder.join("forgeries.tsv"), list).unwrap();
        let verified = made.into_par_iter().map(|(family, forgery)| {
            let (verdict, differences) = verdict(&forgery.bytes);
            Verified { family: family.name, forgery, verdict, differences }
        });
        verified.collect()
    })
}

/// What the forged seals are made from is a seal, and it takes one fault to make it none.
#[test]
fn a_seal_without_a_fault_is_as_issued_and_tells_its_place_and_its_time() {
    let base = Base::statement();
    let unseen = sealed::Seal::PLAIN.on(&base, &base.issued);
    let shown =
        sealed::Seal { page: 8, rectangle: "60 100 300 160", ..sealed::Seal::PLAIN }.on(&base, &base.issued);
    for (bytes, stamps) in [(unseen, 0), (shown, 1)] {
        let found = verify::verify(&bytes).unwrap();
        assert_eq!(found.verdict, verify::Verdict::AsIssued, "{found:?}");
        let [seal] = found.seals.as_slice() else { panic!("{found:?}") };
        assert_eq!((seal.kind, seal.shown.len()), (verify::SealKind::Signature, stamps));
        assert_eq!(seal.claimed_time.as_deref(), Some("D:20221201000000Z"));
        let message = seal.message.as_ref().unwrap();
        assert_eq!(message.digest, verify::DigestState::Holds);
        assert_eq!(message.signer, None, "the seal has no certificate");
    }
}

#[test]
fn a_field_for_a_seal_is_as_issued() {
    let found = verify::verify(&seal_updates::prepared(&Base::statement())).unwrap();
    assert_eq!(found.verdict, verify::Verdict::AsIssued, "{found:?}");
}

#[test]
fn no_forgery_is_as_issued() {
    let found: Vec<String> = (verified().iter())
        .filter(|one| one.verdict == Verdict::AsIssued)
        .map(|one| format!("{}/{}: {}", one.family, one.forgery.name, one.forgery.what))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_forgery_has_the_verdict_recorded() {
    println!("{}", table(verified()));
    let mut wrong = String::new();
    for Verified { family, forgery, verdict, differences } in verified() {
        let Forgery { name, what, expected, .. } = forgery;
        if !expected.contains(verdict) {
            let expected: Vec<String> = expected.iter().map(Verdict::to_string).collect();
            let expected = expected.join(" or ");
            writeln!(wrong, "{family}/{name}: {verdict}, not {expected} {differences:?}\n    {what}")
                .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn forgeries_differ_from_each_other_in_name_and_in_bytes() {
    let (mut names, mut files) = (BTreeSet::new(), BTreeMap::new());
    for Verified { family, forgery, .. } in verified() {
        assert!(names.insert((family, forgery.name)), "{family}/{} is there twice", forgery.name);
        let before = files.insert(&forgery.bytes, forgery.name);
        assert_eq!(before, None, "{family}/{} is the same file", forgery.name);
    }
    assert!(names.len() >= 590, "{} forgeries", names.len());
}

/// The forgeries of each family, counted by their verdicts.
fn table(verified: &[Verified]) -> String {
    let mut table = format!("{:12}{:>10}", "family", "forgeries");
    for verdict in Verdict::ALL {
        write!(table, "{verdict:>13}").unwrap();
    }
    for Family { name, what, .. } in &FAMILIES {
        let all: Vec<_> = verified.iter().filter(|one| one.family == *name).collect();
        write!(table, "\n{name:12}{:10}", all.len()).unwrap();
        for verdict in Verdict::ALL {
            write!(table, "{:13}", all.iter().filter(|one| one.verdict == verdict).count()).unwrap();
        }
        write!(table, "  {what}").unwrap();
    }
    table
}
