//! The entry of a rule in the coverage matrix.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, value};

use crate::rule::NewRule;

/// The coverage matrix with a duty that a rule covers, at the end of those of an instrument.
///
/// # Errors
/// The form that was expected.
pub fn added(duties: &str, instrument: &str, rule: &NewRule) -> Result<String, String> {
    let mut document: DocumentMut =
        duties.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let expected = || format!("expected an instrument {instrument:?} with duties");
    entries(&mut document, instrument).ok_or_else(expected)?.push(duty(rule));
    Ok(document.to_string())
}

/// The duties of an instrument.
fn entries<'a>(document: &'a mut DocumentMut, instrument: &str) -> Option<&'a mut ArrayOfTables> {
    let tables = document.get_mut("instrument")?.as_array_of_tables_mut()?;
    let mut tables = tables.iter_mut();
    let table = tables.find(|table| table.get("name").and_then(Item::as_str) == Some(instrument))?;
    table.get_mut("duty")?.as_array_of_tables_mut()
}

fn duty(rule: &NewRule) -> Table {
    let mut duty = Table::new();
    duty.decor_mut().set_prefix("\n");
    duty.insert("id", value(rule.code.as_str().to_lowercase()));
    duty.insert("provision", value("fill in: the provision"));
    duty.insert("requirement", value("fill in: what the provision requires, as one sentence"));
    let mut owner = InlineTable::new();
    owner.insert("rule", Array::from_iter([rule.code.as_str()]).into());
    owner.set_dotted(true);
    duty.insert("owner", Item::Value(owner.into()));
    duty
}
