//! Unpacks streams (ISO 32000-1:2008, 7.4): `FlateDecode`, with the predictors of PNG, and no other filter.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};

use super::budget::Budget;
use super::object::{Dictionary, Object};

/// How much is unpacked at once.
const CHUNK: usize = 64 * 1024;

/// Unpacks data; `filter` and `parameters` are resolved.
///
/// # Errors
/// - why it cannot be unpacked, in words.
pub(super) fn unpack<'a>(
    data: &'a [u8],
    filter: &Object,
    parameters: &Object,
    budget: &Budget,
) -> Result<Cow<'a, [u8]>, &'static str> {
    let (filter, parameters) = match (filter, parameters) {
        (Object::Array(filters), Object::Array(all)) if filters.len() == all.len() => {
            (one(filters)?, one(all)?)
        }
        (Object::Array(filters), Object::Null) => (one(filters)?, &Object::Null),
        (Object::Array(_), _) => return Err("its filters and their parameters do not match"),
        (filter, parameters) => (filter, parameters),
    };
    match filter {
        Object::Null if *parameters == Object::Null => Ok(data.into()),
        Object::Name(name) if name.as_ref() == b"FlateDecode" => {
            let unpacked = inflate(data, budget)?;
            match parameters {
                Object::Null => Ok(unpacked.into()),
                Object::Dictionary(parameters) => Ok(without_predictor(unpacked, parameters)?.into()),
                _ => Err("the parameters of its filter are not a dictionary"),
            }
        }
        _ => Err("it has a filter other than FlateDecode"),
    }
}

/// The only item; null if there is none.
fn one(items: &[Object]) -> Result<&Object, &'static str> {
    match items {
        [] => Ok(&Object::Null),
        [item] => Ok(item),
        _ => Err("it has more than one filter"),
    }
}

fn inflate(data: &[u8], budget: &Budget) -> Result<Vec<u8>, &'static str> {
    let mut state = Decompress::new(true);
    let mut out = Vec::with_capacity(data.len().saturating_mul(3).min(CHUNK));
    loop {
        let read = usize::try_from(state.total_in()).unwrap_or(usize::MAX);
        let written = out.len();
        out.reserve(CHUNK.min(budget.bytes_left() + 1));
        let rest = data.get(read..).unwrap_or_default();
        let status = state.decompress_vec(rest, &mut out, FlushDecompress::None);
        if !budget.unpack(out.len() - written) {
            return Err("it is too large when unpacked");
        }
        let read_now = usize::try_from(state.total_in()).unwrap_or(usize::MAX);
        match status {
            Ok(Status::StreamEnd) if read_now == data.len() => {
                out.shrink_to_fit();
                return Ok(out);
            }
            Ok(Status::StreamEnd) => return Err("there are bytes after the end of its packed data"),
            Ok(_) if out.len() > written || read_now > read => {}
            _ => return Err("its packed data are damaged"),
        }
    }
}

/// Undoes the predictors of PNG, for one component of eight bits.
fn without_predictor(data: Vec<u8>, parameters: &Dictionary) -> Result<Vec<u8>, &'static str> {
    let known = [("Predictor", 1), ("Columns", 1), ("Colors", 1), ("BitsPerComponent", 8)];
    let number = |index: usize| {
        let (key, default) = known.get(index)?;
        match parameters.get(key) {
            Object::Null => Some(*default),
            value => value.as_count(),
        }
    };
    let all_known = parameters.iter().all(|(key, _)| known.iter().any(|(name, _)| name.as_bytes() == key));
    let (predictor, columns) = match (number(0), number(1), number(2), number(3)) {
        (Some(predictor), Some(columns @ 1..), Some(1), Some(8)) if all_known => (predictor, columns),
        _ => return Err("the parameters of its filter are not known here"),
    };
    match predictor {
        1 if parameters.iter().count() == 1 => return Ok(data),
        10..=15 => {}
        _ => return Err("its predictor is not known here"),
    }
    if !data.len().is_multiple_of(columns + 1) {
        return Err("its rows are not whole");
    }
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0; columns.min(data.len())];
    for row in data.chunks_exact(columns + 1) {
        let Some((kind, row)) = row.split_first() else { continue };
        let mut left = 0;
        let mut upper_left = 0;
        for (byte, up) in row.iter().zip(&mut above) {
            let predicted = match kind {
                0 => 0,
                1 => left,
                2 => *up,
                3 => u8::midpoint(left, *up),
                4 => paeth(left, *up, upper_left),
                _ => return Err("its predictor is not known here"),
            };
            upper_left = *up;
            left = byte.wrapping_add(predicted);
            *up = left;
            out.push(left);
        }
    }
    Ok(out)
}

/// The neighbour that is nearest to their linear prediction (PNG, clause 9.4).
fn paeth(left: u8, up: u8, upper_left: u8) -> u8 {
    let [a, b, c] = [left, up, upper_left].map(i16::from);
    let distance = |value: i16| (a + b - c - value).abs();
    if distance(a) <= distance(b) && distance(a) <= distance(c) {
        left
    } else if distance(b) <= distance(c) {
        up
    } else {
        upper_left
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn name(name: &str) -> Object {
        Object::Name(name.as_bytes().into())
    }

    #[test]
    fn data_are_unpacked_and_whatever_follows_or_lacks_is_an_error() {
        let budget = Budget::new();
        let flate = name("FlateDecode");
        let mut data = packed(b"some words");
        assert_eq!(unpack(&data, &flate, &Object::Null, &budget).unwrap(), b"some words".as_slice());
        let cut = data.len() - 3;
        assert!(unpack(&data[..cut], &flate, &Object::Null, &budget).is_err());
        data.push(b'x');
        assert!(unpack(&data, &flate, &Object::Null, &budget).unwrap_err().contains("after the end"));
        for filter in ["ASCIIHexDecode", "Fl", "LZWDecode"] {
            assert!(unpack(b"00>", &name(filter), &Object::Null, &budget).is_err());
        }
        assert_eq!(unpack(b"plain", &Object::Null, &Object::Null, &budget).unwrap(), b"plain".as_slice());
    }

    #[test]
    fn the_predictors_of_png_are_undone() {
        let parameters = Dictionary::new(vec![
            (b"Predictor".as_slice().into(), Object::Integer(12)),
            (b"Columns".as_slice().into(), Object::Integer(3)),
        ])
        .unwrap();
        let rows = [0, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 3, 0, 0, 0, 4, 1, 1, 1].to_vec();
        let plain = without_predictor(rows, &parameters).unwrap();
        assert_eq!(plain, [1, 2, 3, 2, 3, 4, 5, 6, 7, 2, 4, 5, 3, 5, 6]);
        assert!(without_predictor(vec![0, 1], &parameters).is_err());
    }

    #[test]
    fn what_is_too_large_exceeds_the_budget() {
        let budget = Budget::new();
        let data = packed(&vec![0; crate::limits::MAX_DECOMPRESSED + 1]);
        assert!(unpack(&data, &name("FlateDecode"), &Object::Null, &budget).is_err());
        assert!(budget.check().is_err());
    }
}
