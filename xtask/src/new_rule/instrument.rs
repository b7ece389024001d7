//! The instrument that a new rule of a family most likely cites.

use toml_edit::{DocumentMut, Item, Table};

/// The instruments of the coverage matrix, each with its name.
fn instruments(duties: &DocumentMut) -> impl Iterator<Item = (&str, &Table)> {
    let tables = duties.get("instrument").and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().filter_map(|table| Some((table.get("name")?.as_str()?, table)))
}

/// How many times a duty of an instrument is covered by a rule of a family.
fn covered(instrument: &Table, family: &str) -> usize {
    let duties = instrument.get("duty").and_then(Item::as_array_of_tables).into_iter().flatten();
    let codes = duties.filter_map(|duty| duty.get("owner")?.get("rule")?.as_array()).flatten();
    codes
        .filter_map(|code| code.as_str()?.split('-').next())
        .filter(|prefix| prefix.eq_ignore_ascii_case(family))
        .count()
}

/// The instrument of which the rules of a family cover most, the first of several.
pub fn of_family(duties: &DocumentMut, family: &str) -> Option<String> {
    let mut best = ("", 0);
    for (name, table) in instruments(duties) {
        let count = covered(table, family);
        if count > best.1 {
            best = (name, count);
        }
    }
    (best.1 > 0).then(|| best.0.to_owned())
}

/// The constant by which rules cite an instrument: `AAR_2015` for the name of those regulations.
pub fn constant(source: &str, instrument: &str) -> Option<String> {
    let (_, declared) = source.split_once("\ninstruments! {")?;
    let (before, _) = declared.split_once(&format!("\"{instrument}\""))?;
    let (before, _) = before.rsplit_once("Instrument::")?;
    let name = before.trim_end().strip_suffix('=')?.split_whitespace().next_back()?;
    Some(name.to_owned())
}
