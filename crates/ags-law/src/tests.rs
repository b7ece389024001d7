//! Every data file is read, and a mistake in one is reported where it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::calendar::BankHolidays;
use crate::deadline::Deadlines;
use crate::duties::Matrix;
use crate::embedded::LawFile;
use crate::misnomer::Misnomers;

/// A data file: its name, its content, and what is wrong with a version of it.
struct File {
    name: &'static str,
    text: &'static str,
    error: fn(&str) -> Option<String>,
}

impl File {
    const fn of<T: LawFile>() -> Self {
        Self { name: T::NAME, text: T::TEXT, error: |text| T::parse(text).err() }
    }
}

const FILES: [File; 4] =
    [File::of::<BankHolidays>(), File::of::<Misnomers>(), File::of::<Deadlines>(), File::of::<Matrix>()];

#[test]
fn every_data_file_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("law");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let data = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    let found: BTreeSet<String> =
        data.map(|file| file.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(found, FILES.iter().map(|file| file.name.to_owned()).collect());
    let errors: Vec<String> = FILES.iter().filter_map(|file| (file.error)(file.text)).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// The keys of a file, each with the first line that has it, counted from 0.
fn keys(text: &str) -> BTreeMap<&str, usize> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with([' ', '#']));
    let mut keys = BTreeMap::new();
    for (number, (key, _)) in lines.filter_map(|(number, line)| Some((number, line.split_once(" = ")?))) {
        keys.entry(key).or_insert(number);
    }
    keys
}

#[test]
fn a_mistyped_key_is_reported_with_its_file_line_and_name() {
    for file in FILES {
        let keys = keys(file.text);
        assert!(keys.len() >= 3, "{}: {keys:?}", file.name);
        for (key, number) in keys {
            let lines = file.text.lines().enumerate().map(|(at, line)| {
                if at == number { line.replacen(key, &format!("{key}x"), 1) } else { line.to_owned() }
            });
            let error = (file.error)(&lines.collect::<Vec<_>>().join("\n")).unwrap_or_default();
            let wrong = format!("{}x", key.rsplit('.').next().unwrap());
            for part in [file.name, &format!("line {},", number + 1), &format!("`{wrong}`")] {
                assert!(error.contains(part), "{key}x in {}: no {part:?} in {error}", file.name);
            }
        }
    }
}
