//! The register of authorities: the principal councils of the four nations, the Greater London Authority and the
//! combined authorities, from 1 April 2009.
//!
//! It covers the days from 1 April 2009 to 10 July 2025: later changes are not in it, and an authority that existed on
//! the first day has no [`from`](RegisteredAuthority::from). The table is `register/authorities.csv`;
//! `register/SOURCES.md` gives its source and licence. Police, fire and national park authorities and
//! local councils are not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::iter::once;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use crate::authority::{Authority, AuthorityCode, AuthorityKind, GssCode, Nation};
use crate::provenance::Provenance;
use crate::text::Text;

/// An authority in the register.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RegisteredAuthority {
    /// Its code, which is kept when its GSS code changes; none where the source gives no such code.
    pub code: Option<AuthorityCode>,
    /// Its full name, the most recent one.
    pub name: Text,
    /// Its earlier and other names, as in "Shepway District Council".
    #[serde(deserialize_with = "list")]
    pub also: Vec<Text>,
    /// Its type.
    pub kind: AuthorityKind,
    /// Its nation.
    pub nation: Nation,
    /// Its GSS code, the most recent one; none for the districts of Northern Ireland that ended in 2015.
    pub gss_code: Option<GssCode>,
    /// Its GSS codes before a change of boundary.
    #[serde(deserialize_with = "list")]
    pub former_gss_codes: Vec<GssCode>,
    /// Its slug on GOV.UK, as in `southend-on-sea`; none where the source has none.
    pub slug: Option<String>,
    /// Its first day; none for one that existed before 1 April 2009.
    pub from: Option<NaiveDate>,
    /// Its last day, inclusive; none for one that still exists.
    pub until: Option<NaiveDate>,
    /// The GSS codes of its successors, in whole or in part, from the day after its last.
    #[serde(deserialize_with = "list")]
    pub replaced_by: Vec<GssCode>,
}

impl RegisteredAuthority {
    /// Whether the authority exists on a day.
    #[must_use]
    pub fn is_in_being(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The authority, as a local code or a statement names it. Its category is that of its type, in England only;
    /// a day of dissolution is left to the document that has to take it into account.
    #[must_use]
    pub fn authority(&self) -> Authority {
        Authority {
            name: self.name.clone(),
            short_name: None,
            kind: self.kind,
            nation: self.nation,
            category: self.kind.category().filter(|_| self.nation == Nation::England),
            governance: None,
            dissolves: None,
            code: self.code.clone(),
            gss_code: self.gss_code.clone(),
            source: Provenance::Declared,
        }
    }

    /// Everything that [`find`] accepts for it, folded: its codes, former codes and names.
    fn keys(&self) -> impl Iterator<Item = String> {
        let code = self.code.iter().map(AuthorityCode::as_str);
        let gss = self.gss_code.iter().chain(&self.former_gss_codes).map(GssCode::as_str);
        code.chain(gss).map(fold).chain(self.names())
    }

    /// Every way to write its name, each folded: in full, without "Council", as the bare place, and as the slug.
    fn names(&self) -> impl Iterator<Item = String> {
        let full = once(&self.name).chain(&self.also).map(|name| fold(name));
        let shorter =
            full.flat_map(|name| [without_council(&name).to_owned(), place(&name).to_owned(), name]);
        shorter.chain(self.slug.as_deref().map(fold))
    }
}

/// Every authority, including those that no longer exist: by nation, type and name.
#[must_use]
pub fn all() -> &'static [RegisteredAuthority] {
    &REGISTER
}

/// The authorities that exist on a day, in the order of [`all`].
///
/// ```
/// use governance_model::{Nation, register};
/// let councils = |day: &str| {
///     let day = day.parse().expect("a day");
///     register::on(day).filter(|entry| entry.nation == Nation::NorthernIreland).count()
/// };
/// assert_eq!(councils("2015-03-31"), 26);
/// assert_eq!(councils("2015-04-01"), 11);
/// ```
pub fn on(day: NaiveDate) -> impl Iterator<Item = &'static RegisteredAuthority> {
    all().iter().filter(move |entry| entry.is_in_being(day))
}

/// The authority that exists on a day and has this code, GSS code, GOV.UK slug or name.
///
/// A name may be written without "Council", or as the bare place; capitals, hyphens, commas and apostrophes make no
/// difference, and "&" is the same as "and". A former code is accepted too.
///
/// ```
/// use governance_model::register;
/// let day = "2025-03-31".parse().expect("a day");
/// for asked in ["LEC", "E10000018", "leicestershire", "Leicestershire County Council"] {
///     let entry = register::find(asked, day).expect("in the register");
///     assert_eq!(entry.name.as_str(), "Leicestershire County Council");
/// }
/// assert_eq!(register::find("Leicestershire Borough Council", day), None);
/// ```
#[must_use]
pub fn find(asked: &str, day: NaiveDate) -> Option<&'static RegisteredAuthority> {
    KEYS.get(&fold(asked))?.iter().copied().find(|entry| entry.is_in_being(day))
}

/// The most names that [`near`] gives.
pub const MOST_NEAR: usize = 3;

/// The authorities that exist on a day and whose names are nearest to one that [`find`] does not know, nearest first:
/// those whose name begins with the given place, then those in which at most a quarter of the letters differ.
///
/// ```
/// use governance_model::register;
/// let day = "2025-03-31".parse().expect("a day");
/// let near = |asked| register::near(asked, day).iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>();
/// assert_eq!(near("Liecestershire County Council").first(), Some(&"Leicestershire County Council"));
/// assert_eq!(near("Southend"), ["Southend-on-Sea City Council"]);
/// ```
#[must_use]
pub fn near(asked: &str, day: NaiveDate) -> Vec<&'static RegisteredAuthority> {
    let folded = fold(asked);
    let asked = place(&folded);
    let mut near: Vec<_> = on(day)
        .filter_map(|entry| Some((entry.names().filter_map(|name| difference(asked, &name)).min()?, entry)))
        .collect();
    near.sort_by_key(|(difference, _)| *difference);
    near.into_iter().map(|(_, entry)| entry).take(MOST_NEAR).collect()
}

/// How many letters in a thousand differ between two folded names; none where more than a quarter do.
fn difference(asked: &str, name: &str) -> Option<usize> {
    if asked.is_empty() {
        return None;
    }
    if name.starts_with(asked) {
        return Some(0);
    }
    let length = asked.len().max(name.len());
    // Each letter that one has beyond the other differs, so a long text is done with before it is compared.
    if asked.len().abs_diff(name.len()) * 4 > length {
        return None;
    }
    let differ = strsim::osa_distance(asked, name);
    (differ * 4 <= length).then(|| differ * 1000 / length)
}

/// A name in lower case with single spaces, so that different spellings of it are equal.
fn fold(name: &str) -> String {
    let plain = name.to_lowercase().replace('&', " and ").replace(['\'', '’', '.'], "");
    plain
        .split(|one: char| !one.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn without_council(name: &str) -> &str {
    name.strip_suffix(" council").unwrap_or(name)
}

/// The place in a folded name: "kent" in "kent county council".
fn place(name: &str) -> &str {
    const BEFORE: [&str; 8] = [
        "london borough of ",
        "royal borough of ",
        "city and county of ",
        "city of ",
        "borough council of ",
        "borough of ",
        "council of the ",
        "the ",
    ];
    const AFTER: [&str; 8] = [
        " county borough",
        " metropolitan borough",
        " metropolitan district",
        " city and district",
        " county",
        " borough",
        " district",
        " city",
    ];
    let name = without_council(name);
    let name = BEFORE.iter().find_map(|form| name.strip_prefix(form)).unwrap_or(name);
    AFTER.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name)
}

#[allow(clippy::expect_used, reason = "an embedded table, which a test reads")]
static REGISTER: LazyLock<Vec<RegisteredAuthority>> = LazyLock::new(|| read().expect("a valid table"));

/// From every key to the authorities that have it; two may have it in succession.
static KEYS: LazyLock<BTreeMap<String, Vec<&'static RegisteredAuthority>>> = LazyLock::new(|| {
    let mut keys = BTreeMap::<_, Vec<_>>::new();
    for entry in all() {
        for key in entry.keys().collect::<BTreeSet<_>>() {
            keys.entry(key).or_default().push(entry);
        }
    }
    keys
});

fn read() -> Result<Vec<RegisteredAuthority>, csv::Error> {
    csv::Reader::from_reader(include_bytes!("register/authorities.csv").as_slice()).deserialize().collect()
}

/// A cell of the table that holds several values with a semicolon between them, or none.
fn list<'de, D, T>(cell: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: TryFrom<String, Error: Display>,
{
    let cell = String::deserialize(cell)?;
    let values = cell.split(';').filter(|value| !value.is_empty());
    values.map(|value| T::try_from(value.to_owned()).map_err(serde::de::Error::custom)).collect()
}

#[cfg(test)]
mod tests;
