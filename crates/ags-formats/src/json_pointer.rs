//! Changes a value at a JSON pointer.

use serde_json::Value;

/// Removes what is at the pointer; `None` if nothing is.
pub(crate) fn remove(document: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, last) = split(pointer)?;
    match document.pointer_mut(parent)? {
        Value::Object(fields) => fields.shift_remove(&last),
        Value::Array(items) => {
            let index = last.parse().ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        }
        _ => None,
    }
}

/// Sets the value at the pointer, whose last part may be new in an object; `-` appends to an array. `None` if there is
/// no such place.
pub(crate) fn set(document: &mut Value, pointer: &str, value: Value) -> Option<()> {
    let (parent, last) = split(pointer)?;
    match document.pointer_mut(parent)? {
        Value::Object(fields) => {
            fields.insert(last, value);
        }
        Value::Array(items) if last == "-" => items.push(value),
        Value::Array(items) => *items.get_mut(last.parse::<usize>().ok()?)? = value,
        _ => return None,
    }
    Some(())
}

/// The pointer to the parent, and the last part, unescaped.
fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}
